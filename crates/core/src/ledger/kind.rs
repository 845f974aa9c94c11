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
}
