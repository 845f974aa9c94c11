//! The public summary names nobody: no complainant, no officer, no `Mrs A` (CM2).
//!
//! Not so good: `It will apologise to Mrs Pritchard of Bangor.`
//! Better: `It will apologise to the tenant.`

use crate::smart::{
    CheckId, Note, Subject,
    reading::Reading,
    words::{Gap, Text},
};

/// Titles that come before a name, in both languages.
#[rustfmt::skip]
const TITLES: [&str; 15] = [
    "cllr", "councillor", "cynghorydd", "dame", "dr", "lady", "lord", "miss", "mr", "mrs", "ms", "mx",
    "parch", "professor", "sir",
];
/// Parts of names that are words as well.
const TOO_SHORT: usize = 3;

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = reading.summary.as_ref()?;
    let known: Vec<String> = subject.people.iter().flat_map(|name| parts(name)).collect();
    let mut found: Vec<usize> = Vec::new();
    for at in 0..text.words.len() {
        let word = &text.words[at];
        // A title counts with what follows it; `Miss` may open a sentence, `the doctor` is no title.
        let titled = at > 0
            && TITLES.contains(&text.before(at, 1))
            && text.words[at - 1].is_capital()
            && word.is_capital()
            && matches!(word.gap, Gap::Space | Gap::Stop);
        if titled {
            found.extend([at - 1, at]);
        }
        if word.is_capital() && known.contains(&word.folded) {
            found.push(at);
        }
    }
    found.sort_unstable();
    found.dedup();
    if found.is_empty() {
        return Some(Note::good(CheckId::Names));
    }
    let words: Vec<_> = found.iter().map(|at| text.words[*at].raw).collect();
    let spans = found.iter().filter_map(|at| text.span(*at, *at));
    Some(Note::advice(CheckId::Names).at(spans).with("words", words.join(", ")))
}

/// The parts of a name that would give its bearer away.
fn parts(name: &str) -> Vec<String> {
    let long = |word: &String| word.chars().count() >= TOO_SHORT && !TITLES.contains(&word.as_str());
    Text::new(name).words.into_iter().map(|word| word.folded).filter(long).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Level, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r45_the_public_text_names_nobody() {
        for (language, summary, expected) in [
            (En, "It will change how it answers letters.", vec![]),
            (En, "It will pay Mrs Pritchard £250.", vec!["Mrs", "Pritchard"]),
            (En, "It will pay Mr. B £250.", vec!["Mr", "B"]),
            (En, "It will write to Anwen again.", vec!["Anwen"]),
            (En, "No visit may miss a day.", vec![]),
            (Cy, "Bydd yn newid sut y mae'n ateb llythyrau.", vec![]),
            (Cy, "Bydd yn talu £250 i Mrs Pritchard.", vec!["Mrs", "Pritchard"]),
            (Cy, "Bydd y Cynghorydd Huws yn ysgrifennu.", vec!["Cynghorydd", "Huws"]),
        ] {
            let subject = Subject { public_summary: Some(summary), ..sample::good(language) };
            let note = sample::note(&subject, CheckId::Names).unwrap();
            assert_eq!(sample::words(summary, &note), expected, "{summary}");
            assert_eq!(note.level == Level::Good, expected.is_empty());
        }
    }

    #[test]
    fn r45_without_a_public_text_nothing_is_judged() {
        for summary in [None, Some("  ")] {
            let subject = Subject { public_summary: summary, ..sample::good(En) };
            assert_eq!(sample::note(&subject, CheckId::Names), None);
        }
    }
}
