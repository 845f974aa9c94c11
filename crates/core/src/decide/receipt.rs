//! When an instrument was received and when an awaited event happened: dates that run from facts (I3, E17, E39).

use std::collections::BTreeMap;

use super::{Facts, by_senior, has_come, open, route, said};
use crate::{
    case::{Case, Receipt},
    command::Command,
    event::Event,
    id::BodyId,
    instrument::InstrumentNumber,
    issued::DECISION,
    period::{Anchors, DueSpec},
    recommendation::{DateReason, DateVersion, Recommendation},
    refusal::Refusal,
    text::Words,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::RecordReceipt { body, received_on, shown_by, disputed, instrument } => {
            said(shown_by, "shown_by", "I3")?;
            has_come(*received_on, facts.today, "received_on", "I3")?;
            if !case.bodies.contains(body) {
                return Err(Refusal::new("body-not-in-case", "E11").field("body"));
            }
            let number = instrument.unwrap_or(DECISION);
            let issued_on = issued_on(case, number, *body)?;
            let earlier = case.receipt_of(number, *body);
            if earlier.is_some_and(|receipt| receipt.disputed.is_some()) && !by_senior(facts) {
                return Err(Refusal::new("receipt-ruling-needs-manager", "E17").field("received_on"));
            }
            if *received_on < issued_on {
                return Err(Refusal::new("received-before-decision", "I3").field("received_on"));
            }
            let receipt = Receipt {
                body: *body,
                received_on: *received_on,
                shown_by: shown_by.clone(),
                disputed: disputed.clone().filter(|words| !words.is_blank()),
                instrument: instrument.filter(|number| *number != DECISION),
            };
            let mut events = vec![Event::ReceiptRecorded(receipt)];
            for one in case.made_by(number, *body).filter(|one| !one.state().is_terminal()) {
                let date = date_from(case, one, *received_on, facts);
                events.extend(date.or_else(|| least_time(case, (number, one), *received_on, facts)));
            }
            Ok(events)
        }
        Command::RecordEvent { number, happened_on } => {
            has_come(*happened_on, facts.today, "happened_on", "E39")?;
            let one = open(case, *number)?;
            match &one.terms.evidence_due {
                Some(spec @ DueSpec::OnEvent { event, .. }) => {
                    let mut anchors = anchors_of(case);
                    anchors.events.insert(event.clone(), *happened_on);
                    let mut events = vec![Event::AwaitedEventHappened { number: *number, on: *happened_on }];
                    events.extend(resolved(one, spec, &anchors, facts));
                    Ok(events)
                }
                _ => Err(Refusal::new("waits-for-no-event", "E39").field("number").with("number", number)),
            }
        }
        Command::RecomputeDate { number, reason } => {
            let one = open(case, *number)?;
            said(reason, "reason", "E16")?;
            Ok(recomputed(case, one, reason, facts).into_iter().collect())
        }
        _ => Err(Refusal::new("not-decided-yet", "I3")),
    }
}

/// When an instrument was issued to this body.
fn issued_on(case: &Case, number: InstrumentNumber, body: BodyId) -> Result<jiff::civil::Date, Refusal> {
    if number == DECISION {
        let decided_on = case.decided_on();
        return decided_on.ok_or_else(|| Refusal::new("not-issued-yet", "I3").field("received_on"));
    }
    let issued = case.issued(number).filter(|issued| issued.bodies.contains(&body));
    issued.map(|issued| issued.issued_on).ok_or_else(|| {
        Refusal::new("no-such-instrument", "I3").field("instrument").with("instrument", number)
    })
}

