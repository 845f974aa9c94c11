//! Many decisions in few transactions, for imports and demonstrations: the same rules, the same door, the same record.

use std::{collections::BTreeMap, sync::Arc, thread::JoinHandle};

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    id::{CaseId, PostId, RecommendationNumber},
};
use amends_store::{
    blobs::{self, StoredBlob},
    db::Tx,
    error::StoreError,
    ledger::{self, Commit},
    particulars::NewParticular,
    post::{self, NewMail, Place, Placed},
};
use jiff::civil::Date;

use super::{
    ActError, Ask, Fault, Office, Surroundings, act::Prepared, chasing::OwedOfCase, letters::Mailbag,
};

/// So many decisions share a transaction.
const TOGETHER: usize = 400;

/// A run of decisions on cases that nobody else touches meanwhile. What was not flushed is not recorded.
pub struct Bulk<'a> {
    office: &'a Office,
    around: Arc<Surroundings>,
    cases: BTreeMap<CaseId, Arc<Case>>,
    look_again_on: BTreeMap<CaseId, Date>,
    commits: Vec<Commit>,
    bags: Vec<Mailbag>,
    mails: Vec<FiledMail>,
    together: usize,
    letters_from: Date,
    under_way: Option<JoinHandle<Result<(), StoreError>>>,
}

/// A message that came to a case of the run, filed where it belongs.
#[derive(Debug, Clone)]
pub struct FiledMail {
    /// The message.
    pub new: NewMail,
    /// Its bytes, safely kept.
    pub stored: StoredBlob,
    /// On which case.
    pub case: CaseId,
    /// On which recommendations.
    pub numbers: Vec<RecommendationNumber>,
}

impl FiledMail {
    fn keep(&self, tx: &Tx<'_>) -> Result<(), StoreError> {
        let at = self.new.received_at;
        blobs::record(tx, self.stored, "message/rfc822", at)?;
        let place = Place::Filed { case: self.case, numbers: self.numbers.clone() };
        post::receive_at(tx, &self.new, &Placed { place, by: None, at }).map(drop)
    }
}

impl Office {
    /// Begins a run of decisions.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn bulk(&self) -> Result<Bulk<'_>, ActError> {
        let around = self.surroundings()?;
        Ok(Bulk {
            office: self,
            around,
            cases: BTreeMap::new(),
            look_again_on: BTreeMap::new(),
            commits: Vec::new(),
            bags: Vec::new(),
            mails: Vec::new(),
            together: TOGETHER,
            letters_from: Date::MIN,
            under_way: None,
        })
    }
}

