//! The English act that begins after a comma, semicolon or "and": a thing given, something others do, or a verb.

use super::{Act, Acts, begins_act, is_auxiliary, opens_object};
use crate::extract::{
    cue::Lead,
    remedy,
    token::TokenKind,
    verb::{self, Form, Found},
    words::Words,
};

impl Acts<'_, '_> {
    /// The act that begins at `from` after a joint at `at`; `cued` where binding words stand between.
    pub(super) fn next_english(
        &self,
        (at, cued): (usize, bool),
        from: usize,
        last: usize,
        current: Option<Act>,
    ) -> Option<Act> {
        if self.begins_thing(at, from, last, current) {
            return Some(Act { first: from, last, verb: None, verb_at: from });
        }
        if let Some(act) = self.for_others(from, last) {
            return Some(act);
        }
        let tokens = self.tokens;
        let to = tokens.word(from) == "to";
        let mut verb_at = if to { from + 1 } else { self.after_condition(from, last) };
        while verb_at < last
            && (self.is_adverb(verb_at) || verb_at > from + 1 && tokens.word(verb_at) == "to")
        {
            verb_at += 1;
        }
        let found = self.verb_of_form(verb_at, cued, to)?;
        if tokens.capital(verb_at) && tokens.word(at) != ";" {
            return None;
        }
        let bare = found.noun && !to && !self.is_listed_verb(at, verb_at, found) && self.lead != Lead::Ing;
        if bare && !self.has_object(verb_at, last) {
            return None;
        }
        let one = self.is_in_the_letter(found.base, at, current)
            || self.shares_object(at, verb_at, last, current)
            || (!to && self.continues_a_purpose(found.base, at, current))
            || (to || verb_at == from) && self.takes_up_the_object(verb_at + 1, last);
        (!one).then_some(Act { first: from, last, verb: Some(found.base), verb_at })
    }

    /// Whether a thing to be given begins: one of a list, or beside what is done ("…, together with an apology
    /// and an explanation").
    fn begins_thing(&self, at: usize, from: usize, last: usize, current: Option<Act>) -> bool {
        let tokens = self.tokens;
        let with = matches!(tokens.word(from - 1), "with" | "include" | "contain")
            && (tokens.word(at) == "," || at + 2 < from);
        let listed = current.is_some_and(|act| act.verb.is_none()) && matches!(tokens.word(at), "and" | ",");
        let may = self.lead == Lead::Nouns || with || listed || tokens.word(at) == ";";
        let named = may
            && (self.noun_of_remedy(from, last)
                || self.is_done_to(at, from, last)
                || self.is_listed_thing(at, from)
                || listed && remedy::begins(tokens, from, last, true));
        named || current.is_some_and(|act| self.is_given_beside(&act, at, from, last))
    }

    /// The verb at a token, if it stands in the form that the acts of this sentence have.
    fn verb_of_form(&self, verb_at: usize, cued: bool, to: bool) -> Option<Found> {
        let tokens = self.tokens;
        let modal =
            cued && tokens.kind(verb_at) == Some(TokenKind::Word) && !is_auxiliary(tokens.word(verb_at));
        let unknown = self.lead == Lead::Verbs && (modal || begins_act(tokens, verb_at));
        let found = verb::find(tokens.word(verb_at)).or_else(|| unknown.then_some(verb::UNKNOWN))?;
        let form = match self.lead {
            _ if cued => found.form == Form::Base || (found.form == Form::Third && self.lead == Lead::Third),
            Lead::Ing => found.form == Form::Ing,
            Lead::Done => found.form == Form::Participle,
            Lead::Third => found.form == Form::Base || (found.form == Form::Third && !to),
            _ => found.form == Form::Base,
        };
        form.then_some(found)
    }

    /// "…, **audit files**": after a comma, a verb that may as well be a noun.
    fn is_listed_verb(&self, at: usize, verb_at: usize, found: Found) -> bool {
        static LISTED: Words =
            Words::new("audit monitor review update train brief check visit contact repair");
        let tokens = self.tokens;
        tokens.word(at) == ","
            && LISTED.has(found.base)
            && tokens.kind(verb_at + 1) == Some(TokenKind::Word)
            && !matches!(tokens.word(verb_at + 1), "and" | "or" | "of")
    }

    /// "arrange a survey to assess the roof **and identify** repairs": the second verb is of the same
    /// purpose.
    fn continues_a_purpose(&self, verb: &str, at: usize, current: Option<Act>) -> bool {
        static AIMS: Words =
            Words::new("identify determine establish ensure learn see understand decide find");
        let Some(current) = current else { return false };
        let purpose = || {
            (current.verb_at + 2..at)
                .any(|at| self.tokens.word(at) == "to" && verb::find(self.tokens.word(at + 1)).is_some())
        };
        AIMS.has(verb) && purpose()
    }

    /// "accept her complaint and investigate **it**": both verbs are of one thing.
    fn takes_up_the_object(&self, at: usize, last: usize) -> bool {
        matches!(self.tokens.word(at), "it" | "them") && self.ends_clause(at + 1, last)
    }

    fn has_object(&self, verb_at: usize, last: usize) -> bool {
        verb_at + 1 < last && opens_object(self.tokens, verb_at + 1)
    }
}
