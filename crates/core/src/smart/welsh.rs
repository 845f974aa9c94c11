//! Welsh mutations: the forms a word may have had before its first letter changed, and the soft form of a word.

/// What each mutation makes of a first sound: (radical, soft, nasal, aspirate); "" where it does not change.
const SOUNDS: [(&str, &str, &str, &str); 9] = [
    ("p", "b", "mh", "ph"),
    ("t", "d", "nh", "th"),
    ("c", "g", "ngh", "ch"),
    ("b", "f", "m", ""),
    ("d", "dd", "n", ""),
    ("g", "", "ng", ""),
    ("ll", "l", "", ""),
    ("rh", "r", "", ""),
    ("m", "f", "", ""),
];

/// Every form from which this folded word may have been mutated, itself first.
pub(super) fn radicals(folded: &str) -> Vec<String> {
    let mut forms = vec![folded.to_owned()];
    for (radical, soft, nasal, aspirate) in SOUNDS {
        for changed in [soft, nasal, aspirate] {
            if !changed.is_empty()
                && let Some(rest) = folded.strip_prefix(changed)
            {
                forms.push(format!("{radical}{rest}"));
            }
        }
    }
    // The soft mutation of g is nothing at all: `wneud` from `gwneud`.
    if folded.starts_with(['a', 'e', 'i', 'o', 'u', 'w', 'y', 'l', 'r', 'n']) {
        forms.push(format!("g{folded}"));
    }
    forms
}

/// The member of a sorted table of radicals that this folded word is a form of.
pub(super) fn in_table(table: &[&'static str], folded: &str) -> Option<&'static str> {
    radicals(folded).iter().find_map(|form| table.binary_search(&form.as_str()).ok().map(|at| table[at]))
}

/// The soft-mutated form of a word in small letters.
pub(super) fn soften(word: &str) -> String {
    let changes = |radical: &&(&str, &str, &str, &str)| {
        let digraph = match radical.0 {
            "p" => "ph",
            "t" => "th",
            "c" => "ch",
            "d" => "dd",
            _ => "",
        };
        word.starts_with(radical.0) && (digraph.is_empty() || !word.starts_with(digraph))
    };
    match SOUNDS.iter().find(changes) {
        Some((radical, soft, ..)) => format!("{soft}{}", &word[radical.len()..]),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutated_word_is_known_by_its_radical() {
        for (form, radical) in
            [("thalu", "talu"), ("dalu", "talu"), ("nhalu", "talu"), ("wneud", "gwneud"), ("fis", "mis")]
        {
            assert!(radicals(form).contains(&radical.to_owned()), "{form}");
        }
    }

    #[test]
    fn the_soft_mutation_is_made() {
        for (radical, soft) in [
            ("talu", "dalu"),
            ("darparu", "ddarparu"),
            ("gwneud", "wneud"),
            ("ysgrifennu", "ysgrifennu"),
            ("llunio", "lunio"),
            ("chwilio", "chwilio"),
        ] {
            assert_eq!(soften(radical), soft);
        }
    }
}
