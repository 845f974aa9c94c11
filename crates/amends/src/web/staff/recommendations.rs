//! Recommendations: the cards of a case, writing and changing one beside its checks, withdrawing one.

use amends_core::{
    case::Case,
    command::{Command, CommandKind},
    id::RecommendationNumber,
    recommendation::{Amount, DropReason, Kind, Proof, Recommendation, Scope},
    smart,
    text::Language,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{
    acting::{Acted, act},
    case_frame::CaseFrame,
    checks::{self, Panel},
    next_step::may,
    shown::{self, Choice, Done, Standing, Tag, told},
    terms,
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::{FieldError, Link},
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/recommendations", get(list))
        .route("/cases/{reference}/recommendations/new", get(new).post(write))
        .route("/cases/{reference}/recommendations/{number}/edit", get(edit).post(revise))
        .route("/cases/{reference}/recommendations/{number}/drop", get(ask_drop).post(drop_one))
}

#[derive(Serialize)]
struct Fact {
    key: String,
    value: String,
}

#[derive(Serialize)]
struct Card {
    number: u16,
    title: String,
    wording: String,
    tag: Tag,
    facts: Vec<Fact>,
    evidence: Vec<String>,
    found: usize,
    stops: usize,
    actions: Vec<Link>,
}

#[derive(Serialize)]
struct ListPage {
    case: CaseFrame,
    cards: Vec<Card>,
    new_href: Option<String>,
    import_href: String,
    freeze: Option<String>,
}

async fn list(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    let language = staff.visit.language;
    let writes = may(&staff.actor(), CommandKind::WriteRecommendation);
    let import = staff.visit.to(&format!("/cases/import?case={reference}"));
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            let frame = CaseFrame::of(office, &case, language, "/recommendations")?;
            let mut cards = Vec::new();
            for one in &case.recommendations {
                cards.push(card(office, &case, one, &frame.base, writes, language)?);
            }
            let open = writes && case.decided_on().is_none();
            Ok::<_, ActError>(ListPage {
                cards,
                new_href: open.then(|| format!("{}/recommendations/new", frame.base)),
                import_href: import,
                freeze: freeze(office, &case, language)?,
                case: frame,
            })
        })
        .await?;
    let mut frame = page.case.frame(&app, &staff, i18n::t(language, "section-recommendations"));
    done.on(&mut frame, language);
    Ok(app.page("staff/recommendations.html", &staff.visit, &frame, page)?.into_response())
}

fn card(
    office: &Office,
    case: &Case,
    one: &Recommendation,
    base: &str,
    writes: bool,
    language: Language,
) -> Result<Card, ActError> {
    let terms = &one.terms;
    let panel = checks::of_terms(office, case, terms, Some(one.number), language, language)?;
    let bodies = office.all_bodies()?;
    let fact = |key: &str, value: String| Fact { key: i18n::t(language, key), value };
    let due = match one.evidence_due_on() {
        Some(on) => i18n::date_with_weekday(language, on),
        None => panel.due.clone(),
    };
    let mut facts = vec![
        fact("terms-kind", i18n::t(language, &format!("kind-{}", terms.kind.code()))),
        fact("terms-scope", i18n::t(language, &format!("scope-{}", terms.scope.code()))),
        fact("terms-body", shown::body_name(&bodies, terms.addressee, language)),
        fact("terms-due", due),
    ];
    if let Some(amount) = &terms.amount {
        facts.push(fact("terms-money", said_amount(amount, language)));
    }
    if let Some(finding) = terms.answers {
        facts.push(fact("terms-answers", finding.0.to_string()));
    }
    if let Some(words) = &terms.public_summary {
        facts.push(fact("terms-public-summary", words.as_str().to_owned()));
    }
    if let Some(words) = &terms.private_notes {
        facts.push(fact("terms-private-notes", words.as_str().to_owned()));
    }
    let mut actions = Vec::new();
    if writes && !one.decided && one.dropped.is_none() && case.decided_on().is_none() {
        let path = format!("{base}/recommendations/{}", one.number);
        actions.push(Link::new(i18n::t(language, "terms-change"), format!("{path}/edit")));
        let copy = format!("{base}/recommendations/new?from={}", one.number);
        actions.push(Link::new(i18n::t(language, "terms-copy"), copy));
        actions.push(Link::new(i18n::t(language, "terms-drop"), format!("{path}/drop")));
    }
    Ok(Card {
        number: one.number.0,
        title: case.reference.recommendation(one.number),
        wording: terms.wording.as_str().to_owned(),
        tag: Standing::of(one).tag(office.today()),
        facts,
        evidence: terms.evidence.iter().map(|item| item.what.as_str().to_owned()).collect(),
        found: if one.decided || one.dropped.is_some() { 0 } else { panel.found },
        stops: panel.checks.iter().filter(|check| check.level == "stop" && !one.decided).count(),
        actions,
    })
}

