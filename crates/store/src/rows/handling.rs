//! The rows of how bodies deal with the office: signs in the record, and notes under a code (R56).

use amends_core::{
    id::CaseId,
    index::{HandlingEntry, HandlingRow},
};

use super::word;
use crate::{
    db::{Conn, Row},
    error::Result,
    value::{Value, Word},
};

/// The columns [`read`] reads, in its order.
pub(crate) const COLUMNS: &str =
    "h.case_id, h.seq, h.body_id, h.on_day, h.is_note, h.word, h.number, h.because, h.particular";

/// How many columns [`COLUMNS`] has.
pub(crate) const COUNT: usize = 9;

/// An entry as two columns: is it a note, and its word.
pub(crate) fn entry(what: &HandlingEntry) -> Result<(Value, Value)> {
    Ok(match what {
        HandlingEntry::Sign(sign) => (false.into(), word(sign)?),
        HandlingEntry::Note(code) => (true.into(), code.into()),
    })
}

/// An entry from its two columns.
pub(crate) fn read_entry(row: &Row<'_>, at: usize) -> Result<HandlingEntry> {
    if row.get(at)? {
        Ok(HandlingEntry::Note(row.get(at + 1)?))
    } else {
        let Word(sign) = row.get(at + 1)?;
        Ok(HandlingEntry::Sign(sign))
    }
}

/// A row as [`COLUMNS`] has it.
pub(crate) fn read(row: &Row<'_>) -> Result<HandlingRow> {
    Ok(HandlingRow {
        case: row.get(0)?,
        seq: row.get(1)?,
        body: row.get(2)?,
        on: row.get(3)?,
        what: read_entry(row, 4)?,
        number: row.get(6)?,
        because: row.get(7)?,
        words: row.get(8)?,
    })
}

/// The rows of a case, in order.
pub(super) fn of_case(c: &Conn<'_>, case: CaseId) -> Result<Vec<HandlingRow>> {
    let sql = format!("SELECT {COLUMNS} FROM handling_row h WHERE h.case_id = $1 ORDER BY h.seq");
    c.all(&sql, &[case.into()], read)
}
