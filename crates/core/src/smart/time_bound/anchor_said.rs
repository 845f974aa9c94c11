//! A period says from which event it counts (R40, E38).
//!
//! Not so good: `within 20 working days`.
//! Better: `within 20 working days of the final decision`.

use crate::{
    smart::{
        CheckId, Field, Note, Subject,
        reading::Reading,
        time_said::When,
        welsh,
        words::{Gap, Text},
    },
    text::Language,
};

#[rustfmt::skip]
const EN_ANCHORS: [&str; 12] = [
    "of", "from", "after", "following", "since", "beginning", "starting", "upon", "once", "when", "on",
    "counted",
];
const CY_ANCHORS: [&str; 10] = ["o", "i", "ar", "wedi", "ers", "gan", "pan", "unwaith", "yn", "cyfrif"];

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let due = subject.due?;
    if !due.anchor_said {
        return Some(Note::advice(CheckId::AnchorSaid).with("why", "form").with("words", ""));
    }
    let text = &reading.wording;
    let bare = reading.times.iter().find(|said| {
        matches!(said.when, When::Within(_)) && !has_anchor(subject.language, text, said.last + 1)
    });
    let Some(said) = bare else { return Some(Note::good(CheckId::AnchorSaid)) };
    let (start, end) = text.span(said.first, said.last)?;
    let words: String = text.raw.chars().skip(start).take(end - start).collect();
    Some(
        Note::advice(CheckId::AnchorSaid)
            .about(Field::Wording)
            .at([(start, end)])
            .with("why", "wording")
            .with("words", words),
    )
}

/// Does the event follow at once: `of the final decision`, `o'r penderfyniad terfynol`, `ar ôl derbyn`?
fn has_anchor(language: Language, text: &Text<'_>, at: usize) -> bool {
    let joined = matches!(text.gap(at), Gap::Space);
    joined
        && match language {
            Language::En => EN_ANCHORS.contains(&text.folded(at)),
            Language::Cy => {
                // `o fewn mis i Mrs A` does not occur: after a period `i` leads to an event.
                welsh::radicals(text.folded(at)).iter().any(|form| CY_ANCHORS.contains(&form.as_str()))
            }
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Due, Level, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_a_period_says_from_when_it_counts() {
        for (language, wording, expected) in [
            (
                En,
                "Within 20 working days of the final decision the Council will pay Mrs A £250.",
                Level::Good,
            ),
            (En, "The Council will pay Mrs A £250 within one month.", Level::Advice),
            (En, "The Council will pay Mrs A £250 by 4 December 2026.", Level::Good),
            (En, "The Council will pay Mrs A £250.", Level::Good),
            (Cy, "Bydd y Cyngor yn talu £250 o fewn mis i'r penderfyniad terfynol.", Level::Good),
            (Cy, "O fewn 20 diwrnod gwaith, bydd y Cyngor yn talu £250.", Level::Advice),
        ] {
            assert_eq!(sample::level(language, wording, CheckId::AnchorSaid), Some(expected), "{wording}");
        }
    }

    #[test]
    fn r40_a_period_in_the_form_without_its_event_is_pointed_out() {
        let subject = Subject { due: Some(Due::default()), ..sample::good(Cy) };
        let note = sample::note(&subject, CheckId::AnchorSaid).unwrap();
        assert_eq!((note.level, note.field), (Level::Advice, Field::EvidenceDue));
    }
}
