//! Keeps a complainant's name from colleagues to whom an action was passed: they see the action, not whose case it is.

use amends_core::{case::Case, text::Language};

use crate::i18n;

const TITLES: &[&str] = &["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Sir", "Lady", "Lord", "Y", "Bnr"];

/// Puts other words in place of a name, or leaves texts as they are.
pub struct Redact {
    names: Vec<String>,
    instead: String,
}

impl Redact {
    /// For a case; `hide` is set for colleagues.
    pub fn of(case: &Case, hide: bool, language: Language) -> Self {
        let name = case.complainant.as_ref().filter(|_| hide).map(|person| person.name.as_str());
        Self::name(name.unwrap_or_default(), i18n::t(language, "portal-the-person"))
    }

    fn name(name: &str, instead: String) -> Self {
        let mut names = Vec::new();
        let parts: Vec<&str> =
            name.split_whitespace().filter(|part| !TITLES.contains(&plain(part))).collect();
        if !parts.is_empty() {
            names.push(parts.join(" "));
            names.extend(parts.last().map(|last| (*last).to_owned()));
        }
        Self { names, instead }
    }

    /// The text without the name.
    pub fn text(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, name| self.without(&text, name))
    }

    fn without(&self, text: &str, name: &str) -> String {
        let mut left = text;
        let mut done = String::new();
        while let Some(at) = left.find(name) {
            let (before, rest) = left.split_at(at);
            let after = &rest[name.len()..];
            let inside = before.chars().next_back().is_some_and(char::is_alphanumeric)
                || after.chars().next().is_some_and(char::is_alphanumeric);
            if inside {
                done.push_str(before);
                done.push_str(name);
            } else {
                done.push_str(without_title(before));
                done.push_str(&self.instead);
            }
            left = after;
        }
        done.push_str(left);
        done
    }
}

fn plain(word: &str) -> &str {
    word.trim_end_matches('.')
}

/// `… to Mrs ` becomes `… to `.
fn without_title(before: &str) -> &str {
    let trimmed = before.trim_end();
    let last = trimmed.rsplit(char::is_whitespace).next().unwrap_or_default();
    if TITLES.contains(&plain(last)) { &trimmed[..trimmed.len() - last.len()] } else { before }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r11_a_colleague_does_not_read_the_complainants_name() {
        let redact = Redact::name("Mrs Gwen Kay", "the person".to_owned());
        assert_eq!(
            redact.text("Write to Mrs Kay and to Gwen Kay."),
            "Write to the person and to the person."
        );
        assert_eq!(redact.text("Mrs. Kay's bill; the Kays stay"), "the person's bill; the Kays stay");
        assert_eq!(Redact::name("", String::new()).text("Write to Mrs Kay."), "Write to Mrs Kay.");
    }
}
