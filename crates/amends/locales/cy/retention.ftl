# Am ba hyd y cedwir achos, a pham: y rhesymau mewn geiriau.

retention-from-decision = Cyfrifir o’r penderfyniad neu’r cytundeb ar { $date }.
retention-from-review = Cyfrifir o’r adolygiad ar ôl y penderfyniad, ar { $date }.
retention-from-report-satisfied = Cyfrifir o { $date }, pan oedd y swyddfa’n fodlon ar yr hyn a ddilynodd yr adroddiad.
retention-period-months = { $count ->
    [one] Cedwir am 1 mis.
    [two] Cedwir am 2 fis.
   *[other] Cedwir am { $count } mis.
}
retention-period-years = { $count ->
    [one] Cedwir am flwyddyn.
    [two] Cedwir am 2 flynedd.
    [few] Cedwir am 3 blynedd.
   *[other] Cedwir am { $count } mlynedd.
}
retention-kept-longer = Penderfynodd rhywun ei gadw tan { $date }.
retention-significant = Gwelliannau gwasanaeth arwyddocaol: { $numbers }.
retention-open = Delir tra bo’r argymhellion hyn yn agored: { $numbers }.
retention-undone = Delir nes ystyried adroddiad arbennig ar gyfer: { $numbers }.
retention-offer-open = Delir am fod y cynnig o dan argymhelliad { $number } yn agored tan { $date }.
retention-hold-litigation = Delir ers { $date }: camau cyfreithiol (daliad { $hold }).
retention-hold-information_request = Delir ers { $date }: cais am wybodaeth (daliad { $hold }).
retention-hold-information_appeal = Delir ers { $date }: apêl ynghylch gwybodaeth (daliad { $hold }).
retention-hold-newer_complaint = Delir ers { $date }: cwyn fwy newydd (daliad { $hold }).
retention-held-until = Delir tan { $date }.

retention-class-documents = Dogfennau a llythyrau
retention-class-significant_evidence = Tystiolaeth o welliannau arwyddocaol
retention-class-anonymise = Enwau a thestun rhydd y cofnod
retention-class-delete = Gweddill y testunau
retention-for-litigation = Camau cyfreithiol
retention-for-information_request = Cais am wybodaeth
retention-for-information_appeal = Apêl ynghylch gwybodaeth
retention-for-newer_complaint = Perthnasol i gŵyn fwy newydd
retention-standing-to_come = I ddod
retention-standing-held = Wedi’i ddal
retention-standing-due = Mae’r diwrnod wedi dod
retention-standing-gone = Wedi mynd
