//! Links by which people outside the office come in, without an account. Only the digest of a token is kept.

use amends_core::{
    id::{BodyId, CaseId, LinkId, PersonId, RecommendationNumber},
    text::Digest,
};
use jiff::Timestamp;

use crate::{
    db::{Conn, Insert, Row, Tx},
    error::{Result, StoreError},
    value::{Json, Value, json},
};

/// Whom a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A body's link officers.
    Body(BodyId),
    /// A colleague at a body, to whom a link officer passed it on (R11).
    Colleague {
        /// At which body.
        body: BodyId,
        /// The link of whoever passed it on.
        passed_on_by: LinkId,
    },
    /// The complainant, or who stands in for them.
    Complainant(PersonId),
}

/// A link to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLink {
    /// Its id.
    pub id: LinkId,
    /// SHA-256 of its token.
    pub token: Digest,
    /// To which case.
    pub case: CaseId,
    /// For whom.
    pub audience: Audience,
    /// To which recommendations; none for all of the body's.
    pub numbers: Vec<RecommendationNumber>,
    /// To which address it was sent; a new one goes there too, and nowhere else.
    pub sent_to: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// To which case.
    pub case: CaseId,
    /// For whom.
    pub audience: Audience,
    /// To which recommendations; none for all of the body's.
    pub numbers: Vec<RecommendationNumber>,
    /// To which address it was sent.
    pub sent_to: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// When it was first opened.
    pub opened_at: Option<Timestamp>,
    /// When something was first done by it.
    pub used_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

impl Link {
    /// Whether it lets anybody in at this time.
    pub fn counts(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.ends_at
    }
}

static INSERT: Insert = Insert::of(
    "INSERT INTO link
  (id, token, case_id, audience, body_id, person_id, passed_on_by, numbers, sent_to, made_at, ends_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);

/// Makes a link.
pub fn keep_link(tx: &Tx<'_>, new: &NewLink) -> Result<()> {
    INSERT.run(tx, &values(new)?).map(|_| ())
}

/// Makes links.
pub fn keep_links(tx: &Tx<'_>, new: &[&NewLink]) -> Result<()> {
    let mut all = Vec::new();
    for one in new {
        all.extend(values(one)?);
    }
    INSERT.put(tx, &all)
}

fn values(new: &NewLink) -> Result<[Value; 11]> {
    let (audience, body, person, passed_on_by) = match new.audience {
        Audience::Body(body) => ("body", Some(body), None, None),
        Audience::Colleague { body, passed_on_by } => ("colleague", Some(body), None, Some(passed_on_by)),
        Audience::Complainant(person) => ("complainant", None, Some(person), None),
    };
    Ok([
        new.id.into(),
        new.token.into(),
        new.case.into(),
        audience.into(),
        body.into(),
        person.into(),
        passed_on_by.into(),
        json(&new.numbers)?,
        (&new.sent_to).into(),
        new.made_at.into(),
        new.ends_at.into(),
    ])
}

const LINK: &str =
    "id, case_id, body_id, person_id, passed_on_by, numbers, sent_to, made_at, ends_at, opened_at,
  used_at, revoked_at";

fn read(row: &Row<'_>) -> Result<Link> {
    let audience = match (row.get(2)?, row.get(3)?, row.get(4)?) {
        (Some(body), None, None) => Audience::Body(body),
        (Some(body), None, Some(passed_on_by)) => Audience::Colleague { body, passed_on_by },
        (None, Some(person), None) => Audience::Complainant(person),
        _ => return Err(StoreError::damaged("a link is for nobody")),
    };
    let Json(numbers) = row.get(5)?;
    Ok(Link {
        id: row.get(0)?,
        case: row.get(1)?,
        audience,
        numbers,
        sent_to: row.get(6)?,
        made_at: row.get(7)?,
        ends_at: row.get(8)?,
        opened_at: row.get(9)?,
        used_at: row.get(10)?,
        revoked_at: row.get(11)?,
    })
}

/// One link.
pub fn link(c: &Conn<'_>, id: LinkId) -> Result<Link> {
    let sql = format!("SELECT {LINK} FROM link WHERE id = $1");
    c.one(&sql, &[id.into()], read)?.ok_or_else(|| StoreError::not_found("link", id))
}

/// The link with this token, whether it still counts or not: the page says why it does not.
pub fn link_by_token(c: &Conn<'_>, token: Digest) -> Result<Option<Link>> {
    c.one(&format!("SELECT {LINK} FROM link WHERE token = $1"), &[token.into()], read)
}

/// The links to a case, in the order they were made.
pub fn links_of_case(c: &Conn<'_>, case: CaseId) -> Result<Vec<Link>> {
    let sql = format!("SELECT {LINK} FROM link WHERE case_id = $1 ORDER BY made_at, id");
    c.all(&sql, &[case.into()], read)
}

/// Notes the first time a link was opened.
pub fn mark_opened(tx: &Tx<'_>, id: LinkId, at: Timestamp) -> Result<()> {
    let sql = "UPDATE link SET opened_at = COALESCE(opened_at, $2) WHERE id = $1";
    tx.execute(sql, &[id.into(), at.into()]).map(|_| ())
}

/// Notes the first time something was done by a link.
pub fn mark_used(tx: &Tx<'_>, id: LinkId, at: Timestamp) -> Result<()> {
    let sql = "UPDATE link SET used_at = COALESCE(used_at, $2) WHERE id = $1";
    tx.execute(sql, &[id.into(), at.into()]).map(|_| ())
}

/// Lets a link, and those passed on from it, count no more. Returns how many.
pub fn revoke_link(tx: &Tx<'_>, id: LinkId, at: Timestamp) -> Result<usize> {
    let sql = "WITH RECURSIVE passed (id) AS (
        SELECT id FROM link WHERE id = $1
        UNION SELECT l.id FROM link l JOIN passed p ON l.passed_on_by = p.id)
      UPDATE link SET revoked_at = $2 WHERE id IN (SELECT id FROM passed) AND revoked_at IS NULL";
    tx.execute(sql, &[id.into(), at.into()])
}

/// Lets every link of a case that was sent to an address count no more, before a new one goes there.
pub fn revoke_links_of_address(tx: &Tx<'_>, case: CaseId, address: &str, at: Timestamp) -> Result<usize> {
    let sql = "UPDATE link SET revoked_at = $3 WHERE case_id = $1 AND sent_to = $2 AND revoked_at IS NULL";
    tx.execute(sql, &[case.into(), address.into(), at.into()])
}
