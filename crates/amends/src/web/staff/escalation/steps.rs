//! The questions, one page each: what has not happened, what the body says, what was seen before, the route, and what is set out.

use amends_core::{
    command::CommandKind,
    escalation::{self, Bundle},
    id::RecommendationNumber,
    profile::Profile,
    recommendation::{Judgement, Recommendation},
};
use axum::extract::{Path, State};
use serde::Serialize;

use super::{
    super::{
        asking::Drawn,
        grounds,
        matter::{self, Matter, Row, Seen, TermsShown},
        next_step::may,
        shown::{Choice, counted, told},
    },
    days_late, menu,
    recommending::{self, Card, Choices},
    routes::{self, RouteShown},
};
use crate::{
    office::{ActError, Office},
    render::frame::FieldError,
    web::{
        app::{Answer, App},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The last question before the check.
pub(super) const LAST: u8 = 5;

/// What each question asks.
fn fields(step: u8) -> &'static [&'static str] {
    match step {
        2 => &["reasons_given", "achievable"],
        3 => &["pattern"],
        4 => &["ground"],
        5 => &[
            "facts",
            "body_by-day",
            "body_by-month",
            "body_by-year",
            "complainant_by-day",
            "complainant_by-month",
            "complainant_by-year",
        ],
        _ => &[],
    }
}

/// What has not happened, of one recommendation.
#[derive(Serialize)]
struct Owed {
    terms: TermsShown,
    date: Option<String>,
    late: Option<String>,
    chases: Vec<String>,
    judged: Option<String>,
}

#[derive(Serialize)]
struct Page {
    step: u8,
    number: u16,
    reference: String,
    body: String,
    base: String,
    summary: Vec<Row>,
    hidden: Vec<(String, String)>,
    owed: Vec<Owed>,
    said: Vec<String>,
    freeze: Option<String>,
    extension: bool,
    slug: String,
    routes: Vec<RouteShown>,
    grounds: Vec<Choice>,
    take: Option<Drawn>,
    new_case: Option<Drawn>,
    taken: Vec<super::Taken>,
    may_prepare: bool,
    recommends: bool,
    cards: Vec<Card>,
    choices: Choices,
    has_complainant: bool,
}

pub(super) async fn first(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
) -> Answer {
    draw(&app, &staff, &reference, number, 1, Seen::default()).await
}

/// A question by its address; the last one is reached through a ground.
pub(super) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number, step)): Path<(String, u16, u8)>,
) -> Answer {
    draw(&app, &staff, &reference, number, step.clamp(1, LAST - 1), Seen::default()).await
}

/// The next question, or the one before: the form carries all that was answered.
pub(super) async fn go(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number, step)): Path<(String, u16, u8)>,
    form: Form,
) -> Answer {
    if !(1..=LAST).contains(&step) {
        return Err(Problem::NotFound);
    }
    if step == LAST && form.all("ground").is_empty() {
        let mut reading = form.read(staff.visit.language);
        reading.error("ground", "escalation-ground-missing");
        let seen = Seen::again(&form, reading.errors());
        return draw(&app, &staff, &reference, number, 4, seen).await;
    }
    let form = if step == LAST && !form.has("facts") {
        let (wanted, language) = (reference.clone(), staff.visit.language);
        let given = form.clone();
        app.work(move |office| {
            let matter = Matter::load(office, &wanted, language)?;
            set_out(office, &matter, RecommendationNumber(number), given)
        })
        .await?
    } else {
        form
    };
    draw(&app, &staff, &reference, number, step, Seen { form, ..Seen::default() }).await
}

pub(super) async fn draw(
    app: &App,
    staff: &Staff,
    reference: &str,
    number: u16,
    step: u8,
    seen: Seen,
) -> Answer {
    let form = seen.form.clone();
    let view = move |office: &Office, matter: &Matter, staff: &Staff| {
        view(office, matter, staff, (number, step), &form)
    };
    let place = ("/escalation", "staff/escalation_step.html");
    matter::draw(app, staff, reference, place, seen, view).await
}

/// Draws a question again with what is wrong with its answers.
pub(super) async fn wrong(
    app: &App,
    staff: &Staff,
    reference: &str,
    number: u16,
    form: &Form,
    errors: Vec<FieldError>,
) -> Answer {
    draw(app, staff, reference, number, LAST, Seen::again(form, errors)).await
}

