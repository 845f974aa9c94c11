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
import-body-left-empty = Gadewch ef yn wag ar gyfer y corff y cwynir amdano.
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
import-case-unknown = Nid oes achos â’r cyfeirnod hwn. Cywirwch ef, neu gadewch yn wag i agor achos newydd
import-changed = Newidiodd rhywun yr achos yn y cyfamser. Edrychwch arno mewn tab arall, yna cymerwch yr hyn sydd wedi’i dicio eto
import-all-title = Ar gyfer pob un ohonynt
import-all-due = Pryd mae’r dystiolaeth yn ddyledus i’r rhai heb ddyddiad
import-all-due-hint = { $count ->
    [0] Mae gan bob un ei ddyddiad ei hun.
    [one] Nid oes dyddiad gan 1 ohonynt.
   *[other] Nid oes dyddiad gan { $count } ohonynt.
}
import-all-due-missing = Dywedwch pryd mae’r dystiolaeth yn ddyledus i’r rhai heb ddyddiad, neu y’i pennir yn nes ymlaen
import-due-with-all = Fel y dywedir i’r rhai heb ddyddiad
import-answers = Y canfyddiad y maent yn ei ateb
import-answers-later = Dim un eto
import-answers-new = Canfyddiad newydd, a nodir yma
import-finding-hint = Fe’i cofnodir yn ganfyddiad yn erbyn pob corff sydd i weithredu. Gellir anfon drafft pan fydd pob argymhelliad yn seiliedig ar ganfyddiad.
import-usual-take = Gofyn am: { $what }
import-usual-item = Tystiolaeth { $item } canlyniad { $number }
import-usual-show = Dangos yr hyn sydd fel arfer yn profi’r math hwn
import-usual-of = ar gyfer canlyniad { $number }
import-kind-changed = Newidiwyd y math. Edrychwch ar yr hyn sydd fel arfer yn ei brofi, sydd bellach isod, a’i gymryd eto
import-evidence-more = Rhagor o dystiolaeth a dderbyniwn
import-evidence-asked = Llinell i bob peth. Mae’r testun yn gofyn am: { $words }
import-own-date = Dyddiad ei hun
import-no-theme = Dim pwnc
