//! What people type: dates, amounts, files. What is wrong is said with the argument's name and what was typed.

use std::{fs::File, io::Read as _, path::Path};

use amends_core::money::Pence;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::fail::{Exit, Failure, Outcome};
use crate::document::{self, DocumentError, Limits};

/// A date as `2026-10-05`.
pub(super) fn date(argument: &'static str, typed: &str) -> Outcome<Date> {
    let parts: Vec<&str> = typed.trim().split('-').collect();
    let shape = |part: &&str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let [year, month, day] = parts.as_slice() else { return Err(not_a_date(argument, typed, None)) };
    if !(shape(year, 4) && shape(month, 2) && shape(day, 2)) {
        return Err(not_a_date(argument, typed, None));
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err(not_a_date(argument, typed, None));
    };
    Date::new(year, month, day).map_err(|_| {
        let first = Date::new(year, month, 1).ok();
        not_a_date(argument, typed, first.map(|first| (first.days_in_month(), month)))
    })
}

fn not_a_date(argument: &'static str, typed: &str, month: Option<(i8, i8)>) -> Failure {
    let values = [("argument", argument.into()), ("typed", typed.to_owned().into())];
    match month {
        None => Failure::new(Exit::Usage, "cli-date-unreadable", values),
        Some((days, month)) => {
            let more = [("days", i64::from(days).into()), ("month", i64::from(month).into())];
            Failure::new(Exit::Usage, "cli-date-none-such", values.into_iter().chain(more))
        }
    }
}

/// A date that may be left out.
pub(super) fn some_date(argument: &'static str, typed: Option<&str>) -> Outcome<Option<Date>> {
    typed.map(|typed| date(argument, typed)).transpose()
}

/// A word of the record, such as `guidance_on_remedies`.
pub(super) fn code<T: DeserializeOwned>(argument: &'static str, typed: &str) -> Outcome<T> {
    serde_json::from_value(serde_json::Value::String(typed.to_owned())).map_err(|error| {
        let values = [
            ("argument", argument.into()),
            ("typed", typed.to_owned().into()),
            ("detail", error.to_string().into()),
        ];
        Failure::new(Exit::Usage, "cli-code-unknown", values)
    })
}

/// An id that the program gave out.
pub(super) fn id(argument: &'static str, typed: &str) -> Outcome<Uuid> {
    typed.trim().parse().map_err(|_| {
        let values = [("argument", argument.into()), ("typed", typed.to_owned().into())];
        Failure::new(Exit::Usage, "cli-id-unreadable", values)
    })
}

/// An amount such as `250` or `£1,250.50`.
pub(super) fn amount(argument: &'static str, typed: &str) -> Outcome<Pence> {
    typed.parse::<Pence>().map_err(|error| {
        let values = [
            ("argument", argument.into()),
            ("typed", typed.to_owned().into()),
            ("problem", error.to_string().into()),
        ];
        Failure::new(Exit::Usage, "cli-amount-unreadable", values)
    })
}

/// The bytes of a file, or of standard input for `-`.
pub(super) fn bytes(path: &Path, limits: &Limits) -> Outcome<Vec<u8>> {
    let unreadable = |error: &std::io::Error| {
        let values = [("path", path.display().to_string().into()), ("reason", error.to_string().into())];
        let key = match error.kind() {
            std::io::ErrorKind::NotFound => "cli-file-missing",
            std::io::ErrorKind::PermissionDenied => {
                return Failure::new(Exit::Barred, "cli-file-barred", values);
            }
            _ => "cli-file-unreadable",
        };
        Failure::new(Exit::Failed, key, values)
    };
    if path == Path::new("-") {
        let read = document::read_within(std::io::stdin().lock(), None, limits);
        return read.map_err(|error| Failure::of_document(&error));
    }
    let mut file = File::open(path).map_err(|error| unreadable(&error))?;
    let metadata = file.metadata().map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        return Err(Failure::new(
            Exit::Failed,
            "cli-file-is-folder",
            [("path", path.display().to_string().into())],
        ));
    }
    let declared = metadata.is_file().then_some(metadata.len());
    document::read_within(file.by_ref(), declared, limits).map_err(|error| Failure::of_document(&error))
}

/// The text of a decision: of a file in any format that is read, or plain text from standard input.
pub(super) fn decision_text(path: &Path, limits: &Limits) -> Outcome<document::DocumentText> {
    let bytes = bytes(path, limits)?;
    if path == Path::new("-") {
        if bytes.is_empty() {
            return Err(Failure::of_document(&DocumentError::Empty));
        }
        // What comes through a pipe is the text itself: its places must stay what they are.
        if let Ok(text) = String::from_utf8(bytes.clone()) {
            return Ok(document::DocumentText { text, format: document::Format::Text, warnings: Vec::new() });
        }
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    document::text_of(&name, &bytes, limits).map_err(|error| Failure::of_document(&error))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn a_date_is_read_as_written_or_refused() {
        assert_eq!(date("--on", "2026-02-28").unwrap(), day(2026, 2, 28));
        for typed in
            ["2026-02-30", "2026-13-01", "28/2/2026", "2026-2-28", "", "tomorrow", "2026-02-28T09:00"]
        {
            assert!(date("--on", typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn an_amount_that_could_be_two_is_refused() {
        assert_eq!(amount("--amount", "£1,250.50").unwrap(), Pence(125_050));
        assert!(amount("--amount", "£1,50").is_err());
    }
}
