//! Opening the office on its memory: profiles, calendar, database, files; and why it cannot be opened.

use std::sync::{Arc, Mutex};

use amends_core::calendar::Calendar;
use amends_store::{
    db::{Db, Options},
    error::StoreError,
};
use uuid::Uuid;

use super::{ActError, Inner, Office, profiles::Profiles, register::Register, shelf::Shelf};
use crate::{
    clock::{Chance, Clock},
    config::Config,
    letters::Letters,
    observe::Pulse,
};

impl Office {
    /// Opens the office on its memory.
    ///
    /// # Errors
    /// Where a profile or the calendar is wrong, or the memory cannot be opened.
    pub fn open(config: Config, clock: Clock, chance: Chance) -> Result<Self, OpenError> {
        let options = Options {
            node: chance.id(clock.now())?,
            accept_unsafe_server: config.storage.accept_unsafe_server,
            ..Options::default()
        };
        let rules = rules(&config)?;
        let db = Db::at(&config.storage.database_place()?, &options, clock.now())?;
        Self::on(db, config, rules, options.node, clock, chance)
    }

    /// Another node over the same memory in the same process, with nothing at hand yet: for tests of what one node sees
    /// of another.
    ///
    /// # Errors
    /// As [`Office::open`].
    pub fn beside(&self) -> Result<Self, OpenError> {
        let (config, node) = (self.config().clone(), self.chance().id(self.clock().now())?);
        let rules = rules(&config)?;
        Self::on(self.db().clone(), config, rules, node, self.clock().clone(), self.chance().clone())
    }

    fn on(
        db: Db,
        config: Config,
        (profiles, calendar): (Profiles, Calendar),
        node: Uuid,
        clock: Clock,
        chance: Chance,
    ) -> Result<Self, OpenError> {
        profiles.keep(&db, clock.now())?;
        let blobs = config.storage.blobs()?;
        let letters = Letters::new(config.storage.override_dir.clone());
        let (register, shelf) = (Register::new(calendar), Shelf::default());
        let (paying, pulse) = (Mutex::new(()), Pulse::default());
        let inner =
            Inner { config, node, blobs, profiles, register, shelf, clock, chance, letters, paying, pulse };
        let office = Self { inner: Arc::new(inner), db };
        // The closed days stand in the calendar from the first day that is asked for.
        office.all_bodies()?;
        office.catch_up_with_disposals()?;
        Ok(office)
    }
}

/// The profiles in force, and the bank holidays of the office's own.
fn rules(config: &Config) -> Result<(Profiles, Calendar), OpenError> {
    let profiles = Profiles::read(config.profile.file.as_deref())?;
    let Some(profile) = profiles.in_force(&config.profile.name) else {
        return Err(OpenError::NoSuchProfile { name: config.profile.name.clone() });
    };
    let calendar = Calendar::built_in(profile.calendar)?;
    Ok((profiles, calendar))
}

/// Why the office cannot open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The memory cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A profile says something that is not understood.
    #[error(transparent)]
    Profile(#[from] amends_core::profile::ProfileError),
    /// The profile file cannot be read.
    #[error("the profile {}: {detail}", path.display())]
    ProfileFile {
        /// Which.
        path: std::path::PathBuf,
        /// Why.
        detail: String,
    },
    /// The configuration names a profile that is not there.
    #[error(
        "there is no profile {name:?}; use psow, lgsco, lgsco-part3a or generic, or name a file under profile.file"
    )]
    NoSuchProfile {
        /// Which.
        name: String,
    },
    /// The machine gives no chance, so this node can have no name.
    #[error("this machine gives no random numbers: {0}")]
    Chance(#[from] getrandom::Error),
    /// The bank holidays that ship cannot be read.
    #[error(transparent)]
    Calendar(#[from] amends_core::calendar::BankHolidayError),
    /// What was destroyed before could not be made to go again, or what was agreed to could not be finished.
    #[error("what was destroyed cannot be looked after: {0}")]
    Disposal(#[from] ActError),
}
