//! Acts beside an act: what is given by the same verb, done by others, bound by a condition, or nested within.

use super::{Act, Acts};
use crate::extract::{
    cue::Lead,
    remedy,
    token::among,
    verb::{self, Form},
    welsh,
};

impl Acts<'_, '_> {
    /// "…, and for **all staff to be reminded** of the policy".
    pub(super) fn for_others(&self, from: usize, last: usize) -> Option<Act> {
        let tokens = self.tokens;
        let first = tokens.reads(from, "for")?;
        let verb_at = (first + 1..last.min(first + 8)).find_map(|at| tokens.reads(at, "to be"))?;
        let found = verb::find(tokens.word(verb_at)).filter(|found| found.form == Form::Participle)?;
        Some(Act { first, last, verb: Some(found.base), verb_at })
    }

    /// "…; and, **if she is eligible,** backdate": where the act begins whose condition stands before it.
    pub(super) fn after_condition(&self, from: usize, last: usize) -> usize {
        if self.lead != Lead::Verbs || !matches!(self.tokens.word(from), "if" | "where" | "unless" | "once") {
            return from;
        }
        (from + 1..last.min(from + 12))
            .find(|&at| self.tokens.word(at) == ",")
            .map_or(from, |comma| comma + 1)
    }

    /// "give him an apology **and an explanation**": a second remedy given by the same verb.
    pub(super) fn is_given_beside(&self, current: &Act, at: usize, from: usize, last: usize) -> bool {
        const GIVING: &str = " provide give offer issue send write ";
        let gives = current.verb.is_some_and(|verb| among(GIVING, verb));
        let first = (current.verb_at + 1..at).find(|&at| remedy::is_one(self.tokens, at, last));
        let second = (from..last.min(from + 4)).find(|&at| remedy::is_one(self.tokens, at, last));
        let (Some(first), Some(second)) = (first, second) else { return false };
        let apart = self.tokens.word(first) != self.tokens.word(second);
        gives && apart && (from == second || remedy::begins(self.tokens, from, last, true))
    }

    /// "…; **staff reminded of the time limits**": in a list of things, one that is to be done.
    pub(super) fn is_done_to(&self, at: usize, from: usize, last: usize) -> bool {
        self.lead == Lead::Nouns
            && self.tokens.word(at) == ";"
            && (from + 1..last.min(from + 5)).any(|at| {
                verb::find(self.tokens.word(at)).is_some_and(|found| found.form == Form::Participle)
            })
    }

    /// The Welsh act that begins after a joint.
    pub(super) fn next_welsh(
        &self,
        at: usize,
        from: usize,
        last: usize,
        current: Option<Act>,
    ) -> Option<Act> {
        let tokens = self.tokens;
        let with = matches!(tokens.word(from.saturating_sub(1)), "gyda" | "gydag")
            || tokens.word(from.saturating_sub(2)) == "ynghyd";
        if (self.lead == Lead::WelshNouns || with) && self.noun_of_remedy(from, last) {
            return Some(Act { first: from, last, verb: None, verb_at: from });
        }
        let particle = matches!(tokens.word(from), "yn" | "i" | "'n" | "’n");
        let object = matches!(tokens.word(from + 1), "ei" | "eu" | "'w" | "’w") && particle;
        let verb_at = from + usize::from(particle) + usize::from(object);
        let verb = welsh::verb::base(tokens.word(verb_at))?;
        // A bare verb-noun needs "a" or "ac" before it, or a list of verb-nouns it continues.
        let listed =
            particle || matches!(tokens.word(from - 1), "a" | "ac" | "," | ";" | "ei" | "eu" | "dylai");
        let nested = !particle
            && tokens.word(at) != ","
            && !matches!(verb, "talu" | "ymddiheuro" | "cynnig")
            && current.is_some_and(|act| self.is_nested_in_welsh(&act, at));
        if !listed
            || nested
            || (object && self.ends_clause(verb_at + 1, last))
            || self.shares_object(at, verb_at, last, current)
        {
            return None;
        }
        Some(Act { first: from, last, verb: Some(verb), verb_at })
    }

    /// `atgoffa staff o bwysigrwydd adolygu **a chofnodi**`: both verb-nouns are of what is reminded of.
    pub(super) fn is_nested_in_welsh(&self, current: &Act, at: usize) -> bool {
        const OPENING: &[&str] =
            &["o bwysigrwydd", "at ddibenion", "am fethu", "er mwyn", "am beidio â", "sut i", "o'r angen i"];
        (current.verb_at + 1..at).any(|at| self.tokens.reads_any(at, OPENING).is_some())
    }
}
