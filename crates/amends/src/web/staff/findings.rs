//! What was found, what had to be looked at, and who was spoken to (R2, R13, R14, R19, R39, R43, R48, R52).

use amends_core::{
    body::Body,
    case::{Case, Check, ContactPurpose},
    command::{Command, CommandKind},
    id::BodyId,
    text::Language,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::Serialize;
use std::collections::BTreeMap;

use super::{
    acting::{Acted, act, named},
    case_frame::CaseFrame,
    next_step::may,
    shown::{self, Choice, Done},
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::FieldError,
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/findings", get(show).post(record))
}

#[derive(Serialize)]
struct Found {
    number: u16,
    body: String,
    fault: String,
    injustice: Option<String>,
    systemic: bool,
}

#[derive(Serialize)]
struct CheckRow {
    text: String,
    done: Option<String>,
    note: String,
    version: String,
    why: &'static str,
}

#[derive(Serialize)]
struct Spoken {
    on: String,
    purpose: String,
    note: String,
}

#[derive(Serialize)]
struct Page {
    case: CaseFrame,
    fields: BTreeMap<String, String>,
    may_write: bool,
    findings: Vec<Found>,
    checks: Vec<CheckRow>,
    contacts: Vec<Spoken>,
    bodies: Vec<Choice>,
    check_choices: Vec<Choice>,
    purposes: Vec<Choice>,
    guidance: String,
    freeze: Option<String>,
}

/// Why somebody was spoken to, in the order of the form, with the key of each.
const PURPOSES: [(ContactPurpose, &str); 5] = [
    (ContactPurpose::BeforeDraft, "before_draft"),
    (ContactPurpose::Discussion, "discussion"),
    (ContactPurpose::Advice, "advice"),
    (ContactPurpose::Difficulty, "difficulty"),
    (ContactPurpose::Other, "other"),
];

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, reference, &Form::default(), &done, Vec::new()).await
}

async fn draw(
    app: &App,
    staff: &Staff,
    reference: String,
    form: &Form,
    done: &Done,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let (language, may_write) = (staff.visit.language, may(&staff.actor(), CommandKind::RecordFinding));
    let typed = form.clone();
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            page(office, &case, &typed, language, may_write)
        })
        .await?;
    let wrong = !errors.is_empty();
    let mut frame = page.case.frame(app, staff, i18n::t(language, "section-findings"));
    done.on(&mut frame, language);
    let frame = with_errors(frame, errors);
    let html = app.page("staff/findings.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn page(
    office: &Office,
    case: &Case,
    form: &Form,
    language: Language,
    may_write: bool,
) -> Result<Page, ActError> {
    let all = office.all_bodies()?;
    let bodies: Vec<Body> = office.bodies(&case.bodies)?;
    let profile = office.profile_of(case)?;
    let findings = case
        .findings
        .iter()
        .map(|one| Found {
            number: one.finding.0,
            body: shown::body_name(&all, one.body, language),
            fault: one.fault.as_str().to_owned(),
            injustice: one.injustice.as_ref().map(|words| words.as_str().to_owned()),
            systemic: one.systemic,
        })
        .collect();
    let contacts = case
        .contacts
        .iter()
        .rev()
        .map(|one| Spoken {
            on: one.on.to_string(),
            purpose: i18n::t(language, &format!("contact-{}", purpose_key(one.purpose))),
            note: one.note.as_str().to_owned(),
        })
        .collect();
    let option = |key: String, value: &str| Choice::new(value, i18n::t(language, &key));
    let mut check_choices = vec![Choice::none(language)];
    check_choices.extend(Check::ALL.map(|check| option(format!("check-{}", check.code()), check.code())));
    let mut purposes = vec![Choice::none(language)];
    purposes.extend(PURPOSES.map(|(_, key)| option(format!("contact-{key}"), key)));
    let title = profile.guidance_on_remedies.title.get(language);
    let frozen = bodies.iter().any(|body| body.freeze_on(office.today()).is_some());
    let mut choices = shown::body_choices(&all, &case.bodies, language);
    if choices.len() > 1 {
        choices.insert(0, Choice::none(language));
    }
    Ok(Page {
        case: CaseFrame::of(office, case, language, "/findings")?,
        fields: fields(form, profile.guidance_on_remedies.version.as_deref()),
        may_write,
        findings,
        checks: Check::ALL.map(|check| check_row(case, check, frozen, language)).into(),
        contacts,
        bodies: choices,
        check_choices,
        purposes,
        guidance: title.to_owned(),
        freeze: frozen.then(|| profile.spending_freeze.get(language).to_owned()),
    })
}

