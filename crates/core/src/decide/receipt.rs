//! When an instrument was received and when an awaited event happened: dates that run from facts (I3, E17, E39).

use super::{Facts, has_come, open, said};
use crate::{
    case::{Case, Receipt},
    command::Command,
    event::Event,
    period::{Anchors, DueSpec},
    recommendation::{DateReason, DateVersion, Recommendation},
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::RecordReceipt { body, received_on, shown_by, disputed } => {
            said(shown_by, "shown_by", "I3")?;
            has_come(*received_on, facts.today, "received_on", "I3")?;
            if !case.bodies.contains(body) {
                return Err(Refusal::new("body-not-in-case", "E11").field("body"));
            }
            if case.decided_on().is_some_and(|decided_on| *received_on < decided_on) {
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
                    Ok(resolved(one, spec, &anchors, facts).into_iter().collect())
                }
                _ => Err(Refusal::new("waits-for-no-event", "E39").field("number").with("number", number)),
            }
        }
        _ => Err(Refusal::new("not-decided-yet", "I3")),
    }
}

fn anchors_of(case: &Case) -> Anchors {
    Anchors {
        final_decision: case.decided_on(),
        receipt: None,
        report_date: case.decided_on(),
        events: Default::default(),
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

fn resolved(one: &Recommendation, spec: &DueSpec, anchors: &Anchors, facts: &Facts<'_>) -> Option<Event> {
    let evidence_due_on = spec.resolve(anchors, facts.calendar, facts.profile.non_working_day).ok()?;
    if one.evidence_due_on() == Some(evidence_due_on.date) {
        return None;
    }
    let version = one.current_date().map_or(1, |date| date.version + 1);
    let because = if version == 1 { DateReason::Decision } else { DateReason::EventHappened };
    let date = DateVersion { version, evidence_due_on, because, set_on: facts.today };
    Some(Event::EvidenceDateSet { number: one.number, date })
}
