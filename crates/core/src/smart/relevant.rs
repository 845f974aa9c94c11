//! R: it answers what went wrong, and nobody has asked for it already.

pub(super) mod duplicate;
pub(super) mod linked_to_finding;
pub(super) mod theme_named;
