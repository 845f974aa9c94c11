//! Lists: every question pages ask across cases, answered from indexed columns alone.

mod cases;
mod clause;
mod family;
mod handling;
mod improvements;
mod logs;
pub mod plans;
mod statistics;
mod stretch;
mod work;

pub use cases::{
    CaseCursor, CaseFilter, CaseItem, Earlier, case_by_reference, cases, due_for_look,
    earlier_recommendations, every_case,
};
pub use handling::{HandlingCount, HandlingCursor, HandlingFilter, HandlingItem, handling, handling_counts};
pub use improvements::{
    Improvement, ImprovementCount, ImprovementCursor, ImprovementFilter, improvement_counts, improvements,
    improvements_up_to,
};
pub use logs::{Logged, breaches, disclosures};
pub use statistics::{BodyCompliance, compliance_by_body, compliance_with_predecessors};
pub use work::{
    Narrowed, View, ViewCounts, WorkCursor, WorkFilter, WorkItem, WorkPage, WorkPlaces, next_due,
    view_counts, work, work_places,
};

/// How many rows a page of a list has.
pub const PAGE: usize = 50;