fn view(
    office: &Office,
    matter: &Matter,
    staff: &Staff,
    (number, step): (u16, u8),
    form: &Form,
) -> Result<(String, Page), ActError> {
    let one = matter.find(number)?;
    let (case, profile) = (&matter.case, office.profile_of(&matter.case)?);
    let body = one.terms.addressee;
    let known = routes::of(office, matter, body)?;
    let base = format!("/{}/cases/{}/escalation/{number}", matter.language.tag(), case.reference);
    let theirs = case.live().filter(|other| other.decided && other.terms.addressee == body);
    let owed = theirs
        .filter(|other| other.number == one.number || days_late(case, other.number, matter.today).is_some());
    let carried = form.pairs().filter(|(field, _)| {
        let here = fields(step).contains(field) || (step == LAST && recommending::is_of_card(field));
        !here && !["seq", "act", "back", "confirmed", "recommendation"].contains(field)
    });
    let may = |kind| may(&staff.actor(), kind);
    let may_take = may(CommandKind::TakeEscalationStep) && step == 4;
    let chosen = chosen(form, profile);
    let page = Page {
        step,
        number,
        reference: matter.reference(one.number),
        body: matter.body(body),
        summary: summary(matter, profile, one, form),
        hidden: carried.map(|(field, value)| (field.to_owned(), value.to_owned())).collect(),
        owed: owed.map(|other| owed_of(matter, other)).collect(),
        said: said(matter, one),
        freeze: matter.freeze(one),
        extension: one.open_extension().is_some(),
        slug: matter
            .bodies
            .iter()
            .find(|record| record.body.id == body)
            .map(|record| record.slug.clone())
            .unwrap_or_default(),
        routes: known.iter().map(|route| routes::shown(matter, profile, route, one.number)).collect(),
        grounds: routes::choices(matter, profile, &known),
        take: may_take.then(|| menu::take_form(matter, profile, one.number, &base)),
        new_case: may_take.then(|| menu::new_case_form(matter, &base)),
        taken: super::taken(matter, Some(one.number)),
        may_prepare: may(CommandKind::PrepareInstrument),
        recommends: chosen.is_some_and(|rule| rule.recommends),
        cards: if step == LAST { recommending::cards(form, body) } else { Vec::new() },
        choices: recommending::choices(matter),
        has_complainant: case.has_complainant_to_ask(),
        base,
    };
    Ok((matter.t(&format!("escalation-question-{step}")), page))
}

/// The rule of the instrument whose grounds were chosen.
pub(super) fn chosen<'a>(
    form: &Form,
    profile: &'a Profile,
) -> Option<&'a amends_core::profile::InstrumentRule> {
    let ground = form.all("ground").first()?;
    let rule = profile.grounds.iter().find(|rule| rule.id.0 == *ground)?;
    profile.instrument(rule.instrument)
}

/// What was answered so far.
fn summary(matter: &Matter, profile: &Profile, one: &Recommendation, form: &Form) -> Vec<Row> {
    let mut rows = vec![Row::new(matter.t("escalation-about"), matter.reference(one.number))];
    if let Some(days) = days_late(&matter.case, one.number, matter.today) {
        rows.push(Row::new(matter.t("escalation-late"), counted(matter.language, "staff-days-late", days)));
    }
    for (field, key) in [("reasons_given", "escalation-reasons-given"), ("pattern", "escalation-pattern")] {
        if form.has(field) {
            rows.push(Row::new(matter.t(key), form.get(field)));
        }
    }
    match form.get("achievable") {
        "yes" => rows.push(Row::new(matter.t("escalation-achievable"), matter.t("asked-yes"))),
        "no" => rows.push(Row::new(matter.t("escalation-achievable"), matter.t("asked-no"))),
        _ => {}
    }
    if let Some(rule) = chosen(form, profile) {
        let name = grounds::instrument_name(profile, rule.instrument, matter.language);
        let chosen = form.all("ground");
        let cited = profile.grounds.iter().filter(|rule| chosen.contains(&rule.id.0));
        let cited: Vec<_> = cited.map(|rule| rule.citation.clone()).collect();
        rows.push(Row::new(matter.t("escalation-route"), format!("{name} ({})", cited.join("; "))));
    }
    rows
}

fn owed_of(matter: &Matter, one: &Recommendation) -> Owed {
    let chases = one.chases.iter().map(|chase| {
        let key = if chase.undelivered { "escalation-chase-undelivered" } else { "escalation-chase" };
        told(matter.language, key, [("date", &matter.date(chase.on))])
    });
    Owed {
        terms: matter.terms(one.number, &one.terms),
        date: one.evidence_due_on().map(|on| on.to_string()),
        late: days_late(&matter.case, one.number, matter.today)
            .map(|days| counted(matter.language, "staff-days-late", days)),
        chases: chases.collect(),
        judged: match &one.judgement {
            Some(Judgement::NotMet { reasons } | Judgement::Refused { reasons, .. }) => {
                Some(reasons.as_str().to_owned())
            }
            Some(
                Judgement::Met { .. }
                | Judgement::TreatedAsMet { .. }
                | Judgement::Ceased { .. }
                | Judgement::Superseded { .. },
            )
            | None => None,
        },
    }
}

