//! A form that asks something of a case: built into commands, put to the rules, and answered without losing what was typed.

use std::sync::Arc;

use amends_core::{case::Case, command::Command, text::Words, timeline::Viewer};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use super::history::{self, Happened};
use crate::{
    i18n,
    office::{ActError, Ask, Office, Sealer},
    render::frame::FieldError,
    web::{
        app::App,
        form::{Form, refused},
        problem::Problem,
        visit::Staff,
    },
};

/// How a form fared.
pub enum Acted {
    /// It was taken.
    Done(Arc<Case>),
    /// A rule stands against it; the form is shown again with these errors.
    Wrong(Vec<FieldError>),
    /// Somebody changed the case meanwhile; the page that says so, with what was typed.
    Meanwhile(Response),
}

enum Outcome {
    Done(Arc<Case>),
    Wrong(FieldError),
    Changed(Vec<Happened>, u32),
}

/// Puts what a form asks to the rules. The form's `seq` says what its writer had seen.
///
/// # Errors
/// Where the case is not there, the reader may not, or the memory fails.
pub async fn act<F>(app: &App, staff: &Staff, reference: &str, form: &Form, make: F) -> Result<Acted, Problem>
where
    F: FnOnce(&Office, &Case, &mut Sealer) -> Result<Vec<Command>, ActError> + Send + 'static,
{
    let (actor, language) = (staff.actor(), staff.visit.language);
    let (seq, wanted) = (form.get("seq").parse::<u32>().ok(), reference.to_owned());
    let outcome = app
        .work(move |office| {
            let loaded = office.by_reference(&wanted)?;
            let mut sealer = office.sealer();
            let mut ask = Ask::new(&actor, loaded.case.id);
            ask.expected_seq = seq;
            let done = make(office, &loaded.case, &mut sealer)
                .and_then(|commands| office.act(&ask, &commands, &sealer.into_kept()));
            match done {
                Ok(case) => Ok(Outcome::Done(case)),
                Err(ActError::Refused(refusal)) => Ok(Outcome::Wrong(refused(&refusal, language))),
                Err(ActError::Changed { since }) => {
                    let now = office.load(loaded.case.id)?.case;
                    Ok(Outcome::Changed(
                        history::happened(office, &now, &since, Viewer::Staff, language)?,
                        now.seq,
                    ))
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(match outcome {
        Outcome::Done(case) => Acted::Done(case),
        Outcome::Wrong(error) => Acted::Wrong(vec![error]),
        Outcome::Changed(since, seq) => Acted::Meanwhile(meanwhile(app, staff, form, since, seq)?),
    })
}

#[derive(Serialize)]
struct Meanwhile<'a> {
    since: Vec<Happened>,
    seq: u32,
    fields: Vec<(&'a str, &'a str)>,
    action: &'a str,
}

/// "Somebody changed this while you were writing": what they did, what was typed, and both ways on.
fn meanwhile(
    app: &App,
    staff: &Staff,
    form: &Form,
    since: Vec<Happened>,
    seq: u32,
) -> Result<Response, Problem> {
    let fields = form.pairs().filter(|(field, _)| *field != "seq").collect();
    let frame = staff.frame(app, i18n::t(staff.visit.language, "staff-changed-title"));
    let page = Meanwhile { since, seq, fields, action: &staff.visit.path_and_query };
    let html = app.page("staff/changed.html", &staff.visit, &frame, page)?;
    Ok((axum::http::StatusCode::CONFLICT, html).into_response())
}

/// A text, sealed; the words already in the record where they say the same, so that nothing is recorded twice.
///
/// # Errors
/// Where the machine gives no chance.
pub fn keep(sealer: &mut Sealer, text: &str, before: Option<&Words>) -> Result<Words, ActError> {
    match before {
        Some(words) if words.as_str() == text.trim() => Ok(words.clone()),
        _ => Ok(sealer.words(text)?),
    }
}

/// A text that may be blank, sealed as [`keep`] does.
///
/// # Errors
/// Where the machine gives no chance.
pub fn keep_optional(
    sealer: &mut Sealer,
    text: &str,
    before: Option<&Words>,
) -> Result<Option<Words>, ActError> {
    if text.trim().is_empty() { Ok(None) } else { keep(sealer, text, before).map(Some) }
}

/// Errors of the rules name the fields of a command; on a page with several forms each field has the form's name before it.
pub fn named(form: &str, errors: Vec<FieldError>) -> Vec<FieldError> {
    errors.into_iter().map(|error| FieldError { field: format!("{form}-{}", error.field), ..error }).collect()
}
