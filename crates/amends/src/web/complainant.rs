//! Pages for complainants and who acts for them.

use axum::Router;

use super::app::App;

/// The routes in a language.
pub fn routes() -> Router<App> {
    Router::new()
}

/// Links as letters carry them, without a language.
pub fn links() -> Router<App> {
    Router::new()
}
