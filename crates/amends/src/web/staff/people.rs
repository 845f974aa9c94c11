//! The people of a case: how the complainant is reached; withdrawal, death, succession, silence (E1, E2, E4).

use amends_core::{
    case::Case,
    command::{Command, CommandKind},
    id::PersonId,
    party::{Channel, Complainant, Standing},
    text::Language,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

use super::{
    acting::{Acted, act, named},
    case_frame::CaseFrame,
    next_step::may,
    shown::{Choice, Done},
};
use crate::{
    i18n,
    office::{ActError, Office, Sealer},
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
    Router::new().route("/cases/{reference}/people", get(show).post(record))
}

#[derive(Serialize)]
struct Fact {
    key: String,
    value: String,
}

#[derive(Serialize)]
struct Page {
    case: CaseFrame,
    fields: BTreeMap<String, String>,
    facts: Vec<Fact>,
    own_initiative: bool,
    to_decide: bool,
    may_record: bool,
    may_decide: bool,
    languages: Vec<Choice>,
    channels: Vec<Choice>,
}

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
    let (language, actor, typed) = (staff.visit.language, staff.actor(), form.clone());
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            let may =
                (may(&actor, CommandKind::RecordWithdrawal), may(&actor, CommandKind::DecideAfterWithdrawal));
            page(office, &case, &typed, language, may)
        })
        .await?;
    let wrong = !errors.is_empty();
    let mut frame = page.case.frame(app, staff, i18n::t(language, "section-people"));
    done.on(&mut frame, language);
    let frame = with_errors(frame, errors);
    let html = app.page("staff/people.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn page(
    office: &Office,
    case: &Case,
    form: &Form,
    language: Language,
    (may_record, may_decide): (bool, bool),
) -> Result<Page, ActError> {
    const NAMES: [&str; 17] = [
        "withdrawal-on-day",
        "withdrawal-on-month",
        "withdrawal-on-year",
        "death-on-day",
        "death-on-month",
        "death-on-year",
        "silence-on-day",
        "silence-on-month",
        "silence-on-year",
        "silence-attempts",
        "decision-carry_on",
        "decision-reason",
        "successor-name",
        "successor-address",
        "successor-authority",
        "successor-adjustments",
        "successor-channel",
    ];
    let mut fields: BTreeMap<String, String> =
        NAMES.iter().map(|name| ((*name).to_owned(), form.get(name).to_owned())).collect();
    let known = case.complainant.as_ref().map_or(Language::En, |person| person.language);
    let chosen = if form.has("successor-language") { form.get("successor-language") } else { known.tag() };
    fields.insert("successor-language".to_owned(), chosen.to_owned());
    let option = |value: &str, key: &str| Choice::new(value, i18n::t(language, key));
    Ok(Page {
        case: CaseFrame::of(office, case, language, "/people")?,
        fields,
        facts: case.complainant.as_ref().map(|person| facts(case, person, language)).unwrap_or_default(),
        own_initiative: case.complainant.is_none(),
        to_decide: matches!(case.standing, Standing::Withdrawn { .. } | Standing::Died { .. }),
        may_record,
        may_decide,
        languages: vec![option("en", "new-case-english"), option("cy", "new-case-welsh")],
        channels: vec![option("email", "case-by-email"), option("post", "case-by-post")],
    })
}

fn facts(case: &Case, person: &Complainant, language: Language) -> Vec<Fact> {
    let fact = |key: &str, value: &str| Fact { key: i18n::t(language, key), value: value.to_owned() };
    let (channel, address) = match &person.channel {
        Channel::Email(address) => ("case-by-email", address),
        Channel::Post(address) => ("case-by-post", address),
    };
    let spoken = match person.language {
        Language::En => "new-case-english",
        Language::Cy => "new-case-welsh",
    };
    let mut facts = vec![
        fact("new-case-name", person.name.as_str()),
        fact(channel, address.as_str()),
        fact("people-language", &i18n::t(language, spoken)),
    ];
    if let Some(words) = &person.adjustments {
        facts.push(fact("new-case-adjustments", words.as_str()));
    }
    if let Some(words) = &person.authority {
        facts.push(fact("people-authority", words.as_str()));
    }
    let (key, on) = match case.standing {
        Standing::Active => ("people-active", None),
        Standing::Withdrawn { on } => ("case-withdrew", Some(on)),
        Standing::Died { on } => ("case-died", Some(on)),
        Standing::Unreachable { on } => ("case-unreachable", Some(on)),
    };
    let date = on.map(|on| i18n::date(language, on)).unwrap_or_default();
    let text = i18n::tr(language, key, &i18n::args([("date", date)]));
    facts.push(fact("people-standing", &text));
    facts
}

