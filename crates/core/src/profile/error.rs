//! What is wrong with a profile, on which line, and how to mend it.

use std::fmt;

use super::Profile;

/// A profile that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileError {
    /// The file, where it has a name.
    pub file: Option<String>,
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
        match (&self.file, self.line) {
            (Some(file), Some(line)) => write!(f, "{file}, line {line}: ")?,
            (Some(file), None) => write!(f, "{file}: ")?,
            (None, Some(line)) => write!(f, "line {line}: ")?,
            (None, None) => {}
        }
        write!(f, "`{}`: {}. {}", self.key, self.problem, self.mend)
    }
}

impl std::error::Error for ProfileError {}

impl ProfileError {
    pub(super) fn unknown_name(name: &str) -> Self {
        Self {
            file: None,
            line: None,
            key: name.to_owned(),
            problem: "there is no profile of this name".to_owned(),
            mend: format!("Use one of {}.", Profile::NAMES.join(", ")),
        }
    }

    pub(super) fn unknown_rule(id: &str) -> Self {
        Self {
            file: None,
            line: None,
            key: id.to_owned(),
            problem: "no profile has a clock of this id".to_owned(),
            mend: "Use an id of the table of clocks, such as W-26 or L-31(2).".to_owned(),
        }
    }

    pub(super) fn unknown_base(name: &str, file: Option<&str>) -> Self {
        Self {
            file: file.map(str::to_owned),
            line: None,
            key: "extends".to_owned(),
            problem: format!("there is no profile {name:?} to build on"),
            mend: format!("Use one of {}.", Profile::every_name().join(", ")),
        }
    }

    /// What the TOML reader says, and where: file, line, and the words of that line.
    pub(super) fn from_message(message: &str, at: Option<(Option<String>, usize, &str)>) -> Self {
        let message = message.trim().to_owned();
        let named = message.split('`').nth(1).filter(|_| message.contains("field `"));
        let on_line = at.as_ref().map(|(_, _, words)| key_on(words));
        let key = named.map(str::to_owned).or(on_line).unwrap_or_default();
        let mend = mend(&message);
        let (file, line) = at.map_or((None, None), |(file, line, _)| (file, Some(line)));
        Self { file, line, key, problem: message, mend }
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

fn key_on(line: &str) -> String {
    let line = line.trim();
    line.split_once('=').map_or(line, |(key, _)| key).trim().to_owned()
}
