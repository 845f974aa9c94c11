//! How bodies deal with the office, across cases: what happened and what was noted, and how often in each quarter (R56).

use amends_core::{
    id::{BodyId, CaseId, CaseReference},
    index::{HandlingEntry, HandlingRow},
};
use jiff::civil::Date;

use super::{
    PAGE,
    clause::{Clause, LAST_ID, family},
};
use crate::{
    db::Conn,
    error::Result,
    rows::handling::{COLUMNS, COUNT, entry, read, read_entry},
    value::Value,
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

fn narrowed(clause: &mut Clause, filter: &HandlingFilter, bodies: Option<&[BodyId]>) -> Result<()> {
    if let Some(bodies) = bodies {
        clause.and_one_of("h.body_id", bodies);
    }
    if let Some(what) = &filter.what {
        let (is_note, word) = entry(what)?;
        clause.and_is("h.is_note", Some(is_note));
        clause.and_is("h.word", Some(word));
    }
    let from = filter.from.map(|on| on.to_string()).unwrap_or_default();
    let from = clause.value(from);
    clause.and(format!("h.on_day >= {from}"));
    Ok(())
}

/// A page of entries, the latest first, and where the next page begins, if there is one.
pub fn handling(
    c: &Conn<'_>,
    filter: &HandlingFilter,
    after: Option<HandlingCursor>,
) -> Result<(Vec<HandlingItem>, Option<HandlingCursor>)> {
    let bodies = filter.body.map(|body| family(c, body)).transpose()?;
    let (sql, values) = handling_sql(filter, bodies.as_deref(), after)?;
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

/// What [`handling`] asks.
pub(super) fn handling_sql(
    filter: &HandlingFilter,
    bodies: Option<&[BodyId]>,
    after: Option<HandlingCursor>,
) -> Result<(String, Vec<Value>)> {
    let mut clause = Clause::default();
    narrowed(&mut clause, filter, bodies)?;
    // After the last of the page before, and not after the last day asked for.
    let first = (filter.to.unwrap_or(Date::MAX), LAST_ID, u32::MAX);
    let (on, case, seq) = after.map_or(first, |after| first.min((after.on, after.case.0, after.seq)));
    let (on, case, seq) = (clause.value(on), clause.value(CaseId(case)), clause.value(seq));
    clause.and(format!("(h.on_day, h.case_id, h.seq) < ({on}, {case}, {seq})"));
    let (conditions, values) = clause.done();
    let sql = format!(
        "SELECT {COLUMNS}, c.reference, p.text, EXISTS (
           SELECT 1 FROM handling_row n WHERE n.case_id = h.case_id AND n.is_note = 1 AND n.because = h.seq)
         FROM (SELECT h.case_id, h.seq, h.on_day FROM handling_row h WHERE {conditions}
           ORDER BY h.on_day DESC, h.case_id DESC, h.seq DESC LIMIT {most}) page
         JOIN handling_row h ON h.case_id = page.case_id AND h.seq = page.seq
         JOIN case_row c ON c.case_id = page.case_id
         LEFT JOIN particular p ON p.id = h.particular
         ORDER BY page.on_day DESC, page.case_id DESC, page.seq DESC LIMIT {most}",
        most = PAGE + 1
    );
    Ok((sql, values))
}

/// How often each thing happened or was noted, by body and quarter, the latest quarter first. A report: it counts along
/// an index from the first day asked for to the last.
pub fn handling_counts(c: &Conn<'_>, filter: &HandlingFilter) -> Result<Vec<HandlingCount>> {
    let bodies = filter.body.map(|body| family(c, body)).transpose()?;
    let (sql, values) = handling_counts_sql(filter, bodies.as_deref())?;
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

/// What [`handling_counts`] asks.
pub(super) fn handling_counts_sql(
    filter: &HandlingFilter,
    bodies: Option<&[BodyId]>,
) -> Result<(String, Vec<Value>)> {
    let mut clause = Clause::default();
    narrowed(&mut clause, filter, bodies)?;
    let to = clause.value(filter.to.unwrap_or(Date::MAX));
    clause.and(format!("h.on_day <= {to}"));
    let (conditions, values) = clause.done();
    let sql = format!(
        "SELECT h.body_id, CAST(substr(h.on_day, 1, 4) AS INTEGER) AS y,
           (CAST(substr(h.on_day, 6, 2) AS INTEGER) + 2) / 3 AS q, h.is_note, h.word, COUNT(*)
         FROM handling_row h WHERE {conditions}
         GROUP BY h.body_id, y, q, h.is_note, h.word
         ORDER BY y DESC, q DESC, h.body_id, h.is_note, h.word"
    );
    Ok((sql, values))
}
