# Why the office may not do what was asked: what is wrong, why, what to do. One for each refusal of the rules.

refusal-addressed-to-another = Recommendation { $number } is addressed to another body. What this instrument recommends is for the body it is about.
refusal-agreed-already = The body has agreed to these actions, so they are not changed any more. Close the case with the agreed actions, or turn it into an investigation.
refusal-amount-missing = Recommendation { $number } is about money and names no sum. Enter a sum, or a formula with the most it can come to.
refusal-amount-not-positive = The sum must be more than £0. Enter what the body should pay.
refusal-answered-before-asked = The day lies before { $date }, when it was sent. Nobody answers before they are asked: check the day.
refusal-authority-missing = Say what shows that this person may act for the complainant, such as a grant of probate or a signed authority.
refusal-before-it-was-issued = The instrument was issued on { $date }. Enter a day from then on.
refusal-body-ended-already = The register says already that this body ended on { $date }. A body ends once: add its successor instead.
refusal-body-has-ended = { $body } has been no more since { $date }. Choose the body that stands in its place.
refusal-body-has-not-agreed = The body has not agreed to recommendation { $number }. A decision by agreement needs its agreement: record it, withdraw the recommendation, or have a manager consider a public report.
refusal-body-merged = { $body } has been merged into { $successor }. Choose { $successor } instead.
refusal-body-missing = Name the body the complaint is about.
refusal-body-name-missing = Enter the new name in both languages. Where it has one name alone, enter that twice.
refusal-body-name-same = This is the name it has already. Enter the new one.
refusal-body-not-in-case = This body is not in the case. Add it to the case first.
refusal-body-not-in-draft = Nothing in the draft is addressed to this body, so it has no time for comments to extend.
refusal-link-officers-enough = This body has { $most } link officers already. Take one away first, or enter this one in another role.
refusal-chief-executive-there-already = This body has a chief executive already. Take that one away first, or enter this one in another role.
refusal-body-proof-missing = Say what shows this: the order, the contract, the notice, with its date or number.
refusal-body-still-there = The register does not say that { $body } is no more. Record how and when it ended first.
refusal-body-succeeds-itself = A body cannot stand in its own place. Choose another.
refusal-body-successor-missing = Say into which body it merged.
refusal-body-successor-there = The register says already that this body stands in its place for this. Choose another, or something else it got.
refusal-body-there-already = This body is in the case already.
refusal-body-unknown = This body is not in the register. Choose one that is, or ask for it to be added.
refusal-case-not-open = This case is not open yet. Open it first.
refusal-case-open-already = This case is open already. Go to it instead of opening it again.
refusal-change-missing = Say what should change: other words, another date, or both.
refusal-changed-since-proposed = Recommendation { $number } was changed after it was proposed. Send the proposal again, so that the body agrees to what it now says.
refusal-check-missing-earlier-improvements = A fault looks systemic. Look at earlier service improvements at this body and record what you found, before anything is sent.
refusal-check-missing-guidance-on-remedies = The guidance on remedies must be considered first. Record that you did, and which version.
refusal-check-missing-public-interest = A fault looks systemic. Record whether the public interest calls for a report, before anything is sent.
refusal-check-missing-spending-freeze = This body has frozen its spending. Look at the guidance on that and record what you concluded, before anything is sent.
refusal-closed-already = This case is closed. What was agreed is followed up; to change that, reopen the recommendation.
refusal-comment-date-missing = Give the body a date by which to comment: what is recommended is offered for comment first.
refusal-comments-not-considered = Something was said about recommendation { $numbers } that nobody has considered. Record how you considered it and why it stands, changes or goes.
refusal-comments-open = The draft is still out for comment. Close the comments first.
refusal-complainant-date-missing = Enter by when the complainant is asked to comment. Comment is always offered to both.
refusal-complainant-missing = Enter the complainant, or say that the office opened the case itself.
refusal-considered-before-received = The body received it on { $date }. It cannot have considered it before: check the day.
refusal-contract-there-already = This health body is named already.
refusal-contracts-with-itself = Name the health body that contracted with the provider; it cannot be the provider itself.
refusal-copies-too-short = Copies must stay until { $date } at least. Enter the last day they were there, once it has come.
refusal-criterion-there-already = This criterion is recorded already.
refusal-copy-is-the-original = This file is the original itself. Upload the copy from which what may not be seen was taken out.
refusal-date-before-decision = The date of recommendation { $number } is not after the day of the decision. Give the body time: enter a later date.
refusal-date-cannot-be-set = The date of recommendation { $number } cannot be worked out. Check the period and the day it runs from.
refusal-date-in-future = { $date } has not come yet. Enter today or an earlier day.
refusal-date-missing = Recommendation { $number } has no date. Enter by when the office must be told, with evidence.
refusal-date-not-passed = The date of recommendation { $number } has not passed, so the body still has time. Judge it after that date.
refusal-date-passed = { $date } is not a day to come. Enter a later day.
refusal-day-is-today = What is sent from this page counts as received today, { $date }. Leave the day as it is, or call the office if it came another way.
refusal-decided-already = This case has been decided, so this can no longer be done. A recommendation that proves wrong can be ceased or replaced.
refusal-decision-before-draft = The latest draft went out on { $date }. The decision cannot be dated before it.
refusal-disclosure-needs-manager = Only a threat to health or safety may be disclosed at once. Ask a manager to decide on this ground.
refusal-document-barred = A notice bars this document: it goes to nobody outside the office, on no ground. Where the notice was withdrawn, have a manager record that first.
refusal-disposal-held = This case is held: something is open, or somebody has a reason to keep it. Look at what holds it under Keeping.
refusal-disposal-not-approved = Two people have not agreed to destroy this, or something changed since. Propose it again and have somebody else approve it.
refusal-disposal-not-due = The day for this is { $date }, or it has gone already. Nothing goes before its day.
refusal-disposal-not-proposed = Nobody has proposed to destroy this. Propose it first; somebody else approves it.
refusal-disposal-proposed-already = Somebody has proposed this already. Approve it, or keep the case longer with a reason.
refusal-disposal-second-person = Two people destroy. You proposed this, so ask somebody else to approve it.
refusal-done-in-future = The day it was done lies after the day it reached the office. Check the day.
refusal-draft-out-already = A draft is out for comment already. Close the comments before you send another.
refusal-earlier-does-not-recur = A recommendation takes up an earlier one only where the same fault was judged to recur. Judge { $earlier } first, or do not name it here.
refusal-earlier-missing = Choose the earlier recommendations this is about.
refusal-earlier-not-judged = { $earlier } was not judged to have had too little time to embed. Judge it first, or do not name it here.
refusal-earlier-not-referred-to = The decision does not refer to { $earlier }, which has not had time to embed. Insert the paragraph that refers to it, then send.
refusal-earlier-of-this-case = { $earlier } is a recommendation of this case. Choose recommendations of earlier cases.
refusal-ended-already = Recommendation { $number } has ended. If there is something new, a manager can reopen it.
refusal-ended-without-decision = This case ended without a decision, so nothing is awaited. Ask the office if you think that is wrong.
refusal-evidence-before-reopening = This evidence was in before the recommendation was reopened, so it cannot meet it again by itself. Choose something that has come since.
refusal-evidence-item-blank = An item of the evidence list is blank, or two have the same number. Say what each item is.
refusal-evidence-list-missing = Recommendation { $number } has no evidence list. Say what will prove it, so that the body knows what to send.
refusal-evidence-not-chosen = Choose the evidence that satisfied you. Nothing is met without it.
refusal-extension-decided-already = This request has been decided. The body can ask again if it needs still more time.
refusal-extension-needs-manager = This is more than a caseworker may give: one extension, and no more than { $days } working days after the first date. Ask a manager to decide.
refusal-extension-open = A request for a later date of recommendation { $number } is waiting. Decide it first.
refusal-fact-missing = Something is not in the record yet: { $fact ->
    [instrument_issued] the instrument this follows was issued to the body
    [receipt_recorded] when the body received it, with what shows it
    [response_period_over] the period for notifying the office has run out
    [no_notification] the body notified nothing within the period
    [notification_received] what the body has notified
    [action_not_satisfactory] the office is not satisfied with the action notified
    [period_not_satisfactory] the office is not satisfied with the period notified
    [response_satisfactory] the office is satisfied with what was notified
    [confirmation_period_over] the period for doing or confirming it has run out
    [no_confirmation] nothing satisfactory confirms that it was done
    [decided_no_action] the office is satisfied that the body has decided to do nothing
    [agreed_by_body] every body agreed to every recommendation
    [period_agreed] the period is agreed, or specified in writing
    [complainant_agreed_period] the complainant agreed to the period, or no agreement was possible and why
    [agreed_period_over] the agreed period has run out for something
    [not_implemented] something was judged not done within its period
    [injustice_concluded] the office concluded that there was, or likely was, injustice
    [no_injustice] no injustice was found
    [particular_action] particular action was agreed
    [particular_period] it was agreed for before the end of a particular period
    [public_interest_not_required] the public interest was considered and does not call for a public report
    [criterion_recorded] a criterion for a public report, with reasons
    [advance_notice_given] the body was given notice of the report, with reasons
    [satisfied_with_action] the body agreed to what satisfies the office
   *[judged_not_met] a recommendation was judged not met or refused
}. It is recorded { $place ->
    [decision] with the decision
    [draft] with the draft and the answers to it
    [findings] with the findings and checks
    [receipts] with the receipts
    [instrument] with the instrument
    [public_report] with the criteria and notices of a report
    [agreement] with the agreement
    [judgement] with the judgement of the recommendation
   *[the_day] nowhere: it comes with the day
}.
refusal-finding-against-another-body = Recommendation { $number } rests on a finding against another body. Choose a finding against the body that is to act.
refusal-finding-missing = Recommendation { $number } rests on no finding. Choose the fault it answers.
refusal-form-may-be-agreed = The form may still be agreed until { $date }. The office publishes it only after that, or once the body has failed to publish what was agreed.
refusal-form-not-agreed = No form is agreed yet, so the body can have published nothing. Record the agreed form first.
refusal-form-too-late = The time for agreeing the form ended on { $date }. The office must now publish it.
refusal-freeze-ends-before-it-begins = The last day lies before { $date }, the first. Check both.
refusal-freeze-needs-manager = This rests on a notice that freezes the body’s spending, which waives nothing. Ask a manager to decide on recommendation { $number }.
refusal-freeze-there-already = A notice from { $date } on covers these days already. Enter its last day first.
refusal-function-goes-elsewhere = { $successor } got none of the functions of { $body }. Choose the body that did, or say that this is about property alone.
refusal-further-draft-due = Recommendation { $numbers } changed after the draft. Send a further draft to both parties, or record why none is needed.
refusal-further-draft-needs-manager = This would be draft { $draft }, more than usually go to the parties. Ask a manager to send it.
refusal-ground-missing = Name the ground it rests on.
refusal-ground-not-open = The ground { $ground } does not follow from this instrument in this case. Choose another.
refusal-guidance-version-missing = Say which version of the guidance on remedies you considered.
refusal-handling-code-unknown = The office has no code { $code }. Choose one from the list.
refusal-handling-noted-already = This is noted already under that code.
refusal-handling-rests-on-nothing = The note rests on nothing that this body did in this case. Choose one of the events shown, or none.
refusal-hold-lifted-already = Hold { $hold } was lifted before.
refusal-hold-needs-case = Enter the reference of the newer complaint, not of this case.
refusal-hold-needs-end = Enter the last day: a request for information holds a case for a time only.
refusal-hold-needs-manager = Only a manager says which papers are relevant to a newer complaint. Ask one to do it.
refusal-hold-needs-papers = Choose the papers that are relevant to the newer complaint. The others are not kept for it.
refusal-hold-not-a-paper = Only papers that are held can be marked as not to be disclosed. Choose them as held too.
refusal-hold-of-papers-alone = Only for a newer complaint are some papers held alone. Hold the whole case instead.
refusal-hold-too-long = A request for information holds a case until { $date } at most. Enter that day or an earlier one.
refusal-instrument-not-lawful = The law this office works under does not know this way to end an investigation. Choose another.
refusal-issued-already = Instrument { $instrument } of this case already followed on this ground.
refusal-item-not-shown = “{ $item }” has not been found shown in the evidence you chose. Assess it, or ask the body for more.
refusal-link-the-new-case = Open the new case and link it here first.
refusal-linked-already = These two cases are linked already.
refusal-linked-to-itself = A case cannot be linked to itself. Enter the other case.
refusal-more-than-claimed = Only { $amount } is still owed. Check the sum, or claim more first.
refusal-more-time-wants-a-date = More time is a new date. Enter the date by which the office must be told.
refusal-named-before-notice = The notice names a day before it was published. Check both days.
refusal-named-too-late = The notice must name a day up to { $date }. Ask the body for a new notice.
refusal-judged-on-this-evidence = Recommendation { $number } was judged on this evidence. Have a manager reopen it first, then set the evidence apart.
refusal-moved-to-itself = This is the same case. Name the case the evidence belongs to.
refusal-no-agreement-recorded = No agreement is recorded. Record what the body agreed to before you close the case.
refusal-no-answer-wanted = Nothing has to be answered to this instrument.
refusal-no-complainant = This case has no complainant: the office opened it itself.
refusal-no-cost-repaid = The law lets the office claim no cost for this instrument.
refusal-no-date-with-this-step = This step sets no new date. Choose more time, or leave the date out.
refusal-no-date-yet = Recommendation { $number } has no date yet, because it runs from receipt. Record when the body received the decision.
refusal-no-disagreement = The body has not disagreed, or its comments are still out. A public report is considered only where the office stands by what the body does not agree to.
refusal-no-draft-offered = No draft was sent. The complainant and the body must always be offered comment before a final decision: send a draft to both.
refusal-no-draft-to-complainant = The draft did not go to the complainant. Send it to both before you decide.
refusal-no-evidence = Nothing has come for recommendation { $number } that could be looked at.
refusal-no-form-wanted = No form has to be agreed for this instrument.
refusal-no-freeze-in-the-register = The register knows of no notice that freezes the spending of { $body } today. Give your reasons without it, and send us the notice.
refusal-no-injustice-found = The finding names no injustice, so no recommendation can rest on it. Choose a finding that does, or record the injustice.
refusal-no-period-wanted = No period has to be notified to this instrument. Leave it out.
refusal-no-referral-wanted = The law does not ask who at the body considered this instrument.
refusal-no-such-criterion = { $criterion } is no criterion of this office. Choose one of its list.
refusal-no-succession-recorded = The register does not say that { $successor } stands in the place of { $body }. Record that first, with the order or contract.
refusal-no-such-evidence = This evidence was not sent for this recommendation. Choose from what came for it.
refusal-no-such-extension = There is no such request for a later date in this case.
refusal-no-such-file = No such file came in this case. Choose one that did.
refusal-no-such-finding = There is no such finding in this case. Choose one from the list.
refusal-no-such-instrument = This case has no such instrument. Choose one that was issued.
refusal-no-such-ground = This office has no such ground for disclosing anything. Choose one of those on the list.
refusal-no-such-hold = There is no hold { $hold } on this case. Look at the holds under Keeping.
refusal-no-such-item = This item is not on the evidence list. Choose one that is.
refusal-no-such-period = This period does not run for this instrument. Choose another.
refusal-no-such-publicity = This instrument has no such step of publicity. Choose one of its list.
refusal-no-such-recommendation = There is no recommendation { $number } in this case.
refusal-no-such-step = This office does not take that step. Choose one of its list.
refusal-nobody-withdrew = Nobody has withdrawn or died, so there is nothing to decide about that.
refusal-not-a-draft = This is no recommendation that is being written. Go back to the case.
refusal-not-agreed = The body has not agreed to recommendation { $number }. Record its agreement first, or propose something else.
refusal-not-an-improvement = Recommendation { $number } is for the person, not for the service. Only a service improvement can be significant.
refusal-not-an-investigation = This case is dealt with by early resolution, where actions are proposed and no draft is sent. Turn it into an investigation first.
refusal-not-by-the-authority = Only the authority itself can refuse this, not a committee or an officer. Record that it has considered it first.
refusal-not-barred = No notice bars this document.
refusal-not-decided-yet = Recommendation { $number } is not part of a decision yet.
refusal-not-early-resolution = This case is being investigated, so actions are put to the parties in a draft.
refusal-not-ended = Recommendation { $number } has not ended, so there is nothing to reopen.
refusal-not-frozen = No notice of frozen spending is recorded for this body.
refusal-not-in-draft = Recommendation { $number } was not sent to the parties. Comment must be offered first: send a further draft, or a new proposal.
refusal-not-issued-yet = Nothing has been decided that the body could have received. Record the receipt after the decision.
refusal-not-laid = This instrument is not laid before anyone.
refusal-not-later = The date now is { $date }. Enter a later one.
refusal-not-notified = The body has not notified every part it must. Record what it notified first.
refusal-not-out-for-comment = No draft is out for comment, so this cannot be recorded now.
refusal-not-owed = This is not owed today: it has gone already, something came in, or it is stopped.
refusal-not-promised-to-you = Recommendation { $number } is not something that was promised to the complainant.
refusal-not-the-offices-duty = The publicity is the body’s duty; the office does not do it in its stead.
refusal-not-set-apart = This evidence counts in this case. Set it apart first, with the reason.
refusal-not-this-body = Recommendation { $number } is addressed to another body. Check the recommendation and the body.
refusal-nothing-agreed-yet = Nothing is agreed or decided in this case yet that another could be about.
refusal-nothing-changed = Nothing has changed since the draft, so there is no further draft to leave out.
refusal-nothing-claimed = No cost was claimed, so none can have been paid. Record the claim first.
refusal-nothing-failed = Recommendation { $number } has not been judged not met or refused, so there is no special report to consider.
refusal-nothing-new = More was asked for recommendation { $number } and nothing new has come. Wait for it, or judge what is there.
refusal-nothing-prepared = Nothing is prepared. Prepare the report or notice first.
refusal-nothing-open-with-body = Nothing that was made to this body is open here under number { $number }. What has ended stays with it.
refusal-nothing-proposed = Nothing has been proposed to the body that it could answer.
refusal-nothing-recommended = There is no recommendation to send. Write one first.
refusal-nothing-sent = Choose at least one file, or say what was done.
refusal-nothing-shown = Nothing in the evidence was found to show that it was done. Assess the items first.
refusal-nothing-to-decline = Recommendation { $number } is not for a complainant, so no complainant can decline it or be out of reach for it. Choose another reason.
refusal-notice-given-already = This body was given notice already.
refusal-notification-empty = Enter what the body notified: the action, or the period.
refusal-office-did-not-publish = The office can claim only what it spent on publishing in the body’s stead. Record that publication first.
refusal-original-stays-restricted = There is a copy of this file with what may not be seen taken out. Show the copy: the original stays with the office.
refusal-nothing-to-review = There is no decision to review. Review after the decision comes after one.
refusal-own-initiative-with-complainant = A case that the office opens itself has no complainant. Take one of the two out.
refusal-paid-less = { $paid } was paid and { $amount } was recommended: { $missing } is missing. Ask the body for the rest.
refusal-period-not-assessed = Say whether the office is satisfied with the period too.
refusal-period-over = The period ended on { $date }. A longer one is agreed before it ends.
refusal-period-still-runs = The period runs until { $date }, and the office waits for its end. The ombudsman may set that aside, with reasons.
refusal-policy-wants-text-and-approval = Recommendation { $number } changes a policy. That wants two things: the policy as amended, and its approval by the officer or committee.
refusal-proof-of-offer-missing = Choose the document that proves the offer or the attempts. A statement is not enough.
refusal-property-goes-elsewhere = { $successor } got none of the property of { $body }, and what is about property alone goes to whoever got it. Choose that body.
refusal-public-report-needs-manager = A report against the body’s disagreement is for a manager or the ombudsman to issue.
refusal-publicity-cannot-be-lifted = The law does not let the office lift this step.
refusal-reason-missing = Say why. It is kept with the record.
refusal-receipt-first = Record first when the body received instrument { $instrument }, and what shows it.
refusal-receipt-ruling-needs-manager = The body disputes when it received this. A manager must decide which day counts.
refusal-received-before-decision = The day of receipt lies before the decision. Check the day.
refusal-recommendation-missing = Say which recommendation this is for. Each action is evidenced separately.
refusal-recommendations-survive = The case is decided, so a withdrawal or a death does not end it. Decide on each recommendation by itself.
refusal-recommends-nothing = This instrument makes no recommendations. Leave them out.
refusal-response-not-satisfactory = The office has not said that it is satisfied with what was notified, so nothing waits for confirmation.
refusal-role-too-low = This is for { $role ->
    [caseworker] a caseworker
    [manager] a manager
   *[ombudsman] the ombudsman
}. Ask them to do it.
refusal-satisfied-already = The office is satisfied already with what was done.
refusal-second-edition-missing = Enter the day of the second edition: after the first, by { $date } at the latest, and past.
refusal-reference-missing = The paragraph is needed in both languages: each letter takes the one of its reader.
refusal-set-apart = This file was set apart, because it is for another case, body or complainant. It is shown to nobody here.
refusal-review-before-decision = The review cannot be earlier than the decision of { $date }. Enter the day of the review.
refusal-review-changes-nothing = A decision that stands changes no recommendation. Say that the decision changes, or change nothing.
refusal-set-off-not-allowed = This recommendation does not allow the sum to be set off against a debt. It must be paid.
refusal-sooner-than-least-time = Recommendation { $number } would be due before { $date }, sooner than a body has after a report. Give it until then, or record that it agrees to act sooner.
refusal-significant-needs-role = { $role ->
        [manager] Only a manager or the ombudsman calls a service improvement significant. Ask one of them.
        [ombudsman] Only the ombudsman calls a service improvement significant. Ask the ombudsman.
       *[other] Your role does not call service improvements significant. Ask a caseworker.
    }
