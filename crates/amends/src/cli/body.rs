//! `amends body`: the register of bodies, and who is written to there.

use serde_json::json;

use super::{call::Call, desk, fail::Outcome};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    List,
    Show {
        #[arg(value_name = "BODY")]
        body: String,
    },
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::List => list(call),
        Command::Show { body } => show(call, body),
    }
}

fn list(call: &mut Call) -> Outcome {
    let all = call.office()?.all_bodies()?;
    if call.manner.json {
        let rows: Vec<_> =
            all.iter().map(|record| json!({ "slug": record.slug, "body": record.body })).collect();
        return call.out.json(&rows);
    }
    let heads = ["cli-head-slug", "cli-head-name", "cli-head-merged"].map(|key| call.out.t(key));
    let language = call.manner.language;
    let slug_of = |id| all.iter().find(|record| record.body.id == id).map(|record| record.slug.clone());
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|record| {
            let merged = record.body.merged_into.and_then(slug_of).unwrap_or_default();
            vec![record.slug.clone(), record.body.name.get(language).to_owned(), merged]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn show(call: &mut Call, typed: &str) -> Outcome {
    let office = call.office()?;
    let record = desk::body(&office, typed)?;
    let contacts = office.contacts(record.body.id)?;
    if call.manner.json {
        let contacts: Vec<_> = contacts
            .iter()
            .map(|one| json!({ "address": one.address, "name": one.name, "language": one.language }))
            .collect();
        return call.out.json(&json!({ "slug": record.slug, "body": record.body, "contacts": contacts }));
    }
    call.out.line(&format!("{}  {}", record.slug, record.body.name.get(call.manner.language)))?;
    for one in &contacts {
        call.out.line(&format!("  {} <{}> {}", one.name, one.address, one.language.tag()))?;
    }
    Ok(())
}
