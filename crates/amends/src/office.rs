//! The one door: every change, from page, mail, machinery or command line, is [`Office::act`].

pub mod bulk;
pub mod chasing;
pub mod checkpoints;
pub mod closures;
pub mod error;
pub mod foresee;
pub mod letters;
pub mod links;
pub mod mailroom;
pub mod people;
pub mod sealer;
pub mod stopping;
pub mod uploads;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use amends_core::{
    actor::Actor,
    body::Body,
    calendar::Calendar,
    case::Case,
    command::Command,
    decide::{Facts, decide},
    duty::Circumstances,
    event::Event,
    evolve::{evolve, fold},
    id::{BodyId, CaseId, CaseReference},
    index::index,
    permit::permit,
    profile::Profile,
    text::Language,
};
use amends_store::{
    blobs::Blobs,
    db::{Db, Options},
    error::StoreError,
    ledger::{self, Commit, Recorded},
    particulars::NewParticular,
    people::{BodyRecord, Contact, all_bodies, contacts},
    search::CaseTexts,
    settings::next_reference,
};
use jiff::civil::Date;

pub use error::{ActError, Fault};
pub use foresee::{Foreseen, ForeseenChase};
pub use sealer::Sealer;
pub use uploads::StoredFile;

use crate::{
    clock::{Chance, Clock},
    config::Config,
    letters::Letters,
    token,
};
use letters::Mailbag;

/// The office: memory, profiles, calendar, clock and chance, behind one door.
#[derive(Clone)]
pub struct Office {
    inner: Arc<Inner>,
}

struct Inner {
    config: Config,
    db: Db,
    blobs: Blobs,
    profiles: BTreeMap<String, Profile>,
    calendar: RwLock<&'static Calendar>,
    clock: Clock,
    chance: Chance,
    letters: Letters,
    paying: Mutex<()>,
}

/// What a decision needs to know from outside its case, looked up once.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    bodies: Vec<BodyRecord>,
    circumstances: Circumstances,
}

impl Surroundings {
    /// Bodies by id, with those they were merged into; an id nobody has is left out.
    fn bodies(&self, ids: &[BodyId]) -> Vec<Body> {
        let mut found: Vec<Body> = Vec::new();
        let mut wanted = ids.to_vec();
        while let Some(id) = wanted.pop() {
            if let Some(record) = self.bodies.iter().find(|record| record.body.id == id)
                && !found.iter().any(|body| body.id == id)
            {
                wanted.extend(record.body.merged_into);
                found.push(record.body.clone());
            }
        }
        found
    }
}

/// A decision made and not yet recorded.
struct Prepared {
    commit: Commit,
    bag: Mailbag,
    after: Case,
    look_again_on: Option<Date>,
}

/// A case with its history.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The case.
    pub case: Case,
    /// What happened, in order.
    pub history: Vec<Recorded>,
}

/// What somebody asks of the office.
#[derive(Debug, Clone)]
pub struct Ask<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// Of which case; a fresh id to open one.
    pub case: CaseId,
    /// How many entries the case had when the asker looked. With it, a change made meanwhile is shown, not overwritten.
    pub expected_seq: Option<u32>,
    /// The day on which it happened, where it is not today.
    pub effective_on: Option<Date>,
    /// The key of the request, so that a second press of the button changes nothing.
    pub key: Option<String>,
}

impl<'a> Ask<'a> {
    /// Somebody asks something of a case, today.
    pub fn new(actor: &'a Actor, case: CaseId) -> Self {
        Self { actor, case, expected_seq: None, effective_on: None, key: None }
    }

    /// The asker looked when the case had this many entries.
    #[must_use]
    pub fn seen(mut self, seq: u32) -> Self {
        self.expected_seq = Some(seq);
        self
    }

    /// It happened on another day.
    #[must_use]
    pub fn on(mut self, day: Date) -> Self {
        self.effective_on = Some(day);
        self
    }

