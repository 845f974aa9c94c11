//! Pages for everybody: accessibility, privacy, cookies, contact.

use axum::{
    Router,
    extract::State,
    response::IntoResponse as _,
    routing::get,
};
use serde::Serialize;

use super::{
    app::{Answer, App},
    visit::Visit,
};
use crate::i18n;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/accessibility", get(|app, visit| show(app, visit, "accessibility")))
        .route("/privacy", get(|app, visit| show(app, visit, "privacy")))
        .route("/cookies", get(|app, visit| show(app, visit, "cookies")))
        .route("/contact", get(|app, visit| show(app, visit, "contact")))
}

#[derive(Serialize)]
struct Page<'a> {
    telephone: &'a str,
    email: &'a str,
    idle_minutes: u32,
    link_days: u32,
}

async fn show(State(app): State<App>, visit: Visit, name: &'static str) -> Answer {
    let email = match &app.config.mail.address {
        Some(address) => address.clone(),
        None => app.office.own_profile()?.mail_address.clone(),
    };
    let page = Page {
        telephone: &app.config.site.telephone,
        email: &email,
        idle_minutes: app.config.auth.idle_minutes,
        link_days: app.config.auth.link_days,
    };
    let frame = app.frame(&visit, i18n::t(visit.language, &format!("{name}-title")));
    Ok(app.page(&format!("public/{name}.html"), &visit, &frame, page)?.into_response())
}
