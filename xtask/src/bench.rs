//! `cargo xtask bench`: every workload measured beside the limit this machine has for it in the same run.
//!
//! The table goes to the terminal; `--json FILE` writes it as an array, `--write` into `docs/performance.md`. `--core` runs
//! the benchmarks of the rules instead.

mod child;
mod growth;
mod load;
mod mail;
mod pages;
mod performance;
mod place;
mod record;
mod row;

use std::{path::PathBuf, time::Instant};

use anyhow::Result;

use crate::house::{House, say};
use crate::{DONE, FAILED, USAGE};
use place::Place;
use row::Row;

const HELP: &str = "\
Usage: cargo xtask bench [--quick] [--size S|M|L|W|COUNT] [--engine sqlite|postgres] [--only WORKLOAD] [--json FILE] [--write]
       cargo xtask bench --growth [--engine ENGINE] [--only WORKLOAD] [--write] [FILE …]
       cargo xtask bench --core

  --quick           short loads on the smallest office: under five minutes once everything is built
  --size            20,000 recommendations (S), 100,000 (M), 300,000 (L) or 3,000,000 (W), or as many as are named
  --only WORKLOAD   one workload of the table, or several, each with its own --only
  --json FILE       the rows as JSON
  --write           the table into docs/performance.md
  --growth          how each workload grows with the size: of the files that --json wrote at several sizes, or, where
                    none is named, of sizes S, L and W measured now, which takes hours
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
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    quick: bool,
    size: String,
    engine: String,
    only: Vec<String>,
    json: Option<PathBuf>,
    write: bool,
    growth: bool,
    files: Vec<PathBuf>,
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
            growth: false,
            files: Vec::new(),
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
                "--growth" => wanted.growth = true,
                file if wanted.growth && !file.starts_with('-') => wanted.files.push(file.into()),
                other => return Err(format!("there is no option {other}")),
            }
        }
        let known = |one: &String| WORKLOADS.iter().chain(&["start"]).any(|name| name.contains(one.as_str()));
        if let Some(other) = wanted.only.iter().find(|one| !known(one)) {
            return Err(format!("there is no workload {other}; there are {}, start", WORKLOADS.join(", ")));
        }
        if growth::recommendations(&wanted.size).is_none() {
            return Err("the sizes are S, M, L and W, or a number of recommendations".to_owned());
        }
        if !["sqlite", "postgres"].contains(&wanted.engine.as_str()) {
            return Err(format!("there is no engine {}; there are sqlite and postgres", wanted.engine));
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
    let done = if wanted.growth {
        growth::measure(house, &wanted)
    } else {
        measure(house, &wanted).and_then(|rows| told(house, &wanted, &rows))
    };
    ended(done.map_err(|error| format!("{error:#}")))
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

/// What is measured together, under the name it has where it fails, and the rows it makes.
type Part = (&'static [&'static str], fn(&Place<'_>) -> Result<Vec<Row>>);

/// Every part of the bench, in its order.
const PARTS: [Part; 8] = [
    (
        &["work-list page", "case page", "phrase search", "previous recommendations", "static file"],
        pages::measure,
    ),
    (&["commands"], |place| record::commands(place).map(|row| vec![row])),
    (&["chase sweep"], mail::sweep),
    (&["inbound mail"], |place| mail::inbound(place).map(|row| vec![row])),
    (&["rebuild"], |place| record::rebuild(place).map(|row| vec![row])),
    (&["audit verify"], |place| record::verify(place).map(|row| vec![row])),
    (&["extraction"], |place| record::extraction(place).map(|row| vec![row])),
    (&["start"], record::start),
];

/// Measures what is wanted.
fn measure(house: &House, wanted: &Wanted) -> Result<Vec<Row>> {
    let began = Instant::now();
    let minutes = || format!("{}:{:02}", began.elapsed().as_secs() / 60, began.elapsed().as_secs() % 60);
    let place = Place::make(house, wanted)?;
    let mut rows: Vec<Row> = Vec::new();
    for (workloads, part) in PARTS {
        if workloads.iter().any(|name| wanted.has(name)) {
            say(&format!("[{}] {} …", minutes(), workloads.join(", ")));
            add(&mut rows, workloads, part(&place));
        }
    }
    for row in &mut rows {
        row.engine.clone_from(&wanted.engine);
        row.size.clone_from(&wanted.size);
    }
    say(&format!("[{}] measured.", minutes()));
    Ok(rows)
}

/// Tells what was measured: at the terminal, in the file and in the document where that is wanted.
fn told(house: &House, wanted: &Wanted, rows: &[Row]) -> Result<()> {
    let table = row::table(rows);
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
fn add(rows: &mut Vec<Row>, workloads: &[&str], found: Result<Vec<Row>>) {
    match found {
        Ok(found) => {
            for row in &found {
                let (rate, p99) = (row::number(row.rate), row::number(row.p99_ms));
                say(&format!(
                    "  {}: {rate} {}, p99 {p99} ms, ratio {}",
                    row.workload,
                    row.unit,
                    row::number(row.ratio)
                ));
            }
            rows.extend(found);
        }
        Err(why) => {
            say(&format!("  not measured: {why:#}"));
            let name = workloads.first().copied().unwrap_or_default();
            rows.push(Row::of(name, "/s").note(format!("not measured: {why:#}")));
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
        let grown = Wanted::of(&["--growth", "s.json", "l.json"]).unwrap();
        assert!(grown.growth && grown.files.len() == 2);
        for (words, named) in [
            (&["--fast"][..], "--fast"),
            (&["--size", "Q"], "S, M, L"),
            (&["--only", "nothing"], "audit verify"),
            (&["--engine", "paper"], "postgres"),
            (&["rows.json"], "rows.json"),
        ] {
            assert!(Wanted::of(words).err().unwrap().contains(named));
        }
    }
}
