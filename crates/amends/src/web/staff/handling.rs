//! How bodies deal with the office: what the record suggests, what is noted, case by case and body by body (R56).

use amends_core::{
    case::Case,
    command::{Command, CommandKind},
    handling::{self, Sign},
    id::BodyId,
    profile::Profile,
    text::Language,
};
use amends_store::lists::{self, HandlingFilter};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{
    acting::{Acted, act},
    case_frame::CaseFrame,
    next_step::may,
    shown::{self, Choice, Done, told},
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::{FieldError, Link},
    reports::handling::{Entry, entry, word},
    web::{
        app::{self, Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/handling", get(show).post(record))
        .route("/bodies/{slug}/handling", get(of_body))
}

/// On what the note that is being written rests.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
struct Wanted {
    because: Option<u32>,
}

#[derive(Serialize)]
struct Note {
    code: String,
    body: String,
    note: String,
    on: String,
    because: Option<String>,
    because_href: Option<String>,
}

#[derive(Serialize)]
struct Page {
    case: CaseFrame,
    action: String,
    suggested: Vec<Choice>,
    bodies: Vec<Choice>,
    codes: Vec<Choice>,
    fields: BTreeMap<String, String>,
    may_note: bool,
    notes: Vec<Note>,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(wanted): Query<Wanted>,
    Query(done): Query<Done>,
) -> Answer {
    let form = match wanted.because {
        Some(seq) => Form::default().with("because", seq.to_string()),
        None => Form::default(),
    };
    draw(&app, &staff, reference, &form, &done, Vec::new()).await
}

async fn draw(
    app: &App,
    staff: &Staff,
    reference: String,
    form: &Form,
    done: &Done,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let (language, may_note) = (staff.visit.language, may(&staff.actor(), CommandKind::RecordHandling));
    let typed = form.clone();
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            page(office, &case, &typed, language, may_note)
        })
        .await?;
    let wrong = !errors.is_empty();
    let mut frame = page.case.frame(app, staff, i18n::t(language, "section-handling"));
    done.on(&mut frame, language);
    let frame = with_errors(frame, errors);
    let html = app.page("staff/handling.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn page(
    office: &Office,
    case: &Case,
    form: &Form,
    language: Language,
    may_note: bool,
) -> Result<Page, ActError> {
    let profile = office.profile(&case.profile)?;
    let all = office.all_bodies()?;
    let frame = CaseFrame::of(office, case, language, "/handling")?;
    let suggested = handling::suggested(case, profile);
    let mut fields: BTreeMap<String, String> = ["because", "code", "note", "body"]
        .into_iter()
        .map(|name| (name.to_owned(), form.get(name).to_owned()))
        .collect();
    // The code the record suggests stands in the form; a person may choose another.
    let chosen = suggested.iter().find(|one| one.sign.seq.to_string() == form.get("because"));
    if let (Some(one), false) = (chosen, form.has("code")) {
        fields.insert("code".to_owned(), one.code.clone());
    }
    let mut choices: Vec<Choice> = suggested
        .iter()
        .map(|one| {
            let text = sign_words(case, &one.sign, language);
            let hint = code_name(profile, &one.code, language);
            Choice { hint, ..Choice::new(one.sign.seq.to_string(), text) }
        })
        .collect();
    choices.push(Choice::new("none", i18n::t(language, "handling-because-none")));
    if suggested.is_empty() {
        fields.insert("because".to_owned(), "none".to_owned());
    }
    let codes = profile.handling.iter().map(|rule| Choice::new(&rule.id, rule.what.get(language)));
    let notes = case.handling.iter().rev().map(|one| {
        let sign = one.note.because.and_then(|seq| case.handling_signs.iter().find(|sign| sign.seq == seq));
        Note {
            code: code_name(profile, &one.note.code, language),
            body: shown::body_name(&all, one.note.body, language),
            note: one.note.note.as_str().to_owned(),
            on: one.note.on.to_string(),
            because: sign.map(|sign| sign_words(case, sign, language)),
            because_href: sign.map(|sign| format!("{}/timeline#entry-{}", frame.base, sign.seq)),
        }
    });
    Ok(Page {
        action: format!("{}/handling", frame.base),
        suggested: choices,
        bodies: shown::body_choices(&all, &case.bodies, language),
        codes: std::iter::once(Choice::none(language)).chain(codes).collect(),
        fields,
        may_note,
        notes: notes.collect(),
        case: frame,
    })
}

/// A sign in words: "Extension asked for, 24-0193-1, 3 April 2026".
fn sign_words(case: &Case, sign: &Sign, language: Language) -> String {
    let values = [
        ("what", i18n::t(language, &format!("sign-{}", sign.sign.code().replace('_', "-")))),
        ("reference", case.reference.recommendation(sign.number)),
        ("date", i18n::date(language, sign.on)),
    ];
    i18n::tr(language, "handling-sign", &i18n::args(values))
}

fn code_name(profile: &Profile, code: &str, language: Language) -> String {
    word(profile, &amends_core::index::HandlingEntry::Note(code.to_owned()), language)
}

/// A note as typed.
struct Typed {
    body: Option<BodyId>,
    code: String,
    note: String,
    because: Option<u32>,
}

fn read(form: &Form, language: Language) -> Result<Typed, Vec<FieldError>> {
    let mut reading = form.read(language);
    let because = match form.get("because") {
        "" => {
            reading.error("because", "handling-because-missing");
            None
        }
        seq => seq.parse().ok(),
    };
    let code = reading.text("code", "handling-code-missing");
    let note = reading.text("note", "handling-note-missing");
    let errors = reading.errors();
    if errors.is_empty() {
        Ok(Typed { body: form.get("body").parse().ok(), code, note, because })
    } else {
        Err(errors)
    }
}

async fn record(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    let typed = match read(&form, staff.visit.language) {
        Ok(typed) => typed,
        Err(errors) => return draw(&app, &staff, reference, &form, &Done::default(), errors).await,
    };
    let acted = act(&app, &staff, &reference, &form, move |_, case, sealer| {
        let sign = typed.because.and_then(|seq| case.handling_signs.iter().find(|sign| sign.seq == seq));
        let body = sign.map(|sign| sign.body).or(typed.body).or_else(|| case.bodies.first().copied());
        let body = body.ok_or(ActError::NotFound("body"))?;
        let (code, note) = (typed.code.clone(), sealer.words(&typed.note)?);
        Ok(vec![Command::RecordHandling { body, code, note, because: typed.because }])
    });
    match acted.await? {
        Acted::Done(_) => Ok(see(staff
            .visit
            .to(&format!("/cases/{reference}/handling?done=handling-recorded#notes-title")))),
        Acted::Wrong(errors) => draw(&app, &staff, reference, &form, &Done::default(), errors).await,
        Acted::Meanwhile(page) => Ok(page),
    }
}

#[derive(Serialize)]
struct BodyPage {
    title: String,
    name: String,
    entries: Vec<Entry>,
    next_page: Option<String>,
    report_href: String,
    previous_href: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct From {
    #[serde(default)]
    after: String,
}

async fn of_body(
    State(app): State<App>,
    staff: Staff,
    Path(slug): Path<String>,
    Query(from): Query<From>,
) -> Answer {
    let (visit, asked) = (staff.visit.clone(), slug.clone());
    let page = app.work(move |office| body_page(office, &visit, &asked, &from)).await?;
    let mut frame = staff.frame(&app, page.title.clone());
    frame.breadcrumbs = vec![
        app::link(&staff.visit, "nav-bodies", "/bodies"),
        Link::new(page.name.clone(), staff.visit.to(&format!("/bodies/{slug}"))),
    ];
    Ok(app.page("staff/body_handling.html", &staff.visit, &frame, page)?.into_response())
}

fn body_page(office: &Office, visit: &Visit, slug: &str, from: &From) -> Result<BodyPage, ActError> {
    let language = visit.language;
    let body = office.body_by_slug(slug)?.body;
    let filter = HandlingFilter { body: Some(body.id), ..HandlingFilter::default() };
    let after = crate::reports::handling::cursor(&from.after);
    let (items, next) = office.db().read(|conn| lists::handling(conn, &filter, after))?;
    let all = office.directory()?;
    let profile = office.own_profile()?;
    let name = body.name.get(language).to_owned();
    Ok(BodyPage {
        title: told(language, "handling-of-body", [("body", &name)]),
        entries: items.into_iter().map(|item| entry(item, &all, profile, language)).collect(),
        next_page: next.map(|next| {
            let after = crate::reports::handling::place(next);
            visit.to(&format!("/bodies/{slug}/handling?after={after}"))
        }),
        report_href: visit.to(&format!("/reports/handling?body={}", body.id)),
        previous_href: visit.to(&format!("/bodies/{slug}/previous")),
        name,
    })
}
