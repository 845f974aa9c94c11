//! By which instrument an investigation may end, and what has to be recorded first (R21, R52, R58; PSOW Act 2019 ss.23, 25,
//! 27; LGA 1974 ss.30, 34H).

use super::{Facts, owed, reaches, said};
use crate::{
    case::Case,
    command::Command,
    escalation::{Ground, Place, present},
    event::Event,
    id::BodyId,
    instrument::{Fact, Instrument},
    issued::{ContractingBody, CriterionRecorded, OnPeriod, PeriodAgreed, ReportNotice},
    letter::{LetterKind, Recipient},
    profile::InstrumentRule,
    recommendation::Recommendation,
    refusal::Refusal,
    text::Words,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::RecordPeriod { complainant } => record_period(case, complainant, facts),
        Command::RecordCriterion { criterion, reasons } => record_criterion(case, criterion, reasons, facts),
        Command::GiveReportNotice { body, reasons } => give_notice(case, *body, reasons, facts),
        Command::NameContractingBody { named } => name_contracting_body(case, *named, facts),
        other => Err(Refusal::new("decided-already", "R22").with("command", other.kind().name())),
    }
}

/// The period is agreed between the office, the body and the complainant; where no agreement is possible the office says
/// why, and its draft has specified the period in writing (PSOW Act 2019 s.27(3)).
fn record_period(case: &Case, complainant: &OnPeriod, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    const RULE: &str = "PSOW Act 2019 s.27(3)";
    if case.is_decided() {
        return Err(Refusal::new("decided-already", "R22"));
    }
    if case.latest_draft().is_none() {
        return Err(Refusal::new("no-draft-offered", "R9"));
    }
    match complainant {
        OnPeriod::Agreed { .. } if !case.has_complainant_to_ask() => {
            return Err(Refusal::new("no-complainant", "E35").field("complainant"));
        }
        OnPeriod::Agreed { shown_by } => said(shown_by, "shown_by", RULE)?,
        OnPeriod::NotPossible { reason } => said(reason, "reason", RULE)?,
    }
    let period = PeriodAgreed { complainant: complainant.clone(), on: facts.today };
    Ok(vec![Event::PeriodAgreed(period)])
}

/// A criterion is recorded by a person, with reasons; nothing records it of itself (R52).
fn record_criterion(
    case: &Case,
    criterion: &str,
    reasons: &Words,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    said(reasons, "reasons", "R52")?;
    if !facts.profile.criteria.iter().any(|rule| rule.id == criterion) {
        return Err(Refusal::new("no-such-criterion", "R52").field("criterion").with("criterion", criterion));
    }
    if case.criteria.iter().any(|one| one.criterion == criterion) {
        return Err(Refusal::new("criterion-there-already", "R52").field("criterion"));
    }
    let recorded =
        CriterionRecorded { criterion: criterion.to_owned(), reasons: reasons.clone(), on: facts.today };
    Ok(vec![Event::CriterionRecorded(recorded)])
}

/// The body hears that a report is coming, and why; what the reasons rest on is recorded first (lifecycle 7.3).
fn give_notice(case: &Case, body: BodyId, reasons: &Words, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    said(reasons, "reasons", "R21")?;
    if !case.bodies.contains(&body) {
        return Err(Refusal::new("body-not-in-case", "E11").field("body"));
    }
    if case.is_decided() {
        return Err(Refusal::new("decided-already", "R22"));
    }
    if case.criteria.is_empty() {
        return Err(missing(Fact::CriterionRecorded, "R52"));
    }
    if case.report_notices.iter().any(|notice| notice.body == body) {
        return Err(Refusal::new("notice-given-already", "R21").field("body"));
    }
    let notice = ReportNotice { body, reasons: reasons.clone(), on: facts.today };
    let theirs = case.live().filter(|one| one.terms.addressee == body).map(|one| one.number).collect();
    let letter = owed(case, LetterKind::ReportNotice, Recipient::Body { body }, theirs);
    Ok(vec![Event::ReportNoticeGiven(notice), letter])
}

/// A health body that contracted with a provider gets the copy, and the duty of publicity (PSOW Act 2019 ss.23(2), 25).
fn name_contracting_body(
    case: &Case,
    named: ContractingBody,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    if !case.bodies.contains(&named.provider) {
        return Err(Refusal::new("body-not-in-case", "E11").field("provider"));
    }
    if facts.body(named.health_body).is_none() {
        return Err(Refusal::new("body-unknown", "E11").field("health_body"));
    }
    if named.provider == named.health_body {
        return Err(Refusal::new("contracts-with-itself", "PSOW Act 2019 s.25").field("health_body"));
    }
    if case.contracting_bodies.contains(&named) {
        return Err(Refusal::new("contract-there-already", "PSOW Act 2019 s.25").field("health_body"));
    }
    Ok(vec![Event::ContractingBodyNamed(named)])
}

