//! The outbox: what is owed, frozen once, sent under a claim, with every attempt written down.
//!
//! A letter is claimed for a while. Before the first byte goes out the attempt is written down; where nobody
//! writes down how it ended, the letter may have gone, and a person decides ([`uncertain`]).

use std::collections::HashSet;

use amends_core::{
    id::{CaseId, PostId},
    text::Language,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    claims::held_by_us,
    words::{self, LETTERS},
};
use crate::{
    db::{Conn, Insert, Row, Tx},
    error::{Result, StoreError},
    value::{Value, Word},
};

/// By which way a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By e-mail.
    Email,
    /// Printed and posted by hand.
    Print,
}

impl Channel {
    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Print => "print",
        }
    }
}

/// Where a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostState {
    /// Waits to be sent.
    Queued,
    /// A worker has it.
    Claimed,
    /// The mail server, or whoever posts letters, took it.
    Accepted,
    /// The mail server asked to be tried again later.
    Deferred,
    /// The mail server will not have it.
    Refused,
    /// A person must decide.
    Held,
    /// It came back.
    Bounced,
}

impl PostState {
    /// The states in which a letter waits for somebody or something.
    pub const WAITING: [Self; 6] =
        [Self::Queued, Self::Claimed, Self::Deferred, Self::Refused, Self::Held, Self::Bounced];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Claimed => "claimed",
            Self::Accepted => "accepted",
            Self::Deferred => "deferred",
            Self::Refused => "refused",
            Self::Held => "held",
            Self::Bounced => "bounced",
        }
    }
}

/// A letter that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPost {
    /// Its id.
    pub post: PostId,
    /// For what it is owed: each case with its key there. None of them may be owed already.
    pub owed: Vec<(CaseId, String)>,
    /// By which way it goes.
    pub channel: Channel,
    /// To which address: of e-mail, or the lines of a postal one.
    pub address: String,
    /// In which language it is.
    pub language: Language,
    /// What makes letters of one matter one thread in a mail program.
    pub thread: String,
    /// The subject.
    pub subject: String,
    /// The words, plain.
    pub text: String,
    /// The words as HTML, where there are any.
    pub html: Option<String>,
    /// Not before this time.
    pub next_at: Timestamp,
}

/// A letter in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its id.
    pub post: PostId,
    /// By which way it goes.
    pub channel: Channel,
    /// To which address.
    pub address: String,
    /// In which language it is.
    pub language: Language,
    /// Its thread.
    pub thread: String,
    /// The subject.
    pub subject: String,
    /// The words, plain.
    pub text: String,
    /// The words as HTML.
    pub html: Option<String>,
    /// The whole message as it goes over the wire, once frozen.
    pub frozen: Option<Vec<u8>>,
    /// Where it is.
    pub state: PostState,
    /// Why it is there, where there is a reason: what the server said, what a person wrote.
    pub reason: Option<String>,
    /// When it was put here.
    pub made_at: Timestamp,
    /// Not before this time.
    pub next_at: Timestamp,
    /// When its state changed last.
    pub changed_at: Timestamp,
}

/// A letter with the number under which it was claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The letter.
    pub post: Post,
    /// The number; whoever has an older one has lost the claim.
    pub claim: u32,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Taken, with what the server said.
    Accepted(String),
    /// To be tried again, with what the server said and when.
    Deferred(String, Timestamp),
    /// Refused for good, with what the server said.
    Refused(String),
}

/// An attempt to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Under which claim.
    pub claim: u32,
    /// When it began.
    pub began_at: Timestamp,
    /// When it ended, and how, and what the server said; nothing where nobody knows.
    pub ended: Option<(Timestamp, PostState, String)>,
}

static INSERT: Insert = Insert::of(
    "INSERT INTO post
  (id, channel, address, language, thread, subject, text, state, made_at, next_at, claim, changed_at, chase)
  VALUES ($1, $2, $3, $4, $5, $6, '', 'queued', $7, $8, 0, $7, $9)",
);
static INSERT_OWED: Insert = Insert::of(
    "INSERT INTO post_owed (case_id, owed_key, post_id) VALUES ($1, $2, $3)
      ON CONFLICT (case_id, owed_key) DO NOTHING",
);

/// Is it owed as a chase or a reminder? The log of chases is made of these.
fn is_chase(owed: &[(CaseId, String)]) -> bool {
    owed.iter().any(|(_, key)| key.starts_with("chase/") || key.starts_with("reminder/"))
}

/// Puts a letter into the outbox. Fails with [`StoreError::AlreadyOwed`] where one of its keys is taken.
pub fn put(tx: &Tx<'_>, new: &NewPost, at: Timestamp) -> Result<()> {
    put_all(tx, &[(new, at)])
}

