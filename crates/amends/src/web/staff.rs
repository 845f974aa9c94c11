//! Pages for the office's staff.

pub mod acting;
pub mod bodies;
pub mod case;
pub mod case_frame;
pub mod cases;
pub mod checks;
pub mod findings;
pub mod history;
pub mod import;
mod import_rows;
pub mod inbox;
pub mod new_case;
pub mod next_step;
pub mod people;
pub mod recommendations;
pub mod shown;
pub mod terms;
pub mod timeline;
pub mod worklist;

use axum::Router;

use super::app::App;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().merge(worklist::routes()).merge(cases::routes())
        .merge(case::routes())
        .merge(new_case::routes())
        .merge(findings::routes())
        .merge(people::routes())
        .merge(recommendations::routes())
        .merge(checks::routes())
        .merge(timeline::routes())
        .merge(import::routes())
        .merge(bodies::routes())
        .merge(inbox::routes())

}
