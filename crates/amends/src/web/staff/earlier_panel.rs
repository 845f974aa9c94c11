//! Beside the form of a recommendation: its subjects, what was asked of the body before, and what it takes up (R48–R51).

use amends_core::{
    case::Case,
    id::BodyId,
    recommendation::Scope,
    recurrence::{self, Conclusion, Sought},
    text::Language,
};
use serde::Serialize;

use super::{
    earlier_lines::{self, Line},
    shown::Choice,
};
use crate::{
    office::{ActError, Office, earlier::names_of},
    web::form::Form,
};

/// So many are shown beside the form; all stand on their own page.
const SHOWN: usize = 6;

/// What the panel shows.
#[derive(Debug, Clone, Serialize)]
pub struct EarlierPanel {
    /// The subjects to choose from.
    pub themes: Vec<Choice>,
    /// Those chosen.
    pub chosen: Vec<String>,
    /// Earlier ones judged to recur, which this one may take up.
    pub takes_up: Vec<Choice>,
    /// Those it takes up.
    pub taken_up: Vec<String>,
    /// Earlier service improvements that bear on this one.
    pub lines: Vec<Line>,
    /// How many more there are.
    pub more: usize,
    /// Is it a service improvement? Then earlier ones bear on it.
    pub service: bool,
    /// The page on which they are judged.
    pub href: String,
    /// How the body deals with the office.
    pub handling_href: String,
}

/// The panel for a form as it stands.
///
/// # Errors
/// Where the memory fails.
pub fn of(
    office: &Office,
    case: &Case,
    form: &Form,
    base: &str,
    language: Language,
) -> Result<EarlierPanel, ActError> {
    let profile = office.profile(&case.profile)?;
    let body: Option<BodyId> = form.get("body").parse().ok().or_else(|| case.bodies.first().copied());
    let service = form.get("scope") == Scope::Service.code();
    let priors = match body.filter(|_| service) {
        Some(body) => office.priors(body, Some(case.id))?,
        None => Vec::new(),
    };
    let chosen = form.all("themes").to_vec();
    let wordings = [form.get("wording")];
    let bodies = office.all_bodies()?;
    let record = bodies.iter().find(|record| Some(record.body.id) == body);
    let names: Vec<&str> = record.into_iter().flat_map(|one| names_of(&one.body)).collect();
    let sought = Sought { themes: &chosen, wordings: &wordings, names: &names };
    let found = recurrence::earlier(&sought, &priors, office.today());
    let lines: Vec<Line> = found
        .iter()
        .take(SHOWN)
        .map(|one| earlier_lines::line(one, profile, office.today(), language))
        .collect();
    let recurring = case.earlier_that(Conclusion::Recurs).into_iter();
    Ok(EarlierPanel {
        themes: profile.themes.iter().map(|rule| Choice::new(&rule.id, rule.what.get(language))).collect(),
        takes_up: recurring
            .filter(|(at, _)| Some(*at) == body)
            .map(|(_, one)| Choice::new(one.whole(), one.whole()))
            .collect(),
        taken_up: form.all("takes_up").to_vec(),
        more: found.len().saturating_sub(lines.len()),
        lines,
        service,
        href: format!("{base}/earlier"),
        handling_href: record
            .map(|record| format!("/{}/bodies/{}/handling", language.tag(), record.slug))
            .unwrap_or_default(),
        chosen,
    })
}
