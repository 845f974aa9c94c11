//! A wording cut into words, each with its place in code points and its folded form.

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// The word is the first.
    Start,
    /// Space, or a mark that says nothing about the clause.
    Space,
    /// An apostrophe: both are one word to a reader (`Dylai'r`, `Council's`).
    Apostrophe,
    /// A hyphen.
    Hyphen,
    /// A comma or a bracket.
    Comma,
    /// A semicolon, a colon, a new line or a bullet: a new item may begin.
    Item,
    /// A full stop, a question or exclamation mark.
    Stop,
}

/// One word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    /// As it was typed.
    pub raw: &'a str,
    /// In small letters, without accents.
    pub folded: String,
    /// Its first code point.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// Its first byte.
    pub byte: usize,
    /// What stands before it.
    pub gap: Gap,
}

impl Word<'_> {
    /// Its place in code points, end exclusive.
    pub fn span(&self) -> (usize, usize) {
        (self.start, self.end)
    }

    /// Does it begin with a capital letter?
    pub fn is_capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// The number it writes in digits: `20`, `1,250`; ordinals such as `4th` and `4ydd` count.
    pub fn number(&self) -> Option<u32> {
        let digits: String = self.folded.chars().filter(|one| *one != ',').collect();
        let tail = digits.trim_start_matches(|one: char| one.is_ascii_digit());
        let known = ["", "st", "nd", "rd", "th", "af", "il", "ydd", "fed", "eg", "ain", "ed"];
        known.contains(&tail).then(|| digits[..digits.len() - tail.len()].parse().ok()).flatten()
    }

    /// Is it written in digits alone?
    pub fn is_digits(&self) -> bool {
        !self.raw.is_empty() && self.raw.chars().all(|one| one.is_ascii_digit())
    }
}

/// A text in words.
#[derive(Debug, Clone)]
pub(super) struct Text<'a> {
    /// The whole text.
    pub raw: &'a str,
    /// Its words, in order.
    pub words: Vec<Word<'a>>,
}

impl<'a> Text<'a> {
    /// Cuts a text into words. `£` and `@` are words of their own; `1,250.50` is one.
    pub fn new(raw: &'a str) -> Self {
        let chars: Vec<(usize, char)> = raw.char_indices().collect();
        let mut words: Vec<Word<'a>> = Vec::new();
        let (mut at, mut gap) = (0, Gap::Start);
        while let Some((byte, first)) = chars.get(at).copied() {
            if !begins_word(first) {
                gap = widen(gap, &chars, at);
                at += 1;
                continue;
            }
            let end = word_end(&chars, at);
            let until = chars.get(end).map_or(raw.len(), |next| next.0);
            let text = &raw[byte..until];
            words.push(Word { raw: text, folded: fold(text), start: at, end, byte, gap });
            (at, gap) = (end, Gap::Space);
        }
        Self { raw, words }
    }

    /// The folded word at a place, or nothing beyond the end.
    pub fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_str())
    }

    /// The folded word `back` places before `at`.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |place| self.folded(place))
    }

    /// What stands before the word at a place.
    pub fn gap(&self, at: usize) -> Gap {
        self.words.get(at).map_or(Gap::Stop, |word| word.gap)
    }

    /// Code points from the first of these words to the end of the last.
    pub fn span(&self, first: usize, last: usize) -> Option<(usize, usize)> {
        Some((self.words.get(first)?.start, self.words.get(last)?.end))
    }

    /// Does the phrase (folded words, one space between) stand here? Answers how many words it has.
    pub fn phrase_at(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut count = 0;
        for part in phrase.split(' ') {
            if self.folded(at + count) != part {
                return None;
            }
            count += 1;
        }
        Some(count)
    }

    /// Every place of a phrase: first and last word.
    pub fn phrases(&self, phrase: &str) -> Vec<(usize, usize)> {
        (0..self.words.len())
            .filter_map(|at| self.phrase_at(at, phrase).map(|count| (at, at + count - 1)))
            .collect()
    }

    /// How many words a reader counts between two places, end exclusive.
    pub fn count(&self, from: usize, until: usize) -> usize {
        let counted = |word: &&Word<'_>| {
            !matches!(word.gap, Gap::Apostrophe | Gap::Hyphen) && word.raw.chars().any(char::is_alphanumeric)
        };
        self.words.get(from..until.min(self.words.len())).unwrap_or_default().iter().filter(counted).count()
    }

    /// Its sentences as first word and one past the last. `Mrs.` and single letters do not end one.
    pub fn sentences(&self) -> Vec<(usize, usize)> {
        let mut from = 0;
        let mut found = Vec::new();
        for at in 1..self.words.len() {
            let short = self.before(at, 1).chars().count() < 2
                || ["mr", "mrs", "ms", "dr", "no", "st", "eg", "ie"].contains(&self.before(at, 1));
            if self.gap(at) == Gap::Stop && self.words[at].is_capital() && !short {
                found.push((from, at));
                from = at;
            }
        }
        if from < self.words.len() {
            found.push((from, self.words.len()));
        }
        found
    }
}

