//! The instruments of a case: what was prepared, issued, received, answered, assessed, published and paid for.
//!
//! What was recorded is kept entry by entry; where an instrument stands on a day is computed from them, never set.

mod clocks;
mod cost;
mod entry;
mod fold;
mod phase;
mod publicity;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::{Case, Receipt},
    id::{BodyId, CaseId, CaseReference, RecommendationNumber},
    instrument::{GroundId, Instrument, InstrumentNumber},
    profile::EscalationStep,
    recommendation::{Recommendation, Terms},
    text::Words,
};

pub use clocks::{confirmation_due, form_due, response_due};
pub use cost::{Cost, CostState, cost};
pub use entry::{Entry, Lift, Ruled, RunningPeriod, Told};
pub(crate) use fold::{apply, decided};
pub use phase::{Phase, notified_on, phase, satisfied_on};
pub(crate) use phase::{assessed, confirmed};
pub(crate) use publicity::form_agreed;
pub use publicity::{BY_DIRECTION, Holder, PublicityState, PublicityStep, duty_holder, publicity};

/// The number the decision has among the instruments of its case.
pub const DECISION: InstrumentNumber = InstrumentNumber(1);

/// An instrument that was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Its number in the case: 1 for the decision.
    pub number: InstrumentNumber,
    /// Which.
    pub instrument: Instrument,
    /// When.
    pub issued_on: Date,
    /// The instrument it follows; none for the decision, and none where it follows an early resolution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<InstrumentNumber>,
    /// The grounds it rests on; none for the decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<GroundId>,
    /// The bodies it is about.
    pub bodies: Vec<BodyId>,
    /// The facts it sets out (PSOW Act 2019 s.28(8)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Words>,
    /// What it recommends.
    pub numbers: Vec<RecommendationNumber>,
    /// Why it was issued although the office's own policy would have waited for the period to end (R41).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_expiry: Option<Words>,
    /// Is it to be laid, by its rule and the kind the body was of (PSOW Act 2019 s.30)?
    #[serde(default)]
    pub to_be_laid: bool,
    /// What was recorded of it since.
    #[serde(skip)]
    pub entries: Vec<Entry>,
}

impl Issued {
    /// What was told of it by or about one body, in order, with the day it was recorded.
    pub fn told(&self, body: BodyId) -> impl Iterator<Item = (Date, &Told)> {
        self.entries.iter().filter_map(move |entry| match entry {
            Entry::Told { body: one, on, told } if *one == body => Some((*on, told)),
            Entry::Told { .. } | Entry::Ruled { .. } => None,
        })
    }

    /// What the office ruled on it for one body, in order, with the day.
    pub fn ruled(&self, body: BodyId) -> impl Iterator<Item = (Date, &Ruled)> {
        self.entries.iter().filter_map(move |entry| match entry {
            Entry::Ruled { body: one, on, ruled } if *one == body => Some((*on, ruled)),
            Entry::Told { .. } | Entry::Ruled { .. } => None,
        })
    }
}

/// What is to be issued, as it is prepared (R9; PSOW Act 2019 s.28(8)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparation {
    /// Which instrument.
    pub instrument: Instrument,
    /// What it follows; none where it follows an early resolution.
    pub after: Option<InstrumentNumber>,
    /// The body it is about.
    pub body: BodyId,
    /// The grounds it rests on.
    pub grounds: Vec<GroundId>,
    /// The facts it sets out.
    pub facts: Words,
    /// What it recommends.
    pub recommendations: Vec<Terms>,
    /// By when the body is asked to comment, where it recommends something.
    pub body_by: Option<Date>,
    /// By when the complainant is asked to comment, where there is one.
    pub complainant_by: Option<Date>,
}

/// A draft of an instrument that went to both parties, or one that needs no comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// What is to be issued.
    #[serde(flatten)]
    pub what: Preparation,
    /// When it was prepared.
    pub on: Date,
    /// What the parties said of it.
    #[serde(skip)]
    pub comments: Vec<InstrumentComment>,
}

