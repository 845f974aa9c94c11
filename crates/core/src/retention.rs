//! What is kept how long, what stops its disposal, and what is left of it afterwards (R54, R55, E25–E29; practice 2.13).

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::Case,
    event::Event,
    id::{CaseReference, EvidenceId, RecommendationNumber, StaffId},
    text::{Digest, Words},
};

mod certificate;
mod hold;
mod schedule;
mod selection;

pub use certificate::{is_borne_out, mark};
pub use hold::{Because, holding, is_litigation};
pub use schedule::{
    Counted, KEYS, Line, Said, Schedule, Standing, Substantive, due, goes_with, next_day, schedule,
};
pub use selection::{Selection, files_kept, selection};

/// What goes together, in the order in which it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Evidence, letters and messages (R54).
    Documents,
    /// Evidence of service improvements that were called significant (R55).
    SignificantEvidence,
    /// Every name and free text of the case record; what may be published stays.
    Anonymise,
    /// What was left of the texts of the record.
    Delete,
}

impl Class {
    /// Every class, the first to go first.
    pub const ALL: [Self; 4] = [Self::Documents, Self::SignificantEvidence, Self::Anonymise, Self::Delete];

    /// The word the record and the command line use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::SignificantEvidence => "significant_evidence",
            Self::Anonymise => "anonymise",
            Self::Delete => "delete",
        }
    }

    /// The class of a word.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// The number of a hold within its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HoldNumber(pub u16);

impl std::fmt::Display for HoldNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Why somebody stops the disposal of a case or of some of its papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldKind {
    /// Legal action is threatened or pending (E25).
    Litigation,
    /// Somebody asked for information; it has an end (E29).
    InformationRequest,
    /// An appeal about information; it may take longer (E29).
    InformationAppeal,
    /// Some papers are relevant to a newer complaint (practice 2.13).
    NewerComplaint,
}

impl HoldKind {
    /// Every kind.
    pub const ALL: [Self; 4] =
        [Self::Litigation, Self::InformationRequest, Self::InformationAppeal, Self::NewerComplaint];

    /// The word the record and the command line use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Litigation => "litigation",
            Self::InformationRequest => "information_request",
            Self::InformationAppeal => "information_appeal",
            Self::NewerComplaint => "newer_complaint",
        }
    }
}

/// What somebody asks to be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldAsked {
    /// Why.
    pub held_for: HoldKind,
    /// In words.
    pub reason: Words,
    /// The last day of it, where it has an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The newer complaint, where it is held for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer_case: Option<CaseReference>,
    /// The papers held; none means the whole case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<EvidenceId>,
    /// Those of them that are another person's and must not be disclosed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_to_disclose: Vec<EvidenceId>,
}

/// A hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Its number in the case.
    pub hold: HoldNumber,
    /// What is held, and why.
    #[serde(flatten)]
    pub asked: HoldAsked,
    /// Since when.
    pub placed_on: Date,
    /// When it was lifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted_on: Option<Date>,
}

impl Hold {
    /// Does it stand on this day?
    pub fn stands_on(&self, day: Date) -> bool {
        self.lifted_on.is_none() && self.asked.until.is_none_or(|until| day <= until)
    }

    /// Is the whole case held, not some papers alone?
    pub fn is_of_all(&self) -> bool {
        self.asked.papers.is_empty()
    }
}

/// Somebody looked and keeps the case longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retained {
    /// Why.
    pub reason: Words,
    /// When it is looked at again.
    pub review_on: Date,
    /// When that was decided.
    pub on: Date,
    /// By whom.
    pub by: StaffId,
}

/// A disposal somebody proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisposalProposal {
    /// What is to go.
    pub class: Class,
    /// Why.
    pub reason: Words,
    /// By whom.
    pub by: StaffId,
    /// When.
    pub on: Date,
}

/// What was decided of a proposed disposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The proposal.
    pub proposal: DisposalProposal,
    /// The second person, once there is one.
    pub approved_by: Option<StaffId>,
}

/// How many things of each sort went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Texts and names.
    pub texts: u32,
    /// Files.
    pub files: u32,
    /// Files the case let go that another case still has.
    #[serde(default)]
    pub files_of_others: u32,
    /// Messages received.
    pub messages: u32,
    /// Letters sent.
    pub letters: u32,
}

/// The record as it stood: how many entries, and the root of the tree over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordState {
    /// Entries.
    pub entries: u64,
    /// The root.
    pub root: Digest,
}

