# Gwirio geiriad: beth a ganfuwyd a pham, beth i'w wneud, ac enghraifft dda o bob math o argymhelliad.

## Penodol

smart-one-act-good = Un weithred. Gellir ei phrofi, ei dyddio a'i barnu ar ei phen ei hun.
smart-one-act-advice = Mae hwn yn gofyn am fwy nag un weithred ({ $acts }): { $verbs }. Mae angen tystiolaeth a dyddiad ar gyfer pob un, neu bydd un a wnaed yn cuddio un na wnaed.
smart-one-act-suggestion = Rhannwch ef yn ddau: “{ $first }” a “{ $second }”

smart-one-actor-good = Mae'n dweud pa gorff sydd i weithredu, ac yn enwi un yn unig.
smart-one-actor-advice = { $why ->
        [several] Mae dau gorff i weithredu. Pan fydd dau'n gyfrifol, ni ellir dal y naill na'r llall at y gwaith.
       *[none] Nid yw'n dweud pwy sydd i weithredu. Rhaid i'r darllenydd weld ar unwaith mai { $body } ydyw.
    }
smart-one-actor-suggestion = { $why ->
        [several] Ysgrifennwch un argymhelliad i bob corff; mae hwn wedi'i gyfeirio at { $body }.
       *[none] Dechreuwch â'r corff: “Bydd { $body } yn …”
    }

smart-concrete-verb-good = Mae'r ferf yn enwi gweithred y gellir gweld ei bod wedi'i gwneud.
smart-concrete-verb-advice = { $why ->
        [vague] Mae'n anodd gwirio “{ $words }”: ni all neb ddangos ei fod wedi'i wneud.
        [hedge] Mae “{ $words }” yn gadael i'r corff ddewis a fydd yn gweithredu o gwbl.
       *[none] Ni chanfuwyd gweithred. Mae argymhelliad yn dweud beth y mae rhywun i'w wneud.
    }
smart-concrete-verb-suggestion = { $why ->
        [vague] Dywedwch beth a welir: ymddiheuro, talu, ysgrifennu, darparu, trwsio, diwygio, hyfforddi, cyhoeddi.
        [hedge] Tynnwch y geiriau hyn, neu dywedwch ym mha achosion y mae'r weithred yn ddyledus.
       *[none] Defnyddiwch un ferf sy'n enwi'r weithred, fel ymddiheuro, talu, trwsio, diwygio neu hyfforddi.
    }

## Mesuradwy

smart-evidence-list-good = { $items ->
        [one] Mae un eitem yn y rhestr dystiolaeth. Mae'r corff yn gwybod beth i'w anfon.
       *[other] Nifer yr eitemau yn y rhestr dystiolaeth: { $items }. Mae'r corff yn gwybod beth i'w anfon.
    }
smart-evidence-list-advice = Dim ond gair y corff y mae'r rhestr yn gofyn amdano (“{ $words }”). Nid yw datganiad bod rhywbeth wedi'i wneud byth yn ddigon.
smart-evidence-list-needed = Nid oes rhestr dystiolaeth. Ni all y corff wybod beth i'w anfon, ac ni allwch chi farnu'r hyn a ddaw.
smart-evidence-list-suggestion = { $why ->
        [statement] Gofynnwch am y peth ei hun: copi o'r llythyr, cofnod o'r taliad, y cofnod o'r cyfarfod.
       *[missing] Ychwanegwch o leiaf un peth a fyddai'n profi'r weithred, fel copi o'r llythyr a anfonwyd.
    }

smart-amount-good = { $how ->
        [formula] Mae fformiwla i'r swm, a therfyn uchaf o { $amount }.
       *[exact] Y swm yw { $amount }. Gellir gwirio'r taliad yn ei erbyn.
    }
smart-amount-advice = { $why ->
        [not-entered] Mae'r geiriad yn dweud { $said }, ond ni chofnodwyd swm. Caiff taliadau eu gwirio yn erbyn y swm a gofnodwyd.
        [no-ceiling] Nid oes terfyn uchaf i'r swm a gofnodwyd. Ni allai neb ddweud pryd y talwyd digon.
        [no-formula] Mae terfyn uchaf o { $amount }, ond ni ddywedir sut y cyfrifir y swm.
        [differs] Mae'r geiriad yn dweud { $said } a'r swm a gofnodwyd yw { $amount }. Ni fyddai'r corff yn gwybod pa un i'w dalu.
       *[missing] Argymhellir arian, ond ni ddywedir faint. Ni allai neb ddweud pryd y talwyd digon.
    }
