//! English that is not hard to read, by the measure of Flesch (1948): short words, short sentences.
//!
//! Not so good: `The authority will institute remedial organisational modifications regarding communication.`
//! Better: `The Council will change how it answers letters.`
//!
//! There is no agreed measure for Welsh, so Welsh is not judged.

use crate::{
    smart::{CheckId, Note, Subject, reading::Reading},
    text::Language,
};

/// Below this the measure calls a text very difficult.
const LEAST: f64 = 25.0;
/// Fewer words say nothing about ease.
const ENOUGH_WORDS: usize = 10;
/// A word of so many syllables is shown as hard.
const HARD_SYLLABLES: usize = 4;

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = &reading.wording;
    let words = text.count(0, text.words.len());
    if subject.language != Language::En || words < ENOUGH_WORDS {
        return None;
    }
    let each: Vec<_> = text.words.iter().map(|word| (word, syllables(&word.folded))).collect();
    let all: usize = each.iter().map(|pair| pair.1).sum();
    let sentences = text.sentences().len().max(1);
    let ease = 206.835 - 1.015 * ratio(words, sentences) - 84.6 * ratio(all, words);
    if ease >= LEAST {
        return Some(Note::good(CheckId::ReadingEase));
    }
    let hard: Vec<_> = each.iter().filter(|pair| pair.1 >= HARD_SYLLABLES).map(|pair| pair.0).collect();
    let shown: Vec<_> = hard.iter().map(|word| word.raw).collect();
    let note = Note::advice(CheckId::ReadingEase).at(hard.iter().map(|word| word.span()));
    let why = if shown.is_empty() { "long" } else { "hard" };
    Some(note.with("why", why).with("words", shown.join(", ")))
}

fn ratio(part: usize, whole: usize) -> f64 {
    let wide = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    wide(part) / wide(whole.max(1))
}

/// Syllables of a folded English word: groups of vowels, less a silent e at the end.
fn syllables(word: &str) -> usize {
    if !word.chars().any(char::is_alphabetic) {
        return usize::from(word.chars().any(char::is_alphanumeric));
    }
    let vowel = |one: char| matches!(one, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let mut before = false;
    for one in word.chars() {
        let now = vowel(one);
        groups += usize::from(now && !before);
        before = now;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    let past =
        word.strip_suffix("ed").is_some_and(|stem| !stem.ends_with(['t', 'd']) && !stem.ends_with(vowel))
            && groups > 1;
    (groups - usize::from(silent || past)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Level, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_hard_english_is_pointed_out() {
        let hard = "The authority will institute remedial organisational modifications regarding interdepartmental \
                    communication methodologies.";
        for (language, wording, expected) in [
            (En, "The Council will pay Mrs A £250 for the distress its delay caused her.", Some(Level::Good)),
            (En, hard, Some(Level::Advice)),
            (En, "Interdepartmental communication methodologies.", None),
            (Cy, hard, None),
        ] {
            assert_eq!(sample::level(language, wording, CheckId::ReadingEase), expected, "{wording}");
        }
    }

    #[test]
    fn syllables_are_counted_as_they_are_heard() {
        for (word, count) in
            [("pay", 1), ("council", 2), ("delayed", 2), ("granted", 2), ("table", 2), ("2026", 1)]
        {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
