//! Reading a message that came: any bytes at all, never failing for what is inside them.
//!
//! The raw bytes are kept whatever is found here. Reading finds facts and decides nothing.

mod attachments;
mod class;

use std::{io::BufRead as _, ops::Range};

use amends_core::text::Language;
use jiff::Timestamp;
use mail_parser::{Address, HeaderName, HeaderValue, Message, MessageParser};

use super::read::{self, Text};

/// How much is read at most.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the whole message.
    pub bytes: usize,
    /// Parts, attachments among them.
    pub parts: usize,
    /// Messages within messages.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 50 * 1024 * 1024, parts: 1000, depth: 200 }
    }
}

/// Why a message was not read. Its raw bytes are kept all the same, and a person looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// Nothing in it.
    #[error("the message is empty")]
    Empty,
    /// Larger than is read.
    #[error("the message has {bytes} bytes; {most} are read at most")]
    TooLarge {
        /// How many it has.
        bytes: usize,
        /// How many are read.
        most: usize,
    },
    /// More parts than are read.
    #[error("the message has more than {most} parts")]
    TooManyParts {
        /// How many are read.
        most: usize,
    },
    /// Messages within messages without end.
    #[error("the message holds messages within messages, more than {most} deep")]
    TooDeep {
        /// How deep is read.
        most: usize,
    },
    /// No header at all.
    #[error("this is no message: it has no headers")]
    NoHeaders,
    /// Its bytes are gone, or not as they came.
    #[error("the message's bytes are gone or damaged")]
    Gone,
}

impl Unread {
    /// Its key in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "unread-empty",
            Self::TooLarge { .. } => "unread-too-large",
            Self::TooManyParts { .. } => "unread-too-many-parts",
            Self::TooDeep { .. } => "unread-too-deep",
            Self::NoHeaders => "unread-no-headers",
            Self::Gone => "unread-gone",
        }
    }
}

/// Who or what wrote a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Class {
    /// A person, as far as can be told.
    Human,
    /// An answering machine: out of office, receipt of reading (RFC 3834, RFC 8098).
    AutoReply,
    /// A report of delivery (RFC 3464).
    Bounce(Bounce),
    /// A mailing list or bulk mail.
    List,
    /// An invitation or the answer to one.
    Calendar,
}

/// What a report of delivery says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bounce {
    /// The id of the message it is about, without angle brackets.
    pub original_message_id: Option<String>,
    /// The status: `5.1.1`.
    pub status: Option<String>,
    /// The address that failed.
    pub reader: Option<String>,
    /// Did delivery fail for good? A report of mere delay is none.
    pub failed: bool,
}

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, made safe to show; `attachment-1` where it has none.
    pub name: String,
    /// What its bytes are.
    pub media_type: &'static str,
    /// What the sender says it is.
    pub claimed: Option<String>,
    /// Shown within the text rather than attached, such as a logo in a signature.
    pub inline: bool,
    /// The decoded bytes.
    pub bytes: Vec<u8>,
    /// Where its part stands in the raw message.
    pub raw: Range<usize>,
}

/// A thing to know about a message. It stops nothing by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// No sender.
    NoSender,
    /// More than one sender, or several `From` headers.
    SeveralSenders,
    /// No date that can be read.
    NoDate,
    /// No words.
    NoText,
    /// A part that is not encoded as it claims; what could be read was.
    BadEncoding,
    /// A package of Outlook's own (`winmail.dat`) that hides the files in it.
    Winmail,
    /// Encrypted: nobody here can read it.
    Encrypted,
    /// A message within the message; kept as a file.
    NestedMessage,
    /// A file that is something else than it claims.
    ClaimDiffers,
    /// A program among the files.
    Program,
}

impl Warning {
    /// Every warning.
    pub const ALL: [Self; 10] = [
        Self::NoSender,
        Self::SeveralSenders,
        Self::NoDate,
        Self::NoText,
        Self::BadEncoding,
        Self::Winmail,
        Self::Encrypted,
        Self::NestedMessage,
        Self::ClaimDiffers,
        Self::Program,
    ];

