//! A recommendation: one act by one body, with what will prove it and by when the office must be told.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    evidence::ItemFinding,
    id::{BodyId, EvidenceId, ExtensionId, PostId, RecommendationNumber, StaffId},
    money::Pence,
    period::{DueDate, DueSpec},
    recurrence::EarlierRef,
    text::Words,
};

mod dropped;
mod state;

pub use dropped::DropReason;
pub use state::State;

macro_rules! kinds {
    ($($(#[$doc:meta])+ $name:ident = $code:literal),+ $(,)?) => {
        /// What sort of act is recommended. A fine is not among them: it is not a remedy.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $($(#[$doc])+ $name),+ }

        impl Kind {
            /// Every kind, in the order lists show them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word the record, the API and the corpus use.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }

        impl FromStr for Kind {
            type Err = UnknownKind;
            fn from_str(text: &str) -> Result<Self, UnknownKind> {
                match text { $($code => Ok(Self::$name),)+ other => Err(UnknownKind(other.to_owned())) }
            }
        }
    };
}

kinds! {
    /// An apology to a person.
    Apology = "apology",
    /// A payment to recognise distress, time and trouble, or loss.
    Payment = "payment",
    /// Money paid by the person is given back.
    Reimbursement = "reimbursement",
    /// A service the person should have.
    ServiceProvision = "service_provision",
    /// An inspection, a repair, works.
    InspectionRepair = "inspection_repair",
    /// An explanation or answer in writing.
    Explanation = "explanation",
    /// A review of a case, a decision or a practice.
    Review = "review",
    /// A policy or procedure is written or changed.
    PolicyProcedure = "policy_procedure",
    /// Staff are trained.
    Training = "training",
    /// Staff are reminded.
    StaffReminder = "staff_reminder",
    /// What was learned is shared.
    ShareLearning = "share_learning",
    /// Practice is audited or monitored.
    Monitoring = "monitoring",
    /// A record is made, put right or kept.
    Records = "records",
    /// Something is stopped.
    Cease = "cease",
    /// A contractor or contract is dealt with.
    Contract = "contract",
    /// People or money are provided.
    Resourcing = "resourcing",
    /// The body reports back.
    ReportBack = "report_back",
}

/// A word that names no kind of recommendation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a kind of recommendation")]
pub struct UnknownKind(pub String);

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// For whom a recommendation is made (R4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Puts right the injustice to a person.
    Personal,
    /// Improves the body's services for others.
    Service,
}

impl Scope {
    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Service => "service",
        }
    }
}

/// A sum of money recommended: exact, or worked out by a formula with a ceiling (R40).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "amount", rename_all = "snake_case")]
pub enum Amount {
    /// This sum.
    Exact {
        /// In pence.
        pence: Pence,
    },
    /// A sum the body works out; it may not be more than a ceiling.
    Formula {
        /// How it is worked out.
        wording: Words,
        /// The most it can come to.
        at_most: Pence,
    },
}

impl Amount {
    /// The sum, or the most it can come to.
    pub fn ceiling(&self) -> Pence {
        match self {
            Self::Exact { pence } => *pence,
            Self::Formula { at_most, .. } => *at_most,
        }
    }
}

/// What an item of evidence shows. A policy change wants its text and its approval (R27).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// A letter that was sent.
    Letter,
    /// A record of payment.
    PaymentRecord,
    /// The text of a policy, procedure or guide.
    PolicyText,
    /// Approval by the relevant officer or committee.
    Approval,
    /// Who was trained, when, in what.
    TrainingRecord,
    /// A report, audit or review.
    Report,
    /// Anything else, told in words.
    Other,
}

impl Proof {
    /// Every proof, in the order lists show them.
    pub const ALL: [Self; 7] = [
        Self::Letter,
        Self::PaymentRecord,
        Self::PolicyText,
        Self::Approval,
        Self::TrainingRecord,
        Self::Report,
        Self::Other,
    ];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::PaymentRecord => "payment_record",
            Self::PolicyText => "policy_text",
            Self::Approval => "approval",
            Self::TrainingRecord => "training_record",
            Self::Report => "report",
            Self::Other => "other",
        }
    }
}

/// Whether an item must be shown, or one of several is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "need", rename_all = "snake_case")]
pub enum Need {
    /// Must be shown.
    Required,
    /// One item of this group is enough.
    AnyOf {
        /// The group, 1, 2, 3 …
        group: u8,
    },
}

/// The number of an evidence item within its recommendation: 1, 2, 3 …
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemNumber(pub u8);

/// One thing that would prove the act: upload task, checklist line, chase text and explanation in one (R27, R28).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceItem {
    /// Its number in the list.
    pub item: ItemNumber,
    /// What must be shown, in words for the body.
    pub what: Words,
    /// What sort of proof it is.
    pub proof: Proof,
    /// Must it be shown, or one of a group?
    pub need: Need,
}

/// Who gains from a recommendation, where it is not the complainant (E36).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeneficiaryGroup {
    /// Who they are, without names.
    pub who: Words,
    /// How many, where known.
    pub count: Option<u32>,
}

