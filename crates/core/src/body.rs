//! Bodies in jurisdiction: what the office needs to know of them to decide.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    id::BodyId,
    text::{Bilingual, Language},
};

/// What sort of body; decides what lies within its powers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// A council.
    Council,
    /// A health board or trust.
    HealthBoard,
    /// A housing association or other landlord.
    Landlord,
    /// A provider of adult social care.
    CareProvider,
    /// Any other.
    Other,
}

impl BodyKind {
    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Council => "council",
            Self::HealthBoard => "health_board",
            Self::Landlord => "landlord",
            Self::CareProvider => "care_provider",
            Self::Other => "other",
        }
    }
}

/// A body, as the register of bodies has it today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Its id.
    pub id: BodyId,
    /// Its name in both languages.
    pub name: Bilingual,
    /// What sort of body.
    pub kind: BodyKind,
    /// The language its link officers are written to in.
    pub language: Language,
    /// Under a notice that freezes spending since this day (R43).
    pub spending_frozen_since: Option<Date>,
    /// Merged into another; nothing new is addressed to it.
    pub merged_into: Option<BodyId>,
    /// The office has stopped chasing it.
    pub chases_stopped: bool,
    /// Its address for letters failed; until it is mended a chase does not count.
    pub undeliverable: bool,
}
