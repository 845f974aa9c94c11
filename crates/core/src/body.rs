//! Bodies in jurisdiction: what the office needs to know of them to decide.

use serde::{Deserialize, Serialize};

use crate::{
    id::BodyId,
    profile::ChaseTo,
    refusal::Refusal,
    text::{Bilingual, Language},
};

pub mod change;
mod over_time;

pub use over_time::{Concern, Ended, FormerName, Freeze, Gets, HowEnded, OverTime, Successor};

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
    /// The Welsh Government.
    WelshGovernment,
    /// The Senedd Commission.
    SeneddCommission,
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
            Self::WelshGovernment => "welsh_government",
            Self::SeneddCommission => "senedd_commission",
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
    /// Merged into another; nothing new is addressed to it.
    pub merged_into: Option<BodyId>,
    /// The office has stopped chasing it.
    pub chases_stopped: bool,
    /// Its address for letters failed; until it is mended a chase does not count.
    pub undeliverable: bool,
    /// What became of it: its names, its end, who stands in its place, notices that froze its spending.
    #[serde(default)]
    pub over_time: OverTime,
}

/// For what the office writes to somebody at a body: notices go to the role, whoever has it today (E14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactRole {
    /// A link officer: gets every letter to the body.
    LinkOfficer,
    /// The chief executive: gets the chases that go so far (R31).
    ChiefExecutive,
    /// Anybody else who writes for the body; is not written to.
    Other,
}

/// A body has up to two link officers, who both get everything (E14).
pub const LINK_OFFICERS_MOST: usize = 2;

impl ContactRole {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::LinkOfficer, Self::ChiefExecutive, Self::Other];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::LinkOfficer => "link_officer",
            Self::ChiefExecutive => "chief_executive",
            Self::Other => "other",
        }
    }

    /// To whom at a body a letter goes: to the link officers, unless it is a chase that goes higher.
    pub fn written_to(chase: Option<ChaseTo>) -> Self {
        match chase {
            Some(ChaseTo::ChiefExecutive) => Self::ChiefExecutive,
            Some(ChaseTo::Body | ChaseTo::Manager) | None => Self::LinkOfficer,
        }
    }

    /// Whether one more at a body may have this role, beside the roles of the others there.
    ///
    /// # Errors
    /// A third link officer, a second chief executive (E14).
    pub fn fits(self, others: &[Self]) -> Result<(), Refusal> {
        let already = others.iter().filter(|other| **other == self).count();
        match self {
            Self::LinkOfficer if already >= LINK_OFFICERS_MOST => {
                Err(Refusal::new("link-officers-enough", "E14")
                    .field("role")
                    .with("most", LINK_OFFICERS_MOST))
            }
            Self::ChiefExecutive if already > 0 => {
                Err(Refusal::new("chief-executive-there-already", "E14").field("role"))
            }
            Self::LinkOfficer | Self::ChiefExecutive | Self::Other => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e14_a_body_has_two_link_officers_and_one_chief_executive_at_most() {
        use ContactRole::{ChiefExecutive, LinkOfficer, Other};
        assert!(LinkOfficer.fits(&[LinkOfficer, ChiefExecutive, Other]).is_ok());
        let third = LinkOfficer.fits(&[LinkOfficer, LinkOfficer]).unwrap_err();
        assert_eq!((third.code.as_str(), third.field.as_deref()), ("link-officers-enough", Some("role")));
        assert!(ChiefExecutive.fits(&[LinkOfficer, LinkOfficer]).is_ok());
        let second = ChiefExecutive.fits(&[ChiefExecutive]).unwrap_err();
        assert_eq!(second.code, "chief-executive-there-already");
        assert!(Other.fits(&[Other, Other, Other]).is_ok());
    }
}
