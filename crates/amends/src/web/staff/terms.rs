//! The form of a recommendation: read into what it says, and filled from what it said.

use std::num::NonZeroU16;

use amends_core::{
    id::BodyId,
    money::Pence,
    period::{Anchor, DueSpec, Length, Unit},
    recommendation::{
        Amount, BeneficiaryGroup, EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope, Terms,
    },
    recurrence::EarlierRef,
    text::Language,
};

use super::{
    acting::{keep, keep_optional},
    terms_due::with_due,
};
use crate::{
    office::{ActError, Sealer},
    render::frame::FieldError,
    web::form::{Form, Reading},
};

/// A recommendation as typed, before its texts are sealed.
#[derive(Debug, Clone)]
pub struct Typed {
    /// What sort of act.
    pub kind: Kind,
    /// For whom.
    pub scope: Scope,
    /// The body responsible.
    pub body: BodyId,
    answers: Option<u16>,
    /// Who will do what.
    pub wording: String,
    money: Money,
    set_off: bool,
    beneficiaries: Option<(String, Option<u32>)>,
    items: Vec<(String, Proof, Need)>,
    due: Option<DueSpec>,
    public_summary: String,
    private_notes: String,
    themes: Vec<String>,
    takes_up: Vec<EarlierRef>,
}

#[derive(Debug, Clone)]
enum Money {
    None,
    Exact(Pence),
    Formula(String, Pence),
}

/// The parts of the form that are one field each.
pub const FIELDS: [&str; 29] = [
    "kind",
    "scope",
    "answers",
    "wording",
    "money",
    "amount",
    "formula",
    "at_most",
    "set_off",
    "body",
    "beneficiaries",
    "beneficiary_count",
    "due",
    "due-on-day",
    "due-on-month",
    "due-on-year",
    "due-amount",
    "due-unit",
    "due-anchor",
    "due-event-amount",
    "due-event-unit",
    "due-event",
    "backstop-day",
    "backstop-month",
    "backstop-year",
    "public_summary",
    "private_notes",
    "in",
    "act",
];

impl Typed {
    /// The same, answering this finding.
    #[must_use]
    pub fn answering(self, finding: Option<FindingNumber>) -> Self {
        Self { answers: finding.map(|finding| finding.0), ..self }
    }
}

/// Reads the form; what cannot be used is an error on its field. Nothing here judges the wording.
///
/// # Errors
/// One for each field that cannot be used.
pub fn read(form: &Form, language: Language) -> Result<Typed, Vec<FieldError>> {
    let mut reading = form.read(language);
    let typed = fields(form, &mut reading);
    let errors = reading.errors();
    match typed {
        Some(typed) if errors.is_empty() => Ok(typed),
        _ => Err(errors),
    }
}

/// What can be read of a form that is still being filled, for the checks; `body` where none is chosen yet.
pub fn so_far(form: &Form, body: BodyId) -> Typed {
    let mut reading = form.read(Language::En);
    let filled = form.clone();
    let filled = if form.has("kind") { filled } else { filled.with("kind", Kind::ReportBack.code()) };
    let filled = if form.has("scope") { filled } else { filled.with("scope", Scope::Personal.code()) };
    let filled = if form.has("body") { filled } else { filled.with("body", body.to_string()) };
    fields(&filled, &mut filled.read(Language::En)).unwrap_or_else(|| Typed {
        kind: Kind::ReportBack,
        scope: Scope::Personal,
        body,
        answers: None,
        wording: reading.optional("wording"),
        money: Money::None,
        set_off: false,
        beneficiaries: None,
        items: items(form),
        due: due(form, &mut reading),
        public_summary: reading.optional("public_summary"),
        private_notes: String::new(),
        themes: form.all("themes").to_vec(),
        takes_up: takes_up(form),
    })
}

fn fields(form: &Form, reading: &mut Reading<'_>) -> Option<Typed> {
    let kind = reading.choice("kind", "terms-kind-missing");
    let scope = reading.choice("scope", "terms-scope-missing");
    let body = reading.parsed("body", "terms-body-missing");
    let wording = reading.text("wording", "terms-wording-missing");
    let money = money(form, reading);
    let count = form.get("beneficiary_count").trim();
    if !count.is_empty() && count.parse::<u32>().is_err() {
        reading.error("beneficiary_count", "terms-count-wrong");
    }
    let due = due(form, reading);
    let who = reading.optional("beneficiaries");
    Some(Typed {
        kind: kind?,
        scope: scope?,
        body: body?,
        answers: form.get("answers").parse().ok(),
        wording,
        money,
        set_off: form.has("set_off"),
        beneficiaries: (!who.is_empty()).then(|| (who, count.parse().ok())),
        items: items(form),
        due,
        public_summary: reading.optional("public_summary"),
        private_notes: reading.optional("private_notes"),
        themes: form.all("themes").to_vec(),
        takes_up: takes_up(form),
    })
}

