//! What the office is asked for all day and changes seldom: bodies, who is known there, staff, closed days, what stands
//! against chasing.
//!
//! Why it is right. Each of these is kept with the number it had when it was read ([`amends_store::stamps`]), and given
//! out again only to a sight that has the same number. The number is raised in the transaction that changes any of it, on
//! whatever node. What depends on the day is kept for that day. A decision is made from what is at hand without a look at
//! these numbers; it takes them with it, and the transaction that records it looks whether they are still those.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use amends_core::{
    body::{Body, ContactRole},
    calendar::Calendar,
    duty::Circumstances,
    id::{BodyId, StaffId},
    text::Language,
};
use amends_store::{
    closures::closures,
    people::{self, BodyRecord, Contact, Staff, all_bodies, all_staff},
    post,
    settings::chases_stopped,
    stamps::Marks,
};
use jiff::civil::Date;

use super::{ActError, closures::kept_for_good, directory::Directory, sight::Sight};

/// What is at hand.
#[derive(Debug)]
pub(super) struct Register {
    base: Calendar,
    inside: Mutex<Inside>,
}

#[derive(Debug)]
struct Inside {
    directory: Option<Stamped<u64, Arc<Directory>>>,
    staff: Option<Stamped<u64, Arc<Vec<Staff>>>>,
    unfiled: Option<Stamped<(u64, u64), Vec<BodyId>>>,
    by_id: Option<Stamped<u64, Arc<HashMap<BodyId, Body>>>>,
    contacts: Stamped<u64, HashMap<BodyId, Arc<[Contact]>>>,
    around: Option<Stamped<Date, Arc<Surroundings>>>,
    calendar: Stamped<Option<u64>, &'static Calendar>,
}

/// Something with what it was read under.
#[derive(Debug, Clone)]
struct Stamped<S, T> {
    under: S,
    it: T,
}

fn still<S: PartialEq, T: Clone>(kept: Option<&Stamped<S, T>>, under: &S) -> Option<T> {
    kept.filter(|kept| kept.under == *under).map(|kept| kept.it.clone())
}

/// Keeps it, unless what is kept is newer.
fn keep<S: PartialOrd, T>(kept: &mut Option<Stamped<S, T>>, under: S, it: T) {
    if kept.as_ref().is_none_or(|kept| kept.under < under) {
        *kept = Some(Stamped { under, it });
    }
}

/// What a decision needs to know from outside its case.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    bodies: Arc<HashMap<BodyId, Body>>,
    staff: Arc<Vec<Staff>>,
    /// What stands against chasing.
    pub(crate) circumstances: Circumstances,
    /// The numbers all of it was read under: those of the register, of staff, of mail.
    under: [u64; 3],
}

impl Surroundings {
    /// The numbers all of it was read under, with that of erasures.
    pub(super) fn marks(&self, erased: u64) -> Marks {
        let [register, staff, mail] = self.under;
        Marks { register, staff, mail, erased }
    }

    /// A member of staff.
    pub(super) fn member_of_staff(&self, id: StaffId) -> Option<&Staff> {
        self.staff.iter().find(|one| one.id == id)
    }

