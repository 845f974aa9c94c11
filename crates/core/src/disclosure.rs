//! Who may see what came in evidence: what is set apart, what may be shown, what is barred, and what was disclosed.
//!
//! Everything a body sends is restricted until the office says otherwise (PSOW Act 2019 s.69; LGA 1974 ss.32, 34K).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::{Case, Evidence},
    evidence::{FileRef, Submission},
    id::{CaseReference, EvidenceId},
    text::{Digest, Language, Words},
};

/// What is wrong with evidence that came to a case it does not belong to (E8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// It belongs to another case of the same body.
    Case,
    /// It is about another body.
    Body,
    /// It is about another person who complained.
    Complainant,
}

impl Wrong {
    /// Every one, in the order lists show them.
    pub const ALL: [Self; 3] = [Self::Case, Self::Body, Self::Complainant];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Body => "body",
            Self::Complainant => "complainant",
        }
    }
}

/// Asks that a submission be set apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantine {
    /// Which submission.
    pub evidence: EvidenceId,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// How that was seen.
    pub reason: Words,
}

/// A submission that was set apart: an entry of the breach log (E8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// Which submission.
    pub evidence: EvidenceId,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// How that was seen.
    pub reason: Words,
    /// When.
    pub on: Date,
}

/// Evidence that was set apart in one case and belongs to another of the same body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedIn {
    /// The case it came to first.
    pub from: CaseReference,
    /// What came, for the recommendations of this case; the day it came stays.
    pub submission: Box<Submission>,
}

/// Where a submission that was set apart went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedOut {
    /// Which submission.
    pub evidence: EvidenceId,
    /// To which case.
    pub to: CaseReference,
}

/// Who may see a file (E9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileClass {
    /// The office alone.
    #[default]
    Restricted,
    /// The complainant too.
    ForComplainant,
    /// Anyone: it may stand in what is published.
    ForPublication,
}

impl FileClass {
    /// Every class, in the order lists show them.
    pub const ALL: [Self; 3] = [Self::Restricted, Self::ForComplainant, Self::ForPublication];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::ForComplainant => "for_complainant",
            Self::ForPublication => "for_publication",
        }
    }

    /// May this reader see a file of this class?
    pub fn open_to(self, reader: Outside) -> bool {
        match (self, reader) {
            (Self::ForPublication, _) | (Self::ForComplainant, Outside::Complainant) => true,
            (Self::Restricted, _) | (Self::ForComplainant, Outside::Public) => false,
        }
    }
}

/// A reader outside the office to whom a file may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// The complainant.
    Complainant,
    /// Anyone, by what is published or put in a bundle.
    Public,
}

/// A file was classified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classified {
    /// Which file.
    pub file: Digest,
    /// Who may see it.
    pub class: FileClass,
    /// Why.
    pub reason: Words,
}

/// A copy with what may not be seen taken out; the original stays restricted (E9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedactedCopy {
    /// The original.
    pub file: Digest,
    /// The copy, a file of its own.
    pub copy: FileRef,
    /// Who may see the copy.
    pub class: FileClass,
    /// What was taken out, and why.
    pub note: Words,
}

/// A minister or an authority gave notice that disclosing a document would be against the public interest (E10;
/// PSOW Act 2019 s.70; LGA 1974 s.32).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Barred {
    /// Which file.
    pub file: Digest,
    /// Who gave the notice.
    pub by: Words,
    /// The notice: its date and reference.
    pub notice: Words,
}

/// The notice was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarLifted {
    /// Which file.
    pub file: Digest,
    /// What shows it.
    pub reason: Words,
}

/// An entry of the log of disclosures: to whom, what, on which ground of the law (E34).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    /// The ground, by its id in the profile.
    pub ground: String,
    /// To whom.
    pub to: Words,
    /// What was disclosed, and why it was right.
    pub what: Words,
    /// The files that went, if any.
    pub files: Vec<Digest>,
}

/// How far a translation is (E33). It moves no date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum TranslationStep {
    /// It was ordered.
    Ordered,
    /// It is there.
    Done {
        /// The translation.
        file: FileRef,
    },
    /// None is needed, and why.
    NotNeeded {
        /// Why.
        reason: Words,
    },
}

/// A step of a translation of what came in the other language (E33).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// Of which submission.
    pub evidence: EvidenceId,
    /// How far it is.
    #[serde(flatten)]
    pub step: TranslationStep,
}

