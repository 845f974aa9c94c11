//! The rows that lists are made of, compared with a fresh fold of the events, and made anew where they differ.

use amends_core::{event::Event, id::CaseId, index::Rows};
use uuid::Uuid;

use crate::{
    db::{Conn, Db},
    error::{Result, StoreError},
    rows,
};

/// Whether to say what differs, or to put it right as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RebuildMode {
    /// Say what differs; change nothing.
    Check,
    /// Put the fresh rows in place of those that differ.
    Rewrite,
}

/// A case whose rows are not what its events make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The rows say something else.
    Differs(CaseId),
    /// There are no rows.
    Missing(CaseId),
    /// There are rows, and the ledger knows no such case.
    Unknown(CaseId),
    /// The events could not be read or folded; rows were left as they are.
    Unfoldable {
        /// Which case.
        case: CaseId,
        /// Why.
        why: String,
    },
}

/// What a rebuild found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RebuildReport {
    /// Cases looked at.
    pub cases: u64,
    /// Those that differ.
    pub differences: Vec<Difference>,
}

/// Cases read at a time.
const PAGE: u32 = 200;

/// Folds every case anew, one after the other, and compares. `fold` gets the events of a case with their texts.
pub fn rebuild(
    db: &Db,
    mode: RebuildMode,
    fold: &dyn Fn(&[Event]) -> Result<Rows, String>,
) -> Result<RebuildReport> {
    let mut report = RebuildReport::default();
    let mut after = CaseId(Uuid::nil());
    loop {
        let cases = db.read(|c| known(c, after))?;
        let Some(last) = cases.last() else { break };
        after = *last;
        for case in cases {
            report.cases += 1;
            let (fresh, kept, seq) = db.read(|c| compare(c, case, fold))?;
            let fresh = match fresh {
                Ok(fresh) if kept.as_ref() == Some(&fresh) => continue,
                Ok(fresh) => fresh,
                Err(why) => {
                    report.differences.push(Difference::Unfoldable { case, why });
                    continue;
                }
            };
            let difference =
                if kept.is_some() { Difference::Differs(case) } else { Difference::Missing(case) };
            report.differences.push(difference);
            if mode == RebuildMode::Rewrite {
                rewrite(db, case, seq, fresh)?;
            }
        }
    }
    strangers(db, mode, &mut report)?;
    Ok(report)
}

/// Cases the ledger knows, in the order of their ids.
fn known(c: &Conn<'_>, after: CaseId) -> Result<Vec<CaseId>> {
    let sql = "SELECT DISTINCT case_id FROM ledger WHERE case_id > $1 ORDER BY case_id LIMIT $2";
    c.all(sql, &[after.into(), PAGE.into()], |row| row.get(0))
}

type Compared = (Result<Rows, String>, Option<Rows>, u32);

fn compare(c: &Conn<'_>, case: CaseId, fold: &dyn Fn(&[Event]) -> Result<Rows, String>) -> Result<Compared> {
    let (seq, _) = super::head(c, case)?;
    let fresh = match super::load(c, case) {
        Ok(recorded) => fold(&recorded.into_iter().map(|one| one.event).collect::<Vec<_>>()),
        Err(StoreError::Damaged { what }) => Err(what),
        Err(other) => return Err(other),
    };
    let kept = match rows::of_case(c, case) {
        Ok(kept) => kept,
        // Rows that do not read differ from any that do.
        Err(StoreError::Damaged { .. }) => None,
        Err(other) => return Err(other),
    };
    Ok((fresh, kept, seq))
}

/// Puts the fresh rows in place, unless the case went on meanwhile: then its own commit has written them.
fn rewrite(db: &Db, case: CaseId, seq: u32, fresh: Rows) -> Result<()> {
    db.write(move |tx| {
        let (now, _) = super::head(tx, case)?;
        if now == seq { rows::replace(tx, &fresh) } else { Ok(()) }
    })
}

/// Rows of cases the ledger does not know.
fn strangers(db: &Db, mode: RebuildMode, report: &mut RebuildReport) -> Result<()> {
    let sql = "SELECT c.case_id FROM case_row c
      WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.case_id = c.case_id) ORDER BY c.case_id";
    let found: Vec<CaseId> = db.read(|c| c.all(sql, &[], |row| row.get(0)))?;
    if mode == RebuildMode::Rewrite && !found.is_empty() {
        let gone = found.clone();
        db.write(move |tx| gone.iter().try_for_each(|case| rows::remove(tx, *case)))?;
    }
    report.differences.extend(found.into_iter().map(Difference::Unknown));
    Ok(())
}
