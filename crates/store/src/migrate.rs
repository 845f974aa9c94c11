//! Bringing the tables up to date: numbered steps, each applied once, with what was applied written down.

use amends_core::text::Digest;
use jiff::Timestamp;

use crate::{
    db::{Conn, Tx},
    error::{Result, StoreError},
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
];

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

/// Applies what is missing. Refuses a database from a newer program, or one whose steps were others.
pub(crate) fn run(tx: &Tx<'_>, now: Timestamp) -> Result<()> {
    run_these(tx, ALL, now)
}

fn run_these(tx: &Tx<'_>, migrations: &[Migration], now: Timestamp) -> Result<()> {
    tx.batch(NOTES)?;
    let known = migrations.last().map_or(0, |last| last.version);
    let found = newest(tx)?;
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    for migration in migrations {
        let digest = Digest::of(migration.sql.as_bytes());
        let sql = "SELECT sha256 FROM schema_migration WHERE version = $1";
        let applied: Option<Digest> = tx.one(sql, &[migration.version.into()], |row| row.get(0))?;
        match applied {
            Some(found) if found == digest => {}
            Some(_) => return Err(StoreError::MigrationChanged { version: migration.version }),
            None => apply(tx, migration, digest, now)?,
        }
    }
    Ok(())
}

fn apply(tx: &Tx<'_>, migration: &Migration, digest: Digest, now: Timestamp) -> Result<()> {
    tx.batch("BEGIN IMMEDIATE")?;
    let applied = tx.batch(migration.sql).and_then(|()| {
        let sql = "INSERT INTO schema_migration (version, sha256, at) VALUES ($1, $2, $3)";
        tx.execute(sql, &[migration.version.into(), digest.into(), now.into()])
    });
    match applied {
        Ok(_) => tx.batch("COMMIT"),
        Err(error) => tx.batch("ROLLBACK").and(Err(error)),
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

    /// The rows each step leaves behind for the next ones to run over.
    const SAMPLES: &[&str] = &[
        include_str!("../migrations/0001_ground.sample.sql"),
        include_str!("../migrations/0002_made_from.sample.sql"),
        include_str!("../migrations/0003_contact_role.sample.sql"),
        include_str!("../migrations/0004_editions.sample.sql"),
        include_str!("../migrations/0005_earlier_improvements.sample.sql"),
        include_str!("../migrations/0006_bodies_over_time.sample.sql"),
        include_str!("../migrations/0007_keeping.sample.sql"),
    ];

    #[test]
    fn every_step_runs_over_a_database_with_something_in_it() {
        assert_eq!(ALL.len(), SAMPLES.len(), "a step has no sample data");
        let folder = tempfile::tempdir().unwrap();
        let line = Line::open(&folder.path().join("amends.db"), &Options::default(), Use::Write).unwrap();
        let tx = line.tx();
        for (place, sample) in SAMPLES.iter().enumerate() {
            run_these(&tx, &ALL[..=place], now()).unwrap();
            tx.batch(sample).unwrap();
        }
        run(&tx, now()).unwrap();
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'case_search_%'";
        let names: Vec<String> = tx.all(sql, &[], |row| row.get(0)).unwrap();
        let is_empty = |name: &String| {
            let sql = format!("SELECT count(*) FROM {name}");
            tx.one(&sql, &[], |row| row.get::<i64>(0)).unwrap() == Some(0)
        };
        let empty: Vec<_> = names.into_iter().filter(is_empty).collect();
        assert!(empty.is_empty(), "no sample row in {empty:?}");
    }

    #[test]
    fn a_database_from_a_newer_program_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let line = Line::open(&folder.path().join("amends.db"), &Options::default(), Use::Write).unwrap();
        let tx = line.tx();
        let future = [Migration { version: 999, sql: "CREATE TABLE tomorrow (a INTEGER) STRICT" }];
        run_these(&tx, &future, now()).unwrap();
        let error = run(&tx, now()).unwrap_err();
        assert_eq!(error, StoreError::TooNew { found: 999, known: ALL.last().unwrap().version });
    }

    #[test]
    fn a_step_that_was_another_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let line = Line::open(&folder.path().join("amends.db"), &Options::default(), Use::Write).unwrap();
        let tx = line.tx();
        let one = [Migration { version: 1, sql: "CREATE TABLE a (a INTEGER) STRICT" }];
        let other = [Migration { version: 1, sql: "CREATE TABLE a (b INTEGER) STRICT" }];
        run_these(&tx, &one, now()).unwrap();
        let error = run_these(&tx, &other, now()).unwrap_err();
        assert_eq!(error, StoreError::MigrationChanged { version: 1 });
    }

    #[test]
    fn a_step_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let line = Line::open(&folder.path().join("amends.db"), &Options::default(), Use::Write).unwrap();
        let tx = line.tx();
        let bad = [Migration {
            version: 1,
            sql: "CREATE TABLE a (a INTEGER) STRICT; CREATE TABLE a (a INTEGER) STRICT",
        }];
        assert!(run_these(&tx, &bad, now()).is_err());
        let sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'a'";
        let left: Option<i64> = tx.one(sql, &[], |row| row.get(0)).unwrap();
        assert_eq!(left, Some(0));
    }
}
