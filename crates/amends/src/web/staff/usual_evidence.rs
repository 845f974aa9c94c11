//! What usually proves each kind of recommendation, offered for the evidence list (R27).

use amends_core::{
    profile::{self, Profile},
    recommendation::{Need, Proof},
    text::Language,
};

use super::terms::with_item;
use crate::web::form::Form;

/// Adds what usually proves this kind of recommendation, in the language it is written in (R27).
pub fn with_usual_evidence(mut form: Form, profile: &Profile, language: Language) -> Form {
    let Some(template) = profile.evidence.get(form.get("kind")) else { return form };
    let mut groups: Vec<&str> = Vec::new();
    for item in &template.items {
        let need = match &item.need {
            profile::Need::Required => Need::Required,
            profile::Need::AnyOf(group) => {
                if !groups.contains(&group.as_str()) {
                    groups.push(group);
                }
                let place = groups.iter().position(|known| known == group).unwrap_or(0);
                Need::AnyOf { group: u8::try_from(place + 1).unwrap_or(u8::MAX) }
            }
        };
        let what = item.what.get(language);
        if !form.all("item-what").iter().any(|known| known.trim() == what) {
            let proof = usual_proof(form.get("kind"), &item.id);
            form = with_item(form, what, proof, need);
        }
    }
    form
}

/// The sort of proof an item of the usual evidence is, by its name there.
fn usual_proof(kind: &str, item: &str) -> Proof {
    match (kind, item) {
        (_, "letter" | "sent") => Proof::Letter,
        (_, "remittance" | "statement" | "acknowledgement") => Proof::PaymentRecord,
        (_, "minute" | "officer") => Proof::Approval,
        (_, "report" | "results") => Proof::Report,
        ("policy_procedure", "document") => Proof::PolicyText,
        ("training", _) => Proof::TrainingRecord,
        _ => Proof::Other,
    }
}
