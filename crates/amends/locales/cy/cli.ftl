# Y llinell orchymyn: cymorth, atebion, a'r hyn a ddywedir pan fo rhywbeth o'i le. Mae "-mend" yn dweud beth i'w wneud.

## Cymorth

cli-help-usage = Defnydd
cli-help-examples = Enghreifftiau
cli-help-commands = Gorchmynion
cli-help-command = GORCHYMYN
cli-help-options = Opsiynau
cli-help-arguments = Dadleuon
cli-next-without-config =
    Beth i’w wneud nesaf
      amends demo      rhowch gynnig ar swyddfa ddychmygol ar y cyfrifiadur hwn; nid oes dim yn ei adael
      amends doctor    gwelwch beth sydd ei angen eto ar swyddfa o’ch eiddo
cli-next-with-config =
    Y ffurfweddiad yw { $path }. Beth i’w wneud nesaf
      amends doctor    gwiriwch fod popeth yn gweithio
      amends serve     agorwch y swyddfa

cli-about-amends = Sicrhau bod yr hyn a argymhellodd ombwdsmon yn cael ei wneud.
cli-about-amends-extract = Canfod yr argymhellion mewn penderfyniad, a dweud pa eiriau a wnaeth bob un.
cli-about-amends-clock = Dweud pryd y daw cyfnod i ben, a pham.
cli-about-amends-version = Dweud pa fersiwn yw hwn.
cli-about-amends-completions = Ysgrifennu’r sgript sy’n gadael i gragen gwblhau gorchmynion amends.
cli-about-amends-man = Ysgrifennu’r tudalennau llawlyfr.
cli-arg-out = Y ffolder yr ysgrifennir tudalen ar gyfer pob gorchymyn iddi; hebddi argreffir tudalen amends
cli-man-written = Mae { $count } o dudalennau llawlyfr yn { $folder }.
cli-man-unwritable = Ni ellir ysgrifennu { $path }: { $reason }.
cli-man-unwritable-mend = Enwch ffolder y cewch ysgrifennu iddi gyda --out.
cli-man-exit = Codau gorffen
cli-man-exit-0 = gwnaed
cli-man-exit-1 = methodd
cli-man-exit-2 = ni ddeallwyd
cli-man-exit-3 = mae’r ffurfweddiad yn annilys
cli-man-exit-4 = nid yw rhywbeth a wiriwyd fel y dylai fod
cli-man-exit-5 = ni chaniateir, neu mae rhywun arall yn ei ddal
cli-man-exit-75 = am ychydig yn unig: rhowch gynnig arall arni’n nes ymlaen

cli-arg-config = Y ffeil ffurfweddu; fel arall amends.toml yma neu yn /etc/amends
cli-arg-quiet = Dweud dim ond yr hyn aeth o’i le
cli-arg-verbose = Dweud mwy am yr hyn sy’n digwydd; ddwywaith am fwy eto
cli-arg-json = Ateb mewn JSON
cli-arg-plain = Tablau fel llinellau moel â thabiau, heb liw
cli-arg-no_color = Dim lliw
cli-arg-yes = Cytuno ymlaen llaw â’r hyn a ofynnid
cli-arg-lang = Iaith: en neu cy; i extract, iaith y penderfyniad hefyd
cli-arg-today = Gweithredu fel ar y diwrnod hwn (ar gyfer teithiau a phrofion yn unig)
cli-arg-help = Dangos y cymorth hwn
cli-arg-profile = Cyfraith ac arfer y swyddfa: psow, lgsco, lgsco-part3a neu generic
cli-arg-decided = Dyddiad y penderfyniad, megis 2026-10-05
cli-arg-amends-extract-file = Y penderfyniad: Word, PDF â thestun, tudalen we neu destun plaen; - am destun plaen o’r mewnbwn safonol
cli-arg-rule = Un o glociau’r gyfraith neu swyddfa, megis W-26
cli-arg-add = Hyd, megis "20 diwrnod gwaith", "1 mis" neu "pythefnos"
cli-arg-from = Y diwrnod y cyfrifir y cyfnod ohono, megis 2026-04-14
cli-arg-calendar = Gwyliau banc pwy: england-and-wales, scotland neu northern-ireland
cli-arg-shell = bash, zsh, fish, powershell neu elvish

## Yr hyn na ddeallwyd

cli-usage-unknown-command = Nid oes gorchymyn “{ $command }”.
cli-usage-unknown-argument = Nid oes opsiwn { $argument } yma.
cli-usage-missing = Mae rhywbeth ar goll: { $arguments }
cli-usage-value-missing = Mae angen gwerth ar { $argument }.
cli-usage-value-unknown = Ni all { $argument } fod yn “{ $value }”. Defnyddiwch un o’r rhain: { $known }.
cli-usage-value-wrong = Ni all { $argument } fod yn “{ $value }”.
cli-usage-conflict = Ni all { $argument } a { $other } sefyll gyda’i gilydd.
cli-usage-command-missing = Mae gorchymyn ar goll ar ôl hwn.
cli-usage-not-utf8 = Nid yw un o eiriau’r llinell orchymyn yn destun darllenadwy (UTF-8).
cli-usage-number-of-values = Mae gan { $argument } ormod neu rhy ychydig o werthoedd.
cli-usage-not-understood = Ni ddeallwyd y llinell orchymyn.
cli-usage-did-you-mean = Ai { $meant } oeddech chi’n ei feddwl?
cli-usage-see-help = Ychwanegwch --help at y gorchymyn i weld sut i’w ddefnyddio.
cli-today-barred = Mae --today yn symud y diwrnod, ac ni ellir symud diwrnod swyddfa.
cli-today-barred-mend = Ar gyfer taith neu brawf, gosodwch AMENDS_ALLOW_SET_DAY=1.

## Yr hyn a deipiwyd

cli-date-unreadable = { $argument }: nid dyddiad yw “{ $typed }”.
cli-date-unreadable-mend = Ysgrifennwch y flwyddyn, y mis a’r diwrnod â chysylltnodau, megis 2026-10-05.
cli-date-none-such = { $argument }: nid oes { $typed }: mae gan { $month ->
        [1] fis Ionawr
        [2] fis Chwefror
        [3] fis Mawrth
        [4] fis Ebrill
        [5] fis Mai
        [6] fis Mehefin
        [7] fis Gorffennaf
        [8] fis Awst
        [9] fis Medi
        [10] fis Hydref
        [11] fis Tachwedd
       *[12] fis Rhagfyr
    } { $days } diwrnod yn y flwyddyn honno.
cli-date-none-such-mend = Gwiriwch y diwrnod a’r mis, a theipiwch y dyddiad eto.
cli-amount-unreadable = { $argument }: nid swm yw “{ $typed }”: { $problem ->
        [empty] ni theipiwyd dim
        [comma] nid yw’r coma’n sefyll o flaen tri ffigur, felly gallai olygu dau swm
        [pence] rhaid cael dau ffigur ar ôl y pwynt
        [size] rhaid iddo fod yn fwy na dim ac yn llai na mil o filiynau o bunnoedd
       *[not-a-number] nid yw wedi’i wneud o ffigurau
    }.
cli-amount-unreadable-mend = Ysgrifennwch bunnoedd a cheiniogau fel 250, 1,250 neu 1250.50.
cli-file-missing = Nid oes ffeil { $path }.
cli-file-missing-mend = Gwiriwch ei henw a’i ffolder, a rhowch gynnig arall arni.
cli-file-barred = Ni chewch ddarllen { $path }: { $reason }.
cli-file-barred-mend = Gofynnwch i berchennog y ffeil, neu copïwch hi i ffolder o’ch eiddo.
cli-file-unreadable = Nid oedd modd darllen { $path }: { $reason }.
cli-file-unreadable-mend = Gwiriwch y ddisg neu’r cysylltiad â hi, a rhowch gynnig arall arni.
cli-file-is-folder = Ffolder yw { $path }, nid ffeil.
cli-file-is-folder-mend = Enwch un ffeil sydd ynddo.
cli-profile-unknown = Nid oes proffil “{ $typed }”.
cli-profile-unknown-mend = Defnyddiwch un o’r rhain: { $known }.
cli-clock-unknown = Nid oes cloc “{ $typed }”.
cli-clock-unknown-mend = Defnyddiwch un o’r rhain: { $known }.
cli-calendar-unknown = Nid oes calendr “{ $typed }”.
cli-calendar-unknown-mend = Defnyddiwch england-and-wales, scotland neu northern-ireland.

## Yr hyn aeth o'i le

