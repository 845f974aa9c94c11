# Names of the things the rules speak of: kinds of recommendation, proofs, letters, checks.

kind-apology = Apology
kind-payment = Payment
kind-reimbursement = Reimbursement
kind-service_provision = Service to be given
kind-inspection_repair = Inspection or repair
kind-explanation = Explanation
kind-review = Review
kind-policy_procedure = Policy or procedure
kind-training = Training
kind-staff_reminder = Reminder to staff
kind-share_learning = Learning shared
kind-monitoring = Monitoring
kind-records = Records
kind-cease = Stopping something
kind-contract = Contract
kind-resourcing = Staff and means
kind-report_back = Report back

proof-letter = Letter as sent
proof-payment_record = Record of payment
proof-policy_text = Text of the policy or procedure
proof-approval = Approval by officer or committee
proof-training_record = Record of training
proof-report = Report, audit or review
proof-other = Something else

letter-proposal = Proposal for early resolution
letter-settlement_closed = Closed with agreed actions
letter-draft = Draft for comment
letter-comment_reminder = Reminder to comment
letter-final_decision = Final decision
letter-discontinuance = Investigation ended by agreed action
letter-evidence_receipt = Receipt for evidence
letter-further_evidence = More evidence needed
letter-extension_decision = Decision on a later date
letter-treated_as_met = Treated as met
letter-completion = All done, matter closed
letter-closed_with_failures = Ended, not all done
letter-chase = Chase
letter-reminder = Reminder
letter-report_notice = Notice of a report
letter-instrument_draft = Draft report
letter-instrument_issued = Report or notice
letter-still_waiting = Why it takes so long
letter-wrong_evidence = Evidence for another matter
letter-successor_notice = Actions now with another body

check-guidance_on_remedies = Guidance on remedies
check-earlier_improvements = Earlier service improvements
check-public_interest = Whether the public interest calls for a report
check-spending_freeze = Guidance on frozen spending
