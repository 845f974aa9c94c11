//! A decision to be recorded, worked out as far as it can be before its turn to be written comes: one thread writes, and
//! everything it need not do itself is done by whoever asks.

use std::collections::HashMap;

use amends_core::{
    actor::Actor,
    event::Event,
    id::{CaseId, ParticularId},
    index::Rows,
    ledger::{EVENT_VERSION, Entry, NO_ENTRY, Unchained, seal, to_the_microsecond},
    text::{Digest, Words},
};
use jiff::{Timestamp, civil::Date};

use super::Letters;
use crate::{
    error::Result,
    particulars::NewParticular,
    post::NewPost,
    rows::Written,
    search::{CaseTexts, EvidenceChange},
    stamps::AtHand,
    value::{Value, json},
};

/// A decision to be recorded: what happened to one case, and everything that goes with it.
/// Only the office makes one, after the rules have been asked; everything in it is kept, or nothing is.
#[derive(Debug, Clone)]
pub struct Commit {
    pub(super) case: CaseId,
    pub(super) expected_seq: u32,
    pub(super) recorded_at: Timestamp,
    pub(super) entries: Result<Vec<Ready>>,
    pub(super) rows: Result<Written>,
    pub(super) particulars: Vec<NewParticular>,
    /// What the digest of each new text is.
    pub(super) digests: HashMap<ParticularId, Digest>,
    pub(super) letters: Letters,
    pub(super) texts: Option<CaseTexts>,
    pub(super) evidence: Option<EvidenceChange>,
    pub(super) key: Option<String>,
    pub(super) at_hand: Option<AtHand>,
}

/// An entry of which everything is known but its place in the chain and in the tree.
#[derive(Debug, Clone)]
pub(super) struct Ready {
    pub(super) seq: u32,
    /// The texts it mentions, and their digests.
    pub(super) words: Vec<(ParticularId, Digest)>,
    pub(super) hash: Unchained,
    /// From the number in the case to the body, as the columns of the ledger have it.
    pub(super) columns: [Value; 8],
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
        let recorded_at = to_the_microsecond(recorded_at);
        let of_case = OfCase { case: rows.case.case, recorded_at, effective_on, actor };
        let entries =
            (1..).zip(&events).map(|(nth, event)| of_case.ready(expected_seq + nth, event)).collect();
        Self {
            case: rows.case.case,
            expected_seq,
            recorded_at,
            entries,
            rows: Written::of(&rows),
            particulars: Vec::new(),
            digests: HashMap::new(),
            letters: Letters::default(),
            texts: None,
            evidence: None,
            key: None,
            at_hand: None,
        }
    }

    /// The texts that the events mention and the store does not have yet.
    #[must_use]
    pub fn particulars(mut self, particulars: Vec<NewParticular>) -> Self {
        self.digests =
            particulars.iter().map(|one| (one.id, Words::commitment(one.salt, &one.text))).collect();
        self.particulars = particulars;
        self
    }

    /// The letters that are owed because of it.
    #[must_use]
    pub fn posts(mut self, posts: Vec<NewPost>) -> Self {
        self.letters.posts = posts;
        self
    }

    /// The letters that are owed because of it, with what goes with them.
    #[must_use]
    pub fn letters(mut self, letters: Letters) -> Self {
        self.letters = letters;
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

    /// It was made from what was at hand. Where that is no more so it is not recorded, and [`Appended::outdated`] says so;
    /// it must be the only one that is to be recorded, for those beside it would be.
    ///
    /// [`Appended::outdated`]: super::Appended::outdated
    #[must_use]
    pub fn at_hand(mut self, from: AtHand) -> Self {
        self.at_hand = Some(from);
        self
    }
}

/// What all entries of one decision have in common.
struct OfCase {
    case: CaseId,
    recorded_at: Timestamp,
    effective_on: Date,
    actor: Actor,
}

impl OfCase {
    fn ready(&self, seq: u32, event: &Event) -> Result<Ready> {
        let sealed = seal(event)?;
        let entry = Entry {
            case: self.case,
            seq,
            recorded_at: self.recorded_at,
            effective_on: self.effective_on,
            actor: self.actor.clone(),
            kind: sealed.kind,
            v: EVENT_VERSION,
            body: sealed.body,
            prev: NO_ENTRY,
            hash: NO_ENTRY,
        };
        Ok(Ready {
            seq,
            words: sealed.words,
            hash: entry.unchained()?,
            columns: [
                entry.case.into(),
                entry.seq.into(),
                entry.recorded_at.into(),
                entry.effective_on.into(),
                json(&entry.actor)?,
                entry.kind.into(),
                entry.v.into(),
                entry.body.into(),
            ],
        })
    }
}
