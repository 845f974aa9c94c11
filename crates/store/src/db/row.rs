//! One row of an answer, whatever the engine.

use super::{postgres, sqlite};
use crate::{
    error::Result,
    value::{FromValue, Value},
};

/// One row of an answer.
pub struct Row<'a>(pub(super) RowOf<'a>);

/// Of which engine it is.
pub(super) enum RowOf<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// What stands in a column, counted from 0.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T> {
        let value = match self.0 {
            RowOf::Sqlite(row) => sqlite::get(row, column),
            RowOf::Postgres(row) => postgres::get(row, column),
        }?;
        T::from_value(value)
    }

    /// Whether just this value stands in a column.
    pub(crate) fn holds(&self, column: usize, value: &Value) -> bool {
        match self.0 {
            RowOf::Sqlite(row) => sqlite::holds(row, column, value),
            RowOf::Postgres(row) => postgres::get(row, column).is_ok_and(|found| found == *value),
        }
    }
}
