# The demonstration: its own pages and what the command line says of it.

demo-title = An ombudsman’s office you can try
demo-lead = You have an invented office on your own computer: three years of cases, and a normal day’s work.
demo-about = Sign in as anybody below. What you do counts at once, by the real rules. Nothing leaves this computer, and everything is deleted when the program stops.
demo-about-outbox = every letter and e-mail the office sent. The links in them work.
demo-about-day = move the day on, and see what the office owes when days pass.
demo-roles = Who would you like to be?
demo-sign-in-as = Sign in as { $name }
demo-path = Five minutes as { $name }
demo-nav-roles = Roles
demo-nav-outbox = Outbox
demo-nav-mail = Hand in mail
demo-nav-day = Day

demo-sian-name = Siân Parry
demo-sian-role = Caseworker at the ombudsman’s office
demo-sian-about = Siân writes recommendations, sends drafts, and looks at the evidence that comes in.
demo-sian-worklist-go = Open the work-list
demo-sian-worklist = What needs Siân today stands first.
demo-sian-to-draft-go = Send a draft
demo-sian-to-draft = Findings and recommendations are written; the council and the complainant have not seen them yet.
demo-sian-comments-in-go = Weigh the comments on a draft
demo-sian-comments-in = The council disagrees with one recommendation and says why.
demo-sian-final-ready-go = Issue a final decision
demo-sian-final-ready = Everybody agrees. From this day the dates count.
demo-sian-to-review-go = Look at evidence
demo-sian-to-review = Ynys Council sent its new procedure, without proof that anybody approved it.
demo-sian-later-date-go = Decide on a later date
demo-sian-later-date = A council asks for two more weeks and gives its reason.
demo-sian-overdue-go = See what is overdue
demo-sian-overdue = Ynys Council was reminded, and nothing came.
demo-sian-to-close-go = Close an early resolution
demo-sian-to-close = The body agreed to act. The case can close; what was agreed is followed up.

demo-gwen-name = Gwen Bowen
demo-gwen-role = Coordinator at the ombudsman’s office
demo-gwen-about = Gwen sees to it that nothing is forgotten: who handles what, and what nobody could file.
demo-gwen-worklist-go = Open everybody’s work
demo-gwen-worklist = Filter by handler or body.
demo-gwen-inbox-go = File messages by hand
demo-gwen-inbox = Nine messages came whose case the rules could not be sure of. Each says why.
demo-gwen-chases-go = Preview the chases
demo-gwen-chases = See for any coming day who will be reminded of what.

demo-marc-name = Marc Tudor
demo-marc-role = Manager at the ombudsman’s office
demo-marc-about = Marc decides what becomes of recommendations that chasing has not moved.
demo-marc-never-came-go = Decide on what never came
demo-marc-never-came = The body was chased to the end of the ladder. Is it treated as met, or not met?
demo-marc-bodies-go = Look at the bodies
demo-marc-bodies = One has frozen its spending, one was merged, and letters to two come back.
demo-marc-chases-go = Preview the chases
demo-marc-chases = Chasing can be stopped, for one body or for all.

demo-non-name = Non Hughes
demo-non-role = Ombudsman
demo-non-about = Non considers what follows when a body has not done what was recommended.
demo-non-not-met-go = Consider a special report
demo-non-not-met = A payment was judged not met. The law asks for this question.
demo-non-worklist-go = Open the work-list
demo-non-worklist = Everything that is under way.

demo-nia-name = Nia
demo-nia-role = Link officer at Ynys Council
demo-nia-about = Nia has no account. She comes by the link in a letter, a few times a year.
demo-nia-to-send-go = Send evidence
demo-nia-to-send = A letter of apology was promised. The date is close.
demo-nia-to-answer-go = Answer a draft
demo-nia-to-answer = For each recommendation: agree, agree with a change, or say why not.
demo-nia-overdue-go = Ask for a later date
demo-nia-overdue = An assessment is overdue. A late request is possible, and is marked as late.
demo-nia-to-review-go = See what was received
demo-nia-to-review = Nia’s evidence came in and is waiting for the office.

demo-tomos-name = Tomos
demo-tomos-role = A colleague of Nia’s, to whom she passed one action
demo-tomos-about = Tomos sees the one action he was asked about, and nothing else of the case.
demo-tomos-to-send-go = Send evidence for Nia
demo-tomos-to-send = No account and no password.

