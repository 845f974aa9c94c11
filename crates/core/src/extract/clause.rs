//! Acts: one sentence may ask for several. "apologise for its delays, answer the complaint and pay Ms S
//! £250".

mod again;
mod beside;
mod english;
mod word;

use self::word::is_auxiliary;
pub(super) use self::word::{begins_act, is_adverb, is_leading, opens_object};
use super::{
    cue::Lead,
    deadline::read::DeadlineFound,
    remedy, tail,
    token::{TokenKind, Tokens},
    verb::{self, Form},
    welsh,
    words::Phrases,
};

/// Words by which one remedy is said to contain another.
static WHICH_INCLUDES: Phrases = Phrases::new(&[
    "which should also include",
    "which should include",
    "which must also include",
    "which must include",
    "which will also include",
    "which will include",
    "which is to include",
    "which should also contain",
    "which should contain",
]);

/// One thing to be done: its tokens, and the verb that says what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Act {
    pub first: usize,
    pub last: usize,
    /// The verb in its basic form; none where a noun stands for it ("a full apology").
    pub verb: Option<&'static str>,
    /// Where the verb stands.
    pub verb_at: usize,
}

/// Where acts are looked for, and how they read.
pub(super) struct Acts<'a, 'b> {
    pub tokens: &'a Tokens<'b>,
    pub deadlines: &'a [DeadlineFound],
    pub lead: Lead,
}

impl Acts<'_, '_> {
    /// The acts among tokens `from..last`.
    pub(super) fn split(&self, from: usize, last: usize) -> Vec<Act> {
        let from = self.skip(from, last);
        let tail = self.deadlines.iter().rev().find_map(|found| tail::start(self.tokens, found, from, last));
        let last = tail.filter(|&tail| tail > from).unwrap_or(last);
        if from >= last {
            return Vec::new();
        }
        if matches!(self.lead, Lead::Whole | Lead::Duty | Lead::Questions) {
            return vec![self.act(from, last)];
        }
        let mut all = vec![self.first_act(from, last)];
        let mut at = all.first().map_or(from, |act| act.verb_at) + 1;
        while at < last {
            if self.inside_deadline(at) {
                at += 1;
                continue;
            }
            let current = all.last().copied();
            if let (Some(next), Some(current)) = (self.next_act(at, last, current), current) {
                if let Some(ending) = all.last_mut() {
                    ending.last = self.trim(current.first, at);
                }
                at = next.verb_at + 1;
                all.push(Act { last, ..next });
            } else {
                at += 1;
            }
        }
        let several = all.len() > 1;
        if let Some(ending) = all.last_mut().filter(|_| several) {
            ending.last = self.trim_shared(ending.first, last);
        }
        for act in &mut all {
            act.last = self.without_bracket(act.verb_at, act.last);
        }
        all.retain(|act| act.last > act.first);
        all
    }

    /// The first act; what leads up to its verb belongs to it: "on top of the apology made, **pay** her
    /// £250".
    fn first_act(&self, from: usize, last: usize) -> Act {
        let act = self.act(from, last);
        if act.verb.is_some() || self.lead != Lead::Verbs || !is_leading(self.tokens.word(from)) {
            return act;
        }
        let verb_at = (from + 1..last).find_map(|at| {
            let verb_at = self.skip(at + 1, last);
            let found = verb::find(self.tokens.word(verb_at))?;
            (self.tokens.word(at) == "," && found.form == Form::Base && verb_at < last)
                .then_some((verb_at, found.base))
        });
        match verb_at {
            Some((verb_at, base)) => Act { verb: Some(base), verb_at, ..act },
            None => act,
        }
    }

    fn welsh(&self) -> bool {
        matches!(self.lead, Lead::WelshVerbs | Lead::WelshNouns)
    }

