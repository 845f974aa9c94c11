//! What a node keeps at hand is never other than what is so: another node over the same memory changes, closes, erases.

use std::{collections::BTreeSet, sync::Arc};

use amends::office::{Ask, Office, stopping::Whom};
use amends_core::{
    actor::StaffRole,
    body::{ContactRole, Ended, HowEnded, change::Change},
    case::Case,
    command::Command,
    text::{Bilingual, Language},
};
use amends_store::{
    changed::Changed,
    disposal, particulars,
    people::{Contact, keep_body},
    post::posts_of_case,
};
use jiff::civil::date;

use super::{
    fixture::{World, whole},
    staff_over_time::sent,
    staff_round::decided,
};

fn two() -> (World, Office) {
    let world = World::new();
    let other = world.office.beside().expect("another node");
    (world, other)
}

#[test]
fn a_case_that_another_node_added_to_is_seen_at_once() {
    let (world, other) = two();
    let case = world.case();
    let colleague =
        other.add_staff("x@office.example", "Nia", StaffRole::Caseworker, Language::En, None, None);
    let (before, handler) =
        (world.office.load(case.id).expect("the case").case, colleague.expect("staff").id);
    let again = world.office.load(case.id).expect("the case").case;
    assert!(Arc::ptr_eq(&before, &again), "folded once");
    other.act(&Ask::new(&world.actor(), case.id), &[Command::AssignHandler { handler }], &[]).expect("taken");
    let after = world.office.load(case.id).expect("the case").case;
    assert_eq!((after.handler, after.seq), (handler, before.seq + 1));
    assert_eq!(world.office.by_reference(&case.reference.0).expect("the case").case, after);
    // And back again, so that each has seen the other's.
    world.act(case.id, &[Command::AssignHandler { handler: world.sian.id }], &[]);
    for node in [&world.office, &other] {
        let there = node.load(case.id).expect("the case").case;
        assert_eq!((there.handler, there.seq), (world.sian.id, before.seq + 2));
        assert_eq!(*there, *node.told(case.id).expect("its history").case, "as folded anew");
    }
}

#[test]
fn a_case_opened_by_another_node_is_there_and_one_that_nobody_opened_is_not() {
    let (world, other) = two();
    let first = world.case();
    assert!(other.find(first.id).expect("looked").is_some());
    let nobody = amends_core::id::CaseId(world.office.fresh_id().expect("an id"));
    assert!(other.find(nobody).expect("looked").is_none());
    let second = world.case();
    assert_eq!(*other.load(second.id).expect("the case").case, second);
}

#[test]
fn whoever_goes_through_all_cases_puts_none_in_the_place_of_those_that_are_asked_for() {
    let (world, other) = two();
    let case = world.case();
    let pass = || other.see(|sight| sight.pass(case.id)).expect("looked").expect("the case");
    let (once, again) = (pass(), pass());
    assert_eq!(*once, case);
    assert!(!Arc::ptr_eq(&once, &again), "read anew, as nobody asked for it");
    let asked = other.load(case.id).expect("the case").case;
    assert!(Arc::ptr_eq(&pass(), &asked), "the one at hand");
}

#[tokio::test]
async fn r54_what_another_node_erased_is_not_shown() {
    let (world, other) = two();
    let case = world.case();
    let path = format!("/en/cases/{}", case.reference);
    let shown = world.get(&path).await;
    assert!(whole(&shown).contains("Housing register delay"));
    assert!(whole(&world.get("/en/worklist").await).len() > 100);
    // Only the text goes: no entry is added to the record.
    let (title, at) = (case.title.particular, other.clock().now());
    other.db().write(move |tx| particulars::erase(tx, title, at)).expect("erased");
    assert_eq!(world.office.load(case.id).expect("the case").case.title.as_str(), "");
    assert!(!whole(&world.get(&path).await).contains("Housing register delay"));
    let name = case.complainant.as_ref().expect("a complainant").name.particular;
    let things = disposal::Things { texts: BTreeSet::from([name]), ..disposal::Things::default() };
    world.office.db().write(move |tx| disposal::erase(tx, case.id, &things, at)).expect("erased");
    for node in [&world.office, &other] {
        let there = node.load(case.id).expect("the case").case;
        assert_eq!(there.complainant.as_ref().map(|one| one.name.as_str()), Some(""));
    }
}

