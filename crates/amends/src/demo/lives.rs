//! Many lives side by side: what happens next in which case, day by day.

use std::{collections::BTreeMap, ops::ControlFlow};

use amends_core::id::{CaseId, CaseReference};
use jiff::{ToSpan as _, civil::Date};

use super::{
    life::{Life, Step},
    stories::{STORIES, Story},
    world::{Size, World},
};
use crate::office::{ActError, Fault, bulk::Bulk};

/// A case that will be opened on a day; with a story, where its steps are told.
type Opening = (Date, Option<&'static Story>);

/// The lives of cases, what happens next in them, and which of them are told beforehand.
#[derive(Default)]
pub struct Lives {
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

    /// Begins a case that goes its own way, with at most so many recommendations; says how many it has.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub fn begin(
        &mut self,
        world: &World<'_>,
        day: Date,
        reference: CaseReference,
        most: usize,
    ) -> Result<usize, ActError> {
        let id = CaseId(world.office.fresh_id()?);
        let mut life = Life::begin(world, id, reference)?;
        life.at_most(most);
        let recommendations = life.recommendations();
        self.plan(day, id, Step::Open);
        self.lives.insert(id, life);
        Ok(recommendations)
    }

    /// Takes in a case whose steps are told beforehand.
    pub fn told(&mut self, id: CaseId, life: Life, steps: impl IntoIterator<Item = (Date, Step)>) {
        steps.into_iter().for_each(|(day, step)| self.plan(day, id, step));
        self.lives.insert(id, life);
    }

    /// Whether anything is still to happen in them.
    pub fn go_on(&self) -> bool {
        !self.plan.is_empty()
    }

    /// How many cases there are.
    pub fn len(&self) -> usize {
        self.lives.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lives.is_empty()
    }

    fn plan(&mut self, day: Date, id: CaseId, step: Step) {
        self.plan.insert((day, self.order), (id, step));
        self.order += 1;
    }

    /// What happens on a day, one step after the other.
    ///
    /// # Errors
    /// Where a rule refuses it, or the memory fails.
    pub fn live(&mut self, world: &World<'_>, bulk: &mut Bulk<'_>, day: Date) -> Result<(), ActError> {
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
///
/// # Errors
/// Where a rule refuses what the history has happen, the memory fails, or `progress` says to stop.
pub fn live(
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
