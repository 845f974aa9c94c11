//! From a recommendation found in a text and confirmed to the terms that are written.

use amends_core::{
    extract::Extraction,
    id::BodyId,
    money::Pence,
    recommendation::{Amount, FindingNumber, Kind, Scope, Terms},
    text::Language,
};

use crate::{
    cli::{desk::Desk, fail::Outcome, input, rec},
    proposal,
};

/// The terms of a recommendation that was found and confirmed.
pub(super) fn terms(
    desk: &mut Desk,
    found: &Extraction,
    addressee: BodyId,
    finding: Option<u16>,
    language: Language,
) -> Outcome<Terms> {
    let kind: Kind = input::code("kind", &name(&found.kind))?;
    let scope: Scope = input::code("scope", &name(&found.scope))?;
    let wording = proposal::alone(&found.text);
    Ok(Terms {
        kind,
        scope,
        answers: finding.map(FindingNumber),
        wording: desk.words(&wording)?,
        amount: found.amount_pence.map(|pence| Amount::Exact { pence: Pence(pence) }),
        set_off_allowed: false,
        addressee,
        beneficiaries: None,
        evidence: rec::items_for(desk, kind, language)?,
        evidence_due: found.deadline.as_ref().and_then(proposal::due),
        public_summary: None,
        themes: Vec::new(),
        takes_up: Vec::new(),
        private_notes: None,
    })
}

fn name(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    }
}
