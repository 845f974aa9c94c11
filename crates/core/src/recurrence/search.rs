//! Which earlier service improvements bear on this one, and why each is shown: a pure look at what was handed in.

use jiff::civil::Date;

use super::{EarlierRef, concept};
use crate::{
    case::Case,
    id::BodyId,
    recommendation::{Kind, State},
};

/// A service improvement made before, as the lists have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prior {
    /// Which.
    pub earlier: EarlierRef,
    /// The body it was made to: this one, or one that was merged into it.
    pub body: BodyId,
    /// What sort of act.
    pub kind: Kind,
    /// What it says; empty once erased.
    pub wording: String,
    /// Its subjects.
    pub themes: Vec<String>,
    /// Where it stands.
    pub state: State,
    /// By when the office is to be told.
    pub evidence_due_on: Option<Date>,
    /// How many days late it was met.
    pub days_late: Option<i32>,
    /// When its case was decided.
    pub decided_on: Option<Date>,
    /// When it ended.
    pub ended_on: Option<Date>,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sought<'a> {
    /// The subjects.
    pub themes: &'a [String],
    /// Wordings: of a new recommendation, of the fault that was found.
    pub wordings: &'a [&'a str],
    /// Names of the body: every wording to it has them, so they say nothing.
    pub names: &'a [&'a str],
}

impl<'a> Sought<'a> {
    /// The faults found at a body, as wordings.
    pub fn faults(case: &'a Case, body: BodyId) -> Vec<&'a str> {
        case.findings.iter().filter(|one| one.body == body).map(|one| one.fault.as_str()).collect()
    }
}

/// Why an earlier one is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// It has this subject too.
    Theme(String),
    /// Its words are alike: the word here, and the word there.
    Words(Vec<(String, String)>),
}

/// Since when a body has had to let it take hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// It is still open.
    Open,
    /// It was met, or treated as met, so many days ago.
    Met {
        /// The day.
        on: Date,
        /// Days since.
        days: i32,
    },
    /// It ended otherwise on this day.
    Ended {
        /// The day.
        on: Date,
    },
}

/// An earlier service improvement that bears on this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// Which.
    pub prior: &'a Prior,
    /// Why it is shown.
    pub because: Vec<Because>,
    /// Since when.
    pub since: Since,
}

/// The earlier service improvements that bear on what is sought: by subject, then by wording alone; within each the open
/// first, then the latest ended. Their number and order decide nothing (R47).
pub fn earlier<'a>(sought: &Sought<'_>, priors: &'a [Prior], today: Date) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = priors
        .iter()
        .filter(|prior| prior.decided_on.is_some() && prior.state != State::Withdrawn)
        .filter_map(|prior| {
            let because = because(sought, prior);
            (!because.is_empty()).then(|| Found { prior, because, since: since(prior, today) })
        })
        .collect();
    let by_theme = |one: &Found<'_>| one.because.iter().any(|why| matches!(why, Because::Theme(_)));
    let ended = |one: &Found<'_>| one.prior.ended_on.unwrap_or(Date::MAX);
    found.sort_by(|one, other| {
        by_theme(other)
            .cmp(&by_theme(one))
            .then_with(|| ended(other).cmp(&ended(one)))
            .then_with(|| other.prior.earlier.cmp(&one.prior.earlier))
    });
    found
}

fn because(sought: &Sought<'_>, prior: &Prior) -> Vec<Because> {
    let mut because: Vec<Because> = sought
        .themes
        .iter()
        .filter(|theme| prior.themes.contains(theme))
        .map(|theme| Because::Theme(theme.clone()))
        .collect();
    let alike = sought.wordings.iter().find_map(|wording| alike(wording, &prior.wording, sought.names));
    because.extend(alike.map(Because::Words));
    because
}

/// Two wordings are alike that have two things in common, at least one of which is what they are about.
fn alike(here: &str, there: &str, names: &[&str]) -> Option<Vec<(String, String)>> {
    let common = concept::in_common(here, there, names);
    let about = common.iter().any(|one| !one.act);
    (common.len() >= 2 && about).then(|| common.into_iter().map(|one| (one.here, one.there)).collect())
}

/// Since when an earlier one has had to take hold.
pub fn since(prior: &Prior, today: Date) -> Since {
    match prior.ended_on {
        None => Since::Open,
        Some(on) if prior.state.is_satisfied() => {
            Since::Met { on, days: crate::period::days_between(on, today) }
        }
        Some(on) => Since::Ended { on },
    }
}
