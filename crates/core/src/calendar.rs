//! Working days: the bank holidays of a division of the United Kingdom and the office's own closures.

mod bank_holidays;
mod between;
mod gov_uk;
pub mod written;

use std::{collections::BTreeMap, fmt, str::FromStr};

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

pub use bank_holidays::BankHolidayError;
pub use gov_uk::GovUkError;

/// A part of the United Kingdom with bank holidays of its own, named as GOV.UK names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Division {
    /// England and Wales.
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Division {
    /// All three, in the order GOV.UK lists them.
    pub const ALL: [Self; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];

    /// The name GOV.UK's data gives it: `england-and-wales`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::EnglandAndWales => "england-and-wales",
            Self::Scotland => "scotland",
            Self::NorthernIreland => "northern-ireland",
        }
    }
}

impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A name that is none of the three divisions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no calendar {0:?}: use england-and-wales, scotland or northern-ireland")]
pub struct UnknownDivision(pub String);

impl FromStr for Division {
    type Err = UnknownDivision;
    fn from_str(text: &str) -> Result<Self, UnknownDivision> {
        Self::ALL
            .into_iter()
            .find(|division| division.tag() == text.trim())
            .ok_or_else(|| UnknownDivision(text.to_owned()))
    }
}

/// Why a weekday is not worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// A bank holiday of the division.
    BankHoliday,
    /// A day on which the office alone is closed.
    OfficeClosure,
}

/// One day that is not worked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// Its name in both languages.
    pub title: Bilingual,
    /// Whose holiday it is.
    pub kind: HolidayKind,
}

/// Why a day is not a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWorking<'calendar> {
    /// It is a Saturday or a Sunday.
    Weekend(Weekday),
    /// It is a bank holiday or a closure.
    Holiday(&'calendar Holiday),
}

/// The working days of one division and one office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Whose bank holidays these are.
    pub division: Division,
    /// Counts the editions of this calendar: the one that ships is 1, each change makes the next.
    pub version: u32,
    /// The days not worked, weekends aside.
    pub holidays: BTreeMap<Date, Holiday>,
    /// The first day for which the bank holidays are known.
    pub known_from: Date,
    /// The last day for which the bank holidays are known.
    pub known_until: Date,
}

impl Calendar {
    /// The calendar that ships with the product: GOV.UK's bank holidays of 2018 to 2028, no closures.
    pub fn built_in(division: Division) -> Result<Self, BankHolidayError> {
        bank_holidays::read(bank_holidays::BUILT_IN, division)
    }

    /// Reads GOV.UK's `bank-holidays.json`. It gives English names only: the Welsh ones come from the list that
    /// ships and from `welsh_titles` (English name to Welsh name), and a name found in neither is refused.
    pub fn from_gov_uk(
        json: &str,
        division: Division,
        version: u32,
        welsh_titles: &BTreeMap<String, String>,
    ) -> Result<Self, GovUkError> {
        gov_uk::read(json, division, version, welsh_titles)
    }

    /// This calendar with one more day on which the office is closed; a bank holiday on that day stays one.
    #[must_use]
    pub fn with_closure(&self, date: Date, title: Bilingual) -> Self {
        let mut changed = self.clone();
        changed.version = self.version.saturating_add(1);
        changed.holidays.entry(date).or_insert(Holiday { title, kind: HolidayKind::OfficeClosure });
        changed
    }

    /// This calendar with one more bank holiday, as when one is proclaimed.
    #[must_use]
    pub fn with_bank_holiday(&self, date: Date, title: Bilingual) -> Self {
        let mut changed = self.clone();
        changed.version = self.version.saturating_add(1);
        changed.holidays.insert(date, Holiday { title, kind: HolidayKind::BankHoliday });
        changed
    }

    /// A newer list of bank holidays in place of this one's for the span the newer list knows; this
    /// calendar's closures, and its bank holidays outside that span, stay.
    #[must_use]
    pub fn updated_from(&self, newer: &Self) -> Self {
        let span = newer.known_from..=newer.known_until;
        let mut holidays: BTreeMap<_, _> = self
            .holidays
            .iter()
            .filter(|(day, holiday)| holiday.kind == HolidayKind::OfficeClosure || !span.contains(*day))
            .map(|(day, holiday)| (*day, holiday.clone()))
            .collect();
        holidays.extend(newer.holidays.iter().map(|(day, holiday)| (*day, holiday.clone())));
        Self {
            division: newer.division,
            version: self.version.saturating_add(1),
            holidays,
            known_from: self.known_from.min(newer.known_from),
            known_until: self.known_until.max(newer.known_until),
        }
    }

    /// Whether the office and the body may be expected to work on this day.
    pub fn is_working_day(&self, date: Date) -> bool {
        self.why_not_working(date).is_none()
    }

