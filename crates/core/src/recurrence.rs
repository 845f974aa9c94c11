//! Earlier service improvements to the same body on the same subject: found, explained, judged (R47–R52).
//!
//! What is found informs and decides nothing: there is no score, no count that matters and no default. The rules of a
//! decision read nothing from here but the judgement that a person recorded.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::{Case, Check},
    id::{BodyId, CaseReference, RecommendationNumber},
    recommendation::{Recommendation, Scope},
    text::{Language, Words},
};

mod concept;
mod progress;
mod search;

#[cfg(test)]
mod tests;

pub use concept::{Common, in_common};
pub use progress::Progress;
pub use search::{Because, Found, Prior, Since, Sought, earlier, since};

/// An earlier recommendation, as another case names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EarlierRef {
    /// The reference of its case.
    pub reference: CaseReference,
    /// Its number there.
    pub number: RecommendationNumber,
}

impl EarlierRef {
    /// The reference people use: `24-0193-2`.
    pub fn whole(&self) -> String {
        self.reference.recommendation(self.number)
    }

    /// What a reference such as `24-0193-2` means; nothing where it has no number.
    pub fn read(text: &str) -> Option<Self> {
        let (reference, number) = text.trim().rsplit_once('-')?;
        let number = RecommendationNumber(number.parse().ok()?);
        reference.contains('-').then(|| Self { reference: CaseReference(reference.to_owned()), number })
    }
}

/// What a person concluded from earlier service improvements (R49–R51). How long is enough is judgement: no rule has a
/// number of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// They have not had sufficient opportunity to embed: the decision refers to them (R50).
    NotYetEmbedded,
    /// They had time, and the same fault recurs: new recommendations reflect it (R51, R52).
    Recurs,
    /// They had time, and this is another matter.
    DoesNotRecur,
}

impl Conclusion {
    /// Every conclusion, in the order forms show them.
    pub const ALL: [Self; 3] = [Self::NotYetEmbedded, Self::Recurs, Self::DoesNotRecur];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotYetEmbedded => "not_yet_embedded",
            Self::Recurs => "recurs",
            Self::DoesNotRecur => "does_not_recur",
        }
    }
}

/// A judgement on earlier service improvements at one body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierJudged {
    /// At which body.
    pub body: BodyId,
    /// Which ones.
    pub earlier: Vec<EarlierRef>,
    /// What was concluded.
    pub conclusion: Conclusion,
    /// Why: how what was found informs what is recommended now (R49).
    pub reasons: Words,
    /// When.
    pub on: Date,
}

/// The words by which a decision refers to earlier recommendations instead of making new ones, in both languages: each
/// letter takes those of its own (R50).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceParagraph {
    /// To the recommendations of which body.
    pub body: BodyId,
    /// Which ones.
    pub earlier: Vec<EarlierRef>,
    /// In English.
    pub en: Words,
    /// In Welsh.
    pub cy: Words,
}

impl ReferenceParagraph {
    /// The words for a letter in this language.
    pub fn get(&self, language: Language) -> &Words {
        match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        }
    }
}

/// A judgement as it stands in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The judgement.
    pub judged: EarlierJudged,
    /// How many checks had been made by then: a look at the public interest after it answers it (R52).
    pub checks_before: usize,
}

impl Case {
    /// What was concluded last of one earlier recommendation.
    pub fn concluded(&self, one: &EarlierRef) -> Option<Conclusion> {
        let about = |standing: &&Standing| standing.judged.earlier.contains(one);
        self.earlier_judged.iter().rev().find(about).map(|standing| standing.judged.conclusion)
    }

    /// Earlier recommendations of which this was concluded last, with the body each was made to.
    pub fn earlier_that(&self, conclusion: Conclusion) -> Vec<(BodyId, EarlierRef)> {
        let mut all = Vec::new();
        for standing in &self.earlier_judged {
            for one in &standing.judged.earlier {
                let pair = (standing.judged.body, one.clone());
                if self.concluded(one) == Some(conclusion) && !all.contains(&pair) {
                    all.push(pair);
                }
            }
        }
        all
    }

    /// Earlier recommendations that have not had time to embed, and to which the decision does not refer yet (R50).
    pub fn earlier_not_referred_to(&self) -> Vec<EarlierRef> {
        let referred = |one: &EarlierRef| self.reference_paragraphs().any(|text| text.earlier.contains(one));
        let waiting = self.earlier_that(Conclusion::NotYetEmbedded).into_iter().map(|(_, one)| one);
        waiting.filter(|one| !referred(one)).collect()
    }

    /// The paragraphs the decision has. One that names what was judged otherwise since must be written anew.
    pub fn reference_paragraphs(&self) -> impl Iterator<Item = &ReferenceParagraph> {
        let stands = |one: &EarlierRef| self.concluded(one) == Some(Conclusion::NotYetEmbedded);
        self.references.iter().filter(move |text| text.earlier.iter().all(stands))
    }

    /// Bodies at which the same fault recurs, and no new service improvement takes up what was asked before (R51).
    pub fn recurrence_not_reflected(&self) -> Vec<BodyId> {
        let recurring = self.earlier_that(Conclusion::Recurs);
        let takes_up = |one: &Recommendation, earlier: &EarlierRef| {
            one.terms.scope == Scope::Service && one.terms.takes_up.contains(earlier)
        };
        let mut bodies: Vec<BodyId> = recurring.iter().map(|(body, _)| *body).collect();
        bodies.dedup();
        let reflected = |body: &BodyId| {
            let theirs = recurring.iter().filter(|(at, _)| at == body);
            theirs.into_iter().any(|(_, earlier)| self.live().any(|one| takes_up(one, earlier)))
        };
        bodies.retain(|body| !reflected(body));
        bodies
    }

    /// Bodies at which the same fault recurs, while nobody has considered since whether the public interest calls for a
    /// report: a thing to consider, and no more than that (R52).
    pub fn recurrence_not_considered(&self) -> Vec<BodyId> {
        let looked = |standing: &Standing| {
            let since = self.checks.iter().skip(standing.checks_before);
            since.into_iter().any(|done| done.check == Check::PublicInterest)
        };
        let recurs = |standing: &&Standing| {
            let still = |one: &EarlierRef| self.concluded(one) == Some(Conclusion::Recurs);
            standing.judged.conclusion == Conclusion::Recurs && standing.judged.earlier.iter().any(still)
        };
        let waiting = self.earlier_judged.iter().filter(recurs).filter(|standing| !looked(standing));
        let mut bodies: Vec<BodyId> = waiting.map(|standing| standing.judged.body).collect();
        bodies.sort_unstable();
        bodies.dedup();
        bodies
    }
}

/// The case with one more judgement.
pub(crate) fn judged(case: &mut Case, judged: &EarlierJudged) {
    let checks_before = case.checks.len();
    case.earlier_judged.push(Standing { judged: judged.clone(), checks_before });
}

/// The case with a paragraph; the latest about a body stands.
pub(crate) fn referred_to(case: &mut Case, paragraph: &ReferenceParagraph) {
    case.references.retain(|one| one.body != paragraph.body);
    case.references.push(paragraph.clone());
}
