//! Conditions of a query, gathered one by one with their values.

use crate::value::Value;

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

    /// The conditions as SQL, and the values.
    pub(super) fn done(self) -> (String, Vec<Value>) {
        if self.conditions.is_empty() {
            return ("TRUE".to_owned(), self.values);
        }
        (self.conditions.join(" AND "), self.values)
    }
}

/// Narrows a column to a body and those merged into it, where one is asked for; answers what the query begins with.
pub(super) fn family(clause: &mut Clause, column: &str, body: Option<amends_core::id::BodyId>) -> String {
    let Some(body) = body else { return String::new() };
    let name = clause.value(body);
    clause.and(format!("{column} IN (SELECT id FROM family)"));
    format!(
        "WITH RECURSIVE family (id) AS (
           SELECT id FROM body WHERE id = {name}
           UNION SELECT b.id FROM body b JOIN family f ON b.merged_into = f.id)"
    )
}
