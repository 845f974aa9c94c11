//! `amends extract`: the recommendations in a decision's text, each with the words that made it.

use std::path::PathBuf;

use amends_core::{
    extract::{self, Deadline, Extraction, Kind, Options, Scope, Warning, Why},
    money::Pence,
    profile::Profile,
};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    input,
    out::{Out, Style},
};
use crate::document::{DocumentWarning, Limits, Said};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,
    #[arg(long, value_name = "DATE")]
    decided: Option<String>,
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// One recommendation as scripts read it.
#[derive(Serialize)]
struct Found<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: Kind,
    scope: Scope,
    addressee: Option<&'a str>,
    deadline: Option<&'a Deadline>,
    amount_pence: Option<i64>,
    evidence_required: bool,
    why: &'a [Why],
    amount_components_pence: &'a [i64],
    evidence_items: &'a [String],
    warnings: &'a [Warning],
}

impl<'a> From<&'a Extraction> for Found<'a> {
    fn from(found: &'a Extraction) -> Self {
        Self {
            start: found.start,
            end: found.end,
            text: &found.text,
            kind: found.kind,
            scope: found.scope,
            addressee: found.addressee.as_deref(),
            deadline: found.deadline.as_ref(),
            amount_pence: found.amount_pence,
            evidence_required: found.evidence_required,
            why: &found.why,
            amount_components_pence: &found.amount_components_pence,
            evidence_items: &found.evidence_items,
            warnings: &found.warnings,
        }
    }
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let profile = profile(call, args.profile.as_deref())?;
    let decided = args.decided.as_deref().map(|typed| input::date("--decided", typed)).transpose()?;
    let found = read(call, &args.file, &profile, decided)?;
    if call.manner.json {
        let found: Vec<Found<'_>> = found.iter().map(Found::from).collect();
        return call.out.json(&found);
    }
    if found.is_empty() {
        let none = call.out.t("cli-extract-none");
        call.out.note(&none);
    }
    for (nth, one) in found.iter().enumerate() {
        show(&mut call.out, nth + 1, one)?;
    }
    Ok(())
}

/// The recommendations of a file; what a reader should know about the file goes to standard error.
pub(super) fn read(
    call: &Call,
    file: &std::path::Path,
    profile: &str,
    decided: Option<Date>,
) -> Outcome<Vec<Extraction>> {
    let document = input::decision_text(file, &Limits::default())?;
    for warning in &document.warnings {
        let words = call.out.tr(warning.key(), values(warning));
        call.out.note(&words);
    }
    // Only a language that was asked for is the decision's too; otherwise each sentence is looked at.
    Ok(extract::extract(&document.text, &Options { profile, decided, language: call.language_asked }))
}

/// The profile named, else the office's.
fn profile(call: &Call, named: Option<&str>) -> Outcome<String> {
    let Some(name) = named else { return Ok(call.config()?.profile.name) };
    if Profile::NAMES.contains(&name) {
        return Ok(name.to_owned());
    }
    let values = [("typed", name.to_owned().into()), ("known", Profile::NAMES.join(", ").into())];
    Err(Failure::new(Exit::Usage, "cli-profile-unknown", values))
}

fn values(warning: &DocumentWarning) -> super::fail::Values {
    let value = |said| match said {
        Said::Number(number) => fluent_bundle::FluentValue::from(number),
        Said::Text(text) => fluent_bundle::FluentValue::from(text),
    };
    warning.args().into_iter().map(|(name, said)| (name, value(said))).collect()
}

/// A recommendation as people read it: what it is, its words, and which of them made it so.
pub(super) fn show(out: &mut Out, number: usize, found: &Extraction) -> Outcome {
    let scope = match found.scope {
        Scope::Personal => out.t("cli-extract-personal"),
        Scope::Service => out.t("cli-extract-service"),
    };
    let mut facts = vec![out.t(&format!("cli-kind-{}", code(&found.kind))), scope];
    facts.extend(found.addressee.clone());
    facts.extend(found.amount_pence.map(|pence| Pence(pence).to_string()));
    let head = out.styled(Style::Strong, &format!("{number:>3}  {}", facts.join(" · ")));
    out.line(&head)?;
    let words: Vec<&str> = found.text.split_whitespace().collect();
    out.line(&format!("     “{}”", words.join(" ")))?;
    if let Some(deadline) = &found.deadline {
        let date = deadline.date.map_or_else(|| "none".to_owned(), |date| date.to_string());
        let line = out.tr(
            "cli-extract-deadline",
            vec![("phrase", one_line(&deadline.phrase).into()), ("date", date.into())],
        );
        out.line(&format!("     {line}"))?;
    }
    for item in &found.evidence_items {
        let line = out.tr("cli-extract-evidence", vec![("words", one_line(item).into())]);
        out.line(&format!("     {line}"))?;
    }
    for why in &found.why {
        let field = out.t(&format!("cli-extract-field-{}", code(&why.what)));
        let line = out.styled(
            Style::Faint,
            &format!("     {field}: “{}” ({}–{})", one_line(&why.words), why.start, why.end),
        );
        out.line(&line)?;
    }
    for warning in &found.warnings {
        let words = told(out, warning);
        let line = out.styled(Style::Warning, &format!("     ⚠ {words}"));
        out.line(&line)?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name a value has in the record, as the end of a message's key.
fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    }
}

fn told(out: &Out, warning: &Warning) -> String {
    let date = |date: &Date| fluent_bundle::FluentValue::from(date.to_string());
    match warning {
        Warning::StatedDateDiffers { stated, computed } => out.tr(
            "cli-extract-stated-date-differs",
            vec![("stated", date(stated)), ("computed", date(computed))],
        ),
        Warning::YearAssumed { date: day } => out.tr("cli-extract-year-assumed", vec![("date", date(day))]),
        Warning::WeekdayDiffers { date: day } => {
            out.tr("cli-extract-weekday-differs", vec![("date", date(day))])
        }
        Warning::BeforeDecision { date: day } => {
            out.tr("cli-extract-before-decision", vec![("date", date(day))])
        }
        Warning::NoSuchDate => out.t("cli-extract-no-such-date"),
        Warning::PartsDoNotAddUp { total, parts } => out.tr(
            "cli-extract-parts-do-not-add-up",
            vec![("total", Pence(*total).to_string().into()), ("parts", Pence(*parts).to_string().into())],
        ),
        Warning::SumFromBefore => out.t("cli-extract-sum-from-before"),
    }
}
