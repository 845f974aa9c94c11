//! Days not worked: bank holidays, the office's closures, and what one more closure would move before it moves (E16).

use amends_core::{calendar::HolidayKind, permit::may_steer_the_office, text::Bilingual, text::Language};
use axum::{
    Router,
    extract::{Query, State},
    response::IntoResponse as _,
    routing::get,
};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    matter::Seen,
    shown::{Done, told},
};
use crate::{
    i18n,
    office::{ActError, Office, closures::Moving},
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/calendar", get(show).post(close))
}

/// A day and why it is not worked.
#[derive(Serialize)]
struct DayShown {
    date: String,
    why: String,
}

/// The page.
#[derive(Serialize)]
struct Page {
    holidays: Vec<DayShown>,
    closures: Vec<DayShown>,
    may_close: bool,
    typed: std::collections::BTreeMap<String, String>,
}

/// The page that shows what would move.
#[derive(Serialize)]
struct Check {
    day: String,
    why: String,
    moves: Vec<MoveShown>,
    fields: Vec<(String, String)>,
}

/// A date that would move.
#[derive(Serialize)]
struct MoveShown {
    reference: String,
    from: String,
    to: String,
}

async fn show(State(app): State<App>, staff: Staff, Query(done): Query<Done>) -> Answer {
    draw(&app, &staff, Seen::fresh(done)).await
}

async fn draw(app: &App, staff: &Staff, seen: Seen) -> Answer {
    let language = staff.visit.language;
    let may_close = may_steer_the_office(staff.role);
    let page = app.work(move |office| view(office, language, may_close)).await?;
    let wrong = !seen.errors.is_empty();
    let mut frame = with_errors(staff.frame(app, i18n::t(language, "calendar-title")), seen.errors);
    seen.done.on(&mut frame, language);
    let typed =
        seen.form.typed().into_iter().map(|(field, value)| (field.to_owned(), value.to_owned())).collect();
    let html = app.page("staff/calendar.html", &staff.visit, &frame, Page { typed, ..page })?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn view(office: &Office, language: Language, may_close: bool) -> Result<Page, ActError> {
    let today = office.today();
    let to_come = office.calendar().holidays.range(today..);
    let holidays = to_come.filter(|(_, holiday)| holiday.kind == HolidayKind::BankHoliday);
    let closures = office.closures()?;
    Ok(Page {
        holidays: holidays
            .take(12)
            .map(|(day, holiday)| DayShown {
                date: day.to_string(),
                why: holiday.title.get(language).to_owned(),
            })
            .collect(),
        closures: closures
            .iter()
            .map(|closure| DayShown {
                date: closure.day.to_string(),
                why: closure.why.get(language).to_owned(),
            })
            .collect(),
        may_close,
        typed: std::collections::BTreeMap::new(),
    })
}

async fn close(State(app): State<App>, staff: Staff, form: Form) -> Answer {
    let language = staff.visit.language;
    if !may_steer_the_office(staff.role) {
        return Err(Problem::Forbidden);
    }
    let mut reading = form.read(language);
    let day = reading.date("day", "calendar-day-missing");
    let why = Bilingual::new(
        reading.text("why_en", "calendar-why-missing"),
        reading.text("why_cy", "calendar-why-missing"),
    );
    if day.is_some_and(|day| day <= app.office.today()) {
        reading.error("day-day", "calendar-day-past");
    } else if day.is_some_and(|day| !app.office.calendar().is_working_day(day)) {
        reading.error("day-day", "calendar-day-not-worked");
    }
    let errors = reading.errors();
    let Some(day) = day.filter(|_| errors.is_empty() && !form.has("back")) else {
        return draw(&app, &staff, Seen::again(&form, errors)).await;
    };
    if form.has("confirmed") {
        let (actor, by) = (staff.actor(), staff.staff);
        let date = i18n::date(language, day);
        let reason = told(language, "calendar-reason", [("date", &date), ("why", why.get(language))]);
        app.work(move |office| office.close_on(day, &why, &reason, (&actor, by))).await?;
        return Ok(see(staff.visit.to("/calendar?done=calendar-closed")));
    }
    check(&app, &staff, &form, day, why).await
}

async fn check(app: &App, staff: &Staff, form: &Form, day: Date, why: Bilingual) -> Answer {
    let language = staff.visit.language;
    let words = why.get(language).to_owned();
    let moving: Vec<Moving> = app.work(move |office| office.if_closed_on(day, &why)).await?;
    let mut count = i18n::Args::new();
    count.set("count", i64::try_from(moving.len()).unwrap_or(i64::MAX));
    let title = i18n::tr(language, "calendar-check-title", &count);
    let frame = staff.frame(app, title);
    let page = Check {
        day: day.to_string(),
        why: words,
        moves: moving
            .into_iter()
            .map(|one| MoveShown {
                reference: one.reference,
                from: one.from.to_string(),
                to: one.to.to_string(),
            })
            .collect(),
        fields: form.pairs().map(|(field, value)| (field.to_owned(), value.to_owned())).collect(),
    };
    Ok(app.page("staff/calendar_check.html", &staff.visit, &frame, page)?.into_response())
}
