# How long a case is kept, and why: the reasons in words.

retention-from-decision = Counted from the decision or agreement on { $date }.
retention-from-review = Counted from the review after the decision, on { $date }.
retention-from-report-satisfied = Counted from { $date }, when the office was satisfied with what followed the report.
retention-period-months = { $count ->
    [one] Kept for 1 month.
   *[other] Kept for { $count } months.
}
retention-period-years = { $count ->
    [one] Kept for 1 year.
   *[other] Kept for { $count } years.
}
retention-kept-longer = Somebody decided to keep it until { $date }.
retention-significant = Significant service improvements: { $numbers }.
retention-open = Held while these recommendations are open: { $numbers }.
retention-undone = Held until a special report is considered for: { $numbers }.
retention-offer-open = Held because the offer under recommendation { $number } is open until { $date }.
retention-hold-litigation = Held since { $date }: legal action (hold { $hold }).
retention-hold-information_request = Held since { $date }: a request for information (hold { $hold }).
retention-hold-information_appeal = Held since { $date }: an appeal about information (hold { $hold }).
retention-hold-newer_complaint = Held since { $date }: a newer complaint (hold { $hold }).
retention-held-until = Held until { $date }.

retention-class-documents = Documents and letters
retention-class-significant_evidence = Evidence of significant improvements
retention-class-anonymise = Names and free text of the record
retention-class-delete = The rest of the texts
retention-for-litigation = Legal action
retention-for-information_request = Request for information
retention-for-information_appeal = Appeal about information
retention-for-newer_complaint = Relevant to a newer complaint
retention-standing-to_come = To come
retention-standing-held = Held
retention-standing-due = Due
retention-standing-gone = Gone
