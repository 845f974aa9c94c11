//! An office's database copied from one place to another, whatever the engines: every row in pages, each page with a
//! note of how far it came, so that a copy that broke off goes on; everything compared and audited before the copy may be
//! opened. What is searched is not copied: the machinery of the office reads it anew.
//!
//! The source must be at rest. Until the last look the target holds a table, `copy_note`, that keeps an office from
//! opening on half of its record.

mod compare;
mod notes;
mod pages;
mod plan;

use std::ops::ControlFlow;

use amends_core::text::Digest;
use jiff::Timestamp;

use crate::{
    db::{Conn, Line, Options, Order, Place, Tx, Use},
    door::Door,
    error::{Result, StoreError},
    ledger, migrate, nodes, search,
};

pub use compare::Compared;
pub(crate) use notes::refuse_half;

/// What is to be copied, and how.
pub struct Job<'a> {
    /// From where. No office may be running on it.
    pub from: &'a Place,
    /// To where: an empty database, or a copy of the same source that broke off.
    pub to: &'a Place,
    /// How both are opened.
    pub options: &'a Options,
    /// When this is, for the note of what was done to the tables.
    pub now: Timestamp,
    /// How many rows are copied in one transaction.
    pub page: usize,
}

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Rows are copied; counted in rows.
    Copying,
    /// Both sides are compared; counted in rows.
    Comparing,
    /// The record of the target is audited; counted in entries.
    Auditing,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Far {
    /// What is being done.
    pub stage: Stage,
    /// With which table; empty where it is none in particular.
    pub table: String,
    /// So much is done.
    pub done: u64,
    /// Of so much.
    pub of: u64,
}

/// What was copied and found equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Rows that this call copied; fewer than there are where an earlier one broke off.
    pub rows: u64,
    /// Whether it went on where an earlier call broke off.
    pub resumed: bool,
    /// Entries of the record, on both sides.
    pub entries: u64,
    /// The root over them, on both sides.
    pub root: Digest,
    /// Every table, with the digest over its rows on both sides.
    pub tables: Vec<Compared>,
}

/// Asked after every page; it stops there where told to.
pub type Told<'a> = dyn FnMut(&Far) -> ControlFlow<()> + 'a;

/// Copies, compares and audits. Nothing where it was told to stop; what was copied by then stays, and the next call
/// goes on with it.
pub fn copy(job: &Job<'_>, told: &mut Told<'_>) -> Result<Option<Copied>> {
    let (_from_door, _to_door) = (shut(job.from, true)?, shut(job.to, false)?);
    let from = Line::open(job.from, job.options, Use::Read)?;
    let at_rest = |c: &Conn<'_>| {
        migrate::check(c)?;
        refuse_half(c, job.from)?;
        nodes::assert_at_rest(c, job.from)?;
        let tree = ledger::tree(c)?;
        Ok((tree.size(), tree.root()))
    };
    let (entries, root) = reading(&from, at_rest)?;
    let to = Line::open(job.to, job.options, Use::Write)?;
    migrate::run(&to, job.to, job.now)?;
    let tables = plan::tables()?;
    let (mut note, resumed) = notes::begin(&to, job.to, &tables, (entries, root))?;

    let of = rows_of(&from, &tables)?;
    let mut far = Far { stage: Stage::Copying, table: String::new(), done: note.rows, of };
    let before = note.rows;
    while let Some(table) = tables.get(note.table) {
        far.table.clone_from(&table.name);
        pages::copy_one(&from, &to, table, &mut note, job.page)?;
        far.done = note.rows;
        if told(&far).is_break() {
            return Ok(None);
        }
    }
    let rows = note.rows - before;
    writing(&to, search::ask_for_everything)?;
    let Some(tables) = compare::compare((&from, &to), job.to, &tables, job.page, of, told)? else {
        return Ok(None);
    };
    if !audit(&to, (entries, root), told)? {
        return Ok(None);
    }
    notes::end(&to)?;
    Ok(Some(Copied { rows, resumed, entries, root, tables }))
}

/// Whether nothing but what the steps of the migrations put there stands in a database.
pub fn is_empty(c: &Conn<'_>) -> Result<bool> {
    Ok(plan::first_with_rows(c, &plan::tables()?)?.is_none())
}

/// The door of a file, shut behind us while we copy.
fn shut(place: &Place, must_be_there: bool) -> Result<Option<Door>> {
    match place {
        Place::File(path) if must_be_there && !path.is_file() => {
            Err(StoreError::not_found("database at", path.display()))
        }
        Place::File(path) => Door::before(path).map(Some),
        Place::Server(_) => Ok(None),
    }
}

/// Reads, on one snapshot.
fn reading<T>(line: &Line, look: impl FnOnce(&Conn<'_>) -> Result<T>) -> Result<T> {
    line.order(Order::BeginReading)?;
    let found = look(&line.conn());
    line.order(Order::Undo).and(found)
}

/// Changes, all or nothing.
fn writing<T>(line: &Line, change: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
    line.order(Order::BeginWriting)?;
    match change(&line.tx()) {
        Ok(made) => line.order(Order::Commit).map(|()| made),
        Err(error) => {
            // What went wrong first is what is told; a transaction that cannot be undone is undone by the engine.
            drop(line.order(Order::Undo));
            Err(error)
        }
    }
}

fn rows_of(line: &Line, tables: &[plan::Table]) -> Result<u64> {
    reading(line, |c| {
        tables.iter().try_fold(0, |sum, table| plan::count(c, &table.name).map(|rows| sum + rows))
    })
}

/// Audits the record of the target, and compares its length and root with the source's.
fn audit(to: &Line, source: (u64, Digest), told: &mut Told<'_>) -> Result<bool> {
    let mut stopped = false;
    let report = reading(to, |c| {
        ledger::verify(c, None, None, &mut |progress| {
            let far = Far {
                stage: Stage::Auditing,
                table: "ledger".to_owned(),
                done: progress.entries,
                of: progress.of,
            };
            stopped |= told(&far).is_break();
        })
    })?;
    if stopped {
        return Ok(false);
    }
    if (report.entries, report.root) != (source.0, Some(source.1)) {
        return Err(StoreError::damaged("the root over the copied record is not that of the source"));
    }
    match report.breaks.first() {
        None => Ok(true),
        Some(broken) => Err(StoreError::damaged(format!("the copied record is broken: {:?}", broken.what))),
    }
}
