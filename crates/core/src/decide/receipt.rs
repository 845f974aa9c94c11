//! When an instrument was received and when an awaited event happened: dates that run from facts (I3, E17, E39).

use std::collections::BTreeMap;

use super::{Facts, by_senior, has_come, open, said};
use crate::{
    case::{Case, Receipt},
    command::Command,
    event::Event,
    period::{Anchors, DueSpec},
    recommendation::{DateReason, DateVersion, Recommendation},
    refusal::Refusal,
    text::Words,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::RecordReceipt { body, received_on, shown_by, disputed } => {
            said(shown_by, "shown_by", "I3")?;
            has_come(*received_on, facts.today, "received_on", "I3")?;
            if !case.bodies.contains(body) {
                return Err(Refusal::new("body-not-in-case", "E11").field("body"));
            }
            let Some(decided_on) = case.decided_on() else {
                return Err(Refusal::new("not-issued-yet", "I3").field("received_on"));
            };
            let earlier = case.receipts.iter().rev().find(|receipt| receipt.body == *body);
            if earlier.is_some_and(|receipt| receipt.disputed.is_some()) && !by_senior(facts) {
                return Err(Refusal::new("receipt-ruling-needs-manager", "E17").field("received_on"));
            }
            if *received_on < decided_on {
                return Err(Refusal::new("received-before-decision", "I3").field("received_on"));
            }
            let receipt = Receipt {
                body: *body,
                received_on: *received_on,
                shown_by: shown_by.clone(),
                disputed: disputed.clone().filter(|words| !words.is_blank()),
            };
            let mut events = vec![Event::ReceiptRecorded(receipt)];
            let runs_from_receipt = |one: &&Recommendation| {
                one.decided && one.terms.addressee == *body && !one.state().is_terminal()
            };
            for one in case.live().filter(runs_from_receipt) {
                events.extend(date_from(case, one, *received_on, facts));
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

/// The date as the calendar now has it, where the office computed it from the decision or from its receipt. What was
/// written out, or agreed since, stands (E16).
fn recomputed(case: &Case, one: &Recommendation, reason: &Words, facts: &Facts<'_>) -> Option<Event> {
    let spec = one.terms.evidence_due.as_ref().filter(|spec| matches!(spec, DueSpec::After { .. }))?;
    let current = one.current_date()?;
    let computed = match current.because {
        DateReason::Decision | DateReason::EventHappened | DateReason::Correction { .. } => true,
        DateReason::Extension { .. } | DateReason::FurtherEvidence | DateReason::Reopened => false,
    };
    let receipt = case.receipts.iter().rev().find(|receipt| receipt.body == one.terms.addressee);
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
        DateReason::Extension { .. } | DateReason::FurtherEvidence | DateReason::Reopened => true,
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
