//! What the public may read of a case: an allow-list with its own type, so that nothing else can slip through (I6, R45).

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    case::{Case, Compliance},
    id::{BodyId, CaseReference, RecommendationNumber},
    profile::Profile,
    recommendation::{DateReason, Judgement, Kind, Recommendation, Scope, State},
};

/// A case as the public may read it: no person, no free text but what was written for the public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicCase {
    /// Its reference.
    pub reference: CaseReference,
    /// When it was decided or agreed.
    pub decided_on: Date,
    /// The bodies.
    pub bodies: Vec<BodyId>,
    /// Where its follow-up is.
    pub compliance: Compliance,
    /// What was recommended.
    pub recommendations: Vec<PublicRecommendation>,
}

/// A recommendation as the public may read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicRecommendation {
    /// Its number.
    pub number: RecommendationNumber,
    /// To which body.
    pub body: BodyId,
    /// What sort of act.
    pub kind: Kind,
    /// For the person, or for the service.
    pub scope: Scope,
    /// The summary that was written for the public; none until there is one.
    pub summary: Option<String>,
    /// How many other people it is for, where known; never who (E36).
    pub beneficiaries: Option<u32>,
    /// Where it stands.
    pub state: State,
    /// By when the office must be told; left out of a service improvement unless the office publishes it (R45).
    pub evidence_due_on: Option<Date>,
    /// Was a later date given?
    pub extended: bool,
    /// Days late, once met.
    pub days_late: Option<i32>,
}

/// What the public may read of a case; nothing before it is decided, nor of one that ended without a decision.
pub fn public_view(case: &Case, profile: &Profile) -> Option<PublicCase> {
    let decided_on = case.decided_on()?;
    Some(PublicCase {
        reference: case.reference.clone(),
        decided_on,
        bodies: case.bodies.clone(),
        compliance: case.compliance(),
        recommendations: case
            .live()
            .filter(|one| one.decided)
            .map(|one| public_recommendation(one, profile))
            .collect(),
    })
}

fn public_recommendation(one: &Recommendation, profile: &Profile) -> PublicRecommendation {
    let dated = one.terms.scope == Scope::Personal || profile.public_summary_may_state_timescale;
    let summary = one.terms.public_summary.as_ref().filter(|words| !words.is_blank());
    PublicRecommendation {
        number: one.number,
        body: one.terms.addressee,
        kind: one.terms.kind,
        scope: one.terms.scope,
        summary: summary.map(|words| words.as_str().to_owned()),
        beneficiaries: one.terms.beneficiaries.as_ref().and_then(|group| group.count),
        state: one.state(),
        evidence_due_on: one.evidence_due_on().filter(|_| dated),
        extended: one.dates.iter().any(|date| matches!(date.because, DateReason::Extension { .. })),
        days_late: match &one.judgement {
            Some(Judgement::Met { days_late, .. }) => Some(*days_late),
            _ => None,
        },
    }
}
