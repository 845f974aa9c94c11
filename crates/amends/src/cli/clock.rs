//! `amends clock`: when a period ends, and why.

use amends_core::{
    calendar::{Calendar, Division},
    period::{Count, DueDate, Length, NonWorkingDay},
    profile::Profile,
    text::Bilingual,
};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    input,
    out::Style,
};
use crate::i18n;

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("period").required(true).args(["rule", "add"]))]
pub(super) struct Args {
    #[arg(long, value_name = "ID")]
    rule: Option<String>,
    #[arg(long, value_name = "LENGTH")]
    add: Option<String>,
    #[arg(long, value_name = "DATE")]
    from: String,
    #[arg(long, value_name = "CALENDAR")]
    calendar: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    due: Date,
    explanation: &'a [Bilingual],
    citation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    warn_on: Option<Date>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let from = input::date("--from", &args.from)?;
    let due = match (&args.rule, &args.add) {
        (Some(id), _) => by_rule(id, from, args.calendar.as_deref())?,
        (None, length) => by_length(length.as_deref().unwrap_or_default(), from, args.calendar.as_deref())?,
    };
    if call.manner.json {
        let citation = due.citation.as_deref();
        return call.out.json(&Answer {
            due: due.date,
            explanation: &due.explanation,
            citation,
            warn_on: due.warn_on,
        });
    }
    let language = call.manner.language;
    let day = i18n::date_with_weekday(language, due.date);
    let head = call.out.styled(Style::Strong, &format!("{}  {day}", due.date));
    call.out.line(&head)?;
    for step in &due.explanation {
        call.out.line(&format!("  {}", step.get(language)))?;
    }
    if let Some(citation) = &due.citation {
        let source = call.out.styled(Style::Faint, &format!("  {citation}"));
        call.out.line(&source)?;
    }
    Ok(())
}

fn by_rule(id: &str, from: Date, named: Option<&str>) -> Outcome<DueDate> {
    let (profile, rule) = Profile::with_rule(id).map_err(|_| {
        let known = clocks().join(", ");
        Failure::new(
            Exit::Usage,
            "cli-clock-unknown",
            [("typed", id.to_owned().into()), ("known", known.into())],
        )
    })?;
    let calendar = calendar(named, profile.calendar)?;
    rule.compute(from, &calendar).map_err(|error| Failure::both(Exit::Failed, "period", error.explain()))
}

fn by_length(typed: &str, from: Date, named: Option<&str>) -> Outcome<DueDate> {
    let length: Length = typed.parse().map_err(|error: amends_core::period::LengthError| {
        Failure::both(Exit::Usage, "length", error.explain())
    })?;
    let calendar = calendar(named, Division::EnglandAndWales)?;
    Count::administrative(length, NonWorkingDay::Stands)
        .compute(from, &calendar)
        .map_err(|error| Failure::both(Exit::Failed, "period", error.explain()))
}

fn calendar(named: Option<&str>, otherwise: Division) -> Outcome<Calendar> {
    let division = match named {
        None => otherwise,
        Some(typed) => typed.parse().map_err(|_| {
            Failure::new(Exit::Usage, "cli-calendar-unknown", [("typed", typed.to_owned().into())])
        })?,
    };
    Calendar::built_in(division).map_err(|error| {
        Failure::new(Exit::Failed, "cli-calendar-broken", [("detail", error.to_string().into())])
    })
}

/// The ids of all clocks of the profiles that ship, each once.
fn clocks() -> Vec<String> {
    let mut ids: Vec<String> = Profile::NAMES
        .iter()
        .filter_map(|name| Profile::built_in(name).ok())
        .flat_map(|profile| profile.rules().map(|rule| rule.id.clone()).collect::<Vec<_>>())
        .collect();
    ids.sort();
    ids.dedup();
    ids
}
