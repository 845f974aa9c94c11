//! What usually proves each kind of recommendation, offered for the evidence list (R27).

use amends_core::{profile::Profile, text::Language};

use super::terms::with_item;
use crate::{proposal, web::form::Form};

/// Adds what usually proves this kind of recommendation, in the language it is written in (R27).
pub fn with_usual_evidence(mut form: Form, profile: &Profile, language: Language) -> Form {
    let kind = form.get("kind").to_owned();
    for usual in proposal::usual_evidence(profile, &kind, language) {
        if !form.all("item-what").iter().any(|known| known.trim() == usual.what) {
            form = with_item(form, usual.what, usual.proof, usual.need);
        }
    }
    form
}
