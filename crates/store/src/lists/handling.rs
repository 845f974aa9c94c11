//! How bodies deal with the office, across cases: what happened and what was noted, and how often in each quarter (R56).

use amends_core::{
    id::{BodyId, CaseId, CaseReference},
    index::{HandlingEntry, HandlingRow},
};
use jiff::civil::Date;

use super::{
    PAGE,
    clause::{Clause, family},
};
use crate::{
    db::Conn,
    error::Result,
    rows::handling::{COLUMNS, COUNT, entry, read, read_entry},
};

/// What the report is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandlingFilter {
    /// Only this body, or those merged into it.
    pub body: Option<BodyId>,
    /// Only entries of this sort.
    pub what: Option<HandlingEntry>,
    /// Only on this day or later.
    pub from: Option<Date>,
    /// Only on this day or earlier.
    pub to: Option<Date>,
}

/// A place in the list of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandlingCursor {
    /// The day.
    pub on: Date,
    /// The case.
    pub case: CaseId,
    /// The number of the event there.
    pub seq: u32,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandlingItem {
    /// The entry.
    pub row: HandlingRow,
    /// The reference of its case.
    pub reference: CaseReference,
    /// The comment of a note; nothing for a sign, or once erased.
    pub comment: Option<String>,
    /// A sign on which a note rests already.
    pub noted: bool,
}

/// How often something happened or was noted at a body in a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandlingCount {
    /// The body.
    pub body: BodyId,
    /// The year.
    pub year: i16,
    /// The quarter, 1 to 4.
    pub quarter: u8,
    /// What.
    pub what: HandlingEntry,
    /// How often.
    pub count: u64,
}

fn narrowed(clause: &mut Clause, filter: &HandlingFilter) -> Result<String> {
    let with = family(clause, "h.body_id", filter.body);
    if let Some(what) = &filter.what {
        let (is_note, word) = entry(what)?;
        clause.and_is("h.is_note", Some(is_note));
        clause.and_is("h.word", Some(word));
    }
    for (day, comparison) in [(filter.from, ">="), (filter.to, "<=")] {
        if let Some(day) = day {
            let name = clause.value(day);
            clause.and(format!("h.on_day {comparison} {name}"));
        }
    }
    Ok(with)
}

/// A page of entries, the latest first, and where the next page begins, if there is one.
pub fn handling(
    c: &Conn<'_>,
    filter: &HandlingFilter,
    after: Option<HandlingCursor>,
) -> Result<(Vec<HandlingItem>, Option<HandlingCursor>)> {
    let mut clause = Clause::default();
    let family = narrowed(&mut clause, filter)?;
    if let Some(after) = after {
        let (on, case, seq) = (clause.value(after.on), clause.value(after.case), clause.value(after.seq));
        clause.and(format!("(h.on_day, h.case_id, h.seq) < ({on}, {case}, {seq})"));
    }
    let (conditions, values) = clause.done();
    let sql = format!(
        "{family} SELECT {COLUMNS}, c.reference, p.text, EXISTS (
           SELECT 1 FROM handling_row n WHERE n.case_id = h.case_id AND n.is_note = 1 AND n.because = h.seq)
         FROM handling_row h JOIN case_row c ON c.case_id = h.case_id
         LEFT JOIN particular p ON p.id = h.particular
         WHERE {conditions}
         ORDER BY h.on_day DESC, h.case_id DESC, h.seq DESC LIMIT {}",
        PAGE + 1
    );
    let mut items = c.all(&sql, &values, |row| {
        Ok(HandlingItem {
            row: read(row)?,
            reference: CaseReference(row.get(COUNT)?),
            comment: row.get(COUNT + 1)?,
            noted: row.get(COUNT + 2)?,
        })
    })?;
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    let next = items.last().filter(|_| more).map(|last| HandlingCursor {
        on: last.row.on,
        case: last.row.case,
        seq: last.row.seq,
    });
    Ok((items, next))
}

/// How often each thing happened or was noted, by body and quarter, the latest quarter first.
pub fn handling_counts(c: &Conn<'_>, filter: &HandlingFilter) -> Result<Vec<HandlingCount>> {
    let mut clause = Clause::default();
    let family = narrowed(&mut clause, filter)?;
    let (conditions, values) = clause.done();
    let sql = format!(
        "{family} SELECT h.body_id, CAST(substr(h.on_day, 1, 4) AS INTEGER) AS y,
           (CAST(substr(h.on_day, 6, 2) AS INTEGER) + 2) / 3 AS q, h.is_note, h.word, COUNT(*)
         FROM handling_row h WHERE {conditions}
         GROUP BY h.body_id, y, q, h.is_note, h.word
         ORDER BY y DESC, q DESC, h.body_id, h.is_note, h.word"
    );
    c.all(&sql, &values, |row| {
        let year: i64 = row.get(1)?;
        Ok(HandlingCount {
            body: row.get(0)?,
            year: i16::try_from(year)
                .map_err(|_| crate::StoreError::damaged(format!("{year} is no year")))?,
            quarter: row.get(2)?,
            what: read_entry(row, 3)?,
            count: row.get(5)?,
        })
    })
}
