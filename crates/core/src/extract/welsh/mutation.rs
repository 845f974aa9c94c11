//! Initial mutation: `fis` and `mis`, `chywiro` and `cywiro`, `hymchwilio` and `ymchwilio` are one word each.

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
pub(in crate::extract) fn radical<T>(word: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    if let Some(found) = known(word) {
        return Some(found);
    }
    for (mutated, radicals) in CHANGES {
        let Some(rest) = word.strip_prefix(mutated) else { continue };
        for radical in *radicals {
            if let Some(found) = known(&format!("{radical}{rest}")) {
                return Some(found);
            }
        }
    }
    // Soft mutation drops an initial g altogether: gwneud, wneud.
    known(&format!("g{word}"))
}

/// Whether the word is `radical` in any of its mutations.
pub(in crate::extract) fn is(word: &str, wanted: &str) -> bool {
    radical(word, |candidate| (candidate == wanted).then_some(())).is_some()
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