refusal-statement-is-not-evidence = This is a statement without a document. A statement alone never shows that something was done: ask for the document.
refusal-succession-to-come = { $successor } stands in the place of { $body } from { $date } on, and not before. Come back on that day.
refusal-successor-is-there = { $successor } stands in the place of { $body }. Let what is open follow it instead.
refusal-sum-paid-missing = Enter the sum that the record shows was paid. { $amount } was recommended.
refusal-theme-unknown = { $theme } is not a subject of the office. Choose from the list.
refusal-time-to-comment-left = There is time to comment until { $date }. Close the comments after that day, or once everybody has answered.
refusal-translation-ended = The translation of this is there already, or is not needed.
refusal-waits-for-no-event = The date of recommendation { $number } waits for no event.
refusal-withdrawal-decided-already = What becomes of the case has been decided already.
refusal-withdrawal-undecided = The complainant has withdrawn or died, and nobody has decided what becomes of the case. Ask a manager to decide first.
refusal-withdrawn-already = Recommendation { $number } was withdrawn. Write a new one if it is needed after all.
refusal-wording-missing = Say in one sentence who is to do what.
refusal-writing-needed = This time to act follows from the law, so more of it is given only in writing. Put the decision in writing.

denial-role = Your role does not do this. Ask somebody whose role does.
denial-not-your-case = This case is not yours to act on. Check the link you were sent, or contact the office.
denial-not-your-recommendation = This recommendation was not made to you. Check the link you were sent, or contact the office.
denial-machinery-only = This goes out by itself when it is owed; nobody sends it by hand.
