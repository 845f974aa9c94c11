//! Words as they are searched: small letters without accents, parted here, so that every engine finds the same.
//!
//! There is no stemmer of Welsh, so there is none at all: somebody who wants every form types the beginning and a star.

use super::Kind;

/// No word is longer in the index; what is longer is cut, there and in what is looked for.
const LONGEST: usize = 64;

/// A text in small letters without accents, its words parted by single spaces: `Ty Gwyn` finds `Tŷ Gwyn`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(letters(word).take(LONGEST));
    }
    folded
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase).map(plain).filter(|letter| letter.is_alphanumeric())
}

/// The letter without its accent.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ẁ' | 'ẃ' | 'ŵ' | 'ẅ' => 'w',
        'ỳ' | 'ý' | 'ŷ' | 'ÿ' => 'y',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// Words that must stand together, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) words: Vec<String>,
    /// The last of them may go on.
    pub(crate) beginning: bool,
}

/// What somebody typed: terms that must all be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub(crate) terms: Vec<Term>,
}

impl Wanted {
    /// Whole words; phrases between quotation marks; the beginning of a word before a star. Nothing where no word was
    /// typed.
    pub fn whole(typed: &str) -> Option<Self> {
        Self::read(typed, |_| false)
    }

    /// As [`Self::whole`], but each word of three letters or more is the beginning of one.
    pub(crate) fn beginnings(typed: &str) -> Option<Self> {
        Self::read(typed, |word| word.chars().count() > 2)
    }

    fn read(typed: &str, beginning: impl Fn(&str) -> bool) -> Option<Self> {
        let typed = typed.replace(['“', '”', '„'], "\"");
        let mut terms = Vec::new();
        let parts: Vec<&str> = typed.split('"').collect();
        for (place, part) in parts.iter().enumerate() {
            // Every second part stands between two marks; a mark that is not closed is none.
            if place % 2 == 1 && place + 1 < parts.len() {
                let words: Vec<String> = fold(part).split_whitespace().map(str::to_owned).collect();
                terms.extend((!words.is_empty()).then_some(Term { words, beginning: false }));
                continue;
            }
            for word in part.split_whitespace() {
                let starred = word.ends_with('*') && word.trim_end_matches('*').chars().count() > 1;
                let folded = fold(word);
                let count = folded.split_whitespace().count();
                for (nth, one) in folded.split_whitespace().enumerate() {
                    let is_last = nth + 1 == count;
                    let goes_on = beginning(one) || (starred && is_last);
                    terms.push(Term { words: vec![one.to_owned()], beginning: goes_on });
                }
            }
        }
        (!terms.is_empty()).then_some(Self { terms })
    }

    /// Only texts of this kind.
    pub(super) fn of(mut self, kind: Kind) -> Self {
        self.terms.insert(0, Term { words: vec![kind.mark()], beginning: false });
        self
    }

    /// Whether each word or phrase is somewhere in one of these texts, which are folded already ([`fold`]): for what is too
    /// little to be kept in the index, such as names of bodies.
    pub fn is_among(&self, folded: &[&str]) -> bool {
        self.terms.iter().all(|term| folded.iter().any(|text| term.is_in(text)))
    }

    /// Every word that is looked for, folded, and whether it is the beginning of one.
    pub fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        self.terms.iter().flat_map(|term| {
            let last = term.words.len().saturating_sub(1);
            let words = term.words.iter().enumerate();
            words.map(move |(nth, word)| (word.as_str(), term.beginning && nth == last))
        })
    }

    fn hits(&self, word: &str) -> bool {
        let folded: String = letters(word).take(LONGEST).collect();
        self.terms.iter().any(|term| {
            let Some((last, others)) = term.words.split_last() else { return false };
            let is_last = if term.beginning { folded.starts_with(last) } else { folded == *last };
            is_last || others.contains(&folded)
        })
    }
}

impl Term {
    /// Whether its words follow one another in a folded text.
    fn is_in(&self, folded: &str) -> bool {
        let words: Vec<&str> = folded.split(' ').collect();
        words.windows(self.words.len()).any(|window| {
            let same = window.iter().zip(&self.words).filter(|(here, wanted)| here == wanted).count();
            let last = window.last().zip(self.words.last());
            let begins =
                last.is_some_and(|(here, wanted)| self.beginning && here.starts_with(wanted.as_str()));
            same == window.len() || (begins && same + 1 == window.len())
        })
    }
}

