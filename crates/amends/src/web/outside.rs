//! What pages for people outside the office share: the door their links open, a recommendation's status, the form's own case.

pub mod door;

use amends_core::{
    case::Case,
    period::days_between,
    recommendation::{Judgement, Recommendation, State},
    text::Language,
};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    app::{Answer, App},
    form::Form,
    problem::Problem,
    visit::Visit,
};
use crate::{
    i18n::{self, Args},
    office::{ActError, Office},
    render::frame::{FieldError, Frame, Notice},
};

/// A date this many days off is near.
const NEAR_DAYS: i32 = 14;

/// A status as the component `status_tag` takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// The word of the status.
    pub state: &'static str,
    /// Days until or since, where the status tells them.
    pub days: Option<i32>,
}

/// The status of a recommendation on a day.
pub fn tag(one: &Recommendation, today: Date) -> Tag {
    let plain = |state| Tag { state, days: None };
    match one.state() {
        State::Draft => plain("draft"),
        State::Proposed => plain("proposed"),
        State::Withdrawn | State::Ceased | State::Superseded => plain("withdrawn"),
        State::EvidenceReceived | State::UnderReview => plain("evidence_in"),
        State::FurtherEvidenceRequested => plain("more_needed"),
        State::MetOnTime => plain("met"),
        State::MetLate => Tag { state: "met_late", days: days_late(one) },
        State::TreatedAsMet => plain("treated_met"),
        State::NotMet | State::Refused => plain("not_met"),
        State::Due => match one.evidence_due_on().map(|due| days_between(today, due)) {
            Some(left) if left < 0 => Tag { state: "overdue", days: Some(-left) },
            Some(left) if left <= NEAR_DAYS => Tag { state: "due_soon", days: Some(left) },
            Some(_) | None => plain("agreed"),
        },
    }
}

fn days_late(one: &Recommendation) -> Option<i32> {
    match &one.judgement {
        Some(Judgement::Met { days_late, .. }) => Some(*days_late),
        _ => None,
    }
}

/// A form names the case it was drawn for. Where another link was opened since, nothing may go to the wrong case.
///
/// # Errors
/// [`Problem::OtherLink`] where it is another case.
pub fn same_case(form: &Form, case: &Case) -> Result<(), Problem> {
    if form.get("for") == case.reference.0 { Ok(()) } else { Err(Problem::OtherLink) }
}

/// Who handles a case, as people outside may know them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactCard {
    /// Their name, or the office's.
    pub name: String,
    /// What they do, in the reader's language.
    pub role: String,
    /// The office's telephone number.
    pub telephone: String,
    /// The office's address for messages.
    pub email: String,
    /// The case's reference, to be named.
    pub reference: String,
}

/// The contact card of a case.
///
/// # Errors
/// Where the memory fails.
pub fn contact_card(office: &Office, case: &Case, language: Language) -> Result<ContactCard, ActError> {
    let handler = office.staff_member(case.handler)?;
    let profile = office.profile_of(case)?;
    let email = match &office.config().mail.address {
        Some(address) => address.clone(),
        None => profile.mail_address.clone(),
    };
    Ok(ContactCard {
        name: handler.map_or_else(|| i18n::t(language, "letter-sender-office"), |staff| staff.name),
        role: profile.roles.caseworker.get(language).to_owned(),
        telephone: office.config().site.telephone.clone(),
        email,
        reference: case.reference.to_string(),
    })
}

/// A sentence with texts in it.
pub fn told<const N: usize>(language: Language, key: &str, values: [(&'static str, String); N]) -> String {
    i18n::tr(language, key, &i18n::args(values))
}

/// A sentence with a number in it.
pub fn counted(language: Language, key: &str, count: usize) -> String {
    let mut args = Args::new();
    args.set("count", i64::try_from(count).unwrap_or(i64::MAX));
    i18n::tr(language, key, &args)
}

/// Shows what was done, by the key in the address; a key nobody knows shows nothing.
pub fn notice(frame: &mut Frame, visit: &Visit, known: &[&str], done: Option<&str>, beginning: &str) {
    if let Some(done) = done.filter(|done| known.contains(done)) {
        frame.notice = Some(Notice::done(i18n::t(visit.language, &format!("{beginning}{done}"))));
    }
}

/// The errors of a form, or its page: 422 with errors, 200 without.
///
/// # Errors
/// Where the page cannot be drawn.
pub fn drawn(app: &App, template: &str, visit: &Visit, frame: &Frame, page: impl Serialize) -> Answer {
    use axum::response::IntoResponse as _;
    let html = app.page(template, visit, frame, page)?;
    Ok(if frame.errors.is_empty() { html.into_response() } else { super::app::again(html) })
}

/// What came back from asking the rules: done, or errors to show beside the fields.
///
/// # Errors
/// Whatever is not a refusal.
pub fn outcome<T>(result: Result<T, Problem>, language: Language) -> Result<Result<T, FieldError>, Problem> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(Problem::Refused(refusal)) => Ok(Err(super::form::refused(&refusal, language))),
        Err(other) => Err(other),
    }
}
