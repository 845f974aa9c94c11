//! Cases at hand: folded once, and used again for as long as nothing was added to them and nothing was erased.
//!
//! Why it is right. The shelf follows the record: it knows up to which entry it has read along, and the hash of that
//! entry. Whoever looks brings a snapshot, which says how long the record is. Is it longer, the entries in between are
//! read first and their cases leave the shelf; is it shorter, as for one who began to look before another, a case is
//! used only where its last entry in that snapshot is the one it was folded from; and should the entry up to which the
//! shelf had read not be what it was, as when a server lost its end, the shelf is emptied. A name or text that is erased
//! anywhere raises a number in the same transaction, and with another number the shelf is emptied (R54). All of it is
//! read from the snapshot itself, so it holds for what other nodes do as well.
//!
//! How much it holds is bounded by the entries of its cases: two halves, of which the older goes when the younger is full.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use amends_core::{case::Case, id::CaseId, ledger::NO_ENTRY, text::Digest};
use amends_store::stamps::{Added, Stamps, added_from, last_entry};

use super::{
    ActError,
    sight::{Sight, folded},
};

/// So many entries of cases, at most, stand in each half.
const HALF: usize = 16_000;
/// So many entries are read along at once; where there are more, the shelf begins anew.
const ALONG: u64 = 2_000;
/// So many cases are remembered to have changed lately.
const LATELY: usize = 8_000;

/// Cases at hand.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    inside: Mutex<Inside>,
}

#[derive(Debug, Clone)]
struct Kept {
    case: Arc<Case>,
    /// The hash of the last entry it was folded from; nothing where the shelf has not read so far.
    hash: Option<Digest>,
}

#[derive(Debug)]
struct Inside {
    /// So many entries of the record were read along, and the hash of the last of them.
    entries: u64,
    last: Digest,
    erased: u64,
    young: HashMap<CaseId, Kept>,
    old: HashMap<CaseId, Kept>,
    weight: usize,
    /// The last entry of every case that changed since the record had so many.
    lately: HashMap<CaseId, Added>,
    since: u64,
}

impl Default for Inside {
    fn default() -> Self {
        Self {
            entries: 0,
            last: NO_ENTRY,
            erased: 0,
            young: HashMap::new(),
            old: HashMap::new(),
            weight: 0,
            lately: HashMap::new(),
            since: 0,
        }
    }
}

impl Shelf {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A case as it is in this sight.
    pub(super) fn find(&self, sight: &Sight<'_>, case: CaseId) -> Result<Option<Arc<Case>>, ActError> {
        let stamps = sight.stamps();
        self.read_along(sight)?;
        let (kept, sure) = {
            let mut inside = self.inside();
            let kept = if inside.erased == stamps.erased { inside.take_down(case) } else { None };
            (kept, inside.is_at(&stamps))
        };
        if let Some(Kept { case: kept, hash: Some(hash) }) = kept
            && (sure || last_entry(sight.conn(), case)? == Some((kept.seq, hash)))
        {
            return Ok(Some(kept));
        }
        let history = sight.history(case)?;
        let Some(found) = folded(case, &history)?.map(Arc::new) else { return Ok(None) };
        if let Some(last) = history.last() {
            let kept = Kept { case: Arc::clone(&found), hash: Some(last.hash) };
            self.inside().put_up(kept, stamps);
        }
        Ok(Some(found))
    }

    /// Puts a case up that this node has just recorded, as it stands after it; `before` are the numbers of the sight in
    /// which it was decided.
    pub(super) fn recorded(&self, case: Case, before: Stamps) {
        self.inside().put_up(Kept { case: Arc::new(case), hash: None }, before);
    }

