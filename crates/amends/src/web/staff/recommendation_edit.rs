//! Writing a recommendation and changing one, beside its checks, which never stand against saving (R40).

use amends_core::{
    case::Case,
    command::Command,
    id::RecommendationNumber,
    recommendation::{Kind, Proof, Scope},
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
    earlier_panel::{self, EarlierPanel},
    recommendations,
    shown::{self, Choice, told},
    terms,
    usual_evidence::with_usual_evidence,
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
        .route("/cases/{reference}/recommendations/new", get(new).post(write))
        .route("/cases/{reference}/recommendations/{number}/edit", get(edit).post(revise))
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
    earlier: EarlierPanel,
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
            let written_in = checks::written_in(&form, language);
            let wanted = reference.clone();
            let form = app
                .work(move |office| {
                    let case = office.by_reference(&wanted)?.case;
                    Ok::<_, ActError>(with_usual_evidence(form, office.profile_of(&case)?, written_in))
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
    let profile = office.profile_of(case)?;
    let choice = |value: &str, key: String| Choice::new(value, i18n::t(language, &key));
    let coded = |codes: &[&'static str], prefix: &str| -> Vec<Choice> {
        codes.iter().map(|code| choice(code, format!("{prefix}{}", code.replace('_', "-")))).collect()
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
    fields.insert("in".to_owned(), checks::written_in(form, language).tag().to_owned());
    let path = number.map_or_else(|| "new".to_owned(), |number| format!("{number}/edit"));
    let about = number.map(|number| format!("?number={number}")).unwrap_or_default();
    let kind: Option<Kind> = form.get("kind").parse().ok();
    let panel = checks::panel(office, case, form, number, language)?;
    Ok(EditPage {
        action: format!("{}/recommendations/{path}", frame.base),
        checks_href: format!("{}/recommendations/checks{about}", frame.base),
        items: items(form),
        kinds,
        scopes: vec![scope(Scope::Personal), scope(Scope::Service)],
        findings,
        bodies: shown::body_choices(&office.all_bodies()?, &case.bodies, language),
        proofs: Proof::ALL.map(|proof| choice(proof.code(), format!("proof-{}", proof.code()))).into(),
        needs: coded(&["required", "any-1", "any-2"], "need-"),
        units: coded(&["working_days", "weeks", "months", "calendar_days", "years"], "unit-"),
        anchors: coded(&["final_decision", "receipt", "report_date"], "anchor-"),
        languages: vec![
            choice("en", "new-case-english".to_owned()),
            choice("cy", "new-case-welsh".to_owned()),
        ],
        example: kind.map(|kind| i18n::t(language, smart::help(kind))).unwrap_or_default(),
        freeze: recommendations::freeze(office, case, language)?,
        clock_label: profile.clock_label.text.get(language).to_owned(),
        split_href: split_href(&frame.base, panel.split.as_ref()),
        earlier: earlier_panel::of(office, case, form, &frame.base, language)?,
        panel,
        fields,
        case: frame,
    })
}

/// The form of a new recommendation with the second half of a wording that asks for two acts.
fn split_href(base: &str, split: Option<&(String, String)>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some((_, second)) = split {
        query.append_pair("wording", second);
    }
    format!("{base}/recommendations/new?{}", query.finish())
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
