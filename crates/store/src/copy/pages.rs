//! A page of rows, read on one side in the order of their keys and written on the other.

use std::fmt::Write as _;

use super::{notes::Note, plan::Table, reading, writing};
use crate::{
    db::{Conn, Line, Tx},
    error::Result,
    value::Value,
};

/// Values in one statement to an engine in this process, which looks each one up by its name.
const VALUES_NEAR: usize = 400;
/// Values in one statement to a server, where every statement is a journey.
const VALUES_FAR: usize = 8_000;

/// A row: its values in the order of the table's columns.
pub(super) type RowOf = Vec<Value>;

/// Copies the next page of a table, and moves the note on: to the next table where there was nothing more.
pub(super) fn copy_one(from: &Line, to: &Line, table: &Table, note: &mut Note, page: usize) -> Result<()> {
    let rows = reading(from, |c| page_of(c, table, Some(note.round), &note.after, page))?;
    let mut next = note.clone();
    next.rows += rows.len() as u64;
    match rows.last() {
        Some(last) => next.after = key_of(table, last),
        // A round without rows is the last; a table that names none of its own has one round.
        None if table.itself.is_none() || note.after.is_empty() => {
            (next.table, next.round) = (note.table + 1, 0);
            next.after.clear();
        }
        None => {
            next.round += 1;
            next.after.clear();
        }
    }
    writing(to, |tx| {
        insert(tx, table, &rows)?;
        next.keep(tx)
    })?;
    *note = next;
    Ok(())
}

/// The rows after a key, in the order of keys; where a round is named, of that round.
pub(super) fn page_of(
    c: &Conn<'_>,
    table: &Table,
    round: Option<u32>,
    after: &[Value],
    page: usize,
) -> Result<Vec<RowOf>> {
    let (sql, values) = (select(table, round, after), with_page(after, page));
    c.all(&sql, &values, |row| (0..table.columns.len()).map(|column| row.get(column)).collect())
}

fn with_page(after: &[Value], page: usize) -> Vec<Value> {
    let most = i64::try_from(page).unwrap_or(i64::MAX);
    after.iter().cloned().chain([most.into()]).collect()
}

fn select(table: &Table, round: Option<u32>, after: &[Value]) -> String {
    let list =
        |names: &[String]| names.iter().map(|name| format!("t0.{name}")).collect::<Vec<_>>().join(", ");
    let mut sql = format!("SELECT {} FROM {} t0", list(&table.columns), table.name);
    let mut conditions = Vec::new();
    if let (Some(round), Some(column), Some(id)) = (round, &table.itself, table.key.first()) {
        for above in 1..=round {
            let below = above - 1;
            // Writing to a text does not fail.
            let _ = write!(sql, " JOIN {} t{above} ON t{above}.{id} = t{below}.{column}", table.name);
        }
        conditions.push(format!("t{round}.{column} IS NULL"));
    }
    if !after.is_empty() {
        let places: Vec<String> = (1..=after.len()).map(|place| format!("${place}")).collect();
        conditions.push(format!("({}) > ({})", list(&table.key), places.join(", ")));
    }
    if !conditions.is_empty() {
        let _ = write!(sql, " WHERE {}", conditions.join(" AND "));
    }
    let _ = write!(sql, " ORDER BY {} LIMIT ${}", list(&table.key), after.len() + 1);
    sql
}

/// The key of a row.
pub(super) fn key_of(table: &Table, row: &RowOf) -> Vec<Value> {
    let place = |name: &String| table.columns.iter().position(|column| column == name);
    table.key.iter().filter_map(|name| row.get(place(name)?).cloned()).collect()
}

fn insert(tx: &Tx<'_>, table: &Table, rows: &[RowOf]) -> Result<()> {
    let values = if tx.is_shared() { VALUES_FAR } else { VALUES_NEAR };
    let at_once = (values / table.columns.len().max(1)).max(1);
    for some in rows.chunks(at_once) {
        let flat: Vec<Value> = some.iter().flatten().cloned().collect();
        tx.execute(&insert_sql(table, some.len()), &flat)?;
    }
    Ok(())
}

fn insert_sql(table: &Table, rows: usize) -> String {
    let width = table.columns.len();
    let mut sql = format!("INSERT INTO {} ({}) VALUES ", table.name, table.columns.join(", "));
    for row in 0..rows {
        let places: Vec<String> = (1..=width).map(|column| format!("${}", row * width + column)).collect();
        let comma = if row == 0 { "" } else { ", " };
        let _ = write!(sql, "{comma}({})", places.join(", "));
    }
    sql
}