    /// Its key in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoSender => "mail-warning-no-sender",
            Self::SeveralSenders => "mail-warning-several-senders",
            Self::NoDate => "mail-warning-no-date",
            Self::NoText => "mail-warning-no-text",
            Self::BadEncoding => "mail-warning-bad-encoding",
            Self::Winmail => "mail-warning-winmail",
            Self::Encrypted => "mail-warning-encrypted",
            Self::NestedMessage => "mail-warning-nested-message",
            Self::ClaimDiffers => "mail-warning-claim-differs",
            Self::Program => "mail-warning-program",
        }
    }
}

/// A message as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Without angle brackets.
    pub message_id: Option<String>,
    /// The sender's address, in lower case; empty where there is none.
    pub from: String,
    /// The sender's name, as they give it: never proof of anything.
    pub from_name: Option<String>,
    /// The domain of the sender's address, in lower case.
    pub from_domain: String,
    /// Every address it was sent to, in lower case: To, Cc, Delivered-To and the like.
    pub to: Vec<String>,
    /// The subject.
    pub subject: String,
    /// When it says it was written.
    pub date: Option<Timestamp>,
    /// The ids it answers, without angle brackets.
    pub in_reply_to: Vec<String>,
    /// The ids of its thread, oldest first, without angle brackets.
    pub references: Vec<String>,
    /// Its words.
    pub text: Text,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// Who or what wrote it.
    pub class: Class,
    /// The language it is most likely in.
    pub language: Option<Language>,
    /// It was passed on by somebody.
    pub forwarded: bool,
    /// Things to know about it.
    pub warnings: Vec<Warning>,
}

/// Reads a message.
pub fn receive(raw: &[u8], limits: &Limits) -> Result<Incoming, Unread> {
    within(raw, limits)?;
    let message = MessageParser::default().parse(raw).ok_or(Unread::NoHeaders)?;
    if message.headers().is_empty() {
        return Err(Unread::NoHeaders);
    }
    if message.parts.len() > limits.parts {
        return Err(Unread::TooManyParts { most: limits.parts });
    }
    let mut warnings = Vec::new();
    let (from, from_name) = sender(&message, &mut warnings);
    let text = words(&message);
    let date = message.date().and_then(|date| Timestamp::from_second(date.to_timestamp()).ok());
    if date.is_none() {
        warnings.push(Warning::NoDate);
    }
    if text.said.is_empty() {
        warnings.push(Warning::NoText);
    }
    let attachments = attachments::of(&message, &mut warnings);
    let subject = one_line(message.subject().unwrap_or_default());
    let class = class::of(&message, &subject);
    warnings.sort_unstable();
    warnings.dedup();
    Ok(Incoming {
        message_id: message.message_id().map(str::to_owned),
        from_domain: from.rsplit_once('@').map(|(_, domain)| domain.to_owned()).unwrap_or_default(),
        from,
        from_name,
        to: recipients(&message),
        date,
        in_reply_to: ids(message.in_reply_to()),
        references: ids(message.references()),
        language: read::language(&format!("{subject}\n{}", text.said)),
        forwarded: read::says_forwarded(&subject)
            || all_text(&message).is_some_and(|it| read::holds_forwarded(&it)),
        subject,
        text,
        attachments,
        class,
        warnings,
    })
}

/// Refuses what would take too much to read, before it is read.
fn within(raw: &[u8], limits: &Limits) -> Result<(), Unread> {
    if raw.iter().all(u8::is_ascii_whitespace) {
        return Err(Unread::Empty);
    }
    if raw.len() > limits.bytes {
        return Err(Unread::TooLarge { bytes: raw.len(), most: limits.bytes });
    }
    if names_of_messages(raw).nth(limits.depth).is_some() {
        return Err(Unread::TooDeep { most: limits.depth });
    }
    if lines(raw).filter(|line| begins(line, b"content-type")).nth(limits.parts).is_some() {
        return Err(Unread::TooManyParts { most: limits.parts });
    }
    Ok(())
}

