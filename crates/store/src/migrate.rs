//! Bringing the tables up to date: numbered steps, each applied once, with what was applied written down.

use amends_core::text::Digest;
use jiff::Timestamp;

use crate::{
    db::{Conn, Line, Order, Place, Tx, for_sqlite},
    error::{Result, StoreError},
    nodes,
};

/// One step.
pub(crate) struct Migration {
    /// Its number; 1, 2, 3 …
    pub(crate) version: i64,
    /// What it does.
    pub(crate) sql: &'static str,
}

/// Every step there is, in order.
pub(crate) const ALL: &[Migration] = &[
    Migration { version: 1, sql: include_str!("../migrations/0001_ground.sql") },
    Migration { version: 2, sql: include_str!("../migrations/0002_made_from.sql") },
    Migration { version: 3, sql: include_str!("../migrations/0003_contact_role.sql") },
    Migration { version: 4, sql: include_str!("../migrations/0004_editions.sql") },
    Migration { version: 5, sql: include_str!("../migrations/0005_earlier_improvements.sql") },
    Migration { version: 6, sql: include_str!("../migrations/0006_bodies_over_time.sql") },
    Migration { version: 7, sql: include_str!("../migrations/0007_keeping.sql") },
    Migration { version: 8, sql: include_str!("../migrations/0008_nodes.sql") },
    Migration { version: 9, sql: include_str!("../migrations/0009_lists_and_search.sql") },
    Migration { version: 10, sql: include_str!("../migrations/0010_stamps.sql") },
    Migration { version: 11, sql: include_str!("../migrations/0011_pairs_of_words.sql") },
    Migration { version: 12, sql: include_str!("../migrations/0012_words_of_letters.sql") },
];

/// The steps that older programs must not work beside: before 12 letters had their words with them, and a node from before
/// it would send letters without.
const ALONE: &[i64] = &[12];

const NOTES: &str = "CREATE TABLE IF NOT EXISTS schema_migration (
  version INTEGER NOT NULL PRIMARY KEY,
  sha256 BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT";

/// Looks whether the tables are those this program has, and changes nothing.
pub(crate) fn check(c: &Conn<'_>) -> Result<()> {
    let known = ALL.last().map_or(0, |last| last.version);
    let found = newest(c)?;
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    if found < known {
        let what =
            format!("its tables have version {found} and should have {known}: start the office on it once");
        return Err(StoreError::Engine { what });
    }
    Ok(())
}

/// The newest step that was applied; 0 before the first.
fn newest(c: &Conn<'_>) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(version), 0) FROM schema_migration";
    Ok(c.one(sql, &[], |row| row.get(0))?.unwrap_or(0))
}

/// Applies what is missing. Refuses a database from a newer program, one whose steps were others, and one on which a node
/// works that must not work beside what is missing.
pub(crate) fn run(line: &Line, place: &Place, now: Timestamp) -> Result<()> {
    run_these(line, place, ALL, now)
}

fn run_these(line: &Line, place: &Place, migrations: &[Migration], now: Timestamp) -> Result<()> {
    in_one(line, |tx| tx.batch(NOTES))?;
    let known = migrations.last().map_or(0, |last| last.version);
    let found = newest(&line.conn())?;
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    for migration in migrations {
        // Each in a transaction of its own, so that what broke off half-way is not there. Another node may have come
        // first, so it is looked again within.
        if !is_applied(&line.conn(), migration)? {
            in_one(
                line,
                |tx| if is_applied(tx, migration)? { Ok(()) } else { apply(tx, place, migration, now) },
            )?;
        }
    }
    Ok(())
}

/// Whether a step was applied; an error where it was another.
fn is_applied(c: &Conn<'_>, migration: &Migration) -> Result<bool> {
    let sql = "SELECT sha256 FROM schema_migration WHERE version = $1";
    let applied: Option<Digest> = c.one(sql, &[migration.version.into()], |row| row.get(0))?;
    match applied {
        Some(found) if found == digest_of(migration.sql) => Ok(true),
        Some(_) => Err(StoreError::MigrationChanged { version: migration.version }),
        None => Ok(false),
    }
}

/// The digest a step is known by: of what the first engine is told, so that words for another may be added.
fn digest_of(sql: &str) -> Digest {
    Digest::of(for_sqlite(sql).as_bytes())
}

fn apply(tx: &Tx<'_>, place: &Place, migration: &Migration, now: Timestamp) -> Result<()> {
    if ALONE.contains(&migration.version) {
        nodes::assert_at_rest(tx, place)?;
    }
    tx.batch(migration.sql)?;
    let sql = "INSERT INTO schema_migration (version, sha256, at) VALUES ($1, $2, $3)";
    let values = [migration.version.into(), digest_of(migration.sql).into(), now.into()];
    tx.execute(sql, &values).map(|_| ())
}

