//! Writing events into the permanent record, and reading them back with their texts.

mod checkpoint;
mod frontier;
mod many;
mod rebuild;
mod verify;

use std::collections::{BTreeMap, HashMap, HashSet};

use amends_core::{
    actor::Actor,
    event::Event,
    id::{CaseId, ParticularId},
    index::Rows,
    ledger::{EVENT_VERSION, Entry, NO_ENTRY, Sealed, Tree, open, seal, to_the_microsecond},
    text::{Digest, Words},
};
use jiff::{Timestamp, civil::Date};

pub use checkpoint::{EntryProof, checkpoint, checkpoints, entry_proof, latest_checkpoint};
pub use frontier::size;
pub(crate) use frontier::{place, tree};
pub use many::events_of;
pub use rebuild::{Difference, RebuildMode, RebuildReport, rebuild, recount};
pub use verify::{Progress, VerifyReport, verify};

use frontier::keep_tree;

use crate::{
    db::{Conn, Row, Tx},
    error::{Later, Result, StoreError},
    particulars::{self, NewParticular},
    post::{self, NewPost},
    rows,
    search::{self, CaseTexts, EvidenceChange},
    value::{FromValue as _, Json, Value, json},
};

/// A decision to be recorded: what happened to one case, and everything that goes with it.
/// Only the office makes one, after the rules have been asked; everything in it is kept, or nothing is.
#[derive(Debug, Clone)]
pub struct Commit {
    case: CaseId,
    expected_seq: u32,
    actor: Actor,
    recorded_at: Timestamp,
    effective_on: Date,
    events: Vec<Event>,
    rows: Rows,
    particulars: Vec<NewParticular>,
    posts: Vec<NewPost>,
    texts: Option<CaseTexts>,
    evidence: Option<EvidenceChange>,
    key: Option<String>,
}

impl Commit {
    /// What happened to a case that had `expected_seq` entries when it was decided, and the rows that lists
    /// are made of afterwards. `effective_on` is the day on which it happened, as whoever told us says.
    pub fn new(
        actor: Actor,
        recorded_at: Timestamp,
        effective_on: Date,
        expected_seq: u32,
        events: Vec<Event>,
        rows: Rows,
    ) -> Self {
        Self {
            case: rows.case.case,
            expected_seq,
            actor,
            recorded_at: to_the_microsecond(recorded_at),
            effective_on,
            events,
            rows,
            particulars: Vec::new(),
            posts: Vec::new(),
            texts: None,
            evidence: None,
            key: None,
        }
    }

    /// The texts that the events mention and the store does not have yet.
    #[must_use]
    pub fn particulars(mut self, particulars: Vec<NewParticular>) -> Self {
        self.particulars = particulars;
        self
    }

    /// The letters that are owed because of it.
    #[must_use]
    pub fn posts(mut self, posts: Vec<NewPost>) -> Self {
        self.posts = posts;
        self
    }

    /// The texts that lists show and are searched by, where they changed.
    #[must_use]
    pub fn texts(mut self, texts: CaseTexts) -> Self {
        self.texts = Some(texts);
        self
    }

    /// What came in evidence, or who may see it, is other than before.
    #[must_use]
    pub fn evidence(mut self, change: EvidenceChange) -> Self {
        self.evidence = Some(change);
        self
    }

    /// The key of the request. A second commit under the same key changes nothing and gets the first one's answer.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }
}

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

/// Records a decision. Fails with [`StoreError::Conflict`] where somebody else changed the case meanwhile.
pub fn append(tx: &Tx<'_>, commit: &Commit) -> Result<Appended> {
    let mut tree = tree(tx)?;
    let appended = enter(tx, commit, &mut tree)?;
    keep_tree(tx, &tree)?;
    if !appended.repeated {
        rows::replace(tx, &commit.rows)?;
        if let Some(texts) = &commit.texts {
            search::replace(tx, commit.case, texts)?;
        }
        search::evidence_changed(tx, commit.case, commit.evidence.as_ref())?;
    }
    Ok(appended)
}

/// Records decisions on several cases, all or none: one chase that names recommendations of many cases. Where several
/// are on one case, its rows and texts are written once, as the last leaves them.
pub fn append_all<'a>(tx: &Tx<'_>, commits: impl IntoIterator<Item = &'a Commit>) -> Result<Vec<Appended>> {
    let mut tree = tree(tx)?;
    let mut all = Vec::new();
    let mut last_rows: BTreeMap<CaseId, &Rows> = BTreeMap::new();
    let mut last_texts: BTreeMap<CaseId, &CaseTexts> = BTreeMap::new();
    let mut evidence: Vec<(CaseId, &EvidenceChange)> = Vec::new();
    for commit in commits {
        let appended = enter(tx, commit, &mut tree)?;
        if !appended.repeated {
            last_rows.insert(commit.case, &commit.rows);
            last_texts.extend(commit.texts.as_ref().map(|texts| (commit.case, texts)));
            evidence.extend(commit.evidence.as_ref().map(|change| (commit.case, change)));
        }
        all.push(appended);
    }
    keep_tree(tx, &tree)?;
    last_rows.values().try_for_each(|rows| rows::replace(tx, rows))?;
    last_texts.iter().try_for_each(|(case, texts)| search::replace(tx, *case, texts))?;
    evidence.into_iter().try_for_each(|(case, change)| search::evidence_changed(tx, case, Some(change)))?;
    Ok(all)
}

