//! What the office has set for itself, by name, and the numbers it gives without gaps.

use amends_core::id::CaseReference;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    changed::Changed,
    db::{Conn, Tx},
    error::{Result, StoreError},
    stamps::{self, Stamp},
    value::{Json, json},
};

/// The name of the setting that stops every chase of the office (R31).
pub const CHASES_STOPPED: &str = "chases_stopped";

/// What is set under a name; nothing where it was never set.
pub fn setting<T: DeserializeOwned>(c: &Conn<'_>, name: &str) -> Result<Option<T>> {
    let found = c.one("SELECT value FROM setting WHERE name = $1", &[name.into()], |row| row.get(0))?;
    Ok(found.map(|Json(value)| value))
}

/// Sets something.
pub fn keep_setting(tx: &Tx<'_>, name: &str, value: &impl Serialize, changed: Changed) -> Result<()> {
    let sql = "INSERT INTO setting (name, value, changed_by, changed_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at";
    tx.execute(sql, &[name.into(), json(value)?, changed.by.into(), changed.at.into()])?;
    stamps::raise(tx, Stamp::Register)
}

/// Whether every chase of the office is stopped.
pub fn chases_stopped(c: &Conn<'_>) -> Result<bool> {
    Ok(setting(c, CHASES_STOPPED)?.unwrap_or(false))
}

/// The next case reference of a year. Given in the transaction that opens the case, it leaves no gap where that fails.
pub fn next_reference(tx: &Tx<'_>, year: i16) -> Result<CaseReference> {
    let sql = "INSERT INTO counter (name, value) VALUES ($1, 1)
      ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value";
    let number: Option<u32> = tx.one(sql, &[format!("case-{year}").into()], |row| row.get(0))?;
    number
        .map(|number| CaseReference::new(year, number))
        .ok_or_else(|| StoreError::damaged("the counter of case references gives no number"))
}

/// Notes that the references of a year up to this number were given, as by an import that numbered its cases itself.
pub fn references_were_given(tx: &Tx<'_>, year: i16, last: u32) -> Result<()> {
    let sql = "INSERT INTO counter (name, value) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE counter.value < excluded.value";
    tx.execute(sql, &[format!("case-{year}").into(), last.into()]).map(|_| ())
}

/// The reference the next case of a year will get, if nobody opens one before. It is given for good by
/// [`next_reference`].
pub fn foreseen_reference(c: &Conn<'_>, year: i16) -> Result<CaseReference> {
    let sql = "SELECT value FROM counter WHERE name = $1";
    let last: Option<u32> = c.one(sql, &[format!("case-{year}").into()], |row| row.get(0))?;
    Ok(CaseReference::new(year, last.unwrap_or(0) + 1))
}
