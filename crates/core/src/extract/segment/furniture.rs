//! What belongs to the page and not to the text: page numbers, marks of a cut.

use crate::extract::token::{Gap, Token, TokenKind, Tokens};

/// Takes out what belongs to the page and not to the text: page numbers, cut marks.
pub(in crate::extract) fn without_furniture(tokens: &mut Tokens<'_>) {
    let end_at = |at: usize| (tokens.gap(at) >= Gap::Line).then(|| furniture_end(tokens, at)).flatten();
    let Some(first) = (0..tokens.all.len()).find(|&at| end_at(at).is_some()) else { return };
    let mut kept: Vec<Token> = tokens.all[..first].to_vec();
    let mut at = first;
    let mut widest = None;
    while at < tokens.all.len() {
        let furniture = end_at(at);
        if let Some(end) = furniture {
            widest = widest.max(Some(tokens.gap(at)));
            at = end;
            continue;
        }
        let mut token = tokens.all[at];
        if let Some(gap) = widest.take() {
            token.gap = token.gap.max(gap);
        }
        kept.push(token);
        at += 1;
    }
    tokens.all = kept;
}

/// The end of a line that is only `Page 3 of 12`, `- 3 -`, `3` or `[…]`.
fn furniture_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    while tokens.gap(end) < Gap::Line {
        end += 1;
        if end - at > 6 {
            return None;
        }
    }
    let number = |at: usize| tokens.kind(at) == Some(TokenKind::Number);
    let page = matches!(tokens.word(at), "page" | "tudalen") && number(at + 1);
    let alone = end == at + 1 && number(at) && tokens.word(at).len() <= 3;
    let dashed = end == at + 3 && number(at + 1) && tokens.word(at) == tokens.word(at + 2);
    let cut = (at..end).all(|at| matches!(tokens.word(at), "[" | "]" | "…" | "."));
    (page || alone || dashed || cut).then_some(end)
}
