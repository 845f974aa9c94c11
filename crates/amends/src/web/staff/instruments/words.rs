//! Where an instrument stands, and what was recorded of it, in words.

use amends_core::{
    issued::{Entry, Phase, PublicityState},
    period::DueDate,
    profile::Profile,
};
use serde::Serialize;

use super::super::{matter::Matter, shown::told};

/// A period with its last day and how that day was reached.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Clock {
    title: String,
    date: String,
    citation: String,
    explanation: Vec<String>,
}

impl Clock {
    pub(super) fn of(matter: &Matter, key: &str, due: &DueDate) -> Self {
        Self {
            title: matter.t(key),
            date: due.date.to_string(),
            citation: due.citation.clone().unwrap_or_default(),
            explanation: due.explanation.iter().map(|line| line.get(matter.language).to_owned()).collect(),
        }
    }
}

/// Where an instrument stands with a body, in a sentence.
pub(super) fn phase(matter: &Matter, profile: &Profile, phase: &Phase) -> String {
    let dated = |key: &str, date| told(matter.language, key, [("date", &matter.date(date))]);
    match phase {
        Phase::NoResponseNeeded => matter.t("phase-no-response"),
        Phase::NotReceived => matter.t("phase-not-received"),
        Phase::AwaitingResponse { by } => dated("phase-awaiting", by.date),
        Phase::Responded { on } => dated("phase-responded", *on),
        Phase::Confirming { by: Some(by) } => dated("phase-confirming", by.date),
        Phase::Confirming { by: None } => matter.t("phase-confirming-undated"),
        Phase::Satisfied { on } => dated("phase-satisfied", *on),
        Phase::Default { grounds } => {
            let what = |id| profile.ground(id).map(|rule| rule.citation.clone());
            let grounds: Vec<_> = grounds.iter().filter_map(what).collect();
            told(matter.language, "phase-default", [("grounds", &grounds.join("; "))])
        }
    }
}

/// Where a step of publicity is, in words.
pub(super) fn publicity(matter: &Matter, state: &PublicityState) -> String {
    match state {
        PublicityState::WaitsForReceipt => matter.t("publicity-waits-receipt"),
        PublicityState::WaitsForNotice => matter.t("publicity-waits-notice"),
        PublicityState::WaitsForForm => matter.t("publicity-waits-form"),
        PublicityState::Due => matter.t("publicity-due"),
        PublicityState::Overdue => matter.t("publicity-overdue"),
        PublicityState::Done { on, by_office } => {
            let key = if *by_office { "publicity-done-by-office" } else { "publicity-done" };
            told(matter.language, key, [("date", &matter.date(*on))])
        }
        PublicityState::Lifted { .. } => matter.t("publicity-lifted"),
    }
}

/// An entry about a body.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Recorded {
    on: String,
    what: String,
    words: String,
}

pub(super) fn recorded(matter: &Matter, entry: &Entry) -> Recorded {
    let (on, code, words) = match entry {
        Entry::Told { on, told, .. } => (on, told.code(), told.words()),
        Entry::Ruled { on, ruled, .. } => (on, ruled.code(), Some(ruled.words())),
    };
    Recorded {
        on: on.to_string(),
        what: matter.t(&format!("entry-{code}")),
        words: words.map(|words| words.as_str().to_owned()).unwrap_or_default(),
    }
}
