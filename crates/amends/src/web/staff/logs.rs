//! The logs across cases: what was set apart, and what was disclosed on which ground (E8, E34).

use amends_core::{event::Event, text::Language};
use amends_store::lists::{self, Logged};
use axum::{Router, extract::State, response::IntoResponse as _, routing::get};
use serde::Serialize;

use super::shown::staff_name;
use crate::{
    i18n,
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/logs", get(show))
}

/// So many entries of each log are shown, the newest first.
const ENTRIES: u32 = 200;

#[derive(Serialize)]
struct Entry {
    at: String,
    reference: String,
    href: String,
    what: String,
    more: String,
    by: String,
}

#[derive(Serialize)]
struct Page {
    breaches: Vec<Entry>,
    disclosures: Vec<Entry>,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let visit = staff.visit.clone();
    let page = app
        .work(move |office| {
            let breaches = office.db().read(|conn| lists::breaches(conn, None, ENTRIES))?;
            let disclosures = office.db().read(|conn| lists::disclosures(conn, None, ENTRIES))?;
            Ok::<_, ActError>(Page {
                breaches: entries(office, breaches, &visit)?,
                disclosures: entries(office, disclosures, &visit)?,
            })
        })
        .await?;
    let frame = staff.frame(&app, i18n::t(staff.visit.language, "logs-title"));
    Ok(app.page("staff/logs.html", &staff.visit, &frame, page)?.into_response())
}

fn entries(office: &Office, logged: Vec<Logged>, visit: &Visit) -> Result<Vec<Entry>, ActError> {
    let (bodies, staff) = (office.directory()?, office.staff()?);
    let language = visit.language;
    let mut entries = Vec::new();
    for one in logged {
        let (what, more) = told(office, &one, language)?;
        let by = match &one.recorded.actor {
            amends_core::actor::Actor::Staff { staff: id, .. } => staff_name(&staff, *id, language),
            other => other.body().map(|body| bodies.name(body, language)).unwrap_or_default(),
        };
        entries.push(Entry {
            at: office.clock().local(one.recorded.recorded_at).date().to_string(),
            href: visit.to(&format!("/cases/{}/disclosure", one.reference)),
            reference: one.reference.to_string(),
            what,
            more,
            by,
        });
    }
    Ok(entries)
}

/// What an entry says: the sort of breach and how it was seen; the ground of a disclosure, to whom and what.
fn told(office: &Office, one: &Logged, language: Language) -> Result<(String, String), ActError> {
    if let Event::EvidenceQuarantined(apart) = &one.recorded.event {
        let what = i18n::t(language, &format!("disclosure-wrong-{}", apart.wrong.code()));
        return Ok((what, apart.reason.as_str().to_owned()));
    }
    if let Event::Disclosed(disclosed) = &one.recorded.event {
        let case = office.load(one.case)?.case;
        let profile = office.profile(&case.profile)?;
        let rule = profile.disclosure.iter().find(|rule| rule.id == disclosed.ground);
        let ground = rule.map(|rule| format!("{} ({})", rule.what.get(language), rule.citation));
        let more = format!("{} – {}", disclosed.to.as_str(), disclosed.what.as_str());
        return Ok((ground.unwrap_or_else(|| disclosed.ground.clone()), more));
    }
    Ok((String::new(), String::new()))
}
