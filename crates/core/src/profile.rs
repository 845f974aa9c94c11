//! An office's profile: its clocks, its ladder of chases, its words. An office differs in these, not in code.

mod error;
mod law;
mod load;
mod overlay;
mod practice;
mod source;

use std::{collections::BTreeMap, fmt};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::{Calendar, Division},
    instrument::{GroundId, Instrument},
    period::{Count, DueDate, Length, NonWorkingDay, PeriodError, PeriodRule, Standing, Start, Term},
    text::{Bilingual, Language},
};

use source::Source;

pub use error::ProfileError;
pub use law::{
    AnonymityRule, CostRule, CountedFrom, CriterionRule, DisclosureRule, DutyHolder, EscalationRule,
    EscalationStep, GroundRule, HandlingRule, HandlingSign, InstrumentRule, LaidRule, PublicityRule,
    ResponsePart, ResponseRule, RetentionRule, ThemeRule,
};
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

/// The profiles an office may run under as they are, by name, with their text.
const BUILT_IN: [(&str, &str); 5] = [
    ("psow", include_str!("../profiles/psow.toml")),
    ("psow-part5", include_str!("../profiles/psow-part5.toml")),
    ("lgsco", include_str!("../profiles/lgsco.toml")),
    ("lgsco-part3a", include_str!("../profiles/lgsco-part3a.toml")),
    ("generic", include_str!("../profiles/generic.toml")),
];

/// Examples to read and to build on: other offices' law as far as it is known, which nobody has confirmed for use.
const EXAMPLES: [(&str, &str); 5] = [
    ("spso", include_str!("../profiles/examples/spso.toml")),
    ("nipso", include_str!("../profiles/examples/nipso.toml")),
    ("phso", include_str!("../profiles/examples/phso.toml")),
    ("housing-ombudsman", include_str!("../profiles/examples/housing-ombudsman.toml")),
    ("gao-like", include_str!("../profiles/examples/gao-like.toml")),
];

/// One state of a profile, told apart from every other by its text: `1+3f9a0c21`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Edition(pub String);

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How one office works, under one legal regime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// Its name: `psow`.
    pub id: String,
    /// Its version, as whoever wrote it counts.
    pub version: String,
    /// Its edition: the version, and the first digits of the digest of all it was read from. Two texts never share one.
    #[serde(skip)]
    pub edition: Edition,
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
    /// The instruments its law has.
    pub instruments: Vec<InstrumentRule>,
    /// The grounds on which one may or must follow another.
    pub grounds: Vec<GroundRule>,
    /// The reasons to consider a public report.
    pub criteria: Vec<CriterionRule>,
    /// The subjects by which earlier recommendations are found (R48, R53).
    pub themes: Vec<ThemeRule>,
    /// The codes of how a body deals with the office (R56).
    pub handling: Vec<HandlingRule>,
    /// The grounds on which something may be disclosed (E34).
    pub disclosure: Vec<DisclosureRule>,
    /// What is kept how long (R54, R55).
    pub retention: RetentionRule,
    /// How the office deals with a body that does not comply.
    pub escalation: EscalationRule,
}

impl Profile {
    /// The names of the profiles an office may run under as they are.
    pub const NAMES: [&str; 5] = ["psow", "psow-part5", "lgsco", "lgsco-part3a", "generic"];

    /// The names of the examples: to read, to compare with and to build on.
    pub const EXAMPLES: [&str; 5] = ["spso", "nipso", "phso", "housing-ombudsman", "gao-like"];

    /// Every name, those of the examples last.
    pub fn every_name() -> Vec<&'static str> {
        Self::NAMES.into_iter().chain(Self::EXAMPLES).collect()
    }

    /// One of the profiles that ship, an example included.
    ///
    /// # Errors
    /// [`ProfileError`] where there is none of this name.
    pub fn built_in(name: &str) -> Result<Self, ProfileError> {
        Self::parse(Self::built_in_text(name)?)
    }

    /// The text of a profile that ships, as a start for an office's own.
    ///
    /// # Errors
    /// [`ProfileError`] where there is none of this name.
    pub fn built_in_text(name: &str) -> Result<&'static str, ProfileError> {
        BUILT_IN
            .iter()
            .chain(&EXAMPLES)
            .find(|(known, _)| *known == name)
            .map(|(_, text)| *text)
            .ok_or_else(|| ProfileError::unknown_name(name))
    }

    /// Reads a profile from TOML. Keys that are not known are refused, with the line and the mend.
    ///
    /// # Errors
    /// [`ProfileError`] names the line, the key and the mend.
    pub fn parse(toml: &str) -> Result<Self, ProfileError> {
        Self::read(None, toml)
    }

    /// Reads an office's own file: a whole profile, or, where it begins with `extends = "psow"`, what differs from one
    /// that ships.
    ///
    /// # Errors
    /// [`ProfileError`] names the file, the line, the key and the mend.
    pub fn from_file(name: &str, toml: &str) -> Result<Self, ProfileError> {
        Self::read(Some(name), toml)
    }

    /// Everything a profile is made of, in one text that reads as the same profile for ever: what is kept of an edition
    /// when an instrument is issued under it.
    ///
    /// # Errors
    /// As [`Profile::from_file`].
    pub fn layers(toml: &str) -> Result<Vec<String>, ProfileError> {
        Ok(Self::source(None, toml)?.layers())
    }

    /// Reads the layers that [`Profile::layers`] gave.
    ///
    /// # Errors
    /// As [`Profile::from_file`].
    pub fn from_layers(layers: &[String]) -> Result<Self, ProfileError> {
        let mut source = Source::default();
        for layer in layers {
            source.lay(None, layer);
        }
        load::read(&source)
    }

    fn read(name: Option<&str>, toml: &str) -> Result<Self, ProfileError> {
        load::read(&Self::source(name, toml)?)
    }

    fn source(name: Option<&str>, toml: &str) -> Result<Source, ProfileError> {
        let mut layers = vec![(name.map(str::to_owned), toml)];
        let mut top = Source::alone(name, toml);
        while let Some(base) = overlay::base(&top)? {
            let text = Self::built_in_text(&base).map_err(|_| ProfileError::unknown_base(&base, name))?;
            let file = format!("{base}.toml");
            top = Source::alone(Some(&file), text);
            layers.push((Some(file), text));
        }
        let mut source = Source::default();
        for (name, text) in layers.into_iter().rev() {
            source.lay(name.as_deref(), text);
        }
        Ok(source)
    }

    /// Every clock: the table's, then those for comments and confirmation.
    pub fn rules(&self) -> impl Iterator<Item = &PeriodRule> {
        self.clocks.iter().chain([&self.comment_period, &self.confirmation])
    }

    /// The clock with this id.
    pub fn rule(&self, id: &str) -> Option<&PeriodRule> {
        self.rules().find(|rule| rule.id == id)
    }

    /// The rule of one of its instruments; nothing where its law has no such instrument.
    pub fn instrument(&self, instrument: Instrument) -> Option<&InstrumentRule> {
        self.instruments.iter().find(|rule| rule.instrument == instrument)
    }

    /// The ground with this id.
    pub fn ground(&self, id: &GroundId) -> Option<&GroundRule> {
        self.grounds.iter().find(|rule| rule.id == *id)
    }

    /// The grounds on which an instrument may or must issue.
    pub fn grounds_for(&self, instrument: Instrument) -> impl Iterator<Item = &GroundRule> {
        self.grounds.iter().filter(move |rule| rule.instrument == instrument)
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
