# Wording checks: what was found and why, what to do, and a good example of every kind of recommendation.

## Specific

smart-one-act-good = One act. It can be proved, dated and judged by itself.
smart-one-act-advice = This asks for { $acts } acts: { $verbs }. Each act needs its own evidence and its own date, or one that is done hides one that is not.
smart-one-act-suggestion = Split it in two: “{ $first }” and “{ $second }”

smart-one-actor-good = It says which body is to act, and names only one.
smart-one-actor-advice = { $why ->
        [several] Two bodies are to act. When two are responsible, neither can be held to it.
       *[none] It does not say who is to act. A reader must see at once that it is { $body }.
    }
smart-one-actor-suggestion = { $why ->
        [several] Write one recommendation for each body; this one is addressed to { $body }.
       *[none] Begin with the body: “{ $body } will …”
    }

smart-concrete-verb-good = The verb names an act that can be seen to be done.
smart-concrete-verb-advice = { $why ->
        [vague] “{ $words }” is hard to check: nobody can show that it was done.
        [hedge] “{ $words }” leaves it to the body whether to act at all.
       *[none] No act was found. A recommendation says what somebody is to do.
    }
smart-concrete-verb-suggestion = { $why ->
        [vague] Say what will be seen: apologise, pay, write, provide, repair, amend, train, publish.
        [hedge] Take these words out, or say in which cases the act is owed.
       *[none] Use one verb that names the act, such as apologise, pay, repair, amend or train.
    }

## Measurable

smart-evidence-list-good = { $items ->
        [one] The evidence list has one item. The body knows what to send.
       *[other] The evidence list has { $items } items. The body knows what to send.
    }
smart-evidence-list-advice = The list asks only for the body’s word (“{ $words }”). A statement that something was done is never enough.
smart-evidence-list-needed = There is no evidence list. The body cannot know what to send, and you cannot judge what comes.
smart-evidence-list-suggestion = { $why ->
        [statement] Ask for the thing itself: a copy of the letter, a record of payment, the minute.
       *[missing] Add at least one thing that would prove the act, such as a copy of the letter that was sent.
    }

smart-amount-good = { $how ->
        [formula] The sum has a formula and a ceiling of { $amount }.
       *[exact] The sum is { $amount }. Payment can be checked against it.
    }
smart-amount-advice = { $why ->
        [not-entered] The wording says { $said }, and no sum is entered. Payments are checked against the sum entered.
        [no-ceiling] The sum entered has no upper bound. Nobody could tell when enough was paid.
        [no-formula] There is a ceiling of { $amount }, and it is not said how the sum is worked out.
        [differs] The wording says { $said } and the sum entered is { $amount }. The body would not know which to pay.
       *[missing] Money is recommended, and no sum is said. Nobody could tell when enough was paid.
    }
smart-amount-suggestion = { $why ->
        [not-entered] Enter { $said } as the sum.
        [no-ceiling] Enter the most the sum can come to.
        [no-formula] Say how it is worked out: from which figures, for which dates.
        [differs] Make both the same.
       *[missing] Enter a fixed sum, or a formula with the most it can come to.
    }

smart-set-off-good = Setting the sum off against a debt is allowed, and the wording says so.
smart-set-off-advice = { $why ->
        [not-said] Setting the sum off against a debt is allowed, and the wording does not say so. The person would expect the whole sum.
       *[not-allowed] The wording speaks of a deduction, and setting off is not allowed in this recommendation.
    }
smart-set-off-suggestion = { $why ->
        [not-said] Say in the wording which debt may be taken from the sum, or do not allow it.
       *[not-allowed] Allow setting off, or take the deduction out of the wording.
    }

smart-training-numbers-good = It says who is trained and how many.
smart-training-numbers-advice = { $why ->
        [who] It does not say who is trained.
        [many] It does not say how many are trained, or that all of them are. One person trained would be enough.
       *[both] It does not say who is trained, nor how many. One person trained would be enough.
    }
smart-training-numbers-suggestion = { $why ->
        [who] Name the team or the role, such as housing officers.
        [many] Give a number, or say “all”.
       *[both] Name the team and how many, such as “all 14 nurses of Ward 4”.
    }

smart-policy-and-approval-good = The policy and proof of its approval are both required.
smart-policy-and-approval-advice = { $why ->
        [policy] The list does not ask for the policy itself.
        [approval] The list does not ask for proof that the policy was approved. A draft that nobody adopted changes nothing.
        [either] The policy or its approval would be enough. Each without the other proves too little.
       *[both] The list asks neither for the policy nor for proof of its approval.
    }
