# Adroddiadau i staff.

nav-reports = Adroddiadau
report-improvements = Penderfyniadau â gwelliannau gwasanaeth
report-improvements-about = Yr hyn y gofynnwyd amdano, gan ba gorff, ar ba bwnc, a pha mor bell y mae wedi dod.
report-improvements-how = Sut rydym yn cyfrif: pob gwelliant gwasanaeth mewn penderfyniad neu gytundeb, yn ôl diwrnod y penderfyniad; ni chyfrifir y rhai a dynnwyd yn ôl cyn hynny. Cyfrifir un â dau bwnc o dan y ddau. Cyfrifir ar wahân yr hyn a ddaeth i ben neu a ddisodlwyd.
report-handling = Sut mae cyrff yn ymwneud â ni
report-handling-about = Nodiadau, estyniadau, negeseuon atgoffa a chanlyniadau pob corff a chwarter, pob un gyda’r digwyddiad a’i creodd.
report-handling-how = Sut rydym yn cyfrif: yr hyn a ddigwyddodd a’r hyn a nodwyd, yn ôl ei ddiwrnod. Un neges atgoffa yw un neges am sawl argymhelliad; ni chyfrifir un a ddychwelwyd. Mae pob rhif yn arwain at yr hyn a’i creodd.
report-handling-entries = Yr hyn a greodd y rhif
report-any-kind = Unrhyw fath
report-progress = Pa mor bell
report-from = O
report-to = Hyd at
report-day-hint = Megis 2026-04-01
report-as-at = Fel ar { $date }.
report-csv = Fel tabl (CSV)
report-json = Fel data (JSON)
report-by-subject = Yn ôl pwnc
report-one-by-one = Fesul un
report-decided = Penderfynwyd
report-ended = Daeth i ben
report-days-since-met = { $days ->
        [two] cyflawnwyd 2 ddiwrnod yn ôl
       *[other] cyflawnwyd { $days } diwrnod yn ôl
    }
report-how-often = Pa mor aml
report-quarter = Chwarter { $quarter } o { $year }
report-empty-title = Dim i’w adrodd
report-empty = Nid oes dim yn cyfateb i’ch dewis. Dewiswch lai.
progress-open = Yn agored
progress-on-time = Yn brydlon
progress-late = Yn hwyr
progress-treated-as-met = Triniwyd fel petai wedi’i gyflawni
progress-not-done = Heb ei wneud
progress-no-longer-pursued = Ddim yn cael ei ddilyn mwyach
