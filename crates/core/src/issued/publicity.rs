//! The steps of publicity after an instrument, with whose duty each is, by when, and what proves it (PSOW Act 2019
//! ss.24, 25, 29(6); LGA 1974 ss.30(4)–(7), 31(2F), 34I(5)).

use jiff::civil::Date;
use serde::Serialize;

use super::{Issued, Lift, Ruled, Told};
use crate::{
    calendar::Calendar,
    case::Case,
    id::BodyId,
    period::{Began, DueDate, Receipt, Trigger},
    profile::{DutyHolder, Profile, PublicityRule},
    text::Bilingual,
};

/// The step of an instrument whose law leaves the manner of publishing to the office's direction (LGA 1974 s.34I(5)).
pub const BY_DIRECTION: &str = "direction";

/// Whose duty a step is in one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "holder", rename_all = "snake_case")]
pub enum Holder {
    /// This body's.
    Body {
        /// Which.
        body: BodyId,
    },
    /// The office's own.
    Office,
}

/// Where a step of publicity is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PublicityState {
    /// Receipt of the instrument is not recorded, so no period runs (I3).
    WaitsForReceipt,
    /// It waits for the notice that names the day.
    WaitsForNotice,
    /// The form is not agreed yet.
    WaitsForForm,
    /// It is to be done.
    Due,
    /// Its day has passed without proof.
    Overdue,
    /// It was done, and is proved.
    Done {
        /// When.
        on: Date,
        /// Was it the office that did it?
        by_office: bool,
    },
    /// The office lifted the duty, or said how it is met.
    Lifted {
        /// Which of the two.
        how: Lift,
    },
}

/// One step of publicity of an instrument, for one body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicityStep {
    /// Its id: that of its clock, or `direction`.
    pub step: String,
    /// What is to be done; none where the office directs it.
    pub what: Option<Bilingual>,
    /// Where the duty comes from.
    pub citation: String,
    /// Whose duty it is.
    pub holder: Holder,
    /// By when; none while that cannot be known.
    pub due: Option<DueDate>,
    /// Where it is.
    pub state: PublicityState,
    /// What proves it; none where the office directs it.
    pub proof: Option<Bilingual>,
    /// May the office lift it, or say how it is met?
    pub may_be_lifted: bool,
}

/// Every step of publicity of an instrument for one body.
pub fn publicity(
    case: &Case,
    issued: &Issued,
    body: BodyId,
    profile: &Profile,
    calendar: &Calendar,
    today: Date,
) -> Vec<PublicityStep> {
    let Some(rule) = profile.instrument(issued.instrument) else { return Vec::new() };
    let mut steps: Vec<_> = rule
        .publicity
        .iter()
        .filter_map(|step| known_step(case, issued, body, profile, calendar, today, step))
        .collect();
    if rule.publicity.is_empty() && rule.form_clock.is_some() {
        let state = settled(issued, body, BY_DIRECTION).unwrap_or(match form_agreed(issued, body) {
            Some(_) => PublicityState::Due,
            None => PublicityState::WaitsForForm,
        });
        steps.push(PublicityStep {
            step: BY_DIRECTION.to_owned(),
            what: None,
            citation: rule.citation.clone(),
            holder: Holder::Body { body },
            due: None,
            state,
            proof: None,
            may_be_lifted: false,
        });
    }
    steps
}

