//! What a file is by its first bytes; never by its name or by what the sender claims.

/// Marks at the start of files: (offset, bytes, media type).
const MARKS: &[(usize, &[u8], &str)] = &[
    (0, b"%PDF-", "application/pdf"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"BM", "image/bmp"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (4, b"ftyp", "video/mp4"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"MZ", "application/vnd.microsoft.portable-executable"),
    (0, b"\x7fELF", "application/x-elf"),
    (0, b"BEGIN:VCALENDAR", "text/calendar"),
    (0, b"BEGIN:VCARD", "text/vcard"),
];

/// Names inside a ZIP archive that say which sort of document it is.
const INSIDE_ZIP: &[(&[u8], &str)] = &[
    (b"word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.spreadsheet",
    ),
];

/// The media type of some bytes.
pub fn media_type(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        return INSIDE_ZIP.iter().find(|(name, _)| holds(name)).map_or("application/zip", |(_, kind)| kind);
    }
    let marked =
        |(at, mark, _): &&(usize, &[u8], &str)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark));
    if let Some((_, _, kind)) = MARKS.iter().find(marked) {
        return kind;
    }
    let start = bytes.get(..bytes.len().min(512)).unwrap_or_default().to_ascii_lowercase();
    let text = start.trim_ascii_start();
    if text.starts_with(b"<!doctype html") || text.starts_with(b"<html") {
        return "text/html";
    }
    if is_text(bytes) { "text/plain" } else { "application/octet-stream" }
}

/// Readable as UTF-8 without control characters but those of lines and pages.
fn is_text(bytes: &[u8]) -> bool {
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    std::str::from_utf8(bytes).is_ok_and(|text| !text.is_empty() && !text.contains(control))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(media_type(b"%PDF-1.7 ..."), "application/pdf");
        assert_eq!(media_type(b"\xff\xd8\xff\xe0..JFIF"), "image/jpeg");
        assert_eq!(media_type(b"MZ\x90\0"), "application/vnd.microsoft.portable-executable");
        assert_eq!(media_type(b"PK\x03\x04....word/document.xml"), INSIDE_ZIP[0].1);
        assert_eq!(media_type(b"PK\x03\x04....notes.txt"), "application/zip");
        assert_eq!(media_type(b"\x78\x9f\x3e\x22\x01"), "application/ms-tnef");
        assert_eq!(media_type(b"\n<!DOCTYPE HTML><html>"), "text/html");
        assert_eq!(media_type("Annwyl Nia\nŵ".as_bytes()), "text/plain");
        assert_eq!(media_type(b"\0\x01\x02"), "application/octet-stream");
        assert_eq!(media_type(b""), "application/octet-stream");
    }
}
