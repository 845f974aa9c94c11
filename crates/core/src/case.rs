//! A case: what is known of it after everything that has happened, folded from its events.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    disclosure::Disclosure,
    evidence::{EvidenceWarning, Submission},
    handling,
    id::{BodyId, CaseId, CaseReference, EvidenceId, RecommendationNumber, StaffId},
    instrument::InstrumentNumber,
    issued::{
        ContractingBody, CriterionRecorded, Issued, LinkedCase, PeriodAgreed, Prepared, ReportNotice,
        StepTaken,
    },
    letter::Letter,
    party::{Complainant, Standing},
    profile::Edition,
    recommendation::{FindingNumber, Recommendation, State},
    recurrence,
    retention::Keeping,
    succession::{CeasedOnClosure, Followed},
    text::Words,
};

mod agreement;
mod check;
mod contact;
mod stage;

pub use crate::instrument::Instrument;
pub use agreement::{AgreedBy, Proposal, Settlement};
pub use contact::{Contact, ContactPurpose};

/// How a case is dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// Put right without investigation (R5; PSOW Act 2019 s.6).
    EarlyResolution,
    /// Investigated, with a draft for comment before the final decision (R8, R9).
    Investigation,
}

/// Where a case is on its way to a decision. Closing a case is not closing its compliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Early resolution: being looked at.
    Assessing,
    /// Early resolution: actions proposed to the body.
    ProposalSent,
    /// Early resolution: the body proposed something else.
    Negotiating,
    /// Early resolution: the body agreed.
    Agreed,
    /// Early resolution: closed; the actions stay alive (R6, R7).
    ClosedEarlyResolution,
    /// Investigation: being looked into.
    Investigating,
    /// Investigation: recommendations written and mandatory checks done.
    DraftReady,
    /// Investigation: the draft is with both parties.
    OutForComment,
    /// Investigation: comments are being considered.
    ConsideringComments,
    /// Investigation: agreed; the final decision may issue.
    FinalReady,
    /// Investigation: the office stands by what the body does not agree to (R21).
    ConsiderPublicReport,
    /// Investigation: the final decision is out (R22).
    FinalIssued,
    /// Investigation: ended because of action the body agreed to (R8).
    DiscontinuedBySettlement,
    /// Ended without recommendations being followed, such as after a withdrawal (E2).
    Discontinued,
}

impl Stage {
    /// The word the record and the lists use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Assessing => "assessing",
            Self::ProposalSent => "proposal_sent",
            Self::Negotiating => "negotiating",
            Self::Agreed => "agreed",
            Self::ClosedEarlyResolution => "closed_early_resolution",
            Self::Investigating => "investigating",
            Self::DraftReady => "draft_ready",
            Self::OutForComment => "out_for_comment",
            Self::ConsideringComments => "considering_comments",
            Self::FinalReady => "final_ready",
            Self::ConsiderPublicReport => "consider_public_report",
            Self::FinalIssued => "final_issued",
            Self::DiscontinuedBySettlement => "discontinued_by_settlement",
            Self::Discontinued => "discontinued",
        }
    }
}

/// Where the follow-up of a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compliance {
    /// Nothing is owed yet.
    NotStarted,
    /// The office waits for, or looks at, evidence.
    Monitoring,
    /// Every recommendation was met or treated as met; both parties were told (R33).
    Complete,
    /// Every recommendation has ended, and at least one was not satisfied.
    ClosedWithFailures,
}

impl Compliance {
    /// The word the record and the lists use.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Monitoring => "monitoring",
            Self::Complete => "complete",
            Self::ClosedWithFailures => "closed_with_failures",
        }
    }
}

/// A fault that was found, and the injustice it caused (R2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Its number in the case.
    pub finding: FindingNumber,
    /// The body whose fault it is.
    pub body: BodyId,
    /// What went wrong.
    pub fault: Words,
    /// What it caused the complainant; none where the office found no injustice.
    pub injustice: Option<Words>,
    /// Does it look like a fault in how the body works (R48)?
    pub systemic: bool,
}

/// A thing that must have been looked at before a draft goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// The guidance on remedies (R39).
    GuidanceOnRemedies,
    /// Earlier service improvements at the body, where a fault looks systemic (R48).
    EarlierImprovements,
    /// Whether the public interest calls for a report (R52).
    PublicInterest,
    /// The guidance on frozen spending, where the body is under such a notice (R43).
    SpendingFreeze,
}

