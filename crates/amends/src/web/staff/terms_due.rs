//! When evidence is due, put into the fields of a form.

use amends_core::period::DueSpec;
use jiff::civil::Date;

use crate::web::form::Form;

/// Puts a date into the form.
pub(super) fn with_date(form: Form, field: &str, date: Date) -> Form {
    form.with(&format!("{field}-day"), date.day().to_string())
        .with(&format!("{field}-month"), date.month().to_string())
        .with(&format!("{field}-year"), date.year().to_string())
}

/// Puts into the form when evidence is due.
pub(super) fn with_due(form: Form, due: Option<&DueSpec>) -> Form {
    let word = |value: serde_json::Result<serde_json::Value>| {
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    };
    match due {
        None => form.with("due", "none"),
        Some(DueSpec::On { date }) => with_date(form.with("due", "on"), "due-on", *date),
        Some(DueSpec::After { length, anchor }) => form
            .with("due", "after")
            .with("due-amount", length.amount.to_string())
            .with("due-unit", word(serde_json::to_value(length.unit)))
            .with("due-anchor", word(serde_json::to_value(anchor))),
        Some(DueSpec::OnEvent { length, event, backstop }) => {
            let form = form
                .with("due", "event")
                .with("due-event-amount", length.amount.to_string())
                .with("due-event-unit", word(serde_json::to_value(length.unit)))
                .with("due-event", event);
            with_date(form, "backstop", *backstop)
        }
    }
}
