//! Conditions of a query, gathered one by one with their values.

use amends_core::id::BodyId;
use uuid::Uuid;

use crate::{db::Conn, error::Result, search::Narrow, value::Value};

/// Conditions that must all hold, and the values they name as `$1`, `$2` …
#[derive(Debug, Default)]
pub(super) struct Clause {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Clause {
    /// Takes a value in, and says the name conditions have for it.
    pub(super) fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// Adds a condition.
    pub(super) fn and(&mut self, condition: impl Into<String>) {
        self.conditions.push(condition.into());
    }

    /// Adds the condition that a column has this value, where one is asked for.
    pub(super) fn and_is(&mut self, column: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            let name = self.value(value);
            self.and(format!("{column} = {name}"));
        }
    }

    /// Adds the condition that the case in a column holds the words a list is narrowed by, where there are any.
    pub(super) fn and_holds(&mut self, c: &Conn<'_>, column: &str, words: Option<&Narrow>) {
        if let Some(words) = words {
            let condition = words.holds(c, column, &mut |value| self.value(value));
            self.and(condition);
        }
    }

    /// Adds the condition that a column has one of these bodies; nothing has, where there are none.
    pub(super) fn and_one_of(&mut self, column: &str, bodies: &[BodyId]) {
        let names: Vec<String> = bodies.iter().map(|body| self.value(*body)).collect();
        match names.as_slice() {
            [] => self.and("FALSE"),
            [one] => self.and(format!("{column} = {one}")),
            many => self.and(format!("{column} IN ({})", many.join(", "))),
        }
    }

    /// The conditions as SQL, and the values.
    pub(super) fn done(self) -> (String, Vec<Value>) {
        if self.conditions.is_empty() {
            return ("TRUE".to_owned(), self.values);
        }
        (self.conditions.join(" AND "), self.values)
    }
}

/// A body and those merged into it.
pub(super) fn family(c: &Conn<'_>, body: BodyId) -> Result<Vec<BodyId>> {
    let sql = "WITH RECURSIVE family (id) AS (
        SELECT id FROM body WHERE id = $1
        UNION SELECT b.id FROM body b JOIN family f ON b.merged_into = f.id)
      SELECT id FROM family";
    c.all(sql, &[body.into()], |row| row.get(0))
}

/// The last id there can be: where a list that begins with the greatest begins.
pub(super) const LAST_ID: Uuid = Uuid::max();
