//! How the memory stands: whether it answers, what waits in it, how large it is and how much room it has.

use std::path::Path;

use jiff::Timestamp;

use crate::{
    db::{Conn, Db},
    error::{Result, StoreError},
    migrate,
    post::{self, MailState, PostState},
};

/// What waits, and what was done last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// How many letters are in each state in which one waits for somebody or something.
    pub letters: Vec<(PostState, u32)>,
    /// When the oldest letter was made that has not gone yet and needs nobody to decide.
    pub oldest_unsent: Option<Timestamp>,
    /// How many messages wait for a person to say where they belong.
    pub mail_held: u64,
    /// When the newest checkpoint was signed.
    pub last_checkpoint: Option<Timestamp>,
}

/// Answers where the database can be read and its tables are those of this program. Changes nothing.
pub fn answers(c: &Conn<'_>) -> Result<()> {
    migrate::check(c)
}

/// A database as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Database {
    /// The last step that was applied to its tables.
    pub version: i64,
    /// Entries of the record.
    pub entries: u64,
}

/// How a database stands, as such.
pub fn database(c: &Conn<'_>) -> Result<Database> {
    let number = |sql| -> Result<i64> { Ok(c.one(sql, &[], |row| row.get(0))?.unwrap_or(0)) };
    let entries = number("SELECT size FROM ledger_tree")?.unsigned_abs();
    Ok(Database { version: number("SELECT COALESCE(MAX(version), 0) FROM schema_migration")?, entries })
}

/// What waits, and what was done last.
pub fn standing(c: &Conn<'_>) -> Result<Standing> {
    let first = |sql| -> Result<Option<Timestamp>> {
        Ok(c.one(sql, &[], |row| row.get::<Option<Timestamp>>(0))?.flatten())
    };
    Ok(Standing {
        letters: post::counts(c)?,
        oldest_unsent: first(
            // Put so that the engine goes by the state: by the day it would pass over every letter that ever went.
            "SELECT min(made_at || '') FROM post WHERE state IN ('queued', 'claimed', 'deferred')",
        )?,
        mail_held: post::mail_counts(c)?.get(&MailState::Held).copied().unwrap_or(0),
        last_checkpoint: first("SELECT at FROM checkpoint ORDER BY size DESC LIMIT 1")?,
    })
}

/// How many bytes the database takes on its disk, with its log; nothing where it does not tell.
pub fn size(db: &Db) -> u64 {
    db.size().unwrap_or(0)
}

/// How many bytes the disk under a folder still takes from us.
pub fn room(folder: &Path) -> Result<u64> {
    match rustix::fs::statvfs(folder) {
        Ok(found) => Ok(found.f_bavail.saturating_mul(found.f_frsize)),
        Err(error) => Err(StoreError::io(folder, &error.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Options;

    #[test]
    fn a_new_database_answers_and_nothing_waits_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-04-15T12:00:00Z".parse().unwrap();
        let db = Db::open(&folder.path().join("amends.db"), &Options::default(), now).unwrap();
        db.read(answers).unwrap();
        let found = db.read(standing).unwrap();
        assert!(
            found.letters.iter().all(|(_, count)| *count == 0)
                && found.letters.len() == PostState::WAITING.len()
        );
        assert_eq!((found.oldest_unsent, found.mail_held, found.last_checkpoint), (None, 0, None));
        assert!(size(&db) > 0 && room(folder.path()).unwrap() > 0);
    }
}
