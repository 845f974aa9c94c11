//! The chases and reminders that were made: what the log of chases shows (R31).

use amends_core::id::CaseReference;

use super::outbox::{POST, Post, read};
use crate::{db::Conn, error::Result};

/// A chase or reminder that was made, and what it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChaseMade {
    /// The letter.
    pub post: Post,
    /// For each case: its reference, and the key under which the letter was owed there.
    pub about: Vec<(CaseReference, String)>,
}

/// The chases and reminders that were made, the latest first (R31).
pub fn chases_made(c: &Conn<'_>, limit: u32) -> Result<Vec<ChaseMade>> {
    let sql = format!(
        "SELECT {POST} FROM post p WHERE EXISTS (SELECT 1 FROM post_owed o WHERE o.post_id = p.id
           AND (o.owed_key LIKE 'chase/%' OR o.owed_key LIKE 'reminder/%'))
         ORDER BY p.made_at DESC, p.id DESC LIMIT $1"
    );
    let about = "SELECT r.reference, o.owed_key FROM post_owed o JOIN case_row r ON r.case_id = o.case_id
      WHERE o.post_id = $1 ORDER BY r.reference, o.owed_key";
    let letters = c.all(&sql, &[limit.into()], read)?;
    let with_cases = |post: Post| {
        let about = c.all(about, &[post.post.into()], |row| {
            Ok((CaseReference(row.get::<String>(0)?), row.get::<String>(1)?))
        })?;
        Ok(ChaseMade { post, about })
    };
    letters.into_iter().map(with_cases).collect()
}
