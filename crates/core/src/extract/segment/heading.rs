//! Headings: short lines that open a section, and the names of orders that tables print before what must be done.

use crate::extract::{
    clause,
    token::{Gap, TokenKind, Tokens},
    verb,
};

/// `2 Compensation order`: the number and the name of an order, as tables of orders print them.
pub(super) fn order_name(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let numbered = tokens.kind(at) == Some(TokenKind::Number) && tokens.word(at).len() <= 2;
    let first = if numbered { at + 1 } else { at };
    let apart =
        numbered || at == 0 || tokens.gap(at) >= Gap::Line || tokens.kind(at - 1) != Some(TokenKind::Word);
    if !apart || !tokens.capital(first) {
        return None;
    }
    let named = (first + 1..first + 4).find(|&at| matches!(tokens.word(at), "order" | "recommendation"))?;
    let plain = (first..named).all(|at| {
        tokens.kind(at) == Some(TokenKind::Word)
            && (at == first || tokens.gap(at) <= Gap::Line)
            && !is_article(tokens.word(at))
    });
    let after = if tokens.word(named + 1) == ":" { named + 2 } else { named + 1 };
    (plain && (tokens.capital(after) || tokens.gap(after) >= Gap::Line)).then_some(after)
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "this" | "our" | "in" | "we" | "i" | "my" | "if" | "each" | "any")
}

pub(super) fn is_section_word(word: &str) -> bool {
    matches!(
        word,
        "recommendations" | "recommendation" | "orders" | "order" | "remedy" | "action" | "actions"
    )
}

pub(super) fn is_heading(tokens: &Tokens<'_>, start: usize, first: usize, last: usize) -> bool {
    if last <= first || last - first > 10 || tokens.kind(last - 1) == Some(TokenKind::Mark) {
        return false;
    }
    let line = tokens.gap(start) >= Gap::Line && tokens.gap(last) >= Gap::Line;
    let capitals = last - first >= 2 && !tokens.slice(first, last).chars().any(char::is_lowercase);
    let section = is_section_word(tokens.word(last - 1));
    let titled = last - first <= 3 && (first..last).all(|at| tokens.capital(at)) && section;
    let ours = last - first == 2 && tokens.word(first) == "our" && section;
    let plain = line && start == first && tokens.capital(first) && !tells(tokens, first);
    (line && capitals) || titled || ours || plain
}

/// Whether a line without a full stop begins with what is to be done: "Apologise to Mr A".
fn tells(tokens: &Tokens<'_>, first: usize) -> bool {
    verb::find(tokens.word(first)).is_some_and(|found| {
        found.form == verb::Form::Base && (!found.noun || clause::opens_object(tokens, first + 1))
    })
}