/// Puts letters into the outbox, each with the time it was made at. Fails with [`StoreError::AlreadyOwed`] where a key of
/// one is taken.
pub fn put_all(tx: &Tx<'_>, all: &[(&NewPost, Timestamp)]) -> Result<()> {
    let mut values: Vec<Value> = Vec::new();
    for (new, at) in all {
        values.extend([
            new.post.into(),
            new.channel.code().into(),
            (&new.address).into(),
            new.language.into(),
            (&new.thread).into(),
            (&new.subject).into(),
            (*at).into(),
            new.next_at.into(),
            is_chase(&new.owed).into(),
        ]);
    }
    INSERT.put(tx, &values)?;
    words::keep(tx, all.iter().map(|(new, _)| *new))?;
    let owed: Vec<(CaseId, &String, PostId)> =
        all.iter().flat_map(|(new, _)| new.owed.iter().map(|(case, key)| (*case, key, new.post))).collect();
    let values = owed.iter().flat_map(|(case, key, post)| [(*case).into(), (*key).into(), (*post).into()]);
    if INSERT_OWED.run(tx, &values.collect::<Vec<_>>())? == owed.len() {
        return Ok(());
    }
    let sql = "SELECT post_id FROM post_owed WHERE case_id = $1 AND owed_key = $2";
    let mut seen = HashSet::new();
    for (case, key, post) in owed {
        let found = tx.one(sql, &[case.into(), key.into()], |row| row.get::<PostId>(0))?;
        if found != Some(post) || !seen.insert((case, key)) {
            return Err(StoreError::AlreadyOwed { case, key: key.clone() });
        }
    }
    Ok(())
}

/// Whether a letter under this key was put into the outbox before.
pub fn is_owed(c: &Conn<'_>, case: CaseId, key: &str) -> Result<bool> {
    let sql = "SELECT post_id FROM post_owed WHERE case_id = $1 AND owed_key = $2";
    Ok(c.one(sql, &[case.into(), key.into()], |row| row.get::<PostId>(0))?.is_some())
}

pub(super) const POST: &str =
    "p.id, p.channel, p.address, p.language, p.thread, p.subject, COALESCE(w.text, p.text), COALESCE(w.html, p.html),
  COALESCE(f.message, p.frozen), p.state, p.reason, p.made_at, p.next_at, p.changed_at";

pub(super) fn read(row: &Row<'_>) -> Result<Post> {
    let (Word(channel), Word(state)) = (row.get(1)?, row.get(9)?);
    Ok(Post {
        post: row.get(0)?,
        channel,
        address: row.get(2)?,
        language: row.get(3)?,
        thread: row.get(4)?,
        subject: row.get(5)?,
        text: row.get(6)?,
        html: row.get(7)?,
        frozen: row.get(8)?,
        state,
        reason: row.get(10)?,
        made_at: row.get(11)?,
        next_at: row.get(12)?,
        changed_at: row.get(13)?,
    })
}

/// One letter.
pub fn post(c: &Conn<'_>, id: PostId) -> Result<Post> {
    let sql = format!("SELECT {POST} FROM {LETTERS} WHERE p.id = $1");
    c.one(&sql, &[id.into()], read)?.ok_or_else(|| StoreError::not_found("letter", id))
}

/// The letters of a case, in the order they were made.
pub fn posts_of_case(c: &Conn<'_>, case: CaseId) -> Result<Vec<Post>> {
    let sql = format!(
        "SELECT {POST} FROM {LETTERS} WHERE p.id IN (SELECT o.post_id FROM post_owed o WHERE o.case_id = $1)
         ORDER BY p.made_at, p.id"
    );
    c.all(&sql, &[case.into()], read)
}

/// Writes down that every letter that waits was handed over at once, by other means than the office's own sending:
/// each with an attempt of the time it was made. Returns how many.
pub fn handed_over(tx: &Tx<'_>, said: &str) -> Result<usize> {
    let sql = "INSERT INTO post_attempt (post_id, claim, began_at, ended_at, outcome, server_text)
      SELECT id, claim + 1, made_at, made_at, 'accepted', $1 FROM post WHERE state = 'queued'";
    tx.execute(sql, &[said.into()])?;
    let sql = "UPDATE post SET state = 'accepted', claim = claim + 1, reason = $1, changed_at = made_at
      WHERE state = 'queued'";
    tx.execute(sql, &[said.into()])
}

/// Writes down how an attempt ended.
pub fn settle(tx: &Tx<'_>, id: PostId, claim: u32, outcome: &Outcome, at: Timestamp) -> Result<()> {
    let ours = settle_each(tx, &[(id, claim, outcome)], at)?;
    held_by_us(ours.into_iter().filter(|ours| *ours).count(), id)
}

