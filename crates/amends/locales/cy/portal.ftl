# Tudalennau i gyrff.

portal-the-person = y person yr effeithiwyd arno
portal-title = { $count ->
    [0] Nid oes dim yn aros amdanoch
    [one] 1 cam i’w gadarnhau
    [two] 2 gam i’w cadarnhau
    [few] 3 cham i’w cadarnhau
    [many] 6 cham i’w cadarnhau
   *[other] { $count } cam i’w cadarnhau
}
portal-title-draft = { $count ->
    [one] 1 cam arfaethedig i’w ateb
    [two] 2 gam arfaethedig i’w hateb
    [few] 3 cham arfaethedig i’w hateb
    [many] 6 cham arfaethedig i’w hateb
   *[other] { $count } cam arfaethedig i’w hateb
}
portal-lead = Ar gyfer { $body }, achos { $reference }.
portal-lead-each = Mae pob cam yn sefyll ar ei ben ei hun: anfonwch y prawf ar gyfer pob un cyn gynted ag y bydd gennych.
portal-colleague-lead = Trosglwyddodd cydweithiwr yn { $body } hwn i chi. Cewch ei ddarllen ac anfon prawf; eich cydweithiwr sy’n siarad ar ran y sefydliad.
portal-draft-heading = Rydym yn gofyn eich barn am y drafft hwn
portal-settlement-heading = Rydym yn gofyn a ydych yn cytuno i setlo hyn
portal-do-not-start = Peidiwch â dechrau ar y camau hyn eto. Arhoswch am ein penderfyniad, oni bai ein bod wedi cytuno â chi y cewch ddechrau.
portal-not-yet = Peidiwch â dechrau ar hyn eto. Arhoswch am ein penderfyniad.
portal-may-start = Rydym wedi cytuno y cewch ddechrau ar hyn.
portal-answer-by = Atebwch erbyn { $date }.
portal-answered = Mae eich atebion gennym. Cewch eu newid nes y byddwn wedi edrych arnynt.
portal-draft-waiting = Rydym yn ystyried yr hyn a ddywedwyd. Byddwch yn clywed gennym.
portal-answer = Ateb
portal-answer-again = Newid eich atebion
portal-share = Trosglwyddo hyn i’r cydweithwyr a fyddai’n ei wneud
portal-group-now = Angen eich sylw nawr
portal-group-coming = I ddod
portal-group-checked = Yn cael ei wirio
portal-group-done = Wedi’i wneud
portal-nothing = Nid oes dim yn aros amdanoch. Byddwn yn ysgrifennu pan fydd rhywbeth.
portal-nothing-since = Nid oes dim yn aros amdanoch. Derbyniwyd eich cam diwethaf ar { $date }.
portal-proof-wanted = Anfonwch atom:
portal-send = Anfon prawf
portal-open = Gweld popeth amdano
portal-more-time = Gofyn am ddyddiad diweddarach
portal-pass-link = Trosglwyddo i gydweithiwr
portal-cannot-link = Ni allwn wneud hyn
portal-contact-heading = Pwy sy’n delio â hyn
portal-name-reference = nodwch { $reference }
portal-reference = Cyfeirnod: { $reference }

portal-action-title = Cam
portal-first-date = Y dyddiad cyntaf oedd { $date }.
portal-due-after = { $length } ar ôl { $anchor }
portal-due-event = { $length } ar ôl y digwyddiad hwn, a heb fod yn hwyrach na’r dyddiad mewn cromfachau: { $event }
portal-how-date = Sut y cyfrifwyd y dyddiad
portal-sum = Swm: { $sum }
portal-sum-formula = Swm: { $formula } Dim mwy na { $most }.
portal-set-off = Cewch osod y swm hwn yn erbyn arian sy’n ddyledus i chi gan y person.
portal-one-is-enough = mae un o’r rhain yn ddigon
portal-proof-heading = Beth fyddai’n ei brofi
portal-more-heading = Beth sydd ei angen arnom o hyd
portal-more-statement = Dywedoch wrthym ei fod wedi’i wneud. Nid yw datganiad ar ei ben ei hun byth yn ddigon: anfonwch y prawf a restrir yma.
portal-tasks-heading = Beth i’w wneud
portal-task-upload = Uwchlwytho: { $what }
portal-task-sent = Anfonwyd
portal-task-to-do = I’w wneud
portal-task-done-on = Dweud pryd y’i gwnaed
portal-task-send = Gwirio ac anfon
portal-or-reply = Gallwch hefyd ateb ein e-bost, gan atodi’r ffeiliau.
portal-sent-heading = Yr hyn a anfonoch
portal-sent-one = { $count ->
    [0] { $date }: datganiad heb ffeiliau
    [one] { $date }: 1 ffeil
    [two] { $date }: 2 ffeil
   *[other] { $date }: { $count } ffeil
}
portal-extension-open = Ar { $asked } gofynnoch am ragor o amser, tan { $until }. Nid ydym wedi penderfynu eto. Tan hynny, mae’r dyddiad yn sefyll.
portal-extension-granted = Cytunwyd i ddyddiad diweddarach: { $until }. Ein rheswm: { $reason }
portal-extension-refused = Ni chytunwyd i { $until }. Mae’r dyddiad yn sefyll. Ein rheswm: { $reason }
portal-done-extension = Mae eich cais am ddyddiad diweddarach gennym. Mae’r dyddiad yn sefyll nes i ni benderfynu.
portal-done-passed = Anfonwyd dolen at y cydweithiwr.
portal-done-ended = Nid yw’r ddolen honno’n agor dim mwyach.
portal-leave = Gadael heb anfon
portal-continue = Parhau
portal-change-answers = Newid rhywbeth
portal-next-heading = Beth sy’n digwydd nesaf
portal-page-stays = Gallwch ddod yn ôl i’r dudalen hon cyhyd ag y bydd eich dolen yn gweithio.
portal-back-home = Yn ôl i’r holl gamau
portal-form-old = Nid yw’r ffurflen hon yn gyflawn. Agorwch y dudalen eto, ac anfonwch hi oddi yno.

