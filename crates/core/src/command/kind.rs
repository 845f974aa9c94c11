//! The kinds of commands, without what they carry: what the permission table is about.

use serde::{Deserialize, Serialize};

use super::Command;

impl CommandKind {
    /// Does it issue something that is followed up afterwards? That goes by the profile in force; everything else by the
    /// edition what was issued stands under.
    pub fn issues_an_instrument(self) -> bool {
        matches!(
            self,
            Self::IssueFinalDecision
                | Self::DiscontinueBySettlement
                | Self::RecordSettlement
                | Self::PrepareInstrument
                | Self::IssueInstrument
        )
    }
}

macro_rules! command_kinds {
    ($($name:ident),+ $(,)?) => {
        /// The kind of a command, without what it carries: what the permission table is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum CommandKind { $(
            #[doc = concat!("[`Command::", stringify!($name), "`].")]
            $name
        ),+ }

        impl CommandKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }
        }

        impl Command {
            /// Which kind it is.
            pub fn kind(&self) -> CommandKind {
                match self { $(Self::$name { .. } => CommandKind::$name),+ }
            }
        }
    };
}

command_kinds! {
    OpenCase, AssignHandler, AddBody, RecordFinding, RecordCheck, RecordContact, WriteRecommendation,
    ReviseRecommendation, DropRecommendation, ProposeResolution, AnswerProposal, RecordSettlement,
    CloseWithAgreedActions, TurnIntoInvestigation, IssueDraft, RecordComplainantComment, ExtendComments,
    RemindToComment, CloseComments, ConsiderComments, SkipFurtherDraft, AuthoriseEarlyAction, ConsiderPublicReport,
    IssueFinalDecision, DiscontinueBySettlement, RecordWithdrawal, DecideAfterWithdrawal, RecordDeath,
    SubstituteComplainant, RecordUnreachable, RecordReceipt, RecordEvent, RecomputeDate,
    ReceiveEvidence, StartReview,
    AssessItem, JudgeMet, AskForMore, TreatAsMet, JudgeNotMet, RecordRefusal, Cease, Supersede,
    RecordSpecialReportConsidered, Reopen, RequestExtension, DecideExtension, RecordHadIt, StopChases,
    ResumeChases, SendChase, RecordUndelivered,

    // Reports and notices.
    RecordPeriod, RecordCriterion, GiveReportNotice, NameContractingBody, PrepareInstrument, CommentOnInstrument,
    IssueInstrument, RecordOfInstrument, RuleOnInstrument,

    // Earlier improvements.
    JudgeEarlier, ReferToEarlier,

    // Escalation and handling.
    TakeEscalationStep, LinkCase,
    RecordHandling,

    // Keeping and disposal.
    MarkSignificant, PlaceHold, LiftHold, Retain, ProposeDisposal, ApproveDisposal, RecordDisposal,
    RecordPostDecisionReview,

    // Disclosure.
    QuarantineEvidence, AcceptMovedEvidence, NoteEvidenceMoved, ClassifyFile, AddRedactedCopy, BarDocument, LiftBar,
    Disclose, RecordTranslation,

    // Bodies over time.
    FollowSuccessor, CeaseOnClosure, RestOnFreeze,
}
