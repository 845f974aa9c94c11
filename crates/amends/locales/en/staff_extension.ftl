# Later dates.

extension-title = Dates of { $reference }
extension-open = A later date is asked for
extension-late = It was asked for after the date had passed.
extension-asked-on = Asked on
extension-until = Until
extension-further = { $days ->
    [one] 1 day later
   *[other] { $days } days later
}
extension-body-reason = The body’s reason
extension-done-so-far = Done so far
extension-nothing-said = Nothing said
extension-so-far = { $count ->
    [one] 1 later date granted so far.
   *[other] { $count } later dates granted so far.
}
extension-limit = A caseworker may grant { $count } in all, up to { $days } working days from the first date.
extension-needs-manager = The date asked for is for a manager to decide.
extension-decide = Decision
extension-agree = Agree to { $date }
extension-other = Agree to another date
extension-refuse-option = Refuse
extension-refuse-hint = The date that stands goes on standing.
extension-other-date = Another date
extension-reason = Why
extension-reason-hint = The body reads this.
extension-form = Form
extension-in-writing = Given in writing
extension-in-writing-hint = More time after a report, or on a promise a special report could rest on, must be given in writing.
extension-continue = Continue
extension-not-yours = Somebody who may decide on later dates has to decide this.
extension-why = Why it stands
extension-set-on = Since
extension-no-date = No date runs yet.
extension-earlier = Earlier requests
extension-granted = Granted until { $date }
extension-refused = Refused
extension-decided-because = Decided on { $date }: { $reason }
extension-was-in-writing = Given in writing.
extension-by-hand = Enter a request that came by telephone or letter
extension-record = Record the request
extension-check = The earlier date is kept in the record; chases follow the date that stands.
extension-grant-title = Check the later date
extension-grant = Grant the later date
extension-refuse-title = Check the refusal
extension-refuse = Refuse the later date
extension-how-missing = Choose what you decide
extension-date-missing = Enter the other date
extension-reason-missing = Enter why
extension-gone = This request is no longer there
extension-asked-on-missing = Enter when it was asked
extension-until-missing = Enter the date asked for
extension-body-reason-missing = Enter the body’s reason
done-extension-decided = The decision on the later date is recorded and the body is told.
done-extension-requested = The request is recorded.
