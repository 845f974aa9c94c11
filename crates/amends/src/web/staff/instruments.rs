//! What was issued in a case, and where each stands with each body (R41, R57; PSOW Act 2019 ss.23–30; LGA 1974 ss.30–34J).

mod acts;
mod one;
mod version;
mod words;

use amends_core::{command::CommandKind, issued};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::{get, post},
};
use serde::Serialize;

use super::{
    grounds,
    matter::{self, Matter, Seen},
    next_step::may,
    shown::Done,
};
use crate::{
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/instruments", get(show))
        .route("/cases/{reference}/instruments/{number}", get(one::show))
        .route("/cases/{reference}/instruments/{number}/version", get(version::show).post(version::check))
        .route("/cases/{reference}/instruments/{number}/{act}/{place}", post(acts::act))
}

/// An instrument of the list.
#[derive(Serialize)]
struct Line {
    number: u8,
    name: String,
    issued_on: String,
    standings: Vec<String>,
}

#[derive(Serialize)]
struct Page {
    lines: Vec<Line>,
    prepared: Option<String>,
    may_escalate: bool,
    decided: bool,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    let page = ("/instruments", "staff/instruments.html");
    matter::draw(&app, &staff, &reference, page, Seen::fresh(done), view).await
}

fn view(office: &Office, matter: &Matter, staff: &Staff) -> Result<(String, Page), ActError> {
    let case = &matter.case;
    let profile = office.profile_of(case)?;
    let lines = case.issued.iter().map(|issued| Line {
        number: issued.number.0,
        name: grounds::instrument_name(profile, issued.instrument, matter.language),
        issued_on: issued.issued_on.to_string(),
        standings: issued
            .bodies
            .iter()
            .map(|body| {
                let phase = issued::phase(case, issued, *body, profile, office.calendar(), matter.today);
                format!("{}: {}", matter.body(*body), words::phase(matter, profile, &phase))
            })
            .collect(),
    });
    let prepared = case.prepared.as_ref();
    let page = Page {
        lines: lines.collect(),
        prepared: prepared.map(|one| grounds::instrument_name(profile, one.what.instrument, matter.language)),
        may_escalate: case.is_decided() && may(&staff.actor(), CommandKind::PrepareInstrument),
        decided: case.is_decided(),
    };
    Ok((matter.t("instruments-title"), page))
}
