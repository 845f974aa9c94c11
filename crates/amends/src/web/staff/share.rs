//! The share pack of a case for a monitoring officer or a committee: what the public may read, and nothing else (E31).

use amends_core::{
    public::{PublicRecommendation, SharePack},
    text::Language,
};
use amends_store::people::BodyRecord;
use axum::{
    Json, Router,
    extract::{Path, State},
    http::header,
    response::IntoResponse as _,
    routing::get,
};
use serde::Serialize;

use super::{case_frame::CaseFrame, shown::body_name};
use crate::{
    i18n,
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/share-pack", get(show))
        .route("/cases/{reference}/share-pack.json", get(as_json))
}

#[derive(Serialize)]
struct Line {
    reference: String,
    body: String,
    made_to: Option<String>,
    summary: Option<String>,
    state: String,
    evidence_due_on: Option<String>,
}

#[derive(Serialize)]
struct Page {
    case: CaseFrame,
    decided_on: String,
    instrument: Option<String>,
    bodies: Vec<String>,
    compliance: String,
    lines: Vec<Line>,
    files: usize,
    json_href: String,
}

async fn show(State(app): State<App>, staff: Staff, Path(reference): Path<String>) -> Answer {
    let language = staff.visit.language;
    let page = app.work(move |office| page(office, &reference, language)).await?;
    let frame = page.case.frame(&app, &staff, i18n::t(language, "share-title"));
    Ok(app.page("staff/share_pack.html", &staff.visit, &frame, page)?.into_response())
}

fn page(office: &Office, reference: &str, language: Language) -> Result<Page, ActError> {
    let pack = office.share_pack(reference)?;
    let case = office.by_reference(reference)?.case;
    let bodies = office.all_bodies()?;
    let profile = office.profile(&case.profile)?;
    let frame = CaseFrame::of(office, &case, language, "/disclosure")?;
    let instrument = pack.instrument.and_then(|instrument| profile.instrument(instrument));
    Ok(Page {
        decided_on: pack.case.decided_on.to_string(),
        instrument: instrument.map(|rule| rule.name.get(language).to_owned()),
        bodies: pack.case.bodies.iter().map(|body| body_name(&bodies, *body, language)).collect(),
        compliance: i18n::t(language, &format!("compliance-{}", pack.case.compliance.code())),
        lines: pack.case.recommendations.iter().map(|one| line(&pack, one, &bodies, language)).collect(),
        files: pack.files.len(),
        json_href: format!("{}/share-pack.json", frame.base),
        case: frame,
    })
}

fn line(pack: &SharePack, one: &PublicRecommendation, bodies: &[BodyRecord], language: Language) -> Line {
    Line {
        reference: pack.case.reference.recommendation(one.number),
        body: body_name(bodies, one.body, language),
        made_to: one.made_to.map(|body| body_name(bodies, body, language)),
        summary: one.summary.clone(),
        state: i18n::t(language, &format!("state-{}", one.state.code())),
        evidence_due_on: one.evidence_due_on.map(|day| day.to_string()),
    }
}

async fn as_json(State(app): State<App>, _: Staff, Path(reference): Path<String>) -> Answer {
    let pack = app.work(move |office| office.share_pack_json(&reference)).await?;
    let headers = [(header::CONTENT_DISPOSITION, "attachment; filename=\"share-pack.json\"")];
    Ok((headers, Json(pack)).into_response())
}
