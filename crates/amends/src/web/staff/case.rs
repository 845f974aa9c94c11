//! A case at a glance: where it is, what was recommended, what happens next; who handles it, which bodies it concerns.

use std::sync::Arc;

use amends_core::{
    actor::Actor,
    case::{Case, Compliance, Route, Stage},
    command::Command,
    duty::duties,
    recommendation::Recommendation,
    retention::Standing as Kept,
    text::Language,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::Serialize;

use super::{
    StaffOptions,
    acting::{Acted, act},
    body_field::{self, BodyField},
    case_frame::CaseFrame,
    next_step::{self, Step},
    shown::{Clock, Done, Standing, Tag},
    staff_field::StaffField,
};
use crate::{
    i18n,
    office::{ActError, Office, sight::Sight},
    render::frame::FieldError,
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::{Coming, Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}", get(show))
        .route("/cases/{reference}/handler", post(assign))
        .route("/cases/{reference}/bodies", post(add_body))
}

#[derive(Serialize)]
struct StageDot {
    text: String,
    state: &'static str,
}

#[derive(Serialize)]
struct Row {
    number: u16,
    reference: String,
    href: String,
    wording: String,
    body: String,
    tag: Tag,
    clock: Option<Clock>,
    extended: bool,
    had_it: Option<bool>,
}

#[derive(Serialize)]
struct Fact {
    key: String,
    value: String,
}

#[derive(Serialize)]
struct Page {
    case: CaseFrame,
    stages: Vec<StageDot>,
    rows: Vec<Row>,
    steps: Vec<Step>,
    primary: Option<Step>,
    facts: Vec<Fact>,
    handlers: StaffField,
    more_body: BodyField,
    import_href: String,
}

async fn show(
    State(app): State<App>,
    coming: Coming,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    let options = Arc::clone(&app.staff_options);
    let look = move |office: &Office| {
        coming.see(office, |sight, staff| {
            Ok(page(sight, &options, &staff.visit, &staff.actor(), &reference, &Form::default())?)
        })
    };
    let (staff, page) = app.work(look).await?;
    drawn(&app, &staff, page, &done, Vec::new())
}

async fn draw(
    app: &App,
    staff: &Staff,
    reference: String,
    form: &Form,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let (visit, actor) = (staff.visit.clone(), staff.actor());
    let (typed, options) = (form.clone(), Arc::clone(&app.staff_options));
    let look =
        move |office: &Office| office.see(|sight| page(sight, &options, &visit, &actor, &reference, &typed));
    drawn(app, staff, app.work(look).await?, &Done::default(), errors)
}

fn drawn(app: &App, staff: &Staff, page: Page, done: &Done, errors: Vec<FieldError>) -> Answer {
    let mut frame = page.case.frame(app, staff, page.case.identity.clone());
    frame.breadcrumbs.truncate(1);
    done.on(&mut frame, staff.visit.language);
    let wrong = !errors.is_empty();
    let frame = with_errors(frame, errors);
    let html = app.page("staff/case.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

/// The page, with what was typed for another handler or one more body.
fn page(
    sight: &Sight<'_>,
    options: &StaffOptions,
    visit: &Visit,
    actor: &Actor,
    reference: &str,
    typed: &Form,
) -> Result<Page, ActError> {
    let office = sight.office();
    let (language, today) = (visit.language, office.today());
    let case = sight.by_reference(reference)?;
    let case = case.as_ref();
    let profile = sight.profile_of(case)?;
    let (directory, staff, around) = (sight.directory()?, sight.staff()?, sight.surroundings()?);
    let frame = CaseFrame::naming(&directory, &staff, case, language, "");
    let owed = duties(case, profile, office.calendar(), today, &around.circumstances);
    let rows = case
        .recommendations
        .iter()
        .map(|one| Row {
            number: one.number.0,
            reference: case.reference.recommendation(one.number),
            href: href(&frame.base, one),
            wording: one.terms.wording.as_str().to_owned(),
            body: directory.name(one.terms.addressee, language),
            tag: Standing::of(one).tag(today),
            clock: Standing::of(one).clock(profile, today, language),
            extended: one.original_due_on() != one.evidence_due_on(),
            had_it: one.had_it,
        })
        .collect();
    let handlers = options.of(&staff);
    let mut handler = handlers.read("handler", typed.get("handler"), language);
    if handlers.few().is_some() {
        handler.who = handler.who.or(Some(case.handler));
    }
    Ok(Page {
        stages: stages(case, language),
        rows,
        steps: next_step::steps(case, profile, &owed, &frame.base, visit, directory.all()),
        primary: next_step::primary(case, actor, &frame.base, language),
        facts: facts(case, language).into_iter().chain(kept_until(office, case, language)?).collect(),
        handlers: handlers.field(handler, &[]),
        more_body: body_field::read(&directory, "body", typed.get("body"), &case.bodies, language).field,
        import_href: visit.to(&format!("/cases/import?case={}", case.reference)),
        case: frame,
    })
}

/// Where a recommendation is worked on at this point: its wording before the decision, its evidence after it.
fn href(base: &str, one: &Recommendation) -> String {
    if one.decided {
        format!("{base}/evidence/{}", one.number)
    } else {
        format!("{base}/recommendations#recommendation-{}", one.number)
    }
}

fn facts(case: &Case, language: Language) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact { key: i18n::t(language, key), value };
    let route = match case.route {
        Route::EarlyResolution => "route-early_resolution",
        Route::Investigation => "route-investigation",
    };
    let mut facts = vec![
        fact("case-fact-received", i18n::date(language, case.received_on)),
        fact("case-fact-route", i18n::t(language, route)),
        fact("case-fact-compliance", i18n::t(language, &format!("compliance-{}", case.compliance().code()))),
    ];
    if let Some(on) = case.decided_on() {
        facts.push(fact("case-fact-decided", i18n::date(language, on)));
    }
    if let Some(words) = &case.chases_stopped {
        facts.push(fact("case-fact-chases-stopped", words.as_str().to_owned()));
    }
    facts
}

/// Until when the first of what has not gone yet is kept, and what holds it (R54).
fn kept_until(office: &Office, case: &Case, language: Language) -> Result<Option<Fact>, ActError> {
    let lines = office.schedule_of(case)?;
    let next = lines.into_iter().find(|line| !matches!(line.standing, Kept::Gone { .. }));
    Ok(next.map(|line| {
        let what = i18n::t(language, &format!("retention-class-{}", line.class.code()));
        let why = line.reasons.iter().map(|said| super::keeping::reason(language, said));
        let why: Vec<_> = why.collect();
        let value = format!("{what}: {}. {}", i18n::date(language, line.on), why.join(" "));
        Fact { key: i18n::t(language, "keeping-until"), value }
    }))
}

/// The stages of a case along the line, with the dates of those passed.
fn stages(case: &Case, language: Language) -> Vec<StageDot> {
    let over = case.stage() == Stage::Discontinued;
    let complete = matches!(case.compliance(), Compliance::Complete | Compliance::ClosedWithFailures);
    let compliance_on = case.compliance_closed.as_ref().map(|(_, on)| *on);
    let passed = match case.route {
        Route::EarlyResolution => vec![
            ("line-received", Some(case.received_on)),
            ("line-proposed", case.proposal.as_ref().map(|one| one.sent_on)),
            ("line-agreed", case.settlement.as_ref().map(|one| one.agreed_on)),
            ("line-closed-early", case.closed_on),
            ("line-complete", compliance_on),
        ],
        Route::Investigation => vec![
            ("line-received", Some(case.received_on)),
            ("line-draft", case.drafts.last().map(|draft| draft.issued_on)),
            ("line-decided", case.decided_on()),
            ("line-complete", compliance_on),
        ],
    };
    let reached = passed.iter().rposition(|(_, on)| on.is_some()).unwrap_or(0);
    let now = if complete { passed.len() } else { reached + 1 };
    let dot = |(place, (key, on)): (usize, (&str, Option<jiff::civil::Date>))| {
        let state = match place {
            place if place < now => "done",
            _ if over => "stopped",
            place if place == now => "now",
            _ => "to_come",
        };
        let name = i18n::t(language, key);
        let text =
            on.map_or_else(|| name.clone(), |on| format!("{name}, {}", i18n::date_short(language, on)));
        StageDot { text, state }
    };
    passed.into_iter().enumerate().map(dot).collect()
}

async fn assign(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    let (typed, language, options) =
        (form.get("handler").to_owned(), staff.visit.language, Arc::clone(&app.staff_options));
    let read = move |office: &Office| {
        let read = options.of(&office.staff()?).read("handler", &typed, language);
        Ok::<_, ActError>(read.must("handler", language))
    };
    let handler = match app.work(read).await? {
        Ok(handler) => handler,
        Err(error) => return draw(&app, &staff, reference, &form, vec![error]).await,
    };
    let acted =
        act(&app, &staff, &reference, &form, move |_, _, _| Ok(vec![Command::AssignHandler { handler }]));
    answer(&app, &staff, reference.clone(), &form, acted.await?, "handler-assigned").await
}

async fn add_body(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    let (wanted, typed, language) = (reference.clone(), form.get("body").to_owned(), staff.visit.language);
    let read = move |office: &Office| {
        office.see(|sight| {
            let (case, directory) = (sight.by_reference(&wanted)?, sight.directory()?);
            let read = body_field::read(&directory, "body", &typed, &case.bodies, language);
            Ok::<_, ActError>(read.must("body", "case-body-missing", language))
        })
    };
    let body = match app.work(read).await? {
        Ok(body) => body,
        Err(error) => return draw(&app, &staff, reference, &form, vec![error]).await,
    };
    let acted = act(&app, &staff, &reference, &form, move |_, _, _| Ok(vec![Command::AddBody { body }]));
    answer(&app, &staff, reference.clone(), &form, acted.await?, "body-added").await
}

async fn answer(
    app: &App,
    staff: &Staff,
    reference: String,
    form: &Form,
    acted: Acted,
    done: &str,
) -> Answer {
    match acted {
        Acted::Done(_) => Ok(see(staff.visit.to(&format!("/cases/{reference}?done={done}")))),
        Acted::Wrong(errors) => draw(app, staff, reference, form, errors).await,
        Acted::Meanwhile(page) => Ok(page),
    }
}
