//! Logs across cases, read from the record itself: breaches (E8) and disclosures (E34).

use amends_core::id::{CaseId, CaseReference};

use crate::{
    db::Conn,
    error::Result,
    ledger::{self, Recorded},
};

/// An entry of a log: of which case, and what was recorded.
#[derive(Debug, Clone)]
pub struct Logged {
    /// Its place in the record: the page after it begins with the next older.
    pub leaf: i64,
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// What was recorded, by whom and when.
    pub recorded: Recorded,
}

/// Submissions that were set apart, the newest first: up to `limit`, older than the place `before` in the record (E8).
pub fn breaches(c: &Conn<'_>, before: Option<i64>, limit: u32) -> Result<Vec<Logged>> {
    of_kind(c, "evidence_quarantined", before, limit)
}

/// Disclosures, the newest first: up to `limit`, older than the place `before` in the record (E34).
pub fn disclosures(c: &Conn<'_>, before: Option<i64>, limit: u32) -> Result<Vec<Logged>> {
    of_kind(c, "disclosed", before, limit)
}

fn of_kind(c: &Conn<'_>, kind: &str, before: Option<i64>, limit: u32) -> Result<Vec<Logged>> {
    let values = [before.unwrap_or(i64::MAX).into(), limit.into()];
    let found: Vec<(CaseId, u32, String, i64)> =
        c.all(&of_kind_sql(kind), &values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let mut logged = Vec::new();
    for (case, seq, reference, leaf) in found {
        let recorded = ledger::history(c, case, seq.checked_add(1), 1)?;
        logged.extend(recorded.into_iter().map(|recorded| Logged {
            leaf,
            case,
            reference: CaseReference(reference.clone()),
            recorded,
        }));
    }
    Ok(logged)
}

/// What the logs ask. The kind stands in the text of the query: each of the two has an index of its own.
pub(super) fn of_kind_sql(kind: &str) -> String {
    format!(
        "SELECT l.case_id, l.seq, r.reference, l.leaf FROM ledger l JOIN case_row r ON r.case_id = l.case_id
         WHERE l.kind = '{kind}' AND l.leaf < $1 ORDER BY l.leaf DESC LIMIT $2"
    )
}
