//! Putting many rows into a table, and asking many things at once: each statement costs a server something beside its
//! rows, and a journey as well.

use std::{borrow::Cow, fmt::Write as _, sync::OnceLock};

use super::{Conn, Engine, Row, Tx, row::RowOf, sqlite};
use crate::{error::Result, value::Value};

/// On a server so many rows go into one statement: as many as the largest of these that is not larger than what is left.
/// In a file each row has its own: were one statement to put several, the engine would keep a copy of every page it
/// touches until its end, to be able to undo it alone.
const SIZES: [usize; 3] = [32, 8, 1];

/// A statement that puts one row into a table, and those made of it that put several.
pub(crate) struct Insert {
    one: &'static str,
    texts: OnceLock<[String; SIZES.len()]>,
}

impl Insert {
    /// `INSERT INTO … VALUES (…)`, and whatever comes after. Its places are `$1`, `$2` … and first appear in that order.
    pub(crate) const fn of(one: &'static str) -> Self {
        Self { one, texts: OnceLock::new() }
    }

    /// Puts rows in, all values one after the other; says how many rows were written. Where one row breaks a rule of the
    /// table, so does the statement, and whoever asked has the change undone.
    pub(crate) fn run(&self, tx: &Tx<'_>, values: &[Value]) -> Result<usize> {
        let mut all = Vec::new();
        self.each_statement(tx.is_shared(), values, |sql, some| {
            all.push((sql, some));
            Ok(())
        })?;
        Ok(tx.execute_all(&all)?.into_iter().sum())
    }

    /// As [`Self::run`], where nobody waits for the number: see [`Tx::put`].
    pub(crate) fn put(&self, tx: &Tx<'_>, values: &[Value]) -> Result<()> {
        self.each_statement(tx.is_shared(), values, |sql, some| tx.put(sql, some))
    }

    fn each_statement<'a>(
        &'a self,
        on_a_server: bool,
        mut values: &'a [Value],
        mut run: impl FnMut(&'a str, &'a [Value]) -> Result<()>,
    ) -> Result<()> {
        let width = width(self.one);
        let texts = self.texts.get_or_init(|| SIZES.map(|size| several(self.one, size)));
        for (text, size) in texts.iter().zip(SIZES).filter(|(_, size)| on_a_server || *size == 1) {
            while let Some((now, later)) =
                values.split_at_checked(size * width).filter(|_| !values.is_empty())
            {
                run(text, now)?;
                values = later;
            }
        }
        Ok(())
    }
}

/// A question, and what stands for its places.
pub(crate) struct Question {
    sql: Cow<'static, str>,
    with: Vec<Value>,
}

impl Question {
    pub(crate) fn of(sql: impl Into<Cow<'static, str>>, with: impl Into<Vec<Value>>) -> Self {
        Self { sql: sql.into(), with: with.into() }
    }
}

impl Conn<'_> {
    /// Calls `read` on every row that answers one of several questions, with the number of its question, from 0, in their
    /// order. A server is asked all at once.
    pub(crate) fn each_of_all(
        &self,
        questions: &[Question],
        mut read: impl FnMut(usize, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => questions.iter().enumerate().try_for_each(|(nth, one)| {
                sqlite::each(sqlite, &one.sql, &one.with, |row| read(nth, &Row(RowOf::Sqlite(row))))
            }),
            Engine::Postgres(session) => {
                let all: Vec<_> =
                    questions.iter().map(|one| (one.sql.as_ref(), one.with.as_slice())).collect();
                let answers = session.query_all(&all)?.into_iter().enumerate();
                answers.into_iter().try_for_each(|(nth, rows)| {
                    rows.iter().try_for_each(|row| read(nth, &Row(RowOf::Postgres(row))))
                })
            }
        }
    }

    /// The first row of the answer to one question asked with each of several sets of values, in their order. A server is
    /// asked all at once.
    pub(crate) fn one_of_each<T, V: AsRef<[Value]>>(
        &self,
        sql: &str,
        sets: &[V],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<Option<T>>> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => sets
                .iter()
                .map(|with| sqlite::one(sqlite, sql, with.as_ref(), |row| read(&Row(RowOf::Sqlite(row)))))
                .collect(),
            Engine::Postgres(session) => {
                let all: Vec<_> = sets.iter().map(|with| (sql, with.as_ref())).collect();
                let first = |rows: Vec<tokio_postgres::Row>| {
                    rows.first().map(|row| read(&Row(RowOf::Postgres(row)))).transpose()
                };
                session.query_all(&all)?.into_iter().map(first).collect()
            }
        }
    }
}

