//! The opening page, and signing in as somebody by a click.

use std::sync::Arc;

use amends_core::{
    case::Case,
    id::{CaseId, LinkId, RecommendationNumber},
    text::Digest,
};
use amends_store::people::{Audience, NewLink, keep_link};
use axum::{
    extract::{Path, Query, State},
    http::header,
    response::IntoResponse as _,
};
use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};

use crate::{
    demo::{
        self,
        guides::{Door, GUIDES, Guide, Stop, guide},
    },
    i18n,
    office::{ActError, Office},
    render::frame::Link,
    token,
    web::{
        app::{self, Answer, App, see},
        form::Form,
        problem::Problem,
        sign_in::set_cookie,
        visit::{LINK_COOKIE, STAFF_COOKIE, Visit},
    },
};

/// Somebody one can be, as a card.
#[derive(Serialize)]
struct Card {
    who: &'static str,
    name: String,
    role: String,
    about: String,
    action: String,
    stops: Vec<Shown>,
}

/// A stop of a path, as a button with its sentence.
#[derive(Serialize)]
struct Shown {
    key: &'static str,
    go: String,
    what: String,
}

#[derive(Serialize)]
struct Opening {
    cards: Vec<Card>,
    outbox: String,
    day: String,
    days: String,
}

fn card(visit: &Visit, guide: &'static Guide) -> Card {
    let who = guide.who;
    let word = |part: &str| i18n::t(visit.language, &format!("demo-{who}-{part}"));
    let stops = guide.stops.iter().map(|stop| Shown {
        key: stop.key,
        go: word(&format!("{}-go", stop.key)),
        what: word(stop.key),
    });
    Card {
        who,
        name: word("name"),
        role: word("role"),
        about: word("about"),
        action: visit.to(&format!("/demo/as/{who}")),
        stops: stops.collect(),
    }
}

/// The opening page.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    let began = app.work(demo::began_on).await?;
    let mut frame = app.frame(&visit, i18n::t(visit.language, "demo-title"));
    frame.navigation = navigation(&visit);
    let page = Opening {
        cards: GUIDES.iter().map(|guide| card(&visit, guide)).collect(),
        outbox: visit.to("/demo/outbox"),
        day: visit.to("/demo/day"),
        days: began.to_string(),
    };
    Ok(app.page("demo/opening.html", &visit, &frame, page)?.into_response())
}

/// The pages of the demonstration.
pub(super) fn navigation(visit: &Visit) -> Vec<Link> {
    let path = visit.path_and_query.split('?').next().unwrap_or_default();
    let pages = [
        ("demo-nav-roles", "/demo"),
        ("demo-nav-outbox", "/demo/outbox"),
        ("demo-nav-mail", "/demo/mail"),
        ("demo-nav-day", "/demo/day"),
    ];
    pages.iter().map(|(key, to)| app::link(visit, key, to).here(path == visit.to(to))).collect()
}

/// What somebody does here, with the button that signs in as them.
pub(super) async fn role(State(app): State<App>, visit: Visit, Path(who): Path<String>) -> Answer {
    let guide = guide(&who).ok_or(Problem::NotFound)?;
    let card = card(&visit, guide);
    let mut frame = app.frame(&visit, card.name.clone());
    frame.navigation = navigation(&visit);
    Ok(app.page("demo/role.html", &visit, &frame, card)?.into_response())
}

/// Where a stop of somebody's path leads, for whoever is signed in already.
pub(super) async fn go(
    State(app): State<App>,
    visit: Visit,
    Path((who, stop)): Path<(String, String)>,
) -> Answer {
    let stops = guide(&who).ok_or(Problem::NotFound)?.stops;
    let stop = *stops.iter().find(|one| one.key == stop).ok_or(Problem::NotFound)?;
    let path = app.work(move |office| Ok::<_, ActError>(place(office, &stop)?.1)).await?;
    Ok(see(visit.to(&path)))
}

