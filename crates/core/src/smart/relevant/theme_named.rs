//! A service improvement says what it is about, so that it is found when the fault recurs (R48, R53).
//!
//! Not so good: no subject.
//! Better: `Housing repairs, damp and disrepair`.

use crate::{
    recommendation::Scope,
    smart::{CheckId, Note, Subject, reading::Reading},
};

pub(in crate::smart) fn check(subject: &Subject<'_>, _: &Reading<'_>) -> Option<Note> {
    match (subject.scope, subject.themes.len()) {
        (Scope::Personal, _) => None,
        (Scope::Service, 0) => Some(Note::advice(CheckId::ThemeNamed)),
        (Scope::Service, _) => Some(Note::good(CheckId::ThemeNamed)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Level, sample},
        text::Language,
    };

    #[test]
    fn r53_a_service_improvement_wants_a_subject_and_nothing_else_does() {
        let themes = ["delay".to_owned()];
        for (scope, themes, expected) in [
            (Scope::Service, &themes[..0], Some(Level::Advice)),
            (Scope::Service, &themes[..], Some(Level::Good)),
            (Scope::Personal, &themes[..0], None),
        ] {
            for language in Language::ALL {
                let subject = Subject { scope, themes, ..sample::good(language) };
                let found = sample::note(&subject, CheckId::ThemeNamed).map(|note| note.level);
                assert_eq!(found, expected);
            }
        }
    }
}
