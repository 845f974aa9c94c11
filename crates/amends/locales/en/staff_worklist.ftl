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
worklist-filter-handler-name = Or the list of one member of staff
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
worklist-or-more = { $count } or more
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

worklist-view-mine = My recommendations
worklist-view-delivery = Delivery problems
worklist-pick = Tick
worklist-pick-one = Tick { $reference }
worklist-assign-to = Give the ticked cases to
worklist-assign = Look at what changes
worklist-assign-title = Give cases to somebody
worklist-assigned-title = Cases given
worklist-assign-whole = A case is given as a whole, with all its recommendations. Nobody outside the office is told.
worklist-assign-from = Handler now
worklist-assign-confirm = Give them
worklist-would-give = { $count ->
    [one] 1 case goes to { $name }
   *[other] { $count } cases go to { $name }
}
worklist-given = { $count ->
    [one] 1 case was given to { $name }
   *[other] { $count } cases were given to { $name }
}
worklist-picked = { $count ->
    [one] 1 case is ticked
   *[other] { $count } cases are ticked
}
worklist-left = { $count ->
    [one] 1 case stays as it is
   *[other] { $count } cases stay as they are
}
worklist-left-gone = There is no such case.
worklist-left-theirs = { $name } handles it already.
worklist-left-changed = It was given to { $name } since the list was drawn.
worklist-left-busy = Somebody was changing it at the same moment. Try it again.
worklist-none-picked = Go back to the list and tick at least one recommendation
worklist-back = Back to the list
done-cases-assigned = The cases were given.

worklist-csv = Save this list as a table (CSV)
worklist-csv-reference = Reference
worklist-csv-recommendation = Recommendation
worklist-csv-body = Body
worklist-csv-status = Status
worklist-csv-date = Evidence due on
worklist-csv-days-late = Days late
worklist-csv-handler = Handler
worklist-csv-title = Case
