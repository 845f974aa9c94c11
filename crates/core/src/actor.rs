//! Who acts: staff in a role, somebody at a body, the complainant, or the office's own machinery.

use serde::{Deserialize, Serialize};

use crate::id::{BodyId, LinkId, PersonId, RecommendationNumber, StaffId};

/// What a member of staff is to the office. An office's own names for these stand in its profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffRole {
    /// Investigates, writes recommendations, judges evidence.
    Caseworker,
    /// Obtains evidence, files mail, keeps dates true (R44).
    Coordinator,
    /// Casework manager or assistant ombudsman.
    Manager,
    /// The ombudsman or a director.
    Ombudsman,
    /// Looks after the system; decides no case.
    Administrator,
}

impl StaffRole {
    /// Every role, as lists show them.
    pub const ALL: [Self; 5] =
        [Self::Caseworker, Self::Coordinator, Self::Manager, Self::Ombudsman, Self::Administrator];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Caseworker => "caseworker",
            Self::Coordinator => "coordinator",
            Self::Manager => "manager",
            Self::Ombudsman => "ombudsman",
            Self::Administrator => "administrator",
        }
    }
}

/// Who asks for something, established by the shell before the core hears of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Actor {
    /// A member of staff.
    Staff {
        /// Who.
        staff: StaffId,
        /// In which role.
        role: StaffRole,
    },
    /// The body's link officer, through the portal or by mail.
    LinkOfficer {
        /// For which body.
        body: BodyId,
        /// The link by which they came; mail has none.
        link: Option<LinkId>,
    },
    /// A colleague to whom a link officer passed some recommendations.
    Colleague {
        /// At which body.
        body: BodyId,
        /// The link they were given.
        link: LinkId,
        /// The recommendations they may see and answer.
        numbers: Vec<RecommendationNumber>,
    },
    /// The complainant or who acts for them.
    Complainant {
        /// Who.
        person: PersonId,
        /// The link by which they came; mail has none.
        link: Option<LinkId>,
    },
    /// The office's machinery: chases, mail delivery reports.
    System,
}

impl Actor {
    /// The body this actor speaks for, if any.
    pub fn body(&self) -> Option<BodyId> {
        match self {
            Self::LinkOfficer { body, .. } | Self::Colleague { body, .. } => Some(*body),
            Self::Staff { .. } | Self::Complainant { .. } | Self::System => None,
        }
    }

    /// The staff member, if it is one.
    pub fn staff(&self) -> Option<StaffId> {
        match self {
            Self::Staff { staff, .. } => Some(*staff),
            Self::LinkOfficer { .. } | Self::Colleague { .. } | Self::Complainant { .. } | Self::System => {
                None
            }
        }
    }
}