    fn act(&self, first: usize, last: usize) -> Act {
        let mut verb_at = first;
        while verb_at < last
            && (matches!(
                self.tokens.word(verb_at),
                "to" | "yn" | "i" | "am" | "wedi" | "'n" | "’n" | "that" | "(" | "either"
            ) || self.is_adverb(verb_at))
        {
            verb_at += 1;
        }
        let nouns = matches!(self.lead, Lead::Nouns | Lead::WelshNouns);
        let whole = self.lead == Lead::Whole;
        let named = whole && verb::find(self.tokens.word(verb_at)).is_some_and(|found| found.noun);
        let verb = if nouns || named { None } else { self.verb(verb_at) };
        // "the Council apologises": an item may be a sentence of its own.
        if self.lead == Lead::Nouns
            && let Some((at, base)) = self.told_in_third(first, last)
        {
            return Act { first, last, verb: Some(base), verb_at: at };
        }
        Act { first, last, verb, verb_at: if verb.is_some() { verb_at } else { first } }
    }

    fn told_in_third(&self, first: usize, last: usize) -> Option<(usize, &'static str)> {
        let body = (first..(first + 5).min(last)).find(|&at| {
            super::addressee::is_body(self.tokens.word(at)) || matches!(self.tokens.word(at), "it" | "they")
        })?;
        let found = verb::find(self.tokens.word(body + 1))?;
        matches!(found.form, Form::Third | Form::Base).then_some((body + 1, found.base))
    }

