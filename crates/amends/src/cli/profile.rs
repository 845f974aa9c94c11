//! `amends profile`: the law and the practice an office works under, checked, compared, and tried on past cases.

use std::{collections::BTreeMap, fs, path::Path};

use amends_core::{
    profile::Profile,
    simulate::{self, Difference, ProfileChange},
};
use amends_store::{ledger, lists};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    out::Style,
};
use crate::office::{ActError, Office};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    List,
    Show {
        #[arg(value_name = "PROFILE")]
        profile: String,
    },
    Validate {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,
    },
    Diff {
        #[arg(value_name = "PROFILE")]
        first: String,
        #[arg(value_name = "PROFILE")]
        second: String,
    },
    Simulate {
        #[arg(value_name = "FILE")]
        profile: String,
        #[arg(long, value_name = "NUMBER")]
        cases: Option<usize>,
    },
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::List => list(call),
        Command::Show { profile } => show(call, profile),
        Command::Validate { files } => validate(call, files),
        Command::Diff { first, second } => diff(call, first, second),
        Command::Simulate { profile, cases } => simulate(call, profile, *cases),
    }
}

/// The text of a profile that ships, or of a file.
fn text_of(named: &str) -> Outcome<(Option<&str>, String)> {
    if let Ok(text) = Profile::built_in_text(named) {
        return Ok((None, text.to_owned()));
    }
    match fs::read_to_string(named) {
        Ok(text) => Ok((Some(named), text)),
        Err(error) => {
            let known = Profile::every_name().join(", ");
            let values = [
                ("typed", named.to_owned().into()),
                ("reason", error.to_string().into()),
                ("known", known.into()),
            ];
            Err(Failure::new(Exit::Usage, "cli-profile-not-there", values))
        }
    }
}

/// A profile that ships, by name, or one in a file.
fn read(named: &str) -> Outcome<Profile> {
    let (file, text) = text_of(named)?;
    let name = file.and_then(|path| Path::new(path).file_name()).map(|name| name.to_string_lossy());
    let read = match name {
        Some(name) => Profile::from_file(&name, &text),
        None => Profile::parse(&text),
    };
    read.map_err(|error| {
        Failure::new(Exit::Config, "cli-profile-invalid", [("reason", error.to_string().into())])
    })
}

