//! What is owed today, found in one pass over the cases that may owe something, and paid some hundreds of messages at a
//! time (R15, R31).

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError, mpsc::sync_channel},
};

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    duty::{self, Duty},
    evolve::fold,
    id::{BodyId, CaseId, PostId},
};
use amends_store::{error::StoreError, ledger, lists, post};
use jiff::civil::Date;

use super::{
    ActError, Ask, Fault, Office, Surroundings,
    chasing::{Going, Owed, OwedOfCase, PreparedChase, Sent},
};

/// So many cases are looked up at once.
const PAGE: u32 = 200;
/// So many look at cases side by side.
const LOOKERS: usize = 2;
/// So many messages are recorded in one transaction.
const TOGETHER: usize = 200;

/// What the office owes on a day: no more than ids, so that the cases themselves need not be kept.
#[derive(Default)]
struct OwedToday {
    chases: Owed,
    reminders: Vec<(CaseId, BodyId)>,
}

/// The cases at which the office must look on a day, page by page, for whoever asks next.
struct Pages<'a> {
    office: &'a Office,
    day: Date,
    after: Mutex<Option<(Date, CaseId)>>,
}

impl Pages<'_> {
    /// The next cases; none at the end.
    fn next(&self) -> Result<Vec<CaseId>, ActError> {
        let mut after = self.after.lock().unwrap_or_else(PoisonError::into_inner);
        let page = self.office.db().read(|conn| lists::due_for_look(conn, self.day, *after, PAGE))?;
        *after = page.last().copied().or(*after);
        Ok(page.into_iter().map(|(_, case)| case).collect())
    }
}

