//! A date or period in the wording is the one in the form; the body reads both (R25).
//!
//! Not so good: wording `by 4 November 2026`, form 4 December 2026.
//! Better: the same date in both, or none in the wording.

use crate::{
    period::{Length, Unit},
    smart::{
        CheckId, Due, Note, Subject, Value,
        reading::Reading,
        time_said::{Said, When},
    },
};

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let due = subject.due?;
    let text = &reading.wording;
    if reading.times.is_empty() {
        return None;
    }
    let differs = reading.times.iter().find_map(|said| Some((said, why(said, &due)?)));
    let Some((said, why)) = differs else {
        return Some(Note::good(CheckId::PeriodInWordingAgrees));
    };
    let (start, end) = text.span(said.first, said.last)?;
    let words: String = text.raw.chars().skip(start).take(end - start).collect();
    let known = if due.on.is_some() { "yes" } else { "no" };
    Some(
        Note::advice(CheckId::PeriodInWordingAgrees)
            .at([(start, end)])
            .with("why", why)
            .with("words", words)
            .with("known", known)
            .with("on", due.on.map_or(Value::Text(String::new()), Value::Day)),
    )
}

/// Why what is said does not fit the form; nothing where it fits or cannot be compared.
fn why(said: &Said, due: &Due) -> Option<&'static str> {
    match said.when {
        When::Vague => Some("vague"),
        When::Unfinished => Some("no-year"),
        When::On(date) => (due.period.is_some() || due.on.is_some_and(|on| on != date)).then_some("date"),
        When::Within(length) => {
            let other = due.period.is_some_and(|period| plain(period) != plain(length));
            other.then_some("period")
        }
    }
}

/// Seven days are a week, twelve months a year.
fn plain(length: Length) -> (u32, Unit) {
    let amount = u32::from(length.amount.get());
    match length.unit {
        Unit::Weeks => (amount * 7, Unit::CalendarDays),
        Unit::Years => (amount * 12, Unit::Months),
        Unit::CalendarDays | Unit::WorkingDays | Unit::Months => (amount, length.unit),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        smart::sample,
        text::Language::{Cy, En},
    };

    #[test]
    fn r25_wording_and_form_give_the_same_time() {
        let fixed = Due { on: Some(date(2026, 12, 4)), anchor_said: true, ..Due::default() };
        let after =
            |amount, unit| Due { period: Length::new(amount, unit), anchor_said: true, ..Due::default() };
        for (language, wording, due, expected) in [
            (En, "Pay her £250 by 4 December 2026.", fixed, None),
            (En, "Pay her £250 by 4 November 2026.", fixed, Some("date")),
            (En, "Pay her £250 as soon as possible.", fixed, Some("vague")),
            (En, "Pay her £250 by 4 December.", fixed, Some("no-year")),
            (En, "Pay her £250 within two weeks of the decision.", after(14, Unit::CalendarDays), None),
            (
                En,
                "Pay her £250 within 20 days of the decision.",
                after(20, Unit::WorkingDays),
                Some("period"),
            ),
            (Cy, "Talu £250 iddi erbyn 4 Rhagfyr 2026.", fixed, None),
            (Cy, "Talu £250 iddi erbyn 4 Tachwedd 2026.", fixed, Some("date")),
            (Cy, "Talu £250 iddi o fewn 2 fis i'r penderfyniad.", after(1, Unit::Months), Some("period")),
            (Cy, "Talu £250 iddi cyn gynted â phosibl.", fixed, Some("vague")),
        ] {
            let subject = Subject { wording, due: Some(due), ..sample::good(language) };
            let note = sample::note(&subject, CheckId::PeriodInWordingAgrees).unwrap();
            let why = note.args.iter().find(|arg| arg.0 == "why").map(|arg| arg.1.clone());
            assert_eq!(why, expected.map(Value::from), "{wording}");
        }
    }
}