impl Tx<'_> {
    /// Makes several changes, in their order; says how many rows each changed. A server is told all at once.
    fn execute_all(&self, all: &[(&str, &[Value])]) -> Result<Vec<usize>> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => {
                all.iter().map(|(sql, with)| sqlite::execute(sqlite, sql, with)).collect()
            }
            Engine::Postgres(session) => session.execute_all(all),
        }
    }

    /// Makes one change with each of several sets of values, as [`Self::execute_all`] makes several.
    pub(crate) fn execute_each<V: AsRef<[Value]>>(&self, sql: &str, sets: &[V]) -> Result<Vec<usize>> {
        self.execute_all(&sets.iter().map(|with| (sql, with.as_ref())).collect::<Vec<_>>())
    }
}

/// The places of a statement: the greatest of their numbers.
fn width(one: &str) -> usize {
    let numbers = one.split('$').skip(1).filter_map(|after| {
        let end = after.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(after.len());
        after[..end].parse().ok()
    });
    numbers.max().unwrap_or(1)
}

/// The statement for so many rows.
fn several(one: &str, rows: usize) -> String {
    let Some((before, row, after)) = parts(one) else { return one.to_owned() };
    let places = width(one);
    let mut text = before.to_owned();
    for nth in 0..rows {
        text.push_str(if nth > 0 { ", " } else { "" });
        let mut pieces = row.split('$');
        text.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let end = piece.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(piece.len());
            let number: usize = piece[..end].parse().unwrap_or_default();
            // Writing to a text does not fail.
            _ = write!(text, "${}", nth * places + number);
            text.push_str(&piece[end..]);
        }
    }
    text.push_str(after);
    text
}

/// What comes before the brackets with the values, the brackets, and what comes after.
fn parts(one: &str) -> Option<(&str, &str, &str)> {
    let begins = one.find("VALUES (")? + "VALUES ".len();
    let ends = begins + one[begins..].find(')')? + 1;
    Some((&one[..begins], &one[begins..ends], &one[ends..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_for_several_rows_says_for_each_what_the_one_says() {
        let one = "INSERT INTO t (a, b, c, d) VALUES ($1, 'x', $2, $1) ON CONFLICT DO NOTHING";
        let two =
            "INSERT INTO t (a, b, c, d) VALUES ($1, 'x', $2, $1), ($3, 'x', $4, $3) ON CONFLICT DO NOTHING";
        assert_eq!((width(one), several(one, 1), several(one, 2)), (2, one.to_owned(), two.to_owned()));
    }

    #[test]
    fn rows_are_parted_into_the_largest_statements_there_are() {
        static ONE: Insert = Insert::of("INSERT INTO t (a, b) VALUES ($1, $2)");
        let values: Vec<Value> = (0..2 * 43_i64).map(Value::from).collect();
        let (mut sizes, mut seen) = (Vec::new(), Vec::new());
        ONE.each_statement(true, &values, |_, some| {
            sizes.push(some.len() / 2);
            seen.extend_from_slice(some);
            Ok(())
        })
        .unwrap();
        assert_eq!((sizes, &seen), (vec![32, 8, 1, 1, 1], &values));
        ONE.each_statement(true, &[], |_, _| unreachable!()).unwrap();
        let mut statements = 0;
        ONE.each_statement(false, &values, |sql, some| {
            statements += 1;
            assert_eq!((sql, some.len()), (ONE.one, 2));
            Ok(())
        })
        .unwrap();
        assert_eq!(statements, 43);
    }
}
