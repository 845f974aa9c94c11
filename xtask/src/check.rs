//! `cargo xtask test`: every check there is, each with a heading, its time and its outcome.

use std::time::Instant;

use crate::house::{House, say};
use crate::steps::{self, Step};
use crate::{DONE, FAILED, USAGE, tools};

/// What became of one step.
enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

/// Runs the steps whose files are in the tree.
pub(crate) fn run(house: &House, words: &[&str]) -> u8 {
    let known = |word: &str| ["--quick", "--list"].contains(&word) || word.starts_with("--only=");
    if let Some(other) = words.iter().find(|word| !known(word)) {
        say(&format!("`cargo xtask test` knows --quick, --list and --only=STEP, not “{other}”."));
        return USAGE;
    }
    let quick = words.contains(&"--quick");
    let only: Vec<&str> = words.iter().filter_map(|word| word.strip_prefix("--only=")).collect();
    if let Some(other) = only.iter().find(|name| !steps::ALL.iter().any(|step| step.name == **name)) {
        say(&format!("There is no step “{other}”; --list names them."));
        return USAGE;
    }
    let wanted = |step: &&Step| only.is_empty() || only.contains(&step.name);
    let here = |step: &&Step| step.files.iter().all(|file| house.has(file));
    let present: Vec<&Step> = steps::ALL.iter().filter(here).filter(wanted).collect();
    if words.contains(&"--list") {
        for step in present {
            say(&format!("{:<18} {}{}", step.name, step.what, if step.slow { " (slow)" } else { "" }));
        }
        return DONE;
    }
    let mut needed = Vec::new();
    for tool in present.iter().filter(|step| !(quick && step.slow)).flat_map(|step| step.tools) {
        if !needed.contains(tool) {
            needed.push(*tool);
        }
    }
    tools::install_missing(house, &needed);

    let started = Instant::now();
    let mut lines = Vec::new();
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for step in present {
        let begun = Instant::now();
        say(&format!("\n== {}: {} ==", step.name, step.what));
        let outcome = take(house, step, quick);
        let seconds = begun.elapsed().as_secs();
        let line = match outcome {
            Outcome::Passed => {
                passed += 1;
                format!("passed   {:<18} {seconds:>5} s", step.name)
            }
            Outcome::Failed(why) => {
                failed += 1;
                say(&why);
                format!("FAILED   {:<18} {seconds:>5} s  {why}", step.name)
            }
            Outcome::Skipped(why) => {
                skipped += 1;
                format!("skipped  {:<18}          {why}", step.name)
            }
        };
        say(&line);
        lines.push(line);
    }
    say(&format!("\n== What ran, in {} s ==", started.elapsed().as_secs()));
    for line in lines {
        say(&line);
    }
    say(&format!("\n{passed} passed, {failed} failed, {skipped} skipped"));
    if failed == 0 { DONE } else { FAILED }
}

fn take(house: &House, step: &Step, quick: bool) -> Outcome {
    if quick && step.slow {
        return Outcome::Skipped("left out by --quick".to_owned());
    }
    if let Some(why) = (step.skipped_because)(house) {
        return Outcome::Skipped(why);
    }
    match tools::require(house, step.tools).and_then(|()| (step.run)(house, quick)) {
        Ok(()) => Outcome::Passed,
        Err(why) => Outcome::Failed(why),
    }
}
