//! A connection to a database in a file, by the SQLite that is built in.

use std::path::Path;

use rusqlite::{CachedStatement, Connection, OpenFlags, Row, types::ValueRef};

use super::{Options, Order, Use, said::said};
use crate::{
    error::{Result, StoreError},
    value::Value,
};

/// The oldest SQLite without the defect that could damage a write-ahead log on reset.
const OLDEST: i32 = 3_051_003;

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
    for (place, value) in with.iter().enumerate() {
        // SQLite numbers `$n` by first appearance, so binding goes by name.
        let name = format!("${}", place + 1);
        let Some(index) = statement.parameter_index(&name).map_err(|error| said(&error))? else {
            return Err(StoreError::Engine { what: format!("{name} is not in the statement: {sql}") });
        };
        let bound = match value {
            Value::Null => statement.raw_bind_parameter(index, rusqlite::types::Null),
            Value::Int(number) => statement.raw_bind_parameter(index, number),
            Value::Text(text) => statement.raw_bind_parameter(index, text),
            Value::Bytes(bytes) => statement.raw_bind_parameter(index, bytes),
        };
        bound.map_err(|error| said(&error))?;
    }
    if statement.parameter_count() != with.len() {
        let what = format!("{} values for {} places: {sql}", with.len(), statement.parameter_count());
        return Err(StoreError::Engine { what });
    }
    Ok(statement)
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
        Order::UndoPart => "ROLLBACK TO part; RELEASE part",
        Order::Close => "PRAGMA optimize",
    };
    sqlite.execute_batch(sql).map_err(|error| said(&error))
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
    if purpose == Use::Write {
        // In KiB. Only what is used is taken.
        set("cache_size", "-65536")?;
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
