# Words that many staff pages share: choices, stages, states, what happened, who did it.

staff-choose = Choose one
staff-own-initiative = no complainant: the office’s own initiative
staff-body-unknown = a body that is not in the register
staff-member-unknown = somebody who is no longer in the list of staff
staff-due-today = today
staff-days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
staff-days-left = { $days ->
    [one] in 1 day
   *[other] in { $days } days
}

staff-changed-title = Somebody changed this while you were writing
staff-changed-nothing-lost = Nothing you typed is lost, and nothing of theirs was overwritten. See what they did, then choose.
staff-changed-theirs = What was done meanwhile
staff-changed-yours = What you typed
staff-changed-keep-mine = Keep mine
staff-changed-take-theirs = Take theirs and leave what I typed

section-overview = Overview
section-findings = Findings and checks
section-recommendations = Recommendations
section-draft = Draft round
section-settlement = Early resolution
section-decision = Decision
section-evidence = Evidence
section-people = People
section-letters = Letters
section-timeline = Timeline

stage-assessing = Being assessed
stage-proposal_sent = Actions proposed
stage-negotiating = Being talked over
stage-agreed = Agreed
stage-closed_early_resolution = Closed with agreed actions
stage-investigating = Being investigated
stage-draft_ready = Draft ready
stage-out_for_comment = Out for comment
stage-considering_comments = Comments being considered
stage-final_ready = Ready to decide
stage-consider_public_report = Public report being considered
stage-final_issued = Decision issued
stage-discontinued_by_settlement = Ended by agreed action
stage-discontinued = Ended without a decision

compliance-not_started = Nothing owed yet
compliance-monitoring = Being followed up
compliance-complete = Complete
compliance-closed_with_failures = Closed, not all done

state-draft = Draft
state-proposed = Sent for comment
state-due = Waiting for the body
state-evidence_received = Evidence received
state-under_review = Under review
state-further_evidence_requested = More evidence needed
state-met_on_time = Met on time
state-met_late = Met late
state-treated_as_met = Treated as met
state-not_met = Not met
state-refused = Refused by the body
state-ceased = No longer pursued
state-superseded = Replaced by another
state-withdrawn = Withdrawn

route-early_resolution = Early resolution
route-investigation = Investigation

who-complainant = the complainant
who-system = the office’s system
section-earlier = Asked before
section-handling = Handling
