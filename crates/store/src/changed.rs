//! Who changed something in a plain table, and when.

use amends_core::id::StaffId;
use jiff::Timestamp;

/// Who changed something, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// Who; nobody where the office's machinery did.
    pub by: Option<StaffId>,
    /// When.
    pub at: Timestamp,
}

impl Changed {
    /// By a member of staff.
    pub fn by(staff: StaffId, at: Timestamp) -> Self {
        Self { by: Some(staff), at }
    }

    /// By the office's machinery.
    pub fn by_nobody(at: Timestamp) -> Self {
        Self { by: None, at }
    }
}
