//! Cases by their ids, no more than have so many entries together: the one that was used longest ago goes first.

use std::collections::{HashMap, VecDeque};

use amends_core::id::CaseId;

use super::Kept;

/// So many entries of cases, at most, stand here: some 300 bytes each.
const MOST: usize = 200_000;

/// The cases of the shelf.
#[derive(Debug, Default)]
pub(super) struct Cases {
    kept: HashMap<CaseId, (u64, Kept)>,
    /// Every use, the latest last. One that was followed by another of the same case says nothing any more.
    uses: VecDeque<(u64, CaseId)>,
    used: u64,
    weight: usize,
}

impl Cases {
    /// A case, without its being used.
    pub(super) fn peek(&self, case: CaseId) -> Option<&Kept> {
        self.kept.get(&case).map(|(_, kept)| kept)
    }

    /// A case that is used.
    pub(super) fn find(&mut self, case: CaseId) -> Option<Kept> {
        let nth = self.used + 1;
        let (last, kept) = self.kept.get_mut(&case)?;
        *last = nth;
        let found = kept.clone();
        self.note(case);
        Some(found)
    }

    /// Takes a case away.
    pub(super) fn take(&mut self, case: CaseId) -> Option<Kept> {
        let (_, kept) = self.kept.remove(&case)?;
        self.weight = self.weight.saturating_sub(kept.weight());
        Some(kept)
    }

    /// Puts a case up in the place of what there was of it; those used longest ago go where there is no room.
    pub(super) fn put(&mut self, kept: Kept) {
        let case = kept.case.id;
        self.take(case);
        self.weight = self.weight.saturating_add(kept.weight());
        self.kept.insert(case, (self.used + 1, kept));
        self.note(case);
        while self.weight > MOST
            && let Some((nth, oldest)) = self.uses.pop_front()
        {
            if self.is_last_use(nth, oldest) {
                self.take(oldest);
            }
        }
    }

    /// Takes all of them away.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    fn note(&mut self, case: CaseId) {
        self.used += 1;
        self.uses.push_back((self.used, case));
        if self.uses.len() > 2 * self.kept.len() + 1_000 {
            let uses = std::mem::take(&mut self.uses);
            self.uses = uses.into_iter().filter(|(nth, case)| self.is_last_use(*nth, *case)).collect();
        }
    }

    fn is_last_use(&self, nth: u64, case: CaseId) -> bool {
        self.kept.get(&case).is_some_and(|(last, _)| *last == nth)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use amends_core::{
        case::{Case, Route},
        command::Opening,
        event::Event,
        evolve::fold,
        id::{CaseReference, ParticularId, StaffId},
        ledger::NO_ENTRY,
        text::{Salt, Words},
    };
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn id(n: u128) -> CaseId {
        CaseId(Uuid::from_u128(n))
    }

    /// A case with so many entries.
    fn kept(n: u128, seq: u32) -> Kept {
        let opening = Opening {
            reference: CaseReference::new(2026, 1),
            profile: "psow".to_owned(),
            route: Route::Investigation,
            title: Words::seal(ParticularId(Uuid::nil()), Salt([1; 32]), "t"),
            own_initiative: true,
            received_on: date(2026, 1, 5),
            handler: StaffId(Uuid::nil()),
            complainant: None,
            bodies: Vec::new(),
        };
        let opened = fold(&[Event::CaseOpened { case: id(n), opening }]).unwrap();
        let case = Case { seq, ..opened };
        Kept { case: Arc::new(case), hash: NO_ENTRY, since: 0 }
    }

    #[test]
    fn the_case_used_longest_ago_goes_where_there_is_no_room() {
        let mut cases = Cases::default();
        let fifth = u32::try_from(MOST / 5).unwrap();
        (1..=5).for_each(|n| cases.put(kept(n, fifth)));
        assert!(cases.find(id(1)).is_some());
        cases.put(kept(6, fifth));
        let there: Vec<u128> = (1..=6).filter(|n| cases.peek(id(*n)).is_some()).collect();
        assert_eq!(there, [1, 3, 4, 5, 6]);
        // One that grew takes the room it has now.
        cases.put(kept(3, 3 * fifth));
        let there: Vec<u128> = (1..=6).filter(|n| cases.peek(id(*n)).is_some()).collect();
        assert_eq!(there, [1, 3, 6]);
        assert_eq!(cases.weight, MOST);
    }

    #[test]
    fn however_often_a_case_is_used_no_more_is_remembered_of_it() {
        let mut cases = Cases::default();
        cases.put(kept(1, 60));
        for n in 0..100_000 {
            if n % 2 == 0 {
                assert!(cases.find(id(1)).is_some());
            } else {
                let one = cases.take(id(1)).unwrap();
                cases.put(one);
            }
        }
        assert!(cases.uses.len() <= 1_002, "{}", cases.uses.len());
        cases.clear();
        assert!((cases.find(id(1)).is_none(), cases.weight, cases.uses.len()) == (true, 0, 0));
    }
}
