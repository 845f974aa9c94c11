//! One instrument: where it stands with each body, its periods, its publicity, who gets it, and what may be recorded of it.

use amends_core::{
    command::CommandKind,
    id::BodyId,
    instrument::InstrumentNumber,
    issued::{self, Entry, Holder, Issued, cost, publicity},
    profile::{InstrumentRule, Profile},
    recipients::{self, Copy},
};
use axum::extract::{Path, Query, State};
use serde::Serialize;

use super::{
    super::{
        asking::Drawn,
        grounds,
        matter::{self, Matter, Row, Seen},
        next_step::may,
        shown::{Done, told},
    },
    acts,
    words::{self, Clock, Recorded},
};
use crate::{
    i18n,
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// A step of publicity.
#[derive(Serialize)]
struct Step {
    what: String,
    citation: String,
    holder: String,
    by: Option<String>,
    proof: String,
    state: String,
    late: bool,
}

/// Where the instrument stands with one body.
#[derive(Serialize)]
struct Standing {
    body: String,
    phase: String,
    clocks: Vec<Clock>,
    recorded: Vec<Recorded>,
    steps: Vec<Step>,
    cost: Option<String>,
    copies: Vec<Row>,
    forms: Vec<Drawn>,
}

#[derive(Serialize)]
struct Page {
    number: u8,
    rows: Vec<Row>,
    facts: Option<String>,
    standings: Vec<Standing>,
    anonymity: Option<(String, String)>,
    escalates: bool,
}

pub(super) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u8)>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, &reference, InstrumentNumber(number), Seen::fresh(done)).await
}

pub(super) async fn draw(
    app: &App,
    staff: &Staff,
    reference: &str,
    number: InstrumentNumber,
    seen: Seen,
) -> Answer {
    let view = move |office: &Office, matter: &Matter, staff: &Staff| view(office, matter, staff, number);
    matter::draw(app, staff, reference, ("/instruments", "staff/instrument.html"), seen, view).await
}

/// An instrument of a case with its rule.
pub(super) fn found<'a>(
    matter: &'a Matter,
    profile: &'a Profile,
    number: InstrumentNumber,
) -> Result<(&'a Issued, &'a InstrumentRule), ActError> {
    let issued = matter.case.issued(number).ok_or(ActError::NotFound("instrument"))?;
    let rule = profile.instrument(issued.instrument).ok_or(ActError::NotFound("instrument"))?;
    Ok((issued, rule))
}

fn view(
    office: &Office,
    matter: &Matter,
    staff: &Staff,
    number: InstrumentNumber,
) -> Result<(String, Page), ActError> {
    let profile = office.profile_of(&matter.case)?;
    let (issued, rule) = found(matter, profile, number)?;
    let bodies = issued.bodies.iter().enumerate();
    let standings = bodies.map(|(place, body)| standing(office, matter, staff, (issued, rule), place, *body));
    let page = Page {
        number: number.0,
        rows: rows(matter, profile, issued, rule),
        facts: issued.facts.as_ref().map(|words| words.as_str().to_owned()),
        standings: standings.collect::<Result<_, _>>()?,
        anonymity: rule
            .anonymity
            .as_ref()
            .map(|rule| (rule.says.get(matter.language).to_owned(), rule.citation.clone())),
        escalates: may(&staff.actor(), CommandKind::PrepareInstrument),
    };
    let name = rule.name.get(matter.language);
    let title = told(matter.language, "instrument-title", [("name", name), ("number", &number.to_string())]);
    Ok((title, page))
}

fn rows(matter: &Matter, profile: &Profile, issued: &Issued, rule: &InstrumentRule) -> Vec<Row> {
    let language = matter.language;
    let mut rows = vec![
        Row::new(matter.t("instrument-issued-on"), matter.date(issued.issued_on)),
        Row::new(matter.t("instrument-citation"), rule.citation.clone()),
    ];
    if let Some(first) = issued.after.and_then(|number| matter.case.issued(number)) {
        let name = grounds::instrument_name(profile, first.instrument, language);
        let values = [("name", name.as_str()), ("date", &matter.date(first.issued_on))];
        rows.push(Row::new(matter.t("instrument-after"), told(language, "instrument-after-what", values)));
    }
    for rule in issued.grounds.iter().filter_map(|id| profile.ground(id)) {
        let what = format!("{} ({})", rule.what.get(language), rule.citation);
        rows.push(Row::new(matter.t("instrument-ground"), what));
    }
    if let Some(words) = &issued.before_expiry {
        rows.push(Row::new(matter.t("instrument-before-expiry"), words.as_str()));
    }
    if !issued.numbers.is_empty() {
        let numbers: Vec<_> = issued.numbers.iter().map(|number| matter.reference(*number)).collect();
        rows.push(Row::new(matter.t("instrument-recommends"), numbers.join(", ")));
    }
    if let Some(laid) = rule.laid.as_ref().filter(|_| issued.to_be_laid) {
        rows.push(Row::new(matter.t("instrument-laid-before"), laid.before.get(language)));
    }
    rows
}