impl Check {
    /// Every check, in the order lists show them.
    pub const ALL: [Self; 4] =
        [Self::GuidanceOnRemedies, Self::EarlierImprovements, Self::PublicInterest, Self::SpendingFreeze];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::GuidanceOnRemedies => "guidance_on_remedies",
            Self::EarlierImprovements => "earlier_improvements",
            Self::PublicInterest => "public_interest",
            Self::SpendingFreeze => "spending_freeze",
        }
    }
}

/// A check that was made, with what was concluded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckDone {
    /// Which.
    pub check: Check,
    /// The version of the guidance, where the check is of a text that changes (R39).
    pub version: Option<String>,
    /// What was concluded.
    pub note: Words,
    /// When.
    pub on: Date,
}

/// One draft that went to both parties (R9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRound {
    /// 1 for the first.
    pub draft: u8,
    /// When it went.
    pub issued_on: Date,
    /// By when each body is asked to comment (R15).
    pub bodies: Vec<(BodyId, Date)>,
    /// By when the complainant is asked to comment; none in an own-initiative case (E35).
    pub complainant: Option<Date>,
    /// What it proposed.
    pub numbers: Vec<RecommendationNumber>,
}

/// What the complainant said of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComplainantComment {
    /// On which draft.
    pub draft: u8,
    /// On which recommendation; none for the whole.
    pub number: Option<RecommendationNumber>,
    /// What.
    pub comment: Words,
    /// When it was in.
    pub received_on: Date,
}

/// How the office considered a party's comments on one recommendation (R19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consideration {
    /// After which draft.
    pub draft: u8,
    /// Which recommendation.
    pub number: RecommendationNumber,
    /// Does it stand, was it changed, is it withdrawn?
    pub outcome: ConsideredOutcome,
    /// Why.
    pub reasoning: Words,
    /// When.
    pub on: Date,
}

/// What consideration led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsideredOutcome {
    /// It stands.
    Stands,
    /// It was changed.
    Changed,
    /// It was withdrawn.
    Withdrawn,
}

/// The final decision (R22, R23).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinalDecision {
    /// Its date.
    pub decided_on: Date,
    /// By which instrument.
    pub instrument: Instrument,
}

/// When a body received an instrument, and what shows it (I3, E17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Which body.
    pub body: BodyId,
    /// The day.
    pub received_on: Date,
    /// What shows it: a delivery record, an acknowledgement.
    pub shown_by: Words,
    /// Disputed by the body, with what it says.
    pub disputed: Option<Words>,
    /// Which instrument; the decision where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<InstrumentNumber>,
}

/// Evidence as it stands in the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What came.
    pub submission: Submission,
    /// Things to know about it.
    pub warnings: Vec<EvidenceWarning>,
}

