//! A decision document's bytes become text: plain text, HTML, DOCX and PDF, each told by its content.
//!
//! ```text
//! decision.docx ──► text_of ──► DocumentText { text, format, warnings }   or   DocumentError with its mend
//! ```
//! The text is what a caseworker reads and what extraction is given, so it keeps paragraphs, lists with their
//! letters, and table rows as lines. Nothing here decides anything about a case.

use std::io::Read;
use std::time::Duration;

mod docx;
mod error;
mod html;
mod lines;
mod message;
mod numbering;
mod pdf;
mod plain;
mod sniff;

pub use error::{DocumentError, DocumentWarning, Found, Said};

/// How much a document may ask of the office before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest file taken, in bytes.
    pub file_bytes: u64,
    /// Most bytes that a file may unpack to (a DOCX is a zip archive; streams of a PDF are packed).
    pub unpacked_bytes: u64,
    /// Longest time spent on one PDF.
    pub pdf_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 50 * 1024 * 1024,
            unpacked_bytes: 200 * 1024 * 1024,
            pdf_time: Duration::from_secs(20),
        }
    }
}

/// What kind of file the text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// A web page.
    Html,
    /// A Word document of 2007 or later.
    Docx,
    /// A PDF that has text.
    Pdf,
}

impl Format {
    /// The short name used as a Fluent argument: `text`, `html`, `docx` or `pdf`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }
}

/// The text of a document, and what a reader should know about how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentText {
    /// The text; lines end with `\n` (plain text keeps the line ends it came with).
    pub text: String,
    /// What the content showed the file to be.
    pub format: Format,
    /// What was left out or guessed, in the order met.
    pub warnings: Vec<DocumentWarning>,
}

/// Reads the text out of a document. The format is told by the content; `name` is used only to warn when the
/// ending of the file's name says something else.
///
/// # Errors
/// [`DocumentError`] says what happened and how to mend it; each variant has its message in both languages.
pub fn text_of(name: &str, bytes: &[u8], limits: &Limits) -> Result<DocumentText, DocumentError> {
    if bytes.is_empty() {
        return Err(DocumentError::Empty);
    }
    if bytes.len() as u64 > limits.file_bytes {
        return Err(DocumentError::TooLarge { size: Some(bytes.len() as u64), limit: limits.file_bytes });
    }
    let format = sniff::format_of(bytes)?;
    let mut document = match format {
        Format::Text => plain::read(bytes)?,
        Format::Html => html::read(bytes)?,
        Format::Docx => docx::read(bytes, limits)?,
        Format::Pdf => pdf::read(bytes, limits)?,
    };
    if let Some(ending) = sniff::other_ending(name, format) {
        document.warnings.insert(0, DocumentWarning::NameSaysOtherwise { ending, format });
    }
    Ok(document)
}

/// Reads a file of at most `limits.file_bytes` bytes, and no further: a larger one is refused from its declared
/// length where there is one, else as soon as the limit is passed.
///
/// # Errors
/// [`DocumentError::TooLarge`], or [`DocumentError::Unreadable`] when reading fails.
pub fn read_within(
    source: impl Read,
    declared_bytes: Option<u64>,
    limits: &Limits,
) -> Result<Vec<u8>, DocumentError> {
    if let Some(size) = declared_bytes.filter(|size| *size > limits.file_bytes) {
        return Err(DocumentError::TooLarge { size: Some(size), limit: limits.file_bytes });
    }
    let mut bytes = Vec::new();
    source
        .take(limits.file_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|fault| DocumentError::Unreadable { reason: fault.to_string() })?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(DocumentError::TooLarge { size: declared_bytes, limit: limits.file_bytes });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
