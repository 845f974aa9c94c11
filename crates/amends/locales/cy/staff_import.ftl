# Derbyn penderfyniad.

import-title = Derbyn penderfyniad
import-nothing-kept = Ni chedwir dim cyn i chi edrych ar yr hyn a gafwyd a dweud pa rai i’w cymryd.
import-document = Dogfen benderfyniad
import-document-hint = Word (.docx), PDF â thestun, tudalen we neu destun plaen.
import-text = Neu gludo’r testun
import-decided = Dyddiad y penderfyniad
import-decided-hint = Gadewch yn wag os nad yw’n hysbys. Mae’n rhoi blwyddyn i ddyddiadau hebddi.
import-case = Cyfeirnod yr achos
import-case-hint = Gadewch yn wag i agor achos newydd o’r penderfyniad.
import-read = Dod o hyd i’r argymhellion
import-nothing-given = Dewiswch ddogfen, neu gludo ei thestun
import-none-found = Ni chafwyd hyd i argymhelliad yn y testun hwn. Gwiriwch fod y rhan â’r argymhellion ynddo, neu ysgrifennwch hwy â llaw.
import-found-title = Argymhellion a gafwyd
import-found = { $count ->
    [one] Cafwyd hyd i 1 argymhelliad. Cywirwch yr hyn a gamddarllenwyd, a’i gymryd neu ei adael.
   *[other] Cafwyd hyd i { $count } argymhelliad. Cywirwch yr hyn a gamddarllenwyd, a dewiswch pa rai i’w cymryd.
}
import-row = Canlyniad { $number }
import-take-legend = Ei gymryd?
import-take = Ie, cymryd hwn
import-addressee = Dywed y testun: { $name }
import-body-of-case = Corff yr achos
import-date-hint = Er enghraifft 2026-12-04.
import-evidence-hint = Llinell i bob peth a fyddai’n ei brofi.
import-why = Y geiriau a’i gwnaeth
import-why-recommendation = Mae’n argymell
import-why-kind = Pa fath o weithred
import-why-addressee = Pwy sydd i weithredu
import-why-deadline = Erbyn pryd
import-why-amount = Faint
import-why-evidence = Sut y’i profir
import-doubt-date-differs = Dywed y testun { $stated }, ac mae ei gyfnod yn rhoi { $computed }. Cymerwyd y dyddiad a nodir.
import-doubt-year = Nid yw’r testun yn rhoi blwyddyn. Cymerwyd { $date }.
import-doubt-weekday = Nid diwrnod { $date } yw’r diwrnod a enwir.
import-doubt-before = Mae { $date } cyn y penderfyniad.
import-doubt-no-date = Nid oes calendr â’r dyddiad a enwir yn y testun.
import-doubt-parts = Y swm yw { $total }, ac mae ei rannau’n gwneud { $parts }.
import-doubt-sum-before = Cymerwyd y swm o’r frawddeg flaenorol.
import-new-case = Yr achos newydd
import-confirm = Cymryd y rhai a diciwyd
import-none-chosen = Ticiwch o leiaf un argymhelliad i’w gymryd
done-import-taken = Derbyniwyd yr argymhellion.
