//! The words for what the rules speak of: kinds, proofs, letters, checks, and the lines of a timeline.

use amends_core::{
    case::Check,
    id::BodyId,
    letter::LetterKind,
    profile::Profile,
    recommendation::{Kind, Proof},
    text::Language,
    timeline::TimelineEntry,
};
use fluent_bundle::FluentValue;

use crate::i18n;

/// What a kind of recommendation is called.
pub fn kind(language: Language, kind: Kind) -> String {
    i18n::t(language, &format!("kind-{}", kind.code()))
}

/// What a sort of proof is called.
pub fn proof(language: Language, proof: Proof) -> String {
    i18n::t(language, &format!("proof-{}", proof.code()))
}

/// What a letter is called.
pub fn letter(language: Language, letter: LetterKind) -> String {
    i18n::t(language, &format!("letter-{}", letter.code()))
}

/// What a check is called.
pub fn check(language: Language, check: Check) -> String {
    i18n::t(language, &format!("check-{}", check.code()))
}

/// The sentence of one line of a timeline (I8). `reference` writes recommendations as this reader knows them, `body`
/// names a body; the steps of the ladder are called as the profile calls them.
pub fn timeline(
    language: Language,
    line: &TimelineEntry,
    profile: &Profile,
    reference: impl Fn(&TimelineEntry) -> String,
    body: impl Fn(BodyId) -> String,
) -> String {
    let mut values = i18n::Args::new();
    for (name, value) in &line.args {
        let said = match *name {
            "date" => value.parse().map_or_else(|_| value.clone(), |day| i18n::date(language, day)),
            "step" => step(language, profile, value),
            "check" => Check::ALL
                .into_iter()
                .find(|one| one.code().replace('_', "-") == *value)
                .map_or_else(|| value.clone(), |one| check(language, one)),
            "days" => {
                values.set("days", value.parse::<i64>().map_or(FluentValue::None, FluentValue::from));
                continue;
            }
            _ => value.clone(),
        };
        values.set(*name, said);
    }
    values.set("reference", reference(line));
    if let Some(id) = line.body {
        values.set("body", body(id));
    }
    if let Some(kind) = line.letter {
        values.set("letter", letter(language, kind));
    }
    let name = line.key.strip_prefix("timeline-").unwrap_or(line.key);
    i18n::tr(language, &format!("timeline-{name}"), &values)
}

fn step(language: Language, profile: &Profile, id: &str) -> String {
    let known = profile.chase.iter().find(|step| step.id == id);
    known.map_or_else(|| id.to_owned(), |step| step.name.get(language).to_owned())
}

#[cfg(test)]
mod tests {
    use amends_core::{permit::Denial, refusal, timeline};

    use super::*;
    use crate::i18n::Catalogue;

    #[test]
    fn r38_every_word_of_the_rules_is_there_in_both_languages() {
        let mut keys: Vec<String> = Vec::new();
        keys.extend(refusal::CODES.iter().map(|code| format!("refusal-{code}")));
        keys.extend(Denial::ALL.map(|denial| format!("denial-{}", denial.code())));
        keys.extend(timeline::KEYS.iter().map(|key| (*key).to_owned()));
        keys.extend(Kind::ALL.iter().map(|kind| format!("kind-{}", kind.code())));
        keys.extend(Proof::ALL.map(|proof| format!("proof-{}", proof.code())));
        keys.extend(LetterKind::ALL.map(|letter| format!("letter-{}", letter.code())));
        keys.extend(Check::ALL.map(|check| format!("check-{}", check.code())));
        for key in keys {
            for language in Language::ALL {
                assert!(Catalogue::get().has(language, &key), "{key} in {}", language.tag());
            }
        }
    }
}
