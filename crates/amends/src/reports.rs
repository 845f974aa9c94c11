//! Reports for staff: the same rows for the page, the file and the command line, each leading to what made it (R53, R56).

pub mod csv;
pub mod handling;
pub mod improvements;

use amends_core::{profile::Profile, text::Language};

/// What the office calls a subject; its id where the profile has it no more.
pub fn theme(profile: &Profile, id: &str, language: Language) -> String {
    let rule = profile.themes.iter().find(|rule| rule.id == id);
    rule.map_or_else(|| id.to_owned(), |rule| rule.what.get(language).to_owned())
}
