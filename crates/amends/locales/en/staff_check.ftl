# The page before an act that goes out, and words of several pages of a case.

check-letters = Who gets what
check-how = How it goes
check-address = Address
check-no-address = No address is known: the letter will be held until somebody enters one
check-language = Language
check-language-en = English
check-language-cy = Welsh
check-subject = Subject
check-read = Read the letter to { $to }
check-no-letters = No letter goes out.
check-dates = The dates that follow
check-first-chase = If nothing comes, the first message after the date goes on { $date }.
check-waits = The date of { $numbers } runs from the day the body receives the decision. Record that day once there is proof of it.
check-by-email = By e-mail
check-by-post = Printed and posted
check-back = Go back and change
matter-due-after = { $length } after the { $anchor }
matter-due-on-event = { $length } after this event: { $event }; by { $backstop } at the latest
matter-amount-formula = { $formula }, at most { $ceiling }
date-because-decision = Set by the decision or the agreement
date-because-extension = A later date was granted
date-because-further-evidence = Agreed when more evidence was asked for
date-because-more-time = More time was agreed after the date had passed
date-because-event = The event it waited for happened, or the decision was received
date-because-reopened = Set when it was reopened
date-because-correction = Put right
