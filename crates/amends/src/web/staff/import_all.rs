//! What is said once for all recommendations of a decision taken in: a date for those without one, and the finding they
//! answer (R2, R24).

use std::collections::{BTreeMap, BTreeSet};

use amends_core::{case::Case, command::Command, id::BodyId, recommendation::FindingNumber, text::Language};
use serde::Serialize;

use super::{import_rows::Row, shown::Choice};
use crate::{
    i18n,
    office::{ActError, Sealer},
    render::frame::FieldError,
    web::form::Form,
};

/// The choice of a finding that is not recorded yet.
const NEW: &str = "new";

/// The fields, as typed.
#[derive(Serialize)]
pub struct ForAll {
    fields: BTreeMap<&'static str, String>,
    undated: usize,
    findings: Vec<Choice>,
}

const FIELDS: [&str; 10] = [
    "all-due",
    "all-length",
    "all-unit",
    "all-anchor",
    "all-on-day",
    "all-on-month",
    "all-on-year",
    "answers",
    "finding-fault",
    "finding-injustice",
];

/// A form just drawn: the unit and the day most decisions count by, and nothing decided.
pub fn start(form: Form) -> Form {
    form.with("all-unit", "working_days").with("all-anchor", "final_decision")
}

impl ForAll {
    /// The fields as typed, beside the rows they are for.
    pub fn of(form: &Form, rows: &[Row], case: Option<&Case>, language: Language) -> Self {
        let mut findings = Vec::new();
        let known = case.map_or(&[][..], |case| &case.findings);
        if !known.is_empty() {
            findings.push(Choice::new("", i18n::t(language, "import-answers-later")));
            findings.extend(known.iter().map(|one| {
                Choice::new(one.finding.0.to_string(), format!("{}. {}", one.finding.0, one.fault.as_str()))
            }));
            findings.push(Choice::new(NEW, i18n::t(language, "import-answers-new")));
        }
        Self {
            fields: FIELDS.map(|name| (name, form.get(name).to_owned())).into(),
            undated: rows.iter().filter(|row| row.undated()).count(),
            findings,
        }
    }
}

/// The row as the form of a recommendation, dated with all others where it has no date of its own.
pub fn dated(row: &Row, filled: Form, all: &Form) -> Form {
    if !row.undated() {
        return filled;
    }
    let copied = [
        ("due", "all-due"),
        ("due-amount", "all-length"),
        ("due-unit", "all-unit"),
        ("due-anchor", "all-anchor"),
        ("due-on-day", "all-on-day"),
        ("due-on-month", "all-on-month"),
        ("due-on-year", "all-on-year"),
    ];
    let filled = filled.with("due-on", "");
    copied.into_iter().fold(filled, |filled, (to, from)| filled.with(to, all.get(from)))
}

/// An error of a recommendation's form, on the field for all where the date came from there, else on the row's.
pub fn named(row: &Row, error: FieldError) -> FieldError {
    let field = match error.field.as_str() {
        "due-amount" => "all-length",
        "due-unit" => "all-unit",
        "due-anchor" => "all-anchor",
        "due-on-day" => "all-on-day",
        _ => return row.named(error),
    };
    if row.undated() { FieldError { field: field.to_owned(), ..error } } else { row.named(error) }
}

/// Where rows that are taken have no date, something must be said for them.
pub fn date_missing(form: &Form, rows: &[Row], language: Language) -> Option<FieldError> {
    let wanted = rows.iter().any(|row| row.take && row.undated());
    let said = matches!(form.get("all-due"), "after" | "on" | "none");
    (wanted && !said).then(|| FieldError::new("all-due", i18n::t(language, "import-all-due-missing")))
}

/// The finding the rows answer.
pub enum Answers {
    /// None yet.
    Later,
    /// One the case has.
    Known(FindingNumber),
    /// One that is recorded with them, against each body that is to act.
    New(String, String),
}

/// Reads which finding the rows answer.
///
/// # Errors
/// Where a new one is not told.
pub fn answers(form: &Form, case: Option<&Case>, language: Language) -> Result<Answers, FieldError> {
    let (fault, injustice) = (form.get("finding-fault").trim(), form.get("finding-injustice").trim());
    let chosen = form.get("answers");
    let known = case.map_or(&[][..], |case| &case.findings);
    if let Some(one) = known.iter().find(|one| one.finding.0.to_string() == chosen) {
        return Ok(Answers::Known(one.finding));
    }
    if !fault.is_empty() {
        return Ok(Answers::New(fault.to_owned(), injustice.to_owned()));
    }
    if chosen == NEW || !injustice.is_empty() {
        return Err(FieldError::new("finding-fault", i18n::t(language, "finding-fault-missing")));
    }
    Ok(Answers::Later)
}

impl Answers {
    /// What records it, and which finding the recommendations of each body answer. `before` is how many the case has.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub fn recorded(
        &self,
        bodies: &BTreeSet<BodyId>,
        before: usize,
        sealer: &mut Sealer,
    ) -> Result<(Vec<Command>, BTreeMap<BodyId, FindingNumber>), ActError> {
        let (fault, injustice) = match self {
            Self::Later => return Ok((Vec::new(), BTreeMap::new())),
            Self::Known(finding) => {
                return Ok((Vec::new(), bodies.iter().map(|body| (*body, *finding)).collect()));
            }
            Self::New(fault, injustice) => (fault, injustice),
        };
        let (mut commands, mut numbers) = (Vec::new(), BTreeMap::new());
        for (place, body) in (before + 1..).zip(bodies) {
            commands.push(Command::RecordFinding {
                body: *body,
                fault: sealer.words(fault)?,
                injustice: sealer.optional(injustice)?,
                systemic: false,
            });
            numbers.insert(*body, FindingNumber(u16::try_from(place).unwrap_or(u16::MAX)));
        }
        Ok((commands, numbers))
    }
}
