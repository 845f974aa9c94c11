//! All that may have happened to a case. Kinds are only added, fields only added: every event ever written reads for ever.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::{
        CheckDone, ComplainantComment, Compliance, Consideration, Contact, DraftRound, FinalDecision,
        Finding, Proposal, Receipt, Settlement,
    },
    command::Opening,
    disclosure::{
        BarLifted, Barred, Classified, Disclosed, MovedOut, Quarantined, RedactedCopy, Translation,
    },
    evidence::{EvidenceWarning, ItemFinding, Submission},
    handling::HandlingNote,
    id::{BodyId, CaseId, CaseReference, EvidenceId, ExtensionId, PostId, RecommendationNumber, StaffId},
    instrument::InstrumentNumber,
    issued::{
        ContractingBody, CriterionRecorded, InstrumentComment, Issued, LinkedCase, PeriodAgreed, Prepared,
        ReportNotice, Ruled, StepTaken, Told,
    },
    letter::Letter,
    party::{Complainant, Standing},
    profile::Edition,
    recommendation::{
        Chase, DateVersion, DropReason, ExtensionDecision, ExtensionRequest, Judgement, Position, Terms,
    },
    recurrence::{EarlierJudged, ReferenceParagraph},
    retention::{Class, Disposal, DisposalProposal, Hold, HoldNumber, PostDecisionReview, Retained},
    succession::{CeasedOnClosure, Followed, RestsOnFreeze},
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
    // Reports and notices.
    /// The period of a report by the alternative route was agreed or specified (PSOW Act 2019 s.27(2)–(3)).
    PeriodAgreed(PeriodAgreed),
    /// A criterion for a public report was recorded (R52).
    CriterionRecorded(CriterionRecorded),
    /// A body was given notice of a report.
    ReportNoticeGiven(ReportNotice),
    /// The health body that contracted with a provider was named (PSOW Act 2019 s.25).
    ContractingBodyNamed(ContractingBody),
    /// An instrument was prepared.
    InstrumentPrepared(Box<Prepared>),
    /// A party commented on a draft instrument.
    InstrumentCommented(InstrumentComment),
    /// An instrument that follows another was issued (R37, R41).
    InstrumentIssued(Box<Issued>),
    /// The office was told something of an instrument.
    InstrumentTold {
        /// Which.
        instrument: InstrumentNumber,
        /// By or about which body.
        body: BodyId,
        /// When it was recorded.
        on: Date,
        /// What.
        told: Told,
    },
    /// The office ruled on an instrument.
    InstrumentRuledOn {
        /// Which.
        instrument: InstrumentNumber,
        /// For which body.
        body: BodyId,
        /// When.
        on: Date,
        /// What.
        ruled: Ruled,
    },

    // Earlier improvements.
    /// It was judged whether earlier service improvements had time to embed (R49–R51).
    EarlierImprovementsJudged(EarlierJudged),
    /// The decision refers to earlier service improvements, in these words (R50).
    EarlierImprovementsReferredTo(ReferenceParagraph),

    // Escalation and handling.
    /// A step was taken where a body does not comply (practice 2.4).
    EscalationStepTaken(StepTaken),
    /// Another case was linked.
    CaseLinked(LinkedCase),
    /// How a body dealt with the office was noted (R56).
    HandlingRecorded(HandlingNote),
    // Keeping and disposal.
    /// The evidence of a service improvement is kept longer, because it is significant (R55).
    MarkedSignificant {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Why.
        reasons: Words,
        /// When.
        on: Date,
    },
    /// Disposal is stopped, of the case or of some papers.
    HoldPlaced(Hold),
    /// It is no longer stopped for this reason.
    HoldLifted {
        /// Which hold.
        hold: HoldNumber,
        /// Why.
        reason: Words,
        /// When.
        on: Date,
    },
    /// Somebody looked and keeps the case longer.
    Retained(Retained),
    /// Somebody proposes that something goes.
    DisposalProposed(DisposalProposal),
    /// A second person approves it.
    DisposalApproved {
        /// What.
        class: Class,
        /// Who.
        by: StaffId,
        /// When.
        on: Date,
    },
    /// It was destroyed.
    Disposed(Box<Disposal>),
    /// The decision was reviewed after it was made (E26).
    PostDecisionReviewed(PostDecisionReview),
    // Disclosure.
    /// A submission was set apart; it no longer counts (E8).
    EvidenceQuarantined(Quarantined),
    /// What was set apart in another case came here; its submission follows (E8).
    EvidenceMovedIn {
        /// Which submission.
        evidence: EvidenceId,
        /// The case it came to first.
        from: CaseReference,
    },
    /// What was set apart went to another case (E8).
    EvidenceMovedOut(MovedOut),
    /// Who may see a file was said (E9).
    FileClassified(Classified),
    /// A redacted copy was added (E9).
    RedactedCopyAdded(RedactedCopy),
    /// A document was barred (E10).
    DocumentBarred(Barred),
    /// The bar was lifted (E10).
    BarLifted(BarLifted),
    /// Something was disclosed (E34).
    Disclosed(Disclosed),
    /// A step of a translation was taken (E33).
    TranslationRecorded {
        /// Which.
        #[serde(flatten)]
        translation: Translation,
        /// When.
        on: Date,
    },

    // Bodies over time.

    // Editions of the profile.
    /// From now on the case is followed up under this edition of its profile: the one in force when its instrument was
    /// issued. A profile that changes later applies to what is issued later.
    ProfileEditionFixed {
        /// Which.
        edition: Edition,
    },
    /// Recommendations followed a successor (E13).
    SuccessorFollowed(Followed),
    /// A closed provider is no longer pursued (E15); the judgement follows.
    CeasedOnClosure(CeasedOnClosure),
    /// A request for a later date rests on a spending freeze (E24).
    RequestRestsOnFreeze(RestsOnFreeze),
}
