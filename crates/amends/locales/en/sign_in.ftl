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
