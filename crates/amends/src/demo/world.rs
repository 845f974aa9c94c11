//! Three years of an invented office, lived day by day through the real rules.

use std::{collections::BTreeMap, ops::ControlFlow};

use amends_core::{
    actor::{Actor, StaffRole},
    id::{BodyId, CaseId, CaseReference, StaffId},
    recommendation::Proof,
    text::Language,
};
use amends_store::{error::StoreError, people::BodyRecord, post};
use jiff::{ToSpan as _, civil::Date};

use super::{
    bodies,
    chance::Dice,
    life::{Life, Step},
    stories::{STORIES, Story},
};
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
    let world = World {
        office,
        dice: Dice(Chance::seeded(seed)),
        bodies: bodies.iter().filter(|record| record.body.merged_into.is_none()).cloned().collect(),
        caseworkers: staff.iter().filter(|person| person.role == StaffRole::Caseworker).cloned().collect(),
        manager: manager.ok_or_else(|| Fault::Broken("no manager".to_owned()))?,
        ombudsman: ombudsman.ok_or_else(|| Fault::Broken("no ombudsman".to_owned()))?,
        files: files(office)?,
        today,
    };
    let (cases, stories) = live(&world, size, first, progress)?;
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

fn files(office: &Office) -> Result<BTreeMap<Proof, StoredFile>, ActError> {
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

/// A case that will be opened on a day; with a story, where its steps are told.
type Opening = (Date, Option<&'static Story>);

/// The lives of all cases, what happens next in them, and which of them are told beforehand.
#[derive(Default)]
struct Lives {
    lives: BTreeMap<CaseId, Life>,
    plan: BTreeMap<(Date, u64), (CaseId, Step)>,
    order: u64,
    stories: BTreeMap<String, CaseId>,
}

impl Lives {
    /// Draws the lives, with references in the order in which their cases are opened.
    fn draw(world: &World<'_>, size: Size, first: Date, days: u32) -> Result<Self, ActError> {
        let mut openings: Vec<Opening> = Vec::new();
        let told = STORIES.len().min(usize::try_from(size.cases).unwrap_or_default());
        for _ in told..usize::try_from(size.cases).unwrap_or_default() {
            let day = first.saturating_add(i64::from(world.dice.below(days)?).days());
            openings.push((world.working_day(day), None));
        }
        for story in STORIES {
            let before = story.steps.first().map(|(before, _)| *before).unwrap_or_default();
            openings.push((world.before(before), Some(story)));
        }
        openings.sort_by_key(|(day, _)| *day);
        let mut all = Self::default();
        for year in openings.chunk_by(|(one, _), (other, _)| one.year() == other.year()) {
            let Some((day, _)) = year.first() else { continue };
            let references = world.office.next_references(day.year(), year.len())?;
            for ((day, story), reference) in year.iter().zip(references) {
                all.add(world, *day, *story, reference)?;
            }
        }
        Ok(all)
    }

    fn add(
        &mut self,
        world: &World<'_>,
        day: Date,
        story: Option<&'static Story>,
        reference: CaseReference,
    ) -> Result<(), ActError> {
        let id = CaseId(world.office.fresh_id()?);
        let life = match story {
            None => {
                self.plan(day, id, Step::Open);
                Life::begin(world, id, reference)?
            }
            Some(story) => {
                story.steps.iter().for_each(|(before, step)| self.plan(world.before(*before), id, *step));
                self.stories.insert(story.key.to_owned(), id);
                Life::told(world, id, reference, story)?
            }
        };
        self.lives.insert(id, life);
        Ok(())
    }

    fn plan(&mut self, day: Date, id: CaseId, step: Step) {
        self.plan.insert((day, self.order), (id, step));
        self.order += 1;
    }

    /// What happens on a day, one step after the other.
    fn live(&mut self, world: &World<'_>, bulk: &mut Bulk<'_>, day: Date) -> Result<(), ActError> {
        while let Some(entry) = self.plan.first_entry().filter(|entry| entry.key().0 <= day) {
            let (id, step) = entry.remove();
            let Some(life) = self.lives.get_mut(&id) else { continue };
            for (next, step) in life.take(world, bulk, step)? {
                self.plan(world.working_day(next.max(day)), id, step);
            }
        }
        Ok(())
    }
}

/// Every day of the history in order: what the cases have happen, then what the office owes. What is owed on the last
/// day is left for the office's own machinery.
fn live(
    world: &World<'_>,
    size: Size,
    first: Date,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(usize, BTreeMap<String, CaseId>), ActError> {
    let days = u32::try_from((world.today - first).get_days()).unwrap_or(1);
    let mut lives = Lives::draw(world, size, first, days)?;
    let mut bulk = world.office.bulk()?;
    let mut day = first;
    while day <= world.today {
        world.office.clock().move_to(day);
        lives.live(world, &mut bulk, day)?;
        if day < world.today {
            bulk.pay_chases()?;
        }
        let done = u64::try_from((day - first).get_days()).unwrap_or_default();
        if progress(done, u64::from(days)).is_break() {
            return Err(Fault::Broken("stopped before it was made".to_owned()).into());
        }
        day = day.tomorrow().map_err(|error| Fault::Broken(error.to_string()))?;
    }
    bulk.flush()?;
    Ok((lives.lives.len(), lives.stories))
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
        let body = self.dice.one(&self.bodies)?.map(|record| record.body.id);
        body.ok_or_else(|| Fault::Broken("no bodies".to_owned()).into())
    }

    /// The name of a body in a language.
    pub fn name(&self, body: BodyId, language: Language) -> String {
        let record = self.bodies.iter().find(|record| record.body.id == body);
        record.map(|record| record.body.name.get(language).to_owned()).unwrap_or_default()
    }

    /// A run of decisions, for a life that goes on after the history.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn bulk(&self) -> Result<Bulk<'_>, ActError> {
        self.office.bulk()
    }
}