/// What the office holds of all this in one case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Disclosure {
    /// What was set apart.
    pub quarantined: Vec<Quarantined>,
    /// Where it went.
    pub moved_out: Vec<MovedOut>,
    /// What came from another case: the submission and that case.
    pub moved_in: Vec<(EvidenceId, CaseReference)>,
    /// Who may see what, the latest last.
    pub classified: Vec<Classified>,
    /// Copies with what may not be seen taken out.
    pub copies: Vec<RedactedCopy>,
    /// What is barred.
    pub barred: Vec<Barred>,
    /// What was disclosed.
    pub disclosed: Vec<Disclosed>,
    /// Translations, and when each step was taken.
    pub translations: Vec<(Translation, Date)>,
}

/// What a reviewer should know of the language of a letter to the complainant; it stops nothing (E33).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LanguageAdvice {
    /// It is in another language than the complainant asked for.
    Other,
    /// Nobody said in which language it is.
    NotSaid,
}

impl Case {
    /// Is this submission set apart (E8)?
    pub fn is_quarantined(&self, evidence: EvidenceId) -> bool {
        self.disclosure.quarantined.iter().any(|one| one.evidence == evidence)
    }

    /// Evidence that counts: all that was not set apart.
    pub fn counted_evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(|one| !self.is_quarantined(one.submission.evidence))
    }

    /// A file that came in evidence or was made of one, wherever it stands.
    pub fn file(&self, digest: Digest) -> Option<&FileRef> {
        let came = self.evidence.iter().flat_map(|one| &one.submission.files);
        let made = self.disclosure.copies.iter().map(|one| &one.copy);
        let translated = self.disclosure.translations.iter().filter_map(|(one, _)| match &one.step {
            TranslationStep::Done { file } => Some(file),
            TranslationStep::Ordered | TranslationStep::NotNeeded { .. } => None,
        });
        came.chain(made).chain(translated).find(|file| file.digest == digest)
    }

    /// Is this file barred by a notice (E10)? A copy or translation made of it is barred with it.
    pub fn is_barred(&self, file: Digest) -> bool {
        let barred = |digest: Digest| self.disclosure.barred.iter().any(|one| one.file == digest);
        let copied = self.disclosure.copies.iter().filter(|one| one.copy.digest == file).map(|one| one.file);
        let translated = self.disclosure.translations.iter().filter(|(one, _)| match &one.step {
            TranslationStep::Done { file: made } => made.digest == file,
            TranslationStep::Ordered | TranslationStep::NotNeeded { .. } => false,
        });
        let of = translated.filter_map(|(one, _)| self.submission(one.evidence));
        let mut originals =
            copied.chain(of.flat_map(|one| one.submission.files.iter().map(|file| file.digest)));
        barred(file) || originals.any(barred)
    }

    /// Who may see a file. What was set apart or barred, and what a copy was made of, is for the office alone.
    pub fn class_of(&self, file: Digest) -> FileClass {
        let apart = |one: &&Evidence| {
            self.is_quarantined(one.submission.evidence)
                && one.submission.files.iter().any(|known| known.digest == file)
        };
        let has_copy = self.disclosure.copies.iter().any(|one| one.file == file);
        if self.is_barred(file) || has_copy || self.evidence.iter().any(|one| apart(&one)) {
            return FileClass::Restricted;
        }
        let said = self.disclosure.classified.iter().rev().find(|one| one.file == file);
        let copy = self.disclosure.copies.iter().find(|one| one.copy.digest == file);
        said.map(|one| one.class).or(copy.map(|one| one.class)).unwrap_or_default()
    }

    /// The files this reader outside the office may have, and no others.
    pub fn files_open_to(&self, reader: Outside) -> Vec<&FileRef> {
        let came = self.evidence.iter().flat_map(|one| &one.submission.files);
        let made = self.disclosure.copies.iter().map(|one| &one.copy);
        let mut open: Vec<&FileRef> = Vec::new();
        for file in came.chain(made) {
            let new = !open.iter().any(|known| known.digest == file.digest);
            if new && self.class_of(file.digest).open_to(reader) {
                open.push(file);
            }
        }
        open
    }

    /// How far the translation of a submission is, and since when; none where nobody has begun.
    pub fn translation_of(&self, evidence: EvidenceId) -> Option<(&TranslationStep, Date)> {
        let mut steps = self.disclosure.translations.iter().rev();
        steps.find(|(one, _)| one.evidence == evidence).map(|(one, on)| (&one.step, *on))
    }

    /// What a reviewer should know of the language of a letter to the complainant (E33).
    pub fn language_advice(&self, submission: &Submission) -> Option<LanguageAdvice> {
        let wished = self.complainant.as_ref()?.language;
        match submission.language {
            Some(language) if language != wished => Some(LanguageAdvice::Other),
            None if wished == Language::Cy && !submission.is_statement_only() => {
                Some(LanguageAdvice::NotSaid)
            }
            Some(_) | None => None,
        }
    }
}
