//! What goes with a class: which texts and which files, told from the events alone.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::civil::Date;

use super::{Class, mark};
use crate::{
    case::Case,
    event::Event,
    evidence::Submission,
    id::{EvidenceId, ParticularId},
    ledger::{LedgerError, seal},
    recommendation::Terms,
    text::Digest,
};

/// What goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Texts and names, each with its digest in the record.
    pub texts: BTreeMap<ParticularId, Digest>,
    /// Files.
    pub files: BTreeSet<Digest>,
    /// Evidence that goes.
    pub papers: Vec<EvidenceId>,
    /// Evidence that stays because it is held.
    pub papers_kept: Vec<EvidenceId>,
}

/// What of a case goes with these classes on a day. Whatever is named in two places goes with the later of its
/// classes; what is held stays.
///
/// # Errors
/// Where an event cannot be written, which no event is.
pub fn selection<'a>(
    case: &Case,
    history: impl IntoIterator<Item = &'a Event>,
    classes: &[Class],
    day: Date,
) -> Result<Selection, LedgerError> {
    let held = papers_held(case, day);
    let mut texts: BTreeMap<ParticularId, (Option<Class>, Digest)> = BTreeMap::new();
    let mut files: BTreeMap<Digest, Option<Class>> = BTreeMap::new();
    let mut gone = Vec::new();
    for event in history {
        if let Event::EvidenceReceived { submission, .. } = event
            && is_gone(case, submission.evidence)
        {
            continue;
        }
        if let Event::Disposed(disposal) = event {
            gone.push((disposal.salt, disposal.marks.iter().copied().collect::<HashSet<_>>()));
        }
        let (class, summary) = class_of(case, event, &held);
        for (particular, digest) in seal(event)?.words {
            let class = if summary == Some(particular) { Some(Class::Delete) } else { class };
            let known = texts.entry(particular).or_insert((class, digest));
            known.0 = later(known.0, class);
        }
        if let Event::EvidenceReceived { submission, .. } = event {
            for file in &submission.files {
                let known = files.entry(file.digest).or_insert(class);
                *known = later(*known, class);
            }
        }
    }
    let goes = |class: Option<Class>| class.is_some_and(|class| classes.contains(&class));
    let evidence_goes = classes.contains(&Class::Documents) || classes.contains(&Class::SignificantEvidence);
    texts.retain(|_, (_, digest)| !gone.iter().any(|(salt, marks)| marks.contains(&mark(*salt, *digest))));
    let papers = case
        .evidence
        .iter()
        .map(|one| &one.submission)
        .filter(|one| classes.contains(&class_of_evidence(case, one)))
        .map(|one| one.evidence)
        .filter(|id| !held.contains(id) && !is_gone(case, *id))
        .collect();
    Ok(Selection {
        texts: texts
            .into_iter()
            .filter(|(_, (class, _))| goes(*class))
            .map(|(id, (_, digest))| (id, digest))
            .collect(),
        files: files.into_iter().filter(|(_, class)| goes(*class)).map(|(digest, _)| digest).collect(),
        papers,
        papers_kept: held.into_iter().filter(|_| evidence_goes).collect(),
    })
}

/// The later of two; what is held is the latest of all.
fn later(one: Option<Class>, other: Option<Class>) -> Option<Class> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.max(other)),
        (None, _) | (_, None) => None,
    }
}

/// The class an event's texts go with, nothing where they are held; and the text that may be published, if it has one.
fn class_of(
    case: &Case,
    event: &Event,
    held: &BTreeSet<EvidenceId>,
) -> (Option<Class>, Option<ParticularId>) {
    let summary = |terms: &Terms| terms.public_summary.as_ref().map(|words| words.particular);
    if let Event::EvidenceReceived { submission, .. } = event {
        return (
            Some(class_of_evidence(case, submission)).filter(|_| !held.contains(&submission.evidence)),
            None,
        );
    }
    if let Event::LetterOwed(_) = event {
        return (Some(Class::Documents), None);
    }
    if let Event::RecommendationWritten { terms, .. } | Event::RecommendationRevised { terms, .. } = event {
        return (Some(Class::Anonymise), summary(terms));
    }
    (Some(Class::Anonymise), None)
}

/// Evidence of a service improvement that was called significant is kept longer (R55); nothing else is.
fn class_of_evidence(case: &Case, submission: &Submission) -> Class {
    let significant =
        submission.targets.iter().any(|target| case.keeping.significant.contains(&target.number));
    if significant { Class::SignificantEvidence } else { Class::Documents }
}

/// Papers held for a newer complaint on a day.
pub(super) fn papers_held(case: &Case, day: Date) -> BTreeSet<EvidenceId> {
    let standing = case.keeping.holds.iter().filter(|hold| hold.stands_on(day));
    standing.flat_map(|hold| hold.asked.papers.iter().copied()).collect()
}

/// The files a case still has: all that came, without those that went.
pub fn files_kept(case: &Case) -> BTreeSet<Digest> {
    let still_there = case.evidence.iter().filter(|one| !is_gone(case, one.submission.evidence));
    still_there.flat_map(|one| one.submission.files.iter().map(|file| file.digest)).collect()
}

fn is_gone(case: &Case, evidence: EvidenceId) -> bool {
    case.keeping.gone.iter().any(|gone| gone.papers.contains(&evidence))
}

/// Is there evidence of this class that has not gone and is not held?
pub(super) fn left_over(case: &Case, class: Class, day: Date) -> bool {
    let held = papers_held(case, day);
    case.evidence.iter().any(|one| {
        let id = one.submission.evidence;
        class_of_evidence(case, &one.submission) == class && !is_gone(case, id) && !held.contains(&id)
    })
}
