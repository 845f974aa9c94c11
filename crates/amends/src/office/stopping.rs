//! Chases stopped for a body or for the whole office, and let go again: always with who did it and why (R31).

use amends_core::id::{BodyId, StaffId};
use amends_store::{
    changed::Changed,
    people,
    settings::{CHASES_STOPPED, keep_setting, setting},
};

use super::{ActError, Office};

/// For whom chases are stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// For everybody.
    Everybody,
    /// For one body.
    Body(BodyId),
}

impl Whom {
    /// The name under which the reason is kept.
    fn setting(self) -> String {
        match self {
            Self::Everybody => "chases_stopped_because".to_owned(),
            Self::Body(body) => format!("chases_stopped_because/{body}"),
        }
    }
}

impl Office {
    /// Stops chases, with the reason; without a reason they go again.
    ///
    /// # Errors
    /// Where the memory fails or nobody knows the body.
    pub fn stop_chases(&self, whom: Whom, because: Option<&str>, by: StaffId) -> Result<(), ActError> {
        let changed = Changed { by: Some(by), at: self.clock().now() };
        let because = because.map(str::to_owned);
        Ok(self.db().write(move |tx| {
            keep_setting(tx, &whom.setting(), &because, changed)?;
            match whom {
                Whom::Everybody => keep_setting(tx, CHASES_STOPPED, &because.is_some(), changed),
                Whom::Body(body) => {
                    let mut record = people::body(tx, body)?;
                    record.body.chases_stopped = because.is_some();
                    people::keep_body(tx, &record, changed)
                }
            }
        })?)
    }

    /// Why chases are stopped, where somebody said so.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn chases_stopped_because(&self, whom: Whom) -> Result<Option<String>, ActError> {
        let found: Option<Option<String>> = self.db().read(|conn| setting(conn, &whom.setting()))?;
        Ok(found.flatten())
    }
}
