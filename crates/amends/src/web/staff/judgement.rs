//! The checklist saved, and the judgement: met, more needed, treated as met, not met and the rest (R26, R27, R33–R37, E3–E6).

use std::collections::BTreeSet;

use amends_core::{
    case::Case,
    command::Command,
    evidence::Shown,
    id::{EvidenceId, RecommendationNumber},
    money::Pence,
    period::DueSpec,
    recommendation::{ItemNumber, Recommendation, State as At, Terms, TreatedReason},
};
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::post,
};
use jiff::civil::Date;

use super::{
    acting::{self, Acted, keep, keep_optional},
    confirming::{self, Checked, Words},
    evidence::{Look, draw_review},
    matter::Seen,
};
use crate::{
    office::{ActError, Office, Sealer},
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::{Form, Reading},
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/evidence/{number}/items", post(save))
        .route("/cases/{reference}/evidence/{number}/judge", post(judge))
}

/// What the reviewer found of one item, as typed.
struct Found {
    item: ItemNumber,
    shown: Shown,
    evidence: EvidenceId,
    comment: String,
}

/// What was decided, read and not yet sealed.
enum Decided {
    Met { satisfied_by: Vec<EvidenceId>, paid: Option<Pence> },
    More { needed: String, due_on: Option<Date> },
    Treat { reason: TreatedReason, note: String },
    NotMet(String),
    Refused(String),
    Cease(String),
    Supersede { wording: String, due_on: Date, reason: String },
    Reopen { reason: String, due_on: Date },
}

fn found(form: &Form, reading: &mut Reading<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for number in form.all("items").iter().filter_map(|text| text.parse::<u8>().ok()) {
        let field = |part: &str| format!("item-{number}-{part}");
        if form.get(&field("shown")).is_empty() {
            continue;
        }
        let shown = reading.choice(&field("shown"), "review-shown-missing");
        let evidence = reading.parsed(&field("evidence"), "review-evidence-missing");
        if let Some((shown, evidence)) = shown.zip(evidence) {
            let comment = form.get(&field("comment")).trim().to_owned();
            all.push(Found { item: ItemNumber(number), shown, evidence, comment });
        }
    }
    all
}

/// The commands that record what is new on the checklist; what stands already is not recorded again.
fn assess(one: &Recommendation, found: &[Found], sealer: &mut Sealer) -> Result<Vec<Command>, ActError> {
    let mut commands = Vec::new();
    for new in found {
        let before =
            one.findings.iter().rev().find(|old| old.item == new.item && old.evidence == new.evidence);
        let said = before.and_then(|old| old.comment.as_ref());
        let same = before.is_some_and(|old| {
            old.shown == new.shown && said.map_or("", |words| words.as_str()) == new.comment
        });
        if !same {
            let comment = keep_optional(sealer, &new.comment, said)?;
            let (number, item) = (one.number, new.item);
            commands.push(Command::AssessItem {
                number,
                item,
                evidence: new.evidence,
                shown: new.shown,
                comment,
            });
        }
    }
    if !commands.is_empty() && one.state() == At::EvidenceReceived {
        commands.insert(0, Command::StartReview { number: one.number });
    }
    Ok(commands)
}

async fn again(
    app: &App,
    staff: &Staff,
    reference: &str,
    number: u16,
    form: &Form,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    draw_review(app, staff, reference, number, Look::default(), Seen::again(form, errors)).await
}

async fn save(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let mut found = found(&form, &mut reading);
    // One line of the list can be saved by itself; its button says which.
    if let Ok(only) = form.get("only").parse::<u8>() {
        found.retain(|one| one.item == ItemNumber(only));
    }
    if found.is_empty() && reading.is_good() {
        reading.error("items-main", "review-nothing-checked");
    }
    let errors = reading.errors();
    if !errors.is_empty() {
        return again(&app, &staff, &reference, number, &form, errors).await;
    }
    let make =
        move |_: &Office, case: &Case, sealer: &mut Sealer| assess(find(case, number)?, &found, sealer);
    match acting::act(&app, &staff, &reference, &form, make).await? {
        Acted::Done(_) => {
            let to = format!("/cases/{reference}/evidence/{number}?done=checklist-saved");
            Ok(see(staff.visit.to(&to)))
        }
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => again(&app, &staff, &reference, number, &form, led(errors)).await,
    }
}

fn find(case: &Case, number: u16) -> Result<&Recommendation, ActError> {
    case.recommendation(RecommendationNumber(number)).ok_or(ActError::NotFound("recommendation"))
}

/// Errors of the rules name the fields of commands; the form has one field for reasons and one for a date.
fn led(errors: Vec<FieldError>) -> Vec<FieldError> {
    let to = |field: &str| match field {
        "needed" | "reasons" | "reason" | "note" => "judge-reasons",
        "evidence_due_on" | "until" | "evidence_due" => "judge-date",
        "paid" => "judge-paid",
        "satisfied_by" => "judge-satisfied_by",
        "evidence" => "judge-proof",
        "item" | "shown" => "items-main",
        "wording" => "judge-wording",
        _ => "judge-decision",
    };
    errors.into_iter().map(|error| FieldError { field: to(&error.field).to_owned(), ..error }).collect()
}

