# What happened, a line each. { $reference } names the recommendations; { $body } the body.

timeline-case-opened = The case was opened
timeline-handler-assigned = The case was given to another member of staff
timeline-body-added = { $body } was added to the case
timeline-finding-recorded = A fault by { $body } was recorded
timeline-check-recorded = { $check }: looked at
timeline-contact-recorded = A contact was noted
timeline-recommendation-written = { $reference } was written
timeline-recommendation-revised = { $reference } was changed
timeline-recommendation-withdrawn = { $reference } was withdrawn
timeline-resolution-proposed = Actions were proposed to the body, to be answered by { $date }
timeline-body-answered = { $body } answered on { $reference }
timeline-settlement-recorded = The body agreed to the actions
timeline-turned-into-investigation = The case became an investigation
timeline-draft-issued = Draft { $draft } was sent for comment
timeline-complainant-commented = The complainant commented on the draft
timeline-comments-extended = { $body } was given until { $date } to comment
timeline-reminded-to-comment = { $body } was reminded to comment
timeline-comments-closed = Comments were closed
timeline-comments-considered = Comments on { $reference } were considered
timeline-further-draft-skipped = No further draft was sent
timeline-early-action-authorised = { $reference } may be acted on before the decision
timeline-public-report-considered = A public report was considered
timeline-decision-issued = The final decision was issued
timeline-discontinued = The investigation ended because of agreed action
timeline-case-closed = The case was closed; what was promised is followed up
timeline-complainant-withdrew = The complaint was withdrawn
timeline-complainant-died = The complainant has died
timeline-complainant-unreachable = The complainant could not be reached
timeline-complainant-active = The complainant takes part again
timeline-case-goes-on = It was decided that the case goes on
timeline-case-ended = It was decided that the case ends
timeline-complainant-substituted = Somebody else now acts as the complainant
timeline-receipt-recorded = { $body } received it on { $date }
timeline-chases-stopped = Chases on this case were stopped
timeline-chases-resumed = Chases on this case go again
timeline-letter = Letter: { $letter }
timeline-compliance-complete = Everything recommended is done; the matter is closed
timeline-compliance-closed-with-failures = The follow-up ended, and not everything was done
timeline-date-set = { $reference }: the office must be told by { $date }
timeline-date-extended = { $reference }: a later date was agreed, { $date }
timeline-date-moved = { $reference }: the date is now { $date }
timeline-awaited-event-happened = { $reference }: what its date waited for happened on { $date }
timeline-evidence-received = { $body } sent evidence for { $reference }
timeline-review-started = The evidence for { $reference } is being checked
timeline-item-assessed = An item of evidence for { $reference } was assessed
timeline-more-asked = { $reference }: more evidence was asked for
timeline-met = { $reference } is met
timeline-met-late = { $days ->
        [one] { $reference } is met, 1 day late
       *[other] { $reference } is met, { $days } days late
    }