    fn verb(&self, at: usize) -> Option<&'static str> {
        if self.welsh() {
            welsh::verb::base(self.tokens.word(at))
        } else {
            verb::find(self.tokens.word(at)).map(|found| found.base)
        }
    }

    fn is_adverb(&self, at: usize) -> bool {
        is_adverb(self.tokens.word(at))
    }

    /// Passes over adverbs, commas and deadlines before an act.
    pub(super) fn skip(&self, mut at: usize, last: usize) -> usize {
        while at < last {
            if let Some(deadline) = self.deadlines.iter().find(|deadline| deadline.first == at) {
                at = deadline.last;
            } else if let Some(after) = self.tokens.reads_any(at, &["between them", "in addition", "as well"])
            {
                at = after;
            } else if self.is_adverb(at) || matches!(self.tokens.word(at), "," | ":" | "–" | "-") {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    fn inside_deadline(&self, at: usize) -> bool {
        self.deadlines.iter().any(|deadline| (deadline.first..deadline.last).contains(&at))
    }

    /// The act that begins after a comma, semicolon or "and" at `at`, if one does.
    fn next_act(&self, at: usize, last: usize, current: Option<Act>) -> Option<Act> {
        let joint = self.joint(at)?;
        // What stands in brackets says more of an act: "start the work (and tell him when)".
        let opened = current.is_some_and(|act| {
            let brackets = |mark: &str| (act.first..at).filter(|&at| self.tokens.word(at) == mark).count();
            brackets("(") > brackets(")")
        });
        if opened {
            return None;
        }
        let plain = self.skip(joint, last);
        let cued = self.pass_cue(plain, last);
        let from = self.skip(cued, last);
        if from >= last {
            return None;
        }
        if self.welsh() {
            let next = self.next_welsh(at, from, last, current);
            // `a bydd y casgliadau’n cael eu monitro`: all of the clause is the act.
            let whole = cued > plain && matches!(self.tokens.word(cued - 1), "ei" | "eu");
            next.map(|act| if whole { Act { first: plain, ..act } } else { act })
        } else {
            self.next_english((at, cued > plain), from, last, current)
        }
    }

    fn joint(&self, at: usize) -> Option<usize> {
        let word = self.tokens.word(at);
        let after = match word {
            "," | ";" => at + 1,
            "as" => return self.tokens.reads(at, "as well as"),
            "which" => return WHICH_INCLUDES.read(self.tokens, at),
            "and" | "a" | "ac" | "then" if word != "a" || (self.welsh() && !self.tokens.capital(at)) => {
                return Some(at + 1);
            }
            _ => return None,
        };
        let tokens = self.tokens;
        let included = WHICH_INCLUDES.read(tokens, after);
        let and = tokens.reads_any(
            after,
            &["and then", "and also", "and", "or", "as well as", "along with", "together with"],
        );
        let welsh = || {
            tokens
                .reads_any(after, &["ac", "a", "gydag", "gyda", "ynghyd ag", "ynghyd â"])
                .filter(|_| self.welsh())
        };
        let with =
            || tokens.reads(after, "with").filter(|&after| self.noun_of_remedy(after, tokens.all.len()));
        Some(included.or(and).or_else(welsh).or_else(with).unwrap_or(after))
    }

    /// "review and update its policy": both verbs have one object and are one act.
    fn shares_object(&self, at: usize, verb_at: usize, last: usize, current: Option<Act>) -> bool {
        let Some(current) = current else { return false };
        let bare = current.verb.is_some()
            && current.verb_at + 1 == at
            && matches!(self.tokens.word(at), "and" | "a" | "ac");
        // "apologise and pay £50" are two; "apologise and explain to Mrs A" and "review and update its
        // policy" one.
        let intransitive = current.verb.is_some_and(|verb| {
            matches!(verb, "apologise" | "apologize" | "respond" | "reply" | "ymddiheuro" | "ymateb")
        });
        let shared = !intransitive || matches!(self.tokens.word(verb_at + 1), "to" | "i" | "for" | "am");
        bare && shared && !self.ends_clause(verb_at + 1, last)
    }

    fn ends_clause(&self, at: usize, last: usize) -> bool {
        at >= last || matches!(self.tokens.word(at), "." | "," | ";" | "and")
    }

    /// Whether a noun of remedy begins here: "a full apology", "£50 for", "ymddiheuriad".
    fn noun_of_remedy(&self, from: usize, last: usize) -> bool {
        if self.welsh() {
            return remedy::begins_in_welsh(self.tokens, from, last);
        }
        remedy::begins(self.tokens, from, last, self.lead == Lead::Nouns)
    }

    /// The end of an act without the comma, "and" and the like that lead to the next.
    fn trim(&self, first: usize, last: usize) -> usize {
        let mut end = last;
        while end > first
            && (matches!(self.tokens.word(end - 1), "," | ";" | "and" | "ac" | "then" | "both")
                || (self.welsh() && self.tokens.word(end - 1) == "a" && !self.tokens.capital(end - 1)))
        {
            end -= 1;
        }
        end
    }

    /// Leaves out the time in brackets at the end of an act: "apologise (within 3 weeks)".
    fn without_bracket(&self, verb_at: usize, last: usize) -> usize {
        let bracket = self.deadlines.iter().find(|found| {
            self.tokens.word(found.first) == "("
                && found.first > verb_at
                && (found.last..last).all(|at| self.tokens.kind(at) == Some(TokenKind::Mark))
        });
        bracket.filter(|found| found.last <= last).map_or(last, |found| found.first)
    }

    /// Leaves out ", both within 10 working days": it belongs to all acts before it.
    fn trim_shared(&self, first: usize, last: usize) -> usize {
        let tokens = self.tokens;
        let Some(deadline) =
            self.deadlines.iter().rev().find(|deadline| deadline.first > first && deadline.last <= last)
        else {
            return last;
        };
        let at_end = (deadline.last..last).all(|at| tokens.kind(at) == Some(TokenKind::Mark));
        let mut start = deadline.first;
        while start > first
            && matches!(
                tokens.word(start - 1),
                "all"
                    | "both"
                    | "each"
                    | "and"
                    | "this"
                    | "a"
                    | "hyn"
                    | "oll"
                    | "i"
                    | "gyd"
                    | "y"
                    | "cyfan"
                    | "to"
                    | "be"
                    | "done"
            )
        {
            start -= 1;
        }
        let shared = at_end && start > first && tokens.word(start - 1) == ",";
        if shared { self.trim(first, start) } else { last }
    }
}