    /// The key of the request.
    #[must_use]
    pub fn keyed(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }
}

/// How often a request without an expectation is decided anew when others are writing too.
const TRIES: usize = 5;

impl Office {
    /// Who asks, what the rules say, and one transaction with events, rows and letters. Several commands stand or fall
    /// together. Nothing to change is no failure: the case comes back as it is.
    ///
    /// # Errors
    /// As [`ActError`] tells; nothing was changed then.
    pub fn act(&self, ask: &Ask<'_>, commands: &[Command], kept: &[NewParticular]) -> Result<Case, ActError> {
        let mut tries = 0;
        loop {
            tries += 1;
            let before = self.find(ask.case)?;
            if let (Some(expected), Some(loaded)) = (ask.expected_seq, &before)
                && loaded.case.seq != expected
            {
                return Err(self.changed_since(loaded, expected));
            }
            let around = self.surroundings()?;
            let (commands, given) = self.with_reference(commands)?;
            let prepared =
                match self.prepare(&around, ask, before.map(|loaded| loaded.case), &commands, kept)? {
                    Ok(prepared) => prepared,
                    Err(unchanged) => return Ok(unchanged),
                };
            match (self.record(prepared, given), ask.expected_seq) {
                (Ok(after), _) => return Ok(after),
                (Err(StoreError::Conflict { .. }), Some(expected)) => {
                    return Err(self.changed_since(&self.load(ask.case)?, expected));
                }
                (Err(StoreError::Conflict { .. } | StoreError::Busy), None) if tries < TRIES => {}
                (Err(error), _) => return Err(error.into()),
            }
        }
    }

    /// A case gets its reference from the office when it is opened: the next of the year, in the transaction that opens
    /// it, so that a refused opening leaves no gap (PSOW Act 2019 s.10).
    fn with_reference(
        &self,
        commands: &[Command],
    ) -> Result<(Vec<Command>, Option<CaseReference>), ActError> {
        let mut commands = commands.to_vec();
        let mut given = None;
        for command in &mut commands {
            if let Command::OpenCase(opening) = command {
                opening.reference = self.next_reference(self.today().year())?;
                given = Some(opening.reference.clone());
            }
        }
        Ok((commands, given))
    }

    /// Asks the rules, and gathers all that one transaction will record. Where nothing changes, the case as it is.
    fn prepare(
        &self,
        around: &Surroundings,
        ask: &Ask<'_>,
        before: Option<Case>,
        commands: &[Command],
        kept: &[NewParticular],
    ) -> Result<Result<Prepared, Case>, ActError> {
        let seq = before.as_ref().map_or(0, |case| case.seq);
        let (mut events, after) = self.decided(around, ask, before.as_ref(), commands)?;
        let mut after = after.ok_or(ActError::NotFound("case"))?;
        if events.is_empty() {
            return Ok(Err(after));
        }
        let bag = self.mailbag(around, &after, &mut events)?;
        learn_letters(&mut after, &events);
        let (commit, look_again_on) = self.commit_of(ask, seq, events, &after, kept)?;
        Ok(Ok(Prepared { commit, bag, after, look_again_on }))
    }

    /// The decision as it is recorded, and the next day on which the office may owe something.
    fn commit_of(
        &self,
        ask: &Ask<'_>,
        seq: u32,
        events: Vec<Event>,
        after: &Case,
        kept: &[NewParticular],
    ) -> Result<(Commit, Option<Date>), ActError> {
        let rows = index(after, self.profile(&after.profile)?, self.calendar());
        let look_again_on = rows.case.look_again_on;
        let effective_on = ask.effective_on.unwrap_or_else(|| self.today());
        let said = events.iter().any(changes_texts);
        let mut commit = Commit::new(ask.actor.clone(), self.clock().now(), effective_on, seq, events, rows)
            .particulars(kept.to_vec());
        if said {
            commit = commit.texts(texts_of(after));
        }
        if let Some(key) = &ask.key {
            commit = commit.key(key.clone());
        }
        Ok((commit, look_again_on))
    }

