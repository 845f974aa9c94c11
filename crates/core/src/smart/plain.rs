//! Plain words: a reader understands it at once.

pub(super) mod jargon;
pub(super) mod length;
pub(super) mod reading_ease;