fn said_amount(amount: &Amount, language: Language) -> String {
    match amount {
        Amount::Exact { pence } => i18n::money(*pence),
        Amount::Formula { wording, at_most } => told(
            language,
            "terms-formula-said",
            [("formula", wording.as_str()), ("amount", &i18n::money(*at_most))],
        ),
    }
}

/// What a caseworker is told when a body of the case has frozen its spending (R43).
fn freeze(office: &Office, case: &Case, language: Language) -> Result<Option<String>, ActError> {
    let frozen = office.bodies(&case.bodies)?.iter().any(|body| body.spending_frozen_since.is_some());
    let profile = office.profile(&case.profile)?;
    Ok(frozen.then(|| profile.spending_freeze.get(language).to_owned()))
}

#[derive(Serialize)]
struct Item {
    what: String,
    proof: String,
    need: String,
}

#[derive(Serialize)]
struct EditPage {
    case: CaseFrame,
    action: String,
    checks_href: String,
    fields: BTreeMap<String, String>,
    items: Vec<Item>,
    kinds: Vec<Choice>,
    scopes: Vec<Choice>,
    findings: Vec<Choice>,
    bodies: Vec<Choice>,
    proofs: Vec<Choice>,
    needs: Vec<Choice>,
    units: Vec<Choice>,
    anchors: Vec<Choice>,
    languages: Vec<Choice>,
    example: String,
    freeze: Option<String>,
    clock_label: String,
    panel: Panel,
    split_href: String,
}

/// From what a new recommendation starts.
#[derive(Debug, Default, Deserialize)]
struct Start {
    from: Option<u16>,
    #[serde(default)]
    wording: String,
}

async fn new(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(start): Query<Start>,
) -> Answer {
    let wanted = reference.clone();
    let form = app
        .work(move |office| {
            let case = office.by_reference(&wanted)?.case;
            let from = start.from.and_then(|number| case.recommendation(RecommendationNumber(number)));
            let form = match from {
                Some(one) => terms::filled(&one.terms),
                None => Form::default()
                    .with("body", case.bodies.first().map(ToString::to_string).unwrap_or_default())
                    .with("money", "none")
                    .with("due", "after")
                    .with("due-unit", "working_days")
                    .with("due-anchor", "final_decision"),
            };
            let form = if start.wording.is_empty() { form } else { form.with("wording", start.wording) };
            Ok::<_, ActError>(form)
        })
        .await?;
    draw(&app, &staff, reference, None, form, Vec::new()).await
}

async fn edit(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
) -> Answer {
    let (wanted, number) = (reference.clone(), RecommendationNumber(number));
    let form = app
        .work(move |office| {
            let case = office.by_reference(&wanted)?.case;
            let one = case.recommendation(number).ok_or(ActError::NotFound("recommendation"))?;
            Ok::<_, ActError>(terms::filled(&one.terms))
        })
        .await?;
    draw(&app, &staff, reference, Some(number), form, Vec::new()).await
}

async fn write(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    save(&app, &staff, reference, None, form).await
}

async fn revise(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    save(&app, &staff, reference, Some(RecommendationNumber(number)), form).await
}

