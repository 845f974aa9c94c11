//! The public summary of a service improvement gives no timescale (R45, CM2).
//!
//! Not so good: `It will train its housing officers within three months.`
//! Better: `It will train its housing officers.`

use crate::{
    recommendation::Scope,
    smart::{CheckId, Note, Subject, reading::Reading},
};

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = reading.summary.as_ref().filter(|_| subject.scope == Scope::Service)?;
    let spans: Vec<_> =
        reading.summary_times.iter().filter_map(|said| text.span(said.first, said.last)).collect();
    let Some((start, end)) = spans.first().copied() else { return Some(Note::good(CheckId::Timescale)) };
    let words: String = text.raw.chars().skip(start).take(end - start).collect();
    Some(Note::advice(CheckId::Timescale).at(spans).with("words", words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::sample,
        text::Language::{Cy, En},
    };

    #[test]
    fn r45_the_public_text_of_a_service_improvement_gives_no_timescale() {
        for (language, summary, expected) in [
            (En, "It will train its housing officers.", vec![]),
            (En, "It will train its housing officers within three months.", vec!["within three months"]),
            (En, "It will train its officers by the end of March 2027.", vec!["by the end of March 2027"]),
            (En, "It will train its officers as soon as possible.", vec!["as soon as possible"]),
            (En, "It will look again at files of the last 12 months.", vec![]),
            (Cy, "Bydd yn hyfforddi ei swyddogion tai.", vec![]),
            (Cy, "Bydd yn hyfforddi ei swyddogion o fewn tri mis.", vec!["o fewn tri mis"]),
            (
                Cy,
                "Bydd yn hyfforddi ei swyddogion erbyn diwedd mis Mawrth 2027.",
                vec!["erbyn diwedd mis Mawrth 2027"],
            ),
        ] {
            let subject =
                Subject { scope: Scope::Service, public_summary: Some(summary), ..sample::good(language) };
            let note = sample::note(&subject, CheckId::Timescale).unwrap();
            assert_eq!(sample::words(summary, &note), expected, "{summary}");
            let personal = Subject { scope: Scope::Personal, ..subject };
            assert_eq!(sample::note(&personal, CheckId::Timescale), None);
        }
    }
}