smart-amount-suggestion = { $why ->
        [not-entered] Cofnodwch { $said } fel y swm.
        [no-ceiling] Cofnodwch y mwyaf y gall y swm fod.
        [no-formula] Dywedwch sut y caiff ei gyfrifo: o ba ffigurau, ar gyfer pa ddyddiadau.
        [differs] Gwnewch y ddau yr un fath.
       *[missing] Cofnodwch swm pendant, neu fformiwla a'r mwyaf y gall fod.
    }

smart-set-off-good = Caniateir gosod y swm yn erbyn dyled, ac mae'r geiriad yn dweud hynny.
smart-set-off-advice = { $why ->
        [not-said] Caniateir gosod y swm yn erbyn dyled, ond nid yw'r geiriad yn dweud hynny. Byddai'r person yn disgwyl y swm cyfan.
       *[not-allowed] Mae'r geiriad yn sôn am ddidyniad, ond ni chaniateir gosod y swm yn erbyn dyled yn yr argymhelliad hwn.
    }
smart-set-off-suggestion = { $why ->
        [not-said] Dywedwch yn y geiriad pa ddyled y gellir ei thynnu o'r swm, neu peidiwch â'i ganiatáu.
       *[not-allowed] Caniatewch osod y swm yn erbyn dyled, neu tynnwch y didyniad o'r geiriad.
    }

smart-training-numbers-good = Mae'n dweud pwy a gaiff eu hyfforddi, a faint ohonynt.
smart-training-numbers-advice = { $why ->
        [who] Nid yw'n dweud pwy a gaiff eu hyfforddi.
        [many] Nid yw'n dweud faint a gaiff eu hyfforddi, nac mai pob un ohonynt. Byddai hyfforddi un person yn ddigon.
       *[both] Nid yw'n dweud pwy a gaiff eu hyfforddi, na faint. Byddai hyfforddi un person yn ddigon.
    }
smart-training-numbers-suggestion = { $why ->
        [who] Enwch y tîm neu'r swydd, fel swyddogion tai.
        [many] Rhowch rif, neu dywedwch “pob”.
       *[both] Enwch y tîm a'r nifer, fel “pob un o'r 14 o nyrsys ar Ward 4”.
    }

smart-policy-and-approval-good = Mae angen y polisi a phrawf o'i gymeradwyo, y ddau.
smart-policy-and-approval-advice = { $why ->
        [policy] Nid yw'r rhestr yn gofyn am y polisi ei hun.
        [approval] Nid yw'r rhestr yn gofyn am brawf bod y polisi wedi'i gymeradwyo. Nid yw drafft na fabwysiadodd neb yn newid dim.
        [either] Byddai'r polisi neu'r gymeradwyaeth yn ddigon. Mae'r naill heb y llall yn profi rhy ychydig.
       *[both] Nid yw'r rhestr yn gofyn am y polisi nac am brawf o'i gymeradwyo.
    }
smart-policy-and-approval-suggestion = { $why ->
        [policy] Ychwanegwch destun newydd y polisi yn eitem ofynnol.
        [approval] Ychwanegwch y cofnod neu'r penderfyniad y cymeradwyodd y swyddog neu'r pwyllgor perthnasol ef drwyddo, yn eitem ofynnol.
        [either] Gwnewch y ddwy eitem yn ofynnol.
       *[both] Ychwanegwch y testun newydd a'r cofnod sy'n ei gymeradwyo, y ddau'n ofynnol.
    }

## Cyraeddadwy

smart-within-powers-good = Ni chanfuwyd dim yma sydd y tu hwnt i bwerau { $body }.
smart-within-powers-advice = “{ $words }”: { $holder ->
        [court] dim ond llys neu dribiwnlys all newid hyn, nid { $body }.
        [lawmaker] dim ond Senedd y Deyrnas Unedig, Senedd Cymru neu weinidog all newid hyn, nid { $body }.
        [regulator] dim ond y rheoleiddiwr proffesiynol all wneud hyn, nid { $body }.
        [health] mater i gorff iechyd yw hyn, nid i { $body }.
        [council] mater i'r cyngor lleol yw hyn, nid i { $body }.
        [government] mater i un o adrannau'r llywodraeth yw hyn, nid i { $body }.
       *[landlord] mater i'r landlord yw hyn, nid i { $body }.
    } Ni chaiff argymhelliad ei gyflawni os na all y corff ei gyflawni.
