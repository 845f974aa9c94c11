//! What the page of a draft round does: answers entered by hand, more time, comments closed and considered.

use amends_core::{
    case::{Case, ConsideredOutcome},
    command::Command,
    id::{BodyId, RecommendationNumber},
    period::DueSpec,
    recommendation::{Answer, Terms},
};
use axum::extract::{Path, State};
use jiff::civil::Date;

use super::wrong;
use crate::{
    office::{ActError, Sealer},
    render::frame::FieldError,
    web::{
        app::{Answer as Reply, App, see},
        form::{Form, Reading},
        problem::Problem,
        staff::acting::{self, Acted},
        visit::Staff,
    },
};

/// What a form asks, read and not yet sealed.
enum Asked {
    Answer { number: RecommendationNumber, what: Said, received_on: Date, checked_with: String },
    Comment { number: Option<RecommendationNumber>, comment: String, received_on: Date },
    Extend { body: BodyId, until: Date, reason: String },
    Close,
    Consider { number: RecommendationNumber, outcome: ConsideredOutcome, reasoning: String },
    Accept { number: RecommendationNumber, wording: Option<String>, reasoning: String },
    Skip(String),
    PublicReport(String),
    Early { number: RecommendationNumber, reason: String },
}

/// A body's answer as entered by hand.
enum Said {
    Agree,
    Change { wording: String, due_on: Option<Date>, reason: String },
    Already(String),
    Disagree(String),
    Question(String),
}

/// One of the acts of the page, by the last part of its path.
pub(super) async fn act(
    State(app): State<App>,
    staff: Staff,
    Path((reference, name)): Path<(String, String)>,
    form: Form,
) -> Reply {
    let (asked, errors) = read(&name, &form, &staff)?;
    let fields = fields_of(&name, &form);
    let Some(asked) = asked.filter(|_| errors.is_empty()) else {
        let again = crate::web::staff::matter::Seen::again(&form, errors);
        return super::draw(&app, &staff, &reference, again).await;
    };
    let acted =
        acting::act(&app, &staff, &reference, &form, move |_, case, sealer| commands(asked, case, sealer));
    match acted.await? {
        Acted::Done(_) => Ok(see(staff.visit.to(&format!("/cases/{reference}/draft?done=draft-{name}")))),
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => wrong(&app, &staff, &reference, &form, (&fields, errors)).await,
    }
}

/// The fields of the form of an act begin with this; where each recommendation has such a form, its number is in it.
fn fields_of(name: &str, form: &Form) -> String {
    match name {
        "consider" | "accept" | "early" => format!("{name}-{}", form.get("number")),
        "public-report" => "report".to_owned(),
        other => other.to_owned(),
    }
}

fn read(name: &str, form: &Form, staff: &Staff) -> Result<(Option<Asked>, Vec<FieldError>), Problem> {
    let mut reading = form.read(staff.visit.language);
    let fields = fields_of(name, form);
    let field = |part: &str| format!("{fields}-{part}");
    let asked = match name {
        "answer" => read_answer(&mut reading),
        "comment" => {
            let number = form.get("comment-number").parse().ok().map(RecommendationNumber);
            let comment = reading.text("comment-comment", "draft-comment-missing");
            let received_on = reading.date("comment-received_on", "draft-received-on-missing");
            received_on.map(|received_on| Asked::Comment { number, comment, received_on })
        }
        "extend" => {
            let body = reading.parsed("extend-body", "draft-body-missing");
            let until = reading.date("extend-until", "draft-until-missing");
            let reason = reading.text("extend-reason", "draft-reason-missing");
            body.zip(until).map(|(body, until)| Asked::Extend { body, until, reason })
        }
        "close" => Some(Asked::Close),
        "consider" => {
            let number = number(&mut reading, "number");
            let outcome = reading.choice(&field("outcome"), "draft-outcome-missing");
            let reasoning = reading.text(&field("reasoning"), "draft-reasoning-missing");
            number.zip(outcome).map(|(number, outcome)| Asked::Consider { number, outcome, reasoning })
        }
        "accept" => {
            let number = number(&mut reading, "number");
            let reasoning = reading.text(&field("reasoning"), "draft-reasoning-missing");
            let edited = form.get("how") == "edit";
            let wording = edited.then(|| reading.text(&field("wording"), "draft-wording-missing"));
            number.map(|number| Asked::Accept { number, wording, reasoning })
        }
        "skip" => Some(Asked::Skip(reading.text("skip-reason", "draft-reason-missing"))),
        "public-report" => Some(Asked::PublicReport(reading.text("report-reason", "draft-reason-missing"))),
        "early" => {
            let number = number(&mut reading, "number");
            let reason = reading.text(&field("reason"), "draft-reason-missing");
            number.map(|number| Asked::Early { number, reason })
        }
        _ => return Err(Problem::NotFound),
    };
    Ok((asked, reading.errors()))
}

