//! Evidence set apart, files shown or barred, disclosures on a ground of the law, translations (E8–E10, E33, E34;
//! PSOW Act 2019 ss.69, 70; LGA 1974 ss.32, 34K).

use super::{Facts, by_senior, evidence, owed, said};
use crate::{
    case::Case,
    command::Command,
    disclosure::{
        BarLifted, Barred, Classified, Disclosed, FileClass, MovedIn, MovedOut, Quarantine, Quarantined,
        RedactedCopy, Translation, TranslationStep,
    },
    event::Event,
    id::EvidenceId,
    letter::{LetterKind, Recipient},
    recommendation::{Judgement, TreatedReason},
    refusal::Refusal,
    text::Digest,
};

/// A submission is for another case, body or complainant: it is set apart, no longer counts, and its sender is told.
pub(super) fn quarantine(case: &Case, ask: &Quarantine, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(found) = case.submission(ask.evidence) else {
        return Err(Refusal::new("no-such-evidence", "E8").field("evidence"));
    };
    said(&ask.reason, "reason", "E8")?;
    if case.is_quarantined(ask.evidence) {
        return Ok(Vec::new());
    }
    if let Some(one) =
        case.live().find(|one| one.judgement.as_ref().is_some_and(|how| rests(how, ask.evidence)))
    {
        return Err(Refusal::new("judged-on-this-evidence", "E8")
            .field("evidence")
            .with("number", one.number));
    }
    let numbers = found.submission.targets.iter().map(|target| target.number).collect();
    let recipient = Recipient::Body { body: found.submission.body };
    Ok(vec![
        Event::EvidenceQuarantined(Quarantined {
            evidence: ask.evidence,
            wrong: ask.wrong,
            reason: ask.reason.clone(),
            on: facts.today,
        }),
        owed(case, LetterKind::WrongEvidence, recipient, numbers),
    ])
}

/// Does a judgement rest on this evidence?
fn rests(judgement: &Judgement, evidence: EvidenceId) -> bool {
    match judgement {
        Judgement::Met { satisfied_by, .. } => satisfied_by.contains(&evidence),
        Judgement::TreatedAsMet { reason, .. } => match reason {
            TreatedReason::ComplainantDeclined { offer: proof }
            | TreatedReason::OfferOpen { attempts: proof, .. } => *proof == evidence,
            TreatedReason::CircumstancesChanged | TreatedReason::SetOff => false,
        },
        Judgement::NotMet { .. }
        | Judgement::Refused { .. }
        | Judgement::Ceased { .. }
        | Judgement::Superseded { .. } => false,
    }
}

/// What was set apart elsewhere is taken here as evidence of the body that sent it, with the day it came (R24). Across
/// bodies nothing moves: a recommendation to another body refuses it.
pub(super) fn accept(case: &Case, moved: &MovedIn, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    if moved.from == case.reference {
        return Err(Refusal::new("moved-to-itself", "E8").field("case"));
    }
    let came = Command::ReceiveEvidence(moved.submission.clone());
    let mut events = evidence::decide(case, &came, facts)?;
    if !events.is_empty() {
        let from = moved.from.clone();
        events.push(Event::EvidenceMovedIn { evidence: moved.submission.evidence, from });
    }
    Ok(events)
}

pub(super) fn moved_out(case: &Case, moved: &MovedOut) -> Result<Vec<Event>, Refusal> {
    if !case.is_quarantined(moved.evidence) {
        return Err(Refusal::new("not-set-apart", "E8").field("evidence"));
    }
    if moved.to == case.reference {
        return Err(Refusal::new("moved-to-itself", "E8").field("case"));
    }
    if case.disclosure.moved_out.contains(moved) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::EvidenceMovedOut(moved.clone())])
}

/// A file of this case.
fn of_this_case(case: &Case, file: Digest) -> Result<(), Refusal> {
    case.file(file).map(|_| ()).ok_or_else(|| Refusal::new("no-such-file", "E9").field("file"))
}

/// Opening a file to a reader outside is refused where it is barred, set apart, or has a redacted copy.
fn may_open(case: &Case, file: Digest, class: FileClass) -> Result<(), Refusal> {
    if class == FileClass::Restricted {
        return Ok(());
    }
    if case.is_barred(file) {
        return Err(Refusal::new("document-barred", "PSOW Act 2019 s.70 / LGA 1974 s.32").field("class"));
    }
    if case.disclosure.copies.iter().any(|one| one.file == file) {
        return Err(Refusal::new("original-stays-restricted", "E9").field("class"));
    }
    let apart = case.evidence.iter().any(|one| {
        case.is_quarantined(one.submission.evidence)
            && one.submission.files.iter().any(|known| known.digest == file)
    });
    if apart { Err(Refusal::new("set-apart", "E8").field("class")) } else { Ok(()) }
}

