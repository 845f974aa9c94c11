//! Figures on how bodies did: told on time, told late, not done.

use amends_core::{id::BodyId, recommendation::State};
use jiff::civil::Date;

use super::family::with_predecessors;
use crate::{
    db::{Conn, Row},
    error::Result,
    value::Value,
};

/// How one body did with the recommendations that ended in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyCompliance {
    /// Which body the recommendations were made to; those merged into others stand for themselves, and what another
    /// carries out now counts here still (E13).
    pub body: BodyId,
    /// Met, told in time.
    pub on_time: u64,
    /// Met, told late.
    pub late: u64,
    /// Not met or refused.
    pub not_done: u64,
    /// Treated as met for a good reason (R36).
    pub treated_as_met: u64,
    /// Ceased or superseded by the office: the body is not answerable for these.
    pub no_longer_pursued: u64,
}

fn count(states: &[State]) -> String {
    let codes = states.iter().map(|state| format!("'{}'", state.code())).collect::<Vec<_>>().join(", ");
    format!("SUM(CASE WHEN state IN ({codes}) THEN 1 ELSE 0 END)")
}

/// How each body did with the recommendations that ended from the first to the last day, both included.
pub fn compliance_by_body(c: &Conn<'_>, from: Date, to: Date) -> Result<Vec<BodyCompliance>> {
    let (sql, values) = compliance_sql(from, to);
    c.all(&sql, &values, read)
}

/// What [`compliance_by_body`] asks: along the index of what ended, from the first day to the last.
pub(super) fn compliance_sql(from: Date, to: Date) -> (String, Vec<Value>) {
    let sql = format!(
        "SELECT COALESCE(taken_over_from, body_id) AS made_to, {}, {}, {}, {}, {} FROM recommendation_row
         WHERE ended_on >= $1 AND ended_on <= $2 AND state <> '{}' GROUP BY made_to ORDER BY made_to",
        count(&[State::MetOnTime]),
        count(&[State::MetLate]),
        count(&[State::NotMet, State::Refused]),
        count(&[State::TreatedAsMet]),
        count(&[State::Ceased, State::Superseded]),
        State::Withdrawn.code(),
    );
    (sql, vec![from.into(), to.into()])
}

/// How one body did, and beneath it each body in whose place it stands: every figure stays with the body the
/// recommendations were made to, and shows under its successor (E13). The body itself comes first.
pub fn compliance_with_predecessors(
    c: &Conn<'_>,
    body: BodyId,
    from: Date,
    to: Date,
) -> Result<Vec<BodyCompliance>> {
    let family = with_predecessors(c, body)?;
    let mut all: Vec<_> =
        compliance_by_body(c, from, to)?.into_iter().filter(|one| family.contains(&one.body)).collect();
    all.sort_by_key(|one| (one.body != body, one.body));
    Ok(all)
}

fn read(row: &Row<'_>) -> Result<BodyCompliance> {
    Ok(BodyCompliance {
        body: row.get(0)?,
        on_time: row.get(1)?,
        late: row.get(2)?,
        not_done: row.get(3)?,
        treated_as_met: row.get(4)?,
        no_longer_pursued: row.get(5)?,
    })
}