/// What a recommendation says. Each revision replaces it whole, and the earlier ones are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What sort of act.
    pub kind: Kind,
    /// For the person, or for the service.
    pub scope: Scope,
    /// The finding it answers (R2, R40), by number.
    pub answers: Option<FindingNumber>,
    /// One sentence: who will do what.
    pub wording: Words,
    /// The sum, where it is money.
    pub amount: Option<Amount>,
    /// May the body set the sum off against a debt? Only if the recommendation says so (E6).
    #[serde(default)]
    pub set_off_allowed: bool,
    /// The one body responsible (E11).
    pub addressee: BodyId,
    /// Other people it is for, in number and kind, never by name (E36).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beneficiaries: Option<BeneficiaryGroup>,
    /// What will prove it.
    pub evidence: Vec<EvidenceItem>,
    /// By when the office must be told, with evidence (R24).
    pub evidence_due: Option<DueSpec>,
    /// What the public may read of a service improvement: no names, no timescale (R45).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_summary: Option<Words>,
    /// Its subjects, of the profile's list: by them it is found again (R48, R53).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// Earlier recommendations it takes up, because they had time and the fault recurs (R51).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takes_up: Vec<EarlierRef>,
    /// For the office alone (I6).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private_notes: Option<Words>,
}

/// The number of a finding within its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FindingNumber(pub u16);

/// What the body says of a proposal (R10, R12, R13, R18). The first of the four separate facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Agrees.
    Agree,
    /// Agrees with a change of wording or of date.
    AgreeWithChange {
        /// The wording it would have.
        wording: Option<Words>,
        /// The date it would have.
        evidence_due_on: Option<Date>,
        /// Why.
        reason: Words,
    },
    /// Has done this, or is doing it (R12). Evidence is still needed (E37).
    AlreadyDone {
        /// What was done, and when.
        account: Words,
    },
    /// Does not agree; reasons are a must (R18).
    Disagree {
        /// Why.
        reasons: Words,
    },
    /// Asks something first.
    Question {
        /// What.
        question: Words,
    },
}

/// The body's position, with when it came and with whom it was checked (R11, R15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// What it said.
    pub answer: Answer,
    /// On which draft; 0 is an early-resolution proposal.
    pub draft: u8,
    /// When the office had it.
    pub received_on: Date,
    /// With which teams it was checked (R11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_with: Option<Words>,
}

/// Why a date stands as it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum DateReason {
    /// Set by the decision or the agreement.
    Decision,
    /// An extension was granted.
    Extension {
        /// Which request.
        extension: ExtensionId,
        /// Granted before the date it replaces had passed? (E18)
        granted_in_time: bool,
    },
    /// Agreed after evidence was found wanting (R35).
    FurtherEvidence,
    /// The event it waits for has happened, or the instrument was received (E39, I3).
    EventHappened,
    /// More time was agreed after the date had passed.
    MoreTime,
    /// It was reopened after it had ended.
    Reopened,
    /// A mistake was put right, with the reason.
    Correction {
        /// Why.
        reason: Words,
    },
}

/// One date by which the office must be told, with evidence; the earlier ones stay (R24, R30).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateVersion {
    /// 1 for the first, and upwards.
    pub version: u8,
    /// The date and how it was reached.
    pub evidence_due_on: DueDate,
    /// Why it stands.
    pub because: DateReason,
    /// Since when.
    pub set_on: Date,
}

/// How the office judged one recommendation. The third of the four separate facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "judgement", rename_all = "snake_case")]
pub enum Judgement {
    /// Satisfied by evidence (I2).
    Met {
        /// What satisfied.
        satisfied_by: Vec<EvidenceId>,
        /// When the satisfying evidence was in: this decides lateness (R24, E19).
        evidence_complete_on: Date,
        /// Days late against the date the profile's rule says; 0 or less is on time. The fourth fact.
        days_late: i32,
    },
    /// Treated as met for a good reason (R36).
    TreatedAsMet {
        /// Why.
        reason: TreatedReason,
        /// The caseworker's account.
        note: Words,
    },
    /// Not done, and no good reason (R37).
    NotMet {
        /// The office's reasons.
        reasons: Words,
    },
    /// The body refuses (R3); its reasons are kept.
    Refused {
        /// Its reasons.
        reasons: Words,
        /// Had it agreed before (E22)?
        after_agreement: bool,
    },
    /// The office no longer pursues it: unachievable or disproportionate (E23).
    Ceased {
        /// Why.
        reason: Words,
    },
    /// Another recommendation stands in its place.
    Superseded {
        /// Which.
        by: RecommendationNumber,
    },
}

/// The good reasons for which a recommendation is treated as met (R36, E3, E4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum TreatedReason {
    /// Circumstances changed.
    CircumstancesChanged,
    /// The complainant does not want it; the offer must be proved (E3).
    ComplainantDeclined {
        /// The evidence of the offer.
        offer: EvidenceId,
    },
    /// The complainant cannot be reached; the offer stays open (E4).
    OfferOpen {
        /// Until when.
        until: Date,
        /// The evidence of the attempts.
        attempts: EvidenceId,
    },
    /// The sum was set off against a debt, as the recommendation allowed (E6).
    SetOff,
}

