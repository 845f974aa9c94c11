//! What is owed today, found in one pass over the cases that may owe something, and paid some hundreds of messages at a
//! time (R15, R31).

mod plan;
mod reminders;
mod shares;

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError, mpsc::sync_channel},
};

use amends_core::{
    case::Case,
    duty::{self, Duty},
    evolve::fold,
    id::{BodyId, CaseId},
};
use amends_store::{error::StoreError, ledger, lists};
use jiff::civil::Date;

use super::{
    ActError, Fault, Office, Surroundings,
    chasing::{Going, Owed, OwedOfCase, PreparedChase, Sent},
};
pub use plan::Planned;
use shares::shares;

/// So many cases are looked up at once.
const PAGE: u32 = 200;
/// So many look at cases side by side.
const LOOKERS: usize = 2;
/// Messages about so many cases are recorded in one transaction.
const TOGETHER: usize = 300;
/// So many write letters side by side.
const WRITERS: usize = 2;
/// So many cases that owe something are kept from the look at them to their letters; the others are read again, so that a
/// day on which very much is owed takes no more memory than this. A case takes some 14 kB.
const KEPT: usize = 1_500;

/// What the office owes on a day, and the cases that owe chases as they were when they were looked at. Where one changes
/// before its chase is recorded, recording is refused: the chase stays owed, and the next round looks anew.
#[derive(Default)]
struct OwedToday {
    chases: Owed,
    reminders: Vec<(CaseId, BodyId)>,
    cases: Cases,
}

