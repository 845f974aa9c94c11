//! Welsh: mutations, numbers, and the verb-nouns of remedies.

pub(super) mod cue;
pub(crate) mod mutation;
pub(super) mod number;
pub(super) mod verb;
