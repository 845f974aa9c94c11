//! The ledger: what makes the record of a case provable. One chain per case, one Merkle tree over all entries.
//!
//! An entry holds no names and no free text: those stand outside and are known here by salted digests
//! ([`Words`](crate::text::Words)), so that erasing them leaves every proof standing.

mod checkpoint;
#[cfg(test)]
mod golden;
mod kind;
mod merkle;
mod seal;
mod walk;

use jiff::{Timestamp, civil::Date};
use sha2::{Digest as _, Sha256};

use crate::{actor::Actor, id::CaseId, text::Digest};

pub use checkpoint::{Checkpoint, NoteError};
pub use kind::KINDS;
pub use merkle::{Tree, consistency_proof, inclusion_proof, verify_consistency, verify_inclusion};
pub use seal::{LedgerError, Sealed, open, seal, sealed_words};
pub use walk::{Break, Broken, Walk};

/// The version of the form events are written in today.
pub const EVENT_VERSION: u16 = 1;

/// What `prev` is in the first entry of a case.
pub const NO_ENTRY: Digest = Digest([0; 32]);

/// One entry of the ledger: one event, with who, when, and its place in the chain of its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which case.
    pub case: CaseId,
    /// 1 for the first event of the case, and upwards without a gap.
    pub seq: u32,
    /// When the office recorded it, to the microsecond.
    pub recorded_at: Timestamp,
    /// The day on which it happened, as whoever told us says.
    pub effective_on: Date,
    /// Who did it.
    pub actor: Actor,
    /// The kind of the event, as in `body`.
    pub kind: String,
    /// The version of the form `body` is in.
    pub v: u16,
    /// The event as canonical JSON: keys sorted, no spaces, no text of any [`Words`](crate::text::Words).
    pub body: String,
    /// The hash of the entry before in the same case; [`NO_ENTRY`] in the first.
    pub prev: Digest,
    /// The hash of this entry, over everything above.
    pub hash: Digest,
}

impl Entry {
    /// What the hash of this entry must be: SHA-256 of a zero byte and ten fields, each after its length in
    /// eight bytes, the most significant first. So an entry is a leaf of the Merkle tree of RFC 6962 section 2.1.
    ///
    /// The fields are: the words `amends entry 1`, the case, seq, `recorded_at`, `effective_on`, the actor as
    /// canonical JSON, kind, v, body, prev. Case and prev are bytes; numbers are decimal digits.
    pub fn computed_hash(&self) -> Result<Digest, LedgerError> {
        Ok(self.unchained()?.after(self.prev))
    }

    /// The hash of this entry as far as it goes without the entry before: all of the work but its end.
    pub fn unchained(&self) -> Result<Unchained, LedgerError> {
        let mut hash = Sha256::new();
        hash.update([0]);
        let mut field = |bytes: &[u8]| field(&mut hash, bytes);
        field(b"amends entry 1");
        field(self.case.0.as_bytes());
        field(self.seq.to_string().as_bytes());
        field(written_time(self.recorded_at).as_bytes());
        field(self.effective_on.to_string().as_bytes());
        field(seal::canonical_actor(&self.actor)?.as_bytes());
        field(self.kind.as_bytes());
        field(self.v.to_string().as_bytes());
        field(self.body.as_bytes());
        Ok(Unchained(hash))
    }

    /// The entry with its hash worked out and put in.
    pub fn hashed(mut self) -> Result<Self, LedgerError> {
        self.hash = self.computed_hash()?;
        Ok(self)
    }
}

/// The hash of an entry of which everything is known but the entry before it.
#[derive(Debug, Clone)]
pub struct Unchained(Sha256);

impl Unchained {
    /// The hash, after the entry with the hash `prev`.
    pub fn after(&self, prev: Digest) -> Digest {
        let mut hash = self.0.clone();
        field(&mut hash, &prev.0);
        Digest(hash.finalize().into())
    }
}

/// Adds a field to a hash, after its length.
fn field(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

/// A time as the record writes it: UTC, six digits after the point, so that texts sort as times do.
pub fn written_time(time: Timestamp) -> String {
    format!("{time:.6}")
}

/// A time cut to the microsecond, as the record keeps it.
pub fn to_the_microsecond(time: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(time.as_microsecond()).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    pub(super) fn entry(seq: u32, prev: Digest, body: &str) -> Entry {
        Entry {
            case: CaseId(Uuid::from_u128(7)),
            seq,
            recorded_at: "2026-04-15T09:30:00.123456Z".parse().unwrap(),
            effective_on: jiff::civil::date(2026, 4, 14),
            actor: Actor::System,
            kind: "chases_resumed".to_owned(),
            v: EVENT_VERSION,
            body: body.to_owned(),
            prev,
            hash: NO_ENTRY,
        }
        .hashed()
        .unwrap()
    }

    #[test]
    fn every_field_of_an_entry_is_under_its_hash() {
        let right = entry(1, NO_ENTRY, r#"{"kind":"chases_resumed"}"#);
        let spoil: [fn(&mut Entry); 9] = [
            |one| one.case = CaseId(Uuid::from_u128(8)),
            |one| one.seq = 2,
            |one| one.recorded_at = "2026-04-15T09:30:00.123457Z".parse().unwrap(),
            |one| one.effective_on = jiff::civil::date(2026, 4, 15),
            |one| one.actor = Actor::Complainant { person: crate::id::PersonId(Uuid::nil()), link: None },
            |one| one.kind.push('s'),
            |one| one.v = 2,
            |one| one.body.push(' '),
            |one| one.prev = Digest::of(b"other"),
        ];
        for change in spoil {
            let mut wrong = right.clone();
            change(&mut wrong);
            assert_ne!(wrong.computed_hash().unwrap(), right.hash, "{wrong:?}");
        }
    }

    #[test]
    fn a_hash_is_what_an_independent_reading_of_the_format_gives() {
        // Worked out with Python's hashlib from the description above.
        let first = entry(1, NO_ENTRY, r#"{"kind":"chases_resumed"}"#);
        assert_eq!(
            first.hash.to_string(),
            "c695f0e0270f27d0ff7dccf9fe95fe4b66b8f4370d9ccc3a0409b07258c0b227"
        );
    }

    #[test]
    fn written_times_sort_as_times_do() {
        let early = written_time("2026-04-15T09:30:00Z".parse().unwrap());
        let late = written_time("2026-04-15T09:30:00.000001Z".parse().unwrap());
        assert_eq!(early, "2026-04-15T09:30:00.000000Z");
        assert!(early < late);
    }
}
