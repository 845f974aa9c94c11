//! The machinery beside the pages: pays what is owed, hands letters over, takes mail in. Every step is a function.

use std::path::Path;

use amends_core::{actor::Actor, command::Command, text::Language};
use amends_store::{
    error::StoreError,
    post::{self, Channel, Claimed, Outcome as Ended, Post},
};
use jiff::{SignedDuration, Timestamp};

use crate::{
    clock::Clock,
    letters::{self, LetterData},
    mail::{
        message::{self, FreezeError, Origin, Outgoing},
        send::{Capture, Envelope, Outcome, RelayError, Transport, Trouble, next_attempt},
        token::Token,
    },
    office::{ActError, Ask, Fault, Office},
};

/// How long one worker has a letter before another may take it up. Longer than a server may take to answer.
const CLAIM: SignedDuration = SignedDuration::from_mins(20);

/// Why a letter is held that may have gone: the code the pages explain.
const MAY_HAVE_GONE: &str = "may-have-gone";
/// Why a letter is held that was put off too often.
const PUT_OFF_TOO_OFTEN: &str = "put-off-too-often";

/// By which way letters leave: kept here in a demonstration, to the server the office names, or not at all.
///
/// # Errors
/// Where the configuration names no server that can be used.
pub fn transport(office: &Office, demo: bool) -> Result<Option<Transport>, RelayError> {
    if demo {
        return Ok(Some(Transport::Captured(Capture::default())));
    }
    office.config().mail.smtp.as_deref().map(Transport::smtp).transpose()
}

/// A part of a round, and the lease by which one node at a time does it.
type Part = (&'static str, fn(&Office) -> Result<(), ActError>);

/// What one node does for all.
const PARTS: [Part; 4] = [
    ("mail", take_mail_in),
    ("sweep", |office| pay_what_is_owed(office).map(drop)),
    ("disposal", |office| office.finish_disposals().map(drop)),
    ("checkpoint", |office| office.checkpoint().map(drop)),
];

/// One round: mail is taken in, chases owed today are paid, letters that wait are handed over. Running it twice changes
/// nothing. What fails in one part does not keep the others from their work. Of several nodes one at a time does each
/// part; letters are handed over by all, each its own.
///
/// # Errors
/// Where the memory or the disk fails: the first failure, once everything was tried.
pub async fn round(
    office: &Office,
    transport: Option<&Transport>,
    stopping: &(dyn Fn() -> bool + Sync),
) -> Result<(), ActError> {
    aside(office, |office| office.show_myself(Clock::machine_now())).await?;
    let mut outcome = Ok(());
    for (name, part) in PARTS {
        office.pulse().beat();
        outcome = outcome.and(aside(office, move |office| office.lead(name, part).map(drop)).await);
    }
    if let Some(transport) = transport {
        outcome = outcome.and(hand_over(office, transport, stopping).await.map(drop));
    }
    outcome
}

fn take_mail_in(office: &Office) -> Result<(), ActError> {
    office.file_new_mail()?;
    match &office.config().mail.inbound_dir {
        Some(folder) => fetch(office, folder).map(drop),
        None => Ok(()),
    }
}

/// Reminders and chases owed today. Returns how many messages went to the outbox.
///
/// # Errors
/// Where the memory fails.
pub fn pay_what_is_owed(office: &Office) -> Result<usize, ActError> {
    let _alone = office.paying();
    Ok(office.pay_reminders()? + office.pay_chases()?.len())
}

/// Takes in every message of a folder: files that end in `.eml`, the oldest name first. A file goes once its message is
/// safe; one that cannot be read stays, and is told of. Returns how many were taken.
///
/// # Errors
/// Where the disk or the memory fails.
pub fn fetch(office: &Office, folder: &Path) -> Result<usize, ActError> {
    let broken = |error: std::io::Error| Fault::Broken(format!("{}: {error}", folder.display()));
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .map_err(broken)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("eml")))
        .collect();
    files.sort();
    let mut taken = 0;
    for path in files {
        match std::fs::read(&path) {
            Ok(raw) => {
                office.take_in(&raw)?;
                std::fs::remove_file(&path).map_err(broken)?;
                taken += 1;
            }
            // Not by its name, which may hold an address.
            Err(error) => tracing::error!(%error, "a message of the folder cannot be read; it stays"),
        }
    }
    Ok(taken)
}

/// Runs something that reads or writes the memory, away from the threads that serve the network.
async fn aside<T: Send + 'static>(
    office: &Office,
    work: impl FnOnce(&Office) -> Result<T, ActError> + Send + 'static,
) -> Result<T, ActError> {
    let office = office.clone();
    match tokio::task::spawn_blocking(move || work(&office)).await {
        Ok(done) => done,
        Err(_) => Err(Fault::Broken("a round broke off".to_owned()).into()),
    }
}

