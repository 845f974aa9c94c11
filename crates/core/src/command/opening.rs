//! What is needed to open a case.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::Route,
    id::{BodyId, CaseReference, StaffId},
    party::Complainant,
    text::Words,
};

/// What is needed to open a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Its reference.
    pub reference: CaseReference,
    /// The jurisdiction profile.
    pub profile: String,
    /// How it is dealt with.
    pub route: Route,
    /// A short title for staff.
    pub title: Words,
    /// Opened by the office itself?
    pub own_initiative: bool,
    /// When the complaint was received.
    pub received_on: Date,
    /// Who handles it.
    pub handler: StaffId,
    /// The complainant.
    pub complainant: Option<Complainant>,
    /// The bodies.
    pub bodies: Vec<BodyId>,
}
