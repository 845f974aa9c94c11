//! What became of a body: its names, its end, who stands in its place, its frozen spending, and how it did (E13–E15, E24).

use amends_core::{
    body::{Body, Gets, HowEnded, change::Change},
    id::BodyId,
    permit,
    text::{Bilingual, Language},
};
use amends_store::{lists, people::BodyRecord};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use jiff::{ToSpan as _, civil::Date};
use serde::Serialize;
use std::collections::BTreeMap;

use super::{
    body_field::{self, BodyField},
    shown::{Choice, Done, body_name, told},
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::{FieldError, Link},
    web::{
        app::{self, Answer, App, again, see, with_errors},
        form::{Form, Reading},
        outside::outcome,
        problem::Problem,
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/bodies/{slug}/history", get(show).post(change))
}

/// So many months back the figures of a body reach.
const FIGURES_MONTHS: i32 = 24;

#[derive(Serialize)]
struct Fact {
    what: String,
    day: String,
    shown_by: String,
}

#[derive(Serialize)]
struct Stands {
    name: String,
    href: String,
    gets: String,
    which: String,
    from: String,
    instrument: String,
    follow_href: String,
}

#[derive(Serialize)]
struct Figures {
    name: String,
    on_time: u64,
    late: u64,
    not_done: u64,
    treated_as_met: u64,
    no_longer_pursued: u64,
}

#[derive(Serialize)]
struct Page {
    action: String,
    name: String,
    facts: Vec<Fact>,
    successors: Vec<Stands>,
    predecessors: Vec<Stands>,
    figures: Vec<Figures>,
    figures_since: String,
    may_change: bool,
    ended: bool,
    into: BodyField,
    successor: BodyField,
    ways: Vec<Choice>,
    gets: Vec<Choice>,
    fields: BTreeMap<String, String>,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, slug, &Form::default(), &done, Vec::new()).await
}

