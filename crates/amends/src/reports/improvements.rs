//! "Decisions with service improvements": what was asked of whom on which subject, and how far it has come (R53).

use std::collections::BTreeMap;

use amends_core::{period::days_between, profile::Profile, recurrence::Progress, text::Language};
use amends_store::lists::{Improvement, ImprovementCount, ImprovementFilter};
use jiff::civil::Date;
use serde::Serialize;

use super::csv;
use crate::{
    i18n,
    office::{ActError, Office, directory::Directory},
};

/// A service improvement, as the report has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its reference: `24-0193-2`.
    pub reference: String,
    /// The reference of its case.
    pub case: String,
    /// Its number there.
    pub number: u16,
    /// The body's name.
    pub body: String,
    /// The ids of its subjects.
    pub themes: Vec<String>,
    /// Their names.
    pub subjects: String,
    /// What sort of act, as a code.
    pub kind: String,
    /// What it says.
    pub wording: String,
    /// When its case was decided.
    pub decided_on: Date,
    /// The date by which the office must be told.
    pub evidence_due_on: Option<Date>,
    /// Where it stands, as a code.
    pub state: String,
    /// How far it has come, as a code.
    pub progress: String,
    /// When it ended.
    pub ended_on: Option<Date>,
    /// Days since it was met.
    pub days_since_met: Option<i32>,
    /// Days late, once judged met.
    pub days_late: Option<i32>,
}

/// A subject, with how far its improvements have come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// Its id; empty for those that have none.
    pub theme: String,
    /// Its name.
    pub name: String,
    /// How many, by the code of how far they have come, in the order of [`Progress::ALL`].
    pub counts: Vec<(&'static str, u64)>,
}

/// The line of one that was found.
pub fn line(
    one: Improvement,
    bodies: &Directory,
    profile: &Profile,
    today: Date,
    language: Language,
) -> Line {
    let row = one.row;
    let subjects: Vec<String> = row.themes.iter().map(|id| super::theme(profile, id, language)).collect();
    let met = row.ended_on.filter(|_| row.state.is_satisfied());
    Line {
        reference: one.reference.recommendation(row.number),
        case: one.reference.to_string(),
        number: row.number.0,
        body: bodies.name(row.body, language),
        themes: row.themes,
        subjects: subjects.join("; "),
        kind: row.kind.code().to_owned(),
        wording: one.wording,
        decided_on: one.decided_on,
        evidence_due_on: row.evidence_due_on,
        state: row.state.code().to_owned(),
        progress: Progress::of(row.state).map_or("", Progress::code).to_owned(),
        ended_on: row.ended_on,
        days_since_met: met.map(|on| days_between(on, today)),
        days_late: row.days_late,
    }
}

/// Every line a filter lets through.
///
/// # Errors
/// Where the memory fails.
pub fn lines(office: &Office, filter: &ImprovementFilter, language: Language) -> Result<Vec<Line>, ActError> {
    let (bodies, profile, today) = (office.directory()?, office.own_profile()?, office.today());
    let all = office.improvements(filter)?;
    Ok(all.into_iter().map(|one| line(one, &bodies, profile, today, language)).collect())
}

/// The subjects of a report, as the profile lists them, and last those without.
pub fn subjects(counts: &[ImprovementCount], profile: &Profile, language: Language) -> Vec<Subject> {
    let mut by_theme: BTreeMap<&str, BTreeMap<Progress, u64>> = BTreeMap::new();
    for one in counts {
        if let Some(progress) = Progress::of(one.state) {
            *by_theme.entry(&one.theme).or_default().entry(progress).or_default() += one.count;
        }
    }
    let place = |id: &str| profile.themes.iter().position(|rule| rule.id == id).unwrap_or(usize::MAX);
    let mut subjects: Vec<Subject> = by_theme
        .iter()
        .map(|(id, counted)| Subject {
            theme: (*id).to_owned(),
            name: if id.is_empty() {
                i18n::t(language, "previous-without-theme")
            } else {
                super::theme(profile, id, language)
            },
            counts: Progress::ALL
                .into_iter()
                .map(|progress| (progress.code(), counted.get(&progress).copied().unwrap_or_default()))
                .collect(),
        })
        .collect();
    subjects.sort_by_key(|one| place(&one.theme));
    subjects
}

/// The report as a file. The names of its columns are the same in both languages: they are for machines.
pub fn to_csv(lines: &[Line]) -> String {
    const COLUMNS: [&str; 13] = [
        "reference",
        "case",
        "body",
        "themes",
        "kind",
        "wording",
        "decided_on",
        "evidence_due_on",
        "state",
        "progress",
        "ended_on",
        "days_since_met",
        "days_late",
    ];
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let count = |days: Option<i32>| days.map(|days| days.to_string()).unwrap_or_default();
    csv::file(
        &COLUMNS,
        lines.iter().map(|one| {
            vec![
                one.reference.clone(),
                one.case.clone(),
                one.body.clone(),
                one.themes.join(" "),
                one.kind.clone(),
                one.wording.clone(),
                one.decided_on.to_string(),
                day(one.evidence_due_on),
                one.state.clone(),
                one.progress.clone(),
                day(one.ended_on),
                count(one.days_since_met),
                count(one.days_late),
            ]
        }),
    )
}
