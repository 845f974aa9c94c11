//! `amends report`: the reports of the office, as a table, as JSON or as a file (R53, R56).

use amends_core::{recommendation::Kind, recurrence::Progress};
use amends_store::lists::{HandlingFilter, ImprovementFilter};
use serde_json::json;

use super::{call::Call, desk, fail::Outcome, input};
use crate::reports::{handling, improvements};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    ServiceImprovements(ImprovementArgs),
    Handling(HandlingArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ImprovementArgs {
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "PROGRESS",
          value_parser = ["open", "on_time", "late", "treated_as_met", "not_done", "no_longer_pursued"])]
    progress: Option<String>,
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    #[arg(long)]
    csv: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct HandlingArgs {
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    #[arg(long)]
    csv: bool,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::ServiceImprovements(args) => service_improvements(call, args),
        Command::Handling(args) => of_handling(call, args),
    }
}

fn service_improvements(call: &mut Call, args: &ImprovementArgs) -> Outcome {
    let office = call.office()?;
    let body = args.body.as_deref().map(|typed| desk::body(&office, typed)).transpose()?;
    let filter = ImprovementFilter {
        body: body.map(|record| record.body.id),
        theme: args.theme.clone(),
        kind: args.kind.as_deref().map(|typed| input::code::<Kind>("--kind", typed)).transpose()?,
        states: args.progress.as_deref().and_then(Progress::named).map(Progress::states).unwrap_or_default(),
        from: input::some_date("--from", args.from.as_deref())?,
        to: input::some_date("--to", args.to.as_deref())?,
        ..ImprovementFilter::default()
    };
    let lines = improvements::lines(&office, &filter, call.manner.language)?;
    if args.csv {
        return call.out.bytes(improvements::to_csv(&lines).as_bytes());
    }
    if call.manner.json {
        return call.out.json(&json!({ "as_at": office.today(), "rows": lines }));
    }
    let heads = ["cli-head-rec", "cli-head-state", "cli-head-ended", "cli-head-body", "cli-head-wording"];
    let heads = heads.map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = lines
        .into_iter()
        .map(|one| {
            let ended = one.ended_on.map(|on| on.to_string()).unwrap_or_default();
            vec![one.reference, call.out.t(&format!("cli-state-{}", one.state)), ended, one.body, one.wording]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn of_handling(call: &mut Call, args: &HandlingArgs) -> Outcome {
    let office = call.office()?;
    let body = args.body.as_deref().map(|typed| desk::body(&office, typed)).transpose()?;
    let filter = HandlingFilter {
        body: body.map(|record| record.body.id),
        what: None,
        from: input::some_date("--from", args.from.as_deref())?,
        to: input::some_date("--to", args.to.as_deref())?,
    };
    let counts = handling::counts(&office, &filter, call.manner.language)?;
    if args.csv {
        return call.out.bytes(handling::to_csv(&counts).as_bytes());
    }
    if call.manner.json {
        let entries = handling::entries(&office, &filter, call.manner.language)?;
        return call.out.json(&json!({ "as_at": office.today(), "counts": counts, "entries": entries }));
    }
    let heads = ["cli-head-quarter", "cli-head-body", "cli-head-what", "cli-head-count"];
    let heads = heads.map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> =
        counts.into_iter().map(|one| vec![one.quarter, one.body, one.what, one.count.to_string()]).collect();
    call.out.table(&heads, &rows)
}
