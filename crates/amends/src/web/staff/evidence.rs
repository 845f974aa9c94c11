//! Evidence: what came for each recommendation, what is entered by hand, and its review beside its own list (R24–R27, R32).

mod preview;
mod review;

use amends_core::{
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    id::{EvidenceId, RecommendationNumber},
    recommendation::Recommendation,
    text::Language,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::get,
};
use serde::Serialize;

use super::{
    acting::{self, Acted},
    matter::{self, Matter, Seen, led_to},
    shown::{Choice, Clock, Done, Tag},
};
use crate::{
    office::{ActError, Office, Sealer, StoredFile},
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::Form,
        visit::Staff,
    },
};

pub(super) use review::{Look, draw as draw_review};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/evidence", get(show).post(enter))
        .route("/cases/{reference}/evidence/{number}", get(review::show))
}

/// The list.
#[derive(Serialize)]
struct Page {
    rows: Vec<Row>,
    targets: Vec<Choice>,
    decided: bool,
}

/// One recommendation of the list.
#[derive(Serialize)]
struct Row {
    number: u16,
    reference: String,
    wording: String,
    body: String,
    tag: Tag,
    clock: Option<Clock>,
    came: usize,
    last: Option<String>,
    had_it: Option<bool>,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    let form = super::draft::dated(Form::default(), "enter-received_on", app.office.today());
    draw(&app, &staff, &reference, Seen { form, done, ..Seen::default() }).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Answer {
    matter::draw(app, staff, reference, ("/evidence", "staff/evidence.html"), seen, view).await
}

fn view(office: &Office, matter: &Matter, _: &Staff) -> Result<(String, Page), ActError> {
    let case = &matter.case;
    let open = case.live().filter(|one| !one.state().is_terminal());
    let page = Page {
        rows: case.live().map(|one| row(office, matter, one)).collect::<Result<_, _>>()?,
        targets: open.map(|one| Choice::new(one.number.to_string(), matter.reference(one.number))).collect(),
        decided: case.is_decided(),
    };
    Ok((matter.t("evidence-title"), page))
}

fn row(office: &Office, matter: &Matter, one: &Recommendation) -> Result<Row, ActError> {
    let last = one.evidence.last().and_then(|id| matter.case.submission(*id));
    Ok(Row {
        number: one.number.0,
        reference: matter.reference(one.number),
        wording: one.terms.wording.as_str().to_owned(),
        body: matter.body(one.terms.addressee),
        tag: matter.tag(one),
        clock: matter.clock(office, one)?,
        came: one.evidence.len(),
        last: last.map(|found| found.submission.received_on.to_string()),
        had_it: one.had_it,
    })
}

/// What somebody entered by hand, read and not yet sealed.
struct Entered {
    numbers: Vec<RecommendationNumber>,
    received_on: jiff::civil::Date,
    dated_on: Option<jiff::civil::Date>,
    done_on: Option<jiff::civil::Date>,
    statement: String,
    paid: Option<amends_core::money::Pence>,
    language: Option<Language>,
    files: Vec<StoredFile>,
}

fn read(form: &Form, staff: &Staff) -> (Option<Entered>, Vec<FieldError>) {
    let mut reading = form.read(staff.visit.language);
    let numbers: Vec<_> = form.all("enter-numbers").iter().filter_map(|text| text.parse().ok()).collect();
    if numbers.is_empty() {
        reading.error("enter-numbers", "evidence-enter-numbers-missing");
    }
    let received_on = reading.date("enter-received_on", "draft-received-on-missing");
    let dated_on = reading.optional_date("enter-dated_on");
    let done_on = reading.optional_date("enter-done_on");
    let paid = reading.optional_money("enter-paid");
    let entered = received_on.map(|received_on| Entered {
        numbers: numbers.into_iter().map(RecommendationNumber).collect(),
        received_on,
        dated_on,
        done_on,
        statement: reading.optional("enter-statement"),
        paid,
        language: form.get("enter-language").parse().ok(),
        files: form.files("enter-files").into_iter().cloned().collect(),
    });
    (entered, reading.errors())
}

async fn enter(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    let (entered, errors) = read(&form, &staff);
    let Some(entered) = entered.filter(|_| errors.is_empty()) else {
        return draw(&app, &staff, &reference, Seen::again(&form, errors)).await;
    };
    let make = move |_: &Office, case: &amends_core::case::Case, sealer: &mut Sealer| {
        commands(&entered, case, sealer)
    };
    match acting::act(&app, &staff, &reference, &form, make).await? {
        Acted::Done(_) => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/evidence?done=evidence-entered"))))
        }
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => {
            draw(&app, &staff, &reference, Seen::again(&form, led_to("enter", errors))).await
        }
    }
}

/// One submission for each body the recommendations are addressed to: evidence of one is no evidence of the other (E11).
fn commands(
    entered: &Entered,
    case: &amends_core::case::Case,
    sealer: &mut Sealer,
) -> Result<Vec<Command>, ActError> {
    let mut bodies: Vec<_> = Vec::new();
    for number in &entered.numbers {
        let one = case.recommendation(*number).ok_or(ActError::NotFound("recommendation"))?;
        match bodies.iter_mut().find(|(body, _)| *body == one.terms.addressee) {
            Some((_, targets)) => targets,
            None => {
                bodies.push((one.terms.addressee, Vec::new()));
                let Some((_, targets)) = bodies.last_mut() else { continue };
                targets
            }
        }
        .push(Target { number: *number, items: Vec::new() });
    }
    let mut commands = Vec::new();
    for (body, targets) in bodies {
        let mut files = Vec::new();
        for file in &entered.files {
            files.push(FileRef {
                digest: file.digest,
                name: sealer.words(&file.name)?,
                media_type: file.media_type.clone(),
                size: file.size,
            });
        }
        commands.push(Command::ReceiveEvidence(Box::new(Submission {
            evidence: EvidenceId(sealer.id()?),
            body,
            targets,
            via: Via::Hand,
            received_on: entered.received_on,
            dated_on: entered.dated_on,
            done_on: entered.done_on,
            statement: sealer.optional(&entered.statement)?,
            files,
            paid: entered.paid,
            language: entered.language,
        })));
    }
    Ok(commands)
}
