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
pub const CODES: &[&str] = &[];
