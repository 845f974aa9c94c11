//! What a rig of nodes looks for when its faults have stopped: letters that went twice, and letters that still wait.

use std::collections::BTreeMap;

use super::Outcome;
use super::place::Place;
use super::sink::Sink;

/// What is in the outbox of an office.
pub(crate) struct Outbox {
    /// How many letters there are in each state.
    pub(crate) states: BTreeMap<String, usize>,
    /// What is there or was taken twice, in words.
    pub(crate) twice: Vec<String>,
}

impl Outbox {
    /// Reads it on a day, beside the nodes, and holds it against what the mail server took.
    pub(crate) fn of(place: &Place, day: &str, sink: &Sink) -> Outcome<Self> {
        let mut states = BTreeMap::new();
        let mut letters: BTreeMap<String, usize> = BTreeMap::new();
        for letter in place.json(day, &["mail", "outbox"])?.as_array().into_iter().flatten() {
            *states.entry(letter["state"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
            // The key of what a letter is owed for is unique in its table. Two letters with the same words to the same
            // reader, made under different keys, are not.
            let said = format!(
                "{} {} {}",
                letter["to"],
                letter["subject"],
                without_links(&letter["text"].to_string())
            );
            *letters.entry(said).or_default() += 1;
        }
        let taken = sink.taken().into_iter().filter(|(_, times)| *times > 1);
        let taken = taken.map(|(id, times)| format!("the message {id} was taken {times} times"));
        let same = letters.into_iter().filter(|(_, times)| *times > 1);
        let same = same.map(|(said, times)| format!("{times} letters say the same: {said}"));
        Ok(Self { states, twice: taken.chain(same).collect() })
    }

    /// How many letters are in a state.
    pub(crate) fn count(&self, state: &str) -> usize {
        self.states.get(state).copied().unwrap_or_default()
    }

    /// How many still wait: a person need not look at them, and they have not gone.
    pub(crate) fn waiting(&self) -> usize {
        ["queued", "claimed", "deferred"].iter().map(|state| self.count(state)).sum()
    }
}

/// The words of a letter; each has links of its own.
fn without_links(text: &str) -> String {
    let words = text.split(' ').filter(|word| !word.contains("://"));
    words.collect::<Vec<_>>().join(" ")
}
