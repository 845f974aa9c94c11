//! No sentence has more than 40 words.
//!
//! Not so good: a sentence of 63 words with the whole history of the complaint in it.
//! Better: `The Council will apologise to Mrs A in writing for taking nine weeks to assess her.`

use crate::smart::{CheckId, Note, Subject, reading::Reading};

/// The most words a sentence may have.
const MOST: usize = 40;

pub(in crate::smart) fn check(_: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = &reading.wording;
    let counted = text.sentences().into_iter().map(|(from, until)| (text.count(from, until), from, until));
    let (words, from, until) = counted.max_by_key(|sentence| sentence.0)?;
    let count = u32::try_from(words).unwrap_or(u32::MAX);
    if words <= MOST {
        return Some(Note::good(CheckId::Length).with("count", count));
    }
    Some(Note::advice(CheckId::Length).at(text.span(from, until - 1)).with("count", count))
}

#[cfg(test)]
mod tests {
    use crate::{
        smart::{CheckId, Level, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_a_sentence_has_at_most_forty_words() {
        let forty = format!("The Council will pay {}.", ["her"; 36].join(" "));
        let more = format!("The Council will pay {}.", ["her"; 37].join(" "));
        let two = format!("{forty} {forty}");
        let cymraeg = format!("Bydd y Cyngor yn talu {}.", ["iddi"; 36].join(" "));
        for (language, wording, expected) in [
            (En, forty, Level::Good),
            (En, more, Level::Advice),
            (En, two, Level::Good),
            (Cy, cymraeg, Level::Advice),
        ] {
            assert_eq!(sample::level(language, &wording, CheckId::Length), Some(expected), "{wording}");
        }
    }
}
