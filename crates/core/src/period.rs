//! Periods: from a day and a length to the last day, with every step told in both languages.
//!
//! "Beginning with" a day counts that day; "after" or "from" a day leaves it out. Months end by the
//! corresponding-date rule: the Acts do not spell it out, so an office should have its lawyer confirm it. A
//! statutory date never moves; an office may move its own (E16).

mod agreed;
mod arithmetic;
mod due;
mod explain;
mod read;
mod rule;
mod what_if;

use std::num::NonZeroU16;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::Calendar,
    text::{Bilingual, Language},
};

pub use agreed::days_between;
pub use due::{Anchor, Anchors, DueSpec};
pub use read::{LengthError, LengthProblem};
pub use rule::{Began, PeriodRule, Receipt, ReceiptError, Term, Trigger};
pub use what_if::{Move, OpenDate, Outlook, StatutoryWarning, what_if};

/// In what a period is counted (E38).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days, weekends and holidays included.
    CalendarDays,
    /// Days on which the office's calendar says work is done.
    WorkingDays,
    /// Seven days each.
    Weeks,
    /// Calendar months.
    Months,
    /// Twelve calendar months each.
    Years,
}

/// How long a period is: at least one of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Length {
    /// How many.
    pub amount: NonZeroU16,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// A length; nothing for an amount of 0.
    pub fn new(amount: u16, unit: Unit) -> Option<Self> {
        NonZeroU16::new(amount).map(|amount| Self { amount, unit })
    }

    /// The length in words: `20 working days`, `20 diwrnod gwaith`, `2 fis`.
    pub fn say(self, language: Language) -> String {
        explain::length(self, language)
    }
}

/// Whether the day a period starts from belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// "Beginning with", "starting on": the day is counted.
    Inclusive,
    /// "After", "from", "within … of": the day is day zero and left out.
    Exclusive,
    /// "Beginning with the end of" an earlier period: `from` is the last day of that period, and the day
    /// after it is the first that counts (1974 Act s.31(2A)(c), s.34I(3)(c)).
    AfterPeriod,
}

/// What happens to an administrative date on which nobody works (E16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NonWorkingDay {
    /// It stands.
    #[serde(rename = "none")]
    Stands,
    /// It moves to the next working day.
    #[serde(rename = "next_working_day")]
    NextWorkingDay,
    /// It moves to the working day before.
    #[serde(rename = "previous_working_day")]
    PreviousWorkingDay,
}

/// Who set the period, and so whether its last day can move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "set_by")]
pub enum Standing {
    /// Parliament: the date stands, even on a Sunday.
    Statutory,
    /// The office: its rule for days not worked applies.
    Administrative {
        /// That rule.
        roll: NonWorkingDay,
    },
}

/// A date that was computed, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDate {
    /// The last day of the period.
    pub date: Date,
    /// Where a statutory date falls on a day not worked: the fifth working day before it, to warn on (E16).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn_on: Option<Date>,
    /// The steps of the computation, a sentence each.
    pub explanation: Vec<Bilingual>,
    /// Where the period comes from, such as `PSOW Act 2019 s.26`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
}

/// Why a date cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// The period would end after the year 9999.
    #[error("the period would end after 31 December 9999: check the day {from} and the length")]
    TooFar {
        /// The day counted from.
        from: Date,
    },
    /// No length is enacted: a date must be agreed and typed, with the instrument that records it.
    #[error("{rule} ({citation}) has no enacted length: enter the agreed date and record the {}", instrument.en)]
    Agreed {
        /// The id of the rule.
        rule: String,
        /// Its source.
        citation: String,
        /// What must record the agreement.
        instrument: Bilingual,
    },
    /// The rule runs from receipt, and no receipt is evidenced (I3).
    #[error("{rule} runs from the day of receipt: record when it was received, and the evidence of it")]
    ReceiptNeeded {
        /// The id of the rule.
        rule: String,
    },
    /// The day the date depends on is not known.
    #[error("the date runs from the {}: record that day first", anchor.say().en)]
    AnchorMissing {
        /// Which day.
        anchor: Anchor,
    },
}

impl PeriodError {
    /// What happened and what to do, in both languages.
    pub fn explain(&self) -> Bilingual {
        explain::error(self)
    }
}

/// A length with its start and its standing: all that computing a date needs besides the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// How long.
    pub length: Length,
    /// Whether the day counted from belongs to the period.
    pub start: Start,
    /// Whether the last day can move.
    pub standing: Standing,
}

impl Count {
    /// A period the office itself sets: the day is left out, and the office's rule for days not worked applies.
    pub fn administrative(length: Length, roll: NonWorkingDay) -> Self {
        Self { length, start: Start::Exclusive, standing: Standing::Administrative { roll } }
    }

    /// The date alone.
    pub fn date(self, from: Date, calendar: &Calendar) -> Result<Date, PeriodError> {
        self.steps(from, calendar).map(|steps| steps.settled.date)
    }

    /// The date with its explanation.
    pub fn compute(self, from: Date, calendar: &Calendar) -> Result<DueDate, PeriodError> {
        let steps = self.steps(from, calendar)?;
        Ok(DueDate {
            date: steps.settled.date,
            warn_on: steps.settled.warn_on,
            explanation: explain::steps(self, &steps, calendar),
            citation: None,
        })
    }

    fn steps(self, from: Date, calendar: &Calendar) -> Result<arithmetic::Steps, PeriodError> {
        arithmetic::steps(self, from, calendar).ok_or(PeriodError::TooFar { from })
    }
}

#[cfg(test)]
mod tests;
