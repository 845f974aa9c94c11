//! What is left to chance, all from one seed: a rig that failed can be run again.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// A source of numbers (`SplitMix64`), shared by the threads of a rig.
pub(crate) struct Chance(Mutex<u64>);

/// A seed nobody chose.
pub(crate) fn seed() -> u64 {
    RandomState::new().hash_one("rig") % 1_000_000
}

impl Chance {
    /// The numbers of a seed.
    pub(crate) fn of(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }

    /// A number below another.
    pub(crate) fn below(&self, most: u64) -> u64 {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most.max(1)
    }

    /// A time between two, in milliseconds.
    pub(crate) fn millis(&self, least: u64, most: u64) -> Duration {
        Duration::from_millis(least + self.below(most - least + 1))
    }
}
