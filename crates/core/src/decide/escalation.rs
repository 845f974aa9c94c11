//! Steps where a body does not comply: chosen by a person in the right role, with reasons, never taken of themselves
//! (practice 2.4).

use jiff::civil::Date;

use super::{Facts, judgement, open, reaches, said, to_come, to_complainant};
use crate::{
    case::Case,
    command::Command,
    escalation::taken_by,
    event::Event,
    id::RecommendationNumber,
    issued::{LinkedCase, Relation, StepTaken},
    letter::LetterKind,
    period::DueDate,
    profile::EscalationStep,
    recommendation::{DateReason, Judgement},
    refusal::Refusal,
    text::Words,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::TakeEscalationStep { number, step, reason, evidence_due_on } => {
            take(case, *number, *step, reason, *evidence_due_on, facts)
        }
        Command::LinkCase { case: other, reference, relation, reason } => {
            said(reason, "reason", "R37")?;
            if *other == case.id {
                return Err(Refusal::new("linked-to-itself", "R37").field("case"));
            }
            if case.linked_cases.iter().any(|link| link.case == *other && link.relation == *relation) {
                return Err(Refusal::new("linked-already", "R37").field("case"));
            }
            if *relation == Relation::FollowedBy && case.decided_on().is_none() {
                return Err(Refusal::new("nothing-agreed-yet", "R37").field("relation"));
            }
            Ok(vec![Event::CaseLinked(LinkedCase {
                case: *other,
                reference: reference.clone(),
                relation: *relation,
                reason: reason.clone(),
                on: facts.today,
            })])
        }
        other => Err(Refusal::new("no-such-step", "R37").with("command", other.kind().name())),
    }
}

fn take(
    case: &Case,
    number: RecommendationNumber,
    step: EscalationStep,
    reason: &Words,
    evidence_due_on: Option<Date>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    const RULE: &str = "R37";
    let one = super::find(case, number)?;
    if !one.decided {
        return Err(Refusal::new("not-decided-yet", "R17").field("number").with("number", number));
    }
    said(reason, "reason", RULE)?;
    if !facts.profile.escalation.steps.contains(&step) {
        return Err(Refusal::new("no-such-step", RULE).field("step"));
    }
    let least = taken_by(step, facts.profile);
    if !reaches(facts, least) {
        return Err(Refusal::new("role-too-low", RULE).field("step").with("role", least.code()));
    }
    if one.evidence_due_on().is_none_or(|due| due >= facts.today) {
        return Err(Refusal::new("date-not-passed", RULE).field("number").with("number", number));
    }
    if evidence_due_on.is_some() && step != EscalationStep::MoreTime {
        return Err(Refusal::new("no-date-with-this-step", RULE).field("evidence_due_on"));
    }
    let taken = StepTaken { number, step, reason: reason.clone(), on: facts.today };
    let mut events = vec![Event::EscalationStepTaken(taken)];
    events.extend(what_follows(case, number, step, reason, evidence_due_on, facts)?);
    Ok(events)
}

/// More time is a new date; ceasing ends it; a new case must be there; the complainant is written to (practice 2.4).
fn what_follows(
    case: &Case,
    number: RecommendationNumber,
    step: EscalationStep,
    reason: &Words,
    evidence_due_on: Option<Date>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    const RULE: &str = "R37";
    match step {
        EscalationStep::MoreTime => {
            let one = open(case, number)?;
            let Some(date) = evidence_due_on else {
                return Err(Refusal::new("more-time-wants-a-date", RULE).field("evidence_due_on"));
            };
            to_come(date, facts.today, "evidence_due_on", RULE)?;
            if one.open_extension().is_some() {
                return Err(Refusal::new("extension-open", "R30").field("number").with("number", number));
            }
            let due = DueDate::agreed(date, facts.calendar);
            let because = DateReason::MoreTime;
            Ok(vec![judgement::new_date(one, due, because, facts.today)])
        }
        EscalationStep::Cease => {
            let one = open(case, number)?;
            judgement::no_open_extension(one)?;
            let judgement = Judgement::Ceased { reason: reason.clone() };
            Ok(vec![Event::Judged { number, judgement, on: facts.today }])
        }
        EscalationStep::NewCase => {
            let linked = case.linked_cases.iter().any(|link| link.relation == Relation::FollowedBy);
            if linked { Ok(Vec::new()) } else { Err(Refusal::new("link-the-new-case", RULE).field("step")) }
        }
        EscalationStep::TellComplainant => {
            if !case.has_complainant_to_ask() {
                return Err(Refusal::new("no-complainant", "E35").field("step"));
            }
            Ok(to_complainant(case, LetterKind::StillWaiting, &[number]).into_iter().collect())
        }
        EscalationStep::ChiefExecutive
        | EscalationStep::Meeting
        | EscalationStep::CaseConference
        | EscalationStep::PublicReport => Ok(Vec::new()),
    }
}
