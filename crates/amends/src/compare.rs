//! What changed between two versions of the recommendations: words marked one by one, sums, dates and lists by name.

use amends_core::{
    case::Case,
    id::{BodyId, RecommendationNumber},
    period::DueSpec,
    recommendation::{Amount, EvidenceItem, Kind, Recommendation, Scope, Terms},
};
use serde::Serialize;

/// A stretch of words, and whether both versions have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// In which version it stands.
    pub kind: PartKind,
    /// The words, with the space after them.
    pub text: String,
}

/// In which of two versions some words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// In both.
    Same,
    /// In the later one alone.
    New,
    /// In the earlier one alone.
    Gone,
}

/// Above this many pairs of words two texts are set against each other whole: no reader follows so many marks.
const MOST_PAIRS: usize = 4_000_000;

/// The words of two texts, set against each other. What both have in common is the longest there is.
pub fn words(before: &str, after: &str) -> Vec<Part> {
    let (old, new) = (split(before), split(after));
    let mut parts = Vec::new();
    let head = old.iter().zip(&new).take_while(|(one, other)| same(one, other)).count();
    let tail =
        old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(one, other)| same(one, other));
    let tail = tail.count();
    let (old_mid, new_mid) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    for word in &new[..head] {
        push(&mut parts, PartKind::Same, word);
    }
    if old_mid.len().saturating_mul(new_mid.len()) > MOST_PAIRS {
        for word in old_mid {
            push(&mut parts, PartKind::Gone, word);
        }
        for word in new_mid {
            push(&mut parts, PartKind::New, word);
        }
    } else {
        middle(old_mid, new_mid, &mut parts);
    }
    for word in &new[new.len() - tail..] {
        push(&mut parts, PartKind::Same, word);
    }
    parts
}

/// The longest common words of the part in which two texts differ.
fn middle(old: &[&str], new: &[&str], parts: &mut Vec<Part>) {
    let width = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    for (row, was) in old.iter().enumerate().rev() {
        for (column, is) in new.iter().enumerate().rev() {
            let here = row * width + column;
            longest[here] = if same(was, is) {
                longest[here + width + 1] + 1
            } else {
                longest[here + width].max(longest[here + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while let (Some(was), Some(is)) = (old.get(row), new.get(column)) {
        let here = row * width + column;
        if same(was, is) {
            push(parts, PartKind::Same, is);
            row += 1;
            column += 1;
        } else if longest[here + width] >= longest[here + 1] {
            push(parts, PartKind::Gone, was);
            row += 1;
        } else {
            push(parts, PartKind::New, is);
            column += 1;
        }
    }
    for word in &old[row..] {
        push(parts, PartKind::Gone, word);
    }
    for word in &new[column..] {
        push(parts, PartKind::New, word);
    }
}

/// A text as words, each with the space after it.
fn split(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).filter(|word| !word.is_empty()).collect()
}

fn same(one: &str, other: &str) -> bool {
    one.trim_end() == other.trim_end()
}

fn push(parts: &mut Vec<Part>, kind: PartKind, word: &str) {
    if let Some(last) = parts.last_mut().filter(|last| last.kind == kind) {
        if !last.text.ends_with(char::is_whitespace) {
            last.text.push(' ');
        }
        last.text.push_str(word);
        return;
    }
    if let Some(last) = parts.last_mut().filter(|last| !last.text.ends_with(char::is_whitespace)) {
        last.text.push(' ');
    }
    parts.push(Part { kind, text: word.to_owned() });
}

/// Which version of the recommendations is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// As a draft put them.
    Draft(u8),
    /// As they stand now.
    Now,
}

impl std::str::FromStr for Version {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if text == "now" { Ok(Self::Now) } else { text.parse().map(Self::Draft).map_err(|_| ()) }
    }
}

/// One thing about a recommendation that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The wording, word by word.
    Wording(Vec<Part>),
    /// The sum.
    Amount(Option<Amount>, Option<Amount>),
    /// By when the office must be told.
    Date(Option<DueSpec>, Option<DueSpec>),
    /// What will prove it: items taken out, items put in.
    Evidence {
        /// Taken out.
        gone: Vec<String>,
        /// Put in.
        new: Vec<String>,
    },
    /// Who must do it.
    Addressee(BodyId, BodyId),
    /// What sort of act.
    Kind(Kind, Kind),
    /// For whom.
    Scope(Scope, Scope),
    /// Whether the sum may be set off.
    SetOff(bool),
}

/// What became of one recommendation from one version to the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is in both, with what changed; nothing where it is the same.
    Stays(Vec<Change>),
    /// It is in the later version alone.
    Added,
    /// It is in the earlier version alone.
    Withdrawn,
}

/// One recommendation in two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Which.
    pub number: RecommendationNumber,
    /// What became of it.
    pub fate: Fate,
    /// Its terms in the later version, or in the earlier where it is in that alone.
    pub terms: Terms,
}

/// Every recommendation that is in one of the two versions, in order.
pub fn versions(case: &Case, from: Version, to: Version) -> Vec<Compared> {
    let both = |one: &Recommendation| -> Option<Compared> {
        let (fate, terms) = match (terms_in(one, from), terms_in(one, to)) {
            (None, None) => return None,
            (None, Some(now)) => (Fate::Added, now),
            (Some(was), None) => (Fate::Withdrawn, was),
            (Some(was), Some(now)) => (Fate::Stays(changes(was, now)), now),
        };
        Some(Compared { number: one.number, fate, terms: terms.clone() })
    };
    case.recommendations.iter().filter_map(both).collect()
}

