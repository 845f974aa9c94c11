//! Signing how long the record is, and showing that an entry is in it.

use amends_core::{
    id::CaseId,
    ledger::{Checkpoint, inclusion_proof, to_the_microsecond},
    text::Digest,
};
use ed25519_dalek::SigningKey;
use jiff::Timestamp;

use crate::{
    db::{Conn, Tx},
    error::{Result, StoreError},
};

/// Signs and keeps a checkpoint over everything committed so far, and returns the signed note. Nothing where
/// there is no news since the last one.
pub fn checkpoint(tx: &Tx<'_>, origin: &str, at: Timestamp, key: &SigningKey) -> Result<Option<String>> {
    let tree = super::tree(tx)?;
    let size = super::place(tree.size())?;
    let last: Option<i64> =
        tx.one("SELECT MAX(size) FROM checkpoint", &[], |row| row.get::<Option<i64>>(0))?.flatten();
    if tree.size() == 0 || last == Some(size) {
        return Ok(None);
    }
    let signed = Checkpoint {
        origin: origin.to_owned(),
        size: tree.size(),
        root: tree.root(),
        at: to_the_microsecond(at),
    };
    let note = signed.sign(key);
    let sql = "INSERT INTO checkpoint (size, root, at, note) VALUES ($1, $2, $3, $4)";
    tx.execute(sql, &[size.into(), signed.root.into(), signed.at.into(), (&note).into()])?;
    Ok(Some(note))
}

/// The signed note of the latest checkpoint.
pub fn latest_checkpoint(c: &Conn<'_>) -> Result<Option<String>> {
    c.one("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1", &[], |row| row.get(0))
}

/// Every checkpoint: how many entries it covers, and the signed note; the first first.
pub fn checkpoints(c: &Conn<'_>) -> Result<Vec<(u64, String)>> {
    c.all("SELECT size, note FROM checkpoint ORDER BY size", &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What shows that one entry is in the record that a checkpoint was signed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryProof {
    /// The hash of the entry.
    pub hash: Digest,
    /// Its place in the order of commitment, from 0.
    pub leaf: u64,
    /// How many entries the checkpoint covers.
    pub size: u64,
    /// The way from the entry to the root.
    pub path: Vec<Digest>,
    /// The checkpoint, as a signed note.
    pub note: String,
}

/// Shows that an entry is in the record, under the latest checkpoint. Nothing while no checkpoint covers it.
pub fn entry_proof(c: &Conn<'_>, case: CaseId, seq: u32) -> Result<Option<EntryProof>> {
    let sql = "SELECT leaf, hash FROM ledger WHERE case_id = $1 AND seq = $2";
    let (leaf, hash): (u64, Digest) = c
        .one(sql, &[case.into(), seq.into()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .ok_or_else(|| StoreError::not_found("entry", format!("{case}/{seq}")))?;
    let sql = "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1";
    let latest: Option<(u64, String)> = c.one(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let Some((size, note)) = latest.filter(|(size, _)| leaf < *size) else { return Ok(None) };
    let sql = "SELECT hash FROM ledger WHERE leaf < $1 ORDER BY leaf";
    let hashes: Vec<Digest> = c.all(sql, &[super::place(size)?.into()], |row| row.get(0))?;
    let path = usize::try_from(leaf).ok().and_then(|leaf| inclusion_proof(&hashes, leaf));
    let path = path.ok_or_else(|| StoreError::damaged("the ledger is shorter than its checkpoint"))?;
    Ok(Some(EntryProof { hash, leaf, size, path, note }))
}
