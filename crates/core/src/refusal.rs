//! Why the office may not do what was asked: expected answers, each with its rule and its mend.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A rule said no. The sentence for the reader stands in the message catalogues under `refusal-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("refused: {code} ({source_of_rule})")]
pub struct Refusal {
    /// Which refusal; the key of its sentence in both catalogues.
    pub code: String,
    /// The field at fault, where it is one, as forms and commands name it.
    pub field: Option<String>,
    /// What the sentence names: numbers, dates, references.
    pub args: BTreeMap<String, String>,
    /// The rule that stands against it, such as `R9` or `PSOW Act 2019 s.27`.
    pub source_of_rule: String,
}

impl Refusal {
    /// A refusal with its code and the rule behind it.
    pub fn new(code: &str, rule: &str) -> Self {
        Self { code: code.to_owned(), field: None, args: BTreeMap::new(), source_of_rule: rule.to_owned() }
    }

    /// Names the field at fault.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Names something in the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Every refusal the core makes, so that both catalogues can be checked to have its sentence.
/// A test keeps this list equal to what the code says.
pub const CODES: &[&str] = &[
    "agreed-already",
    "amount-missing",
    "amount-not-positive",
    "answered-before-asked",
    "authority-missing",
    "body-has-not-agreed",
    "body-merged",
    "body-missing",
    "body-not-in-case",
    "body-not-in-draft",
    "body-there-already",
    "body-unknown",
    "case-not-open",
    "case-open-already",
    "change-missing",
    "changed-since-proposed",
    "check-missing-earlier-improvements",
    "check-missing-guidance-on-remedies",
    "check-missing-public-interest",
    "check-missing-spending-freeze",
    "closed-already",
    "comments-not-considered",
    "comments-open",
    "complainant-date-missing",
    "complainant-missing",
    "date-before-decision",
    "date-cannot-be-set",
    "date-in-future",
    "date-missing",
    "date-not-passed",
    "date-passed",
    "day-is-today",
    "decided-already",
    "decision-before-draft",
    "done-in-future",
    "draft-out-already",
    "ended-already",
    "ended-without-decision",
    "evidence-before-reopening",
    "evidence-item-blank",
    "evidence-list-missing",
    "evidence-not-chosen",
    "extension-decided-already",
    "extension-needs-manager",
    "extension-open",
    "finding-against-another-body",
    "finding-missing",
    "further-draft-due",
    "further-draft-needs-manager",
    "guidance-version-missing",
    "instrument-not-lawful",
    "item-not-shown",
    "no-agreement-recorded",
    "no-complainant",
    "no-date-yet",
    "no-disagreement",
    "no-draft-offered",
    "no-draft-to-complainant",
    "no-evidence",
    "no-injustice-found",
    "no-such-evidence",
    "no-such-extension",
    "no-such-finding",
    "no-such-item",
    "no-such-recommendation",
    "nobody-withdrew",
    "not-a-draft",
    "not-agreed",
    "not-an-investigation",
    "not-decided-yet",
    "not-early-resolution",
    "not-ended",
    "not-in-draft",
    "not-issued-yet",
    "not-later",
    "not-out-for-comment",
    "not-owed",
    "not-promised-to-you",
    "not-this-body",
    "nothing-changed",
    "nothing-failed",
    "nothing-new",
    "nothing-proposed",
    "nothing-recommended",
    "nothing-sent",
    "nothing-shown",
    "nothing-to-decline",
    "own-initiative-with-complainant",
    "paid-less",
    "policy-wants-text-and-approval",
    "proof-of-offer-missing",
    "public-report-needs-manager",
    "reason-missing",
    "receipt-ruling-needs-manager",
    "received-before-decision",
    "recommendation-missing",
    "recommendations-survive",
    "set-off-not-allowed",
    "statement-is-not-evidence",
    "sum-paid-missing",
    "time-to-comment-left",
    "waits-for-no-event",
    "withdrawal-decided-already",
    "withdrawal-undecided",
    "withdrawn-already",
    "wording-missing",
    "writing-needed",
];
