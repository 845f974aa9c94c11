//! Letters and e-mails in both languages: from what the record holds to subject, text and page, reproducibly (I5).
//!
//! Each kind of letter has a folder with a template for each reader and language. A template is one text with its
//! parts drawn in, so that text, stored beside the data it was given, gives the same letter for ever.

pub mod data;
mod gather;
mod link_letter;
mod markup;
mod template;

use amends_core::{
    letter::LetterKind,
    text::{Digest, Language},
};
use serde::{Deserialize, Serialize};

pub use data::LetterData;
pub use gather::{Bits, Given, digest, gather};
pub use link_letter::{LinkLetter, Told};
pub use template::{LetterError, Letters, Template};

/// Who reads a letter; each reader has words of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// Link officers of a body.
    Body,
    /// The complainant, or who stands in for them.
    Complainant,
}

impl Reader {
    /// The name of the template's file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Complainant => "complainant",
        }
    }
}

/// Who gets letters of a kind. Receipts, requests and chases are between the office and the body.
pub fn readers(kind: LetterKind) -> &'static [Reader] {
    match kind {
        LetterKind::EvidenceReceipt
        | LetterKind::FurtherEvidence
        | LetterKind::Chase
        | LetterKind::Reminder
        | LetterKind::ReportNotice
        | LetterKind::WrongEvidence => &[Reader::Body],
        LetterKind::StillWaiting => &[Reader::Complainant],
        LetterKind::Proposal
        | LetterKind::SettlementClosed
        | LetterKind::Draft
        | LetterKind::CommentReminder
        | LetterKind::FinalDecision
        | LetterKind::Discontinuance
        | LetterKind::ExtensionDecision
        | LetterKind::TreatedAsMet
        | LetterKind::Completion
        | LetterKind::ClosedWithFailures
        | LetterKind::InstrumentDraft
        | LetterKind::InstrumentIssued
        | LetterKind::SuccessorNotice => &[Reader::Body, Reader::Complainant],
    }
}

/// Whether letters of a kind go out without anybody pressing a button; they say so in their headers (RFC 3834).
pub fn is_automatic(kind: LetterKind) -> bool {
    match kind {
        LetterKind::Chase
        | LetterKind::Reminder
        | LetterKind::CommentReminder
        | LetterKind::EvidenceReceipt => true,
        LetterKind::Proposal
        | LetterKind::SettlementClosed
        | LetterKind::Draft
        | LetterKind::FinalDecision
        | LetterKind::Discontinuance
        | LetterKind::FurtherEvidence
        | LetterKind::ExtensionDecision
        | LetterKind::TreatedAsMet
        | LetterKind::Completion
        | LetterKind::ClosedWithFailures
        | LetterKind::ReportNotice
        | LetterKind::InstrumentDraft
        | LetterKind::InstrumentIssued
        | LetterKind::StillWaiting
        | LetterKind::WrongEvidence
        | LetterKind::SuccessorNotice => false,
    }
}

/// The key of a kind's name in the catalogues, as lists and previews call it.
pub fn name_key(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Proposal => "letter-kind-proposal",
        LetterKind::SettlementClosed => "letter-kind-settlement-closed",
        LetterKind::Draft => "letter-kind-draft",
        LetterKind::CommentReminder => "letter-kind-comment-reminder",
        LetterKind::FinalDecision => "letter-kind-final-decision",
        LetterKind::Discontinuance => "letter-kind-discontinuance",
        LetterKind::EvidenceReceipt => "letter-kind-evidence-receipt",
        LetterKind::FurtherEvidence => "letter-kind-further-evidence",
        LetterKind::ExtensionDecision => "letter-kind-extension-decision",
        LetterKind::TreatedAsMet => "letter-kind-treated-as-met",
        LetterKind::Completion => "letter-kind-completion",
        LetterKind::ClosedWithFailures => "letter-kind-closed-with-failures",
        LetterKind::Chase => "letter-kind-chase",
        LetterKind::Reminder => "letter-kind-reminder",
        LetterKind::ReportNotice => "letter-kind-report-notice",
        LetterKind::InstrumentDraft => "letter-kind-instrument-draft",
        LetterKind::InstrumentIssued => "letter-kind-instrument-issued",
        LetterKind::StillWaiting => "letter-kind-still-waiting",
        LetterKind::WrongEvidence => "letter-kind-wrong-evidence",
        LetterKind::SuccessorNotice => "letter-kind-successor-notice",
    }
}

/// A letter as it goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendered {
    /// One line, with nothing sensitive in it.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same words as a page.
    pub html: String,
    /// Its language.
    pub language: Language,
    /// Which template text made it (I5).
    pub template_version: Digest,
    /// From which data (I5): the digest of the data's JSON.
    pub data_digest: Digest,
}

#[cfg(test)]
mod tests;
