//! The verb names an act that can be seen to be done, and nothing leaves it to the body's mood (CM8).
//!
//! Not so good: `The Council will consider its procedure and ensure improvement where appropriate.`
//! Better: `The Council will amend its procedure so that every request is answered in writing.`

use crate::{
    smart::{CheckId, Note, Subject, reading::Reading, verbs::Tone},
    text::Language,
};

#[rustfmt::skip]
const EN_HEDGES: [&str; 15] = [
    "as appropriate", "as necessary", "as required", "consideration should be given",
    "consideration will be given", "give consideration", "if appropriate", "if necessary", "if needed",
    "if possible", "if required", "where appropriate", "where necessary", "where possible",
    "where relevant",
];
const CY_HEDGES: [&str; 10] = [
    "lle bo n briodol",
    "lle bo hynny n briodol",
    "fel y bo n briodol",
    "os yn briodol",
    "os yw n briodol",
    "os oes angen",
    "lle bo angen",
    "lle bo modd",
    "lle bo n bosibl",
    "os yn bosibl",
];

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = &reading.wording;
    if text.words.is_empty() {
        return None;
    }
    let hedges: &[&str] = match subject.language {
        Language::En => &EN_HEDGES,
        Language::Cy => &CY_HEDGES,
    };
    let vague: Vec<_> = reading
        .acts
        .iter()
        .filter(|act| act.tone == Tone::Vague)
        .filter_map(|act| Some((text.span(act.at, act.at)?, text.words.get(act.at)?.raw)))
        .collect();
    let doubts: Vec<_> = hedges.iter().flat_map(|phrase| text.phrases(phrase)).collect();
    let note = Note::advice(CheckId::ConcreteVerb);
    if let Some((_, verb)) = vague.first() {
        return Some(note.at(vague.iter().map(|found| found.0)).with("why", "vague").with("words", *verb));
    }
    if let Some((first, last)) = doubts.first().copied() {
        let (start, end) = text.span(first, last)?;
        let words: String = text.raw.chars().skip(start).take(end - start).collect();
        let spans = doubts.iter().filter_map(|place| text.span(place.0, place.1));
        return Some(note.at(spans).with("why", "hedge").with("words", words));
    }
    if reading.acts.is_empty() {
        return Some(note.with("why", "none").with("words", ""));
    }
    Some(Note::good(CheckId::ConcreteVerb))
}

#[cfg(test)]
mod tests {
    use crate::{
        smart::{CheckId, Level, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_the_verb_is_an_act() {
        for (language, wording, expected) in [
            (En, "The Council will apologise to Mrs A.", Level::Good),
            (En, "The Council will amend its procedure to ensure every request is logged.", Level::Good),
            (En, "The Council will consider its procedure.", Level::Advice),
            (En, "The Council should remind its officers of the code.", Level::Advice),
            (En, "The Council will liaise with Mrs A.", Level::Advice),
            (En, "The Council will review its procedure where appropriate.", Level::Advice),
            (En, "Better communication in future.", Level::Advice),
            (Cy, "Bydd y Cyngor yn ymddiheuro i Mrs A.", Level::Good),
            (Cy, "Dylai'r Cyngor hyfforddi pob swyddog.", Level::Good),
            (Cy, "Dylai'r Cyngor ystyried ei weithdrefn.", Level::Advice),
            (Cy, "Bydd y Cyngor yn atgoffa ei swyddogion.", Level::Advice),
            (Cy, "Bydd y Cyngor yn sicrhau gwell gwasanaeth.", Level::Advice),
            (Cy, "Bydd y Cyngor yn adolygu ei weithdrefn lle bo'n briodol.", Level::Advice),
            (Cy, "Gwell cyfathrebu.", Level::Advice),
        ] {
            assert_eq!(sample::level(language, wording, CheckId::ConcreteVerb), Some(expected), "{wording}");
        }
    }
}
