//! Letters the office owes: which, to whom, about what. The words of each stand in the letter templates.

use serde::{Deserialize, Serialize};

use crate::{
    id::{BodyId, RecommendationNumber},
    text::{Digest, Language},
};

/// What a letter is for. Each has a template in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// An early resolution is proposed (R5).
    Proposal,
    /// A case is closed with agreed actions (R6).
    SettlementClosed,
    /// A draft goes out for comment (R9).
    Draft,
    /// A party has not commented, and the date is near.
    CommentReminder,
    /// The final decision (R22, R23).
    FinalDecision,
    /// An investigation ends because of agreed action (R8).
    Discontinuance,
    /// Something was received; how and when it will be looked at.
    EvidenceReceipt,
    /// More evidence is needed, and what (R35).
    FurtherEvidence,
    /// A request for a later date was decided (R30).
    ExtensionDecision,
    /// A recommendation is treated as met (R36).
    TreatedAsMet,
    /// All is met; the matter is closed (R33).
    Completion,
    /// All has ended, not all as it should.
    ClosedWithFailures,
    /// A date has passed and nothing came (R31).
    Chase,
    /// A date is near.
    Reminder,
    /// The body hears that a report is coming, and why.
    ReportNotice,
    /// A report that follows another goes out for comment (R9).
    InstrumentDraft,
    /// A report or notice that follows another is issued (R37, R41).
    InstrumentIssued,
    /// The complainant hears why it takes so long (practice 2.4).
    StillWaiting,
    /// What a body sent is for another case, body or complainant, and was set apart (E8).
    WrongEvidence,
    /// Recommendations are carried out by another body from now on (E13).
    SuccessorNotice,
}

impl LetterKind {
    /// Every kind.
    pub const ALL: [Self; 20] = [
        Self::Proposal,
        Self::SettlementClosed,
        Self::Draft,
        Self::CommentReminder,
        Self::FinalDecision,
        Self::Discontinuance,
        Self::EvidenceReceipt,
        Self::FurtherEvidence,
        Self::ExtensionDecision,
        Self::TreatedAsMet,
        Self::Completion,
        Self::ClosedWithFailures,
        Self::Chase,
        Self::Reminder,
        Self::ReportNotice,
        Self::InstrumentDraft,
        Self::InstrumentIssued,
        Self::StillWaiting,
        Self::WrongEvidence,
        Self::SuccessorNotice,
    ];

    /// The word the record uses, and the name of the template's folder.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposal => "proposal",
            Self::SettlementClosed => "settlement_closed",
            Self::Draft => "draft",
            Self::CommentReminder => "comment_reminder",
            Self::FinalDecision => "final_decision",
            Self::Discontinuance => "discontinuance",
            Self::EvidenceReceipt => "evidence_receipt",
            Self::FurtherEvidence => "further_evidence",
            Self::ExtensionDecision => "extension_decision",
            Self::TreatedAsMet => "treated_as_met",
            Self::Completion => "completion",
            Self::ClosedWithFailures => "closed_with_failures",
            Self::Chase => "chase",
            Self::Reminder => "reminder",
            Self::ReportNotice => "report_notice",
            Self::InstrumentDraft => "instrument_draft",
            Self::InstrumentIssued => "instrument_issued",
            Self::StillWaiting => "still_waiting",
            Self::WrongEvidence => "wrong_evidence",
            Self::SuccessorNotice => "successor_notice",
        }
    }
}

/// Whom a letter goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Recipient {
    /// A body's link officers.
    Body {
        /// Which body.
        body: BodyId,
    },
    /// The complainant, or who stands in for them.
    Complainant,
}

/// A letter that is owed: recorded with what caused it, and put in the outbox in the same transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What for.
    pub letter: LetterKind,
    /// To whom.
    #[serde(flatten)]
    pub recipient: Recipient,
    /// About which recommendations.
    pub numbers: Vec<RecommendationNumber>,
    /// Unique in the case, so that nothing is sent twice.
    pub key: String,
    /// The language it is written in: the recipient's, as it was that day (R38).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Which version of the template it is made from; the shell knows the templates (I5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template_version: Option<String>,
    /// The digest of what the template was filled with, so that a letter made again can be compared (I5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Digest>,
}

impl Letter {
    /// The letter with what is needed to make it again, word for word: its language, its template's version and the
    /// digest of what the template was filled with (I5).
    #[must_use]
    pub fn made_from(self, language: Language, template_version: impl Into<String>, data: Digest) -> Self {
        Self {
            language: Some(language),
            template_version: Some(template_version.into()),
            data: Some(data),
            ..self
        }
    }

    /// Can it be made again, word for word (I5)?
    pub fn is_reproducible(&self) -> bool {
        self.language.is_some() && self.template_version.is_some() && self.data.is_some()
    }
}
