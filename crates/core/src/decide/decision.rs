//! The final decision, and the dates that run from it (R8, R9, R16, R21–R25, R58; PSOW Act 2019 s.27).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Facts, by_senior, has_come, route, said, sending, to_complainant, to_every_body};
use crate::{
    case::{Case, FinalDecision, Instrument, Stage},
    command::Command,
    event::Event,
    id::RecommendationNumber,
    letter::LetterKind,
    period::{Anchor, Anchors, PeriodError},
    recommendation::{DateReason, DateVersion, Recommendation, Terms},
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::IssueFinalDecision { instrument, decided_on } => {
            issue(case, *instrument, *decided_on, facts)
        }
        Command::DiscontinueBySettlement { on, reason } => {
            said(reason, "reason", "R8")?;
            ready(case, *on, "on", facts)?;
            all_agreed(case)?;
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
    ready(case, decided_on, "decided_on", facts)?;
    let rule = route::lawful(instrument, facts)?;
    if instrument != Instrument::Report || case.stage() != Stage::ConsiderPublicReport {
        all_agreed(case)?;
    } else if !by_senior(facts) {
        return Err(Refusal::new("public-report-needs-manager", "R21").field("instrument"));
    }
    route::may_end(case, rule, facts)?;
    let first = Event::FinalDecisionIssued(FinalDecision { decided_on, instrument });
    closing(case, first, decided_on, LetterKind::FinalDecision, facts)
}

/// What must have gone before an investigation can end with recommendations, whichever way it ends (R8, R9, R19, R20).
fn ready(case: &Case, on: Date, field: &str, facts: &Facts<'_>) -> Result<(), Refusal> {
    if case.is_decided() {
        return Err(Refusal::new("decided-already", "R22"));
    }
    super::people::nobody_left_undecided(case)?;
    offered_to_both(case)?;
    has_come(on, facts.today, field, "R22")?;
    let draft_on = case.latest_draft().map(|round| round.issued_on);
    if let Some(draft_on) = draft_on.filter(|draft_on| on < *draft_on) {
        return Err(Refusal::new("decision-before-draft", "R9").field(field).with("date", draft_on));
    }
    if case.stage() == Stage::OutForComment {
        return Err(Refusal::new("comments-open", "R9"));
    }
    if !case.changed_since_draft.is_empty() && case.further_draft_skipped.is_none() {
        return Err(
            Refusal::new("further-draft-due", "R20").with("numbers", listed(&case.changed_since_draft))
        );
    }
    let unconsidered = case.unconsidered();
    if !unconsidered.is_empty() {
        return Err(Refusal::new("comments-not-considered", "R19").with("numbers", listed(&unconsidered)));
    }
    sending::all_complete(case, facts)?;
    sending::checks_made(case, facts)?;
    super::recurrence::referred_to(case)
}

fn listed(numbers: &[RecommendationNumber]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Comment must have been offered to the complainant and the body, always (R9). That no further draft was sent is a
/// matter of changes; what was in no draft at all was never offered to anyone.
fn offered_to_both(case: &Case) -> Result<(), Refusal> {
    let Some(round) = case.latest_draft() else {
        return Err(Refusal::new("no-draft-offered", "R9"));
    };
    let missed = |one: &&Recommendation| one.in_drafts.iter().all(|(draft, _)| *draft == 0);
    if let Some(one) = case.live().find(missed) {
        return Err(Refusal::new("not-in-draft", "R9").field("number").with("number", one.number));
    }
    if case.has_complainant_to_ask() && round.complainant.is_none() {
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
        events.extend(first_date(one.number, &one.terms, decided_on, facts)?);
    }
    events.push(Event::CaseClosed { on: decided_on });
    events.extend(to_every_body(case, letter));
    events.extend(to_complainant(case, letter, &numbers));
    Ok(events)
}

/// The first date by which the office must be told. A date that runs from receipt waits for the proof of it (I3).
pub(super) fn first_date(
    number: RecommendationNumber,
    terms: &Terms,
    decided_on: Date,
    facts: &Facts<'_>,
) -> Result<Option<Event>, Refusal> {
    let Some(spec) = &terms.evidence_due else {
        return Err(Refusal::new("date-missing", "R24").field("evidence_due").with("number", number));
    };
    let anchors = Anchors {
        final_decision: Some(decided_on),
        receipt: None,
        report_date: Some(decided_on),
        events: BTreeMap::new(),
    };
    let evidence_due_on = match spec.resolve(&anchors, facts.calendar, facts.profile.non_working_day) {
        Ok(date) => date,
        Err(PeriodError::AnchorMissing { anchor: Anchor::Receipt }) => return Ok(None),
        Err(_) => {
            return Err(Refusal::new("date-cannot-be-set", "R24")
                .field("evidence_due")
                .with("number", number));
        }
    };
    if evidence_due_on.date <= decided_on {
        return Err(Refusal::new("date-before-decision", "R24").field("evidence_due").with("number", number));
    }
    let date =
        DateVersion { version: 1, evidence_due_on, because: DateReason::Decision, set_on: facts.today };
    Ok(Some(Event::EvidenceDateSet { number, date }))
}
