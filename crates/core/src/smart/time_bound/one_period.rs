//! One recommendation has one time; two times are two recommendations (E38).
//!
//! Not so good: `Within 2 weeks the Council will apologise, and within 1 month it will pay £150.`
//! Better: two recommendations, each with its own date.

use crate::smart::{
    CheckId, Note, Subject,
    reading::Reading,
    time_said::{Said, When},
};

pub(in crate::smart) fn check(_: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    reading.times.first()?;
    let times: Vec<_> = reading.times.iter().filter(|said| said.when != When::Vague).collect();
    // `within 56 days, by 11 August`: a period and the date it gives are one time, unless an act stands between.
    let same = |one: &Said, other: &Said| {
        let pair = matches!(one.when, When::Within(_)) != matches!(other.when, When::Within(_));
        let parted = reading.acts.iter().any(|act| (one.last..other.first).contains(&act.at));
        one.when == other.when || (pair && !parted)
    };
    let several = times.windows(2).any(|two| !same(two[0], two[1]));
    if !several {
        return Some(Note::good(CheckId::OnePeriod));
    }
    let text = &reading.wording;
    let spans: Vec<_> = times.iter().filter_map(|said| text.span(said.first, said.last)).collect();
    let said: Vec<String> =
        spans.iter().map(|(start, end)| text.raw.chars().skip(*start).take(end - start).collect()).collect();
    let count = u32::try_from(spans.len()).unwrap_or(u32::MAX);
    Some(Note::advice(CheckId::OnePeriod).at(spans).with("times", count).with("words", said.join(", ")))
}

#[cfg(test)]
mod tests {
    use crate::{
        smart::{CheckId, Level, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn e38_two_times_in_one_sentence_are_pointed_out() {
        for (language, wording, expected) in [
            (
                En,
                "Within 2 weeks the Council will apologise, and within 1 month it will pay £150.",
                Some(Level::Advice),
            ),
            (En, "Within 20 working days of the decision the Council will apologise.", Some(Level::Good)),
            (En, "The Council will apologise.", None),
            (
                Cy,
                "O fewn 2 wythnos bydd y Cyngor yn ymddiheuro, ac o fewn mis yn talu £150.",
                Some(Level::Advice),
            ),
            (Cy, "O fewn 20 diwrnod gwaith bydd y Cyngor yn ymddiheuro.", Some(Level::Good)),
        ] {
            assert_eq!(sample::level(language, wording, CheckId::OnePeriod), expected, "{wording}");
        }
    }
}
