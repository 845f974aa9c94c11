//! What day it is, and moving it.

use amends_core::id::StaffId;
use axum::{
    extract::{Query, State},
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
};
use serde::{Deserialize, Serialize};

use super::{opening::navigation, outbox::letters};
use crate::{
    demo::{
        began_on,
        travel::{self, Journey, TravelError},
    },
    i18n,
    office::{ActError, Office},
    render::frame::{FieldError, Notice},
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        sign_in::set_cookie,
        visit::{STAFF_COOKIE, Visit, cookie},
    },
    worker,
};

/// Whether the day was just moved.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

#[derive(Serialize)]
struct Page<'a> {
    action: String,
    today: String,
    began_on: String,
    can_go_back: bool,
    day: &'a str,
    month: &'a str,
    year: &'a str,
    error: Option<&'a str>,
    journey: Option<Shown>,
}

/// What the last journey showed.
#[derive(Serialize)]
struct Shown {
    from: String,
    to: String,
    said: String,
    letters: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    href: String,
    subject: String,
    language: &'static str,
    to: String,
    day: String,
}

fn shown(visit: &Visit, journey: &Journey) -> Shown {
    let rows = journey.letters.iter().map(|letter| Row {
        href: visit.to(&format!("/demo/outbox/{}", letter.post)),
        subject: letter.subject.clone(),
        language: letter.language.tag(),
        to: letter.to.clone(),
        day: letter.day.to_string(),
    });
    Shown {
        from: journey.from.to_string(),
        to: journey.to.to_string(),
        said: letters(visit, journey.letters.len()),
        letters: rows.collect(),
    }
}

/// The page, after a journey with what happened on it.
pub(super) async fn show(State(app): State<App>, visit: Visit, Query(done): Query<Done>) -> Answer {
    draw(&app, &visit, &Form::default(), Vec::new(), done.done == "moved").await
}

async fn draw(
    app: &App,
    visit: &Visit,
    form: &Form,
    errors: Vec<FieldError>,
    moved: bool,
) -> Result<Response, Problem> {
    let bad = !errors.is_empty();
    let (began, journey) =
        app.work(|office| Ok::<_, ActError>((began_on(office)?, travel::last(office)?))).await?;
    let mut frame = app.frame(visit, i18n::t(visit.language, "demo-day-title"));
    frame.navigation = navigation(visit);
    let journey = journey.map(|journey| shown(visit, &journey));
    if moved && let Some(journey) = &journey {
        frame.notice =
            Some(Notice::done(format!("{} {}", i18n::t(visit.language, "demo-day-moved"), journey.said)));
    }
    let frame = with_errors(frame, errors);
    let today = app.office.today();
    let page = Page {
        action: visit.to("/demo/day"),
        today: today.to_string(),
        began_on: began.to_string(),
        can_go_back: today != began,
        day: form.get("on-day"),
        month: form.get("on-month"),
        year: form.get("on-year"),
        error: frame.errors.first().map(|error| error.text.as_str()),
        journey,
    };
    let html = app.page("demo/day.html", visit, &frame, page)?;
    Ok(if bad { again(html) } else { html.into_response() })
}

/// Moves the day, pays what is owed on the way, hands the letters over; whoever was signed in stays so.
pub(super) async fn travel(State(app): State<App>, visit: Visit, headers: HeaderMap, form: Form) -> Answer {
    let mut reading = form.read(visit.language);
    let go = form.get("go").to_owned();
    let to = match go.as_str() {
        "1" => Some(travel::working_days_on(&app.office, 1)),
        "5" => Some(travel::working_days_on(&app.office, 5)),
        "back" => Some(app.work(began_on).await?),
        _ => reading.date("on", "demo-day-missing"),
    };
    let Some(to) = to.filter(|_| reading.is_good()) else {
        return draw(&app, &visit, &form, reading.errors(), false).await;
    };
    let secret = cookie(&headers, STAFF_COOKIE);
    let reader = secret.clone();
    let who = app.work(move |office| signed_in(office, reader.as_deref())).await?;
    match app.work(move |office| Ok::<_, Problem>(travel::travel(office, to))).await? {
        Ok(_) => {}
        Err(TravelError::TooFar) => {
            reading.error("on-day", "demo-day-too-far");
            return draw(&app, &visit, &form, reading.errors(), false).await;
        }
        Err(TravelError::Act(error)) => return Err(error.into()),
    }
    if let Ok(Some(transport)) = worker::transport(&app.office, app.demo) {
        worker::hand_over(&app.office, &transport, &|| false).await.map_err(Problem::from)?;
    }
    let there = see(visit.to("/demo/day?done=moved"));
    let Some(who) = who else { return Ok(there) };
    let fresh = app.work(move |office| office.begin(who)).await?;
    Ok(([(header::SET_COOKIE, set_cookie(&app, STAFF_COOKIE, &fresh))], there).into_response())
}

fn signed_in(office: &Office, secret: Option<&str>) -> Result<Option<StaffId>, ActError> {
    let Some(secret) = secret else { return Ok(None) };
    Ok(office.signed_in(secret)?.map(|staff| staff.id))
}
