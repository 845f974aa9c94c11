//! The rows that lists are made of. They can always be made anew from the events.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::{Compliance, Route, Stage},
    id::{BodyId, CaseId, CaseReference, RecommendationNumber, StaffId},
    recommendation::{Kind, Scope, State},
};

/// All rows of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The case's own row.
    pub case: CaseRow,
    /// One for each recommendation.
    pub recommendations: Vec<RecommendationRow>,
}

/// A case, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Its id.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// The profile it was opened under.
    pub profile: String,
    /// How it is dealt with.
    pub route: Route,
    /// Where it is.
    pub stage: Stage,
    /// Where its follow-up is.
    pub compliance: Compliance,
    /// Who handles it.
    pub handler: StaffId,
    /// The bodies.
    pub bodies: Vec<BodyId>,
    /// When it was received.
    pub received_on: Date,
    /// When it was decided or agreed.
    pub decided_on: Option<Date>,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// The next day on which the office may owe something; today or earlier means look now.
    pub look_again_on: Option<Date>,
}

/// A recommendation, as lists show it. That it is overdue is not stored: it follows from the date and the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationRow {
    /// Its case.
    pub case: CaseId,
    /// Its number.
    pub number: RecommendationNumber,
    /// The body.
    pub body: BodyId,
    /// What sort of act.
    pub kind: Kind,
    /// For whom.
    pub scope: Scope,
    /// Where it stands.
    pub state: State,
    /// Is the office waiting for the body?
    pub awaits_body: bool,
    /// The date by which the office must be told.
    pub evidence_due_on: Option<Date>,
    /// The first such date.
    pub original_due_on: Option<Date>,
    /// Is a request for a later date open?
    pub extension_open: bool,
    /// Was the date ever extended?
    pub extended: bool,
    /// When evidence last came.
    pub last_evidence_on: Option<Date>,
    /// Days late, once judged met.
    pub days_late: Option<i32>,
    /// When it ended.
    pub ended_on: Option<Date>,
    /// The chase step that went last for the current date.
    pub last_chase_step: Option<String>,
    /// A chase for the current date came back undelivered.
    pub undelivered: bool,
}
