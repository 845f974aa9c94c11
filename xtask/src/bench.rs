//! `cargo xtask bench`: every workload measured beside the limit this machine has for it in the same run.
//!
//! The table goes to the terminal; `--json FILE` writes it as an array, `--write` into `docs/performance.md`. `--core` runs
//! the benchmarks of the rules instead.

mod child;
mod load;
mod mail;
mod pages;
mod performance;
mod place;
mod record;
mod row;

use std::path::PathBuf;

use anyhow::Result;

use crate::house::{House, say};
use crate::{DONE, FAILED, USAGE};
use place::Place;
use row::Row;

const HELP: &str = "\
Usage: cargo xtask bench [--quick] [--size S|M|L|W] [--engine sqlite|postgres] [--only WORKLOAD] [--json FILE] [--write]
       cargo xtask bench --core

  --quick           short loads on the smallest office: under five minutes once everything is built
  --size            20,000 recommendations (S), 100,000 (M), 300,000 (L) or 3,000,000 (W)
  --only WORKLOAD   one workload of the table, or several, each with its own --only
  --json FILE       the rows as JSON
  --write           the table into docs/performance.md
  --core            the benchmarks of the rules alone
";

/// The workloads, as the table names them.
const WORKLOADS: [&str; 11] = [
    "work-list page",
    "case page",
    "phrase search",
    "previous recommendations",
    "static file",
    "commands",
    "chase sweep",
    "inbound mail",
    "rebuild",
    "audit verify",
    "extraction",
];

/// What is asked of the bench.
pub(crate) struct Wanted {
    quick: bool,
    size: String,
    engine: String,
    only: Vec<String>,
    json: Option<PathBuf>,
    write: bool,
}

impl Wanted {
    fn of(words: &[&str]) -> Result<Self, String> {
        let mut wanted = Self {
            quick: false,
            size: "S".to_owned(),
            engine: "sqlite".to_owned(),
            only: Vec::new(),
            json: None,
            write: false,
        };
        let mut words = words.iter().flat_map(|word| word.split('='));
        while let Some(word) = words.next() {
            let mut value = || words.next().map(str::to_owned).ok_or_else(|| format!("{word} needs a value"));
            match word {
                "--quick" => wanted.quick = true,
                "--write" => wanted.write = true,
                "--size" => wanted.size = value()?,
                "--engine" => wanted.engine = value()?,
                "--only" => wanted.only.push(value()?),
                "--json" => wanted.json = Some(value()?.into()),
                other => return Err(format!("there is no option {other}")),
            }
        }
        let known = |one: &String| WORKLOADS.iter().chain(&["start"]).any(|name| name.contains(one.as_str()));
        if let Some(other) = wanted.only.iter().find(|one| !known(one)) {
            return Err(format!("there is no workload {other}; there are {}, start", WORKLOADS.join(", ")));
        }
        if !["S", "M", "L", "W"].contains(&wanted.size.as_str()) {
            return Err("the sizes are S, M, L and W".to_owned());
        }
        if wanted.engine != "sqlite" {
            return Err(format!("the bench does not know the engine {}; it knows sqlite", wanted.engine));
        }
        Ok(wanted)
    }

    /// Is this workload wanted?
    fn has(&self, workload: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|one| workload.contains(one.as_str()))
    }
}

/// Runs the bench with the words given.
pub(crate) fn run(house: &House, words: &[&str]) -> u8 {
    if words == ["--core"] {
        return ended(house.run(&["cargo", "bench", "--package", "amends-core", "--benches"]));
    }
    let wanted = match Wanted::of(words) {
        Ok(wanted) => wanted,
        Err(why) => {
            say(&format!("{why}\n\n{HELP}"));
            return USAGE;
        }
    };
    ended(measure(house, &wanted).map_err(|error| format!("{error:#}")))
}

fn ended(outcome: Result<(), String>) -> u8 {
    match outcome {
        Ok(()) => DONE,
        Err(why) => {
            say(&why);
            FAILED
        }
    }
}

fn measure(house: &House, wanted: &Wanted) -> Result<()> {
    let place = Place::make(house, wanted)?;
    let mut rows: Vec<Row> = Vec::new();
    let of_pages =
        ["work-list page", "case page", "phrase search", "previous recommendations", "static file"];
    if of_pages.iter().any(|name| wanted.has(name)) {
        add(&mut rows, "pages", pages::measure(&place));
    }
    if wanted.has("commands") {
        add(&mut rows, "commands", record::commands(&place).map(|row| vec![row]));
    }
    if wanted.has("chase sweep") {
        add(&mut rows, "chase sweep", mail::sweep(&place));
    }
    if wanted.has("inbound mail") {
        add(&mut rows, "inbound mail", mail::inbound(&place).map(|row| vec![row]));
    }
    if wanted.has("rebuild") {
        add(&mut rows, "rebuild", record::rebuild(&place).map(|row| vec![row]));
    }
    if wanted.has("audit verify") {
        add(&mut rows, "audit verify", record::verify(&place).map(|row| vec![row]));
    }
    if wanted.has("extraction") {
        add(&mut rows, "extraction", record::extraction(&place).map(|row| vec![row]));
    }
    if wanted.has("start") {
        add(&mut rows, "start", record::start(&place));
    }
    for row in &mut rows {
        row.engine.clone_from(&wanted.engine);
        row.size.clone_from(&wanted.size);
    }
    let table = row::table(&rows);
    say(&format!("\n{table}"));
    if let Some(path) = &wanted.json {
        std::fs::write(path, serde_json::to_string_pretty(&rows)?)?;
    }
    if wanted.write {
        performance::write(house, wanted, &table)?;
    }
    Ok(())
}

/// What was found; a workload that could not be measured keeps the others from nothing, and says why in its row.
fn add(rows: &mut Vec<Row>, workload: &str, found: Result<Vec<Row>>) {
    match found {
        Ok(found) => {
            for row in &found {
                let (rate, p99) = (row::number(row.rate), row::number(row.p99_ms));
                say(&format!(
                    "{}: {rate} {}, p99 {p99} ms, ratio {}",
                    row.workload,
                    row.unit,
                    row::number(row.ratio)
                ));
            }
            rows.extend(found);
        }
        Err(why) => {
            say(&format!("{workload} could not be measured: {why:#}"));
            rows.push(Row::of(workload, "/s").note(format!("not measured: {why:#}")));
        }
    }
}

/// A count as a number to divide by.
pub(crate) fn times(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_what_is_unknown_is_named() {
        let wanted = Wanted::of(&["--quick", "--size=M", "--only", "case", "--json", "rows.json"]).unwrap();
        assert!(wanted.quick && wanted.size == "M" && wanted.json.is_some());
        assert!(wanted.has("case page") && !wanted.has("commands"));
        for (words, named) in [
            (&["--fast"][..], "--fast"),
            (&["--size", "Q"], "S, M, L"),
            (&["--only", "nothing"], "audit verify"),
        ] {
            assert!(Wanted::of(words).err().unwrap().contains(named));
        }
    }
}
