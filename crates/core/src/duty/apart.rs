//! Duties that come of the language of what was sent, and of bodies that are no more (E13, E15, E33).

use super::{Circumstances, Duty};
use crate::{case::Case, disclosure::TranslationStep, evidence::EvidenceWarning};

/// What came in another language than the complainant's is translated, or somebody says why not; until then it is owed,
/// for what is not yet over.
pub(super) fn translations(case: &Case) -> Vec<Duty> {
    let mut owed = Vec::new();
    for found in case.counted_evidence() {
        let submission = &found.submission;
        let ordered_on = match case.translation_of(submission.evidence) {
            Some((TranslationStep::Done { .. } | TranslationStep::NotNeeded { .. }, _)) => continue,
            Some((TranslationStep::Ordered, on)) => Some(on),
            None => None,
        };
        let numbers: Vec<_> = submission.targets.iter().map(|target| target.number).collect();
        let open = numbers.iter().filter_map(|number| case.recommendation(*number));
        let open = open.into_iter().any(|one| !one.state().is_terminal());
        if found.warnings.contains(&EvidenceWarning::OtherLanguage) && open {
            let (evidence, since) = (submission.evidence, submission.received_on);
            owed.push(Duty::Translate { evidence, numbers, since, ordered_on });
        }
    }
    owed
}

/// What is open with a body that is no more waits for a person, never for a chase.
pub(super) fn of_bodies_that_ended(case: &Case, circumstances: &Circumstances) -> Vec<Duty> {
    let mut owed = Vec::new();
    for body in &case.bodies {
        let numbers: Vec<_> = case.open_for(*body).map(|one| one.number).collect();
        if numbers.is_empty() {
            continue;
        }
        if circumstances.succeeded.contains(body) {
            owed.push(Duty::FollowSuccessor { body: *body, numbers });
        } else if circumstances.ended.contains(body) {
            owed.push(Duty::DecideOnClosure { body: *body, numbers });
        }
    }
    owed
}
