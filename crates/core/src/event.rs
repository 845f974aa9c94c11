//! All that may have happened to a case. Kinds are only added, fields only added: every event ever written reads for ever.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::{
        CheckDone, ComplainantComment, Compliance, Consideration, Contact, DraftRound, FinalDecision,
        Finding, Proposal, Receipt, Settlement,
    },
    command::Opening,
    evidence::{EvidenceWarning, ItemFinding, Submission},
    id::{BodyId, CaseId, ExtensionId, PostId, RecommendationNumber, StaffId},
    letter::Letter,
    party::{Complainant, Standing},
    recommendation::{
        Chase, DateVersion, DropReason, ExtensionDecision, ExtensionRequest, Judgement, Position, Terms,
    },
    text::Words,
};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "the opening is the largest and stands once in a history")]
pub enum Event {
    /// A case was opened.
    CaseOpened {
        /// Its id.
        case: CaseId,
        /// What was known.
        opening: Opening,
    },
    /// It was given to somebody.
    HandlerAssigned {
        /// To whom.
        handler: StaffId,
    },
    /// A body was added.
    BodyAdded {
        /// Which.
        body: BodyId,
    },
    /// A fault was found.
    FindingRecorded(Finding),
    /// Something mandatory was looked at.
    CheckRecorded(CheckDone),
    /// A contact was logged.
    ContactRecorded(Contact),
    /// A recommendation was written.
    RecommendationWritten {
        /// Its number.
        number: RecommendationNumber,
        /// What it says.
        terms: Box<Terms>,
    },
    /// A recommendation was changed.
    RecommendationRevised {
        /// Which.
        number: RecommendationNumber,
        /// What it says now.
        terms: Box<Terms>,
        /// In substance, so that parties should see it again (R20)?
        substantial: bool,
    },
    /// A recommendation was withdrawn before the decision.
    RecommendationDropped {
        /// Which.
        number: RecommendationNumber,
        /// Why.
        reason: DropReason,
        /// More about why.
        note: Words,
    },
    /// Actions were proposed for an early resolution.
    ResolutionProposed(Proposal),
    /// A body answered.
    ProposalAnswered {
        /// Which body.
        body: BodyId,
        /// On which recommendation.
        number: RecommendationNumber,
        /// What it said.
        position: Position,
    },
    /// An early resolution was agreed.
    SettlementRecorded(Settlement),
    /// Early resolution failed; the case is investigated.
    TurnedIntoInvestigation {
        /// Why.
        reason: Words,
        /// When.
        on: Date,
    },
    /// A draft went to both parties.
    DraftIssued(DraftRound),
    /// The complainant commented.
    ComplainantCommented(ComplainantComment),
    /// A body has more time to comment.
    CommentsExtended {
        /// Which.
        body: BodyId,
        /// Until when.
        until: Date,
        /// Why.
        reason: Words,
    },
    /// A body that had not answered was reminded.
    RemindedToComment {
        /// Which body.
        body: BodyId,
        /// When.
        on: Date,
        /// The message.
        post: PostId,
    },
    /// Comments were closed.
    CommentsClosed {
        /// When.
        on: Date,
        /// Who had said nothing: that is not agreement.
        silent: Vec<BodyId>,
    },
    /// Comments on one recommendation were considered.
    CommentsConsidered(Consideration),
    /// No further draft, although the recommendations changed.
    FurtherDraftSkipped {
        /// Why.
        reason: Words,
    },
    /// The body may act before the final decision.
    EarlyActionAuthorised {
        /// On which recommendation.
        number: RecommendationNumber,
        /// Why.
        reason: Words,
    },
    /// A public report is being considered.
    PublicReportConsidered {
        /// Why.
        reason: Words,
    },
    /// The final decision was issued.
    FinalDecisionIssued(FinalDecision),
    /// The investigation ended by agreed action.
    DiscontinuedBySettlement {
        /// When.
        on: Date,
        /// Why.
        reason: Words,
    },
    /// A date by which the office must be told was set or changed (R24, R30).
    EvidenceDateSet {
        /// For which recommendation.
        number: RecommendationNumber,
        /// The date.
        date: DateVersion,
    },
    /// The case was closed; its compliance may go on.
    CaseClosed {
        /// When.
        on: Date,
    },
    /// The complainant's part in the case changed.
    StandingChanged {
        /// To what.
        #[serde(flatten)]
        standing: Standing,
        /// More about it.
        note: Option<Words>,
    },
    /// What becomes of the case after a withdrawal or death was decided.
    WithdrawalDecided {
        /// Does it go on?
        carry_on: bool,
        /// Why.
        reason: Words,
        /// When.
        on: Date,
    },
    /// Somebody stands in for the complainant.
    ComplainantSubstituted {
        /// Who.
        by: Box<Complainant>,
    },
    /// A receipt was recorded or put right.
    ReceiptRecorded(Receipt),
    /// The event a date waits for has happened (E39).
    AwaitedEventHappened {
        /// For which recommendation.
        number: RecommendationNumber,
        /// When.
        on: Date,
    },
    /// Evidence came.
    EvidenceReceived {
        /// What.
        submission: Box<Submission>,
        /// Things to know about it.
        warnings: Vec<EvidenceWarning>,
    },
    /// A reviewer took it up.
    ReviewStarted {
        /// Which recommendation.
        number: RecommendationNumber,
    },
    /// An item was assessed.
    ItemAssessed {
        /// Which recommendation.
        number: RecommendationNumber,
        /// What was found.
        finding: ItemFinding,
    },
    /// More was asked for.
    FurtherEvidenceRequested {
        /// For which recommendation.
        number: RecommendationNumber,
        /// What is needed; none where a bare statement was answered by rule (R26).
        needed: Option<Words>,
        /// When.
        on: Date,
    },
    /// The office judged.
    Judged {
        /// Which recommendation.
        number: RecommendationNumber,
        /// How.
        judgement: Judgement,
        /// When.
        on: Date,
    },
    /// A special report was considered.
    SpecialReportConsidered {
        /// For which recommendation.
        number: RecommendationNumber,
        /// What was concluded.
        conclusion: Words,
    },
    /// What had ended was reopened.
    Reopened {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Why.
        reason: Words,
        /// When.
        on: Date,
    },
    /// A later date was asked for.
    ExtensionRequested {
        /// For which recommendation.
        number: RecommendationNumber,
        /// What was asked.
        request: ExtensionRequest,
    },
    /// The request was decided.
    ExtensionDecided {
        /// For which recommendation.
        number: RecommendationNumber,
        /// Which request.
        extension: ExtensionId,
        /// How.
        decision: ExtensionDecision,
    },
    /// The complainant said whether they have had it.
    HadItRecorded {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Have they?
        had_it: bool,
        /// What they said.
        note: Option<Words>,
    },
    /// Chases were stopped on this case.
    ChasesStopped {
        /// Why.
        reason: Words,
    },
    /// Chases go again.
    ChasesResumed,
    /// A chase went.
    Chased {
        /// For which recommendation.
        number: RecommendationNumber,
        /// The chase.
        chase: Chase,
    },
    /// A chase came back: it does not count.
    ChaseUndelivered {
        /// For which recommendation.
        number: RecommendationNumber,
        /// For which version of the date.
        date_version: u8,
        /// Which step.
        step: String,
    },
    /// A letter is owed; it went to the outbox in the same transaction.
    LetterOwed(Letter),
    /// Every recommendation has ended (R33).
    ComplianceClosed {
        /// How.
        outcome: Compliance,
        /// When.
        on: Date,
        /// When the last evidence was in: the service level runs from it (R34).
        last_evidence_on: Option<Date>,
    },
}