fn list(call: &mut Call) -> Outcome {
    let mut rows = Vec::new();
    for name in Profile::every_name() {
        let profile = read(name)?;
        rows.push((name, Profile::EXAMPLES.contains(&name), profile));
    }
    if call.manner.json {
        let rows: Vec<_> = rows
            .iter()
            .map(|(name, example, profile)| {
                json!({ "id": name, "version": profile.version, "name": profile.name, "example": example })
            })
            .collect();
        return call.out.json(&rows);
    }
    let heads = ["cli-head-profile", "cli-head-edition", "cli-head-name", "cli-head-use"];
    let heads = heads.map(|key| call.out.t(key));
    let uses = ["cli-profile-to-run", "cli-profile-to-read"].map(|key| call.out.t(key));
    let language = call.manner.language;
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|(name, example, profile)| {
            let used = uses[usize::from(example)].clone();
            vec![name.to_owned(), profile.version, profile.name.get(language).to_owned(), used]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn show(call: &mut Call, named: &str) -> Outcome {
    let profile = read(named)?;
    if call.manner.json {
        return call.out.json(&profile);
    }
    let (_, text) = text_of(named)?;
    call.out.line(text.trim_end())
}

fn validate(call: &mut Call, files: &[String]) -> Outcome {
    let mut wrong = 0_usize;
    let mut told = Vec::new();
    for file in files {
        let (named, text) = text_of(file)?;
        let name = named.unwrap_or(file);
        match Profile::from_file(name, &text) {
            Ok(profile) => {
                if call.manner.json {
                    told.push(
                        json!({ "file": file, "valid": true, "id": profile.id, "version": profile.version }),
                    );
                    continue;
                }
                let mark = call.out.styled(Style::Good, "✔");
                let values = vec![
                    ("file", file.clone().into()),
                    ("id", profile.id.clone().into()),
                    ("version", profile.version.clone().into()),
                    ("clocks", profile.clocks.len().into()),
                    ("instruments", profile.instruments.len().into()),
                    ("grounds", profile.grounds.len().into()),
                ];
                let words = call.out.tr("cli-profile-valid", values);
                call.out.line(&format!("{mark} {words}"))?;
            }
            Err(error) => {
                wrong += 1;
                if call.manner.json {
                    told.push(json!({
                        "file": error.file.clone().unwrap_or_else(|| file.clone()), "valid": false, "line": error.line,
                        "key": error.key, "problem": error.problem, "mend": error.mend,
                    }));
                    continue;
                }
                let mark = call.out.styled(Style::Bad, "✖");
                call.out.line(&format!("{mark} {error}"))?;
            }
        }
    }
    if call.manner.json {
        call.out.json(&told)?;
    }
    if wrong == 0 {
        return Ok(());
    }
    call.out.finish()?;
    Err(Failure::new(Exit::Config, "cli-profile-some-invalid", [("count", wrong.into())]))
}

fn diff(call: &mut Call, first: &str, second: &str) -> Outcome {
    let changes = simulate::diff(&read(first)?, &read(second)?);
    if call.manner.json {
        return call.out.json(&changes);
    }
    if changes.is_empty() {
        let none = call.out.t("cli-profile-same");
        call.out.note(&none);
        return Ok(());
    }
    for ProfileChange { key, was, now } in &changes {
        let key = call.out.styled(Style::Strong, key);
        call.out.line(&key)?;
        for (sign, value) in [('-', was), ('+', now)] {
            if let Some(value) = value {
                call.out.line(&format!("  {sign} {value}"))?;
            }
        }
    }
    Ok(())
}

/// What of one case would have been otherwise.
#[derive(Serialize)]
struct Otherwise {
    reference: String,
    differences: Vec<Difference>,
}

fn simulate(call: &mut Call, named: &str, cases: Option<usize>) -> Outcome {
    let then = read(named)?;
    let office = call.office()?;
    let until = office.today();
    let (looked_at, found) = otherwise(&office, &then, cases, until)?;
    if call.manner.json {
        return call.out.json(&json!({
            "profile": then.id, "version": then.version, "until": until, "cases": looked_at, "differ": found,
        }));
    }
    for one in &found {
        let head = call.out.styled(Style::Strong, &one.reference);
        call.out.line(&head)?;
        for difference in &one.differences {
            let words = told(call, &one.reference, difference);
            call.out.line(&format!("  {words}"))?;
        }
    }
    let mut sums: BTreeMap<&str, usize> = BTreeMap::new();
    for difference in found.iter().flat_map(|one| &one.differences) {
        *sums.entry(kind(difference)).or_default() += 1;
    }
    let values = vec![("cases", looked_at.into()), ("differ", found.len().into())];
    let sum = call.out.tr("cli-profile-simulated", values);
    call.out.line(&sum)?;
    for (kind, count) in sums {
        let words = call.out.tr(&format!("cli-profile-sum-{kind}"), vec![("count", count.into())]);
        call.out.line(&format!("  {words}"))?;
    }
    Ok(())
}

/// Every case of the office, or the newest so many, that would have gone otherwise.
fn otherwise(
    office: &Office,
    then: &Profile,
    cases: Option<usize>,
    until: Date,
) -> Result<(usize, Vec<Otherwise>), ActError> {
    let mut all = office.db().read(lists::every_case)?;
    if let Some(cases) = cases {
        all.drain(..all.len().saturating_sub(cases));
    }
    let mut found = Vec::new();
    for (case, reference) in &all {
        let recorded = office.db().read(|conn| ledger::load(conn, *case))?;
        let history: Vec<_> =
            recorded.into_iter().map(|one| (office.clock().day_of(one.recorded_at), one.event)).collect();
        let Some(case) = amends_core::evolve::fold(history.iter().map(|(_, event)| event)) else { continue };
        let now = office.profile_of(&case)?;
        let differences = simulate::simulate(&history, now, then, office.calendar(), until);
        if !differences.is_empty() {
            found.push(Otherwise { reference: reference.0.clone(), differences });
        }
    }
    Ok((all.len(), found))
}

fn kind(difference: &Difference) -> &'static str {
    match difference {
        Difference::Chase { now: None, .. } => "chase-more",
        Difference::Chase { then: None, .. } => "chase-fewer",
        Difference::Chase { .. } => "chase-moved",
        Difference::Escalation { .. } => "escalation",
        Difference::Lateness { .. } => "lateness",
        Difference::ExtensionBy { .. } => "extension",
        Difference::InstrumentNotLawful { .. } => "instrument",
    }
}

fn told(call: &Call, reference: &str, difference: &Difference) -> String {
    let date = |on: &Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let mut values: Vec<(&'static str, fluent_bundle::FluentValue<'static>)> = Vec::new();
    let number = match difference {
        Difference::Chase { number, step, now, then, .. } => {
            values.extend([
                ("step", step.clone().into()),
                ("now", date(now).into()),
                ("then", date(then).into()),
            ]);
            Some(number)
        }
        Difference::Escalation { number, now, then, .. } => {
            let which = match (now, then) {
                (None, _) => "more",
                (_, None) => "fewer",
                (Some(_), Some(_)) => "moved",
            };
            values.extend([("which", which.into()), ("now", date(now).into()), ("then", date(then).into())]);
            Some(number)
        }
        Difference::Lateness { number, now, then } => {
            values.extend([("now", (*now.max(&0)).into()), ("then", (*then.max(&0)).into())]);
            Some(number)
        }
        Difference::ExtensionBy { number, decided_on, manager_now } => {
            let who = if *manager_now { "caseworker" } else { "manager" };
            values.extend([("date", decided_on.to_string().into()), ("who", who.into())]);
            Some(number)
        }
        Difference::InstrumentNotLawful { instrument } => {
            values.push(("instrument", (*instrument).into()));
            None
        }
    };
    let about = number.map_or_else(|| reference.to_owned(), |number| format!("{reference}-{number}"));
    values.push(("about", about.into()));
    call.out.tr(&format!("cli-profile-would-{}", kind(difference)), values)
}
