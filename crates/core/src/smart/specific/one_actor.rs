//! The wording says which body is to act, and names one only (R40).
//!
//! Not so good: `The Council and the Health Board will write to Mr B.` `Mr B should be written to.`
//! Better: `The Council will write to Mr B.`

use super::is_organisation;
use crate::smart::{
    CheckId, Note, Subject,
    reading::Reading,
    words::{Gap, Text},
};

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = &reading.wording;
    if text.words.is_empty() {
        return None;
    }
    let body = subject.body.name.get(subject.language);
    let until = reading.acts.first().map_or(text.words.len(), |act| act.at);
    let actors = mentions(text, until, &Text::new(body));
    let joined = actors.windows(2).find(|pair| is_joined(text, pair[0].1 + 1, pair[1].0));
    let note = match (actors.is_empty(), joined) {
        (true, _) => Note::advice(CheckId::OneActor).with("why", "none"),
        (false, Some(pair)) => Note::advice(CheckId::OneActor)
            .at(pair.iter().filter_map(|place| text.span(place.0, place.1)))
            .with("why", "several"),
        (false, None) => return Some(Note::good(CheckId::OneActor)),
    };
    Some(note.with("body", body))
}

/// Where bodies are named before the act: first and last word of each. Words of one name are one mention.
fn mentions(text: &Text<'_>, until: usize, body: &Text<'_>) -> Vec<(usize, usize)> {
    let name: Vec<_> = body.words.iter().map(|word| word.folded.as_str()).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < until {
        let whole = !name.is_empty() && (0..name.len()).all(|step| text.folded(at + step) == name[step]);
        if whole {
            found.push((at, at + name.len() - 1));
            at += name.len();
            continue;
        }
        if is_organisation(text.folded(at)) {
            match found.last_mut().filter(|last| last.1 + 1 == at && text.gap(at) == Gap::Space) {
                Some(last) => last.1 = at,
                None => found.push((at, at)),
            }
        }
        at += 1;
    }
    found
}

/// Do only `and` and articles stand between two names, so that both are to act?
fn is_joined(text: &Text<'_>, from: usize, until: usize) -> bool {
    let between: Vec<_> = (from..until).map(|at| text.folded(at)).collect();
    between.iter().any(|word| ["and", "a", "ac"].contains(word))
        && until - from <= 4
        && !between.iter().any(|word| ["of", "for", "will", "should", "must", "that"].contains(word))
}

#[cfg(test)]
mod tests {
    use crate::{
        smart::{CheckId, Level, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_one_body_is_to_act() {
        for (language, wording, expected) in [
            (En, "The Council will write to Mr B.", Level::Good),
            (En, "The Chief Executive of the Council will write to Mr B.", Level::Good),
            (En, "Ynys Council will write to Mr B and the Health Board.", Level::Good),
            (En, "The Council and the Health Board will write to Mr B.", Level::Advice),
            (En, "Write to Mr B.", Level::Advice),
            (En, "Mr B should be sent a letter.", Level::Advice),
            (Cy, "Bydd y Cyngor yn ysgrifennu at Mr B.", Level::Good),
            (Cy, "Dylai Cyngor Ynys ysgrifennu at Mr B.", Level::Good),
            (Cy, "Bydd y Cyngor a'r Bwrdd Iechyd yn ysgrifennu at Mr B.", Level::Advice),
            (Cy, "Ysgrifennu at Mr B.", Level::Advice),
        ] {
            assert_eq!(sample::level(language, wording, CheckId::OneActor), Some(expected), "{wording}");
        }
    }
}
