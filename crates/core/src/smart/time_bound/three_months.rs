//! Where a public report is considered, the body has at least three months, unless it will act sooner (R58).
//!
//! Not so good: one month after a report in the public interest.
//! Better: three months after it is received.

use jiff::ToSpan as _;

use crate::{
    period::{Length, Unit},
    smart::{CheckId, Note, Subject, reading::Reading},
};

pub(in crate::smart) fn check(subject: &Subject<'_>, _: &Reading<'_>) -> Option<Note> {
    let due = subject.due.filter(|_| subject.public_report)?;
    let by_date = due.on.zip(due.from).and_then(|(on, from)| Some(on < from.checked_add(3.months()).ok()?));
    let short = by_date.or(due.period.map(is_short))?;
    Some(if short { Note::advice(CheckId::ThreeMonths) } else { Note::good(CheckId::ThreeMonths) })
}

/// Three months are at most 92 days; 60 working days are at least twelve weeks, so 66 are asked for.
fn is_short(period: Length) -> bool {
    match period.unit {
        Unit::CalendarDays => period.amount.get() < 92,
        Unit::WorkingDays => period.amount.get() < 66,
        Unit::Weeks => period.amount.get() < 14,
        Unit::Months => period.amount.get() < 3,
        Unit::Years => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        smart::{Due, Level, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r58_a_public_report_leaves_three_months() {
        let dates =
            |on| Due { on: Some(on), from: Some(date(2026, 11, 30)), anchor_said: true, ..Due::default() };
        let period =
            |amount, unit| Due { period: Length::new(amount, unit), anchor_said: true, ..Due::default() };
        for (due, expected) in [
            (dates(date(2027, 2, 27)), Level::Advice),
            (dates(date(2027, 2, 28)), Level::Good),
            (period(3, Unit::Months), Level::Good),
            (period(12, Unit::Weeks), Level::Advice),
            (period(60, Unit::WorkingDays), Level::Advice),
        ] {
            for language in [En, Cy] {
                let subject = Subject { due: Some(due), public_report: true, ..sample::good(language) };
                assert_eq!(sample::note(&subject, CheckId::ThreeMonths).unwrap().level, expected);
                let private = Subject { public_report: false, ..subject };
                assert_eq!(sample::note(&private, CheckId::ThreeMonths), None);
            }
        }
    }
}
