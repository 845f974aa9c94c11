//! Where an instrument stands with one body on a day: computed from what is recorded, never set.

use jiff::civil::Date;
use serde::Serialize;

use super::{Issued, Ruled, Told, confirmation_due, response_due};
use crate::{
    calendar::Calendar,
    case::Case,
    escalation,
    id::BodyId,
    instrument::GroundId,
    period::DueDate,
    profile::{Profile, ResponsePart},
};

/// Where an instrument stands with one body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum Phase {
    /// Nothing has to be answered to it.
    NoResponseNeeded,
    /// When the body received it is not recorded, so no period runs (I3).
    NotReceived,
    /// The body has until this day to notify the office.
    AwaitingResponse {
        /// Until when.
        by: DueDate,
    },
    /// The body has notified the office, which has yet to assess it.
    Responded {
        /// When the office had it.
        on: Date,
    },
    /// The office is satisfied with what was notified; it is to be done, or confirmed, by this day.
    Confirming {
        /// Until when.
        by: Option<DueDate>,
    },
    /// It was done, and the office is satisfied.
    Satisfied {
        /// Since when: what is kept for a time is kept from here (practice 2.13).
        on: Date,
    },
    /// It was not complied with, on these grounds.
    Default {
        /// Which.
        grounds: Vec<GroundId>,
    },
}

/// When the office had the last of the parts a notification must have; nothing while one is missing.
pub fn notified_on(issued: &Issued, body: BodyId, profile: &Profile) -> Option<Date> {
    let parts = &profile.instrument(issued.instrument)?.response.as_ref()?.parts;
    let first_with = |part: ResponsePart| {
        issued.told(body).find_map(|(_, told)| match told {
            Told::Notified { received_on, action, within } => {
                let there = match part {
                    ResponsePart::Action => action.is_some(),
                    ResponsePart::Period => within.is_some(),
                };
                there.then_some(*received_on)
            }
            Told::ConsideredByAuthority { .. }
            | Told::FormAgreed { .. }
            | Told::Published { .. }
            | Told::CostPaid { .. }
            | Told::Laid { .. } => None,
        })
    };
    parts.iter().map(|part| first_with(*part)).collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// How the office assessed what was notified last: the action, and the period where there is one.
pub(crate) fn assessed(issued: &Issued, body: BodyId) -> Option<(bool, Option<bool>)> {
    issued
        .ruled(body)
        .filter_map(|(_, ruled)| match ruled {
            Ruled::ResponseAssessed { with_action, with_period, .. } => Some((*with_action, *with_period)),
            Ruled::LongerPeriod { .. }
            | Ruled::NoAction { .. }
            | Ruled::ConfirmationAssessed { .. }
            | Ruled::PublicityLifted { .. }
            | Ruled::CostClaimed { .. } => None,
        })
        .last()
}

/// When the evidence that satisfied the office was in, and when the office said so.
pub(crate) fn confirmed(case: &Case, issued: &Issued, body: BodyId) -> Option<(Date, Date)> {
    issued.ruled(body).find_map(|(on, ruled)| match ruled {
        Ruled::ConfirmationAssessed { evidence, satisfactory: true, .. } => {
            let received = evidence.iter().filter_map(|id| case.submission(*id));
            received.map(|found| found.submission.received_on).max().map(|received| (received, on))
        }
        Ruled::ConfirmationAssessed { satisfactory: false, .. }
        | Ruled::LongerPeriod { .. }
        | Ruled::ResponseAssessed { .. }
        | Ruled::NoAction { .. }
        | Ruled::PublicityLifted { .. }
        | Ruled::CostClaimed { .. } => None,
    })
}

/// Since when the office is satisfied that what the instrument wanted was done. Where nothing has to be confirmed, the
/// assessment of what was notified is enough.
pub fn satisfied_on(case: &Case, issued: &Issued, body: BodyId, profile: &Profile) -> Option<Date> {
    let rule = profile.instrument(issued.instrument)?.response.as_ref()?;
    if rule.confirmation_clock.is_some() {
        return confirmed(case, issued, body).map(|(_, on)| on);
    }
    issued.ruled(body).find_map(|(on, ruled)| match ruled {
        Ruled::ResponseAssessed { with_action: true, with_period: None | Some(true), .. } => Some(on),
        Ruled::ResponseAssessed { .. }
        | Ruled::LongerPeriod { .. }
        | Ruled::NoAction { .. }
        | Ruled::ConfirmationAssessed { .. }
        | Ruled::PublicityLifted { .. }
        | Ruled::CostClaimed { .. } => None,
    })
}

/// Where the instrument stands with one body on a day.
pub fn phase(
    case: &Case,
    issued: &Issued,
    body: BodyId,
    profile: &Profile,
    calendar: &Calendar,
    today: Date,
) -> Phase {
    if let Some(on) = satisfied_on(case, issued, body, profile) {
        return Phase::Satisfied { on };
    }
    let open = escalation::routes(case, profile, calendar, body, today);
    let grounds: Vec<_> = open
        .into_iter()
        .filter(|route| route.after == Some(issued.number) && route.all_present())
        .map(|route| route.ground)
        .collect();
    if !grounds.is_empty() {
        return Phase::Default { grounds };
    }
    let wants_answer = profile.instrument(issued.instrument).is_some_and(|rule| rule.response.is_some());
    if !wants_answer {
        return Phase::NoResponseNeeded;
    }
    let Some(by) = response_due(case, issued, body, profile, calendar) else { return Phase::NotReceived };
    match (assessed(issued, body), notified_on(issued, body, profile)) {
        (Some((true, None | Some(true))), _) => {
            Phase::Confirming { by: confirmation_due(case, issued, body, profile, calendar) }
        }
        (_, Some(on)) => Phase::Responded { on },
        (_, None) => Phase::AwaitingResponse { by },
    }
}