/// Leads to a page of the case of a story, whatever its reference.
pub(super) async fn case(
    State(app): State<App>,
    visit: Visit,
    Path((story, page)): Path<(String, String)>,
) -> Answer {
    let loaded = app.work(move |office| office.load(demo::story(office, &story)?)).await?;
    Ok(see(visit.to(&format!("/cases/{}/{page}", loaded.case.reference))))
}

/// The stop that is wanted, in an address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct To {
    #[serde(default)]
    to: String,
}

/// Signs in as somebody, and goes where their path or the button pressed leads.
pub(super) async fn sign_in(
    State(app): State<App>,
    visit: Visit,
    Path(who): Path<String>,
    Query(asked): Query<To>,
    form: Form,
) -> Answer {
    let guide = guide(&who).ok_or(Problem::NotFound)?;
    let wanted = if form.has("to") { form.get("to") } else { &asked.to };
    let stop = guide.stops.iter().find(|stop| stop.key == wanted).or(guide.stops.first());
    let stop = *stop.ok_or(Problem::NotFound)?;
    let (secret, path) = app.work(move |office| come_in(office, guide, &stop)).await?;
    let cookie = if guide.door == Door::Staff { STAFF_COOKIE } else { LINK_COOKIE };
    let cookie = [(header::SET_COOKIE, set_cookie(&app, cookie, &secret))];
    Ok((cookie, see(visit.to(&path))).into_response())
}

/// The case of a stop, where it has one, and its page.
fn place(office: &Office, stop: &Stop) -> Result<(Option<Arc<Case>>, String), ActError> {
    let id = stop.story.map(|story| demo::story(office, story)).transpose()?;
    let case = id.map(|id| office.load(id)).transpose()?.map(|loaded| loaded.case);
    let reference = case.as_ref().map(|case| case.reference.to_string()).unwrap_or_default();
    Ok((case, stop.path.replace("{reference}", &reference)))
}

/// The secret for the cookie, and the page.
fn come_in(office: &Office, guide: &Guide, stop: &Stop) -> Result<(String, String), ActError> {
    let (case, path) = place(office, stop)?;
    if guide.door == Door::Staff {
        let email = format!("{}@office.example", guide.who);
        let staff = office.staff()?.iter().find(|staff| staff.email == email).cloned();
        return Ok((office.begin(staff.ok_or(ActError::NotFound("staff"))?.id)?, path));
    }
    let case = case.ok_or(ActError::NotFound("case"))?;
    let body = || case.bodies.first().copied().ok_or(ActError::NotFound("body"));
    let secret = match guide.door {
        Door::Staff | Door::LinkOfficer => link(office, case.id, Audience::Body(body()?), Vec::new())?.1,
        Door::Colleague => {
            let (from, _) = link(office, case.id, Audience::Body(body()?), Vec::new())?;
            let audience = Audience::Colleague { body: body()?, passed_on_by: from };
            link(office, case.id, audience, vec![RecommendationNumber(1)])?.1
        }
        Door::Complainant => {
            let person = case.complainant.as_ref().ok_or(ActError::NotFound("complainant"))?.person;
            link(office, case.id, Audience::Complainant(person), Vec::new())?.1
        }
    };
    Ok((secret, path))
}

/// A link as letters carry them, opened at once.
fn link(
    office: &Office,
    case: CaseId,
    audience: Audience,
    numbers: Vec<RecommendationNumber>,
) -> Result<(LinkId, String), ActError> {
    let now = office.clock().now();
    let secret = token::secret(office.chance().bytes()?);
    let id = LinkId(office.chance().id(now)?);
    let days = i64::from(office.config().auth.link_days);
    let new = NewLink {
        id,
        token: Digest::of(secret.as_bytes()),
        case,
        audience,
        numbers,
        sent_to: "demo@office.example".to_owned(),
        made_at: now,
        ends_at: now.checked_add((days * 24).hours()).unwrap_or(now),
    };
    office.db().write(move |tx| keep_link(tx, &new))?;
    Ok((id, secret))
}
