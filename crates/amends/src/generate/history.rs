//! Ten years of cases: opened evenly over the time, each going its own way until it is done or today has come.

use jiff::ToSpan as _;

use super::{GenerateError, Plan, Progress, Run, TOGETHER};
use crate::{
    demo::{lives::Lives, world::World},
    office::{ActError, bulk::Bulk},
};

/// The days over which openings that follow each other are scattered.
const SCATTER: u32 = 5;

/// Lives all cases, some hundreds at a time.
///
/// # Errors
/// As [`GenerateError`] tells.
pub(super) fn live(
    world: &World<'_>,
    plan: &Plan,
    run: &mut Run,
    progress: &mut Progress<'_>,
) -> Result<(), GenerateError> {
    let letters_from = plan.today.saturating_sub(plan.letters_months.months());
    let mut bulk = world.bulk()?.together(usize::MAX).letters_from(letters_from);
    let all = plan.size.recommendations;
    while run.recommendations < all {
        let mut lives = begin(world, plan, run)?;
        go_through(world, &mut lives, &mut bulk, run.first)?;
        bulk.turn_over()?;
        run.made(lives.len(), all, progress)?;
    }
    Ok(bulk.flush()?)
}

/// Begins the next cases. `run.first` is the day of the first of them afterwards.
fn begin(world: &World<'_>, plan: &Plan, run: &mut Run) -> Result<Lives, ActError> {
    let start = plan.today.saturating_sub(super::YEARS.years());
    let days = u64::try_from((plan.today - start).get_days()).unwrap_or(1);
    let all = plan.size.recommendations.max(1);
    let mut lives = Lives::default();
    let mut first = None;
    while lives.len() < TOGETHER && run.recommendations < all {
        let gone = i64::try_from(days * run.recommendations / all).unwrap_or_default();
        let scattered = i64::from(world.dice.below(SCATTER)?);
        let day = world.working_day(start.saturating_add((gone + scattered).days())).min(plan.today);
        first = first.map_or(Some(day), |first: jiff::civil::Date| Some(first.min(day)));
        world.office.clock().move_to(day);
        let left = usize::try_from(all - run.recommendations).unwrap_or(usize::MAX);
        let reference = run.references.next(day.year());
        let recommendations = lives.begin(world, day, reference, left)?;
        run.recommendations += u64::try_from(recommendations).unwrap_or_default();
    }
    run.first = first.unwrap_or(start);
    Ok(lives)
}

/// Every day from the first on: what happens in the cases, then the chases that are owed. What is owed today is left for
/// the office's own machinery.
pub(super) fn go_through(
    world: &World<'_>,
    lives: &mut Lives,
    bulk: &mut Bulk<'_>,
    first: jiff::civil::Date,
) -> Result<(), ActError> {
    let mut day = first;
    while day <= world.today && lives.go_on() {
        world.office.clock().move_to(day);
        lives.live(world, bulk, day)?;
        if day < world.today {
            bulk.pay_chases()?;
        }
        day = day.saturating_add(1.day());
    }
    Ok(())
}
