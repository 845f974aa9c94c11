//! What every rule needs of the texts, read once.

use super::{
    Subject,
    acts::{self, Act},
    time_said::{self, Said},
    words::Text,
};

/// The wording and the public summary, cut into words, with the acts and times they name.
pub(super) struct Reading<'a> {
    pub wording: Text<'a>,
    pub acts: Vec<Act>,
    pub times: Vec<Said>,
    pub summary: Option<Text<'a>>,
    pub summary_times: Vec<Said>,
}

impl<'a> Reading<'a> {
    pub fn of(subject: &Subject<'a>) -> Self {
        let wording = Text::new(subject.wording);
        let acts = acts::find(subject.language, &wording);
        let times = time_said::find(subject.language, &wording);
        let summary = subject.public_summary.filter(|text| !text.trim().is_empty()).map(Text::new);
        let summary_times =
            summary.as_ref().map(|text| time_said::find(subject.language, text)).unwrap_or_default();
        Self { wording, acts, times, summary, summary_times }
    }
}
