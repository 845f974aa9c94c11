//! A table with rows of cases, held against what is to stand in it, so that only what differs is written: most decisions
//! change a few columns of one row, and every column that is written costs each index it stands in.
//!
//! What stands there is read in the transaction that changes it, of many cases at once; nothing is remembered from one
//! transaction to the next, so another node may have written meanwhile.

use std::{collections::BTreeMap, fmt::Write as _};

use amends_core::id::CaseId;

use crate::{
    db::{Question, Row, Tx},
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

/// A table, and what is wanted of some cases in it, held against what stands there.
pub(super) struct Settling<'a> {
    table: &'a Table,
    wanted: BTreeMap<CaseId, &'a [Columns]>,
    /// Which of the rows wanted are there.
    there: BTreeMap<CaseId, Vec<bool>>,
    others: Vec<Other>,
}

impl<'a> Settling<'a> {
    pub(super) fn of(table: &'a Table, wanted: BTreeMap<CaseId, &'a [Columns]>) -> Self {
        let there = wanted.iter().map(|(case, rows)| (*case, vec![false; rows.len()])).collect();
        Self { table, wanted, there, others: Vec::new() }
    }

    /// Looks at what stands in these tables, all in one journey.
    pub(super) fn look(tx: &Tx<'_>, tables: &mut [Self]) -> Result<()> {
        let (mut asked, mut of) = (Vec::new(), Vec::new());
        for (place, one) in tables.iter().enumerate() {
            let cases: Vec<CaseId> = one.wanted.keys().copied().collect();
            let questions = one.table.questions(&cases);
            of.resize(of.len() + questions.len(), place);
            asked.extend(questions);
        }
        tx.each_of_all(&asked, |nth, row| match of.get(nth).and_then(|place| tables.get_mut(*place)) {
            Some(one) => one.see(row),
            None => Ok(()),
        })
    }

    fn see(&mut self, row: &Row<'_>) -> Result<()> {
        let case = row.get(0)?;
        let rows = self.wanted.get(&case).copied().unwrap_or_default();
        let nth = rows.iter().position(|one| self.table.has_key_of(row, one));
        if let (Some(nth), Some(there)) = (nth, self.there.get_mut(&case)) {
            there[nth] = true;
            let differ = self.table.differing(row, &rows[nth]);
            if !differ.is_empty() {
                let after = Some((nth, differ));
                self.others.push(Other { case, before: self.table.read(row)?, after });
            }
        } else {
            self.others.push(Other { case, before: self.table.read(row)?, after: None });
        }
        Ok(())
    }

    /// Brings the rows that are other than wanted to what is wanted.
    pub(super) fn put_right(self, tx: &Tx<'_>, told: &mut Told<'_>) -> Result<()> {
        let rows_of = |case: &CaseId| self.wanted.get(case).copied().unwrap_or_default();
        for other in &self.others {
            self.table.put_right(tx, other, rows_of(&other.case), told)?;
        }
        let mut new = Vec::new();
        for (case, there) in &self.there {
            for (row, _) in rows_of(case).iter().zip(there).filter(|(_, there)| !**there) {
                told(*case, None, Some(row))?;
                new.push((*case, row));
            }
        }
        self.table.add(tx, &new)
    }
}

impl Table {
    fn put_right(&self, tx: &Tx<'_>, other: &Other, rows: &[Columns], told: &mut Told<'_>) -> Result<()> {
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

    /// What asks for every row of these cases.
    fn questions(&self, cases: &[CaseId]) -> Vec<Question> {
        let most = TOGETHER[TOGETHER.len() - 1];
        let one = |some: &[CaseId]| {
            let size = TOGETHER.into_iter().find(|size| *size >= some.len()).unwrap_or(most);
            // The last stands in for those that the question has room for beyond it.
            let last = some.last().into_iter().cycle();
            let with: Vec<Value> = some.iter().chain(last).take(size).map(|case| (*case).into()).collect();
            let (columns, places) = (self.columns.join(", "), places_of(size));
            let sql = format!("SELECT case_id, {columns} FROM {} WHERE case_id IN ({places})", self.name);
            Question::of(sql, with)
        };
        cases.chunks(most).map(one).collect()
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
