//! There is a date by which the office must be told, or a period that will give one (R24, I1).
//!
//! Not so good: no date, or `as soon as possible`.
//! Better: 20 working days after the final decision.

use crate::smart::{CheckId, Note, Subject, reading::Reading};

#[expect(clippy::unnecessary_wraps, reason = "every rule has one shape, and most may have nothing to say")]
pub(in crate::smart) fn check(subject: &Subject<'_>, _: &Reading<'_>) -> Option<Note> {
    Some(match subject.due {
        None => Note::needed(CheckId::HasDate),
        Some(due) => {
            let good = Note::good(CheckId::HasDate);
            match due.on {
                Some(on) => good.with("known", "yes").with("on", on),
                None => good.with("known", "no").with("on", ""),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Due, Level, check as check_all, refuses_sending, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn i1_a_missing_date_refuses_sending() {
        for language in [En, Cy] {
            let notes = check_all(&Subject { due: None, ..sample::good(language) });
            let refused: Vec<_> = refuses_sending(&notes).iter().map(|note| note.check).collect();
            assert_eq!(refused, [CheckId::HasDate]);
        }
    }

    #[test]
    fn r24_a_period_is_a_date_to_come() {
        let due = Some(Due { anchor_said: true, ..Due::default() });
        let note = sample::note(&Subject { due, ..sample::good(En) }, CheckId::HasDate).unwrap();
        assert_eq!(note.level, Level::Good);
    }
}
