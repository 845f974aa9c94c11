//! The date is a day on which somebody is there to send and to receive (R40).
//!
//! Not so good: Friday 25 December 2026.
//! Better: Tuesday 29 December 2026.

use crate::smart::{CheckId, Note, Subject, reading::Reading};

pub(in crate::smart) fn check(subject: &Subject<'_>, _: &Reading<'_>) -> Option<Note> {
    let due = subject.due?;
    let on = due.on?;
    let note = if due.non_working_day { Note::advice } else { Note::good };
    Some(note(CheckId::NonWorkingDay).with("on", on))
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
    fn r40_a_date_on_which_nobody_works_is_pointed_out() {
        for (language, non_working_day, expected) in
            [(En, true, Level::Advice), (Cy, true, Level::Advice), (En, false, Level::Good)]
        {
            let due = Some(Due { on: Some(date(2026, 12, 25)), non_working_day, ..Due::default() });
            let subject = Subject { due, ..sample::good(language) };
            assert_eq!(sample::note(&subject, CheckId::NonWorkingDay).unwrap().level, expected);
        }
    }

    #[test]
    fn r40_a_date_not_yet_known_is_not_judged() {
        let due = Some(Due { anchor_said: true, ..Due::default() });
        let subject = Subject { due, ..sample::good(En) };
        assert_eq!(sample::note(&subject, CheckId::NonWorkingDay), None);
    }
}
