//! How a past case would have gone under another profile: the same events by everybody else, other chases, other
//! measures of lateness, other people deciding.
//!
//! What bodies and complainants did is taken as it was. What the office's machinery sent is left out of both courses and
//! derived anew under each profile, so that two profiles are compared and not a profile with history. Chases that were
//! stopped for a body or for the whole office are not in a case's record, and so not in either course.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    calendar::Calendar,
    case::Case,
    duty::{self, Circumstances, Duty},
    event::Event,
    evolve::evolve,
    id::{PostId, RecommendationNumber},
    lateness,
    profile::Profile,
    recommendation::{Chase, Judgement, Recommendation},
};

mod compare;

pub use compare::{ProfileChange, diff};

/// One thing that would have been otherwise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "difference", rename_all = "snake_case")]
pub enum Difference {
    /// A step of the ladder would have gone, or would not, or on another day.
    Chase {
        /// For which recommendation.
        number: RecommendationNumber,
        /// For which version of its date.
        date_version: u8,
        /// Which step.
        step: String,
        /// When it goes under the profile in force; none where it does not.
        now: Option<Date>,
        /// When it would go.
        then: Option<Date>,
    },
    /// A manager would have been asked to look on another day, or not at all.
    Escalation {
        /// For which recommendation.
        number: RecommendationNumber,
        /// For which version of its date.
        date_version: u8,
        /// When under the profile in force.
        now: Option<Date>,
        /// When it would be.
        then: Option<Date>,
    },
    /// It would count as later, or as less late.
    Lateness {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Days late under the profile in force; 0 or less is on time.
        now: i32,
        /// Days late it would be.
        then: i32,
    },
    /// An extension would have been for somebody else to grant.
    ExtensionBy {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Granted when.
        decided_on: Date,
        /// Is it for a manager under the profile in force?
        manager_now: bool,
    },
    /// The instrument the case ended with is none of the other profile's law.
    InstrumentNotLawful {
        /// The instrument the case ended with, by its code.
        instrument: &'static str,
    },
}

/// What of a case would have been otherwise under `then` than it is under `now`. `history` is every event with the day it
/// was recorded; the course is followed to `until`.
pub fn simulate(
    history: &[(Date, Event)],
    now: &Profile,
    then: &Profile,
    calendar: &Calendar,
    until: Date,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    let courses = [now, then].map(|profile| course(history, profile, calendar, until));
    let keys: BTreeSet<_> = courses.iter().flat_map(BTreeMap::keys).cloned().collect();
    for key in keys {
        let [now, then] = [&courses[0], &courses[1]].map(|course| course.get(&key).copied());
        if now != then {
            differences.push(key.differs(now, then));
        }
    }
    let mine = history.iter().map(|(_, event)| event);
    if let Some(case) = crate::evolve::fold(mine) {
        for one in &case.recommendations {
            differences.extend(lateness(&case, one, now, then));
            differences.extend(extensions(one, now, then, calendar));
        }
        let instrument = case.final_decision.as_ref().map(|decision| decision.instrument);
        let lost = |one: &crate::instrument::Instrument| then.instrument(*one).is_none();
        differences.extend(
            instrument.filter(lost).map(|one| Difference::InstrumentNotLawful { instrument: one.code() }),
        );
    }
    differences
}

/// Something the ladder does: a step to the body, or the manager's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Rung {
    number: RecommendationNumber,
    date_version: u8,
    /// None for the manager's.
    step: Option<String>,
}

impl Rung {
    fn differs(self, now: Option<Date>, then: Option<Date>) -> Difference {
        let (number, date_version) = (self.number, self.date_version);
        match self.step {
            Some(step) => Difference::Chase { number, date_version, step, now, then },
            None => Difference::Escalation { number, date_version, now, then },
        }
    }
}