/// Each line, with its end.
fn lines(raw: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = raw;
    std::iter::from_fn(move || {
        let (line, after) = rest.split_at_checked(up_to(rest, b'\n'))?;
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// How many bytes there are up to a byte and with it, or to the end where it is not there.
fn up_to(bytes: &[u8], byte: u8) -> usize {
    // Reading from a slice does not fail; this looks at many bytes at once.
    (&mut &*bytes).skip_until(byte).unwrap_or(bytes.len())
}

/// The places where a line says `message/`, in whatever case, once for each line; longer lines are no headers of a mail
/// program.
fn names_of_messages(raw: &[u8]) -> impl Iterator<Item = usize> {
    const KIND: &[u8] = b"message/";
    let (mut at, mut line_ends) = (0, 0);
    std::iter::from_fn(move || {
        while at < raw.len() {
            at += up_to(raw.get(at..)?, b'/');
            let before = raw.get(..at)?;
            let named = before.len().checked_sub(KIND.len()).and_then(|from| before.get(from..));
            if at <= line_ends || !named.is_some_and(|named| named.eq_ignore_ascii_case(KIND)) {
                continue;
            }
            let begins = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            line_ends = at + up_to(raw.get(at..)?, b'\n');
            if line_ends - begins <= LONGEST_HEADER {
                return Some(begins);
            }
        }
        None
    })
}

/// So many bytes a line of a header has at most, with its end.
const LONGEST_HEADER: usize = 4000;

fn begins(line: &[u8], bytes: &[u8]) -> bool {
    line.trim_ascii_start().get(..bytes.len()).is_some_and(|start| start.eq_ignore_ascii_case(bytes))
}

fn sender(message: &Message<'_>, warnings: &mut Vec<Warning>) -> (String, Option<String>) {
    let all: Vec<_> = message.header_values(HeaderName::From).filter_map(HeaderValue::as_address).collect();
    let senders: usize = all.iter().map(|address| address.iter().count()).sum();
    let first = all.first().and_then(|address| address.first());
    let address = first.and_then(|it| it.address()).map(|it| it.trim().to_lowercase()).unwrap_or_default();
    if address.is_empty() {
        warnings.push(Warning::NoSender);
    }
    if senders > 1 {
        warnings.push(Warning::SeveralSenders);
    }
    (address, first.and_then(|it| it.name()).map(one_line).filter(|name| !name.is_empty()))
}

fn recipients(message: &Message<'_>) -> Vec<String> {
    let mut to = Vec::new();
    let mut add = |address: &str| {
        let address = address.trim().trim_matches(['<', '>']).to_lowercase();
        if address.contains('@') && !to.contains(&address) {
            to.push(address);
        }
    };
    for name in [HeaderName::To, HeaderName::Cc, HeaderName::Bcc, HeaderName::ResentTo] {
        for address in message.header_values(name).filter_map(HeaderValue::as_address).flat_map(Address::iter)
        {
            add(address.address().unwrap_or_default());
        }
    }
    for header in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        for (_, value) in message.headers_raw().filter(|(name, _)| name.eq_ignore_ascii_case(header)) {
            add(value);
        }
    }
    to
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    let parted = |text: &str| -> Vec<String> {
        let bare = |id: &str| id.trim_matches(['<', '>']).to_owned();
        text.split([' ', ',', '\t']).map(bare).filter(|id| !id.is_empty()).collect()
    };
    match value {
        HeaderValue::Text(text) => parted(text),
        HeaderValue::TextList(texts) => texts.iter().flat_map(|text| parted(text)).collect(),
        _ => Vec::new(),
    }
}

fn all_text(message: &Message<'_>) -> Option<String> {
    let texts: Vec<_> = (0..message.text_body_count()).filter_map(|place| message.body_text(place)).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn words(message: &Message<'_>) -> Text {
    read::take_apart(&all_text(message).unwrap_or_default())
}

/// Control characters and those that turn the direction of text are not shown.
fn one_line(text: &str) -> String {
    let shown = |c: char| {
        let hidden = c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if hidden { ' ' } else { c }
    };
    let text: String = text.chars().map(shown).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(crate) mod tests;
