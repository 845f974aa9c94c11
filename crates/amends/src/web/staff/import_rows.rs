//! The rows of a decision taken in: one for each recommendation found, as found and as put right.

use amends_core::{
    extract::Extraction, id::BodyId, money::Pence, period::DueSpec, profile::Profile, text::Language,
};
use serde::Serialize;

use super::{
    body_field::{self, BodyField},
    terms,
};
use crate::{i18n, office::directory::Directory, proposal, render::frame::FieldError, web::form::Form};

/// One recommendation found in a text, as the caseworker has it on the screen.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Its place, from 1.
    pub place: usize,
    /// Is it to be taken?
    pub take: bool,
    /// Who will do what.
    pub wording: String,
    /// The code of its kind.
    pub kind: String,
    /// `personal` or `service`.
    pub scope: String,
    /// Its subject, where one is chosen.
    pub theme: String,
    /// The body chosen; blank for the case's own.
    pub body: String,
    /// The same as a field, where the case has no bodies yet to choose from.
    pub body_field: BodyField,
    /// Who is to act, as the text names them.
    pub addressee: String,
    /// The sum, without its sign.
    pub amount: String,
    /// `none`, `on` or `after`.
    pub due: String,
    /// The date, as `2026-12-04`.
    pub on: String,
    /// How many units.
    pub length: String,
    /// Of what.
    pub unit: String,
    /// After what.
    pub anchor: String,
    /// What usually proves its kind.
    pub usual: Vec<UsualItem>,
    /// The kind whose usual evidence is shown.
    pub usual_of: String,
    /// What else would prove it, a line each.
    pub evidence: String,
    /// The words of the text that ask for proof.
    pub asked: Vec<String>,
    /// The words of the text that made it.
    pub why: Vec<String>,
    /// What to look at before confirming.
    pub doubts: Vec<String>,
}

/// One thing that usually proves a recommendation, as it stands on the screen.
#[derive(Debug, Clone, Serialize)]
pub struct UsualItem {
    /// Its place, from 1.
    pub place: usize,
    /// Is it to be asked for?
    pub on: bool,
    /// What would show it.
    pub what: String,
    /// The code of its proof.
    pub proof: String,
    /// `required`, or `any-1` where one of its group is enough.
    pub need: String,
}