/// A letter that is about to go: claimed, its bytes frozen, the attempt written down.
struct Ready {
    claimed: Claimed,
    envelope: Envelope,
    bytes: Vec<u8>,
}

/// What became of the letters that were tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Handed {
    /// The server took them.
    pub accepted: usize,
    /// They wait, and are tried again.
    pub deferred: usize,
    /// The server will not have them.
    pub refused: usize,
    /// They may have gone: a person must look.
    pub uncertain: usize,
}

impl Handed {
    fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Accepted { .. } => self.accepted += 1,
            Outcome::Deferred { .. } => self.deferred += 1,
            Outcome::Refused { .. } => self.refused += 1,
            Outcome::Uncertain { .. } => self.uncertain += 1,
        }
    }

    /// How many were tried.
    pub fn tried(&self) -> usize {
        self.accepted + self.deferred + self.refused + self.uncertain
    }
}

/// Hands over every e-mail that may go now, one after the other, and writes down how each attempt ended. A server that
/// does not answer in time is left in peace until the next round: the others would only wait for it too. Letters on
/// paper wait for somebody who prints and posts them.
///
/// # Errors
/// Where the memory fails. A letter whose sending began and whose end was not written down is held, never sent again.
pub async fn hand_over(
    office: &Office,
    transport: &Transport,
    stopping: &(dyn Fn() -> bool + Sync),
) -> Result<Handed, ActError> {
    aside(office, hold_what_may_have_gone).await?;
    let mut handed = Handed::default();
    while !stopping() {
        office.pulse().beat();
        let Some(ready) = aside(office, next_ready).await? else { break };
        let outcome = transport.send(&ready.envelope, &ready.bytes).await;
        handed.count(&outcome);
        let silent = matches!(outcome, Outcome::Deferred { why: Trouble::NoReply, .. });
        aside(office, move |office| settle(office, &ready.claimed, outcome)).await?;
        if silent {
            break;
        }
    }
    Ok(handed)
}

fn hold_what_may_have_gone(office: &Office) -> Result<(), ActError> {
    let now = office.clock().now();
    for post in office.db().write(move |tx| post::uncertain(tx, now, MAY_HAVE_GONE))? {
        tracing::warn!(%post, "a letter may have gone; it is held for a person");
    }
    Ok(())
}

/// The next letter, ready to go. One whose address is none is refused at once, and the next is taken.
fn next_ready(office: &Office) -> Result<Option<Ready>, ActError> {
    loop {
        let now = office.clock().now();
        let until = now.checked_add(CLAIM).unwrap_or(now);
        let claimed = office.db().write(move |tx| post::claim(tx, Channel::Email, now, until, 1))?;
        let Some(claimed) = claimed.into_iter().next() else { return Ok(None) };
        let made = match frozen(office, &claimed.post, now)? {
            Ok(made) => made,
            Err(error) => {
                let why = match error {
                    FreezeError::Address { .. } => Trouble::BadAddress,
                    FreezeError::Message(_) => Trouble::MessageRefused,
                };
                begin(office, &claimed, None, now)?;
                settle(office, &claimed, Outcome::Refused { why, server_text: error.to_string() })?;
                continue;
            }
        };
        let (envelope, bytes) = made;
        begin(office, &claimed, Some(bytes.clone()), now)?;
        return Ok(Some(Ready { claimed, envelope, bytes }));
    }
}

/// Keeps the bytes and writes down that sending begins, before the first of them goes out.
fn begin(office: &Office, claimed: &Claimed, bytes: Option<Vec<u8>>, now: Timestamp) -> Result<(), ActError> {
    let (id, claim) = (claimed.post.post, claimed.claim);
    Ok(office.db().write(move |tx| {
        if let Some(bytes) = &bytes {
            post::freeze(tx, id, claim, bytes)?;
        }
        post::begin_attempt(tx, id, claim, now)
    })?)
}

type Frozen = Result<(Envelope, Vec<u8>), FreezeError>;

