//! Earlier service improvements at the bodies of a case: looked at, judged, and referred to in the decision (R48–R52).

use amends_core::{
    case::Case,
    command::{Command, CommandKind},
    id::BodyId,
    recurrence::{self, Conclusion, EarlierRef, Found, Prior, ReferenceParagraph, Sought},
    text::Language,
};
use amends_store::people::BodyRecord;
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{
    acting::{Acted, act, named},
    case_frame::CaseFrame,
    earlier_lines::{self, Line},
    next_step::may,
    shown::{self, Choice, Done},
};
use crate::{
    i18n,
    office::{
        ActError, Office,
        earlier::{names_of, themes_of},
    },
    render::frame::FieldError,
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/earlier", get(show).post(record))
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    body: String,
    #[serde(default)]
    theme: String,
}

#[derive(Serialize)]
struct Judged {
    earlier: String,
    body: String,
    conclusion: String,
    reasons: String,
    on: String,
}

#[derive(Serialize)]
struct Paragraph {
    body: String,
    body_name: String,
    earlier: Vec<String>,
    en: String,
    cy: String,
    inserted: bool,
}

#[derive(Serialize)]
struct Page {
    case: CaseFrame,
    action: String,
    bodies: Vec<Choice>,
    body: String,
    themes: Vec<Choice>,
    theme: String,
    lines: Vec<Line>,
    earlier: Vec<Choice>,
    ticked: Vec<String>,
    conclusions: Vec<Choice>,
    fields: BTreeMap<String, String>,
    may_judge: bool,
    judged: Vec<Judged>,
    paragraphs: Vec<Paragraph>,
    recurring: Vec<String>,
    write_href: String,
    considered_href: Option<String>,
    previous_href: String,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(wanted): Query<Wanted>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, reference, wanted, &Form::default(), &done, Vec::new()).await
}

async fn draw(
    app: &App,
    staff: &Staff,
    reference: String,
    wanted: Wanted,
    form: &Form,
    done: &Done,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let (language, may_judge) = (staff.visit.language, may(&staff.actor(), CommandKind::JudgeEarlier));
    let typed = form.clone();
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            page(office, &case, &wanted, &typed, language, may_judge)
        })
        .await?;
    let wrong = !errors.is_empty();
    let mut frame = page.case.frame(app, staff, i18n::t(language, "recurrence-title"));
    done.on(&mut frame, language);
    let frame = with_errors(frame, errors);
    let html = app.page("staff/earlier.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn page(
    office: &Office,
    case: &Case,
    wanted: &Wanted,
    form: &Form,
    language: Language,
    may_judge: bool,
) -> Result<Page, ActError> {
    let all = office.all_bodies()?;
    let profile = office.profile(&case.profile)?;
    let chosen = case.bodies.iter().find(|body| body.to_string() == wanted.body);
    let body = *chosen.or(case.bodies.first()).ok_or(ActError::NotFound("body"))?;
    let priors = office.priors(body, Some(case.id))?;
    let record = all.iter().find(|record| record.body.id == body);
    let names: Vec<&str> = record.into_iter().flat_map(|one| names_of(&one.body)).collect();
    let found = found(case, body, &wanted.theme, &names, &priors, office.today());
    let lines: Vec<Line> =
        found.iter().map(|one| earlier_lines::line(one, profile, office.today(), language)).collect();
    let frame = CaseFrame::of(office, case, language, "/earlier")?;
    let any = Choice::new("", i18n::t(language, "recurrence-any-theme"));
    let themes = profile.themes.iter().map(|rule| Choice::new(&rule.id, rule.what.get(language)));
    let recurring = case.earlier_that(Conclusion::Recurs).into_iter();
    let slug = record.map_or("", |record| record.slug.as_str());
    Ok(Page {
        action: format!("{}/earlier", frame.base),
        bodies: shown::body_choices(&all, &case.bodies, language),
        body: body.to_string(),
        themes: std::iter::once(any).chain(themes).collect(),
        theme: wanted.theme.clone(),
        earlier: lines
            .iter()
            .map(|one| Choice::new(&one.reference, format!("{} {}", one.reference, one.wording)))
            .collect(),
        ticked: form.all("judge-earlier").to_vec(),
        conclusions: conclusions(language),
        fields: ["judge-conclusion", "judge-reasons", "form"]
            .into_iter()
            .map(|name| (name.to_owned(), form.get(name).to_owned()))
            .collect(),
        may_judge: may_judge && !case.is_decided(),
        judged: judged(case, &all, language),
        paragraphs: paragraphs(office, case, form, &all, language)?,
        recurring: recurring.map(|(_, one)| one.whole()).collect(),
        write_href: format!("{}/recommendations/new", frame.base),
        considered_href: (!case.recurrence_not_considered().is_empty())
            .then(|| format!("{}/findings#checks", frame.base)),
        previous_href: format!("/{}/bodies/{slug}/previous", language.tag()),
        lines,
        case: frame,
    })
}

/// What bears on the case: on the subject chosen, or on the subjects and words of its recommendations and findings.
fn found<'a>(
    case: &Case,
    body: BodyId,
    theme: &str,
    names: &[&str],
    priors: &'a [Prior],
    today: jiff::civil::Date,
) -> Vec<Found<'a>> {
    if !theme.is_empty() {
        let themes = [theme.to_owned()];
        return recurrence::earlier(&Sought { themes: &themes, wordings: &[], names }, priors, today);
    }
    let themes = themes_of(case, body);
    let mut wordings = Sought::faults(case, body);
    wordings
        .extend(case.live().filter(|one| one.terms.addressee == body).map(|one| one.terms.wording.as_str()));
    recurrence::earlier(&Sought { themes: &themes, wordings: &wordings, names }, priors, today)
}

