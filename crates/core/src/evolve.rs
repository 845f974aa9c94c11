//! The case after an event. Total: what has happened cannot be refused.

use crate::{
    case::{Case, Evidence, Route},
    command::Opening,
    disclosure::Disclosure,
    event::Event,
    evidence::{EvidenceWarning, ItemFinding, Submission},
    handling,
    id::{CaseId, RecommendationNumber},
    party::Standing,
    recommendation::{Judgement, Recommendation, Terms},
    recurrence,
    retention::{self, Keeping},
};

mod apart;

/// Folds a whole history. Nothing comes of one that does not begin with the opening.
pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Case> {
    events.into_iter().fold(None, evolve)
}

/// The case after one more event.
pub fn evolve(case: Option<Case>, event: &Event) -> Option<Case> {
    let Some(mut case) = case else {
        return match event {
            Event::CaseOpened { case, opening } => Some(opened(*case, opening)),
            other => {
                debug_assert!(false, "a history that does not begin with the opening: {other:?}");
                None
            }
        };
    };
    case.seq += 1;
    apply(&mut case, event);
    handling::witness(&mut case, event);
    Some(case)
}

fn opened(id: CaseId, opening: &Opening) -> Case {
    Case {
        id,
        reference: opening.reference.clone(),
        profile: opening.profile.clone(),
        route: opening.route,
        title: opening.title.clone(),
        own_initiative: opening.own_initiative,
        received_on: opening.received_on,
        handler: opening.handler,
        complainant: opening.complainant.clone(),
        standing: Standing::Active,
        bodies: opening.bodies.clone(),
        findings: Vec::new(),
        recommendations: Vec::new(),
        checks: Vec::new(),
        contacts: Vec::new(),
        proposal: None,
        settlement: None,
        drafts: Vec::new(),
        comments_closed: None,
        complainant_comments: Vec::new(),
        considerations: Vec::new(),
        changed_since_draft: Vec::new(),
        further_draft_skipped: None,
        public_report_considered: None,
        final_decision: None,
        discontinued: None,
        reminded_to_comment: Vec::new(),
        ended_without_decision: None,
        closed_on: None,
        compliance_closed: None,
        receipts: Vec::new(),
        evidence: Vec::new(),
        letters: Vec::new(),
        special_report_considered: Vec::new(),
        withdrawal_decided: None,
        chases_stopped: None,
        period_agreed: None,
        criteria: Vec::new(),
        report_notices: Vec::new(),
        contracting_bodies: Vec::new(),
        prepared: None,
        issued: Vec::new(),
        earlier_judged: Vec::new(),
        references: Vec::new(),
        steps_taken: Vec::new(),
        linked_cases: Vec::new(),
        handling: Vec::new(),
        handling_signs: Vec::new(),
        keeping: Keeping::default(),
        disclosure: Disclosure::default(),
        edition: None,
        followed: Vec::new(),
        ceased_on_closure: Vec::new(),
        seq: 1,
    }
}

/// Which room an event is folded in, where it is not here; no arm stands for "the rest".
macro_rules! rooms {
    ($case:ident, $event:ident; about_one: $($one:ident)+; $($room:path: $($kind:ident)+;)+ => $($other:tt)+) => {
        match $event {
            $(Event::$one { number, .. })|+ => about_one($case, *number, $event),
            $($(Event::$kind { .. })|+ => $room($case, $event),)+
            $($other)+
        }
    };
}

