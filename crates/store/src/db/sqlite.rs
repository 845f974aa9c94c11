//! A connection to a database in a file, by the SQLite that is built in.

use std::path::Path;

use rusqlite::{CachedStatement, Connection, OpenFlags, Row, config::DbConfig, types::ValueRef};

use super::{Options, Order, Use, said::said};
use crate::{
    error::{Result, StoreError},
    value::Value,
};

/// The oldest SQLite without the defect that could damage a write-ahead log on reset.
const OLDEST: i32 = 3_051_003;

/// Where nobody else keeps the log short (`log`), so many pages of 4,096 bytes are written to it before the engine brings
/// them into the file.
const LOG_PAGES: &str = "16384";

/// Refuses a library that can damage its log.
pub(super) fn assert_sound() -> Result<()> {
    let found = rusqlite::version_number();
    if found < OLDEST {
        let what = format!("SQLite {} can damage its log; 3.51.3 or newer is needed", rusqlite::version());
        return Err(StoreError::Engine { what });
    }
    Ok(())
}

/// What stands in a column.
pub(super) fn get(row: &Row<'_>, column: usize) -> Result<Value> {
    Ok(match row.get_ref(column).map_err(|error| said(&error))? {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Text(text) => {
            let text = str::from_utf8(text).map_err(|error| StoreError::damaged(error.to_string()))?;
            Value::Text(text.to_owned())
        }
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => return Err(StoreError::damaged("a column holds a fraction")),
    })
}

/// Whether just this value stands in a column.
pub(super) fn holds(row: &Row<'_>, column: usize, value: &Value) -> bool {
    match (row.get_ref(column), value) {
        (Ok(ValueRef::Null), Value::Null) => true,
        (Ok(ValueRef::Integer(found)), Value::Int(number)) => found == *number,
        (Ok(ValueRef::Text(found)), Value::Text(text)) => found == text.as_bytes(),
        (Ok(ValueRef::Blob(found)), Value::Bytes(bytes)) => found == bytes.as_slice(),
        _ => false,
    }
}

/// Calls `read` on every row of the answer.
pub(super) fn each<E: From<StoreError>>(
    sqlite: &Connection,
    sql: &str,
    with: &[Value],
    mut read: impl FnMut(&Row<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement = prepared(sqlite, sql, with)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(|error| said(&error))? {
        read(row)?;
    }
    Ok(())
}

/// The first row of the answer, if there is one.
pub(super) fn one<T>(
    sqlite: &Connection,
    sql: &str,
    with: &[Value],
    read: impl FnOnce(&Row<'_>) -> Result<T>,
) -> Result<Option<T>> {
    let mut statement = prepared(sqlite, sql, with)?;
    let mut rows = statement.raw_query();
    match rows.next().map_err(|error| said(&error))? {
        Some(row) => read(row).map(Some),
        None => Ok(None),
    }
}

/// Changes; says how many rows.
pub(super) fn execute(sqlite: &Connection, sql: &str, with: &[Value]) -> Result<usize> {
    prepared(sqlite, sql, with)?.raw_execute().map_err(|error| said(&error))
}

fn prepared<'a>(sqlite: &'a Connection, sql: &str, with: &[Value]) -> Result<CachedStatement<'a>> {
    let mut statement = sqlite.prepare_cached(sql).map_err(|error| said(&error))?;
    if statement.parameter_count() != with.len() {
        let what = format!("{} values for {} places: {sql}", with.len(), statement.parameter_count());
        return Err(StoreError::Engine { what });
    }
    let in_order = are_in_order(sql, with.len());
    for (place, value) in (1..).zip(with) {
        let index = if in_order { place } else { index_of(&statement, place, sql)? };
        let bound = match value {
            Value::Null => statement.raw_bind_parameter(index, rusqlite::types::Null),
            Value::Int(number) => statement.raw_bind_parameter(index, number),
            Value::Text(text) => statement.raw_bind_parameter(index, text),
            Value::Bytes(bytes) => statement.raw_bind_parameter(index, bytes),
        };
        bound.map_err(|error| said(&error))?;
    }
    Ok(statement)
}

/// SQLite numbers `$n` by first appearance. Where they first appear in the order of their numbers, and every one of so many
/// does, a place is its number, and need not be looked up by its name.
fn are_in_order(sql: &str, places: usize) -> bool {
    let (mut seen, mut quoted) = (0, false);
    if !sql.contains('\'') {
        let in_turn = sql.split('$').skip(1).all(|after| {
            let digits = after.bytes().take_while(u8::is_ascii_digit);
            let number = digits.fold(0_usize, |number, digit| {
                number.saturating_mul(10).saturating_add(usize::from(digit - b'0'))
            });
            let is_new = number == seen + 1;
            seen += usize::from(is_new);
            is_new || (number > 0 && number <= seen)
        });
        return in_turn && seen == places;
    }
    let mut letters = sql.bytes().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            b'\'' => quoted = !quoted,
            b'$' if !quoted => {
                let mut number = 0_usize;
                while let Some(digit) = letters.next_if(u8::is_ascii_digit) {
                    number = number.saturating_mul(10).saturating_add(usize::from(digit - b'0'));
                }
                if number == seen + 1 {
                    seen = number;
                } else if number == 0 || number > seen {
                    return false;
                }
            }
            _ => {}
        }
    }
    seen == places
}

