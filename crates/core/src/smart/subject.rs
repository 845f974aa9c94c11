//! A subject made of what the record already has.

use std::borrow::Cow;

use super::{Addressee, Answers, Due, Earlier, Known, Proves, Subject, Sum};
use crate::{
    body::Body,
    case::Case,
    id::RecommendationNumber,
    recommendation::{Amount, Terms},
    text::Language,
};

/// What the record of the case does not say by itself.
#[derive(Debug, Clone, Default)]
pub struct Around<'a> {
    /// The language the wording is in.
    pub language: Language,
    /// Its number in the case, once it has one; it is not compared with itself.
    pub number: Option<RecommendationNumber>,
    /// What is known of the date the terms give, worked out as far as it can be.
    pub due: Option<Due>,
    /// Recommendations of other cases to the same body: open, or met lately.
    pub earlier: Vec<Earlier<'a>>,
    /// Names beside the complainant's that may not be published.
    pub people: Vec<&'a str>,
}

impl<'a> Subject<'a> {
    /// The subject for these terms in their case. Other recommendations of the case to the same body
    /// are compared with it, and the complainant's name is kept out of the public summary.
    pub fn new(terms: &'a Terms, case: &'a Case, body: &'a Body, around: Around<'a>) -> Self {
        let siblings = case
            .live()
            .filter(|one| Some(one.number) != around.number && one.terms.addressee == terms.addressee)
            .map(|one| Earlier {
                reference: Cow::Owned(case.reference.recommendation(one.number)),
                wording: one.terms.wording.as_str(),
                state: one.state(),
            });
        let mut people = around.people;
        people.extend(case.complainant.iter().map(|one| one.name.as_str()));
        Self {
            language: around.language,
            kind: terms.kind,
            scope: terms.scope,
            wording: terms.wording.as_str(),
            amount: terms.amount.as_ref().map(sum),
            set_off_allowed: terms.set_off_allowed,
            answers: terms.answers.map(|finding| Answers {
                finding,
                known: case.findings.iter().find(|one| one.finding == finding).map(|one| Known {
                    injustice: one.injustice.is_some(),
                    same_body: one.body == terms.addressee,
                }),
            }),
            own_initiative: case.own_initiative,
            body: Addressee {
                name: &body.name,
                kind: body.kind,
                spending_frozen_since: body.spending_frozen_since,
            },
            evidence: terms
                .evidence
                .iter()
                .map(|item| Proves { what: item.what.as_str(), proof: item.proof, need: item.need })
                .collect(),
            due: terms.evidence_due.as_ref().map(|_| {
                // Terms cannot hold a period without saying from when it counts.
                around.due.unwrap_or(Due { anchor_said: true, ..Due::default() })
            }),
            public_report: case.public_report_considered.is_some(),
            public_summary: terms.public_summary.as_ref().map(|text| text.as_str()),
            earlier: siblings.chain(around.earlier).collect(),
            people,
        }
    }
}

fn sum(amount: &Amount) -> Sum<'_> {
    match amount {
        Amount::Exact { pence } => Sum { at_most: *pence, formula: None },
        Amount::Formula { wording, at_most } => Sum { at_most: *at_most, formula: Some(wording.as_str()) },
    }
}
