//! The record under load: what is asked of it, made anew, verified; decisions read; and a program that starts.

use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::{
    child::{self, Server},
    place::Place,
    row::{Found, Promise, Row},
};

/// Evidence received by sixty-four people at once, each answered when it is on the disk.
pub(super) fn commands(place: &Place<'_>) -> Result<Row> {
    let seconds = place.length().as_secs().to_string();
    let database = place.empty_database("commands")?;
    let mut words = vec!["--clients", "64", "--seconds", &seconds];
    if let Some(database) = &database {
        words.extend(["--database", database]);
    }
    let found = place.line("command_speed", &words, "evidence received")?;
    let limit = if let Some(database) = place.empty_database("raw")? {
        place.limit("commit", &database, 8, &["--bytes", "1000"])?
    } else {
        let folder = place.folder.join("commit").display().to_string();
        place.limit("commit", &folder, 64, &["--batch", "64", "--bytes", "1000"])?
    };
    let row = Row::of("commands", "/s").found(found).beside(limit.rate);
    if database.is_some() {
        let row = row.note("evidence received, 64 clients; the limit is commits of 1 kB over 8 connections");
        return Ok(row.promised("≥ 0.5 of raw commits", &[&[Promise::Part(0.5)]]));
    }
    let row = row.note("evidence received, 64 clients; the limit is 64 clients and one writer of 1 kB rows");
    let all: [&[Promise]; 2] = [&[Promise::Rate(8000.0)], &[Promise::Part(0.35)]];
    Ok(row.promised("≥ 8,000/s; ≥ 0.35 of raw group commit", &all))
}

/// Every row of the lists made anew from the record, which leaves them as they were.
pub(super) fn rebuild(place: &Place<'_>) -> Result<Row> {
    let ran = child::run(&mut place.amends(&place.kept(), &["rebuild", "--rows", "--json"]))?;
    let told: Value = serde_json::from_str(&ran.out)?;
    let rows = told["seconds"]["rows"].as_f64().context("it does not say how long the rows took")?;
    let rate = Some(place.count("entries") / rows);
    let found = Found { rate, peak_rss_mb: ran.peak_mb, ..Found::default() };
    let row = Row::of("rebuild", "events/s").found(found);
    let row = row.note(format!("every index row, {} entries in {rows:.1} s", place.fact("entries")));
    Ok(row.promised("≥ 100,000 events/s", &[&[Promise::Rate(100_000.0)]]))
}

/// The whole chain, tree and every text verified.
pub(super) fn verify(place: &Place<'_>) -> Result<Row> {
    let ran =
        child::run(&mut place.amends(&place.kept(), &["audit", "verify", "--without-files", "--json"]))?;
    let rate = place.count("entries") / ran.took.as_secs_f64();
    let row = Row::of("audit verify", "entries/s").found(Found {
        rate: Some(rate),
        peak_rss_mb: ran.peak_mb,
        ..Found::default()
    });
    let row = row.note(format!("{} entries in {:.1} s", place.fact("entries"), ran.took.as_secs_f64()));
    Ok(row.promised("1 M entries in ≤ 5 s: ≥ 200,000 entries/s", &[&[Promise::Rate(200_000.0)]]))
}

/// Recommendations found in decisions.
pub(super) fn extraction(place: &Place<'_>) -> Result<Row> {
    let ran = child::run(&mut std::process::Command::new(place.program("extract_speed")))?;
    let words: Vec<&str> = ran.out.split_whitespace().collect();
    let at = words.iter().position(|word| word.starts_with("MB/s")).context("no figure of it")?;
    let rate = at.checked_sub(1).and_then(|place| words[place].parse().ok());
    let row =
        Row::of("extraction", "MB/s").found(Found { rate, peak_rss_mb: ran.peak_mb, ..Found::default() });
    Ok(row.promised("≥ 20 MB/s", &[&[Promise::Rate(20.0)]]))
}

/// From starting the process to the first page, and the memory it holds when nobody asks anything.
pub(super) fn start(place: &Place<'_>) -> Result<Vec<Row>> {
    let mut took = Vec::new();
    let mut idle = None;
    for nth in 0..5 {
        let server = Server::start(&place.program("amends"), &place.kept(), true)?;
        took.push(server.first_page);
        if nth == 4 {
            server.settle()?;
            std::thread::sleep(Duration::from_secs(2));
            idle = server.memory("VmRSS");
        }
    }
    let found = super::load::summed(took, Duration::from_secs(1));
    let first = Row::of("start to first page", "/s").found(Found { rate: None, ..found });
    let memory = Row::of("idle memory", "/s").found(Found { peak_rss_mb: idle, ..Found::default() });
    Ok(vec![
        first.note("five starts").promised("≤ 300 ms", &[&[Promise::Within(300.0)]]),
        memory
            .note("after the first round of the machinery")
            .promised("≤ 60 MiB", &[&[Promise::Memory(60.0)]]),
    ])
}
