# Cadw a gwaredu: tudalen yr achos, y rhestr a'r tystysgrifau.

section-keeping = Cadw
nav-retention = Cadw a gwaredu
keeping-until = Cedwir tan
keeping-none-title = Dim diwrnod eto
keeping-none = Cyfrifir diwrnodau unwaith y bydd yr achos wedi’i benderfynu.
keeping-proposed-by = Cynigiodd { $who } ei ddinistrio.
keeping-look-and-destroy = Gweld beth sy’n mynd, a dinistrio
keeping-propose = Cynnig dinistrio: { $what }
keeping-propose-hint = Bydd rhywun arall yn edrych arno ac yn ei ddinistrio. Nid oes dim yn mynd cyn hynny.
keeping-propose-send = Cynnig
keeping-reason = Rheswm
keeping-retain = Ei gadw’n hwy
keeping-retain-send = Ei gadw’n hwy
keeping-review-on = Ailystyried ar
keeping-holds = Beth sy’n ei ddal
keeping-no-holds = Nid oes neb wedi gosod daliad ar yr achos hwn.
keeping-hold = Daliad { $number }: { $what }
keeping-since = Gosodwyd ar { $date }.
keeping-hold-until = Tan { $date }.
keeping-newer-case = Ar gyfer achos { $reference }.
keeping-paper = Tystiolaeth a ddaeth i law ar { $date } ar gyfer { $numbers }
keeping-not-to-disclose = { $paper } – eiddo person arall: peidiwch â’i ddatgelu
keeping-lift = Codi daliad { $number }
keeping-lift-send = Codi’r daliad
keeping-place = Gosod daliad
keeping-place-send = Gosod y daliad
keeping-kind = Ar gyfer beth?
keeping-last-day = Diwrnod olaf
keeping-last-day-hint = Mae ar gais am wybodaeth angen un. Gadewch ef allan os nad yw’r diwedd yn hysbys.
keeping-newer = Cyfeirnod y gŵyn fwy newydd
keeping-newer-hint = Dim ond os yw papurau’n berthnasol i un
keeping-papers = Papurau sy’n berthnasol i’r gŵyn fwy newydd
keeping-papers-hint = Dim ond y rhain a ddelir ar ei chyfer.
keeping-not-disclose = Papurau person arall na ddylid eu datgelu
keeping-not-disclose-hint = Dewiswch o blith y papurau uchod.
keeping-significant = Gwelliannau gwasanaeth arwyddocaol
keeping-significant-hint = Dim ond ei dystiolaeth a gedwir yn hwy.
keeping-mark = Galw gwelliant gwasanaeth yn arwyddocaol
keeping-mark-send = Ei alw’n arwyddocaol
keeping-improvement = Gwelliant gwasanaeth
keeping-review = Adolygiad ar ôl y penderfyniad
keeping-review-record = Cofnodi adolygiad
keeping-review-hint = Cyfrifir y cadw o’r newydd o’r adolygiad.
keeping-review-send = Cofnodi’r adolygiad
keeping-review-stands = Mae’r penderfyniad yn sefyll
keeping-review-changed = Mae’r penderfyniad yn newid
keeping-outcome = Beth oedd casgliad yr adolygiad?
keeping-reviewed-on = Diwrnod yr adolygiad
keeping-ended = Argymhellion na fyddir yn mynd ar eu trywydd mwyach
keeping-ended-hint = Dim ond os yw’r penderfyniad yn newid. I roi un arall yn lle un, cofnodwch yr adolygiad yn gyntaf.
keeping-reason-missing = Nodwch reswm
keeping-kind-missing = Dewiswch ar gyfer beth mae’r daliad
keeping-hold-missing = Dewiswch ddaliad
keeping-review-on-missing = Nodwch y diwrnod i’w ailystyried
keeping-number-missing = Dewiswch welliant gwasanaeth
keeping-outcome-missing = Dewiswch gasgliad yr adolygiad
keeping-reviewed-on-missing = Nodwch ddiwrnod yr adolygiad
keeping-destroy-title = Dinistrio am byth
keeping-destroy-warning = Ni ellir dadwneud hyn. Nid yw’r hyn a ddinistrir mewn unrhyw gopi sydd gan y swyddfa, ac mae’n mynd eto o gopi wrth gefn hŷn.
keeping-destroy-stays = Mae hynt yr achos yn aros: beth ddigwyddodd pryd, dyddiadau, canlyniadau ac ystadegau. Mae tystysgrif yn dweud beth aeth.
keeping-destroy-send = Dinistrio am byth
keeping-destroy-back = Yn ôl, a dinistrio dim
done-keeping-hold = Gosodwyd y daliad. Ni ddinistrir dim y mae’n ei ddal.
done-keeping-lift = Codwyd y daliad.
done-keeping-retain = Fe’i cedwir yn hwy.
done-keeping-propose = Fe’i cynigiwyd. Rhywun arall sy’n ei ddinistrio.
done-keeping-significant = Cedwir ei dystiolaeth yn hwy.
done-keeping-review = Cofnodwyd yr adolygiad.
done-keeping-destroyed = Fe’i dinistriwyd. Dyma’r dystysgrif.
done-keeping-changed = Newidiodd yr achos yn y cyfamser, ac ni ddinistriwyd dim. Edrychwch eto.
retention-title = Cadw a gwaredu
retention-hint = Beth sydd i fynd erbyn { $date }, a beth oedd i fynd cyn hynny.
retention-due = { $count ->
    [zero] Nid oes dim i fynd
    [one] Mae 1 i fynd
    [two] Mae 2 i fynd
   *[other] Mae { $count } i fynd
}
retention-none-title = Nid oes dim i fynd
retention-none = Nid oes dim a gaiff fynd yn dal yno.
retention-coming = I ddod eto y mis hwn
retention-held = Wedi’u dal
retention-certificates = Tystysgrifau
retention-no-certificates = Nid oes dim wedi’i ddinistrio eto.
retention-number = Rhif
retention-of-case = Achos
retention-what = Beth sy’n mynd
retention-day = Diwrnod
retention-stands = Ble mae’n sefyll
retention-why = Pam
retention-next = Nesaf
retention-review = Adolygu
retention-on = Dinistriwyd ar
retention-days-ago = { $days ->
    [one] 1 diwrnod yn ôl
    [two] 2 ddiwrnod yn ôl
   *[other] { $days } diwrnod yn ôl
}
retention-certificate = Tystysgrif { $number }
retention-proposed-by = Cynigiwyd gan
retention-approved-by = Cymeradwywyd gan
retention-how-much = Faint
retention-count-texts = Testunau ac enwau
retention-count-files = Ffeiliau
retention-count-files-of-others = Ffeiliau sy’n aros am fod achos arall â nhw
retention-count-messages = Negeseuon a ddaeth i law
retention-count-letters = Llythyrau a anfonwyd
retention-count-kept = Papurau sy’n aros am eu bod wedi’u dal
retention-checks = Gwiriwyd nawr
retention-holds = { $what } Mae hynny’n wir.
retention-does-not-hold = { $what } Nid yw hynny’n wir: dywedwch wrth bwy bynnag sy’n gofalu am y system.
retention-check-recorded = Mae’r cofnod yn dweud amdano yn yr un geiriau.
retention-check-borne-out = Yr hyn y mae’r rheolau’n ei ddewis o’r cofnod yw’r hyn a aeth.
retention-check-record = Roedd y cofnod cyn ac ar ôl fel y dywedir yma.
retention-check-nothing-left = Nid oes dim ohono ar ôl yn y cof nac yn y ffolder ffeiliau.
retention-record = Y cofnod
retention-record-before = Cyn
retention-record-after = Ar ôl
retention-record-state = { $entries ->
    [one] 1 cofnod, gwraidd { $root }
    [two] 2 gofnod, gwraidd { $root }
   *[other] { $entries } cofnod, gwraidd { $root }
}
retention-marks = { $count ->
    [one] 1 marc o’r hyn a aeth
    [two] 2 farc o’r hyn a aeth
   *[other] { $count } marc o’r hyn a aeth
}
retention-marks-hint = Gall unrhyw un sydd â phapur ddangos â’i farc ei fod wedi mynd; nid yw neb arall yn dysgu o farc beth ydoedd.
retention-salt = Halen: { $salt }
retention-json = Y dystysgrif hon fel JSON
