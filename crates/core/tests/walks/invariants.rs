//! What must hold at every step of a walk: the table of states, what is owed, and what is met only by documents.

use std::collections::BTreeMap;

use amends_core::{
    duty::{self, Duty},
    event::Event,
    id::RecommendationNumber,
    index::index,
    recommendation::{Judgement, State},
};

use crate::runner::world::World;

pub fn nothing_left_to_pay(world: &World) -> Result<(), String> {
    let case = world.case()?;
    let owed = duty::chases(case, &world.profile, &world.calendar, world.today, &world.circumstances);
    if owed.is_empty() { Ok(()) } else { Err(format!("still owed after everything was paid: {owed:?}")) }
}

pub fn states(world: &World) -> BTreeMap<RecommendationNumber, State> {
    let all = world.case.iter().flat_map(|case| &case.recommendations);
    all.map(|one| (one.number, one.state())).collect()
}

/// The table of states of one recommendation: what may follow what in one step.
fn may_follow(from: State, to: State) -> bool {
    use State::{
        Ceased, Draft, Due, EvidenceReceived, FurtherEvidenceRequested, MetLate, MetOnTime, NotMet, Proposed,
        Refused, Superseded, TreatedAsMet, UnderReview, Withdrawn,
    };
    let ended = matches!(to, TreatedAsMet | NotMet | Refused | Ceased | Superseded);
    let met = matches!(to, MetOnTime | MetLate);
    from == to
        || match from {
            Draft => matches!(to, Proposed | Withdrawn),
            Proposed => matches!(to, Draft | Withdrawn | Due | EvidenceReceived),
            Due => ended || matches!(to, EvidenceReceived | FurtherEvidenceRequested),
            EvidenceReceived => ended || met || matches!(to, UnderReview | FurtherEvidenceRequested),
            UnderReview => ended || met || matches!(to, EvidenceReceived | FurtherEvidenceRequested),
            FurtherEvidenceRequested => ended || met || to == EvidenceReceived,
            MetOnTime | MetLate | TreatedAsMet | NotMet | Refused | Ceased | Superseded => to == Due,
            Withdrawn => false,
        }
}

pub fn hold(world: &World, before: &BTreeMap<RecommendationNumber, State>) -> Result<(), String> {
    let case = world.case()?;
    for one in &case.recommendations {
        match before.get(&one.number) {
            // A step of `onwards` asks several things; each of them is in the table, their sum need not be.
            Some(from) if !may_follow(*from, one.state()) && !through_one(*from, one.state()) => {
                return Err(format!("R{}: {from:?} became {:?}", one.number, one.state()));
            }
            None if !matches!(one.state(), State::Draft | State::Due) => {
                return Err(format!("R{} began as {:?}", one.number, one.state()));
            }
            _ => {}
        }
        if let Some(Judgement::Met { satisfied_by, .. }) = &one.judgement
            && !satisfied_by
                .iter()
                .any(|id| case.submission(*id).is_some_and(|found| !found.submission.files.is_empty()))
        {
            return Err(format!("R{} was met without a document", one.number));
        }
    }
    let owed = duty::duties(case, &world.profile, &world.calendar, world.today, &world.circumstances);
    if owed != duty::duties(case, &world.profile, &world.calendar, world.today, &world.circumstances) {
        return Err("asked twice, something else is owed".to_owned());
    }
    let look_again_on = index(case, &world.profile, &world.calendar).case.look_again_on;
    for duty in &owed {
        if let Duty::Chase { number, date_version, step, .. } = duty {
            let went = case.recommendation(*number).is_some_and(|one| {
                one.chases.iter().any(|chase| {
                    chase.date_version == *date_version && chase.step == *step && !chase.undelivered
                })
            });
            if went {
                return Err(format!("R{number} is to be chased again by {step}"));
            }
        }
        let payable = matches!(duty, Duty::Chase { .. } | Duty::RemindToComment { .. });
        if payable && look_again_on.is_none_or(|day| day > world.today) {
            return Err(format!("{duty:?} is owed, and nobody looks before {look_again_on:?}"));
        }
    }
    Ok(())
}

/// Is there one state between two through which a recommendation can have gone?
fn through_one(from: State, to: State) -> bool {
    State::ALL.into_iter().any(|between| may_follow(from, between) && may_follow(between, to))
}

pub fn written_and_read(world: &World) -> Result<(), String> {
    for (_, event) in &world.events {
        let written = serde_json::to_string(event).map_err(|error| error.to_string())?;
        let read: Event = serde_json::from_str(&written).map_err(|error| format!("{error}: {written}"))?;
        if read != *event {
            return Err(format!("written and read, it is another event: {written}"));
        }
    }
    Ok(())
}
