//! Identities: one newtype for each kind of thing, so that no id can stand where another is meant.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! uuid_id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

uuid_id!(
    /// A case: one complaint, or one own-initiative matter.
    CaseId,
    /// A body in jurisdiction (a public body, a service provider).
    BodyId,
    /// A member of the office's staff.
    StaffId,
    /// A person outside the office: complainant, representative, link officer, colleague at a body.
    PersonId,
    /// One submission of evidence, by portal, mail or hand.
    EvidenceId,
    /// One piece of free text or a name, kept outside the permanent record so that it can be erased.
    ParticularId,
    /// One message received.
    MailId,
    /// One message to be sent.
    PostId,
    /// One request by a body for a later date.
    ExtensionId,
    /// One link by which a person outside the office reaches a page without an account.
    LinkId,
);

/// The number of a recommendation within its case: 1, 2, 3 … in the order they were written; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecommendationNumber(pub u16);

impl fmt::Display for RecommendationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The reference people use for a case, such as `24-0193`: year of receipt and a running number without gaps.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseReference(pub String);

impl CaseReference {
    /// `year` is the full year (2024); `number` the running number within it.
    pub fn new(year: i16, number: u32) -> Self {
        Self(format!("{:02}-{number:04}", year.rem_euclid(100)))
    }

    /// The reference of one recommendation: `24-0193-2`.
    pub fn recommendation(&self, number: RecommendationNumber) -> String {
        format!("{}-{number}", self.0)
    }
}

impl fmt::Display for CaseReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_reads_as_people_write_it() {
        let case = CaseReference::new(2024, 193);
        assert_eq!(case.to_string(), "24-0193");
        assert_eq!(case.recommendation(RecommendationNumber(2)), "24-0193-2");
    }
}
