# Taking in a decision.

import-title = Take in a decision
import-nothing-kept = Nothing is kept before you have looked at what was found and said which to take.
import-document = Decision document
import-document-hint = Word (.docx), PDF with text, a web page or plain text.
import-text = Or paste the text
import-decided = Date of the decision
import-decided-hint = Leave it empty if it is not known. It gives dates without a year their year.
import-case = Reference of the case
import-case-hint = Leave it empty to open a new case from the decision.
import-read = Find the recommendations
import-nothing-given = Choose a document, or paste its text
import-none-found = No recommendation was found in this text. Check that the part with the recommendations is in it, or write them by hand.
import-found-title = Recommendations found
import-found = { $count ->
    [one] 1 recommendation was found. Put right what was misread, and take it or leave it.
   *[other] { $count } recommendations were found. Put right what was misread, and choose which to take.
}
import-row = Found { $number }
import-take-legend = Take it?
import-take = Yes, take this one
import-addressee = The text says: { $name }
import-body-of-case = The body of the case
import-body-left-empty = Leave it empty for the body complained about.
import-date-hint = Such as 2026-12-04.
import-evidence-hint = A line for each thing that would prove it.
import-why = The words that made it
import-why-recommendation = It recommends
import-why-kind = What sort of act
import-why-addressee = Who is to act
import-why-deadline = By when
import-why-amount = How much
import-why-evidence = Proved how
import-doubt-date-differs = The text says { $stated }, and its period gives { $computed }. The stated date was taken.
import-doubt-year = The text gives no year. { $date } was taken.
import-doubt-weekday = The weekday named is not that of { $date }.
import-doubt-before = { $date } lies before the decision.
import-doubt-no-date = No calendar has the date that the text names.
import-doubt-parts = The sum is { $total }, and its parts make { $parts }.
import-doubt-sum-before = The sum was taken from the sentence before.
import-new-case = The new case
import-confirm = Take what is ticked
import-none-chosen = Tick at least one recommendation to take
done-import-taken = The recommendations were taken in.
import-case-unknown = There is no case of this reference. Correct it, or leave it empty to open a new case
import-changed = Somebody changed the case meanwhile. Look at it in another tab, then take what is ticked again
import-all-title = For all of them
import-all-due = When evidence is due for those without a date
import-all-due-hint = { $count ->
    [0] Each of them has a date of its own.
    [one] 1 of them has no date.
   *[other] { $count } of them have no date.
}
import-all-due-missing = Say when evidence is due for those without a date, or that it is to be settled later
import-due-with-all = As said for those without a date
import-answers = The finding they answer
import-answers-later = None yet
import-answers-new = A new finding, told here
import-finding-hint = It is recorded as a finding against each body that is to act. A draft can be sent once each recommendation rests on a finding.
import-usual-take = Ask for: { $what }
import-usual-item = Evidence { $item } of found { $number }
import-usual-show = Show what usually proves this kind
import-usual-of = for found { $number }
import-kind-changed = The kind was changed. Look at what usually proves it, which now stands below, and take it again
import-evidence-more = More evidence we will accept
import-evidence-asked = A line for each thing. The text asks for: { $words }
import-own-date = A date of its own
import-no-theme = No subject
