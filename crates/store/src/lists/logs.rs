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
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// What was recorded, by whom and when.
    pub recorded: Recorded,
}

/// Every submission that was set apart, the newest first, up to `limit` (E8).
pub fn breaches(c: &Conn<'_>, limit: u32) -> Result<Vec<Logged>> {
    of_kind(c, "evidence_quarantined", limit)
}

/// Every disclosure, the newest first, up to `limit` (E34).
pub fn disclosures(c: &Conn<'_>, limit: u32) -> Result<Vec<Logged>> {
    of_kind(c, "disclosed", limit)
}

/// The kinds stand in the text of the query: the index holds these two and no others.
fn of_kind(c: &Conn<'_>, kind: &'static str, limit: u32) -> Result<Vec<Logged>> {
    let sql = format!(
        "SELECT l.case_id, l.seq, r.reference FROM ledger l JOIN case_row r ON r.case_id = l.case_id
         WHERE l.kind = '{kind}' ORDER BY l.leaf DESC LIMIT $1"
    );
    let found: Vec<(CaseId, u32, String)> =
        c.all(&sql, &[limit.into()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut logged = Vec::new();
    for (case, seq, reference) in found {
        let recorded = ledger::history(c, case, seq.checked_add(1), 1)?;
        logged.extend(recorded.into_iter().map(|recorded| Logged {
            case,
            reference: CaseReference(reference.clone()),
            recorded,
        }));
    }
    Ok(logged)
}
