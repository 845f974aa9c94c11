//! How far walks get: what they reach, counted. `WALKS_REACHED=1` prints it.

use std::{cell::RefCell, collections::BTreeMap};

use amends_core::{event::Event, issued::Told};

use crate::runner::world::World;

/// Without these a walk would test little of the law.
const ENDS: [&str; 10] = [
    "instrument issued: special_report",
    "instrument issued: further_report",
    "instrument issued: published_statement",
    "instrument issued: adverse_findings_notice",
    "told: form-agreed",
    "told: published",
    "told: published by the office",
    "hold placed",
    "disposed",
    "ruled: response-assessed",
];

/// What was reached, and in how many walks.
#[derive(Default)]
pub struct Reached(RefCell<BTreeMap<String, u32>>);

impl Reached {
    /// Counts what one walk reached.
    pub fn note(&self, world: &World) {
        let mut found: Vec<String> = world.events.iter().flat_map(|(_, event)| marks(event)).collect();
        found.extend(world.log.iter().filter_map(|(_, outcome)| {
            outcome.as_ref().err().map(|refusal| format!("refused: {}", refusal.code))
        }));
        found.sort();
        found.dedup();
        let mut counts = self.0.borrow_mut();
        for mark in found {
            *counts.entry(mark).or_default() += 1;
        }
    }

    /// Prints the counts, where somebody wants to see them.
    pub fn tell(&self) {
        if std::env::var_os("WALKS_REACHED").is_some() {
            for (mark, walks) in self.0.borrow().iter() {
                eprintln!("{walks:>8}  {mark}");
            }
        }
    }

    /// The ends of the law were reached.
    pub fn far_enough(&self) {
        let counts = self.0.borrow();
        let missed: Vec<_> = ENDS.into_iter().filter(|end| !counts.contains_key(*end)).collect();
        assert!(missed.is_empty(), "no walk reached {missed:?}");
    }
}

fn marks(event: &Event) -> Vec<String> {
    let of = match event {
        Event::InstrumentIssued(issued) => format!("instrument issued: {}", issued.instrument.code()),
        Event::InstrumentTold { told, .. } => {
            let by_office = matches!(told, Told::Published { by_office: Some(_), .. });
            format!("told: {}{}", told.code(), if by_office { " by the office" } else { "" })
        }
        Event::InstrumentRuledOn { ruled, .. } => {
            format!("ruled: {}", ruled.code())
        }
        Event::HoldPlaced(_) => "hold placed".to_owned(),
        Event::Disposed(_) => "disposed".to_owned(),
        other => format!("event: {}", other.kind()),
    };
    vec![of]
}
