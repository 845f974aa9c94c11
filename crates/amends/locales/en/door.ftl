# The page a link in a letter opens.

door-body-title = The Ombudsman’s page for { $body }
door-body-lead = This link is for the people at { $body } who deal with the Ombudsman. It opens case { $reference }: what is proposed or agreed, and where you send proof.
door-colleague-lead = { $count ->
    [one] A colleague at { $body } has passed 1 action to you. This link opens that action and nothing else of the case.
   *[other] A colleague at { $body } has passed { $count } actions to you. This link opens those actions and nothing else of the case.
}
door-complainant-title = Open your page
door-complainant-lead = This link is for you. It opens the page about your complaint, reference { $reference }.
door-nothing-yet = Nothing happens until you choose “Open”.
door-open = Open
door-until = The link works until { $date }.
door-not-yours = If this link is not for you, please close this page and call us on { $telephone }.
door-verify = How to know that a message is from us
door-gone-title = This link does not work any more
door-gone-call = Call us on { $telephone } and we will help you at once.
door-gone-why = Links work for a limited time, and can be ended early. Nothing that you sent us is lost.
door-renew-heading = Or have a new link sent
door-renew-text = We send it to the address that is registered with us, and to no other.
door-renew = Send me a new link
door-renewed-sent = A new link is on its way to the address that is registered with us. If it does not come within an hour, call us.
door-renewed-already = We sent a new link a few minutes ago, to the address that is registered with us. Please look there first.
door-renewed-no = We cannot send a new link for this one. If a colleague passed it to you, ask them; otherwise call us.
door-closed-title = You have closed the page
door-closed-text = This browser no longer opens it. To come back, open the link in our letter or e-mail again.