smart-within-powers-suggestion = Gofynnwch am yr hyn y gall { $body } ei wneud, fel gwneud cais amdano, gofyn amdano neu ildio ei hawliad ei hun; neu cyfeiriwch ef at y corff a all.

smart-spending-freeze-good = Nid oes rhewi gwariant wedi'i gofnodi ar gyfer { $body }.
smart-spending-freeze-advice = Mae { $body } o dan hysbysiad sy'n rhewi ei wariant ers { $since }. Gellir gwneud yr argymhelliad o hyd; ni chaiff ei hepgor.
smart-spending-freeze-suggestion = Darllenwch y canllawiau ar rewi gwariant. Ystyriwch daliad fesul cam neu ateb arall, trafodwch ef â'r corff cyn y drafft, a gofynnwch i'ch rheolwr.

## Perthnasol

smart-linked-to-finding-good = Mae'n ateb canfyddiad { $finding }.
smart-linked-to-finding-advice = { $why ->
        [unknown] Mae'n ateb canfyddiad { $finding }, ond nid oes canfyddiad o'r fath yn yr achos.
        [other-body] Yn erbyn corff arall y mae canfyddiad { $finding }. Byddai gofyn i'r corff hwn unioni'r hyn na wnaeth.
        [no-injustice] Ni achosodd canfyddiad { $finding } anghyfiawnder, felly nid oes dim i'w unioni i'r person.
       *[none] Nid yw'n gysylltiedig â chanfyddiad. Mae argymhelliad yn unioni anghyfiawnder a achoswyd gan fai.
    }
smart-linked-to-finding-suggestion = { $why ->
        [no-injustice] Dewiswch ganfyddiad a achosodd anghyfiawnder, cofnodwch yr anghyfiawnder, neu gwnewch ef yn welliant i'r gwasanaeth.
        [other-body] Dewiswch ganfyddiad yn erbyn y corff hwn, neu cyfeiriwch ef at y llall.
       *[none] Dewiswch y canfyddiad y mae'n ei ateb.
    }

smart-duplicate-good = Nid oes dim tebyg yn agored nac wedi'i fodloni'n ddiweddar gan y corff hwn.
smart-duplicate-advice = { $state ->
        [met_on_time] Gofynnodd argymhelliad { $reference } am bron yr un peth, ac fe'i bodlonwyd.
        [met_late] Gofynnodd argymhelliad { $reference } am bron yr un peth, ac fe'i bodlonwyd.
        [treated_as_met] Gofynnodd argymhelliad { $reference } am bron yr un peth, ac fe'i triniwyd fel un a fodlonwyd.
       *[other] Mae argymhelliad { $reference } yn gofyn am bron yr un peth, ac mae'n agored.
    } Mae { $percent }% o'r geiriad byrraf yn gyffredin: { $words }.{ $others ->
        [0] { "" }
       *[other] { " " }Eraill tebyg: { $others }.
    }
smart-duplicate-suggestion = Darllenwch { $reference } yn gyntaf. Cyfeiriwch ato yn lle ei ailadrodd, neu dywedwch beth sy'n newydd.

smart-theme-named-good = Mae ei bwnc wedi'i enwi, felly gellir dod o hyd iddo eto.
smart-theme-named-advice = Nid oes ganddo bwnc. Ni ddeuir o hyd i welliant gwasanaeth heb bwnc pan fydd y bai'n codi eto.
smart-theme-named-suggestion = Dewiswch am beth y mae.

## Amserol

smart-has-date-good = { $known ->
        [yes] Mae'r corff i ddweud wrthym erbyn { $on }.
       *[no] Mae cyfnod. Bydd y dyddiad yn hysbys pan fydd yn dechrau cyfrif.
    }
smart-has-date-needed = Nid oes dyddiad. Heb un nid oes dim byth yn hwyr, ac ni chaiff neb ei atgoffa.
smart-has-date-suggestion = Cofnodwch gyfnod, fel 20 diwrnod gwaith ar ôl y penderfyniad terfynol, neu ddyddiad.

smart-non-working-day-good = Mae { $on } yn ddiwrnod gwaith.
smart-non-working-day-advice = Nid yw { $on } yn ddiwrnod gwaith. Efallai na fydd neb yno i anfon y dystiolaeth nac i'w derbyn.
smart-non-working-day-suggestion = Dewiswch y diwrnod gwaith nesaf.

