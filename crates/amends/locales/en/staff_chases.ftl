# What will be chased, what has gone, and stopping it.

chases-title = What will be chased on { $date }
chases-all-stopped = All chases are stopped: { $reason }
chases-no-reason = no reason is recorded
chases-day = Look at another day
chases-day-hint = Any day from today on, supposing nothing comes until then.
chases-day-past = Choose a day from today on
chases-look = Look
chases-coming = { $count ->
    [one] 1 message would go
   *[other] { $count } messages would go
}
chases-not-worked = Nobody works on this day: nothing is chased then.
chases-none-title = Nothing would go
chases-none = No date is so far past on that day that a message is owed.
chases-to = To
chases-to-body = The body’s link officer
chases-to-manager = The manager in the office
chases-to-chief-executive = The body’s chief executive
chases-pay = Send what is owed today now
chases-gone = What has gone
chases-none-gone = Nothing has gone yet.
chases-when = When
chases-about = About
chases-delivery = Delivery
chases-kind-chase = After the date
chases-kind-reminder = Before the date
delivery-on-its-way = On its way
delivery-accepted = Delivered
delivery-deferred = Inbox not accepting messages right now
delivery-refused = Not taken by the inbox
delivery-held = Held: somebody must decide
delivery-bounced = Came back: this does not count
chases-stop-title = Stop chases, or let them go again
chases-bodies-stopped = Bodies that are not chased
chases-resume = Chase again
chases-stop-body-title = For one body
chases-stop-body = Stop chasing this body
chases-stop-case-title = For one case
chases-case = Reference of the case
chases-stop-case = Stop chasing on this case
chases-resume-case = Chase on this case again
chases-stop-all-title = For the whole office
chases-stop-all = Stop all chases
chases-resume-all = Let chases go again
chases-reason = Why
chases-reason-missing = Enter why
chases-case-missing = Enter the reference of the case
chases-case-unknown = There is no case { $reference }
done-chases-paid = What was owed is on its way.
done-chases-none-owed = Nothing is owed today.
done-chases-stopped = Chases are stopped.
done-chases-resumed = Chases go again.
