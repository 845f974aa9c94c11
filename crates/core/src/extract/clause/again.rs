//! Binding words said again before a further act: "and **it will** pay", "and **that, within 4 months, it**
//! audit".

use super::Acts;
use crate::extract::{addressee, verb, welsh, words::Phrases};

impl Acts<'_, '_> {
    /// Passes over a cue said again: "and **it will** …", "and **the Council should** …", "**bydd y Bwrdd**
    /// yn …".
    pub(super) fn pass_cue(&self, from: usize, last: usize) -> usize {
        static AGAIN: Phrases = Phrases::new(&[
            "would also",
            "would",
            "will also",
            "should also",
            "must also",
            "will",
            "should",
            "must",
            "is to",
            "has agreed to",
            "agreed to",
        ]);
        let tokens = self.tokens;
        let from = self.pass_that(from, last).unwrap_or(from);
        if self.welsh() {
            let said = ["'i fod yn", "'i bod yn", "ei fod yn", "ei bod yn"];
            if let Some(after) = tokens.reads_any(from, &said) {
                return after - 1;
            }
            if matches!(tokens.word(from), "mae" | "roedd") {
                return addressee::welsh_body_at(tokens, from + 1).map_or(from + 1, |subject| subject.1);
            }
            let from = if matches!(tokens.word(from), "y" | "yr") { from + 1 } else { from };
            if !matches!(tokens.word(from), "bydd" | "fydd" | "byddai" | "fyddai" | "dylai") {
                return from;
            }
            if let Some(acts) = welsh::cue::done_to(tokens, from + 1).filter(|&acts| acts < last) {
                return acts;
            }
            return addressee::welsh_body_at(tokens, from + 1).map_or(from + 1, |subject| subject.1);
        }
        (from..(from + 5).min(last))
            .find_map(|at| {
                let plain = (from..at).all(|at| {
                    let word = tokens.word(at);
                    matches!(word, "it" | "they" | "the" | "also")
                        || addressee::is_body(word)
                        || tokens.capital(at)
                });
                plain.then(|| AGAIN.read(tokens, at)).flatten()
            })
            .unwrap_or(from)
    }

    /// "that it", "that, within 4 months, the Trust": the subject of a further act.
    fn pass_that(&self, from: usize, last: usize) -> Option<usize> {
        let tokens = self.tokens;
        let subject = self.skip(tokens.reads(from, "that")?, last);
        if matches!(tokens.word(subject), "it" | "they") {
            return Some(subject + 1);
        }
        if let Some(acts) = verb::after_subject(tokens, subject, last) {
            return Some(acts);
        }
        let named = (subject..last.min(subject + 6)).find(|&at| addressee::is_body(tokens.word(at)))?;
        (tokens.word(subject) == "the" || tokens.capital(subject)).then_some(named + 1)
    }
}
