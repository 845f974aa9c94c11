//! `amends act`: any act at the door, as JSON in which free text is a plain string.

mod plain;

pub(super) use plain::seal;

use std::path::PathBuf;

use amends_core::{command::Command as Act, id::CaseId};

use super::{
    call::Call,
    case,
    desk::{self, Who},
    fail::{Exit, Failure, Outcome},
    input,
};
use crate::{document::Limits, office::Ask};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "CASE|new")]
    case: String,
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "SEQ")]
    seen: Option<u32>,
    #[arg(long, value_name = "DATE")]
    happened: Option<String>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let happened = input::some_date("--happened", args.happened.as_deref())?;
    let bytes = input::bytes(&args.file, &Limits::default())?;
    let path = args.file.display().to_string();
    let unreadable = |error: serde_json::Error| {
        let values = [("path", path.clone().into()), ("detail", error.to_string().into())];
        Failure::new(Exit::Usage, "cli-act-unreadable", values)
    };
    let mut json: serde_json::Value = serde_json::from_slice(&bytes).map_err(unreadable)?;
    let mut desk = call.desk(&args.who)?;
    plain::seal(&mut desk, &mut json)?;
    // One act, or several that stand or fall together.
    let acts: Vec<Act> = match json {
        serde_json::Value::Array(_) => serde_json::from_value(json),
        one => serde_json::from_value(one).map(|act| vec![act]),
    }
    .map_err(unreadable)?;
    let (id, before) = if args.case == "new" {
        (CaseId(desk.id()?), None)
    } else {
        let case = desk::case(&desk.office, &args.case)?.case;
        (case.id, Some(case))
    };
    let after = desk.ask(
        |actor| {
            let ask = Ask::new(actor, id);
            let ask = args.seen.map_or(ask.clone(), |seq| ask.clone().seen(seq));
            happened.map_or(ask.clone(), |day| ask.on(day))
        },
        &acts,
    )?;
    match before {
        Some(before) => case::told(call, &before, &after),
        None => case::brief(call, &after),
    }
}
