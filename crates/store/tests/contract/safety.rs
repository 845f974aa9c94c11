//! Nothing acknowledged is lost: power cuts, full disks, locks, panics, floods.

use std::{
    sync::{Arc, Barrier, mpsc},
    time::Duration,
};

use amends_store::{
    Db, Options, Result, StoreError,
    changed::Changed,
    settings::{keep_setting, setting},
};

use super::ground::*;

pub fn keep(db: &Db, n: u32, text: String) -> Result<()> {
    db.write(move |tx| keep_setting(tx, &format!("note-{n}"), &text, Changed::by_nobody(noon())))
}

/// Keeps the writer busy until something is sent.
pub fn hold_the_writer(db: &Db) -> mpsc::Sender<()> {
    let (open, wait) = mpsc::channel();
    let begun = Arc::new(Barrier::new(2));
    let (db, there) = (db.clone(), Arc::clone(&begun));
    std::thread::spawn(move || {
        db.write(move |_| -> Result<()> {
            there.wait();
            // Whoever drops the sender lets the writer go on too.
            wait.recv().unwrap_or_default();
            Ok(())
        })
    });
    begun.wait();
    open
}

#[test]
fn a_change_that_fails_or_panics_leaves_nothing_and_the_next_goes_on() {
    let office = office();
    let failed = office.db.write(|tx| -> Result<()> {
        keep_setting(tx, "half", &1, Changed::by_nobody(noon()))?;
        Err(StoreError::Closed)
    });
    assert_eq!(failed, Err(StoreError::Closed));
    let panicked = office.db.write(|tx| -> Result<()> {
        keep_setting(tx, "half", &1, Changed::by_nobody(noon()))?;
        panic!("a mistake")
    });
    assert_eq!(panicked, Err(StoreError::Panicked { what: "a mistake".to_owned() }));
    keep(&office.db, 1, "whole".to_owned()).unwrap();
    assert_eq!(office.db.read(|c| setting::<u32>(c, "half")).unwrap(), None);
}

#[test]
fn too_many_at_once_are_told_so() {
    let office = office_with(&Options { queue: 2, ..Options::default() });
    let gate = hold_the_writer(&office.db);
    let (say, said) = mpsc::channel();
    std::thread::scope(|scope| {
        for n in 0..8 {
            let (db, say) = (&office.db, say.clone());
            scope.spawn(move || say.send(keep(db, n, String::new())).unwrap());
        }
        // Two fit into the queue and wait; the six others are answered at once.
        for _ in 0..6 {
            assert_eq!(said.recv().unwrap(), Err(StoreError::Overloaded));
        }
        gate.send(()).unwrap();
        for _ in 0..2 {
            assert_eq!(said.recv().unwrap(), Ok(()));
        }
    });
    keep(&office.db, 9, "room again".to_owned()).unwrap();
}

#[test]
fn a_reader_sees_one_moment_and_cannot_write() {
    let office = office();
    keep(&office.db, 1, "before".to_owned()).unwrap();
    office
        .db
        .read(|c| -> Result<()> {
            let look = || setting::<String>(c, "note-1");
            assert_eq!(look()?.as_deref(), Some("before"));
            keep(&office.db, 1, "after".to_owned())?;
            assert_eq!(look()?.as_deref(), Some("before"));
            let written =
                c.all("UPDATE setting SET value = '' RETURNING name", &[], |row| row.get::<String>(0));
            assert!(written.is_err());
            Ok(())
        })
        .unwrap();
    assert_eq!(office.db.read(|c| setting::<String>(c, "note-1")).unwrap().as_deref(), Some("after"));
}

#[test]
fn a_reader_that_panics_gives_its_connection_back() {
    let office =
        office_with(&Options { readers: 1, patience: Duration::from_millis(200), ..Options::default() });
    let db = office.db.clone();
    let panicked = std::thread::spawn(move || db.read(|_| -> Result<()> { panic!("a mistake") })).join();
    assert!(panicked.is_err());
    assert_eq!(office.db.read(|c| setting::<String>(c, "note-1")).unwrap(), None);
    let error = office.db.read(|_| office.db.read(|c| setting::<String>(c, "note-1"))).unwrap_err();
    assert_eq!(error, StoreError::Overloaded);
}

#[test]
fn values_go_where_their_number_says_in_whatever_order_they_are_named() {
    let office = office();
    let both: Option<(String, String)> = office
        .db
        .read(|c| c.one("SELECT $2, $1", &["one".into(), "two".into()], |row| Ok((row.get(0)?, row.get(1)?))))
        .unwrap();
    assert_eq!(both, Some(("two".to_owned(), "one".to_owned())));
    let short = office.db.read(|c| c.one("SELECT $1, $2", &["one".into()], |row| row.get::<String>(0)));
    assert!(matches!(short, Err(StoreError::Engine { .. })));
}

#[test]
fn a_change_within_a_change_is_refused_instead_of_waiting_for_itself() {
    let office = office();
    let db = office.db.clone();
    let error = office.db.write(move |_| keep(&db, 1, String::new())).unwrap_err();
    assert!(error.to_string().contains("within a change"), "{error}");
}
