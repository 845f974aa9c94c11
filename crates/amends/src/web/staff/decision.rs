//! The final decision: what is ready and what is missing, the dates that follow, and one act that issues it (R8, R16, R22–R25).

use amends_core::{
    case::{Case, Check, Instrument, Stage},
    command::Command,
    decide::missing_checks,
    instrument::Fact,
    issued::OnPeriod,
    profile::{InstrumentRule, Profile},
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
    draft, grounds,
    matter::{self, Matter, Row, Seen, led_to},
    report::{self, Needs},
    shown::{Choice, Done, told},
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
    needs: Vec<Needs>,
    periods: Vec<Choice>,
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
    let profile = office.profile_of(case)?;
    let over = case.is_decided();
    let page = Page {
        missing,
        tasks,
        instruments: instruments(office, matter, profile),
        needs: if over { Vec::new() } else { report::needed(office, matter, profile, |_| true) },
        periods: periods(matter, profile),
        issued: issued(matter, profile),
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
    let frozen = matter
        .bodies
        .iter()
        .map(|record| &record.body)
        .any(|body| case.bodies.contains(&body.id) && body.freeze_on(matter.today).is_some());
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

/// The instruments with which this office's law ends an investigation, with where each comes from and what is missing.
fn instruments(office: &Office, matter: &Matter, profile: &Profile) -> Vec<Choice> {
    let ends = profile.instruments.iter().filter(|rule| rule.ends_investigation);
    let choice = |rule: &InstrumentRule| {
        let needs = report::needed(office, matter, profile, |one| one.instrument == rule.instrument);
        let missing: Vec<&str> = needs.iter().flat_map(Needs::missing).collect();
        let hint = if missing.is_empty() {
            rule.citation.clone()
        } else {
            let missing = told(matter.language, "decision-needs-missing", [("facts", &missing.join("; "))]);
            format!("{} – {missing}", rule.citation)
        };
        Choice { hint, ..Choice::new(rule.instrument.code(), rule.name.get(matter.language)) }
    };
    ends.map(choice).collect()
}

/// What was said of the period, where the law has a route that needs its agreement and it is not recorded (PSOW Act 2019
/// s.27(2)–(3)).
fn periods(matter: &Matter, profile: &Profile) -> Vec<Choice> {
    let asks = profile.instruments.iter().any(|rule| rule.needs.contains(&Fact::ComplainantAgreedPeriod));
    let case = &matter.case;
    if !asks || !case.has_complainant_to_ask() || case.period_agreed.is_some() {
        return Vec::new();
    }
    vec![
        Choice::new("agreed", matter.t("decision-period-agreed")),
        Choice::new("not_possible", matter.t("decision-period-not-possible")),
    ]
}

/// What was said of the period, from the form.
#[derive(Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum OfPeriod {
    Agreed,
    NotPossible,
}

fn issued(matter: &Matter, profile: &Profile) -> Vec<Row> {
    let case = &matter.case;
    let mut rows = Vec::new();
    if let Some(decision) = &case.final_decision {
        rows.push(Row::new(
            matter.t("decision-instrument"),
            grounds::instrument_name(profile, decision.instrument, matter.language),
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
    let of_period: Option<OfPeriod> = if reading.optional("issue-period").is_empty() {
        None
    } else {
        reading.choice("issue-period", "decision-period-missing")
    };
    let about_period = match of_period {
        Some(_) => reading.text("issue-period_words", "decision-period-words-missing"),
        None => String::new(),
    };
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
        let mut commands = Vec::new();
        if let Some(of_period) = of_period {
            let words = sealer.words(&about_period)?;
            let complainant = match of_period {
                OfPeriod::Agreed => OnPeriod::Agreed { shown_by: words },
                OfPeriod::NotPossible => OnPeriod::NotPossible { reason: words },
            };
            commands.push(Command::RecordPeriod { complainant });
        }
        commands.push(match instrument {
            Some(instrument) => Command::IssueFinalDecision { instrument, decided_on: on },
            None => Command::DiscontinueBySettlement { on, reason: sealer.words(&reason)? },
        });
        Ok(commands)
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
