//! An office's profile: its clocks, its ladder of chases, its words. An office differs in these, not in code.

mod error;
mod load;
mod practice;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    calendar::{Calendar, Division},
    period::{Count, DueDate, Length, NonWorkingDay, PeriodError, PeriodRule, Standing, Start, Term},
    text::{Bilingual, Language},
};

pub use error::ProfileError;
pub use practice::{
    ChaseStep, ChaseTo, ClockLabel, ClockMeaning, EvidenceItem, EvidenceTemplate, ExtensionRule, Grant,
    Guidance, Lateness, Need, NonCompliance, NonComplianceInstrument, Obligation, Outcomes, Roles,
};

/// The kinds of recommendation, as written in profiles. A fine is no remedy and is not among them.
pub const KINDS: [&str; 17] = [
    "apology",
    "payment",
    "reimbursement",
    "service_provision",
    "inspection_repair",
    "explanation",
    "review",
    "policy_procedure",
    "training",
    "staff_reminder",
    "share_learning",
    "monitoring",
    "records",
    "cease",
    "contract",
    "resourcing",
    "report_back",
];

/// The profiles that ship, by name, with their text.
const BUILT_IN: [(&str, &str); 4] = [
    ("psow", include_str!("../profiles/psow.toml")),
    ("lgsco", include_str!("../profiles/lgsco.toml")),
    ("lgsco-part3a", include_str!("../profiles/lgsco-part3a.toml")),
    ("generic", include_str!("../profiles/generic.toml")),
];

/// How one office works, under one legal regime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// Its name: `psow`.
    pub id: String,
    /// Its edition; every change by the office makes a new one.
    pub version: String,
    /// The office's name.
    pub name: Bilingual,
    /// The languages the office writes in, the first being its default.
    pub languages: Vec<Language>,
    /// Whose bank holidays the office keeps.
    pub calendar: Division,
    /// What becomes of the office's own dates on days not worked (E16).
    pub non_working_day: NonWorkingDay,
    /// What the date on a recommendation means, and what it is called (R24).
    pub clock_label: ClockLabel,
    /// The address to which bodies respond (R29).
    pub mail_address: String,
    /// The guidance on remedies that must be considered, with its edition (R39).
    pub guidance_on_remedies: Guidance,
    /// How often a further draft normally goes to the parties before a manager is asked (R20).
    pub further_drafts_soft_limit: u8,
    /// Whether a recommendation must rest on a finding of injustice (R2).
    pub requires_injustice_finding: bool,
    /// Whether an adverse findings notice must wait until the period has run out (R41).
    pub afn_requires_expiry: bool,
    /// Whether the public summary of a service improvement may say by when (R45).
    pub public_summary_may_state_timescale: bool,
    /// What a caseworker is told when the body has frozen its spending (R43).
    pub spending_freeze: Bilingual,
    /// What the office calls a report that is published (R21).
    pub public_report: Bilingual,
    /// What the office may or must do when a recommendation is not met without good reason (R37).
    pub non_compliance: NonCompliance,
    /// By which date lateness is judged (E18).
    pub lateness: Lateness,
    /// Who may give more time (R30).
    pub extension: ExtensionRule,
    /// The time for comments on a draft (R15).
    pub comment_period: PeriodRule,
    /// The time within which the office aims to confirm compliance: a measure, not a deadline (R34).
    pub confirmation: PeriodRule,
    /// The least time a body gets to act on a recommendation of a public report, counted from receipt (R58).
    pub least_time_after_report: Option<Length>,
    /// The ladder of reminders and chases, in order of days (R31).
    pub chase: Vec<ChaseStep>,
    /// The office's word for each outcome (R46).
    pub outcomes: Outcomes,
    /// What the office calls the people in a case.
    pub roles: Roles,
    /// What usually proves each kind of recommendation (R27), by kind; every kind is there.
    pub evidence: BTreeMap<String, EvidenceTemplate>,
    /// The statutory clocks and the office's own, by the ids of the table of clocks.
    pub clocks: Vec<PeriodRule>,
}

impl Profile {
    /// The names of the profiles that ship.
    pub const NAMES: [&str; 4] = ["psow", "lgsco", "lgsco-part3a", "generic"];

    /// One of the profiles that ship.
    pub fn built_in(name: &str) -> Result<Self, ProfileError> {
        match BUILT_IN.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => Self::parse(text),
            None => Err(ProfileError::unknown_name(name)),
        }
    }

    /// The text of a profile that ships, as a start for an office's own.
    pub fn built_in_text(name: &str) -> Result<&'static str, ProfileError> {
        BUILT_IN
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, text)| *text)
            .ok_or_else(|| ProfileError::unknown_name(name))
    }

    /// Reads a profile from TOML. Keys that are not known are refused, with the line and the mend.
    pub fn parse(toml: &str) -> Result<Self, ProfileError> {
        load::read(toml)
    }

    /// Every clock: the table's, then those for comments and confirmation.
    pub fn rules(&self) -> impl Iterator<Item = &PeriodRule> {
        self.clocks.iter().chain([&self.comment_period, &self.confirmation])
    }

    /// The clock with this id.
    pub fn rule(&self, id: &str) -> Option<&PeriodRule> {
        self.rules().find(|rule| rule.id == id)
    }

    /// The clock with this id in any of the profiles that ship, with that profile.
    pub fn with_rule(id: &str) -> Result<(Self, PeriodRule), ProfileError> {
        for name in Self::NAMES {
            let profile = Self::built_in(name)?;
            if let Some(rule) = profile.rule(id).cloned() {
                return Ok((profile, rule));
            }
        }
        Err(ProfileError::unknown_rule(id))
    }

    /// The earliest date at which a recommendation of a public report should be due, unless it is clear that the
    /// body will act sooner (R58). Nothing where the office knows no such rule.
    pub fn earliest_due_after_report(
        &self,
        received_on: Date,
        calendar: &Calendar,
    ) -> Result<Option<DueDate>, PeriodError> {
        let Some(length) = self.least_time_after_report else { return Ok(None) };
        let roll = NonWorkingDay::Stands;
        let count = Count { length, start: Start::Inclusive, standing: Standing::Administrative { roll } };
        count.compute(received_on, calendar).map(Some)
    }

    /// The ids of the clocks whose length is agreed case by case.
    pub fn agreed_clocks(&self) -> impl Iterator<Item = &str> {
        self.rules().filter(|rule| matches!(rule.term, Term::Agreed { .. })).map(|rule| rule.id.as_str())
    }
}

#[cfg(test)]
mod tests;
