//! Reads a length as people write it, in English or Welsh: `20 working days`, `10 diwrnod gwaith`, `pythefnos`.

use std::{fmt, str::FromStr};

use super::{Length, Unit};
use crate::text::Bilingual;

/// The longest length that is read; a longer one is a slip of the pen.
const MOST: u16 = 999;

/// What is wrong with a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthProblem {
    /// Nothing was typed.
    Empty,
    /// There is no number in front.
    NoNumber,
    /// The number is 0 or above 999.
    Size,
    /// The unit is none that is known.
    Unit,
}

/// A text that is not a length. Keeps what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthError {
    /// What was typed.
    pub typed: String,
    /// What is wrong with it.
    pub problem: LengthProblem,
}

impl LengthError {
    /// What is wrong and how to mend it.
    pub fn explain(&self) -> Bilingual {
        let typed = &self.typed;
        match self.problem {
            LengthProblem::Empty => Bilingual::new(
                "Enter a length, such as 20 working days, 2 weeks or 1 month.",
                "Rhowch hyd, megis 20 diwrnod gwaith, 2 wythnos neu 1 mis.",
            ),
            LengthProblem::NoNumber => Bilingual::new(
                format!("“{typed}” does not start with a number. Write it like 20 working days or 1 month."),
                format!(
                    "Nid yw “{typed}” yn dechrau â rhif. Ysgrifennwch ef fel 20 diwrnod gwaith neu 1 mis."
                ),
            ),
            LengthProblem::Size => Bilingual::new(
                format!("The number in “{typed}” must be from 1 to {MOST}."),
                format!("Rhaid i'r rhif yn “{typed}” fod rhwng 1 a {MOST}."),
            ),
            LengthProblem::Unit => Bilingual::new(
                format!(
                    "The unit in “{typed}” is not known. Use days, working days, weeks, months or years."
                ),
                format!(
                    "Nid yw'r uned yn “{typed}” yn hysbys. Defnyddiwch ddiwrnod, diwrnod gwaith, wythnos, mis neu flwyddyn."
                ),
            ),
        }
    }
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.explain().en)
    }
}

impl std::error::Error for LengthError {}

impl FromStr for Length {
    type Err = LengthError;

    /// Reads a number (figures or a word) and a unit, in either language and any case.
    fn from_str(text: &str) -> Result<Self, LengthError> {
        let fail = |problem| LengthError { typed: text.to_owned(), problem };
        let lower = text.to_lowercase();
        let words: Vec<&str> =
            lower.split([' ', '\u{a0}', '-', '\t']).filter(|word| !word.is_empty()).collect();
        let (amount, unit) = match words.as_slice() {
            [] => return Err(fail(LengthProblem::Empty)),
            // A hyphen joins words, but in front of a figure it is a minus.
            _ if lower.trim_start().starts_with('-') => return Err(fail(LengthProblem::Size)),
            ["fortnight" | "pythefnos"] | ["a", "fortnight"] => (2, Unit::Weeks),
            ["mis" | "wythnos" | "diwrnod" | "blwyddyn"] => {
                (1, unit(&words).ok_or_else(|| fail(LengthProblem::Unit))?)
            }
            [number, rest @ ..] => {
                let amount = self::number(number).ok_or_else(|| fail(LengthProblem::NoNumber))?;
                (amount, unit(rest).ok_or_else(|| fail(LengthProblem::Unit))?)
            }
        };
        let amount = u16::try_from(amount).ok().filter(|amount| *amount <= MOST);
        amount.and_then(|amount| Self::new(amount, unit)).ok_or_else(|| fail(LengthProblem::Size))
    }
}

fn number(word: &str) -> Option<u64> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number too long to hold is only too big, not unreadable.
        return Some(word.parse().unwrap_or(u64::MAX));
    }
    Some(match word {
        "a" | "an" | "one" | "un" => 1,
        "two" | "dau" | "ddau" | "dwy" | "ddwy" => 2,
        "three" | "tri" | "dri" | "thri" | "tair" | "dair" | "thair" => 3,
        "four" | "pedwar" | "bedwar" | "pedair" | "bedair" => 4,
        "five" | "pum" | "bum" | "phum" | "pump" => 5,
        "six" | "chwe" | "chwech" => 6,
        "seven" | "saith" => 7,
        "eight" | "wyth" => 8,
        "nine" | "naw" => 9,
        "ten" | "deg" | "deng" | "ddeg" | "ddeng" => 10,
        "eleven" => 11,
        "twelve" | "deuddeg" | "deuddeng" | "ddeuddeg" | "ddeuddeng" => 12,
        "fourteen" => 14,
        "fifteen" | "pymtheg" | "pymtheng" | "bymtheg" => 15,
        "twenty" | "ugain" => 20,
        "thirty" => 30,
        _ => return None,
    })
}

fn unit(words: &[&str]) -> Option<Unit> {
    Some(match words {
        ["working" | "business", "day" | "days"]
        | ["diwrnod" | "ddiwrnod" | "niwrnod" | "diwrnodau", "gwaith" | "waith"] => Unit::WorkingDays,
        ["day" | "days"]
        | ["calendar", "day" | "days"]
        | ["diwrnod" | "ddiwrnod" | "niwrnod" | "diwrnodau"]
        | ["diwrnod", "calendr"] => Unit::CalendarDays,
        ["week" | "weeks" | "wythnos" | "wythnosau"] | ["calendar", "week" | "weeks"] => Unit::Weeks,
        ["month" | "months" | "mis" | "fis" | "misoedd"]
        | ["calendar", "month" | "months"]
        | ["mis" | "fis", "calendr"] => Unit::Months,
        ["year" | "years" | "blwyddyn" | "flwyddyn" | "blynedd" | "flynedd" | "mlynedd"]
        | ["calendar", "year" | "years"] => Unit::Years,
        _ => return None,
    })
}
