//! What follows where a body does not comply: question by question to a step, a report or a notice, with the record beside
//! it (R37, R41, practice 2.4). Nothing here decides; every route says which of its facts are in the record.

mod bundle;
mod issuing;
mod menu;
mod recommending;
mod routes;
mod steps;

use amends_core::{
    case::Case, command::CommandKind, id::RecommendationNumber, period::days_between,
    recommendation::State as Stands,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::{get, post},
};
use serde::{Deserialize, Serialize};

use super::{
    grounds,
    matter::{self, Matter, Seen},
    next_step::may,
    shown::{Done, Tag, counted},
};
use crate::{
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/escalation", get(show))
        .route("/cases/{reference}/escalation/bundle", get(bundle::show))
        .route("/cases/{reference}/escalation/bundle.json", get(bundle::as_json))
        .route("/cases/{reference}/escalation/prepare", post(issuing::prepare))
        .route("/cases/{reference}/escalation/prepared", get(issuing::show))
        .route("/cases/{reference}/escalation/prepared/{act}", post(issuing::act))
        .route("/cases/{reference}/escalation/issued", get(issuing::issued))
        .route("/cases/{reference}/escalation/{number}", get(steps::first))
        .route("/cases/{reference}/escalation/{number}/step/{step}", get(steps::show).post(steps::go))
        .route("/cases/{reference}/escalation/{number}/take", post(menu::take))
        .route("/cases/{reference}/escalation/{number}/new-case", post(menu::new_case))
}

const PLACE: (&str, &str) = ("/escalation", "staff/escalation.html");

/// For which recommendation.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
struct Wanted {
    recommendation: Option<u16>,
}

/// A recommendation that might be escalated.
#[derive(Serialize)]
struct Line {
    number: u16,
    reference: String,
    wording: String,
    body: String,
    tag: Tag,
    late: Option<String>,
}

#[derive(Serialize)]
struct Page {
    late: Vec<Line>,
    others: Vec<Line>,
    prepared: Option<String>,
    taken: Vec<Taken>,
    linked: Vec<Linked>,
    may_take: bool,
    issued: bool,
}

/// A step that was taken.
#[derive(Serialize)]
struct Taken {
    on: String,
    what: String,
    reference: String,
    reason: String,
}

/// A case that belongs to this one.
#[derive(Serialize)]
struct Linked {
    reference: String,
    href: String,
    relation: String,
    reason: String,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(wanted): Query<Wanted>,
    Query(done): Query<Done>,
) -> Answer {
    match wanted.recommendation {
        Some(number) => steps::draw(&app, &staff, &reference, number, 1, Seen::fresh(done)).await,
        None => matter::draw(&app, &staff, &reference, PLACE, Seen::fresh(done), view).await,
    }
}

/// How many days a recommendation is late today, where its date has passed and it is still owed or was not met.
fn days_late(case: &Case, number: RecommendationNumber, today: jiff::civil::Date) -> Option<i32> {
    let one = case.recommendation(number)?;
    let owed = match one.state() {
        Stands::Draft
        | Stands::Proposed
        | Stands::Withdrawn
        | Stands::Ceased
        | Stands::Superseded
        | Stands::MetOnTime
        | Stands::MetLate
        | Stands::TreatedAsMet => false,
        Stands::Due
        | Stands::EvidenceReceived
        | Stands::UnderReview
        | Stands::FurtherEvidenceRequested
        | Stands::NotMet
        | Stands::Refused => one.decided,
    };
    let late = days_between(one.evidence_due_on()?, today);
    (late > 0 && owed).then_some(late)
}

fn view(office: &Office, matter: &Matter, staff: &Staff) -> Result<(String, Page), ActError> {
    let case = &matter.case;
    let profile = office.profile_of(case)?;
    let line = |one: &amends_core::recommendation::Recommendation| Line {
        number: one.number.0,
        reference: matter.reference(one.number),
        wording: one.terms.wording.as_str().to_owned(),
        body: matter.body(one.terms.addressee),
        tag: matter.tag(one),
        late: days_late(case, one.number, matter.today)
            .map(|days| counted(matter.language, "staff-days-late", days)),
    };
    let decided = case.live().filter(|one| one.decided);
    let (late, others) = decided.map(line).partition(|line: &Line| line.late.is_some());
    let page = Page {
        late,
        others,
        prepared: case
            .prepared
            .as_ref()
            .map(|one| grounds::instrument_name(profile, one.what.instrument, matter.language)),
        taken: taken(matter, None),
        linked: case
            .linked_cases
            .iter()
            .map(|link| Linked {
                reference: link.reference.to_string(),
                href: format!("/{}/cases/{}", matter.language.tag(), link.reference),
                relation: matter.t(match link.relation {
                    amends_core::issued::Relation::FollowedBy => "escalation-followed-by",
                    amends_core::issued::Relation::ArisesFrom => "escalation-arises-from",
                }),
                reason: link.reason.as_str().to_owned(),
            })
            .collect(),
        may_take: may(&staff.actor(), CommandKind::TakeEscalationStep),
        issued: !case.issued.is_empty(),
    };
    Ok((matter.t("escalation-title"), page))
}

/// The steps that were taken, for one recommendation or for all, newest first.
fn taken(matter: &Matter, number: Option<RecommendationNumber>) -> Vec<Taken> {
    let all = matter.case.steps_taken.iter().rev();
    all.filter(|step| number.is_none_or(|number| step.number == number))
        .map(|step| Taken {
            on: step.on.to_string(),
            what: matter.t(&format!("escalation-step-{}", step.step.code())),
            reference: matter.reference(step.number),
            reason: step.reason.as_str().to_owned(),
        })
        .collect()
}