/// What a party said of a draft instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentComment {
    /// The body; none for the complainant.
    pub body: Option<BodyId>,
    /// What it said.
    pub comment: Words,
    /// Will the body act by the dates proposed, though they come before it must have answered (R58)?
    #[serde(default)]
    pub acts_by_the_dates: bool,
    /// When the office had it.
    pub received_on: Date,
}

/// The period within which a report by the alternative route is to be implemented (PSOW Act 2019 s.27(2)–(3)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodAgreed {
    /// What the complainant said of it.
    #[serde(flatten)]
    pub complainant: OnPeriod,
    /// When it was recorded.
    pub on: Date,
}

/// Whether the complainant agreed to the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "complainant", rename_all = "snake_case")]
pub enum OnPeriod {
    /// The complainant agreed, as these words show.
    Agreed {
        /// What shows it.
        shown_by: Words,
    },
    /// The office thinks no agreement possible, and has specified the period in writing.
    NotPossible {
        /// Why.
        reason: Words,
    },
}

/// A criterion for a public report that was recorded: never of itself, always with reasons (R52).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionRecorded {
    /// Its id in the profile.
    pub criterion: String,
    /// Why it applies.
    pub reasons: Words,
    /// When.
    pub on: Date,
}

/// Notice to a body that a report is coming (lifecycle 7.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportNotice {
    /// Which body.
    pub body: BodyId,
    /// Why a report.
    pub reasons: Words,
    /// When.
    pub on: Date,
}

/// Which health body contracted with a family health or independent provider (PSOW Act 2019 ss.23(2)(d)–(e), 25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractingBody {
    /// The provider.
    pub provider: BodyId,
    /// The health body.
    pub health_body: BodyId,
}

/// How two cases belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The other is about the failure to provide what was agreed in this one.
    FollowedBy,
    /// This one is about the failure to provide what was agreed in the other.
    ArisesFrom,
}

/// A link to another case, as this case's record has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedCase {
    /// The other.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// How they belong together.
    pub relation: Relation,
    /// Why.
    pub reason: Words,
    /// When it was recorded.
    pub on: Date,
}

/// A step that was taken where a body does not comply (practice 2.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTaken {
    /// For which recommendation.
    pub number: RecommendationNumber,
    /// Which step.
    pub step: EscalationStep,
    /// Why, and what came of it.
    pub reason: Words,
    /// When.
    pub on: Date,
}

impl Case {
    /// One of its instruments.
    pub fn issued(&self, number: InstrumentNumber) -> Option<&Issued> {
        self.issued.iter().find(|one| one.number == number)
    }

    /// The number the next instrument will have. The first number belongs to the decision or the agreement.
    pub fn next_instrument(&self) -> InstrumentNumber {
        InstrumentNumber(self.issued.last().map_or(1, |one| one.number.0).max(1).saturating_add(1))
    }

    /// When a body received one of its instruments, as it stands; a receipt that names none is the decision's (I3).
    pub fn receipt_of(&self, instrument: InstrumentNumber, body: BodyId) -> Option<&Receipt> {
        let of =
            |receipt: &&Receipt| receipt.instrument.unwrap_or(DECISION) == instrument && receipt.body == body;
        self.receipts.iter().rev().find(of)
    }

    /// The recommendations that count as an instrument's: what a later one made is its own, and everything else, also
    /// what stands in the place of another, is the decision's.
    pub fn made_by(
        &self,
        instrument: InstrumentNumber,
        body: BodyId,
    ) -> impl Iterator<Item = &Recommendation> {
        let theirs = move |one: &&Recommendation| {
            let later = self
                .issued
                .iter()
                .find(|issued| issued.number != DECISION && issued.numbers.contains(&one.number));
            later.map_or(DECISION, |issued| issued.number) == instrument && one.terms.addressee == body
        };
        self.live().filter(|one| one.decided).filter(theirs)
    }

    /// What a draft instrument recommends, as it will stand in the case.
    pub fn prepared_recommendations(&self) -> Vec<Recommendation> {
        let first = self.recommendations.iter().map(|one| one.number.0).max().unwrap_or(0);
        let terms = self.prepared.iter().flat_map(|prepared| &prepared.what.recommendations);
        terms
            .zip(first + 1..)
            .map(|(terms, number)| crate::evolve::written(RecommendationNumber(number), terms))
            .collect()
    }
}
