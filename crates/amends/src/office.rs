//! The one door: every change, from page, mail, machinery or command line, is [`Office::act`].

pub mod act;
pub mod bulk;
pub mod chasing;
pub mod checkpoints;
pub mod closures;
pub mod contacts;
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
pub mod registry;
pub mod sealer;
pub mod share;
pub mod stopping;
pub mod uploads;

pub(crate) use act::texts;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use amends_core::{
    body::Body,
    calendar::Calendar,
    case::Case,
    duty::Circumstances,
    evolve::fold,
    id::{BodyId, CaseId, CaseReference},
    text::Language,
};
use amends_store::{
    blobs::Blobs,
    db::Db,
    error::StoreError,
    ledger::{self, Recorded},
    nodes::Lease,
    people::{BodyRecord, all_bodies},
    settings::next_reference,
};
use jiff::civil::Date;
use uuid::Uuid;

pub use act::Ask;
pub use error::{ActError, Fault};
pub use foresee::{Foreseen, ForeseenChase};
pub use opening::OpenError;
pub use sealer::Sealer;
pub use uploads::StoredFile;

use profiles::Profiles;

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
    calendar: RwLock<&'static Calendar>,
    clock: Clock,
    chance: Chance,
    letters: Letters,
    paying: Mutex<()>,
    pulse: Pulse,
}

/// What a decision needs to know from outside its case, looked up once.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    bodies: HashMap<BodyId, Body>,
    circumstances: Circumstances,
}

impl Surroundings {
    fn new(bodies: Vec<BodyRecord>, circumstances: Circumstances) -> Self {
        let bodies = bodies.into_iter().map(|record| (record.body.id, record.body)).collect();
        Self { bodies, circumstances }
    }

    /// Bodies by id, with those they were merged into; an id nobody has is left out.
    fn bodies(&self, ids: &[BodyId]) -> Vec<Body> {
        let mut found: Vec<Body> = Vec::new();
        let mut wanted = ids.to_vec();
        while let Some(id) = wanted.pop() {
            if let Some(body) = self.bodies.get(&id)
                && !found.iter().any(|body| body.id == id)
            {
                wanted.extend(body.all_successors());
                found.push(body.clone());
            }
        }
        found
    }
}

/// A case with its history.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The case.
    pub case: Case,
    /// What happened, in order.
    pub history: Vec<Recorded>,
}

impl Office {
    /// A case with its history, if there is one.
    ///
    /// # Errors
    /// Where the memory fails, or holds a history that makes no case.
    pub fn find(&self, case: CaseId) -> Result<Option<Loaded>, ActError> {
        let history = self.db.read(|conn| ledger::load(conn, case))?;
        if history.is_empty() {
            return Ok(None);
        }
        match fold(history.iter().map(|recorded| &recorded.event)) {
            Some(case) => Ok(Some(Loaded { case, history })),
            None => {
                Err(Fault::Broken(format!("the history of {case} does not begin with its opening")).into())
            }
        }
    }

    /// A case with its history.
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
        let reference = CaseReference(reference.trim().to_owned());
        let found = self.db().read(|conn| amends_store::lists::case_by_reference(conn, &reference))?;
        self.load(found.ok_or(ActError::NotFound("case"))?)
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
        *self.inner.calendar.read().unwrap_or_else(PoisonError::into_inner)
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
        let around = Surroundings::new(self.all_bodies()?, Circumstances::default());
        Ok(around.bodies(ids))
    }

    /// The register of bodies.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn all_bodies(&self) -> Result<Vec<BodyRecord>, ActError> {
        Ok(self.db().read(|conn| all_bodies(conn, Language::En))?)
    }

    /// What stands against chasing today, from outside the cases.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn circumstances(&self) -> Result<Circumstances, ActError> {
        Ok(self.surroundings()?.circumstances)
    }

    /// What decisions need to know from outside their cases.
    pub(crate) fn surroundings(&self) -> Result<Surroundings, ActError> {
        let (bodies, today) = (self.all_bodies()?, self.today());
        let which = |wanted: fn(&Body) -> bool| -> Vec<BodyId> {
            bodies.iter().map(|record| &record.body).filter(|body| wanted(body)).map(|body| body.id).collect()
        };
        let circumstances = Circumstances {
            office_stopped: self.chases_stopped()?,
            bodies_stopped: which(|body| body.chases_stopped),
            undeliverable: which(|body| body.undeliverable),
            succeeded: gone(&bodies, today, true),
            ended: gone(&bodies, today, false),
            unfiled_mail_from: self.unfiled_mail_from()?,
            without_chief_executive: self.without_chief_executive(&bodies)?,
        };
        Ok(Surroundings::new(bodies, circumstances))
    }
}

/// Bodies that are no more: those in whose place another stands, or those with nobody in their place (E13, E15).
fn gone(bodies: &[BodyRecord], today: Date, succeeded: bool) -> Vec<BodyId> {
    let all = bodies.iter().map(|record| &record.body).filter(|body| body.is_gone_on(today));
    all.filter(|body| body.all_successors().next().is_some() == succeeded).map(|body| body.id).collect()
}