/// Saves what was typed, or does what another button of the form asks without saving. Checks never stand against saving.
async fn save(
    app: &App,
    staff: &Staff,
    reference: String,
    number: Option<RecommendationNumber>,
    form: Form,
) -> Answer {
    let language = staff.visit.language;
    match form.get("act") {
        "check" | "row" => return draw(app, staff, reference, number, form, Vec::new()).await,
        "usual" => {
            let written_in = form.get("in").parse().unwrap_or(language);
            let wanted = reference.clone();
            let form = app
                .work(move |office| {
                    let case = office.by_reference(&wanted)?.case;
                    Ok::<_, ActError>(terms::with_usual_evidence(
                        form,
                        office.profile(&case.profile)?,
                        written_in,
                    ))
                })
                .await?;
            return draw(app, staff, reference, number, form, Vec::new()).await;
        }
        _ => {}
    }
    let typed = match terms::read(&form, language) {
        Ok(typed) => typed,
        Err(errors) => return draw(app, staff, reference, number, form, errors).await,
    };
    let acted = act(app, staff, &reference, &form, move |_, case, sealer| {
        let before = number.and_then(|number| case.recommendation(number)).map(|one| &one.terms);
        let terms = Box::new(terms::sealed(&typed, sealer, before)?);
        Ok(vec![match number {
            Some(number) => Command::ReviseRecommendation { number, terms },
            None => Command::WriteRecommendation { terms },
        }])
    });
    match acted.await? {
        Acted::Done(case) => {
            let last = case.recommendations.last().map(|one| one.number);
            let anchor =
                number.or(last).map(|number| format!("#recommendation-{number}")).unwrap_or_default();
            let to = format!("/cases/{reference}/recommendations?done=recommendation-saved{anchor}");
            Ok(see(staff.visit.to(&to)))
        }
        Acted::Wrong(errors) => draw(app, staff, reference, number, form, errors).await,
        Acted::Meanwhile(page) => Ok(page),
    }
}

async fn draw(
    app: &App,
    staff: &Staff,
    reference: String,
    number: Option<RecommendationNumber>,
    form: Form,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let language = staff.visit.language;
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            if number.is_some_and(|number| case.recommendation(number).is_none()) {
                return Err(ActError::NotFound("recommendation"));
            }
            edit_page(office, &case, &form, number, language)
        })
        .await?;
    let wrong = !errors.is_empty();
    let title = match number {
        Some(number) => {
            told(language, "terms-edit-title", [("reference", &format!("{}-{number}", page.case.reference))])
        }
        None => i18n::t(language, "terms-new-title"),
    };
    let mut frame = page.case.frame(app, staff, title);
    let list = format!("{}/recommendations", page.case.base);
    frame.breadcrumbs.push(Link::new(i18n::t(language, "section-recommendations"), list));
    let frame = with_errors(frame, errors);
    let html = app.page("staff/recommendation_edit.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn edit_page(
    office: &Office,
    case: &Case,
    form: &Form,
    number: Option<RecommendationNumber>,
    language: Language,
) -> Result<EditPage, ActError> {
    let frame = CaseFrame::of(office, case, language, "/recommendations")?;
    let profile = office.profile(&case.profile)?;
    let choice = |value: &str, key: String| Choice::new(value, i18n::t(language, &key));
    let coded = |codes: &[&'static str], prefix: &str| -> Vec<Choice> {
        codes.iter().map(|code| choice(code, format!("{prefix}-{}", code.replace('_', "-")))).collect()
    };
    let mut kinds = vec![Choice::none(language)];
    kinds.extend(Kind::ALL.iter().map(|kind| choice(kind.code(), format!("kind-{}", kind.code()))));
    let mut findings = vec![Choice::new("", i18n::t(language, "terms-answers-none"))];
    findings.extend(case.findings.iter().map(|one| {
        Choice::new(one.finding.0.to_string(), format!("{}. {}", one.finding.0, one.fault.as_str()))
    }));
    let scope = |scope: Scope| {
        let hint = i18n::t(language, &format!("scope-{}-hint", scope.code()));
        Choice { hint, ..choice(scope.code(), format!("scope-{}", scope.code())) }
    };
    let mut fields: BTreeMap<String, String> =
        terms::FIELDS.iter().map(|name| ((*name).to_owned(), form.get(name).to_owned())).collect();
    if !form.has("in") {
        fields.insert("in".to_owned(), language.tag().to_owned());
    }
    let path = number.map_or_else(|| "new".to_owned(), |number| format!("{number}/edit"));
    let about = number.map(|number| format!("?number={number}")).unwrap_or_default();
    let kind: Option<Kind> = form.get("kind").parse().ok();
    Ok(EditPage {
        action: format!("{}/recommendations/{path}", frame.base),
        checks_href: format!("{}/recommendations/checks{about}", frame.base),
        items: items(form),
        kinds,
        scopes: vec![scope(Scope::Personal), scope(Scope::Service)],
        findings,
        bodies: shown::body_choices(&office.all_bodies()?, Some(&case.bodies), language),
        proofs: Proof::ALL.map(|proof| choice(proof.code(), format!("proof-{}", proof.code()))).into(),
        needs: coded(&["required", "any-1", "any-2"], "need"),
        units: coded(&["working_days", "weeks", "months", "calendar_days", "years"], "unit"),
        anchors: coded(&["final_decision", "receipt", "report_date"], "anchor"),
        languages: vec![
            choice("en", "new-case-english".to_owned()),
            choice("cy", "new-case-welsh".to_owned()),
        ],
        example: kind.map(|kind| i18n::t(language, smart::help(kind))).unwrap_or_default(),
        freeze: freeze(office, case, language)?,
        clock_label: profile.clock_label.text.get(language).to_owned(),
        panel: checks::panel(office, case, form, number, language)?,
        split_href: format!("{}/recommendations/new", frame.base),
        fields,
        case: frame,
    })
}

