//! The final decision, and the dates that run from it (R8, R9, R16, R21–R25, R58; PSOW Act 2019 s.27).

use jiff::civil::Date;

use super::{Facts, has_come, said, sending, to_both_parties};
use crate::{
    case::{Case, FinalDecision, Instrument, Stage},
    command::Command,
    event::Event,
    letter::LetterKind,
    period::{Anchor, Anchors, DueSpec, PeriodError},
    recommendation::{DateReason, DateVersion, Recommendation},
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::IssueFinalDecision { instrument, decided_on } => {
            issue(case, *instrument, *decided_on, facts)
        }
        Command::DiscontinueBySettlement { on, reason } => {
            said(reason, "reason", "R8")?;
            offered_to_both(case)?;
            all_agreed(case)?;
            has_come(*on, facts.today, "on", "R8")?;
            let first = Event::DiscontinuedBySettlement { on: *on, reason: reason.clone() };
            closing(case, first, *on, LetterKind::Discontinuance, facts)
        }
        _ => Err(Refusal::new("decided-already", "R22")),
    }
}

fn issue(
    case: &Case,
    instrument: Instrument,
    decided_on: Date,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    offered_to_both(case)?;
    has_come(decided_on, facts.today, "decided_on", "R22")?;
    let draft_on = case.latest_draft().map(|round| round.issued_on);
    if let Some(draft_on) = draft_on.filter(|on| decided_on < *on) {
        return Err(Refusal::new("decision-before-draft", "R9").field("decided_on").with("date", draft_on));
    }
    if case.stage() == Stage::OutForComment {
        return Err(Refusal::new("comments-open", "R9"));
    }
    if !case.changed_since_draft.is_empty() && case.further_draft_skipped.is_none() {
        let numbers: Vec<_> = case.changed_since_draft.iter().map(ToString::to_string).collect();
        return Err(Refusal::new("further-draft-due", "R20").with("numbers", numbers.join(", ")));
    }
    all_agreed(case)?;
    sending::all_complete(case, facts)?;
    let first = Event::FinalDecisionIssued(FinalDecision { decided_on, instrument });
    closing(case, first, decided_on, LetterKind::FinalDecision, facts)
}

/// Comment must have been offered to the complainant and the body, always (R9).
fn offered_to_both(case: &Case) -> Result<(), Refusal> {
    match case.stage() {
        Stage::FinalIssued | Stage::DiscontinuedBySettlement | Stage::Discontinued => {
            return Err(Refusal::new("decided-already", "R22"));
        }
        _ => {}
    }
    let Some(round) = case.latest_draft() else {
        return Err(Refusal::new("no-draft-offered", "R9"));
    };
    let missed = |one: &&Recommendation| one.in_drafts.iter().all(|(draft, _)| *draft == 0);
    if let Some(one) = case.live().find(missed) {
        if case.further_draft_skipped.is_none() {
            return Err(Refusal::new("not-in-draft", "R9").field("number").with("number", one.number));
        }
    }
    if case.complainant.is_some() && round.complainant.is_none() {
        return Err(Refusal::new("no-draft-to-complainant", "R9"));
    }
    Ok(())
}

/// A decision by agreement needs agreement; without it the way is a public report (R21; PSOW Act 2019 s.27(2)).
fn all_agreed(case: &Case) -> Result<(), Refusal> {
    match case.live().find(|one| !one.is_agreed()) {
        None => Ok(()),
        Some(one) => {
            Err(Refusal::new("body-has-not-agreed", "R21").field("number").with("number", one.number))
        }
    }
}

fn closing(
    case: &Case,
    first: Event,
    decided_on: Date,
    letter: LetterKind,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let numbers: Vec<_> = case.live().map(|one| one.number).collect();
    let mut events = vec![first];
    for one in case.live() {
        events.extend(first_date(case, one, decided_on, facts)?);
    }
    events.push(Event::CaseClosed { on: decided_on });
    events.extend(to_both_parties(case, letter, &numbers));
    Ok(events)
}

/// The first date by which the office must be told. A date that runs from receipt waits for the proof of it (I3).
pub(super) fn first_date(
    case: &Case,
    one: &Recommendation,
    decided_on: Date,
    facts: &Facts<'_>,
) -> Result<Option<Event>, Refusal> {
    let Some(spec) = &one.terms.evidence_due else {
        return Err(Refusal::new("date-missing", "R24").field("evidence_due").with("number", one.number));
    };
    let receipt = case.receipts.iter().rev().find(|receipt| receipt.body == one.terms.addressee);
    let anchors = Anchors {
        final_decision: Some(decided_on),
        receipt: receipt.map(|receipt| receipt.received_on),
        report_date: Some(decided_on),
        events: Default::default(),
    };
    let evidence_due_on = match spec.resolve(&anchors, facts.calendar, facts.profile.non_working_day) {
        Ok(date) => date,
        Err(PeriodError::AnchorMissing { anchor: Anchor::Receipt }) => return Ok(None),
        Err(_) => {
            return Err(Refusal::new("date-cannot-be-set", "R24")
                .field("evidence_due")
                .with("number", one.number));
        }
    };
    if let DueSpec::On { date } = spec
        && *date <= decided_on
    {
        return Err(Refusal::new("date-before-decision", "R24")
            .field("evidence_due")
            .with("number", one.number));
    }
    let date =
        DateVersion { version: 1, evidence_due_on, because: DateReason::Decision, set_on: facts.today };
    Ok(Some(Event::EvidenceDateSet { number: one.number, date }))
}
