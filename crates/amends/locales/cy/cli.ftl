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
       *[other] “{ $phrase }” → { $date }
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
cli-key-storage-data_dir = Y ffolder ar gyfer y gronfa ddata a’r ffeiliau
cli-key-storage-max_upload_mib = Y ffeil fwyaf a dderbynnir, mewn MiB
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
