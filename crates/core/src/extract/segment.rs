//! Segments: the sentences, list items and headings of a text, whatever a PDF did to its lines.
//!
//! `The Council will: a) apologise to Mr A; b) pay him £250.` is a head and two items.

mod furniture;
mod heading;

pub(super) use self::furniture::without_furniture;
use self::heading::{is_heading, is_section_word, order_name};
use super::{
    lexicon::Flags,
    token::{Gap, TokenKind, Tokens},
    verb,
    words::Words,
};

/// A sentence, a list item or a heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    /// The first token of its words (after the marker).
    pub first: usize,
    /// The token after its last.
    pub last: usize,
    /// Where its marker begins: `a)`, `28.`, `•`.
    pub marker: Option<usize>,
    /// Whether it begins a line.
    pub starts_line: bool,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
    /// Whether its words are a heading.
    pub heading: bool,
}

impl Segment {
    /// The first token, its marker included.
    pub(super) fn start(&self) -> usize {
        self.marker.unwrap_or(self.first)
    }
}

/// How a list item is marked; items of one list are marked alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkerClass {
    /// `•`, `-`
    Bullet,
    /// `3.`
    Number,
    /// `b.`, `iv.`
    Letter,
    /// `(3)`, `3)`
    BracketNumber,
    /// `(b)`, `iv)`
    BracketLetter,
}

impl MarkerClass {
    /// How a segment is marked, if it is.
    pub(super) fn of(tokens: &Tokens<'_>, segment: &Segment) -> Option<Self> {
        let at = segment.marker?;
        if is_bullet(tokens.word(at)) {
            return Some(Self::Bullet);
        }
        let counter = if tokens.word(at) == "(" { at + 1 } else { at };
        let number = tokens.kind(counter) == Some(TokenKind::Number);
        let bracket = tokens.word(counter + 1) == ")";
        Some(match (number, bracket) {
            (true, true) => Self::BracketNumber,
            (false, true) => Self::BracketLetter,
            (true, false) => Self::Number,
            (false, false) => Self::Letter,
        })
    }
}

/// The segments of a text, in order.
pub(super) fn read(tokens: &Tokens<'_>) -> Vec<Segment> {
    let count = tokens.all.len();
    let mut all = Vec::with_capacity(count / 16 + 1);
    let mut start = 0;
    let mut inside_list = false;
    while start < count {
        let words = marker_end(tokens, start).unwrap_or(start);
        let heading_end = order_name(tokens, start);
        let mut end = heading_end.unwrap_or((words + 1).min(count));
        if heading_end.is_none() {
            while end < count && !boundary(tokens, start, end, inside_list) && !is_endless(tokens, start, end)
            {
                end += 1;
            }
        }
        let heading = heading_end.is_some() || is_heading(tokens, start, words, end);
        let colon = tokens.word(end - 1) == ":";
        let after_blank = tokens.gap(start) == Gap::Blank;
        inside_list = colon || (inside_list && (words > start || !after_blank));
        all.push(Segment {
            first: words,
            last: end,
            marker: (words > start).then_some(start),
            starts_line: tokens.gap(start) >= Gap::Line,
            after_blank,
            heading,
        });
        start = end;
    }
    all
}

/// Where the words begin after a list marker at `at`, if there is one.
fn marker_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if is_bullet(tokens.word(at)) {
        let dash = matches!(tokens.word(at), "-" | "–" | "—" | "*");
        let real = !dash || (tokens.gap(at) >= Gap::Line && tokens.gap(at + 1) != Gap::None);
        return real.then_some(at + 1);
    }
    if tokens.word(at) == "(" {
        let closed = tokens.word(at + 2) == ")" && is_counter(tokens, at + 1);
        return closed.then_some(at + 3);
    }
    if !is_counter(tokens, at) {
        return None;
    }
    let letter = tokens.kind(at) == Some(TokenKind::Word);
    match tokens.word(at + 1) {
        ")" => Some(at + 2),
        "." if letter && tokens.capital(at) => {
            let roman = tokens.word(at).chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
            (roman && tokens.gap(at) >= Gap::Line && tokens.gap(at + 2) != Gap::None).then_some(at + 2)
        }
        "." => {
            // 2.1, 28.3.1: a numbered paragraph.
            let mut end = at + 2;
            while tokens.kind(end) == Some(TokenKind::Number) && tokens.gap(end) == Gap::None {
                end += 1;
                if tokens.word(end) == "." && tokens.gap(end) == Gap::None {
                    end += 1;
                }
            }
            Some(end)
        }
        _ => None,
    }
}

fn is_bullet(word: &str) -> bool {
    // Symbol fonts keep their bullets in the private use area.
    let private = word.as_bytes().first() == Some(&0xef)
        && word.chars().next().is_some_and(|mark| ('\u{f000}'..='\u{f0ff}').contains(&mark));
    if private {
        return true;
    }
    matches!(word, "•" | "◦" | "▪" | "●" | "‣" | "·" | "□" | "■" | "➢" | "➤" | "✓" | "-" | "–" | "—" | "*")
}

