//! What is recorded of an issued instrument: what the office is told, and what it rules.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    id::{BodyId, EvidenceId},
    money::Pence,
    text::Words,
};

/// One entry about an instrument and one body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The office was told.
    Told {
        /// About which body.
        body: BodyId,
        /// When it was recorded.
        on: Date,
        /// What.
        told: Told,
    },
    /// The office ruled.
    Ruled {
        /// For which body.
        body: BodyId,
        /// When.
        on: Date,
        /// What.
        ruled: Ruled,
    },
}

/// What the office is told of an instrument it issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "told", rename_all = "snake_case")]
pub enum Told {
    /// The body notified what it did or will do (PSOW Act 2019 s.26(2); LGA 1974 ss.31(2), 34I(2)).
    Notified {
        /// When the office had it.
        received_on: Date,
        /// What the body has done or will do.
        action: Option<Words>,
        /// By when it will have done it (PSOW Act 2019 s.26(2)(b)).
        within: Option<Date>,
    },
    /// The authority itself considered it, not a committee or an officer alone (LGA 1974 s.31A(1A); E32).
    ConsideredByAuthority {
        /// When.
        considered_on: Date,
        /// What shows it.
        shown_by: Words,
    },
    /// The form of what the body publishes was agreed (LGA 1974 ss.31(2G), 34I(6)).
    FormAgreed {
        /// When.
        agreed_on: Date,
        /// With whom, and where the agreed text is.
        with: Words,
    },
    /// A step of publicity was done, and is proved.
    Published {
        /// Which, by the id of its clock; `direction` where the office said how.
        step: String,
        /// When; the first day or the first edition.
        published_on: Date,
        /// The last day copies were there, or the day of the second edition.
        until: Option<Date>,
        /// The day from which copies can be seen, where a notice names one.
        names: Option<Date>,
        /// What shows it.
        shown_by: Words,
        /// The evidence in the case, where it is there.
        evidence: Option<EvidenceId>,
        /// Why the office published it in the body's stead.
        by_office: Option<Words>,
    },
    /// The body paid some of the cost that was claimed (E40).
    CostPaid {
        /// How much.
        amount: Pence,
        /// When.
        paid_on: Date,
        /// What shows it.
        shown_by: Words,
    },
    /// It was laid (PSOW Act 2019 s.30).
    Laid {
        /// When.
        laid_on: Date,
        /// What shows it.
        shown_by: Words,
    },
}

/// What the office rules on an instrument it issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ruled", rename_all = "snake_case")]
pub enum Ruled {
    /// A longer period is agreed (R57).
    LongerPeriod {
        /// Which of the periods.
        period: RunningPeriod,
        /// Until when.
        until: Date,
        /// Why.
        reason: Words,
        /// In writing, as the Acts demand?
        in_writing: bool,
    },
    /// What was notified was assessed.
    ResponseAssessed {
        /// Is the office satisfied with the action?
        with_action: bool,
        /// Is it satisfied with the period, where one must be notified?
        with_period: Option<bool>,
        /// Why.
        reasons: Words,
    },
    /// The office is satisfied that the body has decided to do nothing.
    NoAction {
        /// What that rests on.
        basis: Words,
    },
    /// What was sent to confirm the action was assessed.
    ConfirmationAssessed {
        /// The evidence.
        evidence: Vec<EvidenceId>,
        /// Does it confirm that the action was taken?
        satisfactory: bool,
        /// Why.
        reasons: Words,
    },
    /// A step of publicity was directed or disapplied (PSOW Act 2019 s.24(5), (9); LGA 1974 s.30(7)).
    PublicityLifted {
        /// Which, by the id of its clock.
        step: String,
        /// How.
        how: Lift,
        /// The public interest and the interests of the person aggrieved and others, as they were weighed.
        reasons: Words,
    },
    /// The cost is claimed from the body.
    CostClaimed {
        /// How much.
        amount: Pence,
        /// For what.
        what: Words,
        /// When it was demanded.
        demanded_on: Date,
    },
}

impl Told {
    /// The word lists and catalogues use.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Notified { .. } => "notified",
            Self::ConsideredByAuthority { .. } => "considered-by-authority",
            Self::FormAgreed { .. } => "form-agreed",
            Self::Published { .. } => "published",
            Self::CostPaid { .. } => "cost-paid",
            Self::Laid { .. } => "laid",
        }
    }

    /// What was written of it at the time.
    pub fn words(&self) -> Option<&Words> {
        match self {
            Self::Notified { action, .. } => action.as_ref(),
            Self::ConsideredByAuthority { shown_by, .. }
            | Self::Published { shown_by, .. }
            | Self::CostPaid { shown_by, .. }
            | Self::Laid { shown_by, .. } => Some(shown_by),
            Self::FormAgreed { with, .. } => Some(with),
        }
    }
}

impl Ruled {
    /// The word lists and catalogues use.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LongerPeriod { .. } => "longer-period",
            Self::ResponseAssessed { .. } => "response-assessed",
            Self::NoAction { .. } => "no-action",
            Self::ConfirmationAssessed { .. } => "confirmation-assessed",
            Self::PublicityLifted { .. } => "publicity-lifted",
            Self::CostClaimed { .. } => "cost-claimed",
        }
    }

    /// The office's words.
    pub fn words(&self) -> &Words {
        match self {
            Self::LongerPeriod { reason: words, .. }
            | Self::ResponseAssessed { reasons: words, .. }
            | Self::NoAction { basis: words }
            | Self::ConfirmationAssessed { reasons: words, .. }
            | Self::PublicityLifted { reasons: words, .. }
            | Self::CostClaimed { what: words, .. } => words,
        }
    }
}

/// One of the periods that run after an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunningPeriod {
    /// For notifying the office.
    Response,
    /// For doing, or confirming, what was notified.
    Confirmation,
    /// For agreeing the form of what the body publishes.
    Form,
}

/// What the office did about a duty of publicity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lift {
    /// It directed how the duty is met.
    Directed,
    /// It disapplied the duty.
    Disapplied,
}
