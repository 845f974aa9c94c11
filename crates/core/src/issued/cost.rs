//! What an instrument's publication cost, what of it was claimed, and what was paid (E40).

use jiff::civil::Date;
use serde::Serialize;

use super::{Issued, Ruled, Told};
use crate::{id::BodyId, money::Pence};

/// A claim for the cost of publishing, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cost {
    /// All that was claimed.
    pub claimed: Pence,
    /// All that was paid.
    pub paid: Pence,
    /// Since when it is claimed.
    pub demanded_on: Date,
    /// Where it is.
    pub state: CostState,
}

/// Where a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CostState {
    /// Nothing was paid yet.
    Claimed,
    /// Some was paid.
    PaidInPart,
    /// All was paid.
    Paid,
}

impl CostState {
    /// The word lists use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::PaidInPart => "paid_in_part",
            Self::Paid => "paid",
        }
    }
}

/// The claim on one body for one instrument; nothing where nothing was claimed.
pub fn cost(issued: &Issued, body: BodyId) -> Option<Cost> {
    let mut claims = Vec::new();
    for (_, ruled) in issued.ruled(body) {
        if let Ruled::CostClaimed { amount, demanded_on, .. } = ruled {
            claims.push((*amount, *demanded_on));
        }
    }
    let demanded_on = claims.iter().map(|(_, on)| *on).min()?;
    let claimed = claims.iter().fold(0_i64, |sum, (amount, _)| sum.saturating_add(amount.0));
    let paid = issued.told(body).fold(0_i64, |sum, (_, told)| match told {
        Told::CostPaid { amount, .. } => sum.saturating_add(amount.0),
        Told::Notified { .. }
        | Told::ConsideredByAuthority { .. }
        | Told::FormAgreed { .. }
        | Told::Published { .. }
        | Told::Laid { .. } => sum,
    });
    let state = match paid {
        0 => CostState::Claimed,
        some if some < claimed => CostState::PaidInPart,
        _ => CostState::Paid,
    };
    Some(Cost { claimed: Pence(claimed), paid: Pence(paid), demanded_on, state })
}
