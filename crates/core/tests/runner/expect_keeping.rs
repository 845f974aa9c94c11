//! What a scenario may expect of keeping and disposal.

use amends_core::{
    index::index,
    retention::{self, Line, Standing},
};

use super::{described::evidence, steps::said, steps_keeping::class, world::World};

type Told<T> = Result<T, String>;

/// `documents until 2027-03-12`, `documents due`, `names held`, `dispose on 2027-03-12`, `E1 is kept`; nothing where
/// it is about something else.
pub fn hold(world: &World, expected: &str) -> Option<Told<()>> {
    if let Some(day) = expected.strip_prefix("dispose ") {
        return Some(dispose(world, day));
    }
    if expected == "no schedule" {
        return Some(lines(world).and_then(|lines| {
            if lines.is_empty() { Ok(()) } else { Err(format!("there is a schedule: {lines:?}")) }
        }));
    }
    if let Some([name, "kept"]) = said("{} is {}", expected).as_deref() {
        return Some(is_kept(world, name, true));
    }
    if let Some([name, "destroyed"]) = said("{} is {}", expected).as_deref() {
        return Some(is_kept(world, name, false));
    }
    for name in ["documents", "significant evidence", "names", "the rest"] {
        if let Some(rest) = expected.strip_prefix(name) {
            return Some(of_class(world, name, rest.trim()));
        }
    }
    None
}

fn lines(world: &World) -> Told<Vec<Line>> {
    Ok(retention::schedule(world.case()?, &world.profile, world.today).lines)
}

fn of_class(world: &World, name: &str, expected: &str) -> Told<()> {
    let wanted = class(name)?;
    let line = lines(world)?.into_iter().find(|line| line.class == wanted);
    let Some(line) = line else {
        return if expected == "not there" { Ok(()) } else { Err(format!("{name}: not on the schedule")) };
    };
    let standing = match &line.standing {
        Standing::ToCome => "to come",
        Standing::Held => "held",
        Standing::Due => "due",
        Standing::Gone { .. } => "gone",
    };
    let holds = match expected.split_once(' ') {
        Some(("until", day)) => line.on.to_string() == day,
        Some(("because", key)) => {
            line.reasons.iter().any(|said| said.key == format!("retention-{}", key.replace(' ', "-")))
        }
        _ => standing == expected,
    };
    if holds { Ok(()) } else { Err(format!("{name} {expected:?} does not hold: {standing}, {line:?}")) }
}

fn dispose(world: &World, day: &str) -> Told<()> {
    let row = index(world.case()?, &world.profile, &world.calendar).keeping;
    let found = match row.dispose_on {
        None => "never".to_owned(),
        Some(on) if row.held => format!("on {on} held"),
        Some(on) => format!("on {on}"),
    };
    if found == day { Ok(()) } else { Err(format!("dispose: expected {day:?}, found {found:?}")) }
}

fn is_kept(world: &World, name: &str, expected: bool) -> Told<()> {
    let case = world.case()?;
    let id = evidence(world, name)?;
    let gone = case.keeping.gone.iter().any(|gone| gone.papers.contains(&id));
    if gone == expected { Err(format!("{name}: {:?}", case.keeping)) } else { Ok(()) }
}
