//! The rows that lists are made of. They can always be made anew from the events.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::Calendar,
    case::{Case, Compliance, Route, Stage},
    duty,
    id::{BodyId, CaseId, CaseReference, RecommendationNumber, StaffId},
    profile::Profile,
    recommendation::{DateReason, Judgement, Kind, Recommendation, Scope, State},
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

/// The rows of a case. `look_again_on` is the first day on which something may be owed that is not owed now: a chase, a
/// reminder of the date, a reminder to comment. What only people pay is not among it: lists of tasks ask `duties`.
pub fn index(case: &Case, profile: &Profile, calendar: &Calendar) -> Rows {
    let row = CaseRow {
        case: case.id,
        reference: case.reference.clone(),
        profile: case.profile.clone(),
        route: case.route,
        stage: case.stage(),
        compliance: case.compliance(),
        handler: case.handler,
        bodies: case.bodies.clone(),
        received_on: case.received_on,
        decided_on: case.decided_on(),
        closed_on: case.closed_on,
        look_again_on: look_again_on(case, profile, calendar),
    };
    Rows {
        case: row,
        recommendations: case.recommendations.iter().map(|one| recommendation_row(case, one)).collect(),
    }
}

/// The first day on which the machinery must look at the case again; none once nothing can come of itself.
fn look_again_on(case: &Case, profile: &Profile, calendar: &Calendar) -> Option<Date> {
    let chase = case.live().filter_map(|one| duty::next_chase_on(case, one, profile, calendar)).min();
    chase.into_iter().chain(duty::next_reminder_to_comment_on(case, calendar)).min()
}

fn recommendation_row(case: &Case, one: &Recommendation) -> RecommendationRow {
    let current = one.current_date();
    let last_chase =
        current.and_then(|date| one.chases.iter().rev().find(|chase| chase.date_version == date.version));
    RecommendationRow {
        case: case.id,
        number: one.number,
        body: one.terms.addressee,
        kind: one.terms.kind,
        scope: one.terms.scope,
        state: one.state(),
        awaits_body: one.awaits_body(),
        evidence_due_on: one.evidence_due_on(),
        original_due_on: one.original_due_on(),
        extension_open: one.open_extension().is_some() && !one.state().is_terminal(),
        extended: one.dates.iter().any(|date| matches!(date.because, DateReason::Extension { .. })),
        last_evidence_on: one
            .evidence
            .last()
            .and_then(|id| case.submission(*id))
            .map(|found| found.submission.received_on),
        days_late: match &one.judgement {
            Some(Judgement::Met { days_late, .. }) => Some(*days_late),
            _ => None,
        },
        ended_on: one.ended_on,
        last_chase_step: last_chase.map(|chase| chase.step.clone()),
        undelivered: last_chase.is_some_and(|chase| chase.undelivered),
    }
}