/// A case, folded from its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The reference people use.
    pub reference: CaseReference,
    /// The jurisdiction profile it was opened under.
    pub profile: String,
    /// How it is dealt with.
    pub route: Route,
    /// A short title for staff.
    pub title: Words,
    /// Opened by the office itself, without a complainant (E35; PSOW Act 2019 s.4).
    pub own_initiative: bool,
    /// When the complaint was received.
    pub received_on: Date,
    /// Who handles it.
    pub handler: StaffId,
    /// The complainant, or who stands in for them.
    pub complainant: Option<Complainant>,
    /// What has become of the complainant's part.
    pub standing: Standing,
    /// The bodies complained of (E11).
    pub bodies: Vec<BodyId>,
    /// Faults found.
    pub findings: Vec<Finding>,
    /// Recommendations, in order of number.
    pub recommendations: Vec<Recommendation>,
    /// Checks made.
    pub checks: Vec<CheckDone>,
    /// Contacts logged.
    pub contacts: Vec<Contact>,
    /// The early-resolution proposal.
    pub proposal: Option<Proposal>,
    /// The early-resolution agreement.
    pub settlement: Option<Settlement>,
    /// Drafts that went out.
    pub drafts: Vec<DraftRound>,
    /// Bodies that had said nothing when comments on the latest draft were closed; none while they are open.
    pub comments_closed: Option<Vec<BodyId>>,
    /// What the complainant said.
    pub complainant_comments: Vec<ComplainantComment>,
    /// How comments were considered.
    pub considerations: Vec<Consideration>,
    /// Recommendations changed in substance since the latest draft (R20).
    pub changed_since_draft: Vec<RecommendationNumber>,
    /// Why no further draft was sent although they changed (R20).
    pub further_draft_skipped: Option<Words>,
    /// Why a public report is being considered (R21).
    pub public_report_considered: Option<Words>,
    /// The final decision.
    pub final_decision: Option<FinalDecision>,
    /// Ended by agreed action instead of a decision, when.
    pub discontinued: Option<Date>,
    /// Bodies reminded to comment on the latest draft or proposal (R15).
    pub reminded_to_comment: Vec<BodyId>,
    /// Ended without follow-up (E2), when.
    pub ended_without_decision: Option<Date>,
    /// When the case was closed; its compliance may go on.
    pub closed_on: Option<Date>,
    /// How its compliance ended, and when.
    pub compliance_closed: Option<(Compliance, Date)>,
    /// Receipts recorded.
    pub receipts: Vec<Receipt>,
    /// Evidence that came.
    pub evidence: Vec<Evidence>,
    /// Letters owed, in order; each went to the outbox with its event.
    pub letters: Vec<Letter>,
    /// Recommendations for which a special report was considered, with the conclusion (R37).
    pub special_report_considered: Vec<RecommendationNumber>,
    /// What becomes of the case after the withdrawal or death was decided, when (E1, E2).
    pub withdrawal_decided: Option<Date>,
    /// Chases on this case are stopped, and why.
    pub chases_stopped: Option<Words>,

    // Reports and notices.
    /// The period of a report by the alternative route, as it is agreed for the latest draft (PSOW Act 2019 s.27).
    pub period_agreed: Option<PeriodAgreed>,
    /// Criteria for a public report (R52).
    pub criteria: Vec<CriterionRecorded>,
    /// Notices of a report.
    pub report_notices: Vec<ReportNotice>,
    /// Health bodies that contracted with providers (PSOW Act 2019 s.25).
    pub contracting_bodies: Vec<ContractingBody>,
    /// What is prepared and not yet issued.
    pub prepared: Option<Prepared>,
    /// The instruments issued, in order; the decision is the first.
    pub issued: Vec<Issued>,

    // Earlier improvements.
    /// What was concluded of earlier service improvements, in order (R49–R51).
    pub earlier_judged: Vec<recurrence::Standing>,
    /// Paragraphs by which the decision refers to earlier ones; the latest about a body stands (R50).
    pub references: Vec<recurrence::ReferenceParagraph>,

    // Escalation and handling.
    /// Steps taken where a body does not comply.
    pub steps_taken: Vec<StepTaken>,
    /// Cases that belong to this one.
    pub linked_cases: Vec<LinkedCase>,
    /// How bodies dealt with the office, as noted (R56).
    pub handling: Vec<handling::Noted>,
    /// What in the record says how they did.
    pub handling_signs: Vec<handling::Sign>,

    // Keeping and disposal.
    /// What stops its disposal, and what has gone (R54, R55).
    pub keeping: Keeping,

    // Disclosure.
    /// What is set apart, shown, barred and disclosed of its evidence (E8–E10, E33, E34).
    pub disclosure: Disclosure,

    // Bodies over time.

    // Editions of the profile.
    /// The edition of its profile under which it is followed up; none before anything was issued.
    pub edition: Option<Edition>,
    /// How recommendations followed a body's successor (E13).
    pub followed: Vec<Followed>,
    /// Recommendations that ended with a closed provider (E15).
    pub ceased_on_closure: Vec<CeasedOnClosure>,
    /// How many events it has; the next gets this number plus one.
    pub seq: u32,
}

impl Case {
    /// One of its recommendations.
    pub fn recommendation(&self, number: RecommendationNumber) -> Option<&Recommendation> {
        self.recommendations.iter().find(|one| one.number == number)
    }

    /// One of its submissions of evidence.
    pub fn submission(&self, id: EvidenceId) -> Option<&Evidence> {
        self.evidence.iter().find(|one| one.submission.evidence == id)
    }

    /// Recommendations not withdrawn before the decision.
    pub fn live(&self) -> impl Iterator<Item = &Recommendation> {
        self.recommendations.iter().filter(|one| one.dropped.is_none())
    }

    /// The latest draft.
    pub fn latest_draft(&self) -> Option<&DraftRound> {
        self.drafts.last()
    }

    /// Was this check made?
    pub fn has_check(&self, check: Check) -> bool {
        self.checks.iter().any(|done| done.check == check)
    }

    /// The day of the decision or agreement from which evidence dates count, once there is one.
    pub fn decided_on(&self) -> Option<Date> {
        self.final_decision.as_ref().map(|decision| decision.decided_on).or(self.discontinued).or_else(|| {
            self.settlement.as_ref().filter(|_| self.closed_on.is_some()).map(|one| one.agreed_on)
        })
    }

