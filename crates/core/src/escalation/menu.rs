//! The steps a person may choose from where a body does not comply (practice 2.4). None of them comes of itself.

use serde::Serialize;

use crate::{
    actor::StaffRole,
    case::Case,
    id::RecommendationNumber,
    profile::{EscalationStep, Profile},
};

/// One step of the menu, for one recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct MenuItem {
    /// Which.
    pub step: EscalationStep,
    /// The least of the roles that may take it.
    pub taken_by: StaffRole,
    /// How often it was taken.
    pub taken: usize,
    /// Does it need a new date?
    pub needs_date: bool,
}

/// The menu for one recommendation, in the order of the profile.
pub fn menu(case: &Case, profile: &Profile, number: RecommendationNumber) -> Vec<MenuItem> {
    let item = |step: &EscalationStep| MenuItem {
        step: *step,
        taken_by: taken_by(*step, profile),
        taken: case.steps_taken.iter().filter(|one| one.number == number && one.step == *step).count(),
        needs_date: *step == EscalationStep::MoreTime,
    };
    profile.escalation.steps.iter().map(item).collect()
}

/// What ends the pursuit of a recommendation, or opens it to the public, is for whoever may record that it was not met.
pub(crate) fn taken_by(step: EscalationStep, profile: &Profile) -> StaffRole {
    match step {
        EscalationStep::ChiefExecutive
        | EscalationStep::Meeting
        | EscalationStep::MoreTime
        | EscalationStep::TellComplainant
        | EscalationStep::CaseConference
        | EscalationStep::Cease => StaffRole::Manager,
        EscalationStep::PublicReport | EscalationStep::NewCase => profile.escalation.adverse_outcome_by,
    }
}
