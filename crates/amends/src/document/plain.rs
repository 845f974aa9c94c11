//! Plain text: UTF-8, UTF-16 and Windows-1252; anything else is an error that names the place.

use super::{DocumentError, DocumentText, DocumentWarning, Format};

/// Reads plain text. Line ends stay as they came, so that places in the text are places in the file.
pub(super) fn read(bytes: &[u8]) -> Result<DocumentText, DocumentError> {
    let (text, warnings) = decode(bytes)?;
    if let Some(place) = text.char_indices().find(|(_, c)| is_no_text(*c)).map(|(at, _)| at) {
        return Err(wrong_at(text.as_bytes(), place));
    }
    if text.trim().is_empty() {
        return Err(DocumentError::Empty);
    }
    Ok(DocumentText { text, format: Format::Text, warnings })
}

/// The characters of the bytes, by byte order mark, else by what the bytes can be.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Vec<DocumentWarning>), DocumentError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return match std::str::from_utf8(rest) {
            Ok(text) => Ok((text.to_owned(), Vec::new())),
            Err(fault) => Err(wrong_at(bytes, fault.valid_up_to() + 3)),
        };
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return decode_utf16(rest, u16::from_le_bytes, 2);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return decode_utf16(rest, u16::from_be_bytes, 2);
    }
    match utf16_without_mark(bytes) {
        Some(unit) => decode_utf16(bytes, unit, 0),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Ok((text.to_owned(), Vec::new())),
            Err(fault) => decode_windows_1252(bytes, fault.valid_up_to()),
        },
    }
}

/// Text in Latin letters as UTF-16 has a NUL in nearly every second byte; no other text has one at all.
fn utf16_without_mark(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let head = bytes.get(..2048).unwrap_or(bytes);
    if head.len() < 4 || head.len() % 2 == 1 {
        return None;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 2 * 7 / 10;
    if odd > most && even == 0 {
        Some(u16::from_le_bytes)
    } else if even > most && odd == 0 {
        Some(u16::from_be_bytes)
    } else {
        None
    }
}

fn decode_utf16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    before: usize,
) -> Result<(String, Vec<DocumentWarning>), DocumentError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut units_read = 0;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok(c) => {
                units_read += c.len_utf16();
                text.push(c);
            }
            Err(_) => return Err(utf16_fault(&text, before + units_read * 2)),
        }
    }
    if rest.is_empty() { Ok((text, Vec::new())) } else { Err(utf16_fault(&text, before + units_read * 2)) }
}

fn utf16_fault(read_so_far: &str, byte: usize) -> DocumentError {
    DocumentError::WrongEncoding { byte: byte as u64, line: line_after(read_so_far.as_bytes()) }
}

/// Bytes that are no UTF-8 are Windows-1252 only if every byte has a meaning there and no part of the file is
/// UTF-8 beyond ASCII: else it is UTF-8 that was damaged, and guessing would put wrong letters into a decision.
fn decode_windows_1252(
    bytes: &[u8],
    first_fault: usize,
) -> Result<(String, Vec<DocumentWarning>), DocumentError> {
    let unassigned =
        |byte: &u8| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D) || is_no_text(char::from(*byte));
    if let Some(place) = bytes.iter().position(unassigned) {
        return Err(wrong_at(bytes, place));
    }
    if bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) {
        return Err(wrong_at(bytes, first_fault));
    }
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok((text.into_owned(), vec![DocumentWarning::ReadAsWindows1252]))
}

/// Control characters that no text file has; tab, line ends and form feed are text.
fn is_no_text(c: char) -> bool {
    c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0C')
}

fn wrong_at(bytes: &[u8], place: usize) -> DocumentError {
    let before = bytes.get(..place).unwrap_or(bytes);
    DocumentError::WrongEncoding { byte: place as u64, line: line_after(before) }
}

fn line_after(before: &[u8]) -> u64 {
    before.split(|byte| *byte == b'\n').count() as u64
}
