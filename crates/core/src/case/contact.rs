//! Contacts about the recommendations that were logged (R13, R14, R19, R36).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::Words;

/// Why the office was in touch with somebody about the recommendations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactPurpose {
    /// Before the draft, because the recommendations are complex or technical (R14).
    BeforeDraft,
    /// Improvements to a proposal were talked over (R13).
    Discussion,
    /// Professional advice was taken (R19).
    Advice,
    /// Whether the body can comply, or the complainant still wants it (R36).
    Difficulty,
    /// Anything else worth keeping.
    Other,
}

/// A contact that was logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// When.
    pub on: Date,
    /// Why.
    pub purpose: ContactPurpose,
    /// With whom and what was said.
    pub note: Words,
}