/// Enters a decision: its texts, its entries and the letters it owes; everything but the rows made from the case.
fn enter(tx: &Tx<'_>, commit: &Commit, tree: &mut Tree) -> Result<Appended> {
    if let Some(key) = &commit.key
        && let Some(before) = recorded_under(tx, key)?
    {
        return Ok(before);
    }
    if commit.events.is_empty() {
        return Err(StoreError::BadCommit { what: "no event in it".to_owned() });
    }
    let (last_seq, head) = head(tx, commit.case)?;
    if last_seq != commit.expected_seq {
        let by = later(tx, commit.case, commit.expected_seq)?;
        return Err(StoreError::Conflict {
            case: commit.case,
            expected: commit.expected_seq,
            found: last_seq,
            by,
        });
    }
    particulars::keep(tx, commit.case, &commit.particulars)?;
    let sealed = commit.events.iter().map(seal).collect::<Result<Vec<_>, _>>()?;
    check_words(tx, commit, &sealed)?;

    let appended = add_entries(tx, commit, sealed, (last_seq, head), tree)?;
    commit.posts.iter().try_for_each(|new| post::put(tx, new, commit.recorded_at))?;
    if let Some(key) = &commit.key {
        let sql =
            "INSERT INTO idempotency (key, case_id, first_seq, last_seq, at) VALUES ($1, $2, $3, $4, $5)";
        let seqs = [appended.first_seq, appended.last_seq].map(Value::from);
        let [first, last] = seqs;
        tx.execute(sql, &[key.into(), commit.case.into(), first, last, commit.recorded_at.into()])?;
    }
    Ok(appended)
}

fn recorded_under(tx: &Tx<'_>, key: &str) -> Result<Option<Appended>> {
    let sql = "SELECT case_id, first_seq, last_seq FROM idempotency WHERE key = $1";
    tx.one(sql, &[key.into()], |row| {
        Ok(Appended { case: row.get(0)?, first_seq: row.get(1)?, last_seq: row.get(2)?, repeated: true })
    })
}

/// How many entries a case has, and the hash of the last.
fn head(c: &Conn<'_>, case: CaseId) -> Result<(u32, Digest)> {
    let sql = "SELECT seq, hash FROM ledger WHERE case_id = $1 ORDER BY seq DESC LIMIT 1";
    let found = c.one(sql, &[case.into()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.unwrap_or((0, NO_ENTRY)))
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

/// Every text the events mention must be kept, under the digest they say: what is not kept is lost for ever.
fn check_words(tx: &Tx<'_>, commit: &Commit, sealed: &[Sealed]) -> Result<()> {
    let new: HashMap<ParticularId, Digest> =
        commit.particulars.iter().map(|one| (one.id, Words::commitment(one.salt, &one.text))).collect();
    let mut seen = HashSet::new();
    for (particular, digest) in sealed.iter().flat_map(|one| &one.words) {
        if !seen.insert((*particular, *digest)) {
            continue;
        }
        let fits = match new.get(particular) {
            Some(kept) => kept == digest,
            None => particulars::fits(tx, commit.case, *particular, *digest)?,
        };
        if !fits {
            let what = format!(
                "the text of particular {particular} is not in it, or is not the text its digest is of"
            );
            return Err(StoreError::BadCommit { what });
        }
    }
    Ok(())
}

fn add_entries(
    tx: &Tx<'_>,
    commit: &Commit,
    sealed: Vec<Sealed>,
    (last_seq, head): (u32, Digest),
    tree: &mut Tree,
) -> Result<Appended> {
    let (mut seq, mut prev) = (last_seq, head);
    for one in sealed {
        seq += 1;
        let entry = Entry {
            case: commit.case,
            seq,
            recorded_at: commit.recorded_at,
            effective_on: commit.effective_on,
            actor: commit.actor.clone(),
            kind: one.kind,
            v: EVENT_VERSION,
            body: one.body,
            prev,
            hash: NO_ENTRY,
        }
        .hashed()?;
        insert_entry(tx, place(tree.size())?, &entry)?;
        tree.push(entry.hash);
        prev = entry.hash;
    }
    Ok(Appended { case: commit.case, first_seq: last_seq + 1, last_seq: seq, repeated: false })
}

const INSERT_ENTRY: &str = "INSERT INTO ledger
  (leaf, case_id, seq, recorded_at, effective_on, actor, kind, v, body, prev, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

fn insert_entry(tx: &Tx<'_>, leaf: i64, entry: &Entry) -> Result<()> {
    let values = [
        leaf.into(),
        entry.case.into(),
        entry.seq.into(),
        entry.recorded_at.into(),
        entry.effective_on.into(),
        json(&entry.actor)?,
        (&entry.kind).into(),
        entry.v.into(),
        (&entry.body).into(),
        entry.prev.into(),
        entry.hash.into(),
    ];
    tx.execute(INSERT_ENTRY, &values).map(|_| ())
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
