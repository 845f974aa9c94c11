//! Why a document gave no text, and what to know about one that did: each with its message key and arguments.

use super::Format;

/// A file that is none of the kinds read, told by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Rich Text Format.
    Rtf,
    /// An `OpenDocument` text, sheet or presentation.
    OpenDocument,
    /// An Office file that is no Word document: a workbook or a presentation.
    OtherOffice,
    /// A zip archive of other things.
    Archive,
    /// A picture (PNG, JPEG, TIFF, GIF).
    Picture,
    /// An e-mail message or an Outlook item.
    Message,
}

impl Found {
    /// The short name used as a Fluent argument.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rtf => "rtf",
            Self::OpenDocument => "opendocument",
            Self::OtherOffice => "other-office",
            Self::Archive => "archive",
            Self::Picture => "picture",
            Self::Message => "message",
        }
    }
}

/// One argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A whole number.
    Number(u64),
    /// A code that the message selects on, or text shown as it stands.
    Text(String),
}

/// Why a document gave no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} {:?}", self.key(), self.args())]
pub enum DocumentError {
    /// No bytes, or nothing but blanks.
    Empty,
    /// More bytes than the limit; the size where it is known.
    TooLarge {
        /// Size of the file in bytes.
        size: Option<u64>,
        /// The limit in bytes.
        limit: u64,
    },
    /// The operating system or the network could not deliver the file.
    Unreadable {
        /// What the system said.
        reason: String,
    },
    /// Every page is a picture.
    PdfWithoutText {
        /// How many pages there are.
        pages: u64,
    },
    /// A PDF that opens only with a password.
    PdfEncrypted,
    /// A Word document that opens only with a password.
    DocxEncrypted,
    /// A Word document of before 2007.
    OldDoc,
    /// A kind of file that is not read.
    Unsupported {
        /// What it is.
        found: Found,
    },
    /// A byte that no accepted encoding has at that place.
    WrongEncoding {
        /// Number of bytes before it.
        byte: u64,
        /// Line it stands on, from 1.
        line: u64,
    },
    /// A web page that declares an encoding nobody knows.
    UnknownEncoding {
        /// The name it gives.
        label: String,
    },
    /// The file breaks off, or its inner structure does not hold together.
    Damaged {
        /// What it set out to be.
        format: Format,
        /// The place or the part, in the words of the format.
        detail: String,
    },
    /// The file unpacks to more than the limit.
    UnpacksTooLarge {
        /// What it set out to be.
        format: Format,
        /// The limit in bytes.
        limit: u64,
    },
    /// Reading took longer than the limit.
    TookTooLong {
        /// The limit in seconds.
        seconds: u64,
    },
    /// A web page whose parts stand within one another more deeply than any page that people write.
    NestedTooDeeply {
        /// The limit.
        limit: u64,
    },
    /// A well-formed document that has no words in it.
    NoWords {
        /// What it is.
        format: Format,
    },
}

