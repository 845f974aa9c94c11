//! What was acknowledged compared with what is there: each act once in the record, each file whole on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Outcome;
use super::clients::file_of;
use super::history::History;
use super::place::Place;

/// The day on which the office is read.
pub(crate) const TODAY: &str = "2026-04-20";

/// So often the record is compared in full.
const EVERY: u32 = 5;

/// What a comparison found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Acknowledged, and not there.
    pub(crate) lost: Vec<String>,
    /// There more than once.
    pub(crate) twice: Vec<String>,
    /// There, and never sent.
    pub(crate) unknown: Vec<String>,
    /// What is wrong with the record itself.
    pub(crate) broken: Vec<String>,
}

impl Found {
    /// Whether nothing was found.
    pub(crate) fn is_good(&self) -> bool {
        self.lost.is_empty() && self.twice.is_empty() && self.unknown.is_empty() && self.broken.is_empty()
    }

    /// What was found, in a line.
    pub(crate) fn told(&self) -> String {
        let some = |all: &[String]| format!("{} {:?}", all.len(), all.iter().take(3).collect::<Vec<_>>());
        format!(
            "lost {}, twice {}, unknown {}, broken {}",
            some(&self.lost),
            some(&self.twice),
            some(&self.unknown),
            some(&self.broken)
        )
    }
}

/// How much is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Every act ever acknowledged by this office is looked for, and every file read.
    Acts,
    /// The record is verified too, and every list held against it.
    Full,
}

impl Depth {
    /// In full every fifth time, and where the office is given up after it.
    pub(crate) fn after(cycle: u32, last: bool) -> Self {
        if last || cycle.is_multiple_of(EVERY) { Self::Full } else { Self::Acts }
    }
}

/// Compares the history with the office, which is not running unless its database is on a server.
pub(crate) fn with_the_record(place: &Place, cases: &[String], history: &History, depth: Depth) -> Found {
    let mut found = Found::default();
    if depth == Depth::Full
        && let Err(why) = is_whole(place)
    {
        found.broken.push(why);
    }
    let counted = match counted(place, cases) {
        Ok(counted) => counted,
        Err(why) => {
            found.broken.push(why);
            found.lost = history.all_acknowledged();
            return found;
        }
    };
    let files = files(&place.data.join("files"));
    for mark in history.all_acknowledged() {
        let file_is_there = !mark.starts_with("evidence") || files.contains(&file_of(&mark));
        if !counted.contains_key(&mark) || !file_is_there {
            found.lost.push(mark);
        }
    }
    let sent = history.all_sent();
    for (mark, times) in counted {
        if times > 1 {
            found.twice.push(mark.clone());
        }
        if !sent.contains(&mark) {
            found.unknown.push(mark);
        }
    }
    found
}

/// The record verifies, and the lists are what it says.
pub(crate) fn is_whole(place: &Place) -> Outcome {
    let verified = place.json(TODAY, &["audit", "verify"])?;
    if verified["whole"] != true {
        return Err(format!("the record is not whole: {verified}"));
    }
    place.give(TODAY, &["rebuild", "--check"]).map(drop)
}

/// How often each mark stands in the record: words of events, and subjects of messages.
fn counted(place: &Place, cases: &[String]) -> Outcome<BTreeMap<String, usize>> {
    let mut words = Vec::new();
    for case in cases {
        texts(&place.json(TODAY, &["case", "show", case])?["history"], &mut words);
    }
    for mail in place.json(TODAY, &["mail", "held"])?.as_array().into_iter().flatten() {
        texts(&mail["subject"], &mut words);
    }
    let mut counted = BTreeMap::new();
    for mark in words.into_iter().filter(|word| is_mark(word)) {
        *counted.entry(mark).or_default() += 1;
    }
    Ok(counted)
}

fn is_mark(word: &str) -> bool {
    let kinds = ["evidence-", "judged-", "asked-", "refused-", "mail-"];
    word.ends_with('.') && kinds.iter().any(|kind| word.starts_with(kind))
}

fn texts(value: &serde_json::Value, all: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => all.push(text.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| texts(value, all)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| texts(value, all)),
        _ => {}
    }
}

/// Every file the office keeps.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if let Ok(text) = std::fs::read_to_string(entry.path()) {
                found.insert(text);
            }
        }
    }
    found
}
