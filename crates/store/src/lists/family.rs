//! A body and those in whose place it stands.

use std::collections::BTreeSet;

use amends_core::id::BodyId;

use crate::{db::Conn, error::Result};

/// A body, those merged into it and those it succeeded, and theirs in turn; the body itself comes first.
pub(super) fn with_predecessors(c: &Conn<'_>, body: BodyId) -> Result<Vec<BodyId>> {
    let mut family = vec![body];
    let mut seen = BTreeSet::from([body]);
    let mut next = 0;
    while let Some(one) = family.get(next).copied() {
        next += 1;
        let sql = "SELECT id FROM body WHERE merged_into = $1
          UNION SELECT body_id FROM body_successor WHERE successor_id = $1";
        let before: Vec<BodyId> = c.all(sql, &[one.into()], |row| row.get(0))?;
        family.extend(before.into_iter().filter(|id| seen.insert(*id)));
    }
    Ok(family)
}
