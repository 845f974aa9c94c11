//! Sign-ins: sessions that end, and the count of those that failed. Only the digest of a token is kept.

use amends_core::{id::StaffId, text::Digest};
use jiff::{SignedDuration, Timestamp};

use crate::{
    db::{Conn, Tx},
    error::Result,
};

/// A session to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// SHA-256 of its token.
    pub token: Digest,
    /// Whose.
    pub staff: StaffId,
    /// When it begins.
    pub began_at: Timestamp,
    /// When it ends, however much it is used.
    pub ends_at: Timestamp,
}

/// A session that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose.
    pub staff: StaffId,
    /// When it began.
    pub began_at: Timestamp,
    /// When it was used last.
    pub seen_at: Timestamp,
    /// When it ends, however much it is used.
    pub ends_at: Timestamp,
}

/// Begins a session.
pub fn begin_session(tx: &Tx<'_>, new: &NewSession) -> Result<()> {
    let sql = "INSERT INTO session (token, staff_id, began_at, seen_at, ends_at) VALUES ($1, $2, $3, $3, $4)";
    tx.execute(sql, &[new.token.into(), new.staff.into(), new.began_at.into(), new.ends_at.into()])
        .map(|_| ())
}

/// The session with this token, if it counts now: not revoked, not over, used within the last `idle`, and its
/// owner not disabled.
pub fn session(c: &Conn<'_>, token: Digest, now: Timestamp, idle: SignedDuration) -> Result<Option<Session>> {
    let sql = "SELECT s.staff_id, s.began_at, s.seen_at, s.ends_at
      FROM session s JOIN staff ON staff.id = s.staff_id
      WHERE s.token = $1 AND s.revoked_at IS NULL AND s.ends_at > $2 AND s.seen_at > $3 AND staff.disabled = 0";
    let seen_after = now.checked_sub(idle).unwrap_or(Timestamp::MIN);
    c.one(sql, &[token.into(), now.into(), seen_after.into()], |row| {
        Ok(Session { staff: row.get(0)?, began_at: row.get(1)?, seen_at: row.get(2)?, ends_at: row.get(3)? })
    })
}

/// Notes that a session was used.
pub fn touch_session(tx: &Tx<'_>, token: Digest, now: Timestamp) -> Result<()> {
    let sql = "UPDATE session SET seen_at = $2 WHERE token = $1 AND revoked_at IS NULL AND seen_at < $2";
    tx.execute(sql, &[token.into(), now.into()]).map(|_| ())
}

/// Ends a session.
pub fn end_session(tx: &Tx<'_>, token: Digest, at: Timestamp) -> Result<()> {
    let sql = "UPDATE session SET revoked_at = $2 WHERE token = $1 AND revoked_at IS NULL";
    tx.execute(sql, &[token.into(), at.into()]).map(|_| ())
}

/// Ends every session of one member of staff.
pub fn end_sessions_of(tx: &Tx<'_>, staff: StaffId, at: Timestamp) -> Result<()> {
    let sql = "UPDATE session SET revoked_at = $2 WHERE staff_id = $1 AND revoked_at IS NULL";
    tx.execute(sql, &[staff.into(), at.into()]).map(|_| ())
}

/// Forgets sessions that were over before a time. Returns how many.
pub fn forget_ended_sessions(tx: &Tx<'_>, before: Timestamp) -> Result<usize> {
    tx.execute("DELETE FROM session WHERE ends_at < $1 OR revoked_at < $1", &[before.into()])
}

/// Failed sign-ins to one account since the last good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failures {
    /// How many.
    pub count: u32,
    /// When the last was.
    pub last_at: Timestamp,
}

/// Counts a failed sign-in to an account, whether there is one or not, and says how many there are now.
pub fn count_failure(tx: &Tx<'_>, account: &str, at: Timestamp) -> Result<Failures> {
    let sql = "INSERT INTO sign_in_failure (account, failures, last_at) VALUES ($1, 1, $2)
      ON CONFLICT (account) DO UPDATE SET failures = sign_in_failure.failures + 1, last_at = excluded.last_at";
    tx.execute(sql, &[account_key(account).into(), at.into()])?;
    Ok(failures(tx, account)?.unwrap_or(Failures { count: 1, last_at: at }))
}

/// The failed sign-ins to an account since the last good one.
pub fn failures(c: &Conn<'_>, account: &str) -> Result<Option<Failures>> {
    let sql = "SELECT failures, last_at FROM sign_in_failure WHERE account = $1";
    c.one(sql, &[account_key(account).into()], |row| {
        Ok(Failures { count: row.get(0)?, last_at: row.get(1)? })
    })
}

/// Forgets the failed sign-ins to an account, after a good one.
pub fn forgive(tx: &Tx<'_>, account: &str) -> Result<()> {
    tx.execute("DELETE FROM sign_in_failure WHERE account = $1", &[account_key(account).into()]).map(|_| ())
}

/// The account as counted: what is typed in capitals is the same account.
fn account_key(account: &str) -> String {
    account.trim().to_lowercase()
}
