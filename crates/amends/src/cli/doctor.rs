//! `amends doctor`: whether everything works, and what to do where it does not.

mod checks;

use serde::Serialize;
use serde_json::json;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome, Values},
    out::Style,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "CHECK,CHECK", value_delimiter = ',',
          value_parser = ["config", "database", "disk", "audit", "calendar", "mail", "files", "templates", "clock", "staff"])]
    only: Vec<String>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Severity {
    Ok,
    Warning,
    Problem,
}

/// What a check found: a message of the catalogue, and with `-fix` what to do.
struct Finding {
    check: &'static str,
    severity: Severity,
    key: &'static str,
    values: Values,
}

impl Finding {
    fn new(check: &'static str, severity: Severity, key: &'static str, values: Values) -> Self {
        Self { check, severity, key, values }
    }
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let findings =
        checks::all(call, |check| args.only.is_empty() || args.only.iter().any(|one| one == check));
    let count = |severity| findings.iter().filter(|one| one.severity == severity).count();
    let (warnings, problems) = (count(Severity::Warning), count(Severity::Problem));
    if call.manner.json {
        let rows: Vec<_> = findings
            .iter()
            .map(|one| {
                json!({
                    "check": one.check, "severity": one.severity, "code": one.key,
                    "reason": call.out.tr(one.key, one.values.clone()), "fix": fix(call, one),
                })
            })
            .collect();
        call.out.json(&json!({ "findings": rows, "warnings": warnings, "problems": problems }))?;
    } else {
        for one in &findings {
            show(call, one)?;
        }
        let values = vec![
            ("ok", count(Severity::Ok).into()),
            ("warnings", warnings.into()),
            ("problems", problems.into()),
        ];
        let sum = call.out.tr("cli-doctor-sum", values);
        call.out.line(&sum)?;
    }
    if problems == 0 {
        return Ok(());
    }
    call.out.finish()?;
    Err(Failure::new(Exit::Checks, "cli-doctor-problems", [("count", problems.into())]))
}

fn fix(call: &Call, one: &Finding) -> Option<String> {
    (one.severity != Severity::Ok).then(|| call.out.tr(&format!("{}-fix", one.key), one.values.clone()))
}

fn show(call: &mut Call, one: &Finding) -> Outcome {
    let (mark, style) = match one.severity {
        Severity::Ok => ("✔", Style::Good),
        Severity::Warning => ("⚠", Style::Warning),
        Severity::Problem => ("✖", Style::Bad),
    };
    let mark = call.out.styled(style, mark);
    let name = call.out.t(&format!("cli-doctor-{}", one.check));
    let reason = call.out.tr(one.key, one.values.clone());
    let gap = " ".repeat(18_usize.saturating_sub(name.chars().count()));
    call.out.line(&format!("  {mark} {name}{gap}{reason}"))?;
    match fix(call, one) {
        Some(fix) => call.out.line(&format!("      {fix}")),
        None => Ok(()),
    }
}