fn in_one(line: &Line, work: impl Fn(&Tx<'_>) -> Result<()>) -> Result<()> {
    line.order(Order::BeginWriting)?;
    match work(&line.tx()) {
        Ok(()) => line.order(Order::Commit),
        Err(error) => line.order(Order::Undo).and(Err(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        db::{Line, Use},
        error::StoreError,
        options::Options,
    };

    fn now() -> Timestamp {
        "2026-04-15T09:30:00Z".parse().unwrap()
    }

    fn place() -> Place {
        Place::File("amends.db".into())
    }

    fn fresh() -> (tempfile::TempDir, Line) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::File(folder.path().join("amends.db"));
        let line = Line::open(&place, &Options::default(), Use::Write).unwrap();
        (folder, line)
    }

    /// The rows each step leaves behind for the next ones to run over.
    const SAMPLES: &[&str] = &[
        include_str!("../migrations/0001_ground.sample.sql"),
        include_str!("../migrations/0002_made_from.sample.sql"),
        include_str!("../migrations/0003_contact_role.sample.sql"),
        include_str!("../migrations/0004_editions.sample.sql"),
        include_str!("../migrations/0005_earlier_improvements.sample.sql"),
        include_str!("../migrations/0006_bodies_over_time.sample.sql"),
        include_str!("../migrations/0007_keeping.sample.sql"),
        include_str!("../migrations/0008_nodes.sample.sql"),
        include_str!("../migrations/0009_lists_and_search.sample.sql"),
        include_str!("../migrations/0010_stamps.sample.sql"),
        include_str!("../migrations/0011_pairs_of_words.sample.sql"),
        include_str!("../migrations/0012_words_of_letters.sample.sql"),
    ];

    #[test]
    fn every_step_runs_over_a_database_with_something_in_it() {
        assert_eq!(ALL.len(), SAMPLES.len(), "a step has no sample data");
        let (_folder, line) = fresh();
        for (nth, sample) in SAMPLES.iter().enumerate() {
            run_these(&line, &place(), &ALL[..=nth], now()).unwrap();
            line.tx().batch(sample).unwrap();
        }
        run(&line, &place(), now()).unwrap();
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_words_%'";
        let names: Vec<String> = line.conn().all(sql, &[], |row| row.get(0)).unwrap();
        let is_empty = |name: &String| {
            let sql = format!("SELECT count(*) FROM {name}");
            line.conn().one(&sql, &[], |row| row.get::<i64>(0)).unwrap() == Some(0)
        };
        let empty: Vec<_> = names.into_iter().filter(is_empty).collect();
        assert!(empty.is_empty(), "no sample row in {empty:?}");
    }

    #[test]
    fn a_database_from_a_newer_program_is_left_alone() {
        let (_folder, line) = fresh();
        let future = [Migration { version: 999, sql: "CREATE TABLE tomorrow (a INTEGER) STRICT" }];
        run_these(&line, &place(), &future, now()).unwrap();
        let error = run(&line, &place(), now()).unwrap_err();
        assert_eq!(error, StoreError::TooNew { found: 999, known: ALL.last().unwrap().version });
    }

    #[test]
    fn a_step_that_was_another_is_noticed() {
        let (_folder, line) = fresh();
        let one = [Migration { version: 1, sql: "CREATE TABLE a (a INTEGER) STRICT" }];
        let other = [Migration { version: 1, sql: "CREATE TABLE a (b INTEGER) STRICT" }];
        run_these(&line, &place(), &one, now()).unwrap();
        let error = run_these(&line, &place(), &other, now()).unwrap_err();
        assert_eq!(error, StoreError::MigrationChanged { version: 1 });
    }

    #[test]
    fn words_for_another_engine_do_not_make_a_step_another() {
        let before = "CREATE TABLE a (a INTEGER) STRICT;\n--@sqlite\nX\n--@end\nY\n";
        let after = "CREATE TABLE a (a INTEGER) STRICT;\n--@sqlite\nX\n--@end\n--@postgres\nZ\n--@end\nY\n";
        assert_eq!(digest_of(before), Digest::of(before.as_bytes()));
        assert_eq!(digest_of(after), digest_of(before));
    }

    /// Nodes of the version before go on over the tables of this one while an office is brought up to date, so after
    /// the release that brought several nodes, steps 8 and 9, steps only add what older programs need not know.
    #[test]
    fn a_step_only_adds() {
        for migration in ALL.iter().filter(|migration| migration.version > 9) {
            let words: Vec<&str> = migration.sql.split(|c: char| !c.is_ascii_alphabetic()).collect();
            for barred in ["DROP", "RENAME"] {
                assert!(!words.contains(&barred), "step {} has {barred}", migration.version);
            }
            let added: Vec<&str> = migration.sql.lines().filter(|line| line.contains("ADD COLUMN")).collect();
            for line in added {
                assert!(!line.contains("NOT NULL") || line.contains("DEFAULT"), "{line}");
            }
        }
    }

    #[test]
    fn a_step_that_fails_leaves_nothing() {
        let (_folder, line) = fresh();
        let bad = [Migration {
            version: 1,
            sql: "CREATE TABLE a (a INTEGER) STRICT; CREATE TABLE a (a INTEGER) STRICT",
        }];
        assert!(run_these(&line, &place(), &bad, now()).is_err());
        let sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'a'";
        let left: Option<i64> = line.conn().one(sql, &[], |row| row.get(0)).unwrap();
        assert_eq!(left, Some(0));
    }
}
