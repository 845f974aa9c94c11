//! Three years of an invented office, lived day by day through the real rules.

use std::{
    collections::{BTreeMap, HashMap},
    ops::ControlFlow,
};

use amends_core::{
    actor::{Actor, StaffRole},
    id::{BodyId, CaseId, StaffId},
    recommendation::Proof,
    text::Language,
};
use amends_store::{error::StoreError, people::BodyRecord, post};
use jiff::{ToSpan as _, civil::Date};

use super::{bodies, chance::Dice, details::Details, lives};
use crate::{
    clock::Chance,
    office::{ActError, Fault, Office, StoredFile, bulk::Bulk},
};

/// How large the invented office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Cases.
    pub cases: u32,
    /// Months of history.
    pub months: i32,
}

impl Size {
    /// As the demonstration shows it.
    pub const FULL: Self = Self { cases: 640, months: 36 };
    /// For tests.
    pub const SMALL: Self = Self { cases: 40, months: 9 };
}

/// A member of staff of the demonstration.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub staff: StaffId,
    /// In which role.
    pub role: StaffRole,
    /// The word in addresses: `sian`.
    pub key: &'static str,
}

impl Person {
    /// As the rules know them.
    pub fn actor(&self) -> Actor {
        Actor::Staff { staff: self.staff, role: self.role }
    }
}

/// What the lives of the cases draw on.
pub struct World<'a> {
    /// The office.
    pub office: &'a Office,
    /// Choices.
    pub dice: Dice,
    /// Bodies that can be addressed.
    pub bodies: Vec<BodyRecord>,
    /// The caseworkers.
    pub caseworkers: Vec<Person>,
    /// The manager.
    pub manager: Person,
    /// The ombudsman.
    pub ombudsman: Person,
    /// A file for each sort of proof.
    pub files: BTreeMap<Proof, StoredFile>,
    /// The last day of the history.
    pub today: Date,
    /// Where each body stands among them.
    pub places: HashMap<BodyId, usize>,
    /// Where and when things were, for the words of many cases; a demonstration does without.
    pub details: Option<Details>,
    /// Bodies near the beginning have more cases than those near the end.
    pub busy_first: bool,
}

/// The staff of the demonstration: key, name, role, language.
const STAFF: [(&str, &str, StaffRole, Language); 6] = [
    ("sian", "Siân Parry", StaffRole::Caseworker, Language::En),
    ("owain", "Owain Rees", StaffRole::Caseworker, Language::Cy),
    ("priya", "Priya Khan", StaffRole::Caseworker, Language::En),
    ("gwen", "Gwen Bowen", StaffRole::Coordinator, Language::Cy),
    ("marc", "Marc Tudor", StaffRole::Manager, Language::En),
    ("non", "Non Hughes", StaffRole::Ombudsman, Language::Cy),
];

/// What the outbox notes of a letter that was kept here instead of being sent.
const CAPTURED: &str = "captured";
/// What a mail server says of an address nobody has.
const BOUNCED: &str = "550 5.1.1 user unknown";

/// What was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The staff, in the order of their table.
    pub staff: Vec<Person>,
    /// All bodies.
    pub bodies: Vec<BodyRecord>,
    /// How many cases.
    pub cases: usize,
    /// The cases that the guided paths lead to, by name.
    pub stories: BTreeMap<String, CaseId>,
}

