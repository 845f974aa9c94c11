//! Journeys through the office's pages: real routes, real rules, a real memory, a clock that stands.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::assigning_clones,
    reason = "a test says by panicking what is wrong"
)]

mod body;
mod complainant;
mod demo;
mod fixture;
mod public;
mod staff_bodies;
mod staff_cases;
mod staff_follow;
mod staff_import;
mod staff_recommendations;
mod staff_round;
mod visitor;
