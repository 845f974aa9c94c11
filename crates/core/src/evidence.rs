//! Evidence: what came, when, how, and what the reviewer found in it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    id::{BodyId, EvidenceId, MailId, RecommendationNumber},
    money::Pence,
    recommendation::ItemNumber,
    text::{Digest, Words},
};

/// By which way something came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "via", rename_all = "snake_case")]
pub enum Via {
    /// The body's page.
    Portal,
    /// A message to the office's address (R29).
    Mail {
        /// Which.
        mail: MailId,
    },
    /// Entered by staff: post, telephone, hand.
    Hand,
}

/// A file, known by its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// SHA-256 of its bytes; where the bytes are kept.
    pub digest: Digest,
    /// The name it came with; may hold personal data.
    pub name: Words,
    /// Its type as sniffed, such as `application/pdf`.
    pub media_type: String,
    /// Its length in bytes.
    pub size: u64,
}

/// For which recommendation, and which items of its list, something was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Which recommendation.
    pub number: RecommendationNumber,
    /// Which items it is said to show; may be none.
    pub items: Vec<ItemNumber>,
}

/// One submission by a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Its id.
    pub evidence: EvidenceId,
    /// From which body.
    pub body: BodyId,
    /// For what (R25: each action separately).
    pub targets: Vec<Target>,
    /// How it came.
    #[serde(flatten)]
    pub via: Via,
    /// The day the office had it: this decides lateness (R24).
    pub received_on: Date,
    /// The date the evidence itself bears, where known (R17).
    pub dated_on: Option<Date>,
    /// The day the act was done, as the body says.
    pub done_on: Option<Date>,
    /// What the body says. Never enough by itself (R26).
    pub statement: Option<Words>,
    /// The files.
    pub files: Vec<FileRef>,
    /// The sum paid, where it is money (E5).
    pub paid: Option<Pence>,
    /// The language of a letter to the complainant, where it is one (E33).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<crate::text::Language>,
}

impl Submission {
    /// Nothing but words: a bare statement (R26).
    pub fn is_statement_only(&self) -> bool {
        self.files.is_empty()
    }
}

/// What the reviewer found of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Shown.
    Shown,
    /// Partly.
    Partly,
    /// Not shown.
    NotShown,
    /// Does not apply here.
    NotApplicable,
}

/// The reviewer's finding on one item of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemFinding {
    /// Which item.
    pub item: ItemNumber,
    /// In which submission.
    pub evidence: EvidenceId,
    /// What was found.
    pub shown: Shown,
    /// Where in it, and anything else ("policy p.4").
    pub comment: Option<Words>,
}

/// A thing to know about a submission; it stops nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceWarning {
    /// Nothing but a statement (R26).
    StatementOnly,
    /// Dated before the final decision, and early action was not agreed (R17, E21).
    BeforeDecision,
    /// Less was paid than was recommended (E5).
    PaidLess,
    /// More was paid than was recommended (E5, E7).
    PaidMore,
    /// Came after the date (R24).
    Late,
    /// Not in the language the complainant asked for (E33).
    OtherLanguage,
}
