//! The inbox: every message is kept raw first, then filed on a case, held with a reason, or set aside.

use std::collections::BTreeMap;

use amends_core::{
    id::{CaseId, MailId, RecommendationNumber, StaffId},
    text::Digest,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    search,
    stamps::{self, Stamp},
    value::{Json, Value, Word, json},
};

/// Where a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// Nobody has looked.
    New,
    /// It belongs to a case.
    Filed,
    /// Nobody knows where it belongs; a person must look.
    Held,
    /// Looked at, and belongs to no case: an automatic answer, a report of delivery, spam.
    SetAside,
}

impl MailState {
    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Filed => "filed",
            Self::Held => "held",
            Self::SetAside => "set_aside",
        }
    }
}

/// A message that came. Its raw bytes are in the blob folder and have their row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    /// Its id, for the case that it is new.
    pub mail: MailId,
    /// SHA-256 of its raw bytes; by this a message that comes twice is known.
    pub raw: Digest,
    /// When it came.
    pub received_at: Timestamp,
    /// The id its sender gave it. Not to be trusted: another may bear the same.
    pub message_id: Option<String>,
    /// From which address.
    pub sender: String,
    /// Its subject.
    pub subject: String,
}

/// Whether a message is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It is new.
    New(MailId),
    /// The same bytes came before.
    Again(MailId),
}

/// A message in the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its id.
    pub mail: MailId,
    /// SHA-256 of its raw bytes.
    pub raw: Digest,
    /// When it came.
    pub received_at: Timestamp,
    /// The id its sender gave it.
    pub message_id: Option<String>,
    /// From which address.
    pub sender: String,
    /// Its subject.
    pub subject: String,
    /// Where it is.
    pub state: MailState,
    /// Why it is there: the code of the reason.
    pub reason: Option<String>,
    /// On which case it is filed.
    pub case: Option<CaseId>,
    /// On which recommendations.
    pub numbers: Vec<RecommendationNumber>,
}

/// Where a message goes, who says so (nobody where the rules do), and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Where it goes.
    pub place: Place,
    /// Who says so.
    pub by: Option<StaffId>,
    /// When.
    pub at: Timestamp,
}

impl Placed {
    /// Its state, reason, case and recommendations, by whom and when: the columns of the row that tell of its place.
    fn values(&self) -> Result<[Value; 6]> {
        Ok([
            self.place.state().code().into(),
            self.place.reason().map(str::to_owned).into(),
            self.place.case().into(),
            json(&self.place.numbers())?,
            self.by.into(),
            self.at.into(),
        ])
    }
}

/// Where a message goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Nobody has looked.
    New,
    /// On a case.
    Filed {
        /// Which case.
        case: CaseId,
        /// On which of its recommendations.
        numbers: Vec<RecommendationNumber>,
    },
    /// To a person who must look, with the code of the reason.
    Held(String),
    /// To no case, with the code of the reason.
    SetAside(String),
}

impl Place {
    /// In which state a message there is.
    pub fn state(&self) -> MailState {
        match self {
            Self::New => MailState::New,
            Self::Filed { .. } => MailState::Filed,
            Self::Held(_) => MailState::Held,
            Self::SetAside(_) => MailState::SetAside,
        }
    }

    fn case(&self) -> Option<CaseId> {
        match self {
            Self::Filed { case, .. } => Some(*case),
            Self::New | Self::Held(_) | Self::SetAside(_) => None,
        }
    }

    fn numbers(&self) -> &[RecommendationNumber] {
        match self {
            Self::Filed { numbers, .. } => numbers,
            Self::New | Self::Held(_) | Self::SetAside(_) => &[],
        }
    }

    /// The code of the reason it is there, where there is one.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Held(reason) | Self::SetAside(reason) => Some(reason),
            Self::New | Self::Filed { .. } => None,
        }
    }
}

/// Takes a message in that nobody has looked at. The same bytes twice are one message.
pub fn receive(tx: &Tx<'_>, new: &NewMail) -> Result<Received> {
    receive_at(tx, new, &Placed { place: Place::New, by: None, at: new.received_at })
}

