//! Pages for the office's staff.

pub mod acting;
mod asking;
pub mod bodies;
mod body_field;
mod body_follow;
mod body_history;
pub mod case;
pub mod case_frame;
pub mod cases;
pub mod checks;
pub mod findings;
pub mod history;
pub mod import;
mod import_all;
mod import_found;
mod import_rows;
mod import_words;
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
mod terms_due;
pub mod timeline;
mod usual_evidence;
pub mod worklist;
mod worklist_assign;
mod worklist_csv;
mod worklist_rows;

mod calendar;
mod chases;
mod closure;
mod compare;
mod confirming;
mod decision;
mod destroying;
mod disclosure;
mod draft;
mod earlier;
mod earlier_lines;
mod earlier_panel;
mod escalation;
mod evidence;
mod extension;
mod files;
mod grounds;
mod handling;
mod instruments;
mod judgement;
mod keeping;
mod logs;
mod matter;
mod previous;
mod receipt;
mod report;
mod reports;
mod retention;
mod search;
mod settlement;
mod share;
mod staff_field;
mod staff_options;

use axum::Router;

pub use files::handed_over;
pub use staff_options::StaffOptions;

pub use keeping::reason as said;

use super::app::App;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(from_draft_to_closing())
        .merge(worklist::routes())
        .merge(cases::routes())
        .merge(search::routes())
        .merge(case::routes())
        .merge(new_case::routes())
        .merge(findings::routes())
        .merge(people::routes())
        .merge(recommendations::routes())
        .merge(checks::routes())
        .merge(timeline::routes())
        .merge(import::routes())
        .merge(bodies::routes())
        .merge(body_field::routes())
        .merge(staff_field::routes())
        .merge(kept_apart())
        .merge(of_reports())
        .merge(inbox::routes())
        .merge(earlier::routes())
        .merge(previous::routes())
        .merge(handling::routes())
        .merge(reports::routes())
}

/// Bodies over time, and who may see what.
fn kept_apart() -> Router<App> {
    Router::new()
        .merge(body_history::routes())
        .merge(body_follow::routes())
        .merge(closure::routes())
        .merge(disclosure::routes())
        .merge(share::routes())
        .merge(logs::routes())
}

/// Reports and notices, and what follows where a body does not comply.
fn of_reports() -> Router<App> {
    Router::new().merge(report::routes()).merge(instruments::routes()).merge(escalation::routes())
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
        .merge(keeping::routes())
        .merge(retention::routes())
}
