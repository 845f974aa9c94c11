//! Pages for everybody: accessibility, privacy, cookies, contact.

use axum::{Router, extract::State, response::IntoResponse as _, routing::get};
use jiff::civil::{Date, date};
use serde::Serialize;

use super::{
    app::{Answer, App},
    sign_in::cookie_name,
    visit::{LINK_COOKIE, STAFF_COOKIE, Visit},
};
use crate::i18n;

/// When the accessibility statement was last looked at against the pages as they are.
const STATEMENT_PREPARED_ON: Date = date(2026, 11, 22);

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/accessibility", get(|app, visit| show(app, visit, "accessibility", "accessibility-title")))
        .route("/privacy", get(|app, visit| show(app, visit, "privacy", "privacy-title")))
        .route("/cookies", get(|app, visit| show(app, visit, "cookies", "cookies-title")))
        .route("/contact", get(|app, visit| show(app, visit, "contact", "contact-title")))
}

#[derive(Serialize)]
struct Page<'a> {
    telephone: &'a str,
    email: &'a str,
    address: &'a str,
    idle_minutes: u32,
    absolute_hours: u32,
    link_days: u32,
    staff_cookie: String,
    link_cookie: String,
    prepared: String,
}

#[expect(clippy::unused_async, reason = "the router takes handlers that answer in time to come")]
async fn show(State(app): State<App>, visit: Visit, name: &'static str, title: &'static str) -> Answer {
    let email = match &app.config.mail.address {
        Some(address) => address.clone(),
        None => app.office.own_profile()?.mail_address.clone(),
    };
    let page = Page {
        telephone: &app.config.site.telephone,
        email: &email,
        address: &app.config.site.public_url,
        idle_minutes: app.config.auth.idle_minutes,
        absolute_hours: app.config.auth.absolute_hours,
        link_days: app.config.auth.link_days,
        staff_cookie: cookie_name(&app, STAFF_COOKIE),
        link_cookie: cookie_name(&app, LINK_COOKIE),
        prepared: STATEMENT_PREPARED_ON.to_string(),
    };
    let frame = app.frame(&visit, i18n::t(visit.language, title));
    Ok(app.page(&format!("public/{name}.html"), &visit, &frame, page)?.into_response())
}
