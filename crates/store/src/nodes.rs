//! Several nodes over one database: who leads in what, and for how long.
//!
//! A node leads by a lease, on the clock of the database and no other. Each change of hands raises the lease's epoch.
//! Whoever leads asks, first of all in each of its transactions, whether it still does ([`still_held`]): one that stood
//! still for longer than its lease and wakes up writes nothing late. Leases spare work; that nothing is done twice is
//! held by what is unique in the tables.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{
    db::{Conn, Place, Tx},
    error::{Result, StoreError},
    value::Value,
};

/// The right to lead in one matter, until it runs out or is given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// In what: `sweep`, `post` …
    pub name: String,
    /// Which node.
    pub holder: Uuid,
    /// How often it has changed hands.
    pub epoch: u64,
}

/// A node, as the others know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its id, made anew at each start.
    pub id: Uuid,
    /// What its keeper calls it: the name of its machine.
    pub name: String,
    /// The version of its program.
    pub program: String,
    /// When it began, by the database's clock.
    pub began_at: Timestamp,
    /// When it was last heard of, by the database's clock.
    pub seen_at: Timestamp,
}

fn bytes(id: Uuid) -> Value {
    Value::Bytes(id.as_bytes().to_vec())
}

/// Takes a lease that is free or has run out, or prolongs one's own. Nothing where another has it.
pub fn take(tx: &Tx<'_>, name: &str, holder: Uuid, length: SignedDuration) -> Result<Option<Lease>> {
    let now = tx.database_time()?;
    let sql = "INSERT INTO lease (name, holder, epoch, ends_at) VALUES ($1, $2, 1, $4)
      ON CONFLICT (name) DO UPDATE SET
        epoch = CASE WHEN lease.holder = excluded.holder AND lease.ends_at > $3
          THEN lease.epoch ELSE lease.epoch + 1 END,
        holder = excluded.holder, ends_at = excluded.ends_at
      WHERE lease.holder = excluded.holder OR lease.ends_at <= $3
      RETURNING epoch";
    let values = [name.into(), bytes(holder), now.into(), end(now, length).into()];
    let epoch: Option<u64> = tx.one(sql, &values, |row| row.get(0))?;
    Ok(epoch.map(|epoch| Lease { name: name.to_owned(), holder, epoch }))
}

/// Prolongs a lease that is still held. Fails with [`StoreError::LeaseLost`] where it is not.
pub fn prolong(tx: &Tx<'_>, lease: &Lease, length: SignedDuration) -> Result<()> {
    let now = tx.database_time()?;
    let sql = "UPDATE lease SET ends_at = $5
      WHERE name = $1 AND holder = $2 AND epoch = $3 AND ends_at > $4";
    let values =
        [(&lease.name).into(), bytes(lease.holder), epoch(lease)?, now.into(), end(now, length).into()];
    if tx.execute(sql, &values)? == 1 { Ok(()) } else { Err(lost(lease)) }
}

/// The first thing asked in every transaction of one who leads. Fails with [`StoreError::LeaseLost`] where it is not
/// its lease any more.
pub fn still_held(tx: &Tx<'_>, lease: &Lease) -> Result<()> {
    let now = tx.database_time()?;
    let sql = "SELECT epoch FROM lease WHERE name = $1 AND holder = $2 AND epoch = $3 AND ends_at > $4";
    let values = [(&lease.name).into(), bytes(lease.holder), epoch(lease)?, now.into()];
    let found: Option<u64> = tx.one(sql, &values, |row| row.get(0))?;
    found.map(|_| ()).ok_or_else(|| lost(lease))
}

/// Gives a lease back before its time, so that another need not wait. One that was lost is left to whoever has it.
pub fn give_back(tx: &Tx<'_>, lease: &Lease) -> Result<()> {
    let now = tx.database_time()?;
    let sql = "UPDATE lease SET ends_at = $4 WHERE name = $1 AND holder = $2 AND epoch = $3";
    let values = [(&lease.name).into(), bytes(lease.holder), epoch(lease)?, now.into()];
    tx.execute(sql, &values).map(|_| ())
}

/// Who has a lease now; nobody where it is free or has run out.
pub fn holder(c: &Conn<'_>, name: &str) -> Result<Option<Lease>> {
    let now = c.database_time()?;
    let sql = "SELECT holder, epoch FROM lease WHERE name = $1 AND ends_at > $2";
    c.one(sql, &[name.into(), now.into()], |row| {
        Ok(Lease { name: name.to_owned(), holder: id(row.get(0)?)?, epoch: row.get(1)? })
    })
}

/// Every lease that somebody has now, by name.
pub fn leases(c: &Conn<'_>) -> Result<Vec<Lease>> {
    let now = c.database_time()?;
    let sql = "SELECT name, holder, epoch FROM lease WHERE ends_at > $1 ORDER BY name";
    c.all(sql, &[now.into()], |row| {
        Ok(Lease { name: row.get(0)?, holder: id(row.get(1)?)?, epoch: row.get(2)? })
    })
}

/// Notes that a node is there, and forgets those not heard of for a day.
pub fn heard_of(tx: &Tx<'_>, node: Uuid, name: &str, program: &str) -> Result<()> {
    let now = tx.database_time()?;
    let sql = "INSERT INTO node (id, name, program, began_at, seen_at) VALUES ($1, $2, $3, $4, $4)
      ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at";
    tx.execute(sql, &[bytes(node), name.into(), program.into(), now.into()])?;
    let long_ago = now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(now);
    tx.execute("DELETE FROM node WHERE seen_at < $1", &[long_ago.into()]).map(|_| ())
}

/// Forgets a node that was told to stop and did: nobody need wait for it.
pub fn gone(tx: &Tx<'_>, node: Uuid) -> Result<()> {
    tx.execute("DELETE FROM node WHERE id = $1", &[bytes(node)]).map(|_| ())
}

/// Every node heard of within a day, the one that began first first.
pub fn nodes(c: &Conn<'_>) -> Result<Vec<Node>> {
    let sql = "SELECT id, name, program, began_at, seen_at FROM node ORDER BY began_at, id";
    c.all(sql, &[], |row| {
        Ok(Node {
            id: id(row.get(0)?)?,
            name: row.get(1)?,
            program: row.get(2)?,
            began_at: row.get(3)?,
            seen_at: row.get(4)?,
        })
    })
}

/// How long ago a node must have been heard of at least for its office to be taken as stopped.
const AT_REST: SignedDuration = SignedDuration::from_secs(60);

/// Refuses a server on which an office works. A file has a door of its own.
pub(crate) fn assert_at_rest(c: &Conn<'_>, place: &Place) -> Result<()> {
    let long_ago = c.database_time()?.checked_sub(AT_REST).unwrap_or(Timestamp::MIN);
    match nodes(c)?.into_iter().find(|node| node.seen_at > long_ago) {
        Some(node) if c.is_shared() => {
            Err(StoreError::OfficeRuns { place: place.to_string(), node: node.name })
        }
        Some(_) | None => Ok(()),
    }
}

fn id(bytes: Vec<u8>) -> Result<Uuid> {
    Uuid::from_slice(&bytes).map_err(|error| StoreError::damaged(error.to_string()))
}

fn epoch(lease: &Lease) -> Result<Value> {
    i64::try_from(lease.epoch).map(Value::Int).map_err(|_| StoreError::damaged("the epoch of a lease"))
}

fn end(now: Timestamp, length: SignedDuration) -> Timestamp {
    now.checked_add(length).unwrap_or(now)
}

fn lost(lease: &Lease) -> StoreError {
    StoreError::LeaseLost { name: lease.name.clone() }
}
