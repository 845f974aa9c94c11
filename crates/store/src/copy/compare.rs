//! Both sides of a copy compared, row by row in the order of keys, with a digest over each table on each side.

use amends_core::text::Digest;
use sha2::{Digest as _, Sha256};

use super::{
    Far, Stage, Told,
    pages::{RowOf, key_of, page_of},
    plan::Table,
    reading,
};
use crate::{
    db::{Line, Place},
    error::{Result, StoreError},
    value::Value,
};

/// A table, found equal on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its name.
    pub table: String,
    /// How many rows it has.
    pub rows: u64,
    /// The digest over the rows of the source, in the order of their keys.
    pub from: Digest,
    /// The digest over the rows of the target.
    pub to: Digest,
}

/// Compares every table. Fails with [`StoreError::CopyDiffers`] at the first difference.
pub(super) fn compare(
    (from, to): (&Line, &Line),
    place: &Place,
    tables: &[Table],
    page: usize,
    of: u64,
    told: &mut Told<'_>,
) -> Result<Option<Vec<Compared>>> {
    let mut far = Far { stage: Stage::Comparing, table: String::new(), done: 0, of };
    let mut all = Vec::with_capacity(tables.len());
    for table in tables {
        far.table.clone_from(&table.name);
        let (mut ours, mut theirs) = (Sha256::new(), Sha256::new());
        let mut after = Vec::new();
        let mut rows = 0;
        loop {
            let one = reading(from, |c| page_of(c, table, None, &after, page))?;
            let other = reading(to, |c| page_of(c, table, None, &after, page))?;
            if let Some(key) = first_difference(table, &one, &other) {
                return Err(StoreError::CopyDiffers {
                    place: place.to_string(),
                    table: table.name.clone(),
                    key,
                });
            }
            for (one, other) in one.iter().zip(&other) {
                add(&mut ours, one);
                add(&mut theirs, other);
            }
            rows += one.len() as u64;
            far.done += one.len() as u64;
            if told(&far).is_break() {
                return Ok(None);
            }
            let Some(last) = one.last() else { break };
            after = key_of(table, last);
        }
        let (from, to) = (Digest(ours.finalize().into()), Digest(theirs.finalize().into()));
        all.push(Compared { table: table.name.clone(), rows, from, to });
    }
    Ok(Some(all))
}

/// The key of the first row that is not the same on both sides.
fn first_difference(table: &Table, one: &[RowOf], other: &[RowOf]) -> Option<String> {
    let differs = one.iter().zip(other).position(|(one, other)| one != other);
    let place = differs.or_else(|| (one.len() != other.len()).then(|| one.len().min(other.len())))?;
    // A row that only one side has is named by that side.
    let row = match (one.get(place), other.get(place)) {
        (Some(one), Some(other)) if key_of(table, other) < key_of(table, one) => other,
        (Some(row), _) | (None, Some(row)) => row,
        (None, None) => return None,
    };
    Some(key_of(table, row).iter().map(shown).collect::<Vec<_>>().join(", "))
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Bytes(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

/// Adds a row: for each value its sort, its length and its bytes.
fn add(sum: &mut Sha256, row: &RowOf) {
    let mut put = |sort: u8, bytes: &[u8]| {
        sum.update([sort]);
        sum.update((bytes.len() as u64).to_be_bytes());
        sum.update(bytes);
    };
    for value in row {
        match value {
            Value::Null => put(0, &[]),
            Value::Int(number) => put(1, &number.to_be_bytes()),
            Value::Text(text) => put(2, text.as_bytes()),
            Value::Bytes(bytes) => put(3, bytes),
        }
    }
}