/// `3`, `b`, `iv`.
fn is_counter(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    match tokens.kind(at) {
        Some(TokenKind::Number) => word.len() <= 3,
        Some(TokenKind::Word) => {
            word.len() == 1
                // Letters of the Welsh alphabet.
                || matches!(word, "ch" | "dd" | "ff" | "ng" | "ll" | "ph" | "rh" | "th")
                || (word.len() <= 4 && word.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x')))
        }
        _ => false,
    }
}

/// Whether a new segment begins at `at`; `start` is where the present one began.
fn boundary(tokens: &Tokens<'_>, start: usize, at: usize, inside_list: bool) -> bool {
    let gap = tokens.gap(at);
    let before = tokens.word(at - 1);
    if gap >= Gap::Line {
        if marker_end(tokens, at).is_some() && !mid_sentence_number(tokens, at) {
            return true;
        }
        if before == ":" || (gap == Gap::Blank && !runs_on(tokens, at, inside_list)) {
            return true;
        }
        if begins_unmarked_item(tokens, at, inside_list) || ends_heading_line(tokens, start, at) {
            return true;
        }
    }
    inline_marker(tokens, at) || ends_sentence(tokens, at) || lost_full_stop(tokens, start, at)
}

/// Whether a sentence without end is cut: text without full stops, as of a table, is read in stretches, so that
/// the whole takes only as long as it is.
fn is_endless(tokens: &Tokens<'_>, start: usize, at: usize) -> bool {
    const LONG: usize = 1000;
    let length = at - start;
    let joint = || matches!(tokens.word(at - 1), "," | ";") && tokens.gap(at) != Gap::None;
    length >= LONG && (joint() || length >= 2 * LONG)
}

/// A wrapped line may begin with a number that only looks like a marker: "paragraph\n28. above".
fn mid_sentence_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = tokens.word(at - 1);
    tokens.kind(at) == Some(TokenKind::Number)
        && tokens.gap(at) == Gap::Line
        && matches!(
            before,
            "paragraph" | "paragraphs" | "section" | "£" | "of" | "to" | "for" | "and" | "on" | "by"
        )
        && tokens.word(at + 1) == "."
}

/// Whether a sentence runs on over an empty line, as at the foot of a page.
fn runs_on(tokens: &Tokens<'_>, at: usize, inside_list: bool) -> bool {
    let before = tokens.word(at - 1);
    let small = |at: usize| tokens.kind(at) == Some(TokenKind::Word) && !tokens.capital(at);
    !inside_list && small(at) && (small(at - 1) || before == ",")
}

/// A line under a head that begins with what is to be done: "…should:\napologise to Mr A\npay him £250".
fn begins_unmarked_item(tokens: &Tokens<'_>, at: usize, inside_list: bool) -> bool {
    let ended = matches!(tokens.word(at - 1), ";" | "." | "and" | ",");
    inside_list
        && verb::find(tokens.word(at)).is_some_and(|found| {
            found.form == verb::Form::Base
                && (ended || tokens.capital(at))
                && (!found.noun || tokens.capital(at))
        })
}

/// A short line without a full stop before a line that begins anew: a heading.
fn ends_heading_line(tokens: &Tokens<'_>, start: usize, at: usize) -> bool {
    static OPEN: Words = Words::new(
        " the a an of to and or for in on by with mr mrs ms miss dr at from that is will should must ",
    );
    let before = tokens.word(at - 1);
    let short = at - start <= 8 && tokens.slice(start, at).len() < 50 && tokens.gap(start) >= Gap::Line;
    let anew = tokens.capital(at) || tokens.kind(at) == Some(TokenKind::Number);
    let open = OPEN.has(before) || tokens.kind(at - 1) == Some(TokenKind::Mark);
    short && anew && !open
}

/// `(1)`, `b)`, a bullet within a line.
fn inline_marker(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    if is_bullet(word) && !matches!(word, "-" | "–" | "—" | "*" | "·") {
        return true;
    }
    if tokens.gap(at) == Gap::None || marker_end(tokens, at).is_none() {
        return false;
    }
    let before = tokens.word(at - 1);
    let cited = tokens.kind(at - 1) == Some(TokenKind::Number)
        || matches!(
            before,
            "section" | "paragraph" | "article" | "regulation" | "s" | "stage" | "schedule" | "part"
        );
    if word == "(" {
        // "(1)" counts, "(s)" and "(a)" after a section do not.
        return !cited && tokens.gap(at + 3) != Gap::None;
    }
    let bracket = tokens.word(at + 1) == ")";
    let opened = (at.saturating_sub(12)..at).any(|at| tokens.word(at) == "(");
    if bracket {
        return !cited && !opened;
    }
    // "1." within a line only after a break and before a capital.
    tokens.kind(at) == Some(TokenKind::Number)
        && matches!(before, ":" | ";")
        && (tokens.kind(at + 2) == Some(TokenKind::Word) || tokens.word(at + 2) == "£")
        && tokens.gap(at + 2) != Gap::None
}

