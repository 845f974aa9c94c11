//! A letter as the bytes that go out: made once, kept, and sent as they are however often it is tried.

use std::time::SystemTime;

use amends_core::{
    id::PostId,
    text::{Digest, Language},
};
use jiff::Timestamp;
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{Header, HeaderName, HeaderValue},
    },
};

use super::token::Token;

/// How a message came about (RFC 3834).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Somebody decided to send it.
    Person,
    /// It was owed on a day: chases, reminders, receipts.
    Automatic,
}

/// What a message is made of.
#[derive(Debug, Clone)]
pub struct Outgoing<'a> {
    /// The office's name, in the message's language.
    pub office_name: &'a str,
    /// The office's address (R29): `caseinfo@ombudsman.wales`.
    pub office_address: &'a str,
    /// The reader's name; empty where none is known.
    pub to_name: &'a str,
    /// The reader's address: always one.
    pub to_address: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// The plain text.
    pub text: &'a str,
    /// The same words as a page.
    pub html: &'a str,
    /// The language.
    pub language: Language,
    /// Which message.
    pub post: PostId,
    /// By what a reply is known.
    pub token: &'a Token,
    /// When.
    pub at: Timestamp,
    /// How it came about.
    pub origin: Origin,
    /// The ids of the earlier messages of the thread, oldest first, with their angle brackets.
    pub thread: &'a [String],
}

/// A message that will not change any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// With its angle brackets.
    pub message_id: String,
    /// Where a failure to deliver is reported: the office's address with the token.
    pub envelope_from: String,
    /// Where it goes.
    pub envelope_to: String,
    /// The whole message (RFC 5322).
    pub bytes: Vec<u8>,
    /// The digest of the bytes.
    pub digest: Digest,
}

/// Why no message could be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FreezeError {
    /// This is no mail address.
    #[error("{address:?} is no mail address: {why}")]
    Address {
        /// What was given.
        address: String,
        /// What is wrong with it.
        why: String,
    },
    /// The parts do not make a message.
    #[error("the message could not be put together: {0}")]
    Message(String),
}

/// The office's address with a token: `caseinfo+k7…@ombudsman.wales`.
pub fn reply_address(office_address: &str, token: &Token) -> Result<String, FreezeError> {
    let Some((local, domain)) = office_address.rsplit_once('@') else {
        let why = "it has no @".to_owned();
        return Err(FreezeError::Address { address: office_address.to_owned(), why });
    };
    let address = format!("{local}+{token}@{domain}");
    parsed(&address).map(|_| address)
}

/// The id of a message: `<post.token@domain>`, so that a reply's thread says what it answers.
pub fn message_id(post: PostId, token: &Token, domain: &str) -> String {
    format!("<{post}.{token}@{domain}>")
}

/// What an id of ours names; nothing for others' ids.
pub fn read_message_id(id: &str) -> Option<(PostId, Token)> {
    let (local, _) = id.trim().trim_start_matches('<').trim_end_matches('>').split_once('@')?;
    let (post, token) = local.split_once('.')?;
    Some((post.parse().ok()?, Token::parse(token)?))
}

/// Makes the bytes. The same values give the same bytes (I5).
pub fn freeze(out: &Outgoing<'_>) -> Result<Frozen, FreezeError> {
    let reply_to = reply_address(out.office_address, out.token)?;
    let from = parsed(out.office_address)?;
    let to = parsed(out.to_address)?;
    let id = message_id(out.post, out.token, from.domain());
    let named = |name: &str| Some(name.to_owned()).filter(|name| !name.trim().is_empty());
    let mut builder = Message::builder()
        .from(Mailbox::new(named(out.office_name), from))
        .to(Mailbox::new(named(out.to_name), to.clone()))
        .reply_to(Mailbox::new(named(out.office_name), parsed(&reply_to)?))
        .subject(one_line(out.subject))
        .date(SystemTime::from(out.at))
        .message_id(Some(id.clone()))
        .header(ContentLanguage(out.language.tag().to_owned()));
    if out.origin == Origin::Automatic {
        builder = builder.header(AutoSubmitted("auto-generated".to_owned()));
    }
    if let Some(last) = out.thread.last() {
        builder = builder.in_reply_to(one_line(last)).references(one_line(&out.thread.join(" ")));
    }
    let both = MultiPart::alternative()
        .boundary(format!("amends-{}", out.post.0.simple()))
        .singlepart(SinglePart::plain(out.text.to_owned()))
        .singlepart(SinglePart::html(out.html.to_owned()));
    let message = builder.multipart(both).map_err(|error| FreezeError::Message(error.to_string()))?;
    let bytes = message.formatted();
    Ok(Frozen {
        message_id: id,
        envelope_from: reply_to,
        envelope_to: to.to_string(),
        digest: Digest::of(&bytes),
        bytes,
    })
}

