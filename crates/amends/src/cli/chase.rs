//! `amends chase`: what would go, what goes, and to whom nothing goes (R31).

use std::collections::HashMap;

use serde_json::json;

use super::{
    call::Call,
    desk::{self, Who},
    fail::Outcome,
    input,
};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Preview {
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Run {
        #[arg(long)]
        dry_run: bool,
    },
    Pause {
        #[command(flatten)]
        who: Who,
        #[arg(long, value_name = "BODY")]
        body: Option<String>,
    },
    Resume {
        #[command(flatten)]
        who: Who,
        #[arg(long, value_name = "BODY")]
        body: Option<String>,
    },
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Preview { on } => preview(call, on.as_deref()),
        Command::Run { dry_run: true } => preview(call, None),
        Command::Run { dry_run: false } => pay(call),
        Command::Pause { who, body } => stop(call, who, body.as_deref(), true),
        Command::Resume { who, body } => stop(call, who, body.as_deref(), false),
    }
}

fn preview(call: &mut Call, on: Option<&str>) -> Outcome {
    let on = input::some_date("--on", on)?;
    let office = call.office()?;
    let on = on.unwrap_or_else(|| office.today());
    let owed = office.plan_chases(on)?;
    let bodies = office.all_bodies()?;
    let names: HashMap<_, _> = bodies.iter().map(|record| (record.body.id, &record.body.name)).collect();
    let name = |id| names.get(&id).copied();
    if call.manner.json {
        let rows: Vec<_> = owed
            .iter()
            .map(|one| {
                json!({
                    "on": on, "reference": one.reference, "step": one.chase.step,
                    "date_version": one.chase.date_version, "body": one.chase.body,
                    "body_name": name(one.chase.body), "evidence_due_on": one.evidence_due_on,
                })
            })
            .collect();
        return call.out.json(&rows);
    }
    if owed.is_empty() {
        let none = call.out.tr("cli-chase-none", vec![("date", on.to_string().into())]);
        call.out.note(&none);
        return Ok(());
    }
    let heads = ["cli-head-rec", "cli-head-step", "cli-head-body", "cli-head-due"].map(|key| call.out.t(key));
    let language = call.manner.language;
    let rows: Vec<Vec<String>> = owed
        .iter()
        .map(|one| {
            vec![
                one.reference.clone(),
                one.chase.step.clone(),
                name(one.chase.body).map(|name| name.get(language).to_owned()).unwrap_or_default(),
                one.evidence_due_on.map(|date| date.to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn pay(call: &mut Call) -> Outcome {
    let office = call.office()?;
    let (reminders, sent) = office.pay_owed()?;
    if call.manner.json {
        let rows: Vec<_> = sent
            .iter()
            .map(|one| json!({ "body": one.body, "post": one.post, "about": one.about }))
            .collect();
        return call.out.json(&json!({ "chases": rows, "reminders": reminders }));
    }
    let words =
        call.out.tr("cli-chase-paid", vec![("chases", sent.len().into()), ("reminders", reminders.into())]);
    call.out.line(&words)
}

fn stop(call: &mut Call, who: &Who, body: Option<&str>, stopped: bool) -> Outcome {
    let desk = call.desk(who)?;
    let by = Some(desk.staff.id);
    match body {
        Some(typed) => {
            let record = desk::body(&desk.office, typed)?;
            desk.office.stop_chases_to(record.body.id, stopped, by)?;
        }
        None => desk.office.stop_all_chases(stopped, by)?,
    }
    if call.manner.json {
        return call.out.json(&json!({ "body": body, "stopped": stopped }));
    }
    let key = match (stopped, body) {
        (true, Some(_)) => "cli-chase-stopped-body",
        (false, Some(_)) => "cli-chase-resumed-body",
        (true, None) => "cli-chase-stopped-office",
        (false, None) => "cli-chase-resumed-office",
    };
    let words = call.out.tr(key, vec![("body", body.unwrap_or_default().to_owned().into())]);
    call.out.line(&words)
}
