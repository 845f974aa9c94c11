# Geiriau’r ffrâm a’r rhannau sydd ar bob tudalen.

frame-service = Amends
frame-skip = Neidio i’r prif gynnwys
frame-title-error = Gwall:
frame-language-name = Cymraeg
frame-home = Hafan: { $office }
frame-navigation = Prif ddewislen
frame-breadcrumbs = Rydych chi yma
frame-signed-in = Wedi mewngofnodi fel { $name }
frame-sign-out = Allgofnodi
frame-back = Yn ôl
frame-footer-label = Am y gwasanaeth hwn
frame-accessibility = Hygyrchedd
frame-privacy = Preifatrwydd
frame-cookies = Cwcis
frame-contact = Cysylltu
frame-licences = Ffurfdeipiau a thrwyddedau
frame-demo-label = Arddangosiad
frame-demo-notice = Arddangosiad. Dychmygol yw’r bobl a’r achosion.
frame-demo-today = Y dyddiad heddiw: { $date }.
frame-demo-change = Newid y rôl neu’r diwrnod

part-errors-title = Mae problem
part-error-prefix = Gwall:
part-notice-success = Wedi’i wneud
part-notice-important = Pwysig
part-warning = Rhybudd
part-date-day = Diwrnod
part-date-month = Mis
part-date-year = Blwyddyn
part-count-limit = Cewch ddefnyddio hyd at { $limit } o nodau.
part-count-left = Nodau ar ôl: { "{n}" }
part-count-over = Nodau dros ben: { "{n}" }
part-files-allowed = Anfonwch gynifer o ffeiliau ag sydd eu hangen. Caiff pob un fod hyd at { $size }.
part-optional = { $label } (dewisol)
part-change = Newid
part-remove-filter = Tynnu’r hidlydd hwn:
part-filter = Hidlo
part-filter-active = Hidlyddion ar waith
part-filter-clear = Clirio pob hidlydd
part-filter-apply = Defnyddio’r hidlyddion
part-views = Golygon
part-sections = Adrannau
part-pages = Tudalennau
part-page = Tudalen { $number }
part-previous = Blaenorol
part-next = Nesaf
part-line-done = Wedi’i wneud
part-line-now = Nawr
part-line-to-come = I ddod
part-line-stopped = Wedi’i atal
part-select-all = Dewis popeth
part-sorted-ascending = wedi’i drefnu, o’r cyntaf i’r olaf
part-sorted-descending = wedi’i drefnu, o’r olaf i’r cyntaf
part-inserted-begin = dechrau’r geiriau newydd
part-inserted-end = diwedd y geiriau newydd
part-deleted-begin = dechrau’r geiriau a dynnwyd
part-deleted-end = diwedd y geiriau a dynnwyd
part-diff-label = Beth sydd wedi newid
part-checks = Gwirio’r geiriad
part-checks-run = Gwirio’r geiriad
part-checks-summary = { $found ->
    [0] Dim i’w gywiro.
    [one] 1 peth i edrych arno.
    [two] 2 beth i edrych arnynt.
    [few] 3 pheth i edrych arnynt.
    [many] 6 pheth i edrych arnynt.
   *[other] { $found } peth i edrych arnynt.
}
part-check-good = Da
part-check-advice = Gwerth ei newid
part-check-stop = Rhaid ei gywiro
part-check-try = Cynnig: { $words }
part-by = gan { $name }

count-working-days = { $count ->
    [zero] dim diwrnodau gwaith
    [one] 1 diwrnod gwaith
    [two] 2 ddiwrnod gwaith
   *[other] { $count } diwrnod gwaith
}

month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

month-short-1 = Ion
month-short-2 = Chwef
month-short-3 = Maw
month-short-4 = Ebr
month-short-5 = Mai
month-short-6 = Meh
month-short-7 = Gorff
month-short-8 = Awst
month-short-9 = Medi
month-short-10 = Hyd
month-short-11 = Tach
month-short-12 = Rhag

weekday-1 = Dydd Llun
weekday-2 = Dydd Mawrth
weekday-3 = Dydd Mercher
weekday-4 = Dydd Iau
weekday-5 = Dydd Gwener
weekday-6 = Dydd Sadwrn
weekday-7 = Dydd Sul
