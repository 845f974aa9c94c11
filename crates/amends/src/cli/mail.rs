//! `amends mail`: letters out and messages in.

mod inward;
mod outward;

use amends_store::post::{self, MailState, Post, PostState};
use serde_json::{Value, json};

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    input,
};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Outbox {
        #[arg(long, value_name = "TEXT")]
        to: Option<String>,
    },
    Show {
        #[arg(value_name = "POST")]
        post: String,
    },
    Held,
    Send {
        // A running office does so by itself.
        #[arg(long, required = true)]
        once: bool,
    },
    Deliver,
    Fetch {
        // The folder is emptied once; a running office does so by itself.
        #[arg(long, required = true)]
        once: bool,
    },
    File(inward::FileArgs),
}

/// Every state of a letter, in the order of its life.
const STATES: [PostState; 7] = [
    PostState::Queued,
    PostState::Claimed,
    PostState::Deferred,
    PostState::Accepted,
    PostState::Held,
    PostState::Refused,
    PostState::Bounced,
];

/// So many letters of each state are listed at most.
const MOST: u32 = 10_000;

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Outbox { to } => outbox(call, to.as_deref()),
        Command::Show { post } => show(call, post),
        Command::Held => held(call),
        Command::Send { .. } => outward::send(call),
        Command::Deliver => inward::deliver(call),
        Command::Fetch { .. } => inward::fetch(call),
        Command::File(args) => inward::file(call, args),
    }
}

fn outbox(call: &mut Call, to: Option<&str>) -> Outcome {
    let office = call.office()?;
    let mut all: Vec<Post> = Vec::new();
    for state in STATES {
        all.extend(office.db().read(|conn| post::post_in(conn, state, MOST))?);
    }
    all.retain(|one| to.is_none_or(|to| one.address.contains(to)));
    all.sort_by_key(|one| (one.made_at, one.post));
    if call.manner.json {
        return call.out.json(&all.iter().map(shown).collect::<Vec<_>>());
    }
    let heads = ["cli-head-made", "cli-head-to", "cli-head-state", "cli-head-subject", "cli-head-post"]
        .map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            vec![
                office.clock().day_of(one.made_at).to_string(),
                one.address.clone(),
                call.out.t(&format!("cli-post-{}", one.state.code())),
                one.subject.clone(),
                one.post.to_string(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn shown(one: &Post) -> Value {
    json!({
        "post": one.post, "to": one.address, "channel": one.channel.code(), "language": one.language,
        "subject": one.subject, "text": one.text, "state": one.state, "reason": one.reason,
        "thread": one.thread, "made_at": one.made_at.to_string(),
    })
}

fn show(call: &mut Call, typed: &str) -> Outcome {
    let id = amends_core::id::PostId(input::id("POST", typed)?);
    let office = call.office()?;
    let found = office.db().read(|conn| post::post(conn, id)).map_err(|error| match error {
        amends_store::StoreError::NotFound { .. } => {
            Failure::new(Exit::Failed, "cli-post-unknown", [("typed", typed.to_owned().into())])
        }
        other => Failure::from(other),
    })?;
    if call.manner.json {
        return call.out.json(&shown(&found));
    }
    call.out.line(&format!("{}\n{}\n", found.address, found.subject))?;
    call.out.line(&found.text)
}

fn held(call: &mut Call) -> Outcome {
    let office = call.office()?;
    let all = office.db().read(|conn| post::mail_in(conn, MailState::Held, None, MOST))?;
    if call.manner.json {
        let rows: Vec<_> = all
            .iter()
            .map(|mail| {
                json!({
                    "mail": mail.mail, "sender": mail.sender, "subject": mail.subject, "reason": mail.reason,
                    "received_at": mail.received_at.to_string(),
                })
            })
            .collect();
        return call.out.json(&rows);
    }
    let heads =
        ["cli-head-from", "cli-head-subject", "cli-head-reason", "cli-head-mail"].map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|mail| {
            let reason = mail.reason.clone().unwrap_or_default();
            vec![mail.sender.clone(), mail.subject.clone(), reason, mail.mail.to_string()]
        })
        .collect();
    call.out.table(&heads, &rows)
}