/// Writes down how attempts under these claims ended, each with whether its claim was still held; of one whose claim was
/// lost nothing is written.
pub fn settle_each(tx: &Tx<'_>, all: &[(PostId, u32, &Outcome)], at: Timestamp) -> Result<Vec<bool>> {
    let parts = |outcome: &Outcome| match outcome {
        Outcome::Accepted(said) => (PostState::Accepted.code(), said.clone(), None),
        Outcome::Deferred(said, next_at) => (PostState::Deferred.code(), said.clone(), Some(*next_at)),
        Outcome::Refused(said) => (PostState::Refused.code(), said.clone(), None),
    };
    let row = |(id, claim, outcome): &(PostId, u32, &Outcome)| -> [Value; 6] {
        let (state, said, next_at) = parts(outcome);
        [(*id).into(), (*claim).into(), state.into(), said.into(), at.into(), next_at.into()]
    };
    let sql = "UPDATE post SET state = $3, reason = $4, changed_at = $5, claimed_until = NULL,
      next_at = COALESCE($6, next_at) WHERE id = $1 AND claim = $2 AND state = 'claimed'";
    let changed = tx.execute_each(sql, &all.iter().map(row).collect::<Vec<_>>())?;
    let ours: Vec<bool> = changed.into_iter().map(|rows| rows == 1).collect();
    let sql = "UPDATE post_attempt SET ended_at = $3, outcome = $4, server_text = $5
      WHERE post_id = $1 AND claim = $2";
    for ((id, claim, outcome), _) in all.iter().zip(&ours).filter(|(_, ours)| **ours) {
        let (state, said, _) = parts(outcome);
        tx.put(sql, &[(*id).into(), (*claim).into(), at.into(), state.into(), said.into()])?;
    }
    Ok(ours)
}

/// Letters whose claim has run out, and nobody wrote down how it ended: sending begins with the claim, so they may have
/// gone. Holds them for a person, and says which.
pub fn uncertain(tx: &Tx<'_>, now: Timestamp, reason: &str) -> Result<Vec<PostId>> {
    let sql = "UPDATE post SET state = 'held', reason = $2, changed_at = $1, claimed_until = NULL
      WHERE state = 'claimed' AND claimed_until <= $1 RETURNING id";
    tx.all(sql, &[now.into(), reason.into()], |row| row.get(0))
}

/// Holds a letter that is not on its way, with the reason.
pub fn hold_post(tx: &Tx<'_>, id: PostId, reason: &str, at: Timestamp) -> Result<()> {
    let sql = "UPDATE post SET state = 'held', reason = $2, changed_at = $3
      WHERE id = $1 AND state IN ('queued', 'deferred', 'refused', 'held')";
    found(tx.execute(sql, &[id.into(), reason.into(), at.into()])?, id)
}

/// Lets a held or refused letter go again, on a person's word; perhaps to another address. A new address means
/// new bytes, so what was frozen is dropped.
pub fn release(tx: &Tx<'_>, id: PostId, address: Option<&str>, at: Timestamp) -> Result<()> {
    let sql = "UPDATE post SET state = 'queued', reason = NULL, next_at = $3, changed_at = $3,
      frozen = CASE WHEN CAST($2 AS TEXT) IS NULL THEN frozen ELSE NULL END, address = COALESCE($2, address)
      WHERE id = $1 AND state IN ('held', 'refused', 'bounced')";
    found(tx.execute(sql, &[id.into(), address.map(str::to_owned).into(), at.into()])?, id)?;
    // The attempt nobody knows the end of is over now: a person decided to send again.
    let sql = "UPDATE post_attempt SET ended_at = $2, outcome = 'held', server_text = ''
      WHERE post_id = $1 AND ended_at IS NULL";
    tx.execute(sql, &[id.into(), at.into()])?;
    if address.is_some() { words::forget_frozen(tx, id) } else { Ok(()) }
}

/// A letter that was accepted came back.
pub fn bounced(tx: &Tx<'_>, id: PostId, said: &str, at: Timestamp) -> Result<()> {
    let sql = "UPDATE post SET state = 'bounced', reason = $2, changed_at = $3
      WHERE id = $1 AND state IN ('accepted', 'held', 'bounced')";
    found(tx.execute(sql, &[id.into(), said.into(), at.into()])?, id)
}

fn found(changed: usize, id: PostId) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(StoreError::not_found("letter in a state for this", id)) }
}

/// Every attempt to send a letter, in order.
pub fn attempts(c: &Conn<'_>, id: PostId) -> Result<Vec<Attempt>> {
    let sql = "SELECT claim, began_at, ended_at, outcome, server_text FROM post_attempt
      WHERE post_id = $1 ORDER BY claim";
    c.all(sql, &[id.into()], |row| {
        let ended_at: Option<Timestamp> = row.get(2)?;
        let outcome: Option<Word<PostState>> = row.get(3)?;
        let said: Option<String> = row.get(4)?;
        let ended = ended_at.zip(outcome).map(|(at, Word(state))| (at, state, said.unwrap_or_default()));
        Ok(Attempt { claim: row.get(0)?, began_at: row.get(1)?, ended })
    })
}
