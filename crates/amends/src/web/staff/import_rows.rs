//! The rows of a decision taken in: one for each recommendation found, as found and as put right.

use amends_core::{
    extract::{Anchor, Extraction, Unit},
    id::BodyId,
    money::Pence,
};
use serde::Serialize;

use crate::{render::frame::FieldError, web::form::Form};

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
    /// The body chosen; blank for the case's own.
    pub body: String,
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
    /// What would prove it, a line each.
    pub evidence: String,
    /// The words of the text that made it.
    pub why: Vec<String>,
    /// What to look at before confirming.
    pub doubts: Vec<String>,
}

/// Puts a found recommendation into the form, as it was found.
pub fn with_row(form: Form, place: usize, one: &Extraction, whys: &[String], doubts: &[String]) -> Form {
    let word = |value: serde_json::Result<serde_json::Value>| {
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let name = |field: &str| format!("{field}-{place}");
    let mut form = form
        .with(&name("take"), "1")
        .with(&name("wording"), plain(&one.text))
        .with(&name("kind"), word(serde_json::to_value(one.kind)))
        .with(&name("scope"), word(serde_json::to_value(one.scope)))
        .with(&name("addressee"), one.addressee.clone().unwrap_or_default())
        .with(&name("evidence"), one.evidence_items.join("\n"));
    if let Some(pence) = one.amount_pence {
        form = form.with(&name("amount"), Pence(pence).to_string().replace('£', ""));
    }
    for why in whys {
        form = form.and(&name("why"), why);
    }
    for doubt in doubts {
        form = form.and(&name("doubt"), doubt);
    }
    let Some(deadline) = &one.deadline else { return form.with(&name("due"), "none") };
    if let Some(day) = deadline.date.and_then(amends_core::extract::StatedDate::day) {
        return form.with(&name("due"), "on").with(&name("on"), day.to_string());
    }
    let period = deadline.amount.zip(deadline.unit).zip(deadline.anchor.as_ref().and_then(anchor));
    match period {
        Some(((amount, length), anchor)) => form
            .with(&name("due"), "after")
            .with(&name("length"), amount.to_string())
            .with(&name("unit"), unit(length))
            .with(&name("anchor"), anchor),
        None => form.with(&name("due"), "none"),
    }
}

/// The words of an item of a list as they stand alone: a capital first, without its letter and the comma or "and" that
/// leads to the next.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_mark = |word: &&str| {
        let inner = word.trim_matches(['(', ')', '.']);
        word.ends_with([')', '.']) && inner.len() <= 4 && inner.chars().all(char::is_alphanumeric)
    };
    let from = usize::from(words.len() > 1 && words.first().is_some_and(is_mark));
    let whole = words[from..].join(" ");
    let whole = whole.strip_suffix("; and").or_else(|| whole.strip_suffix("; a")).unwrap_or(&whole);
    let mut letters = whole.trim_end_matches([';', ',']).chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "calendar_days",
        Unit::WorkingDay => "working_days",
        Unit::Week => "weeks",
        Unit::Month => "months",
        Unit::Year => "years",
    }
}

/// The day a period counts from, where the form offers it; an event is for the caseworker to enter.
fn anchor(anchor: &Anchor) -> Option<&'static str> {
    match anchor {
        Anchor::Unspecified
        | Anchor::DecisionDate
        | Anchor::FinalDecision
        | Anchor::NoticeDate
        | Anchor::LetterDate
        | Anchor::AgreementDate => Some("final_decision"),
        Anchor::ReportDate => Some("report_date"),
        Anchor::ReceiptOfDecision | Anchor::ReceiptOfReport | Anchor::ReceiptOfNotice => Some("receipt"),
        Anchor::Event(_) => None,
    }
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
                body: get("body"),
                addressee: get("addressee"),
                amount: get("amount"),
                due: get("due"),
                on: get("on"),
                length: get("length"),
                unit: get("unit"),
                anchor: get("anchor"),
                evidence: get("evidence"),
                why: all("why"),
                doubts: all("doubt"),
            }
        })
        .collect()
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
        for line in self.evidence.lines().filter(|line| !line.trim().is_empty()) {
            form = form.and("item-what", line).and("item-proof", "other").and("item-need", "required");
        }
        form
    }

    /// An error of the recommendation's form, on this row's field.
    pub fn named(&self, error: FieldError) -> FieldError {
        let field = match error.field.as_str() {
            "due-amount" => "length",
            "due-unit" => "unit",
            "due-anchor" => "anchor",
            "due-on" | "due-on-day" => "on",
            other => other,
        };
        FieldError { field: format!("{field}-{}", self.place), ..error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_of_a_list_is_taken_without_its_letter_and_joint() {
        assert_eq!(plain("(a) apologise to Mrs A; and"), "Apologise to Mrs A");
        assert_eq!(plain("iii. pay\n Mr B £250;"), "Pay Mr B £250");
        assert_eq!(plain("The Council will pay Mr B £250."), "The Council will pay Mr B £250.");
    }
}
