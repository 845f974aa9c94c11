//! An early resolution: what was proposed, and what was agreed (R5, R6; PSOW Act 2019 ss.6, 28(6)).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::Words;

/// Actions proposed to a body for an early resolution (R5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// When it went.
    pub sent_on: Date,
    /// By when the body is asked to answer (R15).
    pub answer_by: Date,
}

/// How a body gave its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgreedBy {
    /// On the telephone.
    Telephone,
    /// By e-mail.
    Email,
    /// By letter.
    Letter,
    /// On its page.
    Portal,
}

/// What was agreed in an early resolution; a later special report rests on all three facts (PSOW Act 2019 s.28(6)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// Did the office conclude that there was, or likely was, injustice?
    pub injustice_concluded: bool,
    /// What went wrong, in a line.
    pub what_went_wrong: Words,
    /// Who at the body agreed.
    pub agreed_by: Words,
    /// How.
    pub how: AgreedBy,
    /// When.
    pub agreed_on: Date,
}
