//! Many decisions in few transactions, for imports and demonstrations: the same rules, the same door, the same record.

use std::collections::BTreeMap;

use amends_core::{case::Case, command::Command, id::CaseId, index::index};
use amends_store::{ledger, ledger::Commit, particulars::NewParticular, post};

use jiff::civil::Date;

use super::{ActError, Ask, Office, Surroundings, letters::Mailbag};

/// So many decisions share a transaction.
const TOGETHER: usize = 200;

/// A run of decisions on cases that nobody else touches meanwhile. What was not flushed is not recorded.
pub struct Bulk<'a> {
    office: &'a Office,
    around: Surroundings,
    cases: BTreeMap<CaseId, Case>,
    look_again_on: BTreeMap<CaseId, Date>,
    waiting: Vec<(Vec<Commit>, Mailbag)>,
}

impl Office {
    /// Begins a run of decisions.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn bulk(&self) -> Result<Bulk<'_>, ActError> {
        let around = self.surroundings()?;
        Ok(Bulk { office: self, around, cases: BTreeMap::new(), look_again_on: BTreeMap::new(), waiting: Vec::new() })
    }
}

impl Bulk<'_> {
    /// As [`Office::act`], on the cases of this run.
    ///
    /// # Errors
    /// As [`Office::act`].
    pub fn act(&mut self, ask: &Ask<'_>, commands: &[Command], kept: &[NewParticular]) -> Result<&Case, ActError> {
        let before = self.cases.get(&ask.case).cloned();
        let after = match self.office.prepare(&self.around, ask, before, commands, kept)? {
            Err(unchanged) => unchanged,
            Ok(prepared) => {
                let commit = prepared.commit.posts(prepared.bag.posts.clone());
                let bag = Mailbag { posts: Vec::new(), ..prepared.bag };
                self.waiting.push((vec![commit], bag));
                prepared.after
            }
        };
        if self.waiting.len() >= TOGETHER {
            self.flush()?;
        }
        self.keep(after)?;
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
        for ((body, to), cases) in owed {
            let as_it_is = |id| self.cases.get(&id).cloned().ok_or(ActError::NotFound("case"));
            let chase = self.office.chase_body(&self.around, body, to, cases, &as_it_is)?;
            chase.afters.into_iter().try_for_each(|after| self.keep(after))?;
            self.waiting.push((chase.commits, chase.bag));
            sent += 1;
        }
        Ok(sent)
    }

    fn keep(&mut self, case: Case) -> Result<(), ActError> {
        let rows = index(&case, self.office.profile(&case.profile)?, self.office.calendar());
        match rows.case.look_again_on {
            Some(on) => self.look_again_on.insert(case.id, on),
            None => self.look_again_on.remove(&case.id),
        };
        self.cases.insert(case.id, case);
        Ok(())
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

    /// Records what waits.
    ///
    /// # Errors
    /// Where the memory fails; what waited is lost then.
    pub fn flush(&mut self) -> Result<(), ActError> {
        let waiting = std::mem::take(&mut self.waiting);
        let at = self.office.clock().now();
        Ok(self.office.db().write(move |tx| {
            for (commits, bag) in &waiting {
                ledger::append_all(tx, commits)?;
                bag.posts.iter().try_for_each(|new| post::put(tx, new, at))?;
                bag.keep_links(tx, at)?;
            }
            Ok::<_, amends_store::error::StoreError>(())
        })?)
    }
}
