//! What two wordings have in common, across both languages: concepts, and words that stand in both; with the words.

use std::{collections::BTreeSet, sync::OnceLock};

use serde::Deserialize;

use crate::extract::welsh::mutation::radical;

/// The list of concepts, which stands in the data and can be read by anybody.
const LIST: &str = include_str!("../../data/concepts.toml");

/// A word that stands in both wordings must have so many letters to say anything.
const LEAST_LETTERS: usize = 5;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    common: BTreeSet<String>,
    concept: Vec<Concept>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Concept {
    id: String,
    #[serde(default)]
    act: bool,
    en: Vec<String>,
    cy: Vec<String>,
}

/// Something two wordings have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// The word in the first.
    pub here: String,
    /// The word in the other: the same, one of its forms, or one of the other language.
    pub there: String,
    /// Does it say what is done rather than what it is about?
    pub act: bool,
}

fn list() -> Option<&'static List> {
    static KNOWN: OnceLock<Option<List>> = OnceLock::new();
    KNOWN.get_or_init(|| toml::from_str(LIST).ok()).as_ref()
}

/// What two wordings have in common, each thing once, in the order of the first; words of these names are left out.
pub fn in_common(here: &str, there: &str, names: &[&str]) -> Vec<Common> {
    let Some(list) = list() else { return Vec::new() };
    let named: BTreeSet<String> = names.iter().flat_map(|name| words(name).map(fold)).collect();
    let (here, there) = (read(list, here, &named), read(list, there, &named));
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for one in &here {
        let same = |other: &&Read<'_>| match (&one.concept, &other.concept) {
            (Some(a), Some(b)) => a.id == b.id,
            (None, None) => one.folded == other.folded,
            _ => false,
        };
        let Some(other) = there.iter().find(same) else { continue };
        if seen.insert(one.concept.map_or(one.folded.clone(), |concept| format!("={}", concept.id))) {
            let act = one.concept.is_some_and(|concept| concept.act);
            all.push(Common { here: one.raw.clone(), there: other.raw.clone(), act });
        }
    }
    all
}

/// A word that says something.
struct Read<'a> {
    raw: String,
    folded: String,
    concept: Option<&'a Concept>,
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn read<'a>(list: &'a List, text: &str, named: &BTreeSet<String>) -> Vec<Read<'a>> {
    let told = words(text).filter_map(|raw| {
        let folded = fold(raw);
        if list.common.contains(&folded) || named.contains(&folded) {
            return None;
        }
        let concept = concept(list, &folded);
        let telling =
            folded.chars().count() >= LEAST_LETTERS && !folded.starts_with(|one: char| one.is_ascii_digit());
        (concept.is_some() || telling).then(|| Read { raw: raw.to_owned(), folded, concept })
    });
    told.collect()
}

fn concept<'a>(list: &'a List, word: &str) -> Option<&'a Concept> {
    let english = list.concept.iter().find(|concept| concept.en.iter().any(|stem| begins(word, stem)));
    let welsh =
        |form: &str| list.concept.iter().find(|concept| concept.cy.iter().any(|stem| begins(form, stem)));
    english.or_else(|| radical(word, welsh))
}

/// A stem that ends in `$` is the whole word.
fn begins(word: &str, stem: &str) -> bool {
    match stem.strip_suffix('$') {
        Some(whole) => word == whole,
        None => word.starts_with(stem),
    }
}

/// In small letters, without accents.
fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(plain).collect()
}

fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
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
    fn the_list_can_be_read_and_its_stems_have_no_accents() {
        let list: List = toml::from_str(LIST).unwrap();
        let stems = list.concept.iter().flat_map(|one| one.en.iter().chain(&one.cy));
        for stem in stems.chain(&list.common) {
            assert_eq!(*stem, fold(stem), "{stem}");
        }
        let ids: BTreeSet<_> = list.concept.iter().map(|one| &one.id).collect();
        assert_eq!(ids.len(), list.concept.len(), "a concept stands twice");
    }
}
