//! A table with rows of cases, held against what is to stand in it, so that only what differs is written: most decisions
//! change a few columns of one row, and every column that is written costs each index it stands in.
//!
//! What stands there is read in the transaction that changes it, of many cases at once; nothing is remembered from one
//! transaction to the next, so another node may have written meanwhile.

use std::{collections::BTreeMap, fmt::Write as _};

use amends_core::id::CaseId;

use crate::{
    db::{Conn, Row, Tx},
    error::Result,
    value::{Value, places_of},
};

/// A table, and its columns besides `case_id`: first those that tell the rows of one case apart.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) keys: usize,
    pub(super) columns: &'static [&'static str],
}

/// What one row of a table is to say, column by column.
pub(super) type Columns = Vec<Value>;

/// Told of every row that is other than it was: whose it is, what stood there, and what stands there now.
pub(super) type Told<'a> = dyn FnMut(CaseId, Option<&[Value]>, Option<&[Value]>) -> Result<()> + 'a;

/// So many cases are asked for in one question.
const TOGETHER: [usize; 3] = [1, 8, 32];

/// A row that is there and is to be other, or to go.
struct Other {
    case: CaseId,
    before: Columns,
    /// What it is to say, and which columns of it differ; nothing where it is to go.
    after: Option<(usize, Vec<usize>)>,
}

impl Table {
    /// Brings the rows of these cases to what is wanted of each.
    pub(super) fn settle(
        &self,
        tx: &Tx<'_>,
        wanted: &BTreeMap<CaseId, &[Columns]>,
        told: &mut Told<'_>,
    ) -> Result<()> {
        let mut there: BTreeMap<CaseId, Vec<bool>> =
            wanted.iter().map(|(case, rows)| (*case, vec![false; rows.len()])).collect();
        let mut others = Vec::new();
        let cases: Vec<CaseId> = wanted.keys().copied().collect();
        self.each(tx, &cases, &mut |case, row| {
            let rows = wanted.get(&case).copied().unwrap_or_default();
            let nth = rows.iter().position(|one| self.has_key_of(row, one));
            if let (Some(nth), Some(there)) = (nth, there.get_mut(&case)) {
                there[nth] = true;
                let differ = self.differing(row, &rows[nth]);
                if !differ.is_empty() {
                    others.push(Other { case, before: self.read(row)?, after: Some((nth, differ)) });
                }
            } else {
                others.push(Other { case, before: self.read(row)?, after: None });
            }
            Ok(())
        })?;
        for other in &others {
            self.put_right(tx, other, wanted, told)?;
        }
        let mut new = Vec::new();
        for (case, there) in there {
            let rows = wanted.get(&case).copied().unwrap_or_default();
            for (row, _) in rows.iter().zip(there).filter(|(_, there)| !there) {
                told(case, None, Some(row))?;
                new.push((case, row));
            }
        }
        self.add(tx, &new)
    }

    fn put_right(
        &self,
        tx: &Tx<'_>,
        other: &Other,
        wanted: &BTreeMap<CaseId, &[Columns]>,
        told: &mut Told<'_>,
    ) -> Result<()> {
        let rows = wanted.get(&other.case).copied().unwrap_or_default();
        let after = other.after.as_ref().map(|(nth, differ)| (&rows[*nth], differ));
        told(other.case, Some(&other.before), after.map(|(row, _)| row.as_slice()))?;
        let mut values: Vec<Value> = Vec::new();
        let mut sql = match after {
            Some((row, differ)) => {
                values.extend(differ.iter().map(|column| row[*column].clone()));
                let set: Vec<String> = (1..)
                    .zip(differ)
                    .map(|(place, column)| format!("{} = ${place}", self.columns[*column]))
                    .collect();
                format!("UPDATE {} SET {}", self.name, set.join(", "))
            }
            None => format!("DELETE FROM {}", self.name),
        };
        values.push(other.case.into());
        // Writing to a text does not fail.
        _ = write!(sql, " WHERE case_id = ${}", values.len());
        for (name, key) in self.columns.iter().zip(&other.before).take(self.keys) {
            values.push(key.clone());
            _ = write!(sql, " AND {name} = ${}", values.len());
        }
        tx.put(&sql, &values)
    }

    fn add(&self, tx: &Tx<'_>, mut rows: &[(CaseId, &Columns)]) -> Result<()> {
        let width = self.columns.len() + 1;
        // In a file each row has a statement of its own, as with `Insert`.
        for size in TOGETHER.into_iter().rev().filter(|size| tx.is_shared() || *size == 1) {
            while let Some((now, later)) = rows.split_at_checked(size).filter(|_| !rows.is_empty()) {
                let one = |nth: usize| {
                    let places: Vec<String> =
                        (1..=width).map(|place| format!("${}", nth * width + place)).collect();
                    format!("({})", places.join(", "))
                };
                let all: Vec<String> = (0..size).map(one).collect();
                let columns = self.columns.join(", ");
                let sql = format!("INSERT INTO {} (case_id, {columns}) VALUES {}", self.name, all.join(", "));
                let values: Vec<Value> = now
                    .iter()
                    .flat_map(|(case, row)| std::iter::once((*case).into()).chain(row.iter().cloned()))
                    .collect();
                tx.put(&sql, &values)?;
                rows = later;
            }
        }
        Ok(())
    }

    /// Every row of these cases, as it stands.
    pub(super) fn each(
        &self,
        c: &Conn<'_>,
        cases: &[CaseId],
        read: &mut dyn FnMut(CaseId, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let most = TOGETHER[TOGETHER.len() - 1];
        for some in cases.chunks(most) {
            let size = TOGETHER.into_iter().find(|size| *size >= some.len()).unwrap_or(most);
            // The last stands in for those that the question has room for beyond it.
            let last = some.last().into_iter().cycle();
            let with: Vec<Value> = some.iter().chain(last).take(size).map(|case| (*case).into()).collect();
            let (columns, places) = (self.columns.join(", "), places_of(size));
            let sql = format!("SELECT case_id, {columns} FROM {} WHERE case_id IN ({places})", self.name);
            // Not by `each`: on a server that is two journeys more, and these are a handful of rows.
            c.all(&sql, &with, |row| read(row.get(0)?, row))?;
        }
        Ok(())
    }

    fn has_key_of(&self, row: &Row<'_>, wanted: &[Value]) -> bool {
        (1..).zip(wanted).take(self.keys).all(|(column, value)| row.holds(column, value))
    }

    fn differing(&self, row: &Row<'_>, wanted: &[Value]) -> Vec<usize> {
        let all = wanted.iter().enumerate().skip(self.keys);
        all.filter(|(column, value)| !row.holds(column + 1, value)).map(|(column, _)| column).collect()
    }

    /// The columns of a row.
    pub(super) fn read(&self, row: &Row<'_>) -> Result<Columns> {
        (1..=self.columns.len()).map(|column| row.get(column)).collect()
    }
}
