//! Pages for the office's staff.

use axum::Router;

use super::app::App;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
}