    /// One transaction: events, rows, texts, letters, links, and the reference of a case that is opened. Where somebody
    /// else was given that reference meanwhile, [`StoreError::Busy`] says to try again.
    fn record(&self, prepared: Prepared, reference: Option<CaseReference>) -> Result<Case, StoreError> {
        let Prepared { commit, bag, after, .. } = prepared;
        let commit = commit.posts(bag.posts.clone());
        let (at, year) = (self.clock().now(), self.today().year());
        self.db().write(move |tx| {
            if let Some(foreseen) = &reference
                && next_reference(tx, year)? != *foreseen
            {
                return Err(StoreError::Busy);
            }
            ledger::append(tx, &commit)?;
            bag.keep_links(tx, at)
        })?;
        Ok(after)
    }

    fn decided(
        &self,
        around: &Surroundings,
        ask: &Ask<'_>,
        before: Option<&Case>,
        commands: &[Command],
    ) -> Result<(Vec<Event>, Option<Case>), ActError> {
        let mut case = before.cloned();
        let mut all = Vec::new();
        for command in commands {
            permit(ask.actor, command, case.as_ref())?;
            let profile = self.profile_for(case.as_ref(), command)?;
            let bodies = around.bodies(&bodies_named(case.as_ref(), command));
            let facts = Facts {
                case: ask.case,
                today: self.today(),
                actor: ask.actor,
                profile,
                calendar: self.calendar(),
                bodies: &bodies,
                circumstances: &around.circumstances,
            };
            let events = decide(case.as_ref(), command, &facts)?;
            case = events.iter().fold(case, evolve);
            all.extend(events);
        }
        Ok((all, case))
    }

