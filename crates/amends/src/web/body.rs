//! Pages for bodies: link officers and the colleagues they pass things to.

pub mod action;
pub mod answers;
pub mod evidence;
pub mod extension;
pub mod home;
pub mod matter;
mod meanwhile;
pub mod pass;
pub mod receipt;
mod redact;
mod upload;

use axum::{
    Router,
    routing::{get, post},
};

use super::{
    app::App,
    outside::door,
    visit::{AsWhom, Outside},
};
use crate::{
    i18n,
    render::frame::{Frame, Reader},
};
use matter::Matter;

/// The routes in a language.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(door::for_bodies())
        .route("/portal", get(home::show))
        .route("/portal/draft", get(answers::show).post(answers::answer))
        .route("/portal/draft/sent", get(answers::sent))
        .route("/portal/actions/{number}", get(action::show))
        .route("/portal/actions/{number}/cannot", get(action::cannot))
        .route("/portal/actions/{number}/evidence", get(evidence::show).post(evidence::send))
        .route("/portal/actions/{number}/receipt/{evidence}", get(receipt::show))
        .route("/portal/actions/{number}/extension", get(extension::show).post(extension::ask))
        .route("/portal/pass", get(pass::show).post(pass::pass))
        .route("/portal/pass/end", post(pass::end))
}

/// Links as letters carry them, without a language.
pub fn links() -> Router<App> {
    Router::new().route("/p/{token}", get(door::to_language))
}

/// The frame of a body's page: whose page it is, and how to close it.
fn frame(app: &App, outside: &Outside, matter: &Matter, title: impl Into<String>) -> Frame {
    let visit = &outside.visit;
    let mut frame = app.frame(visit, title);
    frame.home = visit.to("/portal");
    let name = matter.body.name.get(visit.language).to_owned();
    frame.reader = Some(Reader { name, sign_out: visit.to("/close") });
    frame
}

/// The frame of a page behind the first one, with the way back.
fn frame_behind(app: &App, outside: &Outside, matter: &Matter, key: &str, back: &str) -> Frame {
    let mut frame = frame(app, outside, matter, i18n::t(outside.visit.language, key));
    frame.back = Some(outside.visit.to(back));
    frame
}

/// A link officer speaks for the body; a colleague only sends evidence.
fn speaks_for_body(outside: &Outside) -> bool {
    matches!(outside.as_whom, AsWhom::LinkOfficer(_))
}