async fn draw(
    app: &App,
    staff: &Staff,
    slug: String,
    form: &Form,
    done: &Done,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let (visit, typed, role) = (staff.visit.clone(), form.clone(), staff.role);
    let back = slug.clone();
    let page =
        app.work(move |office| page(office, &visit, &slug, &typed, permit::may_change_bodies(role))).await?;
    let wrong = !errors.is_empty();
    let title = told(staff.visit.language, "body-history-title", [("body", &page.name)]);
    let mut frame = with_errors(staff.frame(app, title), errors);
    frame.breadcrumbs = vec![
        app::link(&staff.visit, "nav-bodies", "/bodies"),
        Link::new(page.name.clone(), staff.visit.to(&format!("/bodies/{back}"))),
    ];
    done.on(&mut frame, staff.visit.language);
    let html = app.page("staff/body_history.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn page(office: &Office, visit: &Visit, slug: &str, form: &Form, may_change: bool) -> Result<Page, ActError> {
    let language = visit.language;
    let record = office.body_by_slug(slug)?;
    let (directory, today) = (office.directory()?, office.today());
    let all = directory.all();
    let body = &record.body;
    let since = today.saturating_sub(FIGURES_MONTHS.months());
    let found = office.db().read(|conn| lists::compliance_with_predecessors(conn, body.id, since, today))?;
    let other =
        |field: &str| body_field::read(&directory, field, form.get(field), &[body.id], language).field;
    Ok(Page {
        action: visit.to(&format!("/bodies/{slug}/history")),
        name: body.name.get(language).to_owned(),
        facts: facts(body, language),
        successors: body
            .over_time
            .successors
            .iter()
            .map(|one| stands(all, visit, &record, one, one.body))
            .collect(),
        predecessors: predecessors(all, visit, body),
        figures: found
            .into_iter()
            .map(|one| Figures {
                name: body_name(all, one.body, language),
                on_time: one.on_time,
                late: one.late,
                not_done: one.not_done,
                treated_as_met: one.treated_as_met,
                no_longer_pursued: one.no_longer_pursued,
            })
            .collect(),
        figures_since: since.to_string(),
        may_change,
        ended: body.over_time.ended.is_some(),
        into: other("end-into"),
        successor: other("successor-into"),
        ways: HowEnded::ALL
            .into_iter()
            .map(|how| Choice::new(how.code(), i18n::t(language, &format!("body-how-{}", how.code()))))
            .collect(),
        gets: Gets::ALL
            .into_iter()
            .map(|gets| Choice::new(gets.code(), i18n::t(language, &format!("body-gets-{}", gets.code()))))
            .collect(),
        fields: form.typed().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
    })
}

/// Everything that is known, the oldest first.
fn facts(body: &Body, language: Language) -> Vec<Fact> {
    let life = &body.over_time;
    let mut dated: Vec<(Date, Fact)> = Vec::new();
    let mut add = |day: Date, what: String, shown_by: &str| {
        let shown_by = shown_by.to_owned();
        dated.push((day, Fact { what, day: day.to_string(), shown_by }));
    };
    if let Some(since) = life.since {
        add(since, i18n::t(language, "body-since"), "");
    }
    for former in &life.names {
        let values = [("name", former.name.get(language))];
        add(former.until, told(language, "body-was-called", values), &former.shown_by);
    }
    if let Some(ended) = &life.ended {
        let how = i18n::t(language, &format!("body-how-{}", ended.how.code()));
        add(ended.on, how, &ended.shown_by);
    }
    for freeze in &life.freezes {
        add(freeze.from, super::bodies::frozen(freeze, language), &freeze.notice);
    }
    dated.sort_by_key(|(day, _)| *day);
    dated.into_iter().map(|(_, fact)| fact).collect()
}

/// How one body stands in the place of another; `shown` is the one whose name is shown.
fn stands(
    all: &[BodyRecord],
    visit: &Visit,
    of: &BodyRecord,
    link: &amends_core::body::Successor,
    shown: amends_core::id::BodyId,
) -> Stands {
    let language = visit.language;
    let slug = all.iter().find(|one| one.body.id == shown).map_or("", |one| one.slug.as_str());
    let concern = if link.gets == Gets::Property { "property" } else { "function" };
    Stands {
        name: body_name(all, shown, language),
        href: visit.to(&format!("/bodies/{slug}/history")),
        gets: i18n::t(language, &format!("body-gets-{}", link.gets.code())),
        which: link.which.clone(),
        from: link.from.to_string(),
        instrument: link.instrument.clone(),
        follow_href: visit
            .to(&format!("/bodies/{}/follow?successor={}&concern={concern}", of.slug, link.body)),
    }
}

fn predecessors(all: &[BodyRecord], visit: &Visit, body: &Body) -> Vec<Stands> {
    let mut found = Vec::new();
    for record in all {
        let links = record.body.over_time.successors.iter().filter(|one| one.body == body.id);
        found.extend(links.map(|link| stands(all, visit, record, link, record.body.id)));
    }
    found
}

/// What one of the forms asks of a body.
fn read(
    office: &Office,
    of: BodyId,
    form: &Form,
    language: Language,
) -> Result<Result<Change, Vec<FieldError>>, ActError> {
    let directory = office.directory()?;
    let other = |field: &str, missing: &str| {
        body_field::read(&directory, field, form.get(field), &[of], language).must(field, missing, language)
    };
    let mut reading = form.read(language);
    let change = match form.get("form") {
        "rename" => renamed(&mut reading),
        "end" => ended(&mut reading, || other("end-into", "body-into-missing")),
        _ => succeeded(&mut reading, other("successor-into", "body-successor-missing")),
    };
    let errors = reading.errors();
    Ok(match change {
        Some(change) if errors.is_empty() => Ok(change),
        _ => Err(errors),
    })
}

fn renamed(reading: &mut Reading<'_>) -> Option<Change> {
    let name = Bilingual::new(
        reading.text("rename-name_en", "body-name-en-missing"),
        reading.text("rename-name_cy", "body-name-cy-missing"),
    );
    let on = reading.date("rename-on", "body-day-missing");
    let shown_by = reading.text("rename-shown_by", "body-shown-by-missing");
    on.map(|on| Change::Renamed { name, on, shown_by })
}

fn ended(reading: &mut Reading<'_>, into: impl FnOnce() -> Result<BodyId, FieldError>) -> Option<Change> {
    let how: Option<HowEnded> = reading.choice("end-how", "body-how-missing");
    let on = reading.date("end-on", "body-day-missing");
    let shown_by = reading.text("end-shown_by", "body-shown-by-missing");
    match (how?, on) {
        (HowEnded::Merged, on) => {
            let into = reading.take(into());
            into.zip(on).map(|(into, on)| Change::Merged { into, on, shown_by })
        }
        (how, on) => on.map(|on| Change::Ended { how, on, shown_by }),
    }
}

fn succeeded(reading: &mut Reading<'_>, by: Result<BodyId, FieldError>) -> Option<Change> {
    let by = reading.take(by);
    let gets = reading.choice("successor-gets", "body-gets-missing");
    let which = reading.optional("successor-which");
    let from = reading.date("successor-from", "body-day-missing");
    let instrument = reading.text("successor-instrument", "body-shown-by-missing");
    by.zip(gets).zip(from).map(|((by, gets), from)| Change::Succeeded { by, gets, which, from, instrument })
}

async fn change(State(app): State<App>, staff: Staff, Path(slug): Path<String>, form: Form) -> Answer {
    let (wanted, typed, language) = (slug.clone(), form.clone(), staff.visit.language);
    let (id, what) = app
        .work(move |office| {
            let id = office.body_by_slug(&wanted)?.body.id;
            Ok::<_, ActError>((id, read(office, id, &typed, language)?))
        })
        .await?;
    let what = match what {
        Ok(what) => what,
        Err(errors) => return draw(&app, &staff, slug, &form, &Done::default(), errors).await,
    };
    let by = (staff.staff, staff.role);
    let changed = app.work(move |office| office.change_body(id, &what, by)).await;
    match outcome(changed, staff.visit.language)? {
        Ok(_) => Ok(see(staff.visit.to(&format!("/bodies/{slug}/history?done=body-changed")))),
        Err(error) => {
            let prefix = match form.get("form") {
                "rename" => "rename",
                "end" => "end",
                _ => "successor",
            };
            let errors = super::acting::named(prefix, vec![error]);
            draw(&app, &staff, slug, &form, &Done::default(), errors).await
        }
    }
}
