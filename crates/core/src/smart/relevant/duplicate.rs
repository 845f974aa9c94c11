//! The body has not been asked for the same already, in an open or a recently met recommendation (R12).
//!
//! Not so good: a second `train all duty officers in the homelessness code` while the first is still open.
//! Better: `report on what the training of May, recommended in 24-0193-2, has changed`.

use std::collections::BTreeSet;

use crate::{
    smart::{CheckId, Earlier, Note, Subject, reading::Reading, words::Text},
    text::Language,
};

/// Words too common to show that two wordings ask for the same.
#[rustfmt::skip]
const EN_COMMON: [&str; 40] = [
    "a", "all", "an", "and", "any", "as", "at", "be", "by", "council", "for", "from", "has", "have", "her",
    "his", "in", "is", "it", "its", "of", "on", "or", "s", "should", "so", "that", "the", "their", "them",
    "this", "to", "was", "will", "with", "board", "trust", "landlord", "within", "must",
];
#[rustfmt::skip]
const CY_COMMON: [&str; 38] = [
    "a", "ac", "ar", "at", "bod", "bwrdd", "bydd", "cyngor", "dros", "dylai", "ei", "eu", "fel", "gan",
    "gyda", "hyn", "i", "iddi", "iddo", "landlord", "mae", "mewn", "n", "neu", "o", "fewn", "oedd", "pob",
    "r", "sy", "u", "w", "wedi", "y", "yn", "yr", "am", "er",
];
/// Pairs of words that two wordings share before they are thought to ask for the same.
const LEAST_SHARED: usize = 3;

/// Two words of content that follow one another, with their places.
struct Pair {
    places: [usize; 2],
    words: String,
}

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = &reading.wording;
    let own = pairs(subject.language, text);
    if own.len() < LEAST_SHARED {
        return None;
    }
    let mut alike: Vec<(usize, &Earlier<'_>, BTreeSet<usize>)> = subject
        .earlier
        .iter()
        .filter(|earlier| !earlier.state.is_terminal() || earlier.state.is_satisfied())
        .filter_map(|earlier| {
            let (percent, places) = shared(subject.language, &own, earlier.wording)?;
            Some((percent, earlier, places))
        })
        .collect();
    alike.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.reference.cmp(&other.1.reference)));
    let Some((percent, earlier, places)) = alike.first() else {
        return Some(Note::good(CheckId::Duplicate));
    };
    let words: Vec<_> = places.iter().filter_map(|at| text.words.get(*at)).map(|word| word.raw).collect();
    Some(
        Note::advice(CheckId::Duplicate)
            .at(places.iter().filter_map(|at| text.span(*at, *at)))
            .with("reference", earlier.reference.as_ref())
            .with("state", earlier.state.code())
            .with("percent", u32::try_from(*percent).unwrap_or(100))
            .with("words", words.join(", "))
            .with("others", u32::try_from(alike.len() - 1).unwrap_or(u32::MAX)),
    )
}

/// How much of the shorter wording both share, in per cent, and the places of the shared words; none
/// where they share less than half, or fewer than three pairs.
fn shared(language: Language, own: &[Pair], earlier: &str) -> Option<(usize, BTreeSet<usize>)> {
    let text = Text::new(earlier);
    let other: BTreeSet<String> = pairs(language, &text).into_iter().map(|pair| pair.words).collect();
    let mine: BTreeSet<&str> = own.iter().map(|pair| pair.words.as_str()).collect();
    let common = mine.iter().filter(|words| other.contains(**words)).count();
    let fewer = mine.len().min(other.len()).max(1);
    if common < LEAST_SHARED || common * 2 < fewer {
        return None;
    }
    let places = own.iter().filter(|pair| other.contains(&pair.words)).flat_map(|pair| pair.places);
    Some((common * 100 / fewer, places.collect()))
}

fn pairs(language: Language, text: &Text<'_>) -> Vec<Pair> {
    let common: &[&str] = match language {
        Language::En => &EN_COMMON,
        Language::Cy => &CY_COMMON,
    };
    let content: Vec<usize> =
        (0..text.words.len()).filter(|at| !common.contains(&text.folded(*at))).collect();
    content
        .windows(2)
        .map(|two| Pair {
            places: [two[0], two[1]],
            words: format!("{} {}", text.folded(two[0]), text.folded(two[1])),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::{
        recommendation::State,
        smart::{Level, Value, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r12_what_was_withdrawn_or_not_met_may_be_asked_again() {
        for (state, expected) in [
            (State::Due, Level::Advice),
            (State::TreatedAsMet, Level::Advice),
            (State::Withdrawn, Level::Good),
            (State::NotMet, Level::Good),
        ] {
            let good = sample::good(En);
            let earlier =
                vec![Earlier { reference: Cow::Borrowed("24-0193-2"), wording: good.wording, state }];
            let note = sample::note(&Subject { earlier, ..good }, CheckId::Duplicate).unwrap();
            assert_eq!(note.level, expected, "{state:?}");
        }
    }

    #[test]
    fn r12_the_same_is_not_asked_twice_unseen() {
        let en = "The Council will train all duty officers in the homelessness code of guidance.";
        let cy = "Bydd y Cyngor yn hyfforddi pob swyddog ar ddyletswydd yn y cod canllawiau digartrefedd.";
        for (language, wording, other, expected) in [
            (En, en, "Train all the duty officers in the homelessness code.", Level::Advice),
            (En, en, "The Council will write to Mrs A about her homelessness application.", Level::Good),
            (
                Cy,
                cy,
                "Dylai'r Cyngor hyfforddi pob swyddog ar ddyletswydd yn y cod canllawiau.",
                Level::Advice,
            ),
            (Cy, cy, "Bydd y Cyngor yn ymddiheuro i Mrs A am yr oedi hir.", Level::Good),
        ] {
            let earlier = vec![Earlier {
                reference: Cow::Borrowed("24-0193-2"),
                wording: other,
                state: State::MetLate,
            }];
            let subject = Subject { wording, earlier, ..sample::good(language) };
            let note = sample::note(&subject, CheckId::Duplicate).unwrap();
            assert_eq!(note.level, expected, "{other}");
            if expected == Level::Advice {
                assert!(note.args.contains(&("reference", Value::from("24-0193-2"))));
                assert!(note.args.contains(&("state", Value::from("met_late"))));
                assert!(sample::words(wording, &note).len() >= 4);
            }
        }
    }
}