/// Takes a message in that goes to its place at once. The same bytes twice are one message, which stays where it is.
pub fn receive_at(tx: &Tx<'_>, new: &NewMail, placed: &Placed) -> Result<Received> {
    let sql = "INSERT INTO mail (id, raw, received_at, message_id, sender, subject, state, reason, case_id, numbers,
        changed_by, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (raw) DO NOTHING";
    let mut values = vec![
        new.mail.into(),
        new.raw.into(),
        new.received_at.into(),
        new.message_id.clone().into(),
        (&new.sender).into(),
        (&new.subject).into(),
    ];
    values.extend(placed.values()?);
    if tx.execute(sql, &values)? == 1 {
        counted(tx, None, Some(placed.place.state()))?;
        search::read_mail(tx, new.mail)?;
        return Ok(Received::New(new.mail));
    }
    mail_by_raw(tx, new.raw)?.map(Received::Again).ok_or_else(|| StoreError::not_found("message", new.raw))
}

/// Brings a message that came before to its place.
pub fn place(tx: &Tx<'_>, id: MailId, placed: &Placed) -> Result<()> {
    counted(tx, state_of(tx, id)?, Some(placed.place.state()))?;
    let sql = "UPDATE mail SET state = $2, reason = $3, case_id = $4, numbers = $5, changed_by = $6, changed_at = $7
      WHERE id = $1";
    let mut values = vec![id.into()];
    values.extend(placed.values()?);
    match tx.execute(sql, &values)? {
        1 => search::mail_is_of(tx, id, placed.place.case()),
        _ => Err(StoreError::not_found("message", id)),
    }
}

const MAIL: &str = "id, raw, received_at, message_id, sender, subject, state, reason, case_id, numbers";

fn read(row: &Row<'_>) -> Result<Mail> {
    let (Word(state), Json(numbers)) = (row.get(6)?, row.get(9)?);
    Ok(Mail {
        mail: row.get(0)?,
        raw: row.get(1)?,
        received_at: row.get(2)?,
        message_id: row.get(3)?,
        sender: row.get(4)?,
        subject: row.get(5)?,
        state,
        reason: row.get(7)?,
        case: row.get(8)?,
        numbers,
    })
}

/// One message.
pub fn mail(c: &Conn<'_>, id: MailId) -> Result<Mail> {
    let sql = format!("SELECT {MAIL} FROM mail WHERE id = $1");
    c.one(&sql, &[id.into()], read)?.ok_or_else(|| StoreError::not_found("message", id))
}

/// The message with these raw bytes, if it came.
pub fn mail_by_raw(c: &Conn<'_>, raw: Digest) -> Result<Option<MailId>> {
    c.one("SELECT id FROM mail WHERE raw = $1", &[raw.into()], |row| row.get(0))
}

/// Messages in one state, the oldest first, after the last of the page before.
pub fn mail_in(
    c: &Conn<'_>,
    state: MailState,
    after: Option<(Timestamp, MailId)>,
    limit: u32,
) -> Result<Vec<Mail>> {
    mail_in_any(c, &[state], after, limit)
}

/// Messages that nobody has looked at and messages that are held, together, the oldest first, after the last of the page
/// before.
pub fn mail_to_file(c: &Conn<'_>, after: Option<(Timestamp, MailId)>, limit: u32) -> Result<Vec<Mail>> {
    mail_in_any(c, &[MailState::New, MailState::Held], after, limit)
}

fn mail_in_any(
    c: &Conn<'_>,
    states: &[MailState],
    after: Option<(Timestamp, MailId)>,
    limit: u32,
) -> Result<Vec<Mail>> {
    let (at, id) = after.unwrap_or((Timestamp::UNIX_EPOCH, MailId(uuid::Uuid::nil())));
    c.all(&mail_in_sql(states), &[at.into(), id.into(), limit.into()], read)
}

