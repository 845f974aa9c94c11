//! Cases and recommendations that a text names: `24-0193`, `24-0193-2`, "action 2", "camau 2 a 3".

use amends_core::id::{CaseReference, RecommendationNumber};

/// Words before the number of a recommendation, in both languages.
const WORDS: &[&str] = &[
    "action",
    "actions",
    "recommendation",
    "recommendations",
    "cam",
    "camau",
    "gam",
    "gamau",
    "cham",
    "chamau",
    "argymhelliad",
    "argymhellion",
    "hargymhelliad",
];
/// Words between two numbers of one list.
const JOINTS: &[&str] = &["and", "a", "ac", "or", "neu", "to"];

/// The references of cases in a text, each once.
pub(super) fn cases(text: &str) -> Vec<CaseReference> {
    let mut found = Vec::new();
    for (case, _) in references(text) {
        if !found.contains(&case) {
            found.push(case);
        }
    }
    found
}

/// The recommendations of a case that a text names, each with the name as it stands there.
pub(super) fn recommendations(text: &str, case: &CaseReference) -> Vec<(RecommendationNumber, String)> {
    let whole = references(text).into_iter().filter(|(of, _)| of == case);
    let whole = whole.filter_map(|(of, number)| number.map(|number| (number, of.recommendation(number))));
    let mut found: Vec<(RecommendationNumber, String)> = Vec::new();
    for (number, name) in whole.chain(by_word(text)) {
        if !found.iter().any(|(known, _)| *known == number) {
            found.push((number, name));
        }
    }
    found
}

/// `24-0193` and `24-0193-2`, wherever they stand as words of their own.
fn references(text: &str) -> Vec<(CaseReference, Option<RecommendationNumber>)> {
    let word = |c: char| c.is_alphanumeric() || c == '-';
    text.split(|c| !word(c)).filter_map(|word| reference(word.trim_matches('-'))).collect()
}

fn reference(word: &str) -> Option<(CaseReference, Option<RecommendationNumber>)> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = word.split('-').collect();
    let (year, number, recommendation) = match parts.as_slice() {
        [year, number] => (*year, *number, None),
        [year, number, recommendation] => (*year, *number, Some(*recommendation)),
        _ => return None,
    };
    let lengths = year.len() == 2 && (4..=6).contains(&number.len());
    if !lengths || !digits(year) || !digits(number) {
        return None;
    }
    let recommendation = match recommendation {
        None => None,
        Some(part) if digits(part) && part.len() <= 3 => Some(RecommendationNumber(part.parse().ok()?)),
        Some(_) => return None,
    };
    Some((CaseReference(format!("{year}-{number}")), recommendation))
}

/// "action 2", "actions 2 and 3", "cam 2", "camau 2, 3 a 5".
fn by_word(text: &str) -> Vec<(RecommendationNumber, String)> {
    let lower = text.to_lowercase();
    let mut found = Vec::new();
    // The word that names, and whether a number has followed it: only then does "and 3" go on with the list.
    let mut naming: Option<(&str, bool)> = None;
    for word in lower.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        match (naming, bare.parse::<u16>()) {
            (Some((name, _)), Ok(number)) if number > 0 && bare.len() <= 3 => {
                found.push((RecommendationNumber(number), format!("{name} {number}")));
                naming = Some((name, true));
                if word.ends_with(['.', ';', ')', ':', '?', '!']) {
                    naming = None;
                }
            }
            (Some((_, true)), _) if JOINTS.contains(&bare) || bare.is_empty() => {}
            _ => naming = WORDS.iter().find(|known| **known == bare).map(|name| (*name, false)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<u16> {
        let found = recommendations(text, &CaseReference::new(2024, 193));
        found.into_iter().map(|(number, _)| number.0).collect()
    }

    #[test]
    fn recommendations_are_named_in_many_ways() {
        assert_eq!(named("See 24-0193-2 attached."), [2]);
        assert_eq!(named("Action 2: done. Recommendation 3 follows."), [2, 3]);
        assert_eq!(named("Cam 2 a chamau 4"), [2, 4]);
        assert_eq!(named("Dyma’r dystiolaeth ar gyfer camau 1, 2 a 3."), [1, 2, 3]);
        assert_eq!(named("actions 2 and 3 and then 4 people were trained"), [2, 3]);
        assert_eq!(named("23-0001-2 is another case"), [] as [u16; 0]);
        assert_eq!(named("We took action on 2 December"), [] as [u16; 0]);
        assert_eq!(named("We took action and 2 people were trained"), [] as [u16; 0]);
        assert_eq!(named("action 0 and action 99999"), [] as [u16; 0]);
    }

    #[test]
    fn references_stand_as_words() {
        assert_eq!(
            cases("RE: 24-0193: x (24-0193-2), 23-0007."),
            [CaseReference::new(2024, 193), CaseReference::new(2023, 7)]
        );
        assert!(cases("2024-0193 024-01934567 12-12-2024 24-019 AB24-0193").is_empty());
    }
}
