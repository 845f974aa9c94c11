//! Tokens: words, numbers and marks of a text, each with its place, found in one pass.
//!
//! Text taken out of a PDF breaks words ("W e order", "th is"): two pieces that are no words alone but one
//! together are read as that one word. The place always remains that of the text as it came.

use super::lexicon::{self, Flags};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters; what follows an apostrophe is a word of its own (`Council` `’s`, `i` `’r`).
    Word,
    /// ASCII digits.
    Number,
    /// One mark: punctuation, `£`, a bullet.
    Mark,
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: it touches the token before.
    None,
    /// Spaces.
    Space,
    /// The end of a line.
    Line,
    /// An empty line, or a new page.
    Blank,
}

/// One token; places are bytes of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: TokenKind,
    pub gap: Gap,
    /// Whether the first letter is a capital.
    pub capital: bool,
    /// Whether it was mended from two pieces.
    pub broken: bool,
    /// What the word can announce.
    pub flags: Flags,
}

/// A text and its tokens.
pub(super) struct Tokens<'a> {
    /// The text as it came.
    pub text: &'a str,
    folded: String,
    pub all: Vec<Token>,
    marks: CodePoints,
}

impl<'a> Tokens<'a> {
    /// Reads the whole text once.
    pub(super) fn read(text: &'a str) -> Self {
        let folded = fold(text);
        let all = scan(text, &folded);
        Self { text, folded, all, marks: CodePoints::new(text) }
    }

    /// The word of a token in small letters, mended where it was broken; empty beyond the end.
    pub(super) fn word(&self, at: usize) -> &str {
        let Some(token) = self.all.get(at) else { return "" };
        let word = &self.folded[token.start..token.end];
        if token.broken {
            return lexicon::mended(word).unwrap_or(word);
        }
        word
    }

    /// Whether the tokens from `at` on are these words (split at spaces).
    pub(super) fn reads(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut place = at;
        let mut rest = phrase;
        while let Some(end) = rest.bytes().position(|letter| letter == b' ') {
            if !same(self.word(place), &rest[..end]) {
                return None;
            }
            rest = &rest[end + 1..];
            place += 1;
        }
        same(self.word(place), rest).then_some(place + 1)
    }

    /// The first of several phrases found at `at`, with the place after it.
    pub(super) fn reads_any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        // Most phrases fall at their first letter; an apostrophe may be written in two ways.
        let first = *self.word(at).as_bytes().first()?;
        let first = if first.is_ascii() { first } else { b'\'' };
        let may = |phrase: &&&str| {
            phrase
                .as_bytes()
                .first()
                .is_some_and(|letter| *letter == first || (!letter.is_ascii() && first == b'\''))
        };
        phrases.iter().filter(may).find_map(|phrase| self.reads(at, phrase))
    }

    /// The kind of a token, if there is one.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.all.get(at).map(|token| token.kind)
    }

    /// What stands before a token; an empty line beyond the end.
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.all.get(at).map_or(Gap::Blank, |token| token.gap)
    }

    /// Whether the token is a word that begins with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| token.capital)
    }

    /// What the word can announce.
    pub(super) fn flags(&self, at: usize) -> Flags {
        self.all.get(at).map_or(Flags::NONE, |token| token.flags)
    }

    /// The place of tokens `first..last` in code points of the text, end exclusive.
    pub(super) fn place(&self, first: usize, last: usize) -> (usize, usize) {
        let (start, end) = self.bytes(first, last);
        (self.marks.of(self.text, start), self.marks.of(self.text, end))
    }

    /// The words of tokens `first..last` as they stand in the text.
    pub(super) fn slice(&self, first: usize, last: usize) -> &'a str {
        let (start, end) = self.bytes(first, last);
        &self.text[start..end]
    }

    fn bytes(&self, first: usize, last: usize) -> (usize, usize) {
        let start = self.all.get(first).map_or(self.text.len(), |token| token.start);
        let end =
            last.checked_sub(1).and_then(|before| self.all.get(before)).map_or(start, |token| token.end);
        (start, end.max(start))
    }
}

/// Whether a word of the text is a word of a table, whichever apostrophe it is written with.
fn same(word: &str, wanted: &str) -> bool {
    word == wanted
        || wanted
            .strip_prefix('\'')
            .is_some_and(|wanted| word.strip_prefix(is_apostrophe).is_some_and(|word| word == wanted))
}

/// The text in small letters, byte for byte in the same place.
fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
            continue;
        }
        let mut small = letter.to_lowercase();
        match (small.next(), small.next()) {
            (Some(one), None) if one.len_utf8() == letter.len_utf8() => folded.push(one),
            _ => folded.push(letter),
        }
    }
    folded
}