/// What [`mail_in`] and [`mail_to_file`] ask: for each state no more than a page along its index, put together.
pub(crate) fn mail_in_sql(states: &[MailState]) -> String {
    let one = |state: &MailState| {
        format!(
            "SELECT * FROM (SELECT received_at, id FROM mail
               WHERE state = '{}' AND (received_at, id) > ($1, $2) ORDER BY received_at, id LIMIT $3) part",
            state.code()
        )
    };
    let parts: Vec<String> = states.iter().map(one).collect();
    format!(
        "SELECT {MAIL} FROM mail WHERE id IN (
           SELECT id FROM ({} ORDER BY received_at, id LIMIT $3) page) ORDER BY received_at, id",
        parts.join(" UNION ALL ")
    )
}

/// How many messages are in each state, from numbers that every change keeps.
pub fn mail_counts(c: &Conn<'_>) -> Result<BTreeMap<MailState, u64>> {
    let sql = "SELECT state, n FROM mail_count";
    let counts = c.all(sql, &[], |row| {
        let Word(state) = row.get(0)?;
        Ok((state, u64::try_from(row.get::<i64>(1)?).unwrap_or(0)))
    })?;
    Ok(counts.into_iter().collect())
}

/// Keeps the numbers when a message comes, changes its state, or goes.
pub(crate) fn counted(tx: &Tx<'_>, from: Option<MailState>, to: Option<MailState>) -> Result<()> {
    if from == to {
        return Ok(());
    }
    let sql = "INSERT INTO mail_count (state, n) VALUES ($1, $2)
      ON CONFLICT (state) DO UPDATE SET n = mail_count.n + excluded.n";
    for (state, change) in [(from, -1_i64), (to, 1)] {
        if let Some(state) = state {
            tx.execute(sql, &[state.code().into(), change.into()])?;
        }
    }
    stamps::raise(tx, Stamp::Mail)
}

fn state_of(tx: &Tx<'_>, id: MailId) -> Result<Option<MailState>> {
    let found = tx.one("SELECT state FROM mail WHERE id = $1", &[id.into()], |row| row.get(0))?;
    Ok(found.map(|Word(state)| state))
}

fn fresh_counts(c: &Conn<'_>) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT state, COUNT(*) FROM mail GROUP BY state ORDER BY state";
    c.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Whether the numbers are what counting the messages anew gives.
pub(crate) fn mail_counts_are_right(c: &Conn<'_>) -> Result<bool> {
    let sql = "SELECT state, n FROM mail_count WHERE n <> 0 ORDER BY state";
    Ok(fresh_counts(c)? == c.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Counts the messages anew where the numbers are wrong. Says whether they were right.
pub(crate) fn recount_mail(tx: &Tx<'_>) -> Result<bool> {
    let right = mail_counts_are_right(tx)?;
    if !right {
        tx.execute("DELETE FROM mail_count", &[])?;
        for (state, n) in fresh_counts(tx)? {
            let sql = "INSERT INTO mail_count (state, n) VALUES ($1, $2)";
            tx.execute(sql, &[state.into(), n.into()])?;
        }
    }
    Ok(right)
}

/// The messages filed on a case, in the order they came.
pub fn mail_of_case(c: &Conn<'_>, case: CaseId) -> Result<Vec<Mail>> {
    let sql = format!("SELECT {MAIL} FROM mail WHERE case_id = $1 ORDER BY received_at, id");
    c.all(&sql, &[case.into()], read)
}

/// Files a message on a case and its recommendations. `by` is who decided; nobody where the rules did.
pub fn file(
    tx: &Tx<'_>,
    id: MailId,
    case: CaseId,
    numbers: &[RecommendationNumber],
    by: Option<StaffId>,
    at: Timestamp,
) -> Result<()> {
    place(tx, id, &Placed { place: Place::Filed { case, numbers: numbers.to_vec() }, by, at })
}

/// Holds a message for a person, with the code of the reason.
pub fn hold(tx: &Tx<'_>, id: MailId, reason: &str, by: Option<StaffId>, at: Timestamp) -> Result<()> {
    place(tx, id, &Placed { place: Place::Held(reason.to_owned()), by, at })
}

/// Sets a message aside: it belongs to no case. It is kept all the same.
pub fn set_aside(tx: &Tx<'_>, id: MailId, reason: &str, by: Option<StaffId>, at: Timestamp) -> Result<()> {
    place(tx, id, &Placed { place: Place::SetAside(reason.to_owned()), by, at })
}