/// A piece of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// They are what was looked for.
    pub hit: bool,
}

/// So many bytes an excerpt has, about.
const EXCERPT: usize = 240;

/// The part of a text about the first word that was looked for, in pieces.
pub fn excerpt(text: &str, wanted: &Wanted) -> Vec<Piece> {
    let spans = spans(text);
    let first = spans.iter().find(|span| wanted.hits(&text[span.0..span.1])).map_or(0, |span| span.0);
    let begin = floor(text, first.saturating_sub(EXCERPT / 3));
    // Not in the middle of a word.
    let begin = spans.iter().map(|span| span.0).find(|at| *at >= begin).unwrap_or(begin).min(first);
    let end = floor(text, (begin + EXCERPT).min(text.len()));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |part: &str, hit: bool| match pieces.last_mut() {
        Some(last) if last.hit == hit => last.text.push_str(part),
        _ if part.is_empty() => {}
        _ => pieces.push(Piece { text: part.to_owned(), hit }),
    };
    if begin > 0 {
        push("… ", false);
    }
    let mut at = begin;
    for (from, to) in spans.into_iter().filter(|span| span.0 >= begin && span.1 <= end) {
        push(&text[at..from], false);
        push(&text[from..to], wanted.hits(&text[from..to]));
        at = to;
    }
    let rest = &text[at..];
    push(if rest.chars().any(char::is_alphanumeric) { " …" } else { rest.trim_end() }, false);
    pieces
}

/// Where the words of a text begin and end.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices() {
        match (letter.is_alphanumeric(), from) {
            (true, None) => from = Some(at),
            (false, Some(begun)) => {
                spans.push((begun, at));
                from = None;
            }
            _ => {}
        }
    }
    spans.extend(from.map(|begun| (begun, text.len())));
    spans
}

/// The nearest place at or before this one that is not within a letter.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn welsh_letters_are_found_without_their_accents() {
        assert_eq!(fold("Tŷ Gwyn, Dŵr CYMRU, Môn"), "ty gwyn dwr cymru mon");
        assert_eq!(fold("  – \n"), "");
    }

    #[test]
    fn a_name_is_looked_through_as_the_index_would_be() {
        let is_in = |typed: &str, text: &str| Wanted::whole(typed).unwrap().is_among(&[&fold(text)]);
        assert!(is_in("mon council", "Ynys Môn Council Cyngor Ynys Môn"));
        assert!(is_in("\"ynys mon\"", "Cyngor Ynys Môn") && !is_in("\"mon ynys\"", "Cyngor Ynys Môn"));
        assert!(is_in("coun*", "Ynys Council") && !is_in("coun", "Ynys Council"));
    }

    #[test]
    fn an_excerpt_shows_the_words_as_they_were_written() {
        let wanted = Wanted::whole("\"ty gwyn\" dwr").unwrap();
        let shown: Vec<(String, bool)> =
            excerpt("Dim dŵr yn Tŷ Gwyn.", &wanted).into_iter().map(|one| (one.text, one.hit)).collect();
        let shown: Vec<(&str, bool)> = shown.iter().map(|(text, hit)| (text.as_str(), *hit)).collect();
        assert_eq!(
            shown,
            [
                ("Dim ", false),
                ("dŵr", true),
                (" yn ", false),
                ("Tŷ", true),
                (" ", false),
                ("Gwyn", true),
                (".", false)
            ]
        );
    }

    #[test]
    fn an_excerpt_of_a_long_text_is_about_the_first_word_found() {
        let long = format!("{} boiler {}", "a word ".repeat(400), "and more ".repeat(400));
        let pieces = excerpt(&long, &Wanted::whole("boiler").unwrap());
        assert!(pieces.iter().map(|one| one.text.len()).sum::<usize>() < EXCERPT + 40);
        assert!(pieces.iter().any(|one| one.hit && one.text == "boiler"), "{pieces:?}");
        assert_eq!(excerpt("", &Wanted::whole("boiler").unwrap()), []);
    }
}
