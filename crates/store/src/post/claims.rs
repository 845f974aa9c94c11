//! Letters that were claimed to be sent: their bytes are kept and the attempt begins, or they are put back.

use amends_core::id::PostId;
use jiff::Timestamp;

use crate::{
    db::{Insert, Tx},
    error::{Result, StoreError},
    value::Value,
};

/// Puts a letter back that was claimed and not offered. An attempt that was written down for it and never made goes with it:
/// call this only where it is known that not one byte of the letter has gone out.
pub fn put_back(tx: &Tx<'_>, id: PostId, claim: u32, at: Timestamp) -> Result<()> {
    let sql = "DELETE FROM post_attempt WHERE post_id = $1 AND claim = $2 AND ended_at IS NULL";
    tx.execute(sql, &[id.into(), claim.into()])?;
    let sql = "UPDATE post SET state = 'queued', claimed_until = NULL, changed_at = $3
      WHERE id = $1 AND claim = $2 AND state = 'claimed'";
    tx.execute(sql, &[id.into(), claim.into(), at.into()]).map(|_| ())
}

/// Keeps the whole message as it goes over the wire. Once frozen it never changes: a second try sends the same bytes.
pub fn freeze(tx: &Tx<'_>, id: PostId, claim: u32, message: &[u8]) -> Result<()> {
    let sql =
        "UPDATE post SET frozen = COALESCE(frozen, $3) WHERE id = $1 AND claim = $2 AND state = 'claimed'";
    held_by_us(tx.execute(sql, &[id.into(), claim.into(), message.into()])?, id)
}

/// Keeps the message as it goes over the wire, as [`freeze`] does, and writes down that sending begins, as
/// [`begin_attempt`] does, with the row written once. Commit this before the first byte goes out.
pub fn begin_with(tx: &Tx<'_>, id: PostId, claim: u32, message: &[u8], at: Timestamp) -> Result<()> {
    let ours = begin_each(tx, &[(id, claim, message)], at)?;
    held_by_us(ours.into_iter().filter(|ours| *ours).count(), id)
}

/// As [`begin_with`], for several letters, each with whether its claim was still held: of one whose claim was lost nothing
/// is written.
pub fn begin_each(tx: &Tx<'_>, all: &[(PostId, u32, &[u8])], at: Timestamp) -> Result<Vec<bool>> {
    let sql = "UPDATE post SET frozen = COALESCE(frozen, $3), changed_at = $4
      WHERE id = $1 AND claim = $2 AND state = 'claimed'";
    let row = |(id, claim, message): &(PostId, u32, &[u8])| -> [Value; 4] {
        [(*id).into(), (*claim).into(), (*message).into(), at.into()]
    };
    let changed = tx.execute_each(sql, &all.iter().map(row).collect::<Vec<_>>())?;
    let ours: Vec<bool> = changed.into_iter().map(|rows| rows == 1).collect();
    let begun = all.iter().zip(&ours).filter(|(_, ours)| **ours);
    let attempts = begun.flat_map(|((id, claim, _), _)| [(*id).into(), (*claim).into(), at.into()]);
    ATTEMPT.put(tx, &attempts.collect::<Vec<Value>>())?;
    Ok(ours)
}

static ATTEMPT: Insert =
    Insert::of("INSERT INTO post_attempt (post_id, claim, began_at) VALUES ($1, $2, $3)");

/// Writes down that sending begins. Commit this before the first byte goes out.
pub fn begin_attempt(tx: &Tx<'_>, id: PostId, claim: u32, at: Timestamp) -> Result<()> {
    let sql = "UPDATE post SET changed_at = $3 WHERE id = $1 AND claim = $2 AND state = 'claimed'";
    held_by_us(tx.execute(sql, &[id.into(), claim.into(), at.into()])?, id)?;
    ATTEMPT.put(tx, &[id.into(), claim.into(), at.into()])
}

/// Whether a change under a claim found it held; an error where it was lost.
pub(super) fn held_by_us(changed: usize, post: PostId) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(StoreError::ClaimLost { post }) }
}
