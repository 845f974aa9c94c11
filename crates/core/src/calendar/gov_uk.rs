//! Reads GOV.UK's `bank-holidays.json`, the list an office loads when a year or a holiday is added.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::{Calendar, Division, Holiday, HolidayKind, bank_holidays};
use crate::text::Bilingual;

/// What is wrong with a bank-holiday file, and where in it. `place` reads `scotland.events[3].date`, events
/// counted from 0 as in the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GovUkError {
    /// The file is not JSON.
    #[error(
        "line {line}, column {column}: this is not JSON; download https://www.gov.uk/bank-holidays.json again"
    )]
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// Something the file must hold is not there, or is of another kind.
    #[error("{place}: {wanted} is missing; download https://www.gov.uk/bank-holidays.json again")]
    Missing {
        /// Where.
        place: String,
        /// What belongs there.
        wanted: &'static str,
    },
    /// The division's own name does not agree with the key it stands under.
    #[error("{place}: {typed:?} stands under the key of another division")]
    OtherDivision {
        /// Where.
        place: String,
        /// What stood there.
        typed: String,
    },
    /// A date that is no date.
    #[error("{place}: {typed:?} is not a date; write it as 2026-05-04")]
    Date {
        /// Where.
        place: String,
        /// What stood there.
        typed: String,
    },
    /// Two events on one day.
    #[error("{place}: {date} stands twice; keep one of the two")]
    Twice {
        /// The second of the two.
        place: String,
        /// The day.
        date: Date,
    },
    /// A holiday whose Welsh name nobody has given.
    #[error("{place}: no Welsh name is known for {title:?}; give it beside the file")]
    NoWelshTitle {
        /// Where.
        place: String,
        /// The English name.
        title: String,
    },
}

pub(super) fn read(
    json: &str,
    division: Division,
    version: u32,
    welsh_titles: &BTreeMap<String, String>,
) -> Result<Calendar, GovUkError> {
    let file: Value = serde_json::from_str(json)
        .map_err(|error| GovUkError::NotJson { line: error.line(), column: error.column() })?;
    let tag = division.tag();
    let part = file.get(tag).ok_or_else(|| missing(tag.to_owned(), "the division"))?;
    let name = text(part, "division", tag)?;
    if name != tag {
        return Err(GovUkError::OtherDivision { place: format!("{tag}.division"), typed: name.to_owned() });
    }
    let events = part
        .get("events")
        .and_then(Value::as_array)
        .ok_or_else(|| missing(format!("{tag}.events"), "the list of holidays"))?;
    let mut holidays = BTreeMap::new();
    for (number, event) in events.iter().enumerate() {
        let place = format!("{tag}.events[{number}]");
        let (date, holiday) = read_event(event, &place, welsh_titles)?;
        if holidays.insert(date, holiday).is_some() {
            return Err(GovUkError::Twice { place, date });
        }
    }
    let (known_from, known_until) = bank_holidays::known_span(&holidays)
        .ok_or_else(|| missing(format!("{tag}.events[0]"), "a first holiday"))?;
    Ok(Calendar { division, version, holidays, known_from, known_until })
}

fn read_event(
    event: &Value,
    place: &str,
    welsh_titles: &BTreeMap<String, String>,
) -> Result<(Date, Holiday), GovUkError> {
    let title = text(event, "title", place)?;
    let typed = text(event, "date", place)?;
    let date = typed
        .parse()
        .map_err(|_| GovUkError::Date { place: format!("{place}.date"), typed: typed.to_owned() })?;
    let welsh = welsh_titles.get(title).cloned().or_else(|| known_welsh_title(title)).ok_or_else(|| {
        GovUkError::NoWelshTitle { place: format!("{place}.title"), title: title.to_owned() }
    })?;
    Ok((date, Holiday { title: Bilingual::new(title, welsh), kind: HolidayKind::BankHoliday }))
}

/// The Welsh name the shipped list gives a holiday. GOV.UK has written the apostrophe both ways.
fn known_welsh_title(title: &str) -> Option<String> {
    let title = title.replace('\'', "’");
    Division::ALL
        .into_iter()
        .filter_map(|division| Calendar::built_in(division).ok())
        .flat_map(|calendar| calendar.holidays.into_values())
        .find(|holiday| holiday.title.en == title)
        .map(|holiday| holiday.title.cy)
}

fn text<'file>(value: &'file Value, key: &'static str, place: &str) -> Result<&'file str, GovUkError> {
    value.get(key).and_then(Value::as_str).ok_or_else(|| missing(format!("{place}.{key}"), "a text"))
}

fn missing(place: String, wanted: &'static str) -> GovUkError {
    GovUkError::Missing { place, wanted }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn file(events: &str) -> String {
        format!(r#"{{"scotland":{{"division":"scotland","events":[{events}]}}}}"#)
    }

    fn event(title: &str, day: &str) -> String {
        format!(r#"{{"title":"{title}","date":"{day}","notes":"","bunting":true}}"#)
    }

    fn read_scotland(json: &str) -> Result<Calendar, GovUkError> {
        read(json, Division::Scotland, 2, &BTreeMap::new())
    }

    #[test]
    fn gov_uk_s_file_reads_with_welsh_names() {
        let json =
            file(&[event("2nd January", "2029-01-02"), event("New Year's Day", "2029-01-01")].join(","));
        let calendar = read_scotland(&json).unwrap();
        assert_eq!(calendar.version, 2);
        assert_eq!(calendar.holidays[&date(2029, 1, 2)].title.cy, "2il o Ionawr");
        assert_eq!(calendar.holidays[&date(2029, 1, 1)].title.cy, "Dydd Calan");
        assert_eq!(calendar.known_until, date(2029, 12, 31));
    }

    #[test]
    fn a_holiday_never_seen_needs_its_welsh_name() {
        let json = file(&event("Jubilee", "2029-06-01"));
        assert_eq!(
            read_scotland(&json),
            Err(GovUkError::NoWelshTitle {
                place: "scotland.events[0].title".into(),
                title: "Jubilee".into()
            })
        );
        let names = BTreeMap::from([("Jubilee".to_owned(), "Jiwbilî".to_owned())]);
        let calendar = read(&json, Division::Scotland, 2, &names).unwrap();
        assert_eq!(calendar.holidays[&date(2029, 6, 1)].title.cy, "Jiwbilî");
    }

    #[test]
    fn a_broken_file_is_refused_with_its_place() {
        assert_eq!(read_scotland("{\n!"), Err(GovUkError::NotJson { line: 2, column: 1 }));
        assert!(matches!(read_scotland("{}"), Err(GovUkError::Missing { place, .. }) if place == "scotland"));
        assert!(matches!(
            read_scotland(&file("")),
            Err(GovUkError::Missing { place, .. }) if place == "scotland.events[0]"
        ));
        let typed = "2026-02-30".to_owned();
        assert_eq!(
            read_scotland(&file(&event("Boxing Day", &typed))),
            Err(GovUkError::Date { place: "scotland.events[0].date".into(), typed })
        );
        let twice = [event("Boxing Day", "2026-12-28"), event("Christmas Day", "2026-12-28")].join(",");
        assert!(matches!(
            read_scotland(&file(&twice)),
            Err(GovUkError::Twice { place, .. }) if place == "scotland.events[1]"
        ));
        assert!(matches!(
            read_scotland(&file("{}")),
            Err(GovUkError::Missing { place, .. }) if place == "scotland.events[0].title"
        ));
        let other = r#"{"scotland":{"division":"england-and-wales","events":[]}}"#;
        assert!(matches!(read_scotland(other), Err(GovUkError::OtherDivision { .. })));
    }
}
