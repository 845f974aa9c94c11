//! One recipient's version of an instrument, looked through for names that must stay out of it (E30). Nothing of it is kept.

use amends_core::{
    instrument::InstrumentNumber,
    party::Channel,
    recipients::{Identifier, IdentifierKind, Version, identifiers},
};
use axum::extract::{Path, State};
use serde::Serialize;

use super::{
    super::{
        matter::{self, Matter, Seen},
        shown::{Choice, told},
    },
    one,
};
use crate::{
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        form::Form,
        visit::Staff,
    },
};

/// Somebody's name that was found.
#[derive(Serialize)]
struct FoundShown {
    text: String,
    kind: String,
    whose: String,
    times: usize,
}

#[derive(Serialize)]
struct Page {
    number: u8,
    name: String,
    says: String,
    citation: String,
    may_leave_out_body: bool,
    whose: Vec<Choice>,
    looked: bool,
    found: Vec<FoundShown>,
}

pub(super) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u8)>,
) -> Answer {
    draw(&app, &staff, &reference, number, Form::default()).await
}

/// Looks through the text that was pasted.
pub(super) async fn check(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u8)>,
    form: Form,
) -> Answer {
    let mut reading = form.read(staff.visit.language);
    reading.text("text", "version-text-missing");
    let errors = reading.errors();
    if errors.is_empty() {
        return draw(&app, &staff, &reference, number, form).await;
    }
    let seen = Seen::again(&form, errors);
    let view = move |office: &Office, matter: &Matter, _: &Staff| view(office, matter, number, None);
    matter::draw(&app, &staff, &reference, PLACE, seen, view).await
}

const PLACE: (&str, &str) = ("/instruments", "staff/version.html");

async fn draw(app: &App, staff: &Staff, reference: &str, number: u8, form: Form) -> Answer {
    let seen = Seen { form: form.clone(), ..Seen::default() };
    let view = move |office: &Office, matter: &Matter, _: &Staff| {
        view(office, matter, number, form.has("text").then_some(&form))
    };
    matter::draw(app, staff, reference, PLACE, seen, view).await
}

fn view(
    office: &Office,
    matter: &Matter,
    number: u8,
    looked: Option<&Form>,
) -> Result<(String, Page), ActError> {
    let profile = office.profile_of(&matter.case)?;
    let (issued, rule) = one::found(matter, profile, InstrumentNumber(number))?;
    let anonymity = rule.anonymity.as_ref().ok_or(ActError::NotFound("anonymity"))?;
    let known = known(matter, issued, looked);
    let found = looked.map(|form| {
        let version = Version {
            anonymity,
            text: form.get("text"),
            body_identifies_a_person: form.has("identifies"),
            necessary: form.all("necessary"),
        };
        identifiers(&version, &known)
    });
    let shown = |one: amends_core::recipients::Found| FoundShown {
        kind: matter.t(match one.kind {
            IdentifierKind::Name => "version-kind-name",
            IdentifierKind::Address => "version-kind-address",
            IdentifierKind::Reference => "version-kind-reference",
            IdentifierKind::BodyName => "version-kind-body-name",
        }),
        whose: whose(matter, &one.whose),
        times: one.at.len(),
        text: one.text,
    };
    let mut people: Vec<&str> = Vec::new();
    for one in known.iter().filter(|one| one.kind != IdentifierKind::BodyName) {
        if !people.contains(&one.whose.as_str()) {
            people.push(&one.whose);
        }
    }
    let page = Page {
        number,
        name: rule.name.get(matter.language).to_owned(),
        says: anonymity.says.get(matter.language).to_owned(),
        citation: anonymity.citation.clone(),
        may_leave_out_body: anonymity.body_may_be_left_out,
        whose: people.into_iter().map(|one| Choice::new(one, whose(matter, one))).collect(),
        looked: found.is_some(),
        found: found.into_iter().flatten().map(shown).collect(),
    };
    Ok((told(matter.language, "version-title", [("name", &page.name)]), page))
}

const COMPLAINANT: &str = "complainant";
const BODY: &str = "body";

/// By what people are known in this case: the complainant, the body, and whoever was typed in beside.
fn known(matter: &Matter, issued: &amends_core::issued::Issued, typed: Option<&Form>) -> Vec<Identifier> {
    let mut all = Vec::new();
    let mut add = |kind, text: &str, whose: &str| {
        if !text.trim().is_empty() {
            all.push(Identifier { kind, text: text.trim().to_owned(), whose: whose.to_owned() });
        }
    };
    if let Some(person) = &matter.case.complainant {
        add(IdentifierKind::Name, person.name.as_str(), COMPLAINANT);
        match &person.channel {
            Channel::Email(address) => add(IdentifierKind::Address, address.as_str(), COMPLAINANT),
            Channel::Post(address) => {
                for line in address.as_str().lines() {
                    add(IdentifierKind::Address, line, COMPLAINANT);
                }
            }
        }
    }
    for record in matter.bodies.iter().filter(|record| issued.bodies.contains(&record.body.id)) {
        add(IdentifierKind::BodyName, &record.body.name.en, BODY);
        if record.body.name.cy != record.body.name.en {
            add(IdentifierKind::BodyName, &record.body.name.cy, BODY);
        }
    }
    for line in typed.map(|form| form.get("others")).unwrap_or_default().lines() {
        add(IdentifierKind::Name, line, line.trim());
    }
    all
}

fn whose(matter: &Matter, whose: &str) -> String {
    match whose {
        COMPLAINANT => matter.t("version-whose-complainant"),
        BODY => matter.t("version-whose-body"),
        other => other.to_owned(),
    }
}
