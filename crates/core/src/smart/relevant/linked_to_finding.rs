//! It answers a fault of this body that caused injustice (R2, R40).
//!
//! Not so good: no finding chosen, or one against another body.
//! Better: finding 2, `The Council took nine weeks to assess Mrs A; she was without care`.

use crate::{
    recommendation::Scope,
    smart::{CheckId, Note, Subject, reading::Reading},
};

pub(in crate::smart) fn check(subject: &Subject<'_>, _: &Reading<'_>) -> Option<Note> {
    let advice = |why, number: u32| {
        Some(Note::advice(CheckId::LinkedToFinding).with("why", why).with("finding", number))
    };
    let Some(answers) = subject.answers else {
        return advice("none", 0);
    };
    let number = u32::from(answers.finding.0);
    let Some(known) = answers.known else {
        return advice("unknown", number);
    };
    if !known.same_body {
        return advice("other-body", number);
    }
    if !known.injustice && subject.scope == Scope::Personal && !subject.own_initiative {
        return advice("no-injustice", number);
    }
    Some(Note::good(CheckId::LinkedToFinding).with("finding", number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        recommendation::FindingNumber,
        smart::{Answers, Known, Value, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r2_a_recommendation_answers_a_finding_against_its_body() {
        let known = |injustice, same_body| {
            Some(Answers { finding: FindingNumber(2), known: Some(Known { injustice, same_body }) })
        };
        for (answers, expected) in [
            (None, Some("none")),
            (Some(Answers { finding: FindingNumber(2), known: None }), Some("unknown")),
            (known(true, false), Some("other-body")),
            (known(false, true), Some("no-injustice")),
            (known(true, true), None),
        ] {
            for language in [En, Cy] {
                let subject = Subject { answers, ..sample::good(language) };
                let note = sample::note(&subject, CheckId::LinkedToFinding).unwrap();
                let why = note.args.iter().find(|arg| arg.0 == "why").map(|arg| arg.1.clone());
                assert_eq!(why, expected.map(Value::from));
            }
        }
    }

    #[test]
    fn e35_a_case_of_the_offices_own_needs_no_personal_injustice() {
        let answers = Some(Answers {
            finding: FindingNumber(1),
            known: Some(Known { injustice: false, same_body: true }),
        });
        let subject = Subject { answers, own_initiative: true, ..sample::good(En) };
        let note = sample::note(&subject, CheckId::LinkedToFinding).unwrap();
        assert_eq!(note.level, crate::smart::Level::Good);
    }
}
