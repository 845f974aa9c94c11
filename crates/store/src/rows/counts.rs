//! How many recommendations there are of each sort, kept with every commit, so that counting never reads the rows.
//!
//! That something is overdue is not stored, for it depends on the day. So what is counted is kept by its date: one number
//! for each handler, each body and the whole office, by state, by what it asks of somebody and by when the office is to be
//! told. Counting on a day adds up a few hundred numbers, however many recommendations there are.

use std::collections::BTreeMap;

use amends_core::{
    id::{BodyId, StaffId},
    index::RecommendationRow,
    recommendation::State,
};

use crate::{
    db::{Conn, Db, Insert, Tx},
    error::Result,
    value::Value,
};

/// What a recommendation asks of somebody, as a sum of the four below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Work(u8);

impl Work {
    /// Evidence waits to be looked at.
    pub(crate) const EVIDENCE: Self = Self(1);
    /// A request for a later date waits to be decided.
    pub(crate) const EXTENSION: Self = Self(2);
    /// A letter came back, and the recommendation has not ended.
    pub(crate) const DELIVERY: Self = Self(4);
    /// The office waits for the body, and there is a date.
    pub(crate) const AWAITS: Self = Self(8);

    /// What a recommendation asks.
    pub(crate) fn of(row: &RecommendationRow) -> Self {
        let parts = [
            (matches!(row.state, State::EvidenceReceived | State::UnderReview), Self::EVIDENCE),
            (row.extension_open, Self::EXTENSION),
            (row.undelivered && row.ended_on.is_none(), Self::DELIVERY),
            (row.awaits_body && row.evidence_due_on.is_some(), Self::AWAITS),
        ];
        Self(parts.into_iter().filter(|(is_so, _)| *is_so).map(|(_, part)| part.0).sum())
    }

    /// As the column has it.
    pub(crate) fn sum(self) -> u8 {
        self.0
    }

    /// 0 where nothing is asked, 1 where the office only waits for the body, 2 where somebody is to do something.
    pub(crate) fn attention(self) -> u8 {
        match self {
            Self(0) => 0,
            Self::AWAITS => 1,
            Self(_) => 2,
        }
    }

    /// Every sum with this part in it, as the list of an `IN`.
    pub(crate) fn with(part: Self) -> String {
        let sums = (1..16_u8).filter(|sum| sum & part.0 != 0).map(|sum| sum.to_string());
        sums.collect::<Vec<_>>().join(", ")
    }
}

/// Whose recommendations are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Everybody's.
    Office,
    /// Those of a handler's cases.
    Handler(StaffId),
    /// Those to a body.
    Body(BodyId),
}

impl Whose {
    /// The two columns that say so.
    pub(crate) fn key(self) -> (&'static str, Value) {
        match self {
            Self::Office => ("office", Value::Bytes(Vec::new())),
            Self::Handler(staff) => ("handler", staff.into()),
            Self::Body(body) => ("body", body.into()),
        }
    }
}

/// A recommendation, as far as it is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Counted {
    /// Of the case.
    pub(crate) handler: Option<Vec<u8>>,
    /// To which body.
    pub(crate) body: Vec<u8>,
    /// State, what is asked, and the date where that matters.
    pub(crate) sort: Sort,
}

/// State, what is asked, and the date where that matters.
type Sort = (String, i64, String);

/// Where a number stands: whose, their id, and the sort of recommendation.
type Place = (&'static str, Vec<u8>, Sort);

/// By how much numbers change in one transaction.
#[derive(Debug, Default)]
pub(crate) struct Shift(BTreeMap<Place, i64>);

impl Shift {
    /// One that was counted is no more as it was.
    pub(crate) fn less(&mut self, one: Counted) {
        self.by(one, -1);
    }

    /// One is now counted so.
    pub(crate) fn more(&mut self, one: Counted) {
        self.by(one, 1);
    }

    fn by(&mut self, one: Counted, change: i64) {
        let whose = [("office", Some(Vec::new())), ("handler", one.handler), ("body", Some(one.body))];
        for (whose, id) in whose {
            if let Some(id) = id {
                *self.0.entry((whose, id, one.sort.clone())).or_default() += change;
            }
        }
    }

    /// Takes what was counted before out of the numbers, and puts what is there now in. A number that came to nothing
    /// goes.
    pub(crate) fn settle(self, tx: &Tx<'_>) -> Result<()> {
        let mut changes = self.0;
        changes.retain(|_, change| *change != 0);
        let values =
            changes.iter().flat_map(|(place, change)| key(place).into_iter().chain([(*change).into()]));
        ADD.put(tx, &values.collect::<Vec<_>>())?;
        let sql = "DELETE FROM work_count
          WHERE whose = $1 AND id = $2 AND state = $3 AND work = $4 AND due_on = $5 AND n = 0";
        changes.iter().filter(|(_, change)| **change < 0).try_for_each(|(place, _)| tx.put(sql, &key(place)))
    }
}

fn key((whose, id, (state, work, due_on)): &Place) -> [Value; 5] {
    [(*whose).into(), Value::Bytes(id.clone()), state.into(), (*work).into(), due_on.into()]
}

static ADD: Insert = Insert::of(
    "INSERT INTO work_count (whose, id, state, work, due_on, n) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (whose, id, state, work, due_on) DO UPDATE SET n = work_count.n + excluded.n",
);

/// Whether the numbers are what counting the rows anew gives.
pub(crate) fn are_right(c: &Conn<'_>) -> Result<bool> {
    let sql = "SELECT whose, id, state, work, due_on, n FROM work_count";
    let mut fresh = fresh(c)?;
    let mut right = true;
    c.each(sql, &[], |row| -> Result<()> {
        let whose: String = row.get(0)?;
        let sort = (row.get(2)?, row.get(3)?, row.get(4)?);
        let known = ["office", "handler", "body"].into_iter().find(|known| *known == whose);
        let counted = known.and_then(|known| Some(fresh.remove(&(known, row.get(1).ok()?, sort))));
        right &= counted == Some(Some(row.get(5)?));
        Ok(())
    })?;
    Ok(right && fresh.is_empty())
}

/// Counts everything anew, in one transaction.
pub(crate) fn anew(db: &Db) -> Result<()> {
    db.write(|tx| {
        tx.execute("DELETE FROM work_count", &[])?;
        Shift(fresh(tx)?).settle(tx)
    })
}

/// Every number, counted from the rows.
fn fresh(c: &Conn<'_>) -> Result<BTreeMap<Place, i64>> {
    let sql =
        "SELECT handler, body_id, state, work, CASE WHEN work >= 8 THEN evidence_due_on ELSE '' END AS due,
      COUNT(*) FROM recommendation_row GROUP BY handler, body_id, state, work, due";
    let mut counts: BTreeMap<Place, i64> = BTreeMap::new();
    c.each(sql, &[], |row| -> Result<()> {
        let due = row.get::<Option<String>>(4)?.unwrap_or_default();
        let sort: Sort = (row.get(2)?, row.get(3)?, due);
        let count: i64 = row.get(5)?;
        let whose = [("office", Some(Vec::new())), ("handler", row.get(0)?), ("body", Some(row.get(1)?))];
        for (whose, id) in whose {
            if let Some(id) = id {
                *counts.entry((whose, id, sort.clone())).or_default() += count;
            }
        }
        Ok(())
    })?;
    Ok(counts)
}
