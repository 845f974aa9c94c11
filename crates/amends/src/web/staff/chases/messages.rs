//! Messages of chases as the page shows them: what would go on a day, and what has gone.

use amends_core::profile::ChaseTo;
use amends_store::post::{ChaseMade, PostState};
use serde::Serialize;

use crate::{
    i18n,
    office::{ActError, ForeseenChase, Office},
    web::{staff::confirming::without_secrets, visit::Staff},
};

/// A message that would go.
#[derive(Serialize)]
pub(super) struct Coming {
    body: String,
    to: String,
    address: String,
    language: &'static str,
    subject: String,
    lines: Vec<String>,
    about: Vec<About>,
}

/// What a message is about.
#[derive(Serialize)]
pub(super) struct About {
    reference: String,
    href: String,
    step: String,
}

/// A message that has gone.
#[derive(Serialize)]
pub(super) struct Gone {
    at: String,
    kind: String,
    about: Vec<About>,
    address: String,
    delivery: String,
    trouble: bool,
    reason: Option<String>,
    lines: Vec<String>,
    language: &'static str,
}

/// A message that would go, to a body of this name.
pub(super) fn coming(
    office: &Office,
    staff: &Staff,
    one: &ForeseenChase,
    body: String,
    public_url: &str,
) -> Result<Coming, ActError> {
    let language = staff.visit.language;
    let to = match one.to {
        ChaseTo::Body => "chases-to-body",
        ChaseTo::Manager => "chases-to-manager",
        ChaseTo::ChiefExecutive => "chases-to-chief-executive",
    };
    let mut about = Vec::new();
    for (case, number, step) in &one.about {
        let profile = office.profile_of(&office.by_reference(&case.0)?.case)?;
        let known = profile.chase.iter().find(|known| known.id == *step);
        about.push(About {
            reference: case.recommendation(*number),
            href: staff.visit.to(&format!("/cases/{case}/evidence/{number}")),
            step: known.map_or_else(|| step.clone(), |known| known.name.get(language).to_owned()),
        });
    }
    Ok(Coming {
        body,
        to: i18n::t(language, to),
        address: one.address.clone(),
        language: one.language.tag(),
        subject: one.subject.clone(),
        lines: without_secrets(&one.text, public_url).lines().map(str::to_owned).collect(),
        about,
    })
}

/// The key of the words for where a letter is.
fn delivery_key(state: PostState) -> &'static str {
    match state {
        PostState::Queued | PostState::Claimed => "delivery-on-its-way",
        PostState::Accepted => "delivery-accepted",
        PostState::Deferred => "delivery-deferred",
        PostState::Refused => "delivery-refused",
        PostState::Held => "delivery-held",
        PostState::Bounced => "delivery-bounced",
    }
}

/// A message that has gone.
pub(super) fn gone(office: &Office, staff: &Staff, one: &ChaseMade, public_url: &str) -> Gone {
    let language = staff.visit.language;
    let mut about = Vec::new();
    let mut kind = "chases-kind-chase";
    for (case, key) in &one.about {
        let mut parts = key.split('/');
        if parts.next() == Some("reminder") {
            kind = "chases-kind-reminder";
        }
        for number in parts.nth(1).unwrap_or_default().split('+') {
            about.push(About {
                reference: format!("{case}-{number}"),
                href: staff.visit.to(&format!("/cases/{case}/evidence/{number}")),
                step: String::new(),
            });
        }
    }
    let state = one.post.state;
    Gone {
        at: office.clock().local(one.post.made_at).strftime("%Y-%m-%dT%H:%M").to_string(),
        kind: i18n::t(language, kind),
        about,
        address: one.post.address.clone(),
        delivery: i18n::t(language, delivery_key(state)),
        trouble: matches!(state, PostState::Refused | PostState::Held | PostState::Bounced),
        reason: one.post.reason.clone().filter(|_| state != PostState::Accepted),
        lines: without_secrets(&one.post.text, public_url).lines().map(str::to_owned).collect(),
        language: one.post.language.tag(),
    }
}