fn begins_word(one: char) -> bool {
    one.is_alphanumeric() || one == '£' || one == '@'
}

fn is_mark(one: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&one)
}

fn word_end(chars: &[(usize, char)], from: usize) -> usize {
    let at = |place: usize| chars.get(place).map_or(' ', |pair| pair.1);
    if matches!(at(from), '£' | '@') {
        return from + 1;
    }
    let mut end = from + 1;
    loop {
        let one = at(end);
        let inside_number =
            matches!(one, ',' | '.') && at(end - 1).is_ascii_digit() && at(end + 1).is_ascii_digit();
        if one.is_alphanumeric() || is_mark(one) || inside_number {
            end += 1;
        } else {
            return end;
        }
    }
}

fn widen(gap: Gap, chars: &[(usize, char)], at: usize) -> Gap {
    let after = chars.get(at + 1).map_or(' ', |pair| pair.1);
    let before = at.checked_sub(1).and_then(|place| chars.get(place)).map_or(' ', |pair| pair.1);
    let joins = after.is_alphanumeric() && before.is_alphanumeric();
    let seen = match chars[at].1 {
        '\'' | '’' | '‘' if joins => Gap::Apostrophe,
        '-' | '‐' | '‑' if joins => Gap::Hyphen,
        ',' | '(' | ')' => Gap::Comma,
        ';' | ':' | '\n' | '\r' | '•' | '●' | '▪' | '\u{2028}' => Gap::Item,
        '.' | '!' | '?' => Gap::Stop,
        _ => Gap::Space,
    };
    let rank = |one: Gap| match one {
        Gap::Space => 0,
        Gap::Apostrophe | Gap::Hyphen => 1,
        Gap::Comma => 2,
        Gap::Item => 3,
        Gap::Stop => 4,
        Gap::Start => 5,
    };
    if rank(seen) > rank(gap) { seen } else { gap }
}

/// Small letters without accents: `Tŷ` and `ty` are the same word to the checks.
pub(super) fn fold(text: &str) -> String {
    text.chars().filter(|one| !is_mark(*one)).flat_map(char::to_lowercase).map(plain_letter).collect()
}

fn plain_letter(one: char) -> char {
    match one {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
        'ŷ' | 'ỳ' | 'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_place_and_what_stands_before_them() {
        let text = Text::new("Dylai'r Tŷ dalu £1,250.50; wedyn ysgrifennu. Da");
        let folded: Vec<_> = text.words.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(folded, ["dylai", "r", "ty", "dalu", "£", "1,250.50", "wedyn", "ysgrifennu", "da"]);
        assert_eq!(text.gap(1), Gap::Apostrophe);
        assert_eq!(text.gap(6), Gap::Item);
        assert_eq!(text.gap(8), Gap::Stop);
        assert_eq!(text.words[2].span(), (8, 10));
        assert_eq!(text.sentences(), [(0, 8), (8, 9)]);
    }

    #[test]
    fn a_reader_counts_words_not_pieces() {
        let text = Text::new("The Council's well-kept list: £250");
        assert_eq!(text.count(0, text.words.len()), 5);
        assert_eq!(text.words.last().and_then(Word::number), Some(250));
    }
}