/// What one of the forms asks; texts are still as typed.
enum Asked {
    Withdrawal {
        on: Date,
    },
    Death {
        on: Date,
    },
    Silence {
        on: Date,
        attempts: String,
    },
    Decision {
        carry_on: bool,
        reason: String,
    },
    Successor {
        name: String,
        by_email: bool,
        address: String,
        language: Language,
        adjustments: String,
        authority: String,
    },
}

fn read(form: &Form, language: Language) -> Result<Asked, Vec<FieldError>> {
    let mut reading = form.read(language);
    let asked = match form.get("form") {
        "withdrawal" => reading.date("withdrawal-on", "people-on-missing").map(|on| Asked::Withdrawal { on }),
        "death" => reading.date("death-on", "people-on-missing").map(|on| Asked::Death { on }),
        "silence" => {
            let attempts = reading.text("silence-attempts", "people-attempts-missing");
            reading.date("silence-on", "people-on-missing").map(|on| Asked::Silence { on, attempts })
        }
        "decision" => {
            let reason = reading.text("decision-reason", "people-reason-missing");
            let carry_on = reading.parsed("decision-carry_on", "people-carry-on-missing");
            carry_on.map(|carry_on| Asked::Decision { carry_on, reason })
        }
        _ => {
            let name = reading.text("successor-name", "people-successor-name-missing");
            let address = reading.text("successor-address", "people-address-missing");
            let authority = reading.text("successor-authority", "people-authority-missing");
            let adjustments = reading.optional("successor-adjustments");
            let chosen = reading.choice("successor-language", "new-case-language-missing");
            let by_email = form.get("successor-channel") != "post";
            chosen.map(|language| Asked::Successor {
                name,
                by_email,
                address,
                language,
                adjustments,
                authority,
            })
        }
    };
    let errors = reading.errors();
    match asked {
        Some(asked) if errors.is_empty() => Ok(asked),
        _ => Err(errors),
    }
}

fn command(asked: &Asked, sealer: &mut Sealer) -> Result<Command, ActError> {
    Ok(match asked {
        Asked::Withdrawal { on } => Command::RecordWithdrawal { on: *on },
        Asked::Death { on } => Command::RecordDeath { on: *on },
        Asked::Silence { on, attempts } => {
            Command::RecordUnreachable { on: *on, attempts: sealer.words(attempts)? }
        }
        Asked::Decision { carry_on, reason } => {
            Command::DecideAfterWithdrawal { carry_on: *carry_on, reason: sealer.words(reason)? }
        }
        Asked::Successor { name, by_email, address, language, adjustments, authority } => {
            let address = sealer.words(address)?;
            let by = Complainant {
                person: PersonId(sealer.id()?),
                name: sealer.words(name)?,
                channel: if *by_email { Channel::Email(address) } else { Channel::Post(address) },
                language: *language,
                adjustments: sealer.optional(adjustments)?,
                authority: sealer.optional(authority)?,
            };
            Command::SubstituteComplainant { by: Box::new(by) }
        }
    })
}

async fn record(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    let asked = match read(&form, staff.visit.language) {
        Ok(asked) => asked,
        Err(errors) => return draw(&app, &staff, reference, &form, &Done::default(), errors).await,
    };
    let name = match &asked {
        Asked::Withdrawal { .. } => "withdrawal",
        Asked::Death { .. } => "death",
        Asked::Silence { .. } => "silence",
        Asked::Decision { .. } => "decision",
        Asked::Successor { .. } => "successor",
    };
    let acted = act(&app, &staff, &reference, &form, move |_, _, sealer| Ok(vec![command(&asked, sealer)?]));
    match acted.await? {
        Acted::Done(_) => Ok(see(staff.visit.to(&format!("/cases/{reference}/people?done=people-recorded")))),
        Acted::Wrong(errors) => {
            draw(&app, &staff, reference, &form, &Done::default(), named(name, errors)).await
        }
        Acted::Meanwhile(page) => Ok(page),
    }
}
