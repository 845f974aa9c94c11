//! The pulse of the machinery, and what was found when the office was last asked whether it can serve.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::health::Check;

/// The pulse of the machinery, and the last answer about readiness.
#[derive(Debug, Default)]
pub struct Pulse {
    beat: Mutex<Option<Instant>>,
    // Held while the checks are made, so that one goes at a time.
    pub(super) checking: Mutex<()>,
    checked: Mutex<Option<(Instant, Vec<Check>)>>,
}

impl Pulse {
    /// The machinery is at work: said at each step of a round.
    pub fn beat(&self) {
        *self.beat.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// How long ago it was at work; none where it does not run in this process.
    pub fn since(&self) -> Option<Duration> {
        self.beat.lock().unwrap_or_else(PoisonError::into_inner).map(|beat| beat.elapsed())
    }

    /// What was found, and how long ago.
    pub(super) fn checked(&self) -> Option<(Duration, Vec<Check>)> {
        let checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        checked.as_ref().map(|(at, found)| (at.elapsed(), found.clone()))
    }

    /// Keeps what was found.
    pub(super) fn keep(&self, found: Vec<Check>) {
        *self.checked.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), found));
    }
}