fn conclusions(language: Language) -> Vec<Choice> {
    let choice = |one: Conclusion| {
        let key = format!("conclusion-{}", one.code().replace('_', "-"));
        let hint = i18n::t(language, &format!("{key}-hint"));
        Choice { hint, ..Choice::new(one.code(), i18n::t(language, &key)) }
    };
    Conclusion::ALL.map(choice).into()
}

fn listed(earlier: &[EarlierRef]) -> String {
    earlier.iter().map(EarlierRef::whole).collect::<Vec<_>>().join(", ")
}

fn judged(case: &Case, all: &[BodyRecord], language: Language) -> Vec<Judged> {
    let lines = case.earlier_judged.iter().rev().map(|standing| &standing.judged);
    lines
        .map(|one| Judged {
            earlier: listed(&one.earlier),
            body: shown::body_name(all, one.body, language),
            conclusion: i18n::t(language, &format!("conclusion-{}", one.conclusion.code().replace('_', "-"))),
            reasons: one.reasons.as_str().to_owned(),
            on: one.on.to_string(),
        })
        .collect()
}

/// For each body whose earlier improvements had no time: the paragraph in the decision, or the one to insert.
fn paragraphs(
    office: &Office,
    case: &Case,
    form: &Form,
    all: &[BodyRecord],
    language: Language,
) -> Result<Vec<Paragraph>, ActError> {
    let waiting = case.earlier_that(Conclusion::NotYetEmbedded);
    let mut made = Vec::new();
    for body in &case.bodies {
        let earlier: Vec<EarlierRef> =
            waiting.iter().filter(|(at, _)| at == body).map(|(_, one)| one.clone()).collect();
        if earlier.is_empty() {
            continue;
        }
        let standing = case.reference_paragraphs().find(|text| text.body == *body);
        let inserted = standing.is_some_and(|text| earlier.iter().all(|one| text.earlier.contains(one)));
        let typed = form.get("form") == "refer" && form.get("refer-body") == body.to_string();
        let text = |language: Language, field: &str| -> Result<String, ActError> {
            match standing.filter(|_| inserted) {
                _ if typed => Ok(form.get(field).to_owned()),
                Some(text) => Ok(text.get(language).as_str().to_owned()),
                None => office.reference_paragraph(*body, &earlier, language),
            }
        };
        made.push(Paragraph {
            en: text(Language::En, "refer-en")?,
            cy: text(Language::Cy, "refer-cy")?,
            body: body.to_string(),
            body_name: shown::body_name(all, *body, language),
            earlier: earlier.iter().map(EarlierRef::whole).collect(),
            inserted,
        });
    }
    Ok(made)
}

/// What one of the two forms asks; texts are still as typed.
enum Asked {
    Judge { body: BodyId, earlier: Vec<EarlierRef>, conclusion: Conclusion, reasons: String },
    Refer { body: BodyId, earlier: Vec<EarlierRef>, en: String, cy: String },
}

fn read(form: &Form, language: Language) -> Result<Asked, Vec<FieldError>> {
    let mut reading = form.read(language);
    let ticked = |field: &str| -> Vec<EarlierRef> {
        form.all(field).iter().filter_map(|text| EarlierRef::read(text)).collect()
    };
    let asked = if form.get("form") == "refer" {
        let body = reading.parsed("refer-body", "terms-body-missing");
        let (en, cy) = (reading.optional("refer-en"), reading.optional("refer-cy"));
        body.map(|body| Asked::Refer { body, earlier: ticked("refer-earlier"), en, cy })
    } else {
        let body = reading.parsed("judge-body", "terms-body-missing");
        let earlier = ticked("judge-earlier");
        if earlier.is_empty() {
            reading.error("judge-earlier", "recurrence-earlier-missing");
        }
        let conclusion = reading.choice("judge-conclusion", "recurrence-conclusion-missing");
        let reasons = reading.text("judge-reasons", "recurrence-reasons-missing");
        body.zip(conclusion).map(|(body, conclusion)| Asked::Judge { body, earlier, conclusion, reasons })
    };
    let errors = reading.errors();
    match asked {
        Some(asked) if errors.is_empty() => Ok(asked),
        _ => Err(errors),
    }
}

async fn record(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(wanted): Query<Wanted>,
    form: Form,
) -> Answer {
    let asked = match read(&form, staff.visit.language) {
        Ok(asked) => asked,
        Err(errors) => {
            return draw(&app, &staff, reference, wanted, &form, &Done::default(), errors).await;
        }
    };
    let (name, done) = match &asked {
        Asked::Judge { .. } => ("judge", "earlier-judged"),
        Asked::Refer { .. } => ("refer", "earlier-referred-to"),
    };
    let acted = act(&app, &staff, &reference, &form, move |_, _, sealer| {
        Ok(vec![match &asked {
            Asked::Judge { body, earlier, conclusion, reasons } => Command::JudgeEarlier {
                body: *body,
                earlier: earlier.clone(),
                conclusion: *conclusion,
                reasons: sealer.words(reasons)?,
            },
            Asked::Refer { body, earlier, en, cy } => Command::ReferToEarlier(ReferenceParagraph {
                body: *body,
                earlier: earlier.clone(),
                en: sealer.words(en)?,
                cy: sealer.words(cy)?,
            }),
        }])
    });
    match acted.await? {
        Acted::Done(_) => Ok(see(staff.visit.to(&format!("/cases/{reference}/earlier?done={done}")))),
        Acted::Wrong(errors) => {
            draw(&app, &staff, reference, wanted, &form, &Done::default(), named(name, errors)).await
        }
        Acted::Meanwhile(page) => Ok(page),
    }
}
