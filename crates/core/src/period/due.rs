//! When evidence is due, as a decision says it: a date, a length after an anchor, or after an event (E38, E39).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Count, DueDate, Length, NonWorkingDay, PeriodError, explain};
use crate::{
    calendar::{Calendar, written},
    text::{Bilingual, Language},
};

/// The day a length is counted from. A written date is `DueSpec::On`, an event to come `DueSpec::OnEvent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The day the final decision was issued.
    FinalDecision,
    /// The day the body received the decision or report.
    Receipt,
    /// The date on the report.
    ReportDate,
}

impl Anchor {
    /// The day it names, in words.
    pub fn say(self) -> Bilingual {
        match self {
            Self::FinalDecision => {
                Bilingual::new("day of the final decision", "diwrnod y penderfyniad terfynol")
            }
            Self::Receipt => {
                Bilingual::new("day the body received it", "y diwrnod y'i derbyniwyd gan y corff")
            }
            Self::ReportDate => Bilingual::new("date of the report", "dyddiad yr adroddiad"),
        }
    }
}

/// The days that are known so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Anchors {
    /// When the final decision was issued.
    pub final_decision: Option<Date>,
    /// When the body received it.
    pub receipt: Option<Date>,
    /// The date of the report.
    pub report_date: Option<Date>,
    /// The events that have happened, by the name the decision gives them.
    pub events: BTreeMap<String, Date>,
}

impl Anchors {
    /// The day of one anchor, if it is known.
    pub fn day(&self, anchor: Anchor) -> Option<Date> {
        match anchor {
            Anchor::FinalDecision => self.final_decision,
            Anchor::Receipt => self.receipt,
            Anchor::ReportDate => self.report_date,
        }
    }
}

/// When evidence is due, as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "due")]
pub enum DueSpec {
    /// On a date that is written out. It stands as written, whatever day of the week it is.
    On {
        /// The date.
        date: Date,
    },
    /// A length after a day that is known or will be: "within 20 working days of the final decision".
    After {
        /// How long after.
        length: Length,
        /// After what.
        anchor: Anchor,
    },
    /// A length after an event that has yet to happen, but not later than the backstop (E39).
    OnEvent {
        /// How long after.
        length: Length,
        /// The event, as the decision names it: "the committee meeting".
        event: String,
        /// The latest date, should the event not happen or happen late.
        backstop: Date,
    },
}

impl DueSpec {
    /// The date, with its explanation. The anchor itself is day zero; `policy` is the office's rule for computed
    /// dates on which nobody works, and never takes a date past its backstop.
    pub fn resolve(
        &self,
        anchors: &Anchors,
        calendar: &Calendar,
        policy: NonWorkingDay,
    ) -> Result<DueDate, PeriodError> {
        match self {
            Self::On { date } => Ok(as_written(*date, calendar)),
            Self::After { length, anchor } => {
                let from = anchors.day(*anchor).ok_or(PeriodError::AnchorMissing { anchor: *anchor })?;
                Count::administrative(*length, policy).compute(from, calendar)
            }
            Self::OnEvent { length, event, backstop } => match anchors.events.get(event) {
                None => Ok(not_yet(*length, event, *backstop, calendar)),
                Some(happened) => {
                    let due = Count::administrative(*length, policy).compute(*happened, calendar)?;
                    Ok(not_later_than(due, *backstop, calendar))
                }
            },
        }
    }
}

fn as_written(date: Date, calendar: &Calendar) -> DueDate {
    let written = explain::both(|language| match language {
        Language::En => {
            format!("The date is written in the decision: {}.", written::day_and_date(date, language))
        }
        Language::Cy => {
            format!(
                "Mae'r dyddiad wedi'i ysgrifennu yn y penderfyniad: {}.",
                written::day_and_date(date, language)
            )
        }
    });
    let mut explanation = vec![written];
    if !calendar.is_working_day(date) {
        explanation.push(explain::written_date_stands(date, calendar));
    }
    DueDate { date, warn_on: None, explanation, citation: None }
}

fn not_yet(length: Length, event: &str, backstop: Date, calendar: &Calendar) -> DueDate {
    let told = explain::both(|language| {
        let (length, day) = (length.say(language), written::day_and_date(backstop, language));
        match language {
            Language::En => format!(
                "{length} after an event that is not recorded yet ({event}); until it is, the latest date holds: {day}."
            ),
            Language::Cy => format!(
                "{length} ar ôl digwyddiad sydd heb ei gofnodi eto ({event}); hyd nes y gwneir hynny, y dyddiad hwyraf sy'n sefyll: {day}."
            ),
        }
    });
    let mut explanation = vec![told];
    if !calendar.is_working_day(backstop) {
        explanation.push(explain::written_date_stands(backstop, calendar));
    }
    DueDate { date: backstop, warn_on: None, explanation, citation: None }
}

fn not_later_than(due: DueDate, backstop: Date, calendar: &Calendar) -> DueDate {
    if due.date <= backstop {
        return due;
    }
    let mut explanation = due.explanation;
    explanation.push(explain::both(|language| {
        let day = written::day_and_date(backstop, language);
        match language {
            Language::En => format!("That is later than the latest date allowed, so {day} holds."),
            Language::Cy => {
                format!("Mae hynny'n hwyrach na'r dyddiad hwyraf a ganiateir, felly {day} sy'n sefyll.")
            }
        }
    }));
    if !calendar.is_working_day(backstop) {
        explanation.push(explain::written_date_stands(backstop, calendar));
    }
    DueDate { date: backstop, explanation, ..due }
}
