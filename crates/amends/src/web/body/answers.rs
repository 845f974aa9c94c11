//! A body's answers on what is proposed: each recommendation by itself, checked on one page, sent all together or not at all.

use amends_core::{
    case::{Route, Stage},
    command::Command,
    id::RecommendationNumber,
    recommendation::{Answer, Recommendation},
};
use axum::extract::State;
use jiff::civil::Date;
use serde::Serialize;

use super::{
    frame_behind,
    matter::{ActionView, Matter, terms},
    meanwhile, speaks_for_body,
};
use crate::{
    i18n,
    office::{ActError, Ask, Office},
    render::frame::FieldError,
    web::{
        app::{Answer as Page, App, see},
        form::{Form, Reading},
        outside::{ContactCard, drawn, outcome, same_case},
        problem::Problem,
        visit::Outside,
    },
};

/// The fields that belong to one recommendation.
pub(super) const FIELDS: [&str; 9] = [
    "answer",
    "wording",
    "until-day",
    "until-month",
    "until-year",
    "reason",
    "account",
    "reasons",
    "question",
];

/// What a body says of one recommendation, before it is sealed.
enum Said {
    Agree,
    Change { wording: Option<String>, until: Option<Date>, reason: String },
    Done(String),
    Disagree(String),
    Question(String),
}

#[derive(Serialize)]
struct Field {
    name: String,
    value: String,
}

/// What is said of one recommendation, as typed.
#[derive(Serialize)]
pub(super) struct AnswerView {
    action: ActionView,
    theirs: bool,
    answer: String,
    wording: String,
    day: String,
    month: String,
    year: String,
    until: Option<String>,
    reason: String,
    account: String,
    reasons: String,
    question: String,
}

#[derive(Serialize)]
struct View<'a> {
    step: &'static str,
    settlement: bool,
    by: Option<String>,
    draft: u8,
    reference: &'a str,
    answers: Vec<AnswerView>,
    carried: Vec<Field>,
    checked_with: &'a str,
    key: &'a str,
    seen: &'a str,
    contact: &'a ContactCard,
}

/// The first page: what do you say of each?
pub async fn show(State(app): State<App>, outside: Outside) -> Page {
    if !speaks_for_body(&outside) {
        return Err(Problem::Forbidden);
    }
    let matter = Matter::load(&app, &outside).await?;
    if matter.proposed().is_empty() {
        return Ok(see(outside.visit.to("/portal")));
    }
    let key = app.work(|office: &Office| office.fresh_id()).await?;
    let form = Form::default().with("key", key.to_string()).with("seen", meanwhile::seen(&matter));
    draw(&app, &outside, &matter, &form, "choose", Vec::new())
}

/// A step on: details where an answer needs them, the answers to check, or sending them.
pub async fn answer(State(app): State<App>, outside: Outside, form: Form) -> Page {
    if !speaks_for_body(&outside) {
        return Err(Problem::Forbidden);
    }
    let matter = Matter::load(&app, &outside).await?;
    same_case(&form, &matter.case)?;
    let changed = form.get("draft") != matter.draft().to_string();
    if changed || matter.proposed().is_empty() {
        let text = i18n::t(outside.visit.language, "portal-draft-changed");
        return draw(&app, &outside, &matter, &form, "choose", vec![FieldError::new("main", text)]);
    }
    let form = match meanwhile::settled(&app, &outside, &matter, form)? {
        Ok(form) => form,
        Err(page) => return Ok(page),
    };
    let mut reading = form.read(outside.visit.language);
    let chosen = chosen(&matter, &mut reading, &form);
    if !reading.is_good() {
        return draw(&app, &outside, &matter, &form, "choose", reading.errors());
    }
    let step = form.get("step").to_owned();
    if step == "choose" || (step == "details" && chosen.iter().any(|(_, word)| word != "agree")) {
        let step = if step == "choose" { "choose" } else { "details" };
        return draw(&app, &outside, &matter, &form, step, Vec::new());
    }
    let said: Vec<_> = chosen
        .iter()
        .filter(|(one, _)| !meanwhile::stands(&form, one))
        .map(|(one, word)| (one.number, said(&mut reading, &form, one, word)))
        .collect();
    if !reading.is_good() {
        return draw(&app, &outside, &matter, &form, "details", reading.errors());
    }
    if step != "send" {
        return draw(&app, &outside, &matter, &form, "check", Vec::new());
    }
    match send(&app, &outside, &matter, &form, said).await {
        Ok(Ok(())) => Ok(see(outside.visit.to("/portal/draft/sent"))),
        Ok(Err(error)) => draw(&app, &outside, &matter, &form, "details", vec![error]),
        // Something came between looking and sending: what a colleague answered is shown, anything else is looked at.
        Err(Problem::Changed) => {
            let matter = Matter::load(&app, &outside).await?;
            match meanwhile::settled(&app, &outside, &matter, form)? {
                Ok(form) => draw(&app, &outside, &matter, &form, "check", Vec::new()),
                Err(page) => Ok(page),
            }
        }
        Err(other) => Err(other),
    }
}