fn scan(text: &str, folded: &str) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut gap = Gap::Blank;
    let mut place = 0;
    while let Some(letter) = text[place..].chars().next() {
        let next = place + letter.len_utf8();
        if letter.is_whitespace() || letter == '\u{200b}' || letter == '\u{feff}' || letter == '\u{ad}' {
            gap = widen(gap, letter);
            place = next;
            continue;
        }
        let (kind, end) = if letter.is_ascii_digit() {
            (TokenKind::Number, run(text, next, |c| c.is_ascii_digit()))
        } else if letter.is_alphabetic() {
            (TokenKind::Word, word_end(text, next))
        } else if is_apostrophe(letter) && gap == Gap::None && !all.is_empty() {
            let end = run(text, next, char::is_alphabetic);
            (if end > next { TokenKind::Word } else { TokenKind::Mark }, end)
        } else {
            (TokenKind::Mark, next)
        };
        let capital = letter.is_uppercase();
        let flags = if kind == TokenKind::Number { Flags::NONE } else { lexicon::flags(&folded[place..end]) };
        let token = Token { start: place, end, kind, gap, capital, broken: false, flags };
        if !mend(&mut all, token, folded) {
            all.push(token);
        }
        gap = Gap::None;
        place = end;
    }
    all
}

fn widen(gap: Gap, letter: char) -> Gap {
    match (letter, gap) {
        ('\u{c}', _) | ('\n', Gap::Line | Gap::Blank) => Gap::Blank,
        ('\n', _) => Gap::Line,
        (_, Gap::None) => Gap::Space,
        (_, wider) => wider,
    }
}

fn run(text: &str, from: usize, within: impl Fn(char) -> bool) -> usize {
    text[from..].char_indices().find(|&(_, letter)| !within(letter)).map_or(text.len(), |(at, _)| from + at)
}

/// Where a word ends; a hyphen between two letters belongs to it (`ad-dalu`, `twenty-eight`).
fn word_end(text: &str, from: usize) -> usize {
    let mut end = run(text, from, char::is_alphabetic);
    while let Some(rest) = text[end..].strip_prefix('-')
        && rest.starts_with(char::is_alphabetic)
    {
        end = run(text, end + 1, char::is_alphabetic);
    }
    end
}

/// `'` or `’`.
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// Joins a word to the piece before it, where only both together are a word: `W e` is "we", `th is` "this".
fn mend(all: &mut [Token], token: Token, folded: &str) -> bool {
    let titled = all.len() >= 2 && all[all.len() - 2].flags.has(Flags::TITLE);
    let Some(before) = all.last_mut().filter(|before| !(titled && before.capital)) else { return false };
    let pieces = before.kind == TokenKind::Word && token.kind == TokenKind::Word && !token.capital;
    let short = before.end - before.start <= 2 || token.end - token.start <= 2;
    if !pieces || !short || token.gap != Gap::Space || token.start - before.end > 2 {
        return false;
    }
    let (head, tail) = (&folded[before.start..before.end], &folded[token.start..token.end]);
    let alone = lexicon::stands_alone(head, before.capital) && lexicon::stands_alone(tail, false);
    if alone || head.len() + tail.len() > 24 {
        return false;
    }
    let Some(flags) = lexicon::joined(head, tail) else { return false };
    before.end = token.end;
    before.broken = true;
    before.flags = flags;
    true
}

/// Turns bytes into code points: a count at every 64th byte, the rest counted when asked.
struct CodePoints {
    counts: Vec<usize>,
    ascii: bool,
}

impl CodePoints {
    const STEP: usize = 64;

    fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { counts: Vec::new(), ascii: true };
        }
        let mut counts = Vec::with_capacity(text.len() / Self::STEP + 2);
        counts.push(0);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(Self::STEP) {
            count += starts(chunk);
            counts.push(count);
        }
        Self { counts, ascii: false }
    }

    fn of(&self, text: &str, byte: usize) -> usize {
        if self.ascii {
            return byte;
        }
        let step = byte / Self::STEP;
        let counted = self.counts.get(step).copied().unwrap_or_default();
        counted + text.as_bytes().get(step * Self::STEP..byte).map_or(0, starts)
    }
}

/// How many code points begin in these bytes.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = Tokens::read(text);
        (0..tokens.all.len()).map(|at| tokens.word(at).to_owned()).collect()
    }

    #[test]
    fn broken_words_are_read_whole_and_whole_words_left_alone() {
        assert_eq!(words("W e order that th is be done"), ["we", "order", "that", "this", "be", "done"]);
        assert_eq!(words("Mr A has a report"), ["mr", "a", "has", "a", "report"]);
        assert_eq!(words("i Ms N o fewn mis"), ["i", "ms", "n", "o", "fewn", "mis"]);
        assert_eq!(words("T he landlord"), ["the", "landlord"]);
    }

    #[test]
    fn what_follows_an_apostrophe_is_its_own_word() {
        assert_eq!(words("Dylai’r Cyngor"), ["dylai", "’r", "cyngor"]);
        assert_eq!(words("the Board's offer"), ["the", "board", "'s", "offer"]);
    }

    #[test]
    fn places_are_code_points_of_the_text_as_it_came() {
        let tokens = Tokens::read("Tŷ’r Cyngor: talu £50");
        let (start, end) = tokens.place(3, 4);
        assert_eq!((start, end), (11, 12));
        assert_eq!(tokens.slice(4, 5), "talu");
        assert_eq!(tokens.place(4, 5), (13, 17));
    }

    #[test]
    fn places_hold_beyond_the_first_step_of_counting() {
        let text = "ŵ".repeat(1000) + " talu";
        let tokens = Tokens::read(&text);
        assert_eq!(tokens.place(1, 2), (1001, 1005));
    }
}
