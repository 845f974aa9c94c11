//! Writing events into the permanent record, and reading them back with their texts.

mod checkpoint;
mod commit;
mod enter;
mod frontier;
mod letters;
mod many;
mod rebuild;
mod verify;

use amends_core::{
    actor::Actor,
    event::Event,
    id::{CaseId, ParticularId},
    ledger::{Entry, NO_ENTRY, open},
    text::Digest,
};
use jiff::{Timestamp, civil::Date};

pub use checkpoint::{EntryProof, checkpoint, checkpoints, entry_proof, latest_checkpoint};
pub use commit::Commit;
pub use enter::{append, append_all};
pub use frontier::size;
pub(crate) use frontier::{place, tree};
pub use letters::{Letters, put_letters};
pub use many::events_of;
pub use rebuild::{Difference, RebuildMode, RebuildReport, rebuild, recount};
pub use verify::{Progress, VerifyReport, verify};

use crate::{
    db::{Conn, Row},
    error::{Later, Result},
    particulars,
    value::{FromValue as _, Json, Value},
};

/// What was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// Of which case.
    pub case: CaseId,
    /// The number of the first entry.
    pub first_seq: u32,
    /// The number of the last entry.
    pub last_seq: u32,
    /// It was recorded before, under the same key; nothing was done now.
    pub repeated: bool,
    /// What it was made from at hand is no more so; nothing was done, and it is to be decided anew.
    pub outdated: bool,
    /// Where its last entry stands; nothing where it was recorded before, or not at all.
    pub placed: Option<Placed>,
}

/// The place of an entry in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// How many entries the record has with it.
    pub entries: u64,
    /// Its hash.
    pub hash: Digest,
}

/// An event with who, when, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// 1 for the first event of the case, and upwards.
    pub seq: u32,
    /// When the office recorded it.
    pub recorded_at: Timestamp,
    /// The day on which it happened, as whoever told us says.
    pub effective_on: Date,
    /// Who did it.
    pub actor: Actor,
    /// The hash of its entry.
    pub hash: Digest,
    /// What happened.
    pub event: Event,
}

/// What [`head`] asks.
const HEAD: &str = "SELECT seq, hash FROM ledger WHERE case_id = $1 ORDER BY seq DESC LIMIT 1";

/// How many entries a case has, and the hash of the last.
fn head(c: &Conn<'_>, case: CaseId) -> Result<(u32, Digest)> {
    let found = c.one(HEAD, &[case.into()], read_head)?;
    Ok(found.unwrap_or((0, NO_ENTRY)))
}

fn read_head(row: &Row<'_>) -> Result<(u32, Digest)> {
    Ok((row.get(0)?, row.get(1)?))
}

/// How many entries a case has.
pub fn entries_of(c: &Conn<'_>, case: CaseId) -> Result<u32> {
    Ok(head(c, case)?.0)
}

fn later(c: &Conn<'_>, case: CaseId, than: u32) -> Result<Vec<Later>> {
    let sql = "SELECT seq, actor, kind, recorded_at FROM ledger WHERE case_id = $1 AND seq > $2 ORDER BY seq";
    c.all(sql, &[case.into(), than.into()], |row| {
        let Json(actor) = row.get(1)?;
        Ok(Later { seq: row.get(0)?, actor, kind: row.get(2)?, recorded_at: row.get(3)? })
    })
}

/// The columns [`read_entry`] reads, in its order.
const ENTRY: &str = "case_id, seq, recorded_at, effective_on, actor, kind, v, body, prev, hash";

/// The actor that was read last, as it was written.
type LastActor = Option<(String, Actor)>;

/// Reads an entry; one by the same hand as the last is spared the reading of its actor.
fn read_entry(row: &Row<'_>, last: &mut LastActor) -> Result<Entry> {
    let written: String = row.get(4)?;
    let actor = match last {
        Some((known, actor)) if *known == written => actor.clone(),
        _ => {
            let Json(actor) = Json::from_value(Value::Text(written.clone()))?;
            last.insert((written, actor)).1.clone()
        }
    };
    Ok(Entry {
        case: row.get(0)?,
        seq: row.get(1)?,
        recorded_at: row.get(2)?,
        effective_on: row.get(3)?,
        actor,
        kind: row.get(5)?,
        v: row.get(6)?,
        body: row.get(7)?,
        prev: row.get(8)?,
        hash: row.get(9)?,
    })
}

/// Everything that happened to a case, first to last, with the texts that are still kept.
/// A case nobody knows has no events.
pub fn load(c: &Conn<'_>, case: CaseId) -> Result<Vec<Recorded>> {
    let sql = format!("SELECT {ENTRY} FROM ledger WHERE case_id = $1 ORDER BY seq");
    let mut last = None;
    opened(c, case, c.all(&sql, &[case.into()], |row| read_entry(row, &mut last))?)
}

/// A page of what happened to a case, the newest first: up to `limit` entries before number `before`,
/// or the newest of all.
pub fn history(c: &Conn<'_>, case: CaseId, before: Option<u32>, limit: u32) -> Result<Vec<Recorded>> {
    let sql =
        format!("SELECT {ENTRY} FROM ledger WHERE case_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3");
    let values = [case.into(), before.unwrap_or(u32::MAX).into(), limit.into()];
    let mut last = None;
    opened(c, case, c.all(&sql, &values, |row| read_entry(row, &mut last))?)
}

fn opened(c: &Conn<'_>, case: CaseId, entries: Vec<Entry>) -> Result<Vec<Recorded>> {
    let texts = particulars::of_case(c, case)?;
    let text = |id: ParticularId| texts.get(&id).cloned();
    entries
        .into_iter()
        .map(|entry| {
            Ok(Recorded {
                seq: entry.seq,
                recorded_at: entry.recorded_at,
                effective_on: entry.effective_on,
                event: open(&entry.body, &text)?,
                actor: entry.actor,
                hash: entry.hash,
            })
        })
        .collect()
}