/// Cases by their id.
type Cases = HashMap<CaseId, Arc<Case>>;

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
        let reminders = self.pay_these_reminders(&around, &owed.reminders)?;
        Ok((reminders, self.pay_these_chases(owed.chases, owed.cases)?))
    }

    /// Pays every chase owed today. Asked twice, the second finds nothing owed. A body whose message cannot be made does
    /// not keep the others from theirs.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn pay_chases(&self) -> Result<Vec<Sent>, ActError> {
        let around = self.surroundings()?;
        let owed = self.owed_today(&around)?;
        self.pay_these_chases(owed.chases, owed.cases)
    }

    /// What is owed today.
    fn owed_today(&self, around: &Surroundings) -> Result<OwedToday, ActError> {
        let pages = Pages { office: self, day: self.today(), after: Mutex::new(None) };
        let found = side_by_side(|| self.look(around, &pages));
        let mut all = OwedToday::default();
        for one in found {
            let one = one?;
            all.reminders.extend(one.reminders);
            all.cases.extend(one.cases);
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
                let chases = self.add_owed_chases(around, &case, &mut owed.chases)?;
                for duty in duty::reminders_to_comment(&case, self.calendar(), pages.day) {
                    if let Duty::RemindToComment { body, .. } = duty {
                        owed.reminders.push((case.id, body));
                    }
                }
                if chases && owed.cases.len() < KEPT / LOOKERS {
                    owed.cases.insert(case.id, case);
                }
            }
        }
    }

    /// Cases as they are now.
    pub(super) fn cases(&self, ids: &[CaseId]) -> Result<Vec<Arc<Case>>, ActError> {
        let folded = |(id, events): (CaseId, Vec<_>)| {
            let broken = || Fault::Broken(format!("the history of {id} does not begin with its opening"));
            fold(&events).map(Arc::new).ok_or_else(|| broken().into())
        };
        self.db().read(|conn| ledger::events_of(conn, ids))?.into_iter().map(folded).collect()
    }

    /// Makes the messages, some hundreds at a time, while those before them are recorded.
    fn pay_these_chases(&self, owed: Owed, known: Cases) -> Result<Vec<Sent>, ActError> {
        std::thread::scope(|scope| {
            let (hand_over, waiting) = sync_channel::<Vec<PreparedChase>>(1);
            let recorded = scope.spawn(move || {
                let all = waiting.into_iter().map(|some| self.record_chases(some));
                all.collect::<Result<Vec<Vec<Sent>>, ActError>>()
            });
            let made = self.make_chases(owed, known, &mut |some| hand_over.send(some).is_ok());
            drop(hand_over);
            let broken = || ActError::from(Fault::Broken("recording the chases broke off".to_owned()));
            let sent = recorded.join().map_err(|_| broken())??;
            made.map(|()| sent.into_iter().flatten().collect())
        })
    }

    fn make_chases(
        &self,
        owed: Owed,
        mut known: Cases,
        hand_over: &mut dyn FnMut(Vec<PreparedChase>) -> bool,
    ) -> Result<(), ActError> {
        let mut owed = owed.into_iter().peekable();
        // One run is being recorded and one waits for it while the next is made: their cases are not as the memory has them.
        let mut under_way: [Cases; 2] = Default::default();
        while owed.peek().is_some() {
            self.pulse().beat();
            let (mut some, mut about): (Vec<(Going, Vec<OwedOfCase>)>, usize) = (Vec::new(), 0);
            while about < TOGETHER
                && let Some(message) = owed.next()
            {
                about += message.1.len();
                some.push(message);
            }
            let ids: BTreeSet<CaseId> =
                some.iter().flat_map(|(_, about)| about.iter().map(|one| one.0)).collect();
            let mut cases: Cases = ids.iter().filter_map(|id| known.remove_entry(id)).collect();
            for earlier in &under_way {
                let changed = earlier.iter().filter(|(id, _)| ids.contains(id));
                cases.extend(changed.map(|(id, case)| (*id, Arc::clone(case))));
            }
            let unknown: Vec<CaseId> = ids.into_iter().filter(|id| !cases.contains_key(id)).collect();
            cases.extend(self.cases(&unknown)?.into_iter().map(|case| (case.id, case)));
            // Whom to write to may have changed since the last run.
            let around = self.surroundings()?;
            let (made, changed) = self.make_side_by_side(&around, some, cases)?;
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

    /// Makes messages on several threads, those that are about one case on the same one and in order. Comes back with the
    /// cases that changed, too.
    fn make_side_by_side(
        &self,
        around: &Surroundings,
        some: Vec<(Going, Vec<OwedOfCase>)>,
        mut cases: Cases,
    ) -> Result<(Vec<PreparedChase>, Cases), ActError> {
        let shares: Vec<(Vec<_>, Cases)> = shares(some)
            .into_iter()
            .map(|share| {
                let about = share.iter().flat_map(|(_, about)| about.iter().map(|one| one.0));
                let theirs = about.filter_map(|id| cases.remove_entry(&id)).collect();
                (share, theirs)
            })
            .collect();
        let made = std::thread::scope(|scope| {
            let write = |(share, cases)| scope.spawn(|| self.make_some(around, share, cases));
            let writers: Vec<_> = shares.into_iter().map(write).collect();
            writers.into_iter().map(|writer| writer.join()).collect::<Vec<_>>()
        });
        let (mut all, mut changed) = (Vec::new(), Cases::new());
        for one in made {
            let broken = |_| Fault::Broken("writing letters broke off".to_owned());
            let (made, theirs) = one.map_err(broken)?;
            all.extend(made);
            changed.extend(theirs);
        }
        Ok((all, changed))
    }

    fn make_some(
        &self,
        around: &Surroundings,
        some: Vec<(Going, Vec<OwedOfCase>)>,
        mut cases: Cases,
    ) -> (Vec<PreparedChase>, Cases) {
        let (mut made, mut changed) = (Vec::with_capacity(some.len()), BTreeSet::new());
        let (mut seen, mut several) = (BTreeSet::new(), BTreeSet::new());
        for (case, ..) in some.iter().flat_map(|(_, about)| about) {
            if !seen.insert(*case) {
                several.insert(*case);
            }
        }
        for (going, about) in some {
            // A case that no other message is about becomes the next, and need not be copied.
            let mut as_it_is =
                |id| if several.contains(&id) { cases.get(&id).cloned() } else { cases.remove(&id) };
            match self.chase_body(around, going, about, &mut as_it_is) {
                Ok(mut chase) => {
                    for (after, _) in std::mem::take(&mut chase.afters) {
                        changed.insert(after.id);
                        cases.insert(after.id, after);
                    }
                    made.push(chase);
                }
                Err(error) => told_of_failure(going.0, &error),
            }
        }
        cases.retain(|id, _| changed.contains(id));
        (made, cases)
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
            ledger::put_letters(tx, &made.iter().map(|chase| (&chase.bag, at)).collect::<Vec<_>>())
        })?)
    }
}

/// Has several do the same side by side.
fn side_by_side<T: Send>(look: impl Fn() -> Result<T, ActError> + Sync) -> Vec<Result<T, ActError>> {
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..LOOKERS).map(|_| scope.spawn(&look)).collect();
        let mut found = vec![look()];
        let broken = || Fault::Broken("a look at the cases broke off".to_owned());
        found.extend(others.into_iter().map(|one| one.join().unwrap_or_else(|_| Err(broken().into()))));
        found
    })
}

fn told_of_failure(body: BodyId, error: &ActError) {
    let error = error.without_words();
    tracing::error!(%body, error, "a chase could not be made; it stays owed");
}
