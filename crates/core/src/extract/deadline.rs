//! Deadlines: the words that set one, and what they mean.
//!
//! `within 20 working days of my final decision` is 20 working days from the final decision;
//! `no later than 3 December 2026` a date; `before 1 August` is 31 July;
//! `within 56 days of this report, namely by 7 August 2026` is both, and the stated date wins.

pub(super) mod anchor;
pub(super) mod date;
pub(super) mod loose;
pub(super) mod period;
pub(super) mod read;
mod said;

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// When something is to be done, as the text says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The words of the text.
    pub phrase: String,
    /// What sort of deadline they set.
    #[serde(rename = "type")]
    pub kind: DeadlineKind,
    /// From which day a period runs; only with a period or an event.
    pub anchor: Option<Anchor>,
    /// How many units.
    pub amount: Option<u32>,
    /// The unit of the period.
    pub unit: Option<Unit>,
    /// The stated day, the last on which the matter is in time.
    pub date: Option<StatedDate>,
}

/// What sort of deadline words set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// A date: "by 4 November 2026".
    Absolute,
    /// A date without its year: "until 31 October".
    AbsoluteNoYear,
    /// A period: "within 20 working days".
    Relative,
    /// A period and the date it ends: the date wins.
    RelativeAndAbsolute,
    /// A period and a date without its year.
    RelativeAndAbsoluteNoYear,
    /// Something that happens: "in time for the next meeting".
    Event,
    /// "As soon as possible".
    Vague,
    /// "Immediately".
    Immediate,
    /// "Every three months".
    Recurring,
    /// "For the next six months": how long, not by when.
    Duration,
}

/// The day a period runs from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// The text does not say.
    Unspecified,
    /// The date of the decision.
    DecisionDate,
    /// The date of the final decision, said to be final.
    FinalDecision,
    /// The date of the report.
    ReportDate,
    /// The date of the notice.
    NoticeDate,
    /// The date of the letter.
    LetterDate,
    /// The day the decision is received.
    ReceiptOfDecision,
    /// The day the report is received.
    ReceiptOfReport,
    /// The day the notice is received.
    ReceiptOfNotice,
    /// The day of agreement or settlement.
    AgreementDate,
    /// Anything else, in the words of the text joined by `_`.
    Event(String),
}

impl Anchor {
    /// The name of the anchor: `final_decision`, `meeting`.
    pub fn name(&self) -> &str {
        match self {
            Self::Unspecified => "unspecified",
            Self::DecisionDate => "decision_date",
            Self::FinalDecision => "final_decision",
            Self::ReportDate => "report_date",
            Self::NoticeDate => "notice_date",
            Self::LetterDate => "letter_date",
            Self::ReceiptOfDecision => "receipt_of_decision",
            Self::ReceiptOfReport => "receipt_of_report",
            Self::ReceiptOfNotice => "receipt_of_notice",
            Self::AgreementDate => "agreement_date",
            Self::Event(words) => words,
        }
    }

    /// Whether the period runs from the day the deciding document was made.
    pub(super) fn is_document_date(&self) -> bool {
        matches!(
            self,
            Self::Unspecified
                | Self::DecisionDate
                | Self::FinalDecision
                | Self::ReportDate
                | Self::NoticeDate
        )
    }

    fn from_name(name: String) -> Self {
        let known = [
            Self::Unspecified,
            Self::DecisionDate,
            Self::FinalDecision,
            Self::ReportDate,
            Self::NoticeDate,
            Self::LetterDate,
            Self::ReceiptOfDecision,
            Self::ReceiptOfReport,
            Self::ReceiptOfNotice,
            Self::AgreementDate,
        ];
        known.into_iter().find(|anchor| anchor.name() == name).unwrap_or(Self::Event(name))
    }
}

impl Serialize for Anchor {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Anchor {
    fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        String::deserialize(source).map(Self::from_name)
    }
}

/// The unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Calendar days.
    Day,
    /// Working days.
    WorkingDay,
    /// Weeks; a fortnight is two.
    Week,
    /// Calendar months.
    Month,
    /// Years.
    Year,
}

impl Unit {
    /// The last day of `amount` units from a day, by the corresponding date; working days need a calendar.
    pub(super) fn after(self, from: Date, amount: u32) -> Option<Date> {
        let amount = i64::from(amount);
        match self {
            Self::Day => from.checked_add(amount.days()).ok(),
            Self::Week => from.checked_add(amount.weeks()).ok(),
            Self::Month => from.checked_add(amount.months()).ok(),
            Self::Year => from.checked_add(amount.years()).ok(),
            Self::WorkingDay => None,
        }
    }
}

/// A day a text states: with its year, or without one where nothing tells which is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedDate {
    /// Written `2026-12-03`.
    Day(Date),
    /// Written `10-31`.
    NoYear {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
}

impl StatedDate {
    /// The day, where its year is known.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            Self::NoYear { .. } => None,
        }
    }
}

impl std::fmt::Display for StatedDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::NoYear { month, day } => write!(f, "{month:02}-{day:02}"),
        }
    }
}

impl Serialize for StatedDate {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StatedDate {
    fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let text = String::deserialize(source)?;
        let no_year = || {
            let (month, day) = text.split_once('-')?;
            Some(Self::NoYear { month: month.parse().ok()?, day: day.parse().ok()? })
        };
        match text.parse::<Date>() {
            Ok(date) => Ok(Self::Day(date)),
            Err(error) => no_year().ok_or_else(|| serde::de::Error::custom(error)),
        }
    }
}
