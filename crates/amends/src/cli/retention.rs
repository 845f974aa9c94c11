//! `amends retention`: what is to go, holds, destroying by two people, certificates, and older copies (R54, R55).

use std::path::PathBuf;

use amends_core::{
    command::Command as Act,
    id::{CaseReference, EvidenceId},
    retention::{HoldAsked, HoldKind, HoldNumber, Line, Standing},
};
use serde_json::json;

use super::{
    call::Call,
    case,
    desk::{self, Who},
    fail::{Exit, Failure, Outcome},
    input,
};
use crate::{
    office::disposal::{Certificate, log::Log},
    web::staff::said,
};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Due {
        #[arg(long, value_name = "DATE")]
        by: Option<String>,
    },
    Run(RunArgs),
    Hold(Box<HoldArgs>),
    Certificate {
        #[arg(value_name = "NUMBER")]
        number: Option<String>,
    },
    Reapply {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct RunArgs {
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS")]
    reason: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct HoldArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long = "for", value_name = "KIND", required_unless_present = "lift", conflicts_with = "lift",
          value_parser = ["litigation", "information_request", "information_appeal", "newer_complaint"])]
    held_for: Option<String>,
    #[arg(long, value_name = "WORDS")]
    reason: String,
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    #[arg(long, value_name = "CASE")]
    newer_case: Option<String>,
    #[arg(long = "paper", value_name = "EVIDENCE")]
    papers: Vec<String>,
    #[arg(long = "not-to-disclose", value_name = "EVIDENCE")]
    not_to_disclose: Vec<String>,
    #[arg(long, value_name = "HOLD")]
    lift: Option<u16>,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Due { by } => due(call, by.as_deref()),
        Command::Run(args) => round(call, args),
        Command::Hold(args) => hold(call, args),
        Command::Certificate { number: None } => list(call),
        Command::Certificate { number: Some(number) } => certificate(call, number),
        Command::Reapply { file } => reapply(call, file),
    }
}

fn due(call: &mut Call, by: Option<&str>) -> Outcome {
    let by = input::some_date("--by", by)?;
    let office = call.office()?;
    let by = by.unwrap_or_else(|| office.today());
    let all = office.disposals_due(by)?;
    if call.manner.json {
        let rows: Vec<_> =
            all.iter().map(|due| json!({ "reference": due.case.reference, "lines": due.lines })).collect();
        return call.out.json(&rows);
    }
    if all.is_empty() {
        let none = call.out.tr("cli-retention-none", vec![("date", by.to_string().into())]);
        call.out.note(&none);
        return Ok(());
    }
    let heads = ["cli-head-case", "cli-head-class", "cli-head-day", "cli-head-standing", "cli-head-reason"]
        .map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = all
        .iter()
        .flat_map(|due| due.lines.iter().map(|line| row(call, &due.case.reference, line)))
        .collect();
    call.out.table(&heads, &rows)
}

fn row(call: &Call, reference: &CaseReference, line: &Line) -> Vec<String> {
    let standing = match line.standing {
        Standing::ToCome => "to_come",
        Standing::Held => "held",
        Standing::Due => "due",
        Standing::Gone { .. } => "gone",
    };
    let reasons: Vec<_> = line.reasons.iter().map(|one| said(call.manner.language, one)).collect();
    vec![
        reference.to_string(),
        call.out.t(&format!("retention-class-{}", line.class.code())),
        line.on.to_string(),
        call.out.t(&format!("retention-standing-{standing}")),
        reasons.join(" "),
    ]
}