smart-policy-and-approval-suggestion = { $why ->
        [policy] Add the new text of the policy as a required item.
        [approval] Add the minute or decision by which the relevant officer or committee approved it, as a required item.
        [either] Make both items required.
       *[both] Add the new text and the minute approving it, both required.
    }

## Achievable

smart-within-powers-good = Nothing here was found to be outside the powers of { $body }.
smart-within-powers-advice = “{ $words }”: { $holder ->
        [court] only a court or tribunal can change this, not { $body }.
        [lawmaker] only Parliament, the Senedd or a minister can change this, not { $body }.
        [regulator] only the professional regulator can do this, not { $body }.
        [health] this is for a health body, not { $body }.
        [council] this is for the local council, not { $body }.
        [government] this is for a government department, not { $body }.
       *[landlord] this is for the landlord, not { $body }.
    } A recommendation a body cannot carry out will not be carried out.
smart-within-powers-suggestion = Ask for what { $body } can do, such as to apply for it, to ask for it or to give up its own claim; or address it to the body that can.

smart-spending-freeze-good = No spending freeze is recorded for { $body }.
smart-spending-freeze-advice = { $body } has been under a notice that freezes its spending since { $since }. The recommendation can still be made; it is not waived.
smart-spending-freeze-suggestion = Read the guidance on frozen spending. Consider payment in stages or another remedy, talk it over with the body before the draft, and ask your manager.

## Relevant

smart-linked-to-finding-good = It answers finding { $finding }.
smart-linked-to-finding-advice = { $why ->
        [unknown] It answers finding { $finding }, and the case has no such finding.
        [other-body] Finding { $finding } is against another body. This body would be asked to put right what it did not do.
        [no-injustice] Finding { $finding } caused no injustice, so there is nothing to put right for the person.
       *[none] It is not linked to a finding. A recommendation puts right an injustice that a fault caused.
    }
smart-linked-to-finding-suggestion = { $why ->
        [no-injustice] Choose a finding that caused injustice, record the injustice, or make it a service improvement.
        [other-body] Choose a finding against this body, or address it to the other.
       *[none] Choose the finding it answers.
    }

smart-duplicate-good = Nothing like it is open or recently met at this body.
smart-duplicate-advice = { $state ->
        [met_on_time] Recommendation { $reference } asked for nearly the same and was met.
        [met_late] Recommendation { $reference } asked for nearly the same and was met.
        [treated_as_met] Recommendation { $reference } asked for nearly the same and was treated as met.
       *[other] Recommendation { $reference } asks for nearly the same and is open.
    } { $percent }% of the shorter wording is shared: { $words }.{ $others ->
        [0] { "" }
       *[other] { " " }Others like it: { $others }.
    }
smart-duplicate-suggestion = Read { $reference } first. Refer to it instead of repeating it, or say what is new.

smart-theme-named-good = Its subject is named, so it can be found again.
smart-theme-named-advice = It has no subject. A service improvement without one is not found when the fault recurs.
smart-theme-named-suggestion = Choose what it is about.

## Time-bound

smart-has-date-good = { $known ->
        [yes] The body is to tell us by { $on }.
       *[no] There is a period. The date will be known when it begins to count.
    }
smart-has-date-needed = There is no date. Without one nothing is ever late, and nobody is reminded.
smart-has-date-suggestion = Enter a period, such as 20 working days after the final decision, or a date.

smart-non-working-day-good = { $on } is a working day.
smart-non-working-day-advice = { $on } is not a working day. Nobody may be there to send the evidence or to receive it.
smart-non-working-day-suggestion = Choose the next working day.

smart-anchor-said-good = It is clear from when the time counts.
smart-anchor-said-advice = { $why ->
        [form] The period does not say from which event it counts.
       *[wording] “{ $words }” does not say from which event it counts. The body may count from another day than you.
    }
smart-anchor-said-suggestion = { $why ->
        [form] Choose the event: the final decision, the day the body receives it, or another.
       *[wording] Add the event, such as “of the final decision”, or leave the time to the date below.
    }

smart-period-in-wording-agrees-good = The wording and the form give the same time.
smart-period-in-wording-agrees-advice = { $why ->
        [vague] “{ $words }” is not a time that can be kept or missed.
        [no-year] “{ $words }” is not a whole date.
        [date] The wording says “{ $words }” and the form gives another time. The body would not know which counts.
       *[period] The wording says “{ $words }” and the form gives another period. The body would not know which counts.
    }
