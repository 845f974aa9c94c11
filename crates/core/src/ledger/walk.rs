//! Walking over the ledger in the order of commitment, and saying every place where it is broken.

use std::collections::HashMap;

use serde::Serialize;

use super::{Entry, NO_ENTRY, Tree, seal};
use crate::{id::CaseId, text::Digest};

/// What is wrong at one place of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "broken", rename_all = "snake_case")]
pub enum Broken {
    /// The entry is not what was hashed: something in it was changed.
    Altered,
    /// The entry does not follow from the one before: something was taken out, put in or moved.
    Unlinked,
    /// The number should have been another: entries are missing, doubled or in another order.
    OutOfSequence {
        /// The number that should stand here.
        expected: u32,
    },
    /// The kind beside the event is not the kind in it.
    KindDiffers,
    /// The event does not read.
    Unreadable {
        /// What the reader says.
        error: String,
    },
    /// A text is not the text that was recorded.
    TextAltered {
        /// Where the text stands.
        particular: crate::id::ParticularId,
    },
    /// A text is gone without a note that it was erased.
    TextMissing {
        /// Where the text should stand.
        particular: crate::id::ParticularId,
    },
    /// A file's bytes are not those that were received.
    FileAltered {
        /// The digest it should have.
        digest: Digest,
    },
    /// A file is gone.
    FileMissing {
        /// The digest it had.
        digest: Digest,
    },
    /// The place of an entry in the order of commitment is missing: entries were removed.
    LeafMissing {
        /// The place, from 0.
        leaf: u64,
    },
    /// The tree over all entries is not the tree a checkpoint was signed over.
    CheckpointDiffers {
        /// How many entries that checkpoint covers.
        size: u64,
    },
    /// A checkpoint covers more entries than there are: the end of the record was cut off.
    CheckpointAhead {
        /// How many entries that checkpoint covers.
        size: u64,
    },
    /// A checkpoint does not bear the signature of the key.
    SignatureWrong {
        /// How many entries that checkpoint covers.
        size: u64,
    },
    /// The remembered state of the tree is not that of the entries.
    TreeDiffers,
}

/// One place where the record is broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Break {
    /// In which case, where it lies in one.
    pub case: Option<CaseId>,
    /// At which entry of the case.
    pub seq: Option<u32>,
    /// What is wrong.
    #[serde(flatten)]
    pub what: Broken,
}

/// A walk over all entries in the order of commitment.
#[derive(Debug, Default)]
pub struct Walk {
    heads: HashMap<CaseId, (u32, Digest)>,
    tree: Tree,
}

impl Walk {
    /// At the beginning.
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks at the next entry; says everything that is wrong with it, and goes on from what stands there.
    pub fn entry(&mut self, entry: &Entry) -> Vec<Break> {
        let (last, prev) = self.heads.get(&entry.case).copied().unwrap_or((0, NO_ENTRY));
        let mut found = Vec::new();
        let expected = last + 1;
        if entry.seq != expected {
            found.push(Broken::OutOfSequence { expected });
        }
        if entry.prev != prev {
            found.push(Broken::Unlinked);
        }
        match entry.computed_hash() {
            Ok(hash) if hash == entry.hash => {}
            Ok(_) => found.push(Broken::Altered),
            Err(error) => found.push(Broken::Unreadable { error: error.to_string() }),
        }
        match seal::open_bare(&entry.body) {
            Ok(event) if event.kind() == entry.kind => {}
            Ok(_) => found.push(Broken::KindDiffers),
            Err(error) => found.push(Broken::Unreadable { error: error.to_string() }),
        }
        self.heads.insert(entry.case, (entry.seq, entry.hash));
        self.tree.push(entry.hash);
        found.into_iter().map(|what| Break { case: Some(entry.case), seq: Some(entry.seq), what }).collect()
    }

    /// The tree over the entries seen so far.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// How many cases were seen.
    pub fn cases(&self) -> usize {
        self.heads.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::entry, *};

    const BODY: &str = r#"{"kind":"chases_resumed"}"#;

    fn chain() -> Vec<Entry> {
        let one = entry(1, NO_ENTRY, BODY);
        let two = entry(2, one.hash, BODY);
        let three = entry(3, two.hash, BODY);
        vec![one, two, three]
    }

    fn walk(entries: &[Entry]) -> Vec<Broken> {
        let mut walk = Walk::new();
        entries.iter().flat_map(|entry| walk.entry(entry)).map(|found| found.what).collect()
    }

    #[test]
    fn a_record_as_it_was_written_is_whole() {
        assert_eq!(walk(&chain()), []);
    }

    #[test]
    fn a_changed_entry_is_found() {
        let mut entries = chain();
        entries[1].effective_on = jiff::civil::date(2020, 1, 1);
        assert_eq!(walk(&entries), [Broken::Altered]);
    }

    #[test]
    fn a_changed_entry_hashed_anew_is_found_at_the_next() {
        let mut entries = chain();
        entries[1].effective_on = jiff::civil::date(2020, 1, 1);
        entries[1] = entries[1].clone().hashed().unwrap();
        assert_eq!(walk(&entries), [Broken::Unlinked]);
    }

    #[test]
    fn a_removed_entry_is_found() {
        let mut entries = chain();
        entries.remove(1);
        assert_eq!(walk(&entries), [Broken::OutOfSequence { expected: 2 }, Broken::Unlinked]);
    }

    #[test]
    fn a_kind_that_is_not_the_events_is_found() {
        let mut one = entry(1, NO_ENTRY, BODY);
        one.kind = "judged".to_owned();
        assert_eq!(walk(&[one.hashed().unwrap()]), [Broken::KindDiffers]);
    }
}