/// The bytes of a letter: those of the first attempt where there was one, else made now.
fn frozen(office: &Office, post: &Post, now: Timestamp) -> Result<Frozen, ActError> {
    let Some(token) = Token::parse(&post.thread) else {
        return Err(Fault::Broken(format!("the letter {} has no reply token", post.post)).into());
    };
    let office_address = match &office.config().mail.address {
        Some(address) => address,
        None => &office.own_profile()?.mail_address,
    };
    if let Some(bytes) = &post.frozen {
        let from = message::reply_address(office_address, &token);
        return Ok(from.map(|from| (Envelope { from, to: post.address.clone() }, bytes.clone())));
    }
    let made = office.db().read(|conn| post::made_from(conn, post.post))?;
    let html = post.html.clone().unwrap_or_else(|| plain_page(&post.text, post.language));
    let name = office.config().site.office_name();
    let out = Outgoing {
        office_name: name.get(post.language),
        office_address,
        to_name: "",
        to_address: &post.address,
        subject: &post.subject,
        text: &post.text,
        html: &html,
        language: post.language,
        post: post.post,
        token: &token,
        at: now,
        origin: made.map_or(Origin::Person, |made| origin(&made.data)),
        thread: &[],
    };
    Ok(message::freeze(&out)
        .map(|frozen| (Envelope { from: frozen.envelope_from, to: frozen.envelope_to }, frozen.bytes)))
}

/// Whether a letter was owed on a day or somebody decided to send it, from what filled its template.
fn origin(data: &str) -> Origin {
    let kind = serde_json::from_str::<LetterData>(data).map(|data| data.kind).unwrap_or_default();
    let kind = amends_core::letter::LetterKind::ALL.into_iter().find(|known| known.code() == kind);
    if kind.is_some_and(letters::is_automatic) { Origin::Automatic } else { Origin::Person }
}

/// The words of a letter that has no page of its own.
fn plain_page(text: &str, language: Language) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let tag = language.tag();
    format!(
        "<!doctype html><html lang=\"{tag}\"><meta charset=\"utf-8\"><title></title><pre>{text}</pre></html>"
    )
}

/// Writes down how an attempt ended, and what follows: another try, a person who must look, a body that cannot be
/// reached. An attempt of which nobody knows the end stays open until its claim runs out, and is held then.
fn settle(office: &Office, claimed: &Claimed, outcome: Outcome) -> Result<(), ActError> {
    let (id, claim, now) = (claimed.post.post, claimed.claim, office.clock().now());
    match outcome {
        Outcome::Accepted { server_text } => {
            let ended = Ended::Accepted(server_text);
            Ok(office.db().write(move |tx| post::settle(tx, id, claim, &ended, now))?)
        }
        Outcome::Deferred { why, server_text } => {
            tracing::warn!(post = %id, why = why.key(), "a letter was put off");
            let attempts = office.db().read(|conn| post::attempts(conn, id))?.len();
            let [jitter] = office.chance().bytes()?;
            let wait = next_attempt(u32::try_from(attempts).unwrap_or(u32::MAX), jitter);
            let next =
                wait.and_then(|wait| SignedDuration::try_from(wait).ok()).map(|wait| now.checked_add(wait));
            let next_at = next.and_then(Result::ok);
            let ended = Ended::Deferred(server_text, next_at.unwrap_or(now));
            Ok(office.db().write(move |tx| {
                post::settle(tx, id, claim, &ended, now)?;
                if next_at.is_none() {
                    post::hold_post(tx, id, PUT_OFF_TOO_OFTEN, now)?;
                }
                Ok::<_, StoreError>(())
            })?)
        }
        Outcome::Refused { why, server_text } => {
            tracing::warn!(post = %id, why = why.key(), "a letter was refused");
            let ended = Ended::Refused(server_text);
            office.db().write(move |tx| post::settle(tx, id, claim, &ended, now))?;
            let nobody_there = matches!(why, Trouble::ReaderRefused | Trouble::BadAddress);
            came_back(office, &claimed.post, nobody_there)
        }
        Outcome::Uncertain { why, .. } => {
            tracing::warn!(post = %id, why = why.key(), "a letter may have gone");
            Ok(())
        }
    }
}

/// What a letter that did not reach its reader means for its cases: chases in it do not count (R31). Where the address
/// takes no mail, the body is marked, so that somebody finds another before the next chase.
///
/// # Errors
/// Where the memory fails.
pub fn came_back(office: &Office, letter: &Post, nobody_there: bool) -> Result<(), ActError> {
    for reply in office.db().read(|conn| post::reply_to(conn, &letter.thread))? {
        let command = Command::RecordUndelivered { post: letter.post };
        match office.act(&Ask::new(&Actor::System, reply.case), &[command], &[]) {
            Ok(_) => {}
            Err(ActError::Refused(refusal)) => {
                tracing::info!(case = %reply.case, %refusal, "nothing to record")
            }
            Err(error) => return Err(error),
        }
        if let Some(body) = reply.body.filter(|_| nobody_there) {
            office.mark_undeliverable(body)?;
        }
    }
    Ok(())
}
