//! Initial mutation: `fis` and `mis`, `chywiro` and `cywiro`, `hymchwilio` and `ymchwilio` are one word each.

use crate::extract::words::Words;

/// What a word may begin with once mutated, and what it began with.
const CHANGES: &[(&str, &[&str])] = &[
    ("ngh", &["c"]),
    ("ng", &["g"]),
    ("nh", &["t"]),
    ("mh", &["p"]),
    ("dd", &["d"]),
    ("ch", &["c"]),
    ("ph", &["p"]),
    ("th", &["t"]),
    ("f", &["b", "m"]),
    ("g", &["c"]),
    ("l", &["ll"]),
    ("b", &["p"]),
    ("r", &["rh"]),
    ("d", &["t"]),
    ("m", &["b"]),
    ("n", &["d"]),
    ("h", &[""]),
];

/// Calls `known` with the word and each radical it may come from, until one is known.
pub(crate) fn radical<T>(word: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    if let Some(found) = known(word) {
        return Some(found);
    }
    for (mutated, radicals) in CHANGES {
        let Some(rest) = word.strip_prefix(mutated) else { continue };
        for radical in *radicals {
            if let Some(found) = joined(radical, rest, &known) {
                return Some(found);
            }
        }
    }
    // Soft mutation drops an initial g altogether: gwneud, wneud.
    joined("g", word, &known)
}

/// Calls `known` with two pieces as one word; most words are short enough to be joined in place.
fn joined<T>(radical: &str, rest: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut place = [0_u8; 40];
    let len = radical.len() + rest.len();
    let Some(word) = place.get_mut(..len) else { return known(&[radical, rest].concat()) };
    word[..radical.len()].copy_from_slice(radical.as_bytes());
    word[radical.len()..].copy_from_slice(rest.as_bytes());
    std::str::from_utf8(word).ok().and_then(known)
}

/// Whether the word is `radical` in any of its mutations.
pub(in crate::extract) fn is(word: &str, wanted: &str) -> bool {
    // A mutation changes at most three letters to one, and never the end of a word.
    let ends = word.as_bytes().last() == wanted.as_bytes().last();
    if word.len().abs_diff(wanted.len()) > 2 || !ends && wanted.len() > 2 {
        return false;
    }
    word == wanted
        || wanted.strip_prefix('g') == Some(word)
        || CHANGES.iter().any(|(mutated, radicals)| {
            word.strip_prefix(mutated)
                .is_some_and(|rest| radicals.iter().any(|radical| wanted.strip_prefix(radical) == Some(rest)))
        })
}

/// Whether the word is one of a list in any of its mutations.
pub(in crate::extract) fn is_any(word: &str, list: &Words) -> bool {
    radical(word, |candidate| list.has(candidate).then_some(())).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mutation_leads_back_to_the_radical() {
        for (mutated, wanted) in [
            ("fis", "mis"),
            ("chywiro", "cywiro"),
            ("hymchwilio", "ymchwilio"),
            ("wneud", "gwneud"),
            ("ddiwrnod", "diwrnod"),
            ("niwrnod", "diwrnod"),
            ("thalu", "talu"),
            ("lunio", "llunio"),
            ("roi", "rhoi"),
            ("nghyngor", "cyngor"),
        ] {
            assert!(is(mutated, wanted), "{mutated}");
        }
        assert!(!is("mis", "diwrnod"));
    }
}
