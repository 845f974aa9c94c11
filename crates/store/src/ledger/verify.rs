//! The audit: is the record whole, and is everything it names still what it was?

use std::collections::HashSet;

use amends_core::{
    id::ParticularId,
    ledger::{Break, Broken, Checkpoint, Entry, Walk, sealed_words},
    text::{Digest, Words},
};
use ed25519_dalek::VerifyingKey;
use serde::Serialize;

use super::{ENTRY, read_entry};
use crate::{
    blobs::Blobs,
    db::Conn,
    error::{Result, StoreError},
    particulars::{self, Kept},
};

/// How far the audit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Entries looked at.
    pub entries: u64,
    /// Entries there are.
    pub of: u64,
}

/// What the audit found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct VerifyReport {
    /// Entries looked at.
    pub entries: u64,
    /// Cases they belong to.
    pub cases: u64,
    /// Texts that are as they were recorded.
    pub texts: u64,
    /// Texts that were erased, as the record allows.
    pub texts_erased: u64,
    /// Files that are as they were received; 0 where files were not asked for.
    pub files: u64,
    /// Checkpoints that hold.
    pub checkpoints: u64,
    /// The root of the tree over all entries.
    pub root: Option<Digest>,
    /// Every place where the record is broken.
    pub breaks: Vec<Break>,
}

impl VerifyReport {
    /// Nothing is broken.
    pub fn is_whole(&self) -> bool {
        self.breaks.is_empty()
    }

    fn broken(&mut self, what: Broken) {
        self.breaks.push(Break { case: None, seq: None, what });
    }
}

/// Entries read at a time.
const PAGE: i64 = 500;

/// Looks at everything: chains, tree, checkpoints (their signatures too, where a key is given), texts, and
/// files where a folder is given.
pub fn verify(
    c: &Conn<'_>,
    key: Option<&VerifyingKey>,
    blobs: Option<&Blobs>,
    progress: &mut dyn FnMut(Progress),
) -> Result<VerifyReport> {
    let mut report = VerifyReport::default();
    let of: u64 = c.one("SELECT count(*) FROM ledger", &[], |row| row.get(0))?.unwrap_or(0);
    let mut checkpoints = checkpoints(c, key, &mut report)?.into_iter().peekable();
    let mut walk = Walk::new();
    let mut texts = HashSet::new();
    let mut leaf = -1;
    loop {
        let page = page(c, leaf)?;
        if page.is_empty() {
            break;
        }
        for (place, entry) in page {
            missing_leaves(&mut report, leaf, place);
            leaf = place;
            match entry {
                Ok(entry) => {
                    report.breaks.extend(walk.entry(&entry));
                    check_texts(c, &entry, &mut texts, &mut report)?;
                }
                Err(error) => report.broken(Broken::Unreadable { error: error.to_string() }),
            }
            report.entries += 1;
            while let Some(at) = checkpoints.next_if(|at| at.size == walk.tree().size()) {
                if at.root == walk.tree().root() {
                    report.checkpoints += 1;
                } else {
                    report.broken(Broken::CheckpointDiffers { size: at.size });
                }
            }
        }
        progress(Progress { entries: report.entries, of });
    }
    checkpoints.for_each(|at| report.broken(Broken::CheckpointAhead { size: at.size }));
    match super::tree(c) {
        Ok(kept) if kept == *walk.tree() => {}
        Ok(_) | Err(_) => report.broken(Broken::TreeDiffers),
    }
    report.cases = walk.cases() as u64;
    report.root = Some(walk.tree().root());
    if let Some(blobs) = blobs {
        check_files(c, blobs, &mut report)?;
    }
    Ok(report)
}

fn missing_leaves(report: &mut VerifyReport, last: i64, next: i64) {
    for leaf in (last + 1)..next {
        report.broken(Broken::LeafMissing { leaf: leaf.unsigned_abs() });
    }
}

/// The next entries after a place; one that does not read is there with the reason.
fn page(c: &Conn<'_>, after: i64) -> Result<Vec<(i64, Result<Entry>)>> {
    let sql = format!("SELECT {ENTRY}, leaf FROM ledger WHERE leaf > $1 ORDER BY leaf LIMIT $2");
    c.all(&sql, &[after.into(), PAGE.into()], |row| Ok((row.get(10)?, read_entry(row))))
}

fn check_texts(
    c: &Conn<'_>,
    entry: &Entry,
    seen: &mut HashSet<(ParticularId, Digest)>,
    report: &mut VerifyReport,
) -> Result<()> {
    // What does not read was reported by the walk.
    let Ok(words) = sealed_words(&entry.body) else { return Ok(()) };
    for (particular, digest) in words {
        if !seen.insert((particular, digest)) {
            continue;
        }
        let place = |what| Break { case: Some(entry.case), seq: Some(entry.seq), what };
        match particulars::kept(c, entry.case, particular) {
            Ok(Kept::Whole(salt, text)) if Words::commitment(salt, &text) == digest => report.texts += 1,
            Ok(Kept::Erased) => report.texts_erased += 1,
            Ok(Kept::Missing) => report.breaks.push(place(Broken::TextMissing { particular })),
            Ok(Kept::Whole(..)) | Err(StoreError::Damaged { .. }) => {
                report.breaks.push(place(Broken::TextAltered { particular }));
            }
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// What one checkpoint says.
struct Said {
    size: u64,
    root: Digest,
}

/// The checkpoints in order, each as its signed note says; one whose note does not hold is reported and left out.
fn checkpoints(c: &Conn<'_>, key: Option<&VerifyingKey>, report: &mut VerifyReport) -> Result<Vec<Said>> {
    let sql = "SELECT size, root, note FROM checkpoint ORDER BY size";
    let kept: Vec<(u64, Digest, String)> =
        c.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut said = Vec::new();
    for (size, root, note) in kept {
        let holds = key.is_none_or(|key| {
            Checkpoint::open(&note, key).is_ok_and(|signed| signed.size == size && signed.root == root)
        });
        if holds {
            said.push(Said { size, root });
        } else {
            report.broken(Broken::SignatureWrong { size });
        }
    }
    Ok(said)
}

fn check_files(c: &Conn<'_>, blobs: &Blobs, report: &mut VerifyReport) -> Result<()> {
    let digests: Vec<Digest> = c.all("SELECT digest FROM blob ORDER BY digest", &[], |row| row.get(0))?;
    for digest in digests {
        match blobs.check(digest) {
            Ok(()) => report.files += 1,
            Err(StoreError::NotFound { .. }) => report.broken(Broken::FileMissing { digest }),
            Err(StoreError::FileDamaged { .. }) => report.broken(Broken::FileAltered { digest }),
            Err(other) => return Err(other),
        }
    }
    Ok(())
}
