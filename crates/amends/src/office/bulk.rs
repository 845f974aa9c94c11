//! Many decisions in few transactions, for imports and demonstrations: the same rules, the same door, the same record.

use std::{collections::BTreeMap, thread::JoinHandle};

use amends_core::{case::Case, command::Command, id::CaseId};
use amends_store::{error::StoreError, ledger, ledger::Commit, particulars::NewParticular, post};
use jiff::civil::Date;

use super::{ActError, Ask, Fault, Office, Surroundings, letters::Mailbag};

/// So many decisions share a transaction.
const TOGETHER: usize = 400;

/// A run of decisions on cases that nobody else touches meanwhile. What was not flushed is not recorded.
pub struct Bulk<'a> {
    office: &'a Office,
    around: Surroundings,
    cases: BTreeMap<CaseId, Case>,
    look_again_on: BTreeMap<CaseId, Date>,
    commits: Vec<Commit>,
    bags: Vec<Mailbag>,
    under_way: Option<JoinHandle<Result<(), StoreError>>>,
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
            under_way: None,
        })
    }
}

impl Bulk<'_> {
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
        match self.office.prepare(&self.around, ask, before, commands, kept)? {
            Err(unchanged) => drop(self.cases.insert(ask.case, unchanged)),
            Ok(prepared) => {
                let mut bag = prepared.bag;
                self.commits.push(prepared.commit.posts(std::mem::take(&mut bag.posts)));
                self.bags.push(bag);
                self.keep(prepared.after, prepared.look_again_on);
            }
        }
        if self.commits.len() >= TOGETHER {
            self.hand_over()?;
        }
        self.cases.get(&ask.case).ok_or(ActError::NotFound("case"))
    }

    /// Pays the chases that the cases of this run owe today. Returns how many messages went to the outbox.
    ///
    /// # Errors
    /// As [`Office::pay_chases`].
    pub fn pay_chases(&mut self) -> Result<usize, ActError> {
        let today = self.office.today();
        let due = self.look_again_on.iter().filter(|(_, on)| **on <= today);
        let due: Vec<&Case> = due.filter_map(|(id, _)| self.cases.get(id)).collect();
        let owed = self.office.owed_chases(&self.around, due.into_iter())?;
        let mut sent = 0;
        for (going, cases) in owed {
            let as_it_is = |id| self.cases.get(&id).cloned().ok_or(ActError::NotFound("case"));
            let chase = self.office.chase_body(&self.around, going, cases, &as_it_is)?;
            chase.afters.into_iter().for_each(|(after, on)| self.keep(after, on));
            self.commits.extend(chase.commits);
            self.bags.push(chase.bag);
            sent += 1;
        }
        Ok(sent)
    }

    fn keep(&mut self, case: Case, look_again_on: Option<Date>) {
        match look_again_on {
            Some(on) => self.look_again_on.insert(case.id, on),
            None => self.look_again_on.remove(&case.id),
        };
        self.cases.insert(case.id, case);
    }

    /// A case of this run.
    pub fn case(&self, id: CaseId) -> Option<&Case> {
        self.cases.get(&id)
    }

    /// Lets go of a case that is done with: nothing more is owed on it.
    pub fn forget(&mut self, id: CaseId) {
        self.cases.remove(&id);
        self.look_again_on.remove(&id);
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
        let (office, at) = (self.office.clone(), self.office.clock().now());
        let record = move || {
            office.db().write(move |tx| {
                ledger::append_all(tx, &commits)?;
                for bag in &bags {
                    bag.posts.iter().try_for_each(|new| post::put(tx, new, at))?;
                    bag.keep_links(tx, at)?;
                }
                Ok(())
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
