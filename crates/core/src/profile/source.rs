//! The text a profile is read from: one file, or an office's own file laid over a profile that ships. Every place in it
//! is known by its file and its line.

use std::ops::Range;

use toml::{Spanned, de::DeTable};

use super::ProfileError;
use crate::text::Digest;

/// One text, or several, each laid over those before it.
#[derive(Debug, Clone, Default)]
pub(super) struct Source {
    /// All texts, one behind the other, each ended by a line break.
    joined: String,
    /// Where each begins, and the name of its file, where it has one.
    parts: Vec<(usize, Option<String>)>,
}

impl Source {
    /// One text.
    pub(super) fn alone(name: Option<&str>, text: &str) -> Self {
        let mut source = Self::default();
        source.lay(name, text);
        source
    }

    /// Lays a text over what is there.
    pub(super) fn lay(&mut self, name: Option<&str>, text: &str) {
        self.parts.push((self.joined.len(), name.map(str::to_owned)));
        self.joined.push_str(text);
        self.joined.push('\n');
    }

    /// The texts, each place in them counted from the beginning of the joined text: a comment as long as what goes
    /// before stands in its place, so that places need no shifting.
    pub(super) fn texts(&self) -> Vec<String> {
        (0..self.parts.len())
            .map(|part| {
                let (begin, end) = self.bounds(part);
                let padding = "#".repeat(begin.saturating_sub(1));
                let line_break = if begin == 0 { "" } else { "\n" };
                format!("{padding}{line_break}{}", &self.joined[begin..end])
            })
            .collect()
    }

    /// The texts as they were laid, the lowest first.
    pub(super) fn layers(&self) -> Vec<String> {
        let bounds = (0..self.parts.len()).map(|part| self.bounds(part));
        bounds.map(|(begin, end)| self.joined[begin..end - 1].to_owned()).collect()
    }

    /// What tells this text from every other: the first digits of its digest.
    pub(super) fn mark(&self) -> String {
        Digest::of(self.joined.trim_end().as_bytes()).to_string().chars().take(8).collect()
    }

    fn bounds(&self, part: usize) -> (usize, usize) {
        let begin = self.parts.get(part).map_or(0, |(begin, _)| *begin);
        let end = self.parts.get(part + 1).map_or(self.joined.len(), |(next, _)| *next);
        (begin, end)
    }

    /// Reads one of the texts.
    pub(super) fn parse<'t>(&self, text: &'t str) -> Result<Spanned<DeTable<'t>>, ProfileError> {
        DeTable::parse(text).map_err(|error| self.toml_fault(&error))
    }

    /// The file and the line of a place, with the words of that line.
    fn place(&self, at: usize) -> (Option<String>, usize, &str) {
        let part = self.parts.iter().rposition(|(begin, _)| *begin <= at).unwrap_or_default();
        let (begin, end) = self.bounds(part);
        let text = &self.joined[begin..end];
        let line = text.bytes().take(at - begin).filter(|byte| *byte == b'\n').count() + 1;
        let file = self.parts.get(part).and_then(|(_, name)| name.clone());
        (file, line, text.lines().nth(line - 1).unwrap_or_default())
    }

    /// A fault at a place.
    pub(super) fn fault(
        &self,
        span: &Range<usize>,
        key: &str,
        problem: impl Into<String>,
        mend: impl Into<String>,
    ) -> ProfileError {
        let (file, line, _) = self.place(span.start);
        ProfileError {
            file,
            line: Some(line),
            key: key.to_owned(),
            problem: problem.into(),
            mend: mend.into(),
        }
    }

    /// What the TOML reader found, with the key taken from the line it points at.
    pub(super) fn toml_fault(&self, error: &toml::de::Error) -> ProfileError {
        let at = error.span().map(|span| self.place(span.start));
        ProfileError::from_message(error.message(), at)
    }
}
