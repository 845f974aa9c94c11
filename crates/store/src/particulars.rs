//! Names and free text, kept beside the permanent record so that they can be erased from it.

use std::collections::HashMap;

use amends_core::{
    id::{CaseId, ParticularId},
    text::{Digest, Salt, Words},
};
use jiff::Timestamp;

use crate::{
    db::{Conn, Insert, Question, Row, Tx},
    error::{Result, StoreError},
    stamps::{self, Stamp},
    value::{Value, places_of},
};

/// A text to be kept, as [`Words::seal`] sealed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewParticular {
    /// Its id.
    pub id: ParticularId,
    /// The salt of its digest.
    pub salt: Salt,
    /// The text.
    pub text: String,
}

impl NewParticular {
    /// Seals a text under an id and a salt that were handed in: the words for the event, and what is to be kept.
    pub fn seal(id: ParticularId, salt: Salt, text: impl Into<String>) -> (Words, Self) {
        let text = text.into();
        (Words::seal(id, salt, text.clone()), Self { id, salt, text })
    }
}

static INSERT: Insert =
    Insert::of("INSERT INTO particular (id, case_id, salt, text) VALUES ($1, $2, $3, $4)");

/// Keeps texts of cases.
pub(crate) fn keep_all<'a>(
    tx: &Tx<'_>,
    texts: impl Iterator<Item = (CaseId, &'a [NewParticular])>,
) -> Result<()> {
    let mut values: Vec<Value> = Vec::new();
    for (case, some) in texts {
        for one in some {
            values.extend([one.id.into(), case.into(), one.salt.into(), (&one.text).into()]);
        }
    }
    INSERT.put(tx, &values)
}

/// What stands under an id.
pub(crate) enum Kept {
    /// The text and its salt.
    Whole(Salt, String),
    /// A note that it was erased.
    Erased,
    /// Nothing.
    Missing,
}

pub(crate) fn kept(c: &Conn<'_>, case: CaseId, id: ParticularId) -> Result<Kept> {
    let sql = "SELECT salt, text FROM particular WHERE id = $1 AND case_id = $2";
    let found = c.one(sql, &[id.into(), case.into()], |row| {
        Ok((row.get::<Option<Salt>>(0)?, row.get::<Option<String>>(1)?))
    })?;
    Ok(match found {
        Some((Some(salt), Some(text))) => Kept::Whole(salt, text),
        Some(_) => Kept::Erased,
        None => Kept::Missing,
    })
}

/// What stands under an id, and of which case.
pub(crate) struct KeptOf {
    /// Which case.
    pub(crate) case: CaseId,
    /// What stands there.
    pub(crate) kept: Kept,
}

/// Ids asked for in one question.
const TOGETHER: usize = 64;

/// The questions for what stands under these ids; [`read_kept`] reads the answers. An id under which nothing stands is left
/// out.
pub(crate) fn questions(ids: &[ParticularId]) -> Vec<Question> {
    let sql = format!("SELECT id, case_id, salt, text FROM particular WHERE id IN ({})", places_of(TOGETHER));
    let one = |some: &[ParticularId]| {
        // The last stands in for those that the question has room for beyond it.
        let last = some.last().into_iter().cycle();
        let with: Vec<Value> = some.iter().chain(last).take(TOGETHER).map(|id| (*id).into()).collect();
        Question::of(sql.clone(), with)
    };
    ids.chunks(TOGETHER).map(one).collect()
}

/// What stands under an id; where it does not read, it comes with the reason.
pub(crate) fn read_kept(row: &Row<'_>) -> Result<(ParticularId, Result<KeptOf>)> {
    Ok((row.get(0)?, kept_of(row)))
}

fn kept_of(row: &Row<'_>) -> Result<KeptOf> {
    let kept = match (row.get::<Option<Salt>>(2)?, row.get::<Option<String>>(3)?) {
        (Some(salt), Some(text)) => Kept::Whole(salt, text),
        _ => Kept::Erased,
    };
    Ok(KeptOf { case: row.get(1)?, kept })
}

/// Whether the text under this id, in this case, is the one the digest is of. An erased one is believed.
pub(crate) fn fits(c: &Conn<'_>, case: CaseId, id: ParticularId, digest: Digest) -> Result<bool> {
    Ok(match kept(c, case, id)? {
        Kept::Whole(salt, text) => Words::commitment(salt, &text) == digest,
        Kept::Erased => true,
        Kept::Missing => false,
    })
}

/// The texts of a case that are still there.
pub(crate) fn of_case(c: &Conn<'_>, case: CaseId) -> Result<HashMap<ParticularId, String>> {
    let sql = "SELECT id, text FROM particular WHERE case_id = $1 AND text IS NOT NULL";
    Ok(c.all(sql, &[case.into()], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// The texts that are still there of the cases after one id up to another.
pub(crate) fn between(c: &Conn<'_>, after: CaseId, last: CaseId) -> Result<HashMap<ParticularId, String>> {
    let sql = "SELECT id, text FROM particular WHERE case_id > $1 AND case_id <= $2 AND text IS NOT NULL";
    let mut texts = HashMap::new();
    c.each(sql, &[after.into(), last.into()], |row| -> Result<()> {
        texts.insert(row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    Ok(texts)
}

/// Erases a text and its salt for good, and leaves the note that it was. The record still verifies.
/// What was erased before stays as it is. The texts that lists show are for [`crate::search::forget`].
pub fn erase(tx: &Tx<'_>, id: ParticularId, at: Timestamp) -> Result<()> {
    let sql =
        "UPDATE particular SET salt = NULL, text = NULL, erased_at = $2 WHERE id = $1 AND text IS NOT NULL";
    if tx.execute(sql, &[id.into(), at.into()])? == 1 {
        return stamps::raise(tx, Stamp::Erased);
    }
    let there =
        tx.one("SELECT id FROM particular WHERE id = $1", &[id.into()], |row| row.get::<ParticularId>(0))?;
    there.map(|_| ()).ok_or_else(|| StoreError::not_found("text", id))
}
