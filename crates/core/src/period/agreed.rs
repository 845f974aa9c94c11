//! Dates a person sets: agreed with a body, or granted; and the distance between two days.

use jiff::civil::Date;

use super::{Anchor, DueDate, DueSpec, explain};
use crate::{
    calendar::{Calendar, written},
    text::Language,
};

/// Days from one day to another; negative where the second is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

impl DueDate {
    /// A date that was agreed or granted. It stands as it was given; a day not worked is told.
    pub fn agreed(date: Date, calendar: &Calendar) -> Self {
        let told = explain::both(|language| {
            let day = written::day_and_date(date, language);
            match language {
                Language::En => format!("The date was set by the office: {day}."),
                Language::Cy => format!("Gosodwyd y dyddiad gan y swyddfa: {day}."),
            }
        });
        let mut explanation = vec![told];
        if !calendar.is_working_day(date) {
            explanation.push(explain::written_date_stands(date, calendar));
        }
        Self { date, warn_on: None, explanation, citation: None }
    }
}

impl DueSpec {
    /// Does it run from the day the body received the instrument? Then that day must be evidenced first (I3).
    pub fn runs_from_receipt(&self) -> bool {
        matches!(self, Self::After { anchor: Anchor::Receipt, .. })
    }
}