timeline-treated-as-met = { $reference } is treated as met for a good reason
timeline-not-met = { $reference } is not met
timeline-refused = The body refuses { $reference }
timeline-ceased = { $reference } is no longer pursued
timeline-superseded = { $reference } was replaced by number { $by }
timeline-special-report-considered = A special report on { $reference } was considered
timeline-reopened = { $reference } was reopened
timeline-extension-requested = { $reference }: the body asked for { $date }
timeline-extension-granted = { $reference }: the later date was agreed, { $date }
timeline-extension-refused = { $reference }: the later date was refused
timeline-had-it = The complainant has had { $reference }
timeline-had-it-not = The complainant has not had { $reference }
timeline-chased = { $reference }: the body was chased ({ $step })
timeline-chase-undelivered = { $reference }: a chase came back undelivered ({ $step })
timeline-profile-edition-fixed = Followed up from now on under edition { $edition } of the profile
timeline-period-agreed = The complainant agreed to the period
timeline-period-specified = The period was specified in writing, for no agreement was possible
timeline-criterion-recorded = A criterion for a public report was recorded
timeline-report-notice = { $body } was given notice of a report
timeline-contracting-body = { $body } was named as the health body that contracted with the provider
timeline-instrument-prepared = A report or notice about { $body } was prepared
timeline-instrument-commented = Comments on the draft report came in
timeline-instrument-issued = A report or notice about { $body } was issued
timeline-instrument-told = A report or notice about { $body }: { $what ->
    [notified] the body notified what it did or will do
    [considered-by-authority] the authority itself considered it
    [form-agreed] the form of what is published was agreed
    [published] a step of publicity was proved
    [cost-paid] cost was paid
   *[laid] it was laid
}
timeline-instrument-ruled = A report or notice about { $body }: { $what ->
    [longer-period] a longer period was agreed
    [response-assessed] what the body notified was assessed
    [no-action] the office is satisfied that the body decided to do nothing
    [confirmation-assessed] what confirms the action was assessed
    [publicity-lifted] a duty of publicity was directed or lifted
   *[cost-claimed] cost was claimed
}
timeline-escalation-step = { $reference }: { $taken ->
    [chief_executive] the chief executive was written to
    [meeting] the body was met
    [more_time] more time was agreed
    [tell_complainant] the complainant was told why it takes so long
    [case_conference] it was talked over with the investigator
    [public_report] a public report was considered
    [cease] it is no longer pursued
   *[new_case] a new case is about it
}
timeline-case-linked = Case { $other } was linked
timeline-earlier-judged = { $body }, { $earlier }: { $conclusion }
timeline-earlier-referred-to = The decision refers to { $earlier }
timeline-handling-recorded = How { $body } dealt with us was noted: { $code }
timeline-evidence-quarantined = What { $body } sent is for another case, body or complainant and was set apart
timeline-evidence-moved-in = Evidence that first came to case { $case } was taken over
timeline-evidence-moved-out = Evidence that was set apart went to case { $case }
timeline-file-restricted = A file was restricted to the office
timeline-file-for-complainant = A file was opened to the complainant
timeline-file-for-publication = A file was opened to the public
timeline-redacted-copy-added = A redacted copy of a file was added
timeline-document-barred = A notice bars a document
timeline-bar-lifted = The notice that barred a document was withdrawn
timeline-disclosed = Something was disclosed on a ground of the law
timeline-translation-ordered = A translation was ordered
timeline-translation-done = A translation is there
timeline-translation-not-needed = No translation is needed
timeline-successor-followed = { $reference }: { $body } carries this out from now on
timeline-ceased-on-closure = { $reference }: the provider has closed and nobody took it on
timeline-request-rests-on-freeze = { $reference }: the request for a later date rests on a notice that freezes spending
timeline-marked-significant = { $reference } was called a significant service improvement
timeline-hold-placed = { $hold ->
        [litigation] Held: legal action
        [information-request] Held: a request for information
        [information-appeal] Held: an appeal about information
       *[newer-complaint] Papers held for a newer complaint
    }
timeline-hold-lifted = A hold was lifted
timeline-retained = Kept longer; to be looked at again on { $date }
timeline-disposal-proposed = { $class ->
        [documents] Destroying was proposed: documents and letters
        [significant-evidence] Destroying was proposed: evidence of significant improvements
        [anonymise] Destroying was proposed: names and free text
       *[delete] Destroying was proposed: the rest of the texts
    }
timeline-disposal-approved = { $class ->
        [documents] Destroying was approved: documents and letters
        [significant-evidence] Destroying was approved: evidence of significant improvements
        [anonymise] Destroying was approved: names and free text
       *[delete] Destroying was approved: the rest of the texts
    }
timeline-disposed = { $class ->
        [documents] Destroyed: documents and letters (certificate { $certificate })
        [significant-evidence] Destroyed: evidence of significant improvements (certificate { $certificate })
        [anonymise] Destroyed: names and free text (certificate { $certificate })
       *[delete] Destroyed: the rest of the texts (certificate { $certificate })
    }
timeline-post-decision-reviewed = { $outcome ->
        [changed] The decision was reviewed and changes
       *[stands] The decision was reviewed and stands
    }
