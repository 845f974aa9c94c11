//! The rows of many cases at once, table by table in the order of the cases: for those that look at every case.

use std::collections::HashMap;

use amends_core::{
    id::CaseId,
    index::{KeepingRow, Rows},
};

use super::{CASE, RECOMMENDATION, handling, read_case, read_recommendation};
use crate::{
    db::{Conn, Row},
    error::{Result, StoreError},
    keeping,
};

/// The rows of each case as they stand; nothing for a case whose rows do not read.
pub(crate) type Kept = HashMap<CaseId, Option<Rows>>;

/// The rows of the cases after one id up to another. A case without a row of its own is not among them.
pub(crate) fn between(c: &Conn<'_>, after: CaseId, last: CaseId) -> Result<Kept> {
    let mut range = Range { c, after, last, kept: Kept::new() };
    range.cases()?;
    range.add(
        "SELECT b.case_id, b.body_id FROM case_body b WHERE {} ORDER BY b.case_id, b.place",
        "b",
        |row| row.get(1),
        |rows, body| rows.case.bodies.push(body),
    )?;
    range.add(
        &format!("SELECT {RECOMMENDATION} FROM recommendation_row r WHERE {{}} ORDER BY r.case_id, r.number"),
        "r",
        read_recommendation,
        |rows, one| rows.recommendations.push(one),
    )?;
    range.add(
        &format!("SELECT {} FROM handling_row h WHERE {{}} ORDER BY h.case_id, h.seq", handling::COLUMNS),
        "h",
        handling::read,
        |rows, one| rows.handling.push(one),
    )?;
    range.add(
        &format!("SELECT k.case_id, {} FROM case_keeping k WHERE {{}} ORDER BY k.case_id", keeping::COLUMNS),
        "k",
        |row| keeping::read(row, 1),
        |rows, keeping| rows.keeping = keeping,
    )?;
    range.add(
        "SELECT f.case_id, f.digest FROM case_file f WHERE {} ORDER BY f.case_id, f.digest",
        "f",
        |row| row.get(1),
        |rows, digest| rows.keeping.files.push(digest),
    )?;
    Ok(range.kept)
}

struct Range<'a> {
    c: &'a Conn<'a>,
    after: CaseId,
    last: CaseId,
    kept: Kept,
}

impl Range<'_> {
    fn cases(&mut self) -> Result<()> {
        let sql = format!(
            "SELECT {CASE} FROM case_row c WHERE c.case_id > $1 AND c.case_id <= $2 ORDER BY c.case_id"
        );
        let kept = &mut self.kept;
        self.c.each(&sql, &[self.after.into(), self.last.into()], |row| {
            let Ok(case) = row.get(0) else { return Ok(()) };
            let rows = readable(read_case(row))?.map(|case| Rows {
                case,
                recommendations: Vec::new(),
                handling: Vec::new(),
                keeping: KeepingRow::default(),
            });
            kept.insert(case, rows);
            Ok(())
        })
    }

    /// Adds the rows of one table, known in the query by a letter.
    fn add<T>(
        &mut self,
        sql: &str,
        table: &str,
        read: impl Fn(&Row<'_>) -> Result<T>,
        put: impl Fn(&mut Rows, T),
    ) -> Result<()> {
        let sql = sql.replace("{}", &format!("{table}.case_id > $1 AND {table}.case_id <= $2"));
        let kept = &mut self.kept;
        self.c.each(&sql, &[self.after.into(), self.last.into()], |row| {
            let Ok(case) = row.get::<CaseId>(0) else { return Ok(()) };
            if let Some(rows) = kept.get_mut(&case) {
                match (readable(read(row))?, rows.as_mut()) {
                    (Some(value), Some(rows)) => put(rows, value),
                    (None, _) | (_, None) => *rows = None,
                }
            }
            Ok(())
        })
    }
}

/// What was read; nothing where it does not read.
fn readable<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(StoreError::Damaged { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}