/// Events about the case as a whole stand here; those about one recommendation in [`apply_to_recommendation`].
fn apply(case: &mut Case, event: &Event) {
    rooms! { case, event;
        about_one:
            RecommendationRevised RecommendationDropped ProposalAnswered EarlyActionAuthorised EvidenceDateSet
            AwaitedEventHappened ReviewStarted ItemAssessed FurtherEvidenceRequested Judged Reopened
            ExtensionRequested ExtensionDecided HadItRecorded Chased ChaseUndelivered;
        about_the_complainant: StandingChanged WithdrawalDecided ComplainantSubstituted;
        crate::issued::apply:
            PeriodAgreed CriterionRecorded ReportNoticeGiven ContractingBodyNamed InstrumentPrepared
            InstrumentCommented InstrumentIssued InstrumentTold InstrumentRuledOn EscalationStepTaken CaseLinked;
        apart::apply:
            EvidenceQuarantined EvidenceMovedIn EvidenceMovedOut FileClassified RedactedCopyAdded DocumentBarred
            BarLifted Disclosed TranslationRecorded SuccessorFollowed CeasedOnClosure RequestRestsOnFreeze;
        retention::apply:
            MarkedSignificant HoldPlaced HoldLifted Retained DisposalProposed DisposalApproved Disposed
            PostDecisionReviewed;
        =>
        Event::CaseOpened { .. } => {}
        Event::HandlerAssigned { handler } => case.handler = *handler,
        Event::BodyAdded { body } => case.bodies.push(*body),
        Event::FindingRecorded(finding) => case.findings.push(finding.clone()),
        Event::CheckRecorded(done) => case.checks.push(done.clone()),
        Event::ContactRecorded(contact) => case.contacts.push(contact.clone()),
        Event::RecommendationWritten { number, terms } => {
            case.recommendations.push(written(*number, terms));
            if !case.drafts.is_empty() && !case.is_decided() {
                case.changed_since_draft.push(*number);
                case.further_draft_skipped = None;
            }
        }
        Event::ResolutionProposed(proposal) => propose(case, proposal),
        Event::SettlementRecorded(settlement) => case.settlement = Some(settlement.clone()),
        Event::TurnedIntoInvestigation { .. } => turn_into_investigation(case),
        Event::DraftIssued(round) => issue_draft(case, round),
        Event::ComplainantCommented(comment) => case.complainant_comments.push(comment.clone()),
        Event::CommentsExtended { body, until, .. } => extend_comments(case, *body, *until),
        Event::RemindedToComment { body, .. } => case.reminded_to_comment.push(*body),
        Event::CommentsClosed { silent, .. } => case.comments_closed = Some(silent.clone()),
        Event::CommentsConsidered(consideration) => case.considerations.push(consideration.clone()),
        Event::FurtherDraftSkipped { reason } => case.further_draft_skipped = Some(reason.clone()),
        Event::PublicReportConsidered { reason } => case.public_report_considered = Some(reason.clone()),
        Event::FinalDecisionIssued(decision) => {
            case.final_decision = Some(decision.clone());
            crate::issued::decided(case, decision);
            decided(case);
        }
        Event::DiscontinuedBySettlement { on, .. } => {
            case.discontinued = Some(*on);
            decided(case);
        }
        Event::CaseClosed { on } => {
            case.closed_on = Some(*on);
            if case.settlement.is_some() {
                decided(case);
            }
        }
        Event::ReceiptRecorded(receipt) => case.receipts.push(receipt.clone()),
        Event::EvidenceReceived { submission, warnings } => receive(case, submission, warnings),
        Event::SpecialReportConsidered { number, .. } => case.special_report_considered.push(*number),
        Event::ChasesStopped { reason } => case.chases_stopped = Some(reason.clone()),
        Event::ChasesResumed => case.chases_stopped = None,
        Event::LetterOwed(letter) => case.letters.push(letter.clone()),
        Event::ComplianceClosed { outcome, on, .. } => case.compliance_closed = Some((*outcome, *on)),
        Event::ProfileEditionFixed { edition } => case.edition = Some(edition.clone()),
        // Earlier improvements.
        Event::EarlierImprovementsJudged(judged) => recurrence::judged(case, judged),
        Event::EarlierImprovementsReferredTo(paragraph) => recurrence::referred_to(case, paragraph),
        Event::HandlingRecorded(note) => handling::noted(case, note),
    }
}

fn about_the_complainant(case: &mut Case, event: &Event) {
    match event {
        Event::StandingChanged { standing, .. } => stand(case, *standing),
        Event::WithdrawalDecided { carry_on, on, .. } => withdrawal_decided(case, *carry_on, *on),
        Event::ComplainantSubstituted { by } => {
            case.complainant = Some((**by).clone());
            stand(case, Standing::Active);
        }
        other => debug_assert!(false, "not about the complainant: {other:?}"),
    }
}

/// What has become of the complainant's part; what follows of it is to be decided anew.
fn stand(case: &mut Case, standing: Standing) {
    case.standing = standing;
    case.withdrawal_decided = None;
}

fn about_one(case: &mut Case, number: RecommendationNumber, event: &Event) {
    match event {
        Event::RecommendationRevised { substantial: true, .. } if !case.drafts.is_empty() => {
            // What was decided about a further draft was decided about other words; so was the period agreed.
            case.further_draft_skipped = None;
            case.period_agreed = None;
            if !case.changed_since_draft.contains(&number) {
                case.changed_since_draft.push(number);
            }
        }
        Event::RecommendationDropped { .. } => case.changed_since_draft.retain(|one| *one != number),
        Event::Reopened { .. } => {
            case.compliance_closed = None;
            case.keeping.proposed.clear();
            case.special_report_considered.retain(|one| *one != number);
        }
        Event::Judged { judgement: Judgement::Superseded { by }, .. } => {
            for one in case.recommendations.iter_mut().filter(|one| one.number == *by) {
                one.decided = true;
            }
        }
        _ => {}
    }
    if let Some(one) = case.recommendations.iter_mut().find(|one| one.number == number) {
        apply_to_recommendation(one, event);
    }
}