fn purpose_key(purpose: ContactPurpose) -> &'static str {
    PURPOSES.iter().find(|(one, _)| *one == purpose).map_or("other", |(_, key)| key)
}

/// A check: made, or why it may be called for.
fn check_row(case: &Case, check: Check, frozen: bool, language: Language) -> CheckRow {
    let done = case.checks.iter().rev().find(|done| done.check == check);
    let systemic = case.findings.iter().any(|one| one.systemic);
    let why = match check {
        Check::GuidanceOnRemedies => "check-why-always",
        Check::EarlierImprovements if systemic => "check-why-systemic",
        Check::SpendingFreeze if frozen => "check-why-frozen",
        _ => "check-why-if",
    };
    CheckRow {
        text: i18n::t(language, &format!("check-{}", check.code())),
        done: done.map(|done| done.on.to_string()),
        note: done.map(|done| done.note.as_str().to_owned()).unwrap_or_default(),
        version: done.and_then(|done| done.version.clone()).unwrap_or_default(),
        why,
    }
}

fn fields(form: &Form, version: Option<&str>) -> BTreeMap<String, String> {
    const NAMES: [&str; 10] = [
        "finding-body",
        "finding-fault",
        "finding-injustice",
        "finding-systemic",
        "check-check",
        "check-version",
        "check-note",
        "contact-purpose",
        "contact-note",
        "form",
    ];
    let mut fields: BTreeMap<String, String> =
        NAMES.iter().map(|name| ((*name).to_owned(), form.get(name).to_owned())).collect();
    if let (Some(field), false) = (fields.get_mut("check-version"), form.has("form")) {
        version.unwrap_or_default().clone_into(field);
    }
    fields
}

/// What one of the three forms asks; texts are still as typed.
enum Asked {
    Finding { body: BodyId, fault: String, injustice: String, systemic: bool },
    Check { check: Check, version: String, note: String },
    Contact { purpose: ContactPurpose, note: String },
}

fn read(form: &Form, language: Language) -> Result<Asked, Vec<FieldError>> {
    let mut reading = form.read(language);
    let asked = match form.get("form") {
        "finding" => {
            let fault = reading.text("finding-fault", "finding-fault-missing");
            let body = reading.parsed("finding-body", "finding-body-missing");
            let injustice = reading.optional("finding-injustice");
            body.map(|body| Asked::Finding { body, fault, injustice, systemic: form.has("finding-systemic") })
        }
        "check" => {
            let check = reading.choice("check-check", "check-missing");
            let (version, note) = (reading.optional("check-version"), reading.optional("check-note"));
            check.map(|check| Asked::Check { check, version, note })
        }
        _ => {
            let purpose = reading.choice("contact-purpose", "contact-purpose-missing");
            let note = reading.text("contact-note", "contact-note-missing");
            purpose.map(|purpose| Asked::Contact { purpose, note })
        }
    };
    let errors = reading.errors();
    match asked {
        Some(asked) if errors.is_empty() => Ok(asked),
        _ => Err(errors),
    }
}

async fn record(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    let asked = match read(&form, staff.visit.language) {
        Ok(asked) => asked,
        Err(errors) => return draw(&app, &staff, reference, &form, &Done::default(), errors).await,
    };
    let (name, done) = match &asked {
        Asked::Finding { .. } => ("finding", "finding-recorded"),
        Asked::Check { .. } => ("check", "check-recorded"),
        Asked::Contact { .. } => ("contact", "contact-recorded"),
    };
    let acted = act(&app, &staff, &reference, &form, move |_, _, sealer| {
        let command = match &asked {
            Asked::Finding { body, fault, injustice, systemic } => Command::RecordFinding {
                body: *body,
                fault: sealer.words(fault)?,
                injustice: sealer.optional(injustice)?,
                systemic: *systemic,
            },
            Asked::Check { check, version, note } => Command::RecordCheck {
                check: *check,
                version: Some(version.clone()).filter(|version| !version.is_empty()),
                note: sealer.words(note)?,
            },
            Asked::Contact { purpose, note } => {
                Command::RecordContact { purpose: *purpose, note: sealer.words(note)? }
            }
        };
        Ok(vec![command])
    });
    match acted.await? {
        Acted::Done(_) => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/findings?done={done}#{name}s"))))
        }
        Acted::Wrong(errors) => {
            draw(&app, &staff, reference, &form, &Done::default(), named(name, errors)).await
        }
        Acted::Meanwhile(page) => Ok(page),
    }
}