impl DocumentError {
    /// The key of the message that says what happened and why.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "document-error-empty",
            Self::TooLarge { .. } => "document-error-too-large",
            Self::Unreadable { .. } => "document-error-unreadable",
            Self::PdfWithoutText { .. } => "document-error-pdf-without-text",
            Self::PdfEncrypted => "document-error-pdf-encrypted",
            Self::DocxEncrypted => "document-error-docx-encrypted",
            Self::OldDoc => "document-error-old-doc",
            Self::Unsupported { .. } => "document-error-unsupported",
            Self::WrongEncoding { .. } => "document-error-wrong-encoding",
            Self::UnknownEncoding { .. } => "document-error-unknown-encoding",
            Self::Damaged { .. } => "document-error-damaged",
            Self::UnpacksTooLarge { .. } => "document-error-unpacks-too-large",
            Self::TookTooLong { .. } => "document-error-took-too-long",
            Self::NestedTooDeeply { .. } => "document-error-nested-too-deeply",
            Self::NoWords { .. } => "document-error-no-words",
        }
    }

    /// The key of the message that says what to do.
    pub fn mend_key(&self) -> &'static str {
        match self {
            Self::Empty => "document-error-empty-mend",
            Self::TooLarge { .. } => "document-error-too-large-mend",
            Self::Unreadable { .. } => "document-error-unreadable-mend",
            Self::PdfWithoutText { .. } => "document-error-pdf-without-text-mend",
            Self::PdfEncrypted => "document-error-pdf-encrypted-mend",
            Self::DocxEncrypted => "document-error-docx-encrypted-mend",
            Self::OldDoc => "document-error-old-doc-mend",
            Self::Unsupported { .. } => "document-error-unsupported-mend",
            Self::WrongEncoding { .. } => "document-error-wrong-encoding-mend",
            Self::UnknownEncoding { .. } => "document-error-unknown-encoding-mend",
            Self::Damaged { .. } => "document-error-damaged-mend",
            Self::UnpacksTooLarge { .. } => "document-error-unpacks-too-large-mend",
            Self::TookTooLong { .. } => "document-error-took-too-long-mend",
            Self::NestedTooDeeply { .. } => "document-error-nested-too-deeply-mend",
            Self::NoWords { .. } => "document-error-no-words-mend",
        }
    }

    /// The arguments of both messages.
    pub fn args(&self) -> Vec<(&'static str, Said)> {
        match self {
            Self::Empty | Self::PdfEncrypted | Self::DocxEncrypted | Self::OldDoc => Vec::new(),
            Self::TooLarge { size, limit } => vec![
                ("size", Said::Number(size.map_or(0, whole_megabytes))),
                ("limit", Said::Number(whole_megabytes(*limit))),
            ],
            Self::Unreadable { reason } => vec![("reason", Said::Text(reason.clone()))],
            Self::PdfWithoutText { pages } => vec![("pages", Said::Number(*pages))],
            Self::Unsupported { found } => vec![("found", Said::Text(found.code().to_owned()))],
            Self::WrongEncoding { byte, line } => {
                vec![("byte", Said::Number(*byte)), ("line", Said::Number(*line))]
            }
            Self::UnknownEncoding { label } => vec![("label", Said::Text(label.clone()))],
            Self::Damaged { format, detail } => {
                vec![("format", Said::Text(format.code().to_owned())), ("detail", Said::Text(detail.clone()))]
            }
            Self::UnpacksTooLarge { format, limit } => vec![
                ("format", Said::Text(format.code().to_owned())),
                ("limit", Said::Number(whole_megabytes(*limit))),
            ],
            Self::TookTooLong { seconds } => vec![("seconds", Said::Number(*seconds))],
            Self::NestedTooDeeply { limit } => vec![("limit", Said::Number(*limit))],
            Self::NoWords { format } => vec![("format", Said::Text(format.code().to_owned()))],
        }
    }
}

/// Megabytes as people count them, rounded up so that a file over the limit never reads as equal to it.
fn whole_megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

/// What a reader should know about a text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentWarning {
    /// The name's ending belongs to another kind of file.
    NameSaysOtherwise {
        /// The ending, without its dot.
        ending: String,
        /// What the file is.
        format: Format,
    },
    /// The bytes are not UTF-8 and were read as Windows-1252.
    ReadAsWindows1252,
    /// Tracked deletions were left out.
    DeletionsLeftOut {
        /// How many.
        count: u64,
    },
    /// Footnotes and endnotes were left out.
    NotesLeftOut {
        /// How many.
        count: u64,
    },
    /// Some pages of a PDF have no text.
    PagesWithoutText {
        /// Their numbers, from 1.
        pages: Vec<u32>,
    },
    /// Characters of a PDF whose meaning its fonts do not tell.
    CharactersUnknown {
        /// How many.
        count: u64,
    },
    /// Words that were broken at the end of a line were joined.
    HyphensJoined {
        /// How many.
        count: u64,
    },
}

impl DocumentWarning {
    /// The key of the message.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NameSaysOtherwise { .. } => "document-warning-name-says-otherwise",
            Self::ReadAsWindows1252 => "document-warning-read-as-windows-1252",
            Self::DeletionsLeftOut { .. } => "document-warning-deletions-left-out",
            Self::NotesLeftOut { .. } => "document-warning-notes-left-out",
            Self::PagesWithoutText { .. } => "document-warning-pages-without-text",
            Self::CharactersUnknown { .. } => "document-warning-characters-unknown",
            Self::HyphensJoined { .. } => "document-warning-hyphens-joined",
        }
    }

    /// The arguments of the message.
    pub fn args(&self) -> Vec<(&'static str, Said)> {
        match self {
            Self::NameSaysOtherwise { ending, format } => {
                vec![("ending", Said::Text(ending.clone())), ("format", Said::Text(format.code().to_owned()))]
            }
            Self::ReadAsWindows1252 => Vec::new(),
            Self::DeletionsLeftOut { count }
            | Self::NotesLeftOut { count }
            | Self::CharactersUnknown { count }
            | Self::HyphensJoined { count } => vec![("count", Said::Number(*count))],
            Self::PagesWithoutText { pages } => {
                let list = pages.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
                vec![("count", Said::Number(pages.len() as u64)), ("pages", Said::Text(list))]
            }
        }
    }
}