cli-output-failed = Nid oedd modd ysgrifennu’r ateb: { $reason }.
cli-disk-full = Mae’r ddisg yn llawn: nid oedd modd ysgrifennu’r ateb yn gyfan.
cli-disk-full-mend = Gwnewch le ar y ddisg, a rhowch y gorchymyn eto.
cli-no-time-zone = Nid yw’r cyfrifiadur hwn yn adnabod y gylchfa amser Europe/London: { $reason }.
cli-no-time-zone-mend = Gosodwch ddata’r cylchfaoedd amser (tzdata) a rhowch gynnig arall arni.
cli-config-invalid = Ni ellir defnyddio’r ffurfweddiad. { $detail }
cli-config-invalid-mend = I weld beth gaiff sefyll yno: amends config template
cli-calendar-broken = Ni ellir darllen y gwyliau banc sy’n dod gyda’r rhaglen: { $detail }
cli-calendar-broken-mend = Gosodwch y rhaglen eto.

## Canfod argymhellion

cli-extract-none = Ni chafwyd hyd i argymhelliad.
cli-extract-personal = i’r unigolyn
cli-extract-service = i’r gwasanaeth
cli-extract-deadline = Erbyn pryd: { $date ->
        [none] “{ $phrase }”
       *[other] “{ $phrase }” -> { $date }
    }
cli-extract-evidence = Tystiolaeth y gofynnir amdani: “{ $words }”
cli-extract-field-recommendation = argymhelliad, oherwydd
cli-extract-field-kind = ei fath, oherwydd
cli-extract-field-addressee = pwy sy’n gweithredu, oherwydd
cli-extract-field-deadline = erbyn pryd, oherwydd
cli-extract-field-amount = faint, oherwydd
cli-extract-field-evidence = tystiolaeth, oherwydd
cli-extract-stated-date-differs = Nid y dyddiad a nodir, { $stated }, yw’r un y mae’r cyfnod yn ei roi ({ $computed }). Y dyddiad a nodir sy’n sefyll.
cli-extract-year-assumed = Ni nodir y flwyddyn; cymerwyd { $date }.
cli-extract-weekday-differs = Nid y diwrnod o’r wythnos a enwir yw diwrnod { $date }.
cli-extract-before-decision = Mae { $date } cyn y penderfyniad.
cli-extract-no-such-date = Nid yw’r dyddiad a nodir mewn unrhyw galendr.
cli-extract-parts-do-not-add-up = Mae’r rhannau’n gwneud { $parts }, ond y cyfanswm a nodir yw { $total }.
cli-extract-sum-from-before = Mae’r swm mewn brawddeg flaenorol.

cli-kind-apology = Ymddiheuriad
cli-kind-payment = Taliad
cli-kind-reimbursement = Ad-daliad
cli-kind-service_provision = Gwasanaeth i’w roi
cli-kind-inspection_repair = Archwiliad neu atgyweiriad
cli-kind-explanation = Esboniad
cli-kind-review = Adolygiad
cli-kind-policy_procedure = Polisi neu weithdrefn
cli-kind-training = Hyfforddiant
cli-kind-staff_reminder = Atgoffa staff
cli-kind-share_learning = Rhannu’r hyn a ddysgwyd
cli-kind-monitoring = Monitro
cli-kind-records = Cofnodion
cli-kind-cease = Rhoi’r gorau i rywbeth
cli-kind-contract = Contractau
cli-kind-resourcing = Staff a modd
cli-kind-report_back = Adrodd i’r swyddfa

## Ffurfweddiad

cli-about-amends-config = Dangos a gwirio’r hyn a osodwyd.
cli-about-amends-config-show = Dangos pob gosodiad, ac o ble y daw.
cli-about-amends-config-check = Dweud a ellir defnyddio’r ffurfweddiad.
cli-about-amends-config-template = Argraffu ffeil ffurfweddu gyfan, â phob allwedd wedi’i hesbonio.
cli-about-amends-config-explain = Esbonio un allwedd.
cli-arg-key = Allwedd, megis mail.smtp
cli-config-key = Allwedd
cli-config-value = Gwerth
cli-config-origin = O ble
cli-config-origin-default = rhagosodiad
cli-config-origin-file = ffeil
cli-config-origin-environment = amgylchedd
cli-config-valid = Mae { $path } yn ddilys.
cli-config-defaults = Nid oes ffeil ffurfweddu; defnyddir y rhagosodiadau.
cli-config-template = Ffurfweddiad Amends. Tynnwch y # oddi ar linell i osod ei hallwedd.
cli-config-unknown-key = Nid oes allwedd “{ $typed }”.
cli-config-unknown-key-mend = Efallai mai un o’r rhain ydyw: { $known }.
cli-config-explained =
    Nawr: { $value } ({ $origin }). Rhagosodiad: { $default }.
    Gall yr amgylchedd ei gosod â { $variable }.

