//! The public summary has no date of birth (CM2).
//!
//! Not so good: `It will reassess the boy (born 4 May 2011).`
//! Better: `It will reassess the child.`

use crate::{
    smart::{
        CheckId, Note, Subject,
        reading::Reading,
        time_said::{self, When},
    },
    text::Language,
};

const EN_CUES: [&str; 6] = ["born", "birth", "dob", "d o b", "birthday", "age"];
const CY_CUES: [&str; 7] = ["geni", "eni", "ganwyd", "anwyd", "ganed", "aned", "benblwydd"];
/// How many words may stand between `born` and the date.
const NEAR: usize = 4;

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = reading.summary.as_ref()?;
    let cues: &[&str] = match subject.language {
        Language::En => &EN_CUES,
        Language::Cy => &CY_CUES,
    };
    let spans: Vec<_> = cues
        .iter()
        .flat_map(|cue| text.phrases(cue))
        .filter_map(|(_, cue)| {
            (cue + 1..=cue + NEAR).find_map(|at| {
                let (last, when) = time_said::date(subject.language, text, at)?;
                matches!(when, When::On(_)).then(|| text.span(at, last)).flatten()
            })
        })
        .collect();
    let Some((start, end)) = spans.first().copied() else { return Some(Note::good(CheckId::BirthDates)) };
    let words: String = text.raw.chars().skip(start).take(end - start).collect();
    Some(Note::advice(CheckId::BirthDates).at(spans).with("words", words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::sample,
        text::Language::{Cy, En},
    };

    #[test]
    fn r45_the_public_text_has_no_date_of_birth() {
        for (language, summary, expected) in [
            (En, "It will reassess the boy (born 4 May 2011).", vec!["4 May 2011"]),
            (En, "Date of birth: 04/05/2011.", vec!["04/05/2011"]),
            (En, "It changed its policy on 4 May 2011.", vec![]),
            (Cy, "Bydd yn ailasesu'r bachgen (ganwyd ar 4 Mai 2011).", vec!["4 Mai 2011"]),
            (Cy, "Newidiodd ei bolisi ar 4 Mai 2011.", vec![]),
        ] {
            let subject = Subject { public_summary: Some(summary), ..sample::good(language) };
            let note = sample::note(&subject, CheckId::BirthDates).unwrap();
            assert_eq!(sample::words(summary, &note), expected, "{summary}");
        }
    }
}