pub(super) fn classify(case: &Case, classified: &Classified) -> Result<Vec<Event>, Refusal> {
    of_this_case(case, classified.file)?;
    said(&classified.reason, "reason", "E9")?;
    may_open(case, classified.file, classified.class)?;
    if case.disclosure.classified.iter().rev().find(|one| one.file == classified.file) == Some(classified) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::FileClassified(classified.clone())])
}

/// A redacted copy is a file of its own; from now on its original is for the office alone (E9).
pub(super) fn add_copy(case: &Case, copy: &RedactedCopy) -> Result<Vec<Event>, Refusal> {
    of_this_case(case, copy.file)?;
    said(&copy.note, "note", "E9")?;
    if copy.copy.digest == copy.file {
        return Err(Refusal::new("copy-is-the-original", "E9").field("copy"));
    }
    if case.disclosure.copies.iter().any(|one| one.copy.digest == copy.copy.digest && one.file == copy.file) {
        return Ok(Vec::new());
    }
    if copy.class != FileClass::Restricted && case.is_barred(copy.file) {
        return Err(Refusal::new("document-barred", "PSOW Act 2019 s.70 / LGA 1974 s.32").field("class"));
    }
    may_open(case, copy.copy.digest, copy.class)?;
    Ok(vec![Event::RedactedCopyAdded(copy.clone())])
}

pub(super) fn bar(case: &Case, barred: &Barred) -> Result<Vec<Event>, Refusal> {
    of_this_case(case, barred.file)?;
    said(&barred.by, "by", "E10")?;
    said(&barred.notice, "notice", "E10")?;
    if case.disclosure.barred.iter().any(|one| one.file == barred.file) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::DocumentBarred(barred.clone())])
}

/// Lifting a bar opens nothing: the file is what it was classified as before, and a copy likewise.
pub(super) fn lift(case: &Case, lifted: &BarLifted) -> Result<Vec<Event>, Refusal> {
    said(&lifted.reason, "reason", "E10")?;
    if !case.disclosure.barred.iter().any(|one| one.file == lifted.file) {
        return Err(Refusal::new("not-barred", "E10").field("file"));
    }
    Ok(vec![Event::BarLifted(lifted.clone())])
}

/// A disclosure on a ground of the law. A risk to health or safety waits for nobody; every other ground is for a
/// manager. A barred document passes on no ground.
pub(super) fn disclose(case: &Case, disclosed: &Disclosed, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(ground) = facts.profile.disclosure.iter().find(|rule| rule.id == disclosed.ground) else {
        return Err(Refusal::new("no-such-ground", "E34").field("ground"));
    };
    let rule = ground.citation.as_str();
    said(&disclosed.to, "to", rule)?;
    said(&disclosed.what, "what", rule)?;
    if !ground.urgent && !by_senior(facts) {
        return Err(Refusal::new("disclosure-needs-manager", rule).field("ground"));
    }
    for file in &disclosed.files {
        of_this_case(case, *file)?;
        if case.is_barred(*file) {
            return Err(Refusal::new("document-barred", "PSOW Act 2019 s.70 / LGA 1974 s.32").field("files"));
        }
    }
    Ok(vec![Event::Disclosed(disclosed.clone())])
}

/// A translation begins, is there, or is not needed. No date waits for it (E33; PSOW Act 2019 s.72).
pub(super) fn translate(case: &Case, step: &Translation, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    if case.submission(step.evidence).is_none() || case.is_quarantined(step.evidence) {
        return Err(Refusal::new("no-such-evidence", "E33").field("evidence"));
    }
    match (&step.step, case.translation_of(step.evidence)) {
        (_, Some((TranslationStep::Done { .. } | TranslationStep::NotNeeded { .. }, _))) => {
            return Err(Refusal::new("translation-ended", "E33").field("step"));
        }
        (TranslationStep::Ordered, Some((TranslationStep::Ordered, _))) => return Ok(Vec::new()),
        (TranslationStep::NotNeeded { reason }, _) => said(reason, "reason", "E33")?,
        (TranslationStep::Ordered | TranslationStep::Done { .. }, _) => {}
    }
    Ok(vec![Event::TranslationRecorded { translation: step.clone(), on: facts.today }])
}
