# Y penderfyniad terfynol.

decision-title-ready = Yn barod i gyhoeddi’r penderfyniad
decision-title-missing = { $count ->
    [one] Mae 1 peth ar goll cyn y penderfyniad
    [two] Mae 2 beth ar goll cyn y penderfyniad
   *[other] Mae { $count } peth ar goll cyn y penderfyniad
}
decision-title-issued = Cyhoeddwyd y penderfyniad
decision-next = Beth sy’n digwydd nesaf: mae’r swyddfa’n aros am dystiolaeth o bob cam erbyn ei ddyddiad ei hun.
decision-ready = Yn barod
decision-missing = Ar goll
decision-task-written = Mae gan bob argymhelliad ganfyddiad, tystiolaeth a dyddiad
decision-task-checks = Cofnodwyd y gwiriadau gorfodol
decision-task-draft = Aeth drafft at y ddau barti
decision-task-comments = Mae’r sylwadau wedi’u cau a’u hystyried
decision-task-changed = Gwelwyd eto’r hyn a newidiodd ers y drafft, neu nid oes angen hynny
decision-task-agreed = Mae’r corff yn cytuno, neu ystyrir adroddiad cyhoeddus
decision-report-considered = Ystyrir adroddiad cyhoeddus.
decision-check-guidance_on_remedies = y canllawiau ar rwymedïau
decision-check-earlier_improvements = gwelliannau cynharach yn y corff
decision-check-public_interest = budd y cyhoedd
decision-check-spending_freeze = y rhewi ar wariant
decision-issue-title = Gwirio a chyhoeddi
decision-instrument = Offeryn
decision-period = Y cyfnod ar gyfer ei roi ar waith
decision-period-hint = Ar gyfer adroddiad drwy’r llwybr amgen yn unig. Mae’r swyddfa, y corff a’r achwynydd yn cytuno arno; os nad oes cytundeb yn bosibl, mae’r swyddfa’n dweud pam ac yn ei bennu’n ysgrifenedig.
decision-period-agreed = Cytunodd yr achwynydd
decision-period-not-possible = Nid oes cytundeb yn bosibl
decision-period-words = Beth sy’n dangos y cytundeb, neu pam nad oes un yn bosibl
decision-period-missing = Dewiswch beth a ddywedwyd am y cyfnod
decision-period-words-missing = Rhowch beth sy’n dangos y cytundeb, neu pam nad oes un yn bosibl
decision-date = Dyddiad y penderfyniad
decision-date-hint = Mae dyddiadau sy’n cyfrif o’r penderfyniad yn cyfrif o’r diwrnod hwn.
decision-check = Gwirio beth fydd yn mynd allan
decision-check-title = Gwirio’r penderfyniad cyn ei gyhoeddi
decision-check-irreversible = Ni ellir dadwneud y cyhoeddi: ysgrifennir at bob parti ac mae’r achos yn cau.
decision-check-clocks = O hyn ymlaen dim ond y swyddfa all gytuno i ddyddiad hwyrach.
decision-issue = Cyhoeddi’r penderfyniad
decision-discontinue-summary = Dod â’r ymchwiliad i ben drwy gamau y cytunwyd arnynt yn lle hynny
decision-discontinue-hint = Lle mae’r hyn y cytunodd y corff arno’n golygu nad oes angen ymchwilio ymhellach. Rhaid bod cyfle i wneud sylwadau wedi’i gynnig i’r ddau serch hynny.
decision-discontinue-on = Dyddiad
decision-discontinue-reason = Pam nad oes angen ymchwilio ymhellach
decision-discontinue-title = Gwirio cyn i’r ymchwiliad ddod i ben
decision-discontinue = Dod â’r ymchwiliad i ben
decision-discontinued = Daeth i ben drwy gamau y cytunwyd arnynt
decision-closed = Caewyd yr achos
decision-dates = Beth a benderfynwyd, ac erbyn pryd y mae’n rhaid rhoi gwybod i’r swyddfa
decision-due = Dyddiad
decision-due-none = Dim dyddiad eto
decision-waits-receipt = Mae dyddiad yn rhedeg o’r diwrnod y derbyniodd y corff y penderfyniad, ac ni chofnodwyd y diwrnod hwnnw.
decision-record-receipt = Derbyniadau a digwyddiadau a ddisgwylir
decision-letters = Llythyrau
decision-evidence = Tystiolaeth
decision-instrument-missing = Dewiswch yr offeryn
decision-date-missing = Nodwch y dyddiad
decision-reason-missing = Nodwch pam nad oes angen ymchwilio ymhellach
done-decision-issue = Mae’r penderfyniad ar ei ffordd at bob parti.
done-decision-discontinue = Daeth yr ymchwiliad i ben; rhoddir gwybod i’r ddau barti.
