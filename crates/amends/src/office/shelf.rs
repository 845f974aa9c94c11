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
//! Whoever decides need not look: a decision made from a case [at hand](Shelf::at_hand) takes the hash of its last entry
//! with it, and the transaction that records it looks whether that is still the last one.
//!
//! How much it holds is bounded by the entries of its cases ([`cases`]).

mod cases;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use amends_core::{case::Case, id::CaseId, ledger::NO_ENTRY, text::Digest};
use amends_store::{
    ledger::Placed,
    stamps::{Added, Stamps, added_from, last_entry},
};

use cases::Cases;

use super::{
    ActError,
    sight::{Sight, folded},
};

/// So many entries are read along at once; where there are more, the shelf begins anew.
const ALONG: u64 = 2_000;
/// Where this node has recorded so many more entries, somebody reads along.
const BEHIND: u64 = 500;
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
    /// The hash of the last entry it was folded from.
    hash: Digest,
    /// It is so since the record had so many entries, or fewer.
    since: u64,
}

/// When a case was decided, as the shelf reckons.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// The number of erasures.
    pub(super) erased: u64,
    /// How often the shelf had begun anew.
    begun: u64,
}

/// A case at hand.
pub(super) struct InHand {
    pub(super) case: Arc<Case>,
    /// The hash of its last entry.
    pub(super) last: Digest,
    pub(super) moment: Moment,
}

#[derive(Debug)]
struct Inside {
    /// So many entries of the record were read along, and the hash of the last of them.
    entries: u64,
    last: Digest,
    /// So many entries the record is known to have: those this node recorded need not be read along yet.
    heard: u64,
    /// Somebody is about to read along.
    awaited: bool,
    /// So many times everything was put away.
    begun: u64,
    erased: u64,
    cases: Cases,
    /// The last entry of every case that changed since the record had so many.
    lately: HashMap<CaseId, Added>,
    since: u64,
}

impl Default for Inside {
    fn default() -> Self {
        Self {
            entries: 0,
            last: NO_ENTRY,
            heard: 0,
            awaited: false,
            begun: 0,
            erased: 0,
            cases: Cases::default(),
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
        self.look(sight, case, true)
    }

    /// A case as it is in this sight, for one who goes through many and comes back to none: one that is not at hand is read,
    /// and not put up in the place of those that are asked for.
    pub(super) fn pass(&self, sight: &Sight<'_>, case: CaseId) -> Result<Option<Arc<Case>>, ActError> {
        self.look(sight, case, false)
    }

    fn look(&self, sight: &Sight<'_>, case: CaseId, keep: bool) -> Result<Option<Arc<Case>>, ActError> {
        let stamps = sight.stamps();
        self.read_along(sight)?;
        let (kept, sure) = {
            let mut inside = self.inside();
            let kept = if inside.erased == stamps.erased { inside.cases.find(case) } else { None };
            (kept, inside.is_at(&stamps))
        };
        // One that this node recorded may be newer than this sight.
        if let Some(Kept { case: kept, hash, since }) = kept
            && (sure && since <= stamps.entries || last_entry(sight.conn(), case)? == Some((kept.seq, hash)))
        {
            return Ok(Some(kept));
        }
        let history = sight.history(case)?;
        let Some(found) = folded(case, &history)?.map(Arc::new) else { return Ok(None) };
        if let Some(last) = history.last().filter(|_| keep) {
            let kept = Kept { case: Arc::clone(&found), hash: last.hash, since: stamps.entries };
            let mut inside = self.inside();
            let moment = Moment { erased: stamps.erased, begun: inside.begun };
            inside.put_up(kept, moment);
        }
        Ok(Some(found))
    }

    /// Now, for one who looks under this number of erasures.
    pub(super) fn moment(&self, erased: u64) -> Moment {
        Moment { erased, begun: self.inside().begun }
    }

    /// Takes a case down as it is for all this node knows, so that it can become the next without being copied. Every now
    /// and then nothing comes, so that what was recorded meanwhile is read along.
    pub(super) fn at_hand(&self, case: CaseId) -> Option<InHand> {
        let mut inside = self.inside();
        if inside.heard.saturating_sub(inside.entries) > BEHIND && !inside.awaited {
            inside.awaited = true;
            return None;
        }
        let Kept { case, hash, .. } = inside.cases.take(case)?;
        let moment = Moment { erased: inside.erased, begun: inside.begun };
        Some(InHand { case, last: hash, moment })
    }

    /// Puts a case up that this node has just recorded, as it stands after it, and where its last entry is.
    pub(super) fn recorded(&self, case: Arc<Case>, at: Placed, decided: Moment) {
        let mut inside = self.inside();
        inside.heard = inside.heard.max(at.entries);
        inside.put_up(Kept { case, hash: at.hash, since: at.entries }, decided);
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
                    inside.awaited = false;
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
        self.cases.clear();
        self.lately.clear();
        self.since = self.entries;
        self.heard = 0;
        self.begun += 1;
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
        if self.cases.peek(one.case).is_some_and(|kept| !kept.outlives(one)) {
            self.cases.take(one.case);
        }
    }

    /// Puts up a case that was read or decided then, unless it has changed since, or may have.
    fn put_up(&mut self, kept: Kept, then: Moment) {
        if (self.erased, self.begun) != (then.erased, then.begun) || self.since > kept.since {
            return;
        }
        let id = kept.case.id;
        let newer = |there: &Kept| there.case.seq > kept.case.seq;
        if self.lately.get(&id).is_some_and(|one| !kept.outlives(one))
            || self.cases.peek(id).is_some_and(newer)
        {
            return;
        }
        self.cases.put(kept);
    }
}

impl Kept {
    fn weight(&self) -> usize {
        usize::try_from(self.case.seq).unwrap_or(usize::MAX)
    }

    /// Is it still so when the case has this entry?
    fn outlives(&self, one: &Added) -> bool {
        self.case.seq > one.seq || (self.case.seq == one.seq && self.hash == one.hash)
    }
}
