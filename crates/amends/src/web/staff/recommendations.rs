//! The recommendations of a case: a card each, in order, with what its checks say.

use amends_core::{
    case::Case,
    command::CommandKind,
    recommendation::{Amount, Recommendation},
    text::Language,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::Serialize;

use super::{
    case_frame::CaseFrame,
    checks,
    next_step::may,
    recommendation_drop, recommendation_edit,
    shown::{self, Done, Standing, Tag, told},
};
use crate::{
    i18n,
    mail::read,
    office::{ActError, Office},
    render::frame::Link,
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/recommendations", get(list))
        .merge(recommendation_edit::routes())
        .merge(recommendation_drop::routes())
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
    let written_in = read::language(terms.wording.as_str()).unwrap_or(language);
    let panel = checks::of_terms(office, case, terms, Some(one.number), language, written_in)?;
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
///
/// # Errors
/// Where the memory fails.
pub(super) fn freeze(office: &Office, case: &Case, language: Language) -> Result<Option<String>, ActError> {
    let frozen = office.bodies(&case.bodies)?.iter().any(|body| body.freeze_on(office.today()).is_some());
    let profile = office.profile_of(case)?;
    Ok(frozen.then(|| profile.spending_freeze.get(language).to_owned()))
}