fn ends_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    let mut stop = at - 1;
    if matches!(tokens.word(stop), "”" | "\"" | "’" | "'" | ")" | "]") && stop > 0 {
        stop -= 1;
    }
    if !matches!(tokens.word(stop), "." | "?" | "!") {
        return false;
    }
    let number = tokens.kind(at) == Some(TokenKind::Number);
    let opens = tokens.capital(at) || number || matches!(tokens.word(at), "“" | "\"" | "‘" | "£" | "(" | "[");
    if !opens || stop == 0 {
        return false;
    }
    let before = stop - 1;
    let word = tokens.word(before);
    if tokens.gap(at) == Gap::None && stop == at - 1 {
        // "2023.I, the coroner": a full stop without its space, not a decimal point or an abbreviation.
        let whole = word.len() >= 3 && !tokens.capital(before);
        return whole && tokens.capital(at) && tokens.kind(at) == Some(TokenKind::Word);
    }
    if tokens.flags(before).has(Flags::TITLE) {
        return !matches!(word, "mr" | "mrs" | "ms" | "miss" | "dr" | "prof") && !number && word.len() > 1;
    }
    let initial = word.len() == 1 && tokens.capital(before);
    let titled = before > 0 && tokens.flags(before - 1).has(Flags::TITLE);
    !initial || titled || tokens.flags(at).has(Flags::ENGLISH.or(Flags::WELSH))
}

/// Text taken from a table loses its full stops: "our apologies guidance No later than …", "this report The
/// landlord".
fn lost_full_stop(tokens: &Tokens<'_>, start: usize, at: usize) -> bool {
    static JOINING: Words = Words::new(
        " of to by with from and at in for the or on that as a an is than via called between if when under ",
    );
    if !tokens.capital(at) || tokens.gap(at) < Gap::Space {
        return order_name(tokens, at).is_some();
    }
    if order_name(tokens, at).is_some() {
        return true;
    }
    let word = tokens.word(at);
    if word == "recommendations" && tokens.kind(at - 1) == Some(TokenKind::Number) {
        return true;
    }
    let opens = matches!(word, "the" | "we" | "this" | "it" | "our" | "these" | "bydd")
        || tokens.reads(at, "no later than").is_some()
        || (word == "if" && !tokens.capital(at + 1));
    let before = tokens.word(at - 1);
    if !opens || tokens.capital(at + 1) && word != "no" {
        return false;
    }
    let plain = match tokens.kind(at - 1) {
        Some(TokenKind::Word) => !tokens.capital(at - 1) && !JOINING.has(before),
        Some(TokenKind::Number) => true,
        _ => before == ")",
    };
    plain || (at - start <= 3 && (start..at).all(|at| tokens.capital(at)) && is_section_word(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(text: &str) -> Vec<String> {
        let mut tokens = Tokens::read(text);
        without_furniture(&mut tokens);
        read(&tokens).iter().map(|segment| tokens.slice(segment.first, segment.last).to_owned()).collect()
    }

    #[test]
    fn a_list_is_a_head_and_its_items() {
        assert_eq!(
            segments("The Council will:\na) apologise to Mr A; and\nb) pay him £250.\n"),
            ["The Council will:", "apologise to Mr A; and", "pay him £250."]
        );
        assert_eq!(segments("It must (1) apologise, (2) pay £50."), ["It must", "apologise,", "pay £50."]);
        assert_eq!(
            segments("The Council should:\n\nApologise to Mr A\nPay him £250"),
            ["The Council should:", "Apologise to Mr A", "Pay him £250"]
        );
    }

    #[test]
    fn titles_and_decimals_end_no_sentence() {
        assert_eq!(segments("Mr. A had £2.50. He was cold."), ["Mr. A had £2.50.", "He was cold."]);
        assert_eq!(segments("It will pay Mr X. It will go."), ["It will pay Mr X.", "It will go."]);
    }

    #[test]
    fn page_furniture_does_not_cut_a_sentence() {
        let text = "The Council should write to\n\nPage 3 of 12\n\nthe resident.";
        assert_eq!(segments(text), ["The Council should write to\n\nPage 3 of 12\n\nthe resident."]);
    }

    #[test]
    fn a_table_of_orders_is_parted_without_full_stops() {
        assert_eq!(
            segments(
                "It follows our guidance No later than 3 May 2026 2 Payment order The landlord must pay £50."
            ),
            [
                "It follows our guidance",
                "No later than 3 May 2026",
                "2 Payment order",
                "The landlord must pay £50."
            ]
        );
    }
}
