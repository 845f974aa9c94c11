//! What is copied, and in which order.

pub(super) use crate::db::layout::Table;
use crate::{
    db::{Conn, layout},
    error::{Result, StoreError},
};

/// Tables that belong to a place and not to the office: which steps were applied there, who leads, what changed there, and what
/// is searched, which every engine has in a form of its own.
const OF_THE_PLACE: &[&str] = &["schema_migration", "lease", "node", "search_doc", "search_todo", "stamp"];

/// The tables to copy: one whose rows name another's comes after it.
pub(super) fn tables() -> Result<Vec<Table>> {
    let mut left = layout::tables()?;
    left.retain(|table| !OF_THE_PLACE.contains(&table.name.as_str()));
    let mut ordered: Vec<Table> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits =
            |table: &Table| table.needs.iter().any(|needed| left.iter().any(|other| other.name == *needed));
        let (later, now): (Vec<Table>, Vec<Table>) = left.iter().cloned().partition(|table| waits(table));
        if now.is_empty() {
            let names: Vec<&str> = later.iter().map(|table| table.name.as_str()).collect();
            return Err(StoreError::Engine { what: format!("{} name each other", names.join(", ")) });
        }
        ordered.extend(now);
        left = later;
    }
    Ok(ordered)
}

/// How many rows a table has.
pub(super) fn count(c: &Conn<'_>, table: &str) -> Result<u64> {
    Ok(c.one(&format!("SELECT count(*) FROM {table}"), &[], |row| row.get(0))?.unwrap_or(0))
}

/// The first table with something in it beside what the steps put there.
pub(super) fn first_with_rows(c: &Conn<'_>, tables: &[Table]) -> Result<Option<String>> {
    let sql = "SELECT size FROM ledger_tree";
    if c.one(sql, &[], |row| row.get::<u64>(0))?.is_some_and(|size| size > 0) {
        return Ok(Some("ledger_tree".to_owned()));
    }
    for table in tables {
        let rows: Vec<i64> =
            c.all(&format!("SELECT 1 FROM {} LIMIT {}", table.name, table.rows + 1), &[], |_| Ok(1))?;
        if rows.len() as u64 != table.rows {
            return Ok(Some(table.name.clone()));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_copied_after_those_its_rows_name_and_none_without_a_key() {
        let tables = tables().unwrap();
        for (place, table) in tables.iter().enumerate() {
            assert!(!table.key.is_empty(), "{} has no primary key", table.name);
            for needed in &table.needs {
                let found = tables.iter().position(|other| other.name == *needed);
                assert!(found.is_some_and(|found| found < place), "{} before {needed}", table.name);
            }
        }
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        assert!(
            names.contains(&"ledger") && names.contains(&"link") && !names.contains(&"lease"),
            "{names:?}"
        );
        assert!(names.iter().all(|name| !name.starts_with("search_")), "{names:?}");
    }
}
