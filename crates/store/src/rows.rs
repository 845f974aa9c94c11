//! The rows that lists are made of: written with every commit, compared with a fresh fold by the rebuild.

use amends_core::{
    id::{BodyId, CaseId},
    index::{CaseRow, RecommendationRow, Rows},
};

pub(crate) mod counts;
pub(crate) mod handling;
pub(crate) mod range;
mod table;
mod written;

pub(crate) use written::{Written, remove, write};

use crate::{
    db::{Conn, Row, Tx},
    error::Result,
    keeping,
    value::{Json, Value, Word, json},
};

/// Where a recommendation without a date stands in the order of dates.
pub(crate) const NO_DATE: &str = "9999-12-31";

/// A word of the record, as a column.
pub(crate) fn word(value: &impl serde::Serialize) -> Result<Value> {
    Ok(match json(value)? {
        Value::Text(mut text) => {
            // Without its quotation marks, and without another copy.
            if text.ends_with('"') {
                text.pop();
            }
            if text.starts_with('"') {
                text.remove(0);
            }
            Value::Text(text)
        }
        other => other,
    })
}

/// Puts these rows in place of all the case had. Only what differs is written.
pub(crate) fn replace(tx: &Tx<'_>, rows: &Rows) -> Result<()> {
    written::write(tx, &[&Written::of(rows)?])
}

/// The columns [`read_recommendation`] reads, in its order.
pub(crate) const RECOMMENDATION: &str = "r.case_id, r.number, r.body_id, r.kind, r.scope, r.state, r.awaits_body,
  r.evidence_due_on, r.original_due_on, r.extension_open, r.extended, r.last_evidence_on, r.days_late, r.ended_on,
  r.last_chase_step, r.undelivered, r.themes, r.taken_over_from";

/// How many columns [`RECOMMENDATION`] has.
pub(crate) const RECOMMENDATION_COLUMNS: usize = 18;

pub(crate) fn read_recommendation(row: &Row<'_>) -> Result<RecommendationRow> {
    let (Word(kind), Word(scope), Word(state)) = (row.get(3)?, row.get(4)?, row.get(5)?);
    Ok(RecommendationRow {
        case: row.get(0)?,
        number: row.get(1)?,
        body: row.get(2)?,
        kind,
        scope,
        state,
        awaits_body: row.get(6)?,
        evidence_due_on: row.get(7)?,
        original_due_on: row.get(8)?,
        extension_open: row.get(9)?,
        extended: row.get(10)?,
        last_evidence_on: row.get(11)?,
        days_late: row.get(12)?,
        ended_on: row.get(13)?,
        last_chase_step: row.get(14)?,
        undelivered: row.get(15)?,
        themes: row.get::<Json<Vec<String>>>(16)?.0,
        taken_over_from: row.get(17)?,
    })
}

/// The columns [`read_case`] reads, in its order.
pub(crate) const CASE: &str = "c.case_id, c.reference, c.profile, c.route, c.stage, c.compliance, c.handler,
  c.received_on, c.decided_on, c.closed_on, c.look_again_on";

/// How many columns [`CASE`] has.
pub(crate) const CASE_COLUMNS: usize = 11;

/// A case's own row, with no bodies yet.
pub(crate) fn read_case(row: &Row<'_>) -> Result<CaseRow> {
    let (Word(route), Word(stage), Word(compliance)) = (row.get(3)?, row.get(4)?, row.get(5)?);
    Ok(CaseRow {
        case: row.get(0)?,
        reference: amends_core::id::CaseReference(row.get(1)?),
        profile: row.get(2)?,
        route,
        stage,
        compliance,
        handler: row.get(6)?,
        bodies: Vec::new(),
        received_on: row.get(7)?,
        decided_on: row.get(8)?,
        closed_on: row.get(9)?,
        look_again_on: row.get(10)?,
    })
}

/// The bodies of a case, in their order.
pub(crate) fn bodies(c: &Conn<'_>, case: CaseId) -> Result<Vec<BodyId>> {
    let sql = "SELECT body_id FROM case_body WHERE case_id = $1 ORDER BY place";
    c.all(sql, &[case.into()], |row| row.get(0))
}

/// All rows of a case, as they stand.
pub fn of_case(c: &Conn<'_>, case: CaseId) -> Result<Option<Rows>> {
    let sql = format!("SELECT {CASE} FROM case_row c WHERE c.case_id = $1");
    let Some(mut row) = c.one(&sql, &[case.into()], read_case)? else { return Ok(None) };
    row.bodies = bodies(c, case)?;
    let sql =
        format!("SELECT {RECOMMENDATION} FROM recommendation_row r WHERE r.case_id = $1 ORDER BY r.number");
    let recommendations = c.all(&sql, &[case.into()], read_recommendation)?;
    let handling = handling::of_case(c, case)?;
    let keeping = keeping::of_case(c, case)?;
    Ok(Some(Rows { case: row, recommendations, handling, keeping }))
}
