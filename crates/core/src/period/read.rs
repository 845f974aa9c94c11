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
            ["deufis"] => (2, Unit::Months),
            ["deuddydd"] => (2, Unit::CalendarDays),
            ["tridiau"] => (3, Unit::CalendarDays),
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
        // "20 o ddiwrnodau": the plural takes "o".
        ["o", plural @ ..] if !plural.is_empty() => return unit(plural),
        ["working" | "business", "day" | "days"]
        | ["diwrnod" | "ddiwrnod" | "niwrnod" | "diwrnodau" | "ddiwrnodau", "gwaith" | "waith"] => {
            Unit::WorkingDays
        }
        ["day" | "days" | "diwrnod" | "ddiwrnod" | "niwrnod" | "diwrnodau" | "ddiwrnodau"]
        | ["calendar", "day" | "days"]
        | ["diwrnod" | "ddiwrnod", "calendr"] => Unit::CalendarDays,
        ["week" | "weeks" | "wythnos" | "wythnosau"] | ["calendar", "week" | "weeks"] => Unit::Weeks,
        ["month" | "months" | "mis" | "fis" | "misoedd" | "fisoedd"]
        | ["calendar", "month" | "months"]
        | ["mis" | "fis", "calendr"] => Unit::Months,
        ["year" | "years" | "blwyddyn" | "flwyddyn" | "blynedd" | "flynedd" | "mlynedd" | "flynyddoedd"]
        | ["calendar", "year" | "years"] => Unit::Years,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn length(text: &str) -> Length {
        text.parse().unwrap()
    }

    #[test]
    fn welsh_nouns_follow_their_figures() {
        let said = |text: &str| length(text).say(Language::Cy);
        assert_eq!(said("2 months"), "2 fis");
        assert_eq!(said("3 months"), "3 mis");
        assert_eq!(said("2 working days"), "2 ddiwrnod gwaith");
        assert_eq!(said("1 year"), "1 flwyddyn");
        assert_eq!(said("2 years"), "2 flynedd");
        assert_eq!(said("3 years"), "3 blynedd");
        assert_eq!(said("5 years"), "5 mlynedd");
        assert_eq!(length("1 week").say(Language::En), "1 week");
    }

    #[test]
    fn lengths_read_in_both_languages() {
        let cases = [
            ("20 working days", 20, Unit::WorkingDays),
            ("1 month", 1, Unit::Months),
            ("2 weeks", 2, Unit::Weeks),
            ("10 diwrnod gwaith", 10, Unit::WorkingDays),
            ("3 mis", 3, Unit::Months),
            ("2 fis", 2, Unit::Months),
            ("pythefnos", 2, Unit::Weeks),
            ("a fortnight", 2, Unit::Weeks),
            ("tair wythnos", 3, Unit::Weeks),
            ("deng niwrnod gwaith", 10, Unit::WorkingDays),
            ("Three Months", 3, Unit::Months),
            ("28-day", 28, Unit::CalendarDays),
            ("30 calendar days", 30, Unit::CalendarDays),
            ("mis", 1, Unit::Months),
            ("deufis", 2, Unit::Months),
            ("20 o ddiwrnodau gwaith", 20, Unit::WorkingDays),
            ("1 flwyddyn", 1, Unit::Years),
            ("56\u{a0}days", 56, Unit::CalendarDays),
        ];
        for (typed, amount, unit) in cases {
            assert_eq!(typed.parse::<Length>().ok(), Length::new(amount, unit), "{typed}");
        }
    }

    #[test]
    fn a_length_that_cannot_be_read_names_the_mend() {
        let cases = [
            ("", LengthProblem::Empty),
            ("soon", LengthProblem::NoNumber),
            ("0 days", LengthProblem::Size),
            ("1000 days", LengthProblem::Size),
            ("99999999999999999999999 days", LengthProblem::Size),
            ("-3 days", LengthProblem::Size),
            ("3 moons", LengthProblem::Unit),
            ("3", LengthProblem::Unit),
        ];
        for (typed, problem) in cases {
            let error = typed.parse::<Length>().unwrap_err();
            assert_eq!(error, LengthError { typed: typed.into(), problem });
            assert!(!error.explain().en.is_empty() && !error.explain().cy.is_empty());
        }
        assert!("3 moons".parse::<Length>().unwrap_err().to_string().contains("working days"));
    }
}
