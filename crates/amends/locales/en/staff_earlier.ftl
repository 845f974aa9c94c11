# Earlier service improvements: found, judged, referred to.

recurrence-title = Earlier service improvements
recurrence-advice = These inform; they decide nothing. Every case is decided on its own evidence.
recurrence-rule = Every case is decided on its own evidence: how many decisions came before determines nothing. Where earlier recommendations have not had sufficient opportunity to embed, new ones are unlikely to be needed, and the decision refers to the earlier ones. Where they had time and the same fault recurs, new recommendations reflect that, and it is a reason to consider a public report.
recurrence-more = And { $count } more
recurrence-none = Nothing was asked of this body before on this subject.
recurrence-judge-link = Look at them all, and judge whether they had time
recurrence-theme = Subject
recurrence-any-theme = Any subject
recurrence-found = What was asked before
recurrence-judge = Did they have time to embed?
recurrence-which = Which earlier recommendations
recurrence-conclusion = What you conclude
recurrence-reasons = Your reasons
recurrence-reasons-hint = How what you found informs what you recommend now. It is kept in the record and sent to nobody.
recurrence-judge-record = Record what I conclude
recurrence-earlier-missing = Choose the earlier recommendations you have looked at
recurrence-conclusion-missing = Choose what you conclude
recurrence-reasons-missing = Enter your reasons
recurrence-judged = What was concluded
recurrence-take-up = The same fault recurs: a new recommendation can take up { $references }.
recurrence-write = Write a recommendation
recurrence-consider = A fault that recurs is a reason to consider a public report. It decides nothing by itself.
recurrence-consider-link = Record what you considered
recurrence-refer = The decision refers to them: { $body }
recurrence-inserted = This paragraph stands in the letters of the draft and of the decision. Each letter takes the one in its own language.
recurrence-not-inserted = Until the decision refers to them, neither draft nor decision can be sent. Each letter takes the paragraph in its own language.
recurrence-refer-en = The paragraph in English
recurrence-refer-cy = The paragraph in Welsh
recurrence-insert = Insert the paragraph
recurrence-reword = Change the paragraph
recurrence-because-theme = Same subject: { $theme }
recurrence-because-words = Words in common: { $words }
recurrence-open = Still open.
recurrence-met = { $months ->
        [0] Met on { $date }, less than a month ago.
        [one] Met on { $date }, 1 month ago.
       *[other] Met on { $date }, { $months } months ago.
    }
recurrence-ended = Ended on { $date }, not met.
recurrence-said = { $met ->
        [no] In our decision of { $decided } ({ $reference }) we asked { $body } for this: “{ $wording }”. We are still following that up.
       *[other] In our decision of { $decided } ({ $reference }) we asked { $body } for this: “{ $wording }”. We were satisfied on { $met } that it was done.
    }
recurrence-said-erased = { $met ->
        [no] In our decision of { $decided } ({ $reference }) we asked { $body } to make a change. We are still following that up.
       *[other] In our decision of { $decided } ({ $reference }) we asked { $body } to make a change. We were satisfied on { $met } that it was done.
    }
recurrence-refers = There has not yet been enough time for this to take hold, so we ask for nothing new about it and refer to what we asked for before.
conclusion-not-yet-embedded = They have not had sufficient opportunity to embed
conclusion-not-yet-embedded-hint = New ones are unlikely to be needed, and the decision must refer to these.
conclusion-recurs = They had time, and the same fault recurs
conclusion-recurs-hint = New recommendations reflect that. It is also a reason to consider a public report.
conclusion-does-not-recur = They had time, and this is another matter
conclusion-does-not-recur-hint = Nothing follows for this case.
done-earlier-judged = What you conclude was recorded.
done-earlier-referred-to = The paragraph was inserted.
previous-link = What was asked of this body before
previous-title = Asked of { $body } before
previous-none-title = Nothing was asked before
previous-none = No service improvement was decided for this body on this subject.
previous-without-theme = Without a subject
