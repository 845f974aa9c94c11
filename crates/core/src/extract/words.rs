//! Lists of words and phrases that answer quickly whether one is of them: their tables are made when the
//! program is built, and most words fall at the first look.

use std::hash::{BuildHasherDefault, Hasher};

use super::token::Tokens;

/// How the maps of known words are hashed: their words are the program's own, so nobody can choose them to
/// collide.
pub(super) type Fixed = BuildHasherDefault<Quick>;

/// A quick hash of short words.
#[derive(Default)]
pub(super) struct Quick(u64);

impl Quick {
    const fn mix(&mut self, bits: u64) {
        self.0 = (self.0.rotate_left(5) ^ bits).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for chunk in whole {
            self.mix(u64::from_le_bytes(*chunk));
        }
        let mut last = rest.len() as u64;
        for byte in rest {
            last = last << 8 | u64::from(*byte);
        }
        self.mix(last);
    }

    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

const SLOTS: usize = 256;

/// Where a word stands in a table: told by its ends, its middle and its length.
const fn slot(word: &[u8]) -> usize {
    let len = word.len();
    if len == 0 {
        return 0;
    }
    let (first, middle, last) = (word[0] as usize, word[len / 2] as usize, word[len - 1] as usize);
    (first * 7 + middle * 29 + last * 113 + len * 37) % SLOTS
}

/// Words written with spaces between, as a table.
pub(super) struct Words {
    list: &'static str,
    /// Where the word of a slot begins in the list, and its length; the length of an empty slot is 0.
    slots: [(u16, u8); SLOTS],
}

impl Words {
    /// Reads the list when the program is built; more words than slots stop the build.
    pub(super) const fn new(list: &'static str) -> Self {
        let bytes = list.as_bytes();
        let mut slots = [(0, 0); SLOTS];
        let mut start = 0;
        let mut count = 0;
        while start < bytes.len() {
            if bytes[start] == b' ' {
                start += 1;
                continue;
            }
            let mut end = start;
            while end < bytes.len() && bytes[end] != b' ' {
                end += 1;
            }
            let (_, rest) = bytes.split_at(start);
            let (word, _) = rest.split_at(end - start);
            let mut place = slot(word);
            while slots[place].1 != 0 {
                place = (place + 1) % SLOTS;
            }
            #[expect(clippy::cast_possible_truncation, reason = "lists are short, and so are words")]
            let entry = (start as u16, (end - start) as u8);
            slots[place] = entry;
            count += 1;
            assert!(count < SLOTS * 3 / 4 && bytes.len() < 60_000 && word.len() < 250);
            start = end;
        }
        Self { list, slots }
    }

    /// Whether a word is one of the list.
    pub(super) fn has(&self, word: &str) -> bool {
        let mut place = slot(word.as_bytes());
        loop {
            let (start, len) = self.slots[place];
            if len == 0 {
                return false;
            }
            let start = usize::from(start);
            if usize::from(len) == word.len() && self.list.as_bytes()[start..].starts_with(word.as_bytes()) {
                return true;
            }
            place = (place + 1) % SLOTS;
        }
    }
}

/// The slots of the first words of phrases, one bit each.
pub(super) struct Sieve([u64; SLOTS / 64]);

impl Sieve {
    /// What any of several lists may begin with.
    pub(super) const fn of(lists: &[&Phrases]) -> Self {
        let mut bits = [0; SLOTS / 64];
        let mut list = 0;
        while list < lists.len() {
            let mut at = 0;
            while at < bits.len() {
                bits[at] |= lists[list].sieve.0[at];
                at += 1;
            }
            list += 1;
        }
        Self(bits)
    }

    /// Whether a phrase may begin with a word.
    pub(super) const fn may(&self, word: &str) -> bool {
        let word = word.as_bytes();
        // An apostrophe may be written in two ways.
        let apostrophe = matches!(word, [b'\'' | 0xe2, ..]);
        let place = slot(word);
        apostrophe || self.0[place / 64] & (1 << (place % 64)) != 0
    }
}

/// Phrases of words with a space between; the first of several that fit is the one read.
pub(super) struct Phrases {
    all: &'static [&'static str],
    sieve: Sieve,
}

impl Phrases {
    /// Reads the first words when the program is built.
    pub(super) const fn new(all: &'static [&'static str]) -> Self {
        let mut sieve = [0; SLOTS / 64];
        let mut at = 0;
        while at < all.len() {
            let phrase = all[at].as_bytes();
            let mut end = 0;
            while end < phrase.len() && phrase[end] != b' ' {
                end += 1;
            }
            let (word, _) = phrase.split_at(end);
            let place = slot(word);
            sieve[place / 64] |= 1 << (place % 64);
            at += 1;
        }
        Self { all, sieve: Sieve(sieve) }
    }

    /// The first phrase that stands at a token, with the place after it.
    pub(super) fn read(&self, tokens: &Tokens<'_>, at: usize) -> Option<usize> {
        if self.sieve.may(tokens.word(at)) { tokens.reads_any(at, self.all) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: Words = Words::new(" pay  apologise £ tŷ tŷ's ");
    static SAID: Phrases = Phrases::new(&["by the end", "by", "'s own", "ar ôl"]);

    #[test]
    fn a_word_is_of_the_list_only_whole() {
        for (word, known) in [
            ("pay", true),
            ("apologise", true),
            ("£", true),
            ("tŷ", true),
            ("pa", false),
            ("pay apologise", false),
            ("", false),
            ("payment", false),
        ] {
            assert_eq!(LIST.has(word), known, "{word}");
        }
    }

    #[test]
    fn the_first_phrase_that_fits_is_read_under_either_apostrophe() {
        for (text, at, end) in [
            ("by the end of it", 0, Some(3)),
            ("by then", 0, Some(1)),
            ("Council’s own", 1, Some(3)),
            ("ar ôl hyn", 0, Some(2)),
            ("the end", 0, None),
        ] {
            let tokens = Tokens::read(text);
            assert_eq!(SAID.read(&tokens, at), end, "{text}");
        }
    }
}
