//! What a change of the calendar would do to open dates, shown before anything moves (E16).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Count, DueDate, PeriodError, Standing};
use crate::calendar::Calendar;

/// A date that is open: computed once, and not yet past or met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenDate {
    /// What the date belongs to, such as `24-0193-2`; handed back as it came.
    pub label: String,
    /// The day counted from.
    pub from: Date,
    /// How it was counted.
    pub count: Count,
    /// The date that holds now.
    pub current: Date,
}

/// An open date that would move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The label of the open date.
    pub label: String,
    /// Where it stands now.
    pub from: Date,
    /// Where it would stand, with the computation that puts it there.
    pub to: DueDate,
}

/// A statutory date that stands, but would no longer be a working day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatutoryWarning {
    /// The label of the open date.
    pub label: String,
    /// The unmoved date, its explanation, and the day to warn on.
    pub stands: DueDate,
}

/// What a new calendar would change.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outlook {
    /// The dates that would move, in the order they were handed in.
    pub moves: Vec<Move>,
    /// The statutory dates that would fall on a day not worked. They stand.
    pub statutory: Vec<StatutoryWarning>,
}

/// Which open dates the new calendar would move. A statutory date never moves; nor does a date that is not
/// what the old calendar computes, for then somebody agreed on it.
pub fn what_if(open: &[OpenDate], old: &Calendar, new: &Calendar) -> Result<Outlook, PeriodError> {
    let mut outlook = Outlook::default();
    for date in open {
        let label = date.label.clone();
        match date.count.standing {
            Standing::Statutory => {
                let newly_closed = old.is_working_day(date.current) && !new.is_working_day(date.current);
                let stands = date.count.compute(date.from, new)?;
                if newly_closed && stands.date == date.current {
                    outlook.statutory.push(StatutoryWarning { label, stands });
                }
            }
            Standing::Administrative { .. } => {
                let as_computed = date.count.date(date.from, old)? == date.current;
                let to = date.count.compute(date.from, new)?;
                if as_computed && to.date != date.current {
                    outlook.moves.push(Move { label, from: date.current, to });
                }
            }
        }
    }
    Ok(outlook)
}