fn known_step(
    case: &Case,
    issued: &Issued,
    body: BodyId,
    profile: &Profile,
    calendar: &Calendar,
    today: Date,
    step: &PublicityRule,
) -> Option<PublicityStep> {
    let clock = profile.rule(&step.clock)?;
    let (due, waits) = match &clock.trigger {
        Trigger::Receipt => match case.receipt_of(issued.number, body) {
            None => (None, PublicityState::WaitsForReceipt),
            Some(found) => {
                let receipt = Receipt::new(Some(issued.issued_on), found.received_on, found.shown_by.clone());
                let began = receipt.ok().map(|receipt| Began::Received { receipt });
                let due = began.and_then(|began| clock.run(&began, calendar).ok());
                (due, PublicityState::Due)
            }
        },
        Trigger::DateNamed => match named_day(issued, body) {
            None => (None, PublicityState::WaitsForNotice),
            Some(on) => (clock.run(&Began::Happened { on }, calendar).ok(), PublicityState::Due),
        },
        _ => match form_agreed(issued, body) {
            None if profile.instrument(issued.instrument)?.form_clock.is_some() => {
                (None, PublicityState::WaitsForForm)
            }
            Some(_) | None => (None, PublicityState::Due),
        },
    };
    let passed = due.as_ref().is_some_and(|due| due.date < today);
    let state = settled(issued, body, &step.clock).unwrap_or(match waits {
        PublicityState::Due if passed => PublicityState::Overdue,
        other => other,
    });
    Some(PublicityStep {
        step: step.clock.clone(),
        what: Some(clock.what.clone()),
        citation: clock.citation.clone(),
        holder: duty_holder(case, body, step.duty_of),
        due,
        state,
        proof: Some(step.proof.clone()),
        may_be_lifted: step.may_be_lifted,
    })
}

/// Done, or lifted; what was last recorded counts. A direction says how it is done; it is still to be done.
fn settled(issued: &Issued, body: BodyId, wanted: &str) -> Option<PublicityState> {
    let done = issued.told(body).filter_map(|(_, told)| match told {
        Told::Published { step, published_on, by_office, .. } if step == wanted => {
            Some(PublicityState::Done { on: *published_on, by_office: by_office.is_some() })
        }
        Told::Published { .. }
        | Told::Notified { .. }
        | Told::ConsideredByAuthority { .. }
        | Told::FormAgreed { .. }
        | Told::CostPaid { .. }
        | Told::Laid { .. } => None,
    });
    let lifted = issued.ruled(body).filter_map(|(_, ruled)| match ruled {
        Ruled::PublicityLifted { step, how: Lift::Disapplied, .. } if step == wanted => {
            Some(PublicityState::Lifted { how: Lift::Disapplied })
        }
        Ruled::PublicityLifted { .. }
        | Ruled::LongerPeriod { .. }
        | Ruled::ResponseAssessed { .. }
        | Ruled::NoAction { .. }
        | Ruled::ConfirmationAssessed { .. }
        | Ruled::CostClaimed { .. } => None,
    });
    done.last().or_else(|| lifted.last())
}

/// The day the latest notice names, from which copies can be seen.
fn named_day(issued: &Issued, body: BodyId) -> Option<Date> {
    issued
        .told(body)
        .filter_map(|(_, told)| match told {
            Told::Published { names, .. } => *names,
            Told::Notified { .. }
            | Told::ConsideredByAuthority { .. }
            | Told::FormAgreed { .. }
            | Told::CostPaid { .. }
            | Told::Laid { .. } => None,
        })
        .last()
}

/// When the form of what the body publishes was agreed.
pub(crate) fn form_agreed(issued: &Issued, body: BodyId) -> Option<Date> {
    issued.told(body).find_map(|(_, told)| match told {
        Told::FormAgreed { agreed_on, .. } => Some(*agreed_on),
        Told::Published { .. }
        | Told::Notified { .. }
        | Told::ConsideredByAuthority { .. }
        | Told::CostPaid { .. }
        | Told::Laid { .. } => None,
    })
}

/// Whose duty a step is: for a family health or independent provider it falls on the health body that contracted with it
/// (PSOW Act 2019 s.25).
pub fn duty_holder(case: &Case, body: BodyId, holder: DutyHolder) -> Holder {
    match holder {
        DutyHolder::Office => Holder::Office,
        DutyHolder::Respondent => Holder::Body { body },
        DutyHolder::RespondentOrHealthBody => {
            let contracted = case.contracting_bodies.iter().rev().find(|one| one.provider == body);
            Holder::Body { body: contracted.map_or(body, |one| one.health_body) }
        }
    }
}