fn index_of(statement: &CachedStatement<'_>, place: usize, sql: &str) -> Result<usize> {
    let name = format!("${place}");
    let index = statement.parameter_index(&name).map_err(|error| said(&error))?;
    index.ok_or_else(|| StoreError::Engine { what: format!("{name} is not in the statement: {sql}") })
}

/// How many values a statement takes, and how many columns it answers.
pub(super) fn shape(sqlite: &Connection, sql: &str) -> Result<(usize, usize)> {
    let statement = sqlite.prepare(sql).map_err(|error| said(&error))?;
    Ok((statement.parameter_count(), statement.column_count()))
}

/// Runs several statements of a migration.
pub(super) fn batch(sqlite: &Connection, sql: &str) -> Result<()> {
    sqlite.execute_batch(&for_sqlite(sql)).map_err(|error| said(&error))
}

/// The text of a step as this engine has always been told it, and by which it is known: without what stands between
/// `--@postgres` and `--@end`.
pub(crate) fn for_sqlite(sql: &str) -> String {
    let mut kept = String::with_capacity(sql.len());
    let mut skipped = false;
    for line in sql.split_inclusive('\n') {
        match line.trim() {
            "--@postgres" => skipped = true,
            "--@end" if skipped => skipped = false,
            _ if skipped => {}
            _ => kept.push_str(line),
        }
    }
    kept
}

/// Begins, ends or undoes a transaction or a part of one.
pub(super) fn order(sqlite: &Connection, order: Order) -> Result<()> {
    let sql = match order {
        Order::BeginReading => "BEGIN DEFERRED",
        Order::BeginWriting => "BEGIN IMMEDIATE",
        Order::Commit => "COMMIT",
        Order::Undo => "ROLLBACK",
        Order::BeginPart => "SAVEPOINT part",
        Order::KeepPart => "RELEASE part",
        Order::UndoPart => {
            return sqlite.execute_batch("ROLLBACK TO part; RELEASE part").map_err(|error| said(&error));
        }
        Order::Close => "PRAGMA optimize",
    };
    let mut statement = sqlite.prepare_cached(sql).map_err(|error| said(&error))?;
    // An order answers nothing; `PRAGMA optimize` may.
    let mut answer = statement.raw_query();
    while answer.next().map_err(|error| said(&error))?.is_some() {}
    Ok(())
}

/// Opens a connection, with every safeguard on and asserted.
pub(super) fn connect(path: &Path, options: &Options, purpose: Use) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sqlite = Connection::open_with_flags(path, flags).map_err(|error| said(&error))?;
    let set = |name: &str, value: &str| sqlite.pragma_update(None, name, value).map_err(|error| said(&error));
    sqlite.busy_timeout(options.patience).map_err(|error| said(&error))?;
    set("journal_mode", "wal")?;
    set("synchronous", "full")?;
    set("foreign_keys", "on")?;
    set("trusted_schema", "off")?;
    set("cell_size_check", "on")?;
    set("secure_delete", "on")?;
    set("temp_store", "memory")?;
    // Else, once the engine has gathered statistics, a statement is prepared anew for the values of each use.
    sqlite.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|error| said(&error))?;
    if purpose == Use::Write {
        // In KiB. Only what is used is taken.
        set("cache_size", "-65536")?;
        set("wal_autocheckpoint", LOG_PAGES)?;
    }
    if purpose == Use::Read {
        set("query_only", "on")?;
    }
    if let Some(pages) = options.pages_most {
        set("max_page_count", &pages.to_string())?;
    }
    sqlite.set_prepared_statement_cache_capacity(256);
    for (name, right) in [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1")] {
        let found = setting(&sqlite, name)?;
        if found != right {
            let what = format!("{name} is {found} and should be {right}; what is acknowledged might be lost");
            return Err(StoreError::Engine { what });
        }
    }
    Ok(sqlite)
}

fn setting(sqlite: &Connection, name: &str) -> Result<String> {
    sqlite
        .pragma_query_value(None, name, |row| {
            Ok(match row.get_ref(0)? {
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => String::new(),
            })
        })
        .map_err(|error| said(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_its_number_only_where_all_first_appear_in_order() {
        assert!(are_in_order("SELECT a FROM t WHERE b = $1 AND c IN ($2, $1, $3)", 3));
        assert!(are_in_order("SELECT a FROM t WHERE b = '$7' AND c = $1", 1));
        assert!(!are_in_order("UPDATE t SET a = $2 WHERE b = $1", 2));
        assert!(!are_in_order("SELECT a FROM t WHERE b = $1", 2));
        assert!(!are_in_order("SELECT a FROM t WHERE b = $name", 1));
    }

    #[test]
    fn values_go_where_their_numbers_say_in_whatever_order_those_appear() {
        let sqlite = Connection::open_in_memory().unwrap();
        for sql in ["SELECT $1, $2, $1", "SELECT $1, $2 || '', $1", "SELECT $1, $2, $1 WHERE $2 <> '$3'"] {
            let values = ["one".into(), "two".into()];
            let found = one(&sqlite, sql, &values, |row| Ok((get(row, 0)?, get(row, 1)?))).unwrap();
            assert_eq!(found, Some(("one".into(), "two".into())), "{sql}");
        }
        let swapped =
            one(&sqlite, "SELECT $2, $1", &["one".into(), "two".into()], |row| get(row, 0)).unwrap();
        assert_eq!(swapped, Some("two".into()));
        assert!(execute(&sqlite, "SELECT $1", &[]).is_err());
    }
}
