//! Names and other identifiers that stand in one recipient's version of an instrument and must not (E30).

use serde::Serialize;

use crate::profile::AnonymityRule;

/// What sort of identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    /// A person's name.
    Name,
    /// An address, by post or e-mail, or a telephone number.
    Address,
    /// A reference by which a person can be found.
    Reference,
    /// The name of the body itself.
    BodyName,
}

/// Something by which somebody is known, as it is handed in for the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// What sort.
    pub kind: IdentifierKind,
    /// The words.
    pub text: String,
    /// Whose it is, as the caller names them: `complainant`, `person 2`.
    pub whose: String,
}

/// One recipient's version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version<'a> {
    /// The rule by which names stay out.
    pub anonymity: &'a AnonymityRule,
    /// The text.
    pub text: &'a str,
    /// Would naming the body identify a person, and is that inappropriate (LGA 1974 s.34H; E30)?
    pub body_identifies_a_person: bool,
    /// Whose identifiers the public interest calls for, as it was weighed: these may stand.
    pub necessary: &'a [String],
}

/// An identifier found where it must not stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// What sort.
    pub kind: IdentifierKind,
    /// Whose.
    pub whose: String,
    /// The words that were found.
    pub text: String,
    /// The character they begin at, counted from 0, in each place.
    pub at: Vec<usize>,
}

/// Every identifier that stands in the version and must not, in the order they were handed in. The body's own name may
/// stand, unless it would identify a person and the rule lets it be left out.
pub fn identifiers(version: &Version<'_>, known: &[Identifier]) -> Vec<Found> {
    let text = folded(version.text);
    known
        .iter()
        .filter(|one| !version.necessary.contains(&one.whose))
        .filter(|one| {
            one.kind != IdentifierKind::BodyName
                || (version.anonymity.body_may_be_left_out && version.body_identifies_a_person)
        })
        .filter_map(|one| {
            let at = places(&text, one);
            (!at.is_empty()).then(|| Found {
                kind: one.kind,
                whose: one.whose.clone(),
                text: one.text.clone(),
                at,
            })
        })
        .collect()
}

/// Letters in lower case, apostrophes and spaces each in one form, so that what looks the same is the same.
fn folded(text: &str) -> Vec<char> {
    text.chars()
        .map(|letter| match letter {
            '’' | '‘' | 'ʼ' => '\'',
            '\u{a0}' | '\n' | '\t' | '\r' => ' ',
            other => other.to_lowercase().next().unwrap_or(other),
        })
        .collect()
}

/// Where the words stand as words of their own. A name is also found by its last part, its longest; a single letter or a
/// title is no name.
fn places(text: &[char], one: &Identifier) -> Vec<usize> {
    let whole: Vec<char> = folded(one.text.trim());
    let mut at = standing(text, &whole);
    if one.kind == IdentifierKind::Name
        && let Some(last) = one.text.split_whitespace().last()
    {
        let last = folded(last);
        if last.len() >= 3 && last.len() < whole.len() {
            let ends = |place: &usize| {
                at.iter().any(|whole_at| (*whole_at..*whole_at + whole.len()).contains(place))
            };
            let more: Vec<_> = standing(text, &last).into_iter().filter(|place| !ends(place)).collect();
            at.extend(more);
        }
    }
    at.sort_unstable();
    at
}

fn standing(text: &[char], wanted: &[char]) -> Vec<usize> {
    if wanted.is_empty() || wanted.len() > text.len() {
        return Vec::new();
    }
    let is_word = |place: Option<&char>| place.is_some_and(|letter| letter.is_alphanumeric());
    (0..=text.len() - wanted.len())
        .filter(|start| text.get(*start..*start + wanted.len()) == Some(wanted))
        .filter(|start| {
            let before = start.checked_sub(1).and_then(|place| text.get(place));
            !is_word(before) && !is_word(text.get(*start + wanted.len()))
        })
        .collect()
}
