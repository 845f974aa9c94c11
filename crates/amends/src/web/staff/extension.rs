//! Later dates: what was asked and granted, one request decided, another entered by hand (R30, I4, E18).

use amends_core::{
    case::Case,
    command::Command,
    id::{ExtensionId, RecommendationNumber},
    recommendation::Recommendation,
    succession::RestsOnFreeze,
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
    draft::dated,
    matter::{self, Matter, Seen, TermsShown, because, led_to},
    shown::{Clock, Done, Tag, counted, told},
};
use crate::{
    i18n,
    office::{ActError, Office, Sealer},
    web::{
        app::{Answer, App, see},
        form::Form,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/extensions/{number}", get(show))
        .route("/cases/{reference}/extensions/{number}/decide", post(decide))
        .route("/cases/{reference}/extensions/{number}/request", post(request))
        .route("/cases/{reference}/extensions/{number}/freeze", post(rest_on_freeze))
}

/// The page.
#[derive(Serialize)]
struct Page {
    terms: TermsShown,
    tag: Tag,
    clock: Option<Clock>,
    dates: Vec<DateShown>,
    requests: Vec<Request>,
    open: Option<Request>,
    granted: usize,
    limit: String,
    needs_manager: Option<String>,
    freeze: Option<String>,
    can_request: bool,
    may_decide: bool,
}

/// A date and why it stands.
#[derive(Serialize)]
struct DateShown {
    date: String,
    why: String,
    set_on: String,
    explanation: Vec<String>,
}

/// A request and what became of it.
#[derive(Serialize)]
struct Request {
    id: String,
    asked_on: String,
    until: String,
    further: String,
    reason: String,
    done_so_far: Option<String>,
    late: bool,
    decision: Option<String>,
    decision_reason: String,
    decided_on: Option<String>,
    in_writing: bool,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    Query(done): Query<Done>,
) -> Answer {
    let wanted = reference.clone();
    let asked = app
        .work(move |office| {
            let case = office.by_reference(&wanted)?.case;
            let one = case.recommendation(RecommendationNumber(number));
            Ok::<_, ActError>(one.and_then(|one| one.open_extension().map(|request| request.until)))
        })
        .await?;
    let mut form = dated(Form::default(), "request-asked_on", app.office.today());
    if let Some(until) = asked {
        form = dated(form, "decide-granted_until", until);
    }
    draw(&app, &staff, &reference, number, Seen { form, done, ..Seen::default() }).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, number: u16, seen: Seen) -> Answer {
    let look = ("/recommendations", "staff/extension.html");
    matter::draw(app, staff, reference, look, seen, move |office, matter, staff| {
        view(office, matter, staff, number)
    })
    .await
}

fn view(office: &Office, matter: &Matter, staff: &Staff, number: u16) -> Result<(String, Page), ActError> {
    let one = matter.find(number)?;
    let rule = office.profile_of(&matter.case)?.extension;
    let granted = one
        .extensions
        .iter()
        .filter(|request| request.decision.as_ref().is_some_and(|decision| decision.granted_until.is_some()))
        .count();
    let open = one.open_extension();
    let beyond = open.filter(|request| beyond(office, one, granted, request.until, rule));
    let mut limits = i18n::Args::new();
    limits.set("count", i64::from(rule.caseworker_count));
    limits.set("days", i64::from(rule.caseworker_working_days));
    let page = Page {
        terms: matter.terms(one.number, &one.terms),
        tag: matter.tag(one),
        clock: matter.clock(office, one)?,
        dates: one.dates.iter().map(|version| date_shown(matter, version)).collect(),
        requests: one
            .extensions
            .iter()
            .filter(|request| request.decision.is_some())
            .map(|request| shown(matter, one, request))
            .collect(),
        open: open.map(|request| shown(matter, one, request)),
        granted,
        limit: i18n::tr(matter.language, "extension-limit", &limits),
        needs_manager: open.filter(|request| request.rests_on_freeze).map_or_else(
            || beyond.map(|_| matter.t("extension-needs-manager")),
            |_| Some(matter.t("extension-rests-on-freeze")),
        ),
        freeze: matter.freeze(one).filter(|_| open.is_some_and(|request| !request.rests_on_freeze)),
        can_request: one.decided && !one.state().is_terminal() && open.is_none() && !one.dates.is_empty(),
        may_decide: may_decide(matter, staff, one),
    };
    let title = told(matter.language, "extension-title", [("reference", &matter.reference(one.number))]);
    Ok((title, page))
}

fn may_decide(matter: &Matter, staff: &Staff, one: &Recommendation) -> bool {
    let Some(request) = one.open_extension() else { return false };
    let command = Command::DecideExtension {
        extension: request.extension,
        granted_until: None,
        reason: request.reason.clone(),
        in_writing: false,
    };
    matter.may(staff, &command)
}

/// Would the date that is asked for lie beyond what a caseworker may grant?
fn beyond(
    office: &Office,
    one: &Recommendation,
    granted: usize,
    until: Date,
    rule: amends_core::profile::ExtensionRule,
) -> bool {
    let days = one.original_due_on().map_or(0, |first| office.calendar().working_days_between(first, until));
    let number = u16::try_from(granted + 1).unwrap_or(u16::MAX);
    rule.needs_manager(number, u16::try_from(days).unwrap_or(u16::MAX))
}

fn date_shown(matter: &Matter, version: &amends_core::recommendation::DateVersion) -> DateShown {
    DateShown {
        date: version.evidence_due_on.date.to_string(),
        why: matter.t(because(&version.because)),
        set_on: version.set_on.to_string(),
        explanation: confirming::explained(version, matter.language),
    }
}

fn shown(
    matter: &Matter,
    one: &Recommendation,
    request: &amends_core::recommendation::ExtensionRequest,
) -> Request {
    let decision = request.decision.as_ref();
    let from = decision.and_then(|decision| decision.until_then).or_else(|| one.evidence_due_on());
    let further = from.map_or(0, |from| amends_core::period::days_between(from, request.until));
    Request {
        id: request.extension.to_string(),
        asked_on: request.asked_on.to_string(),
        until: request.until.to_string(),
        further: counted(matter.language, "extension-further", further),
        reason: request.reason.as_str().to_owned(),
        done_so_far: request.done_so_far.as_ref().map(|words| words.as_str().to_owned()),
        late: request.late,
        decision: decision.map(|decision| match decision.granted_until {
            Some(until) => told(matter.language, "extension-granted", [("date", &matter.date(until))]),
            None => matter.t("extension-refused"),
        }),
        decision_reason: decision.map(|decision| decision.reason.as_str().to_owned()).unwrap_or_default(),
        decided_on: decision.map(|decision| decision.decided_on.to_string()),
        in_writing: decision.is_some_and(|decision| decision.in_writing),
    }
}

async fn decide(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let how: Option<String> = reading.choice("decide-how", "extension-how-missing");
    let other = reading.optional_date("decide-granted_until");
    let reason = reading.text("decide-reason", "extension-reason-missing");
    let in_writing = form.has("decide-in_writing");
    let extension: Option<ExtensionId> = reading.parsed("decide-extension", "extension-gone");
    if how.as_deref() == Some("other") && other.is_none() && reading.is_good() {
        reading.error("decide-granted_until-day", "extension-date-missing");
    }
    let errors = reading.errors();
    let (Some(how), Some(extension), true) = (how, extension, errors.is_empty()) else {
        return draw(&app, &staff, &reference, number, Seen::again(&form, errors)).await;
    };
    let (title, button) = match how.as_str() {
        "refuse" => ("extension-refuse-title", "extension-refuse"),
        _ => ("extension-grant-title", "extension-grant"),
    };
    let words = Words { section: "/recommendations", title, button, consequences: vec!["extension-check"] };
    let make = move |_: &Office, case: &Case, sealer: &mut Sealer| {
        let one =
            case.recommendation(RecommendationNumber(number)).ok_or(ActError::NotFound("recommendation"))?;
        let asked = one.open_extension().map(|request| request.until);
        let granted_until = match how.as_str() {
            "refuse" => None,
            "other" => other,
            _ => asked.or(other),
        };
        Ok(vec![Command::DecideExtension {
            extension,
            granted_until,
            reason: sealer.words(&reason)?,
            in_writing,
        }])
    };
    match confirming::check(&app, &staff, &reference, &form, words, make).await? {
        Checked::Done => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/extensions/{number}?done=extension-decided"))))
        }
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => {
            draw(&app, &staff, &reference, number, Seen::again(&form, led_to("decide", errors))).await
        }
    }
}

