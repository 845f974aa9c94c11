//! What every rule needs of the texts, read once.

use super::{
    Subject,
    acts::{self, Act},
    time_said::{self, Said},
    words::{Gap, Text},
};
use crate::text::Language;

/// Words after which a time belongs to what is told or aimed at, not to the act:
/// `amend its procedure so that every complaint is answered within ten working days`.
const EN_ASIDE: [&str; 8] = ["so", "that", "which", "who", "whether", "how", "when", "whenever"];
const CY_ASIDE: [&str; 6] = ["fel", "sut", "pryd", "pan", "sy", "sydd"];

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
        let mut times = time_said::find(subject.language, &wording);
        times.retain(|said| !is_aside(subject.language, &wording, &acts, said));
        let summary = subject.public_summary.filter(|text| !text.trim().is_empty()).map(Text::new);
        let summary_times =
            summary.as_ref().map(|text| time_said::find(subject.language, text)).unwrap_or_default();
        Self { wording, acts, times, summary, summary_times }
    }
}

/// Does a word that leads aside stand between the act and the time, with no comma after it?
fn is_aside(language: Language, text: &Text<'_>, acts: &[Act], said: &Said) -> bool {
    let asides: &[&str] = match language {
        Language::En => &EN_ASIDE,
        Language::Cy => &CY_ASIDE,
    };
    let Some(act) = acts.iter().rev().find(|act| act.at < said.first) else { return false };
    let aside = (act.at + 1..said.first).rev().find(|at| asides.contains(&text.folded(*at)));
    aside.is_some_and(|from| {
        (from + 1..=said.first).all(|at| matches!(text.gap(at), Gap::Space | Gap::Apostrophe | Gap::Hyphen))
    })
}
