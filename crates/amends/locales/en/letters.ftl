# Kinds of letters, as lists and previews call them.

letter-kind-proposal = Proposal for early resolution
letter-kind-settlement-closed = Closed with agreed actions
letter-kind-draft = Draft for comment
letter-kind-comment-reminder = Reminder of comments on a draft
letter-kind-final-decision = Final decision
letter-kind-discontinuance = Investigation ended by agreed action
letter-kind-evidence-receipt = Receipt for evidence
letter-kind-further-evidence = More evidence needed
letter-kind-extension-decision = Decision on a later date
letter-kind-treated-as-met = Treated as met
letter-kind-completion = Everything done
letter-kind-closed-with-failures = Ended, not everything done
letter-kind-chase = Chase
letter-kind-reminder = Reminder
letter-kind-report-notice = Notice of a report
letter-kind-instrument-draft = Draft report
letter-kind-instrument-issued = Report or notice
letter-kind-still-waiting = Why it takes so long
letter-kind-wrong-evidence = Evidence for another matter
letter-kind-successor-notice = Actions now with another body
