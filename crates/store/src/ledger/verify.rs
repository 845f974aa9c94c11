//! The audit: is the record whole, and is everything it names still what it was?

use std::{
    collections::HashMap,
    iter::Peekable,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    vec::IntoIter,
};

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
    db::{Conn, Question},
    error::{Result, StoreError},
    particulars::{self, Kept, KeptOf},
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
    /// Texts that are as they were recorded; one that several entries name counts with each.
    pub texts: u64,
    /// Texts that were erased, as the record allows, counted alike.
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
const PAGE: i64 = 1_000;

/// Looks at everything: chains, tree, checkpoints (their signatures too, where a key is given), texts, and
/// files where a folder is given.
///
/// One thread reads, this one; another works out what was read before.
pub fn verify(
    c: &Conn<'_>,
    key: Option<&VerifyingKey>,
    blobs: Option<&Blobs>,
    progress: &mut dyn FnMut(Progress),
) -> Result<VerifyReport> {
    let mut report = VerifyReport::default();
    let of: u64 = c.one("SELECT count(*) FROM ledger", &[], |row| row.get(0))?.unwrap_or(0);
    let checkpoints = checkpoints(c, key, &mut report)?;
    let audit =
        Audit { report, walk: Walk::new(), checkpoints: checkpoints.into_iter().peekable(), leaf: -1 };
    let Audit { mut report, walk, checkpoints, .. } = std::thread::scope(|scope| {
        let (hand_over, pages) = sync_channel(AHEAD);
        let looks = std::thread::Builder::new()
            .name("audit".to_owned())
            .spawn_scoped(scope, move || audit.all(pages))
            .map_err(|error| StoreError::io("audit", &error))?;
        let read = read_all(c, &hand_over, of, progress);
        drop(hand_over);
        let audit = looks.join().map_err(|_| StoreError::Panicked { what: "the audit".to_owned() })?;
        read.map(|()| audit)
    })?;
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

/// So many pages are read ahead at most.
const AHEAD: usize = 2;

/// Entries that follow each other, and what stands under the words they name.
struct Page {
    entries: Vec<Found>,
    texts: Texts,
}

type Texts = HashMap<ParticularId, Result<KeptOf>>;

/// Reads everything and hands it over, page by page. With the texts of one page the entries of the next are asked for.
fn read_all(
    c: &Conn<'_>,
    hand_over: &SyncSender<Page>,
    of: u64,
    progress: &mut dyn FnMut(Progress),
) -> Result<()> {
    let (mut entries, _) = next(c, -1, &[])?;
    let mut read = 0;
    while let Some(last) = entries.last() {
        let (following, texts) = next(c, last.leaf, &entries)?;
        read += entries.len() as u64;
        // Where nobody listens any more, the audit broke off, and says so itself.
        if hand_over.send(Page { entries, texts }).is_err() {
            break;
        }
        progress(Progress { entries: read, of });
        entries = following;
    }
    Ok(())
}

/// The entries after a place, and what stands under the words of those before, all in one journey.
fn next(c: &Conn<'_>, after: i64, before: &[Found]) -> Result<(Vec<Found>, Texts)> {
    let words = before.iter().flat_map(|found| &found.words);
    let mut ids: Vec<ParticularId> = words.map(|(particular, _)| *particular).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut asked = particulars::questions(&ids);
    let texts_end = asked.len();
    let sql = format!("SELECT {ENTRY}, leaf FROM ledger WHERE leaf > $1 ORDER BY leaf LIMIT $2");
    asked.push(Question::of(sql, [after.into(), PAGE.into()]));
    let (mut entries, mut texts) = (Vec::new(), Texts::with_capacity(ids.len()));
    // What follows each other is mostly by the same hand.
    let mut last = None;
    c.each_of_all(&asked, |nth, row| {
        if nth < texts_end {
            let (id, kept) = particulars::read_kept(row)?;
            texts.insert(id, kept);
            return Ok(());
        }
        let entry = read_entry(row, &mut last);
        let words = entry.as_ref().map(words_of).unwrap_or_default();
        entries.push(Found { leaf: row.get(10)?, entry, words });
        Ok(())
    })?;
    Ok((entries, texts))
}

/// What has been looked at so far.
struct Audit {
    report: VerifyReport,
    walk: Walk,
    /// Those that were not come to yet.
    checkpoints: Peekable<IntoIter<Said>>,
    /// The place of the last entry.
    leaf: i64,
}

impl Audit {
    fn all(mut self, pages: Receiver<Page>) -> Self {
        for page in pages {
            self.look_at(page);
        }
        self
    }

    fn look_at(&mut self, page: Page) {
        let Self { report, walk, checkpoints, leaf } = self;
        for Found { leaf: place, entry, words } in page.entries {
            missing_leaves(report, *leaf, place);
            *leaf = place;
            match entry {
                Ok(entry) => {
                    report.breaks.extend(walk.entry(&entry));
                    check_texts(&entry, &words, &page.texts, report);
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
    }
}

fn missing_leaves(report: &mut VerifyReport, last: i64, next: i64) {
    for leaf in (last + 1)..next {
        report.broken(Broken::LeafMissing { leaf: leaf.unsigned_abs() });
    }
}

/// An entry as it stands in the table; one that does not read is there with the reason.
struct Found {
    leaf: i64,
    entry: Result<Entry>,
    /// The words it names, each once.
    words: Vec<(ParticularId, Digest)>,
}

/// The words an entry names, each once. What does not read was reported by the walk.
fn words_of(entry: &Entry) -> Vec<(ParticularId, Digest)> {
    let mut words = sealed_words(&entry.body).unwrap_or_default();
    words.sort_unstable();
    words.dedup();
    words
}

fn check_texts(entry: &Entry, words: &[(ParticularId, Digest)], texts: &Texts, report: &mut VerifyReport) {
    for (particular, digest) in words.iter().copied() {
        let place = |what| Break { case: Some(entry.case), seq: Some(entry.seq), what };
        let found = match texts.get(&particular) {
            // What stands under another case does not stand here.
            Some(Ok(found)) if found.case == entry.case => &found.kept,
            Some(Ok(_)) | None => &Kept::Missing,
            Some(Err(_)) => {
                report.breaks.push(place(Broken::TextAltered { particular }));
                continue;
            }
        };
        match found {
            Kept::Whole(salt, text) if Words::commitment(*salt, text) == digest => report.texts += 1,
            Kept::Whole(..) => report.breaks.push(place(Broken::TextAltered { particular })),
            Kept::Erased => report.texts_erased += 1,
            Kept::Missing => report.breaks.push(place(Broken::TextMissing { particular })),
        }
    }
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