fn round(call: &mut Call, args: &RunArgs) -> Outcome {
    let desk = call.desk(&args.who)?;
    let reason = args.reason.clone().unwrap_or_else(|| call.out.t("cli-retention-usual-reason"));
    let steps = desk.office.disposal_round(desk.actor(), &reason, args.dry_run)?;
    if call.manner.json {
        return call.out.json(&json!({ "dry_run": args.dry_run, "steps": steps }));
    }
    if steps.is_empty() {
        let none = call.out.tr("cli-retention-none", vec![("date", desk.office.today().to_string().into())]);
        call.out.note(&none);
        return Ok(());
    }
    let heads = ["cli-head-case", "cli-head-class", "cli-head-did", "cli-head-certificate"]
        .map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = steps
        .iter()
        .map(|step| {
            vec![
                step.reference.to_string(),
                call.out.t(&format!("retention-class-{}", step.class.code())),
                call.out.t(&format!("cli-retention-did-{}", step.did.code())),
                step.certificate.clone().unwrap_or_default(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn hold(call: &mut Call, args: &HoldArgs) -> Outcome {
    let until = input::some_date("--until", args.until.as_deref())?;
    let held_for =
        args.held_for.as_deref().map(|typed| input::code::<HoldKind>("--for", typed)).transpose()?;
    let papers = |argument: &'static str, typed: &[String]| -> Outcome<Vec<EvidenceId>> {
        typed.iter().map(|one| input::id(argument, one).map(EvidenceId)).collect()
    };
    let (held, hidden) =
        (papers("--paper", &args.papers)?, papers("--not-to-disclose", &args.not_to_disclose)?);
    let mut desk = call.desk(&args.who)?;
    let before = desk::case(&desk.office, &args.case)?.case;
    let reason = desk.words(&args.reason)?;
    let act = match (args.lift, held_for) {
        (None, Some(held_for)) => Act::PlaceHold(HoldAsked {
            held_for,
            reason,
            until,
            newer_case: args.newer_case.clone().map(CaseReference),
            papers: held,
            not_to_disclose: hidden,
        }),
        (lift, _) => Act::LiftHold { hold: HoldNumber(lift.unwrap_or_default()), reason },
    };
    let after = desk.act(&before, &[act])?;
    case::told(call, &before, &after)
}

fn list(call: &mut Call) -> Outcome {
    let office = call.office()?;
    let all = office.certificates(u32::MAX)?;
    if call.manner.json {
        return call.out.json(&all);
    }
    let heads = ["cli-head-certificate", "cli-head-case", "cli-head-class", "cli-head-day"]
        .map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            vec![
                one.disposal.certificate.clone(),
                one.reference.to_string(),
                call.out.t(&format!("retention-class-{}", one.disposal.class.code())),
                one.disposal.on.to_string(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

/// One certificate, checked: what it says against the record, the memory and the folder of files.
fn certificate(call: &mut Call, number: &str) -> Outcome {
    let office = call.office()?;
    let unknown = |error| match error {
        crate::office::ActError::NotFound(_) => {
            Failure::new(Exit::Failed, "cli-retention-no-certificate", [("number", number.to_owned().into())])
        }
        other => Failure::from(other),
    };
    let found: Certificate = office.certificate(number).map_err(unknown)?;
    let checked = office.check_certificate(&found)?;
    if call.manner.json {
        call.out.json(&json!({ "certificate": found, "checked": checked, "holds": checked.holds() }))?;
    } else {
        let counts = &found.disposal.counts;
        let words = call.out.tr(
            "cli-retention-certificate",
            vec![
                ("number", found.disposal.certificate.clone().into()),
                ("reference", found.reference.to_string().into()),
                ("class", call.out.t(&format!("retention-class-{}", found.disposal.class.code())).into()),
                ("date", found.disposal.on.to_string().into()),
                ("texts", counts.texts.into()),
                ("files", counts.files.into()),
                ("messages", counts.messages.into()),
                ("letters", counts.letters.into()),
            ],
        );
        call.out.line(&words)?;
        let key = if checked.holds() { "cli-retention-holds" } else { "cli-retention-does-not-hold" };
        let words = call.out.t(key);
        call.out.line(&words)?;
    }
    if checked.holds() {
        return Ok(());
    }
    call.out.finish()?;
    Err(Failure::new(Exit::Checks, "cli-retention-broken", [("number", number.to_owned().into())]))
}

/// Makes go again what a log kept elsewhere says went: for a copy from an older backup whose own log is older too.
fn reapply(call: &mut Call, file: &std::path::Path) -> Outcome {
    if !file.is_file() {
        let values = [("path", file.display().to_string().into())];
        return Err(Failure::new(Exit::Failed, "cli-file-missing", values));
    }
    let office = call.office()?;
    let again = office.dispose_again(&Log::at(file).read()?)?;
    if call.manner.json {
        return call.out.json(&json!({ "again": again }));
    }
    let words = call.out.tr("cli-retention-again", vec![("count", again.len().into())]);
    call.out.line(&words)
}