portal-draft-title = Beth yw eich barn am bob cam?
portal-draft-details-title = Dywedwch fwy wrthym
portal-draft-check-title = Gwiriwch eich atebion, yna anfonwch nhw
portal-draft-sent-title = Mae eich atebion gennym
portal-draft-sent-said = Yr hyn a ddywedoch
portal-draft-next = Byddwn yn ystyried sylwadau pawb cyn penderfynu. Os bydd sylwedd cam yn newid, byddwch yn ei weld eto yn gyntaf. Yna byddwn yn anfon ein penderfyniad atoch, gyda’r dyddiad ar gyfer pob cam.
portal-settlement-next = Os cytunoch i bob cam, byddwn yn cadarnhau’n ysgrifenedig yr hyn y cytunwyd arno, gyda’r dyddiad ar gyfer pob un. Os na, bydd y gweithiwr achos yn siarad â chi.
portal-draft-changed = Mae’r hyn a gynigir wedi newid ers i chi agor y dudalen hon. Darllenwch ef eto; mae eich atebion wedi’u cadw isod.
portal-draft-check-text = Mae’r holl atebion yn mynd gyda’i gilydd at { $name }, sy’n delio â’r achos hwn. Nid anfonir dim nes i chi ddewis “Anfon ein hatebion”.
portal-send-answers = Anfon ein hatebion
portal-silence = Os na chlywn gennych erbyn hynny, ni fyddwn yn cymryd eich bod yn cytuno.
portal-action-number = Cam { $number }
portal-answer-legend = Beth yw eich ateb i gam { $number }?
portal-answer-agree = Rydym yn cytuno
portal-answer-change = Rydym yn cytuno gyda newid
portal-answer-change-hint = I’r geiriad, i’r dyddiad, neu i’r ddau
portal-answer-done = Rydym wedi gwneud hyn yn barod
portal-answer-disagree = Nid ydym yn cytuno
portal-answer-disagree-hint = Rhaid i chi ddweud pam
portal-answer-question = Mae gennym gwestiwn
portal-answer-missing = Dewiswch eich ateb i’r cam hwn
portal-wording-label = Y geiriad y byddech yn cytuno iddo
portal-wording-hint = Mae’n dechrau gyda’n geiriad ni. Newidiwch yr hyn sydd angen ei newid.
portal-until-label = { $label }: y dyddiad y byddech yn cytuno iddo
portal-until-hint = Gadewch hwn yn wag os caiff y dyddiad aros.
portal-reason-label = Pam
portal-reason-missing = Dywedwch pam yr ydych am gael y newid
portal-change-missing = Newidiwch y geiriad, neu rhowch y dyddiad y byddech yn cytuno iddo
portal-account-label = Beth a wnaed, a phryd
portal-account-hint = Bydd angen i ni weld y prawf o hyd.
portal-account-missing = Dywedwch beth a wnaed, a phryd
portal-reasons-label = Pam nad ydych yn cytuno
portal-reasons-hint = Byddwn yn ystyried eich rhesymau cyn penderfynu.
portal-reasons-missing = Dywedwch pam nad ydych yn cytuno
portal-question-label = Eich cwestiwn
portal-question-hint = Bydd y gweithiwr achos yn eich ateb.
portal-question-missing = Rhowch eich cwestiwn
portal-checked-label = Gyda phwy y gwirioch hyn?
portal-checked-hint = Er enghraifft y tîm a fyddai’n ei wneud, neu’r cyfarwyddwr cyllid
portal-check-action = Cam
portal-check-answer = Eich ateb