    /// Reads the entries that were added since, so that no case stays that has another one.
    fn read_along(&self, sight: &Sight<'_>) -> Result<(), ActError> {
        let stamps = sight.stamps();
        loop {
            let from = {
                let mut inside = self.inside();
                if inside.erased < stamps.erased {
                    inside.begin_anew();
                    inside.erased = stamps.erased;
                }
                if inside.entries == stamps.entries && inside.last != stamps.last {
                    inside.begin_anew();
                    inside.last = stamps.last;
                }
                if inside.entries >= stamps.entries {
                    return Ok(());
                }
                inside.entries
            };
            // The last that was read along is read again, to see that it is what it was.
            let far = stamps.entries - from > ALONG;
            let first = if far { stamps.entries } else { from }.saturating_sub(1);
            let added = added_from(sight.conn(), first)?;
            let mut inside = self.inside();
            // Another may have read along meanwhile.
            if inside.entries == from {
                inside.read(&added, &stamps);
            }
        }
    }
}

impl Inside {
    fn is_at(&self, stamps: &Stamps) -> bool {
        (self.entries, self.last, self.erased) == (stamps.entries, stamps.last, stamps.erased)
    }

    /// Nothing is at hand, and nothing is known of what changed before now.
    fn begin_anew(&mut self) {
        self.young.clear();
        self.old.clear();
        self.weight = 0;
        self.lately.clear();
        self.since = self.entries;
    }

    fn read(&mut self, added: &[Added], stamps: &Stamps) {
        let from = std::mem::replace(&mut self.entries, stamps.entries);
        let last = std::mem::replace(&mut self.last, stamps.last);
        let goes_on = added.first().is_some_and(|one| one.leaf + 1 == from && one.hash == last);
        if from > 0 && !goes_on {
            self.begin_anew();
        }
        for one in added.iter().filter(|one| one.leaf >= from) {
            self.learn(one);
        }
        if self.lately.len() > LATELY {
            self.lately.clear();
            self.since = self.entries;
        }
    }

    /// A case has another entry: what was folded from fewer goes.
    fn learn(&mut self, one: &Added) {
        self.lately.insert(one.case, *one);
        self.old.remove(&one.case);
        if let Some(kept) = self.young.get_mut(&one.case) {
            kept.learn(one);
            if kept.case.seq < one.seq {
                self.take_away(one.case);
            }
        }
    }

    /// A case of the shelf; one of the older half moves to the younger.
    fn take_down(&mut self, case: CaseId) -> Option<Kept> {
        if let Some(kept) = self.young.get(&case) {
            return Some(kept.clone());
        }
        let kept = self.old.remove(&case)?;
        self.shelve(kept.clone());
        Some(kept)
    }

    /// Puts up a case that was read or decided when the stamps were these, unless it has changed since, or may have.
    fn put_up(&mut self, mut kept: Kept, when: Stamps) {
        if self.erased != when.erased || self.since > when.entries {
            return;
        }
        match self.lately.get(&kept.case.id) {
            Some(one) if one.seq > kept.case.seq => return,
            Some(one) => kept.learn(one),
            None => {}
        }
        if self.young.get(&kept.case.id).is_none_or(|there| there.case.seq <= kept.case.seq) {
            self.shelve(kept);
        }
    }

    fn shelve(&mut self, kept: Kept) {
        let id = kept.case.id;
        self.take_away(id);
        self.old.remove(&id);
        self.weight += kept.weight();
        self.young.insert(id, kept);
        if self.weight > HALF {
            self.old = std::mem::take(&mut self.young);
            self.weight = 0;
        }
    }

    fn take_away(&mut self, case: CaseId) {
        if let Some(kept) = self.young.remove(&case) {
            self.weight = self.weight.saturating_sub(kept.weight());
        }
    }
}

impl Kept {
    fn weight(&self) -> usize {
        usize::try_from(self.case.seq).unwrap_or(HALF)
    }

    /// The entry up to which it was recorded, once it is read along.
    fn learn(&mut self, one: &Added) {
        if self.hash.is_none() && self.case.seq == one.seq {
            self.hash = Some(one.hash);
        }
    }
}
