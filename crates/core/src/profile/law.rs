//! The parts of a profile that are law: instruments, grounds, criteria, and what is kept how long.
//!
//! The shape of the law is code; which instruments an office has, on what grounds, with which facts, by whom and with
//! what publicity, is data of its profile (law.md §1, "design rule").

use serde::{Deserialize, Serialize};

use super::practice::Obligation;
use crate::{
    actor::StaffRole,
    body::BodyKind,
    instrument::{Addressee, Fact, GroundId, Instrument},
    text::Bilingual,
};

/// One instrument of an office's law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentRule {
    /// Which.
    pub instrument: Instrument,
    /// What the office calls it.
    pub name: Bilingual,
    /// Where the power or duty comes from.
    pub citation: String,
    /// Whether an investigation may end with it.
    #[serde(default)]
    pub ends_investigation: bool,
    /// The least of the roles that may issue it.
    pub decided_by: StaffRole,
    /// What the record must hold before it may issue, beside the grounds of a ground.
    #[serde(default)]
    pub needs: Vec<Fact>,
    /// What the body must answer to it, and by when.
    pub response: Option<ResponseRule>,
    /// The clock for agreeing its form, where the body publishes it (LGA 1974 s.31(2G), s.34I(6)).
    pub form_clock: Option<String>,
    /// What must be done to make it public.
    #[serde(default)]
    pub publicity: Vec<PublicityRule>,
    /// Who must get a copy.
    pub must_receive: Vec<Addressee>,
    /// Who may get a copy.
    #[serde(default)]
    pub may_receive: Vec<Addressee>,
    /// Who must not.
    #[serde(default)]
    pub must_not_receive: Vec<Addressee>,
    /// The rule by which people's names are left out of each version.
    pub anonymity: Option<AnonymityRule>,
    /// Before whom it must be laid.
    pub laid: Option<LaidRule>,
    /// What of its cost the body repays.
    pub cost: Option<CostRule>,
    /// Whether it makes recommendations of its own.
    #[serde(default)]
    pub recommends: bool,
    /// Where the body refuses it, the body itself must have considered it, not a committee or an officer alone; by this
    /// section (LGA 1974 s.31A(1A)).
    pub refusal_by_authority: Option<String>,
    /// The First Minister gets no copy where the body is of such a kind (PSOW Act 2019 s.23(2)).
    #[serde(default)]
    pub first_minister_unless: Vec<BodyKind>,
}

/// What a body must answer to an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseRule {
    /// The clock within which it notifies the office.
    pub clock: String,
    /// The parts a notification has.
    pub parts: Vec<ResponsePart>,
    /// The clock within which it does, or confirms, what it notified.
    pub confirmation_clock: Option<String>,
}

/// A part of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponsePart {
    /// What the body has done or will do.
    Action,
    /// Within what period it will do it (PSOW Act 2019 s.26(2)(b)).
    Period,
}

/// One step of publicity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicityRule {
    /// The clock by which it is due; its words say what is to be done.
    pub clock: String,
    /// Whose duty it is.
    pub duty_of: DutyHolder,
    /// What proves it.
    pub proof: Bilingual,
    /// The office may lift it, or say how it is to be done.
    pub may_be_lifted: bool,
    /// The clock by which the day lies that a notice names for the start of inspection (LGA 1974 s.30(5)).
    pub names_by: Option<String>,
}

/// Whose duty a step of publicity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyHolder {
    /// The body the report is about.
    Respondent,
    /// The body, or, for a family health or independent provider, the health body that had the copy (PSOW Act 2019
    /// s.25).
    RespondentOrHealthBody,
    /// The office itself.
    Office,
}

/// By which rule names stay out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymityRule {
    /// Where it comes from.
    pub citation: String,
    /// What it says, for whoever makes a version.
    pub says: Bilingual,
    /// Whether the body's own name stays out where it would identify a person (LGA 1974 s.34H).
    pub body_may_be_left_out: bool,
}

/// Before whom an instrument is laid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaidRule {
    /// Before whom, and by whom.
    pub before: Bilingual,
    /// Only where it is about such a body; about any where none is named.
    #[serde(default)]
    pub about: Vec<BodyKind>,
    /// Where it comes from.
    pub citation: String,
}

/// What the body repays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostRule {
    /// What is repaid.
    pub what: Bilingual,
    /// Where it comes from.
    pub citation: String,
}

