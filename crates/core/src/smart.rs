//! Wording checks: is a recommendation specific, measurable, achievable, relevant and time-bound (R40)?
//!
//! Each rule stands in a file of its own. A rule says what it found, in which words of which field, and why;
//! the sentences stand in the catalogues under `smart-<check>-good`, `-advice`, `-needed` and `-suggestion`.
//! A rule that has nothing to judge, such as a sum where no money is recommended, says nothing.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::{
    body::BodyKind,
    money::Pence,
    period::Length,
    recommendation::{FindingNumber, Kind, Need, Proof, Scope, State},
    text::{Bilingual, Language},
};

mod achievable;
mod acts;
mod help;
mod measurable;
mod note;
mod plain;
mod publishable;
mod reading;
mod relevant;
mod specific;
mod subject;
mod time_bound;
mod time_said;
mod verbs;
mod welsh;
mod words;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use help::help;
pub use note::{Area, CheckId, Field, Level, Note, Span, Suggestion, Value};
pub use specific::one_act::split_suggestion;
pub use subject::Around;

use reading::Reading;

/// A recommendation as its writer has it on the screen, with what is around it.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// The language the wording is in.
    pub language: Language,
    /// What sort of act.
    pub kind: Kind,
    /// For the person, or for the service.
    pub scope: Scope,
    /// The wording: one sentence, who will do what.
    pub wording: &'a str,
    /// The sum, where one was entered.
    pub amount: Option<Sum<'a>>,
    /// May the body set the sum off against a debt (E6)?
    pub set_off_allowed: bool,
    /// The finding it answers.
    pub answers: Option<Answers>,
    /// A case the office opened itself: nobody in particular suffered an injustice (E35).
    pub own_initiative: bool,
    /// The body responsible.
    pub body: Addressee<'a>,
    /// What will prove it.
    pub evidence: Vec<Proves<'a>>,
    /// By when the office must be told, with evidence.
    pub due: Option<Due>,
    /// The office is considering a public report (R58).
    pub public_report: bool,
    /// What the public may read of it.
    pub public_summary: Option<&'a str>,
    /// Its subjects (R48, R53).
    pub themes: &'a [String],
    /// Open and recently met recommendations to the same body.
    pub earlier: Vec<Earlier<'a>>,
    /// Names of people in the case, which the public summary may not give.
    pub people: Vec<&'a str>,
}

/// A sum of money: exact, or a formula with a ceiling (R40).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum<'a> {
    /// The sum, or the most it can come to.
    pub at_most: Pence,
    /// How it is worked out; none where the sum is exact.
    pub formula: Option<&'a str>,
}

/// The finding a recommendation says it answers (R2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// Its number in the case.
    pub finding: FindingNumber,
    /// What the case knows of it; none where it has no finding of that number.
    pub known: Option<Known>,
}

/// What a case knows of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Did the fault cause an injustice?
    pub injustice: bool,
    /// Is it a fault of the body the recommendation is addressed to?
    pub same_body: bool,
}

/// The body responsible, as far as the checks need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addressee<'a> {
    /// Its name.
    pub name: &'a Bilingual,
    /// What sort of body: decides what lies within its powers.
    pub kind: BodyKind,
    /// Under a notice that freezes spending since this day (R43).
    pub spending_frozen_since: Option<Date>,
}

/// One item of evidence that will be accepted (R27).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proves<'a> {
    /// What must be shown.
    pub what: &'a str,
    /// What sort of proof it is.
    pub proof: Proof,
    /// Must it be shown, or one of a group?
    pub need: Need,
}

/// What the form says of the date by which the office must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Due {
    /// The date, where it is known already.
    pub on: Option<Date>,
    /// The day it counts from, where that is known already.
    pub from: Option<Date>,
    /// The period, where it is one and not a fixed date.
    pub period: Option<Length>,
    /// Is it said from which event the period counts? True for a fixed date.
    pub anchor_said: bool,
    /// Does the date fall on a day on which nobody works?
    pub non_working_day: bool,
}

/// Another recommendation to the same body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier<'a> {
    /// The reference people use for it.
    pub reference: Cow<'a, str>,
    /// Its wording.
    pub wording: &'a str,
    /// Where it stands.
    pub state: State,
}

/// Looks at a recommendation and says what is good and what is not, rule by rule, in a fixed order.
pub fn check(subject: &Subject<'_>) -> Vec<Note> {
    let reading = Reading::of(subject);
    RULES.iter().filter_map(|rule| rule(subject, &reading)).collect()
}

/// The notes that forbid sending: a missing date and a missing evidence list, nothing else (I1).
/// Saving is never refused.
pub fn refuses_sending(notes: &[Note]) -> Vec<&Note> {
    notes.iter().filter(|note| note.level == Level::Needed).collect()
}

type Rule = fn(&Subject<'_>, &Reading<'_>) -> Option<Note>;

const RULES: [Rule; 26] = [
    specific::one_act::check,
    specific::one_actor::check,
    specific::concrete_verb::check,
    measurable::evidence_list::check,
    measurable::amount::check,
    measurable::set_off::check,
    measurable::training_numbers::check,
    measurable::policy_and_approval::check,
    achievable::within_powers::check,
    achievable::spending_freeze::check,
    relevant::linked_to_finding::check,
    relevant::duplicate::check,
    relevant::theme_named::check,
    time_bound::has_date::check,
    time_bound::non_working_day::check,
    time_bound::anchor_said::check,
    time_bound::period_in_wording_agrees::check,
    time_bound::one_period::check,
    time_bound::three_months::check,
    plain::length::check,
    plain::reading_ease::check,
    plain::jargon::check,
    publishable::names::check,
    publishable::references::check,
    publishable::birth_dates::check,
    publishable::timescale::check,
];