async fn request(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let asked_on = reading.date("request-asked_on", "extension-asked-on-missing");
    let until = reading.date("request-until", "extension-until-missing");
    let reason = reading.text("request-reason", "extension-body-reason-missing");
    let done_so_far = reading.optional("request-done_so_far");
    let errors = reading.errors();
    let (Some(asked_on), Some(until), true) = (asked_on, until, errors.is_empty()) else {
        return draw(&app, &staff, &reference, number, Seen::again(&form, errors)).await;
    };
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| {
        Ok(vec![Command::RequestExtension {
            extension: ExtensionId(sealer.id()?),
            number: RecommendationNumber(number),
            asked_on,
            until,
            reason: sealer.words(&reason)?,
            done_so_far: sealer.optional(&done_so_far)?,
        }])
    };
    match acting::act(&app, &staff, &reference, &form, make).await? {
        Acted::Done(_) => Ok(see(staff
            .visit
            .to(&format!("/cases/{reference}/extensions/{number}?done=extension-requested")))),
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => {
            draw(&app, &staff, &reference, number, Seen::again(&form, led_to("request", errors))).await
        }
    }
}

async fn rest_on_freeze(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let account = reading.text("freeze-account", "extension-freeze-missing");
    let extension: Option<ExtensionId> = reading.parsed("freeze-extension", "extension-gone");
    let errors = reading.errors();
    let (Some(extension), true) = (extension, errors.is_empty()) else {
        return draw(&app, &staff, &reference, number, Seen::again(&form, errors)).await;
    };
    let number_of = RecommendationNumber(number);
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| {
        let account = sealer.words(&account)?;
        Ok(vec![Command::RestOnFreeze(RestsOnFreeze { extension, number: number_of, account })])
    };
    match acting::act(&app, &staff, &reference, &form, make).await? {
        Acted::Done(_) => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/extensions/{number}?done=extension-freeze"))))
        }
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => {
            draw(&app, &staff, &reference, number, Seen::again(&form, led_to("freeze", errors))).await
        }
    }
}
