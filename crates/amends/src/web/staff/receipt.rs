//! Facts from which dates run, and failures that must be looked at: receipts, awaited events, special reports (I3, E17, E39, R37).

use amends_core::{
    case::Case,
    command::Command,
    id::{BodyId, RecommendationNumber},
    period::DueSpec,
    recommendation::{Judgement, Recommendation},
};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::{get, post},
};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    acting::{self, Acted},
    draft::dated,
    matter::{self, Matter, Seen, TermsShown, due_words, led_to},
    shown::{Choice, Done},
};
use crate::{
    office::{ActError, Office, Sealer},
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/receipt", get(show))
        .route("/cases/{reference}/receipt/{act}", post(act))
}

/// The page.
#[derive(Serialize)]
struct Page {
    issued: bool,
    receipts: Vec<Received>,
    bodies: Vec<Choice>,
    waiting: Vec<String>,
    events: Vec<Awaited>,
    failures: Vec<Failure>,
    may_consider: bool,
    report_name: String,
    report_citation: String,
}

/// A receipt that was recorded.
#[derive(Serialize)]
struct Received {
    body: String,
    received_on: String,
    shown_by: String,
    disputed: Option<String>,
}

/// A recommendation whose date waits for an event.
#[derive(Serialize)]
struct Awaited {
    terms: TermsShown,
    when: String,
    date: Option<String>,
}

/// A recommendation that was not met or was refused.
#[derive(Serialize)]
struct Failure {
    terms: TermsShown,
    reasons: String,
    considered: bool,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    let form = dated(Form::default(), "receipt-received_on", app.office.today());
    draw(&app, &staff, &reference, Seen { form, done, ..Seen::default() }).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Answer {
    matter::draw(app, staff, reference, ("/decision", "staff/receipt.html"), seen, view).await
}

fn view(office: &Office, matter: &Matter, staff: &Staff) -> Result<(String, Page), ActError> {
    let case = &matter.case;
    let profile = office.profile_of(case)?;
    let waiting = case.live().filter(|one| one.decided && one.dates.is_empty() && !one.state().is_terminal());
    let may_consider = case.live().any(|one| {
        let command = Command::RecordSpecialReportConsidered {
            number: one.number,
            conclusion: one.terms.wording.clone(),
        };
        matter.may(staff, &command)
    });
    let page = Page {
        issued: case.decided_on().is_some(),
        receipts: case
            .receipts
            .iter()
            .map(|receipt| Received {
                body: matter.body(receipt.body),
                received_on: receipt.received_on.to_string(),
                shown_by: receipt.shown_by.as_str().to_owned(),
                disputed: receipt.disputed.as_ref().map(|words| words.as_str().to_owned()),
            })
            .collect(),
        bodies: case.bodies.iter().map(|body| Choice::new(body.to_string(), matter.body(*body))).collect(),
        waiting: waiting.map(|one| matter.reference(one.number)).collect(),
        events: case.live().filter_map(|one| awaited(matter, one)).collect(),
        failures: case.live().filter_map(|one| failure(matter, one)).collect(),
        may_consider,
        report_name: profile.non_compliance.name.get(matter.language).to_owned(),
        report_citation: profile.non_compliance.citation.clone(),
    };
    Ok((matter.t("receipt-title"), page))
}

fn awaited(matter: &Matter, one: &Recommendation) -> Option<Awaited> {
    let due = one.terms.evidence_due.as_ref().filter(|due| matches!(due, DueSpec::OnEvent { .. }))?;
    if !one.decided || one.state().is_terminal() {
        return None;
    }
    Some(Awaited {
        terms: matter.terms(one.number, &one.terms),
        when: due_words(due, matter.language),
        date: one.evidence_due_on().map(|date| date.to_string()),
    })
}

fn failure(matter: &Matter, one: &Recommendation) -> Option<Failure> {
    let reasons = match one.judgement.as_ref()? {
        Judgement::NotMet { reasons } | Judgement::Refused { reasons, .. } => reasons,
        Judgement::Met { .. }
        | Judgement::TreatedAsMet { .. }
        | Judgement::Ceased { .. }
        | Judgement::Superseded { .. } => return None,
    };
    Some(Failure {
        terms: matter.terms(one.number, &one.terms),
        reasons: reasons.as_str().to_owned(),
        considered: matter.case.special_report_considered.contains(&one.number),
    })
}

/// What a form asks, read and not yet sealed.
enum Asked {
    Receipt { body: BodyId, on: Date, shown_by: String, disputed: String },
    Event { number: RecommendationNumber, on: Date },
    Considered { number: RecommendationNumber, conclusion: String },
}

fn read(name: &str, form: &Form, staff: &Staff) -> Result<(Option<Asked>, Vec<FieldError>, String), Problem> {
    let mut reading = form.read(staff.visit.language);
    let number = form.get("number").parse().ok().map(RecommendationNumber);
    let fields = match (name, number) {
        ("receipt", _) => "receipt".to_owned(),
        ("event" | "special-report", Some(number)) => format!("{name}-{number}"),
        _ => return Err(Problem::NotFound),
    };
    let field = |part: &str| format!("{fields}-{part}");
    let asked = match (name, number) {
        ("event", Some(number)) => {
            reading.date(&field("happened_on"), "receipt-event-missing").map(|on| Asked::Event { number, on })
        }
        ("special-report", Some(number)) => {
            let conclusion = reading.text(&field("conclusion"), "receipt-conclusion-missing");
            Some(Asked::Considered { number, conclusion })
        }
        _ => {
            let body = reading.parsed(&field("body"), "draft-body-missing");
            let on = reading.date(&field("received_on"), "receipt-date-missing");
            let shown_by = reading.text(&field("shown_by"), "receipt-shown-by-missing");
            let disputed = reading.optional(&field("disputed"));
            body.zip(on).map(|(body, on)| Asked::Receipt { body, on, shown_by, disputed })
        }
    };
    Ok((asked, reading.errors(), fields))
}

async fn act(
    State(app): State<App>,
    staff: Staff,
    Path((reference, name)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let (asked, errors, fields) = read(&name, &form, &staff)?;
    let Some(asked) = asked.filter(|_| errors.is_empty()) else {
        return draw(&app, &staff, &reference, Seen::again(&form, errors)).await;
    };
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| {
        Ok(vec![match asked {
            Asked::Receipt { body, on, shown_by, disputed } => Command::RecordReceipt {
                body,
                received_on: on,
                shown_by: sealer.words(&shown_by)?,
                disputed: sealer.optional(&disputed)?,
                instrument: None,
            },
            Asked::Event { number, on } => Command::RecordEvent { number, happened_on: on },
            Asked::Considered { number, conclusion } => {
                Command::RecordSpecialReportConsidered { number, conclusion: sealer.words(&conclusion)? }
            }
        }])
    };
    match acting::act(&app, &staff, &reference, &form, make).await? {
        Acted::Done(_) => Ok(see(staff.visit.to(&format!("/cases/{reference}/receipt?done=receipt-{name}")))),
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => {
            draw(&app, &staff, &reference, Seen::again(&form, led_to(&fields, errors))).await
        }
    }
}
