//! Chases: what will go on any day, in one message for each body, what has gone and whether it arrived, and stopping them (R31).

mod messages;

use amends_core::{
    command::Command,
    id::{BodyId, PostId},
    permit::may_steer_the_office,
};
use amends_store::post::chases_made;
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    acting::{self, Acted},
    body_field::{self, BodyField},
    draft::dated,
    matter::Seen,
    shown::{Done, told},
};
use crate::{
    i18n,
    office::{ActError, Office, stopping::Whom},
    render::frame::FieldError,
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// A page of the log shows so many messages.
const LOG: usize = 50;
/// So many messages of a coming day are written at once.
const COMING: usize = 50;

/// The field of the body whose chases are to stop.
const STOP_BODY: &str = "stop-body-body";

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/chases", get(show)).route("/chases/{act}", post(act))
}

/// Which day is looked at; all of it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    on: String,
    #[serde(default, rename = "on-day")]
    day: String,
    #[serde(default, rename = "on-month")]
    month: String,
    #[serde(default, rename = "on-year")]
    year: String,
    #[serde(default)]
    before: String,
    #[serde(default)]
    skipped: String,
    #[serde(default)]
    done: String,
}

/// The page.
#[derive(Serialize)]
struct Page {
    on: String,
    today: bool,
    not_worked: bool,
    messages: usize,
    coming: Vec<messages::Coming>,
    coming_next: Option<String>,
    gone: Vec<messages::Gone>,
    gone_before: Option<String>,
    stopped: bool,
    stopped_because: Option<String>,
    bodies_stopped: Vec<Stopped>,
    stop_body: BodyField,
    may_steer: bool,
    may_stop: bool,
    typed: std::collections::BTreeMap<String, String>,
}

/// A body that is not chased.
#[derive(Serialize)]
struct Stopped {
    id: String,
    name: String,
    because: String,
}

async fn show(State(app): State<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let (on, errors) = day_of(&app, &staff, &wanted);
    let form = dated(Form::default(), "on", on).with("before", wanted.before).with("skipped", wanted.skipped);
    draw(&app, &staff, on, Seen { form, errors, done: Done { done: wanted.done } }).await
}

/// The day looked at: the one in the address, or the next on which chases can go.
fn day_of(app: &App, staff: &Staff, wanted: &Wanted) -> (Date, Vec<FieldError>) {
    let today = app.office.today();
    let form = Form::default()
        .with("on", wanted.on.clone())
        .with("on-day", wanted.day.clone())
        .with("on-month", wanted.month.clone())
        .with("on-year", wanted.year.clone());
    let mut reading = form.read(staff.visit.language);
    let asked = reading.optional_date("on");
    if asked.is_some_and(|on| on < today) {
        reading.error("on-day", "chases-day-past");
    }
    let errors = reading.errors();
    let on = asked.filter(|_| errors.is_empty());
    let tomorrow = app.office.calendar().working_day_after(today);
    (on.or(tomorrow).unwrap_or(today), errors)
}

