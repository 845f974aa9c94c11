//! Sending: one message, one server, and every way it can end told apart.
//!
//! A message is offered in steps, so that it is known whether the server may have taken it: before its first byte
//! nothing has gone, after the last a lost reply leaves it uncertain (RFC 1047), and only a person or the journal can
//! tell. What fails before the reader's address is named is never the message's fault and is put off, not refused.

mod back_off;
mod relay;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use amends_core::text::Digest;

pub use back_off::{GIVE_UP_AFTER, next_attempt};
pub use relay::{Line, Relay, RelayError, Waits};

/// From whom to whom, for the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Where a failure is reported.
    pub from: String,
    /// The one reader.
    pub to: String,
}

/// Why a message did not go, or may not have gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The server cannot be reached.
    Unreachable,
    /// A secure connection could not be made.
    Tls,
    /// The server does not accept our name and password.
    SignIn,
    /// The server says: not now (4xx).
    NotNow,
    /// The server took too long.
    NoReply,
    /// The connection was lost.
    ConnectionLost,
    /// The server's answer was cut off, or is no answer.
    Garbled,
    /// The server does not take mail from us (5xx before the reader was named).
    SenderRefused,
    /// The reader's address does not exist or takes no mail (5xx).
    ReaderRefused,
    /// The server does not take this message (5xx after it was sent).
    MessageRefused,
    /// One of the addresses is none.
    BadAddress,
    /// The folder for captured mail could not be written.
    Folder,
}

impl Trouble {
    /// Its key in the catalogue: `send-unreachable`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unreachable => "send-unreachable",
            Self::Tls => "send-tls",
            Self::SignIn => "send-sign-in",
            Self::NotNow => "send-not-now",
            Self::NoReply => "send-no-reply",
            Self::ConnectionLost => "send-connection-lost",
            Self::Garbled => "send-garbled",
            Self::SenderRefused => "send-sender-refused",
            Self::ReaderRefused => "send-reader-refused",
            Self::MessageRefused => "send-message-refused",
            Self::BadAddress => "send-bad-address",
            Self::Folder => "send-folder",
        }
    }

    /// Every trouble.
    pub const ALL: [Self; 12] = [
        Self::Unreachable,
        Self::Tls,
        Self::SignIn,
        Self::NotNow,
        Self::NoReply,
        Self::ConnectionLost,
        Self::Garbled,
        Self::SenderRefused,
        Self::ReaderRefused,
        Self::MessageRefused,
        Self::BadAddress,
        Self::Folder,
    ];
}

/// How an attempt ended. `server_text` is what the server said, for the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The server took it.
    Accepted {
        /// What it said: often the name it gave the message.
        server_text: String,
    },
    /// It has not gone; try again later.
    Deferred {
        /// Why.
        why: Trouble,
        /// What the server said.
        server_text: String,
    },
    /// It has not gone and will not; somebody must look.
    Refused {
        /// Why.
        why: Trouble,
        /// What the server said.
        server_text: String,
    },
    /// It may have gone: the server may have taken it before the connection was lost. Never sent again unasked.
    Uncertain {
        /// Why.
        why: Trouble,
        /// What is known.
        server_text: String,
    },
}

impl Outcome {
    /// The word the record of attempts uses.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Accepted { .. } => "accepted",
            Self::Deferred { .. } => "deferred",
            Self::Refused { .. } => "refused",
            Self::Uncertain { .. } => "uncertain",
        }
    }
}

/// So many messages are offered to a server at a time: servers take ten from one sender without complaint.
const LINES: usize = 8;

/// By which way mail leaves.
#[derive(Debug, Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(Relay),
    /// To nobody: kept for looking at, as in the demonstration and in tests.
    Captured(Capture),
}

impl Transport {
    /// The server a URL names: `smtps://user:password@mail.example`, `smtp://mail.example:587?tls=required`,
    /// `smtp://127.0.0.1:25`.
    pub fn smtp(url: &str) -> Result<Self, RelayError> {
        Relay::from_url(url).map(Self::Smtp)
    }

    /// Offers a message, on a line of its own.
    pub async fn send(&self, envelope: &Envelope, bytes: &[u8]) -> Outcome {
        let mut line = Line::default();
        let outcome = self.send_over(&mut line, envelope, bytes).await;
        line.close().await;
        outcome
    }

    /// Offers a message on a line, which stays open for the next where the server lets it.
    pub async fn send_over(&self, line: &mut Line, envelope: &Envelope, bytes: &[u8]) -> Outcome {
        match self {
            Self::Smtp(relay) => relay.send_over(line, envelope, bytes).await,
            Self::Captured(capture) => capture.keep(envelope, bytes).await,
        }
    }

    /// As many lines as are good to use side by side: what is captured stays in order.
    pub fn lines(&self) -> Vec<Line> {
        let count = match self {
            Self::Smtp(_) => LINES,
            Self::Captured(_) => 1,
        };
        std::iter::repeat_with(Line::default).take(count).collect()
    }
}

/// A captured message: from whom to whom, and its bytes.
pub type Kept = (Envelope, Vec<u8>);

/// Mail that was captured instead of sent.
#[derive(Debug, Clone, Default)]
pub struct Capture {
    folder: Option<PathBuf>,
    kept: Arc<Mutex<Vec<Kept>>>,
}

impl Capture {
    /// Kept in memory, and where a folder is given there too, each message in a file `NNNN-digest.eml`.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, kept: Arc::default() }
    }

    /// All that was captured, in order.
    pub fn kept(&self) -> Vec<Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn keep(&self, envelope: &Envelope, bytes: &[u8]) -> Outcome {
        let number = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push((envelope.clone(), bytes.to_vec()));
            kept.len()
        };
        let Some(folder) = &self.folder else {
            return Outcome::Accepted { server_text: format!("captured {number}") };
        };
        let digest = Digest::of(bytes).to_string();
        let file = folder.join(format!("{number:04}-{}.eml", &digest[..12]));
        match tokio::fs::write(&file, bytes).await {
            Ok(()) => Outcome::Accepted { server_text: format!("captured {}", file.display()) },
            Err(error) => Outcome::Deferred {
                why: Trouble::Folder,
                server_text: format!("{}: {error}", file.display()),
            },
        }
    }
}

#[cfg(test)]
mod tests;
