//! Cases of which there may be very many: whatever is asked of a list, a part of them has it.

use amends_core::{
    event::Event,
    index::{HandlingEntry, HandlingRow},
    profile::HandlingSign,
    recommendation::{Scope, State},
};
use amends_store::ledger::Commit;

use crate::ground::*;

/// Case `n`.
pub fn any(n: u128) -> Commit {
    let mut with = rows(n);
    let due = day(4, 11 + i8::try_from(n % 7).unwrap());
    with.case.stage = amends_core::case::Stage::Investigating;
    with.recommendations = (1..=4)
        .map(|number| {
            let mut one = recommendation(n, number, Some(due));
            one.state = match number {
                1 => State::EvidenceReceived,
                2 => State::MetLate,
                _ => State::Due,
            };
            one.awaits_body = one.state == State::Due;
            one.ended_on = (number == 2).then_some(due);
            (one.extension_open, one.undelivered) = (number == 3, number == 4);
            (one.scope, one.themes) = (Scope::Service, vec!["delay".to_owned()]);
            one.kind = amends_core::recommendation::Kind::Training;
            one
        })
        .collect();
    let sign = HandlingRow {
        case: case(n),
        seq: 1,
        body: YNYS,
        on: due,
        what: HandlingEntry::Sign(HandlingSign::Chase),
        number: None,
        because: None,
        words: None,
    };
    with.handling = vec![sign];
    Commit::new(carys_acts(), noon(), day(4, 14), 0, vec![Event::ChasesResumed], with)
        .texts(texts("No heating at Tŷ Gwyn", "The Council will send minutes about the heating."))
        .posts(vec![letter(n, &[(n, "chase/1/1/first")])])
}