fn standing(
    office: &Office,
    matter: &Matter,
    staff: &Staff,
    (issued, rule): (&Issued, &InstrumentRule),
    place: usize,
    body: BodyId,
) -> Result<Standing, ActError> {
    let case = &matter.case;
    let profile = office.profile_of(case)?;
    let calendar = office.calendar();
    let dues = [
        ("instrument-response-due", issued::response_due(case, issued, body, profile, calendar)),
        ("instrument-confirmation-due", issued::confirmation_due(case, issued, body, profile, calendar)),
        ("instrument-form-due", issued::form_due(case, issued, body, profile, calendar)),
    ];
    let mut recorded: Vec<_> = issued
        .entries
        .iter()
        .filter(|entry| match entry {
            Entry::Told { body: one, .. } | Entry::Ruled { body: one, .. } => *one == body,
        })
        .map(|entry| words::recorded(matter, entry))
        .collect();
    recorded.reverse();
    let phase = issued::phase(case, issued, body, profile, calendar, matter.today);
    let steps = publicity(case, issued, body, profile, calendar, matter.today);
    let cost = cost(issued, body).map(|cost| {
        let (claimed, paid) = (i18n::money(cost.claimed), i18n::money(cost.paid));
        let values =
            [("claimed", claimed.as_str()), ("paid", &paid), ("date", &matter.date(cost.demanded_on))];
        told(matter.language, "instrument-cost", values)
    });
    Ok(Standing {
        body: matter.body(body),
        phase: words::phase(matter, profile, &phase),
        clocks: dues
            .iter()
            .filter_map(|(key, due)| due.as_ref().map(|due| Clock::of(matter, key, due)))
            .collect(),
        recorded,
        forms: acts::drawn(matter, staff, (issued, rule), place, &steps),
        steps: steps.iter().map(|one| step(matter, one)).collect(),
        cost,
        copies: copies(matter, profile, issued, body),
    })
}

fn step(matter: &Matter, one: &issued::PublicityStep) -> Step {
    let what = one.what.as_ref().map(|what| what.get(matter.language).to_owned());
    let proof = one.proof.as_ref().map(|proof| proof.get(matter.language).to_owned());
    Step {
        what: what.unwrap_or_else(|| matter.t("publicity-as-directed")),
        citation: one.citation.clone(),
        holder: match one.holder {
            Holder::Body { body } => matter.body(body),
            Holder::Office => matter.t("publicity-office"),
        },
        by: one.due.as_ref().map(|due| due.date.to_string()),
        proof: proof.unwrap_or_else(|| matter.t("publicity-proof-as-directed")),
        state: words::publicity(matter, &one.state),
        late: one.state == issued::PublicityState::Overdue,
    }
}

/// Who must, may and must not have a copy.
fn copies(matter: &Matter, profile: &Profile, issued: &Issued, body: BodyId) -> Vec<Row> {
    let bodies: Vec<_> = matter.bodies.iter().map(|record| record.body.clone()).collect();
    let all = recipients::recipients(&matter.case, profile, &bodies, issued.instrument, issued.after, body);
    let kinds = [(Copy::Must, "copies-must"), (Copy::May, "copies-may"), (Copy::MustNot, "copies-must-not")];
    let row = |(copy, key): (Copy, &str)| {
        let who = all.iter().filter(|one| one.copy == copy).map(|one| match one.body {
            Some(body) => matter.body(body),
            None => matter.t(&format!("addressee-{}", one.addressee.code())),
        });
        let who: Vec<_> = who.collect();
        (!who.is_empty()).then(|| Row::new(matter.t(key), who.join(", ")))
    };
    kinds.into_iter().filter_map(row).collect()
}
