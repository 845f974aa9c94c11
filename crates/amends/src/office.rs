//! The one door: every change, from page, mail, machinery or command line, is [`Office::act`].

pub mod act;
pub mod bulk;
pub mod chasing;
pub mod checkpoints;
pub mod closures;
pub mod contacts;
pub mod directory;
pub mod disposal;
pub mod earlier;
pub mod error;
pub mod files;
pub mod foresee;
pub mod leading;
pub mod letters;
pub mod linked;
pub mod links;
pub mod mailroom;
pub mod opening;
mod owed;
pub mod people;
mod profiles;
mod register;
pub mod registry;
pub mod sealer;
pub mod searching;
pub mod share;
mod shelf;
pub mod sight;
pub mod stopping;
pub mod uploads;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use amends_core::{
    body::Body,
    calendar::Calendar,
    case::Case,
    duty::Circumstances,
    id::{BodyId, CaseId, CaseReference},
};
use amends_store::{
    blobs::Blobs, db::Db, error::StoreError, ledger::Recorded, nodes::Lease, people::BodyRecord,
    settings::next_reference,
};
use jiff::civil::Date;
use uuid::Uuid;

pub use act::Ask;
pub use error::{ActError, Fault};
pub use foresee::{Foreseen, ForeseenChase, ForeseenChases};
pub use opening::OpenError;
pub use owed::Planned;
pub use sealer::Sealer;
pub use uploads::StoredFile;

pub(crate) use register::Surroundings;

use profiles::Profiles;
use register::Register;
use shelf::Shelf;
use sight::folded;

use crate::{
    clock::{Chance, Clock},
    config::Config,
    letters::Letters,
    observe::Pulse,
};

/// The office: memory, profiles, calendar, clock and chance, behind one door.
#[derive(Clone)]
pub struct Office {
    inner: Arc<Inner>,
    // Of this handle: the machinery's is under the lease by which it leads.
    db: Db,
}

struct Inner {
    config: Config,
    node: Uuid,
    blobs: Blobs,
    profiles: Profiles,
    register: Register,
    shelf: Shelf,
    clock: Clock,
    chance: Chance,
    letters: Letters,
    paying: Mutex<()>,
    pulse: Pulse,
}

/// A case, as it stands. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The case.
    pub case: Arc<Case>,
}

/// A case with its history.
#[derive(Debug, Clone)]
pub struct Told {
    /// The case.
    pub case: Arc<Case>,
    /// What happened, in order.
    pub history: Vec<Recorded>,
}

impl Office {
    /// A case, if there is one.
    ///
    /// # Errors
    /// Where the memory fails, or holds a history that makes no case.
    pub fn find(&self, case: CaseId) -> Result<Option<Loaded>, ActError> {
        self.see(|sight| Ok(sight.find(case)?.map(|case| Loaded { case })))
    }

    /// A case.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where there is none.
    pub fn load(&self, case: CaseId) -> Result<Loaded, ActError> {
        self.find(case)?.ok_or(ActError::NotFound("case"))
    }

    /// The case people mean by a reference such as `24-0193`.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where there is none.
    pub fn by_reference(&self, reference: &str) -> Result<Loaded, ActError> {
        self.see(|sight| Ok(Loaded { case: sight.by_reference(reference)? }))
    }

    /// A case with its history.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where there is no such case.
    pub fn told(&self, case: CaseId) -> Result<Told, ActError> {
        self.see(|sight| {
            let history = sight.history(case)?;
            let case = folded(case, &history)?.ok_or(ActError::NotFound("case"))?;
            Ok(Told { case: Arc::new(case), history })
        })
    }

    /// A sealer for one request.
    pub fn sealer(&self) -> Sealer {
        Sealer::new(self.chance().clone(), self.clock().now())
    }

    /// A fresh id.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub fn fresh_id(&self) -> Result<uuid::Uuid, Fault> {
        Ok(self.chance().id(self.clock().now())?)
    }

    /// The reference the next case of a year will get. It is given when the case is opened.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn next_reference(&self, year: i16) -> Result<CaseReference, ActError> {
        Ok(self.db().read(|conn| amends_store::settings::foreseen_reference(conn, year))?)
    }

    /// The next references of a year, so many of them, without gaps: for many cases opened at once.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn next_references(&self, year: i16, count: usize) -> Result<Vec<CaseReference>, ActError> {
        Ok(self.db().write(move |tx| {
            (0..count).map(|_| next_reference(tx, year)).collect::<Result<_, StoreError>>()
        })?)
    }

    /// The profiles in force and of old.
    fn profiles(&self) -> &Profiles {
        &self.inner.profiles
    }

    /// Today, where the office is.
    pub fn today(&self) -> Date {
        self.clock().today()
    }

    /// The office's calendar.
    pub fn calendar(&self) -> &Calendar {
        self.inner.register.calendar()
    }

    /// The office's clock.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Where chance comes from.
    pub fn chance(&self) -> &Chance {
        &self.inner.chance
    }

    /// What the office has set.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// The memory, for reading lists; changes to cases go through [`Self::act`].
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Which node of the office this is; another at each start.
    pub fn node(&self) -> Uuid {
        self.inner.node
    }

    /// The same office for one who leads: whatever it records is refused once the lease is not its own any more.
    #[must_use]
    pub(crate) fn under(&self, lease: Lease) -> Self {
        Self { inner: Arc::clone(&self.inner), db: self.db.under(lease) }
    }

    /// The files.
    pub fn blobs(&self) -> &Blobs {
        &self.inner.blobs
    }

    /// Held while what is owed is paid, so that two rounds do not pay it at once. The memory would refuse the second;
    /// this spares it the trouble.
    pub(crate) fn paying(&self) -> MutexGuard<'_, ()> {
        self.inner.paying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The letters' templates.
    pub fn letters(&self) -> &Letters {
        &self.inner.letters
    }

    /// The pulse of the machinery.
    pub fn pulse(&self) -> &Pulse {
        &self.inner.pulse
    }

    /// Bodies by id, with those they were merged into; an id nobody has is left out.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn bodies(&self, ids: &[BodyId]) -> Result<Vec<Body>, ActError> {
        Ok(self.surroundings()?.bodies(ids))
    }

    /// The register of bodies, by their English names.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn all_bodies(&self) -> Result<Arc<Vec<BodyRecord>>, ActError> {
        self.see(|sight| sight.bodies())
    }

    /// The same register, with what finds a body in it.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn directory(&self) -> Result<Arc<directory::Directory>, ActError> {
        self.see(|sight| sight.directory())
    }

    /// What stands against chasing today, from outside the cases.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn circumstances(&self) -> Result<Circumstances, ActError> {
        Ok(self.surroundings()?.circumstances.clone())
    }

    /// What decisions need to know from outside their cases.
    pub(crate) fn surroundings(&self) -> Result<Arc<Surroundings>, ActError> {
        self.see(|sight| sight.surroundings())
    }
}
