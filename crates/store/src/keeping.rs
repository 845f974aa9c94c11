//! How long cases are kept: the rows by which what is to go is found.

use amends_core::{
    id::{CaseId, CaseReference},
    index::KeepingRow,
    retention::Class,
};
use jiff::civil::Date;

use crate::{
    db::{Conn, Row},
    error::Result,
    value::Word,
};

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