    /// Where its follow-up is.
    pub fn compliance(&self) -> Compliance {
        match &self.compliance_closed {
            Some((outcome, _)) => *outcome,
            None if self.live().any(|one| one.decided) => Compliance::Monitoring,
            None => Compliance::NotStarted,
        }
    }

    /// Has every recommendation ended?
    pub fn all_ended(&self) -> bool {
        self.live().next().is_some() && self.live().all(|one| one.state().is_terminal())
    }

    /// The worst of its recommendations decides how a case ended.
    pub fn outcome(&self) -> Compliance {
        if !self.all_ended() {
            return self.compliance();
        }
        worst(self.live())
    }

    /// Has everything that was recommended to this body ended? The failure of one body does not keep the matter of
    /// another open (E11).
    pub fn all_ended_for(&self, body: BodyId) -> bool {
        let mut theirs = self.live().filter(|one| one.terms.addressee == body).peekable();
        theirs.peek().is_some() && theirs.all(|one| one.state().is_terminal())
    }

    /// How the matter ended for this body: the worst of what was recommended to it (E11).
    pub fn outcome_for(&self, body: BodyId) -> Compliance {
        if !self.all_ended_for(body) {
            return self.compliance();
        }
        worst(self.live().filter(|one| one.terms.addressee == body))
    }

    /// Is there somebody on the complainant's side to write to and to ask? Not in an own-initiative case (E35), nor
    /// while nobody stands in for a person who has died (E1).
    pub fn has_complainant_to_ask(&self) -> bool {
        self.complainant.is_some() && !matches!(self.standing, Standing::Died { .. })
    }

    /// Did the complainant withdraw or die, and has nobody decided yet what becomes of the case (E1, E2)?
    pub fn awaits_decision_on_withdrawal(&self) -> bool {
        let gone = matches!(self.standing, Standing::Withdrawn { .. } | Standing::Died { .. });
        gone && self.withdrawal_decided.is_none()
    }

    /// By when a body was asked to answer on the latest draft or proposal (R15).
    pub fn asked_to_answer_by(&self, body: BodyId) -> Option<Date> {
        match self.route {
            Route::EarlyResolution => self.proposal.as_ref().map(|proposal| proposal.answer_by),
            Route::Investigation => self
                .latest_draft()
                .and_then(|round| round.bodies.iter().find(|(one, _)| *one == body))
                .map(|(_, by)| *by),
        }
    }

    /// Did the body's latest answer arrive within the time it was given (R15)? Nothing while there is none.
    pub fn answered_in_time(&self, one: &Recommendation) -> Option<bool> {
        let by = self.asked_to_answer_by(one.terms.addressee)?;
        one.position().map(|position| position.received_on <= by)
    }

    /// Live recommendations on which something was said of the latest draft that the office has not yet recorded as
    /// considered (R19).
    pub fn unconsidered(&self) -> Vec<RecommendationNumber> {
        let Some(round) = self.latest_draft() else { return Vec::new() };
        let considered = |number: RecommendationNumber| {
            self.considerations.iter().any(|one| one.draft == round.draft && one.number == number)
        };
        let on_the_whole = self
            .complainant_comments
            .iter()
            .any(|comment| comment.draft == round.draft && comment.number.is_none());
        let untouched = !self.considerations.iter().any(|one| one.draft == round.draft);
        let spoken_of = |one: &&Recommendation| {
            let by_body = one.positions.iter().any(|position| {
                position.draft == round.draft
                    && !matches!(position.answer, crate::recommendation::Answer::Agree)
            });
            let by_complainant = self
                .complainant_comments
                .iter()
                .any(|comment| comment.draft == round.draft && comment.number == Some(one.number));
            by_body || by_complainant || (on_the_whole && untouched)
        };
        self.live().filter(spoken_of).map(|one| one.number).filter(|number| !considered(*number)).collect()
    }

    /// Would a special report be open on the agreement as recorded, should the promise be broken? It needs a concluded
    /// injustice, particular action and a particular period (PSOW Act 2019 s.28(6)).
    pub fn settlement_can_be_relied_on(&self) -> bool {
        let concluded = self.settlement.as_ref().is_some_and(|one| one.injustice_concluded);
        concluded && self.live().all(|one| one.terms.evidence_due.is_some())
    }
}

/// The worst of several recommendations, all of which have ended.
fn worst<'a>(mut all: impl Iterator<Item = &'a Recommendation>) -> Compliance {
    let failed = |state: State| matches!(state, State::NotMet | State::Refused | State::Ceased);
    if all.any(|one| failed(one.state())) { Compliance::ClosedWithFailures } else { Compliance::Complete }
}
