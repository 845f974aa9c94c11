//! How far a recommendation has come, as reports group it: on time, late and not done are never one figure.

use crate::recommendation::State;

/// How far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// The office still waits, or looks at what came.
    Open,
    /// Met, told in time.
    OnTime,
    /// Met, told late.
    Late,
    /// Treated as met for a good reason (R36).
    TreatedAsMet,
    /// Not met or refused.
    NotDone,
    /// Ceased or superseded by the office: the body is not answerable for it.
    NoLongerPursued,
}

impl Progress {
    /// Every one, in the order reports show them.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::OnTime, Self::Late, Self::TreatedAsMet, Self::NotDone, Self::NoLongerPursued];

    /// The word addresses and files use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::TreatedAsMet => "treated_as_met",
            Self::NotDone => "not_done",
            Self::NoLongerPursued => "no_longer_pursued",
        }
    }

    /// The one with this word.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Where a state belongs; one that was withdrawn before the decision belongs nowhere.
    pub fn of(state: State) -> Option<Self> {
        match state {
            State::Draft
            | State::Proposed
            | State::Due
            | State::EvidenceReceived
            | State::UnderReview
            | State::FurtherEvidenceRequested => Some(Self::Open),
            State::MetOnTime => Some(Self::OnTime),
            State::MetLate => Some(Self::Late),
            State::TreatedAsMet => Some(Self::TreatedAsMet),
            State::NotMet | State::Refused => Some(Self::NotDone),
            State::Ceased | State::Superseded => Some(Self::NoLongerPursued),
            State::Withdrawn => None,
        }
    }

    /// The states that belong here.
    pub fn states(self) -> Vec<State> {
        State::ALL.iter().copied().filter(|state| Self::of(*state) == Some(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r53_every_state_but_withdrawn_is_counted_once() {
        for state in State::ALL {
            let in_them = Progress::ALL.into_iter().filter(|one| one.states().contains(&state)).count();
            assert_eq!(in_them, usize::from(state != State::Withdrawn), "{state:?}");
        }
        for one in Progress::ALL {
            assert_eq!(Progress::named(one.code()), Some(one));
        }
    }
}
