//! An early resolution on one page: put to the body, answered, recorded, and closed while its actions stay alive (R5–R7).

use amends_core::{
    case::{AgreedBy, Case, Stage},
    command::Command,
    id::RecommendationNumber,
    recommendation::{Answer, Recommendation},
};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::{get, post},
};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    acting::{self, Acted},
    confirming::{self, Checked, Words},
    matter::{self, Matter, Seen, TermsShown, led_to},
    shown::Done,
};
use crate::{
    office::{ActError, Office, Sealer},
    render::frame::FieldError,
    web::{
        app::{Answer as Reply, App, see},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/settlement", get(show))
        .route("/cases/{reference}/settlement/{act}", post(act))
}

/// The page.
#[derive(Serialize)]
struct Page {
    stage: &'static str,
    cards: Vec<Card>,
    proposal: Option<(String, String)>,
    settlement: Option<Agreed>,
    reliable: bool,
    dated: bool,
    all_agreed: bool,
    closed_on: Option<String>,
    can_propose: bool,
    can_record: bool,
    can_close: bool,
    can_investigate: bool,
    investigated: bool,
}

/// One action.
#[derive(Serialize)]
struct Card {
    terms: TermsShown,
    answer: Option<String>,
    said: String,
    received_on: Option<String>,
    agreed: bool,
}

/// What was agreed.
#[derive(Serialize)]
struct Agreed {
    what_went_wrong: String,
    injustice: bool,
    agreed_by: String,
    how: String,
    agreed_on: String,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Reply {
    draw(&app, &staff, &reference, Seen::fresh(done)).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Reply {
    matter::draw(app, staff, reference, ("/settlement", "staff/settlement.html"), seen, view).await
}

fn view(_: &Office, matter: &Matter, _: &Staff) -> Result<(String, Page), ActError> {
    let case = &matter.case;
    let stage = case.stage();
    let early = case.route == amends_core::case::Route::EarlyResolution;
    let open = early && case.closed_on.is_none() && !case.is_decided();
    let any = case.live().next().is_some();
    let all_agreed = any && case.live().all(Recommendation::is_agreed);
    let settlement = case.settlement.as_ref().map(|one| Agreed {
        what_went_wrong: one.what_went_wrong.as_str().to_owned(),
        injustice: one.injustice_concluded,
        agreed_by: one.agreed_by.as_str().to_owned(),
        how: matter.t(how_key(one.how)),
        agreed_on: one.agreed_on.to_string(),
    });
    let page = Page {
        stage: stage.code(),
        cards: case.live().map(|one| card(matter, one)).collect(),
        proposal: case.proposal.as_ref().map(|one| (one.sent_on.to_string(), one.answer_by.to_string())),
        reliable: case.settlement_can_be_relied_on(),
        dated: any && case.live().all(|one| one.terms.evidence_due.is_some()),
        all_agreed,
        closed_on: case.closed_on.map(|on| on.to_string()),
        can_propose: open && settlement.is_none() && any,
        can_record: open && settlement.is_none() && case.proposal.is_some() && all_agreed,
        can_close: open && stage == Stage::Agreed,
        can_investigate: open,
        investigated: !early,
        settlement,
    };
    let key = if page.closed_on.is_some() { "settlement-title-closed" } else { "settlement-title" };
    Ok((matter.t(key), page))
}

fn how_key(how: AgreedBy) -> &'static str {
    match how {
        AgreedBy::Telephone => "settlement-how-telephone",
        AgreedBy::Email => "settlement-how-email",
        AgreedBy::Letter => "settlement-how-letter",
        AgreedBy::Portal => "settlement-how-portal",
    }
}

fn card(matter: &Matter, one: &Recommendation) -> Card {
    let position = one.position();
    let said = match position.map(|position| &position.answer) {
        None | Some(Answer::Agree) => String::new(),
        Some(Answer::AgreeWithChange { reason, wording, .. }) => {
            let wording = wording.as_ref().map(|words| format!(" “{}”", words.as_str())).unwrap_or_default();
            format!("{}{wording}", reason.as_str())
        }
        Some(Answer::AlreadyDone { account }) => account.as_str().to_owned(),
        Some(Answer::Disagree { reasons }) => reasons.as_str().to_owned(),
        Some(Answer::Question { question }) => question.as_str().to_owned(),
    };
    Card {
        terms: matter.terms(one.number, &one.terms),
        answer: position.map(|position| matter.t(answer_key(&position.answer))),
        said,
        received_on: position.map(|position| position.received_on.to_string()),
        agreed: one.is_agreed(),
    }
}

fn answer_key(answer: &Answer) -> &'static str {
    match answer {
        Answer::Agree => "draft-answer-agree",
        Answer::AgreeWithChange { .. } => "draft-answer-change",
        Answer::AlreadyDone { .. } => "draft-answer-already",
        Answer::Disagree { .. } => "draft-answer-disagree",
        Answer::Question { .. } => "draft-answer-question",
    }
}

/// What a form asks, read and not yet sealed.
enum Asked {
    Propose(Date),
    Answers { agreed: Vec<RecommendationNumber>, not: Vec<(RecommendationNumber, String)>, on: Date },
    Record { injustice: bool, wrong: String, by: String, how: AgreedBy, on: Date },
    Close,
    Investigate(String),
}

async fn act(
    State(app): State<App>,
    staff: Staff,
    Path((reference, name)): Path<(String, String)>,
    form: Form,
) -> Reply {
    let (asked, errors) = read(&name, &form, &staff)?;
    let Some(asked) = asked.filter(|_| errors.is_empty()) else {
        return draw(&app, &staff, &reference, Seen::again(&form, errors)).await;
    };
    let done = format!("/cases/{reference}/settlement?done=settlement-{name}");
    let make = move |_: &Office, case: &Case, sealer: &mut Sealer| commands(asked, case, sealer);
    let outward = words_of(&name);
    let outcome = match outward {
        Some(words) => confirming::check(&app, &staff, &reference, &form, words, make).await?,
        None => match acting::act(&app, &staff, &reference, &form, make).await? {
            Acted::Done(_) => Checked::Done,
            Acted::Wrong(errors) => Checked::Wrong(errors),
            Acted::Meanwhile(page) => Checked::Page(page),
        },
    };
    match outcome {
        Checked::Done if name == "investigate" => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/draft?done=settlement-investigate"))))
        }
        Checked::Done => Ok(see(staff.visit.to(&done))),
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => {
            draw(&app, &staff, &reference, Seen::again(&form, led_to(&name, errors))).await
        }
    }
}

