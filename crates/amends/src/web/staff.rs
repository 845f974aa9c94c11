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
mod inbox_filing;
pub mod new_case;
pub mod next_step;
pub mod people;
mod recommendation_drop;
mod recommendation_edit;
pub mod recommendations;
pub mod shown;
pub mod terms;
pub mod timeline;
mod usual_evidence;
pub mod worklist;
mod worklist_rows;

mod calendar;
mod chases;
mod compare;
mod confirming;
mod decision;
mod draft;
mod evidence;
mod extension;
mod files;
mod judgement;
mod matter;
mod receipt;
mod settlement;

use axum::Router;

use super::app::App;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(from_draft_to_closing())
        .merge(worklist::routes())
        .merge(cases::routes())
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

/// Drafts, decisions, evidence, dates and chases.
fn from_draft_to_closing() -> Router<App> {
    Router::new()
        .merge(compare::routes())
        .merge(draft::routes())
        .merge(settlement::routes())
        .merge(decision::routes())
        .merge(evidence::routes())
        .merge(judgement::routes())
        .merge(extension::routes())
        .merge(files::routes())
        .merge(receipt::routes())
        .merge(chases::routes())
        .merge(calendar::routes())
}
