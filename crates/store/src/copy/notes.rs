//! How far a copy came: noted in the target, in the transaction of each page.

use amends_core::text::Digest;

use super::{
    plan::{Table, first_with_rows},
    writing,
};
use crate::{
    db::{Conn, Line, Place, Tx},
    error::{Result, StoreError},
    value::{Json, Value, json},
};

/// The table of the note. Where it stands, the copy is not whole.
const NOTE: &str = "copy_note";

const MADE: &str = "CREATE TABLE copy_note (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  size INTEGER NOT NULL,
  root BLOB NOT NULL,
  tables INTEGER NOT NULL,
  at_table INTEGER NOT NULL,
  round INTEGER NOT NULL,
  after TEXT NOT NULL,
  rows_made INTEGER NOT NULL
) STRICT";

/// A value of a key, as the note keeps it.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
enum Kept {
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// How far a copy came.
#[derive(Debug, Clone)]
pub(super) struct Note {
    /// Which table is being copied, by its place in the plan.
    pub(super) table: usize,
    /// Which round over it: rows that name none of their own table first, then those that name these, and so on.
    pub(super) round: u32,
    /// The key of the last row copied; nothing before the first.
    pub(super) after: Vec<Value>,
    /// Rows copied so far.
    pub(super) rows: u64,
}

impl Note {
    /// Keeps it, in the transaction of what it tells.
    pub(super) fn keep(&self, tx: &Tx<'_>) -> Result<()> {
        let sql =
            "UPDATE copy_note SET at_table = $1, round = $2, after = $3, rows_made = $4 WHERE only_row = 1";
        let values = [
            number(self.table as u64)?,
            self.round.into(),
            json(&self.after.iter().map(kept).collect::<Result<Vec<_>>>()?)?,
            number(self.rows)?,
        ];
        tx.execute(sql, &values).map(|_| ())
    }
}

fn number(number: u64) -> Result<Value> {
    i64::try_from(number).map(Value::Int).map_err(|_| StoreError::damaged("more rows than can be counted"))
}

fn kept(value: &Value) -> Result<Kept> {
    match value {
        Value::Int(number) => Ok(Kept::Int(*number)),
        Value::Text(text) => Ok(Kept::Text(text.clone())),
        Value::Bytes(bytes) => Ok(Kept::Bytes(bytes.clone())),
        Value::Null => Err(StoreError::damaged("a key holds nothing")),
    }
}

fn value(kept: Kept) -> Value {
    match kept {
        Kept::Int(number) => Value::Int(number),
        Kept::Text(text) => Value::Text(text),
        Kept::Bytes(bytes) => Value::Bytes(bytes),
    }
}

/// Goes on where a copy of the same record broke off, or begins one in an empty database. Whether it goes on.
pub(super) fn begin(
    to: &Line,
    place: &Place,
    tables: &[Table],
    source: (u64, Digest),
) -> Result<(Note, bool)> {
    let known = number(tables.len() as u64)?;
    writing(to, |tx| {
        if is_there(tx)? {
            let sql = "SELECT at_table, round, after, rows_made FROM copy_note
              WHERE size = $1 AND root = $2 AND tables = $3";
            let values = [number(source.0)?, source.1.into(), known.clone()];
            let note = tx.one(sql, &values, |row| {
                let at: u64 = row.get(0)?;
                let Json(after) = row.get::<Json<Vec<Kept>>>(2)?;
                Ok(Note {
                    table: usize::try_from(at).unwrap_or(usize::MAX),
                    round: row.get(1)?,
                    after: after.into_iter().map(value).collect(),
                    rows: row.get(3)?,
                })
            })?;
            return note.map(|note| (note, true)).ok_or_else(|| not_empty(place));
        }
        if first_with_rows(tx, tables)?.is_some() {
            return Err(not_empty(place));
        }
        tx.batch(MADE)?;
        for table in tables.iter().filter(|table| table.rows > 0) {
            tx.execute(&format!("DELETE FROM {}", table.name), &[])?;
        }
        let sql = "INSERT INTO copy_note
          (only_row, size, root, tables, at_table, round, after, rows_made)
          VALUES (1, $1, $2, $3, 0, 0, '[]', 0)";
        tx.execute(sql, &[number(source.0)?, source.1.into(), known.clone()])?;
        let note = Note { table: 0, round: 0, after: Vec::new(), rows: 0 };
        Ok((note, false))
    })
}

fn not_empty(place: &Place) -> StoreError {
    StoreError::NotEmpty { place: place.to_string() }
}

/// The copy is whole: an office may open on it.
pub(super) fn end(to: &Line) -> Result<()> {
    writing(to, |tx| tx.batch("DROP TABLE copy_note"))
}

fn is_there(c: &Conn<'_>) -> Result<bool> {
    Ok(c.tables()?.iter().any(|name| name == NOTE))
}

/// Refuses a database that is half of a copy.
pub(crate) fn refuse_half(c: &Conn<'_>, place: &Place) -> Result<()> {
    if is_there(c)? { Err(StoreError::HalfCopied { place: place.to_string() }) } else { Ok(()) }
}