fn decided(form: &Form, reading: &mut Reading<'_>) -> Option<Decided> {
    let word = form.get("judge-decision").to_owned();
    let reasons = |reading: &mut Reading<'_>| reading.text("judge-reasons", "review-reasons-missing");
    match word.as_str() {
        "met" => {
            let chosen: BTreeSet<EvidenceId> =
                form.all("judge-satisfied_by").iter().filter_map(|id| id.parse().ok()).collect();
            if chosen.is_empty() {
                reading.error("judge-satisfied_by", "review-satisfied-missing");
            }
            let paid = reading.optional_money("judge-paid");
            Some(Decided::Met { satisfied_by: chosen.into_iter().collect(), paid })
        }
        "more" => {
            let needed = reading.text("judge-reasons", "review-needed-missing");
            let due_on = reading.optional_date("judge-date");
            Some(Decided::More { needed, due_on })
        }
        "treat" => {
            let note = reasons(reading);
            treated(form, reading).map(|reason| Decided::Treat { reason, note })
        }
        "not_met" => Some(Decided::NotMet(reasons(reading))),
        "refused" => Some(Decided::Refused(reasons(reading))),
        "cease" => Some(Decided::Cease(reasons(reading))),
        "supersede" => {
            let reason = reasons(reading);
            let wording = reading.text("judge-wording", "review-wording-missing");
            let due_on = reading.date("judge-date", "review-date-missing");
            due_on.map(|due_on| Decided::Supersede { wording, due_on, reason })
        }
        "reopen" => {
            let reason = reasons(reading);
            let due_on = reading.date("judge-date", "review-date-missing");
            due_on.map(|due_on| Decided::Reopen { reason, due_on })
        }
        _ => {
            reading.error("judge-decision", "review-decision-missing");
            None
        }
    }
}

/// The good reason for treating as met, with its proof where it needs one (R36, E3, E4, E6).
fn treated(form: &Form, reading: &mut Reading<'_>) -> Option<TreatedReason> {
    let proof = |reading: &mut Reading<'_>| -> Option<EvidenceId> {
        reading.parsed("judge-proof", "review-proof-missing")
    };
    match form.get("judge-treated") {
        "circumstances_changed" => Some(TreatedReason::CircumstancesChanged),
        "complainant_declined" => proof(reading).map(|offer| TreatedReason::ComplainantDeclined { offer }),
        "offer_open" => {
            let until = reading.date("judge-date", "review-until-missing");
            let attempts = proof(reading);
            until.zip(attempts).map(|(until, attempts)| TreatedReason::OfferOpen { until, attempts })
        }
        "set_off" => Some(TreatedReason::SetOff),
        _ => {
            reading.error("judge-treated", "review-treated-missing");
            None
        }
    }
}

fn words_of(decided: &Decided) -> Words {
    let (title, button, consequences) = match decided {
        Decided::Met { .. } => ("judge-met-title", "judge-met", vec![]),
        Decided::More { .. } => ("judge-more-title", "judge-more", vec![]),
        Decided::Treat { .. } => ("judge-treat-title", "judge-treat", vec!["judge-treat-check"]),
        Decided::NotMet(_) => ("judge-not-met-title", "judge-not-met", vec!["judge-not-met-check"]),
        Decided::Refused(_) => ("judge-refused-title", "judge-refused", vec!["judge-not-met-check"]),
        Decided::Cease(_) => ("judge-cease-title", "judge-cease", vec!["judge-cease-check"]),
        Decided::Supersede { .. } => {
            ("judge-supersede-title", "judge-supersede", vec!["judge-supersede-check"])
        }
        Decided::Reopen { .. } => ("judge-reopen-title", "judge-reopen", vec!["judge-reopen-check"]),
    };
    Words { section: "/evidence", title, button, consequences }
}

async fn judge(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let found = found(&form, &mut reading);
    let decided = decided(&form, &mut reading);
    let errors = reading.errors();
    let Some(decided) = decided.filter(|_| errors.is_empty()) else {
        return again(&app, &staff, &reference, number, &form, errors).await;
    };
    let words = words_of(&decided);
    let make = move |_: &Office, case: &Case, sealer: &mut Sealer| {
        let one = find(case, number)?;
        let mut commands = if one.state().is_terminal() { Vec::new() } else { assess(one, &found, sealer)? };
        commands.push(command(decided, one, sealer)?);
        Ok(commands)
    };
    match confirming::check(&app, &staff, &reference, &form, words, make).await? {
        Checked::Done => {
            let to = format!("/cases/{reference}/evidence/{number}?done=judged");
            Ok(see(staff.visit.to(&to)))
        }
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => again(&app, &staff, &reference, number, &form, led(errors)).await,
    }
}

fn command(decided: Decided, one: &Recommendation, sealer: &mut Sealer) -> Result<Command, ActError> {
    let number = one.number;
    Ok(match decided {
        Decided::Met { satisfied_by, paid } => Command::JudgeMet { number, satisfied_by, paid },
        Decided::More { needed, due_on } => {
            Command::AskForMore { number, needed: sealer.words(&needed)?, evidence_due_on: due_on }
        }
        Decided::Treat { reason, note } => Command::TreatAsMet { number, reason, note: sealer.words(&note)? },
        Decided::NotMet(reasons) => Command::JudgeNotMet { number, reasons: sealer.words(&reasons)? },
        Decided::Refused(reasons) => Command::RecordRefusal { number, reasons: sealer.words(&reasons)? },
        Decided::Cease(reason) => Command::Cease { number, reason: sealer.words(&reason)? },
        Decided::Supersede { wording, due_on, reason } => {
            let terms = Terms {
                wording: keep(sealer, &wording, Some(&one.terms.wording))?,
                evidence_due: Some(DueSpec::On { date: due_on }),
                ..one.terms.clone()
            };
            Command::Supersede { number, terms: Box::new(terms), reason: sealer.words(&reason)? }
        }
        Decided::Reopen { reason, due_on } => {
            Command::Reopen { number, reason: sealer.words(&reason)?, evidence_due_on: due_on }
        }
    })
}
