//! What a further instrument recommends: each recommendation a card of the form, filled from what was not carried out.

use amends_core::{
    case::Case,
    id::{BodyId, RecommendationNumber},
    recommendation::{Judgement, Kind, Proof, Recommendation, Scope, Terms},
};
use serde::Serialize;

use super::super::{draft, matter::Matter, shown::Choice, terms};
use crate::{
    office::{ActError, Sealer},
    render::frame::FieldError,
    web::form::Form,
};

/// The most recommendations one form takes.
const MOST: usize = 8;

/// A card of the form.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Card {
    id: String,
    place: usize,
    fields: std::collections::BTreeMap<String, String>,
    hidden: Vec<(String, String)>,
    items: Vec<(String, String)>,
    filled: bool,
}

/// What there is to choose.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Choices {
    kinds: Vec<Choice>,
    scopes: Vec<Choice>,
    proofs: Vec<Choice>,
    findings: Vec<Choice>,
}

/// The fields of a card that its reader sees; the rest goes along unseen.
const SEEN: [&str; 8] =
    ["kind", "scope", "answers", "wording", "amount", "due-on-day", "due-on-month", "due-on-year"];
const ROWS: [&str; 3] = ["item-what", "item-proof", "item-need"];

pub(super) fn choices(matter: &Matter) -> Choices {
    let coded = |prefix: &str, code: &str| Choice::new(code, matter.t(&format!("{prefix}-{code}")));
    let none = Choice::none(matter.language);
    let findings = matter.case.findings.iter().map(|one| {
        Choice::new(one.finding.0.to_string(), format!("{}. {}", one.finding.0, one.fault.as_str()))
    });
    Choices {
        kinds: std::iter::once(none.clone())
            .chain(Kind::ALL.iter().map(|one| coded("kind", one.code())))
            .collect(),
        scopes: std::iter::once(none)
            .chain([Scope::Personal, Scope::Service].iter().map(|one| coded("scope", one.code())))
            .collect(),
        proofs: Proof::ALL.iter().map(|one| coded("proof", one.code())).collect(),
        findings: std::iter::once(Choice::new("", matter.t("terms-answers-none"))).chain(findings).collect(),
    }
}

/// What was not carried out by the body: judged so, or the one that is looked at.
fn not_done(case: &Case, body: BodyId, number: RecommendationNumber) -> Vec<&Recommendation> {
    let failed = |one: &&Recommendation| {
        one.number == number
            || matches!(one.judgement, Some(Judgement::NotMet { .. } | Judgement::Refused { .. }))
    };
    case.live()
        .filter(|one| one.decided && one.terms.addressee == body)
        .filter(failed)
        .take(MOST - 1)
        .collect()
}

/// Puts into the form, once, what was not carried out, each without its date: a new one is for the writer to give.
pub(super) fn filled(form: Form, case: &Case, body: BodyId, number: RecommendationNumber) -> Form {
    let mut form = form;
    for (place, one) in (1..).zip(not_done(case, body, number)) {
        let terms = terms::filled(&Terms { evidence_due: None, ..one.terms.clone() });
        for (field, value) in terms.pairs() {
            form = form.and(&format!("r{place}-{field}"), value);
        }
    }
    form
}

/// The part of the form that is one card, its fields without their prefix.
fn part(form: &Form, place: usize, body: BodyId) -> Form {
    let prefix = format!("r{place}-");
    let mut part = Form::default();
    for (field, value) in form.pairs() {
        if let Some(field) = field.strip_prefix(&prefix) {
            part = part.and(field, value);
        }
    }
    let part = part.with("body", body.to_string()).with("due", "on");
    if part.has("amount") && part.get("money") != "formula" { part.with("money", "exact") } else { part }
}

/// How many cards the form shows: those with something in them, and one more.
pub(super) fn cards(form: &Form, body: BodyId) -> Vec<Card> {
    let wanted = |place: usize| form.has(&format!("r{place}-wording"));
    let last = (1..=MOST).rev().find(|place| wanted(*place)).unwrap_or(0);
    (1..=(last + 1).min(MOST)).map(|place| card(form, place, body)).collect()
}

fn card(form: &Form, place: usize, body: BodyId) -> Card {
    let part = part(form, place, body);
    let what = part.all("item-what");
    let mut items: Vec<(String, String)> = what
        .iter()
        .zip(part.all("item-proof").iter().map(String::as_str).chain(std::iter::repeat(Proof::Other.code())))
        .filter(|(what, _)| !what.trim().is_empty())
        .map(|(what, proof)| (what.clone(), proof.to_owned()))
        .collect();
    items.push((String::new(), Proof::Other.code().to_owned()));
    let unseen = |field: &str| !SEEN.contains(&field) && !ROWS.contains(&field);
    let carried =
        part.pairs().filter(|(field, _)| unseen(field) && !["body", "due", "money"].contains(field));
    let id = format!("r{place}");
    Card {
        hidden: carried.map(|(field, value)| (format!("{id}-{field}"), value.to_owned())).collect(),
        fields: SEEN.iter().map(|field| ((*field).to_owned(), part.get(field).to_owned())).collect(),
        filled: part.has("wording"),
        items,
        place,
        id,
    }
}

/// Is this a field of a card?
pub(super) fn is_of_card(field: &str) -> bool {
    field
        .strip_prefix('r')
        .and_then(|rest| rest.split_once('-'))
        .is_some_and(|(place, _)| place.parse::<usize>().is_ok())
}

/// The cards that say something, read; what cannot be used is an error on its field.
pub(super) fn read(
    form: &Form,
    body: BodyId,
    language: amends_core::text::Language,
) -> Result<Vec<terms::Typed>, Vec<FieldError>> {
    let (mut read, mut errors) = (Vec::new(), Vec::new());
    for place in (1..=MOST).filter(|place| form.has(&format!("r{place}-wording"))) {
        match terms::read(&part(form, place, body), language) {
            Ok(typed) => read.push(typed),
            Err(wrong) => errors.extend(
                wrong
                    .into_iter()
                    .map(|error| FieldError { field: format!("r{place}-{}", error.field), ..error }),
            ),
        }
    }
    if errors.is_empty() { Ok(read) } else { Err(errors) }
}

/// The same, sealed.
pub(super) fn sealed(typed: &[terms::Typed], sealer: &mut Sealer) -> Result<Vec<Terms>, ActError> {
    typed.iter().map(|one| terms::sealed(one, sealer, None)).collect()
}

/// The days on which both are asked to comment, filled in where nothing is.
pub(super) fn dated(form: Form, by: Option<jiff::civil::Date>, has_complainant: bool) -> Form {
    let Some(by) = by else { return form };
    let form = draft::dated(form, "body_by", by);
    if has_complainant { draft::dated(form, "complainant_by", by) } else { form }
}