/// What the body gave as reasons: with requests for a later date, and with a refusal.
fn said(matter: &Matter, one: &Recommendation) -> Vec<String> {
    let asked = one.extensions.iter().map(|request| {
        let values = [("date", matter.date(request.asked_on)), ("until", matter.date(request.until))];
        let text = crate::i18n::tr(matter.language, "escalation-asked-later", &crate::i18n::args(values));
        format!("{text} {}", request.reason.as_str())
    });
    let refused = match &one.judgement {
        Some(Judgement::Refused { reasons, .. }) => Some(reasons.as_str().to_owned()),
        _ => None,
    };
    let sent = matter.case.evidence.iter().map(|found| &found.submission).filter_map(|found| {
        let about = found.targets.iter().any(|target| target.number == one.number);
        found.statement.as_ref().filter(|_| about).map(|words| {
            let date = matter.date(found.received_on);
            format!("{} {}", told(matter.language, "escalation-sent", [("date", &date)]), words.as_str())
        })
    });
    asked.chain(sent).chain(refused).collect()
}

/// The facts in sentences, from the record, for whoever sets them out; and the recommendations and dates that go with them.
fn set_out(
    office: &Office,
    matter: &Matter,
    number: RecommendationNumber,
    form: Form,
) -> Result<Form, ActError> {
    let case = &matter.case;
    let one = case.recommendation(number).ok_or(ActError::NotFound("recommendation"))?;
    let profile = office.profile_of(case)?;
    let history = office.told(case.id)?.history;
    let events = history.iter().map(|entry| (office.clock().local(entry.recorded_at).date(), &entry.event));
    let bundle = escalation::bundle(case, events, one.terms.addressee);
    let mut lines = facts(matter, &bundle);
    let more = [("reasons_given", "facts-reasons"), ("pattern", "facts-pattern")];
    for (field, key) in more.into_iter().filter(|(field, _)| form.has(field)) {
        lines.push(told(matter.language, key, [("words", form.get(field).trim())]));
    }
    let recommends = chosen(&form, profile).is_some_and(|rule| rule.recommends);
    let form = form.with("facts", lines.join("\n"));
    if !recommends {
        return Ok(form);
    }
    let by = profile.comment_period.compute(matter.today, office.calendar()).ok().map(|due| due.date);
    let form = recommending::filled(form, case, one.terms.addressee, number);
    Ok(recommending::dated(form, by, case.has_complainant_to_ask()))
}

fn facts(matter: &Matter, bundle: &Bundle) -> Vec<String> {
    let language = matter.language;
    let sentence = |key: &str, values: Vec<(&'static str, String)>| {
        crate::i18n::tr(language, key, &crate::i18n::args(values))
    };
    let mut lines = Vec::new();
    for promise in &bundle.promises {
        let reference = matter.reference(promise.number);
        let wording = promise.wording.as_str().to_owned();
        let about =
            vec![("reference", reference.clone()), ("body", matter.body(bundle.body)), ("wording", wording)];
        lines.push(match promise.answered_on.filter(|_| promise.agreed) {
            Some(on) => {
                let dated = about.into_iter().chain([("date", matter.date(on))]).collect();
                sentence("facts-promised", dated)
            }
            None => sentence("facts-recommended", about),
        });
        if let Some(date) = bundle.dates.iter().rfind(|date| date.number == promise.number) {
            lines.push(sentence("facts-due", vec![("date", matter.date(date.evidence_due_on))]));
        }
        let chased: Vec<_> = bundle
            .chases
            .iter()
            .filter(|chase| chase.number == promise.number && chase.delivered)
            .map(|chase| matter.date(chase.on))
            .collect();
        if !chased.is_empty() {
            lines.push(sentence("facts-chased", vec![("dates", chased.join(", "))]));
        }
        let sent = bundle.sent.iter().filter(|sent| sent.numbers.contains(&promise.number));
        let sent: Vec<_> = sent.map(|sent| matter.date(sent.received_on)).collect();
        lines.push(if sent.is_empty() {
            sentence("facts-nothing-came", Vec::new())
        } else {
            sentence("facts-came", vec![("dates", sent.join(", "))])
        });
    }
    lines
}
