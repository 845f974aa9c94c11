//! `amends import decision`: what was found is shown, a person confirms, and only that is written.

use std::{
    io::{IsTerminal as _, Write as _},
    path::PathBuf,
    sync::Arc,
};

use amends_core::{case::Case, command::Command as Act, extract::Extraction, text::Language};
use serde_json::json;

use super::proposal;
use crate::cli::{
    call::Call,
    case::{self, OpeningArgs},
    desk::{self, Desk, Who},
    extract,
    fail::{Exit, Failure, Outcome},
    input,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
    #[command(flatten)]
    opening: OpeningArgs,
    #[arg(long, value_name = "DATE")]
    decided: Option<String>,
    #[arg(long, value_name = "N,N|all")]
    accept: Option<String>,
    #[arg(long, value_name = "N")]
    finding: Option<u16>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let decided = input::some_date("--decided", args.decided.as_deref())?;
    let mut desk = call.desk(&args.who)?;
    let profile = desk.office.own_profile()?.id.clone();
    let found = extract::read(call, &args.file, &profile, decided)?;
    if found.is_empty() {
        return Err(Failure::new(Exit::Failed, "cli-import-none", []));
    }
    let chosen = chosen(call, args, &found)?;
    let case = match &args.case {
        Some(reference) => desk::case(&desk.office, reference)?.case,
        None => case::open(&mut desk, &args.opening)?,
    };
    let after = write(&mut desk, args, &case, &chosen, call.manner.language)?;
    if call.manner.json {
        let mut json = case::case_json(&after);
        json["found"] = json!(found.len());
        json["accepted"] = json!(chosen.len());
        return call.out.json(&json);
    }
    case::told(call, &case, &after)
}

/// Which of those found are wanted: those named, or those a person at the terminal names.
fn chosen<'a>(call: &mut Call, args: &Args, found: &'a [Extraction]) -> Outcome<Vec<&'a Extraction>> {
    let typed = match &args.accept {
        Some(typed) => typed.clone(),
        None if call.yes => "all".to_owned(),
        None => ask(call, found)?,
    };
    let bad = || {
        let values = [("typed", typed.clone().into()), ("count", found.len().into())];
        Failure::new(Exit::Usage, "cli-import-choice", values)
    };
    match typed.trim() {
        "all" => return Ok(found.iter().collect()),
        "" | "none" => return Err(Failure::new(Exit::Failed, "cli-import-nothing-accepted", [])),
        _ => {}
    }
    let mut numbers = Vec::new();
    for part in typed.split([',', ' ']).filter(|part| !part.is_empty()) {
        let number: usize = part.parse().map_err(|_| bad())?;
        if number == 0 || number > found.len() {
            return Err(bad());
        }
        numbers.push(number - 1);
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers.into_iter().filter_map(|place| found.get(place)).collect())
}

/// Shows what was found and asks. Never asks where nobody can answer.
fn ask(call: &mut Call, found: &[Extraction]) -> Outcome<String> {
    for (nth, one) in found.iter().enumerate() {
        extract::show(&mut call.out, nth + 1, one)?;
    }
    call.out.finish()?;
    if !std::io::stdin().is_terminal() {
        return Err(Failure::new(Exit::Usage, "cli-import-not-confirmed", [("count", found.len().into())]));
    }
    let question = call.out.t("cli-import-question");
    let mut stderr = std::io::stderr();
    let _ = write!(stderr, "{question} ");
    let _ = stderr.flush();
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|error| Failure::of_output(&error))?;
    Ok(line.trim().to_owned())
}

fn write(
    desk: &mut Desk,
    args: &Args,
    case: &Case,
    chosen: &[&Extraction],
    language: Language,
) -> Outcome<Arc<Case>> {
    let named = args.opening.bodies.first().map(String::as_str);
    let addressee = desk::body_of(&desk.office, case, named)?;
    let mut acts = Vec::new();
    for found in chosen {
        let terms = proposal::terms(desk, found, addressee, args.finding, language)?;
        acts.push(Act::WriteRecommendation { terms: Box::new(terms) });
    }
    desk.act(case, &acts)
}
