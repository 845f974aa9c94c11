//! When the faults of a rig of nodes have stopped: everything goes, nothing twice, and the record is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use super::{NODES, Sum, start_all};
use crate::rig::Outcome;
use crate::rig::compare::is_whole;
use crate::rig::outbox::Outbox;
use crate::rig::place::Place;
use crate::rig::sink::Sink;

/// The days after those that are played, on which what was left by nodes that were killed is taken up.
const AFTERWARDS: [&str; 3] = ["2026-05-20", "2026-05-21", "2026-05-22"];
/// The last of them.
const LAST: &str = AFTERWARDS[2];
/// So long everything that waits may take to go when the faults have stopped.
const PATIENCE: Duration = Duration::from_mins(1);
/// Where nothing has gone for so long, what waits is held by a node that was killed, until the next day.
const QUIET: Duration = Duration::from_secs(4);

/// The faults have stopped: everything goes, once, and the record is whole.
pub(super) fn at_the_end(
    place: &Place,
    sink: &Sink,
    cases: &[String],
    written: BTreeSet<String>,
    sum: &mut Sum,
) -> Outcome {
    for day in AFTERWARDS {
        let nodes = start_all(place, day)?;
        // What is owed on this day has been made by the end of two rounds.
        std::thread::sleep(Duration::from_millis(2_200));
        let waiting = until_gone(place, sink, day, if day == LAST { PATIENCE } else { QUIET })?;
        drop(nodes);
        if waiting == 0 {
            break;
        }
    }
    let outbox = Outbox::of(place, LAST, sink)?;
    if outbox.waiting() > 0 {
        return Err(format!("letters still wait: {:?}", outbox.states));
    }
    if let Some(first) = outbox.twice.first() {
        return Err(first.clone());
    }
    is_whole(place)?;
    sum.messages += taken_in_once(place, written)?;
    sum.chases += chases_once(place, cases)?;
    sum.accepted += outbox.count("accepted");
    sum.held += outbox.count("held");
    sum.late += lost_leases(place);
    sum.offices += 1;
    Ok(())
}

/// How many messages are in the folder for mail.
fn not_taken_in(place: &Place) -> usize {
    std::fs::read_dir(place.inbound()).map_or(0, Iterator::count)
}

/// Waits until nothing waits, coming or going, or until nothing has moved for so long: how many wait.
fn until_gone(place: &Place, sink: &Sink, day: &str, quiet: Duration) -> Outcome<usize> {
    let (mut least, mut since) = (usize::MAX, Instant::now());
    loop {
        let waiting = Outbox::of(place, day, sink)?.waiting() + not_taken_in(place);
        if waiting < least {
            (least, since) = (waiting, Instant::now());
        }
        if waiting == 0 || since.elapsed() > quiet {
            return Ok(waiting);
        }
        std::thread::sleep(Duration::from_millis(300));
    }
}

/// How many messages were taken in; fails where one is missing, or there twice.
fn taken_in_once(place: &Place, mut written: BTreeSet<String>) -> Outcome<usize> {
    let all = written.len();
    for mail in place.json(LAST, &["mail", "held"])?.as_array().into_iter().flatten() {
        let subject = mail["subject"].as_str().unwrap_or_default();
        if subject.starts_with("mail-") && !written.remove(subject) {
            return Err(format!("the message {subject} is there twice"));
        }
    }
    if written.is_empty() {
        Ok(all)
    } else {
        Err(format!("messages that came in are not there: {written:?}"))
    }
}

/// How many chases are on the record; fails where one is there twice for the same recommendation, date and step.
fn chases_once(place: &Place, cases: &[String]) -> Outcome<usize> {
    let mut made: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases {
        let shown = place.json(LAST, &["case", "show", case])?;
        for one in shown["history"].as_array().into_iter().flatten() {
            let event = &one["event"];
            if one["kind"] == "chased" {
                let (number, chase) = (&event["number"], &event["chase"]);
                let key = format!("{case}-{number} {} {}", chase["step"], chase["date_version"]);
                *made.entry(key).or_default() += 1;
            }
        }
    }
    match made.iter().find(|(_, times)| **times > 1) {
        Some((chase, times)) => Err(format!("the chase {chase} was made {times} times")),
        None => Ok(made.len()),
    }
}

/// How often a node was told that it does not lead any more, and recorded nothing.
fn lost_leases(place: &Place) -> usize {
    let logs = (0..NODES).map(|nth| place.log(&format!("node-{nth}")));
    let said = logs.map(|log| std::fs::read_to_string(log).unwrap_or_default());
    said.map(|said| said.matches("stood still for too long").count()).sum()
}