    /// Why this day is not a working day, or nothing when it is one.
    pub fn why_not_working(&self, date: Date) -> Option<NotWorking<'_>> {
        match date.weekday() {
            day @ (Weekday::Saturday | Weekday::Sunday) => Some(NotWorking::Weekend(day)),
            _ => self.holidays.get(&date).map(NotWorking::Holiday),
        }
    }

    /// The first working day after this day; nothing at the end of the calendar (31 December 9999).
    pub fn working_day_after(&self, date: Date) -> Option<Date> {
        let mut day = date.tomorrow().ok()?;
        while !self.is_working_day(day) {
            day = day.tomorrow().ok()?;
        }
        Some(day)
    }

    /// The last working day before this day; nothing at the beginning of the calendar.
    pub fn working_day_before(&self, date: Date) -> Option<Date> {
        let mut day = date.yesterday().ok()?;
        while !self.is_working_day(day) {
            day = day.yesterday().ok()?;
        }
        Some(day)
    }

    /// The working day that lies `count` working days after this day (before it, when negative). The day
    /// itself is left out; `count` 0 gives the day itself, worked or not.
    pub fn working_days_from(&self, date: Date, count: i32) -> Option<Date> {
        let mut day = date;
        for _ in 0..count.unsigned_abs() {
            day = if count > 0 { self.working_day_after(day)? } else { self.working_day_before(day)? };
        }
        Some(day)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn built_in(division: Division) -> Calendar {
        Calendar::built_in(division).unwrap()
    }

    #[test]
    fn the_shipped_list_reads_for_each_division() {
        for division in Division::ALL {
            let calendar = built_in(division);
            assert_eq!((calendar.known_from, calendar.known_until), (date(2018, 1, 1), date(2028, 12, 31)));
            assert!(calendar.holidays.len() >= 88, "{division}: {}", calendar.holidays.len());
        }
        let lines = bank_holidays::BUILT_IN.lines().skip(1).filter(|line| !line.is_empty()).count();
        let read: usize = Division::ALL.into_iter().map(|division| built_in(division).holidays.len()).sum();
        assert_eq!(read, lines, "no line of the list is lost");
    }

    #[test]
    fn the_three_divisions_differ() {
        let [england, scotland, ireland] = Division::ALL.map(built_in);
        // Easter Monday is not a bank holiday in Scotland; St Andrew's Day and 2 January are only there.
        let easter_monday = date(2026, 4, 6);
        assert!(!england.is_working_day(easter_monday) && !ireland.is_working_day(easter_monday));
        assert!(scotland.is_working_day(easter_monday));
        let second_january = date(2026, 1, 2);
        assert!(!scotland.is_working_day(second_january));
        assert!(england.is_working_day(second_january) && ireland.is_working_day(second_january));
        // St Patrick's Day and the Boyne are only in Northern Ireland.
        let patrick = date(2026, 3, 17);
        assert!(!ireland.is_working_day(patrick) && england.is_working_day(patrick));
        // The summer bank holiday comes at the start of August in Scotland, at its end elsewhere.
        assert!(!scotland.is_working_day(date(2026, 8, 3)) && england.is_working_day(date(2026, 8, 3)));
        assert!(scotland.is_working_day(date(2026, 8, 31)) && !england.is_working_day(date(2026, 8, 31)));
    }

    #[test]
    fn a_day_not_worked_says_why() {
        let calendar = built_in(Division::EnglandAndWales);
        assert_eq!(calendar.why_not_working(date(2026, 5, 1)), None);
        assert_eq!(calendar.why_not_working(date(2026, 5, 2)), Some(NotWorking::Weekend(Weekday::Saturday)));
        let Some(NotWorking::Holiday(holiday)) = calendar.why_not_working(date(2026, 5, 4)) else {
            panic!("4 May 2026 is a bank holiday");
        };
        assert_eq!(holiday.title, Bilingual::new("Early May bank holiday", "Gŵyl banc dechrau Mai"));
    }

    #[test]
    fn a_closure_is_a_day_not_worked_and_a_new_edition() {
        let calendar = built_in(Division::EnglandAndWales);
        let day = date(2026, 12, 29);
        let closed = calendar.with_closure(day, Bilingual::new("Winter closure", "Cau dros y gaeaf"));
        assert!(calendar.is_working_day(day) && !closed.is_working_day(day));
        assert_eq!(closed.version, calendar.version + 1);
        let christmas = date(2026, 12, 25);
        let twice = calendar.with_closure(christmas, Bilingual::new("Closed", "Ar gau"));
        assert_eq!(twice.holidays[&christmas].kind, HolidayKind::BankHoliday);
    }

    #[test]
    fn a_newer_list_keeps_the_closures() {
        let day = date(2026, 12, 29);
        let closed = built_in(Division::Scotland)
            .with_closure(day, Bilingual::new("Winter closure", "Cau dros y gaeaf"));
        let mut newer = built_in(Division::Scotland);
        newer.holidays.remove(&date(2026, 6, 15));
        let updated = closed.updated_from(&newer);
        assert!(!updated.is_working_day(day));
        assert!(updated.is_working_day(date(2026, 6, 15)), "a bank holiday that was taken back is worked");
    }

    #[test]
    fn working_days_count_both_ways() {
        let calendar = built_in(Division::EnglandAndWales);
        assert_eq!(calendar.working_days_from(date(2026, 4, 2), 1), Some(date(2026, 4, 7)));
        assert_eq!(calendar.working_days_from(date(2026, 4, 7), -1), Some(date(2026, 4, 2)));
        assert_eq!(calendar.working_days_from(date(2026, 4, 5), 0), Some(date(2026, 4, 5)));
        assert_eq!(calendar.working_days_from(Date::MAX, 1), None);
    }

    #[test]
    fn a_calendar_survives_being_written_down() {
        let calendar = built_in(Division::NorthernIreland)
            .with_closure(date(2026, 12, 29), Bilingual::new("Winter closure", "Cau dros y gaeaf"));
        let json = serde_json::to_string(&calendar).unwrap();
        assert_eq!(serde_json::from_str::<Calendar>(&json).unwrap(), calendar);
        assert!(json.contains("\"northern-ireland\""));
    }
}
