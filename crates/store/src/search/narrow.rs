//! Lists of cases narrowed by words: how the rows are found, by how many cases hold the words.
//!
//! The index of words is asked once, for the newest cases that hold the words; what is asked of the list afterwards is told
//! those cases. Where they are few they are all, and the list is made of them. Where there are many the list is gone along in
//! its own order, and each row is asked whether its case holds the words: a page is soon full. Either way every row is found.
//! What is counted is exact where few hold the words, else counted over the newest of them: there are so many or more.

use amends_core::id::CaseId;

use super::{Kind, Wanted};
use crate::{
    db::{Conn, fulltext, fulltext::Pairs},
    error::Result,
    value::Value,
};

/// Fewer cases than this are few.
const FEW: usize = 2_000;

/// How many cases hold the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Few; they are gathered.
    Few,
    /// Many; each row is asked.
    Many,
}

/// What a list is narrowed by: words typed, each of three letters or more as the beginning of one.
#[derive(Debug, Clone)]
pub(crate) struct Narrow {
    wanted: Wanted,
    pub(crate) reach: Reach,
    /// The newest cases that hold the words: all of them, where they are few. None where they were not looked up: then the
    /// list itself asks the index.
    newest: Option<Vec<CaseId>>,
}

impl Narrow {
    /// What was typed, and how many cases hold it; nothing where there is no word in it.
    pub(crate) fn of(c: &Conn<'_>, typed: Option<&str>) -> Result<Option<Self>> {
        let Some(few) = Self::every(typed) else { return Ok(None) };
        let (sql, values) = few.newest_sql(c);
        let newest: Vec<CaseId> = c.all(&sql, &values, |row| row.get(0))?;
        let reach = if newest.len() < FEW { Reach::Few } else { Reach::Many };
        Ok(Some(Self { reach, newest: Some(newest), ..few }))
    }

    /// What was typed, for what asks the index itself for every case that holds it, however many do.
    pub(crate) fn every(typed: Option<&str>) -> Option<Self> {
        Some(Self { wanted: Wanted::beginnings(typed?)?, reach: Reach::Few, newest: None })
    }

    /// The same words, as if so many cases held them.
    pub(crate) fn reaching(self, reach: Reach) -> Self {
        Self { reach, ..self }
    }

    /// The newest cases that hold the words, no more than few.
    pub(crate) fn newest_sql(&self, c: &Conn<'_>) -> (String, Vec<Value>) {
        let (from, matches, number) = (fulltext::from(c), fulltext::matches(c, "$1"), fulltext::number(c));
        let sql = format!("SELECT d.case_id FROM {from} WHERE {matches} ORDER BY {number} DESC LIMIT {FEW}");
        (sql, vec![self.asked(c)])
    }

    fn asked(&self, c: &Conn<'_>) -> Value {
        fulltext::asked(c, &self.wanted.clone().of(Kind::Case).terms, Pairs::Aside)
    }

    /// The condition under which the case in a column holds the words, for the rows of a list.
    pub(crate) fn holds(&self, c: &Conn<'_>, column: &str, name: &mut dyn FnMut(Value) -> String) -> String {
        if self.reach == Reach::Few {
            return self.counts(c, column, name);
        }
        let holds = fulltext::row_holds(c, &self.wanted.terms, name);
        let kind = Kind::Case.code();
        format!(
            "EXISTS (SELECT 1 FROM search_doc d WHERE d.case_id = {column} AND d.kind = '{kind}' AND {holds})"
        )
    }

    /// The condition under which a row is counted: of many cases the newest alone.
    pub(crate) fn counts(&self, c: &Conn<'_>, column: &str, name: &mut dyn FnMut(Value) -> String) -> String {
        if let Some(newest) = &self.newest {
            return fulltext::is_one_of(c, column, newest, name);
        }
        let name = name(self.asked(c));
        let (from, matches) = (fulltext::from(c), fulltext::matches(c, &name));
        format!("{column} IN (SELECT d.case_id FROM {from} WHERE {matches})")
    }
}