async fn send(
    app: &App,
    outside: &Outside,
    matter: &Matter,
    form: &Form,
    said: Vec<(RecommendationNumber, Said)>,
) -> Result<Result<(), FieldError>, Problem> {
    let (case, body, today, link) = (matter.case.id, matter.body.id, matter.today, outside.link);
    if said.is_empty() {
        return Ok(Ok(()));
    }
    let seq = matter.case.seq;
    let (actor, key) = (outside.actor(), format!("answers/{}", form.get("key")));
    let with = form.get("checked_with").to_owned();
    let done = app.work(move |office| {
        let mut sealer = office.sealer();
        let mut commands = Vec::new();
        for (number, said) in said {
            let answer = match said {
                Said::Agree => Answer::Agree,
                Said::Change { wording, until, reason } => Answer::AgreeWithChange {
                    wording: wording.map(|text| sealer.words(&text)).transpose()?,
                    evidence_due_on: until,
                    reason: sealer.words(&reason)?,
                },
                Said::Done(account) => Answer::AlreadyDone { account: sealer.words(&account)? },
                Said::Disagree(reasons) => Answer::Disagree { reasons: sealer.words(&reasons)? },
                Said::Question(question) => Answer::Question { question: sealer.words(&question)? },
            };
            let checked_with = sealer.optional(&with)?;
            commands.push(Command::AnswerProposal { body, number, answer, received_on: today, checked_with });
        }
        let mut ask = Ask::new(&actor, case).keyed(key);
        ask.expected_seq = Some(seq);
        office.act(&ask, &commands, &sealer.into_kept())?;
        office.link_used(link)
    });
    outcome(done.await, outside.visit.language)
}

/// The answer chosen for each recommendation.
fn chosen<'a>(
    matter: &'a Matter,
    reading: &mut Reading<'_>,
    form: &Form,
) -> Vec<(&'a Recommendation, String)> {
    let mut chosen = Vec::new();
    for one in matter.proposed() {
        let field = format!("answer-{}", one.number);
        let word = form.get(&field).to_owned();
        if !["agree", "change", "done", "disagree", "question"].contains(&word.as_str()) {
            reading.error(&field, "portal-answer-missing");
        }
        chosen.push((one, word));
    }
    chosen
}

fn said(reading: &mut Reading<'_>, form: &Form, one: &Recommendation, word: &str) -> Said {
    let field = |name: &str| format!("{name}-{}", one.number);
    match word {
        "change" => {
            let typed = form.get(&field("wording")).trim().to_owned();
            let ours = terms(one).wording.as_str().trim();
            let wording = (!typed.is_empty() && typed != ours).then_some(typed);
            let until = reading.optional_date(&field("until"));
            if wording.is_none() && until.is_none() && reading.is_good() {
                reading.error(&field("wording"), "portal-change-missing");
            }
            let reason = reading.text(&field("reason"), "portal-reason-missing");
            Said::Change { wording, until, reason }
        }
        "done" => Said::Done(reading.text(&field("account"), "portal-account-missing")),
        "disagree" => Said::Disagree(reading.text(&field("reasons"), "portal-reasons-missing")),
        "question" => Said::Question(reading.text(&field("question"), "portal-question-missing")),
        _ => Said::Agree,
    }
}

fn draw(
    app: &App,
    outside: &Outside,
    matter: &Matter,
    form: &Form,
    step: &'static str,
    errors: Vec<FieldError>,
) -> Page {
    let key = match step {
        "check" => "portal-draft-check-title",
        "details" => "portal-draft-details-title",
        _ => "portal-draft-title",
    };
    let mut frame = frame_behind(app, outside, matter, key, "/portal");
    frame.errors = errors;
    let view = View {
        step,
        settlement: matter.case.route == Route::EarlyResolution,
        by: matter.case.asked_to_answer_by(matter.body.id).map(|day| day.to_string()),
        draft: matter.draft(),
        reference: &matter.case.reference.0,
        answers: matter.proposed().into_iter().map(|one| typed(matter, form, one)).collect(),
        carried: carried(matter, form, step),
        checked_with: form.get("checked_with"),
        key: form.get("key"),
        seen: form.get("seen"),
        contact: &matter.contact,
    };
    drawn(app, "body/answers.html", &outside.visit, &frame, view)
}

