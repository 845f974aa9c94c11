//! Recommendations that follow a body's successor, providers that closed, and requests that rest on a spending freeze
//! (E13, E15, E24).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    body::Concern,
    case::Case,
    id::{BodyId, ExtensionId, RecommendationNumber},
    recommendation::Recommendation,
    text::Words,
};

/// Asks that open recommendations to one body follow another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follow {
    /// The body they were made to.
    pub body: BodyId,
    /// The body that stands in its place.
    pub successor: BodyId,
    /// Are they about a function, or about property alone?
    pub concern: Concern,
    /// Which; none for every open one.
    pub numbers: Vec<RecommendationNumber>,
    /// A word about it.
    pub note: Option<Words>,
}

/// Recommendations followed a successor: where they came from stays in the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// The body they were made to.
    pub body: BodyId,
    /// The body that carries them out now.
    pub successor: BodyId,
    /// As matters of a function, or of property alone.
    pub concern: Concern,
    /// Which.
    pub numbers: Vec<RecommendationNumber>,
    /// By which order, contract or notice.
    pub instrument: String,
    /// Since when the successor answers for it.
    pub from: Date,
    /// When the office recorded it.
    pub on: Date,
    /// A word about it.
    pub note: Option<Words>,
}

/// A manager stops pursuing what a closed provider can no longer do (E15). Nothing does so of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CeasedOnClosure {
    /// Which recommendation.
    pub number: RecommendationNumber,
    /// Why nobody else can carry it out.
    pub reason: Words,
    /// Whether something is published about it, and why.
    pub publication: Words,
    /// When the regulator of care was told, where it was.
    pub regulator_told_on: Option<Date>,
}

/// A request for a later date rests on a notice that freezes spending (E24).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestsOnFreeze {
    /// Which request.
    pub extension: ExtensionId,
    /// For which recommendation.
    pub number: RecommendationNumber,
    /// What the body says of it.
    pub account: Words,
}

impl Case {
    /// Recommendations to this body that are still open.
    pub fn open_for(&self, body: BodyId) -> impl Iterator<Item = &Recommendation> {
        let open = move |one: &&Recommendation| {
            one.terms.addressee == body && one.decided && !one.state().is_terminal()
        };
        self.live().filter(open)
    }
}
