//! The checks of a wording beside the form: what is good, what is not, what to do; the date it gives; what was asked before.

use amends_core::{
    body::Body,
    case::Case,
    id::RecommendationNumber,
    period::{Anchors, DueSpec, days_between},
    recommendation::Terms,
    smart::{self, Around, Level, Subject, Suggestion, Value},
    text::Language,
};
use amends_store::lists;
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{Html, IntoResponse as _},
    routing::post,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    shown::{Standing, Tag, told},
    terms,
};
use crate::{
    i18n::{self, Args},
    mail::read,
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/recommendations/checks", post(live))
}

/// So many earlier recommendations are looked at.
const EARLIER: u32 = 200;
/// So many of them are shown.
const SHOWN: usize = 8;
/// A recommendation met within so many days may not have had time to take hold (R50).
const LATELY: i32 = 365;

/// One check, as the component `check_list` takes it.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    /// `good`, `advice` or `stop`.
    pub level: &'static str,
    /// What was found.
    pub what: String,
    /// What to do.
    pub why: String,
}

/// What the panel shows.
#[derive(Debug, Clone, Serialize)]
pub struct Panel {
    /// The checks, in order.
    pub checks: Vec<Check>,
    /// How many are not good.
    pub found: usize,
    /// The date the form gives, in words, or why there is none yet.
    pub due: String,
    /// How it was reached, a sentence each.
    pub explanation: Vec<String>,
    /// The second half of a wording that asks for two acts.
    pub split: Option<(String, String)>,
    /// What was asked of this body before.
    pub earlier: Vec<Earlier>,
}

/// A recommendation made before to the same body.
#[derive(Debug, Clone, Serialize)]
pub struct Earlier {
    /// Its reference.
    pub reference: String,
    /// Its page.
    pub href: String,
    /// What it says.
    pub wording: String,
    /// Where it stands.
    pub tag: Tag,
    /// When it ended, or is due, in words.
    pub when: String,
}

#[derive(Debug, Default, Deserialize)]
struct About {
    number: Option<u16>,
}

async fn live(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(about): Query<About>,
    form: Form,
) -> Answer {
    let language = staff.visit.language;
    let panel = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            panel(office, &case, &form, about.number.map(RecommendationNumber), language)
        })
        .await?;
    #[derive(Serialize)]
    struct Context {
        panel: Panel,
    }
    let html = app.renderer.page("staff/checks.html", language, Context { panel }).map_err(Problem::from)?;
    Ok(Html(html).into_response())
}

/// What the panel shows for a form as it stands.
///
/// # Errors
/// Where the memory fails.
pub fn panel(
    office: &Office,
    case: &Case,
    form: &Form,
    number: Option<RecommendationNumber>,
    language: Language,
) -> Result<Panel, ActError> {
    let first = case.bodies.first().copied().ok_or(ActError::NotFound("body"))?;
    let typed = terms::so_far(form, first);
    let terms = terms::sealed(&typed, &mut office.sealer(), None)?;
    let written_in = written_in(form, language);
    of_terms(office, case, &terms, number, language, written_in)
}

/// The language the wording is in: as chosen, else as it reads, else the reader's.
pub fn written_in(form: &Form, language: Language) -> Language {
    form.get("in").parse().ok().or_else(|| read::language(form.get("wording"))).unwrap_or(language)
}

/// What the panel shows for terms.
///
/// # Errors
/// Where the memory fails.
pub fn of_terms(
    office: &Office,
    case: &Case,
    terms: &Terms,
    number: Option<RecommendationNumber>,
    language: Language,
    written_in: Language,
) -> Result<Panel, ActError> {
    let today = office.today();
    let bodies = office.bodies(&[terms.addressee])?;
    let Some(body) = bodies.iter().find(|body| body.id == terms.addressee) else {
        return Err(ActError::NotFound("body"));
    };
    let before = office.db().read(|conn| {
        lists::earlier_recommendations(conn, terms.addressee, None, None, Some(case.id), EARLIER)
    })?;
    let (due, explanation) = due(office, case, terms, language)?;
    let notes = checked(office, case, body, terms, number, &before, written_in);
    let checks: Vec<Check> = notes.iter().map(|note| check(note, language)).collect();
    Ok(Panel {
        found: checks.iter().filter(|check| check.level != "good").count(),
        checks,
        due,
        explanation,
        split: smart::split_suggestion(written_in, terms.wording.as_str()),
        earlier: earlier(terms, before, today, language),
    })
}

