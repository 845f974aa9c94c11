//! How bodies deal with the office: counts for each quarter, and the entries that make each (R56).

use amends_core::text::Language;
use amends_store::lists::{self, HandlingFilter};
use axum::{
    Json, Router,
    extract::{Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::Serialize;

use super::{Filters, Number, Wanted, csv, drawn, filters};
use crate::{
    office::{ActError, Office},
    reports::handling::{self, Entry},
    web::{
        app::{Answer, App},
        staff::shown,
        visit::Staff,
    },
};

const HANDLING: &str = "/reports/handling";

/// The routes.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/reports/handling", get(handling_page))
        .route("/reports/handling.csv", get(handling_csv))
        .route("/reports/handling.json", get(handling_json))
        .route("/reports/handling/entries", get(entries_page))
}

#[derive(Serialize)]
struct CountRow {
    body: String,
    what: String,
    is_note: bool,
    number: Number,
}

#[derive(Serialize)]
struct Quarter {
    name: String,
    rows: Vec<CountRow>,
}

#[derive(Serialize)]
struct HandlingPage {
    filters: Filters,
    quarters: Vec<Quarter>,
    as_at: String,
}

async fn handling_page(State(app): State<App>, staff: Staff, Query(mut wanted): Query<Wanted>) -> Answer {
    let visit = staff.visit.clone();
    let (page, errors) = app
        .work(move |office| {
            let body = wanted.read_body(office, visit.language)?;
            let (filter, mut errors) = wanted.handling(body.narrowed(), visit.language);
            errors.extend(body.error);
            let mut quarters: Vec<Quarter> = Vec::new();
            for one in handling::counts(office, &filter, visit.language)? {
                let name = quarter_name(&one.quarter, visit.language);
                let (body, from, to) = (one.body_id.to_string(), one.from.to_string(), one.to.to_string());
                let what = format!("{}:{}", one.sort, one.code);
                let change = [("body", body.as_str()), ("what", &what), ("from", &from), ("to", &to)];
                let href = wanted.with(&visit.to("/reports/handling/entries"), &change);
                let label = format!("{}, {}, {name}", one.what, one.body);
                let number = Number { count: one.count, href, label };
                let row = CountRow { body: one.body, what: one.what, is_note: one.sort == "note", number };
                match quarters.last_mut() {
                    Some(quarter) if quarter.name == name => quarter.rows.push(row),
                    _ => quarters.push(Quarter { name, rows: vec![row] }),
                }
            }
            let as_at = office.today().to_string();
            let filters = filters(office, &visit, &wanted, body.field, HANDLING)?;
            Ok::<_, ActError>((HandlingPage { filters, quarters, as_at }, errors))
        })
        .await?;
    drawn(&app, &staff, "report-handling", "staff/report_handling.html", page, errors)
}

/// `2026-Q2` in words.
fn quarter_name(code: &str, language: Language) -> String {
    let (year, quarter) = code.split_once("-Q").unwrap_or((code, ""));
    shown::told(language, "report-quarter", [("year", year), ("quarter", quarter)])
}

#[derive(Serialize)]
struct EntriesPage {
    entries: Vec<Entry>,
    next_page: Option<String>,
    back_href: String,
}

async fn entries_page(State(app): State<App>, staff: Staff, Query(mut wanted): Query<Wanted>) -> Answer {
    let visit = staff.visit.clone();
    let (page, errors) = app
        .work(move |office| {
            let body = wanted.read_body(office, visit.language)?;
            let (filter, errors) = wanted.handling(body.narrowed(), visit.language);
            let after = handling::cursor(&wanted.after);
            let (items, next) = office.db().read(|conn| lists::handling(conn, &filter, after))?;
            let (bodies, profile) = (office.directory()?, office.own_profile()?);
            let entries = items
                .into_iter()
                .map(|item| handling::entry(item, &bodies, profile, visit.language))
                .collect();
            let next_page = next.map(|next| {
                let after = handling::place(next);
                wanted.with(&visit.to("/reports/handling/entries"), &[("after", &after)])
            });
            Ok::<_, ActError>((EntriesPage { entries, next_page, back_href: visit.to(HANDLING) }, errors))
        })
        .await?;
    drawn(&app, &staff, "report-handling-entries", "staff/report_entries.html", page, errors)
}

/// What a file of the report is narrowed to; nothing is in it of a body that was not found.
fn narrowed(office: &Office, mut wanted: Wanted, language: Language) -> Result<HandlingFilter, ActError> {
    let body = wanted.read_body(office, language)?;
    Ok(wanted.handling(body.narrowed(), language).0)
}

async fn handling_csv(State(app): State<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let language = staff.visit.language;
    let counts = app
        .work(move |office| handling::counts(office, &narrowed(office, wanted, language)?, language))
        .await?;
    Ok(csv("handling", handling::to_csv(&counts)))
}

async fn handling_json(State(app): State<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let language = staff.visit.language;
    let (counts, entries) = app
        .work(move |office| {
            let filter = narrowed(office, wanted, language)?;
            let counts = handling::counts(office, &filter, language)?;
            Ok::<_, ActError>((counts, handling::entries(office, &filter, language)?))
        })
        .await?;
    let as_at = app.office.today();
    Ok(Json(serde_json::json!({ "as_at": as_at, "counts": counts, "entries": entries })).into_response())
}
