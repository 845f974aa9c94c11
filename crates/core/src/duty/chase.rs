//! Chases: once for each version of a date and each step, on working days, silenced by anything received (R31).

use jiff::civil::Date;

use super::{Circumstances, Duty};
use crate::{
    calendar::Calendar,
    case::Case,
    id::BodyId,
    profile::{ChaseStep, ChaseTo, Profile},
    recommendation::{DateVersion, Recommendation},
    retention,
};

/// The chases owed today. At most one for each recommendation: after days of downtime the ladder goes on step by
/// step, with the distance between steps it always has. A step to a chief executive whom nobody knows is not owed yet:
/// it never goes to somebody else.
pub fn chases(
    case: &Case,
    profile: &Profile,
    calendar: &Calendar,
    today: Date,
    circumstances: &Circumstances,
) -> Vec<Duty> {
    let steps = owed_steps(case, profile, calendar, today, circumstances);
    let goes = |owed: &Owed<'_>| !waits_for_a_chief_executive(owed, circumstances);
    let chase = |owed: Owed<'_>| Duty::Chase {
        number: owed.one.number,
        body: owed.one.terms.addressee,
        date_version: owed.date.version,
        step: owed.step.id.clone(),
        to: owed.step.to,
        owed_on: owed.on,
    };
    steps.into_iter().filter(goes).map(chase).collect()
}

/// The bodies at which a chase waits for somebody to enter a chief executive, each once.
pub(super) fn held_for_a_chief_executive(
    case: &Case,
    profile: &Profile,
    calendar: &Calendar,
    today: Date,
    circumstances: &Circumstances,
) -> Vec<Duty> {
    let mut held: Vec<(BodyId, Date)> = Vec::new();
    for owed in owed_steps(case, profile, calendar, today, circumstances) {
        let body = owed.one.terms.addressee;
        if !waits_for_a_chief_executive(&owed, circumstances) {
            continue;
        }
        match held.iter_mut().find(|(known, _)| *known == body) {
            Some((_, on)) => *on = owed.on.min(*on),
            None => held.push((body, owed.on)),
        }
    }
    held.into_iter().map(|(body, owed_on)| Duty::FindChiefExecutive { body, owed_on }).collect()
}

/// A step that is owed for a recommendation.
struct Owed<'a> {
    one: &'a Recommendation,
    date: &'a DateVersion,
    step: &'a ChaseStep,
    on: Date,
}

fn waits_for_a_chief_executive(owed: &Owed<'_>, circumstances: &Circumstances) -> bool {
    owed.step.to == ChaseTo::ChiefExecutive
        && circumstances.without_chief_executive.contains(&owed.one.terms.addressee)
}

fn owed_steps<'a>(
    case: &'a Case,
    profile: &'a Profile,
    calendar: &Calendar,
    today: Date,
    circumstances: &Circumstances,
) -> Vec<Owed<'a>> {
    if circumstances.office_stopped || case.chases_stopped.is_some() || !calendar.is_working_day(today) {
        return Vec::new();
    }
    // Legal action pauses chases, never a statutory period (E25).
    if retention::is_litigation(case, today) {
        return Vec::new();
    }
    let held = |one: &&Recommendation| {
        let body = one.terms.addressee;
        circumstances.bodies_stopped.contains(&body)
            || circumstances.undeliverable.contains(&body)
            || circumstances.succeeded.contains(&body)
            || circumstances.ended.contains(&body)
            || circumstances.unfiled_mail_from.contains(&body)
    };
    let owed = case.live().filter(|one| !held(one)).filter_map(|one| {
        let (date, step, on) = next_step(case, one, profile, calendar, Some(today))?;
        (on <= today).then_some(Owed { one, date, step, on })
    });
    owed.collect()
}

