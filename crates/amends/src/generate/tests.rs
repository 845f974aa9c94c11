//! A small invented office: every case of it folds and holds together, and the same seed gives the same.

use amends_core::evolve::fold;
use amends_store::ledger::{RebuildMode, rebuild, verify};
use jiff::civil::date;

use super::*;
use crate::{
    clock::{Chance, Clock},
    config::Config,
};

const TODAY: Date = date(2026, 10, 5);

fn office(folder: &std::path::Path, seed: u64) -> Office {
    let mut config = Config::default();
    folder.clone_into(&mut config.storage.data_dir);
    Office::open(config, Clock::standing_at(TODAY).unwrap(), Chance::seeded(seed)).unwrap()
}

fn plan(recommendations: u64, load: Load) -> Plan {
    Plan { size: Size::of(recommendations), load, seed: 7, today: TODAY, letters_months: 24 }
}

fn made(plan: &Plan) -> (tempfile::TempDir, Office, Made) {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path(), plan.seed);
    let made = make(&office, plan, &mut |_, _| ControlFlow::Continue(())).unwrap();
    (folder, office, made)
}

fn every_case_holds_together(office: &Office) -> u64 {
    let fresh = |events: &[amends_core::event::Event]| {
        let case = fold(events).ok_or("no case")?;
        let broken = case.check();
        assert!(broken.is_empty(), "{}: {broken:?}", case.reference);
        Ok(amends_core::index::index(&case, office.profile_of(&case).unwrap(), office.calendar()))
    };
    let report = rebuild(office.db(), RebuildMode::Check, &fresh).unwrap();
    assert_eq!(report.differences, []);
    let audit = office.db().read(|conn| verify(conn, None, Some(office.blobs()), &mut |_| {})).unwrap();
    assert!(audit.is_whole(), "{:?}", audit.breaks);
    report.cases
}

#[test]
fn every_generated_case_folds_holds_together_and_is_in_the_lists_as_its_record_says() {
    let (_folder, office, made) = made(&plan(300, Load::History));
    assert_eq!(made.recommendations, 300);
    assert_eq!(every_case_holds_together(&office), made.cases);
    let mail =
        office.db().read(|conn| amends_store::post::mail_in(conn, post::MailState::Filed, None, 9)).unwrap();
    assert!(!mail.is_empty(), "some evidence came by mail");
}

#[test]
fn the_same_seed_gives_the_same_office_and_another_gives_another() {
    let root = |seed| {
        let (_folder, office, _) = made(&Plan { seed, ..plan(60, Load::History) });
        office.db().read(|conn| verify(conn, None, None, &mut |_| {})).unwrap().root
    };
    assert_eq!(root(1), root(1));
    assert_ne!(root(1), root(2));
}

#[test]
fn as_many_chases_are_owed_today_as_were_asked_for_and_the_second_round_owes_none() {
    let (_folder, office, made) = made(&plan(200, Load::Live { owed: 30 }));
    assert_eq!(every_case_holds_together(&office), made.cases);
    let sent = office.pay_chases().unwrap();
    assert_eq!(sent.iter().map(|one| one.about.len()).sum::<usize>(), 30);
    assert_eq!(office.pay_chases().unwrap(), []);
}

#[test]
fn r31_a_day_on_which_much_is_owed_is_looked_at_some_messages_at_a_time() {
    let (_folder, office, _) = made(&plan(200, Load::Live { owed: 30 }));
    let mut foreseen = Vec::new();
    let messages = loop {
        let some = office.foresee_chases(TODAY, foreseen.len(), 4).unwrap();
        assert!(some.shown.len() <= 4);
        if some.shown.is_empty() {
            break some.messages;
        }
        foreseen.extend(some.shown);
    };
    assert!(messages > 4, "more than one page");
    let sent = office.pay_chases().unwrap();
    assert_eq!((messages, foreseen.len()), (sent.len(), sent.len()));
    assert_eq!(foreseen.iter().map(|one| one.about.len()).sum::<usize>(), 30);
    assert_eq!(office.foresee_chases(TODAY, 0, 4).unwrap().messages, 0, "what went is not owed again");
}

#[test]
fn invented_cases_never_stand_beside_others() {
    let (_folder, office, _) = made(&plan(20, Load::History));
    let again = make(&office, &plan(20, Load::History), &mut |_, _| ControlFlow::Continue(()));
    assert!(matches!(again, Err(GenerateError::NotEmpty)), "{again:?}");
}