async fn draw(app: &App, staff: &Staff, on: Date, seen: Seen) -> Answer {
    let (reader, public_url) = (staff.clone(), app.config.site.public_url.clone());
    let before = place(seen.form.get("before"));
    let skipped = seen.form.get("skipped").parse().unwrap_or(0);
    let (body, language) = (seen.form.get(STOP_BODY).to_owned(), staff.visit.language);
    let page = app
        .work(move |office| {
            let stop_body =
                body_field::read(office.directory()?.as_ref(), STOP_BODY, &body, &[], language).field;
            let page = view(office, &reader, (on, skipped), before, &public_url)?;
            Ok::<_, ActError>(Page { stop_body, ..page })
        })
        .await?;
    let wrong = !seen.errors.is_empty();
    let title = told(staff.visit.language, "chases-title", [("date", &i18n::date(staff.visit.language, on))]);
    let mut frame = with_errors(staff.frame(app, title), seen.errors);
    seen.done.on(&mut frame, staff.visit.language);
    let typed = seen.form.typed();
    let typed = typed.into_iter().map(|(field, value)| (field.to_owned(), value.to_owned())).collect();
    let html = app.page("staff/chases.html", &staff.visit, &frame, Page { typed, ..page })?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

/// The last message of the page of the log before, as it stands in the address: `2026-04-15T12:00:00Z_0197…`.
type Place = (Timestamp, PostId);

fn place(before: &str) -> Option<Place> {
    let (at, post) = before.split_once('_')?;
    Some((at.parse().ok()?, post.parse().ok()?))
}

fn view(
    office: &Office,
    staff: &Staff,
    (on, skipped): (Date, usize),
    before: Option<Place>,
    public_url: &str,
) -> Result<Page, ActError> {
    let language = staff.visit.language;
    let directory = office.directory()?;
    let name = |id: BodyId| directory.name(id, language);
    let mut coming = Vec::new();
    let foreseen = office.foresee_chases(on, skipped, COMING)?;
    for one in &foreseen.shown {
        coming.push(messages::coming(office, staff, one, name(one.body), public_url)?);
    }
    let told = skipped.saturating_add(foreseen.shown.len());
    let next_coming = || staff.visit.to(&format!("/chases?on={on}&skipped={told}"));
    let most = u32::try_from(LOG + 1).unwrap_or(u32::MAX);
    let mut made = office.db().read(|conn| chases_made(conn, before, most))?;
    let more = made.len() > LOG;
    made.truncate(LOG);
    let next = made.last().filter(|_| more).map(|last| {
        let place = format!("{}_{}", last.post.made_at, last.post.post);
        staff.visit.to(&format!("/chases?on={on}&before={place}#gone"))
    });
    let mut bodies_stopped = Vec::new();
    for record in directory.all().iter().filter(|record| record.body.chases_stopped) {
        let because = office.chases_stopped_because(Whom::Body(record.body.id))?;
        bodies_stopped.push(Stopped {
            id: record.body.id.to_string(),
            name: name(record.body.id),
            because: because.unwrap_or_else(|| i18n::t(language, "chases-no-reason")),
        });
    }
    Ok(Page {
        on: on.to_string(),
        today: on == office.today(),
        not_worked: !office.calendar().is_working_day(on),
        messages: foreseen.messages,
        coming,
        coming_next: (told < foreseen.messages).then(next_coming),
        gone: made.iter().map(|one| messages::gone(office, staff, one, public_url)).collect(),
        gone_before: next,
        stopped: office.chases_stopped()?,
        stopped_because: office.chases_stopped_because(Whom::Everybody)?,
        bodies_stopped,
        stop_body: BodyField::default(),
        may_steer: may_steer_the_office(staff.role),
        may_stop: may_stop_a_case(staff),
        typed: std::collections::BTreeMap::new(),
    })
}

fn may_stop_a_case(staff: &Staff) -> bool {
    amends_core::permit::permit(&staff.actor(), &Command::ResumeChases, None).is_ok()
}

async fn act(State(app): State<App>, staff: Staff, Path(name): Path<String>, form: Form) -> Answer {
    let steers = may_steer_the_office(staff.role);
    match name.as_str() {
        "pay" if steers => {
            let sent = app.work(|office| office.pay_chases()).await?;
            let done = if sent.is_empty() { "chases-none-owed" } else { "chases-paid" };
            Ok(see(staff.visit.to(&format!("/chases?done={done}"))))
        }
        "stop" if steers => stop(&app, &staff, &form, "stop", Ok(Whom::Everybody)).await,
        "resume" if steers => resume(&app, &staff, Whom::Everybody).await,
        "stop-body" if may_stop_a_case(&staff) => {
            let (typed, language) = (form.get(STOP_BODY).to_owned(), staff.visit.language);
            let read = move |office: &Office| {
                let directory = office.directory()?;
                let read = body_field::read(&directory, STOP_BODY, &typed, &[], language);
                Ok::<_, ActError>(read.must(STOP_BODY, "draft-body-missing", language))
            };
            stop(&app, &staff, &form, "stop-body", app.work(read).await?.map(Whom::Body)).await
        }
        "resume-body" if may_stop_a_case(&staff) => {
            let body = form.get("body").parse().map_err(|_| Problem::BadRequest)?;
            resume(&app, &staff, Whom::Body(body)).await
        }
        "stop-case" | "resume-case" => of_case(&app, &staff, &form, name == "stop-case").await,
        "pay" | "stop" | "resume" | "stop-body" | "resume-body" => Err(Problem::Forbidden),
        _ => Err(Problem::NotFound),
    }
}

async fn shown_again(app: &App, staff: &Staff, form: &Form, errors: Vec<FieldError>) -> Answer {
    let (on, _) = day_of(app, staff, &Wanted::default());
    let form = dated(form.clone(), "on", on);
    draw(app, staff, on, Seen { form, errors, done: Done::default() }).await
}

async fn stop(app: &App, staff: &Staff, form: &Form, name: &str, whom: Result<Whom, FieldError>) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let reason = reading.text(&format!("{name}-reason"), "chases-reason-missing");
    let whom = reading.take(whom);
    let errors = reading.errors();
    let Some(whom) = whom.filter(|_| errors.is_empty()) else {
        return shown_again(app, staff, form, errors).await;
    };
    let by = staff.staff;
    app.work(move |office| office.stop_chases(whom, Some(&reason), by)).await?;
    Ok(see(staff.visit.to("/chases?done=chases-stopped")))
}

async fn resume(app: &App, staff: &Staff, whom: Whom) -> Result<Response, Problem> {
    let by = staff.staff;
    app.work(move |office| office.stop_chases(whom, None, by)).await?;
    Ok(see(staff.visit.to("/chases?done=chases-resumed")))
}

/// Stops or resumes the chases of one case.
async fn of_case(app: &App, staff: &Staff, form: &Form, stops: bool) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let reference = reading.text("case-reference", "chases-case-missing");
    let reason = if stops { reading.text("case-reason", "chases-reason-missing") } else { String::new() };
    let mut errors = reading.errors();
    if errors.is_empty() {
        let wanted = reference.clone();
        let known = app.work(move |office| match office.by_reference(&wanted) {
            Ok(_) => Ok(true),
            Err(ActError::NotFound(_)) => Ok(false),
            Err(error) => Err(error),
        });
        if !known.await? {
            let text = told(staff.visit.language, "chases-case-unknown", [("reference", &reference)]);
            errors.push(FieldError::new("case-reference", text));
        }
    }
    if !errors.is_empty() {
        return shown_again(app, staff, form, errors).await;
    }
    let make = move |_: &Office, _: &amends_core::case::Case, sealer: &mut crate::office::Sealer| {
        Ok(vec![if stops {
            Command::StopChases { reason: sealer.words(&reason)? }
        } else {
            Command::ResumeChases
        }])
    };
    match acting::act(app, staff, &reference, form, make).await? {
        Acted::Done(_) => {
            let done = if stops { "chases-stopped" } else { "chases-resumed" };
            Ok(see(staff.visit.to(&format!("/chases?done={done}"))))
        }
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => shown_again(app, staff, form, acting::named("case", errors)).await,
    }
}
