//! The case after evidence was set apart, after recommendations followed a successor, after a request rests on a freeze.

use crate::{
    case::Case,
    disclosure::Quarantined,
    event::Event,
    evidence::Submission,
    id::EvidenceId,
    succession::{Followed, RestsOnFreeze},
};

/// What is set apart answers nothing: each recommendation is as if it had not come (E8).
fn set_apart(case: &mut Case, quarantined: &Quarantined) {
    case.disclosure.quarantined.push(quarantined.clone());
    let id = quarantined.evidence;
    let came = &case.evidence;
    let submission = |id: EvidenceId| -> Option<&Submission> {
        came.iter().map(|one| &one.submission).find(|one| one.evidence == id)
    };
    let answers = |id: EvidenceId| submission(id).is_some_and(|one| !one.is_statement_only());
    for one in &mut case.recommendations {
        let Some(place) = one.evidence.iter().position(|known| *known == id) else { continue };
        one.evidence.remove(place);
        if place < one.answered_before_reopening {
            one.answered_before_reopening -= 1;
        }
        one.findings.retain(|finding| finding.evidence != id);
        one.done_on = one.evidence.iter().rev().find_map(|id| submission(*id)?.done_on);
        let mut later = one.evidence.iter().skip(place.max(one.answered_before_reopening)).copied();
        let next = later.find(|id| answers(*id));
        let asked = one.asked_before.iter().position(|(known, _)| *known == id);
        if let Some((_, on)) = asked.map(|place| one.asked_before.remove(place)) {
            match next {
                Some(answer) => one.asked_before.push((answer, on)),
                None => one.more_asked_on = one.more_asked_on.or(Some(on)),
            }
        }
        one.under_review &= one.current_evidence().iter().any(|id| answers(*id));
    }
}

/// Recommendations are carried out by another body from now on; to whom they were made stays known (E13).
fn follow(case: &mut Case, followed: &Followed) {
    if !case.bodies.contains(&followed.successor) {
        case.bodies.push(followed.successor);
    }
    for one in case.recommendations.iter_mut().filter(|one| followed.numbers.contains(&one.number)) {
        one.terms.addressee = followed.successor;
        one.taken_over_from.get_or_insert(followed.body);
    }
    case.followed.push(followed.clone());
}

/// A request for a later date rests on a spending freeze (E24).
fn rest_on_freeze(case: &mut Case, rests: &RestsOnFreeze) {
    let requests = case.recommendations.iter_mut().flat_map(|one| &mut one.extensions);
    for request in requests.filter(|request| request.extension == rests.extension) {
        request.rests_on_freeze = true;
    }
}

/// What was set apart, opened, barred or told; and what followed a body's successor (E8–E10, E13–E15, E33, E34).
pub(super) fn apply(case: &mut Case, event: &Event) {
    match event {
        Event::EvidenceQuarantined(one) => set_apart(case, one),
        Event::EvidenceMovedIn { evidence, from } => case.disclosure.moved_in.push((*evidence, from.clone())),
        Event::EvidenceMovedOut(moved) => case.disclosure.moved_out.push(moved.clone()),
        Event::FileClassified(one) => case.disclosure.classified.push(one.clone()),
        Event::RedactedCopyAdded(copy) => case.disclosure.copies.push(copy.clone()),
        Event::DocumentBarred(barred) => case.disclosure.barred.push(barred.clone()),
        Event::BarLifted(lifted) => case.disclosure.barred.retain(|one| one.file != lifted.file),
        Event::Disclosed(one) => case.disclosure.disclosed.push(one.clone()),
        Event::TranslationRecorded { translation, on } => {
            case.disclosure.translations.push((translation.clone(), *on));
        }
        Event::SuccessorFollowed(followed) => follow(case, followed),
        Event::CeasedOnClosure(one) => case.ceased_on_closure.push(one.clone()),
        Event::RequestRestsOnFreeze(rests) => rest_on_freeze(case, rests),
        other => debug_assert!(false, "neither disclosure nor succession: {other:?}"),
    }
}
