//! Welsh number words, in the masculine and the feminine and in every mutation: dau, dwy, tri, tair, pymtheg.

use super::mutation;
use crate::extract::words::Words;

/// The number words alone, to tell quickly that a word is none.
static KNOWN: Words = Words::new(
    "un dau dwy deufis tri tair pedwar pedair pum pump chwe chwech saith wyth naw deg deng deuddeg deuddeng \
    pymtheg pymtheng ugain ugeinfed",
);

const NUMBERS: &[(&str, i64)] = &[
    ("un", 1),
    ("dau", 2),
    ("dwy", 2),
    ("deufis", 2),
    ("tri", 3),
    ("tair", 3),
    ("pedwar", 4),
    ("pedair", 4),
    ("pum", 5),
    ("pump", 5),
    ("chwe", 6),
    ("chwech", 6),
    ("saith", 7),
    ("wyth", 8),
    ("naw", 9),
    ("deg", 10),
    ("deng", 10),
    ("deuddeg", 12),
    ("deuddeng", 12),
    ("pymtheg", 15),
    ("pymtheng", 15),
    ("ugain", 20),
    ("ugeinfed", 20),
];

/// Sayings of several words: "un ar ddeg" is 11, "wyth ar hugain" 28, "tri deg" 30.
const SAYINGS: &[(&[&str], i64)] = &[
    (&["un", "ar", "ddeg"], 11),
    (&["un", "deg", "un"], 11),
    (&["un", "deg", "pump"], 15),
    (&["un", "ar", "hugain"], 21),
    (&["wyth", "ar", "hugain"], 28),
    (&["dau", "ddeg", "wyth"], 28),
    (&["dau", "ddeg"], 20),
    (&["deg", "ar", "hugain"], 30),
    (&["tri", "deg"], 30),
    (&["pedwar", "deg"], 40),
    (&["pum", "deg", "chwech"], 56),
    (&["pum", "deg"], 50),
    (&["chwe", "deg"], 60),
];

/// The number that the words say, and how many words say it.
pub(in crate::extract) fn read<'a>(word: impl Fn(usize) -> &'a str) -> Option<(i64, usize)> {
    for (saying, number) in SAYINGS {
        if saying.iter().enumerate().all(|(at, wanted)| mutation::is(word(at), wanted)) {
            return Some((*number, saying.len()));
        }
    }
    let first = word(0);
    if !mutation::is_any(first, &KNOWN) {
        return None;
    }
    let known = |radical: &str| NUMBERS.iter().find(|(word, _)| *word == radical).map(|(_, number)| *number);
    mutation::radical(first, known).map(|number| (number, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(words: &str) -> Option<(i64, usize)> {
        let all: Vec<_> = words.split(' ').collect();
        read(|at| all.get(at).copied().unwrap_or_default())
    }

    #[test]
    fn numbers_are_read_in_words() {
        assert_eq!(number("tair wythnos"), Some((3, 1)));
        assert_eq!(number("dair wythnos"), Some((3, 1)));
        assert_eq!(number("wyth ar hugain o ddiwrnodau"), Some((28, 3)));
        assert_eq!(number("bymtheg diwrnod"), Some((15, 1)));
        assert_eq!(number("llythyr"), None);
    }
}
