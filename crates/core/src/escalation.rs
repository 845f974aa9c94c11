//! What may or must follow where a body does not comply: every route of the office's law with its facts, present or
//! missing, and the menu of steps a person may choose from (R37, R41, practice 2.4).

mod bundle;
mod facts;
mod menu;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    actor::StaffRole,
    calendar::Calendar,
    case::Case,
    id::BodyId,
    instrument::{Fact, GroundId, Instrument, InstrumentNumber},
    issued::{DECISION, Issued, response_due},
    profile::{GroundRule, InstrumentRule, Obligation, Profile},
    text::Bilingual,
};

pub use bundle::{Bundle, Chased, DateMoved, Judged, Promise, Sent, bundle};
pub use facts::Place;
pub(crate) use facts::{Ground, present};
pub(crate) use menu::taken_by;
pub use menu::{MenuItem, menu};

/// A fact of a ground, as the record has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FactSeen {
    /// Which.
    pub fact: Fact,
    /// Is it there?
    pub present: bool,
    /// Where it is recorded.
    pub recorded_at: Place,
}

/// One ground on which an instrument may or must issue, for one body on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteSeen {
    /// The ground.
    pub ground: GroundId,
    /// The instrument it is a ground for.
    pub instrument: Instrument,
    /// What it says.
    pub what: Bilingual,
    /// Where it comes from.
    pub citation: String,
    /// May the office, or must it?
    pub obligation: Obligation,
    /// The least of the roles that may issue it.
    pub decided_by: StaffRole,
    /// The instrument it would follow; none where it would follow an early resolution, or where nothing was issued.
    pub after: Option<InstrumentNumber>,
    /// Its facts.
    pub facts: Vec<FactSeen>,
    /// The office's own policy waits for the end of the period, which is this day (R41).
    pub waits_until: Option<Date>,
    /// What has already followed on it.
    pub followed_by: Option<InstrumentNumber>,
}

impl RouteSeen {
    /// Is every fact of it present?
    pub fn all_present(&self) -> bool {
        self.facts.iter().all(|fact| fact.present)
    }

    /// The first fact that is missing.
    pub fn missing(&self) -> Option<FactSeen> {
        self.facts.iter().find(|fact| !fact.present).copied()
    }

    /// May the office act on it today without setting its own policy aside?
    pub fn is_open(&self) -> bool {
        self.all_present() && self.waits_until.is_none() && self.followed_by.is_none()
    }
}

/// Every route of the office's law for one body of a case on a day, in the order of its profile.
pub fn routes(
    case: &Case,
    profile: &Profile,
    calendar: &Calendar,
    body: BodyId,
    today: Date,
) -> Vec<RouteSeen> {
    profile.grounds.iter().filter_map(|ground| route(case, profile, calendar, body, today, ground)).collect()
}

/// What the record must hold before an investigation ends with an instrument, for one body of a case (R21, R52; PSOW Act
/// 2019 ss.23, 27).
pub fn needs(
    case: &Case,
    profile: &Profile,
    calendar: &Calendar,
    body: BodyId,
    today: Date,
    rule: &InstrumentRule,
) -> Vec<FactSeen> {
    let seen = Ground { case, profile, calendar, body, after: None, today };
    let fact =
        |fact: &Fact| FactSeen { fact: *fact, present: present(*fact, &seen), recorded_at: Place::of(*fact) };
    rule.needs.iter().map(fact).collect()
}

/// The route of one ground; nothing where the case has nothing it could follow.
fn route(
    case: &Case,
    profile: &Profile,
    calendar: &Calendar,
    body: BodyId,
    today: Date,
    rule: &GroundRule,
) -> Option<RouteSeen> {
    let after = followed(case, rule, body);
    let of_settlement = rule.after_settlement && (case.settlement.is_some() || case.discontinued.is_some());
    if after.is_none() && !of_settlement {
        return None;
    }
    let seen = Ground { case, profile, calendar, body, after, today };
    let facts = rule
        .facts
        .iter()
        .map(|fact| FactSeen { fact: *fact, present: present(*fact, &seen), recorded_at: Place::of(*fact) })
        .collect();
    let number = after.map(|one| one.number);
    let already = |one: &&Issued| {
        one.number != DECISION
            && one.instrument == rule.instrument
            && one.after == number
            && one.bodies.contains(&body)
    };
    Some(RouteSeen {
        ground: rule.id.clone(),
        instrument: rule.instrument,
        what: rule.what.clone(),
        citation: rule.citation.clone(),
        obligation: rule.obligation,
        decided_by: profile.instrument(rule.instrument)?.decided_by,
        after: number,
        facts,
        waits_until: waits_until(rule, &seen),
        followed_by: case.issued.iter().find(already).map(|one| one.number),
    })
}

/// The latest instrument about this body that the ground can follow.
fn followed<'a>(case: &'a Case, rule: &GroundRule, body: BodyId) -> Option<&'a Issued> {
    let fits = |one: &&Issued| rule.after.contains(&one.instrument) && one.bodies.contains(&body);
    case.issued.iter().rev().find(fits)
}

/// The end of the period for which the office's own policy waits, while it runs: a statute's ground may arise sooner, and
/// whoever issues on it all the same must say why (R41).
fn waits_until(rule: &GroundRule, seen: &Ground<'_>) -> Option<Date> {
    let policy = rule.before_expiry
        && rule.instrument == Instrument::AdverseFindingsNotice
        && seen.profile.afn_requires_expiry;
    if !policy {
        return None;
    }
    let due = response_due(seen.case, seen.after?, seen.body, seen.profile, seen.calendar)?;
    (due.date >= seen.today).then_some(due.date)
}
