# The work-list.

worklist-view-needs-me = Needs me today
worklist-view-due-in-14 = Due in 14 days
worklist-view-evidence = Evidence to review
worklist-view-extensions = Requests for a later date
worklist-view-all = All

worklist-group-review = Waiting for us
worklist-group-very-overdue = Very overdue: more than 20 working days
worklist-group-overdue = Overdue
worklist-group-due-soon = Due soon
worklist-group-not-due-yet = Not due yet
worklist-group-waiting = Waiting on others
worklist-group-ended = Ended

worklist-column-recommendation = Recommendation
worklist-column-body = Body
worklist-column-status = Status
worklist-column-date = Date
worklist-column-next = Next step
worklist-column-handler = Handler

worklist-filter-words = Words in the case
worklist-filter-handler = Handler
worklist-filter-body = Body
worklist-filter-state = Status
worklist-mine = Mine
worklist-everybody = Everybody’s
worklist-any = Any

worklist-next-review = Review the evidence
worklist-next-extension = Decide on the later date
worklist-next-address = A letter came back: mend the address
worklist-next-draft = Finish the draft
worklist-next-proposed = See the answers
worklist-next-chase = Next chase on { $date }
worklist-next-page = Next page

worklist-empty-title = Nothing here
worklist-empty = { $count ->
    [0] No recommendation fits these filters.
    [one] 1 recommendation fits these filters, and it needs nothing today.
   *[other] { $count } recommendations fit these filters, and none needs anything today.
}
worklist-empty-until = { $count ->
    [one] 1 recommendation is being followed. The next date is { $date }.
   *[other] { $count } recommendations are being followed. The next date is { $date }.
}
worklist-empty-link = See all of them
