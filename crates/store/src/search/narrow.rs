//! Lists of cases narrowed by words: how the rows are found, by how many cases hold the words.
//!
//! Where few do, those are gathered, and the list is made of them. Where many do, the list is gone along in its own order, and
//! each row is asked whether its case holds the words: a page is soon full. Either way every row is found. What is counted is
//! exact where few hold the words, else counted over the newest of them: there are so many or more.

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
}

impl Narrow {
    /// What was typed, and how many cases hold it; nothing where there is no word in it.
    pub(crate) fn of(c: &Conn<'_>, typed: Option<&str>) -> Result<Option<Self>> {
        let Some(few) = Self::with(typed, Reach::Few) else { return Ok(None) };
        let (sql, values) = few.how_many_sql(c);
        let found = c.one(&sql, &values, |row| row.get::<u64>(0))?.unwrap_or(0);
        let is_few = usize::try_from(found).is_ok_and(|found| found < FEW);
        Ok(Some(if is_few { few } else { Self { reach: Reach::Many, ..few } }))
    }

    /// What was typed, where it is known how many cases hold it.
    pub(crate) fn with(typed: Option<&str>, reach: Reach) -> Option<Self> {
        Some(Self { wanted: Wanted::beginnings(typed?)?, reach })
    }

    /// How many cases hold the words, counted no further than few.
    pub(crate) fn how_many_sql(&self, c: &Conn<'_>) -> (String, Vec<Value>) {
        let (from, matches) = (fulltext::from(c), fulltext::matches(c, "$1"));
        let sql = format!("SELECT COUNT(*) FROM (SELECT 1 FROM {from} WHERE {matches} LIMIT {FEW}) page");
        (sql, vec![self.asked(c)])
    }

    fn asked(&self, c: &Conn<'_>) -> Value {
        fulltext::asked(c, &self.wanted.clone().of(Kind::Case).terms, Pairs::Aside)
    }

    /// The condition under which the case in a column holds the words, for the rows of a list.
    pub(crate) fn holds(&self, c: &Conn<'_>, column: &str, name: &mut dyn FnMut(Value) -> String) -> String {
        if self.reach == Reach::Few {
            return self.is_among(c, column, "", name);
        }
        let holds = fulltext::row_holds(c, &self.wanted.terms, name);
        let kind = Kind::Case.code();
        format!(
            "EXISTS (SELECT 1 FROM search_doc d WHERE d.case_id = {column} AND d.kind = '{kind}' AND {holds})"
        )
    }

    /// The condition under which a row is counted: of many cases the newest alone.
    pub(crate) fn counts(&self, c: &Conn<'_>, column: &str, name: &mut dyn FnMut(Value) -> String) -> String {
        let newest = format!(" ORDER BY {} DESC LIMIT {FEW}", fulltext::number(c));
        self.is_among(c, column, if self.reach == Reach::Few { "" } else { &newest }, name)
    }

    fn is_among(
        &self,
        c: &Conn<'_>,
        column: &str,
        newest: &str,
        name: &mut dyn FnMut(Value) -> String,
    ) -> String {
        let name = name(self.asked(c));
        let (from, matches) = (fulltext::from(c), fulltext::matches(c, &name));
        format!("{column} IN (SELECT d.case_id FROM {from} WHERE {matches}{newest})")
    }
}
