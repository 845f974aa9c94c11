//! The statutory periods after an instrument: from receipt alone, and longer only where that was agreed in writing (I3, R57).

use super::{Issued, Ruled, RunningPeriod, Told};
use crate::{
    calendar::Calendar,
    case::Case,
    id::BodyId,
    period::{Began, DueDate, Receipt, Term, Trigger},
    profile::Profile,
};

/// The last longer date that was agreed for a period.
fn longer(issued: &Issued, body: BodyId, wanted: RunningPeriod) -> Option<jiff::civil::Date> {
    issued
        .ruled(body)
        .filter_map(|(_, ruled)| match ruled {
            Ruled::LongerPeriod { period, until, .. } if *period == wanted => Some(*until),
            Ruled::LongerPeriod { .. }
            | Ruled::ResponseAssessed { .. }
            | Ruled::NoAction { .. }
            | Ruled::ConfirmationAssessed { .. }
            | Ruled::PublicityLifted { .. }
            | Ruled::CostClaimed { .. } => None,
        })
        .last()
}

fn from_receipt(
    case: &Case,
    issued: &Issued,
    body: BodyId,
    clock: &str,
    profile: &Profile,
    calendar: &Calendar,
) -> Option<DueDate> {
    let found = case.receipt_of(issued.number, body)?;
    let receipt = Receipt::new(Some(issued.issued_on), found.received_on, found.shown_by.clone()).ok()?;
    profile.rule(clock)?.run(&Began::Received { receipt }, calendar).ok()
}

/// The last day on which the body may notify the office. Nothing before its receipt is recorded (I3), and nothing where
/// the instrument wants no answer.
pub fn response_due(
    case: &Case,
    issued: &Issued,
    body: BodyId,
    profile: &Profile,
    calendar: &Calendar,
) -> Option<DueDate> {
    let rule = profile.instrument(issued.instrument)?.response.as_ref()?;
    let due = from_receipt(case, issued, body, &rule.clock, profile, calendar)?;
    Some(agreed_instead(due, longer(issued, body, RunningPeriod::Response), calendar))
}

/// The last day on which what was notified is to be done or confirmed: from the end of the first period, or as the body
/// itself stated and the office accepted (PSOW Act 2019 s.26(2)(b)).
pub fn confirmation_due(
    case: &Case,
    issued: &Issued,
    body: BodyId,
    profile: &Profile,
    calendar: &Calendar,
) -> Option<DueDate> {
    let rule = profile.instrument(issued.instrument)?.response.as_ref()?;
    let clock = profile.rule(rule.confirmation_clock.as_deref()?)?;
    let due = match (&clock.term, &clock.trigger) {
        (Term::Agreed { .. }, _) => {
            let stated = issued.told(body).filter_map(|(_, told)| match told {
                Told::Notified { within, .. } => *within,
                Told::ConsideredByAuthority { .. }
                | Told::FormAgreed { .. }
                | Told::Published { .. }
                | Told::CostPaid { .. }
                | Told::Laid { .. } => None,
            });
            let mut due = DueDate::agreed(stated.last()?, calendar);
            due.citation = Some(clock.citation.clone());
            due
        }
        (Term::Within(_) | Term::AtLeast(_), Trigger::EndOf(_)) => {
            let first = response_due(case, issued, body, profile, calendar)?;
            clock.run(&Began::Happened { on: first.date }, calendar).ok()?
        }
        (Term::Within(_) | Term::AtLeast(_), _) => {
            from_receipt(case, issued, body, &clock.id, profile, calendar)?
        }
    };
    Some(agreed_instead(due, longer(issued, body, RunningPeriod::Confirmation), calendar))
}

/// The last day on which the form of what the body publishes may be agreed (LGA 1974 ss.31(2G), 34I(6)).
pub fn form_due(
    case: &Case,
    issued: &Issued,
    body: BodyId,
    profile: &Profile,
    calendar: &Calendar,
) -> Option<DueDate> {
    let clock = profile.instrument(issued.instrument)?.form_clock.as_deref()?;
    let due = from_receipt(case, issued, body, clock, profile, calendar)?;
    Some(agreed_instead(due, longer(issued, body, RunningPeriod::Form), calendar))
}

fn agreed_instead(due: DueDate, until: Option<jiff::civil::Date>, calendar: &Calendar) -> DueDate {
    match until {
        None => due,
        Some(until) => DueDate { citation: due.citation, ..DueDate::agreed(until, calendar) },
    }
}
