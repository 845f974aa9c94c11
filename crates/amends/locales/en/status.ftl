# Status words. "staff" is for the office and bodies, "public" for complainants and the register.

status-staff-draft = Draft
status-staff-proposed = Sent for comment
status-staff-agreed = Agreed – not due yet
status-staff-due_soon = { $days ->
    [0] Due today
    [one] Due in 1 day
   *[other] Due in { $days } days
}
status-staff-overdue = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
status-staff-evidence_in = Evidence to review
status-staff-more_needed = More evidence needed
status-staff-met = Met
status-staff-met_late = { $days ->
    [one] Met, 1 day late
   *[other] Met, { $days } days late
}
status-staff-treated_met = Treated as met
status-staff-not_met = Not met
status-staff-withdrawn = Withdrawn
status-staff-extended = Extended to { $date }

status-public-draft = Being prepared
status-public-proposed = Being agreed
status-public-agreed = Promised
status-public-due_soon = Promised
status-public-overdue = Late
status-public-evidence_in = Being checked
status-public-more_needed = More proof needed
status-public-met = Done
status-public-met_late = Done, late
status-public-treated_met = Closed for a good reason
status-public-not_met = Not done
status-public-withdrawn = Withdrawn
status-public-extended = New date agreed
