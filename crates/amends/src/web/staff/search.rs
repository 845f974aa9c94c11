//! The search: cases, recommendations, decisions, evidence and mail, the newest first, of what the reader may find.

use amends_core::text::Language;
use amends_store::{
    people::BodyRecord,
    search::{Hit, Kind, Wanted, excerpt},
};
use axum::{
    Router,
    extract::{Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{cases::exact, shown::told};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::Link,
    web::{
        app::{Answer, App, see},
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/search", get(show))
}

/// So many texts stand on a page.
const PAGE: usize = 20;

#[derive(Debug, Clone, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    before: String,
}

#[derive(Serialize)]
struct Tab {
    text: String,
    href: String,
    current: bool,
}

#[derive(Serialize)]
struct Piece {
    text: String,
    hit: bool,
}

#[derive(Serialize)]
struct Row {
    kind: String,
    href: String,
    headline: String,
    reference: String,
    pieces: Vec<Piece>,
    apart: bool,
}

#[derive(Serialize)]
struct Page {
    action: String,
    q: String,
    kind: String,
    asked: bool,
    tabs: Vec<Tab>,
    bodies: Vec<Link>,
    rows: Vec<Row>,
    next_page: Option<String>,
    none: String,
}

async fn show(State(app): State<App>, staff: Staff, Query(asked): Query<Asked>) -> Answer {
    let (visit, typed) = (staff.visit.clone(), asked.q.clone());
    if let Some(path) = app.work(move |office| exact(office, &visit, &typed)).await? {
        return Ok(see(path));
    }
    let reader = staff.clone();
    let page = app.work(move |office| page(office, &reader, &asked)).await?;
    let frame = staff.frame(&app, i18n::t(staff.visit.language, "search-title"));
    Ok(app.page("staff/search.html", &staff.visit, &frame, page)?.into_response())
}

fn page(office: &Office, staff: &Staff, asked: &Asked) -> Result<Page, ActError> {
    let (visit, language) = (&staff.visit, staff.visit.language);
    let kind = Kind::from_code(&asked.kind);
    let before = asked.before.parse().ok();
    let wanted = Wanted::whole(&asked.q);
    let (hits, next) = office.search(staff.role, &asked.q, kind, before, PAGE)?;
    let rows = match &wanted {
        Some(wanted) => hits.into_iter().map(|hit| row(hit, wanted, visit)).collect(),
        None => Vec::new(),
    };
    // Bodies stand on the first page of everything alone, and in no index of texts.
    let bodies = match &wanted {
        Some(wanted) if kind.is_none() && before.is_none() => bodies(office, visit, wanted)?,
        _ => Vec::new(),
    };
    let q = asked.q.trim().to_owned();
    Ok(Page {
        action: visit.to("/search"),
        kind: asked.kind.clone(),
        asked: wanted.is_some(),
        tabs: tabs(visit, asked, kind),
        bodies,
        rows,
        next_page: next.map(|next| href(visit, &asked.q, kind, Some(next))),
        none: told(language, "search-none", [("words", &q)]),
        q,
    })
}

fn tabs(visit: &Visit, asked: &Asked, kind: Option<Kind>) -> Vec<Tab> {
    let kinds = std::iter::once(None).chain(Kind::ALL.into_iter().map(Some));
    let tab = |one: Option<Kind>| Tab {
        text: i18n::t(visit.language, &format!("search-in-{}", one.map_or("all", Kind::code))),
        href: href(visit, &asked.q, one, None),
        current: one == kind,
    };
    kinds.map(tab).collect()
}

fn href(visit: &Visit, q: &str, kind: Option<Kind>, before: Option<i64>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("q", q.trim());
    if let Some(kind) = kind {
        query.append_pair("kind", kind.code());
    }
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    format!("{}?{}", visit.to("/search"), query.finish())
}

fn bodies(office: &Office, visit: &Visit, wanted: &Wanted) -> Result<Vec<Link>, ActError> {
    let directory = office.directory()?;
    let found = directory.holding(wanted, PAGE).into_iter();
    let link = |record: &BodyRecord| {
        Link::new(record.body.name.get(visit.language), visit.to(&format!("/bodies/{}", record.slug)))
    };
    Ok(found.map(link).collect())
}

fn row(hit: Hit, wanted: &Wanted, visit: &Visit) -> Row {
    let href = where_it_is(&hit, visit);
    let pieces = excerpt(&hit.text, wanted);
    let reference = match (&hit.reference, hit.number) {
        (Some(reference), Some(number)) => reference.recommendation(number),
        (Some(reference), None) => reference.to_string(),
        (None, _) => String::new(),
    };
    Row {
        kind: i18n::t(visit.language, &format!("search-one-{}", hit.kind.code())),
        headline: headline(&hit, visit.language),
        // The title of a case stands above already.
        pieces: if hit.text == hit.headline {
            Vec::new()
        } else {
            pieces.into_iter().map(|one| Piece { text: one.text, hit: one.hit }).collect()
        },
        href,
        reference,
        apart: hit.apart,
    }
}

fn headline(hit: &Hit, language: Language) -> String {
    if !hit.headline.trim().is_empty() {
        return hit.headline.clone();
    }
    match hit.kind {
        Kind::Mail => i18n::t(language, "inbox-no-subject"),
        _ => i18n::t(language, &format!("search-one-{}", hit.kind.code())),
    }
}

/// The page on which a text stands.
fn where_it_is(hit: &Hit, visit: &Visit) -> String {
    let case = hit.reference.as_ref().map(|reference| visit.to(&format!("/cases/{reference}")));
    let mail = hit.item.parse::<Uuid>().ok().filter(|_| hit.kind == Kind::Mail);
    match (hit.kind, case, mail) {
        (Kind::Mail, _, Some(mail)) => visit.to(&format!("/inbox/{mail}")),
        (Kind::Recommendation, Some(case), _) => {
            let anchor = hit.number.map(|number| format!("#recommendation-{number}"));
            format!("{case}{}", anchor.unwrap_or_default())
        }
        (Kind::Decision, Some(case), _) => format!("{case}/findings"),
        // What was set apart is dealt with where disclosures are.
        (Kind::Evidence, Some(case), _) if hit.apart => format!("{case}/disclosure"),
        (Kind::Evidence, Some(case), _) => format!("{case}/evidence"),
        (_, Some(case), _) => case,
        (_, None, _) => visit.to("/search"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_keeps_what_was_asked() {
        let visit = Visit { language: Language::Cy, path_and_query: String::new() };
        assert_eq!(
            href(&visit, " tŷ gwyn ", Some(Kind::Mail), Some(7)),
            "/cy/search?q=t%C5%B7+gwyn&kind=mail&before=7"
        );
    }
}
