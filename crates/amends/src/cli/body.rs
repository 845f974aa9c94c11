//! `amends body`: the register of bodies, and who is written to there.

mod change;

use amends_core::{body::ContactRole, text::Language};
use amends_store::people::{BodyRecord, Contact};
use serde_json::{Value, json};

use super::{
    call::Call,
    desk::{self, Who},
    fail::{Exit, Failure, Outcome},
    input,
};
use crate::office::ActError;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    List,
    Show {
        #[arg(value_name = "BODY")]
        body: String,
    },
    #[command(subcommand)]
    Contact(ContactCommand),
    Rename(change::RenameArgs),
    Merge(change::MergeArgs),
    Split(change::SplitArgs),
    End(change::EndArgs),
    Successor(change::SuccessorArgs),
    Freeze(change::FreezeArgs),
    Follow(change::FollowArgs),
}

#[derive(Debug, clap::Subcommand)]
pub(super) enum ContactCommand {
    Add {
        #[arg(value_name = "BODY")]
        body: String,
        #[arg(value_name = "EMAIL")]
        email: String,
        #[arg(long, value_name = "ROLE", value_parser = ["link_officer", "chief_executive", "other"])]
        role: String,
        #[arg(long, value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "LANG", value_parser = ["en", "cy"])]
        language: Option<String>,
        #[command(flatten)]
        who: Who,
    },
    Remove {
        #[arg(value_name = "BODY")]
        body: String,
        #[arg(value_name = "EMAIL")]
        email: String,
        #[command(flatten)]
        who: Who,
    },
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::List => list(call),
        Command::Show { body } => show(call, body),
        Command::Contact(ContactCommand::Add { body, email, role, name, language, who }) => {
            let desk = call.desk(who)?;
            let record = desk::body(&desk.office, body)?;
            if !email.contains('@') {
                let values = [("typed", email.clone().into())];
                return Err(Failure::new(Exit::Usage, "cli-email-unreadable", values));
            }
            let role: ContactRole = input::code("--role", role)?;
            let spoken: Option<Language> = language.as_deref().and_then(|tag| tag.parse().ok());
            let language = spoken.unwrap_or(record.body.language);
            let contact =
                Contact { body: record.body.id, address: email.clone(), name: name.clone(), language, role };
            desk.office.keep_contact(&contact, desk.actor().staff())?;
            told(call, "cli-contact-kept", body, email, Some(role))
        }
        Command::Contact(ContactCommand::Remove { body, email, who }) => {
            let desk = call.desk(who)?;
            let record = desk::body(&desk.office, body)?;
            desk.office.remove_contact(record.body.id, email).map_err(|error| match error {
                ActError::NotFound(_) => {
                    let values = [("email", email.clone().into()), ("body", body.clone().into())];
                    Failure::new(Exit::Failed, "cli-contact-unknown", values)
                }
                other => Failure::from(other),
            })?;
            told(call, "cli-contact-removed", body, email, None)
        }
        Command::Rename(args) => change::rename(call, args),
        Command::Merge(args) => change::merge(call, args),
        Command::Split(args) => change::split(call, args),
        Command::End(args) => change::end(call, args),
        Command::Successor(args) => change::successor(call, args),
        Command::Freeze(args) => change::freeze(call, args),
        Command::Follow(args) => change::follow(call, args),
    }
}

fn told(call: &mut Call, key: &str, body: &str, email: &str, role: Option<ContactRole>) -> Outcome {
    if call.manner.json {
        return call.out.json(&json!({ "body": body, "address": email, "role": role }));
    }
    let role = role.map(|role| call.out.t(&format!("contact-role-{}", role.code()))).unwrap_or_default();
    let values =
        vec![("body", body.to_owned().into()), ("email", email.to_owned().into()), ("role", role.into())];
    let words = call.out.tr(key, values);
    call.out.line(&words)
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
        return call.out.json(&record_json(&record, &contacts));
    }
    call.out.line(&format!("{}  {}", record.slug, record.body.name.get(call.manner.language)))?;
    let language = call.manner.language;
    for former in &record.body.over_time.names {
        call.out.line(&format!("  < {} {}", former.until, former.name.get(language)))?;
    }
    for one in &contacts {
        let role = call.out.t(&format!("contact-role-{}", one.role.code()));
        call.out.line(&format!("  {} <{}> {} – {role}", one.name, one.address, one.language.tag()))?;
    }
    Ok(())
}

/// A body as scripts read it.
fn record_json(record: &BodyRecord, contacts: &[Contact]) -> Value {
    let contacts: Vec<_> = contacts
        .iter()
        .map(|one| json!({ "address": one.address, "name": one.name, "language": one.language, "role": one.role }))
        .collect();
    json!({ "slug": record.slug, "body": record.body, "contacts": contacts })
}
