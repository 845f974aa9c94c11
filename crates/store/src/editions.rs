//! Every state of a profile under which something was issued: the texts it is read from, kept for ever.

use amends_core::profile::Edition;
use jiff::Timestamp;

use crate::{
    db::{Conn, Tx},
    error::Result,
    value::{Json, json},
};

/// Keeps the texts an edition is read from, the lowest first. What is kept already stays as it is.
pub fn keep_edition(
    tx: &Tx<'_>,
    profile: &str,
    edition: &Edition,
    layers: &[String],
    at: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO profile_edition (profile, edition, layers, kept_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (profile, edition) DO NOTHING";
    tx.execute(sql, &[profile.into(), (&edition.0).into(), json(&layers)?, at.into()]).map(|_| ())
}

/// The texts of an edition; nothing where it was never kept.
pub fn edition(c: &Conn<'_>, profile: &str, edition: &Edition) -> Result<Option<Vec<String>>> {
    let sql = "SELECT layers FROM profile_edition WHERE profile = $1 AND edition = $2";
    let found = c.one(sql, &[profile.into(), (&edition.0).into()], |row| row.get(0))?;
    Ok(found.map(|Json(layers)| layers))
}

/// Every edition that is kept: of which profile, which, and since when; the oldest first.
pub fn editions(c: &Conn<'_>) -> Result<Vec<(String, Edition, Timestamp)>> {
    let sql = "SELECT profile, edition, kept_at FROM profile_edition ORDER BY kept_at, profile, edition";
    c.all(sql, &[], |row| Ok((row.get(0)?, Edition(row.get(1)?), row.get(2)?)))
}
