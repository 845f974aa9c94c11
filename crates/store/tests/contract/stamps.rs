//! What a node keeps at hand is known by a number to be still so: every change raises its own, in its own transaction.

use amends_core::body::ContactRole;
use amends_core::text::{Bilingual, Language};
use amends_store::{
    Result, StoreError,
    changed::Changed,
    closures::{Closure, keep_closure, remove_closure},
    particulars,
    people::{Contact, keep_body, keep_contact, keep_staff, remove_contact},
    settings::{CHASES_STOPPED, keep_setting},
    stamps::{Stamps, added_from, last_entry, stamps},
};

use super::ground::*;

fn now(office: &Office) -> Stamps {
    office.db.read(stamps).unwrap()
}

/// Which numbers a change raised: register, staff, mail, erased; and how many entries it added.
fn raised(
    office: &Office,
    change: impl FnMut(&amends_store::Tx<'_>) -> Result<()> + Send + 'static,
) -> [bool; 4] {
    let before = now(office);
    office.db.write(change).unwrap();
    let after = now(office);
    [
        after.register > before.register,
        after.staff > before.staff,
        after.mail > before.mail,
        after.erased > before.erased,
    ]
}

#[test]
fn every_change_raises_its_number_and_no_other() {
    let office = office();
    let changed = || Changed::by_nobody(noon());
    let register = [true, false, false, false];
    assert_eq!(raised(&office, move |tx| keep_body(tx, &ynys(), changed())), register);
    let contact = Contact {
        body: YNYS,
        address: "a@ynys.example".to_owned(),
        name: "A".to_owned(),
        language: Language::En,
        role: ContactRole::LinkOfficer,
    };
    assert_eq!(raised(&office, move |tx| keep_contact(tx, &contact, changed())), register);
    assert_eq!(raised(&office, |tx| remove_contact(tx, YNYS, "a@ynys.example")), register);
    let closure = Closure { day: day(12, 29), why: Bilingual::new("Closed", "Ar gau") };
    assert_eq!(raised(&office, move |tx| keep_closure(tx, &closure, changed())), register);
    assert_eq!(raised(&office, |tx| remove_closure(tx, day(12, 29))), register);
    assert_eq!(raised(&office, move |tx| keep_setting(tx, CHASES_STOPPED, &true, changed())), register);
    assert_eq!(raised(&office, move |tx| keep_staff(tx, &carys(), changed())), [false, true, false, false]);
    office.open_case(1);
    let words = particular(10);
    let erased = [false, false, false, true];
    assert_eq!(raised(&office, move |tx| particulars::erase(tx, words, after(5))), erased);
    assert_eq!(raised(&office, move |tx| particulars::erase(tx, words, after(6))), [false; 4], "it was gone");
}

#[test]
fn a_change_that_was_undone_raises_nothing() {
    let office = office();
    let before = now(&office);
    let undone: Result<()> = office.db.write(|tx| {
        keep_body(tx, &ynys(), Changed::by_nobody(noon()))?;
        Err(StoreError::Busy)
    });
    assert_eq!((undone, now(&office)), (Err(StoreError::Busy), before));
}

#[test]
fn the_record_tells_how_long_it_is_and_what_was_added() {
    let office = office();
    assert_eq!(now(&office).entries, 0);
    assert_eq!(office.db.read(|c| last_entry(c, case(1))).unwrap(), None);
    office.open_case(1);
    office.open_case(2);
    let (stamps, added) = (now(&office), office.db.read(|c| added_from(c, 0)).unwrap());
    assert_eq!(added.len() as u64, stamps.entries);
    let last = added.last().unwrap();
    assert_eq!((last.case, last.hash, last.leaf), (case(2), stamps.last, stamps.entries - 1));
    assert_eq!(office.db.read(|c| last_entry(c, case(2))).unwrap(), Some((last.seq, last.hash)));
    assert_eq!(office.db.read(move |c| added_from(c, stamps.entries)).unwrap(), []);
}
