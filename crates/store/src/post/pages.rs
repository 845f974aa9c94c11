//! Pages of the outbox: the newest letters, those in a state, how many wait.

use amends_core::id::PostId;
use jiff::Timestamp;

use super::{
    claims::{BEFORE_ALL, sendable_sql},
    outbox::{Channel, POST, Post, PostState, read},
    words::LETTERS,
};
use crate::{db::Conn, error::Result, value::Value};

/// The letters in one state, the oldest first: what is held, what was refused.
pub fn post_in(c: &Conn<'_>, state: PostState, limit: u32) -> Result<Vec<Post>> {
    c.all(&in_state_sql(), &[state.code().into(), limit.into()], read)
}

/// What [`post_in`] asks.
pub(crate) fn in_state_sql() -> String {
    format!("SELECT {POST} FROM {LETTERS} WHERE p.state = $1 ORDER BY p.next_at, p.id LIMIT $2")
}

/// A page of the outbox, the newest first: up to `limit` letters made before the last of the page before.
pub fn newest(c: &Conn<'_>, before: Option<(Timestamp, PostId)>, limit: u32) -> Result<Vec<Post>> {
    let (at, id) = before.unwrap_or((Timestamp::MAX, PostId(uuid::Uuid::max())));
    c.all(&newest_sql("TRUE"), &[at.into(), id.into(), limit.into()], read)
}

/// What [`newest`] asks; the log of chases asks it of chases alone.
pub(super) fn newest_sql(condition: &str) -> String {
    format!(
        "SELECT {POST} FROM {LETTERS} WHERE {condition} AND (p.made_at, p.id) < ($1, $2)
         ORDER BY p.made_at DESC, p.id DESC LIMIT $3"
    )
}

/// How many letters are in each state in which one waits for somebody or something. Those that were accepted, which are
/// nearly all, are not counted: nothing is to be done about them.
pub fn counts(c: &Conn<'_>) -> Result<Vec<(PostState, u32)>> {
    let count = |state: PostState| {
        let found: Option<u32> = c.one(COUNT_IN_STATE, &[state.code().into()], |row| row.get(0))?;
        Ok((state, found.unwrap_or(0)))
    };
    PostState::WAITING.into_iter().map(count).collect()
}

const COUNT_IN_STATE: &str = "SELECT COUNT(*) FROM post WHERE state = $1";

/// What the pages of the outbox ask, for tests of how it is gone about.
pub(crate) fn outbox_questions(at: Value, id: Value) -> Vec<(&'static str, String, Vec<Value>)> {
    let page = || vec![at.clone(), id.clone(), 50_u32.into()];
    let (since, first) = BEFORE_ALL;
    let sendable = || {
        let now = Timestamp::MAX.into();
        vec![now, Channel::Email.code().into(), 50_u32.into(), since.into(), first.into()]
    };
    let [queued, deferred] = sendable_sql();
    vec![
        ("letters that may go", queued, sendable()),
        ("letters that may go again", deferred, sendable()),
        ("the newest letters", newest_sql("TRUE"), page()),
        ("the log of chases", newest_sql(CHASES), page()),
        ("how many letters in a state", COUNT_IN_STATE.to_owned(), vec![PostState::Held.code().into()]),
    ]
}

/// The condition that a letter is a chase or a reminder.
pub(super) const CHASES: &str = "p.chase = 1";
