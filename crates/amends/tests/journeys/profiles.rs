//! A profile that changes while cases run applies to what is issued from then on (R31; lifecycle 7.5).

use amends::{
    clock::{Chance, Clock},
    office::{Office, OpenError},
};
use amends_core::{case::Case, id::RecommendationNumber};
use jiff::{ToSpan as _, civil::Date};

use crate::{fixture::World, visitor::decided};

/// The first chase goes five working days after the date instead of one.
const LATER: &str =
    "extends = \"psow\"\nversion = \"2\"\n[[chase]]\nid = \"chase-1\"\nworking_days_after = 5\n";

fn evidence_due_on(case: &Case) -> Date {
    case.live().filter_map(|one| one.evidence_due_on()).min().expect("a date")
}

#[test]
fn r31_what_was_issued_before_the_profile_changed_is_chased_as_it_was() {
    let world = World::new();
    let (case, _) = decided(&world);
    let due = evidence_due_on(&case);
    let (office, _folder) = world.reopened_with(LATER);
    assert_eq!(office.own_profile().expect("a profile").version, "2");
    let kept = office.profile_of(&case).expect("kept");
    assert_eq!((kept.version.as_str(), Some(&kept.edition)), ("1", case.edition.as_ref()));
    let next = office.calendar().working_days_from(due, 1).expect("a day");
    let owed = office.plan_chases(next).expect("looked");
    let first = case.reference.recommendation(RecommendationNumber(1));
    assert!(owed.iter().any(|one| one.reference == first), "the day after the date, as when it was issued");
}

#[test]
fn a_profile_that_is_wrong_lets_nothing_start_and_says_where() {
    let world = World::new();
    let mut config = world.office.config().clone();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("office.toml");
    std::fs::write(&file, LATER.replace("= 5", "= 0")).expect("written");
    (config.profile.file, config.storage.data_dir) = (Some(file.clone()), folder.path().join("data"));
    let clock = Clock::standing_at(world.office.today() + 1.days()).expect("a clock");
    let error = Office::open(config, clock, Chance::seeded(9)).err().expect("refused");
    let OpenError::Profile(wrong) = &error else { panic!("{error}") };
    assert_eq!((wrong.file.as_deref(), wrong.line), (file.to_str(), Some(3)));
    assert!(!folder.path().join("data").exists(), "nothing was begun");
}
