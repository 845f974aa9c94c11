//! Cases: search and list.

use amends_core::{case::Stage, id::CaseReference};
use amends_store::lists::{self, CaseCursor, CaseFilter, CaseItem};
use axum::{
    Router,
    extract::{Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::{Deserialize, Serialize};

use super::{
    body_field::{self, BodyField},
    shown::{self, Choice},
    staff_field::{Handlers, StaffField},
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::FieldError,
    web::{
        app::{Answer, App, again, see, with_errors},
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases", get(show))
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    handler: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    stage: String,
    #[serde(default)]
    after: String,
}

#[derive(Serialize)]
struct Row {
    reference: String,
    href: String,
    title: String,
    bodies: String,
    stage: String,
    compliance: String,
    owner: String,
    received_on: String,
}

#[derive(Serialize)]
struct Page {
    action: String,
    q: String,
    handler: StaffField,
    unclear: &'static str,
    body: BodyField,
    stages: Vec<Choice>,
    stage: String,
    rows: Vec<Row>,
    next_page: Option<String>,
    new_href: String,
    import_href: String,
    narrowed: bool,
}

/// The stages a list can be narrowed to, in the order cases pass through them.
const STAGES: [Stage; 14] = [
    Stage::Assessing,
    Stage::ProposalSent,
    Stage::Negotiating,
    Stage::Agreed,
    Stage::ClosedEarlyResolution,
    Stage::Investigating,
    Stage::DraftReady,
    Stage::OutForComment,
    Stage::ConsideringComments,
    Stage::FinalReady,
    Stage::ConsiderPublicReport,
    Stage::FinalIssued,
    Stage::DiscontinuedBySettlement,
    Stage::Discontinued,
];

async fn show(State(app): State<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let (visit, asked) = (staff.visit.clone(), wanted.clone());
    if let Some(path) = app.work(move |office| exact(office, &visit, &asked.q)).await? {
        return Ok(see(path));
    }
    let visit = staff.visit.clone();
    let (page, errors) = app.work(move |office| page(office, &visit, wanted)).await?;
    let wrong = !errors.is_empty();
    let frame = staff.frame(&app, i18n::t(staff.visit.language, "cases-title"));
    let frame = with_errors(frame, errors);
    let html = app.page("staff/cases.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

/// A whole reference, of a case or of a recommendation, leads straight there.
pub(super) fn exact(office: &Office, visit: &Visit, typed: &str) -> Result<Option<String>, ActError> {
    let typed = typed.trim();
    let parts: Vec<&str> = typed.split('-').collect();
    let (case, number) = match parts.as_slice() {
        [year, case] => (format!("{year}-{case}"), None),
        [year, case, number] => (format!("{year}-{case}"), number.parse::<u16>().ok()),
        _ => return Ok(None),
    };
    let reference = CaseReference(case);
    let found = office.db().read(|conn| lists::case_by_reference(conn, &reference))?;
    let anchor = number.map(|number| format!("#recommendation-{number}")).unwrap_or_default();
    Ok(found.map(|_| visit.to(&format!("/cases/{reference}{anchor}"))))
}

/// The page, and why no handler or no body was found by what was typed.
fn page(office: &Office, visit: &Visit, mut wanted: Wanted) -> Result<(Page, Vec<FieldError>), ActError> {
    let language = visit.language;
    let (directory, staff) = (office.directory()?, office.staff()?);
    let body = body_field::read(&directory, "body", &wanted.body, &[], language);
    if let Some(body) = body.body {
        wanted.body = body.to_string();
    }
    let handlers = Handlers::of(&staff);
    let handler = handlers.read("handler", &wanted.handler, language);
    if let Some(who) = handler.who {
        wanted.handler = who.to_string();
    }
    let stage = STAGES.into_iter().find(|stage| stage.code() == wanted.stage);
    let filter = CaseFilter {
        text: Some(wanted.q.clone()).filter(|text| !text.trim().is_empty()),
        handler: handler.narrowed(),
        body: body.narrowed(),
        stage,
        compliance: None,
    };
    let (items, next) = office.db().read(|conn| lists::cases(conn, &filter, cursor(&wanted.after)))?;
    let any = || Choice::new("", i18n::t(language, "worklist-any"));
    let with_any = |choices: Vec<Choice>| std::iter::once(any()).chain(choices).collect::<Vec<_>>();
    let stages = STAGES
        .iter()
        .map(|stage| Choice::new(stage.code(), i18n::t(language, &format!("stage-{}", stage.code()))))
        .collect();
    let row = |item: CaseItem| Row {
        reference: item.row.reference.to_string(),
        href: visit.to(&format!("/cases/{}", item.row.reference)),
        title: item.title,
        bodies: item.row.bodies.iter().map(|id| directory.name(*id, language)).collect::<Vec<_>>().join(", "),
        stage: i18n::t(language, &format!("stage-{}", item.row.stage.code())),
        compliance: i18n::t(language, &format!("compliance-{}", item.row.compliance.code())),
        owner: shown::staff_name(&staff, item.row.handler, language),
        received_on: item.row.received_on.to_string(),
    };
    let errors = handler.error.iter().chain(&body.error).cloned().collect();
    let page = Page {
        action: visit.to("/cases"),
        narrowed: filter != CaseFilter::default(),
        stages: with_any(stages),
        rows: items.into_iter().map(row).collect(),
        next_page: next.map(|next| next_page(visit, &wanted, next)),
        q: wanted.q,
        unclear: match (&handler.error, &body.error) {
            (Some(_), _) => "staff-field-unclear",
            (None, Some(_)) => "body-field-unclear",
            (None, None) => "",
        },
        handler: handlers.field(handler, &[("", &i18n::t(language, "worklist-any"))]),
        body: body.field,
        stage: wanted.stage,
        new_href: visit.to("/cases/new"),
        import_href: visit.to("/cases/import"),
    };
    Ok((page, errors))
}

fn next_page(visit: &Visit, wanted: &Wanted, next: CaseCursor) -> String {
    let after = format!("{}.{}", next.received_on, next.case);
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [
        ("q", &wanted.q),
        ("handler", &wanted.handler),
        ("body", &wanted.body),
        ("stage", &wanted.stage),
        ("after", &after),
    ] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    format!("{}?{}", visit.to("/cases"), query.finish())
}

fn cursor(after: &str) -> Option<CaseCursor> {
    let (received_on, case) = after.split_once('.')?;
    Some(CaseCursor { received_on: received_on.parse().ok()?, case: case.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_list_that_makes_no_sense_is_the_beginning() {
        assert_eq!(cursor("tomorrow"), None);
        assert!(cursor("2026-04-13.00000000-0000-0000-0000-000000000009").is_some());
    }
}
