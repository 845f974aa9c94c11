# Keeping and disposal: the case's page, the queue and the certificates.

section-keeping = Keeping
nav-retention = Retention
keeping-until = Kept until
keeping-none-title = No day yet
keeping-none = Days are counted once the case is decided.
keeping-proposed-by = { $who } proposed to destroy it.
keeping-look-and-destroy = See what goes, and destroy
keeping-propose = Propose to destroy: { $what }
keeping-propose-hint = Somebody else looks at it and destroys it. Nothing goes before that.
keeping-propose-send = Propose
keeping-reason = Reason
keeping-retain = Keep it longer
keeping-retain-send = Keep it longer
keeping-review-on = Look at it again on
keeping-holds = What holds it
keeping-no-holds = Nobody has placed a hold on this case.
keeping-hold = Hold { $number }: { $what }
keeping-since = Placed on { $date }.
keeping-hold-until = Until { $date }.
keeping-newer-case = For case { $reference }.
keeping-paper = Evidence received on { $date } for { $numbers }
keeping-not-to-disclose = { $paper } – another person’s: do not disclose
keeping-lift = Lift hold { $number }
keeping-lift-send = Lift the hold
keeping-place = Place a hold
keeping-place-send = Place the hold
keeping-kind = What is it for?
keeping-last-day = Last day
keeping-last-day-hint = A request for information needs one. Leave it out where the end is not known.
keeping-newer = Reference of the newer complaint
keeping-newer-hint = Only where papers are relevant to one
keeping-papers = Papers relevant to the newer complaint
keeping-papers-hint = Only these are held for it.
keeping-not-disclose = Papers that are another person’s and must not be disclosed
keeping-not-disclose-hint = Choose among the papers above.
keeping-significant = Significant service improvements
keeping-significant-hint = Only its evidence is kept longer.
keeping-mark = Call a service improvement significant
keeping-mark-send = Call it significant
keeping-improvement = Service improvement
keeping-review = Review after the decision
keeping-review-record = Record a review
keeping-review-hint = Keeping is counted anew from the review.
keeping-review-send = Record the review
keeping-review-stands = The decision stands
keeping-review-changed = The decision changes
keeping-outcome = What did the review conclude?
keeping-reviewed-on = Day of the review
keeping-ended = Recommendations no longer pursued
keeping-ended-hint = Only where the decision changes. To put another in the place of one, record the review first.
keeping-reason-missing = Enter a reason
keeping-kind-missing = Choose what the hold is for
keeping-hold-missing = Choose a hold
keeping-review-on-missing = Enter the day on which to look at it again
keeping-number-missing = Choose a service improvement
keeping-outcome-missing = Choose what the review concluded
keeping-reviewed-on-missing = Enter the day of the review
keeping-destroy-title = Destroy for good
keeping-destroy-warning = This cannot be undone. What is destroyed is in no copy of the office’s own, and goes again from an older backup.
keeping-destroy-stays = The course of the case stays: what happened when, dates, outcomes and statistics. A certificate tells what went.
keeping-destroy-send = Destroy for good
keeping-destroy-back = Back, and destroy nothing
done-keeping-hold = The hold is placed. Nothing it holds is destroyed.
done-keeping-lift = The hold is lifted.
done-keeping-retain = It is kept longer.
done-keeping-propose = It is proposed. Somebody else destroys it.
done-keeping-significant = Its evidence is kept longer.
done-keeping-review = The review is recorded.
done-keeping-destroyed = It is destroyed. This is the certificate.
done-keeping-changed = The case changed meanwhile, and nothing was destroyed. Look again.
retention-title = Retention
retention-hint = What is to go by { $date }, and what was to go before.
retention-due = { $count ->
    [one] 1 is due
   *[other] { $count } are due
}
retention-none-title = Nothing is due
retention-none = Nothing that may go is still there.
retention-coming = Still to come this month
retention-held = Held
retention-certificates = Certificates
retention-no-certificates = Nothing has been destroyed yet.
retention-number = Number
retention-of-case = Case
retention-what = What goes
retention-day = Day
retention-stands = Where it stands
retention-why = Why
retention-next = Next
retention-review = Review
retention-on = Destroyed on
retention-days-ago = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}
retention-certificate = Certificate { $number }
retention-proposed-by = Proposed by
retention-approved-by = Approved by
retention-how-much = How much
retention-count-texts = Texts and names
retention-count-files = Files
retention-count-files-of-others = Files that stay because another case has them
retention-count-messages = Messages received
retention-count-letters = Letters sent
retention-count-kept = Papers that stay because they are held
retention-checks = Checked just now
retention-holds = { $what } It is so.
retention-does-not-hold = { $what } It is not so: tell whoever looks after the system.
retention-check-recorded = The record tells of it in the same words.
retention-check-borne-out = What the rules select from the record is what went.
retention-check-record = The record before and after was as said here.
retention-check-nothing-left = Nothing of it is left in the memory or the folder of files.
retention-record = The record
retention-record-before = Before
retention-record-after = After
retention-record-state = { $entries ->
    [one] 1 entry, root { $root }
   *[other] { $entries } entries, root { $root }
}
retention-marks = { $count ->
    [one] 1 mark of what went
   *[other] { $count } marks of what went
}
retention-marks-hint = Whoever has a paper can show with its mark that it went; nobody else learns from a mark what it was.
retention-salt = Salt: { $salt }
retention-json = This certificate as JSON
