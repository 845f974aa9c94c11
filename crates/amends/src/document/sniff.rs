//! What kind of file this is, told by its content and never by its name.

use super::error::Found;
use super::{DocumentError, Format};

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const PICTURES: [&[u8]; 5] = [b"\x89PNG", b"\xFF\xD8\xFF", b"II*\0", b"MM\0*", b"GIF8"];
/// Tags that only a web page has near its beginning.
const HTML_SIGNS: [&str; 12] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<div",
    "<p>",
    "<p ",
    "<h1",
    "<table",
    "<ul",
    "<ol",
    "<meta",
];

/// The format of the file.
pub(super) fn format_of(bytes: &[u8]) -> Result<Format, DocumentError> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    if find(head, b"%PDF-").is_some() {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_format(bytes);
    }
    if bytes.starts_with(OLE) {
        return Err(ole_kind(bytes));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(DocumentError::Unsupported { found: Found::Rtf });
    }
    if PICTURES.iter().any(|sign| bytes.starts_with(sign)) {
        return Err(DocumentError::Unsupported { found: Found::Picture });
    }
    let signs = visible_ascii(head);
    if HTML_SIGNS.iter().any(|sign| signs.starts_with(sign))
        || ((signs.starts_with("<?xml") || signs.starts_with("<!--")) && signs.contains("<html"))
    {
        return Ok(Format::Html);
    }
    Ok(Format::Text)
}

/// The ending of the name where it belongs to another format than the content.
pub(super) fn other_ending(name: &str, format: Format) -> Option<String> {
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let said = match ending.as_str() {
        "txt" | "text" | "md" => Format::Text,
        "html" | "htm" | "xhtml" => Format::Html,
        "docx" | "doc" => Format::Docx,
        "pdf" => Format::Pdf,
        _ => return None,
    };
    (said != format).then_some(ending)
}

/// A zip archive: a Word document by the part that every one of them has, else what it is.
fn zip_format(bytes: &[u8]) -> Result<Format, DocumentError> {
    if find(bytes, b"word/document.xml").is_some() {
        return Ok(Format::Docx);
    }
    let found = if find(bytes.get(..200).unwrap_or(bytes), b"application/vnd.oasis.opendocument").is_some() {
        Found::OpenDocument
    } else if find(bytes, b"xl/workbook").is_some() || find(bytes, b"ppt/presentation").is_some() {
        Found::OtherOffice
    } else if find(bytes, b"[Content_Types].xml").is_some() {
        // The archive's directory stands at its end: one cut short no longer names its main part.
        return Err(DocumentError::Damaged { format: Format::Docx, detail: "word/document.xml".to_owned() });
    } else {
        Found::Archive
    };
    Err(DocumentError::Unsupported { found })
}

/// An OLE container is an old Word document, or the wrapper Word puts round a document with a password.
fn ole_kind(bytes: &[u8]) -> DocumentError {
    if find(bytes, &utf16("EncryptedPackage")).is_some() {
        DocumentError::DocxEncrypted
    } else if find(bytes, &utf16("WordDocument")).is_some() {
        DocumentError::OldDoc
    } else if find(bytes, &utf16("__substg1.0_")).is_some() {
        DocumentError::Unsupported { found: Found::Message }
    } else {
        DocumentError::Unsupported { found: Found::OtherOffice }
    }
}

/// The head of the file as lower-case ASCII without byte order marks, NULs (UTF-16) and leading blanks.
fn visible_ascii(head: &[u8]) -> String {
    let letters: String = head
        .iter()
        .filter(|byte| **byte != 0 && byte.is_ascii())
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    letters.trim_start().to_owned()
}

fn utf16(word: &str) -> Vec<u8> {
    word.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Where `needle` first stands in `bytes`.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(step) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        let at = from + step;
        if bytes.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}
