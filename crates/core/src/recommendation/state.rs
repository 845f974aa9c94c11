//! Where a recommendation stands: computed from what has happened to it, never set (lifecycle 7.5).

use serde::{Deserialize, Serialize};

use super::{Answer, Judgement, Recommendation};

/// Where a recommendation stands; computed, never set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Draft,
    /// Out for comment or proposed.
    Proposed,
    /// Withdrawn before the decision.
    Withdrawn,
    /// Agreed or decided; the office waits to be told. `Overdue` is this, seen on a later day.
    Due,
    /// Evidence is in.
    EvidenceReceived,
    /// A reviewer has it.
    UnderReview,
    /// More was asked for.
    FurtherEvidenceRequested,
    /// Met, told in time.
    MetOnTime,
    /// Met, told late.
    MetLate,
    /// Treated as met.
    TreatedAsMet,
    /// Not met.
    NotMet,
    /// Refused by the body.
    Refused,
    /// Ceased by the office.
    Ceased,
    /// Another stands in its place.
    Superseded,
}

impl State {
    /// The word the record and the lists use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Withdrawn => "withdrawn",
            Self::Due => "due",
            Self::EvidenceReceived => "evidence_received",
            Self::UnderReview => "under_review",
            Self::FurtherEvidenceRequested => "further_evidence_requested",
            Self::MetOnTime => "met_on_time",
            Self::MetLate => "met_late",
            Self::TreatedAsMet => "treated_as_met",
            Self::NotMet => "not_met",
            Self::Refused => "refused",
            Self::Ceased => "ceased",
            Self::Superseded => "superseded",
        }
    }

    /// Nothing more is awaited.
    pub fn is_terminal(self) -> bool {
        match self {
            Self::Withdrawn
            | Self::MetOnTime
            | Self::MetLate
            | Self::TreatedAsMet
            | Self::NotMet
            | Self::Refused
            | Self::Ceased
            | Self::Superseded => true,
            Self::Draft
            | Self::Proposed
            | Self::Due
            | Self::EvidenceReceived
            | Self::UnderReview
            | Self::FurtherEvidenceRequested => false,
        }
    }

    /// The neutral name of the outcome, under which a profile keeps the office's word for it (R46); none while it is
    /// open.
    pub fn outcome(self) -> Option<&'static str> {
        match self {
            Self::Withdrawn => Some("withdrawn_by_office"),
            Self::MetOnTime
            | Self::MetLate
            | Self::TreatedAsMet
            | Self::NotMet
            | Self::Refused
            | Self::Ceased
            | Self::Superseded => Some(self.code()),
            Self::Draft
            | Self::Proposed
            | Self::Due
            | Self::EvidenceReceived
            | Self::UnderReview
            | Self::FurtherEvidenceRequested => None,
        }
    }

    /// Every state.
    pub const ALL: [Self; 14] = [
        Self::Draft,
        Self::Proposed,
        Self::Withdrawn,
        Self::Due,
        Self::EvidenceReceived,
        Self::UnderReview,
        Self::FurtherEvidenceRequested,
        Self::MetOnTime,
        Self::MetLate,
        Self::TreatedAsMet,
        Self::NotMet,
        Self::Refused,
        Self::Ceased,
        Self::Superseded,
    ];

    /// Ended as the decision wanted, or for a good reason.
    pub fn is_satisfied(self) -> bool {
        matches!(self, Self::MetOnTime | Self::MetLate | Self::TreatedAsMet)
    }
}

impl Recommendation {
    /// Did the body agree when last asked?
    pub fn is_agreed(&self) -> bool {
        matches!(self.position().map(|position| &position.answer), Some(Answer::Agree))
    }

    /// Where it stands. Whether it is overdue is for [`Recommendation::days_overdue`]: that depends on the day.
    pub fn state(&self) -> State {
        if self.dropped.is_some() {
            return State::Withdrawn;
        }
        match &self.judgement {
            Some(Judgement::Met { days_late, .. }) if *days_late > 0 => State::MetLate,
            Some(Judgement::Met { .. }) => State::MetOnTime,
            Some(Judgement::TreatedAsMet { .. }) => State::TreatedAsMet,
            Some(Judgement::NotMet { .. }) => State::NotMet,
            Some(Judgement::Refused { .. }) => State::Refused,
            Some(Judgement::Ceased { .. }) => State::Ceased,
            Some(Judgement::Superseded { .. }) => State::Superseded,
            None if !self.decided && self.in_drafts.is_empty() => State::Draft,
            None if !self.decided => State::Proposed,
            None if self.more_asked_on.is_some() => State::FurtherEvidenceRequested,
            None if self.under_review => State::UnderReview,
            None if !self.current_evidence().is_empty() => State::EvidenceReceived,
            None => State::Due,
        }
    }
}
