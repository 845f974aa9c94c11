//! Letters that are claimed to be sent: their bytes are kept and the attempt begins, or they are put back.

use std::collections::HashSet;

use amends_core::id::PostId;
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    outbox::{Channel, Claimed, POST, Post, read},
    words::{self, LETTERS},
};
use crate::{
    db::{Conn, Insert, Tx},
    error::{Result, StoreError},
    value::Value,
};

/// May be sent at `$1`. What a worker claimed and did not finish may have gone: [`super::uncertain`] holds it for a person.
const FREE: &str = "state IN ('queued', 'deferred') AND next_at <= $1";

/// The turn of a letter among those that wait: those that may go since longer come first.
pub type Turn = (Timestamp, PostId);

impl Post {
    /// Its turn.
    pub fn turn(&self) -> Turn {
        (self.next_at, self.post)
    }
}

/// Before every letter that waits.
pub const BEFORE_ALL: Turn = (Timestamp::UNIX_EPOCH, PostId(Uuid::nil()));

/// Letters of one channel that may go now and stand after `after`, those that wait longest first, each with the number under
/// which it can be claimed: [`begin_all`] says whether it was.
///
/// Each state is gone along by itself in its own order, and no further than the limit: however many wait, it costs the same.
pub fn sendable(
    c: &Conn<'_>,
    channel: Channel,
    now: Timestamp,
    after: Turn,
    limit: u32,
) -> Result<Vec<Claimed>> {
    let values = [now.into(), channel.code().into(), limit.into(), after.0.into(), after.1.into()];
    let mut letters = Vec::new();
    for sql in sendable_sql() {
        letters.extend(c.all(&sql, &values, |row| Ok(Claimed { post: read(row)?, claim: row.get(14)? }))?);
    }
    letters.sort_by_key(|one| one.post.turn());
    letters.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(letters)
}

/// What [`sendable`] asks: of letters in each state in which one may go.
pub(super) fn sendable_sql() -> [String; 2] {
    let of = |condition: &str| {
        format!(
            "SELECT {POST}, p.claim + 1 FROM {LETTERS} WHERE {condition} AND p.channel = $2
             AND (p.next_at, p.id) > ($4, $5) ORDER BY p.next_at, p.id LIMIT $3"
        )
    };
    [of("p.state = 'queued' AND p.next_at <= $1"), of("p.state = 'deferred' AND p.next_at <= $1")]
}

/// Puts a letter back that was claimed and not offered. An attempt that was written down for it and never made goes with it:
/// call this only where it is known that not one byte of the letter has gone out.
pub fn put_back(tx: &Tx<'_>, id: PostId, claim: u32, at: Timestamp) -> Result<()> {
    let sql = "DELETE FROM post_attempt WHERE post_id = $1 AND claim = $2 AND ended_at IS NULL";
    tx.execute(sql, &[id.into(), claim.into()])?;
    let sql = "UPDATE post SET state = 'queued', claimed_until = NULL, changed_at = $3
      WHERE id = $1 AND claim = $2 AND state = 'claimed'";
    tx.execute(sql, &[id.into(), claim.into(), at.into()]).map(|_| ())
}

/// Claims letters that [`sendable`] told of, until `until`; keeps the bytes of each where it has some and none are kept
/// yet; and writes down that sending begins. Commit this before the first byte goes out. Returns which are claimed now: one
/// that another claimed or a person changed meanwhile is left as it is.
pub fn begin_all(
    tx: &Tx<'_>,
    letters: &[(&Claimed, Option<&[u8]>)],
    now: Timestamp,
    until: Timestamp,
) -> Result<HashSet<PostId>> {
    let sql = format!(
        "UPDATE post SET state = 'claimed', changed_at = $1, claim = $2, claimed_until = $3
         WHERE id = $4 AND claim = $2 - 1 AND changed_at = $5 AND {FREE}"
    );
    let row = |(one, _): &(&Claimed, Option<&[u8]>)| -> [Value; 5] {
        let letter = &one.post;
        [now.into(), one.claim.into(), until.into(), letter.post.into(), letter.changed_at.into()]
    };
    let changed = tx.execute_each(&sql, &letters.iter().map(row).collect::<Vec<_>>())?;
    let ours = || letters.iter().zip(&changed).filter(|(_, rows)| **rows == 1).map(|(one, _)| one);
    let fresh = ours().filter(|(one, _)| one.post.frozen.is_none());
    words::keep_frozen(tx, fresh.filter_map(|(one, bytes)| Some((one.post.post, (*bytes)?))))?;
    let attempts = ours().flat_map(|(one, _)| [one.post.post.into(), one.claim.into(), now.into()]);
    ATTEMPT.put(tx, &attempts.collect::<Vec<Value>>())?;
    Ok(ours().map(|(one, _)| one.post.post).collect())
}

static ATTEMPT: Insert =
    Insert::of("INSERT INTO post_attempt (post_id, claim, began_at) VALUES ($1, $2, $3)");

/// Whether a change under a claim found it held; an error where it was lost.
pub(super) fn held_by_us(changed: usize, post: PostId) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(StoreError::ClaimLost { post }) }
}
