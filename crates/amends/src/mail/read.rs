//! Reading the words of a message: what its writer says, what is quoted, the signature, the language, the subject.

use amends_core::text::Language;

/// The text of a message, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// What its writer says.
    pub said: String,
    /// Below a line of two dashes.
    pub signature: String,
    /// What they answer or pass on, quoted.
    pub quoted: String,
}

/// Lines that begin the quoted part, in lower case, as mail programs write them in English and Welsh.
const QUOTE_BEGINS: &[&str] = &[
    "-----original message-----",
    "----- original message -----",
    "-----neges wreiddiol-----",
    "----- neges wreiddiol -----",
    "________________________________",
    "begin forwarded message:",
    "---------- forwarded message",
    "---------- neges a anfonwyd ymlaen",
];

/// The first words of a block of headers that Outlook puts above a quoted message; two in a row are enough.
const HEADER_LINES: &[&str] = &[
    "from:",
    "sent:",
    "to:",
    "cc:",
    "date:",
    "subject:",
    "oddi wrth:",
    "anfonwyd:",
    "at:",
    "dyddiad:",
    "pwnc:",
    "testun:",
];

/// Subjects of forwarded mail, in the languages of programs people here use.
const FORWARDED: &[&str] = &["fwd", "fw", "wg", "ymlaen", "tr", "rv", "doorst", "vs"];

/// Subjects of replies.
const REPLIED: &[&str] = &["re", "aw", "parthed", "ateb", "sv", "antw"];

/// Takes a text apart.
pub fn take_apart(text: &str) -> Text {
    let lines: Vec<&str> = text.lines().collect();
    let quote = (0..lines.len()).find(|place| begins_quote(&lines, *place)).unwrap_or(lines.len());
    let (own, quoted) = lines.split_at(quote);
    let dashes = own.iter().position(|line| matches!(*line, "-- " | "--"));
    let (said, signature) = own.split_at(dashes.unwrap_or(own.len()));
    let (inside, said): (Vec<&str>, Vec<&str>) = said.iter().partition(|line| line.starts_with('>'));
    let quoted: Vec<&str> = inside.into_iter().chain(quoted.iter().copied()).collect();
    let joined = |lines: &[&str]| lines.join("\n").trim().to_owned();
    Text {
        said: joined(&said),
        signature: joined(signature.get(1..).unwrap_or_default()),
        quoted: joined(&quoted),
    }
}

fn begins_quote(lines: &[&str], place: usize) -> bool {
    let line = lines.get(place).copied().unwrap_or_default().trim();
    let lower = line.to_lowercase();
    if QUOTE_BEGINS.iter().any(|begin| lower.starts_with(begin)) {
        return true;
    }
    if says_who_wrote(&lower) && lines.iter().skip(place + 1).take(3).any(|next| next.starts_with('>')) {
        return true;
    }
    let header = |at: usize| {
        let line = lines.get(at).copied().unwrap_or_default().trim_start_matches(['*', ' ']).to_lowercase();
        HEADER_LINES.iter().any(|begin| line.starts_with(begin))
    };
    let first = lower.trim_start_matches('*');
    (first.starts_with("from:") || first.starts_with("oddi wrth:")) && header(place + 1) && header(place + 2)
}

/// "On 4 December … wrote:", "Ar 4 Rhagfyr … ysgrifennodd …:".
fn says_who_wrote(lower: &str) -> bool {
    let english = lower.starts_with("on ") && lower.ends_with("wrote:");
    let welsh = lower.starts_with("ar ") && lower.contains("ysgrifennodd") && lower.ends_with(':');
    english || welsh || lower.ends_with("wrote:") || lower.ends_with("ysgrifennodd:")
}

/// Whether a subject says that the message was passed on; `Re: Fwd: …` does too.
pub fn says_forwarded(subject: &str) -> bool {
    let mut rest = subject.trim();
    while let Some((prefix, after)) = rest.split_once(':') {
        let prefix = prefix.trim().to_lowercase();
        let prefix = prefix.split(['[', '(']).next().unwrap_or_default().trim();
        if FORWARDED.contains(&prefix) {
            return true;
        }
        if !REPLIED.contains(&prefix) {
            return false;
        }
        rest = after.trim_start();
    }
    false
}

