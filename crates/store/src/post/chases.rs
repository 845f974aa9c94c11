//! The chases and reminders that were made: what the log of chases shows (R31).

use amends_core::id::{CaseReference, PostId};
use jiff::Timestamp;

use super::{
    outbox::{Post, read},
    pages::{CHASES, newest_sql},
};
use crate::{db::Conn, error::Result};

/// A chase or reminder that was made, and what it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChaseMade {
    /// The letter.
    pub post: Post,
    /// For each case: its reference, and the key under which the letter was owed there.
    pub about: Vec<(CaseReference, String)>,
}

/// The chases and reminders that were made, the latest first (R31): up to `limit`, made before the last of the page
/// before.
pub fn chases_made(c: &Conn<'_>, before: Option<(Timestamp, PostId)>, limit: u32) -> Result<Vec<ChaseMade>> {
    let about = "SELECT r.reference, o.owed_key FROM post_owed o JOIN case_row r ON r.case_id = o.case_id
      WHERE o.post_id = $1 ORDER BY r.reference, o.owed_key";
    let (at, id) = before.unwrap_or((Timestamp::MAX, PostId(uuid::Uuid::max())));
    let letters = c.all(&newest_sql(CHASES), &[at.into(), id.into(), limit.into()], read)?;
    let with_cases = |post: Post| {
        let about = c.all(about, &[post.post.into()], |row| {
            Ok((CaseReference(row.get::<String>(0)?), row.get::<String>(1)?))
        })?;
        Ok(ChaseMade { post, about })
    };
    letters.into_iter().map(with_cases).collect()
}
