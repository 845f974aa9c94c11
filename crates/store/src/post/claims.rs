//! Letters that were claimed to be sent, and were not offered to the server after all.

use amends_core::id::PostId;
use jiff::Timestamp;

use crate::{db::Tx, error::Result};

/// Puts a letter back that was claimed and not offered. An attempt that was written down for it and never made goes with it:
/// call this only where it is known that not one byte of the letter has gone out.
pub fn put_back(tx: &Tx<'_>, id: PostId, claim: u32, at: Timestamp) -> Result<()> {
    let sql = "DELETE FROM post_attempt WHERE post_id = $1 AND claim = $2 AND ended_at IS NULL";
    tx.execute(sql, &[id.into(), claim.into()])?;
    let sql = "UPDATE post SET state = 'queued', claimed_until = NULL, changed_at = $3
      WHERE id = $1 AND claim = $2 AND state = 'claimed'";
    tx.execute(sql, &[id.into(), claim.into(), at.into()]).map(|_| ())
}