fn number(reading: &mut Reading<'_>, field: &str) -> Option<RecommendationNumber> {
    reading.parsed(field, "draft-number-missing").map(RecommendationNumber)
}

fn read_answer(reading: &mut Reading<'_>) -> Option<Asked> {
    let number = number(reading, "answer-number");
    let kind: Option<String> = reading.choice("answer-kind", "draft-kind-missing");
    let text = reading.optional("answer-text");
    let what = match kind.as_deref() {
        Some("agree") => Some(Said::Agree),
        Some("change") => Some(Said::Change {
            wording: reading.optional("answer-wording"),
            due_on: reading.optional_date("answer-due_on"),
            reason: text,
        }),
        Some("already") => Some(Said::Already(text)),
        Some("disagree") => Some(Said::Disagree(text)),
        Some("question") => Some(Said::Question(text)),
        _ => None,
    };
    if kind.is_some() && what.is_none() {
        reading.error("answer-kind", "draft-kind-missing");
    }
    let received_on = reading.date("answer-received_on", "draft-received-on-missing");
    let checked_with = reading.optional("answer-checked_with");
    let (number, what, received_on) = (number?, what?, received_on?);
    Some(Asked::Answer { number, what, received_on, checked_with })
}

fn commands(asked: Asked, case: &Case, sealer: &mut Sealer) -> Result<Vec<Command>, ActError> {
    Ok(match asked {
        Asked::Answer { number, what, received_on, checked_with } => {
            let one = case.recommendation(number).ok_or(ActError::NotFound("recommendation"))?;
            let answer = sealed(what, sealer)?;
            let checked_with = sealer.optional(&checked_with)?;
            vec![Command::AnswerProposal {
                body: one.terms.addressee,
                number,
                answer,
                received_on,
                checked_with,
            }]
        }
        Asked::Comment { number, comment, received_on } => {
            vec![Command::RecordComplainantComment { number, comment: sealer.words(&comment)?, received_on }]
        }
        Asked::Extend { body, until, reason } => {
            vec![Command::ExtendComments { body, until, reason: sealer.words(&reason)? }]
        }
        Asked::Close => vec![Command::CloseComments],
        Asked::Consider { number, outcome, reasoning } => {
            vec![Command::ConsiderComments { number, outcome, reasoning: sealer.words(&reasoning)? }]
        }
        Asked::Accept { number, wording, reasoning } => accept(case, number, wording, &reasoning, sealer)?,
        Asked::Skip(reason) => vec![Command::SkipFurtherDraft { reason: sealer.words(&reason)? }],
        Asked::PublicReport(reason) => vec![Command::ConsiderPublicReport { reason: sealer.words(&reason)? }],
        Asked::Early { number, reason } => {
            vec![Command::AuthoriseEarlyAction { number, reason: sealer.words(&reason)? }]
        }
    })
}

fn sealed(what: Said, sealer: &mut Sealer) -> Result<Answer, ActError> {
    Ok(match what {
        Said::Agree => Answer::Agree,
        Said::Change { wording, due_on, reason } => Answer::AgreeWithChange {
            wording: sealer.optional(&wording)?,
            evidence_due_on: due_on,
            reason: sealer.words(&reason)?,
        },
        Said::Already(account) => Answer::AlreadyDone { account: sealer.words(&account)? },
        Said::Disagree(reasons) => Answer::Disagree { reasons: sealer.words(&reasons)? },
        Said::Question(question) => Answer::Question { question: sealer.words(&question)? },
    })
}

/// The body's wording and date taken over, with how its comments were considered: both or neither.
fn accept(
    case: &Case,
    number: RecommendationNumber,
    edited: Option<String>,
    reasoning: &str,
    sealer: &mut Sealer,
) -> Result<Vec<Command>, ActError> {
    let one = case.recommendation(number).ok_or(ActError::NotFound("recommendation"))?;
    let answer = one.position().map(|position| &position.answer);
    let (suggested, date) = answer.map(super::view::suggestion).unwrap_or_default();
    let wording = edited.as_deref().or(suggested);
    let terms = Terms {
        wording: acting::keep(
            sealer,
            wording.unwrap_or(one.terms.wording.as_str()),
            Some(&one.terms.wording),
        )?,
        evidence_due: date.map(|date| DueSpec::On { date }).or_else(|| one.terms.evidence_due.clone()),
        ..one.terms.clone()
    };
    let reasoning = sealer.words(reasoning)?;
    Ok(vec![
        Command::ConsiderComments { number, outcome: ConsideredOutcome::Changed, reasoning },
        Command::ReviseRecommendation { number, terms: Box::new(terms) },
    ])
}
