//! What stops the disposal of a case on a day: what people hold, and of itself whatever is still to be done (E25, E28, E29).

use jiff::civil::Date;

use super::{Hold, HoldKind};
use crate::{
    case::Case,
    id::RecommendationNumber,
    recommendation::{Judgement, Recommendation, TreatedReason},
};

/// Why nothing of a case may go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because<'a> {
    /// A recommendation is open (E28).
    Open(Vec<RecommendationNumber>),
    /// An offer to the complainant stays open until a day (E4, E28).
    OfferOpen(RecommendationNumber, Date),
    /// Something was not done, and what follows was not considered yet (R37, E28).
    Undone(Vec<RecommendationNumber>),
    /// Somebody holds it.
    Hold(&'a Hold),
}

impl Because<'_> {
    /// The last day of it, where that is known.
    pub fn until(&self) -> Option<Date> {
        match self {
            Self::Open(_) | Self::Undone(_) => None,
            Self::OfferOpen(_, until) => Some(*until),
            Self::Hold(hold) => hold.asked.until,
        }
    }
}

/// Everything for which nothing of a case may go on a day. Holds of some papers alone are not among it: what they hold
/// is left out of what goes.
pub fn holding(case: &Case, day: Date) -> Vec<Because<'_>> {
    let mut found = Vec::new();
    let numbers = |wanted: &dyn Fn(&Recommendation) -> bool| -> Vec<RecommendationNumber> {
        case.live().filter(|one| wanted(one)).map(|one| one.number).collect()
    };
    let open = numbers(&|one| one.decided && !one.state().is_terminal());
    if !open.is_empty() {
        found.push(Because::Open(open));
    }
    let undone = numbers(&|one| {
        matches!(one.judgement, Some(Judgement::NotMet { .. } | Judgement::Refused { .. }))
            && !case.special_report_considered.contains(&one.number)
    });
    if !undone.is_empty() {
        found.push(Because::Undone(undone));
    }
    for one in case.live() {
        if let Some(Judgement::TreatedAsMet { reason: TreatedReason::OfferOpen { until, .. }, .. }) =
            &one.judgement
            && day <= *until
        {
            found.push(Because::OfferOpen(one.number, *until));
        }
    }
    found.extend(
        case.keeping.holds.iter().filter(|hold| hold.is_of_all() && hold.stands_on(day)).map(Because::Hold),
    );
    found
}

/// Is legal action threatened or pending on a day, so that nobody is chased (E25)? Statutory periods run on.
pub fn is_litigation(case: &Case, day: Date) -> bool {
    case.keeping.holds.iter().any(|hold| hold.asked.held_for == HoldKind::Litigation && hold.stands_on(day))
}
