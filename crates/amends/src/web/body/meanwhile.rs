//! Two people of a body answer at once: the second is shown what the first said, and chooses; nothing is overwritten.

use amends_core::{
    id::RecommendationNumber,
    recommendation::{Answer, Position, Recommendation},
};
use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde::Serialize;

use super::{
    answers::{AnswerView, FIELDS, asks, field_of, typed},
    frame_behind,
    matter::{Matter, terms},
};
use crate::{
    i18n,
    render::frame::FieldError,
    web::{app::App, form::Form, problem::Problem, visit::Outside},
};

/// What the writer of a form had seen: how many answers there were to each recommendation.
pub(super) fn seen(matter: &Matter) -> String {
    let count = |one: &Recommendation| format!("{}:{}", one.number, one.positions.len());
    matter.proposed().into_iter().map(count).collect::<Vec<_>>().join(",")
}

/// The field that says a colleague's answer stands.
pub(super) fn mark(number: RecommendationNumber) -> String {
    format!("theirs-{number}")
}

/// Does a colleague's answer to this one stand, so that it is not sent again?
pub(super) fn stands(form: &Form, one: &Recommendation) -> bool {
    form.has(&mark(one.number))
}

/// A recommendation that both answered, and not alike.
#[derive(Serialize)]
struct Both {
    number: u16,
    on: String,
    theirs: AnswerView,
    mine: AnswerView,
    error: Option<String>,
}

#[derive(Serialize)]
struct Page<'a> {
    both: Vec<Both>,
    fields: Vec<(&'a str, &'a str)>,
    seen: String,
}

/// The form on what stands now. Where a colleague answered otherwise meanwhile, the page that shows both answers instead;
/// what its reader chooses is worked in.
///
/// # Errors
/// Where the page cannot be drawn.
pub(super) fn settled(
    app: &App,
    outside: &Outside,
    matter: &Matter,
    form: Form,
) -> Result<Result<Form, Response>, Problem> {
    let now = seen(matter);
    let choosing = form.get("step") == "settle";
    if form.get("seen") == now && !choosing {
        return Ok(Ok(form));
    }
    let before: Vec<&str> = form.get("seen").split(',').collect();
    let is_new = |one: &Recommendation| {
        let asked = form.all("asked").iter().any(|number| *number == one.number.to_string());
        asked || !before.contains(&format!("{}:{}", one.number, one.positions.len()).as_str())
    };
    let differing: Vec<(&Recommendation, &Position)> = matter
        .proposed()
        .into_iter()
        .filter(|one| is_new(one) && form.has(&field_of("answer", one.number)))
        .filter_map(|one| one.position().map(|position| (one, position)))
        .filter(|(one, position)| !alike(&form, one, position))
        .collect();
    let (mut settled, mut errors) = (form.clone(), Vec::new());
    for (one, position) in &differing {
        let field = format!("keep-{}", one.number);
        match form.get(&field) {
            "mine" if choosing => {}
            "theirs" if choosing => settled = filled(settled, one, position).with(&mark(one.number), "1"),
            _ => errors.push(FieldError::new(field, i18n::t(matter.language, "portal-meanwhile-choose"))),
        }
    }
    if errors.is_empty() {
        let step = if choosing { "check" } else { form.get("step") };
        return Ok(Ok(settled.with("seen", now).with("step", step)));
    }
    meanwhile(app, outside, matter, &form, &differing, if choosing { errors } else { Vec::new() }).map(Err)
}

fn meanwhile(
    app: &App,
    outside: &Outside,
    matter: &Matter,
    form: &Form,
    differing: &[(&Recommendation, &Position)],
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let both = differing
        .iter()
        .map(|(one, position)| Both {
            number: one.number.0,
            on: position.received_on.to_string(),
            theirs: typed(matter, &filled(Form::default(), one, position), one),
            mine: typed(matter, form, one),
            error: errors
                .iter()
                .find(|error| error.field == format!("keep-{}", one.number))
                .map(|error| error.text.clone()),
        })
        .collect();
    let own = |field: &str| !matches!(field, "step" | "seen" | "asked") && !field.starts_with("keep-");
    let mut frame = frame_behind(app, outside, matter, "portal-meanwhile-title", "/portal");
    frame.errors = errors;
    let page =
        Page { both, fields: form.pairs().filter(|(field, _)| own(field)).collect(), seen: seen(matter) };
    let html = app.page("body/answers_meanwhile.html", &outside.visit, &frame, page)?;
    Ok((StatusCode::CONFLICT, html).into_response())
}

/// The form with an answer as it would be typed to say the same.
fn filled(form: Form, one: &Recommendation, position: &Position) -> Form {
    let put = |form: Form, field: &str, value: &str| form.with(&field_of(field, one.number), value);
    let form = FIELDS.iter().fold(form, |form, field| put(form, field, ""));
    match &position.answer {
        Answer::Agree => put(form, "answer", "agree"),
        Answer::AgreeWithChange { wording, evidence_due_on, reason } => {
            let words = wording.as_ref().unwrap_or(&terms(one).wording).as_str();
            let form = put(put(put(form, "answer", "change"), "wording", words), "reason", reason.as_str());
            match evidence_due_on {
                None => form,
                Some(day) => {
                    let form = put(form, "until-day", &day.day().to_string());
                    let form = put(form, "until-month", &day.month().to_string());
                    put(form, "until-year", &day.year().to_string())
                }
            }
        }
        Answer::AlreadyDone { account } => put(put(form, "answer", "done"), "account", account.as_str()),
        Answer::Disagree { reasons } => put(put(form, "answer", "disagree"), "reasons", reasons.as_str()),
        Answer::Question { question } => put(put(form, "answer", "question"), "question", question.as_str()),
    }
}

/// Does the form say what was answered? Our own wording is no change of it, and fields that the answer does not ask for
/// do not count.
fn alike(form: &Form, one: &Recommendation, position: &Position) -> bool {
    let theirs = filled(Form::default(), one, position);
    let answer = field_of("answer", one.number);
    let said = |form: &Form, field: &str| match form.get(&field_of(field, one.number)).trim() {
        "" if field == "wording" => terms(one).wording.as_str().trim().to_owned(),
        typed => typed.to_owned(),
    };
    form.get(&answer) == theirs.get(&answer)
        && FIELDS
            .iter()
            .filter(|field| asks(theirs.get(&answer), field))
            .all(|field| said(form, field) == said(&theirs, field))
}