/// What was typed for one recommendation; our wording and date where nothing was yet.
pub(super) fn typed(matter: &Matter, form: &Form, one: &Recommendation) -> AnswerView {
    let number = one.number;
    let get = |name: &str| form.get(&format!("{name}-{number}")).to_owned();
    let wording = match get("wording") {
        typed if typed.is_empty() => terms(one).wording.as_str().to_owned(),
        typed => typed,
    };
    let mut reading = form.read(matter.language);
    let until = reading.optional_date(&format!("until-{number}"));
    AnswerView {
        action: matter.action(one),
        theirs: meanwhile::stands(form, one),
        answer: get("answer"),
        wording,
        day: form.get(&format!("until-{number}-day")).to_owned(),
        month: form.get(&format!("until-{number}-month")).to_owned(),
        year: form.get(&format!("until-{number}-year")).to_owned(),
        until: until.map(|day| day.to_string()),
        reason: get("reason"),
        account: get("account"),
        reasons: get("reasons"),
        question: get("question"),
    }
}

/// A field of one recommendation.
pub(super) fn field_of(field: &str, number: RecommendationNumber) -> String {
    match field.split_once('-') {
        Some((field, part)) => format!("{field}-{number}-{part}"),
        None => format!("{field}-{number}"),
    }
}

/// What this step does not ask for goes along unseen, so that going back loses nothing.
fn carried(matter: &Matter, form: &Form, step: &str) -> Vec<Field> {
    let mut carried = Vec::new();
    for one in matter.proposed() {
        if step == "check" && meanwhile::stands(form, one) {
            carried.push(Field { name: meanwhile::mark(one.number), value: "1".to_owned() });
        }
        let answer = form.get(&format!("answer-{}", one.number)).to_owned();
        for field in FIELDS {
            let name = field_of(field, one.number);
            let asked = match step {
                "choose" => field == "answer",
                "details" => asks(&answer, field),
                _ => false,
            };
            if !asked && !form.get(&name).is_empty() {
                let value = form.get(&name).to_owned();
                carried.push(Field { name, value });
            }
        }
    }
    if step != "choose" {
        carried.push(Field { name: "checked_with".to_owned(), value: form.get("checked_with").to_owned() });
    }
    carried
}

/// Does this answer ask for this field on the page of details?
pub(super) fn asks(answer: &str, field: &str) -> bool {
    match answer {
        "change" => ["wording", "until-day", "until-month", "until-year", "reason"].contains(&field),
        "done" => field == "account",
        "disagree" => field == "reasons",
        "question" => field == "question",
        _ => false,
    }
}

#[derive(Serialize)]
struct SentPage<'a> {
    reference: &'a str,
    answers: Vec<SentAnswer>,
    settlement: bool,
    open: bool,
    contact: &'a ContactCard,
}

#[derive(Serialize)]
struct SentAnswer {
    wording: String,
    answer: &'static str,
    on: String,
}

/// What was sent, and what happens next. The page stays as long as the link.
pub async fn sent(State(app): State<App>, outside: Outside) -> Page {
    if !speaks_for_body(&outside) {
        return Err(Problem::Forbidden);
    }
    let matter = Matter::load(&app, &outside).await?;
    let answers = matter.visible().into_iter().filter_map(|one| {
        let position = one.position()?;
        let answer = match position.answer {
            Answer::Agree => "agree",
            Answer::AgreeWithChange { .. } => "change",
            Answer::AlreadyDone { .. } => "done",
            Answer::Disagree { .. } => "disagree",
            Answer::Question { .. } => "question",
        };
        let wording = matter.action(one).wording;
        Some(SentAnswer { wording, answer, on: position.received_on.to_string() })
    });
    let answers: Vec<_> = answers.collect();
    if answers.is_empty() {
        return Err(ActError::NotFound("answer").into());
    }
    let page = SentPage {
        reference: &matter.case.reference.0,
        answers,
        settlement: matter.case.route == Route::EarlyResolution,
        open: matches!(matter.case.stage(), Stage::OutForComment | Stage::ProposalSent | Stage::Negotiating),
        contact: &matter.contact,
    };
    let frame = frame_behind(&app, &outside, &matter, "portal-draft-sent-title", "/portal");
    drawn(&app, "body/answers_sent.html", &outside.visit, &frame, page)
}
