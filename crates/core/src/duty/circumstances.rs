//! What stands against chasing, from outside the case.

use serde::{Deserialize, Serialize};

use crate::id::BodyId;

/// What stands against chasing, from outside the case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// The office has stopped all chases.
    pub office_stopped: bool,
    /// Chases to these bodies are stopped.
    pub bodies_stopped: Vec<BodyId>,
    /// Letters to these bodies come back; a chase they cannot get is no chase.
    pub undeliverable: Vec<BodyId>,
    /// These bodies are no more, and others stand in their place: chases would reach nobody (E13).
    #[serde(default)]
    pub succeeded: Vec<BodyId>,
    /// These bodies are no more, and nobody stands in their place (E15).
    #[serde(default)]
    pub ended: Vec<BodyId>,
    /// From these bodies there is mail that nobody has filed: it may be the answer.
    pub unfiled_mail_from: Vec<BodyId>,
    /// At these bodies no chief executive is known; a chase that should go there waits for one.
    #[serde(default)]
    pub without_chief_executive: Vec<BodyId>,
}
