//! One question: have you had it? The answer goes to the caseworker; nobody else is told.

use amends_core::{command::Command, recommendation::Recommendation};
use axum::extract::{Path, State};
use serde::Serialize;

use super::progress::{Complaint, asked_as, sum};
use crate::{
    i18n,
    office::Ask,
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::Form,
        outside::{ContactCard, drawn, outcome, same_case, told},
        visit::Outside,
    },
};

#[derive(Serialize)]
struct Page<'a> {
    number: u16,
    wording: &'a str,
    asked_as: &'a str,
    answer: &'a str,
    note: &'a str,
    reference: &'a str,
    contact: &'a ContactCard,
}

/// The question.
pub async fn show(State(app): State<App>, outside: Outside, Path(number): Path<u16>) -> Answer {
    let complaint = Complaint::load(&app, &outside).await?;
    draw(&app, &outside, &complaint, complaint.one(number)?, &Form::default(), Vec::new())
}

/// The answer.
pub async fn answer(State(app): State<App>, outside: Outside, Path(number): Path<u16>, form: Form) -> Answer {
    let complaint = Complaint::load(&app, &outside).await?;
    same_case(&form, &complaint.case)?;
    let one = complaint.one(number)?;
    let mut reading = form.read(outside.visit.language);
    let note = reading.optional("note");
    let had_it = match form.get("answer") {
        "yes" => Some(true),
        "no" => Some(false),
        "not-sure" if note.is_empty() => return Ok(see(outside.visit.to("/my-complaint?done=not-sure"))),
        "not-sure" => {
            reading.error("note", "complaint-note-not-kept");
            None
        }
        _ => {
            reading.error("answer", "complaint-had-it-missing");
            None
        }
    };
    let Some(had_it) = had_it else {
        return draw(&app, &outside, &complaint, one, &form, reading.errors());
    };
    let (actor, case, number, link) = (outside.actor(), complaint.case.id, one.number, outside.link);
    let done = app.work(move |office| {
        let mut sealer = office.sealer();
        let command = Command::RecordHadIt { number, had_it, note: sealer.optional(&note)? };
        office.act(&Ask::new(&actor, case), &[command], &sealer.into_kept())?;
        office.link_used(link)
    });
    match outcome(done.await, outside.visit.language)? {
        Ok(()) => {
            let done = if had_it { "had-it" } else { "had-it-not" };
            Ok(see(outside.visit.to(&format!("/my-complaint?done={done}"))))
        }
        Err(error) => draw(&app, &outside, &complaint, one, &form, vec![error]),
    }
}

fn draw(
    app: &App,
    outside: &Outside,
    complaint: &Complaint,
    one: &Recommendation,
    form: &Form,
    errors: Vec<FieldError>,
) -> Answer {
    let kind = asked_as(one);
    let title = match (kind, sum(one)) {
        ("money", Some(sum)) => told(complaint.language, "complaint-ask-money", [("sum", sum)]),
        ("money", None) => i18n::t(complaint.language, "complaint-ask-money-plain"),
        _ => i18n::t(complaint.language, &format!("complaint-ask-{kind}")),
    };
    let mut frame = app.frame(&outside.visit, title);
    frame.home = outside.visit.to("/my-complaint");
    frame.back = Some(outside.visit.to("/my-complaint"));
    frame.errors = errors;
    let page = Page {
        number: one.number.0,
        wording: one.terms.wording.as_str(),
        asked_as: kind,
        answer: form.get("answer"),
        note: form.get("note"),
        reference: &complaint.case.reference.0,
        contact: &complaint.contact,
    };
    drawn(app, "complainant/had_it.html", &outside.visit, &frame, page)
}
