//! The name of each kind of event, as the record writes it.

use crate::event::Event;

macro_rules! kinds {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// Every kind of event there is.
        pub const KINDS: &[&str] = &[$($name),+];

        impl Event {
            /// The kind of this event, as the record writes it.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $name),+ }
            }
        }
    };
}

kinds! {
    CaseOpened = "case_opened",
    HandlerAssigned = "handler_assigned",
    BodyAdded = "body_added",
    FindingRecorded = "finding_recorded",
    CheckRecorded = "check_recorded",
    ContactRecorded = "contact_recorded",
    RecommendationWritten = "recommendation_written",
    RecommendationRevised = "recommendation_revised",
    RecommendationDropped = "recommendation_dropped",
    ResolutionProposed = "resolution_proposed",
    ProposalAnswered = "proposal_answered",
    SettlementRecorded = "settlement_recorded",
    TurnedIntoInvestigation = "turned_into_investigation",
    DraftIssued = "draft_issued",
    ComplainantCommented = "complainant_commented",
    CommentsExtended = "comments_extended",
    RemindedToComment = "reminded_to_comment",
    CommentsClosed = "comments_closed",
    CommentsConsidered = "comments_considered",
    FurtherDraftSkipped = "further_draft_skipped",
    EarlyActionAuthorised = "early_action_authorised",
    PublicReportConsidered = "public_report_considered",
    FinalDecisionIssued = "final_decision_issued",
    DiscontinuedBySettlement = "discontinued_by_settlement",
    EvidenceDateSet = "evidence_date_set",
    CaseClosed = "case_closed",
    StandingChanged = "standing_changed",
    WithdrawalDecided = "withdrawal_decided",
    ComplainantSubstituted = "complainant_substituted",
    ReceiptRecorded = "receipt_recorded",
    AwaitedEventHappened = "awaited_event_happened",
    EvidenceReceived = "evidence_received",
    ReviewStarted = "review_started",
    ItemAssessed = "item_assessed",
    FurtherEvidenceRequested = "further_evidence_requested",
    Judged = "judged",
    SpecialReportConsidered = "special_report_considered",
    Reopened = "reopened",
    ExtensionRequested = "extension_requested",
    ExtensionDecided = "extension_decided",
    HadItRecorded = "had_it_recorded",
    ChasesStopped = "chases_stopped",
    ChasesResumed = "chases_resumed",
    Chased = "chased",
    ChaseUndelivered = "chase_undelivered",
    LetterOwed = "letter_owed",
    ComplianceClosed = "compliance_closed",
    ProfileEditionFixed = "profile_edition_fixed",
    PeriodAgreed = "period_agreed",
    CriterionRecorded = "criterion_recorded",
    ReportNoticeGiven = "report_notice_given",
    ContractingBodyNamed = "contracting_body_named",
    InstrumentPrepared = "instrument_prepared",
    InstrumentCommented = "instrument_commented",
    InstrumentIssued = "instrument_issued",
    InstrumentTold = "instrument_told",
    InstrumentRuledOn = "instrument_ruled_on",
    EscalationStepTaken = "escalation_step_taken",
    CaseLinked = "case_linked",
    // Earlier improvements.
    EarlierImprovementsJudged = "earlier_improvements_judged",
    EarlierImprovementsReferredTo = "earlier_improvements_referred_to",
    // Escalation and handling.
    HandlingRecorded = "handling_recorded",

    EvidenceQuarantined = "evidence_quarantined",
    EvidenceMovedIn = "evidence_moved_in",
    EvidenceMovedOut = "evidence_moved_out",
    FileClassified = "file_classified",
    RedactedCopyAdded = "redacted_copy_added",
    DocumentBarred = "document_barred",
    BarLifted = "bar_lifted",
    Disclosed = "disclosed",
    TranslationRecorded = "translation_recorded",

    SuccessorFollowed = "successor_followed",
    CeasedOnClosure = "ceased_on_closure",
    RequestRestsOnFreeze = "request_rests_on_freeze",
    MarkedSignificant = "marked_significant",
    HoldPlaced = "hold_placed",
    HoldLifted = "hold_lifted",
    Retained = "retained",
    DisposalProposed = "disposal_proposed",
    DisposalApproved = "disposal_approved",
    Disposed = "disposed",
    PostDecisionReviewed = "post_decision_reviewed",
}
