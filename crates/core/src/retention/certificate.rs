//! The marks of what went: each can be shown to be of a paper by who has the paper, and by nobody else.

use sha2::{Digest as _, Sha256};

use super::{Disposal, Selection};
use crate::text::Digest;

/// The mark of one thing that went: SHA-256 of the byte 3, the salt and the thing's own digest.
pub fn mark(salt: Digest, thing: Digest) -> Digest {
    let mut hash = Sha256::new();
    hash.update([3]);
    hash.update(salt.0);
    hash.update(thing.0);
    Digest(hash.finalize().into())
}

/// Does the record bear out what a certificate says: is everything the rules select for its classes among its marks?
pub fn is_borne_out(disposal: &Disposal, selected: &Selection) -> bool {
    let texts = selected.texts.values();
    let things: Vec<Digest> = texts.chain(&selected.files).copied().collect();
    let marked = things.iter().all(|thing| disposal.marks.contains(&mark(disposal.salt, *thing)));
    let counts = &disposal.counts;
    let enough = u64::from(counts.files) + u64::from(counts.files_of_others);
    let papers = disposal.papers == selected.papers;
    marked
        && papers
        && enough == selected.files.len() as u64
        && u64::from(counts.texts) == selected.texts.len() as u64
}
