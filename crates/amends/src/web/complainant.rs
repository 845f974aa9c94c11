//! Pages for complainants and who acts for them.

use axum::{Router, routing::get};

use super::{app::App, outside::door};

/// The routes in a language.
pub fn routes() -> Router<App> {
    Router::new().merge(door::for_complainants())
}

/// Links as letters carry them, without a language.
pub fn links() -> Router<App> {
    Router::new().route("/c/{token}", get(door::to_language))
}