#[test]
fn bodies_staff_closed_days_and_stops_that_another_node_changed_are_seen_at_once() {
    let (world, other) = two();
    let (office, by) = (&world.office, world.sian.id);
    let bodies = office.all_bodies().expect("bodies");
    assert!(Arc::ptr_eq(&bodies, &office.all_bodies().expect("bodies")), "read once");
    let renamed = Change::Renamed {
        name: Bilingual::new("Ynys County Council", "Cyngor Sir Ynys"),
        on: office.today(),
        shown_by: "The order".to_owned(),
    };
    let found = |office: &Office, typed: &str| -> Vec<String> {
        let directory = office.directory().expect("a directory");
        let found = directory.named(typed, &[], Language::Cy);
        found.iter().map(|one| directory.label(one.record, Language::Cy)).collect()
    };
    assert_eq!(
        (found(office, "ynys"), found(office, "county")),
        (vec!["Cyngor Ynys".to_owned()], Vec::new())
    );
    other.change_body(world.council, &renamed, (by, StaffRole::Manager)).expect("changed");
    let names = |office: &Office| -> Vec<String> {
        let all = office.all_bodies().expect("bodies");
        all.iter().map(|record| record.body.name.en.clone()).collect()
    };
    assert!(names(office).contains(&"Ynys County Council".to_owned()), "{:?}", names(office));
    assert_eq!(found(office, "county"), ["Cyngor Sir Ynys"], "by its new name");
    assert_eq!(found(office, "cyngor ynys"), ["Cyngor Sir Ynys"]);

    let against = |office: &Office| office.circumstances().expect("circumstances");
    assert!(!against(office).bodies_stopped.contains(&world.council));
    other.stop_chases(Whom::Body(world.council), Some("A flood"), by).expect("stopped");
    assert!(against(office).bodies_stopped.contains(&world.council));
    other.stop_chases(Whom::Everybody, Some("A move"), by).expect("stopped");
    assert!(against(office).office_stopped && against(&other).office_stopped);
    assert!(against(office).without_chief_executive.contains(&world.council));
    let chief = Contact {
        body: world.council,
        address: "chief@ynys.example".to_owned(),
        name: "The chief executive".to_owned(),
        language: Language::En,
        role: ContactRole::ChiefExecutive,
    };
    other.keep_contact(&chief, Some(by)).expect("kept");
    assert!(!against(office).without_chief_executive.contains(&world.council));

    assert_eq!(office.staff().expect("staff").len(), 1);
    other.add_staff("x@office.example", "Nia", StaffRole::Manager, Language::Cy, None, None).expect("staff");
    assert_eq!(office.staff().expect("staff").len(), 2);

    let day = date(2026, 12, 29);
    assert!(office.calendar().is_working_day(day));
    let why = Bilingual::new("Moving house", "Symud");
    other.close_on(day, &why, "We move", (&world.actor(), by)).expect("closed");
    assert!(!other.calendar().is_working_day(day));
    office.all_bodies().expect("bodies");
    assert!(!office.calendar().is_working_day(day));
}

#[test]
fn mail_that_another_node_took_in_stands_against_chasing_until_it_is_filed() {
    let (world, other) = two();
    let unfiled = |office: &Office| office.circumstances().expect("circumstances").unfiled_mail_from;
    assert_eq!(unfiled(&world.office), []);
    let raw = b"From: complaints@ynys-council.example\r\nTo: office@office.example\r\nSubject: An answer\r\n\
      Message-ID: <1@ynys-council.example>\r\nDate: Mon, 5 Oct 2026 10:00:00 +0000\r\n\r\nHere it is.\r\n";
    let taken = other.take_in(raw).expect("taken in");
    assert_eq!(unfiled(&world.office), [world.council]);
    other.set_mail_aside(&world.actor(), taken.mail).expect("put aside");
    assert_eq!(unfiled(&world.office), []);
}

#[test]
fn what_stands_against_chasing_follows_the_day() {
    let (world, _) = two();
    let all = world.office.all_bodies().expect("bodies");
    let mut record = all.iter().find(|one| one.body.id == world.council).expect("the council").clone();
    let (how, on) = (HowEnded::Abolished, date(2026, 11, 1));
    record.body.over_time.ended = Some(Ended { how, on, shown_by: "The order".to_owned() });
    let changed = Changed::by_nobody(world.office.clock().now());
    world.office.db().write(move |tx| keep_body(tx, &record, changed)).expect("kept");
    let gone = || world.office.circumstances().expect("circumstances").ended;
    assert_eq!(gone(), []);
    world.office.clock().move_to(date(2026, 11, 2));
    assert_eq!(gone(), [world.council]);
}

#[tokio::test]
async fn what_is_decided_from_what_is_at_hand_is_of_what_another_node_left() {
    let (world, other) = two();
    let case = decided(&world).await;
    let colleague =
        other.add_staff("x@office.example", "Nia", StaffRole::Caseworker, Language::En, None, None);
    let handler = colleague.expect("staff").id;
    let (first, ..) = sent(&world, &case, "One");
    // The case, the contacts and the staff are at hand now; another node changes each of them.
    other.act(&Ask::new(&world.actor(), case.id), &[Command::AssignHandler { handler }], &[]).expect("taken");
    let contact = Contact {
        body: world.council,
        address: "another@ynys-council.example".to_owned(),
        name: "Another".to_owned(),
        language: Language::En,
        role: ContactRole::LinkOfficer,
    };
    other.keep_contact(&contact, None).expect("kept");
    let letters = |case: &Case| {
        let id = case.id;
        let all = world.office.db().read(move |conn| posts_of_case(conn, id)).expect("letters");
        all.into_iter().map(|post| (post.address, post.text)).collect::<Vec<_>>()
    };
    let before = letters(&first).len();
    let (second, ..) = sent(&world, &case, "Two");
    assert_eq!((second.handler, second.seq), (handler, first.seq + 3));
    assert_eq!(second, *world.office.told(case.id).expect("its history").case, "as folded anew");
    let new = letters(&second).split_off(before);
    assert!(new.iter().any(|(address, _)| *address == contact.address), "{new:?}");
    assert!(new.iter().all(|(_, text)| text.contains("Nia")), "{new:?}");

    // What was erased stands in no letter.
    let (wording, at) = (second.recommendations[0].terms.wording.particular, other.clock().now());
    let words = second.recommendations[0].terms.wording.as_str().to_owned();
    assert!(new[0].1.contains(&words));
    other.db().write(move |tx| particulars::erase(tx, wording, at)).expect("erased");
    let before = letters(&second).len();
    let (third, ..) = sent(&world, &case, "Three");
    assert_eq!(third, *world.office.told(case.id).expect("its history").case, "as folded anew");
    let new = letters(&third).split_off(before);
    assert!(!new.is_empty() && new.iter().all(|(_, text)| !text.contains(&words)), "{new:?}");
}
