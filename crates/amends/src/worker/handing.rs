//! Handing letters to the mail server: the attempt of each is written down before its first byte goes out, several are
//! offered side by side, and how each ended is written down after. Three things go on at once: some are offered; in one
//! transaction it is written down how those before ended, and the next are claimed and begin; and the bytes of those after
//! these are made.
//!
//! What was written down and never ended is held for a person. What was claimed and not offered is put back at once.

mod bytes;

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use amends_store::{
    db::Tx,
    error::StoreError,
    post::{self, BEFORE_ALL, Claimed, Outcome as Ended, Turn},
};
use jiff::{SignedDuration, Timestamp};

use super::{aside, came_back};
use crate::{
    mail::{
        message::FreezeError,
        send::{Envelope, Line, Outcome, Transport, Trouble, next_attempt},
    },
    office::{ActError, Office},
};
use bytes::made;

/// How long one worker has a letter before another may take it up. Longer than a server may take to answer.
const CLAIM: SignedDuration = SignedDuration::from_mins(20);
/// So many letters are claimed, begun and settled together at first, and so many at most once a server takes them all. Where
/// the machine stops in between, twice as many at most wait for a person: those that are offered, and the next.
const FIRST: u32 = 8;
const MOST: u32 = 64;

/// Why a letter is held that may have gone: the code the pages explain.
const MAY_HAVE_GONE: &str = "may-have-gone";
/// Why a letter is held that was put off too often.
const PUT_OFF_TOO_OFTEN: &str = "put-off-too-often";

/// A letter that is about to go: its bytes made, and the number under which it is claimed.
#[derive(Clone)]
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
    /// The bytes of those the server took.
    pub bytes: usize,
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

/// Hands over every e-mail that may go now, several side by side, and writes down how each attempt ended. A server that
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
    let mut lines = transport.lines();
    let mut handed = Handed::default();
    let outcome = hand_over_on(office, transport, &mut lines, stopping, &mut handed).await;
    futures_util::future::join_all(lines.into_iter().map(Line::close)).await;
    outcome.map(|()| handed)
}

async fn hand_over_on(
    office: &Office,
    transport: &Transport,
    lines: &mut [Line],
    stopping: &(dyn Fn() -> bool + Sync),
    handed: &mut Handed,
) -> Result<(), ActError> {
    let mut many = FIRST;
    let mut current = Vec::new();
    let mut made = aside(office, move |office| next_ready(office, BEFORE_ALL, FIRST)).await?;
    let mut done = Offered::default();
    while !(current.is_empty() && made.is_empty()) {
        if done.silent || stopping() {
            break;
        }
        office.pulse().beat();
        // Those before it are claimed, or are about to be.
        let last = made.last().map_or(BEFORE_ALL, |one| one.claimed.post.turn());
        let offering = offer(transport, lines, current);
        let beginning = aside(office, move |office| settle_and_begin(office, done, made));
        let making = aside(office, move |office| next_ready(office, last, many));
        let (offered, begun, next) = futures_util::future::join3(offering, beginning, making).await;
        offered.ended.iter().for_each(|(_, outcome)| handed.count(outcome));
        handed.bytes += offered.bytes;
        many = if offered.all_taken() { (many * 2).min(MOST) } else { FIRST };
        done = offered;
        (current, made) = match (begun, next) {
            (Ok(begun), Ok(next)) => (begun, next),
            (Ok(begun), Err(error)) => return wind_up(office, done, begun).await.and(Err(error)),
            (Err(error), _) => return wind_up(office, done, Vec::new()).await.and(Err(error)),
        };
    }
    wind_up(office, done, current).await
}

/// Writes down how the last ended, and puts those back that were begun and not offered.
async fn wind_up(office: &Office, done: Offered, begun: Vec<Ready>) -> Result<(), ActError> {
    let settled = aside(office, move |office| settle_all(office, done)).await;
    settled.and(aside(office, move |office| put_back(office, begun)).await)
}

fn hold_what_may_have_gone(office: &Office) -> Result<(), ActError> {
    let now = office.clock().now();
    for post in office.db().write(move |tx| post::uncertain(tx, now, MAY_HAVE_GONE))? {
        tracing::warn!(%post, "a letter may have gone; it is held for a person");
    }
    Ok(())
}

/// The next letters after a turn, with their bytes. One whose address is none is refused at once.
fn next_ready(office: &Office, mut after: Turn, many: u32) -> Result<Vec<Ready>, ActError> {
    loop {
        let now = office.clock().now();
        let made = made(office, now, after, many)?;
        after = made.last().map_or(after, |(claimed, _)| claimed.post.turn());
        let none_waits = made.is_empty();
        let mut all = Vec::with_capacity(made.len());
        for (claimed, frozen) in made {
            match frozen {
                Ok((envelope, bytes)) => all.push(Ready { claimed, envelope, bytes }),
                Err(error) => refuse(office, claimed, error, now)?,
            }
        }
        if none_waits || !all.is_empty() {
            return Ok(all);
        }
    }
}

/// Refuses a letter of which no bytes can be made, unless another worker has it.
fn refuse(office: &Office, letter: Claimed, error: FreezeError, now: Timestamp) -> Result<(), ActError> {
    let why = match error {
        FreezeError::Address { .. } => Trouble::BadAddress,
        FreezeError::Message(_) => Trouble::MessageRefused,
    };
    let (wanted, until) = (letter.clone(), claimed_until(now));
    let begun = office.db().write(move |tx| post::begin_all(tx, &[(&wanted, None)], now, until))?;
    if begun.is_empty() {
        return Ok(());
    }
    settle(office, &letter, Outcome::Refused { why, server_text: error.to_string() })
}

