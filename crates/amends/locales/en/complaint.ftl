# Pages for complainants: plain words, nothing that alarms.

complaint-title = What is happening with your complaint
complaint-stage-looking = We are looking into your complaint. We will write to you when we know more.
complaint-stage-agreeing = We are agreeing with the organisation what should happen. We will write to you when it is agreed.
complaint-stage-draft = We have written a draft of what should happen to put things right.
complaint-stage-considering = We are considering what you and the organisation told us. Then we will decide, and write to you.
complaint-stage-promised = It is decided what should happen to put things right. We check that it does.
complaint-stage-withdrawn = You told us that you do not want to go on. We will write to you.
complaint-stage-ended = We are not taking this further. Our letter says why.
complaint-nothing-to-do = You do not need to do anything.
complaint-about = This is about { $bodies }. Our reference is { $reference }.
complaint-draft-heading = Tell us what you think of the draft
complaint-draft-by = If you want to, please tell us by { $date }. You do not have to.
complaint-draft-commented = Thank you, we have your comments. You can add to them while the draft is out.
complaint-draft-open = Read the draft
complaint-draft-again = Read the draft again
complaint-promised-heading = What was promised to you
complaint-says-waiting = The organisation is to do this and show us that it has.
complaint-says-more = The organisation sent us something, but it does not show yet that this is done. We have asked for more.
complaint-says-checking = The organisation has sent us proof. We are checking it.
complaint-says-done = This is done. We have seen the proof.
complaint-says-closed = We have agreed that there was a good reason to end this. Our letter says why.
complaint-says-not = This is no longer being followed up. Our letter says why.
complaint-due = We expect the proof by { $date }.
complaint-due-new = A new date was agreed: we expect the proof by { $date }.
complaint-late-sorry = This is late. We expected proof by { $date }, and we are sorry that you have to wait.
complaint-late-asked = { $count ->
    [one] We asked the organisation for it on { $date }.
   *[other] We have asked the organisation for it { $count } times, the last time on { $date }.
}
complaint-late-next = If it does not come, we ask again on { $date }.
complaint-late-person = A person in our office is now dealing with this.
complaint-improvements = { $count ->
    [one] And 1 change so that this does not happen to others.
   *[other] And { $count } changes so that this does not happen to others.
}
complaint-improvements-done = Done so far: { $done }.
complaint-tell-us = Tell us
complaint-ask-money = Have you had the { $sum }?
complaint-ask-money-plain = Have you had the money?
complaint-ask-apology = Have you had the apology?
complaint-ask-letter = Have you had the explanation?
complaint-ask-done = Has this been done?
complaint-yes-money = Yes, I have had it
complaint-yes-apology = Yes, I have had it
complaint-yes-letter = Yes, I have had it
complaint-yes-done = Yes, it has been done
complaint-no-money = No, I have not had it
complaint-no-apology = No, I have not had it
complaint-no-letter = No, I have not had it
complaint-no-done = No, it has not been done
complaint-not-sure = I am not sure
complaint-note-label = Anything you want to tell us about it
complaint-note-hint = For example when it came, or what is missing
complaint-note-not-kept = We can only keep your words with a yes or a no. Choose one of them, or call us and tell us.
complaint-had-it-missing = Choose one answer
complaint-send = Send
complaint-you-had-it = You told us that you have had this.
complaint-you-had-it-not = You told us that you have not had this. We look at that before we end anything.
complaint-done-comment = Thank you. Your comments are with us, and we will consider them before we decide.
complaint-done-had-it = Thank you for telling us.
complaint-done-had-it-not = Thank you for telling us. We will look into it.
complaint-done-not-sure = That is fine. The organisation must show us proof. If you find out, you can tell us here.
complaint-comment-title = The draft of what should happen
complaint-comment-check-title = Check what you are sending
complaint-comment-lead = This is a draft. It may change before we decide. You can say something about one action, about all of it, or nothing at all.
complaint-comment-label = Your comment on action { $number }
complaint-comment-missing = Write a comment, or go back if you do not want to
complaint-comment-goes = Your comments go to { $name }, who deals with your complaint, and nothing is sent until you choose “Send”.
complaint-whole-label = Your comment on all of it
complaint-whole-hint = Tell us if something is missing, wrong or would not help.
complaint-draft-changed = The draft has changed, or the time for comments has ended, since you opened this page. Your words are kept below. If you cannot send them, call us.
complaint-contact-heading = Talk to us
complaint-contact = { $name } deals with your complaint.
complaint-contact-how = You can call or write, in English or in Welsh, or ask us to call you. Our reference is { $reference }.
complaint-adjustments = You asked us for this, and we keep to it: { $adjustments }
complaint-close = Close this page
complaint-files = Documents we may show you
complaint-file = Download { $name }
complaint-report-issued = On { $date } we issued this about { $bodies }: { $name }.
