//! The parts of a profile that are practice rather than law: chases, extensions, lateness, words, evidence.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{letter::LetterKind, text::Bilingual};

/// What the date on a recommendation is for (R24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockMeaning {
    /// Evidence must have come by the date, whenever the action was done.
    TellUsBy,
    /// The action must be done by the date.
    DoThisBy,
}

/// What the date on a recommendation means, and what pages and letters call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockLabel {
    /// What it means.
    pub meaning: ClockMeaning,
    /// What it is called.
    pub text: Bilingual,
}

/// The office's guidance on remedies (R39).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// What it is called.
    pub title: Bilingual,
    /// The edition in force, recorded with each attestation. Where the profile names none, whoever attests
    /// names the edition considered.
    pub version: Option<String>,
}

/// What follows when a recommendation is not met and there is no good reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NonComplianceInstrument {
    /// A special report (PSOW Act 2019 s.28).
    SpecialReport,
    /// A further report (Local Government Act 1974 s.31(2A)).
    FurtherReport,
    /// An adverse findings notice (1974 Act s.34I(3)).
    AdverseFindingsNotice,
    /// A public interest report (1974 Act s.30(1)), where no report was made at first.
    PublicInterestReport,
}

/// Whether the office has a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obligation {
    /// It may.
    May,
    /// It must.
    Must,
}

/// What the office may or must do when a recommendation is not met (R37).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NonCompliance {
    /// By which instrument.
    pub instrument: NonComplianceInstrument,
    /// Whether it may or must.
    pub obligation: Obligation,
    /// What the office calls the instrument.
    pub name: Bilingual,
    /// Where the power or duty comes from.
    pub citation: String,
}

/// By which date it is judged whether evidence came late (E18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lateness {
    /// By the original date, whatever was granted later.
    Original,
    /// By the latest date that was granted before the date it replaced had passed. What was granted too late
    /// gives time, but does not make the evidence punctual.
    LatestGrantedBeforeItPassed,
}

/// More time that was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// When it was granted.
    pub granted_on: Date,
    /// Until when.
    pub until: Date,
}

impl Lateness {
    /// The date by which lateness is judged, given the grants in the order they were made.
    pub fn measured_against(self, original: Date, grants: &[Grant]) -> Date {
        match self {
            Self::Original => original,
            Self::LatestGrantedBeforeItPassed => grants
                .iter()
                .fold(original, |date, grant| if grant.granted_on <= date { grant.until } else { date }),
        }
    }
}

/// How much more time a caseworker may give (R30); beyond it a manager decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRule {
    /// How many extensions of one recommendation a caseworker may grant.
    pub caseworker_count: u16,
    /// How many working days, from the original date, a caseworker may grant in all.
    pub caseworker_working_days: u16,
}

impl ExtensionRule {
    /// Whether a manager must decide: this would be extension number `number` (1 for the first), and the new date
    /// lies `working_days` working days after the original one.
    pub fn needs_manager(self, number: u16, working_days: u16) -> bool {
        number > self.caseworker_count || working_days > self.caseworker_working_days
    }
}

/// To whom a chase goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChaseTo {
    /// To the body's link officer.
    Body,
    /// To the manager in the office.
    Manager,
    /// To the chief executive of the body.
    ChiefExecutive,
}

/// One step of the ladder of chases (R31).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChaseStep {
    /// Its name, once in a ladder: `chase-1`.
    pub id: String,
    /// What people call it.
    pub name: Bilingual,
    /// How many working days after the date it falls; negative for a reminder before it, never 0.
    pub working_days_after: i16,
    /// To whom.
    pub to: ChaseTo,
    /// Whether the office uses it.
    pub enabled: bool,
}

impl ChaseStep {
    /// What goes: a reminder before the date, a chase after it (R31).
    pub fn letter(&self) -> LetterKind {
        if self.working_days_after < 0 { LetterKind::Reminder } else { LetterKind::Chase }
    }
}

/// The office's word for each outcome, by the outcome's neutral name (R46).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    /// Met, and evidenced in time.
    pub met_on_time: Bilingual,
    /// Met, but evidenced late.
    pub met_late: Bilingual,
    /// Met in part, so far.
    pub partly_met: Bilingual,
    /// Not done, for a good reason (R36).
    pub treated_as_met: Bilingual,
    /// No longer pursued.
    pub ceased: Bilingual,
    /// Not done, without good reason.
    pub not_met: Bilingual,
    /// Refused by the body, with reasons.
    pub refused: Bilingual,
    /// Replaced by another recommendation.
    pub superseded: Bilingual,
    /// Withdrawn by the office.
    pub withdrawn_by_office: Bilingual,
}

impl Outcomes {
    /// Every neutral name with the office's word.
    pub fn all(&self) -> [(&'static str, &Bilingual); 9] {
        [
            ("met_on_time", &self.met_on_time),
            ("met_late", &self.met_late),
            ("partly_met", &self.partly_met),
            ("treated_as_met", &self.treated_as_met),
            ("ceased", &self.ceased),
            ("not_met", &self.not_met),
            ("refused", &self.refused),
            ("superseded", &self.superseded),
            ("withdrawn_by_office", &self.withdrawn_by_office),
        ]
    }

    /// The office's word for an outcome, by its neutral name.
    pub fn word(&self, outcome: &str) -> Option<&Bilingual> {
        self.all().into_iter().find(|(name, _)| *name == outcome).map(|(_, word)| word)
    }
}

/// What the office calls the people in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// Who investigates and decides on evidence.
    pub caseworker: Bilingual,
    /// Who chases and files.
    pub coordinator: Bilingual,
    /// Who decides what goes beyond the caseworker.
    pub manager: Bilingual,
    /// The office-holder.
    pub ombudsman: Bilingual,
    /// The body complained about.
    pub body: Bilingual,
    /// The body's contact.
    pub link_officer: Bilingual,
    /// The person who complained.
    pub complainant: Bilingual,
}

/// Whether an item of evidence must come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// It must.
    Required,
    /// One of the items of the same group must.
    AnyOf(String),
}

/// One thing that shows that a recommendation was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceItem {
    /// Its name within the template.
    pub id: String,
    /// What it is.
    pub what: Bilingual,
    /// Whether it must come.
    pub need: Need,
}

/// What usually shows that a recommendation of one kind was met (R27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceTemplate {
    /// The kind, one of [`super::KINDS`].
    pub kind: String,
    /// The items; at least one.
    pub items: Vec<EvidenceItem>,
}