    /// A case with its history, if there is one.
    ///
    /// # Errors
    /// Where the memory fails, or holds a history that makes no case.
    pub fn find(&self, case: CaseId) -> Result<Option<Loaded>, ActError> {
        let history = self.inner.db.read(|conn| ledger::load(conn, case))?;
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

    fn changed_since(&self, loaded: &Loaded, expected: u32) -> ActError {
        let since = loaded.history.iter().filter(|recorded| recorded.seq > expected);
        ActError::Changed { since: since.cloned().collect() }
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

    /// Opens the office on its memory.
    ///
    /// # Errors
    /// Where a profile or the calendar is wrong, or the memory cannot be opened.
    pub fn open(config: Config, clock: Clock, chance: Chance) -> Result<Self, OpenError> {
        let mut profiles = BTreeMap::new();
        for name in Profile::NAMES {
            profiles.insert(name.to_owned(), Profile::built_in(name)?);
        }
        if let Some(file) = &config.profile.file {
            let text = std::fs::read_to_string(file)
                .map_err(|error| OpenError::ProfileFile { path: file.clone(), detail: error.to_string() })?;
            let profile = Profile::parse(&text)?;
            profiles.insert(profile.id.clone(), profile);
        }
        let Some(profile) = profiles.get(&config.profile.name) else {
            return Err(OpenError::NoSuchProfile { name: config.profile.name.clone() });
        };
        let mut calendar = Calendar::built_in(profile.calendar)?;
        let folder = &config.storage.data_dir;
        let db = Db::open(&folder.join("amends.sqlite"), &Options::default(), clock.now())?;
        let blobs = Blobs::open(&folder.join("files"))?;
        for closure in db.read(amends_store::closures::closures)? {
            calendar = calendar.with_closure(closure.day, closure.why);
        }
        let letters = Letters::new(config.storage.override_dir.clone());
        let calendar = RwLock::new(closures::kept_for_good(calendar));
        let inner =
            Inner { config, db, blobs, profiles, calendar, clock, chance, letters, paying: Mutex::new(()) };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The profile new cases are opened under.
    ///
    /// # Errors
    /// Never, once the office is open.
    pub fn own_profile(&self) -> Result<&Profile, ActError> {
        self.profile(&self.config().profile.name)
    }

    /// A profile by name.
    ///
    /// # Errors
    /// Where a case names a profile the office does not have.
    pub fn profile(&self, name: &str) -> Result<&Profile, ActError> {
        let missing = || Fault::Broken(format!("there is no profile {name:?}")).into();
        self.inner.profiles.get(name).ok_or_else(missing)
    }

    fn profile_for(&self, case: Option<&Case>, command: &Command) -> Result<&Profile, ActError> {
        match (case, command) {
            (Some(case), _) => self.profile(&case.profile),
            (None, Command::OpenCase(opening)) => self.profile(&opening.profile),
            (None, _) => self.own_profile(),
        }
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
        &self.inner.db
    }

    /// The folder of files.
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

    /// A number by which the reader and the log name the same failure.
    pub fn fault_reference(&self) -> String {
        self.chance().bytes().map(token::fault_reference).unwrap_or_default()
    }

    /// Bodies by id, with those they were merged into; an id nobody has is left out.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn bodies(&self, ids: &[BodyId]) -> Result<Vec<Body>, ActError> {
        let around = Surroundings { bodies: self.all_bodies()?, circumstances: Circumstances::default() };
        Ok(around.bodies(ids))
    }

    /// The register of bodies.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn all_bodies(&self) -> Result<Vec<BodyRecord>, ActError> {
        Ok(self.db().read(|conn| all_bodies(conn, Language::En))?)
    }

    /// Who is written to at a body.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn contacts(&self, body: BodyId) -> Result<Vec<Contact>, ActError> {
        Ok(self.db().read(|conn| contacts(conn, body))?)
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
        let bodies = self.all_bodies()?;
        let which = |wanted: fn(&Body) -> bool| -> Vec<BodyId> {
            bodies.iter().map(|record| &record.body).filter(|body| wanted(body)).map(|body| body.id).collect()
        };
        let circumstances = Circumstances {
            office_stopped: self.chases_stopped()?,
            bodies_stopped: which(|body| body.chases_stopped),
            undeliverable: which(|body| body.undeliverable),
            unfiled_mail_from: self.unfiled_mail_from()?,
        };
        Ok(Surroundings { bodies, circumstances })
    }
}

/// The bodies of a case, and any the command names.
fn bodies_named(case: Option<&Case>, command: &Command) -> Vec<BodyId> {
    let mut ids = case.map(|case| case.bodies.clone()).unwrap_or_default();
    match command {
        Command::OpenCase(opening) => ids.extend(&opening.bodies),
        Command::AddBody { body } => ids.push(*body),
        _ => {}
    }
    ids
}

/// The letters of the case learn from what they were made, as their events have.
fn learn_letters(case: &mut Case, events: &[Event]) {
    for event in events {
        if let Event::LetterOwed(made) = event
            && let Some(letter) = case.letters.iter_mut().find(|letter| letter.key == made.key)
        {
            *letter = made.clone();
        }
    }
}

/// Does this event change what lists show and search of a case?
fn changes_texts(event: &Event) -> bool {
    matches!(
        event,
        Event::CaseOpened { .. }
            | Event::RecommendationWritten { .. }
            | Event::RecommendationRevised { .. }
            | Event::ComplainantSubstituted { .. }
    )
}

/// What lists show and search of a case.
fn texts_of(case: &Case) -> CaseTexts {
    let wordings =
        case.recommendations.iter().map(|one| (one.number, one.terms.wording.as_str().to_owned())).collect();
    let also = case.complainant.as_ref().map(|person| person.name.as_str().to_owned()).unwrap_or_default();
    CaseTexts { title: case.title.as_str().to_owned(), wordings, also }
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
    /// The bank holidays that ship cannot be read.
    #[error(transparent)]
    Calendar(#[from] amends_core::calendar::BankHolidayError),
}
