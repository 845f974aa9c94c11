//! The phrases of a step about bodies over time: what the register learns, and what is asked because of it.

use amends_core::{
    actor::Actor,
    body::{
        Concern, Gets, HowEnded,
        change::{Change, change},
    },
    command::Command,
    succession::{CeasedOnClosure, Follow, RestsOnFreeze},
    text::Bilingual,
};
use jiff::civil::Date;

use super::{
    steps::{Read, Told, one, said},
    world::{World, date, number, numbers, words},
};

/// What the register of bodies learns.
pub fn in_the_register(world: &mut World, what: &str, on: Date) -> Told<()> {
    let shown_by = || "Order 2026/1".to_owned();
    let (name, learnt) = if let Some(name) = what.strip_prefix("learns of frozen spending at ") {
        match name.split_once(" until ") {
            Some((name, until)) => {
                (name, Change::Frozen { from: on, until: Some(date(until)?), notice: "s.114".to_owned() })
            }
            None => (name, Change::Frozen { from: on, until: None, notice: "s.114".to_owned() }),
        }
    } else if let Some([old, new]) = said("learns that {} is merged into {}", what).as_deref() {
        (*old, Change::Merged { into: world.body(new)?, on, shown_by: shown_by() })
    } else if let Some([old, new]) = said("learns that {} is called {}", what).as_deref() {
        (*old, Change::Renamed { name: Bilingual::new(*new, *new), on, shown_by: shown_by() })
    } else if let Some([old, what, new]) = said("learns that {} leaves its {} to {}", what).as_deref() {
        let gets = Gets::ALL.into_iter().find(|gets| gets.code() == *what);
        let (new, from) = new.split_once(" from ").map_or((*new, Ok(on)), |(new, day)| (new, date(day)));
        let change = Change::Succeeded {
            by: world.body(new)?,
            gets: gets.ok_or_else(|| format!("{what:?} is nothing a body leaves"))?,
            which: String::new(),
            from: from?,
            instrument: shown_by(),
        };
        (*old, change)
    } else if let Some([old, how]) = said("learns that {} is {}", what).as_deref() {
        let how = HowEnded::ALL.into_iter().find(|one| one.code() == *how);
        let how = how.ok_or_else(|| format!("{what:?}: no body ends so"))?;
        (*old, Change::Ended { how, on, shown_by: shown_by() })
    } else {
        return Err(format!("nothing outside the case is called {what:?}"));
    };
    let id = world.body(name)?;
    for body in world.bodies.iter_mut().filter(|body| body.id == id) {
        *body = change(body, &learnt, on).map_err(|refusal| format!("{refusal}"))?;
    }
    let gone: Vec<_> = world.bodies.iter().filter(|body| body.is_gone_on(on)).collect();
    let (succeeded, ended): (Vec<_>, Vec<_>) =
        gone.into_iter().partition(|body| body.all_successors().next().is_some());
    world.circumstances.succeeded = succeeded.iter().map(|body| body.id).collect();
    world.circumstances.ended = ended.iter().map(|body| body.id).collect();
    Ok(())
}

/// What is asked because of it.
fn asked(world: &mut World, _: &Actor, what: &str) -> Read {
    let follow = |world: &World, of: &str, from: &str, to: &str, concern| -> Read {
        let all = ["everything", "property"].contains(&of);
        one(Command::FollowSuccessor(Follow {
            body: world.body(from)?,
            successor: world.body(to)?,
            concern,
            numbers: if all { Vec::new() } else { numbers(of)? },
            note: None,
        }))
    };
    if let Some([of, from, to]) = said("lets {} follow from {} to {} as property", what).as_deref() {
        return follow(world, of, from, to, Concern::Property);
    }
    if let Some([of, from, to]) = said("lets {} follow from {} to {}", what).as_deref() {
        return follow(world, of, from, to, Concern::Function);
    }
    if let Some([of, why]) = said("ceases {} on closure {}", what).as_deref() {
        let publication = if *why == "without a word on publication" { "" } else { "nothing is published" };
        return one(Command::CeaseOnClosure(CeasedOnClosure {
            number: number(of)?,
            reason: words("the home has closed, and nobody took it on"),
            publication: words(publication),
            regulator_told_on: Some(world.today),
        }));
    }
    if let Some([of]) = said("rests its request on {} on the freeze", what).as_deref() {
        let number = number(of)?;
        let known = world.case()?.recommendation(number).ok_or("no such recommendation")?;
        let extension = known.extensions.last().ok_or("nothing was asked")?.extension;
        let account = words("the notice stops this payment");
        return one(Command::RestOnFreeze(RestsOnFreeze { extension, number, account }));
    }
    Ok(None)
}

/// What is asked because of bodies over time or of who may see what.
pub fn asked_apart(world: &mut World, actor: &Actor, what: &str) -> Read {
    match asked(world, actor, what)? {
        Some(commands) => Ok(Some(commands)),
        None => super::steps_disclosure::asked(world, actor, what),
    }
}
