//! Looser deadlines: "as soon as possible", "immediately", "every three months", "for the next six months",
//! "in time for the next meeting".

use super::{Anchor, Deadline, DeadlineKind, anchor, period};
use crate::extract::{
    token::Tokens,
    welsh::mutation,
    words::{Phrases, Sieve},
};

static VAGUE: Phrases = Phrases::new(&[
    "as soon as possible",
    "as soon as practicable",
    "as soon as is practicable",
    "as soon as reasonably practicable",
    "as soon as it can",
    "in due course",
    "at the earliest opportunity",
    "without undue delay",
    "without further delay",
    "without delay",
    "cyn gynted â phosibl",
    "cyn gynted â phosib",
    "cyn gynted ag y bo modd",
    "maes o law",
    "heb unrhyw oedi pellach",
    "heb oedi pellach",
    "heb oedi",
    "yn ddi-oed",
]);

static IMMEDIATE: Phrases = Phrases::new(&[
    "immediately",
    "forthwith",
    "straight away",
    "at once",
    "with immediate effect",
    "ar unwaith",
    "yn syth",
    "ar ei union",
]);

/// Words that set a rhythm, where they end their clause.
static RECURRING: Phrases = Phrases::new(&[
    "regularly",
    "at regular intervals",
    "quarterly",
    "monthly",
    "weekly",
    "annually",
    "on a monthly basis",
    "on a quarterly basis",
    "on a weekly basis",
    "on a regular basis",
    "on an annual basis",
    "every month",
    "every week",
    "every year",
    "every quarter",
    "each month",
    "each quarter",
    "each year",
    "each week",
    "yn rheolaidd",
    "yn fisol",
    "yn chwarterol",
    "yn flynyddol",
    "yn wythnosol",
    "bob mis",
    "bob blwyddyn",
    "bob chwarter",
    "bob wythnos",
]);

static EVERY: Phrases = Phrases::new(&["every", "bob"]);

/// What a loose deadline may begin with.
pub(in crate::extract) static OPENING: Sieve =
    Sieve::of(&[&VAGUE, &IMMEDIATE, &RECURRING, &EVERY, &FOR_THE_NEXT, &FOR, &EVENT]);

/// Words before a period that make it a duration; those of the first list alone are sure of it.
static FOR_THE_NEXT: Phrases = Phrases::new(&[
    "for the next",
    "for the following",
    "for a further",
    "for at least",
    "over the next",
    "over the following",
    "during the next",
    "am y",
    "dros y",
    "yn ystod y",
]);
static FOR: Phrases = Phrases::new(&[
    "for a period of",
    "over a period of",
    "am gyfnod o",
    "dros gyfnod o",
    "for",
    "over",
    "am",
    "dros",
]);

static EVENT: Phrases = Phrases::new(&[
    "in time for",
    "in good time for",
    "mewn pryd ar gyfer",
    "before the start of",
    "before the end of",
    "by the start of",
    "by the end of",
    "before the next",
    "before its next",
    "at the next",
    "at its next",
    "by the next",
    "by its next",
    "on receipt of",
    "upon receipt of",
    "on completion of",
    "upon completion of",
    "following completion of",
    "cyn y cyfarfod",
    "yn y cyfarfod",
    "ar ôl derbyn",
]);

/// What sort of loose deadline was found; a plain duration ("for six months") is unsure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Sureness {
    Sure,
    Unsure,
}

/// Reads a loose deadline at a token.
pub(in crate::extract) fn read(
    tokens: &Tokens<'_>,
    at: usize,
    last: usize,
) -> Option<(Deadline, usize, Sureness)> {
    let plain = |kind, end| Some((bare(tokens, kind, at, end), end, Sureness::Sure));
    if let Some(end) = VAGUE.read(tokens, at) {
        return plain(DeadlineKind::Vague, end);
    }
    if let Some(end) = IMMEDIATE.read(tokens, at).filter(|&end| ends_clause(tokens, end, last) || at == 0) {
        return plain(DeadlineKind::Immediate, end);
    }
    if let Some(end) = RECURRING.read(tokens, at).filter(|&end| ends_clause(tokens, end, last)) {
        return plain(DeadlineKind::Recurring, end);
    }
    every(tokens, at).or_else(|| duration(tokens, at)).or_else(|| event(tokens, at, last))
}

fn bare(tokens: &Tokens<'_>, kind: DeadlineKind, at: usize, end: usize) -> Deadline {
    let phrase = tokens.slice(at, end).to_owned();
    Deadline { phrase, kind, anchor: None, amount: None, unit: None, date: None }
}

fn ends_clause(tokens: &Tokens<'_>, end: usize, last: usize) -> bool {
    end >= last
        || matches!(
            tokens.word(end),
            "." | "," | ";" | ")" | ":" | "for" | "until" | "and" | "to" | "a" | "ac"
        )
}

/// `every 3 months`, `bob 3 mis`.
fn every(tokens: &Tokens<'_>, at: usize) -> Option<(Deadline, usize, Sureness)> {
    let from = EVERY.read(tokens, at)?;
    let found = period::read(tokens, from)?;
    let mut deadline = bare(tokens, DeadlineKind::Recurring, at, found.end);
    deadline.amount = Some(found.amount);
    deadline.unit = Some(found.unit);
    Some((deadline, found.end, Sureness::Sure))
}

fn duration(tokens: &Tokens<'_>, at: usize) -> Option<(Deadline, usize, Sureness)> {
    let (from, sure) = match FOR_THE_NEXT.read(tokens, at) {
        Some(from) => (from, Sureness::Sure),
        None => (FOR.read(tokens, at)?, Sureness::Unsure),
    };
    let found = period::read(tokens, from)?;
    let welsh_next = mutation::is(tokens.word(found.end), "nesaf");
    let end = if welsh_next { found.end + 1 } else { found.end };
    let mut deadline = bare(tokens, DeadlineKind::Duration, at, end);
    deadline.amount = Some(found.amount);
    deadline.unit = Some(found.unit);
    Some((deadline, end, sure))
}

fn event(tokens: &Tokens<'_>, at: usize, last: usize) -> Option<(Deadline, usize, Sureness)> {
    let from = EVENT.read(tokens, at)?;
    let mut end = from;
    while end < last
        && end - from < 9
        && !matches!(tokens.word(end), "." | "," | ";" | ")" | "and" | "a" | "ac" | "to")
    {
        end += 1;
    }
    let meeting = (at..end).any(|at| matches!(tokens.word(at), "cyfarfod" | "meeting" | "committee"));
    if end == from && !meeting {
        return None;
    }
    let mut deadline = bare(tokens, DeadlineKind::Event, at, end);
    deadline.anchor = Some(Anchor::Event(anchor::slug(tokens, if meeting { at } else { from }, end)));
    Some((deadline, end, Sureness::Sure))
}
