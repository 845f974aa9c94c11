//! Pages for complainants and who acts for them.

pub mod comment;
pub mod files;
pub mod had_it;
pub mod progress;

use axum::{Router, routing::get};

use super::{app::App, outside::door};

/// The routes in a language.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(door::for_complainants())
        .route("/my-complaint", get(progress::show))
        .route("/my-complaint/files/{digest}", get(files::download))
        .route("/my-complaint/comment", get(comment::show).post(comment::comment))
        .route("/my-complaint/had-it/{number}", get(had_it::show).post(had_it::answer))
}

/// Links as letters carry them, without a language.
pub fn links() -> Router<App> {
    Router::new().route("/c/{token}", get(door::to_language))
}
