//! Nothing acknowledged is lost: power cuts, full disks, locks, panics, floods.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    sync::{Arc, Barrier, Mutex, MutexGuard, PoisonError, mpsc},
    time::Duration,
};

use amends_core::event::Event;
use amends_store::{
    Db, Options, Result, StoreError,
    changed::Changed,
    ledger::{append, load, verify},
    settings::{keep_setting, setting},
};

use super::ground::*;

/// A child on its way into the world holds its parent's locks for a moment, so nobody opens a database anew meanwhile.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where this test, run as a child of itself, finds its database.
const CHILD: &str = "AMENDS_STORE_CONTRACT_CHILD";

/// Appends from four threads until killed; says each acknowledged entry on a line of its own.
fn append_until_killed(path: &str) {
    let db = Db::open(std::path::Path::new(path), &Options::default(), noon()).unwrap();
    std::thread::scope(|scope| {
        for n in 1..=4 {
            let db = &db;
            scope.spawn(move || {
                let mut seq = u32::try_from(db.read(|c| load(c, case(n))).unwrap().len()).unwrap();
                loop {
                    let commit = if seq == 0 { opening(n) } else { next(n, seq, Event::ChasesResumed) };
                    seq = db.write(move |tx| append(tx, &commit)).unwrap().last_seq;
                    println!("acknowledged {n} {seq}");
                }
            });
        }
    });
}

