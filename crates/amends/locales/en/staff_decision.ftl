# The final decision.

decision-title-ready = Ready to issue the decision
decision-title-missing = { $count ->
    [one] 1 thing is missing before the decision
   *[other] { $count } things are missing before the decision
}
decision-title-issued = The decision is issued
decision-next = What happens next: the office waits for evidence of each action by its own date.
decision-ready = Ready
decision-missing = Missing
decision-task-written = Every recommendation has a finding, evidence and a date
decision-task-checks = The mandatory checks are recorded
decision-task-draft = A draft went to both parties
decision-task-comments = Comments are closed and considered
decision-task-changed = What changed since the draft was seen again, or need not be
decision-task-agreed = The body agrees, or a public report is considered
decision-report-considered = A public report is considered.
decision-check-guidance_on_remedies = the guidance on remedies
decision-check-earlier_improvements = earlier improvements at the body
decision-check-public_interest = the public interest
decision-check-spending_freeze = the freeze on spending
decision-issue-title = Check and issue
decision-instrument = Instrument
decision-period = The period for carrying it out
decision-period-hint = For a report by the alternative route only. The office, the body and the complainant agree to it; where no agreement is possible, the office says why and specifies it in writing.
decision-period-agreed = The complainant agreed
decision-period-not-possible = No agreement is possible
decision-period-words = What shows the agreement, or why none is possible
decision-period-missing = Choose what was said of the period
decision-period-words-missing = Enter what shows the agreement, or why none is possible
decision-date = Date of the decision
decision-date-hint = Dates that count from the decision count from this day.
decision-check = Check what will go out
decision-check-title = Check the decision before it is issued
decision-check-irreversible = Issuing cannot be undone: every party is written to and the case closes.
decision-check-clocks = From now on only the office can agree to a later date.
decision-issue = Issue the decision
decision-discontinue-summary = End the investigation by agreed action instead
decision-discontinue-hint = Where what the body has agreed makes further investigation unnecessary. Comment must have been offered to both all the same.
decision-discontinue-on = Date
decision-discontinue-reason = Why further investigation is not needed
decision-discontinue-title = Check before the investigation ends
decision-discontinue = End the investigation
decision-discontinued = Ended by agreed action
decision-closed = Case closed
decision-dates = What was decided, and by when the office must be told
decision-due = Date
decision-due-none = No date yet
decision-waits-receipt = A date runs from the day the body received the decision, and that day is not recorded.
decision-record-receipt = Receipts and awaited events
decision-letters = Letters
decision-evidence = Evidence
decision-instrument-missing = Choose the instrument
decision-date-missing = Enter the date
decision-reason-missing = Enter why further investigation is not needed
done-decision-issue = The decision is on its way to every party.
done-decision-discontinue = The investigation has ended; both parties are being told.