    /// Bodies by id, with those they were merged into; an id nobody has is left out.
    pub(super) fn bodies(&self, ids: &[BodyId]) -> Vec<Body> {
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

impl Register {
    /// Nothing is at hand yet but the calendar with its bank holidays.
    pub(super) fn new(base: Calendar) -> Self {
        let calendar = Stamped { under: None, it: kept_for_good(base.clone()) };
        let contacts = Stamped { under: 0, it: HashMap::new() };
        let (directory, by_id, staff, unfiled, around) = (None, None, None, None, None);
        let inside = Inside { directory, staff, unfiled, by_id, contacts, around, calendar };
        Self { base, inside: Mutex::new(inside) }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The calendar, with the closed days as they were when the office last looked.
    pub(super) fn calendar(&self) -> &'static Calendar {
        self.inside().calendar.it
    }

    /// The register of bodies.
    pub(super) fn bodies(&self, sight: &Sight<'_>) -> Result<Arc<Vec<BodyRecord>>, ActError> {
        self.directory(sight).map(|directory| Arc::clone(directory.all()))
    }

    /// The register of bodies with what finds one in it. The calendar is brought up to date with it.
    pub(super) fn directory(&self, sight: &Sight<'_>) -> Result<Arc<Directory>, ActError> {
        let under = sight.stamps().register;
        if let Some(directory) = still(self.inside().directory.as_ref(), &under) {
            return Ok(directory);
        }
        let directory = Arc::new(Directory::new(Arc::new(all_bodies(sight.conn(), Language::En)?)));
        let mut calendar = self.base.clone();
        for closure in closures(sight.conn())? {
            calendar = calendar.with_closure(closure.day, closure.why);
        }
        let mut inside = self.inside();
        keep(&mut inside.directory, under, Arc::clone(&directory));
        if inside.calendar.under < Some(under) {
            if *inside.calendar.it != calendar {
                inside.calendar.it = kept_for_good(calendar);
            }
            inside.calendar.under = Some(under);
        }
        Ok(directory)
    }

    /// All staff, by name.
    pub(super) fn staff(&self, sight: &Sight<'_>) -> Result<Arc<Vec<Staff>>, ActError> {
        let under = sight.stamps().staff;
        if let Some(staff) = still(self.inside().staff.as_ref(), &under) {
            return Ok(staff);
        }
        let staff = Arc::new(all_staff(sight.conn())?);
        keep(&mut self.inside().staff, under, Arc::clone(&staff));
        Ok(staff)
    }

    /// What decisions need to know from outside their cases.
    pub(super) fn surroundings(&self, sight: &Sight<'_>) -> Result<Arc<Surroundings>, ActError> {
        let today = sight.office().today();
        let numbers = [sight.stamps().register, sight.stamps().staff, sight.stamps().mail];
        if let Some(around) = self.at_hand(today).filter(|around| around.under == numbers) {
            return Ok(around);
        }
        let bodies = self.bodies(sight)?;
        let circumstances = Circumstances {
            office_stopped: chases_stopped(sight.conn())?,
            bodies_stopped: which(&bodies, |body| body.chases_stopped),
            undeliverable: which(&bodies, |body| body.undeliverable),
            succeeded: gone(&bodies, today, true),
            ended: gone(&bodies, today, false),
            unfiled_mail_from: self.unfiled_mail_from(sight)?,
            without_chief_executive: without_chief_executive(sight, &bodies)?,
        };
        let (by_id, staff) = (self.by_id(sight, &bodies), self.staff(sight)?);
        let around = Arc::new(Surroundings { bodies: by_id, staff, circumstances, under: numbers });
        let mut inside = self.inside();
        // A day can be moved back in a demonstration, so what was asked last is kept.
        inside.around = Some(Stamped { under: today, it: Arc::clone(&around) });
        Ok(around)
    }

    /// What decisions need to know from outside their cases, as it was when somebody last looked; nothing where that was
    /// on another day.
    pub(super) fn at_hand(&self, today: Date) -> Option<Arc<Surroundings>> {
        let inside = self.inside();
        still(inside.around.as_ref(), &today)
    }

    fn by_id(&self, sight: &Sight<'_>, bodies: &[BodyRecord]) -> Arc<HashMap<BodyId, Body>> {
        let under = sight.stamps().register;
        if let Some(by_id) = still(self.inside().by_id.as_ref(), &under) {
            return by_id;
        }
        let by_id = bodies.iter().map(|record| (record.body.id, record.body.clone()));
        let by_id = Arc::new(by_id.collect::<HashMap<_, _>>());
        keep(&mut self.inside().by_id, under, Arc::clone(&by_id));
        by_id
    }

    /// Who is known at a body, if that was read under the number these were.
    pub(super) fn contacts(&self, around: &Surroundings, body: BodyId) -> Option<Arc<[Contact]>> {
        let inside = self.inside();
        let known = inside.contacts.it.get(&body).filter(|_| inside.contacts.under == around.under[0]);
        known.map(Arc::clone)
    }

    /// Reads who is known at a body.
    pub(super) fn read_contacts(&self, sight: &Sight<'_>, body: BodyId) -> Result<Arc<[Contact]>, ActError> {
        let under = sight.stamps().register;
        let read: Arc<[Contact]> = people::contacts(sight.conn(), body)?.into();
        let mut inside = self.inside();
        if inside.contacts.under < under {
            inside.contacts = Stamped { under, it: HashMap::new() };
        }
        if inside.contacts.under == under {
            inside.contacts.it.insert(body, Arc::clone(&read));
        }
        Ok(read)
    }

    /// Bodies from whose addresses there is mail that nobody has filed.
    fn unfiled_mail_from(&self, sight: &Sight<'_>) -> Result<Vec<BodyId>, ActError> {
        let under = (sight.stamps().register, sight.stamps().mail);
        if let Some(unfiled) = still(self.inside().unfiled.as_ref(), &under) {
            return Ok(unfiled);
        }
        let mut unfiled = Vec::new();
        for state in [post::MailState::New, post::MailState::Held] {
            for mail in post::mail_in(sight.conn(), state, None, 500)? {
                let contacts = people::contacts_at(sight.conn(), &mail.sender)?;
                unfiled.extend(contacts.into_iter().map(|one| one.body));
            }
        }
        unfiled.sort();
        unfiled.dedup();
        self.inside().unfiled = Some(Stamped { under, it: unfiled.clone() });
        Ok(unfiled)
    }
}

fn which(bodies: &[BodyRecord], wanted: fn(&Body) -> bool) -> Vec<BodyId> {
    bodies.iter().map(|record| &record.body).filter(|body| wanted(body)).map(|body| body.id).collect()
}

/// Bodies that are no more: those in whose place another stands, or those with nobody in their place (E13, E15).
fn gone(bodies: &[BodyRecord], today: Date, succeeded: bool) -> Vec<BodyId> {
    let all = bodies.iter().map(|record| &record.body).filter(|body| body.is_gone_on(today));
    all.filter(|body| body.all_successors().next().is_some() == succeeded).map(|body| body.id).collect()
}

/// The bodies whose chief executive nobody has entered.
fn without_chief_executive(sight: &Sight<'_>, bodies: &[BodyRecord]) -> Result<Vec<BodyId>, ActError> {
    let with = people::bodies_with(sight.conn(), ContactRole::ChiefExecutive)?;
    Ok(bodies.iter().map(|record| record.body.id).filter(|id| !with.contains(id)).collect())
}
