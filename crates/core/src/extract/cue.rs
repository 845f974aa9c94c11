//! Cues: the words that make a sentence a recommendation. One table entry or one function per way of saying
//! it.

mod context;
mod modal;
mod promise;
mod recommend;
mod told;

pub(super) use self::context::Context;
use super::{
    lexicon::Flags,
    segment::Segment,
    token::{Gap, TokenKind, Tokens},
    verb::{self, Form},
    welsh,
};

/// How the acts follow the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// "will **apologise** and **pay**"
    Verbs,
    /// "recommend the Council **apologises** and **pays**"
    Third,
    /// "recommendations included **apologising** and **paying**"
    Ing,
    /// "will have **apologised** and **paid**"
    Done,
    /// "are to have **a full apology**"
    Nouns,
    /// "**the fees** should be paid": the whole clause is the act.
    Whole,
    /// "Bydd y Cyngor **yn ymddiheuro**"
    WelshVerbs,
    /// "Cytunwyd ar **ymddiheuriad**"
    WelshNouns,
    /// "You are under a duty to respond": the sentence and what explains it.
    Duty,
    /// "the following information be provided:": the items that follow ask for an answer.
    Questions,
}

/// A cue found in a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// The binding words themselves.
    pub words: (usize, usize),
    /// Where the acts begin.
    pub acts: usize,
    /// Who is told, if a body stands in the sentence.
    pub subject: Option<(usize, usize)>,
    /// How the acts follow.
    pub lead: Lead,
    /// Where the clause with the cue begins: "I recommend", "the Council must".
    pub clause: usize,
    /// Whether the office speaks in its own voice ("I recommend"), so that its words belong to the act.
    pub voiced: bool,
    /// Whether the subject is a pronoun.
    pub pronoun: bool,
    /// Whether only a recommendation before it in the text makes it one.
    pub leans: bool,
}

/// The cue of a sentence, if it has one.
pub(super) fn find(tokens: &Tokens<'_>, segment: &Segment, context: Context) -> Option<Cue> {
    let wanted = Flags::MODAL.or(Flags::AGREED).or(Flags::RECOMMEND).or(Flags::OPENING).or(Flags::BEFORE_TO);
    let mut best: Option<Cue> = None;
    for at in segment.first..segment.last {
        let flags = tokens.flags(at);
        if !flags.has(wanted) {
            continue;
        }
        let found = if context.welsh && flags.has(Flags::WELSH) {
            welsh::cue::find(tokens, segment, at, context)
        } else {
            english(tokens, segment, at, context)
        };
        let Some(cue) = found else { continue };
        // "We order that the landlord must pay": the acts follow the last of several cues in a row.
        match best {
            Some(first)
                if cue.words.0 < first.acts + 10 && first.lead == Lead::Third && cue.lead == Lead::Verbs =>
            {
                return Some(Cue {
                    clause: first.clause,
                    voiced: true,
                    words: (first.words.0, cue.words.1),
                    ..cue
                });
            }
            Some(_) => break,
            None if cue.lead == Lead::Third => best = Some(cue),
            None => return Some(cue),
        }
    }
    best
}

fn english(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
    let flags = tokens.flags(at);
    if flags.has(Flags::MODAL) {
        return modal::modal(tokens, segment, at, at + 1, context);
    }
    if flags.has(Flags::BEFORE_TO)
        && let Some(cue) = told::is_to(tokens, segment, at, context)
    {
        return Some(cue);
    }
    if flags.has(Flags::AGREED) {
        return promise::agreed(tokens, segment, at, context);
    }
    if flags.has(Flags::RECOMMEND) {
        return recommend::recommend(tokens, segment, at);
    }
    if flags.has(Flags::OPENING) { recommend::opening(tokens, segment, at) } else { None }
}

/// Where the clause begins in which a token stands: after the last comma, colon or semicolon before its
/// subject.
fn clause_start(tokens: &Tokens<'_>, first: usize, at: usize) -> usize {
    let mut start = at;
    let parts = |mark: usize| {
        // The comma of "£1,000" parts nothing.
        let number = tokens.kind(mark + 1) == Some(TokenKind::Number) && tokens.gap(mark + 1) == Gap::None;
        matches!(tokens.word(mark), "," | ":" | ";" | ".") && !number
    };
    while start > first && !parts(start - 1) {
        start -= 1;
    }
    start
}

/// Whether a sentence without a cue begins like an instruction: "Apologise to Mr A."
pub(super) fn is_imperative(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    let mut at = first;
    while matches!(tokens.word(at), "to" | "also" | "formally") {
        at += 1;
    }
    let Some(found) = verb::find(tokens.word(at)) else { return false };
    let object = at + 1 < last && tokens.gap(at + 1) != Gap::None || last == at + 1;
    let noun_phrase = found.noun && matches!(tokens.word(at + 1), "of" | "and" | "is" | "was" | "has" | ":");
    found.form == Form::Base && object && !noun_phrase && tokens.kind(at) == Some(TokenKind::Word)
}

/// Whether the verb of an instruction can be nothing else, so that a list item needs no head to be one.
pub(super) fn is_plain_imperative(tokens: &Tokens<'_>, first: usize) -> bool {
    verb::find(tokens.word(first))
        .is_some_and(|found| !found.noun && !matches!(found.base, "have" | "let" | "get" | "go" | "run"))
}
