//! How each workload grows: what one of it costs at several sizes, side by side, with the exponent of the growth.
//!
//! Where the cost of one is proportional to the size to the power e, everything together takes n to the power 1 + e. What is
//! asked is that nothing is worse than n log n: the cost of one may grow as the logarithm of the size. What is of the whole
//! office from the start may grow as n log n itself.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::{
    Wanted, performance,
    row::{self, Row},
};
use crate::house::{House, say};

/// What is of the whole office, and not of one of many: it may itself grow as n log n.
const WHOLE: [&str; 1] = ["start to first page"];

/// So much more than the logarithm is put down to chance: two runs of the same differ by as much.
const CHANCE: f64 = 1.25;

/// What one workload did at one size.
#[derive(Debug, Clone, PartialEq)]
struct Figure {
    workload: String,
    size: String,
    /// How many a second, where that is counted.
    rate: Option<f64>,
    /// How long the middle one took, in milliseconds.
    p50_ms: Option<f64>,
}

impl Figure {
    /// What one costs, in milliseconds.
    fn cost(&self) -> Option<f64> {
        let by_rate = self.rate.filter(|rate| *rate > 0.0).map(|rate| 1000.0 / rate);
        by_rate.or(self.p50_ms).filter(|cost| *cost > 0.0)
    }

    fn shown(&self) -> String {
        match (self.rate, self.p50_ms) {
            (Some(rate), _) => format!("{}/s", row::number(Some(rate))),
            (None, p50) => format!("{} ms", row::number(p50)),
        }
    }
}

/// How many recommendations an office of this size has: a letter, or the number itself.
pub(super) fn recommendations(size: &str) -> Option<f64> {
    let named = [("S", 20_000.0), ("M", 100_000.0), ("L", 300_000.0), ("W", 3_000_000.0)]
        .into_iter()
        .find(|(letter, _)| *letter == size)
        .map(|(_, count)| count);
    named.or_else(|| size.parse::<u32>().ok().filter(|count| *count > 1).map(f64::from))
}

/// Puts the sizes side by side: those of the files named, else S, L and W, measured now.
///
/// # Errors
/// Where a file cannot be read, or a size cannot be measured.
pub(super) fn measure(house: &House, wanted: &Wanted) -> Result<()> {
    let mut figures = Vec::new();
    for file in &wanted.files {
        figures.extend(read(file)?);
    }
    if wanted.files.is_empty() {
        for size in ["S", "L", "W"] {
            say(&format!("Size {size}"));
            let of_size = Wanted { size: size.to_owned(), ..wanted.clone() };
            figures.extend(super::measure(house, &of_size)?.into_iter().map(figure));
        }
    }
    let table = table(&figures);
    say(&format!("\n{table}"));
    if wanted.write {
        performance::write_growth(house, wanted, &table)?;
    }
    Ok(())
}

fn figure(row: Row) -> Figure {
    Figure { workload: row.workload, size: row.size, rate: row.rate, p50_ms: row.p50_ms }
}

fn read(file: &Path) -> Result<Vec<Figure>> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| name.to_string())?;
    let rows: Vec<Value> = serde_json::from_str(&text).with_context(|| name.to_string())?;
    let one = |row: &Value| {
        let word = |key: &str| row[key].as_str().map(str::to_owned);
        Some(Figure {
            workload: word("workload")?,
            size: word("size")?,
            rate: row["rate"].as_f64(),
            p50_ms: row["p50_ms"].as_f64(),
        })
    };
    let Some(figures) = rows.iter().map(one).collect() else { bail!("{name} has a row without a workload") };
    Ok(figures)
}

/// The exponent with which the cost grows from one size to another, and whether that of one grows no more than the logarithm,
/// or that of the whole no more than n log n.
fn growth(from: &Figure, to: &Figure) -> Option<(f64, bool)> {
    let (few, many) = (recommendations(&from.size)?, recommendations(&to.size)?);
    let (before, after) = (from.cost()?, to.cost()?);
    if many <= few {
        return None;
    }
    let exponent = (after / before).ln() / (many / few).ln();
    let as_many = if WHOLE.contains(&from.workload.as_str()) { many / few } else { 1.0 };
    Some((exponent, after / before <= CHANCE * as_many * many.ln() / few.ln()))
}

