//! Several statements in one journey: each goes out behind the one before without waiting for its answer.

use tokio_postgres::{Error, Row, Statement};

use super::{Session, changed, connect::Link, counted, fits, puts, rows};
use crate::{error::Result, value::Value};

/// A statement, and what stands for its places.
pub(in crate::db) type Asked<'a> = (&'a str, &'a [Value]);

impl Session {
    /// The rows that answer each of several questions.
    pub(in crate::db) fn query_all(&self, all: &[Asked<'_>]) -> Result<Vec<Vec<Row>>> {
        self.run_all(all, rows)
    }

    /// How many rows each of several statements changes.
    pub(in crate::db) fn execute_all(&self, all: &[Asked<'_>]) -> Result<Vec<usize>> {
        self.run_all(all, changed)?.into_iter().map(counted).collect()
    }

    fn run_all<T>(
        &self,
        all: &[Asked<'_>],
        work: impl AsyncFn(&Link, &Statement, &[Value]) -> Result<T, Error>,
    ) -> Result<Vec<T>> {
        for (sql, with) in all {
            self.prepare(sql, with)?;
        }
        let Some((first, with)) = all.first() else { return Ok(Vec::new()) };
        self.run(first, with, async |link, _, _| {
            let mut statements = Vec::with_capacity(all.len());
            for (sql, _) in all {
                statements.push(match link.statements.get(*sql) {
                    Some(known) => known.clone(),
                    // The connection was made anew, or forgot some to have room for others.
                    None => link.client.prepare(sql).await?,
                });
            }
            puts::in_order(all.iter().zip(&statements).map(|((_, with), one)| work(link, one, with))).await
        })
    }

    /// Sees to it that a statement is prepared, and that so many values are its own.
    fn prepare(&self, sql: &str, with: &[Value]) -> Result<()> {
        let known = self.state.borrow().link.as_ref().and_then(|link| link.statements.get(sql)).cloned();
        match known {
            Some(statement) => {
                fits(&statement, sql, with).map_err(|failed| self.note(&mut self.state.borrow_mut(), failed))
            }
            None => self.run(sql, with, async |_, _, _| Ok(())),
        }
    }
}
