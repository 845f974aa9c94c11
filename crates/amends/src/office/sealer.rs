//! Seals free text under fresh ids and salts, and keeps what was sealed for the memory.

use amends_core::{id::ParticularId, text::Words};
use amends_store::particulars::NewParticular;
use jiff::Timestamp;
use uuid::Uuid;

use crate::clock::Chance;

/// Makes ids and words for one request.
pub struct Sealer {
    chance: Chance,
    now: Timestamp,
    kept: Vec<NewParticular>,
}

impl Sealer {
    /// For a request that came now.
    pub fn new(chance: Chance, now: Timestamp) -> Self {
        Self { chance, now, kept: Vec::new() }
    }

    /// A fresh id.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub fn id(&self) -> Result<Uuid, getrandom::Error> {
        self.chance.id(self.now)
    }

    /// A text, sealed.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub fn words(&mut self, text: &str) -> Result<Words, getrandom::Error> {
        let id = ParticularId(self.id()?);
        let (words, kept) = NewParticular::seal(id, self.chance.salt()?, text.trim());
        self.kept.push(kept);
        Ok(words)
    }

    /// A text, sealed; nothing for a blank one.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub fn optional(&mut self, text: &str) -> Result<Option<Words>, getrandom::Error> {
        if text.trim().is_empty() { Ok(None) } else { self.words(text).map(Some) }
    }

    /// What was sealed, for the memory.
    pub fn into_kept(self) -> Vec<NewParticular> {
        self.kept
    }
}
