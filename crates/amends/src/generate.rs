//! An invented office of any size: ten years of cases lived through the real rules, or one day on which very much is owed.
//!
//! For trying lists, searches, sweeps and audits at the size of the largest offices. The same seed and day give the same
//! office. Cases are made some hundreds at a time and let go of once they are recorded, so that the memory it takes does
//! not grow with the size.

mod history;
mod place;
mod sweep;

use std::ops::ControlFlow;

use amends_core::id::CaseReference;
use amends_store::{changed::Changed, error::StoreError, ledger, people, post, settings};
use jiff::{ToSpan as _, civil::Date};

use crate::office::{ActError, Fault, Office};

/// How large the office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Recommendations in all.
    pub recommendations: u64,
    /// Bodies in jurisdiction.
    pub bodies: u32,
    /// Members of staff.
    pub staff: u32,
}

impl Size {
    /// A typical national office.
    pub const S: Self = Self { recommendations: 20_000, bodies: 500, staff: 80 };
    /// The office for a country's councils and care providers.
    pub const M: Self = Self { recommendations: 100_000, bodies: 25_000, staff: 250 };
    /// The largest there is.
    pub const L: Self = Self { recommendations: 300_000, bodies: 3_000, staff: 600 };
    /// Two hundred institutions in one.
    pub const W: Self = Self { recommendations: 3_000_000, bodies: 200_000, staff: 20_000 };

    /// The size people mean by a letter.
    pub fn of_letter(letter: &str) -> Option<Self> {
        match letter {
            "S" => Some(Self::S),
            "M" => Some(Self::M),
            "L" => Some(Self::L),
            "W" => Some(Self::W),
            _ => None,
        }
    }

    /// An office that made so many recommendations, with bodies and staff in proportion to the typical one.
    pub fn of(recommendations: u64) -> Self {
        let share =
            |of: u64, least, most| u32::try_from(recommendations / of).unwrap_or(most).clamp(least, most);
        Self { recommendations, bodies: share(40, 40, 200_000), staff: share(250, 8, 20_000) }
    }
}

/// What the office has behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// Ten years, with everything that happens to recommendations; a few are live.
    History,
    /// Every recommendation is live, and for so many a chase is owed today.
    Live {
        /// For how many.
        owed: u64,
    },
}

/// What is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How much.
    pub size: Size,
    /// Of what sort.
    pub load: Load,
    /// The number it grows from.
    pub seed: u64,
    /// The last day of its history.
    pub today: Date,
    /// For so many months back letters and messages are kept word for word; of earlier ones the record alone.
    pub letters_months: i32,
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Made {
    /// Recommendations.
    pub recommendations: u64,
    /// Cases.
    pub cases: u64,
    /// Entries of the ledger.
    pub entries: u64,
    /// Bodies.
    pub bodies: u64,
    /// Members of staff.
    pub staff: u64,
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// Invented cases never stand beside real ones.
    #[error("the database holds an office already")]
    NotEmpty,
    /// It was told to stop.
    #[error("stopped before it was made")]
    Stopped,
    /// A rule refused what the history has happen, or the memory failed.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl From<StoreError> for GenerateError {
    fn from(error: StoreError) -> Self {
        Self::Act(error.into())
    }
}

/// Told how many recommendations are made, of how many; answers whether to go on.
pub type Progress<'a> = dyn FnMut(u64, u64) -> ControlFlow<()> + 'a;

/// What an outbox notes of a letter that was kept instead of being sent.
const CAPTURED: &str = "captured";

/// Makes the office, in a database that holds nothing yet. The office's clock must be one that can be moved.
///
/// # Errors
/// As [`GenerateError`] tells. What was recorded before stays.
pub fn make(office: &Office, plan: &Plan, progress: &mut Progress<'_>) -> Result<Made, GenerateError> {
    let holds_something = office.db().read(|conn| {
        let entries = ledger::size(conn)?;
        Ok::<_, StoreError>(entries > 0 || people::any_body(conn)? || !people::all_staff(conn)?.is_empty())
    })?;
    if holds_something {
        return Err(GenerateError::NotEmpty);
    }
    let first = match plan.load {
        Load::History => plan.today.saturating_sub(YEARS.years()),
        Load::Live { .. } => plan.today.saturating_sub(8.months()),
    };
    if !office.clock().move_to(first) {
        return Err(ActError::from(Fault::Broken("the machine's clock cannot be moved".to_owned())).into());
    }
    let world = place::world(office, plan)?;
    let mut run = Run { references: References::default(), cases: 0, recommendations: 0, first };
    match plan.load {
        Load::History => history::live(&world, plan, &mut run, progress)?,
        Load::Live { owed } => sweep::live(&world, plan, owed, &mut run, progress)?,
    }
    office.clock().move_to(plan.today);
    run.references.keep(office)?;
    let made_before = office.clock().now();
    office.db().write(move |tx| post::handed_over_before(tx, CAPTURED, made_before).map(drop))?;
    Ok(Made {
        recommendations: run.recommendations,
        cases: run.cases,
        entries: office.db().read(ledger::size)?,
        bodies: u64::from(plan.size.bodies),
        staff: u64::from(plan.size.staff),
    })
}

/// How many years a history goes back.
const YEARS: i32 = 10;
/// So many cases live side by side, and are recorded and let go of together.
const TOGETHER: usize = 200;

/// How far the making is.
struct Run {
    references: References,
    cases: u64,
    recommendations: u64,
    first: Date,
}

impl Run {
    /// Counts what was made, and tells of it.
    fn made(&mut self, cases: usize, of: u64, progress: &mut Progress<'_>) -> Result<(), GenerateError> {
        self.cases += u64::try_from(cases).unwrap_or_default();
        match progress(self.recommendations, of) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(GenerateError::Stopped),
        }
    }
}

/// The references that were given, each year's without gaps. The counters are kept once, at the end.
#[derive(Debug, Default)]
struct References(std::collections::BTreeMap<i16, u32>);

impl References {
    fn next(&mut self, year: i16) -> CaseReference {
        let last = self.0.entry(year).or_default();
        *last += 1;
        CaseReference::new(year, *last)
    }

    fn keep(self, office: &Office) -> Result<(), StoreError> {
        let given = self.0;
        office.db().write(move |tx| {
            given.iter().try_for_each(|(year, last)| settings::references_were_given(tx, *year, *last))
        })
    }
}

/// When and by whom something of the register was entered.
fn entered(office: &Office) -> Changed {
    Changed { by: None, at: office.clock().now() }
}

#[cfg(test)]
mod tests;
