//! Why a recommendation was withdrawn before the decision (R12).

use serde::{Deserialize, Serialize};

/// Why a recommendation was withdrawn before the final decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DropReason {
    /// The body has done it, or is doing it, to effect (R12).
    AlreadyDone,
    /// Comments showed it should not be made.
    AfterComments,
    /// It was split or put in other words.
    Replaced,
    /// Entered by mistake.
    Mistake,
}
