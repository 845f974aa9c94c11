//! In which manner the command line speaks: language, colour, for people or for machines.

use std::{ffi::OsString, io::IsTerminal as _};

use amends_core::text::Language;

/// How to speak. Known before the arguments are read, so that what is said about them is in the right language.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line, independent of the others"
)]
pub(super) struct Manner {
    pub(super) language: Language,
    /// Colour on standard output.
    pub(super) colour: bool,
    /// JSON on standard output.
    pub(super) json: bool,
    /// Tables as bare lines with tabs.
    pub(super) plain: bool,
    /// Say nothing on standard error but what went wrong.
    pub(super) quiet: bool,
    /// More on standard error: 1 or 2.
    pub(super) verbose: u8,
}

impl Manner {
    /// From the words typed and the environment; words win.
    pub(super) fn of(words: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Self {
        let typed: Vec<_> =
            words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--").collect();
        let set = |flag: &str| typed.contains(&flag);
        let colour = !set("--no-color")
            && !set("--plain")
            && environment("NO_COLOR").is_none_or(|value| value.is_empty())
            && environment("TERM").is_none_or(|term| term != "dumb")
            && std::io::stdout().is_terminal();
        Self {
            language: language(&typed, environment),
            colour,
            json: set("--json"),
            plain: set("--plain"),
            quiet: set("--quiet") || set("-q"),
            verbose: 0,
        }
    }
}

fn language(typed: &[&str], environment: impl Fn(&str) -> Option<String>) -> Language {
    let after =
        typed.iter().position(|word| *word == "--lang").and_then(|place| typed.get(place + 1).copied());
    let joined = typed.iter().find_map(|word| word.strip_prefix("--lang="));
    if let Some(language) = joined.or(after).and_then(|tag| tag.parse().ok()) {
        return language;
    }
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| environment(name).filter(|value| !value.is_empty()));
    match named {
        Some(locale) if locale.starts_with("cy") => Language::Cy,
        Some(_) | None => Language::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language_of(words: &[&str], environment: &[(&str, &str)]) -> Language {
        let words: Vec<OsString> = words.iter().map(OsString::from).collect();
        let find = |name: &str| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        Manner::of(&words, find).language
    }

    #[test]
    fn r38_the_language_is_the_one_asked_for_then_the_machines() {
        let welsh = [("LANG", "cy_GB.UTF-8")];
        assert_eq!(language_of(&["amends"], &[]), Language::En);
        assert_eq!(language_of(&["amends"], &welsh), Language::Cy);
        assert_eq!(language_of(&["amends", "--lang", "en"], &welsh), Language::En);
        assert_eq!(
            language_of(&["amends", "--lang=cy"], &[("LC_ALL", "en_GB"), ("LANG", "cy")]),
            Language::Cy
        );
        assert_eq!(language_of(&["amends"], &[("LC_ALL", "en_GB"), ("LANG", "cy")]), Language::En);
    }
}
