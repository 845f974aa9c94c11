//! Recommendations out of the text of a decision: what is to be done, by whom, by when, for how much,
//! proved how.
//!
//! By rules alone, and every extraction says which words made it; a caseworker confirms before anything is
//! kept. Text in, values out: `segment` finds sentences and list items, `cue` what binds, `clause` the
//! single acts, `deadline`, `amount`, `kind`, `addressee` and `evidence` what each act says. `distractor`
//! keeps out the rest.

mod addressee;
mod amount;
mod clause;
mod cue;
mod deadline;
mod distractor;
mod evidence;
mod govern;
mod kind;
mod lexicon;
mod reader;
mod remedy;
mod segment;
mod tail;
mod token;
mod verb;
pub(crate) mod welsh;
mod words;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use self::{
    deadline::{Anchor, Deadline, DeadlineKind, StatedDate, Unit},
    kind::{Kind, Scope},
};
use crate::text::Language;

/// What is known of the text beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The office's profile, such as `psow`; the rules are the same for all, so far.
    pub profile: &'a str,
    /// The day of the decision: gives a date its year, and lets a stated date be compared.
    pub decided: Option<Date>,
    /// The language, where it is known; otherwise each sentence is looked at.
    pub language: Option<Language>,
}

/// A recommendation found in a text; nothing until a caseworker confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extraction {
    /// Where it begins, in Unicode code points of the text.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Its words, exactly as they stand there.
    pub text: String,
    /// What sort of remedy it is.
    pub kind: Kind,
    /// For whom it is.
    pub scope: Scope,
    /// Who is to act, as the text names it.
    pub addressee: Option<String>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// How much money, in pence.
    pub amount_pence: Option<i64>,
    /// What the money is made up of, in pence.
    pub amount_components_pence: Vec<i64>,
    /// Whether proof, confirmation or a report to the office is asked for.
    pub evidence_required: bool,
    /// The words that ask for it.
    pub evidence_items: Vec<String>,
    /// Which words made it what it is.
    pub why: Vec<Why>,
    /// What a person should look at before confirming.
    pub warnings: Vec<Warning>,
}

/// Words of the text, and what was read from them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// What they made.
    pub what: Field,
    /// The words.
    pub words: String,
    /// Where they begin, in code points.
    pub start: usize,
    /// Where they end, exclusive.
    pub end: usize,
}

/// A part of an extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// That it is a recommendation at all.
    Recommendation,
    /// Its kind.
    Kind,
    /// Who is to act.
    Addressee,
    /// By when.
    Deadline,
    /// How much.
    Amount,
    /// Proved how.
    Evidence,
}

/// Something in the text that does not agree with itself, or had to be supposed. Pages put it into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Warning {
    /// The stated date is not the one its period gives; the stated one stands.
    StatedDateDiffers {
        /// The date in the text.
        stated: Date,
        /// The date the period gives, counted from the decision.
        computed: Date,
    },
    /// The text leaves out the year; the first such day after the decision was taken.
    YearAssumed {
        /// The day with its year.
        date: Date,
    },
    /// The weekday named is not that day's.
    WeekdayDiffers {
        /// The day.
        date: Date,
    },
    /// The date lies before the decision.
    BeforeDecision {
        /// The day.
        date: Date,
    },
    /// A date no calendar has, such as 31 June.
    NoSuchDate,
    /// The parts of a sum do not make the sum.
    PartsDoNotAddUp {
        /// The sum stated, in pence.
        total: i64,
        /// What the parts make, in pence.
        parts: i64,
    },
    /// The sum was taken from a sentence before ("these fees").
    SumFromBefore,
}

/// Every recommendation in a text, in the order of the text.
///
/// `text` is plain text with whatever line breaks and page numbers it came with; places are its code points.
pub fn extract(text: &str, options: &Options<'_>) -> Vec<Extraction> {
    let mut tokens = token::Tokens::read(text);
    segment::without_furniture(&mut tokens);
    let segments = segment::read(&tokens);
    reader::read(&tokens, &segments, options)
}

#[cfg(test)]
mod tests;
