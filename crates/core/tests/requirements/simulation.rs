//! Past cases under a changed profile: the scenarios are the past.

use amends_core::{
    event::Event,
    profile::{Lateness, Profile},
    simulate::{Difference, simulate},
};
use jiff::civil::Date;

use crate::runner::{self, world::World};

fn until(world: &World) -> Date {
    world.today
}

fn differences(world: &World, then: &Profile) -> Vec<Difference> {
    simulate(&world.events, &world.profile, then, &world.calendar, until(world))
}

/// Every scenario, under its own profile: nothing differs from itself.
#[test]
fn the_same_profile_changes_nothing_of_any_past() -> Result<(), String> {
    for file in crate::FILES {
        let world = runner::play(file)?;
        assert_eq!(differences(&world, &world.profile.clone()), [], "{file}");
    }
    Ok(())
}

#[test]
fn r31_a_first_chase_three_days_later_goes_later_or_not_at_all() -> Result<(), String> {
    let world = runner::play("r31_ladder.txt")?;
    let mut then = world.profile.clone();
    for step in &mut then.chase {
        if step.id == "chase-1" {
            step.working_days_after = 4;
        }
    }
    let found = differences(&world, &then);
    let moved = |one: &Difference| {
        matches!(one, Difference::Chase { step, now: Some(now), then, .. }
            if step == "chase-1" && then.is_none_or(|then| then > *now))
    };
    assert!(found.iter().any(moved), "{found:?}");
    Ok(())
}

#[test]
fn e18_another_rule_of_lateness_tells_another_number_of_days() -> Result<(), String> {
    let world = runner::play("e18_granted_in_time.txt")?;
    let mut then = world.profile.clone();
    then.lateness = Lateness::Original;
    let found = differences(&world, &then);
    assert!(
        found.iter().any(|one| matches!(one, Difference::Lateness { now, then, .. } if now < then)),
        "{found:?}"
    );
    Ok(())
}

/// What is issued under one edition is followed up under it; a later instrument takes the edition of its day.
#[test]
fn an_instrument_keeps_the_edition_it_was_issued_under() -> Result<(), String> {
    let world = runner::play("r22_decision_to_both.txt")?;
    assert_eq!(world.case()?.edition.as_ref(), Some(&world.profile.edition));
    let fixed = world.events.iter().filter(|(_, event)| matches!(event, Event::ProfileEditionFixed { .. }));
    assert_eq!(fixed.count(), 1, "once, however much follows");
    let open = runner::play("r24_no_date_no_draft.txt")?;
    assert_eq!(open.case()?.edition, None, "nothing was issued yet");
    Ok(())
}
