//! Bodies in jurisdiction, and who is written to there.

use amends_core::{
    body::{Body, ContactRole, OverTime},
    id::BodyId,
    text::{Bilingual, Language},
};

use super::bodies_over_time;
use crate::{
    changed::Changed,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    stamps::{self, Stamp},
    value::Word,
};

/// A body with the name it has in addresses of pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyRecord {
    /// The body.
    pub body: Body,
    /// Its name in addresses of pages and on the command line, such as `ynys-council`; no two have the same.
    pub slug: String,
}

/// Somebody at a body: a link officer, a generic mailbox, the chief executive (E14).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// At which body.
    pub body: BodyId,
    /// The address, in small letters.
    pub address: String,
    /// The name or role.
    pub name: String,
    /// The language they are written to in.
    pub language: Language,
    /// For what they are written to.
    pub role: ContactRole,
}

const BODY: &str = "id, slug, name_en, name_cy, kind, language, merged_into, chases_stopped, undeliverable";

fn read(row: &Row<'_>) -> Result<BodyRecord> {
    let Word(kind) = row.get(4)?;
    let body = Body {
        id: row.get(0)?,
        name: Bilingual { en: row.get(2)?, cy: row.get(3)? },
        kind,
        language: row.get(5)?,
        merged_into: row.get(6)?,
        chases_stopped: row.get(7)?,
        undeliverable: row.get(8)?,
        over_time: OverTime::default(),
    };
    Ok(BodyRecord { body, slug: row.get(1)? })
}

const UPSERT: &str = "INSERT INTO body (id, slug, name_en, name_cy, kind, language,
  merged_into, chases_stopped, undeliverable, changed_by, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, name_en = excluded.name_en, name_cy = excluded.name_cy,
  kind = excluded.kind, language = excluded.language, merged_into = excluded.merged_into, chases_stopped = excluded.chases_stopped,
  undeliverable = excluded.undeliverable, changed_by = excluded.changed_by, changed_at = excluded.changed_at";

/// Keeps a body, new or changed. Fails with [`StoreError::Taken`] where another has the slug, and where merging
/// would go round in a circle.
pub fn keep_body(tx: &Tx<'_>, record: &BodyRecord, changed: Changed) -> Result<()> {
    let body = &record.body;
    if let Some(into) = body.merged_into
        && standing_body(tx, into)?.body.id == body.id
    {
        return Err(StoreError::BadCommit { what: format!("body {} would be merged into itself", body.id) });
    }
    let values = [
        body.id.into(),
        (&record.slug).into(),
        (&body.name.en).into(),
        (&body.name.cy).into(),
        body.kind.code().into(),
        body.language.into(),
        body.merged_into.into(),
        body.chases_stopped.into(),
        body.undeliverable.into(),
        changed.by.into(),
        changed.at.into(),
    ];
    tx.execute(UPSERT, &values)?;
    bodies_over_time::keep(tx, body.id, &body.over_time, changed)?;
    stamps::raise(tx, Stamp::Register)
}

/// Merges one body into another (E13). What was addressed to the first stays there; nothing new is.
pub fn merge_body(tx: &Tx<'_>, id: BodyId, into: BodyId, changed: Changed) -> Result<()> {
    let mut record = body(tx, id)?;
    record.body.merged_into = Some(into);
    keep_body(tx, &record, changed)
}

/// One body, as it is, merged or not.
pub fn body(c: &Conn<'_>, id: BodyId) -> Result<BodyRecord> {
    let sql = format!("SELECT {BODY} FROM body WHERE id = $1");
    let found = c.one(&sql, &[id.into()], read)?.ok_or_else(|| StoreError::not_found("body", id))?;
    bodies_over_time::attach(c, vec![found])?.pop().ok_or_else(|| StoreError::not_found("body", id))
}

/// The body with this slug.
pub fn body_by_slug(c: &Conn<'_>, slug: &str) -> Result<Option<BodyRecord>> {
    let found = c.one(&format!("SELECT {BODY} FROM body WHERE slug = $1"), &[slug.into()], read)?;
    Ok(bodies_over_time::attach(c, found.into_iter().collect())?.pop())
}

/// All bodies, by name in one language; those merged into others too.
pub fn all_bodies(c: &Conn<'_>, language: Language) -> Result<Vec<BodyRecord>> {
    let name = match language {
        Language::En => "name_en",
        Language::Cy => "name_cy",
    };
    let all = c.all(&format!("SELECT {BODY} FROM body ORDER BY {name}, id"), &[], read)?;
    bodies_over_time::attach(c, all)
}

/// Whether any body is registered.
pub fn any_body(c: &Conn<'_>) -> Result<bool> {
    Ok(c.one("SELECT slug FROM body LIMIT 1", &[], |row| row.get::<String>(0))?.is_some())
}

/// The body that stands for this one today: itself, or the last it was merged into (E13).
pub fn standing_body(c: &Conn<'_>, id: BodyId) -> Result<BodyRecord> {
    let mut found = body(c, id)?;
    let mut seen = vec![id];
    while let Some(into) = found.body.merged_into {
        if seen.contains(&into) {
            return Err(StoreError::damaged(format!("body {id} is merged in a circle")));
        }
        seen.push(into);
        found = body(c, into)?;
    }
    Ok(found)
}

/// Keeps a contact at a body, new or changed.
pub fn keep_contact(tx: &Tx<'_>, contact: &Contact, changed: Changed) -> Result<()> {
    let sql = "INSERT INTO body_contact (body_id, address, name, language, role, changed_by, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (body_id, address) DO UPDATE SET name = excluded.name, language = excluded.language,
      role = excluded.role, changed_by = excluded.changed_by, changed_at = excluded.changed_at";
    let values = [
        contact.body.into(),
        contact.address.trim().to_lowercase().into(),
        (&contact.name).into(),
        contact.language.into(),
        contact.role.code().into(),
        changed.by.into(),
        changed.at.into(),
    ];
    tx.execute(sql, &values)?;
    stamps::raise(tx, Stamp::Register)
}

/// Takes a contact away.
pub fn remove_contact(tx: &Tx<'_>, body: BodyId, address: &str) -> Result<()> {
    let sql = "DELETE FROM body_contact WHERE body_id = $1 AND address = $2";
    tx.execute(sql, &[body.into(), address.trim().to_lowercase().into()])?;
    stamps::raise(tx, Stamp::Register)
}

fn read_contact(row: &Row<'_>) -> Result<Contact> {
    let Word(role) = row.get(4)?;
    Ok(Contact { body: row.get(0)?, address: row.get(1)?, name: row.get(2)?, language: row.get(3)?, role })
}

/// The bodies at which somebody has a role.
pub fn bodies_with(c: &Conn<'_>, role: ContactRole) -> Result<Vec<BodyId>> {
    let sql = "SELECT DISTINCT body_id FROM body_contact WHERE role = $1 ORDER BY body_id";
    c.all(sql, &[role.code().into()], |row| row.get(0))
}

/// Who is known at a body, by address.
pub fn contacts(c: &Conn<'_>, body: BodyId) -> Result<Vec<Contact>> {
    let sql = "SELECT body_id, address, name, language, role FROM body_contact WHERE body_id = $1
      ORDER BY address";
    c.all(sql, &[body.into()], read_contact)
}

/// The bodies at which this address is a contact: who may have sent a message.
pub fn contacts_at(c: &Conn<'_>, address: &str) -> Result<Vec<Contact>> {
    let sql = "SELECT body_id, address, name, language, role FROM body_contact WHERE address = $1
      ORDER BY body_id";
    c.all(sql, &[address.trim().to_lowercase().into()], read_contact)
}
