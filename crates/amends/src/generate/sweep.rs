//! One day on which very much is live: every recommendation was decided in the last month, and for some of them the first
//! chase is owed today.

use amends_core::id::CaseId;
use jiff::civil::Date;

use super::{GenerateError, Plan, Progress, Run, TOGETHER, history::go_through};
use crate::{
    demo::{
        life::{Life, Step},
        lives::Lives,
        world::World,
    },
    office::ActError,
};

/// So many working days before today a case was decided whose recommendations are due a working day ago: their period is
/// of twenty, and the first chase goes on the working day after its end. Where actions were agreed, six days earlier, it
/// is the second.
const OWED: u32 = 21;
/// All others were decided or agreed so lately that nothing is due.
const QUIET: u32 = 13;
/// The steps up to the decision, so many working days before it.
const STEPS: [(u32, Step); 6] = [
    (75, Step::Open),
    (55, Step::Write),
    (40, Step::Send),
    (30, Step::Answer),
    (6, Step::Settle),
    (0, Step::Decide),
];

/// Lives all cases, some hundreds at a time. No letters are written.
///
/// # Errors
/// As [`GenerateError`] tells.
pub(super) fn live(
    world: &World<'_>,
    plan: &Plan,
    owed: u64,
    run: &mut Run,
    progress: &mut Progress<'_>,
) -> Result<(), GenerateError> {
    let all = plan.size.recommendations;
    let mut bulk = world.bulk()?.together(usize::MAX).letters_from(Date::MAX);
    let mut owed_so_far = 0;
    while run.recommendations < all {
        let mut lives = Lives::default();
        while lives.len() < TOGETHER && run.recommendations < all {
            // Spread evenly among all, and neither more nor fewer than was asked for.
            let share = owed.saturating_mul(run.recommendations + 1).div_ceil(all.max(1)).min(owed);
            let is_owed = owed_so_far < share;
            let left = if is_owed { owed - owed_so_far } else { all - run.recommendations };
            // Those that are quiet were decided the later the nearer the end: what is recorded together lies together.
            let gone = u32::try_from(u64::from(QUIET) * run.recommendations / all.max(1)).unwrap_or(QUIET);
            let decided = if is_owed { OWED } else { QUIET.saturating_sub(gone).max(1) };
            let made = begin(world, &mut lives, run, decided, left.min(all - run.recommendations))?;
            run.recommendations += made;
            owed_so_far += if is_owed { made } else { 0 };
        }
        go_through(world, &mut lives, &mut bulk, world.before(OWED + 76))?;
        bulk.turn_over()?;
        run.made(lives.len(), all, progress)?;
    }
    Ok(bulk.flush()?)
}

/// Begins a case that was decided so many working days ago, with at most so many recommendations; says how many.
fn begin(
    world: &World<'_>,
    lives: &mut Lives,
    run: &mut Run,
    decided: u32,
    most: u64,
) -> Result<u64, ActError> {
    let opened = world.before(decided + 75);
    world.office.clock().move_to(opened);
    let id = CaseId(world.office.fresh_id()?);
    let reference = run.references.next(opened.year());
    let life = loop {
        let mut life = Life::begin(world, id, reference.clone())?.as_told();
        if decided == OWED {
            life.personal_alone();
        }
        life.at_most(usize::try_from(most).unwrap_or(usize::MAX));
        if life.recommendations() > 0 {
            break life;
        }
    };
    let recommendations = life.recommendations();
    lives.told(id, life, STEPS.map(|(before, step)| (world.before(decided + before), step)));
    Ok(u64::try_from(recommendations).unwrap_or_default())
}
