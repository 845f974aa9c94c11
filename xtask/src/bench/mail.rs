//! Mail under load: a sweep of chases from the plan to the mail server, and messages that come in.

use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::{
    Wanted,
    child::{self, Kept, Sink},
    place::Place,
    row::{Found, Promise, Row},
};

/// Live recommendations of the sweep, and how many of them are owed a chase.
fn sizes(wanted: &Wanted) -> (u64, u64) {
    match (wanted.size.as_str(), wanted.quick) {
        (_, true) => (20_000, 400),
        ("S", _) => (20_000, 2_000),
        ("M", _) => (100_000, 5_000),
        _ => (1_000_000, 20_000),
    }
}

/// The office of the sweep, made where it is not there.
///
/// # Errors
/// Where it cannot be made.
pub(super) fn office(place: &Place<'_>) -> Result<Kept> {
    let (live, owed) = sizes(place.wanted);
    let (live, owed, day) = (live.to_string(), owed.to_string(), working_day()?);
    let words = ["--live", &live, "--owed", &owed, "--letters", "0"];
    place.made("sweep", &[&words, on(day.as_deref()).as_slice()].concat())
}

/// The Friday before, at a weekend: nobody is chased then. Nothing on other days, which are the machine's own.
fn working_day() -> Result<Option<String>> {
    let date = |words: &[&str]| Ok(child::run(Command::new("date").args(words))?.out.trim().to_owned());
    let past_friday: u8 = date(&["+%u"])?.parse::<u8>()?.saturating_sub(5);
    let friday = || date(&["--date", &format!("{past_friday} days ago"), "+%F"]);
    (past_friday > 0).then(friday).transpose()
}

/// The words for a day that is not the machine's.
fn on(day: Option<&str>) -> Vec<&str> {
    day.into_iter().flat_map(|day| ["--today", day]).collect()
}

/// A day on which very much is owed: planned, recorded, sent; and the same again, which must send nothing.
pub(super) fn sweep(place: &Place<'_>) -> Result<Vec<Row>> {
    let (live, _) = sizes(place.wanted);
    let made = office(place)?;
    // The sweep changes the office; the next run begins with the same. On a server it is made anew each time.
    let data = if made.database.is_some() {
        made
    } else {
        let copy = Kept::in_folder(place.folder.join("swept"));
        child::copy(&made.folder, &copy.folder)?;
        copy
    };
    let day = working_day()?;
    let seconds =
        |command: &[&str]| child::run(&mut place.amends(&data, &[command, &on(day.as_deref())].concat()));
    let only_start = seconds(&["user", "list", "--json"])?.took.as_secs_f64();

    let planned = seconds(&["chase", "run", "--dry-run", "--json"])?;
    let lines: Vec<Value> = serde_json::from_str(&planned.out)?;
    anyhow::ensure!(!lines.is_empty(), "nothing is owed today; is it a bank holiday?");
    let plan_ms = planned.took.as_secs_f64() * 1000.0;
    let found = Found {
        rate: Some(super::times(lines.len()) / planned.took.as_secs_f64()),
        p50_ms: Some(plan_ms),
        p99_ms: Some(plan_ms),
        peak_rss_mb: planned.peak_mb,
    };
    let plan = Row::of("chase sweep: plan", "owed/s").found(found);
    let plan = plan.note(format!(
        "{} owed of {live} live, with the start of the program ({only_start:.2} s)",
        lines.len()
    ));

    let recorded = seconds(&["chase", "run", "--json"])?;
    let rate = super::times(lines.len()) / (recorded.took.as_secs_f64() - only_start).max(0.001);
    let found = Found { rate: Some(rate), peak_rss_mb: recorded.peak_mb, ..Found::default() };
    let record = Row::of("chase sweep: record", "/s")
        .found(found)
        .note("recommendations chased; planned once more within");

    let mut rows = vec![
        plan.promised("≤ 2 s; ≤ 256 MiB", &[&[Promise::Within(2000.0)], &[Promise::Memory(256.0)]]),
        record.promised("≥ 10,000/s; ≤ 256 MiB", &[&[Promise::Rate(10_000.0)], &[Promise::Memory(256.0)]]),
    ];
    match Sink::start()? {
        Some(sink) => rows.extend(send(place, &data, day.as_deref(), &sink)?),
        None => rows
            .push(Row::of("chase sweep: send", "/s").note("smtp-sink is missing: apt-get install postfix")),
    }
    std::fs::remove_dir_all(&data.folder)?;
    Ok(rows)
}

fn send(place: &Place<'_>, data: &Kept, day: Option<&str>, sink: &Sink) -> Result<Vec<Row>> {
    let smtp = format!("smtp://127.0.0.1:{}", sink.port);
    let hand_over = |chased: bool| -> Result<_> {
        if chased {
            let words = [&["chase", "run", "--json"], on(day).as_slice()].concat();
            child::run(&mut place.amends(data, &words))?;
        }
        let mut command = place.amends(data, &["mail", "send", "--once", "--json"]);
        let ran = child::run(command.env("AMENDS__MAIL__SMTP", &smtp))?;
        let said: Value = serde_json::from_str(&ran.out)?;
        let accepted = said["accepted"].as_u64().context("it does not say how many were accepted")?;
        let bytes = said["bytes"].as_u64().context("it does not say how many bytes they had")?;
        Ok((ran, accepted, bytes))
    };
    let (ran, accepted, bytes) = hand_over(false)?;
    let count = usize::try_from(accepted)?;
    let rate = super::times(count) / ran.took.as_secs_f64();
    let lines = std::env::var("BENCH_SMTP_LINES").ok().and_then(|text| text.parse().ok()).unwrap_or(8);
    let each = usize::try_from(bytes / accepted.max(1))?;
    let limit = sink.rate(lines, each, count.clamp(500, 20_000))?;
    let found = Found { rate: Some(rate), peak_rss_mb: ran.peak_mb, ..Found::default() };
    let sent = Row::of("chase sweep: send", "/s").found(found).beside(limit);
    let sent = sent.note(format!(
        "{accepted} letters of {each} bytes; the limit is smtp-source with as many, {lines} lines kept open"
    ));
    let (_, again, _) = hand_over(true)?;
    let found = Found { rate: Some(super::times(usize::try_from(again)?)), ..Found::default() };
    let second = Row::of("chase sweep: sent by a second run", "letters").found(found);
    Ok(vec![
        sent.promised("≥ 0.7 of smtp-sink; ≤ 256 MiB", &[&[Promise::Part(0.7)], &[Promise::Memory(256.0)]]),
        second.promised("0", &[&[Promise::Exactly(0.0)]]),
    ])
}

/// Messages of 135 kB taken in, four at once.
pub(super) fn inbound(place: &Place<'_>) -> Result<Row> {
    let seconds = place.length().as_secs().to_string();
    let database = place.empty_database("mail")?;
    let mut words = vec!["--clients", "4", "--seconds", &seconds, "--bytes", "135000"];
    words.extend(database.iter().flat_map(|address| ["--database", address]));
    let files = place.folder.join("files");
    let found = place.line("mail_speed", &words, "messages taken in")?;
    let limit = place.limit("files", &files.display().to_string(), 4, &["--bytes", "135000"])?;
    std::fs::remove_dir_all(files)?;
    let row = Row::of("inbound mail", "/s").found(found).beside(limit.rate);
    Ok(row
        .note("135 kB, 4 at once; the limit keeps one file and one row for each, in a folder")
        .promised("≥ 0.5 of the raw fsync'd store", &[&[Promise::Part(0.5)]]))
}
