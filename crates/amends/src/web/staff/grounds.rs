//! What a route of the law rests on, in words: each fact present or missing, and the page on which it is recorded.

use amends_core::{
    escalation::{FactSeen, Place},
    id::RecommendationNumber,
    instrument::{Fact, Instrument, InstrumentNumber},
    issued::DECISION,
    profile::Profile,
    text::Language,
};
use serde::Serialize;

use super::matter::Matter;

/// A fact, as the part `facts_of` takes it.
#[derive(Debug, Clone, Serialize)]
pub struct FactShown {
    text: String,
    present: bool,
    place: String,
    href: Option<String>,
}

impl FactShown {
    /// What it is.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Is it in the record?
    pub fn is_present(&self) -> bool {
        self.present
    }
}

/// A fact in words. `number` is the recommendation that is looked at, `after` the instrument that would be followed.
pub fn fact(
    matter: &Matter,
    seen: FactSeen,
    number: Option<RecommendationNumber>,
    after: Option<InstrumentNumber>,
) -> FactShown {
    let base = format!("/{}/cases/{}", matter.language.tag(), matter.case.reference);
    let instrument = after.unwrap_or(DECISION);
    let judged = number.map_or_else(|| "/evidence".to_owned(), |number| format!("/evidence/{number}"));
    let path = match seen.recorded_at {
        Place::Decision => Some("/decision".to_owned()),
        Place::Draft => Some("/draft".to_owned()),
        Place::Findings => Some("/findings".to_owned()),
        Place::Receipts | Place::Instrument => Some(format!("/instruments/{instrument}")),
        Place::PublicReport if seen.fact == Fact::AdvanceNoticeGiven => Some("/report#notices".to_owned()),
        Place::PublicReport => Some("/report#criteria".to_owned()),
        Place::Agreement => Some("/settlement".to_owned()),
        Place::Judgement => Some(judged),
        Place::TheDay => None,
    };
    FactShown {
        text: matter.t(&format!("fact-{}", seen.fact.code())),
        present: seen.present,
        place: matter.t(&format!("place-{}", seen.recorded_at.code())),
        href: path.map(|path| format!("{base}{path}")),
    }
}

/// What the office calls an instrument; its code where its law no longer has it.
pub fn instrument_name(profile: &Profile, instrument: Instrument, language: Language) -> String {
    match profile.instrument(instrument) {
        Some(rule) => rule.name.get(language).to_owned(),
        None => instrument.code().to_owned(),
    }
}