fn money(form: &Form, reading: &mut Reading<'_>) -> Money {
    let mut sum = |field: &str| {
        let sum = reading.optional_money(field);
        if sum.is_none() && !form.has(field) {
            reading.error(field, "terms-sum-missing");
        }
        sum
    };
    match form.get("money") {
        "exact" => sum("amount").map_or(Money::None, Money::Exact),
        "formula" => {
            let at_most = sum("at_most");
            let formula = reading.text("formula", "terms-formula-missing");
            at_most.map_or(Money::None, |at_most| Money::Formula(formula, at_most))
        }
        _ => Money::None,
    }
}

/// The rows of the evidence list that say something, in order.
fn items(form: &Form) -> Vec<(String, Proof, Need)> {
    let at = |field: &str, place: usize| form.all(field).get(place).map_or("", String::as_str);
    let rows = form.all("item-what").iter().enumerate().filter(|(_, what)| !what.trim().is_empty());
    rows.map(|(place, what)| {
        let wanted = at("item-proof", place);
        let proof = Proof::ALL.into_iter().find(|proof| proof.code() == wanted).unwrap_or(Proof::Other);
        let need = match at("item-need", place).strip_prefix("any-").and_then(|group| group.parse().ok()) {
            Some(group) => Need::AnyOf { group },
            None => Need::Required,
        };
        (what.trim().to_owned(), proof, need)
    })
    .collect()
}

/// When evidence is due: a date, a length after a day, or after an event with a backstop (E38, E39).
fn due(form: &Form, reading: &mut Reading<'_>) -> Option<DueSpec> {
    match form.get("due") {
        "on" => reading.date("due-on", "terms-date-missing").map(|date| DueSpec::On { date }),
        "after" => {
            let length = length(form, reading, "due-amount", "due-unit");
            let anchor: Option<Anchor> = reading.choice("due-anchor", "terms-anchor-missing");
            Some(DueSpec::After { length: length?, anchor: anchor? })
        }
        "event" => {
            let length = length(form, reading, "due-event-amount", "due-event-unit");
            let event = reading.text("due-event", "terms-event-missing");
            let backstop = reading.date("backstop", "terms-backstop-missing");
            Some(DueSpec::OnEvent { length: length?, event, backstop: backstop? })
        }
        _ => None,
    }
}

fn length(form: &Form, reading: &mut Reading<'_>, amount: &str, unit: &str) -> Option<Length> {
    let read = form.get(amount).trim().parse::<NonZeroU16>().ok();
    if read.is_none() {
        reading.error(amount, "terms-length-missing");
    }
    let unit: Unit = reading.choice(unit, "terms-unit-missing")?;
    read.map(|amount| Length { amount, unit })
}

/// The recommendation with its texts sealed; those that did not change stay the words they are.
///
/// # Errors
/// Where the machine gives no chance.
pub fn sealed(typed: &Typed, sealer: &mut Sealer, before: Option<&Terms>) -> Result<Terms, ActError> {
    let old_formula = before.and_then(|terms| match &terms.amount {
        Some(Amount::Formula { wording, .. }) => Some(wording),
        _ => None,
    });
    let amount = match &typed.money {
        Money::None => None,
        Money::Exact(pence) => Some(Amount::Exact { pence: *pence }),
        Money::Formula(wording, at_most) => {
            Some(Amount::Formula { wording: keep(sealer, wording, old_formula)?, at_most: *at_most })
        }
    };
    let old_group = before.and_then(|terms| terms.beneficiaries.as_ref());
    let beneficiaries = match &typed.beneficiaries {
        None => None,
        Some((who, count)) => Some(BeneficiaryGroup {
            who: keep(sealer, who, old_group.map(|group| &group.who))?,
            count: *count,
        }),
    };
    let mut evidence = Vec::new();
    for (number, (what, proof, need)) in (1..=u8::MAX).zip(&typed.items) {
        let known = before.and_then(|terms| terms.evidence.iter().find(|item| item.what.as_str() == what));
        let what = keep(sealer, what, known.map(|item| &item.what))?;
        evidence.push(EvidenceItem { item: ItemNumber(number), what, proof: *proof, need: *need });
    }
    Ok(Terms {
        kind: typed.kind,
        scope: typed.scope,
        answers: typed.answers.map(FindingNumber),
        wording: keep(sealer, &typed.wording, before.map(|terms| &terms.wording))?,
        amount,
        set_off_allowed: typed.set_off,
        addressee: typed.body,
        beneficiaries,
        evidence,
        evidence_due: typed.due.clone(),
        public_summary: keep_optional(
            sealer,
            &typed.public_summary,
            before.and_then(|terms| terms.public_summary.as_ref()),
        )?,
        themes: typed.themes.clone(),
        takes_up: typed.takes_up.clone(),
        private_notes: keep_optional(
            sealer,
            &typed.private_notes,
            before.and_then(|terms| terms.private_notes.as_ref()),
        )?,
    })
}

