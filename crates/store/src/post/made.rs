//! From what a letter was made: its template's text, once for each version, and what filled it (I5).

use std::collections::BTreeMap;

use amends_core::{id::PostId, text::Digest};

use crate::{
    db::{Conn, Insert, Tx},
    error::Result,
    value::Value,
};

/// From what one letter was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeFrom {
    /// The version of its template: the digest of the text.
    pub version: Digest,
    /// The text of its template.
    pub template: String,
    /// What filled it, as JSON.
    pub data: String,
}

static INSERT_TEMPLATE: Insert = Insert::of(
    "INSERT INTO letter_template (version, text) VALUES ($1, $2) ON CONFLICT (version) DO NOTHING",
);
static INSERT: Insert = Insert::of("INSERT INTO post_made_from (post_id, version, data) VALUES ($1, $2, $3)");

/// Keeps from what a letter was made.
pub fn keep_made_from(tx: &Tx<'_>, post: PostId, made: &MadeFrom) -> Result<()> {
    keep_all_made_from(tx, &[(post, made)])
}

/// Keeps from what letters were made.
pub fn keep_all_made_from(tx: &Tx<'_>, all: &[(PostId, &MadeFrom)]) -> Result<()> {
    let templates: BTreeMap<Digest, &str> =
        all.iter().map(|(_, made)| (made.version, made.template.as_str())).collect();
    let values = templates.into_iter().flat_map(|(version, text)| [version.into(), text.into()]);
    INSERT_TEMPLATE.put(tx, &values.collect::<Vec<Value>>())?;
    let values =
        all.iter().flat_map(|(post, made)| [(*post).into(), made.version.into(), (&made.data).into()]);
    INSERT.put(tx, &values.collect::<Vec<Value>>())
}

/// From what a letter was made; nothing for one that no template made, or whose data has been erased.
pub fn made_from(c: &Conn<'_>, post: PostId) -> Result<Option<MadeFrom>> {
    let sql = "SELECT m.version, t.text, m.data FROM post_made_from m
       JOIN letter_template t ON t.version = m.version WHERE m.post_id = $1";
    c.one(sql, &[post.into()], |row| {
        Ok(MadeFrom { version: row.get(0)?, template: row.get(1)?, data: row.get(2)? })
    })
}

/// What filled the templates of letters, as JSON, in their order; nothing where [`made_from`] has nothing.
pub fn made_from_data(c: &Conn<'_>, posts: &[PostId]) -> Result<Vec<Option<String>>> {
    let sql = "SELECT data FROM post_made_from WHERE post_id = $1";
    let asked: Vec<[Value; 1]> = posts.iter().map(|post| [(*post).into()]).collect();
    let found = c.one_of_each(sql, &asked, |row| row.get::<Option<String>>(0))?;
    Ok(found.into_iter().map(Option::flatten).collect())
}