/// When each rung of the ladder would have come, if everybody else had done what they did.
fn course(
    history: &[(Date, Event)],
    profile: &Profile,
    calendar: &Calendar,
    until: Date,
) -> BTreeMap<Rung, Date> {
    let mut rungs = BTreeMap::new();
    let Some((first, _)) = history.first() else { return rungs };
    let mut rest = history.iter().filter(|(_, event)| !is_of_the_ladder(event)).peekable();
    let (mut case, mut day) = (None, *first);
    loop {
        // The machinery works in the morning, people later.
        if let Some(standing) = case.take() {
            case = Some(morning(standing, day, profile, calendar, &mut rungs));
        }
        while let Some((_, event)) = rest.next_if(|(on, _)| *on <= day) {
            case = evolve(case, event);
        }
        let next_event = rest.peek().map(|(on, _)| *on);
        let next_rung = case.as_ref().and_then(|case| next_look(case, day, profile, calendar, &rungs));
        match next_event.into_iter().chain(next_rung).min() {
            Some(next) if next <= until => day = next,
            Some(_) | None => return rungs,
        }
    }
}

/// What the ladder itself did, or what undid it: derived anew here.
fn is_of_the_ladder(event: &Event) -> bool {
    matches!(event, Event::Chased { .. } | Event::ChaseUndelivered { .. })
}

fn morning(
    mut case: Case,
    day: Date,
    profile: &Profile,
    calendar: &Calendar,
    rungs: &mut BTreeMap<Rung, Date>,
) -> Case {
    for duty in duty::duties(&case, profile, calendar, day, &Circumstances::default()) {
        match duty {
            Duty::Chase { number, date_version, step, .. } => {
                let sent = chased(number, date_version, &step, day);
                rungs.insert(Rung { number, date_version, step: Some(step) }, day);
                case = evolve(Some(case.clone()), &sent).unwrap_or(case);
            }
            Duty::Escalate { number, owed_on } => {
                let version = case.recommendation(number).and_then(Recommendation::current_date);
                let date_version = version.map_or(0, |date| date.version);
                rungs.entry(Rung { number, date_version, step: None }).or_insert(owed_on);
            }
            _ => {}
        }
    }
    case
}

fn chased(number: RecommendationNumber, date_version: u8, step: &str, on: Date) -> Event {
    let post = PostId(uuid::Uuid::nil());
    let chase = Chase { date_version, step: step.to_owned(), on, post, undelivered: false };
    Event::Chased { number, chase }
}

/// The next day on which the ladder may do something.
fn next_look(
    case: &Case,
    day: Date,
    profile: &Profile,
    calendar: &Calendar,
    rungs: &BTreeMap<Rung, Date>,
) -> Option<Date> {
    let tomorrow = day.tomorrow().ok()?;
    let chase = case.live().filter_map(|one| duty::next_chase_on(case, one, profile, calendar));
    let manager = case.live().filter_map(|one| {
        let date = one.current_date()?;
        let rung = Rung { number: one.number, date_version: date.version, step: None };
        let on = duty::manager_step_on(one, profile, calendar)?;
        (!rungs.contains_key(&rung)).then_some(on).filter(|on| *on > day)
    });
    let next = chase.chain(manager).min()?.max(tomorrow);
    if calendar.is_working_day(next) { Some(next) } else { calendar.working_days_from(next, 1) }
}

fn lateness(case: &Case, one: &Recommendation, now: &Profile, then: &Profile) -> Option<Difference> {
    let Some(Judgement::Met { evidence_complete_on, .. }) = &one.judgement else { return None };
    let days = |profile: &Profile| lateness::days_late(case, one, *evidence_complete_on, profile.lateness);
    let (now, then) = (days(now), days(then));
    (now.max(0) != then.max(0)).then_some(Difference::Lateness { number: one.number, now, then })
}

fn extensions(one: &Recommendation, now: &Profile, then: &Profile, calendar: &Calendar) -> Vec<Difference> {
    let granted = one.extensions.iter().filter_map(|request| request.decision.as_ref());
    let granted = granted.filter_map(|decision| Some((decision.decided_on, decision.granted_until?)));
    (1_u16..)
        .zip(granted)
        .filter_map(|(number, (decided_on, until))| {
            let days = one.original_due_on().map_or(0, |first| calendar.working_days_between(first, until));
            let days = u16::try_from(days).unwrap_or(u16::MAX);
            let [manager_now, manager_then] =
                [now, then].map(|profile| profile.extension.needs_manager(number, days));
            let differs = manager_now != manager_then;
            differs.then_some(Difference::ExtensionBy { number: one.number, decided_on, manager_now })
        })
        .collect()
}

#[cfg(test)]
mod tests;
