//! Handing a message in, as a mail server would: what becomes of it is told by the rules of R29.

use axum::{
    extract::State,
    response::{IntoResponse as _, Response},
};
use serde::Serialize;

use super::opening::navigation;
use crate::{
    i18n::{self, args},
    office::mailroom::TakenIn,
    render::frame::{FieldError, Notice},
    web::{
        app::{Answer, App, again, with_errors},
        form::Form,
        problem::Problem,
        visit::Visit,
    },
};

#[derive(Serialize)]
struct Page {
    action: String,
}

/// The form.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    draw(&app, &visit, None, Vec::new())
}

fn draw(
    app: &App,
    visit: &Visit,
    said: Option<String>,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let bad = !errors.is_empty();
    let mut frame = app.frame(visit, i18n::t(visit.language, "demo-mail-title"));
    frame.navigation = navigation(visit);
    frame.notice = said.map(Notice::done);
    let frame = with_errors(frame, errors);
    let html = app.page("demo/mail.html", visit, &frame, Page { action: visit.to("/demo/mail") })?;
    Ok(if bad { again(html) } else { html.into_response() })
}

/// Takes the message in by the office's own rules.
pub(super) async fn hand_in(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let Some(digest) = form.files("message").first().map(|file| file.digest) else {
        let missing = FieldError::new("message", i18n::t(visit.language, "demo-mail-missing"));
        return draw(&app, &visit, None, vec![missing]);
    };
    let taken = app
        .work(move |office| {
            let raw = office.blobs().read(digest)?;
            office.take_in(&raw)
        })
        .await?;
    draw(&app, &visit, Some(told(&visit, &taken)), Vec::new())
}

/// What became of the message, in a sentence.
fn told(visit: &Visit, taken: &TakenIn) -> String {
    let numbers: Vec<String> = taken.numbers.iter().map(ToString::to_string).collect();
    let key =
        if taken.again { "demo-mail-again".to_owned() } else { format!("demo-mail-{}", taken.state.code()) };
    let reason = taken.reason.as_deref().map(|key| i18n::t(visit.language, key)).unwrap_or_default();
    let case = taken.case.as_ref().map(ToString::to_string).unwrap_or_default();
    i18n::tr(
        visit.language,
        &key,
        &args([("case", case), ("numbers", numbers.join(", ")), ("reason", reason)]),
    )
}