/// A ground on which an instrument may or must follow another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroundRule {
    /// Its id: `s28(2)(a)`.
    pub id: GroundId,
    /// The instrument it is a ground for.
    pub instrument: Instrument,
    /// The instruments it can follow; none where it follows an early resolution.
    #[serde(default)]
    pub after: Vec<Instrument>,
    /// It follows an early resolution (PSOW Act 2019 s.28(6)).
    #[serde(default)]
    pub after_settlement: bool,
    /// What it says.
    pub what: Bilingual,
    /// Where it comes from.
    pub citation: String,
    /// Whether the office may or must.
    pub obligation: Obligation,
    /// What the record must hold.
    pub facts: Vec<Fact>,
    /// Can it arise before the period has run out, so that an office's own policy may forbid it (R41)?
    #[serde(default)]
    pub before_expiry: bool,
}

/// A reason to consider a public report; none is enough of itself, and none decides (R52).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionRule {
    /// Its id: `recurrent_fault`.
    pub id: String,
    /// What it is.
    pub what: Bilingual,
    /// Raised of itself when earlier service improvements had time to embed and the fault recurs (R51, R52).
    #[serde(default)]
    pub recurrence: bool,
    /// Raised of itself when a recommendation was not met.
    #[serde(default)]
    pub non_compliance: bool,
}

/// A subject or a kind of fault, by which earlier recommendations are found (R48, R53).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeRule {
    /// Its id: `complaint_handling`.
    pub id: String,
    /// What it is.
    pub what: Bilingual,
}

/// How a body deals with the office, as a code (R56).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandlingRule {
    /// Its id: `delay_responding`.
    pub id: String,
    /// What it is.
    pub what: Bilingual,
    /// What in the record suggests it; none where only a person says so.
    pub suggested_by: Option<HandlingSign>,
}

/// What in the record suggests a code of how a body deals with the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandlingSign {
    /// An extension was asked for.
    Extension,
    /// A chase went.
    Chase,
    /// Evidence was found wanting.
    EvidenceWanting,
    /// A recommendation was not met or was refused.
    NotMet,
}

/// A ground of the law on which something may be disclosed (E34).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureRule {
    /// Its id: `health_or_safety`.
    pub id: String,
    /// What it is.
    pub what: Bilingual,
    /// Where it stands.
    pub citation: String,
    /// May anybody who works on the case disclose on it at once? Every other ground is for a manager.
    #[serde(default)]
    pub urgent: bool,
}

/// What is kept how long (R54, R55).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionRule {
    /// Months after which evidence and letters go, counted from the last substantive action.
    pub documents_months: u16,
    /// From what they are counted.
    pub counted_from: CountedFrom,
    /// Years for which evidence of significant service improvements is kept (R55).
    pub significant_years: u16,
    /// Years after which the record of the case is anonymised.
    pub anonymise_years: u16,
    /// Years after which it is deleted.
    pub delete_years: u16,
    /// The most months by which a request for information keeps documents longer (E29).
    pub information_request_months: u16,
    /// The least of the roles that may call service improvements significant (R55).
    pub significant_by: StaffRole,
    /// Where the schedule comes from.
    pub citation: String,
}

/// From what the first period of the schedule is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedFrom {
    /// From the last substantive action: a final decision, or the satisfied date of a report (practice 2.13).
    LastSubstantiveAction,
    /// From the decision, as the shorthand says.
    Decision,
}

/// A next step an office may take where a body does not comply (practice 2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EscalationStep {
    /// Write to the chief executive.
    ChiefExecutive,
    /// Meet the body.
    Meeting,
    /// Agree more time; the date must then be changed.
    MoreTime,
    /// Tell the complainant why it takes so long.
    TellComplainant,
    /// Talk it over with the investigator.
    CaseConference,
    /// Consider a public report.
    PublicReport,
    /// Stop: unachievable or disproportionate.
    Cease,
    /// Open a new case about the failure to provide the agreed remedy.
    NewCase,
}

impl EscalationStep {
    /// Every step, in the order of the menu.
    pub const ALL: [Self; 8] = [
        Self::ChiefExecutive,
        Self::Meeting,
        Self::MoreTime,
        Self::TellComplainant,
        Self::CaseConference,
        Self::PublicReport,
        Self::Cease,
        Self::NewCase,
    ];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::ChiefExecutive => "chief_executive",
            Self::Meeting => "meeting",
            Self::MoreTime => "more_time",
            Self::TellComplainant => "tell_complainant",
            Self::CaseConference => "case_conference",
            Self::PublicReport => "public_report",
            Self::Cease => "cease",
            Self::NewCase => "new_case",
        }
    }
}

/// How an office deals with a body that does not comply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationRule {
    /// The steps it has.
    pub steps: Vec<EscalationStep>,
    /// The least of the roles that may record that a recommendation was not met.
    pub adverse_outcome_by: StaffRole,
    /// A note of how the body dealt with the office must go with an adverse outcome (R56).
    pub handling_note_required: bool,
}