/// The rows of the evidence list as typed, and one more to fill.
fn items(form: &Form) -> Vec<Item> {
    let at = |field: &str, place: usize| form.all(field).get(place).cloned().unwrap_or_default();
    let typed = form.all("item-what").iter().enumerate();
    let mut items: Vec<Item> = typed
        .filter(|(_, what)| !what.trim().is_empty())
        .map(|(place, what)| Item {
            what: what.clone(),
            proof: at("item-proof", place),
            need: at("item-need", place),
        })
        .collect();
    let more = if items.is_empty() || form.get("act") == "row" { 2 } else { 1 };
    for _ in 0..more {
        let (proof, need) = (Proof::Other.code().to_owned(), "required".to_owned());
        items.push(Item { what: String::new(), proof, need });
    }
    items
}

#[derive(Serialize)]
struct DropPage {
    case: CaseFrame,
    action: String,
    wording: String,
    reasons: Vec<Choice>,
    reason: String,
    note: String,
}

async fn ask_drop(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
) -> Answer {
    draw_drop(&app, &staff, reference, RecommendationNumber(number), &Form::default(), Vec::new()).await
}

async fn draw_drop(
    app: &App,
    staff: &Staff,
    reference: String,
    number: RecommendationNumber,
    form: &Form,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let language = staff.visit.language;
    let (reason, note) = (form.get("reason").to_owned(), form.get("note").to_owned());
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            let one = case.recommendation(number).ok_or(ActError::NotFound("recommendation"))?;
            let frame = CaseFrame::of(office, &case, language, "/recommendations")?;
            let reasons = ["already_done", "after_comments", "replaced", "mistake"];
            Ok::<_, ActError>(DropPage {
                action: format!("{}/recommendations/{number}/drop", frame.base),
                wording: one.terms.wording.as_str().to_owned(),
                reasons: reasons
                    .iter()
                    .map(|code| {
                        Choice::new(*code, i18n::t(language, &format!("drop-{}", code.replace('_', "-"))))
                    })
                    .collect(),
                reason,
                note,
                case: frame,
            })
        })
        .await?;
    let wrong = !errors.is_empty();
    let reference = format!("{}-{number}", page.case.reference);
    let title = told(language, "drop-title", [("reference", &reference)]);
    let frame = with_errors(page.case.frame(app, staff, title), errors);
    let html = app.page("staff/recommendation_drop.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

async fn drop_one(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let number = RecommendationNumber(number);
    let mut reading = form.read(staff.visit.language);
    let reason: Option<DropReason> = reading.choice("reason", "drop-reason-missing");
    let note = reading.text("note", "drop-note-missing");
    let errors = reading.errors();
    let Some(reason) = reason.filter(|_| errors.is_empty()) else {
        return draw_drop(&app, &staff, reference, number, &form, errors).await;
    };
    let acted = act(&app, &staff, &reference, &form, move |_, _, sealer| {
        Ok(vec![Command::DropRecommendation { number, reason, note: sealer.words(&note)? }])
    });
    match acted.await? {
        Acted::Done(_) => Ok(see(staff
            .visit
            .to(&format!("/cases/{reference}/recommendations?done=recommendation-dropped")))),
        Acted::Wrong(errors) => draw_drop(&app, &staff, reference, number, &form, errors).await,
        Acted::Meanwhile(page) => Ok(page),
    }
}
