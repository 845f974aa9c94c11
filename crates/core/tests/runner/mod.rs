//! Runs a scenario: a text a caseworker can read and correct, played through the real rules.
//!
//! A file begins with `# ` and what it shows, then the setting, one fact to a line:
//!
//! ```text
//! # R31 A chase goes once for each date
//! profile psow                              psow, lgsco, lgsco-part3a or generic
//! route early resolution                    otherwise an investigation
//! body Ynys Council (council, cy)           as many as there are; the first is meant where a step says `body`
//! complainant Mrs A (cy, email)             or: own initiative
//! lateness original                         otherwise the profile's rule
//! ladder reminder on                        switches a step of the ladder on or off
//! without findings / without checks         otherwise each body has one finding with injustice (1, 2 … in order of
//!                                           bodies) and the guidance on remedies has been considered
//! ```
//!
//! Then come the steps: `DATE  WHO WHAT  > WHAT MUST HOLD`. An indented line that begins with `>` goes on with what must
//! hold; a line that begins with `#` is a remark. The case is opened on the day of the first step. After every step
//! `Case::check` must find nothing, and the events folded anew must give the same case. What somebody asks goes through
//! `permit` and `decide`; a step that is refused must say so.
//!
//! Who: `caseworker`, `coordinator`, `manager`, `ombudsman`, `administrator`, `body`, `body NAME`, `colleague for R1, R2`,
//! `complainant`, `stranger`, `machinery`, and `office` for what lies outside the case (stops, unfiled mail, addresses).
//! `nothing has come` asks nothing. What each may do stands in `steps.rs`, one phrase to a line; what may be expected
//! stands in `expect.rs`.

pub mod described;
pub mod expect;
pub mod expect_apart;
pub mod expect_instruments;
pub mod expect_keeping;
pub mod expect_recurrence;
pub mod read;
pub mod steps;
pub mod steps_bodies;
pub mod steps_disclosure;
pub mod steps_instruments;
pub mod steps_keeping;
pub mod steps_recurrence;
pub mod world;

use world::World;

use std::path::{Path, PathBuf};

/// The folder of the scenarios.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// Plays one file; the error names the file and the line.
pub fn play(file: &str) -> Result<World, String> {
    let path = folder().join(file);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{file}: cannot be read: {error}"))?;
    let scenario = read::read(&text).map_err(|(line, why)| format!("{file}:{line}: {why}"))?;
    let first = scenario.steps.first().map(|step| step.on);
    let mut world = World::open(&scenario.setting, first).map_err(|why| format!("{file}:1: {why}"))?;
    for step in &scenario.steps {
        let told = |why: String| format!("{file}:{}: {why}\n    in: {} {}", step.line, step.on, step.what);
        let outcome = steps::take(&mut world, step).map_err(told)?;
        expect::check(&world, step, &outcome).map_err(told)?;
    }
    Ok(world)
}
