//! What may be expected of reports, notices and escalation.

use amends_core::{
    duty::Duty,
    escalation,
    id::BodyId,
    instrument::InstrumentNumber,
    issued::{self, Holder, Phase, PublicityState},
    profile::Obligation,
};

use super::{steps::said, world::World};

type Told<T> = Result<T, String>;

fn same(what: &str, expected: &str, found: &str) -> Told<()> {
    if expected == found { Ok(()) } else { Err(format!("{what}: expected {expected:?}, found {found:?}")) }
}

fn which(world: &World, text: &str) -> Told<(InstrumentNumber, BodyId)> {
    let (number, name) = text.split_once(" for ").unwrap_or((text, ""));
    let number = number.trim().parse().map_err(|_| format!("{text:?} is no instrument"))?;
    Ok((InstrumentNumber(number), world.body(name)?))
}

/// `instrument 1 awaiting response by 2026-05-01`, `publicity 1 W-24n due 2026-05-01`, `ground s28(2)(a) open`; nothing
/// where the phrase is about something else.
pub fn hold(world: &World, expected: &str) -> Option<Told<()>> {
    if let Some([of, rest]) = said("instrument {}: {}", expected).as_deref() {
        return Some(instrument(world, of, rest));
    }
    if let Some([of, rest]) = said("publicity {}: {}", expected).as_deref() {
        return Some(publicity(world, of, rest));
    }
    if let Some([of, rest]) = said("cost {}: {}", expected).as_deref() {
        return Some(cost(world, of, rest));
    }
    if let Some([of, rest]) = said("ground {}: {}", expected).as_deref() {
        return Some(ground(world, of, rest));
    }
    None
}

fn instrument(world: &World, of: &str, rest: &str) -> Told<()> {
    let (number, body) = which(world, of)?;
    let case = world.case()?;
    let one = case.issued(number).ok_or_else(|| format!("there is no instrument {number}"))?;
    let found = match issued::phase(case, one, body, &world.profile, &world.calendar, world.today) {
        Phase::NoResponseNeeded => "no response needed".to_owned(),
        Phase::NotReceived => "not received".to_owned(),
        Phase::AwaitingResponse { by } => format!("awaiting response by {}", by.date),
        Phase::Responded { on } => format!("responded {on}"),
        Phase::Confirming { by } => {
            format!("confirming by {}", by.map_or("nothing".to_owned(), |by| by.date.to_string()))
        }
        Phase::Satisfied { on } => format!("satisfied {on}"),
        Phase::Default { grounds } => {
            let ids: Vec<_> = grounds.iter().map(ToString::to_string).collect();
            format!("default {}", ids.join(" and "))
        }
    };
    same("instrument", rest, &found)
}

fn publicity(world: &World, of: &str, rest: &str) -> Told<()> {
    let (of, step) = of.split_once(' ').ok_or("which step of publicity?")?;
    let (number, body) = which(world, of)?;
    let case = world.case()?;
    let one = case.issued(number).ok_or_else(|| format!("there is no instrument {number}"))?;
    let steps = issued::publicity(case, one, body, &world.profile, &world.calendar, world.today);
    let found = steps
        .iter()
        .find(|one| one.step == step)
        .ok_or_else(|| format!("no step {step:?} among {steps:?}"))?;
    if let Some(name) = rest.strip_prefix("duty of ") {
        let holder = match found.holder {
            Holder::Body { body } => world.name_of(body),
            Holder::Office => "the office",
        };
        return same("duty holder", name, holder);
    }
    let due = found.due.as_ref().map_or(String::new(), |due| format!(" by {}", due.date));
    let state = match &found.state {
        PublicityState::WaitsForReceipt => "waits for receipt".to_owned(),
        PublicityState::WaitsForNotice => "waits for the notice".to_owned(),
        PublicityState::WaitsForForm => "waits for the form".to_owned(),
        PublicityState::Due => format!("due{due}"),
        PublicityState::Overdue => format!("overdue{due}"),
        PublicityState::Done { on, by_office: false } => format!("done {on}"),
        PublicityState::Done { on, by_office: true } => format!("done by the office {on}"),
        PublicityState::Lifted { .. } => "lifted".to_owned(),
    };
    same("publicity", rest, &state)
}

fn cost(world: &World, of: &str, rest: &str) -> Told<()> {
    let (number, body) = which(world, of)?;
    let one = world.case()?.issued(number).ok_or_else(|| format!("there is no instrument {number}"))?;
    let found = issued::cost(one, body).map_or("nothing claimed".to_owned(), |cost| {
        format!("{} of {} {}", cost.paid, cost.claimed, cost.state.code().replace('_', " "))
    });
    same("cost", rest, &found)
}

fn ground(world: &World, of: &str, rest: &str) -> Told<()> {
    let body = world.body("")?;
    let all = escalation::routes(world.case()?, &world.profile, &world.calendar, body, world.today);
    let Some(route) = all.iter().find(|route| route.ground.0 == of) else {
        return same("ground", rest, "not there");
    };
    let obligation = match route.obligation {
        Obligation::May => "may",
        Obligation::Must => "must",
    };
    let found = match (route.missing(), route.followed_by, route.waits_until) {
        (Some(fact), _, _) => {
            format!("missing {}, recorded at {}", fact.fact.code(), fact.recorded_at.code())
        }
        (None, Some(number), _) => format!("followed by {number}"),
        (None, None, Some(until)) => format!("waits until {until}"),
        (None, None, None) => format!("open, {obligation}"),
    };
    same("ground", rest, &found)
}

/// A duty about instruments, in the words of scenarios.
pub fn duty_words(world: &World, duty: &Duty) -> Option<String> {
    Some(match duty {
        Duty::IssueInstrument { body, instrument, ground, obligation } => {
            let name = instrument.code().replace('_', " ");
            let how = match obligation {
                Obligation::May => "may issue",
                Obligation::Must => "must issue",
            };
            format!("{how} {name} about {} on {ground}", world.name_of(*body))
        }
        Duty::RecordInstrumentReceipt { body, instrument } => {
            format!("record receipt of {instrument} by {}", world.name_of(*body))
        }
        Duty::AssessResponse { instrument, .. } => format!("assess response to {instrument}"),
        Duty::PeriodEnding { instrument, ends_on, .. } => format!("period of {instrument} ends {ends_on}"),
        Duty::PublicityOverdue { instrument, step, .. } => {
            format!("publicity {step} of {instrument} overdue")
        }
        Duty::PublishInstead { instrument, .. } => format!("publish {instrument} instead"),
        Duty::CostUnpaid { instrument, .. } => format!("cost of {instrument} unpaid"),
        Duty::Lay { instrument, .. } => format!("lay {instrument}"),
        _ => return None,
    })
}
