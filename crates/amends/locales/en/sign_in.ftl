# Signing in, and the staff’s navigation.

sign-in-title = Sign in
sign-in-lead = For the office’s staff. Bodies and complainants need no account: they use the link in our letter or e-mail.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-forgotten = If you have forgotten your password, ask an administrator of the office to set a new one.
sign-in-email-missing = Enter your e-mail address
sign-in-password-missing = Enter your password
sign-in-wrong = The e-mail address or the password is wrong. Check both, and try again.
sign-in-resting = There were too many wrong attempts. Wait 15 minutes, then try again.

nav-worklist = Work-list
nav-cases = Cases
nav-inbox = Inbox
nav-chases = Chases
nav-bodies = Bodies
nav-calendar = Calendar
sign-in-parked = You were signed out before what you had written was taken. It is kept: sign in, and you can send it.
sign-in-resume-title = Send what you had written
sign-in-resume = You are signed in again. What you had written has not been sent yet.
sign-in-resume-send = Send it now
sign-in-resume-leave = Leave it, and go to the work-list