fn child(path: &std::path::Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["safety::everything_acknowledged_survives_being_killed", "--exact", "--nocapture"])
        .env(CHILD, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn everything_acknowledged_survives_being_killed() {
    if let Ok(path) = std::env::var(CHILD) {
        append_until_killed(&path);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("amends.db");
    let mut acknowledged = [0u32; 5];
    for round in 1..=6 {
        let mut process = {
            let _alone = alone();
            child(&path)
        };
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        // Killed in the middle of its work, each time at another place.
        let mut left = 40 + 37 * round;
        let mut killed = false;
        while let Some(Ok(line)) = lines.next() {
            if let Some((_, said)) = line.split_once("acknowledged ") {
                let (n, seq) = said.split_once(' ').unwrap();
                let (n, seq): (usize, u32) = (n.parse().unwrap(), seq.parse().unwrap());
                acknowledged[n] = acknowledged[n].max(seq);
                left -= 1;
            }
            if left == 0 && !killed {
                process.kill().unwrap();
                killed = true;
            }
        }
        process.wait().unwrap();
        assert!(killed, "the child ended by itself in round {round}");

        let db = Db::open(&path, &Options::default(), noon()).unwrap();
        for n in 1..=4u32 {
            let found = db.read(|c| load(c, case(n.into()))).unwrap().len();
            assert!(found >= acknowledged[n as usize] as usize, "case {n}: {found} of {acknowledged:?}");
        }
        let report = db.read(|c| verify(c, None, None, &mut |_| {})).unwrap();
        assert!(report.is_whole(), "round {round}: {:?}", report.breaks);
        assert_eq!(db.read(|c| c.soundness().map(|found| found.len())).unwrap(), 0);
    }
}

#[test]
fn on_a_full_disk_nothing_half_done_stays_and_nothing_acknowledged_goes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("amends.db");
    let small = Options { pages_most: Some(180), ..Options::default() };
    let db = Db::open(&path, &small, noon()).unwrap();
    let mut kept = 0;
    let error = loop {
        let commit = opening(kept + 1);
        match db.write(move |tx| append(tx, &commit)) {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error, StoreError::Full);
    assert!(error.to_string().contains("make room and try again"));
    assert!(kept > 3, "only {kept} cases fit");
    let report = db.read(|c| verify(c, None, None, &mut |_| {})).unwrap();
    assert!(report.is_whole(), "{:?}", report.breaks);
    assert_eq!(u128::from(report.cases), kept);

    let _alone = alone();
    drop(db);
    let roomy = Db::open(&path, &Options::default(), noon()).unwrap();
    let commit = opening(kept + 1);
    roomy.write(move |tx| append(tx, &commit)).unwrap();
    assert_eq!(u128::from(roomy.read(|c| verify(c, None, None, &mut |_| {})).unwrap().cases), kept + 1);
}

#[test]
fn one_change_that_finds_no_room_does_not_cost_the_others() {
    let office = office_with(&Options { pages_most: Some(400), ..Options::default() });
    let gate = hold_the_writer(&office.db);
    std::thread::scope(|scope| {
        let small: Vec<_> = (0..10)
            .map(|n| {
                scope.spawn({
                    let db = &office.db;
                    move || keep(db, n, "small".into())
                })
            })
            .collect();
        let large = scope.spawn(|| keep(&office.db, 99, "x".repeat(4_000_000)));
        // Most of them wait behind the writer by then, and share a transaction; the answers are the same for all.
        std::thread::sleep(Duration::from_millis(100));
        gate.send(()).unwrap();
        assert_eq!(large.join().unwrap(), Err(StoreError::Full));
        for one in small {
            assert_eq!(one.join().unwrap(), Ok(()));
        }
    });
    for n in 0..10 {
        let found: Option<String> = office.db.read(|c| setting(c, &format!("note-{n}"))).unwrap();
        assert_eq!(found.as_deref(), Some("small"));
    }
}

fn keep(db: &Db, n: u32, text: String) -> Result<()> {
    db.write(move |tx| keep_setting(tx, &format!("note-{n}"), &text, Changed::by_nobody(noon())))
}

/// Keeps the writer busy until something is sent.
fn hold_the_writer(db: &Db) -> mpsc::Sender<()> {
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
fn a_second_process_is_told_who_has_the_database() {
    let office = office();
    let error = Db::open(&office.path(), &Options::default(), noon()).err().unwrap();
    assert_eq!(error.code(), "in-use");
    assert!(error.to_string().contains(&format!("process {}", std::process::id())), "{error}");
    let path = office.db.path().to_owned();
    let _alone = alone();
    drop(office.db);
    Db::open(&path, &Options::default(), noon()).unwrap();
}

#[test]
fn a_program_outside_that_locks_the_database_is_waited_for_and_then_named() {
    let office = office_with(&Options { patience: Duration::from_millis(50), ..Options::default() });
    let outside = rusqlite::Connection::open(office.path()).unwrap();
    outside.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(keep(&office.db, 1, String::new()), Err(StoreError::Busy));
    assert_eq!(office.db.read(|c| setting::<String>(c, "note-1")).unwrap(), None);
    outside.execute_batch("ROLLBACK").unwrap();
    keep(&office.db, 1, String::new()).unwrap();
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
fn a_file_that_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("amends.db");
    std::fs::write(&path, "a letter, saved under the wrong name; ".repeat(50)).unwrap();
    let error = Db::open(&path, &Options::default(), noon()).err().unwrap();
    assert_eq!(error.code(), "damaged", "{error}");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("a letter"));
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
fn a_copy_made_while_work_goes_on_is_whole() {
    let office = office();
    office.open_case(1);
    let copy = office.folder.path().join("copy.db");
    office.db.copy_to(&copy).unwrap();
    office.open_case(2);
    let copied = Db::open(&copy, &Options::default(), noon()).unwrap();
    let report = copied.read(|c| verify(c, None, None, &mut |_| {})).unwrap();
    assert!(report.is_whole());
    assert_eq!(report.cases, 1);
}

#[test]
fn a_change_within_a_change_is_refused_instead_of_waiting_for_itself() {
    let office = office();
    let db = office.db.clone();
    let error = office.db.write(move |_| keep(&db, 1, String::new())).unwrap_err();
    assert!(error.to_string().contains("within a change"), "{error}");
}

#[test]
fn the_record_can_be_audited_while_the_office_works_and_nothing_can_be_changed_so() {
    let office = office();
    office.open_case(1);
    let beside = Db::open_for_reading(&office.path(), &Options::default()).unwrap();
    office.open_case(2);
    let report = beside.read(|c| verify(c, None, None, &mut |_| {})).unwrap();
    assert!(report.is_whole());
    assert_eq!(report.cases, 2);
    let refused = keep(&beside, 1, String::new()).unwrap_err();
    assert_eq!(refused.code(), "in-use");
    assert!(refused.to_string().contains(&format!("process {}", std::process::id())), "{refused}");
    let nothing = Db::open_for_reading(&office.folder.path().join("nothing.db"), &Options::default());
    assert_eq!(nothing.err().unwrap().code(), "not-found");
    assert!(!office.folder.path().join("nothing.db").exists());
}