fn terms_in(one: &Recommendation, version: Version) -> Option<&Terms> {
    match version {
        Version::Now => one.dropped.is_none().then_some(&one.terms),
        Version::Draft(draft) => {
            one.in_drafts.iter().find(|(known, _)| *known == draft).map(|(_, terms)| terms)
        }
    }
}

/// What changed in one recommendation.
pub fn changes(was: &Terms, now: &Terms) -> Vec<Change> {
    let mut found = Vec::new();
    if was.wording.as_str() != now.wording.as_str() {
        found.push(Change::Wording(words(was.wording.as_str(), now.wording.as_str())));
    }
    if said_amount(was) != said_amount(now) {
        found.push(Change::Amount(was.amount.clone(), now.amount.clone()));
    }
    if was.evidence_due != now.evidence_due {
        found.push(Change::Date(was.evidence_due.clone(), now.evidence_due.clone()));
    }
    let missing_in = |these: &[EvidenceItem], those: &[EvidenceItem]| -> Vec<String> {
        let there = |item: &&EvidenceItem| {
            !those.iter().any(|other| other.what.as_str() == item.what.as_str() && other.need == item.need)
        };
        these.iter().filter(there).map(|item| item.what.as_str().to_owned()).collect()
    };
    let (gone, new) = (missing_in(&was.evidence, &now.evidence), missing_in(&now.evidence, &was.evidence));
    if !(gone.is_empty() && new.is_empty()) {
        found.push(Change::Evidence { gone, new });
    }
    if was.addressee != now.addressee {
        found.push(Change::Addressee(was.addressee, now.addressee));
    }
    if was.kind != now.kind {
        found.push(Change::Kind(was.kind, now.kind));
    }
    if was.scope != now.scope {
        found.push(Change::Scope(was.scope, now.scope));
    }
    if was.set_off_allowed != now.set_off_allowed {
        found.push(Change::SetOff(now.set_off_allowed));
    }
    found
}

fn said_amount(terms: &Terms) -> Option<(i64, String)> {
    let formula = |amount: &Amount| match amount {
        Amount::Exact { .. } => String::new(),
        Amount::Formula { wording, .. } => format!("={}", wording.as_str()),
    };
    terms.amount.as_ref().map(|amount| (amount.ceiling().0, formula(amount)))
}

/// How many changes there are of each sort: the list a comparison begins with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Wordings.
    pub wording: usize,
    /// Sums.
    pub amount: usize,
    /// Dates.
    pub date: usize,
    /// Evidence lists.
    pub evidence: usize,
    /// Anything else.
    pub other: usize,
    /// Recommendations put in.
    pub added: usize,
    /// Recommendations taken out.
    pub withdrawn: usize,
    /// Recommendations that are the same.
    pub same: usize,
}

/// Counts the changes.
pub fn tally(compared: &[Compared]) -> Tally {
    let mut tally = Tally::default();
    for one in compared {
        match &one.fate {
            Fate::Added => tally.added += 1,
            Fate::Withdrawn => tally.withdrawn += 1,
            Fate::Stays(changes) if changes.is_empty() => tally.same += 1,
            Fate::Stays(changes) => changes.iter().for_each(|change| match change {
                Change::Wording(_) => tally.wording += 1,
                Change::Amount(..) => tally.amount += 1,
                Change::Date(..) => tally.date += 1,
                Change::Evidence { .. } => tally.evidence += 1,
                Change::Addressee(..) | Change::Kind(..) | Change::Scope(..) | Change::SetOff(_) => {
                    tally.other += 1;
                }
            }),
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(before: &str, after: &str) -> String {
        let mark = |part: &Part| match part.kind {
            PartKind::Same => part.text.clone(),
            PartKind::New => format!("[+{}]", part.text.trim_end()),
            PartKind::Gone => format!("[-{}]", part.text.trim_end()),
        };
        words(before, after).iter().map(mark).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn r10_a_suggested_wording_is_shown_word_by_word() {
        let before = "The council will apologise to Mrs A within 20 working days.";
        let after = "The council will apologise in writing to Mrs A within 30 working days.";
        assert_eq!(
            marked(before, after),
            "The council will apologise |[+in writing]|to Mrs A within |[-20]|[+30]|working days."
        );
    }

    #[test]
    fn equal_texts_have_one_part_and_empty_ones_none() {
        assert_eq!(marked("Ymddiheuro i Mrs A", "Ymddiheuro i Mrs A"), "Ymddiheuro i Mrs A");
        assert!(words("", "").is_empty());
        assert_eq!(marked("", "Pay £500"), "[+Pay £500]");
    }

    #[test]
    fn the_later_text_is_whole_without_what_is_gone() {
        let (before, after) = ("a b c d e f", "x b d d y f z");
        let kept = |not: PartKind| {
            let parts = words(before, after);
            let of = parts.iter().filter(|part| part.kind != not).map(|part| part.text.trim_end());
            of.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(kept(PartKind::Gone), after);
        assert_eq!(kept(PartKind::New), before);
    }

    #[test]
    fn a_version_is_a_draft_or_now() {
        assert_eq!("2".parse(), Ok(Version::Draft(2)));
        assert_eq!("now".parse(), Ok(Version::Now));
        assert!("x".parse::<Version>().is_err());
    }
}
