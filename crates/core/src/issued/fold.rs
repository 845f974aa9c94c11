//! The instruments of a case after an event. Total: what has happened cannot be refused.

use super::{DECISION, Entry, Issued};
use crate::{
    case::{Case, FinalDecision},
    event::Event,
    recommendation::{Judgement, Recommendation},
};

/// What an event about instruments and escalation does to the case; whether it was one.
pub(crate) fn apply(case: &mut Case, event: &Event) {
    match event {
        Event::PeriodAgreed(period) => case.period_agreed = Some(period.clone()),
        Event::CriterionRecorded(criterion) => case.criteria.push(criterion.clone()),
        Event::ReportNoticeGiven(notice) => case.report_notices.push(notice.clone()),
        Event::ContractingBodyNamed(named) => case.contracting_bodies.push(*named),
        Event::InstrumentPrepared(prepared) => case.prepared = Some((**prepared).clone()),
        Event::InstrumentCommented(comment) => {
            if let Some(prepared) = &mut case.prepared {
                prepared.comments.push(comment.clone());
            }
        }
        Event::InstrumentIssued(issued) => {
            case.prepared = None;
            for one in case.recommendations.iter_mut().filter(|one| issued.numbers.contains(&one.number)) {
                one.decided = true;
            }
            if !issued.numbers.is_empty() {
                case.compliance_closed = None;
            }
            considered(case, issued);
            case.issued.push((**issued).clone());
        }
        Event::InstrumentTold { instrument, body, on, told } => {
            let entry = Entry::Told { body: *body, on: *on, told: told.clone() };
            record(case, *instrument, entry);
        }
        Event::InstrumentRuledOn { instrument, body, on, ruled } => {
            let entry = Entry::Ruled { body: *body, on: *on, ruled: ruled.clone() };
            record(case, *instrument, entry);
        }
        Event::EscalationStepTaken(step) => case.steps_taken.push(step.clone()),
        Event::CaseLinked(link) => case.linked_cases.push(link.clone()),
        other => debug_assert!(false, "no event about instruments: {other:?}"),
    }
}

/// What follows on failures was considered for them (R37): nothing waits for that any longer.
fn considered(case: &mut Case, issued: &Issued) {
    let after = issued.after.unwrap_or(DECISION);
    let failed = |one: &Recommendation| {
        matches!(one.judgement, Some(Judgement::NotMet { .. } | Judgement::Refused { .. }))
    };
    let of = |body| case.made_by(after, body).filter(|one| failed(one)).map(|one| one.number);
    let all: Vec<_> = issued.bodies.iter().flat_map(|body| of(*body)).collect();
    for number in all {
        if !case.special_report_considered.contains(&number) {
            case.special_report_considered.push(number);
        }
    }
}

fn record(case: &mut Case, instrument: crate::instrument::InstrumentNumber, entry: Entry) {
    if let Some(issued) = case.issued.iter_mut().find(|one| one.number == instrument) {
        issued.entries.push(entry);
    }
}

/// The decision is the first of the instruments.
pub(crate) fn decided(case: &mut Case, decision: &FinalDecision) {
    case.issued.push(Issued {
        number: DECISION,
        instrument: decision.instrument,
        issued_on: decision.decided_on,
        after: None,
        grounds: Vec::new(),
        bodies: case.bodies.clone(),
        facts: None,
        numbers: case.live().map(|one| one.number).collect(),
        before_expiry: None,
        to_be_laid: false,
        entries: Vec::new(),
    });
}
