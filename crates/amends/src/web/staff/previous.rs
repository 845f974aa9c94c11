//! What was asked of a body before, by subject and kind: for whoever writes the next recommendation (R48).

use amends_core::{
    recommendation::Kind,
    recurrence::{self, Because, Sought},
};
use amends_store::{lists::ImprovementFilter, people::BodyRecord};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::{Deserialize, Serialize};

use super::{
    earlier_lines::{self, Line},
    shown::{Choice, told},
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::Link,
    web::{
        app::{self, Answer, App},
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/bodies/{slug}/previous", get(show))
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    theme: String,
    #[serde(default)]
    kind: String,
}

#[derive(Serialize)]
struct Subject {
    name: String,
    id: String,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Page {
    action: String,
    title: String,
    name: String,
    themes: Vec<Choice>,
    theme: String,
    kinds: Vec<Choice>,
    kind: String,
    subjects: Vec<Subject>,
    handling_href: String,
    report_href: String,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(slug): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let visit = staff.visit.clone();
    let asked = slug.clone();
    let page = app.work(move |office| page(office, &visit, &asked, &wanted)).await?;
    let mut frame = staff.frame(&app, page.title.clone());
    frame.breadcrumbs = vec![
        app::link(&staff.visit, "nav-bodies", "/bodies"),
        Link::new(page.name.clone(), staff.visit.to(&format!("/bodies/{slug}"))),
    ];
    Ok(app.page("staff/previous.html", &staff.visit, &frame, page)?.into_response())
}

fn page(office: &Office, visit: &Visit, slug: &str, wanted: &Wanted) -> Result<Page, ActError> {
    let language = visit.language;
    let BodyRecord { body, .. } = office.body_by_slug(slug)?;
    let profile = office.own_profile()?;
    let name = body.name.get(language).to_owned();
    let any = |key: &str| Choice::new("", i18n::t(language, key));
    let themes = profile.themes.iter().map(|rule| Choice::new(&rule.id, rule.what.get(language)));
    let kinds = Kind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), i18n::t(language, &format!("kind-{}", kind.code()))));
    Ok(Page {
        action: visit.to(&format!("/bodies/{slug}/previous")),
        title: told(language, "previous-title", [("body", &name)]),
        themes: std::iter::once(any("recurrence-any-theme")).chain(themes).collect(),
        theme: wanted.theme.clone(),
        kinds: std::iter::once(any("report-any-kind")).chain(kinds).collect(),
        kind: wanted.kind.clone(),
        subjects: subjects(office, body.id, wanted, language)?,
        handling_href: visit.to(&format!("/bodies/{slug}/handling")),
        report_href: visit.to(&format!("/reports/service-improvements?body={}", body.id)),
        name,
    })
}

/// By subject, and last those that have none.
fn subjects(
    office: &Office,
    body: amends_core::id::BodyId,
    wanted: &Wanted,
    language: amends_core::text::Language,
) -> Result<Vec<Subject>, ActError> {
    let (profile, today) = (office.own_profile()?, office.today());
    let filter = ImprovementFilter { body: Some(body), kind: wanted.kind.parse().ok(), ..Default::default() };
    let priors: Vec<_> = office.priors_of(&filter)?;
    let mut subjects = Vec::new();
    for rule in profile.themes.iter().filter(|rule| wanted.theme.is_empty() || wanted.theme == rule.id) {
        let themes = [rule.id.clone()];
        let found =
            recurrence::earlier(&Sought { themes: &themes, wordings: &[], names: &[] }, &priors, today);
        let mut lines: Vec<Line> =
            found.iter().map(|one| earlier_lines::line(one, profile, today, language)).collect();
        // The heading says why each is shown.
        for line in &mut lines {
            line.because.clear();
        }
        if !lines.is_empty() {
            subjects.push(Subject { name: rule.what.get(language).to_owned(), id: rule.id.clone(), lines });
        }
    }
    if wanted.theme.is_empty() {
        let without = priors.iter().filter(|prior| prior.themes.is_empty());
        let lines: Vec<Line> = without
            .map(|prior| {
                let since = recurrence::since(prior, today);
                let found = recurrence::Found { prior, because: Vec::<Because>::new(), since };
                earlier_lines::line(&found, profile, today, language)
            })
            .collect();
        if !lines.is_empty() {
            let name = i18n::t(language, "previous-without-theme");
            subjects.push(Subject { name, id: "none".to_owned(), lines });
        }
    }
    Ok(subjects)
}