portal-evidence-title = Anfon prawf
portal-evidence-check-title = Gwiriwch yr hyn yr ydych yn ei anfon
portal-evidence-check-text = Mae’n mynd i’n swyddfa. Caiff ei ddyddio heddiw, a chewch dderbynneb.
portal-evidence-send = Anfon
portal-before-decision = Nid ydym wedi penderfynu eto. Cytunwyd y cewch ddechrau, felly byddwn yn cadw hyn gyda’r achos.
portal-cover-names = Cuddiwch enwau a manylion pobl eraill cyn anfon dim.
portal-files-heading = Ffeiliau
portal-files-label = Dewis ffeiliau
portal-more-files-label = Ychwanegu rhagor o ffeiliau
portal-upload = Uwchlwytho
portal-remove = Tynnu
portal-shows-label = Beth mae hon yn ei ddangos?
portal-shows-nothing = Dim un o’r rhai a restrir
portal-file-unknown = Ni allem ddod o hyd i ffeil a uwchlwythoch yn gynharach. Dewiswch hi eto.
portal-nothing-sent = Dewiswch o leiaf un ffeil i’w hanfon
portal-done-on-label = Pryd y’i gwnaed?
portal-done-on-hint = Er enghraifft 27 3 2026. Gadewch hwn yn wag os nad yw’r cyfan wedi’i wneud eto.
portal-paid-label = Faint a dalwyd?
portal-paid-hint = Mewn punnoedd, fel 500 neu 1,250.50
portal-language-label = Ym mha iaith y mae’r llythyr?
portal-language-none = Nid oes llythyr
portal-language-en = Saesneg
portal-language-cy = Cymraeg
portal-statement-label = Unrhyw beth y dylem ei wybod
portal-statement-hint = Ni all yr hyn a ysgrifennwch yma gymryd lle prawf.
portal-statement-only = Nid yw datganiad ei fod wedi’i wneud byth yn ddigon ar ei ben ei hun. Cewch ei anfon, ond byddwn yn gofyn i chi am y prawf.
portal-receipt-title = Mae’r hyn a anfonoch gennym
portal-receipt-on = Derbyniwyd ar { $date }. Dyma’r diwrnod sy’n cyfrif.
portal-file-size = Maint
portal-file-digest = SHA-256 (ôl bys y ffeil)
portal-receipt-next = Byddwn yn edrych arno ac yn dweud wrthych beth a welwn. Nid yw’r dderbynneb hon yn dweud bod y cam yn gyflawn.
portal-receipt-next-by = Rydym yn bwriadu edrych arno erbyn { $date }, a byddwn yn dweud wrthych beth a welwn. Nid yw’r dderbynneb hon yn dweud bod y cam yn gyflawn.
portal-receipt-statement = Nid yw datganiad ar ei ben ei hun byth yn ddigon. Rydym wedi ysgrifennu i ofyn i chi am y prawf.
portal-receipt-ended = Mae’r cam hwn wedi dod i ben; mae ei dudalen yn dweud sut.

portal-extension-title = Gofyn am ddyddiad diweddarach
portal-extension-rule = Gofynnwch cyn y dyddiad. Os na fyddwn yn cytuno, mae’r dyddiad cyntaf yn sefyll.
portal-extension-late = Mae’r dyddiad wedi mynd heibio. Cewch ofyn o hyd, ond gall yr hyn a ddaw ar ôl y dyddiad gyfrif fel hwyr hyd yn oed os byddwn yn cytuno.
portal-extension-reason-label = Pam mae angen rhagor o amser arnoch?
portal-extension-reason-hint = Rhowch y rheswm, a’r hyn y mae’n ei olygu i’r person yr effeithiwyd arno.
portal-extension-reason-missing = Dywedwch pam mae angen rhagor o amser arnoch
portal-extension-until-label = Tan pryd?
portal-extension-until-hint = Byddai 10 diwrnod gwaith arall yn golygu { $ten }; byddai 20 yn golygu { $twenty }.
portal-extension-until-missing = Rhowch y dyddiad yr ydych yn gofyn amdano
portal-extension-done-label = Beth a wnaethoch hyd yma?
portal-extension-tell = Ni sy’n penderfynu, a byddwn yn ysgrifennu atoch. Os byddwn yn cytuno, dywedir wrth y person a gwynodd beth yw’r dyddiad newydd.
portal-extension-send = Gofyn am y dyddiad hwn