/// Puts a found recommendation into the form, as it was found.
pub fn with_row(form: Form, place: usize, one: &Extraction, whys: &[String], doubts: &[String]) -> Form {
    let word = |value: serde_json::Result<serde_json::Value>| {
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let name = |field: &str| format!("{field}-{place}");
    let mut form = form
        .with(&name("take"), "1")
        .with(&name("wording"), proposal::alone(&one.text))
        .with(&name("kind"), word(serde_json::to_value(one.kind)))
        .with(&name("scope"), word(serde_json::to_value(one.scope)))
        .with(&name("addressee"), one.addressee.clone().unwrap_or_default())
        .with(&name("evidence"), "");
    for words in &one.evidence_items {
        form = form.and(&name("asked"), words);
    }
    if let Some(pence) = one.amount_pence {
        form = form.with(&name("amount"), Pence(pence).to_string().replace('£', ""));
    }
    for why in whys {
        form = form.and(&name("why"), why);
    }
    for doubt in doubts {
        form = form.and(&name("doubt"), doubt);
    }
    match one.deadline.as_ref().and_then(proposal::due) {
        Some(DueSpec::On { date }) => form.with(&name("due"), "on").with(&name("on"), date.to_string()),
        Some(DueSpec::After { length, anchor }) => form
            .with(&name("due"), "after")
            .with(&name("length"), length.amount.to_string())
            .with(&name("unit"), word(serde_json::to_value(length.unit)))
            .with(&name("anchor"), word(serde_json::to_value(anchor))),
        Some(DueSpec::OnEvent { .. }) | None => form.with(&name("due"), "none"),
    }
}

/// Puts what usually proves a row's kind into the form, each item to be asked for (R27).
pub fn with_usual(form: Form, place: usize, profile: &Profile, language: Language) -> Form {
    let kind = form.get(&format!("kind-{place}")).to_owned();
    let usual = proposal::usual_evidence(profile, &kind, language);
    let mut form = form
        .with(&format!("usual-of-{place}"), kind)
        .with(&format!("usual-count-{place}"), usual.len().to_string())
        .with(&format!("usual-on-{place}"), "");
    for (item, usual) in (1..).zip(usual) {
        let (proof, need) = terms::item_codes(usual.proof, usual.need);
        form = form
            .and(&format!("usual-on-{place}"), item.to_string())
            .with(&format!("usual-what-{place}-{item}"), usual.what)
            .with(&format!("usual-proof-{place}-{item}"), proof)
            .with(&format!("usual-need-{place}-{item}"), need);
    }
    form
}

fn usual_items(form: &Form, place: usize) -> Vec<UsualItem> {
    let count: usize = form.get(&format!("usual-count-{place}")).parse().unwrap_or(0);
    let on = form.all(&format!("usual-on-{place}"));
    (1..=count.min(20))
        .map(|item| {
            let get = |field: &str| form.get(&format!("usual-{field}-{place}-{item}")).to_owned();
            UsualItem {
                place: item,
                on: on.iter().any(|value| *value == item.to_string()),
                what: get("what"),
                proof: get("proof"),
                need: get("need"),
            }
        })
        .collect()
}

/// The rows of a form, as typed.
pub fn rows(form: &Form) -> Vec<Row> {
    let count: usize = form.get("rows").parse().unwrap_or(0);
    (1..=count.min(200))
        .map(|place| {
            let get = |field: &str| form.get(&format!("{field}-{place}")).to_owned();
            let all = |field: &str| form.all(&format!("{field}-{place}")).to_vec();
            Row {
                place,
                take: !get("take").is_empty(),
                wording: get("wording"),
                kind: get("kind"),
                scope: get("scope"),
                theme: get("theme"),
                body: get("body"),
                body_field: BodyField::default(),
                addressee: get("addressee"),
                amount: get("amount"),
                due: get("due"),
                on: get("on"),
                length: get("length"),
                unit: get("unit"),
                anchor: get("anchor"),
                usual: usual_items(form, place),
                usual_of: get("usual-of"),
                evidence: get("evidence"),
                asked: all("asked"),
                why: all("why"),
                doubts: all("doubt"),
            }
        })
        .collect()
}

/// Finds the bodies of rows of a new case, each shown again in its field; with an error for each row to be taken in which
/// none was found by what was typed.
pub fn find_bodies(rows: &mut [Row], directory: &Directory, language: Language) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for row in rows {
        let typed = body_field::read(directory, &format!("body-{}", row.place), &row.body, &[], language);
        row.body = typed.body.map(|id| id.to_string()).unwrap_or_default();
        row.body_field = typed.field;
        errors.extend(typed.error.filter(|_| row.take));
    }
    errors
}

impl Row {
    /// The row as the form of a recommendation has it; `body` where none was chosen.
    pub fn as_form(&self, body: Option<BodyId>) -> Form {
        let body = if self.body.is_empty() { body.map(|id| id.to_string()) } else { Some(self.body.clone()) };
        let mut form = Form::default()
            .with("kind", &self.kind)
            .with("scope", &self.scope)
            .with("wording", &self.wording)
            .with("body", body.unwrap_or_default())
            .with("money", if self.amount.trim().is_empty() { "none" } else { "exact" })
            .with("amount", &self.amount)
            .with("due", &self.due)
            .with("due-on", &self.on)
            .with("due-amount", &self.length)
            .with("due-unit", &self.unit)
            .with("due-anchor", &self.anchor);
        for item in self.usual.iter().filter(|item| item.on) {
            form =
                form.and("item-what", &item.what).and("item-proof", &item.proof).and("item-need", &item.need);
        }
        if !self.theme.is_empty() {
            form = form.with("themes", &self.theme);
        }
        for line in self.evidence.lines().filter(|line| !line.trim().is_empty()) {
            form = form.and("item-what", line).and("item-proof", "other").and("item-need", "required");
        }
        form
    }

    /// Has it no date of its own?
    pub fn undated(&self) -> bool {
        !matches!(self.due.as_str(), "on" | "after")
    }

    /// Where its kind was changed, its usual evidence is no longer the one shown.
    pub fn kind_changed(&self, language: Language) -> Option<FieldError> {
        let changed = !self.usual_of.is_empty() && self.usual_of != self.kind;
        let field = format!("kind-{}", self.place);
        changed.then(|| FieldError::new(field, i18n::t(language, "import-kind-changed")))
    }

    /// An error of the recommendation's form, on this row's field.
    pub fn named(&self, error: FieldError) -> FieldError {
        let field = match error.field.as_str() {
            "due-amount" => "length",
            "due-unit" => "unit",
            "due-anchor" => "anchor",
            "due-on" | "due-on-day" => "on",
            "themes" => "theme",
            other => other,
        };
        FieldError { field: format!("{field}-{}", self.place), ..error }
    }
}
