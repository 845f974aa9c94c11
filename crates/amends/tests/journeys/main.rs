//! Journeys through the office's pages: real routes, real rules, a real memory, a clock that stands.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::assigning_clones,
    reason = "a test says by panicking what is wrong"
)]

mod at_hand;
mod body;
mod canaries;
mod complainant;
mod contacts;
mod demo;
mod filling;
mod fixture;
mod handing;
mod law_letters;
mod mail_in;
mod observing;
mod profiles;
mod public;
#[expect(
    dead_code,
    clippy::unwrap_used,
    reason = "of the tests that break a running office; here it only runs"
)]
#[path = "../faults/running.rs"]
mod running;
mod staff_bodies;
mod staff_body_field;
mod staff_cases;
mod staff_disposal;
mod staff_earlier;
mod staff_escalation;
mod staff_field;
mod staff_follow;
mod staff_import;
mod staff_judgements;
mod staff_keeping;
mod staff_over_time;
mod staff_recommendations;
mod staff_round;
mod staff_search;
mod staff_settlement;
mod staff_worklist;
mod together;
mod visitor;