smart-anchor-said-good = Mae'n glir o ba bryd y mae'r amser yn cyfrif.
smart-anchor-said-advice = { $why ->
        [form] Nid yw'r cyfnod yn dweud o ba ddigwyddiad y mae'n cyfrif.
       *[wording] Nid yw “{ $words }” yn dweud o ba ddigwyddiad y mae'n cyfrif. Gall y corff gyfrif o ddiwrnod gwahanol i chi.
    }
smart-anchor-said-suggestion = { $why ->
        [form] Dewiswch y digwyddiad: y penderfyniad terfynol, y diwrnod y mae'r corff yn ei dderbyn, neu un arall.
       *[wording] Ychwanegwch y digwyddiad, fel “i'r penderfyniad terfynol”, neu gadewch yr amser i'r dyddiad isod.
    }

smart-period-in-wording-agrees-good = Mae'r geiriad a'r ffurflen yn rhoi'r un amser.
smart-period-in-wording-agrees-advice = { $why ->
        [vague] Nid yw “{ $words }” yn amser y gellir ei gadw na'i fethu.
        [no-year] Nid yw “{ $words }” yn ddyddiad cyfan.
        [date] Mae'r geiriad yn dweud “{ $words }” ac mae'r ffurflen yn rhoi amser arall. Ni fyddai'r corff yn gwybod pa un sy'n cyfrif.
       *[period] Mae'r geiriad yn dweud “{ $words }” ac mae'r ffurflen yn rhoi cyfnod arall. Ni fyddai'r corff yn gwybod pa un sy'n cyfrif.
    }
smart-period-in-wording-agrees-suggestion = { $known ->
        [yes] Ysgrifennwch { $on } yn y geiriad, neu gadewch yr amser allan ohono.
       *[no] Ysgrifennwch yr un cyfnod yn y ddau, neu gadewch yr amser allan o'r geiriad.
    }

smart-one-period-good = Un amser sydd yn y geiriad.
smart-one-period-advice = Mae mwy nag un amser yn y geiriad ({ $times }): { $words }. Un dyddiad sydd i argymhelliad.
smart-one-period-suggestion = Ysgrifennwch un argymhelliad ar gyfer pob amser.

smart-three-months-good = Mae gan y corff o leiaf dri mis ar ôl yr adroddiad.
smart-three-months-advice = Ystyrir adroddiad cyhoeddus, ac mae gan y corff lai na thri mis i weithredu.
smart-three-months-suggestion = Rhowch dri mis, oni bai bod y corff wedi dweud y bydd yn gweithredu'n gynt.

## Geiriau plaen

smart-length-good = { $count ->
        [one] Un gair sydd yn y frawddeg hiraf.
       *[other] Nifer y geiriau yn y frawddeg hiraf: { $count }. Gellir ei darllen ar un anadl.
    }
smart-length-advice = Nifer y geiriau mewn un frawddeg: { $count }. Uwchlaw 40 mae darllenwyr yn colli'r trywydd.
smart-length-suggestion = Dywedwch pwy fydd yn gwneud beth, a rhowch yr hanes a'r rhesymau yn y penderfyniad.

smart-reading-ease-good = Nid yw'n anodd ei ddarllen.
smart-reading-ease-advice = { $why ->
        [long] Mae'n anodd ei ddarllen: mae'r brawddegau'n hir.
       *[hard] Mae'n anodd ei ddarllen. Geiriau hir: { $words }.
    }
smart-reading-ease-suggestion = { $why ->
        [long] Gwnewch ddwy frawddeg ohoni.
       *[hard] Defnyddiwch eiriau byrrach a brawddegau byrrach.
    }

smart-jargon-good = Ni chanfuwyd Lladin na geiriau swyddfa.
smart-jargon-advice = Nid yw “{ $words }” yn blaen. Dylai'r achwynydd a'r staff a fydd yn gweithredu ei ddeall.
smart-jargon-suggestion = Yn blaenach: { $plain }

## Testun cyhoeddus

smart-names-good = Ni chanfuwyd enwau yn y testun cyhoeddus.
smart-names-advice = Gall y testun cyhoeddus enwi rhywun: { $words }. Gall unrhyw un ei ddarllen.
smart-names-suggestion = Ysgrifennwch pwy ydyw heb yr enw: y tenant, y claf, swyddog.

