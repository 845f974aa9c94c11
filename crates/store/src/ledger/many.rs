//! What happened to many cases at once: for a round that looks at every case which may owe something.

use std::collections::HashMap;

use amends_core::{
    event::Event,
    id::{CaseId, ParticularId},
    ledger::open,
};

use crate::{
    db::Conn,
    error::Result,
    value::{Value, places_of},
};

/// Cases asked for in one query.
const TOGETHER: usize = 32;

/// Everything that happened to each of several cases, first to last, with the texts that are still kept. A case nobody
/// knows is left out.
pub fn events_of(c: &Conn<'_>, cases: &[CaseId]) -> Result<Vec<(CaseId, Vec<Event>)>> {
    let mut all: Vec<(CaseId, Vec<Event>)> = Vec::with_capacity(cases.len());
    let places = places_of(TOGETHER);
    let of_texts =
        format!("SELECT id, text FROM particular WHERE case_id IN ({places}) AND text IS NOT NULL");
    let of_entries =
        format!("SELECT case_id, body FROM ledger WHERE case_id IN ({places}) ORDER BY case_id, seq");
    for some in cases.chunks(TOGETHER) {
        // The last stands in for those that the query has room for beyond it.
        let last = some.last().into_iter().cycle();
        let with: Vec<Value> = some.iter().chain(last).take(TOGETHER).map(|case| (*case).into()).collect();
        let mut texts: HashMap<ParticularId, String> = HashMap::new();
        c.each(&of_texts, &with, |row| -> Result<()> {
            texts.insert(row.get(0)?, row.get(1)?);
            Ok(())
        })?;
        let text = |id: ParticularId| texts.get(&id).cloned();
        c.each(&of_entries, &with, |row| -> Result<()> {
            let (case, body): (CaseId, String) = (row.get(0)?, row.get(1)?);
            let event = open(&body, &text)?;
            match all.last_mut() {
                Some((known, events)) if *known == case => events.push(event),
                _ => all.push((case, vec![event])),
            }
            Ok(())
        })?;
    }
    Ok(all)
}
