//! Acts beside an act: what is given by the same verb, done by others, bound by a condition, or nested within.

use super::{Act, Acts};
use crate::extract::{
    addressee,
    cue::Lead,
    remedy,
    token::TokenKind,
    verb::{self, Form},
    welsh,
    words::{Phrases, Words},
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
        static GIVING: Words = Words::new(" provide give offer issue send write ");
        let gives = current.verb.is_some_and(|verb| GIVING.has(verb));
        let first = (current.verb_at + 1..at).find(|&at| remedy::is_one(self.tokens, at, last));
        let second = (from..last.min(from + 4)).find(|&at| remedy::is_one(self.tokens, at, last));
        let (Some(first), Some(second)) = (first, second) else { return false };
        let apart = self.tokens.word(first) != self.tokens.word(second);
        gives && apart && (from == second || remedy::begins(self.tokens, from, last, true))
    }

    /// "write to Mr G **and apologise**": what the letter does.
    pub(super) fn is_in_the_letter(&self, verb: &str, at: usize, current: Option<Act>) -> bool {
        self.tokens.word(at) == "and"
            && matches!(verb, "apologise" | "apologize" | "explain")
            && current.is_some_and(|act| act.verb == Some("write") && at - act.verb_at <= 6)
    }

    /// "…; **staff reminded of the time limits**": in a list of things, one that is to be done.
    pub(super) fn is_done_to(&self, at: usize, from: usize, last: usize) -> bool {
        self.lead == Lead::Nouns
            && self.tokens.word(at) == ";"
            && (from + 1..last.min(from + 5)).any(|at| {
                verb::find(self.tokens.word(at)).is_some_and(|found| found.form == Form::Participle)
            })
    }

    /// "an apology **and a fresh look at the banding**": in a list of things promised, one under any name.
    pub(super) fn is_listed_thing(&self, at: usize, from: usize) -> bool {
        static FAILINGS: Words = Words::new(
            " failure lack delay loss mistake error poor breach number series missed wrong \
            further long failing shortcoming complaint fault service ",
        );
        let article = matches!(self.tokens.word(from), "a" | "an" | "new" | "fresh" | "another");
        // "…; **evidence of it to reach the Ombudsman**"
        let told = self.tokens.word(at) == ";"
            && (from + 1..from + 8).any(|at| {
                self.tokens.word(at) == "to"
                    && (self.tokens.word(at + 1) == "be"
                        || verb::find(self.tokens.word(at + 1)).is_some_and(|found| found.form == Form::Base)
                        || matches!(self.tokens.word(at + 1), "reach" | "receive" | "get" | "go"))
            })
            && verb::find(self.tokens.word(from)).is_none_or(|found| found.noun);
        let parted = self.tokens.word(at) == ";" && self.lead == Lead::Nouns;
        if told || parted {
            return true;
        }
        self.lead == Lead::Nouns
            && article
            && matches!(self.tokens.word(at), ";" | "," | "and")
            && !FAILINGS.has(self.tokens.word(from + 1))
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
        // `£250 a boeler newydd`
        let after_sum = at > 0
            && self.lead == Lead::WelshNouns
            && tokens.kind(at - 1) == Some(TokenKind::Number)
            && matches!(tokens.word(at), "a" | "ac")
            && tokens.kind(from) == Some(TokenKind::Word)
            && !matches!(tokens.word(from), "'r" | "’r");
        if after_sum || (self.lead == Lead::WelshNouns || with) && self.noun_of_remedy(from, last) {
            return Some(Act { first: from, last, verb: None, verb_at: from });
        }
        let start = from;
        // `ac i’r Cyngor ymddiheuro`: another body is told.
        let from = (tokens.word(from) == "i")
            .then(|| addressee::welsh_body_at(tokens, from + 1))
            .flatten()
            .map_or(from, |subject| subject.1);
        let particle = matches!(tokens.word(from), "yn" | "i" | "'n" | "’n" | "wedi");
        let told = from > start;
        let object = matches!(tokens.word(from + 1), "ei" | "eu" | "'w" | "’w") && particle;
        let verb_at = from + usize::from(particle) + usize::from(object);
        let verb = welsh::verb::base(tokens.word(verb_at))?;
        // A bare verb-noun needs "a" or "ac" before it, or a list of verb-nouns it continues.
        let listed = particle
            || told
            || matches!(tokens.word(from - 1), "a" | "ac" | "," | ";" | "ei" | "eu" | "dylai");
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
        static OPENING: Phrases = Phrases::new(&[
            "o bwysigrwydd",
            "at ddibenion",
            "am fethu",
            "er mwyn",
            "am beidio â",
            "sut i",
            "o'r angen i",
        ]);
        (current.verb_at + 1..at).any(|at| OPENING.read(self.tokens, at).is_some())
    }
}
