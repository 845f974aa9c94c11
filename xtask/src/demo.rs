//! `cargo xtask demo`: from a clone to the demo's first page.

use std::process::Stdio;
use std::time::Instant;

use crate::house::{House, say};
use crate::{FAILED, tools};

/// Builds Amends and runs `amends demo` with the words given; ends with its code.
pub(crate) fn run(house: &House, words: &[&str]) -> u8 {
    if let Err(why) = tools::require(house, &[tools::CC, tools::MAKE, tools::NODE, tools::NPM]) {
        say(&why);
        return FAILED;
    }
    say(
        "Building Amends. The first time takes some minutes: its components and fonts are fetched, and SQLite compiled.",
    );
    let started = Instant::now();
    if let Err(why) = house.run(&["cargo", "build", "--package", "amends", "--bin", "amends"]) {
        say(&format!("The build stopped. {why}"));
        return FAILED;
    }
    say(&format!("Built in {} s. Starting the demo.", started.elapsed().as_secs()));
    let program = house.built.join("amends");
    let status =
        house.command(&program.to_string_lossy()).arg("demo").args(words).stdin(Stdio::null()).status();
    match status {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(FAILED),
        Err(fault) => {
            say(&format!("{} could not be started: {fault}.", program.display()));
            FAILED
        }
    }
}
