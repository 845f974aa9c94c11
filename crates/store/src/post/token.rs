//! The tokens in reply addresses and thread headers: unguessable, kept by digest alone.

use amends_core::{
    id::{BodyId, CaseId, RecommendationNumber},
    text::Digest,
};
use jiff::Timestamp;

use crate::{
    db::{Conn, Insert, Tx},
    error::Result,
    value::{Json, Value, json},
};

/// What a reply belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyTo {
    /// Which case.
    pub case: CaseId,
    /// The body that was written to; none where it was the complainant.
    pub body: Option<BodyId>,
    /// What the letter was about.
    pub numbers: Vec<RecommendationNumber>,
}

static INSERT: Insert = Insert::of(
    "INSERT INTO reply_token (token, case_id, body_id, numbers, made_at) VALUES ($1, $2, $3, $4, $5)",
);

/// Keeps what a reply with this token will belong to. The token of a letter about several cases is kept once for each.
pub fn keep_reply_token(tx: &Tx<'_>, token: &str, to: &ReplyTo, at: Timestamp) -> Result<()> {
    keep_reply_tokens(tx, &[(token, to, at)])
}

/// Keeps what replies with tokens will belong to.
pub fn keep_reply_tokens(tx: &Tx<'_>, all: &[(&str, &ReplyTo, Timestamp)]) -> Result<()> {
    let mut values: Vec<Value> = Vec::new();
    for (token, to, at) in all {
        let digest = Digest::of(token.as_bytes());
        values.extend([digest.into(), to.case.into(), to.body.into(), json(&to.numbers)?, (*at).into()]);
    }
    INSERT.put(tx, &values)
}

/// What a reply with this token belongs to, a line for each case; nothing for one that is unknown or was revoked.
pub fn reply_to(c: &Conn<'_>, token: &str) -> Result<Vec<ReplyTo>> {
    let sql = "SELECT case_id, body_id, numbers FROM reply_token
      WHERE token = $1 AND revoked_at IS NULL ORDER BY case_id";
    c.all(sql, &[Digest::of(token.as_bytes()).into()], |row| {
        let Json(numbers) = row.get(2)?;
        Ok(ReplyTo { case: row.get(0)?, body: row.get(1)?, numbers })
    })
}

/// Lets no token of a case count any more.
pub fn revoke_reply_tokens(tx: &Tx<'_>, case: CaseId, at: Timestamp) -> Result<()> {
    let sql = "UPDATE reply_token SET revoked_at = $2 WHERE case_id = $1 AND revoked_at IS NULL";
    tx.execute(sql, &[case.into(), at.into()]).map(|_| ())
}
