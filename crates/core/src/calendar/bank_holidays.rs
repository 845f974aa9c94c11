//! Reads the list of bank holidays that ships with the product (comma-separated, GOV.UK, OGL v3).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Calendar, Division, Holiday, HolidayKind, UnknownDivision};
use crate::text::Bilingual;

/// The list itself: `division,date,weekday,title_en,title_cy,notes`.
pub(super) const BUILT_IN: &str = include_str!("../../data/uk_bank_holidays_2018_2028.csv");

/// What is wrong with a list of bank holidays, and on which line (counted from 1).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BankHolidayError {
    /// A line has fewer columns than the list needs.
    #[error("line {line}: a bank holiday needs division, date, weekday, title_en and title_cy")]
    Columns {
        /// The line.
        line: usize,
    },
    /// The first column names no division.
    #[error("line {line}: {source}")]
    Division {
        /// The line.
        line: usize,
        /// What stood there.
        source: UnknownDivision,
    },
    /// The second column is no date.
    #[error("line {line}: {typed:?} is not a date; write it as 2026-05-04")]
    Date {
        /// The line.
        line: usize,
        /// What stood there.
        typed: String,
    },
    /// The same day stands twice for one division.
    #[error("line {line}: {date} stands twice for the same division; keep one of the two lines")]
    Twice {
        /// The second of the two lines.
        line: usize,
        /// The day.
        date: Date,
    },
    /// Not one day for the division.
    #[error("the list has no bank holiday for {0}")]
    Empty(Division),
}

/// The calendar of one division, edition 1. It is known from the first day of its first year to the last day
/// of its last.
pub(super) fn read(list: &str, division: Division) -> Result<Calendar, BankHolidayError> {
    let mut holidays = BTreeMap::new();
    for (place, text) in list.lines().enumerate().skip(1).filter(|(_, text)| !text.trim().is_empty()) {
        let line = place + 1;
        let cells = cells(text);
        let [whose, day, _weekday, title_en, title_cy, ..] = cells.as_slice() else {
            return Err(BankHolidayError::Columns { line });
        };
        let whose: Division = whose.parse().map_err(|source| BankHolidayError::Division { line, source })?;
        let date: Date = day.parse().map_err(|_| BankHolidayError::Date { line, typed: day.clone() })?;
        if whose != division {
            continue;
        }
        let holiday = Holiday {
            title: Bilingual::new(title_en.as_str(), title_cy.as_str()),
            kind: HolidayKind::BankHoliday,
        };
        if holidays.insert(date, holiday).is_some() {
            return Err(BankHolidayError::Twice { line, date });
        }
    }
    let (known_from, known_until) = known_span(&holidays).ok_or(BankHolidayError::Empty(division))?;
    Ok(Calendar { division, version: 1, holidays, known_from, known_until })
}

/// The whole years a list of bank holidays covers.
pub(super) fn known_span(holidays: &BTreeMap<Date, Holiday>) -> Option<(Date, Date)> {
    let (first, last) = (holidays.keys().next()?, holidays.keys().next_back()?);
    Some((first.first_of_year(), last.last_of_year()))
}

/// The cells of one line; a cell in double quotes may hold commas, and a doubled quote stands for one.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                push(&mut cells, '"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => push(&mut cells, other),
        }
    }
    cells
}

fn push(cells: &mut [String], letter: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "division,date,weekday,title_en,title_cy,notes\n";

    #[test]
    fn a_quoted_cell_may_hold_a_comma() {
        assert_eq!(cells(r#"a,"b, ""c""",d"#), ["a", r#"b, "c""#, "d"]);
    }

    #[test]
    fn a_bad_line_is_named() {
        let read = |line: &str| read(&format!("{HEAD}{line}"), Division::Scotland);
        assert_eq!(read("scotland,2026-01-01"), Err(BankHolidayError::Columns { line: 2 }));
        assert_eq!(
            read("scotland,2026-02-30,Monday,Day,Dydd,"),
            Err(BankHolidayError::Date { line: 2, typed: "2026-02-30".into() })
        );
        assert!(matches!(
            read("wales,2026-01-01,Thursday,Day,Dydd,"),
            Err(BankHolidayError::Division { line: 2, .. })
        ));
        let day = "scotland,2026-01-01,Thursday,Day,Dydd,\n";
        assert!(matches!(read(&day.repeat(2)), Err(BankHolidayError::Twice { line: 3, .. })));
        assert_eq!(read(""), Err(BankHolidayError::Empty(Division::Scotland)));
    }
}
