# Kinds of letters, as lists and previews call them.

letter-kind-proposal = Proposal for early resolution
letter-kind-settlement_closed = Closed with agreed actions
letter-kind-draft = Draft for comment
letter-kind-comment_reminder = Reminder of comments on a draft
letter-kind-final_decision = Final decision
letter-kind-discontinuance = Investigation ended by agreed action
letter-kind-evidence_receipt = Receipt for evidence
letter-kind-further_evidence = More evidence needed
letter-kind-extension_decision = Decision on a later date
letter-kind-treated_as_met = Treated as met
letter-kind-completion = Everything done
letter-kind-closed_with_failures = Ended, not everything done
letter-kind-chase = Chase
letter-kind-reminder = Reminder
letter-template-wrong = A letter’s text cannot be used. File: { $file }, line { $line }. { $detail }