/// After a report the body has the least time from the day it really received it: a date that leaves it less moves out,
/// unless it agreed to it, or another was agreed since (R58).
fn least_time(
    case: &Case,
    (number, one): (InstrumentNumber, &Recommendation),
    received_on: jiff::civil::Date,
    facts: &Facts<'_>,
) -> Option<Event> {
    let rule = facts.profile.instrument(case.issued(number)?.instrument)?;
    let willing = one.is_agreed() || number != DECISION;
    if !route::gives_least_time(rule) || willing {
        return None;
    }
    let current = one.current_date()?;
    let earliest = facts.profile.earliest_due_after_report(received_on, facts.calendar).ok()??;
    let computed = matches!(current.because, DateReason::Decision | DateReason::EventHappened);
    if !computed || current.evidence_due_on.date >= earliest.date {
        return None;
    }
    let version = current.version.saturating_add(1);
    let because = DateReason::EventHappened;
    let date = DateVersion { version, evidence_due_on: earliest, because, set_on: facts.today };
    Some(Event::EvidenceDateSet { number: one.number, date })
}

/// The date as the calendar now has it, where the office computed it from the decision or from its receipt. What was
/// written out, or agreed since, stands (E16).
fn recomputed(case: &Case, one: &Recommendation, reason: &Words, facts: &Facts<'_>) -> Option<Event> {
    let spec = one.terms.evidence_due.as_ref().filter(|spec| matches!(spec, DueSpec::After { .. }))?;
    let current = one.current_date()?;
    let computed = match current.because {
        DateReason::Decision | DateReason::EventHappened | DateReason::Correction { .. } => true,
        DateReason::Extension { .. }
        | DateReason::FurtherEvidence
        | DateReason::MoreTime
        | DateReason::Reopened => false,
    };
    let made_by = case.issued.iter().find(|issued| issued.numbers.contains(&one.number));
    let receipt = case.receipt_of(made_by.map_or(DECISION, |issued| issued.number), one.terms.addressee);
    let anchors = Anchors { receipt: receipt.map(|receipt| receipt.received_on), ..anchors_of(case) };
    let due = spec.resolve(&anchors, facts.calendar, facts.profile.non_working_day).ok()?;
    if !computed || due.date == current.evidence_due_on.date {
        return None;
    }
    let date = DateVersion {
        version: current.version.saturating_add(1),
        evidence_due_on: due,
        because: DateReason::Correction { reason: reason.clone() },
        set_on: facts.today,
    };
    Some(Event::EvidenceDateSet { number: one.number, date })
}

fn anchors_of(case: &Case) -> Anchors {
    Anchors {
        final_decision: case.decided_on(),
        receipt: None,
        report_date: case.decided_on(),
        events: BTreeMap::new(),
    }
}

/// The date a recommendation has from this receipt, where it runs from receipt.
fn date_from(
    case: &Case,
    one: &Recommendation,
    received_on: jiff::civil::Date,
    facts: &Facts<'_>,
) -> Option<Event> {
    let spec = one.terms.evidence_due.as_ref().filter(|spec| spec.runs_from_receipt())?;
    let anchors = Anchors { receipt: Some(received_on), ..anchors_of(case) };
    resolved(one, spec, &anchors, facts)
}

/// The date as the facts now have it. A later date that was agreed since then stands: facts that come to light do not
/// take it away.
fn resolved(one: &Recommendation, spec: &DueSpec, anchors: &Anchors, facts: &Facts<'_>) -> Option<Event> {
    let agreed_since = one.current_date().is_some_and(|date| match date.because {
        DateReason::Extension { .. }
        | DateReason::FurtherEvidence
        | DateReason::MoreTime
        | DateReason::Reopened => true,
        DateReason::Decision | DateReason::EventHappened | DateReason::Correction { .. } => false,
    });
    if agreed_since {
        return None;
    }
    let evidence_due_on = spec.resolve(anchors, facts.calendar, facts.profile.non_working_day).ok()?;
    if one.evidence_due_on() == Some(evidence_due_on.date) {
        return None;
    }
    let version = one.current_date().map_or(1, |date| date.version + 1);
    let because = if version == 1 { DateReason::Decision } else { DateReason::EventHappened };
    let date = DateVersion { version, evidence_due_on, because, set_on: facts.today };
    Some(Event::EvidenceDateSet { number: one.number, date })
}
