//! The promises of the extractor as a whole: any text is read without failing, and every place is true to it.

mod deadlines;
mod distractors;
mod lists;
mod money_and_evidence;
mod sentences;
mod summaries;
mod welsh;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

/// The day of every decision in these tests.
const DECIDED: Date = date(2026, 5, 4);

fn read(text: &str) -> Vec<Extraction> {
    extract(text, &Options { profile: "generic", decided: Some(DECIDED), language: None })
}

/// Each extraction as kind and words.
fn acts(text: &str) -> Vec<(Kind, String)> {
    read(text).into_iter().map(|found| (found.kind, found.text)).collect()
}

/// Each deadline in its normal form: kind, anchor, amount and unit, date.
fn deadlines(text: &str) -> Vec<String> {
    let normal = |deadline: &Deadline| {
        let name = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let mut words = vec![name(serde_json::to_value(deadline.kind).unwrap())];
        words.extend(deadline.anchor.as_ref().map(|anchor| anchor.name().to_owned()));
        words.extend(deadline.amount.map(|amount| amount.to_string()));
        words.extend(deadline.unit.map(|unit| name(serde_json::to_value(unit).unwrap())));
        words.extend(deadline.date.map(|date| date.to_string()));
        words.join(" ")
    };
    read(text).iter().map(|found| found.deadline.as_ref().map_or("none".to_owned(), normal)).collect()
}

/// Words that open rules, so that chance puts them beside each other in every order.
const WORDS: &[&str] = &[
    "The Council",
    "the landlord",
    "It",
    "will",
    "should",
    "must",
    "is to",
    "has agreed to",
    "I recommend",
    "We order",
    "apologise",
    "pay",
    "£",
    "250",
    "1,",
    "0 0",
    "within",
    "two",
    "weeks",
    "of",
    "my",
    "final decision",
    "by",
    "before",
    "1",
    "August",
    "2026",
    "31 June",
    "no later than",
    ":",
    ";",
    ".",
    ",",
    "(",
    ")",
    "a)",
    "(1)",
    "•",
    "\n",
    "\n\n",
    "and",
    "to",
    "write",
    "the letter must",
    "namely",
    "56 days",
    "the date of this report",
    "You are under a duty to respond",
    "Otherwise",
    "2 Compensation order",
    "Bydd y Cyngor yn",
    "ymddiheuro",
    "talu",
    "o fewn",
    "pythefnos",
    "erbyn",
    "Cytunwyd ar",
    "ac",
    "i",
    "’r",
    "Ŵ",
    "–",
    "for",
    "per month",
    "made up of",
    "evidence",
    "us",
    "this",
    "these",
    "do so",
    "If",
    "every",
    "the same date",
    "be",
    "paid",
    "an apology",
    "with",
];

proptest! {
    #[test]
    fn any_text_is_read_and_every_place_is_true_to_it(parts in proptest::collection::vec(0..WORDS.len(), 0..60), stray in ".{0,12}") {
        let mut text = parts.iter().map(|&part| WORDS[part]).collect::<Vec<_>>().join(" ");
        text.push_str(&stray);
        let letters: Vec<char> = text.chars().collect();
        for decided in [None, Some(jiff::civil::date(2026, 5, 4))] {
            for found in extract(&text, &Options { decided, ..Options::default() }) {
                prop_assert!(found.start < found.end && found.end <= letters.len());
                prop_assert_eq!(letters[found.start..found.end].iter().collect::<String>(), found.text.clone());
                for why in &found.why {
                    prop_assert_eq!(letters[why.start..why.end].iter().collect::<String>(), why.words.clone());
                }
                prop_assert!(found.amount_pence.is_none_or(|pence| pence >= 0));
            }
        }
    }
}
