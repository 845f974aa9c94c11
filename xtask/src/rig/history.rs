//! What the clients were told: written to a file outside the office, and flushed, before it counts.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::Outcome;

/// The acts that were sent, and those that were acknowledged. Each has a mark that stands in what it wrote.
pub(crate) struct History {
    told: Mutex<Told>,
}

struct Told {
    file: File,
    sent: BTreeSet<String>,
    acknowledged: Vec<String>,
    refused: Vec<String>,
    // The power has gone: what is said from now on nobody would have heard.
    dark: bool,
    unheard: usize,
}

impl History {
    /// A history in a new file.
    pub(crate) fn new(file: &Path) -> Outcome<Self> {
        let file = File::create(file).map_err(|fault| format!("{}: {fault}", file.display()))?;
        let told = Told {
            file,
            sent: BTreeSet::new(),
            acknowledged: Vec::new(),
            refused: Vec::new(),
            dark: false,
            unheard: 0,
        };
        Ok(Self { told: Mutex::new(told) })
    }

    fn told(&self) -> std::sync::MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An act is about to be sent.
    pub(crate) fn sent(&self, mark: &str) {
        self.told().sent.insert(mark.to_owned());
    }

    /// The office said that it is done.
    pub(crate) fn acknowledged(&self, mark: &str) {
        let mut told = self.told();
        if told.dark {
            told.unheard += 1;
            return;
        }
        if writeln!(told.file, "{mark}").and_then(|()| told.file.flush()).is_ok() {
            told.acknowledged.push(mark.to_owned());
        }
    }

    /// The power goes, or is back. What a machine says after its power has gone nobody hears, and it does not count: while
    /// a file system is being shut down, Linux may answer a program that its data are on the disk when they are not.
    pub(crate) fn dark(&self, dark: bool) {
        self.told().dark = dark;
    }

    /// How many answers came after the power had gone.
    pub(crate) fn unheard(&self) -> usize {
        self.told().unheard
    }

    /// The office answered, and did not do it.
    pub(crate) fn refused(&self, what: String) {
        let mut told = self.told();
        if !told.dark {
            told.refused.push(what);
        }
    }

    /// How many were acknowledged.
    pub(crate) fn count(&self) -> usize {
        self.told().acknowledged.len()
    }

    /// Waits until so many were acknowledged, or until it has taken too long: whether they were.
    pub(crate) fn wait_for(&self, count: usize, patience: Duration) -> bool {
        let until = Instant::now() + patience;
        while self.count() < count {
            if Instant::now() > until {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        true
    }

    /// How many acts of a cycle were acknowledged.
    pub(crate) fn count_of(&self, cycle: u32) -> usize {
        let cycle = cycle.to_string();
        let acknowledged = &self.told().acknowledged;
        acknowledged.iter().filter(|mark| mark.split('-').nth(1) == Some(&cycle)).count()
    }

    /// Waits until so many of each cycle were acknowledged, or until it has taken too long: whether they were.
    pub(crate) fn wait_for_each(&self, wanted: &[(u32, usize)], patience: Duration) -> bool {
        let until = Instant::now() + patience;
        while !wanted.iter().all(|&(cycle, count)| self.count_of(cycle) >= count) {
            if Instant::now() > until {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        true
    }

    /// Every mark that was acknowledged.
    pub(crate) fn all_acknowledged(&self) -> Vec<String> {
        self.told().acknowledged.clone()
    }

    /// Every mark that was sent.
    pub(crate) fn all_sent(&self) -> BTreeSet<String> {
        self.told().sent.clone()
    }

    /// What was refused: how many, and the first of them.
    pub(crate) fn all_refused(&self) -> (usize, Option<String>) {
        let told = self.told();
        (told.refused.len(), told.refused.first().cloned())
    }
}
