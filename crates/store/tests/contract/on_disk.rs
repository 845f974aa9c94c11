//! Nothing acknowledged is lost on a file: kills, full disks, locks, second processes.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use amends_core::event::Event;
use amends_store::{
    Db, StoreError,
    ledger::{append, load, verify},
    settings::setting,
};

use super::{
    ground::*,
    safety::{hold_the_writer, keep},
};

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
        .args(["on_sqlite::on_disk::everything_acknowledged_survives_being_killed", "--exact", "--nocapture"])
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

#[test]
fn a_second_process_is_told_who_has_the_database() {
    let office = office();
    let error = Db::open(office.file().unwrap(), &Options::default(), noon()).err().unwrap();
    assert_eq!(error.code(), "in-use");
    assert!(error.to_string().contains(&format!("process {}", std::process::id())), "{error}");
    let path = office.file().unwrap().to_owned();
    let _alone = alone();
    drop(office.db);
    Db::open(&path, &Options::default(), noon()).unwrap();
}

#[test]
fn a_program_outside_that_locks_the_database_is_waited_for_and_then_named() {
    let office = office_with(&Options { patience: Duration::from_millis(50), ..Options::default() });
    let outside = rusqlite::Connection::open(office.file().unwrap()).unwrap();
    outside.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(keep(&office.db, 1, String::new()), Err(StoreError::Busy));
    assert_eq!(office.db.read(|c| setting::<String>(c, "note-1")).unwrap(), None);
    outside.execute_batch("ROLLBACK").unwrap();
    keep(&office.db, 1, String::new()).unwrap();
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
fn the_record_can_be_audited_while_the_office_works_and_nothing_can_be_changed_so() {
    let office = office();
    office.open_case(1);
    let beside = Db::open_for_reading(office.file().unwrap(), &Options::default()).unwrap();
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

#[test]
fn the_tables_refuse_a_change_to_what_was_recorded() {
    let office = office();
    office.open_case(1);
    let tries: [&'static str; 2] = ["UPDATE ledger SET kind = 'judged'", "DELETE FROM ledger"];
    for sql in tries {
        let error = office.db.write(move |tx| tx.execute(sql, &[])).unwrap_err();
        assert!(error.to_string().contains("only ever added to"), "{sql}: {error}");
    }
}