portal-cannot-title = Os na allwch wneud hyn
portal-cannot-lead = Siaradwch â’r person sy’n delio â’r achos cyn gynted ag y gwyddoch. Peidiwch ag aros am y dyddiad. Er enghraifft:
portal-cannot-changed = mae amgylchiadau wedi newid, fel na ellir ei wneud mwyach neu na fyddai’n gwneud lles
portal-cannot-declined = nid yw’r person a gwynodd am ei gael mwyach, neu ni ellir cael gafael arno
portal-cannot-powers = daw i’r amlwg ei fod y tu hwnt i’ch pwerau
portal-cannot-decides = Ni sy’n penderfynu, ar sail yr hyn a ddywedwch ac a ddangoswch i ni, a oes rheswm da. Tan hynny mae’r dyddiad yn sefyll.
portal-cannot-tell = Dywedwch beth ddigwyddodd a phryd, beth yr ydych wedi’i geisio, a beth y gallech ei wneud yn lle hynny. Anfonwch yr hyn sy’n dangos hynny.
portal-cannot-time = Os gallwch ei wneud, ond bod angen mwy o amser, gofynnwch am ddyddiad diweddarach

portal-pass-title = Trosglwyddo i gydweithiwr
portal-pass-lead = Bydd eich cydweithiwr yn cael dolen sy’n agor y camau a ddewiswch a dim byd arall o’r achos. Caiff anfon prawf atom; ni chaiff ateb dros eich sefydliad.
portal-pass-email-label = Cyfeiriad e-bost eich cydweithiwr
portal-pass-email-missing = Rhowch gyfeiriad e-bost eich cydweithiwr
portal-pass-email-wrong = Rhowch un cyfeiriad e-bost, fel enw@example.gov.uk
portal-pass-action-label = Pa gamau?
portal-pass-action-missing = Dewiswch o leiaf un cam
portal-pass-none-open = Nid oes cam agored i’w drosglwyddo.
portal-pass-message-label = Eich neges
portal-pass-message-hint = Dywedwch pwy ydych a beth sydd ei angen arnoch. Peidiwch ag enwi’r person a gwynodd.
portal-pass-message-missing = Ysgrifennwch neges, er mwyn i’ch cydweithiwr wybod mai gennych chi y daw
portal-pass-look = Gweld yr hyn y bydd yn ei weld
portal-pass-check-title = Gwiriwch yr hyn y bydd eich cydweithiwr yn ei weld
portal-pass-check-text = Byddwn yn anfon dolen i { $email }. Mae’n gweithio am { $days } diwrnod, neu nes i chi ddod â hi i ben.
portal-pass-other-domain = Nid yw’r cyfeiriad hwn yn y sefydliad yr anfonwyd eich dolen chi iddo. Gwiriwch ei fod yn gywir.
portal-pass-preview = Dyma’r cyfan y bydd yn ei weld
portal-pass-not-seen = Gadewir enw’r person a gwynodd allan lle y gwyddom ef. Darllenwch y geiriad unwaith eto: a ellir adnabod rhywun arall ohono?
portal-pass-send = Anfon y ddolen
portal-passed-heading = Yr hyn a drosglwyddwyd gennych
portal-passed-actions = Camau
portal-passed-state = Cyflwr
portal-passed-open = Anfonwyd, heb ei hagor eto
portal-passed-opened = Agorwyd
portal-passed-used = Anfonwyd rhywbeth atom drwyddi
portal-passed-ended = Daeth i ben
portal-passed-until = Yn gweithio tan
portal-passed-end = Dod â’r ddolen hon i ben

portal-meanwhile-title = Atebodd rhywun arall tra roeddech chi’n ysgrifennu
portal-meanwhile = Mae cydweithiwr i chi wedi anfon ateb atom nad yw’r un fath â’ch un chi. Ni newidir dim o’u heiddo nhw, ac ni chollir dim o’ch eiddo chi. Dywedwch pa un sydd i sefyll.
portal-meanwhile-theirs = Anfonwyd atom ar { $date }
portal-meanwhile-mine = Yr hyn a ysgrifennoch chi
portal-meanwhile-legend = Pa ateb i gam { $number } sydd i sefyll?
portal-meanwhile-take-theirs = Yr ateb a anfonwyd
portal-meanwhile-keep-mine = Yr hyn a ysgrifennoch chi, yn ei le
portal-meanwhile-choose = Dewiswch pa ateb sydd i sefyll
portal-meanwhile-stands = Dyma’r hyn a anfonodd eich cydweithiwr. Mae’n sefyll, ac nid yw’n cael ei anfon eto.
portal-extension-freeze = Gwariant wedi’i rewi
portal-extension-freeze-yes = Mae’r cais hwn yn dibynnu ar yr hysbysiad sy’n rhewi ein gwariant
portal-extension-freeze-hint = Rheolwr yn y swyddfa sy’n penderfynu wedyn. Nid yw’r hysbysiad yn dileu’r argymhelliad.
