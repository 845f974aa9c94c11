//! The draft round: what is out, who has answered and who is silent, and how comments are considered (R9–R21).

mod acts;
mod view;

use amends_core::{
    case::{Case, Stage},
    command::Command,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::{get, post},
};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    confirming::{self, Checked, Words},
    matter::{self, Matter, Row, Seen, led_to},
    shown::Done,
};
use crate::{
    office::{ActError, Office},
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
        .route("/cases/{reference}/draft", get(show))
        .route("/cases/{reference}/draft/send", get(set_up).post(send))
        .route("/cases/{reference}/draft/{act}", post(acts::act))
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, &reference, Seen::fresh(done)).await
}

/// The page of the round, fresh or with a form shown again.
pub(super) async fn draw(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Answer {
    matter::draw(app, staff, reference, ("/draft", "staff/draft.html"), seen, view::round).await
}

/// The set-up of a draft: who gets it, and by when they are asked to comment.
#[derive(Serialize)]
struct SetUp {
    draft: u8,
    recipients: Vec<Row>,
    has_complainant: bool,
    default_by: String,
    explanation: Vec<String>,
    already: bool,
    early: Vec<String>,
}

fn next_draft(case: &Case) -> u8 {
    case.latest_draft().map_or(1, |round| round.draft.saturating_add(1))
}

fn view_set_up(office: &Office, matter: &Matter, _: &Staff) -> Result<(String, SetUp), ActError> {
    let (case, language) = (&matter.case, matter.language);
    let profile = office.profile_of(case)?;
    let due = profile.comment_period.compute(matter.today, office.calendar()).ok();
    let mut recipients = Vec::new();
    for body in case.bodies.iter().filter(|body| case.live().any(|one| one.terms.addressee == **body)) {
        let contacts = office.written_to(*body, None)?;
        let all = contacts.iter().map(|contact| format!("{} ({})", contact.name, contact.address));
        let address = Some(all.collect::<Vec<_>>().join(", ")).filter(|all| !all.is_empty());
        let address = address.unwrap_or_else(|| matter.t("draft-no-address"));
        recipients.push(Row::new(matter.body(*body), address));
    }
    if let Some(person) = case.complainant.as_ref().filter(|_| case.has_complainant_to_ask()) {
        let language_name = matter.t(&format!("check-language-{}", person.language.tag()));
        recipients.push(Row::new(person.name.as_str(), language_name));
    }
    let early = case.live().filter(|one| one.early_action_authorised);
    let draft = next_draft(case);
    let title = super::shown::told(language, "draft-set-up-title", [("draft", &draft.to_string())]);
    let view = SetUp {
        draft,
        recipients,
        has_complainant: case.has_complainant_to_ask(),
        default_by: due.as_ref().map(|due| due.date.to_string()).unwrap_or_default(),
        explanation: due
            .iter()
            .flat_map(|due| &due.explanation)
            .map(|line| line.get(language).to_owned())
            .collect(),
        already: case.stage() == Stage::OutForComment,
        early: early.map(|one| matter.reference(one.number)).collect(),
    };
    Ok((title, view))
}

async fn draw_set_up(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Answer {
    matter::draw(app, staff, reference, ("/draft", "staff/draft_send.html"), seen, view_set_up).await
}

async fn set_up(State(app): State<App>, staff: Staff, Path(reference): Path<String>) -> Answer {
    let wanted = reference.clone();
    let by = app.work(move |office| default_by(office, &wanted)).await?;
    let mut form = Form::default();
    if let Some(by) = by {
        form = dated(dated(form, "bodies_by", by), "complainant_by", by);
    }
    draw_set_up(&app, &staff, &reference, Seen { form, ..Seen::default() }).await
}

fn default_by(office: &Office, reference: &str) -> Result<Option<Date>, ActError> {
    let case = office.by_reference(reference)?.case;
    let period = &office.profile_of(&case)?.comment_period;
    Ok(period.compute(office.today(), office.calendar()).ok().map(|due| due.date))
}

/// A form with a date filled in, part by part.
pub(super) fn dated(form: Form, field: &str, date: Date) -> Form {
    form.with(&format!("{field}-day"), date.day().to_string())
        .with(&format!("{field}-month"), date.month().to_string())
        .with(&format!("{field}-year"), date.year().to_string())
}

async fn send(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let bodies_by = reading.date("bodies_by", "draft-bodies-by-missing");
    let complainant_by = reading.optional_date("complainant_by");
    let errors = reading.errors();
    let (Some(bodies_by), true) = (bodies_by, errors.is_empty()) else {
        return draw_set_up(&app, &staff, &reference, Seen::again(&form, errors)).await;
    };
    let words = Words {
        section: "/draft",
        title: "draft-check-title",
        button: "draft-check-button",
        consequences: vec!["draft-check-both", "draft-guard"],
    };
    let command = Command::IssueDraft { bodies_by, complainant_by };
    match confirming::check(&app, &staff, &reference, &form, words, |_, _, _| Ok(vec![command])).await? {
        Checked::Done => Ok(see(staff.visit.to(&format!("/cases/{reference}/draft?done=draft-sent")))),
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => draw_set_up(&app, &staff, &reference, Seen::again(&form, errors)).await,
    }
}

/// Shows the page of the round again with the errors of one of its forms.
async fn wrong(
    app: &App,
    staff: &Staff,
    reference: &str,
    form: &Form,
    (name, errors): (&str, Vec<crate::render::frame::FieldError>),
) -> Result<axum::response::Response, Problem> {
    draw(app, staff, reference, Seen::again(form, led_to(name, errors))).await
}
