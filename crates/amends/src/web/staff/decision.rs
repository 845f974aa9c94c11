//! The final decision: what is ready and what is missing, the dates that follow, and one act that issues it (R8, R16, R22–R25).

use amends_core::{
    case::{Case, Check, Instrument, Stage},
    command::Command,
    decide::missing_checks,
    recommendation::Recommendation,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::{get, post},
};
use serde::Serialize;

use super::{
    confirming::{self, Checked, Words, explained},
    draft,
    matter::{self, Matter, Row, Seen, led_to},
    shown::{Choice, Done},
};
use crate::{
    office::{ActError, Office, Sealer},
    web::{
        app::{Answer, App, see},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/decision", get(show))
        .route("/cases/{reference}/decision/{act}", post(act))
}

/// One thing that must be done before the decision.
#[derive(Serialize)]
struct Task {
    text: String,
    href: String,
    ready: bool,
    hint: String,
}

/// A recommendation that was decided, with its date.
#[derive(Serialize)]
struct Decided {
    reference: String,
    wording: String,
    body: String,
    date: Option<String>,
    explanation: Vec<String>,
}

/// The page.
#[derive(Serialize)]
struct Page {
    tasks: Vec<Task>,
    missing: usize,
    instruments: Vec<Choice>,
    issued: Vec<Row>,
    decided: Vec<Decided>,
    waits_for_receipt: bool,
    can_issue: bool,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    let form = draft::dated(Form::default(), "issue-decided_on", app.office.today());
    draw(&app, &staff, &reference, Seen { form, done, ..Seen::default() }).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Answer {
    matter::draw(app, staff, reference, ("/decision", "staff/decision.html"), seen, view).await
}

fn view(office: &Office, matter: &Matter, _: &Staff) -> Result<(String, Page), ActError> {
    let case = &matter.case;
    let tasks = tasks(matter);
    let missing = tasks.iter().filter(|task| !task.ready).count();
    let welsh = office.profile(&case.profile)?.rule("W-27").is_some();
    let over = case.is_decided();
    let page = Page {
        missing,
        tasks,
        instruments: instruments(matter, welsh),
        issued: issued(matter),
        decided: if over { case.live().map(|one| decided(matter, one)).collect() } else { Vec::new() },
        waits_for_receipt: over && case.live().any(|one| one.decided && one.dates.is_empty()),
        can_issue: !over,
    };
    let title = match (over, missing) {
        (true, _) => matter.t("decision-title-issued"),
        (false, 0) => matter.t("decision-title-ready"),
        (false, missing) => {
            let mut values = crate::i18n::Args::new();
            values.set("count", i64::try_from(missing).unwrap_or(i64::MAX));
            crate::i18n::tr(matter.language, "decision-title-missing", &values)
        }
    };
    Ok((title, page))
}

/// What the law and the office's practice want done first. What stands against issuing is for the rules to say: they are
/// asked when the page is checked; this list shows where each of their answers is mended.
fn tasks(matter: &Matter) -> Vec<Task> {
    let case = &matter.case;
    let base = format!("/{}/cases/{}", matter.language.tag(), case.reference);
    let task = |key: &str, path: &str, ready: bool, hint: String| Task {
        text: matter.t(key),
        href: format!("{base}{path}"),
        ready,
        hint,
    };
    let named = |which: Vec<&Recommendation>| -> String {
        let references: Vec<String> = which.iter().map(|one| matter.reference(one.number)).collect();
        references.join(", ")
    };
    let incomplete: Vec<_> = case
        .live()
        .filter(|one| {
            one.terms.evidence.is_empty() || one.terms.evidence_due.is_none() || one.terms.answers.is_none()
        })
        .collect();
    let disagreed: Vec<_> = case.live().filter(|one| !one.is_agreed()).collect();
    let frozen = matter.bodies.iter().map(|record| &record.body).any(|body| {
        case.bodies.contains(&body.id)
            && body.spending_frozen_since.is_some_and(|since| since <= matter.today)
    });
    let checks = missing_checks(case, frozen);
    let unconsidered = case.unconsidered();
    let changed = !case.changed_since_draft.is_empty() && case.further_draft_skipped.is_none();
    let stands = case.public_report_considered.is_some();
    let unconsidered_names: Vec<String> =
        unconsidered.iter().map(|number| matter.reference(*number)).collect();
    vec![
        task(
            "decision-task-written",
            "/recommendations",
            case.live().next().is_some() && incomplete.is_empty(),
            named(incomplete),
        ),
        task("decision-task-checks", "/findings", checks.is_empty(), check_names(matter, &checks)),
        task("decision-task-draft", "/draft", case.latest_draft().is_some(), String::new()),
        task(
            "decision-task-comments",
            "/draft",
            case.latest_draft().is_some() && case.stage() != Stage::OutForComment && unconsidered.is_empty(),
            unconsidered_names.join(", "),
        ),
        task("decision-task-changed", "/draft", !changed, String::new()),
        task(
            "decision-task-agreed",
            "/draft",
            disagreed.is_empty() || stands,
            if stands { matter.t("decision-report-considered") } else { named(disagreed) },
        ),
    ]
}

fn check_names(matter: &Matter, checks: &[Check]) -> String {
    let name = |check: &Check| matter.t(&format!("decision-check-{}", check.code()));
    checks.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The word by which the catalogue knows an instrument.
fn instrument_word(instrument: Instrument) -> &'static str {
    match instrument {
        Instrument::ReportWithoutPublicity => "without-publicity",
        Instrument::Report => "report",
        Instrument::StatementOfReasons => "statement",
        Instrument::DecisionLetter => "letter",
    }
}

/// The instruments an office of this law may use, with what each is.
fn instruments(matter: &Matter, welsh: bool) -> Vec<Choice> {
    let all = if welsh {
        [Instrument::ReportWithoutPublicity, Instrument::Report, Instrument::DecisionLetter]
    } else {
        [Instrument::StatementOfReasons, Instrument::Report, Instrument::DecisionLetter]
    };
    let word = |instrument: Instrument| match serde_json::to_value(instrument) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    };
    let choice = |instrument: &Instrument| {
        let known = instrument_word(*instrument);
        let hint = matter.t(&format!("decision-instrument-{known}-hint"));
        Choice { hint, ..Choice::new(word(*instrument), matter.t(&format!("decision-instrument-{known}"))) }
    };
    all.iter().map(choice).collect()
}

fn issued(matter: &Matter) -> Vec<Row> {
    let case = &matter.case;
    let mut rows = Vec::new();
    if let Some(decision) = &case.final_decision {
        rows.push(Row::new(
            matter.t("decision-instrument"),
            matter.t(&format!("decision-instrument-{}", instrument_word(decision.instrument))),
        ));
        rows.push(Row::new(matter.t("decision-date"), matter.date(decision.decided_on)));
    }
    if let Some(on) = case.discontinued {
        rows.push(Row::new(matter.t("decision-discontinued"), matter.date(on)));
    }
    if let Some(on) = case.closed_on {
        rows.push(Row::new(matter.t("decision-closed"), matter.date(on)));
    }
    rows
}

fn decided(matter: &Matter, one: &Recommendation) -> Decided {
    let current = one.current_date();
    Decided {
        reference: matter.reference(one.number),
        wording: one.terms.wording.as_str().to_owned(),
        body: matter.body(one.terms.addressee),
        date: current.map(|date| date.evidence_due_on.date.to_string()),
        explanation: current.map(|date| explained(date, matter.language)).unwrap_or_default(),
    }
}

async fn act(
    State(app): State<App>,
    staff: Staff,
    Path((reference, name)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let (title, button) = match name.as_str() {
        "issue" => ("decision-check-title", "decision-issue"),
        "discontinue" => ("decision-discontinue-title", "decision-discontinue"),
        _ => return Err(Problem::NotFound),
    };
    let issuing = name == "issue";
    let instrument: Option<Instrument> =
        if issuing { reading.choice("issue-instrument", "decision-instrument-missing") } else { None };
    let date_field = if issuing { "issue-decided_on" } else { "discontinue-on" };
    let on = reading.date(date_field, "decision-date-missing");
    let reason =
        if issuing { String::new() } else { reading.text("discontinue-reason", "decision-reason-missing") };
    let errors = reading.errors();
    let (Some(on), true) = (on, errors.is_empty()) else {
        return draw(&app, &staff, &reference, Seen::again(&form, errors)).await;
    };
    let words = Words {
        section: "/decision",
        title,
        button,
        consequences: vec!["decision-check-irreversible", "decision-check-clocks"],
    };
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| {
        Ok(vec![match instrument {
            Some(instrument) => Command::IssueFinalDecision { instrument, decided_on: on },
            None => Command::DiscontinueBySettlement { on, reason: sealer.words(&reason)? },
        }])
    };
    match confirming::check(&app, &staff, &reference, &form, words, make).await? {
        Checked::Done => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/decision?done=decision-{name}"))))
        }
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => {
            draw(&app, &staff, &reference, Seen::again(&form, led_to(&name, errors))).await
        }
    }
}
