//! The machinery beside the pages: pays what is owed, hands letters over, takes mail in. Every step is a function.

mod handing;

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    vec::IntoIter,
};

use amends_core::{actor::Actor, command::Command};
use amends_store::post::{self, Post};

pub use handing::{Handed, hand_over};

use crate::{
    clock::Clock,
    mail::send::{Capture, RelayError, Transport},
    office::{ActError, Ask, Fault, Office},
};

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

/// So much is read for the search in one round: a long queue must not keep letters waiting.
const READ_IN_A_ROUND: usize = 500;

/// What one node does for all.
const PARTS: [Part; 5] = [
    ("mail", take_mail_in),
    ("search", |office| office.read_for_search(READ_IN_A_ROUND).map(drop)),
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

/// What came before and could not be filed does not keep back what comes now.
fn take_mail_in(office: &Office) -> Result<(), ActError> {
    let filed = office.file_new_mail().map(drop);
    let taken = match &office.config().mail.inbound_dir {
        Some(folder) => fetch(office, folder).map(drop),
        None => Ok(()),
    };
    filed.and(taken)
}

/// Reminders and chases owed today. Returns how many messages went to the outbox.
///
/// # Errors
/// Where the memory fails.
pub fn pay_what_is_owed(office: &Office) -> Result<usize, ActError> {
    let _alone = office.paying();
    let (reminders, chases) = office.pay_owed()?;
    Ok(reminders + chases.len())
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
    let files = Mutex::new(files.into_iter());
    let taken = std::thread::scope(|scope| {
        let takers: Vec<_> = (0..TAKERS).map(|_| scope.spawn(|| take_files(office, &files))).collect();
        let broken = || Err(Fault::Broken("taking messages in broke off".to_owned()).into());
        let taken = takers.into_iter().map(|taker| taker.join().unwrap_or_else(|_| broken()));
        taken.collect::<Vec<Result<usize, ActError>>>()
    });
    taken.into_iter().try_fold(0, |all, taken| Ok(all + taken?))
}

/// So many messages of a folder are taken in side by side: while the disk works for one, another is read.
const TAKERS: usize = 4;

/// Takes in one file after the other. Where one fails, all stop: it is the disk or the memory.
fn take_files(office: &Office, files: &Mutex<IntoIter<PathBuf>>) -> Result<usize, ActError> {
    let lock = || files.lock().unwrap_or_else(PoisonError::into_inner);
    let mut taken = 0;
    loop {
        let Some(path) = lock().next() else { return Ok(taken) };
        let done = match std::fs::read(&path) {
            Ok(raw) => office.take_in(&raw).and_then(|_| {
                let gone = std::fs::remove_file(&path);
                gone.map_err(|error| {
                    Fault::Broken(format!("a message taken in stays in its folder: {error}")).into()
                })
            }),
            Err(error) => {
                // Not by its name, which may hold an address.
                tracing::error!(%error, "a message of the folder cannot be read; it stays");
                continue;
            }
        };
        if let Err(error) = done {
            lock().by_ref().for_each(drop);
            return Err(error);
        }
        taken += 1;
    }
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