fn apply_to_recommendation(one: &mut Recommendation, event: &Event) {
    match event {
        Event::RecommendationRevised { terms, substantial, .. } => {
            one.terms = (**terms).clone();
            if *substantial {
                one.positions.clear();
            }
        }
        Event::RecommendationDropped { reason, .. } => one.dropped = Some(*reason),
        Event::ProposalAnswered { position, .. } => one.positions.push(position.clone()),
        Event::EarlyActionAuthorised { .. } => one.early_action_authorised = true,
        Event::EvidenceDateSet { date, .. } => one.dates.push(date.clone()),
        Event::ReviewStarted { .. } => one.under_review = true,
        Event::ItemAssessed { finding, .. } => assess(one, finding),
        Event::FurtherEvidenceRequested { on, .. } => {
            one.more_asked_on = Some(*on);
            one.under_review = false;
        }
        Event::Judged { judgement, on, .. } => {
            judge(one, judgement);
            one.ended_on = Some(*on);
        }
        Event::Reopened { .. } => {
            one.answered_before_reopening = one.evidence.len();
            one.judgement = None;
            one.ended_on = None;
            one.under_review = false;
            one.more_asked_on = None;
            one.reopened += 1;
        }
        Event::ExtensionRequested { request, .. } => one.extensions.push(request.clone()),
        Event::ExtensionDecided { extension, decision, .. } => {
            if let Some(request) = one.extensions.iter_mut().find(|request| request.extension == *extension) {
                request.decision = Some(decision.clone());
            }
        }
        Event::HadItRecorded { had_it, .. } => one.had_it = Some(*had_it),
        Event::Chased { chase, .. } => one.chases.push(chase.clone()),
        Event::ChaseUndelivered { date_version, step, .. } => {
            for chase in &mut one.chases {
                chase.undelivered |= chase.date_version == *date_version && chase.step == *step;
            }
        }
        _ => {}
    }
}

pub(crate) fn written(number: RecommendationNumber, terms: &Terms) -> Recommendation {
    Recommendation {
        number,
        terms: terms.clone(),
        in_drafts: Vec::new(),
        positions: Vec::new(),
        decided: false,
        done_on: None,
        judgement: None,
        ended_on: None,
        dates: Vec::new(),
        evidence: Vec::new(),
        findings: Vec::new(),
        under_review: false,
        more_asked_on: None,
        extensions: Vec::new(),
        chases: Vec::new(),
        early_action_authorised: false,
        dropped: None,
        had_it: None,
        reopened: 0,
        asked_before: Vec::new(),
        taken_over_from: None,
        answered_before_reopening: 0,
    }
}

fn withdrawal_decided(case: &mut Case, carry_on: bool, on: jiff::civil::Date) {
    case.withdrawal_decided = Some(on);
    if !carry_on {
        case.ended_without_decision = Some(on);
        case.closed_on = Some(on);
    }
}

fn decided(case: &mut Case) {
    for one in case.recommendations.iter_mut().filter(|one| one.dropped.is_none()) {
        one.decided = true;
    }
}

fn propose(case: &mut Case, proposal: &crate::case::Proposal) {
    case.proposal = Some(proposal.clone());
    case.reminded_to_comment.clear();
    for one in case.recommendations.iter_mut().filter(|one| one.dropped.is_none()) {
        one.in_drafts.push((0, one.terms.clone()));
        one.positions.clear();
    }
}

fn turn_into_investigation(case: &mut Case) {
    case.route = Route::Investigation;
    case.proposal = None;
    case.settlement = None;
    for one in &mut case.recommendations {
        one.in_drafts.clear();
        one.positions.clear();
    }
}

fn issue_draft(case: &mut Case, round: &crate::case::DraftRound) {
    case.drafts.push(round.clone());
    case.comments_closed = None;
    case.reminded_to_comment.clear();
    case.changed_since_draft.clear();
    case.further_draft_skipped = None;
    case.public_report_considered = None;
    case.period_agreed = None;
    for one in case.recommendations.iter_mut().filter(|one| round.numbers.contains(&one.number)) {
        one.in_drafts.push((round.draft, one.terms.clone()));
        one.positions.clear();
    }
}

fn extend_comments(case: &mut Case, body: crate::id::BodyId, until: jiff::civil::Date) {
    if let Some(round) = case.drafts.last_mut() {
        for (_, by) in round.bodies.iter_mut().filter(|(one, _)| *one == body) {
            *by = until;
        }
        case.reminded_to_comment.retain(|one| *one != body);
    }
}

fn receive(case: &mut Case, submission: &Submission, warnings: &[EvidenceWarning]) {
    case.evidence.push(Evidence { submission: submission.clone(), warnings: warnings.to_vec() });
    for target in &submission.targets {
        if let Some(one) = case.recommendations.iter_mut().find(|one| one.number == target.number) {
            if !one.evidence.contains(&submission.evidence) {
                one.evidence.push(submission.evidence);
            }
            // Words alone answer nothing: what was asked stays asked, what is under review stays there (R26).
            if !submission.is_statement_only() {
                one.asked_before.extend(one.more_asked_on.map(|on| (submission.evidence, on)));
                one.more_asked_on = None;
                one.under_review = false;
            }
            one.done_on = submission.done_on.or(one.done_on);
        }
    }
}

fn assess(one: &mut Recommendation, finding: &ItemFinding) {
    one.findings.retain(|earlier| !(earlier.item == finding.item && earlier.evidence == finding.evidence));
    one.findings.push(finding.clone());
    one.under_review = true;
}

fn judge(one: &mut Recommendation, judgement: &Judgement) {
    one.judgement = Some(judgement.clone());
    one.under_review = false;
    one.more_asked_on = None;
}
