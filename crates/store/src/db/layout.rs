//! Which tables the steps of the migrations make, and how they hang together, as the engine that is built in tells it.

use std::sync::OnceLock;

use jiff::Timestamp;

use super::{Conn, Line, Options, Place, Use};
use crate::{
    error::{Result, StoreError},
    migrate,
};

/// A table of the migrations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: String,
    /// Its columns, in the order of the alphabet.
    pub(crate) columns: Vec<String>,
    /// The columns of its primary key, in their order.
    pub(crate) key: Vec<String>,
    /// The column by which a row names another of the same table, if there is one.
    pub(crate) itself: Option<String>,
    /// The other tables its rows name.
    pub(crate) needs: Vec<String>,
    /// How many rows the steps put into it.
    pub(crate) rows: u64,
}

/// Every plain table that the steps make, in the order of the alphabet. Tables by which an engine keeps its own index
/// of words are none of them.
pub(crate) fn tables() -> Result<Vec<Table>> {
    static KNOWN: OnceLock<Vec<Table>> = OnceLock::new();
    if let Some(known) = KNOWN.get() {
        return Ok(known.clone());
    }
    look().map(|found| KNOWN.get_or_init(|| found).clone())
}

fn look() -> Result<Vec<Table>> {
    let folder = tempfile::tempdir().map_err(|error| StoreError::io(std::env::temp_dir(), &error))?;
    let place = Place::File(folder.path().join("layout.sqlite"));
    let line = Line::open(&place, &Options::default(), Use::Write)?;
    migrate::run(&line, &place, Timestamp::UNIX_EPOCH)?;
    let c = line.conn();
    let sql = "SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let names: Vec<String> = c.all(sql, &[], |row| row.get(0))?;
    names.into_iter().map(|name| table(&c, name)).collect()
}

fn table(c: &Conn<'_>, name: String) -> Result<Table> {
    let sql = "SELECT name FROM pragma_table_info($1) ORDER BY name";
    let columns = c.all(sql, &[(&name).into()], |row| row.get(0))?;
    let sql = "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk";
    let key = c.all(sql, &[(&name).into()], |row| row.get(0))?;
    let sql = "SELECT \"table\", \"from\" FROM pragma_foreign_key_list($1) ORDER BY id";
    let named: Vec<(String, String)> = c.all(sql, &[(&name).into()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let itself = named.iter().find(|(table, _)| *table == name).map(|(_, column)| column.clone());
    let needs = named.into_iter().map(|(table, _)| table).filter(|table| *table != name).collect();
    let rows = c.one(&format!("SELECT count(*) FROM {name}"), &[], |row| row.get(0))?.unwrap_or(0);
    Ok(Table { name, columns, key, itself, needs, rows })
}