fn table(figures: &[Figure]) -> String {
    let mut sizes: Vec<&str> = figures.iter().map(|one| one.size.as_str()).collect();
    let place = |size: &str| recommendations(size).unwrap_or_default();
    sizes.sort_by(|one, other| place(one).total_cmp(&place(other)));
    sizes.dedup();
    let mut workloads: Vec<&str> = Vec::new();
    for one in figures {
        if !workloads.contains(&one.workload.as_str()) {
            workloads.push(&one.workload);
        }
    }
    let mut text = format!("| workload | {} | exponent of the cost | n log n |\n", sizes.join(" | "));
    text.push_str(&format!("| --- |{} ---: | --- |\n", " ---: |".repeat(sizes.len())));
    for workload in workloads {
        let of = |size: &&str| figures.iter().find(|one| one.workload == workload && one.size == **size);
        let found: Vec<Option<&Figure>> = sizes.iter().map(of).collect();
        let shown = found.iter().map(|one| one.map_or_else(|| "–".to_owned(), Figure::shown));
        let shown: Vec<String> = shown.collect();
        let there: Vec<&Figure> = found.into_iter().flatten().filter(|one| one.cost().is_some()).collect();
        let whole = there.first().zip(there.last()).and_then(|(from, to)| growth(from, to));
        let (exponent, holds) = match whole {
            Some((exponent, true)) => (format!("{exponent:.2}"), "yes"),
            Some((exponent, false)) => (format!("{exponent:.2}"), "**no**"),
            None => ("–".to_owned(), "–"),
        };
        text.push_str(&format!("| {workload} | {} | {exponent} | {holds} |\n", shown.join(" | ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(size: &str, rate: f64) -> Figure {
        Figure { workload: "pages".to_owned(), size: size.to_owned(), rate: Some(rate), p50_ms: None }
    }

    #[test]
    fn the_logarithm_is_allowed_and_the_root_is_not() {
        let (exponent, holds) = growth(&at("S", 1000.0), &at("L", 900.0)).unwrap();
        assert!((exponent - 0.039).abs() < 0.001 && holds);
        let (exponent, holds) = growth(&at("S", 1000.0), &at("W", 1000.0 / 150_f64.sqrt())).unwrap();
        assert!((exponent - 0.5).abs() < 0.001 && !holds);
        assert_eq!(growth(&at("L", 1.0), &at("S", 1.0)), None);
    }

    #[test]
    fn the_whole_may_grow_with_the_office_and_a_size_may_be_a_number() {
        let start = |size: &str, p50_ms| Figure {
            workload: WHOLE[0].to_owned(),
            rate: None,
            p50_ms: Some(p50_ms),
            ..at(size, 0.0)
        };
        let (exponent, holds) = growth(&start("20000", 10.0), &start("2000000", 1_000.0)).unwrap();
        assert!((exponent - 1.0).abs() < 0.001 && holds);
        assert!(!growth(&start("S", 10.0), &start("2000000", 10_000.0)).unwrap().1);
        assert_eq!((recommendations("many"), recommendations("0")), (None, None));
    }

    #[test]
    fn sizes_stand_side_by_side_in_their_order() {
        let waited = |size: &str, p50_ms| Figure { rate: None, p50_ms: Some(p50_ms), ..at(size, 0.0) };
        let table = table(&[at("L", 900.0), at("S", 1000.0)]);
        assert!(table.contains("| workload | S | L |"), "{table}");
        assert!(table.contains("| pages | 1,000/s | 900/s | 0.04 | yes |"), "{table}");
        assert_eq!(waited("S", 2.0).cost(), Some(2.0));
    }
}