fn claimed_until(now: Timestamp) -> Timestamp {
    now.checked_add(CLAIM).unwrap_or(now)
}

/// In one transaction: writes down how the last ended that the server took, claims the next, keeps their bytes, and writes
/// down that sending them begins, before the first byte goes out. A letter that was claimed meanwhile is another's, and left
/// out. Where that cannot be, how the last ended is written down all the same.
fn settle_and_begin(office: &Office, done: Offered, next: Vec<Ready>) -> Result<Vec<Ready>, ActError> {
    if next.is_empty() {
        return settle_all(office, done).map(|()| next);
    }
    let now = office.clock().now();
    let (taken, others) = done.parted();
    let (taken, next) = (Arc::new(taken), Arc::new(next));
    let (settled, wanted) = (Arc::clone(&taken), Arc::clone(&next));
    let begun = office.db().write(move |tx| {
        settle_taken(tx, &settled, now)?;
        let wanted: Vec<_> = wanted.iter().map(|one| (&one.claimed, Some(one.bytes.as_slice()))).collect();
        post::begin_all(tx, &wanted, now, claimed_until(now))
    });
    let begun = match begun {
        Ok(begun) => begun,
        Err(error) => {
            office.db().write(move |tx| settle_taken(tx, &taken, now))?;
            settle_others(office, others)?;
            return Err(error.into());
        }
    };
    settle_others(office, others)?;
    let next = Arc::try_unwrap(next).unwrap_or_else(|shared| shared.to_vec());
    Ok(next.into_iter().filter(|one| begun.contains(&one.claimed.post.post)).collect())
}

/// What became of letters that were to be offered.
#[derive(Default)]
struct Offered {
    /// How each attempt ended.
    ended: Vec<(Claimed, Outcome)>,
    /// The server did not answer in time.
    silent: bool,
    /// Those that were not offered because of it.
    left: Vec<Ready>,
    /// The bytes of those the server took.
    bytes: usize,
}

/// Letters the server took, and those of which something else became.
type Parted = (Vec<(Claimed, Ended)>, Others);

struct Others {
    ended: Vec<(Claimed, Outcome)>,
    left: Vec<Ready>,
}

impl Offered {
    fn all_taken(&self) -> bool {
        !self.ended.is_empty()
            && self.left.is_empty()
            && self.ended.iter().all(|(_, how)| matches!(how, Outcome::Accepted { .. }))
    }

    fn parted(self) -> Parted {
        let (mut taken, mut others) = (Vec::new(), Vec::new());
        for (claimed, outcome) in self.ended {
            match outcome {
                Outcome::Accepted { server_text } => taken.push((claimed, Ended::Accepted(server_text))),
                other => others.push((claimed, other)),
            }
        }
        (taken, Others { ended: others, left: self.left })
    }
}

/// Offers letters to the server, one after the other on each line.
async fn offer(transport: &Transport, lines: &mut [Line], letters: Vec<Ready>) -> Offered {
    let (waiting, silent) = (Mutex::new(VecDeque::from(letters)), AtomicBool::new(false));
    let next = || {
        let goes_on = !silent.load(Ordering::Relaxed);
        goes_on.then(|| waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front()).flatten()
    };
    let bytes = AtomicUsize::new(0);
    let on_line = async |line: &mut Line| {
        let mut ended = Vec::new();
        while let Some(ready) = next() {
            let outcome = transport.send_over(line, &ready.envelope, &ready.bytes).await;
            if matches!(outcome, Outcome::Deferred { why: Trouble::NoReply, .. }) {
                silent.store(true, Ordering::Relaxed);
            }
            if matches!(outcome, Outcome::Accepted { .. }) {
                bytes.fetch_add(ready.bytes.len(), Ordering::Relaxed);
            }
            ended.push((ready.claimed, outcome));
        }
        ended
    };
    let ended = futures_util::future::join_all(lines.iter_mut().map(on_line)).await;
    let left = waiting.into_inner().unwrap_or_else(PoisonError::into_inner);
    Offered {
        ended: ended.into_iter().flatten().collect(),
        silent: silent.into_inner(),
        left: left.into(),
        bytes: bytes.into_inner(),
    }
}

/// Letters that were claimed, and of which not one byte has gone out.
fn put_back(office: &Office, letters: Vec<Ready>) -> Result<(), ActError> {
    if letters.is_empty() {
        return Ok(());
    }
    let now = office.clock().now();
    Ok(office.db().write(move |tx| {
        letters.iter().try_for_each(|one| post::put_back(tx, one.claimed.post.post, one.claimed.claim, now))
    })?)
}

/// Writes down how attempts ended: those the server took in one transaction, each of the others with what follows from it.
fn settle_all(office: &Office, offered: Offered) -> Result<(), ActError> {
    let now = office.clock().now();
    let (taken, others) = offered.parted();
    if !taken.is_empty() {
        office.db().write(move |tx| settle_taken(tx, &taken, now))?;
    }
    settle_others(office, others)
}

fn settle_taken(tx: &Tx<'_>, taken: &[(Claimed, Ended)], now: Timestamp) -> Result<(), StoreError> {
    let all: Vec<_> =
        taken.iter().map(|(claimed, ended)| (claimed.post.post, claimed.claim, ended)).collect();
    // Of those that are not ours any more, whoever took the claim over knows that the letter may have gone.
    post::settle_each(tx, &all, now).map(drop)
}

fn settle_others(office: &Office, others: Others) -> Result<(), ActError> {
    others.ended.into_iter().try_for_each(|(claimed, outcome)| settle(office, &claimed, outcome))?;
    if others.left.is_empty() { Ok(()) } else { put_back(office, others.left) }
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