fn checked(
    office: &Office,
    case: &Case,
    body: &Body,
    terms: &Terms,
    number: Option<RecommendationNumber>,
    before: &[lists::Earlier],
    written_in: Language,
) -> Vec<smart::Note> {
    let today = office.today();
    let recent = |one: &&lists::Earlier| {
        one.row.ended_on.is_none_or(|on| one.row.state.is_satisfied() && days_between(on, today) <= LATELY)
    };
    let earlier = before
        .iter()
        .filter(recent)
        .map(|one| smart::Earlier {
            reference: one.reference.recommendation(one.row.number).into(),
            wording: &one.wording,
            state: one.row.state,
        })
        .collect();
    let due = terms.evidence_due.as_ref().map(|spec| known(office, case, spec));
    let around =
        Around { language: written_in, number, due, earlier, people: Vec::new(), today: Some(today) };
    smart::check(&Subject::new(terms, case, body, around))
}

/// What is known of the date by now.
fn known(office: &Office, case: &Case, spec: &DueSpec) -> smart::Due {
    let from = case.decided_on();
    match spec {
        DueSpec::On { date } => smart::Due {
            on: Some(*date),
            from,
            period: None,
            anchor_said: true,
            non_working_day: !office.calendar().is_working_day(*date),
        },
        DueSpec::After { length, .. } | DueSpec::OnEvent { length, .. } => {
            smart::Due { on: None, from, period: Some(*length), anchor_said: true, non_working_day: false }
        }
    }
}

/// The date in words, with its steps; supposing that the day it counts from is today, where that day is to come.
fn due(
    office: &Office,
    case: &Case,
    terms: &Terms,
    language: Language,
) -> Result<(String, Vec<String>), ActError> {
    let Some(spec) = &terms.evidence_due else {
        return Ok((i18n::t(language, "terms-due-none"), Vec::new()));
    };
    let profile = office.profile_of(case)?;
    let day = case.decided_on().unwrap_or_else(|| office.today());
    let anchors = Anchors {
        final_decision: Some(day),
        receipt: Some(day),
        report_date: Some(day),
        events: std::collections::BTreeMap::new(),
    };
    let label = profile.clock_label.text.get(language);
    Ok(match spec.resolve(&anchors, office.calendar(), profile.non_working_day) {
        Err(error) => (error.explain().get(language).to_owned(), Vec::new()),
        Ok(due) => {
            let date = i18n::date_with_weekday(language, due.date);
            let key = match spec {
                DueSpec::After { .. } if case.decided_on().is_none() => "terms-due-if-today",
                _ => "terms-due-is",
            };
            let steps = due.explanation.iter().map(|step| step.get(language).to_owned()).collect();
            (told(language, key, [("label", label), ("date", &date)]), steps)
        }
    })
}

fn check(note: &smart::Note, language: Language) -> Check {
    let level = match note.level {
        Level::Good => "good",
        Level::Advice => "advice",
        Level::Needed => "stop",
    };
    let area = i18n::t(language, &format!("area-{}", note.area.code()));
    let found = i18n::tr(language, &note.key, &args(&note.args, language));
    let why = note.suggestion.as_ref().map(|one| suggestion(one, language)).unwrap_or_default();
    Check { level, what: format!("{area}: {found}"), why }
}

fn suggestion(suggestion: &Suggestion, language: Language) -> String {
    i18n::tr(language, &suggestion.key, &args(&suggestion.args, language))
}

fn args(values: &[(&'static str, Value)], language: Language) -> Args<'static> {
    let mut args = Args::new();
    for (name, value) in values {
        match value {
            Value::Text(text) => args.set(*name, text.clone()),
            Value::Count(count) => args.set(*name, i64::from(*count)),
            Value::Day(day) => args.set(*name, i18n::date(language, *day)),
            Value::Money(sum) => args.set(*name, i18n::money(*sum)),
        }
    }
    args
}

/// What was asked before, of the same kind first; it informs and decides nothing (R47).
fn earlier(terms: &Terms, before: Vec<lists::Earlier>, today: Date, language: Language) -> Vec<Earlier> {
    let (same, other): (Vec<_>, Vec<_>) = before.into_iter().partition(|one| one.row.kind == terms.kind);
    let view = |one: lists::Earlier| {
        let standing = Standing {
            state: one.row.state,
            awaits_body: one.row.awaits_body,
            evidence_due_on: one.row.evidence_due_on,
            days_late: one.row.days_late,
        };
        let when = match (one.row.ended_on, one.row.evidence_due_on) {
            (Some(on), _) => told(language, "earlier-ended", [("date", &i18n::date(language, on))]),
            (None, Some(due)) => told(language, "earlier-due", [("date", &i18n::date(language, due))]),
            (None, None) => i18n::t(language, "earlier-open"),
        };
        Earlier {
            reference: one.reference.recommendation(one.row.number),
            href: format!("/{}/cases/{}#recommendation-{}", language.tag(), one.reference, one.row.number),
            wording: one.wording,
            tag: standing.tag(today),
            when,
        }
    };
    same.into_iter().chain(other).take(SHOWN).map(view).collect()
}
