//! The evidence bundle of a body that did not comply, to read, to print and as data: all of it from the record (R37).

use amends_core::{
    escalation::{self, Bundle},
    id::{BodyId, RecommendationNumber},
    recommendation::Answer as Said,
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::header,
    response::IntoResponse as _,
};
use serde::{Deserialize, Serialize};

use super::super::{
    history,
    matter::{self, Matter, Seen, because},
    shown::{Choice, told},
};
use crate::{
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// Of which body; the first with something late where none is named.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    body: String,
}

/// The bundle in words.
#[derive(Debug, Serialize)]
struct Shown {
    case: String,
    body: String,
    made_on: String,
    chronology: Vec<Told>,
    promises: Vec<PromiseShown>,
    dates: Vec<DateShown>,
    chases: Vec<ChaseShown>,
    sent: Vec<SentShown>,
    judgements: Vec<JudgedShown>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bodies: Vec<Choice>,
    #[serde(skip_serializing_if = "String::is_empty")]
    json_href: String,
}

#[derive(Debug, Serialize)]
struct Told {
    on: String,
    what: String,
    words: String,
}

#[derive(Debug, Serialize)]
struct PromiseShown {
    reference: String,
    wording: String,
    answer: String,
    answered_on: Option<String>,
    agreed: bool,
}

#[derive(Debug, Serialize)]
struct DateShown {
    reference: String,
    evidence_due_on: String,
    set_on: String,
    because: String,
}

#[derive(Debug, Serialize)]
struct ChaseShown {
    reference: String,
    on: String,
    step: String,
    delivered: bool,
}

#[derive(Debug, Serialize)]
struct SentShown {
    references: Vec<String>,
    received_on: String,
    dated_on: Option<String>,
    statement: String,
    files: usize,
}

#[derive(Debug, Serialize)]
struct JudgedShown {
    reference: String,
    on: String,
    judgement: String,
}

pub(super) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let place = ("/escalation", "staff/bundle.html");
    let view = move |office: &Office, matter: &Matter, _: &Staff| {
        let body = body(matter, &wanted)?;
        let mut shown = shown(office, matter, body)?;
        let others = matter.case.bodies.iter().filter(|id| **id != body);
        shown.bodies = others.map(|id| Choice::new(id.to_string(), matter.body(*id))).collect();
        let base = format!("/{}/cases/{}", matter.language.tag(), matter.case.reference);
        shown.json_href = format!("{base}/escalation/bundle.json?body={body}");
        Ok((told(matter.language, "bundle-title", [("body", &shown.body)]), shown))
    };
    matter::draw(&app, &staff, &reference, place, Seen::default(), view).await
}

pub(super) async fn as_json(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let language = staff.visit.language;
    let bundle = app
        .work(move |office| {
            let matter = Matter::load(office, &reference, language)?;
            let body = body(&matter, &wanted)?;
            shown(office, &matter, body)
        })
        .await?;
    let headers = [(header::CONTENT_DISPOSITION, "attachment; filename=\"evidence-bundle.json\"")];
    Ok((headers, Json(bundle)).into_response())
}

fn body(matter: &Matter, wanted: &Wanted) -> Result<BodyId, ActError> {
    let case = &matter.case;
    let late = case.live().find(|one| super::days_late(case, one.number, matter.today).is_some());
    let named = wanted.body.parse().ok().filter(|id| case.bodies.contains(id));
    let first = late.map(|one| one.terms.addressee).or(case.bodies.first().copied());
    named.or(first).ok_or(ActError::NotFound("body"))
}

fn shown(office: &Office, matter: &Matter, body: BodyId) -> Result<Shown, ActError> {
    let case = &matter.case;
    let history = office.told(case.id)?.history;
    let events = history.iter().map(|entry| (office.clock().local(entry.recorded_at).date(), &entry.event));
    let Bundle { body, chronology, promises, dates, chases, sent, judgements } =
        escalation::bundle(case, events, body);
    let reference = |number: RecommendationNumber| matter.reference(number);
    let told = history::told_of(office, case, &chronology, matter.language)?;
    let profile = office.profile_of(case)?;
    let step = |id: &str| {
        let step = profile.chase.iter().find(|step| step.id == id);
        step.map_or_else(|| id.to_owned(), |step| step.name.get(matter.language).to_owned())
    };
    Ok(Shown {
        case: case.reference.to_string(),
        body: matter.body(body),
        made_on: matter.today.to_string(),
        chronology: told
            .into_iter()
            .map(|(on, what, words)| Told { on: on.to_string(), what, words })
            .collect(),
        promises: promises
            .into_iter()
            .map(|one| PromiseShown {
                reference: reference(one.number),
                wording: one.wording.as_str().to_owned(),
                answer: matter.t(answered(one.answer.as_ref())),
                answered_on: one.answered_on.map(|on| on.to_string()),
                agreed: one.agreed,
            })
            .collect(),
        dates: dates
            .into_iter()
            .map(|one| DateShown {
                reference: reference(one.number),
                evidence_due_on: one.evidence_due_on.to_string(),
                set_on: one.set_on.to_string(),
                because: matter.t(because(&one.because)),
            })
            .collect(),
        chases: chases
            .into_iter()
            .map(|one| ChaseShown {
                reference: reference(one.number),
                on: one.on.to_string(),
                step: step(&one.step),
                delivered: one.delivered,
            })
            .collect(),
        sent: sent.into_iter().map(|one| sent_of(matter, one)).collect(),
        judgements: judgements
            .into_iter()
            .map(|one| {
                let judgement = matter.t(judged(&one.judgement));
                JudgedShown { reference: reference(one.number), on: one.on.to_string(), judgement }
            })
            .collect(),
        bodies: Vec::new(),
        json_href: String::new(),
    })
}

fn sent_of(matter: &Matter, one: escalation::Sent) -> SentShown {
    SentShown {
        references: one.numbers.into_iter().map(|number| matter.reference(number)).collect(),
        received_on: one.received_on.to_string(),
        dated_on: one.dated_on.map(|on| on.to_string()),
        statement: one.statement.map(|words| words.as_str().to_owned()).unwrap_or_default(),
        files: one.files,
    }
}

fn answered(answer: Option<&Said>) -> &'static str {
    match answer {
        None => "bundle-answer-none",
        Some(Said::Agree) => "bundle-answer-agree",
        Some(Said::AgreeWithChange { .. }) => "bundle-answer-change",
        Some(Said::AlreadyDone { .. }) => "bundle-answer-done",
        Some(Said::Disagree { .. }) => "bundle-answer-disagree",
        Some(Said::Question { .. }) => "bundle-answer-question",
    }
}

fn judged(judgement: &amends_core::recommendation::Judgement) -> &'static str {
    use amends_core::recommendation::Judgement;
    match judgement {
        Judgement::Met { .. } => "bundle-judged-met",
        Judgement::TreatedAsMet { .. } => "bundle-judged-treated",
        Judgement::NotMet { .. } => "bundle-judged-not-met",
        Judgement::Refused { .. } => "bundle-judged-refused",
        Judgement::Ceased { .. } => "bundle-judged-ceased",
        Judgement::Superseded { .. } => "bundle-judged-superseded",
    }
}