/// The rule of an instrument that ends investigations under this office's law.
pub(super) fn lawful<'a>(instrument: Instrument, facts: &Facts<'a>) -> Result<&'a InstrumentRule, Refusal> {
    match facts.profile.instrument(instrument) {
        Some(rule) if rule.ends_investigation => Ok(rule),
        Some(_) | None => {
            Err(Refusal::new("instrument-not-lawful", "PSOW Act 2019 s.27").field("instrument"))
        }
    }
}

/// Who asks has the role the rule wants, and every fact it needs is in the record, for every body something is
/// recommended to.
pub(super) fn may_end(case: &Case, rule: &InstrumentRule, facts: &Facts<'_>) -> Result<(), Refusal> {
    enough_role(rule, facts)?;
    for body in &case.bodies {
        if !case.live().any(|one| one.terms.addressee == *body) {
            continue;
        }
        let seen = Ground {
            case,
            profile: facts.profile,
            calendar: facts.calendar,
            body: *body,
            after: None,
            today: facts.today,
        };
        if let Some(fact) = rule.needs.iter().find(|fact| !present(**fact, &seen)) {
            return Err(missing(*fact, &rule.citation));
        }
    }
    least_time(case, rule, facts)
}

pub(super) fn enough_role(rule: &InstrumentRule, facts: &Facts<'_>) -> Result<(), Refusal> {
    if reaches(facts, rule.decided_by) {
        return Ok(());
    }
    let refusal = Refusal::new("role-too-low", with_number(&rule.citation, "R37"));
    Err(refusal.field("instrument").with("role", rule.decided_by.code()))
}

/// Which fact is missing, by which rule, and where it is recorded.
pub(super) fn missing(fact: Fact, citation: &str) -> Refusal {
    let rule = match fact {
        Fact::CriterionRecorded => "R52",
        Fact::AdvanceNoticeGiven => "R21",
        _ => with_number(citation, "R37"),
    };
    Refusal::new("fact-missing", rule)
        .field("instrument")
        .with("fact", fact.code())
        .with("place", Place::of(fact).code())
        .with("citation", citation)
}

/// An office's own practice has no sections; the requirement behind it is named instead.
fn with_number<'a>(citation: &'a str, otherwise: &'a str) -> &'a str {
    if citation.chars().any(|letter| letter.is_ascii_digit()) { citation } else { otherwise }
}

/// A body gets the least time the profile gives after a report, unless it is clear that it acts sooner: it agreed to the
/// recommendation with its date (R58).
fn least_time(case: &Case, rule: &InstrumentRule, facts: &Facts<'_>) -> Result<(), Refusal> {
    if !gives_least_time(rule) {
        return Ok(());
    }
    for one in case.live().filter(|one| !one.is_agreed()) {
        not_sooner(one, facts)?;
    }
    Ok(())
}

/// Does the least time after a report hold for this instrument? It does for reports that want an answer (R57, R58).
pub(super) fn gives_least_time(rule: &InstrumentRule) -> bool {
    matches!(rule.instrument, Instrument::Report | Instrument::FurtherReport) && rule.response.is_some()
}

/// Refuses a date that comes before the least time after a report that is received on the day it is issued.
pub(super) fn not_sooner(one: &Recommendation, facts: &Facts<'_>) -> Result<(), Refusal> {
    let Ok(Some(earliest)) = facts.profile.earliest_due_after_report(facts.today, facts.calendar) else {
        return Ok(());
    };
    let anchors = crate::period::Anchors {
        final_decision: Some(facts.today),
        receipt: Some(facts.today),
        report_date: Some(facts.today),
        events: std::collections::BTreeMap::new(),
    };
    let spec = one.terms.evidence_due.as_ref();
    let due = spec.and_then(|spec| {
        spec.resolve(&anchors, facts.calendar, facts.profile.non_working_day).ok().map(|due| due.date)
    });
    match due {
        Some(due) if due < earliest.date => Err(Refusal::new("sooner-than-least-time", "R58")
            .field("evidence_due")
            .with("number", one.number)
            .with("date", earliest.date)),
        Some(_) | None => Ok(()),
    }
}