/// Makes the office's history, telling how far it is: days done, days in all.
///
/// # Errors
/// Where the memory fails, or a rule refuses what the history has happen.
pub fn make(
    office: &Office,
    seed: u64,
    size: Size,
    today: Date,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Made, ActError> {
    let first = today.saturating_sub(size.months.months());
    office.clock().move_to(first);
    let staff = hire(office)?;
    let bodies = bodies::make(today, || Ok(office.fresh_id()?))?;
    let by = staff.first().map(|person| person.staff).ok_or_else(|| Fault::Broken("no staff".to_owned()))?;
    bodies::keep(office, &bodies, by)?;
    let manager = staff.iter().find(|person| person.role == StaffRole::Manager).cloned();
    let ombudsman = staff.iter().find(|person| person.role == StaffRole::Ombudsman).cloned();
    let open: Vec<_> = bodies.iter().filter(|record| record.body.merged_into.is_none()).cloned().collect();
    let world = World {
        office,
        dice: Dice(Chance::seeded(seed)),
        places: places(&open),
        details: None,
        busy_first: false,
        bodies: open,
        caseworkers: staff.iter().filter(|person| person.role == StaffRole::Caseworker).cloned().collect(),
        manager: manager.ok_or_else(|| Fault::Broken("no manager".to_owned()))?,
        ombudsman: ombudsman.ok_or_else(|| Fault::Broken("no ombudsman".to_owned()))?,
        files: files(office)?,
        today,
    };
    let (cases, stories) = lives::live(&world, size, first, progress)?;
    office.clock().move_to(today);
    hand_over(office, &bodies)?;
    Ok(Made { staff, bodies, cases, stories })
}

/// The letters of the history were handed over on their days; those to the bodies whose mail comes back came back.
fn hand_over(office: &Office, bodies: &[BodyRecord]) -> Result<(), ActError> {
    let at = office.clock().now();
    let addresses: Vec<String> =
        bodies.iter().filter(|record| record.body.undeliverable).map(bodies::address).collect();
    Ok(office.db().write(move |tx| {
        post::handed_over(tx, CAPTURED)?;
        for letter in post::newest(tx, None, 2000)? {
            if addresses.contains(&letter.address) {
                post::bounced(tx, letter.post, BOUNCED, at)?;
            }
        }
        Ok::<_, StoreError>(())
    })?)
}

fn hire(office: &Office) -> Result<Vec<Person>, ActError> {
    let mut all = Vec::new();
    for (key, name, role, language) in STAFF {
        let email = format!("{key}@office.example");
        let staff = office.add_staff(&email, name, role, language, None, None)?;
        all.push(Person { staff: staff.id, role, key });
    }
    Ok(all)
}

/// A file for each sort of proof.
///
/// # Errors
/// Where the disk fails.
pub fn files(office: &Office) -> Result<BTreeMap<Proof, StoredFile>, ActError> {
    let texts = [
        (
            Proof::Letter,
            "letter-of-apology.txt",
            "Dear complainant,\n\nWe are sorry that we did not answer you for so long.\n",
        ),
        (Proof::PaymentRecord, "payment-record.txt", "BACS payment made\nReference 4471\nStatus: paid\n"),
        (
            Proof::PolicyText,
            "procedure-v4.txt",
            "Complaints procedure, version 4\n\n7. When the officer is away, the deputy answers.\n",
        ),
        (Proof::Approval, "committee-minute.txt", "RESOLVED that the revised procedure be adopted.\n"),
        (
            Proof::TrainingRecord,
            "attendance.txt",
            "Training: booking interpreters\nTwelve of twelve attended.\n",
        ),
        (Proof::Report, "report.txt", "Report of the assessment\n\nFindings and next steps.\n"),
        (
            Proof::Other,
            "message-to-staff.txt",
            "To all officers: please use the attached template from Monday.\n",
        ),
    ];
    let keep =
        |(proof, name, text): (Proof, &str, &str)| Ok((proof, office.keep_file(name, text.as_bytes())?));
    texts.into_iter().map(keep).collect::<Result<_, Fault>>().map_err(ActError::from)
}

/// Where each body stands among these.
pub fn places(bodies: &[BodyRecord]) -> HashMap<BodyId, usize> {
    bodies.iter().enumerate().map(|(place, record)| (record.body.id, place)).collect()
}

impl World<'_> {
    /// The day itself, or the next on which work is done.
    pub fn working_day(&self, day: Date) -> Date {
        if self.office.calendar().is_working_day(day) {
            day
        } else {
            self.office.calendar().working_day_after(day).unwrap_or(day)
        }
    }

    /// So many working days before today.
    pub fn before(&self, working_days: u32) -> Date {
        let count = i32::try_from(working_days).unwrap_or_default();
        self.office.calendar().working_days_from(self.today, -count).unwrap_or(self.today)
    }

    /// So many working days after a day.
    pub fn after(&self, day: Date, working_days: u32) -> Date {
        let count = i32::try_from(working_days).unwrap_or_default();
        self.office.calendar().working_days_from(day, count).unwrap_or(day)
    }

    /// One body of those that can be addressed.
    pub fn some_body(&self) -> Result<BodyId, ActError> {
        let body = if self.busy_first {
            // The lesser of two draws: the first bodies come up most, the last hardly ever.
            let many = u32::try_from(self.bodies.len()).unwrap_or(u32::MAX);
            let place = self.dice.below(many)?.min(self.dice.below(many)?);
            usize::try_from(place).ok().and_then(|place| self.bodies.get(place))
        } else {
            self.dice.one(&self.bodies)?
        };
        body.map(|record| record.body.id).ok_or_else(|| Fault::Broken("no bodies".to_owned()).into())
    }

    /// The name of a body in a language.
    pub fn name(&self, body: BodyId, language: Language) -> String {
        self.record(body).map(|record| record.body.name.get(language).to_owned()).unwrap_or_default()
    }

    /// A body with its record.
    pub fn record(&self, body: BodyId) -> Option<&BodyRecord> {
        self.places.get(&body).and_then(|place| self.bodies.get(*place))
    }

    /// A run of decisions, for a life that goes on after the history.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn bulk(&self) -> Result<Bulk<'_>, ActError> {
        self.office.bulk()
    }
}
