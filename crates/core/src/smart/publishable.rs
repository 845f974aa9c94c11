//! Public: the public text gives nobody away, and promises no date.

pub(super) mod birth_dates;
pub(super) mod names;
pub(super) mod references;
pub(super) mod timescale;
