//! How a body deals with the office: notes under the codes of the profile, and what in the record suggests one (R56).
//!
//! Nothing is keyed twice: a request for a later date, a chase, evidence found wanting and a recommendation not met each
//! leave a sign, and a note may rest on it. A note rests on the event that made it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::Case,
    event::Event,
    id::{BodyId, PostId, RecommendationNumber},
    profile::{HandlingSign, Profile},
    recommendation::{Judgement, State},
    text::Words,
};

#[cfg(test)]
mod tests;

/// Something in the record that says how a body deals with the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The number of its event in the case.
    pub seq: u32,
    /// What it is.
    pub sign: HandlingSign,
    /// The body.
    pub body: BodyId,
    /// About which recommendation.
    pub number: RecommendationNumber,
    /// When.
    pub on: Date,
    /// The message, where it is a chase: one message about several recommendations is one chase.
    pub post: Option<PostId>,
}

/// A note of how a body dealt with the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandlingNote {
    /// The body.
    pub body: BodyId,
    /// The code, of the profile's list.
    pub code: String,
    /// The comment.
    pub note: Words,
    /// The number of the event in this case that it rests on; none where only a person says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<u32>,
    /// When.
    pub on: Date,
}

/// A note as it stands in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The number of its own event in the case.
    pub seq: u32,
    /// The note.
    pub note: HandlingNote,
}

/// A note the record suggests; a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// The code.
    pub code: String,
    /// What it rests on.
    pub sign: Sign,
}

impl HandlingSign {
    /// Every sign, in the order lists show them.
    pub const ALL: [Self; 4] = [Self::Extension, Self::Chase, Self::EvidenceWanting, Self::NotMet];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Extension => "extension",
            Self::Chase => "chase",
            Self::EvidenceWanting => "evidence_wanting",
            Self::NotMet => "not_met",
        }
    }
}

/// The notes the record suggests and nobody has made yet, in the order things happened.
pub fn suggested(case: &Case, profile: &Profile) -> Vec<Suggested> {
    let noted = |sign: &Sign| case.handling.iter().any(|one| one.note.because == Some(sign.seq));
    let code = |sign: HandlingSign| profile.handling.iter().find(|rule| rule.suggested_by == Some(sign));
    let waiting = case.handling_signs.iter().filter(|sign| !noted(sign));
    waiting
        .filter_map(|sign| {
            code(sign.sign).map(|rule| Suggested { code: rule.id.clone(), sign: sign.clone() })
        })
        .collect()
}

/// Recommendations that were not met or were refused, while no note says how the body dealt with it (R56).
pub fn notes_missing(case: &Case, profile: &Profile) -> Vec<Sign> {
    if !profile.escalation.handling_note_required {
        return Vec::new();
    }
    let failed = case.live().filter(|one| matches!(one.state(), State::NotMet | State::Refused));
    let last = |number| {
        let mut signs = case.handling_signs.iter().rev();
        signs.find(|sign| sign.sign == HandlingSign::NotMet && sign.number == number)
    };
    let noted = |sign: &&Sign| case.handling.iter().any(|one| one.note.because == Some(sign.seq));
    failed.filter_map(|one| last(one.number)).filter(|sign| !noted(sign)).cloned().collect()
}

/// The case with one more note.
pub(crate) fn noted(case: &mut Case, note: &HandlingNote) {
    case.handling.push(Noted { seq: case.seq, note: note.clone() });
}

/// What an event says of how a body deals with the office; the case has it counted already.
pub(crate) fn witness(case: &mut Case, event: &Event) {
    if let Event::ChaseUndelivered { number, date_version, step } = event {
        let bounced = case.recommendation(*number).and_then(|one| {
            let chase =
                one.chases.iter().find(|chase| chase.date_version == *date_version && chase.step == *step);
            chase.map(|chase| chase.post)
        });
        case.handling_signs.retain(|sign| sign.post.is_none() || sign.post != bounced);
    }
    let Some((sign, number, on, post)) = sign(event) else { return };
    let Some(body) = case.recommendation(number).map(|one| one.terms.addressee) else { return };
    let told_already =
        post.is_some() && case.handling_signs.iter().any(|one| one.post == post && one.body == body);
    if !told_already {
        case.handling_signs.push(Sign { seq: case.seq, sign, body, number, on, post });
    }
}

fn sign(event: &Event) -> Option<(HandlingSign, RecommendationNumber, Date, Option<PostId>)> {
    if let Event::ExtensionRequested { number, request } = event {
        return Some((HandlingSign::Extension, *number, request.asked_on, None));
    }
    if let Event::Chased { number, chase } = event {
        return Some((HandlingSign::Chase, *number, chase.on, Some(chase.post)));
    }
    if let Event::FurtherEvidenceRequested { number, on, .. } = event {
        return Some((HandlingSign::EvidenceWanting, *number, *on, None));
    }
    if let Event::Judged { number, judgement: Judgement::NotMet { .. } | Judgement::Refused { .. }, on } =
        event
    {
        return Some((HandlingSign::NotMet, *number, *on, None));
    }
    None
}