/// The check page of the acts that go out; none for those that stay in the office.
fn words_of(name: &str) -> Option<Words> {
    let (title, button, consequence) = match name {
        "propose" => ("settlement-propose-title", "settlement-propose", "settlement-propose-check"),
        "close" => ("settlement-close-title", "settlement-close", "settlement-close-check"),
        _ => return None,
    };
    Some(Words { section: "/settlement", title, button, consequences: vec![consequence] })
}

fn read(name: &str, form: &Form, staff: &Staff) -> Result<(Option<Asked>, Vec<FieldError>), Problem> {
    let mut reading = form.read(staff.visit.language);
    let asked = match name {
        "propose" => reading.date("propose-answer_by", "settlement-answer-by-missing").map(Asked::Propose),
        "answers" => {
            let on = reading.date("answers-received_on", "draft-received-on-missing");
            let numbers = form.all("answers-numbers").iter().filter_map(|text| text.parse().ok());
            let (mut agreed, mut not) = (Vec::new(), Vec::new());
            for number in numbers.map(RecommendationNumber) {
                match form.get(&format!("answers-{number}-kind")) {
                    "agree" => agreed.push(number),
                    "disagree" => {
                        let field = format!("answers-{number}-reasons");
                        not.push((number, reading.text(&field, "settlement-reasons-missing")));
                    }
                    _ => {}
                }
            }
            if agreed.is_empty() && not.is_empty() {
                reading.error("answers-received_on-day", "settlement-answer-missing");
            }
            on.map(|on| Asked::Answers { agreed, not, on })
        }
        "record" => {
            let injustice: Option<String> =
                reading.choice("record-injustice", "settlement-injustice-missing");
            let wrong = reading.text("record-what_went_wrong", "settlement-wrong-missing");
            let by = reading.text("record-agreed_by", "settlement-by-missing");
            let how = reading.choice("record-how", "settlement-how-missing");
            let on = reading.date("record-agreed_on", "settlement-on-missing");
            let injustice = match injustice.as_deref() {
                Some("yes") => Some(true),
                Some("no") => Some(false),
                _ => None,
            };
            if injustice.is_none() && reading.is_good() {
                reading.error("record-injustice", "settlement-injustice-missing");
            }
            match (injustice, how, on) {
                (Some(injustice), Some(how), Some(on)) => {
                    Some(Asked::Record { injustice, wrong, by, how, on })
                }
                _ => None,
            }
        }
        "close" => Some(Asked::Close),
        "investigate" => {
            Some(Asked::Investigate(reading.text("investigate-reason", "settlement-reason-missing")))
        }
        _ => return Err(Problem::NotFound),
    };
    Ok((asked, reading.errors()))
}

fn commands(asked: Asked, case: &Case, sealer: &mut Sealer) -> Result<Vec<Command>, ActError> {
    Ok(match asked {
        Asked::Propose(answer_by) => vec![Command::ProposeResolution { answer_by }],
        Asked::Answers { agreed, not, on } => {
            let mut commands = Vec::new();
            for number in agreed {
                commands.push(answer(case, number, Answer::Agree, on)?);
            }
            for (number, reasons) in not {
                let reasons = sealer.words(&reasons)?;
                commands.push(answer(case, number, Answer::Disagree { reasons }, on)?);
            }
            commands
        }
        Asked::Record { injustice, wrong, by, how, on } => vec![Command::RecordSettlement {
            injustice_concluded: injustice,
            what_went_wrong: sealer.words(&wrong)?,
            agreed_by: sealer.words(&by)?,
            how,
            agreed_on: on,
        }],
        Asked::Close => vec![Command::CloseWithAgreedActions],
        Asked::Investigate(reason) => vec![Command::TurnIntoInvestigation { reason: sealer.words(&reason)? }],
    })
}

fn answer(case: &Case, number: RecommendationNumber, answer: Answer, on: Date) -> Result<Command, ActError> {
    let one = case.recommendation(number).ok_or(ActError::NotFound("recommendation"))?;
    Ok(Command::AnswerProposal {
        body: one.terms.addressee,
        number,
        answer,
        received_on: on,
        checked_with: None,
    })
}