smart-references-good = Ni chanfuwyd cyfeirnodau, rhifau na chyfeiriadau yn y testun cyhoeddus.
smart-references-advice = Yn y testun cyhoeddus mae { $what ->
        [email] cyfeiriad e-bost
        [postcode] cod post
        [insurance] rhif Yswiriant Gwladol
        [nhs] rhif GIG
        [phone] rhif ffôn
       *[reference] cyfeirnod
    }: { $words }. Gallai ddatgelu pwy yw rhywun.
smart-references-suggestion = Tynnwch ef. Dim ond yr hyn a fydd yn newid sydd ei angen yn y crynodeb.

smart-birth-dates-good = Ni chanfuwyd dyddiad geni yn y testun cyhoeddus.
smart-birth-dates-advice = Yn y testun cyhoeddus mae'r hyn sy'n edrych fel dyddiad geni: { $words }. Gallai ddatgelu pwy yw rhywun.
smart-birth-dates-suggestion = Tynnwch ef, neu ysgrifennwch y grŵp oedran: plentyn, person hŷn.

smart-timescale-good = Nid yw'r testun cyhoeddus yn rhoi amserlen.
smart-timescale-advice = Mae testun cyhoeddus gwelliant i'r gwasanaeth yn rhoi amserlen: “{ $words }”. Gall dyddiadau symud, ond mae'r testun cyhoeddus yn aros.
smart-timescale-suggestion = Tynnwch yr amser o'r testun cyhoeddus. Mae'n sefyll yn yr argymhelliad.

## Enghraifft dda o bob math

smart-example-apology = Bydd y Cyngor yn ymddiheuro'n ysgrifenedig i Mrs A am gymryd naw wythnos i asesu ei hanghenion, ac am y pryder a achosodd hynny iddi.
smart-example-payment = Bydd y Bwrdd Iechyd yn talu £250 i Mr B am y gofid a achosodd yr oedi iddo.
smart-example-reimbursement = Bydd y Cyngor yn ad-dalu i Ms C y £84 a dalodd am y tacsi y dylid bod wedi'i ddarparu.
smart-example-service_provision = Bydd y Cyngor yn darparu i fab Mr D y pum awr yr wythnos o ddysgu a enwir yn ei gynllun.
smart-example-inspection_repair = Bydd y landlord yn trwsio nenfwd ystafell ymolchi Ms E fel na ddaw dŵr drwyddo.
smart-example-explanation = Bydd y Bwrdd Iechyd yn egluro'n ysgrifenedig i Mrs F pam y caewyd ei hatgyfeiriad ar 3 Mawrth.
smart-example-review = Bydd y Cyngor yn ailasesu cais digartrefedd Mr G, gan swyddog nad yw wedi delio ag ef o'r blaen.
smart-example-policy_procedure = Bydd y Cyngor yn diwygio ei weithdrefn gwyno fel y caiff pob cwyn ei chydnabod yn ysgrifenedig o fewn pum diwrnod gwaith i'w derbyn.
smart-example-training = Bydd y Bwrdd Iechyd yn hyfforddi pob un o'r 14 o nyrsys ar Ward 4 i gofnodi'r hyn y mae cleifion yn ei fwyta a'i yfed.
smart-example-staff_reminder = Bydd y Cyngor yn anfon cyfarwyddyd ysgrifenedig at bob swyddog yn ei dîm parcio i ddarllen tystiolaeth feddygol cyn penderfynu apêl.
smart-example-share_learning = Bydd y Bwrdd Iechyd yn cyflwyno'r penderfyniad hwn i'w bwyllgor ansawdd, gyda'r hyn y bydd pob ward yn ei wneud yn wahanol.
smart-example-monitoring = Bydd y Cyngor yn archwilio 30 o geisiadau tai o'r tri mis diwethaf o ran y rhesymau a roddwyd mewn llythyrau penderfyniad.
smart-example-records = Bydd y Darparwr Gofal yn cywiro cofnod gofal Mrs H ar 12 Mai i ddangos na chafodd ei meddyginiaeth.
smart-example-cease = Bydd y landlord yn stopio codi tâl ar Mr J am y gwres cymunedol nad oes gan ei fflat.
smart-example-contract = Bydd y Cyngor yn ychwanegu cymal at ei gontract bysiau sy'n ei gwneud yn ofynnol i'r gyrrwr aros pum munud ym mhob arhosfan.
smart-example-resourcing = Bydd y Cyngor yn penodi dau therapydd galwedigaethol arall i'w dîm gofal oedolion.
smart-example-report_back = Bydd y Bwrdd Iechyd yn adrodd i ni faint o gleifion a arhosodd fwy na 36 wythnos ym mhob mis o'r flwyddyn.