demo-mr-k-name = Mr K
demo-mr-k-role = Complainant, who reads Welsh
demo-mr-k-about = Mr K was promised an apology and a payment. The apology came; the payment is late.
demo-mr-k-mr-k-go = See what was promised
demo-mr-k-mr-k = His page says what was done, what is late, and what the office does about it. Try it in Welsh.

demo-outbox-title = Outbox
demo-outbox-about = { $count ->
    [one] One letter, as its reader has it.
   *[other] { $count } letters, the newest first, as their readers have them.
} None of them left this computer.
demo-outbox-empty = No letters yet
demo-outbox-empty-text = Send a draft, or move the day on.
demo-outbox-older = Older letters
demo-outbox-newest = Newest letters
demo-letter-subject = Subject
demo-letter-to = To
demo-letter-by = Sent
demo-letter-reply = Answers go to
demo-letter-on = On
demo-letter-state = State
demo-letter-reason = Reason
demo-letter-words = What it says
demo-letter-page = See it as a mail program shows it
demo-letters = { $count ->
    [0] No letters went out.
    [one] One letter went out.
   *[other] { $count } letters went out.
}
demo-by-email = By e-mail
demo-by-post = On paper, by post
demo-post-queued = Waiting to go
demo-post-claimed = Going out now
demo-post-accepted = Sent
demo-post-deferred = Put off by the mail server
demo-post-refused = Refused by the mail server
demo-post-held = Held for a person
demo-post-bounced = Came back

demo-mail-title = Hand in an e-mail
demo-mail-about = Save an answer to one of the letters as a file, and hand it in here. The office takes it in as if its mail server had brought it.
demo-mail-file = The message
demo-mail-hint = A file ending in .eml. It is addressed to where the letter’s page in the outbox says that answers go.
demo-mail-hand-in = Hand it in
demo-mail-missing = Choose the message to hand in
demo-mail-new = The message is kept and waits to be looked at.
demo-mail-filed = Filed on { $case }, action { $numbers }.
demo-mail-held = Held for a person to file. { $reason }
demo-mail-set_aside = Put aside. { $reason }
demo-mail-again = The same message had come before. Nothing was done now.

demo-day-title = What day is it?
demo-day-today = It is { $date }.
demo-day-about = When days pass, the office reminds bodies of what is due, and chases what is late. Nothing is sent twice.
demo-day-one = Move on one working day
demo-day-five = Move on five working days
demo-day-back = Back to { $date }
demo-day-on = Move to another day
demo-day-hint = For example, 2 11 2026. Up to a year ahead. Going back changes only the day: what was sent stays sent.
demo-day-move = Move to this day
demo-day-missing = Enter the day to move to
demo-day-too-far = Enter a day within the coming year
demo-day-moved = The day was moved.
demo-day-journey = From { $from } to { $to }
demo-day-letters = Letters that went out on the way

cli-about-amends-demo = Serves an invented office to this computer alone, to try things on.
cli-arg-port = The port on this computer; 0 for any that is free
cli-arg-seed = The number the history grows from; the same gives the same
cli-arg-size = How much history: full (three years) or small
cli-arg-keep = Keep the folder when the demonstration stops
demo-cli-making = Making three years of an invented office
demo-cli-open =
    amends demo is running. Its data is in a temporary folder; nothing leaves this computer.

      Start here    { $url }/en/demo
      Staff         { $url }/demo/as/sian   (caseworker)
      Body portal   { $url }/demo/as/nia    (link officer, Ynys Council)
      Complainant   { $url }/demo/as/mr-k
      Outbox        { $url }/demo/outbox
      Folder        { $folder }

    Try: send evidence as Nia, then review it as Siân.   Ctrl-C stops and deletes everything.
demo-cli-deleted = The demonstration has stopped and everything in it is deleted.
demo-cli-kept = The demonstration has stopped; its folder was kept.
demo-cli-port = The demonstration cannot be served at { $address }: { $reason }.
demo-cli-port-mend = Stop the program that has the port, or name another: amends demo --port 8090
demo-cli-failed = The demonstration did not start: { $reason }.