/// A request for a later date, and what became of it (R30, I4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionRequest {
    /// Its id.
    pub extension: ExtensionId,
    /// When it was asked.
    pub asked_on: Date,
    /// The date asked for.
    pub until: Date,
    /// The body's reason.
    pub reason: Words,
    /// What has been done so far.
    pub done_so_far: Option<Words>,
    /// Asked after the date had passed (E18)?
    pub late: bool,
    /// The decision, once there is one.
    pub decision: Option<ExtensionDecision>,
    /// Does it rest on a notice that freezes the body's spending (E24)?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rests_on_freeze: bool,
}

/// How an extension request was decided (I4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionDecision {
    /// The new date; none where it was refused.
    pub granted_until: Option<Date>,
    /// Why.
    pub reason: Words,
    /// When.
    pub decided_on: Date,
    /// Was it given in writing, as statutory periods demand (PSOW Act 2019 s.28; LGA 1974 s.31(2))?
    pub in_writing: bool,
    /// Who decided (I4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<StaffId>,
    /// The date that stood until then (I4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_then: Option<Date>,
}

/// A chase that went (R31).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chase {
    /// For which version of the date.
    pub date_version: u8,
    /// Which step of the profile's ladder.
    pub step: String,
    /// When it went.
    pub on: Date,
    /// The message; one message may chase several recommendations.
    pub post: PostId,
    /// Came back undelivered: it does not count as a chase.
    pub undelivered: bool,
}

/// A recommendation as it stands after all that has happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// Its number in the case.
    pub number: RecommendationNumber,
    /// What it says now.
    pub terms: Terms,
    /// What it said in each draft that went out: (draft, terms).
    pub in_drafts: Vec<(u8, Terms)>,
    /// Fact 1: what the body said, latest last.
    pub positions: Vec<Position>,
    /// Part of a final decision or a closed agreement: from here on its compliance counts.
    pub decided: bool,
    /// Fact 2: when the act was done, as the body tells or the evidence shows.
    pub done_on: Option<Date>,
    /// Fact 3: the office's judgement.
    pub judgement: Option<Judgement>,
    /// When it was judged.
    pub ended_on: Option<Date>,
    /// The dates by which the office must be told, first to latest.
    pub dates: Vec<DateVersion>,
    /// Evidence that came for it, in order.
    pub evidence: Vec<EvidenceId>,
    /// What the reviewer found, item by item.
    pub findings: Vec<ItemFinding>,
    /// Since when a reviewer has it, after the latest evidence.
    pub under_review: bool,
    /// What more was asked for, and when; cleared by new evidence.
    pub more_asked_on: Option<Date>,
    /// Requests for a later date.
    pub extensions: Vec<ExtensionRequest>,
    /// Chases that went.
    pub chases: Vec<Chase>,
    /// May the body act before the final decision (R17)?
    pub early_action_authorised: bool,
    /// Withdrawn by the office before the final decision, and why.
    pub dropped: Option<DropReason>,
    /// The complainant's word on whether they have had it.
    pub had_it: Option<bool>,
    /// How often it was reopened after it had ended.
    pub reopened: u8,
    /// What had been asked for, and when, before a submission answered it: asked again should that be set apart (E8).
    pub asked_before: Vec<(EvidenceId, Date)>,
    /// The body it was made to, where another carries it out now (E13).
    pub taken_over_from: Option<BodyId>,
    /// How many of its submissions came before it was last reopened: they answer nothing that is asked now.
    pub answered_before_reopening: usize,
}

impl Recommendation {
    /// The date that counts today, and its version.
    pub fn current_date(&self) -> Option<&DateVersion> {
        self.dates.last()
    }

    /// The date by which the office must be told, with evidence (R24).
    pub fn evidence_due_on(&self) -> Option<Date> {
        self.current_date().map(|version| version.evidence_due_on.date)
    }

    /// The first date that was set.
    pub fn original_due_on(&self) -> Option<Date> {
        self.dates.first().map(|version| version.evidence_due_on.date)
    }

    /// The submissions that answer what is asked now: those since it was last reopened.
    pub fn current_evidence(&self) -> &[EvidenceId] {
        self.evidence.get(self.answered_before_reopening..).unwrap_or_default()
    }

    /// Is the office waiting for the body to tell it something?
    pub fn awaits_body(&self) -> bool {
        matches!(self.state(), State::Due | State::FurtherEvidenceRequested)
    }

    /// Days since the date passed, where the office still waits; nothing while it has not passed.
    pub fn days_overdue(&self, today: Date) -> Option<i32> {
        let due = self.evidence_due_on()?;
        (self.awaits_body() && today > due).then(|| crate::period::days_between(due, today))
    }

    /// A request for a later date that nobody has decided.
    pub fn open_extension(&self) -> Option<&ExtensionRequest> {
        self.extensions.iter().find(|request| request.decision.is_none())
    }

    /// What the body said last.
    pub fn position(&self) -> Option<&Position> {
        self.positions.last()
    }
}
