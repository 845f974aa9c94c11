//! Lists: every question pages ask across cases, answered from indexed columns alone.

mod cases;
mod clause;
mod statistics;
mod work;

pub use cases::{
    CaseCursor, CaseFilter, CaseItem, Earlier, case_by_reference, cases, due_for_look,
    earlier_recommendations,
};
pub use statistics::{BodyCompliance, compliance_by_body};
pub use work::{View, ViewCounts, WorkCursor, WorkFilter, WorkItem, WorkPage, view_counts, work};

/// How many rows a page of a list has.
pub const PAGE: usize = 50;