smart-period-in-wording-agrees-suggestion = { $known ->
        [yes] Write { $on } in the wording, or leave the time out of it.
       *[no] Write the same period in both, or leave the time out of the wording.
    }

smart-one-period-good = The wording has one time.
smart-one-period-advice = The wording has { $times } times: { $words }. A recommendation has one date.
smart-one-period-suggestion = Write one recommendation for each time.

smart-three-months-good = The body has at least three months after the report.
smart-three-months-advice = A public report is being considered, and the body has less than three months to act.
smart-three-months-suggestion = Give three months, unless the body has said that it will act sooner.

## Plain words

smart-length-good = { $count ->
        [one] The longest sentence has one word.
       *[other] The longest sentence has { $count } words. It can be read in one go.
    }
smart-length-advice = One sentence has { $count } words. Above 40 readers lose the thread.
smart-length-suggestion = Say who will do what, and put the history and the reasons in the decision.

smart-reading-ease-good = It is not hard to read.
smart-reading-ease-advice = { $why ->
        [long] It is hard to read: its sentences are long.
       *[hard] It is hard to read. Long words: { $words }.
    }
smart-reading-ease-suggestion = { $why ->
        [long] Make two sentences of it.
       *[hard] Use shorter words and shorter sentences.
    }

smart-jargon-good = No Latin or office words were found.
smart-jargon-advice = “{ $words }” is not plain. The complainant and the staff who will act should both understand it.
smart-jargon-suggestion = Plainer: { $plain }

## Public text

smart-names-good = No names were found in the public text.
smart-names-advice = The public text may name somebody: { $words }. Anyone can read it.
smart-names-suggestion = Write who it is without the name: the tenant, the patient, an officer.

smart-references-good = No references, numbers or addresses were found in the public text.
smart-references-advice = The public text has { $what ->
        [email] an e-mail address
        [postcode] a postcode
        [insurance] a National Insurance number
        [nhs] an NHS number
        [phone] a telephone number
       *[reference] a reference
    }: { $words }. It could give somebody away.
smart-references-suggestion = Take it out. The summary needs only what will change.

smart-birth-dates-good = No date of birth was found in the public text.
smart-birth-dates-advice = The public text has what looks like a date of birth: { $words }. It could give somebody away.
smart-birth-dates-suggestion = Take it out, or write the age group: a child, an older person.

smart-timescale-good = The public text gives no timescale.
smart-timescale-advice = The public text of a service improvement gives a timescale: “{ $words }”. Dates may move, and the public text stays.
smart-timescale-suggestion = Take the time out of the public text. It stands in the recommendation.

## A good example of every kind

smart-example-apology = The Council will apologise in writing to Mrs A for taking nine weeks to assess her needs, and for the worry that caused her.
smart-example-payment = The Health Board will pay Mr B £250 for the distress its delay caused him.
smart-example-reimbursement = The Council will refund Ms C the £84 she paid for the taxi that should have been provided.
smart-example-service_provision = The Council will provide Mr D’s son with the five hours a week of tuition named in his plan.
smart-example-inspection_repair = The landlord will repair the bathroom ceiling at Ms E’s home so that no water comes through it.
smart-example-explanation = The Health Board will explain to Mrs F in writing why her referral of 3 March was closed.
smart-example-review = The Council will reassess Mr G’s homelessness application, by an officer who has not dealt with it before.
smart-example-policy_procedure = The Council will amend its complaints procedure so that every complaint is acknowledged in writing within five working days of its receipt.
smart-example-training = The Health Board will train all 14 nurses of Ward 4 in recording what patients eat and drink.
smart-example-staff_reminder = The Council will send all officers of its parking team a written instruction to read medical evidence before they decide an appeal.
smart-example-share_learning = The Health Board will present this decision to its quality committee, with what each ward will do differently.
smart-example-monitoring = The Council will audit 30 housing applications from the last three months for the reasons given in decision letters.
smart-example-records = The Care Provider will correct Mrs H’s care record of 12 May to show that she was not given her medicine.
smart-example-cease = The landlord will stop charging Mr J for the communal heating that his flat does not have.
smart-example-contract = The Council will add a clause to its bus contract that requires the driver to wait five minutes at every stop.
smart-example-resourcing = The Council will appoint two further occupational therapists to its adult care team.
smart-example-report_back = The Health Board will report to us how many patients waited more than 36 weeks in each month of the year.
