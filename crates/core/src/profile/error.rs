//! What is wrong with a profile, on which line, and how to mend it.

use std::fmt;

use super::{KINDS, Profile};

/// A profile that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileError {
    /// The line of the file, counted from 1; nothing when the fault is in no one line.
    pub line: Option<usize>,
    /// The key, or the name that was asked for.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub mend: String,
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        write!(f, "`{}`: {}. {}", self.key, self.problem, self.mend)
    }
}

impl std::error::Error for ProfileError {}

impl ProfileError {
    pub(super) fn unknown_name(name: &str) -> Self {
        Self {
            line: None,
            key: name.to_owned(),
            problem: "there is no profile of this name".to_owned(),
            mend: format!("Use one of {}.", Profile::NAMES.join(", ")),
        }
    }

    pub(super) fn unknown_rule(id: &str) -> Self {
        Self {
            line: None,
            key: id.to_owned(),
            problem: "no profile has a clock of this id".to_owned(),
            mend: "Use an id of the table of clocks, such as W-26 or L-31(2).".to_owned(),
        }
    }

    pub(super) fn unknown_kind(line: usize, kind: &str) -> Self {
        Self {
            line: Some(line),
            key: "kind".to_owned(),
            problem: format!("{kind:?} is no kind of recommendation"),
            mend: format!("Use one of {}.", KINDS.join(", ")),
        }
    }

    pub(super) fn at(line: usize, key: &str, problem: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { line: Some(line), key: key.to_owned(), problem: problem.into(), mend: mend.into() }
    }

    /// What the TOML reader found, with the key taken from the line it points at.
    pub(super) fn from_toml(text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map(|span| line_of(text, span.start));
        let message = error.message().trim().to_owned();
        let named = message.split('`').nth(1).filter(|_| message.contains("field `"));
        let on_line = line.and_then(|line| text.lines().nth(line - 1)).map(key_on);
        let key = named.map(str::to_owned).or(on_line).unwrap_or_default();
        let mend = mend(&message);
        Self { line, key, problem: message, mend }
    }
}

fn mend(message: &str) -> String {
    let mend = if message.starts_with("unknown field") {
        "Correct its spelling or remove it"
    } else if message.starts_with("missing field") {
        "Add it to this table"
    } else if message.starts_with("unknown variant") {
        "Use one of the values named"
    } else if message.starts_with("invalid type") || message.starts_with("invalid value") {
        "Write a value of the kind expected"
    } else {
        "Correct the line so that it is valid TOML"
    };
    format!("{mend}.")
}

/// The line of a place in a text, counted from 1.
pub(super) fn line_of(text: &str, place: usize) -> usize {
    text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1
}

fn key_on(line: &str) -> String {
    let line = line.trim();
    line.split_once('=').map_or(line, |(key, _)| key).trim().to_owned()
}
