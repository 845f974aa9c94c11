//! Pages for the office's staff.

pub mod acting;
pub mod case;
pub mod case_frame;
pub mod cases;
pub mod findings;
pub mod history;
pub mod new_case;
pub mod next_step;
pub mod people;
pub mod shown;
pub mod worklist;

use axum::Router;

use super::app::App;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().merge(worklist::routes()).merge(cases::routes()).merge(case::routes())
}
