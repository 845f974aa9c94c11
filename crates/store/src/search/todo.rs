//! What is still to be read for the search. A note of it is kept in the transaction that makes it needed, so none is lost;
//! reading twice changes nothing.

use std::collections::BTreeSet;

use amends_core::id::{CaseId, MailId};

use super::{Kind, take_out_of_case};
use crate::{
    db::{Conn, Insert, Tx, fulltext},
    error::{Result, StoreError},
    value::Value,
};

/// What is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Todo {
    /// The texts and the evidence of a case.
    Case(CaseId),
    /// A message.
    Mail(MailId),
}

impl Todo {
    fn key(self) -> [Value; 2] {
        match self {
            Self::Case(case) => ["case".into(), case.into()],
            Self::Mail(mail) => ["mail".into(), mail.into()],
        }
    }
}

static ASK: Insert = Insert::of(
    "INSERT INTO search_todo (kind, id, asked) VALUES ($1, $2, 1)
      ON CONFLICT (kind, id) DO UPDATE SET asked = search_todo.asked + 1",
);

/// The texts and evidence of a case are to be read.
pub fn read_case(tx: &Tx<'_>, case: CaseId) -> Result<()> {
    read_cases(tx, [case])
}

/// The texts and evidence of cases are to be read.
pub(super) fn read_cases(tx: &Tx<'_>, cases: impl IntoIterator<Item = CaseId>) -> Result<()> {
    // An engine refuses to write one row twice in one statement.
    let cases: BTreeSet<CaseId> = cases.into_iter().collect();
    ASK.put(tx, &cases.into_iter().flat_map(|case| Todo::Case(case).key()).collect::<Vec<_>>())
}

/// Something of a case went: what may hold it is taken out at once, and what is left is to be read again.
pub fn read_again(tx: &Tx<'_>, case: CaseId) -> Result<()> {
    take_out_of_case(tx, case, &[Kind::Evidence, Kind::Decision])?;
    read_case(tx, case)
}

/// A message is to be read.
pub fn read_mail(tx: &Tx<'_>, mail: MailId) -> Result<()> {
    ASK.put(tx, &Todo::Mail(mail).key())
}

/// Everything is to be read anew.
pub fn ask_for_everything(tx: &Tx<'_>) -> Result<()> {
    for (kind, table, id) in [("case", "case_row", "case_id"), ("mail", "mail", "id")] {
        let sql = format!(
            "INSERT INTO search_todo (kind, id, asked) SELECT '{kind}', {id}, 1 FROM {table} WHERE TRUE
             ON CONFLICT (kind, id) DO UPDATE SET asked = search_todo.asked + 1"
        );
        tx.execute(&sql, &[])?;
    }
    Ok(())
}

/// Texts that stand in the index without their pairs of words, as a node of the version before writes them, are to be read
/// anew: up to `limit` of them. Says how many there were.
pub fn ask_for_unpaired(tx: &Tx<'_>, limit: u32) -> Result<usize> {
    let sql = format!(
        "SELECT d.case_id, d.kind, d.item FROM search_doc d WHERE {} ORDER BY d.doc LIMIT $1",
        fulltext::unpaired(tx)
    );
    let all: Vec<(Option<CaseId>, String, String)> =
        tx.all(&sql, &[limit.into()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for (case, kind, item) in &all {
        match (case, uuid::Uuid::try_parse(item)) {
            (_, Ok(mail)) if kind == Kind::Mail.code() => read_mail(tx, MailId(mail))?,
            (Some(case), _) => read_case(tx, *case)?,
            (None, _) => {}
        }
    }
    Ok(all.len())
}

/// Up to `limit` things to be read, each with how often it was asked for: what [`done`] wants back.
pub fn todo(c: &Conn<'_>, limit: u32) -> Result<Vec<(Todo, i64)>> {
    let sql = "SELECT kind, id, asked FROM search_todo ORDER BY kind, id LIMIT $1";
    c.all(sql, &[limit.into()], |row| {
        let todo = match row.get::<String>(0)?.as_str() {
            "case" => Todo::Case(row.get(1)?),
            "mail" => Todo::Mail(row.get(1)?),
            other => return Err(StoreError::damaged(format!("{other:?} cannot be read for the search"))),
        };
        Ok((todo, row.get(2)?))
    })
}

/// It was read. Where it was asked for again meanwhile, it stays.
pub fn done(tx: &Tx<'_>, todo: Todo, asked: i64) -> Result<()> {
    let [kind, id] = todo.key();
    let sql = "DELETE FROM search_todo WHERE kind = $1 AND id = $2 AND asked = $3";
    tx.execute(sql, &[kind, id, asked.into()]).map(|_| ())
}
