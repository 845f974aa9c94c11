//! The door: a link from a letter shows whom it is for; the button opens it. Looking at it spends and changes nothing.

use amends_core::text::Language;
use amends_store::people::{Audience, Link};
use axum::{
    Router,
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::{Deserialize, Serialize};

use super::told;
use crate::{
    i18n,
    office::{ActError, Office, links::Renewal},
    render::frame::Notice,
    web::{
        app::{Answer, App, see},
        sign_in::set_cookie,
        visit::{LINK_COOKIE, Visit},
    },
};

/// The door for bodies, in a language.
pub fn for_bodies() -> Router<App> {
    Router::new()
        .route("/p/{token}", get(show).post(open))
        .route("/p/{token}/renew", post(renew))
        .route("/close", post(close))
        .route("/closed", get(closed))
}

/// The door for complainants, in a language.
pub fn for_complainants() -> Router<App> {
    Router::new().route("/c/{token}", get(show).post(open)).route("/c/{token}/renew", post(renew))
}

/// Links as letters carry them lead to the same page in the language the letter was in.
pub async fn to_language(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let found = app.work(move |office| known(office, &token)).await?;
    let language = found.map_or(visit.language, |known| known.language);
    Ok(see(format!("/{}{}", language.tag(), visit.path_and_query)))
}

/// A link, as its door shows it.
struct Known {
    link: Link,
    language: Language,
    counts: bool,
    reference: String,
    body: Option<amends_core::text::Bilingual>,
    actions: usize,
}

fn known(office: &Office, secret: &str) -> Result<Option<Known>, ActError> {
    let Some(link) = office.link(secret)? else { return Ok(None) };
    let case = office.load(link.case)?.case;
    let at = match link.audience {
        Audience::Body(body) | Audience::Colleague { body, .. } => Some(body),
        Audience::Complainant(_) => None,
    };
    let body = match at {
        Some(body) => office.bodies(&[body])?.into_iter().find(|one| one.id == body).map(|one| one.name),
        None => None,
    };
    let language = office.language_of(&link)?;
    let counts = link.counts(office.clock().now());
    let reference = case.reference.to_string();
    Ok(Some(Known { actions: link.numbers.len(), counts, reference, body, language, link }))
}

/// Which answer to a wish for a new link is to be shown.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    asked: String,
}

#[derive(Serialize)]
struct Door<'a> {
    action: &'a str,
    kind: &'a str,
    body: String,
    reference: &'a str,
    actions: usize,
    until: String,
    telephone: &'a str,
}

#[derive(Serialize)]
struct Gone<'a> {
    renew: Option<String>,
    telephone: &'a str,
}

async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let secret = token.clone();
    let found = app.work(move |office| known(office, &secret)).await?;
    let path = visit.path_and_query.split('?').next().unwrap_or_default().to_owned();
    match found {
        Some(known) if known.counts => door(&app, &visit, &path, &known),
        found => gone(&app, &visit, &path, found.as_ref(), &asked.asked),
    }
}

fn door(app: &App, visit: &Visit, path: &str, known: &Known) -> Answer {
    let (kind, template) = match known.link.audience {
        Audience::Body(_) => ("body", "body/door.html"),
        Audience::Colleague { .. } => ("colleague", "body/door.html"),
        Audience::Complainant(_) => ("complainant", "complainant/door.html"),
    };
    let body = known.body.as_ref().map(|name| name.get(visit.language).to_owned()).unwrap_or_default();
    let title = match kind {
        "complainant" => i18n::t(visit.language, "door-complainant-title"),
        _ => told(visit.language, "door-body-title", [("body", body.clone())]),
    };
    let page = Door {
        action: path,
        kind,
        body,
        reference: &known.reference,
        actions: known.actions,
        until: app.office.clock().day_of(known.link.ends_at).to_string(),
        telephone: &app.config.site.telephone,
    };
    Ok(app.page(template, visit, &app.frame(visit, title), page)?.into_response())
}

/// The link does not count: the telephone number first, and a new link for whoever is registered.
fn gone(app: &App, visit: &Visit, path: &str, known: Option<&Known>, asked: &str) -> Answer {
    let mut frame = app.frame(visit, i18n::t(visit.language, "door-gone-title"));
    let word = match asked {
        "sent" => Some("door-renewed-sent"),
        "already" => Some("door-renewed-already"),
        "no" => Some("door-renewed-no"),
        _ => None,
    };
    frame.notice = word.map(|key| Notice::important(i18n::t(visit.language, key)));
    let renew = known.filter(|_| word.is_none()).map(|_| format!("{path}/renew"));
    let page = Gone { renew, telephone: &app.config.site.telephone };
    let html = app.page("body/link_gone.html", visit, &frame, page)?;
    Ok((StatusCode::GONE, html).into_response())
}

async fn open(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let secret = token.clone();
    let opened = app
        .work(move |office| {
            let Some(known) = known(office, &secret)?.filter(|known| known.counts) else { return Ok(None) };
            office.link_opened(known.link.id)?;
            Ok::<_, ActError>(Some(known.link.audience))
        })
        .await?;
    let to = match opened {
        None => return Ok(see(&visit.path_and_query)),
        Some(Audience::Body(_) | Audience::Colleague { .. }) => visit.to("/portal"),
        Some(Audience::Complainant(_)) => visit.to("/my-complaint"),
    };
    Ok(([(header::SET_COOKIE, set_cookie(&app, LINK_COOKIE, &token))], see(to)).into_response())
}

async fn renew(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let renewal = app.work(move |office| office.renew_link(&token)).await?;
    let asked = match renewal {
        Renewal::Sent => "sent",
        Renewal::SentAlready => "already",
        Renewal::NotPossible => "no",
    };
    let door = visit.path_and_query.trim_end_matches("/renew");
    Ok(see(format!("{door}?asked={asked}")))
}

async fn close(State(app): State<App>, visit: Visit) -> Response {
    let gone = [(header::SET_COOKIE, set_cookie(&app, LINK_COOKIE, ""))];
    (gone, see(visit.to("/closed"))).into_response()
}

async fn closed(State(app): State<App>, visit: Visit) -> Answer {
    let frame = app.frame(&visit, i18n::t(visit.language, "door-closed-title"));
    Ok(app.page("body/closed.html", &visit, &frame, ())?.into_response())
}
