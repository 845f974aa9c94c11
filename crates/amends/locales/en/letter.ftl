# Words of letters that do not come from a case’s rules.

letter-sender-office = The Ombudsman’s office
letter-passed-on-subject = An action has been passed to you
letter-passed-on-text =
    Hello,

    A colleague who deals with the Ombudsman for your organisation has passed you something to do. This page shows what it is, what proof is wanted and by when:

    { $page }

    The page opens with a button. You can send the proof there; you need no account.

    Your colleague’s message:
    { $note }

    If you did not expect this, speak to your colleague first, or call us on { $phone }.

    { $office }
letter-new-link-subject = Your new link
letter-new-link-text =
    Hello,

    Somebody who had your earlier link asked for a new one. Here it is:

    { $page }

    The page opens with a button. If you did not ask for this, you need not do anything: we send links to this address only.

    If you have questions, call us on { $phone }.

    { $office }
