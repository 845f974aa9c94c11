//! What may come back from the office's door: refused, denied, changed meanwhile, not there, or a fault of ours.

use amends_core::{permit::Denial, refusal::Refusal};
use amends_store::{error::StoreError, ledger::Recorded};

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// This person may not ask this.
    #[error("not permitted: {0}")]
    Denied(#[from] Denial),
    /// A rule stands against it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody else changed the case since the asker looked; nothing was overwritten.
    #[error("the case changed meanwhile")]
    Changed {
        /// What was entered since, oldest first.
        since: Vec<Recorded>,
    },
    /// There is no such thing, or not for this person.
    #[error("not found: {0}")]
    NotFound(&'static str),
    /// Something of ours failed. The reader sees a reference; the log has the cause.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// A failure that is nobody's doing who asked.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The memory failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The machine gave no chance.
    #[error("the machine's source of randomness failed: {0}")]
    Chance(#[from] getrandom::Error),
    /// A letter or page could not be drawn.
    #[error(transparent)]
    Render(#[from] crate::render::RenderError),
    /// A history that makes no case, a profile that is not there: what must not be.
    #[error("{0}")]
    Broken(String),
}

impl Fault {
    /// As it may stand in a log: without what a panic said, which may be somebody's words.
    pub fn without_words(&self) -> String {
        match self {
            Self::Store(StoreError::Panicked { .. }) => {
                "a change broke off in the middle and was undone".to_owned()
            }
            Self::Store(StoreError::NotFound { what, .. }) => format!("there is no such {what}"),
            other => other.to_string(),
        }
    }
}

impl ActError {
    /// As it may stand in a log: as [`Fault::without_words`].
    pub fn without_words(&self) -> String {
        match self {
            Self::Fault(fault) => fault.without_words(),
            other => other.to_string(),
        }
    }
}

impl From<StoreError> for ActError {
    fn from(error: StoreError) -> Self {
        Self::Fault(Fault::Store(error))
    }
}

impl From<getrandom::Error> for ActError {
    fn from(error: getrandom::Error) -> Self {
        Self::Fault(Fault::Chance(error))
    }
}

impl From<crate::render::RenderError> for ActError {
    fn from(error: crate::render::RenderError) -> Self {
        Self::Fault(Fault::Render(error))
    }
}
