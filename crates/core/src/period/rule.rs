//! One row of a profile's table of clocks: a period with its trigger, its source and who may lengthen it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Count, DueDate, Length, PeriodError, Standing, Start};
use crate::{
    calendar::Calendar,
    text::{Bilingual, Words},
};

/// What sets a clock going.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The addressee received something: a fact that must be evidenced (I3).
    Receipt,
    /// A person first had notice of the matter.
    Notice,
    /// A complaint was made to the body.
    ComplaintMade,
    /// A public notice or a first edition was published.
    Publication,
    /// A date that a notice names.
    DateNamed,
    /// An agreement was made.
    Agreement,
    /// A draft was sent for comment.
    DraftSent,
    /// The final decision was issued.
    FinalDecision,
    /// The last piece of evidence came.
    FinalEvidence,
    /// The last day of the period of another rule, named by its id.
    EndOf(String),
}

/// How long the period is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// At most so long: the act must be done by the last day.
    Within(Length),
    /// At least so long: the state must last to the end of the last day.
    AtLeast(Length),
    /// Agreed case by case: the date is typed.
    Agreed {
        /// What records the agreement.
        instrument: Bilingual,
    },
}

/// A clock of the law or of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodRule {
    /// Its id in the table of clocks: `W-26`, `L-31(2A)(c)`.
    pub id: String,
    /// What must be done within it.
    pub what: Bilingual,
    /// What sets it going.
    pub trigger: Trigger,
    /// How long it is.
    pub term: Term,
    /// Whether the trigger's day is counted.
    pub start: Start,
    /// Whether the last day can move.
    pub standing: Standing,
    /// Where it comes from: `PSOW Act 2019 s.26(3)`.
    pub citation: String,
    /// Who may lengthen it and in what form ("the Ombudsman, in writing"); nothing if nobody may.
    pub extendable: Option<Bilingual>,
    /// What its passing means.
    pub on_expiry: Bilingual,
}

impl PeriodRule {
    /// Whether an enactment sets the period.
    pub fn is_statutory(&self) -> bool {
        self.standing == Standing::Statutory
    }

    /// How the period is counted; refused where its length is agreed case by case.
    pub fn count(&self) -> Result<Count, PeriodError> {
        match &self.term {
            Term::Within(length) | Term::AtLeast(length) => {
                Ok(Count { length: *length, start: self.start, standing: self.standing })
            }
            Term::Agreed { instrument } => Err(PeriodError::Agreed {
                rule: self.id.clone(),
                citation: self.citation.clone(),
                instrument: instrument.clone(),
            }),
        }
    }

    /// The date this rule gives for a day: arithmetic alone, as for a question at the command line. A case uses
    /// [`PeriodRule::run`]. Where the trigger is the end of another period, `from` is its last day.
    pub fn compute(&self, from: Date, calendar: &Calendar) -> Result<DueDate, PeriodError> {
        let mut due = self.count()?.compute(from, calendar)?;
        due.citation = Some(self.citation.clone());
        if matches!(self.term, Term::AtLeast(_)) {
            due.explanation.push(Bilingual::new(
                "The period is a minimum: it may last longer.",
                "Isafswm yw'r cyfnod: caiff bara'n hwy.",
            ));
        }
        Ok(due)
    }

    /// The date of this clock in a case. A clock that runs from receipt takes nothing but an evidenced
    /// receipt (I3).
    pub fn run(&self, began: &Began, calendar: &Calendar) -> Result<DueDate, PeriodError> {
        let from = match (&self.trigger, began) {
            (Trigger::Receipt, Began::Happened { .. }) => {
                return Err(PeriodError::ReceiptNeeded { rule: self.id.clone() });
            }
            (_, Began::Received { receipt }) => receipt.received_on(),
            (_, Began::Happened { on }) => *on,
        };
        self.compute(from, calendar)
    }
}

/// What set a clock going in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Began {
    /// Something was received, and it is evidenced.
    Received {
        /// The receipt.
        receipt: Receipt,
    },
    /// Something else happened.
    Happened {
        /// When.
        on: Date,
    },
}

/// A receipt with its evidence. The law sets the clock going on receipt, not on sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    served_on: Option<Date>,
    received_on: Date,
    evidence: Words,
}

/// Why a receipt cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// No evidence is named.
    #[error("say what shows the receipt: an acknowledgement, a signed delivery")]
    NoEvidence,
    /// It would have been received before it was sent.
    #[error("the day of receipt lies before the day it was sent: check both")]
    BeforeService,
}

impl ReceiptError {
    /// What to do, in both languages.
    pub fn explain(self) -> Bilingual {
        match self {
            Self::NoEvidence => Bilingual::new(
                "Say what shows the receipt, such as an acknowledgement or a signed delivery.",
                "Nodwch beth sy'n dangos iddo gael ei dderbyn, megis cydnabyddiaeth neu lofnod ar ddanfoniad.",
            ),
            Self::BeforeService => Bilingual::new(
                "The day of receipt lies before the day it was sent. Check both.",
                "Mae diwrnod y derbyn cyn y diwrnod anfon. Gwiriwch y ddau.",
            ),
        }
    }
}

impl Receipt {
    /// A receipt: when it was sent (if known), when it was received, and what shows that.
    pub fn new(served_on: Option<Date>, received_on: Date, evidence: Words) -> Result<Self, ReceiptError> {
        if evidence.is_blank() {
            return Err(ReceiptError::NoEvidence);
        }
        if served_on.is_some_and(|served| served > received_on) {
            return Err(ReceiptError::BeforeService);
        }
        Ok(Self { served_on, received_on, evidence })
    }

    /// When it was sent, if known.
    pub fn served_on(&self) -> Option<Date> {
        self.served_on
    }

    /// When it was received.
    pub fn received_on(&self) -> Date {
        self.received_on
    }

    /// What shows that it was received.
    pub fn evidence(&self) -> &Words {
        &self.evidence
    }
}
