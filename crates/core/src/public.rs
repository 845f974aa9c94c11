//! What the public may read of a case: an allow-list with its own type, so that nothing else can slip through (I6, R45).

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    case::{Case, Compliance, Instrument},
    disclosure::Outside,
    id::{BodyId, CaseReference, RecommendationNumber},
    profile::Profile,
    recommendation::{DateReason, Judgement, Kind, Recommendation, Scope, State},
    text::Digest,
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
    /// To which body it was made, where another carries it out now (E13).
    pub made_to: Option<BodyId>,
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

/// What a monitoring officer or a committee may put in public papers (E31): what the public may read of the case, and the
/// files the office opened to the public. Nothing else can slip in: it is made of these two alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharePack {
    /// The case as the public may read it.
    #[serde(flatten)]
    pub case: PublicCase,
    /// By which instrument it was decided.
    pub instrument: Option<Instrument>,
    /// The files the office opened to the public.
    pub files: Vec<PublicFile>,
}

/// A file that is open to the public: its content and type. The name it came with may hold personal data and stays out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicFile {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Its type.
    pub media_type: String,
    /// Its length in bytes.
    pub size: u64,
}

/// The share pack of a case; nothing before it is decided.
pub fn share_pack(case: &Case, profile: &Profile) -> Option<SharePack> {
    let open = case.files_open_to(Outside::Public).into_iter().map(|file| PublicFile {
        digest: file.digest,
        media_type: file.media_type.clone(),
        size: file.size,
    });
    Some(SharePack {
        case: public_view(case, profile)?,
        instrument: case.final_decision.as_ref().map(|decision| decision.instrument),
        files: open.collect(),
    })
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
        made_to: one.taken_over_from,
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
