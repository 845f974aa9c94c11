//! The people of a case: the complainant, who may act for them, and how to reach them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    id::PersonId,
    text::{Language, Words},
};

/// How a person outside the office is written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By e-mail to this address.
    Email(Words),
    /// By post to this address; letters are printed.
    Post(Words),
}

/// A complainant, or a person who stands in for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complainant {
    /// Who.
    pub person: PersonId,
    /// Their name, erasable.
    pub name: Words,
    /// How to reach them.
    pub channel: Channel,
    /// The language they wish to be written to in (R38; PSOW Act 2019 s.72).
    pub language: Language,
    /// Reasonable adjustments, in words every letter must honour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjustments: Option<Words>,
    /// Set when this person stands in for another: what shows they may (E1; PSOW Act 2019 s.7).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Words>,
}

/// What has become of the complainant's part in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// Takes part.
    #[default]
    Active,
    /// Withdrew the complaint; the office decides whether to go on (E2; PSOW Act 2019 s.3).
    Withdrawn {
        /// When.
        on: Date,
    },
    /// Died; somebody suitable may act (E1; PSOW Act 2019 s.7, LGA 1974 s.34C).
    Died {
        /// When the office heard.
        on: Date,
    },
    /// Cannot be reached, or will not give what is needed to pay them (E4).
    Unreachable {
        /// Since when.
        on: Date,
    },
}
