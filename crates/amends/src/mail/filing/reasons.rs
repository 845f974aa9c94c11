//! Why a message is held or put aside, and what speaks for a guess: each with its key in the catalogues.

use super::About;
use crate::mail::receive::Unread;

/// Why a message is held for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It could not be read.
    Unread(Unread),
    /// It has no sender, or several.
    SenderUnclear,
    /// It was passed on by somebody.
    Forwarded,
    /// It is encrypted.
    Encrypted,
    /// Neither words nor files.
    Empty,
    /// The token is right, but the sender is not known to belong to whom the letter went.
    SenderNotPlausible,
    /// Tokens of several letters.
    SeveralLetters,
    /// The letter was about several cases, and the message does not name just one.
    SeveralCases,
    /// It names another case.
    NamesAnotherCase,
    /// It names a recommendation that the letter was not about.
    NamesAnotherRecommendation,
    /// A token that is not known, or not any more.
    TokenNotKnown,
    /// A token with a letter wrong.
    TokenNearMiss,
    /// A reference, which anybody can guess, and nothing else.
    ReferenceOnly,
    /// A report of delivery about a message that is not ours.
    BounceNotOurs,
    /// Nothing says where it belongs.
    NothingMatches,
}

impl Held {
    /// Its key in the catalogue: `held-forwarded`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unread(unread) => unread.key(),
            Self::SenderUnclear => "held-sender-unclear",
            Self::Forwarded => "held-forwarded",
            Self::Encrypted => "held-encrypted",
            Self::Empty => "held-empty",
            Self::SenderNotPlausible => "held-sender-not-plausible",
            Self::SeveralLetters => "held-several-letters",
            Self::SeveralCases => "held-several-cases",
            Self::NamesAnotherCase => "held-names-another-case",
            Self::NamesAnotherRecommendation => "held-names-another-recommendation",
            Self::TokenNotKnown => "held-token-not-known",
            Self::TokenNearMiss => "held-token-near-miss",
            Self::ReferenceOnly => "held-reference-only",
            Self::BounceNotOurs => "held-bounce-not-ours",
            Self::NothingMatches => "held-nothing-matches",
        }
    }
}

/// What speaks for a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signal {
    /// The token is exact.
    Token,
    /// The token has one letter wrong.
    TokenNearMiss,
    /// It answers a message of ours.
    Thread,
    /// The reference stands in the subject.
    ReferenceInSubject,
    /// The reference stands in the words.
    ReferenceInText,
    /// The sender is a known contact, or the complainant.
    KnownSender,
}

impl Signal {
    /// Every signal.
    pub const ALL: [Self; 6] = [
        Self::Token,
        Self::TokenNearMiss,
        Self::Thread,
        Self::ReferenceInSubject,
        Self::ReferenceInText,
        Self::KnownSender,
    ];

    /// Its key in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Token => "signal-token",
            Self::TokenNearMiss => "signal-token-near-miss",
            Self::Thread => "signal-thread",
            Self::ReferenceInSubject => "signal-reference-in-subject",
            Self::ReferenceInText => "signal-reference-in-text",
            Self::KnownSender => "signal-known-sender",
        }
    }
}

/// Where a message may belong, and what speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Where.
    pub about: About,
    /// What speaks for it, strongest first.
    pub signals: Vec<Signal>,
}

impl Guess {
    /// Two or more signals, one of them of our own letter: a person may accept it at a glance.
    pub fn is_strong(&self) -> bool {
        let ours = |signal: &Signal| matches!(signal, Signal::Token | Signal::TokenNearMiss | Signal::Thread);
        self.signals.len() > 1 && self.signals.iter().any(ours)
    }
}

/// What is put aside without being held: it never counts as a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// An answering machine.
    AutoReply,
    /// A mailing list.
    List,
    /// An invitation.
    Calendar,
    /// A report that delivery is delayed or was made.
    DeliveryReport,
}

impl Aside {
    /// Its key in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::AutoReply => "aside-auto-reply",
            Self::List => "aside-list",
            Self::Calendar => "aside-calendar",
            Self::DeliveryReport => "aside-delivery-report",
        }
    }
}