impl Office {
    /// Pays every reminder and chase that is owed today. Asked twice, the second finds nothing owed. What cannot be made
    /// does not keep the others from theirs. Returns how many reminders went, and the chases.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn pay_owed(&self) -> Result<(usize, Vec<Sent>), ActError> {
        let around = self.surroundings()?;
        let owed = self.owed_today(&around)?;
        let reminders = self.pay_these_reminders(owed.reminders)?;
        Ok((reminders, self.pay_these_chases(&around, owed.chases)?))
    }

    /// Pays every chase owed today. Asked twice, the second finds nothing owed. A body whose message cannot be made does
    /// not keep the others from theirs.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn pay_chases(&self) -> Result<Vec<Sent>, ActError> {
        let around = self.surroundings()?;
        let owed = self.owed_today(&around)?;
        self.pay_these_chases(&around, owed.chases)
    }

    /// What is owed today.
    fn owed_today(&self, around: &Surroundings) -> Result<OwedToday, ActError> {
        let pages = Pages { office: self, day: self.today(), after: Mutex::new(None) };
        let found = std::thread::scope(|scope| {
            let others: Vec<_> = (1..LOOKERS).map(|_| scope.spawn(|| self.look(around, &pages))).collect();
            let mut found = vec![self.look(around, &pages)];
            let broken = || Fault::Broken("a look at the cases broke off".to_owned());
            found.extend(others.into_iter().map(|one| one.join().unwrap_or_else(|_| Err(broken().into()))));
            found
        });
        let mut all = OwedToday::default();
        for one in found {
            let one = one?;
            all.reminders.extend(one.reminders);
            for (going, cases) in one.chases {
                all.chases.entry(going).or_default().extend(cases);
            }
        }
        // Whoever looked at which page, the outcome is the same.
        all.reminders.sort_unstable();
        all.chases.values_mut().for_each(|cases| cases.sort());
        Ok(all)
    }

    fn look(&self, around: &Surroundings, pages: &Pages<'_>) -> Result<OwedToday, ActError> {
        let mut owed = OwedToday::default();
        loop {
            let page = pages.next()?;
            if page.is_empty() {
                return Ok(owed);
            }
            self.pulse().beat();
            for case in self.cases(&page)? {
                self.add_owed_chases(around, &case, &mut owed.chases)?;
                for duty in duty::reminders_to_comment(&case, self.calendar(), pages.day) {
                    if let Duty::RemindToComment { body, .. } = duty {
                        owed.reminders.push((case.id, body));
                    }
                }
            }
        }
    }

    /// Cases as they are now.
    fn cases(&self, ids: &[CaseId]) -> Result<Vec<Case>, ActError> {
        let folded = |(id, events): (CaseId, Vec<_>)| {
            let broken = || Fault::Broken(format!("the history of {id} does not begin with its opening"));
            fold(&events).ok_or_else(|| broken().into())
        };
        self.db().read(|conn| ledger::events_of(conn, ids))?.into_iter().map(folded).collect()
    }

    fn pay_these_reminders(&self, owed: Vec<(CaseId, BodyId)>) -> Result<usize, ActError> {
        let mut sent = 0;
        for (id, body) in owed {
            let command = Command::RemindToComment { body, post: PostId(self.fresh_id()?) };
            match self.act(&Ask::new(&Actor::System, id), &[command], &[]) {
                Ok(_) => sent += 1,
                Err(ActError::Refused(refusal)) => tracing::info!(%id, %refusal, "a reminder was not owed"),
                Err(error) => {
                    let error = error.without_words();
                    tracing::error!(%id, error, "a reminder could not be made; it stays owed");
                }
            }
        }
        Ok(sent)
    }

    /// Makes the messages, some hundreds at a time, while those before them are recorded.
    fn pay_these_chases(&self, around: &Surroundings, owed: Owed) -> Result<Vec<Sent>, ActError> {
        std::thread::scope(|scope| {
            let (hand_over, waiting) = sync_channel::<Vec<PreparedChase>>(1);
            let recorded = scope.spawn(move || {
                let all = waiting.into_iter().map(|some| self.record_chases(some));
                all.collect::<Result<Vec<Vec<Sent>>, ActError>>()
            });
            let made = self.make_chases(around, owed, &mut |some| hand_over.send(some).is_ok());
            drop(hand_over);
            let broken = || ActError::from(Fault::Broken("recording the chases broke off".to_owned()));
            let sent = recorded.join().map_err(|_| broken())??;
            made.map(|()| sent.into_iter().flatten().collect())
        })
    }

    fn make_chases(
        &self,
        around: &Surroundings,
        owed: Owed,
        hand_over: &mut dyn FnMut(Vec<PreparedChase>) -> bool,
    ) -> Result<(), ActError> {
        let mut owed = owed.into_iter().peekable();
        // One run is being recorded and one waits for it while the next is made: their cases are not as the memory has them.
        let mut under_way: [HashMap<CaseId, Case>; 2] = Default::default();
        while owed.peek().is_some() {
            self.pulse().beat();
            let some: Vec<(Going, Vec<OwedOfCase>)> = owed.by_ref().take(TOGETHER).collect();
            let ids: BTreeSet<CaseId> =
                some.iter().flat_map(|(_, about)| about.iter().map(|one| one.0)).collect();
            let mut cases: HashMap<CaseId, Case> = HashMap::new();
            for earlier in &under_way {
                let known = earlier.iter().filter(|(id, _)| ids.contains(id));
                cases.extend(known.map(|(id, case)| (*id, case.clone())));
            }
            let unknown: Vec<CaseId> = ids.into_iter().filter(|id| !cases.contains_key(id)).collect();
            cases.extend(self.cases(&unknown)?.into_iter().map(|case| (case.id, case)));
            let (mut made, mut changed) = (Vec::new(), HashMap::new());
            for (going, about) in some {
                match self.chase_body(around, going, about, &|id| cases.get(&id)) {
                    Ok(mut chase) => {
                        for (after, _) in std::mem::take(&mut chase.afters) {
                            changed.insert(after.id, after.clone());
                            cases.insert(after.id, after);
                        }
                        made.push(chase);
                    }
                    Err(error) => told_of_failure(going.0, &error),
                }
            }
            under_way.rotate_left(1);
            if let Some(last) = under_way.last_mut() {
                *last = changed;
            }
            if !hand_over(made) {
                break;
            }
        }
        Ok(())
    }

    /// Records messages in one transaction; each by itself where that fails, so that none fails for another's sake.
    /// Where another node leads now, all of it is for that one.
    fn record_chases(&self, made: Vec<PreparedChase>) -> Result<Vec<Sent>, ActError> {
        let made: Vec<Arc<PreparedChase>> = made.into_iter().map(Arc::new).collect();
        match self.record_together(made.clone()) {
            Ok(()) => return Ok(made.iter().map(|chase| chase.sent.clone()).collect()),
            Err(ActError::Fault(Fault::Store(lost @ StoreError::LeaseLost { .. }))) => {
                return Err(lost.into());
            }
            Err(_) => {}
        }
        let mut sent = Vec::new();
        for chase in made {
            match self.record_together(vec![Arc::clone(&chase)]) {
                Ok(()) => sent.push(chase.sent.clone()),
                Err(error) => told_of_failure(chase.sent.body, &error),
            }
        }
        Ok(sent)
    }

    fn record_together(&self, made: Vec<Arc<PreparedChase>>) -> Result<(), ActError> {
        let at = self.clock().now();
        Ok(self.db().write(move |tx| {
            ledger::append_all(tx, made.iter().flat_map(|chase| &chase.commits))?;
            made.iter().try_for_each(|chase| {
                chase.bag.posts.iter().try_for_each(|new| post::put(tx, new, at))?;
                chase.bag.keep_links(tx, at)
            })
        })?)
    }
}

fn told_of_failure(body: BodyId, error: &ActError) {
    let error = error.without_words();
    tracing::error!(%body, error, "a chase could not be made; it stays owed");
}
