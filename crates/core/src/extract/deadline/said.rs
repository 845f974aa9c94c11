//! The words that set a deadline, in both languages.

use crate::extract::words::{Phrases, Sieve, Words};

/// Words that set the deadline named before.
pub(super) static SAME: Phrases = Phrases::new(&[
    "by the same date",
    "by the same day",
    "by that date",
    "by this date",
    "by the same deadline",
    "by the same time",
    "within the same period",
    "within the same timescale",
    "within the same timeframe",
    "within the same time",
    "within that period",
    "within that time",
    "in the same period",
    "in the same time",
    "on the same timescale",
    "by then",
    "erbyn yr un dyddiad",
    "erbyn y dyddiad hwnnw",
    "erbyn hynny",
    "o fewn yr un cyfnod",
    "o fewn yr un amser",
    "yn yr un cyfnod",
]);

/// Words before a date that make it the last day.
pub(super) static BY: Phrases = Phrases::new(&[
    "by no later than",
    "no later than",
    "not later than",
    "on or before",
    "by or before",
    "by :",
    "by close of business on",
    "by the end of the day on",
    "by midnight on",
    "by noon on",
    "by",
    "until",
    "up to",
    "due on",
    "due by",
    "due date :",
    "deadline :",
    "dim hwyrach na",
    "ddim hwyrach na",
    "erbyn",
    "hyd at",
    "hyd",
    "tan",
]);

/// Words before a date that leave out the day itself.
pub(super) static BEFORE: Phrases = Phrases::new(&["before", "prior to", "in advance of", "ahead of", "cyn"]);

/// Words before a period that make it a deadline.
pub(super) static WITHIN: Phrases = Phrases::new(&[
    "by no later than",
    "no later than",
    "not later than",
    "not more than",
    "no more than",
    "within a period of",
    "within a further",
    "within another",
    "within the next",
    "in the next",
    "within the",
    "within",
    "inside",
    "o fewn cyfnod o",
    "o fewn y",
    "o fewn",
    "fewn",
    "cyn pen",
    "ymhen",
    "dim hwyrach na",
    "ddim hwyrach na",
]);

/// Words between a period and the date that ends it.
pub(super) static NAMELY: Phrases = Phrases::new(&[
    "namely by",
    "namely on",
    "namely",
    "that is by",
    "that is to say by",
    "that is",
    "i . e . by",
    "i . e .",
    "ie by",
    "ie",
    "being",
    "which is",
    "so by",
    "therefore by",
    "by",
    "sef erbyn",
    "sef",
    "hynny yw erbyn",
    "hynny yw",
    "erbyn",
]);

/// Words by which a time is past.
pub(super) static PAST: Phrases =
    Phrases::new(&["within the last", "within the past", "in the last", "over the last"]);

/// What a deadline may begin with, if it is not loose.
pub(super) static OPENING: Sieve = Sieve::of(&[&SAME, &PAST, &BY, &BEFORE, &WITHIN]);

/// Welsh words by which time is given.
pub(super) static TOLD: Words = Words::new("cafodd gafodd rhoddwyd roddwyd gan ganddo ganddi");
