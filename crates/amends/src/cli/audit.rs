//! `amends audit` and `amends rebuild`: whether the record is whole, and whether the lists are what it says.

use std::time::Instant;

use amends_core::{evolve::fold, index::index};
use amends_store::ledger::{self, Difference, RebuildMode};
use serde_json::{Value, json};

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    out::Style,
};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Verify {
        #[arg(long)]
        without_files: bool,
    },
    Head,
}

#[derive(Debug, clap::Args)]
pub(super) struct RebuildArgs {
    #[arg(long)]
    check: bool,
    #[arg(long, conflicts_with = "check")]
    rows: bool,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Verify { without_files } => verify(call, *without_files),
        Command::Head => head(call),
    }
}

fn verify(call: &mut Call, without_files: bool) -> Outcome {
    let office = call.office()?;
    let blobs = (!without_files).then(|| office.blobs());
    let key = office.checkpoint_key()?;
    let report = office.db().read(|conn| ledger::verify(conn, key.as_ref(), blobs, &mut |_| {}))?;
    let whole = report.is_whole();
    if call.manner.json {
        let mut json = json!(report);
        json["whole"] = json!(whole);
        call.out.json(&json)?;
    } else {
        let values = vec![
            ("entries", report.entries.into()),
            ("cases", report.cases.into()),
            ("texts", report.texts.into()),
            ("erased", report.texts_erased.into()),
            ("files", report.files.into()),
            ("checkpoints", report.checkpoints.into()),
        ];
        let words = call.out.tr("cli-audit-looked-at", values);
        let mark =
            if whole { call.out.styled(Style::Good, "✔") } else { call.out.styled(Style::Bad, "✖") };
        call.out.line(&format!("{mark} {words}"))?;
        for broken in &report.breaks {
            call.out.line(&format!("  {}", json!(broken)))?;
        }
    }
    if whole {
        return Ok(());
    }
    call.out.finish()?;
    Err(Failure::new(Exit::Checks, "cli-audit-broken", [("count", report.breaks.len().into())]))
}

fn head(call: &mut Call) -> Outcome {
    let office = call.office()?;
    let note = office.db().read(ledger::latest_checkpoint)?;
    let report = office.db().read(|conn| ledger::verify(conn, None, None, &mut |_| {}))?;
    let root = report.root.map(|root| root.to_string());
    if call.manner.json {
        return call.out.json(&json!({ "entries": report.entries, "root": root, "checkpoint": note }));
    }
    call.out.line(&format!("{}  {}", report.entries, root.unwrap_or_default()))?;
    if let Some(note) = note {
        return call.out.line(note.trim_end());
    }
    call.out.note(&call.out.t("cli-audit-no-checkpoint"));
    Ok(())
}

pub(super) fn rebuild(call: &mut Call, args: &RebuildArgs) -> Outcome {
    let office = call.office()?;
    let mode = if args.check { RebuildMode::Check } else { RebuildMode::Rewrite };
    let fresh = |events: &[amends_core::event::Event]| {
        let case =
            fold(events.iter()).ok_or_else(|| "the history does not begin with its opening".to_owned())?;
        let profile = office.profile_of(&case).map_err(|error| error.to_string())?;
        Ok(index(&case, profile, office.calendar()))
    };
    let began = Instant::now();
    let report = ledger::rebuild(office.db(), mode, &fresh)?;
    let of_rows = began.elapsed();
    let counts_right = args.rows || office.make_lists_anew(mode)?;
    if call.manner.json {
        let seconds = json!({
            "rows": of_rows.as_secs_f64(),
            "lists_and_search": began.elapsed().saturating_sub(of_rows).as_secs_f64(),
        });
        let mut differences: Vec<Value> = report.differences.iter().map(difference).collect();
        differences.extend((!counts_right).then(|| json!({ "what": "counts" })));
        let json = json!({
            "cases": report.cases, "differences": differences, "rewritten": !args.check, "seconds": seconds,
        });
        call.out.json(&json)?;
    } else {
        let key = if args.check { "cli-rebuild-checked" } else { "cli-rebuild-done" };
        let count = report.differences.len() + usize::from(!counts_right);
        let values = vec![("cases", report.cases.into()), ("count", count.into())];
        let words = call.out.tr(key, values);
        call.out.line(&words)?;
    }
    let unmendable = report.differences.iter().any(|one| matches!(one, Difference::Unfoldable { .. }));
    let differs = report.differences.len() + usize::from(!counts_right);
    if (args.check && differs > 0) || unmendable {
        call.out.finish()?;
        let values = [("count", differs.into())];
        return Err(Failure::new(Exit::Checks, "cli-rebuild-differs", values));
    }
    Ok(())
}

fn difference(one: &Difference) -> Value {
    match one {
        Difference::Differs(case) => json!({ "case": case, "what": "differs" }),
        Difference::Missing(case) => json!({ "case": case, "what": "missing" }),
        Difference::Unknown(case) => json!({ "case": case, "what": "unknown" }),
        Difference::Unfoldable { case, why } => json!({ "case": case, "what": "unfoldable", "why": why }),
    }
}
