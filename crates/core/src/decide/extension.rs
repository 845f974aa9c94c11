//! A later date: asked with a reason, decided by the office, every date kept (R30, I4, E18).

use jiff::civil::Date;

use super::{Facts, by_senior, has_come, judgement::new_date, open, owed, said, to_come, to_complainant};
use crate::{
    case::{Case, Instrument},
    command::Command,
    event::Event,
    id::ExtensionId,
    letter::{LetterKind, Recipient},
    period::DueDate,
    recommendation::{DateReason, ExtensionDecision, ExtensionRequest, Recommendation},
    refusal::Refusal,
    text::Words,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::RequestExtension { extension, number, asked_on, until, reason, done_so_far } => {
            let one = open(case, *number)?;
            said(reason, "reason", "R30")?;
            has_come(*asked_on, facts.today, "asked_on", "R30")?;
            if one.open_extension().is_some() {
                return Err(Refusal::new("extension-open", "R30").field("number").with("number", number));
            }
            let Some(current) = one.evidence_due_on() else {
                return Err(Refusal::new("no-date-yet", "I3").field("number").with("number", number));
            };
            if *until <= current {
                return Err(Refusal::new("not-later", "R30").field("until").with("date", current));
            }
            to_come_for_extension(*until, *asked_on)?;
            let request = ExtensionRequest {
                extension: *extension,
                asked_on: *asked_on,
                until: *until,
                reason: reason.clone(),
                done_so_far: done_so_far.clone().filter(|words| !words.is_blank()),
                late: *asked_on > current,
                decision: None,
                rests_on_freeze: false,
            };
            Ok(vec![Event::ExtensionRequested { number: *number, request }])
        }
        Command::DecideExtension { extension, granted_until, reason, in_writing } => {
            decide_request(case, *extension, *granted_until, reason, *in_writing, facts)
        }
        _ => Err(Refusal::new("no-such-extension", "R30")),
    }
}

fn to_come_for_extension(until: Date, asked_on: Date) -> Result<(), Refusal> {
    if until <= asked_on {
        return Err(Refusal::new("date-passed", "R30").field("until").with("date", until));
    }
    Ok(())
}

fn decide_request(
    case: &Case,
    extension: ExtensionId,
    granted_until: Option<Date>,
    reason: &Words,
    in_writing: bool,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let holds = |one: &&Recommendation| one.extensions.iter().any(|request| request.extension == extension);
    let Some(one) = case.recommendations.iter().find(holds) else {
        return Err(Refusal::new("no-such-extension", "R30").field("extension"));
    };
    let one = open(case, one.number)?;
    if one.open_extension().is_none_or(|request| request.extension != extension) {
        return Err(Refusal::new("extension-decided-already", "R30").field("extension"));
    }
    said(reason, "reason", "I4")?;
    if one.open_extension().is_some_and(|request| request.rests_on_freeze) && !by_senior(facts) {
        return Err(Refusal::new("freeze-needs-manager", "R43")
            .field("granted_until")
            .with("number", one.number));
    }
    let decision = ExtensionDecision {
        granted_until,
        reason: reason.clone(),
        decided_on: facts.today,
        in_writing,
        decided_by: facts.actor.staff(),
        until_then: one.evidence_due_on(),
    };
    let mut events = vec![Event::ExtensionDecided { number: one.number, extension, decision }];
    if let Some(until) = granted_until {
        within_role(one, until, facts)?;
        to_come(until, facts.today, "granted_until", "R30")?;
        if !in_writing && runs_by_statute(case, facts) {
            return Err(Refusal::new("writing-needed", "PSOW Act 2019 s.28").field("in_writing"));
        }
        let current = one.evidence_due_on().unwrap_or(facts.today);
        if until <= current {
            return Err(Refusal::new("not-later", "R30").field("granted_until").with("date", current));
        }
        let because = DateReason::Extension { extension, granted_in_time: facts.today <= current };
        events.push(new_date(one, DueDate::agreed(until, facts.calendar), because, facts.today));
        events.extend(to_complainant(case, LetterKind::ExtensionDecision, &[one.number]));
    }
    let body = one.terms.addressee;
    events.push(owed(case, LetterKind::ExtensionDecision, Recipient::Body { body }, vec![one.number]));
    Ok(events)
}

/// Does the time to act follow from a report or from a promise on which a special report could rest? More of it is only
/// given in writing (PSOW Act 2019 ss.26–28; LGA 1974 s.31(2)).
fn runs_by_statute(case: &Case, facts: &Facts<'_>) -> bool {
    match (&case.final_decision, &case.settlement) {
        (Some(decision), _) => {
            matches!(decision.instrument, Instrument::Report | Instrument::ReportWithoutPublicity)
        }
        (None, Some(settlement)) => settlement.injustice_concluded && facts.profile.rule("W-6").is_some(),
        (None, None) => false,
    }
}

/// A second extension, or a long one, is for a manager; how long is the profile's.
fn within_role(one: &Recommendation, until: Date, facts: &Facts<'_>) -> Result<(), Refusal> {
    if by_senior(facts) {
        return Ok(());
    }
    let granted = one.extensions.iter().filter_map(|request| request.decision.as_ref());
    let earlier = granted.filter(|decision| decision.granted_until.is_some()).count();
    let rule = &facts.profile.extension;
    let days = one.original_due_on().map_or(0, |first| facts.calendar.working_days_between(first, until));
    let (number, days) =
        (u16::try_from(earlier + 1).unwrap_or(u16::MAX), u16::try_from(days).unwrap_or(u16::MAX));
    if rule.needs_manager(number, days) {
        return Err(Refusal::new("extension-needs-manager", "R30")
            .field("granted_until")
            .with("days", rule.caseworker_working_days));
    }
    Ok(())
}
