//! Letters that were kept instead of being sent: those of an invented office.

use jiff::Timestamp;

use crate::{db::Tx, error::Result};

/// As [`super::handed_over`], of the letters that were made before a time alone.
pub fn handed_over_before(tx: &Tx<'_>, said: &str, before: Timestamp) -> Result<usize> {
    let values = [said.into(), before.into()];
    let sql = "INSERT INTO post_attempt (post_id, claim, began_at, ended_at, outcome, server_text)
      SELECT id, claim + 1, made_at, made_at, 'accepted', $1 FROM post
      WHERE state = 'queued' AND made_at < $2";
    tx.execute(sql, &values)?;
    let sql = "UPDATE post SET state = 'accepted', claim = claim + 1, reason = $1, changed_at = made_at
      WHERE state = 'queued' AND made_at < $2";
    tx.execute(sql, &values)
}
