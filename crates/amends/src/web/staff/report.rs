//! Before a public report: its criteria with reasons, notice to each body, and the health body that contracted with a
//! provider (R21, R52; PSOW Act 2019 ss.23, 25).

use amends_core::{
    body::BodyKind,
    case::Case,
    command::{Command, CommandKind},
    escalation,
    instrument::{Addressee, Fact},
    issued::ContractingBody,
    profile::{InstrumentRule, Profile},
};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::{get, post},
};
use serde::Serialize;

use super::{
    asking::{Drawn, FormRule, Sort, must},
    confirming::{self, Checked, Words},
    grounds::{self, FactShown},
    matter::{self, Matter, Seen},
    next_step::may as allowed,
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

const CRITERION: FormRule = FormRule {
    words: "report-",
    name: "criterion",
    fields: &[must("criterion", Sort::One), must("reasons", Sort::Words)],
};
const NOTICE: FormRule = FormRule {
    words: "report-",
    name: "notice",
    fields: &[must("body", Sort::One), must("reasons", Sort::Words)],
};
const CONTRACT: FormRule = FormRule {
    words: "report-",
    name: "contract",
    fields: &[must("provider", Sort::One), must("health_body", Sort::One)],
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/report", get(show))
        .route("/cases/{reference}/report/{act}", post(act))
}

/// A criterion of the office, with what was recorded of it.
#[derive(Serialize)]
struct Criterion {
    what: String,
    reasons: Option<String>,
    on: Option<String>,
}

/// A body, with the notice it had.
#[derive(Serialize)]
struct Noticed {
    body: String,
    on: Option<String>,
    reasons: String,
}

/// What an instrument needs, for one body.
#[derive(Serialize)]
pub(super) struct Needs {
    /// The instrument, and the body where there are several.
    title: String,
    citation: String,
    facts: Vec<FactShown>,
}

impl Needs {
    /// What is missing, in words.
    pub(super) fn missing(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().filter(|fact| !fact.is_present()).map(FactShown::text)
    }
}

#[derive(Serialize)]
struct Page {
    needs: Vec<Needs>,
    criteria: Vec<Criterion>,
    add: Option<Drawn>,
    notices: Vec<Noticed>,
    notice: Option<Drawn>,
    contracts: Vec<(String, String)>,
    contract: Option<Drawn>,
    decided: bool,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, &reference, Seen::fresh(done)).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Answer {
    matter::draw(app, staff, reference, ("/instruments", "staff/report.html"), seen, view).await
}

/// What each instrument that may end the investigation needs beside the recommendations, body by body.
pub(super) fn needed(
    office: &Office,
    matter: &Matter,
    profile: &Profile,
    wanted: impl Fn(&InstrumentRule) -> bool,
) -> Vec<Needs> {
    let case = &matter.case;
    let several = case.bodies.len() > 1;
    let mut all = Vec::new();
    let ends = |rule: &&InstrumentRule| rule.ends_investigation && !rule.needs.is_empty();
    for rule in profile.instruments.iter().filter(ends).filter(|rule| wanted(rule)) {
        for body in case.bodies.iter().filter(|id| case.live().any(|one| one.terms.addressee == **id)) {
            let name = rule.name.get(matter.language);
            let facts = escalation::needs(case, profile, office.calendar(), *body, matter.today, rule);
            all.push(Needs {
                title: if several { format!("{name} – {}", matter.body(*body)) } else { name.to_owned() },
                citation: rule.citation.clone(),
                facts: facts.iter().map(|seen| grounds::fact(matter, *seen, None, None)).collect(),
            });
        }
    }
    all
}

/// Is this an instrument for which criteria or notices are recorded?
pub(super) fn is_public(rule: &InstrumentRule) -> bool {
    rule.needs.iter().any(|fact| matches!(fact, Fact::CriterionRecorded | Fact::AdvanceNoticeGiven))
}

fn view(office: &Office, matter: &Matter, staff: &Staff) -> Result<(String, Page), ActError> {
    let (case, language) = (&matter.case, matter.language);
    let profile = office.profile_of(case)?;
    let decided = case.is_decided();
    let may = |kind| allowed(&staff.actor(), kind);
    let base = format!("/{}/cases/{}/report", language.tag(), case.reference);
    let drawn = |rule: &FormRule| {
        let options = |field: &str| options(matter, profile, rule.name, field);
        rule.drawn(rule.name, &format!("{base}/{}", rule.name), "", language, options)
    };
    let contracts =
        profile.instruments.iter().any(|rule| rule.must_receive.contains(&Addressee::ContractingHealthBody))
            && matter.bodies.iter().any(|one| one.body.kind == BodyKind::HealthBoard);
    let criteria = profile.criteria.iter().map(|rule| {
        let recorded = case.criteria.iter().find(|one| one.criterion == rule.id);
        Criterion {
            what: rule.what.get(language).to_owned(),
            reasons: recorded.map(|one| one.reasons.as_str().to_owned()),
            on: recorded.map(|one| one.on.to_string()),
        }
    });
    let notices = case.bodies.iter().map(|body| {
        let notice = case.report_notices.iter().find(|one| one.body == *body);
        Noticed {
            body: matter.body(*body),
            on: notice.map(|one| one.on.to_string()),
            reasons: notice.map(|one| one.reasons.as_str().to_owned()).unwrap_or_default(),
        }
    });
    let all_noticed = case.bodies.iter().all(|body| case.report_notices.iter().any(|one| one.body == *body));
    let page = Page {
        needs: if decided { Vec::new() } else { needed(office, matter, profile, is_public) },
        criteria: criteria.collect(),
        add: (may(CommandKind::RecordCriterion) && case.criteria.len() < profile.criteria.len())
            .then(|| drawn(&CRITERION)),
        notices: notices.collect(),
        notice: (may(CommandKind::GiveReportNotice) && !all_noticed && !decided).then(|| drawn(&NOTICE)),
        contracts: case
            .contracting_bodies
            .iter()
            .map(|one| (matter.body(one.provider), matter.body(one.health_body)))
            .collect(),
        contract: (may(CommandKind::NameContractingBody) && contracts).then(|| drawn(&CONTRACT)),
        decided,
    };
    Ok((matter.t("report-page-title"), page))
}

fn options(matter: &Matter, profile: &Profile, form: &str, field: &str) -> Vec<Choice> {
    let case = &matter.case;
    let none = std::iter::once(Choice::none(matter.language));
    let named = |id: &amends_core::id::BodyId| Choice::new(id.to_string(), matter.body(*id));
    match (form, field) {
        ("criterion", "criterion") => {
            let recorded = |id: &str| case.criteria.iter().any(|one| one.criterion == id);
            let open = profile.criteria.iter().filter(|rule| !recorded(&rule.id));
            none.chain(open.map(|rule| Choice::new(&rule.id, rule.what.get(matter.language)))).collect()
        }
        ("notice", "body") => {
            let noticed =
                |id: &amends_core::id::BodyId| case.report_notices.iter().any(|one| one.body == *id);
            none.chain(case.bodies.iter().filter(|id| !noticed(id)).map(named)).collect()
        }
        ("contract", "provider") => none.chain(case.bodies.iter().map(named)).collect(),
        ("contract", "health_body") => {
            let boards = matter.bodies.iter().filter(|one| one.body.kind == BodyKind::HealthBoard);
            none.chain(boards.map(|one| named(&one.body.id))).collect()
        }
        _ => Vec::new(),
    }
}

async fn act(
    State(app): State<App>,
    staff: Staff,
    Path((reference, name)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let rule = [CRITERION, NOTICE, CONTRACT].into_iter().find(|rule| rule.name == name);
    let rule = rule.ok_or(Problem::NotFound)?;
    if let Err(errors) = rule.read(rule.name, &form, staff.visit.language) {
        return draw(&app, &staff, &reference, Seen::again(&form, errors)).await;
    }
    let words = Words {
        section: "/instruments",
        title: match rule.name {
            "criterion" => "report-criterion-check",
            "notice" => "report-notice-check",
            _ => "report-contract-check",
        },
        button: match rule.name {
            "criterion" => "report-criterion-do",
            "notice" => "report-notice-do",
            _ => "report-contract-do",
        },
        consequences: if rule.name == "notice" { vec!["report-notice-goes"] } else { Vec::new() },
    };
    let (typed, language) = (form.clone(), staff.visit.language);
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| commands(&rule, &typed, language, sealer);
    match confirming::check(&app, &staff, &reference, &form, words, make).await? {
        Checked::Done => Ok(see(staff.visit.to(&format!("/cases/{reference}/report?done=report-{name}")))),
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => {
            draw(&app, &staff, &reference, Seen::again(&form, rule.led(rule.name, errors))).await
        }
    }
}

fn commands(
    rule: &FormRule,
    form: &Form,
    language: amends_core::text::Language,
    sealer: &mut Sealer,
) -> Result<Vec<Command>, ActError> {
    let Ok(given) = rule.read(rule.name, form, language) else { return Ok(Vec::new()) };
    let unknown = ActError::NotFound("body");
    Ok(vec![match rule.name {
        "criterion" => Command::RecordCriterion {
            criterion: given.text("criterion"),
            reasons: sealer.words(&given.text("reasons"))?,
        },
        "notice" => Command::GiveReportNotice {
            body: given.one("body").ok_or(unknown)?,
            reasons: sealer.words(&given.text("reasons"))?,
        },
        _ => {
            let (provider, health_body) =
                given.one("provider").zip(given.one("health_body")).ok_or(unknown)?;
            Command::NameContractingBody { named: ContractingBody { provider, health_body } }
        }
    }])
}