fn parsed(address: &str) -> Result<Address, FreezeError> {
    address.parse().map_err(|error: lettre::address::AddressError| FreezeError::Address {
        address: address.to_owned(),
        why: error.to_string(),
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

macro_rules! plain_header {
    ($(#[$doc:meta] $name:ident = $header:literal),+ $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($header)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    )+};
}

plain_header!(
    /// RFC 3834: no answering machine answers.
    AutoSubmitted = "Auto-Submitted",
    /// RFC 3282: the language of what is written.
    ContentLanguage = "Content-Language",
);

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;
    use uuid::Uuid;

    use super::*;

    fn outgoing<'a>(token: &'a Token, thread: &'a [String]) -> Outgoing<'a> {
        Outgoing {
            office_name: "Ombwdsmon Gwasanaethau Cyhoeddus Cymru",
            office_address: "caseinfo@ombudsman.wales",
            to_name: "Tîm Cwynion",
            to_address: "cwynion@ynys.example",
            subject: "24-0193: mae’r dyddiad wedi mynd heibio",
            text: "Annwyl Nia\n\nMae’r dyddiad wedi mynd heibio.\n.\nFrom here on\n",
            html: "<p>Mae’r dyddiad wedi mynd heibio.</p>",
            language: Language::Cy,
            post: PostId(Uuid::from_u128(7)),
            token,
            at: "2026-12-07T07:00:00Z".parse().unwrap(),
            origin: Origin::Automatic,
            thread,
        }
    }

    #[test]
    fn r29_a_message_says_where_to_reply_and_what_it_answers() {
        let token = Token::new([5; 20]);
        let thread = ["<first@ombudsman.wales>".to_owned(), "<second@ynys.example>".to_owned()];
        let frozen = freeze(&outgoing(&token, &thread)).unwrap();
        let read = MessageParser::default().parse(&frozen.bytes).unwrap();
        let address = |value: Option<&mail_parser::Address<'_>>| {
            value.and_then(|it| it.first()).and_then(|it| it.address()).map(str::to_owned)
        };
        assert_eq!(address(read.from()).as_deref(), Some("caseinfo@ombudsman.wales"));
        assert_eq!(address(read.reply_to()).unwrap(), format!("caseinfo+{token}@ombudsman.wales"));
        assert_eq!(frozen.envelope_from, format!("caseinfo+{token}@ombudsman.wales"));
        assert_eq!(read.to().unwrap().iter().count(), 1);
        assert_eq!(read.subject(), Some("24-0193: mae’r dyddiad wedi mynd heibio"));
        assert_eq!(read.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
        assert_eq!(read.header_raw("Content-Language").map(str::trim), Some("cy"));
        assert_eq!(read.in_reply_to().as_text(), Some("second@ynys.example"));
        assert_eq!(read.references().as_text_list().map(<[_]>::len), Some(2));
        assert!(
            read.body_text(0).unwrap().contains("\n.\r\nFrom here on")
                || read.body_text(0).unwrap().contains("\n.\nFrom here on")
        );
        assert!(read.body_html(0).unwrap().contains("Mae’r dyddiad"));
        assert_eq!(read_message_id(&frozen.message_id), Some((PostId(Uuid::from_u128(7)), token)));
    }

    #[test]
    fn i5_the_same_values_give_the_same_bytes() {
        let token = Token::new([5; 20]);
        let (one, two) = (freeze(&outgoing(&token, &[])).unwrap(), freeze(&outgoing(&token, &[])).unwrap());
        assert_eq!(one, two);
        assert_eq!(one.digest, Digest::of(&one.bytes));
        assert!(one.bytes.is_ascii(), "any server takes it");
    }

    #[test]
    fn what_a_person_sends_is_not_called_automatic() {
        let token = Token::new([5; 20]);
        let person = Outgoing { origin: Origin::Person, ..outgoing(&token, &[]) };
        let bytes = freeze(&person).unwrap().bytes;
        assert!(!String::from_utf8(bytes).unwrap().contains("Auto-Submitted"));
    }

    #[test]
    fn a_wrong_address_is_named() {
        let token = Token::new([5; 20]);
        let wrong = Outgoing { to_address: "nia at ynys", ..outgoing(&token, &[]) };
        assert!(freeze(&wrong).unwrap_err().to_string().contains("nia at ynys"));
        assert!(reply_address("caseinfo", &token).is_err());
        assert_eq!(read_message_id("<someone.else@example>"), None);
    }
}
