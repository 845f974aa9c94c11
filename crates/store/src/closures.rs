//! Days on which the office is closed, beside the bank holidays of its calendar.

use amends_core::text::Bilingual;
use jiff::civil::Date;

use crate::{
    changed::Changed,
    db::{Conn, Tx},
    error::Result,
    stamps::{self, Stamp},
};

/// A day on which the office is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// Which day.
    pub day: Date,
    /// Why, for the explanation of dates.
    pub why: Bilingual,
}

/// Adds a day, or changes why it is one.
pub fn keep_closure(tx: &Tx<'_>, closure: &Closure, changed: Changed) -> Result<()> {
    let sql = "INSERT INTO closure (day, why_en, why_cy, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (day) DO UPDATE SET why_en = excluded.why_en, why_cy = excluded.why_cy,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at";
    let values = [
        closure.day.into(),
        (&closure.why.en).into(),
        (&closure.why.cy).into(),
        changed.by.into(),
        changed.at.into(),
    ];
    tx.execute(sql, &values)?;
    stamps::raise(tx, Stamp::Register)
}

/// Takes a day away.
pub fn remove_closure(tx: &Tx<'_>, day: Date) -> Result<()> {
    tx.execute("DELETE FROM closure WHERE day = $1", &[day.into()])?;
    stamps::raise(tx, Stamp::Register)
}

/// Every day on which the office is closed, in order.
pub fn closures(c: &Conn<'_>) -> Result<Vec<Closure>> {
    c.all("SELECT day, why_en, why_cy FROM closure ORDER BY day", &[], |row| {
        Ok(Closure { day: row.get(0)?, why: Bilingual { en: row.get(1)?, cy: row.get(2)? } })
    })
}
