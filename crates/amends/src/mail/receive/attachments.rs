//! The files of a message: decoded, named safely, and known by their bytes.

use mail_parser::{Encoding, Message, MessagePart, MimeHeaders as _, PartType};

use super::{Attachment, Warning, one_line};
use crate::mail::sniff;

/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 180;

pub(super) fn of(message: &Message<'_>, warnings: &mut Vec<Warning>) -> Vec<Attachment> {
    if message.parts.iter().any(|part| part.is_encoding_problem) {
        warnings.push(Warning::BadEncoding);
    }
    if message.parts.iter().any(is_encrypted) {
        warnings.push(Warning::Encrypted);
    }
    let mut found = Vec::new();
    for part in message.attachments() {
        let file = one(part, message.raw_message(), found.len() + 1, warnings);
        if !file.bytes.is_empty() {
            found.push(file);
        }
    }
    found
}

fn one(part: &MessagePart<'_>, outer: &[u8], number: usize, warnings: &mut Vec<Warning>) -> Attachment {
    let nested = matches!(part.body, PartType::Message(_));
    let raw = usize_of(part.raw_body_offset())..usize_of(part.raw_end_offset());
    let bytes = match &part.body {
        PartType::Message(_) if part.encoding == Encoding::None => outer.get(raw.clone()).unwrap_or_default(),
        PartType::Message(inner) => inner.raw_message(),
        _ => part.contents(),
    };
    let bytes = bytes.to_vec();
    let media_type = if nested { "message/rfc822" } else { sniff::media_type(&bytes) };
    let claimed = part.content_type().map(|kind| {
        let kind = format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default());
        kind.to_lowercase()
    });
    if nested {
        warnings.push(Warning::NestedMessage);
    }
    if media_type == "application/ms-tnef" {
        warnings.push(Warning::Winmail);
    }
    if matches!(media_type, "application/vnd.microsoft.portable-executable" | "application/x-elf") {
        warnings.push(Warning::Program);
    }
    if claimed.as_deref().is_some_and(|claimed| contradicts(claimed, media_type)) {
        warnings.push(Warning::ClaimDiffers);
    }
    Attachment {
        name: safe_name(part.attachment_name().unwrap_or_default(), number, nested),
        media_type,
        claimed,
        inline: part.content_disposition().is_some_and(mail_parser::ContentType::is_inline)
            || (part.content_id().is_some() && media_type.starts_with("image/")),
        raw,
        bytes,
    }
}

fn usize_of(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn is_encrypted(part: &MessagePart<'_>) -> bool {
    part.content_type().is_some_and(|kind| {
        let subtype = kind.subtype().unwrap_or_default();
        let enveloped = kind.attribute("smime-type").is_none_or(|it| !it.eq_ignore_ascii_case("signed-data"));
        subtype.eq_ignore_ascii_case("encrypted")
            || (subtype.to_lowercase().ends_with("pkcs7-mime") && enveloped)
    })
}

/// A claim of a picture or PDF that is not one. Other claims are too loose to be held against anybody.
fn contradicts(claimed: &str, found: &str) -> bool {
    let precise = claimed == "application/pdf" || claimed.starts_with("image/");
    precise && claimed.split('/').next() != found.split('/').next()
        || (claimed == "application/pdf" && found != claimed)
}

/// A name without folders, without marks that turn its direction, not too long, and never empty.
fn safe_name(name: &str, number: usize, nested: bool) -> String {
    let name = one_line(name);
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String =
        last.chars().filter(|c| !matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|')).collect();
    let mut name = name.trim_matches([' ', '.']).to_owned();
    if name.chars().count() > LONGEST_NAME {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, ""));
        let extension: String = extension.chars().take(10).collect();
        let stem: String = stem.chars().take(LONGEST_NAME - 12).collect();
        name = if extension.is_empty() { stem } else { format!("{stem}.{extension}") };
    }
    match (name.is_empty(), nested) {
        (true, true) => format!("message-{number}.eml"),
        (true, false) => format!("attachment-{number}"),
        (false, true) if !name.to_lowercase().ends_with(".eml") => format!("{name}.eml"),
        (false, _) => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_safe_and_stay_readable() {
        assert_eq!(
            safe_name("Cofnod y Cabinet – 4 Rhagfyr.pdf", 1, false),
            "Cofnod y Cabinet – 4 Rhagfyr.pdf"
        );
        assert_eq!(safe_name("..\\..\\windows\\x.pdf", 1, false), "x.pdf");
        assert_eq!(safe_name("/etc/passwd", 1, false), "passwd");
        assert_eq!(safe_name("invoice\u{202e}fdp.exe", 1, false), "invoice fdp.exe");
        assert_eq!(safe_name("  ", 3, false), "attachment-3");
        assert_eq!(safe_name("...", 3, true), "message-3.eml");
        let long = safe_name(&format!("{}.pdf", "w".repeat(5000)), 1, false);
        assert!(
            long.rsplit_once('.').is_some_and(|(_, end)| end == "pdf")
                && long.chars().count() <= LONGEST_NAME,
            "{long}"
        );
    }
}