cli-key-site-public_url = Y cyfeiriad y mae pobl yn ei weld, heb slaes ar ei ddiwedd
cli-key-site-office_name_en = Enw’r swyddfa yn Saesneg
cli-key-site-office_name_cy = Enw’r swyddfa yn Gymraeg
cli-key-site-telephone = Y rhif ffôn mewn llythyrau ac ar dudalennau
cli-key-server-listen = Y cyfeiriad a’r porth y mae’r rhaglen yn gwrando arnynt
cli-key-server-round_seconds = Eiliadau rhwng dau olwg ar yr hyn sy’n ddyledus, y post a ddaeth a’r llythyrau sy’n aros
cli-key-server-trusted_proxies = Dirprwyon o flaen y swyddfa y derbynnir eu gair am rif cais: cyfeiriadau neu rwydweithiau, fel 127.0.0.1, 10.0.0.0/8
cli-key-server-metrics = Cyfeiriad a phorth lle gellir nôl ffigurau am y swyddfa tra bydd yn rhedeg; unman os gadewir allan
cli-key-server-metrics_for_others = A gaiff hwnnw fod yn gyfeiriad y gall eraill heblaw’r cyfrifiadur hwn ei gyrraedd: true neu false
cli-key-server-lease_seconds = Eiliadau y mae un o sawl nod yn arwain heb fod neb yn clywed ganddo, cyn i un arall fynd ymlaen
cli-key-server-machinery = A yw’r nod hwn yn gwneud yr hyn sy’n ddyledus, yn derbyn post ac yn trosglwyddo llythyrau ochr yn ochr â’i dudalennau
cli-key-storage-data_dir = Y ffolder ar gyfer y gronfa ddata a’r ffeiliau
cli-key-storage-database = Ble mae’r gronfa ddata, os nad yn y ffolder honno: postgres://DEFNYDDIWR:CYFRINAIR@GWESTEIWR/CRONFA, neu ffeil arall (AMENDS_DATABASE yn fyr)
cli-key-storage-accept_unsafe_server = A ddylid gweithio gyda gweinydd a all golli’r hyn y mae’n ei gydnabod: ar gyfer treialon yn unig
cli-key-storage-max_upload_mib = Y ffeil fwyaf a dderbynnir, mewn MiB
cli-key-storage-least_room_mib = Gyda llai o le na hyn ar y ddisg, mewn MiB, mae’r swyddfa’n dweud nad yw’n barod
cli-key-storage-override_dir = Ffolder y defnyddir ei thempledi a’i llythyrau yn lle’r rhai sy’n dod gyda’r rhaglen
cli-key-mail-smtp = Ble y trosglwyddir llythyrau (smtp:// neu smtps://); heb hwn fe’u cedwir
cli-key-mail-address = Y cyfeiriad y daw llythyrau ohono ac yr â atebion iddo; fel arall un y proffil
cli-key-mail-inbound_dir = Ffolder y cymerir negeseuon ohoni fel ffeiliau .eml
cli-key-profile-name = Y gyfraith a’r arfer: psow, lgsco, lgsco-part3a neu generic
cli-key-profile-file = Ffeil broffil y swyddfa ei hun, yn lle hynny
cli-key-auth-idle_minutes = Munudau heb gais cyn i fewngofnodiad ddod i ben
cli-key-auth-absolute_hours = Oriau cyn i fewngofnodiad ddod i ben beth bynnag
cli-key-auth-link_days = Diwrnodau y mae dolen i gorff neu achwynydd yn gweithio
cli-key-log-format = Sut olwg sydd ar linellau’r log: pretty neu json
cli-key-log-level = Beth a gofnodir: error, warn, info neu debug

## Iechyd

cli-about-amends-healthcheck = Gofyn i swyddfa sy’n rhedeg a yw’n iawn.
cli-arg-url = Ei chyfeiriad, megis http://127.0.0.1:8080; fel arall yr un yn y ffurfweddiad
cli-health-well = Mae’r swyddfa yn { $address } yn iawn.
cli-health-ill = Nid yw’r swyddfa yn { $address } yn iawn: atebodd { $status }.
cli-health-ill-mend = Edrychwch ar ei log, neu redeg: amends doctor
cli-health-silent = Nid oes dim yn ateb yn { $address }: { $reason }.
cli-health-silent-mend = Gwiriwch fod y swyddfa’n rhedeg: amends serve
cli-health-address = Nid yw “{ $typed }” yn gyfeiriad y gellir gofyn iddo.
cli-health-address-mend = Ysgrifennwch ef fel http://127.0.0.1:8080.

## Y swyddfa

cli-about-amends-serve = Agor y swyddfa i’r rhwydwaith.
cli-about-amends-case = Achosion, o’u hagor hyd y penderfyniad.
cli-about-amends-case-list = Rhestru achosion.
cli-about-amends-case-show = Dangos achos gyda’i argymhellion a’i hanes.
cli-about-amends-case-open = Agor achos.
cli-about-amends-case-finding = Cofnodi’r hyn a ganfuwyd.
cli-about-amends-case-check = Cofnodi yr edrychwyd ar rywbeth, megis y canllawiau ar unioni.
cli-about-amends-case-draft = Anfon y drafft at y partïon am sylwadau.
cli-about-amends-case-answer = Cofnodi ateb corff ar un argymhelliad.
cli-about-amends-case-comment = Cofnodi’r hyn y mae’r achwynydd yn ei ddweud am y drafft.
cli-about-amends-case-close-comments = Cau’r sylwadau; nid yw’r sawl na ddywedodd ddim wedi cytuno.
cli-about-amends-case-consider = Cofnodi sut yr ystyriwyd sylwadau ar un argymhelliad.
cli-about-amends-case-period = Cofnodi’r cyfnod y cytunwyd arno ar gyfer adroddiad drwy’r llwybr amgen.
cli-about-amends-case-decide = Cyhoeddi’r penderfyniad terfynol.
cli-about-amends-case-receipt = Cofnodi pryd y derbyniodd corff y penderfyniad.
cli-about-amends-rec = Argymhellion, o’u geiriad hyd farn y swyddfa.
cli-about-amends-rec-list = Rhestru argymhellion yn ôl y dyddiad y mae’n rhaid dweud wrth y swyddfa.
cli-about-amends-rec-show = Dangos un argymhelliad, a pham y mae ei ddyddiad fel y mae.
cli-about-amends-rec-write = Ysgrifennu argymhelliad, neu ddiwygio un.
cli-about-amends-rec-evidence = Cofnodi tystiolaeth a ddaeth drwy’r post, â llaw neu dros y ffôn.
cli-about-amends-rec-review = Dechrau adolygu tystiolaeth.
cli-about-amends-rec-assess = Cofnodi’r hyn y mae un eitem o dystiolaeth yn ei ddangos.
cli-about-amends-rec-met = Barnu bod argymhelliad wedi’i gyflawni.
cli-about-amends-rec-more = Dweud nad yw’r dystiolaeth yn ddigon, a beth sydd ei angen.
cli-about-amends-rec-treat-as-met = Trin argymhelliad fel un a gyflawnwyd, am reswm da.
cli-about-amends-rec-not-met = Barnu nad yw argymhelliad wedi’i gyflawni.
cli-about-amends-rec-extension = Ceisiadau am ragor o amser.
cli-about-amends-rec-extension-ask = Cofnodi bod corff yn gofyn am ragor o amser.
cli-about-amends-rec-extension-decide = Rhoi rhagor o amser, neu ei wrthod.
cli-about-amends-act = Gwneud unrhyw weithred ar achos, o ffeil JSON; llinyn plaen yw testun rhydd yno.
cli-about-amends-import = Cymryd penderfyniadau a chyrff i mewn.
cli-about-amends-import-decision = Gwneud argymhellion o benderfyniad, unwaith y cadarnheir hwy.
cli-about-amends-import-from-csv = Cymryd cyrff i mewn o dabl, a phwy yr ysgrifennir atynt yno.
cli-about-amends-chase = Nodiadau mynd ar ôl: beth fyddai’n mynd, beth sy’n mynd, at bwy nad oes dim yn mynd.
cli-about-amends-chase-preview = Dangos beth y byddid yn mynd ar ei ôl ar ddiwrnod, pe na bai dim yn dod tan hynny.
cli-about-amends-chase-run = Anfon y nodiadau atgoffa a’r nodiadau mynd ar ôl sy’n ddyledus heddiw.
cli-about-amends-chase-pause = Rhoi’r gorau i fynd ar ôl un corff, neu bawb.
cli-about-amends-chase-resume = Ailddechrau mynd ar ôl.
cli-about-amends-mail = Llythyrau allan a negeseuon i mewn.
cli-about-amends-mail-outbox = Rhestru’r llythyrau yn y blwch anfon.
cli-about-amends-mail-show = Dangos un llythyr.
cli-about-amends-mail-held = Rhestru’r negeseuon y mae’n rhaid i berson eu ffeilio.
cli-about-amends-body = Y gofrestr o gyrff.
cli-about-amends-body-list = Rhestru cyrff.
cli-about-amends-body-show = Dangos corff a phwy yr ysgrifennir atynt yno.
cli-about-amends-body-contact = At bwy yr ysgrifennir mewn corff.
cli-about-amends-body-contact-add = Nodi rhywun mewn corff, neu newid pwy ydynt yno.
cli-about-amends-body-contact-remove = Tynnu rhywun oddi ar gorff.
cli-arg-amends-body-contact-add-role = link_officer (dau ar y mwyaf; y ddau’n cael pob llythyr), chief_executive (un) neu other
cli-arg-amends-body-contact-add-language = Yr iaith a siaradant: en neu cy; fel arall iaith y corff
cli-arg-amends-body-contact-add-body = Y corff, wrth ei enw byr
cli-arg-amends-body-contact-remove-body = Y corff, wrth ei enw byr
cli-contact-kept = Mae { $email } wedi’i nodi yn { $body }: { $role }.
cli-contact-removed = Mae { $email } wedi’i dynnu oddi ar { $body }.
cli-contact-unknown = Nid oes gan neb yn { $body } y cyfeiriad { $email }.
cli-contact-unknown-mend = Gwelwch pwy sydd wedi’u nodi gyda: amends body show { $body }
cli-about-amends-user = Pwy gaiff fewngofnodi.
cli-about-amends-user-add = Gwneud cyfrif; daw’r cyfrinair o ffeil neu o’r mewnbwn safonol.
cli-about-amends-user-list = Rhestru cyfrifon.
cli-about-amends-user-disable = Cau cyfrif a’i allgofnodi ym mhobman.
cli-about-amends-user-password = Gosod cyfrinair; caiff y cyfrif ei allgofnodi ym mhobman.
cli-about-amends-audit = A yw’r cofnod yn gyfan.
cli-about-amends-audit-verify = Gwirio pob cofnod, testun, ffeil a man gwirio.
cli-about-amends-audit-head = Dangos diwedd y cofnod: ei hyd a’i wraidd.
cli-about-amends-rebuild = Gwneud y rhestrau o’r newydd o’r cofnod.
cli-about-amends-doctor = Gwirio bod popeth yn gweithio, a dweud beth i’w wneud lle nad yw.

cli-arg-case = Yr achos, megis 26-0001
cli-arg-amends-import-decision-case = Achos agored i ychwanegu ato; fel arall agorir un
cli-arg-rec = Yr argymhelliad, megis 26-0001-2
cli-arg-who = Pwy sy’n gweithredu: cyfeiriad e-bost aelod o’r staff (neu AMENDS_AS)
cli-arg-text = Dim ond y rhai y mae’r geiriau hyn ynddynt
cli-arg-body = Y corff, wrth ei enw byr; gellir ei hepgor os nad oes ond un
cli-arg-bodies = Y corff y cwynir amdano, wrth ei enw byr; gellir ei roi sawl gwaith
cli-arg-handler = Yr aelod o’r staff sy’n trin yr achos, wrth gyfeiriad e-bost
cli-arg-title = Teitl byr i’r staff
cli-arg-route = investigation neu early_resolution
cli-arg-received = Y diwrnod y’i derbyniwyd; fel arall heddiw
cli-arg-own_initiative = Agorwyd gan y swyddfa ei hun, heb achwynydd
cli-arg-complainant = Enw’r achwynydd
cli-arg-email = Cyfeiriad e-bost
cli-arg-postal_address = Cyfeiriad post, lle mae llythyrau’n mynd drwy’r post
cli-arg-complainant_lang = Iaith yr achwynydd: en neu cy
cli-arg-fault = Beth aeth o’i le
cli-arg-injustice = Beth a achosodd
cli-arg-systemic = Mae’n edrych yn systemig
cli-arg-check = guidance_on_remedies, earlier_improvements, public_interest neu spending_freeze
cli-arg-edition = Argraffiad y canllawiau
cli-arg-note = Beth a gasglwyd, neu pam
cli-arg-shown_by = Beth sy’n ei ddangos
cli-arg-bodies_by = Erbyn pryd y gofynnir i gyrff wneud sylwadau
cli-arg-complainant_by = Erbyn pryd y gofynnir i’r achwynydd wneud sylwadau
cli-arg-agree = Mae’r corff yn cytuno
cli-arg-agree_with_change = Byddai’r corff yn cytuno i newid, am y rheswm hwn
cli-arg-wording = Y geiriad: un frawddeg, pwy fydd yn gwneud beth
cli-arg-until = Y dyddiad
cli-arg-already_done = Dywed y corff ei fod wedi gwneud hyn; beth a phryd
cli-arg-disagree = Nid yw’r corff yn cytuno, am y rhesymau hyn
cli-arg-question = Mae’r corff yn gofyn hyn yn gyntaf
cli-arg-checked_with = Y timau y gwiriodd y corff hyn â hwy
cli-arg-comment = Yr hyn a ddywedir
cli-arg-number = Rhif un argymhelliad; fel arall y drafft cyfan
cli-arg-outcome = stands, changed neu withdrawn
cli-arg-agreed = Beth sy’n dangos bod yr achwynydd wedi cytuno i’r cyfnod
cli-arg-not_possible = Pam nad oes cytundeb ar y cyfnod yn bosibl
cli-arg-amends-case-receipt-instrument = Ar gyfer pa offeryn, yn ôl ei rif; fel arall ar gyfer y penderfyniad
cli-arg-reasoning = Pam
cli-arg-instrument = report_without_publicity, report, statement_of_reasons neu decision_letter
cli-arg-on = Y diwrnod; fel arall heddiw
cli-arg-history = Dangos yr hyn a ddigwyddodd, yn ei drefn
cli-arg-view = needs_me, due_in_14, evidence, extensions neu all
cli-arg-state = Dim ond y rhai yn y cyflwr hwn, megis evidence_received
cli-arg-kind = Y math, megis apology, payment neu training
cli-arg-scope = personal neu service
cli-arg-finding = Rhif y canfyddiad y mae’n ei ateb
cli-arg-amount = Y swm, megis 250 neu 1,250.50
cli-arg-within = Yr amser ar ôl y penderfyniad terfynol, megis "20 diwrnod gwaith"
cli-arg-due = Y dyddiad y mae’n rhaid dweud wrth y swyddfa erbyn hynny
cli-arg-proofs = Eitem o dystiolaeth, megis "letter:Copi o’r ymddiheuriad"; fel arall yr hyn sy’n arferol i’r math
cli-arg-set_off_allowed = Caiff y corff osod y swm yn erbyn dyled
cli-arg-public_summary = Yr hyn a gaiff y cyhoedd ei ddarllen
cli-arg-private_notes = Nodiadau i’r swyddfa’n unig
cli-arg-revise = Rhif yr argymhelliad y mae hwn yn ei ddisodli
cli-arg-files = Y ffeiliau
cli-arg-items = Rhifau’r eitemau y dywedir eu bod yn eu dangos
cli-arg-statement = Yr hyn y mae’r corff yn ei ddweud; byth yn ddigon ynddo’i hun
cli-arg-dated = Y dyddiad sydd ar y dystiolaeth
cli-arg-done = Y diwrnod y gwnaed y weithred
cli-arg-paid = Y swm a dalwyd
cli-arg-item = Rhif yr eitem
cli-arg-shown = shown, partly, not_shown neu not_applicable
cli-arg-evidence = Y dystiolaeth, wrth ei dynodwr; fel arall y ddiweddaraf
cli-arg-needed = Beth sydd ei angen
cli-arg-reason = Pam
cli-arg-amends-rec-treat-as-met-reason = circumstances_changed, complainant_declined, offer_open neu set_off
cli-arg-reasons = Pam
cli-arg-grant = Y dyddiad newydd
cli-arg-refuse = Peidio â rhoi rhagor o amser
cli-arg-in_writing = Fe’i rhoddwyd yn ysgrifenedig
cli-arg-done_so_far = Beth a wnaed hyd yma
cli-arg-asked = Y diwrnod y gofynnwyd; fel arall heddiw
cli-arg-file = Y ffeil
cli-arg-amends-act-file = Y weithred, neu sawl un mewn rhestr, mewn JSON; - am y mewnbwn safonol
cli-arg-amends-import-from-csv-file = Y tabl, â’r colofnau slug, name_en, name_cy, kind, language, contact_name, contact_email, contact_language, contact_role, merged_into
cli-arg-seen = Sawl cofnod oedd gan yr achos pan edrychoch chi; dangosir newid a wnaed ers hynny, ni throsysgrifir ef
cli-arg-happened = Y diwrnod y digwyddodd; fel arall heddiw
cli-arg-accept = Rhifau’r rhai i’w cymryd, megis 1,2,3, neu all
cli-arg-dry_run = Dangos beth a wneid, a pheidio â gwneud dim
cli-arg-to = Dim ond llythyrau at gyfeiriadau sy’n cynnwys hyn
cli-arg-post = Y llythyr, wrth ei ddynodwr
cli-arg-name = Yr enw
cli-arg-role = caseworker, coordinator, manager, ombudsman neu administrator
cli-arg-language = Iaith eu tudalennau: en neu cy
cli-arg-password_file = Ffeil â’r cyfrinair ar ei llinell gyntaf; fel arall y mewnbwn safonol
cli-arg-without_files = Gadael y ffeiliau tystiolaeth allan
cli-arg-amends-rebuild-check = Dweud beth sy’n wahanol, a pheidio â newid dim
cli-arg-amends-rebuild-rows = Dim ond yr hyn y mae rhestrau’n ei ddangos: ni chyfrifir niferoedd eto, ac ni ddarllenir dim o’r newydd ar gyfer chwilio
cli-arg-only = Dim ond y rhain: config, clock, mail, disk, files, database, audit, calendar, templates, staff
cli-arg-listen = Y cyfeiriad a’r porth; fel arall rhai’r ffurfweddiad

cli-yes = ydy
cli-head-case = Achos
cli-head-rec = Argymhelliad
cli-head-stage = Cam
cli-head-compliance = Dilyniant
cli-head-received = Derbyniwyd
cli-head-title = Teitl
cli-head-state = Cyflwr
cli-head-due = Tystiolaeth erbyn
cli-head-kind = Math
cli-head-wording = Geiriad
cli-head-body = Corff
cli-head-step = Gris
cli-head-made = Gwnaed
cli-head-to = At
cli-head-from = Oddi wrth
cli-head-subject = Pwnc
cli-head-post = Llythyr
cli-head-mail = Neges
cli-head-reason = Rheswm
cli-head-email = E-bost
cli-head-name = Enw
cli-head-role = Rôl
cli-head-disabled = Ar gau
cli-head-slug = Enw byr
cli-head-merged = Unwyd â

cli-case-opened = Mae achos { $reference } ar agor.
cli-nothing-changed = Nid oedd dim i’w newid.
cli-letter-to-complainant = At yr achwynydd: { $letter } (yn y blwch anfon)
cli-letter-to-body = At y corff: { $letter } (yn y blwch anfon)
cli-rec-due = Rhaid dweud wrth y swyddfa erbyn { $date }.
cli-import-question = Pa rai o’r rhain sy’n argymhellion? (1,2,3, all neu none)
cli-bodies-kept = Cymerwyd i mewn { $new } corff newydd a { $changed } corff hysbys.
cli-bodies-would = Byddai { $new } corff newydd a { $changed } corff hysbys yn cael eu cymryd i mewn. Ni newidiwyd dim.
cli-chase-none = Ni fyddid yn mynd ar ôl dim ar { $date }.
cli-chase-paid = Nodiadau mynd ar ôl yn y blwch anfon: { $chases }. Nodiadau atgoffa: { $reminders }.
cli-chase-stopped-body = Nid â nodiadau at { $body } nes ailddechrau.
cli-chase-resumed-body = Mae nodiadau’n mynd at { $body } eto.
cli-chase-stopped-office = Nid â nodiadau at neb nes ailddechrau.
cli-chase-resumed-office = Mae nodiadau’n mynd eto.
cli-audit-looked-at = Cofnodion: { $entries }. Achosion: { $cases }. Testunau: { $texts } yn gyfan, { $erased } wedi’u dileu. Ffeiliau: { $files }. Mannau gwirio: { $checkpoints }.
cli-audit-no-checkpoint = Nid oes man gwirio wedi’i lofnodi eto.
cli-rebuild-checked = Achosion yr edrychwyd arnynt: { $cases }. Yn wahanol: { $count }. Ni newidiwyd dim.
cli-rebuild-done = Achosion yr edrychwyd arnynt: { $cases }. Gwnaed o’r newydd: { $count }.
cli-user-added = Caiff { $email } fewngofnodi.
cli-user-disabled = Ni chaiff { $email } fewngofnodi mwyach.
cli-user-password-set = Mae cyfrinair { $email } wedi’i osod.
cli-password-question = Cyfrinair (o leiaf 15 nod):
cli-serve-open = Mae’r swyddfa ar agor yn http://{ $address }. Mae Ctrl-C yn ei chau.
cli-serve-closed = Mae’r swyddfa ar gau.

## Yr hyn aeth o'i le yn y swyddfa

cli-no-office = Nid oes swyddfa yn { $folder } eto.
cli-no-office-mend = Gwnewch y cyfrif cyntaf ag amends user add, neu enwch ffurfweddiad arall â --config.
cli-staff-unknown = Nid oes gan neb ar y staff y cyfeiriad { $email }.
cli-staff-unknown-mend = I weld pwy sydd: amends user list
cli-staff-disabled = Mae’r cyfrif { $email } ar gau.
cli-staff-disabled-mend = Gweithredwch fel rhywun arall, neu gofynnwch i weinyddwr.
cli-case-unknown = Nid oes achos { $reference }.
cli-case-unknown-mend = Chwiliwch amdano â: amends case list --text GEIRIAU
cli-rec-unknown = Nid oes argymhelliad { $reference }.
cli-rec-unknown-mend = Ysgrifennwch yr achos a’r rhif, megis 26-0001-2. I’w gweld: amends case show ACHOS
cli-body-unknown = Nid oes corff “{ $typed }”.
cli-body-unknown-mend = I weld pa rai sydd: amends body list
cli-body-unknown-near = Nid oes corff “{ $typed }”.
cli-body-unknown-near-mend = Efallai mai un o’r rhain ydyw: { $known }.
cli-body-which = Mae gan yr achos sawl corff, ac ni enwyd un.
cli-body-which-mend = Enwch un â --body.
cli-code-unknown = { $argument }: nid yw “{ $typed }” yn hysbys ({ $detail }).
cli-code-unknown-mend = Ychwanegwch --help at y gorchymyn i weld pa eiriau y mae’n eu hadnabod.
cli-id-unreadable = { $argument }: nid dynodwr yw “{ $typed }”.
cli-id-unreadable-mend = Copïwch y dynodwr fel y’i dangosir â --json.
cli-kind-unknown = Nid oes math o argymhelliad “{ $typed }”.
cli-kind-unknown-mend = Defnyddiwch un o’r rhain: { $known }.
cli-proof-unreadable = Nid eitem o dystiolaeth yw “{ $typed }”.
cli-proof-unreadable-mend = Ysgrifennwch beth sy’n ei brofi, colon a’r geiriau, megis "letter:Copi o’r ymddiheuriad". Profion: { $known }.
cli-file-empty = Mae’r ffeil { $path } yn wag.
cli-file-empty-mend = Gwiriwch mai hon yw’r ffeil gywir, ac anfonwch hi eto.
cli-no-evidence = Ni ddaeth dim ar gyfer { $reference }.
cli-no-evidence-mend = Cofnodwch ef yn gyntaf â: amends rec evidence { $reference } FFEIL
cli-no-extension = Nid oes cais am ragor o amser ar agor ar gyfer { $reference }.
cli-no-extension-mend = Cofnodwch un yn gyntaf â: amends rec extension ask { $reference }
cli-act-unreadable = Nid gweithred y gellir ei darllen yw { $path }: { $detail }
cli-act-unreadable-mend = Ysgrifennwch y weithred fel ei gorchymyn gyda’i aelodau, megis {"{"}"command": "close_comments"{"}"}.
cli-import-none = Ni chafwyd hyd i argymhelliad yn y penderfyniad.
cli-import-none-mend = Ysgrifennwch hwy eich hun â: amends rec write ACHOS
cli-import-choice = Nid yw “{ $typed }” yn dweud pa rai o’r { $count } i’w cymryd.
cli-import-choice-mend = Ysgrifennwch eu rhifau, megis 1,2, neu all.
cli-import-nothing-accepted = Ni dderbyniwyd dim, felly nid ysgrifennwyd dim.
cli-import-not-confirmed = { $count ->
        [one] Cafwyd hyd i un argymhelliad, ac nid oes neb yma i’w gadarnhau.
       *[other] Cafwyd hyd i { $count } argymhelliad, ac nid oes neb yma i’w cadarnhau.
    }
cli-import-not-confirmed-mend = Enwch y rhai cywir ag --accept 1,2,3.
cli-csv-wrong = { $path }, llinell { $line }, colofn { $column }: { $problem ->
        [column-unknown] nid oes colofn o’r fath; y rhai hysbys yw { $typed }
        [column-missing] mae’r golofn hon ar goll
        [slug] nid enw byr yw “{ $typed }”: llythrennau bach, ffigurau a chysylltnodau
        [empty] nid oes dim yma
        [kind] nid math o gorff yw “{ $typed }”: council, health_board, landlord, care_provider, welsh_government, senedd_commission neu other
        [language] nid iaith yw “{ $typed }”: en neu cy
        [email] nid cyfeiriad e-bost yw “{ $typed }”
        [contact-role] nid rôl yw “{ $typed }”: link_officer, chief_executive neu other
        [role-full] byddai gan y corff ormod yn y rôl { $typed }: dau swyddog cyswllt ac un prif weithredwr ar y mwyaf
        [body-unknown] nid oes corff “{ $typed }” i uno ag ef
       *[unreadable] ni ellir darllen y llinell ({ $typed })
    }.
cli-csv-wrong-mend = Cywirwch y llinell a chymerwch y tabl i mewn eto. Ni newidiwyd dim.
cli-email-unreadable = Nid cyfeiriad e-bost yw “{ $typed }”.
cli-email-unreadable-mend = Ysgrifennwch ef fel sian@ombudsman.example.
cli-password-short = Mae gan y cyfrinair lai na { $least } nod.
cli-password-short-mend = Dewiswch un hwy: mae rhai geiriau nad ydynt yn perthyn i’w gilydd yn gwneud yn dda. Ni ofynnir dim arall ohono.
cli-listen-unreadable = Nid cyfeiriad i wrando arno yw “{ $typed }”.
cli-listen-unreadable-mend = Ysgrifennwch y cyfeiriad a’r porth, megis 127.0.0.1:8080.
cli-serve-no-staff = Ni allai neb fewngofnodi, felly nid yw’r swyddfa’n agor.
cli-serve-no-staff-mend = Gwnewch y cyfrif cyntaf: amends user add E-BOST --name ENW --role administrator
cli-serve-address-taken = Mae { $address } gan raglen arall eisoes.
cli-serve-address-taken-mend = Stopiwch y rhaglen honno, neu enwch gyfeiriad arall â --listen.
cli-serve-address-barred = Ni chaiff y rhaglen hon wrando ar { $address }.
cli-serve-address-barred-mend = Defnyddiwch borth uwch na 1023, neu gadewch i weinydd gwe o’i flaen gael yr un is.
cli-serve-network = Ni ellir gwrando ar { $address }: { $reason }.
cli-serve-network-mend = Enwch gyfeiriad o’r cyfrifiadur hwn â --listen.
cli-denied = Ni chewch wneud hyn ({ $code }).
cli-denied-mend = Gofynnwch i rywun yn y swyddfa sydd â’r rôl honno.
cli-refused = Ni ellir gwneud hyn: { $code } (rheol { $rule }).
cli-changed-meanwhile = Newidiodd rhywun yr achos ers i chi edrych; ni throsysgrifwyd dim. Ers hynny: { $since }
cli-changed-meanwhile-mend = Edrychwch arno eto ag amends case show, a phenderfynwch o’r newydd.
cli-not-found = Nid yw hwn yma: { $what }.
cli-fault = Aeth rhywbeth o’i le yn y rhaglen: { $detail }
cli-fault-mend = Ni newidiwyd dim. Rhowch gynnig arall arni; os daw eto, rhedwch: amends doctor
cli-store-in-use = Mae’r gronfa ddata { $path } yn cael ei dal gan broses arall ({ $holder }).
cli-store-in-use-mend = Dim ond un gaiff ei chael ar agor. Stopiwch honno’n gyntaf, neu defnyddiwch ffolder data arall.
cli-store-full = Mae’r ddisg yn llawn; ni chofnodwyd dim.
cli-store-full-mend = Gwnewch le ar y ddisg, a rhowch y gorchymyn eto.
cli-store-busy = Mae rhaglen arall wedi cloi’r gronfa ddata; ni chofnodwyd dim.
cli-store-busy-mend = Caewch y rhaglen honno, a rhowch y gorchymyn eto.
cli-store-overloaded = Gofynnir gormod ar unwaith; ni chofnodwyd dim.
cli-store-overloaded-mend = Rhowch y gorchymyn eto ymhen ennyd.
cli-store-network-disk = Mae { $path } ar ddisg rhwydwaith ({ $kind }), lle gellir difrodi cronfa ddata.
cli-store-network-disk-mend = Gosodwch storage.data_dir i ffolder ar ddisg o’r cyfrifiadur hwn.
cli-store-taken = Mae { $what } wedi’i gymryd eisoes.
cli-store-taken-mend = Dewiswch un arall.
cli-store-bad-address = Mae cyfeiriad y gronfa ddata yn anghywir: { $what }.
cli-store-bad-address-mend = Cywirwch storage.database yn y ffurfweddiad, neu AMENDS_DATABASE: postgres://DEFNYDDIWR:CYFRINAIR@GWESTEIWR/CRONFA, neu ffeil.
cli-store-unreachable = Ni ellir cyrraedd y gronfa ddata yn { $place }: { $what }. Ni chofnodwyd dim.
cli-store-unreachable-mend = Gwnewch yn siŵr bod ei gweinydd yn rhedeg a bod y cyfeiriad yn gywir, a rhowch y gorchymyn eto.
cli-store-sign-in-refused = Nid yw’r gronfa ddata yn { $place } yn ein gadael i mewn: { $what }
cli-store-sign-in-refused-mend = Cywirwch y defnyddiwr neu’r cyfrinair yn storage.database, neu AMENDS_DATABASE.
cli-store-not-trusted = Nid oes ymddiriedaeth yn nhystysgrif y gronfa ddata yn { $place }: { $what }.
cli-store-not-trusted-mend = Ychwanegwch ?sslrootcert=FFEIL at y cyfeiriad, gyda thystysgrif yr awdurdod a’i llofnododd, neu ysgrifennwch yn y cyfeiriad yr enw y cafodd ei gwneud ar ei gyfer.
cli-store-no-database = Nid oes cronfa ddata yn { $place }.
cli-store-no-database-mend = Crëwch hi â createdb, neu cywirwch storage.database neu AMENDS_DATABASE.
cli-store-read-only = Dim ond darllen y gronfa ddata yn { $place } sy’n bosibl. Ni chofnodwyd dim.
cli-store-read-only-mend = Gwnewch ei disg yn ysgrifenadwy, neu enwch y gweinydd yr ysgrifennir iddo, nid copi ohono.
cli-store-unsafe = Nid yw’n ddiogel gweithio ar y gronfa ddata hon: { $what }.
cli-store-unsafe-mend = Trwsiwch hyn: { $mend }. I roi cynnig arni yn unig, gosodwch storage.accept_unsafe_server = true.
cli-store-unknown = Collwyd y cysylltiad â { $place } ar ddiwedd newid; efallai iddo gael ei gofnodi, efallai ddim.
cli-store-unknown-mend = Edrychwch a gafodd ei gofnodi cyn rhoi’r gorchymyn eto.
cli-store-too-new = Mae’r gronfa ddata yn fwy newydd ({ $found }) na’r rhaglen hon ({ $known }).
cli-store-too-new-mend = Defnyddiwch y rhaglen fwy newydd.
cli-store-other = Methodd cof y swyddfa: { $detail }
cli-store-other-mend = Ni chofnodwyd dim. Rhedwch: amends doctor
cli-post-unknown = Nid oes llythyr { $typed }.
cli-post-unknown-mend = I weld pa rai sydd: amends mail outbox --json
cli-audit-broken = { $count ->
        [one] Mae’r cofnod wedi’i dorri mewn un man.
       *[other] Mae’r cofnod wedi’i dorri mewn { $count } man.
    }
cli-audit-broken-mend = Rhowch y gorau i weithio, cadwch gopi o’r ffolder data fel y mae, a chymharwch â chopi wrth gefn.
cli-rebuild-differs = { $count ->
        [one] Nid yw rhestrau un achos yr hyn y mae’r cofnod yn ei ddweud.
       *[other] Nid yw rhestrau { $count } achos yr hyn y mae’r cofnod yn ei ddweud.
    }
cli-rebuild-differs-mend = Gwnewch hwy o’r newydd â: amends rebuild

## Doctor

cli-doctor-config = Ffurfweddiad
cli-doctor-clock = Cloc
cli-doctor-mail = Post allan
cli-doctor-disk = Disg
cli-doctor-database = Cronfa ddata
cli-doctor-audit = Cofnod
cli-doctor-calendar = Dyddiau gwaith
cli-doctor-templates = Templedi
cli-doctor-staff = Staff
cli-doctor-sum = { $ok } yn iawn · { $warnings } rhybudd · { $problems } problem
cli-doctor-problems = { $count ->
        [one] Mae un broblem.
       *[other] Mae { $count } problem.
    }
cli-doctor-config-invalid = { $detail }
cli-doctor-config-invalid-fix = I’w drwsio: cywirwch y ffeil; mae amends config template yn dangos beth gaiff sefyll yno
cli-doctor-config-valid = mae { $path } yn ddilys
cli-doctor-config-none = nid oes ffeil ffurfweddu; defnyddir y rhagosodiadau
cli-doctor-config-none-fix = I’w drwsio: amends config template > amends.toml
cli-doctor-clock-right = heddiw yw { $today }
cli-doctor-clock-wrong = dywedir mai heddiw yw { $today }, ac ni all hynny fod
cli-doctor-clock-wrong-fix = I’w drwsio: gosodwch gloc y cyfrifiadur hwn, a chadwch ef yn iawn â gwasanaeth amser
cli-doctor-clock-zone = { $detail }
cli-doctor-clock-zone-fix = I’w drwsio: gosodwch ddata’r cylchfaoedd amser (tzdata)
cli-doctor-mail-none = nid oes gweinydd post wedi’i osod; mae llythyrau’n aros yn y blwch anfon
cli-doctor-mail-none-fix = I’w drwsio: gosodwch mail.smtp
cli-doctor-mail-set = mae llythyrau’n mynd drwy { $server }
cli-doctor-mail-unknown = nid yw mail.smtp yn dechrau â smtp:// nac â smtps://
cli-doctor-mail-unknown-fix = I’w drwsio: ysgrifennwch ef fel smtps://enw:cyfrinair@mail.example
cli-doctor-disk-unknown = ni ellir holi disg { $folder }: { $detail }
cli-doctor-disk-unknown-fix = I’w drwsio: gwiriwch fod storage.data_dir yn enwi ffolder ar ddisg o’r cyfrifiadur hwn
cli-doctor-disk-full = dim ond { $room } MiB sydd yn rhydd yn { $folder }
cli-doctor-disk-full-fix = I’w drwsio: gwnewch le nawr; ni ellir cymryd tystiolaeth i mewn ar ddisg lawn
cli-doctor-disk-low = mae { $room } MiB yn rhydd yn { $folder }
cli-doctor-disk-low-fix = I’w drwsio: gwnewch le yn fuan
cli-doctor-disk-room = mae { $room } MiB yn rhydd
cli-doctor-database-shut = { $detail }
cli-doctor-database-shut-fix = I’w drwsio: gweler uchod; ni wiriwyd yr hyn sydd angen y gronfa ddata
cli-doctor-database-open = mae { $path } yn agor, a’i thablau’n gyfoes
cli-doctor-audit-whole = { $entries } cofnod, pob un yn gyfan
cli-doctor-audit-broken = mae’r cofnod wedi’i dorri mewn { $count } man
cli-doctor-audit-broken-fix = I’w drwsio: rhowch y gorau i weithio, rhedwch amends audit verify, a chymharwch â chopi wrth gefn
cli-doctor-audit-unreadable = ni ellir darllen y cofnod: { $detail }
cli-doctor-audit-unreadable-fix = I’w drwsio: adferwch gopi wrth gefn
cli-doctor-calendar-known = mae gwyliau banc yn hysbys hyd { $until }
cli-doctor-calendar-soon = dim ond hyd { $until } y mae gwyliau banc yn hysbys
cli-doctor-calendar-soon-fix = I’w drwsio: gosodwch fersiwn newydd, sy’n dod â’r rhestr newydd
cli-doctor-calendar-ends = daw’r gwyliau banc i ben ar { $until }; cyfrifir dyddiau gwaith wedyn yn anghywir
cli-doctor-calendar-ends-fix = I’w drwsio: gosodwch fersiwn newydd nawr
cli-doctor-templates-own = defnyddir y rhai sy’n dod gyda’r rhaglen
cli-doctor-templates-folder = defnyddir y rhai yn { $folder } lle mae rhai
cli-doctor-templates-missing = nid yw’r ffolder { $folder } yno
cli-doctor-templates-missing-fix = I’w drwsio: gwnewch ef, neu tynnwch storage.override_dir o’r ffurfweddiad
cli-doctor-staff-there = gall rhywun fewngofnodi
cli-doctor-staff-none = ni all neb fewngofnodi
cli-doctor-staff-none-fix = I’w drwsio: amends user add E-BOST --name ENW --role administrator
cli-doctor-staff-unknown = ni ellir darllen y cyfrifon: { $detail }
cli-doctor-staff-unknown-fix = I’w drwsio: adferwch gopi wrth gefn

## Geiriau'r cofnod

cli-state-draft = Drafft
cli-state-proposed = Anfonwyd am sylwadau
cli-state-withdrawn = Tynnwyd yn ôl
cli-state-due = Yn ddyledus
cli-state-evidence_received = Tystiolaeth wedi dod
cli-state-under_review = Yn cael ei hadolygu
cli-state-further_evidence_requested = Angen rhagor
cli-state-met_on_time = Cyflawnwyd mewn pryd
cli-state-met_late = Cyflawnwyd yn hwyr
cli-state-treated_as_met = Triniwyd fel wedi’i gyflawni
cli-state-not_met = Heb ei gyflawni
cli-state-refused = Gwrthodwyd
cli-state-ceased = Rhoddwyd y gorau iddo
cli-state-superseded = Disodlwyd
cli-role-caseworker = Gweithiwr achos
cli-role-coordinator = Cydlynydd
cli-role-manager = Rheolwr
cli-role-ombudsman = Ombwdsmon
cli-role-administrator = Gweinyddwr
cli-post-queued = Yn aros
cli-post-claimed = Yn cael ei anfon
cli-post-deferred = I roi cynnig arall arno
cli-post-accepted = Anfonwyd
cli-post-held = Daliwyd
cli-post-refused = Gwrthodwyd
cli-post-bounced = Daeth yn ôl
cli-stage-assessing = Yn cael ei asesu
cli-stage-proposal_sent = Cynnig wedi’i anfon
cli-stage-negotiating = Yn cael ei negodi
cli-stage-agreed = Cytunwyd
cli-stage-closed_early_resolution = Caewyd drwy ddatrysiad cynnar
cli-stage-investigating = Yn cael ei ymchwilio
cli-stage-draft_ready = Drafft yn barod
cli-stage-out_for_comment = Allan am sylwadau
cli-stage-considering_comments = Sylwadau’n cael eu hystyried
cli-stage-final_ready = Yn barod am y penderfyniad terfynol
cli-stage-consider_public_report = Adroddiad cyhoeddus yn cael ei ystyried
cli-stage-final_issued = Penderfyniad terfynol wedi’i gyhoeddi
cli-stage-discontinued_by_settlement = Daeth i ben drwy setliad
cli-stage-discontinued = Daeth i ben
cli-compliance-not_started = Dilyniant heb ddechrau
cli-compliance-monitoring = Yn cael ei ddilyn
cli-compliance-complete = Cyflawn
cli-compliance-closed_with_failures = Caewyd gyda methiannau

## Post

cli-about-amends-mail-send = Rhoi’r llythyrau sy’n aros i’r gweinydd post.
cli-mail-no-server = Nid oes gweinydd post wedi’i osod; mae’r llythyrau’n aros yn y blwch anfon.
cli-mail-no-server-mend = Gosodwch mail.smtp yn y ffurfweddiad.
cli-mail-none-waits = Nid oes llythyr yn aros i’w anfon nawr.
cli-mail-handed = Trosglwyddwyd: { $accepted }. Gohiriwyd: { $deferred }. Gwrthodwyd: { $refused }. Efallai wedi mynd: { $uncertain }.
cli-mail-put-off = Ni chymerodd y gweinydd post bob llythyr; mae’r rheini’n aros yn y blwch anfon.
cli-mail-put-off-mend = Rhowch gynnig arall arni ymhen ychydig funudau; mae swyddfa sy’n rhedeg yn gwneud hynny ei hun.
cli-mail-look = Gwrthodwyd llythyr, neu nid oes neb yn gwybod a yw wedi mynd.
cli-mail-look-mend = Gwelwch pa un, a pham, gyda: amends mail outbox --json
cli-about-amends-mail-deliver = Cymryd un neges i mewn o’r mewnbwn safonol.
cli-about-amends-mail-fetch = Cymryd i mewn y negeseuon yn y ffolder mail.inbound_dir.
cli-about-amends-mail-file = Ffeilio neges a ddaliwyd ar argymhellion.
cli-arg-once = Unwaith, ac yna dod i ben
cli-arg-mail = Y neges, wrth ei dynodwr
cli-arg-recs = Argymhelliad, megis 26-0001-2; gellir ei roi sawl gwaith
cli-mail-filed = Mae neges { $mail } wedi’i ffeilio ar { $case }: argymhellion { $numbers }.
cli-mail-held = Mae neges { $mail } yn cael ei dal i berson. { $reason }
cli-mail-set_aside = Mae neges { $mail } wedi’i rhoi o’r neilltu. { $reason }
cli-mail-new = Mae neges { $mail } wedi’i chadw, ac ni edrychwyd arni eto.
cli-mail-again = Daeth neges { $mail } o’r blaen; ni wnaed dim nawr.
cli-mail-nothing = Nid oes neges yn { $folder }.
cli-mail-no-folder = Nid oes ffolder wedi’i gosod y gellid cymryd negeseuon i mewn ohoni.
cli-mail-no-folder-mend = Gosodwch mail.inbound_dir yn y ffurfweddiad.
cli-mail-several = Nid yw’r argymhellion o un achos ac un corff.
cli-mail-several-mend = Ffeiliwch y neges ar rai un achos ac un corff.
cli-about-amends-case-earlier = Yn rhestru’r hyn y gofynnwyd i’r corff amdano o’r blaen sy’n berthnasol i’r achos, a pham.
cli-about-amends-case-judge-earlier = Yn cofnodi a gafodd argymhellion cynharach amser i ymwreiddio.
cli-about-amends-case-refer-to-earlier = Yn mewnosod y paragraff y mae’r penderfyniad yn cyfeirio atynt drwyddo.
cli-about-amends-case-handling = Yn nodi sut yr ymwnaeth corff â’r swyddfa.
cli-about-amends-report = Adroddiadau, pob rhif gyda’r hyn a’i creodd.
cli-about-amends-report-service-improvements = Penderfyniadau â gwelliannau gwasanaeth, yn ôl corff, pwnc, math, cynnydd a dyddiad.
cli-about-amends-report-handling = Sut mae cyrff yn ymwneud â’r swyddfa, fesul chwarter.
cli-arg-themes = Pwnc, yn ôl ei id yn y proffil; gellir ei roi fwy nag unwaith
cli-arg-theme = Dim ond gyda’r pwnc hwn, yn ôl ei id yn y proffil
cli-arg-takes_up = Argymhelliad cynharach y mae’n parhau ag ef, megis 24-0193-2; gellir ei roi fwy nag unwaith
cli-arg-earlier = Argymhelliad cynharach, megis 24-0193-2; gellir ei roi fwy nag unwaith
cli-arg-conclusion = not_yet_embedded, recurs neu does_not_recur
cli-arg-en = Y paragraff yn Saesneg; geiriau’r swyddfa ei hun lle gadewir ef allan
cli-arg-cy = Y paragraff yn Gymraeg; geiriau’r swyddfa ei hun lle gadewir ef allan
cli-arg-code = Y cod, o restr y proffil
cli-arg-because = Rhif y digwyddiad yn yr achos y mae’n gorffwys arno
cli-arg-progress = Dim ond mor bell â hyn: open, on_time, late, treated_as_met, not_done neu no_longer_pursued
cli-arg-csv = Fel tabl â chomas
cli-arg-amends-report-service-improvements-from = Dim ond a benderfynwyd ar y diwrnod hwn neu’n hwyrach
cli-arg-amends-report-service-improvements-to = Dim ond a benderfynwyd ar y diwrnod hwn neu’n gynharach
cli-arg-amends-report-handling-from = Dim ond ar y diwrnod hwn neu’n hwyrach
cli-arg-amends-report-handling-to = Dim ond ar y diwrnod hwn neu’n gynharach
cli-head-ended = Daeth i ben
cli-head-quarter = Chwarter
cli-head-what = Beth
cli-head-count = Pa mor aml
cli-about-amends-body-rename = Yn rhoi enw arall i gorff; mae’r hen enw yn dal i ddod o hyd iddo.
cli-about-amends-body-merge = Yn cofnodi bod corff wedi’i uno ag un arall.
cli-about-amends-body-split = Yn cofnodi bod corff wedi’i rannu, a phwy a gafodd beth ohono.
cli-about-amends-body-end = Yn cofnodi nad yw corff yn bod mwyach.
cli-about-amends-body-successor = Yn cofnodi bod corff arall yn ei le.
cli-about-amends-body-freeze = Yn cofnodi hysbysiad sy’n rhewi gwariant corff, neu ei ddiwrnod olaf.
cli-about-amends-body-follow = Yn dangos beth o gorff a fyddai’n dilyn ei olynydd; gyda --yes mae’n gwneud hynny.
cli-about-amends-case-quarantine = Yn rhoi o’r neilltu dystiolaeth ar gyfer achos, corff neu achwynydd arall, ac yn dweud wrth yr anfonwr.
cli-about-amends-case-move = Yn symud tystiolaeth a roddwyd o’r neilltu i’r achos y mae’n perthyn iddo.
cli-about-amends-case-classify = Yn nodi pwy a gaiff weld ffeil.
cli-about-amends-case-bar = Yn cofnodi hysbysiad sy’n gwahardd dogfen.
cli-about-amends-case-disclose = Yn cofnodi datgeliad ar sail yn y gyfraith.
cli-about-amends-case-share = Yn rhoi’r hyn y caiff swyddog monitro neu bwyllgor ei roi mewn papurau cyhoeddus, fel JSON.
cli-arg-name_en = Yr enw newydd yn Saesneg
cli-arg-name_cy = Yr enw newydd yn Gymraeg
cli-arg-into = Y corff yr unwyd ef ag ef
cli-arg-functions_to = Corff a gafodd swyddogaethau; gellir ei roi sawl gwaith
cli-arg-property_to = Corff a gafodd eiddo; gellir ei roi sawl gwaith
cli-arg-how = abolished, sold, deregistered neu closed
cli-arg-successor = Y corff sydd yn ei le
cli-arg-gets = everything, functions neu property
cli-arg-which = Pa swyddogaethau neu eiddo
cli-arg-amends-body-freeze-from = Diwrnod cyntaf y rhewi; gyda --until yn unig mae’r rhewi olaf yn dod i ben bryd hynny
cli-arg-amends-body-freeze-until = Diwrnod olaf y rhewi
cli-arg-notice = Yr hysbysiad, gyda’i ddyddiad neu ei rif
cli-arg-concern = function neu property: am beth mae’r argymhellion
cli-arg-cases = Yr achos hwn yn unig; gellir ei roi sawl gwaith
cli-arg-wrong = case, body neu complainant: i beth y mae’n perthyn yn lle hynny
cli-arg-amends-case-move-to = Yr achos y mae’n perthyn iddo
cli-arg-numbers = Rhifau’r argymhellion yno
cli-arg-amends-case-classify-file = Y ffeil, yn ôl dechrau ei SHA-256
cli-arg-amends-case-bar-file = Y ffeil, yn ôl dechrau ei SHA-256
cli-arg-amends-case-disclose-files = Ffeil a aeth, yn ôl dechrau ei SHA-256; gellir ei rhoi sawl gwaith
cli-arg-class = restricted, for_complainant neu for_publication
cli-arg-amends-case-bar-by = Pwy a roddodd yr hysbysiad
cli-arg-amends-case-disclose-ground = Y sail, megis health_or_safety
cli-arg-amends-case-disclose-to = I bwy
cli-arg-amends-case-disclose-what = Beth, a pham yr oedd yn briodol
cli-head-open = Yn agored
cli-head-follows = Beth sy’n digwydd
cli-follow-done = Wedi’i wneud. Mae’r cofnod yn cadw o ble y daeth pob un.
cli-follow-foreseen = Nid oes dim wedi newid eto. Ychwanegwch --yes i’w wneud.
cli-body-changed = { $body }: newidiwyd y gofrestr.
cli-share-undecided = Nid yw achos { $reference } wedi’i benderfynu: nid oes dim i’w rannu eto.
cli-share-undecided-mend = Rhannwch ef unwaith y bydd y penderfyniad allan.
cli-file-not-of-case = Nid oes un ffeil o’r achos hwn yn dechrau â “{ $typed }”.
cli-file-not-of-case-mend = Rhowch o leiaf 8 nod o’i SHA-256, fel y mae tudalen ddatgelu’r achos yn ei ddangos.
cli-follow-letters = { $count ->
        [two] Yn dilyn, 2 lythyr
       *[other] Yn dilyn, { $count } llythyr
    }

## Cadw a gwaredu

cli-about-amends-retention = Am ba hyd y cedwir achosion: beth sydd i fynd, daliadau, dinistrio gan ddau berson, tystysgrifau.
cli-about-amends-retention-due = Rhestru’r hyn sydd i fynd, gyda pham a beth sy’n ei ddal.
cli-about-amends-retention-run = Mynd drwy bopeth y mae ei ddiwrnod wedi dod: dinistrio’r hyn a gynigiodd rhywun arall, a chynnig y gweddill.
cli-about-amends-retention-hold = Gosod daliad ar achos, neu godi un.
cli-about-amends-retention-certificate = Rhestru tystysgrifau, neu wirio un yn erbyn y cofnod.
cli-about-amends-retention-reapply = Gwneud i’r hyn y dywed log gwaredu ei fod wedi mynd fynd eto; ar gyfer copi o gopi wrth gefn hŷn.
cli-arg-amends-retention-due-by = Erbyn y diwrnod hwn; fel arall heddiw
cli-arg-held_for = Ar gyfer beth y’i delir: litigation, information_request, information_appeal neu newer_complaint
cli-arg-newer_case = Y gŵyn fwy newydd y mae papurau’n berthnasol iddi
cli-arg-papers = Tystiolaeth a ddelir ar ei phen ei hun, ar gyfer cwyn fwy newydd; gellir ei roi sawl gwaith
cli-arg-not_to_disclose = Tystiolaeth a ddelir sy’n eiddo i berson arall ac na ddylid ei datgelu
cli-arg-lift = Rhif y daliad i’w godi
cli-arg-amends-retention-certificate-number = Rhif y dystysgrif; hebddo rhestrir y cyfan
cli-arg-amends-retention-reapply-file = Y log gwaredu a gadwyd mewn man arall
cli-head-class = Beth sy’n mynd
cli-head-day = Diwrnod
cli-head-standing = Ble mae’n sefyll
cli-head-did = Gwnaed
cli-head-certificate = Tystysgrif
cli-retention-none = Nid oes dim i fynd erbyn { $date }.
cli-retention-usual-reason = Mae ei ddiwrnod wedi dod yn ôl amserlen y swyddfa.
cli-retention-did-proposed = Cynigiwyd; rhywun arall sy’n ei ddinistrio
cli-retention-did-waits = Yn aros am rywun arall
cli-retention-did-destroyed = Dinistriwyd
cli-retention-did-kept = Cadwyd
cli-retention-certificate = { $number }: achos { $reference }, { $class }, { $date }. Testunau: { $texts }. Ffeiliau: { $files }. Negeseuon: { $messages }. Llythyrau: { $letters }.
cli-retention-holds = Gwiriwyd: mae’r cofnod yn ei ategu, ac nid oes dim ohono ar ôl.
cli-retention-does-not-hold = Gwiriwyd: nid yw’n dal dŵr.
cli-retention-broken = Nid yw’r hyn a gedwir yn ategu tystysgrif { $number }.
cli-retention-broken-mend = Rhedwch “amends audit verify”, a chymharwch â chopi wrth gefn cynharach.
cli-retention-no-certificate = Nid oes tystysgrif { $number }.
cli-retention-no-certificate-mend = Mae “amends retention certificate” yn rhestru’r rhai sydd.
cli-retention-again = Gwarediadau a aeth eto: { $count }.
cli-retention-not-caught-up = Ni ellir gofalu am yr hyn a ddinistriwyd o’r blaen: { $detail }