/// The form as it would be typed to say the same.
pub fn filled(terms: &Terms) -> Form {
    let mut form = Form::default()
        .with("kind", terms.kind.code())
        .with("scope", terms.scope.code())
        .with("answers", terms.answers.map(|finding| finding.0.to_string()).unwrap_or_default())
        .with("wording", terms.wording.as_str())
        .with("body", terms.addressee.to_string());
    form = match &terms.amount {
        None => form.with("money", "none"),
        Some(Amount::Exact { pence }) => form.with("money", "exact").with("amount", plain(*pence)),
        Some(Amount::Formula { wording, at_most }) => {
            form.with("money", "formula").with("formula", wording.as_str()).with("at_most", plain(*at_most))
        }
    };
    if terms.set_off_allowed {
        form = form.with("set_off", "1");
    }
    if let Some(group) = &terms.beneficiaries {
        let count = group.count.map(|count| count.to_string()).unwrap_or_default();
        form = form.with("beneficiaries", group.who.as_str()).with("beneficiary_count", count);
    }
    for item in &terms.evidence {
        form = with_item(form, item.what.as_str(), item.proof, item.need);
    }
    form = with_due(form, terms.evidence_due.as_ref());
    form = terms.themes.iter().fold(form, |form, theme| form.and("themes", theme));
    form = terms.takes_up.iter().fold(form, |form, one| form.and("takes_up", one.whole()));
    let text = |words: &Option<amends_core::text::Words>| {
        words.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default()
    };
    form.with("public_summary", text(&terms.public_summary)).with("private_notes", text(&terms.private_notes))
}

/// The earlier recommendations that are ticked.
fn takes_up(form: &Form) -> Vec<EarlierRef> {
    form.all("takes_up").iter().filter_map(|text| EarlierRef::read(text)).collect()
}

/// A sum without the sign, as the field takes it.
fn plain(sum: Pence) -> String {
    sum.to_string().replace('£', "")
}

/// Puts a row into the evidence list of the form.
pub fn with_item(form: Form, what: &str, proof: Proof, need: Need) -> Form {
    let (proof, need) = item_codes(proof, need);
    form.and("item-what", what).and("item-proof", proof).and("item-need", need)
}

/// Proof and need as the form has them.
pub fn item_codes(proof: Proof, need: Need) -> (&'static str, String) {
    let need = match need {
        Need::Required => "required".to_owned(),
        Need::AnyOf { group } => format!("any-{group}"),
    };
    (proof.code(), need)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Form {
        fields.iter().fold(Form::default(), |form, (field, value)| form.and(field, *value))
    }

    #[test]
    fn e39_a_date_after_an_event_needs_its_backstop() {
        let typed = form(&[
            ("due", "event"),
            ("due-event-amount", "20"),
            ("due-event-unit", "working_days"),
            ("due-event", "the committee meeting"),
        ]);
        let mut reading = typed.read(Language::En);
        assert_eq!(due(&typed, &mut reading), None);
        assert!(reading.errors().iter().any(|error| error.field == "backstop-day"));
    }

    #[test]
    fn r27_rows_of_the_evidence_list_keep_their_proof_and_need() {
        let typed = form(&[
            ("item-what", "The revised procedure"),
            ("item-proof", "policy_text"),
            ("item-need", "required"),
            ("item-what", " "),
            ("item-proof", "other"),
            ("item-need", "required"),
            ("item-what", "The minute"),
            ("item-proof", "approval"),
            ("item-need", "any-1"),
        ]);
        let read = items(&typed);
        assert_eq!(read.len(), 2);
        assert_eq!((read[1].1, read[1].2), (Proof::Approval, Need::AnyOf { group: 1 }));
    }
}
