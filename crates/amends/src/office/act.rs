//! The door itself: who asks, what the rules say, and one transaction with all that follows.

use std::sync::Arc;

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    decide::{Facts, decide},
    event::Event,
    evolve::evolve,
    id::{BodyId, CaseId, CaseReference},
    index::index,
    permit::permit,
};
use amends_store::{
    db::Tx,
    error::StoreError,
    ledger::{self, Commit},
    particulars::NewParticular,
    settings::next_reference,
    stamps::AtHand,
};
use jiff::civil::Date;

use super::{ActError, Office, Surroundings, letters::Mailbag, searching, shelf::Moment};
use crate::observe::figures;

/// A decision made and not yet recorded.
pub(super) struct Prepared {
    pub(super) commit: Commit,
    pub(super) bag: Mailbag,
    pub(super) after: Arc<Case>,
    pub(super) look_again_on: Option<Date>,
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

/// How often a request without an expectation is decided anew when others are writing to the case too.
pub(super) const TRIES: usize = 5;

/// How often a case that is opened is given another reference because somebody else was given that one meanwhile: as
/// many as may be opened at once.
pub(super) const REFERENCE_TRIES: usize = 200;

/// Why a decision was not recorded.
pub(super) enum NotRecorded {
    /// Somebody else was given the reference foreseen for the case.
    ReferenceTaken,
    /// What was to be recorded beside it had come before.
    CameBefore,
    /// The memory failed.
    Store(StoreError),
}

impl From<StoreError> for NotRecorded {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// What is recorded in the transaction of a decision beside it; run again where the transaction is.
pub(super) type Beside = Arc<dyn Fn(&Tx<'_>) -> Result<(), NotRecorded> + Send + Sync>;

impl Office {
    /// Who asks, what the rules say, and one transaction with events, rows and letters. Several commands stand or fall
    /// together. Nothing to change is no failure: the case comes back as it is.
    ///
    /// # Errors
    /// As [`ActError`] tells; nothing was changed then.
    pub fn act(
        &self,
        ask: &Ask<'_>,
        commands: &[Command],
        kept: &[NewParticular],
    ) -> Result<Arc<Case>, ActError> {
        let outcome = self.act_uncounted(ask, commands, kept, None);
        figures::asked(commands, &outcome);
        outcome?.ok_or(ActError::NotFound("case"))
    }

    /// As [`Self::act`], with something recorded in the same transaction; where that had come before, nothing is recorded
    /// and none comes back.
    ///
    /// # Errors
    /// As [`Self::act`].
    pub(super) fn act_beside(
        &self,
        ask: &Ask<'_>,
        commands: &[Command],
        kept: &[NewParticular],
        beside: &Beside,
    ) -> Result<Option<Arc<Case>>, ActError> {
        let outcome = self.act_uncounted(ask, commands, kept, Some(beside));
        figures::asked(commands, &outcome);
        outcome
    }

    fn act_uncounted(
        &self,
        ask: &Ask<'_>,
        commands: &[Command],
        kept: &[NewParticular],
        beside: Option<&Beside>,
    ) -> Result<Option<Arc<Case>>, ActError> {
        if beside.is_none()
            && let Some(recorded) = self.act_from_hand(ask, commands, kept)?
        {
            return Ok(Some(recorded));
        }
        let (mut tries, mut references) = (0, 0);
        loop {
            let (before, around, seen) = self.see(|sight| {
                Ok::<_, ActError>((sight.find(ask.case)?, sight.surroundings()?, sight.moment()))
            })?;
            if let (Some(expected), Some(case)) = (ask.expected_seq, before.as_deref())
                && case.seq != expected
            {
                return Err(self.changed_since(case.id, expected)?);
            }
            let (commands, given) = self.with_reference(commands)?;
            let prepared = match self.prepare(&around, ask, before, &commands, kept)? {
                Ok(prepared) => prepared,
                Err(unchanged) => return self.only_beside(beside, unchanged),
            };
            match (self.record(vec![prepared], given, seen, beside), ask.expected_seq) {
                (Ok(afters), _) => return Ok(afters.into_iter().next()),
                (Err(NotRecorded::CameBefore), _) => return Ok(None),
                (Err(NotRecorded::Store(StoreError::Conflict { .. })), Some(expected)) => {
                    return Err(self.changed_since(ask.case, expected)?);
                }
                (Err(NotRecorded::Store(StoreError::Conflict { .. })), None) if tries < TRIES => tries += 1,
                (Err(NotRecorded::ReferenceTaken), _) if references < REFERENCE_TRIES => references += 1,
                (Err(NotRecorded::ReferenceTaken), _) => return Err(StoreError::Overloaded.into()),
                (Err(NotRecorded::Store(error)), _) => return Err(error.into()),
            }
        }
    }

    /// Decides from what is at hand, without a look at the memory, and has the transaction that records it look whether all
    /// of it is still so. Nothing where it is not, where something is not at hand, or where the rules would not have it:
    /// then the memory is to be looked at first.
    fn act_from_hand(
        &self,
        ask: &Ask<'_>,
        commands: &[Command],
        kept: &[NewParticular],
    ) -> Result<Option<Arc<Case>>, ActError> {
        let inner = &self.inner;
        let Some(around) = inner.register.at_hand(self.today()) else { return Ok(None) };
        let Some(hand) = inner.shelf.at_hand(ask.case) else { return Ok(None) };
        if ask.expected_seq.is_some_and(|expected| expected != hand.case.seq) {
            return Ok(None);
        }
        let Ok(Ok(prepared)) = self.prepare(&around, ask, Some(hand.case), commands, kept) else {
            return Ok(None);
        };
        let Prepared { commit, bag, after, .. } = prepared;
        let from = AtHand { last: hand.last, marks: around.marks(hand.moment.erased) };
        let recorded = self.db().record(vec![commit.letters(bag).at_hand(from)])?;
        let Some(recorded) = recorded.first().filter(|recorded| !recorded.outdated) else { return Ok(None) };
        if let Some(placed) = recorded.placed {
            inner.shelf.recorded(Arc::clone(&after), placed, hand.moment);
        }
        Ok(Some(after))
    }

    /// The decision changes nothing; what was to stand beside it is recorded all the same.
    fn only_beside(
        &self,
        beside: Option<&Beside>,
        unchanged: Arc<Case>,
    ) -> Result<Option<Arc<Case>>, ActError> {
        let Some(beside) = beside.cloned() else { return Ok(Some(unchanged)) };
        match self.db().write(move |tx| beside(tx)) {
            Ok(()) => Ok(Some(unchanged)),
            Err(NotRecorded::CameBefore | NotRecorded::ReferenceTaken) => Ok(None),
            Err(NotRecorded::Store(error)) => Err(error.into()),
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
    pub(super) fn prepare(
        &self,
        around: &Surroundings,
        ask: &Ask<'_>,
        before: Option<Arc<Case>>,
        commands: &[Command],
        kept: &[NewParticular],
    ) -> Result<Result<Prepared, Arc<Case>>, ActError> {
        let seq = before.as_ref().map_or(0, |case| case.seq);
        let (mut events, after) = self.decided(around, ask, before, commands)?;
        let mut after = after.ok_or(ActError::NotFound("case"))?;
        if events.is_empty() {
            return Ok(Err(after));
        }
        let bag = self.mailbag(around, &after, &mut events)?;
        learn_letters(Arc::make_mut(&mut after), &events);
        let (commit, look_again_on) = self.commit_of(ask, seq, events, &after, kept)?;
        Ok(Ok(Prepared { commit, bag, after, look_again_on }))
    }

    /// The decision as it is recorded, and the next day on which the office may owe something.
    pub(super) fn commit_of(
        &self,
        ask: &Ask<'_>,
        seq: u32,
        events: Vec<Event>,
        after: &Case,
        kept: &[NewParticular],
    ) -> Result<(Commit, Option<Date>), ActError> {
        let rows = index(after, self.profile_of(after)?, self.calendar());
        let look_again_on = rows.case.look_again_on;
        let effective_on = ask.effective_on.unwrap_or_else(|| self.today());
        let said = events.iter().any(searching::changes_texts);
        let evidence = searching::evidence_change(&events, after);
        let mut commit = Commit::new(ask.actor.clone(), self.clock().now(), effective_on, seq, events, rows)
            .particulars(kept.to_vec());
        if said {
            commit = commit.texts(searching::texts_of(after));
        }
        if let Some(change) = evidence {
            commit = commit.evidence(change);
        }
        if let Some(key) = &ask.key {
            commit = commit.key(key.clone());
        }
        Ok((commit, look_again_on))
    }

    /// One transaction: events, rows, texts, letters, links, and the reference of a case that is opened. Several cases
    /// stand or fall together. They stand on the shelf then; `decided` is when they were decided.
    pub(super) fn record(
        &self,
        all: Vec<Prepared>,
        reference: Option<CaseReference>,
        decided: Moment,
        beside: Option<&Beside>,
    ) -> Result<Vec<Arc<Case>>, NotRecorded> {
        let (mut commits, mut afters) = (Vec::new(), Vec::new());
        for Prepared { commit, bag, after, .. } in all {
            commits.push(commit.letters(bag));
            afters.push(after);
        }
        let recorded = match (reference, beside.cloned()) {
            (None, None) => self.db().record(commits)?,
            (reference, beside) => {
                let year = self.today().year();
                self.db().write(move |tx| {
                    if let Some(beside) = &beside {
                        beside(tx)?;
                    }
                    if let Some(foreseen) = &reference
                        && next_reference(tx, year)? != *foreseen
                    {
                        return Err(NotRecorded::ReferenceTaken);
                    }
                    Ok(ledger::append_all(tx, &commits)?)
                })?
            }
        };
        // What was recorded before under the same key is in the record as it was decided then.
        for (after, recorded) in afters.iter().zip(recorded) {
            if let Some(placed) = recorded.placed {
                self.inner.shelf.recorded(Arc::clone(after), placed, decided);
            }
        }
        Ok(afters)
    }

    pub(super) fn decided(
        &self,
        around: &Surroundings,
        ask: &Ask<'_>,
        before: Option<Arc<Case>>,
        commands: &[Command],
    ) -> Result<(Vec<Event>, Option<Arc<Case>>), ActError> {
        let mut case = before;
        let mut all = Vec::new();
        for command in commands {
            permit(ask.actor, command, case.as_deref())?;
            let profile = self.profile_for(case.as_deref(), command)?;
            let bodies = around.bodies(&bodies_named(case.as_deref(), command));
            let facts = Facts {
                case: ask.case,
                today: self.today(),
                actor: ask.actor,
                profile,
                calendar: self.calendar(),
                bodies: &bodies,
                circumstances: &around.circumstances,
            };
            let events = decide(case.as_deref(), command, &facts)?;
            if !events.is_empty() {
                // Where nobody else has the case it becomes the next, and need not be copied.
                case = events.iter().fold(case.map(Arc::unwrap_or_clone), evolve).map(Arc::new);
            }
            all.extend(events);
        }
        Ok((all, case))
    }

    fn changed_since(&self, case: CaseId, expected: u32) -> Result<ActError, ActError> {
        let mut since = self.told(case)?.history;
        since.retain(|recorded| recorded.seq > expected);
        Ok(ActError::Changed { since })
    }
}

/// The bodies of a case, and any the command names.
fn bodies_named(case: Option<&Case>, command: &Command) -> Vec<BodyId> {
    let mut ids = case.map(|case| case.bodies.clone()).unwrap_or_default();
    match command {
        Command::OpenCase(opening) => ids.extend(&opening.bodies),
        Command::AddBody { body } => ids.push(*body),
        Command::FollowSuccessor(follow) => ids.extend([follow.body, follow.successor]),
        Command::NameContractingBody { named } => ids.push(named.health_body),
        _ => {}
    }
    ids
}

/// The letters of the case learn from what they were made, as their events have.
pub(super) fn learn_letters(case: &mut Case, events: &[Event]) {
    for event in events {
        if let Event::LetterOwed(made) = event
            && let Some(letter) = case.letters.iter_mut().find(|letter| letter.key == made.key)
        {
            *letter = made.clone();
        }
    }
}