/// The next day on which a chase will be owed for this recommendation, if nothing changes. A reminder whose day was
/// missed still has that day here: it means that the case must be looked at now.
pub fn next_chase_on(
    case: &Case,
    one: &Recommendation,
    profile: &Profile,
    calendar: &Calendar,
) -> Option<Date> {
    next_step(case, one, profile, calendar, None).map(|(_, _, on)| on)
}

/// Steps that go to the body. A manager's step is a task in the office, not a letter.
fn steps(profile: &Profile) -> impl Iterator<Item = &ChaseStep> {
    profile.chase.iter().filter(|step| step.enabled && step.to != ChaseTo::Manager)
}

fn next_step<'a>(
    case: &Case,
    one: &'a Recommendation,
    profile: &'a Profile,
    calendar: &Calendar,
    today: Option<Date>,
) -> Option<(&'a DateVersion, &'a ChaseStep, Date)> {
    let date = one.current_date()?;
    if !one.decided
        || !one.awaits_body()
        || one.open_extension().is_some()
        || anything_received(case, one, date)
    {
        return None;
    }
    let went = |step: &ChaseStep| {
        one.chases
            .iter()
            .find(|chase| chase.date_version == date.version && chase.step == step.id && !chase.undelivered)
    };
    let due = date.evidence_due_on.date;
    // A notice that comes back late does not send the ladder down again: what went after it arrived.
    let last_went =
        steps(profile).enumerate().filter(|(_, step)| went(step).is_some()).map(|(place, _)| place).last();
    let mut previous: Option<(&ChaseStep, Date)> = None;
    for (place, step) in steps(profile).enumerate() {
        if let Some(chase) = went(step) {
            previous = Some((step, chase.on));
            continue;
        }
        if last_went.is_some_and(|last| place < last) {
            continue;
        }
        let on = calendar.working_days_from(due, i32::from(step.working_days_after))?;
        // A reminder that was not sent before the date is of no use after it.
        if step.working_days_after < 0 && (date.set_on > on || today.is_some_and(|today| due < today)) {
            continue;
        }
        let spaced = match previous {
            Some((earlier, went_on)) => {
                let distance = i32::from(step.working_days_after) - i32::from(earlier.working_days_after);
                calendar.working_days_from(went_on, distance.max(1))?
            }
            None => on,
        };
        return Some((date, step, on.max(spaced)));
    }
    None
}

/// Anything the body sent in answer to this version of the date silences the chase for it (R31). A later version is
/// a new start: only what came after the day it was set answers it.
fn anything_received(case: &Case, one: &Recommendation, date: &DateVersion) -> bool {
    let mut received = one
        .current_evidence()
        .iter()
        .filter_map(|id| case.submission(*id))
        .map(|found| found.submission.received_on);
    if date.version == 1 { received.any(|on| on >= date.set_on) } else { received.any(|on| on > date.set_on) }
}

/// The day of the manager's step of the ladder for the date a recommendation has now; nothing where it has none, or the
/// profile no such step.
pub fn manager_step_on(one: &Recommendation, profile: &Profile, calendar: &Calendar) -> Option<Date> {
    let step = profile.chase.iter().find(|step| step.enabled && step.to == ChaseTo::Manager)?;
    let date = one.current_date()?;
    calendar.working_days_from(date.evidence_due_on.date, i32::from(step.working_days_after))
}

/// Recommendations for which the manager's step of the ladder has come.
pub(super) fn escalations(case: &Case, profile: &Profile, calendar: &Calendar, today: Date) -> Vec<Duty> {
    let mut owed = Vec::new();
    for one in case.live().filter(|one| one.decided && one.awaits_body() && one.open_extension().is_none()) {
        let Some(date) = one.current_date() else { continue };
        let chased = one.chases.iter().any(|chase| chase.date_version == date.version && !chase.undelivered);
        let on = manager_step_on(one, profile, calendar);
        if let Some(on) = on.filter(|on| *on <= today && chased && !anything_received(case, one, date)) {
            owed.push(Duty::Escalate { number: one.number, owed_on: on });
        }
    }
    owed
}