/// What was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disposal {
    /// What was proposed.
    pub class: Class,
    /// Everything that went with it.
    pub classes: Vec<Class>,
    /// When.
    pub on: Date,
    /// The number of its certificate.
    pub certificate: String,
    /// How much.
    pub counts: Counts,
    /// What the marks are salted with.
    pub salt: Digest,
    /// A salted mark of everything that went: who has a paper can show that it went; nobody else learns what it was.
    pub marks: Vec<Digest>,
    /// The evidence that went.
    pub papers: Vec<EvidenceId>,
    /// Evidence that stayed, because it is held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers_kept: Vec<EvidenceId>,
    /// Who proposed it.
    pub proposed_by: StaffId,
    /// Who approved it.
    pub approved_by: StaffId,
    /// The record before it.
    pub record_before: RecordState,
    /// Done again on a copy from an older backup.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

/// A disposal as the case remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Everything that went with it.
    pub classes: Vec<Class>,
    /// When.
    pub on: Date,
    /// The number of its certificate.
    pub certificate: String,
    /// The evidence that went.
    pub papers: BTreeSet<EvidenceId>,
    /// How many letters the case had.
    pub letters: usize,
}

/// What a review after the decision concluded (E26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// The decision stands.
    Stands,
    /// The decision changes.
    Changed,
}

impl ReviewOutcome {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Stands, Self::Changed];

    /// The word the record and the command line use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Changed => "changed",
        }
    }
}

/// A review after the decision (E26).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostDecisionReview {
    /// What it concluded.
    pub outcome: ReviewOutcome,
    /// Why.
    pub reasons: Words,
    /// When.
    pub on: Date,
}

/// What a case knows of its keeping and disposal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keeping {
    /// Service improvements called significant (R55).
    pub significant: Vec<RecommendationNumber>,
    /// Reviews after the decision (E26).
    pub reviews: Vec<PostDecisionReview>,
    /// Holds, lifted ones too.
    pub holds: Vec<Hold>,
    /// Kept longer, and until when.
    pub retained: Option<Retained>,
    /// Disposals that wait for a second person, or for the machinery.
    pub proposed: Vec<Proposed>,
    /// What went.
    pub gone: Vec<Gone>,
}

impl Keeping {
    /// The proposal to dispose of a class, if one is open.
    pub fn proposal(&self, class: Class) -> Option<&Proposed> {
        self.proposed.iter().find(|one| one.proposal.class == class)
    }

    /// The class that two people agreed to dispose of, and that is still there.
    pub fn approved(&self) -> Option<Class> {
        self.proposed.iter().find(|one| one.approved_by.is_some()).map(|one| one.proposal.class)
    }
}

/// What an event means for the keeping of a case. Other events mean nothing for it.
pub(crate) fn apply(case: &mut Case, event: &Event) {
    let letters = case.letters.len();
    let keeping = &mut case.keeping;
    if let Event::MarkedSignificant { number, .. } = event {
        keeping.significant.push(*number);
    }
    if let Event::PostDecisionReviewed(review) = event {
        keeping.reviews.push(review.clone());
        keeping.proposed.clear();
    }
    if let Event::HoldPlaced(hold) = event {
        if hold.is_of_all() {
            keeping.proposed.clear();
        }
        keeping.holds.push(hold.clone());
    }
    if let Event::HoldLifted { hold, on, .. } = event {
        for one in keeping.holds.iter_mut().filter(|one| one.hold == *hold) {
            one.lifted_on = Some(*on);
        }
    }
    if let Event::Retained(retained) = event {
        keeping.retained = Some(retained.clone());
        keeping.proposed.clear();
    }
    if let Event::DisposalProposed(proposal) = event {
        keeping.proposed.push(Proposed { proposal: proposal.clone(), approved_by: None });
    }
    if let Event::DisposalApproved { class, by, .. } = event {
        for one in keeping.proposed.iter_mut().filter(|one| one.proposal.class == *class) {
            one.approved_by = Some(*by);
        }
    }
    if let Event::Disposed(disposal) = event {
        keeping.proposed.retain(|one| !disposal.classes.contains(&one.proposal.class));
        keeping.gone.push(Gone {
            classes: disposal.classes.clone(),
            on: disposal.on,
            certificate: disposal.certificate.clone(),
            papers: disposal.papers.iter().copied().collect(),
            letters,
        });
    }
}
