//! The one door: every change, from page, mail, machinery or command line, is [`Office::act`].

pub mod error;
pub mod sealer;

use std::{collections::BTreeMap, sync::Arc};

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
    id::{BodyId, CaseId},
    index::index,
    permit::permit,
    profile::Profile,
    text::Bilingual,
};
use amends_store::{
    db::{Conn, Db},
    ledger::{self, Commit, Recorded},
    particulars::NewParticular,
};
use jiff::civil::Date;

pub use error::{ActError, Fault};
pub use sealer::Sealer;

use crate::clock::{Chance, Clock};

/// The office: memory, profiles, calendar, clock and chance, behind one door.
#[derive(Clone)]
pub struct Office {
    inner: Arc<Inner>,
}

struct Inner {
    db: Db,
    blobs: amends_store::blobs::Blobs,
    profiles: BTreeMap<String, Profile>,
    calendar: Calendar,
    clock: Clock,
    chance: Chance,
    post: crate::office::letters::PostRoom,
}

pub mod letters;

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
            let before = before.map(|loaded| loaded.case);
            let seq = before.as_ref().map_or(0, |case| case.seq);
            let (events, after) = self.decided(ask, before.as_ref(), commands)?;
            if events.is_empty() {
                return after.ok_or(ActError::NotFound("case"));
            }
            let Some(after) = after else {
                return Err(Fault::Broken("a decision that makes no case".to_owned()).into());
            };
            let commit = self.commit(ask, seq, events, &after, kept)?;
            match self.inner.db.write(move |tx| ledger::append(tx, &commit)) {
                Ok(_) => return Ok(after),
                Err(amends_store::error::StoreError::Conflict { .. })
                    if ask.expected_seq.is_none() && tries < TRIES => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn decided(
        &self,
        ask: &Ask<'_>,
        before: Option<&Case>,
        commands: &[Command],
    ) -> Result<(Vec<Event>, Option<Case>), ActError> {
        let mut case = before.cloned();
        let mut all = Vec::new();
        for command in commands {
            permit(ask.actor, command, case.as_ref())?;
            let profile = self.profile_for(case.as_ref(), command)?;
            let bodies = self.bodies_of(case.as_ref(), command)?;
            let circumstances = self.circumstances()?;
            let facts = Facts {
                case: ask.case,
                today: self.today(),
                actor: ask.actor,
                profile,
                calendar: &self.inner.calendar,
                bodies: &bodies,
                circumstances: &circumstances,
            };
            let events = decide(case.as_ref(), command, &facts)?;
            case = events.iter().fold(case, evolve);
            all.extend(events);
        }
        Ok((all, case))
    }

    fn commit(
        &self,
        ask: &Ask<'_>,
        seq: u32,
        events: Vec<Event>,
        after: &Case,
        kept: &[NewParticular],
    ) -> Result<Commit, ActError> {
        let now = self.inner.clock.now();
        let profile = self.profile(&after.profile)?;
        let rows = index(after, profile, &self.inner.calendar);
        let posts = self.posts(after, &events)?;
        let effective_on = ask.effective_on.unwrap_or_else(|| self.today());
        let mut commit = Commit::new(ask.actor.clone(), now, effective_on, seq, events, rows)
            .particulars(kept.to_vec())
            .texts(texts_of(after))
            .posts(posts);
        if let Some(key) = &ask.key {
            commit = commit.key(key.clone());
        }
        Ok(commit)
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
            None => Err(Fault::Broken(format!("the history of {case} does not begin with its opening")).into()),
        }
    }
}
