//! A body under a spending freeze is still asked, and the writer is told of the freeze first (R43, E24).
//!
//! Not so good: `The Council will pay Mrs A £5,000`, written without knowing of its notice of 3 March.
//! Better: the same sum in two instalments, agreed with its chief finance officer.

use crate::smart::{CheckId, Note, Subject, reading::Reading};

#[expect(clippy::unnecessary_wraps, reason = "every rule has one shape, and most may have nothing to say")]
pub(in crate::smart) fn check(subject: &Subject<'_>, _: &Reading<'_>) -> Option<Note> {
    let body = subject.body.name.get(subject.language);
    let note = match subject.body.spending_frozen_since {
        Some(since) => Note::advice(CheckId::SpendingFreeze).with("body", body).with("since", since),
        None => Note::good(CheckId::SpendingFreeze).with("body", body),
    };
    Some(note)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        smart::{Addressee, Level, Value, refuses_sending, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r43_a_spending_freeze_is_shown_and_never_refuses() {
        for language in [En, Cy] {
            let good = sample::good(language);
            assert_eq!(sample::note(&good, CheckId::SpendingFreeze).unwrap().level, Level::Good);
            let body = Addressee { spending_frozen_since: Some(date(2026, 3, 3)), ..good.body };
            let note = sample::note(&Subject { body, ..good }, CheckId::SpendingFreeze).unwrap();
            assert_eq!(note.level, Level::Advice);
            assert!(note.args.contains(&("since", Value::Day(date(2026, 3, 3)))));
            assert!(refuses_sending(&[note]).is_empty());
        }
    }
}
