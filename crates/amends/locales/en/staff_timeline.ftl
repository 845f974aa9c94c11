# The record of a case, and its letters.

timeline-view-as = View as
timeline-as-staff = The office
timeline-as-body = { $body }
timeline-as-complainant = The complainant
timeline-as-others = This is all that this reader may see of the case.
timeline-empty-title = Nothing to see
timeline-empty = This reader sees nothing of the case yet.

letters-to = To
letters-made = Made
letters-read = Read the letter
letters-none-title = No letters yet
letters-none = Letters appear here as soon as something is sent to the body or the complainant.
post-by-email = E-mail
post-by-print = Printed letter
post-queued = Waits to be sent
post-claimed = Being sent
post-accepted = Sent
post-deferred = The mail server asked to try again later
post-refused = The mail server will not take it
post-held = Held for a person to look at
post-bounced = Came back: the address does not work