/// Whether a text holds the heading of a message that was passed on within it.
pub fn holds_forwarded(text: &str) -> bool {
    let begins =
        ["begin forwarded message:", "---------- forwarded message", "---------- neges a anfonwyd ymlaen"];
    text.lines().any(|line| {
        let lower = line.trim().to_lowercase();
        begins.iter().any(|begin| lower.starts_with(begin))
    })
}

const ENGLISH: &[&str] = &[
    "the", "and", "of", "to", "is", "we", "have", "has", "you", "that", "this", "for", "with", "attached",
    "please", "our", "your", "was", "been", "regards", "dear", "thank", "not", "are", "will", "find",
];
const WELSH: &[&str] = &[
    "y", "yr", "yn", "mae", "wedi", "ac", "ar", "ei", "eich", "ein", "rydym", "rwyf", "gan", "am", "gyda",
    "hyn", "hon", "cofion", "annwyl", "diolch", "nid", "oes", "fel", "bod", "sydd", "atodir", "atodaf",
    "amgaeaf", "o", "at", "i",
];

/// The language a text is most likely in; nothing where it is too short to tell.
pub fn language(text: &str) -> Option<Language> {
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let english = words().filter(|word| ENGLISH.contains(word)).count();
    let welsh = words().filter(|word| WELSH.contains(word)).count();
    if english.max(welsh) < 2 || english == welsh {
        return None;
    }
    Some(if welsh > english { Language::Cy } else { Language::En })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_told_from_what_is_quoted_in_both_languages() {
        let english = take_apart(
            "Here it is.\n\n-- \nNia\nYnys Council\n\nOn 4 Dec 2026, Office wrote:\n> Please send\n> it",
        );
        assert_eq!(english.said, "Here it is.");
        assert!(english.signature.starts_with("Nia") && english.quoted.contains("> Please send"));

        let welsh = take_apart("Dyma’r cofnod.\n\nAr 4 Rhagfyr 2026, ysgrifennodd y Swyddfa:\n> Anfonwch");
        assert_eq!(welsh.said, "Dyma’r cofnod.");

        let outlook = take_apart(
            "Attached.\r\n\r\nFrom: Office\r\nSent: 4 December\r\nTo: Nia\r\nSubject: x\r\n\r\nOld words",
        );
        assert_eq!(outlook.said, "Attached.");
        assert!(outlook.quoted.ends_with("Old words"));

        let outlook_cy =
            take_apart("Wedi atodi.\n\nOddi wrth: Swyddfa\nAnfonwyd: 4 Rhagfyr\nAt: Nia\n\nHen eiriau");
        assert_eq!(outlook_cy.said, "Wedi atodi.");
        assert_eq!(take_apart("").said, "");
    }

    #[test]
    fn answers_written_between_quoted_lines_are_kept() {
        let text =
            take_apart("> Have you reviewed it?\nYes, see the minute.\n> And trained staff?\nNot yet.");
        assert_eq!(text.said, "Yes, see the minute.\nNot yet.");
    }

    #[test]
    fn passed_on_mail_is_known_by_its_subject_or_heading() {
        for subject in ["Fwd: x", "FW: x", "WG: x", "Ymlaen: x", "Re: Fwd: x", "AW: WG: x", "fwd[2]: x"] {
            assert!(says_forwarded(subject), "{subject}");
        }
        for subject in
            ["Re: 24-0193: what we need", "24-0193: fwd", "Parthed: x", "", "Forwarding address changed"]
        {
            assert!(!says_forwarded(subject), "{subject}");
        }
        assert!(holds_forwarded("See below\n---------- Forwarded message ---------\nFrom: x"));
    }

    #[test]
    fn r38_the_language_is_guessed_or_left_open() {
        assert_eq!(
            language("Please find attached the minute that the cabinet approved."),
            Some(Language::En)
        );
        assert_eq!(language("Mae’r cofnod wedi ei atodi. Diolch yn fawr."), Some(Language::Cy));
        assert_eq!(language("OK"), None);
    }
}
