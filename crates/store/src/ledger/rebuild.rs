//! The rows that lists are made of, compared with a fresh fold of the events, and made anew where they differ.
//!
//! Cases are taken some hundreds at a time in the order of their ids: their events, texts and rows each come in one read of
//! that stretch of their table. What differs is put right in one transaction for each such run, so a rebuild that is broken
//! off has done no harm, and the next finds the rest.

use std::collections::HashMap;

use amends_core::{
    event::Event,
    id::{CaseId, ParticularId},
    index::Rows,
    ledger::open,
};
use uuid::Uuid;

use crate::{
    db::{Conn, Db},
    error::Result,
    particulars, post,
    rows::{self, range::Kept},
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
    /// Events folded.
    pub events: u64,
    /// Those that differ.
    pub differences: Vec<Difference>,
}

/// Cases read at a time.
const PAGE: u32 = 200;

/// A case as its events make it.
struct History {
    case: CaseId,
    /// The number of its last entry.
    seq: u32,
    /// Its events with their texts, or why they do not read.
    events: Result<Vec<Event>, String>,
}

/// Folds every case anew, one after the other, and compares. `fold` gets the events of a case with their texts.
pub fn rebuild(
    db: &Db,
    mode: RebuildMode,
    fold: &dyn Fn(&[Event]) -> Result<Rows, String>,
) -> Result<RebuildReport> {
    let mut report = RebuildReport::default();
    let mut after = CaseId(Uuid::nil());
    loop {
        let (histories, kept) = db.read(|c| page(c, after))?;
        let Some(last) = histories.last() else { break };
        after = last.case;
        let wrong = compare(histories, &kept, fold, &mut report);
        if mode == RebuildMode::Rewrite && !wrong.is_empty() {
            rewrite(db, wrong)?;
        }
    }
    strangers(db, mode, &mut report)?;
    Ok(report)
}

/// The next cases in the order of their ids, with the rows they have.
fn page(c: &Conn<'_>, after: CaseId) -> Result<(Vec<History>, Kept)> {
    let sql = "SELECT DISTINCT case_id FROM ledger WHERE case_id > $1 ORDER BY case_id LIMIT $2";
    let cases: Vec<CaseId> = c.all(sql, &[after.into(), PAGE.into()], |row| row.get(0))?;
    let Some(last) = cases.last().copied() else { return Ok((Vec::new(), Kept::new())) };
    let texts = particulars::between(c, after, last)?;
    Ok((histories(c, after, last, &texts)?, rows::range::between(c, after, last)?))
}

fn histories(
    c: &Conn<'_>,
    after: CaseId,
    last: CaseId,
    texts: &HashMap<ParticularId, String>,
) -> Result<Vec<History>> {
    let text = |id: ParticularId| texts.get(&id).cloned();
    let mut all: Vec<History> = Vec::new();
    let sql = "SELECT case_id, seq, body FROM ledger WHERE case_id > $1 AND case_id <= $2
      ORDER BY case_id, seq";
    c.each(sql, &[after.into(), last.into()], |row| -> Result<()> {
        let (case, seq) = (row.get(0)?, row.get(1)?);
        if all.last().is_none_or(|history| history.case != case) {
            all.push(History { case, seq, events: Ok(Vec::new()) });
        }
        if let Some(history) = all.last_mut() {
            history.seq = seq;
            if let Ok(events) = &mut history.events {
                match row.get::<String>(2).map(|body| open(&body, &text)) {
                    Ok(Ok(event)) => events.push(event),
                    Ok(Err(error)) => history.events = Err(error.to_string()),
                    Err(error) => history.events = Err(error.to_string()),
                }
            }
        }
        Ok(())
    })?;
    Ok(all)
}

/// Folds and compares; gives the fresh rows of those cases that differ.
fn compare(
    histories: Vec<History>,
    kept: &Kept,
    fold: &dyn Fn(&[Event]) -> Result<Rows, String>,
    report: &mut RebuildReport,
) -> Vec<(CaseId, u32, Rows)> {
    let mut wrong = Vec::new();
    for History { case, seq, events } in histories {
        report.cases += 1;
        report.events += u64::from(seq);
        let fresh = match events.and_then(|events| fold(&events)) {
            Ok(fresh) => fresh,
            Err(why) => {
                report.differences.push(Difference::Unfoldable { case, why });
                continue;
            }
        };
        // Rows that do not read differ from any that do.
        let difference = match kept.get(&case) {
            Some(Some(kept)) if *kept == fresh => continue,
            Some(Some(_)) => Difference::Differs(case),
            Some(None) | None => Difference::Missing(case),
        };
        report.differences.push(difference);
        wrong.push((case, seq, fresh));
    }
    wrong
}

/// Puts fresh rows in place, unless a case went on meanwhile: then its own commit has written them.
fn rewrite(db: &Db, wrong: Vec<(CaseId, u32, Rows)>) -> Result<()> {
    db.write(move |tx| {
        wrong.iter().try_for_each(|(case, seq, fresh)| {
            let (now, _) = super::head(tx, *case)?;
            if now == *seq { rows::replace(tx, fresh) } else { Ok(()) }
        })
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

/// Compares the numbers that lists show with a fresh count of their rows, and counts anew where they differ and `mode`
/// says so. Returns whether they were right.
pub fn recount(db: &Db, mode: RebuildMode) -> Result<bool> {
    let mend = mode == RebuildMode::Rewrite;
    let right = db.read(rows::counts::are_right)?;
    if !right && mend {
        rows::counts::anew(db)?;
    }
    let mail = match mode {
        RebuildMode::Check => db.read(post::mail_counts_are_right)?,
        RebuildMode::Rewrite => db.write(post::recount_mail)?,
    };
    Ok(right && mail)
}
