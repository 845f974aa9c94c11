//! How long cases are kept: the rows by which what is to go is found.

use amends_core::{
    id::{CaseId, CaseReference},
    index::KeepingRow,
    retention::Class,
};
use jiff::civil::Date;

use crate::{
    db::{Conn, Row, Tx},
    error::Result,
    rows::word,
    value::{Value, Word},
};

const INSERT: &str = "INSERT INTO case_keeping (case_id, dispose_on, class, held, held_until, approved)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (case_id) DO UPDATE SET dispose_on = excluded.dispose_on, class = excluded.class,
  held = excluded.held, held_until = excluded.held_until, approved = excluded.approved";

/// Puts these rows in place of all the case had.
pub(crate) fn replace(tx: &Tx<'_>, case: CaseId, row: &KeepingRow) -> Result<()> {
    let class = |class: Option<Class>| class.map_or(Ok(Value::Null), |class| word(&class));
    let values = [
        case.into(),
        row.dispose_on.into(),
        class(row.class)?,
        row.held.into(),
        row.held_until.into(),
        class(row.approved)?,
    ];
    tx.execute(INSERT, &values)?;
    tx.execute("DELETE FROM case_file WHERE case_id = $1", &[case.into()])?;
    for digest in &row.files {
        let sql = "INSERT INTO case_file (case_id, digest) VALUES ($1, $2)";
        tx.execute(sql, &[case.into(), (*digest).into()])?;
    }
    Ok(())
}

/// Takes away the rows of a case the ledger does not know.
pub(crate) fn remove(tx: &Tx<'_>, case: CaseId) -> Result<()> {
    tx.execute("DELETE FROM case_file WHERE case_id = $1", &[case.into()])?;
    tx.execute("DELETE FROM case_keeping WHERE case_id = $1", &[case.into()]).map(|_| ())
}

fn some_class(row: &Row<'_>, column: usize) -> Result<Option<Class>> {
    Ok(row.get::<Option<Word<Class>>>(column)?.map(|Word(class)| class))
}

/// The columns [`read`] reads, in its order.
pub(crate) const COLUMNS: &str = "dispose_on, class, held, held_until, approved";

/// How long a case is kept, from [`COLUMNS`] that begin at a place; its files are read apart.
pub(crate) fn read(row: &Row<'_>, at: usize) -> Result<KeepingRow> {
    Ok(KeepingRow {
        dispose_on: row.get(at)?,
        class: some_class(row, at + 1)?,
        held: row.get(at + 2)?,
        held_until: row.get(at + 3)?,
        approved: some_class(row, at + 4)?,
        files: Vec::new(),
    })
}

/// How long a case is kept, as its rows say.
pub(crate) fn of_case(c: &Conn<'_>, case: CaseId) -> Result<KeepingRow> {
    let sql = format!("SELECT {COLUMNS} FROM case_keeping WHERE case_id = $1");
    let found = c.one(&sql, &[case.into()], |row| read(row, 0))?;
    let Some(mut row) = found else { return Ok(KeepingRow::default()) };
    let sql = "SELECT digest FROM case_file WHERE case_id = $1 ORDER BY digest";
    row.files = c.all(sql, &[case.into()], |row| row.get(0))?;
    Ok(row)
}

/// A case of which something is to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueItem {
    /// Which.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// The day on which it may go.
    pub dispose_on: Date,
    /// What goes first.
    pub class: Class,
    /// Something holds it, or some day did.
    pub held: bool,
    /// The last day of what holds it, where that is known.
    pub held_until: Option<Date>,
}

/// The cases of which something is to go by a day, the longest due first, after the last of the page before.
pub fn due(c: &Conn<'_>, by: Date, after: Option<(Date, CaseId)>, limit: u32) -> Result<Vec<DueItem>> {
    let day = after.map(|(day, _)| day.to_string()).unwrap_or_default();
    let case = after.map_or(CaseId(uuid::Uuid::nil()), |(_, case)| case);
    c.all(DUE, &[by.into(), day.into(), case.into(), limit.into()], |row| {
        let Word(class) = row.get(3)?;
        Ok(DueItem {
            case: row.get(0)?,
            reference: CaseReference(row.get(1)?),
            dispose_on: row.get(2)?,
            class,
            held: row.get(4)?,
            held_until: row.get(5)?,
        })
    })
}

/// What [`due`] asks.
pub(crate) const DUE: &str = "SELECT k.case_id, c.reference, k.dispose_on, k.class, k.held, k.held_until
  FROM case_keeping k JOIN case_row c ON c.case_id = k.case_id
  WHERE k.dispose_on <= $1 AND (k.dispose_on, k.case_id) > ($2, $3) AND k.class IS NOT NULL
  ORDER BY k.dispose_on, k.case_id LIMIT $4";

/// The cases of which two people agreed to destroy something that is still there.
pub fn approved(c: &Conn<'_>) -> Result<Vec<(CaseId, Class)>> {
    let sql = "SELECT case_id, approved FROM case_keeping WHERE approved IS NOT NULL ORDER BY case_id";
    c.all(sql, &[], |row| {
        let Word(class) = row.get(1)?;
        Ok((row.get(0)?, class))
    })
}

/// Is there a case whose keeping was never worked out: one from before it was?
pub fn is_missing(c: &Conn<'_>) -> Result<bool> {
    let sql = "SELECT c.case_id FROM case_row c
      WHERE NOT EXISTS (SELECT 1 FROM case_keeping k WHERE k.case_id = c.case_id) LIMIT 1";
    Ok(c.one(sql, &[], |row| row.get::<CaseId>(0))?.is_some())
}