impl Bulk<'_> {
    /// Writes letters from a day on alone: of those before it the record says that they were owed, and no more is kept.
    #[must_use]
    pub fn letters_from(self, day: Date) -> Self {
        Self { letters_from: day, ..self }
    }

    /// Records by so many decisions at a time.
    #[must_use]
    pub fn together(self, together: usize) -> Self {
        Self { together, ..self }
    }

    /// Are letters written today?
    pub fn writes_letters(&self) -> bool {
        self.office.today() >= self.letters_from
    }

    /// Keeps a message with what is recorded next.
    pub fn came_by_mail(&mut self, mail: FiledMail) {
        self.mails.push(mail);
    }

    /// As [`Office::act`], on the cases of this run.
    ///
    /// # Errors
    /// As [`Office::act`].
    pub fn act(
        &mut self,
        ask: &Ask<'_>,
        commands: &[Command],
        kept: &[NewParticular],
    ) -> Result<&Case, ActError> {
        let before = self.cases.get(&ask.case).cloned();
        let prepared = if self.writes_letters() {
            self.office.prepare(&self.around, ask, before, commands, kept)?
        } else {
            self.without_letters(ask, before, commands, kept)?
        };
        match prepared {
            Err(unchanged) => drop(self.cases.insert(ask.case, unchanged)),
            Ok(prepared) => {
                let mut bag = prepared.bag;
                self.commits.push(prepared.commit.posts(std::mem::take(&mut bag.posts)));
                self.bags.push(bag);
                self.keep(prepared.after, prepared.look_again_on);
            }
        }
        if self.commits.len() >= self.together {
            self.hand_over()?;
        }
        self.case(ask.case).ok_or(ActError::NotFound("case"))
    }

    /// What the rules say, with no letter written.
    fn without_letters(
        &self,
        ask: &Ask<'_>,
        before: Option<Arc<Case>>,
        commands: &[Command],
        kept: &[NewParticular],
    ) -> Result<Result<Prepared, Arc<Case>>, ActError> {
        let seq = before.as_ref().map_or(0, |case| case.seq);
        let (events, after) = self.office.decided(&self.around, ask, before, commands)?;
        let after = after.ok_or(ActError::NotFound("case"))?;
        if events.is_empty() {
            return Ok(Err(after));
        }
        let (commit, look_again_on) = self.office.commit_of(ask, seq, events, &after, kept)?;
        Ok(Ok(Prepared { commit, bag: Mailbag::default(), after, look_again_on }))
    }

    /// Pays the chases that the cases of this run owe today. Returns how many messages went to the outbox.
    ///
    /// # Errors
    /// As [`Office::pay_chases`].
    pub fn pay_chases(&mut self) -> Result<usize, ActError> {
        let today = self.office.today();
        let due = self.look_again_on.iter().filter(|(_, on)| **on <= today);
        let due: Vec<&Case> = due.filter_map(|(id, _)| self.case(*id)).collect();
        let owed = self.office.owed_chases(&self.around, due.into_iter())?;
        if !self.writes_letters() {
            return self.chase_without_letters(owed.into_values());
        }
        let mut sent = 0;
        for (going, cases) in owed {
            let chase =
                self.office.chase_body(&self.around, going, cases, &mut |id| self.cases.get(&id).cloned())?;
            chase.afters.into_iter().for_each(|(after, on)| self.keep(after, on));
            self.commits.extend(chase.commits);
            self.bags.push(chase.bag);
            sent += 1;
        }
        Ok(sent)
    }

    fn chase_without_letters(
        &mut self,
        owed: impl Iterator<Item = Vec<OwedOfCase>>,
    ) -> Result<usize, ActError> {
        let mut by_case: BTreeMap<CaseId, Vec<Command>> = BTreeMap::new();
        let mut sent = 0;
        for cases in owed {
            let post = PostId(self.office.fresh_id()?);
            for (case, step, numbers) in cases {
                by_case.entry(case).or_default().push(Command::SendChase { numbers, step, post });
            }
            sent += 1;
        }
        for (case, commands) in by_case {
            self.act(&Ask::new(&Actor::System, case), &commands, &[])?;
        }
        Ok(sent)
    }

    fn keep(&mut self, case: Arc<Case>, look_again_on: Option<Date>) {
        match look_again_on {
            Some(on) => self.look_again_on.insert(case.id, on),
            None => self.look_again_on.remove(&case.id),
        };
        self.cases.insert(case.id, case);
    }

    /// A case of this run.
    pub fn case(&self, id: CaseId) -> Option<&Case> {
        self.cases.get(&id).map(|case| &**case)
    }

    /// Lets go of a case that is done with: nothing more is owed on it.
    pub fn forget(&mut self, id: CaseId) {
        self.cases.remove(&id);
        self.look_again_on.remove(&id);
    }

    /// Lets go of every case, and records what waits while the next are made.
    ///
    /// # Errors
    /// Where the memory fails; what waited is lost then.
    pub fn turn_over(&mut self) -> Result<(), ActError> {
        self.cases.clear();
        self.look_again_on.clear();
        self.hand_over()
    }

    /// Records all that waits.
    ///
    /// # Errors
    /// Where the memory fails; what waited is lost then.
    pub fn flush(&mut self) -> Result<(), ActError> {
        self.hand_over()?;
        self.wait()
    }

    /// Hands what waits to the memory, which records it while the next decisions are made.
    fn hand_over(&mut self) -> Result<(), ActError> {
        self.wait()?;
        let (commits, bags) = (std::mem::take(&mut self.commits), std::mem::take(&mut self.bags));
        let mails = std::mem::take(&mut self.mails);
        let (office, at) = (self.office.clone(), self.office.clock().now());
        let record = move || {
            office.db().write(move |tx| {
                ledger::append_all(tx, &commits)?;
                ledger::put_letters(tx, &bags.iter().map(|bag| (bag, at)).collect::<Vec<_>>())?;
                mails.iter().try_for_each(|mail| mail.keep(tx))
            })
        };
        let thread = std::thread::Builder::new().name("bulk-record".to_owned()).spawn(record);
        self.under_way =
            Some(thread.map_err(|error| Fault::Broken(format!("no thread to record with: {error}")))?);
        Ok(())
    }

    /// Waits until what was handed over is recorded.
    fn wait(&mut self) -> Result<(), ActError> {
        let Some(thread) = self.under_way.take() else { return Ok(()) };
        match thread.join() {
            Ok(recorded) => Ok(recorded?),
            Err(_) => Err(Fault::Broken("recording broke off".to_owned()).into()),
        }
    }
}
