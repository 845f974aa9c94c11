//! Evidence comes, and a reviewer looks at it (R17, R24–R27, R29, R32, E5, E11, E19, E21, E33).

use super::{Facts, find, has_come, open, owed, said};
use crate::{
    case::Case,
    command::Command,
    event::Event,
    evidence::{EvidenceWarning, ItemFinding, Shown, Submission},
    id::RecommendationNumber,
    letter::{LetterKind, Recipient},
    money::Pence,
    recommendation::{Amount, Recommendation, State},
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::ReceiveEvidence(submission) => receive(case, submission, facts),
        Command::StartReview { number } => {
            let one = open(case, *number)?;
            if one.current_evidence().is_empty() {
                return Err(Refusal::new("no-evidence", "R32").field("number").with("number", number));
            }
            if one.under_review {
                return Ok(Vec::new());
            }
            if one.more_asked_on.is_some() {
                return Err(Refusal::new("nothing-new", "R32").field("number").with("number", number));
            }
            Ok(vec![Event::ReviewStarted { number: *number }])
        }
        Command::AssessItem { number, item, evidence, shown, comment } => {
            let one = open(case, *number)?;
            if !one.terms.evidence.iter().any(|listed| listed.item == *item) {
                return Err(Refusal::new("no-such-item", "R27").field("item"));
            }
            let Some(found) = case.submission(*evidence).filter(|_| one.evidence.contains(evidence)) else {
                return Err(Refusal::new("no-such-evidence", "R25").field("evidence"));
            };
            if one.current_evidence().is_empty() {
                return Err(Refusal::new("evidence-before-reopening", "E27").field("evidence"));
            }
            let shows = matches!(shown, Shown::Shown | Shown::Partly);
            if shows && found.submission.is_statement_only() {
                return Err(Refusal::new("statement-is-not-evidence", "R26").field("shown"));
            }
            let finding =
                ItemFinding { item: *item, evidence: *evidence, shown: *shown, comment: comment.clone() };
            Ok(vec![Event::ItemAssessed { number: *number, finding }])
        }
        _ => Err(Refusal::new("no-evidence", "R32")),
    }
}

fn receive(case: &Case, submission: &Submission, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    has_come(submission.received_on, facts.today, "received_on", "R24")?;
    if case.submission(submission.evidence).is_some() {
        return Ok(Vec::new());
    }
    if submission.targets.is_empty() {
        return Err(Refusal::new("recommendation-missing", "R25").field("number"));
    }
    if submission.files.is_empty() {
        match &submission.statement {
            Some(words) => said(words, "statement", "R26")?,
            None => return Err(Refusal::new("nothing-sent", "R26").field("files")),
        }
    }
    if submission.done_on.is_some_and(|done_on| done_on > submission.received_on) {
        return Err(Refusal::new("done-in-future", "R24").field("done_on"));
    }
    if case.is_decided() && case.decided_on().is_none() {
        return Err(Refusal::new("ended-without-decision", "E2"));
    }
    let mut warnings = Vec::new();
    for target in &submission.targets {
        let one = find(case, target.number)?;
        if one.terms.addressee != submission.body {
            return Err(Refusal::new("not-this-body", "E8").field("number").with("number", target.number));
        }
        if one.dropped.is_some() || one.state().is_terminal() {
            return Err(Refusal::new("ended-already", "R33").field("number").with("number", target.number));
        }
        warnings.extend(warnings_for(case, one, submission));
    }
    warnings.sort_by_key(|warning| *warning as u8);
    warnings.dedup();
    let mut events = vec![Event::EvidenceReceived { submission: Box::new(submission.clone()), warnings }];
    let numbers: Vec<_> = submission.targets.iter().map(|target| target.number).collect();
    if submission.is_statement_only() {
        // Documents that wait for the reviewer are not put aside because a sentence came after them, and what was
        // asked for already is not asked for again.
        let waits =
            |number: &&RecommendationNumber| find(case, **number).is_ok_and(|one| one.state() == State::Due);
        for number in numbers.iter().filter(waits) {
            let event = Event::FurtherEvidenceRequested { number: *number, needed: None, on: facts.today };
            events.push(event);
        }
        events.push(owed(
            case,
            LetterKind::FurtherEvidence,
            Recipient::Body { body: submission.body },
            numbers,
        ));
    } else {
        events.push(owed(
            case,
            LetterKind::EvidenceReceipt,
            Recipient::Body { body: submission.body },
            numbers,
        ));
    }
    Ok(events)
}

fn warnings_for(case: &Case, one: &Recommendation, submission: &Submission) -> Vec<EvidenceWarning> {
    let mut warnings = Vec::new();
    if submission.is_statement_only() {
        warnings.push(EvidenceWarning::StatementOnly);
    }
    if acted_before_decision(case, one, submission) {
        warnings.push(EvidenceWarning::BeforeDecision);
    }
    if let (Some(paid), Some(amount)) = (submission.paid, &one.terms.amount) {
        let earlier = one.current_evidence().iter().filter_map(|id| case.submission(*id)?.submission.paid);
        let paid = Pence(earlier.fold(paid.0, |sum, more| sum.saturating_add(more.0)));
        if matches!(amount, Amount::Exact { pence } if paid < *pence) {
            warnings.push(EvidenceWarning::PaidLess);
        }
        if paid > amount.ceiling() {
            warnings.push(EvidenceWarning::PaidMore);
        }
    }
    if one.evidence_due_on().is_some_and(|due| submission.received_on > due) {
        warnings.push(EvidenceWarning::Late);
    }
    let wished = case.complainant.as_ref().map(|complainant| complainant.language);
    if submission.language.is_some() && wished.is_some() && submission.language != wished {
        warnings.push(EvidenceWarning::OtherLanguage);
    }
    warnings
}

/// Evidence from before the final decision, where early action was not agreed (R17, E21).
fn acted_before_decision(case: &Case, one: &Recommendation, submission: &Submission) -> bool {
    if one.early_action_authorised {
        return false;
    }
    // What was agreed without an investigation may be done from that day on, whenever the case is closed.
    let agreed_on = case.settlement.as_ref().map(|settlement| settlement.agreed_on);
    match case.decided_on().or(agreed_on) {
        None => true,
        Some(decided_on) => {
            [submission.dated_on, submission.done_on].into_iter().flatten().any(|on| on < decided_on)
        }
    }
}
