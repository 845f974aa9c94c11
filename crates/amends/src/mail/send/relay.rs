//! A mail server, and offering it a message step by step (RFC 5321).

use std::{fmt, time::Duration};

use lettre::{
    Address,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt, Rset},
        extension::{ClientId, Extension, MailBodyParameter, MailParameter},
        response::Response,
    },
};
use tokio::{net::TcpStream, time::timeout};
use url::Url;

use super::{Envelope, Outcome, Trouble};

/// How a connection is made secure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secure {
    /// From the first byte.
    Wrapped,
    /// By STARTTLS, or not at all.
    Required,
    /// By STARTTLS where the server offers it.
    Opportunistic,
    /// Not: for a server on the same machine.
    Plain,
}

/// How long to wait for a server.
#[derive(Debug, Clone, Copy)]
pub struct Waits {
    /// For the connection, greeting and sign-in.
    pub connect: Duration,
    /// For the answer to a command.
    pub command: Duration,
    /// For the message to be taken: servers check it before they answer (RFC 5321 4.5.3.2.6).
    pub message: Duration,
}

impl Default for Waits {
    fn default() -> Self {
        let minutes = |count: u64| Duration::from_secs(60 * count);
        Self { connect: minutes(1), command: minutes(5), message: minutes(10) }
    }
}

/// A mail server to which all mail is handed.
#[derive(Clone)]
pub struct Relay {
    host: String,
    port: u16,
    secure: Secure,
    credentials: Option<Credentials>,
    hello: ClientId,
    waits: Waits,
}

/// Shows no password.
impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Relay({}:{}, {:?})", self.host, self.port, self.secure)
    }
}

/// Why a URL names no mail server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RelayError {
    /// It cannot be read.
    #[error(
        "the mail server's address cannot be read: {0}; write smtps://user:password@host or smtp://host:port"
    )]
    Url(String),
    /// Neither `smtp` nor `smtps`.
    #[error("a mail server's address begins with smtp:// or smtps://, not {0}://")]
    Scheme(String),
    /// No host.
    #[error("the mail server's address has no host; write smtps://user:password@host")]
    Host,
    /// An unknown wish about security.
    #[error(
        "tls={0:?} is not known; write tls=required, tls=opportunistic or leave it out for a server on this machine"
    )]
    Tls(String),
    /// A name and password would go over an open line.
    #[error("a password must not go over an open connection; write smtps:// or add ?tls=required")]
    OpenPassword,
}

impl Relay {
    /// Reads a URL: `smtps://user:password@host:465`, `smtp://host:587?tls=required`, `smtp://127.0.0.1:25`. A path
    /// gives the name to greet with.
    pub fn from_url(url: &str) -> Result<Self, RelayError> {
        let url = Url::parse(url).map_err(|error| RelayError::Url(error.to_string()))?;
        let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let (secure, usual) = match (url.scheme(), tls.as_deref()) {
            ("smtps", _) => (Secure::Wrapped, 465),
            ("smtp", None) => (Secure::Plain, 25),
            ("smtp", Some("required")) => (Secure::Required, 587),
            ("smtp", Some("opportunistic")) => (Secure::Opportunistic, 587),
            ("smtp", Some(other)) => return Err(RelayError::Tls(other.to_owned())),
            (other, _) => return Err(RelayError::Scheme(other.to_owned())),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(RelayError::Host)?;
        let credentials = url.password().map(|password| {
            let plain =
                |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
            Credentials::new(plain(url.username()), plain(password))
        });
        if credentials.is_some() && matches!(secure, Secure::Plain | Secure::Opportunistic) {
            return Err(RelayError::OpenPassword);
        }
        let name = url.path().trim_matches('/');
        Ok(Self {
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(usual),
            secure,
            credentials,
            hello: if name.is_empty() { ClientId::default() } else { ClientId::Domain(name.to_owned()) },
            waits: Waits::default(),
        })
    }

    /// With other waits.
    #[must_use]
    pub fn with_waits(self, waits: Waits) -> Self {
        Self { waits, ..self }
    }

    /// Offers a message on a line. Where the server hung up since the last message, it is called again: nothing of this one
    /// has gone then.
    pub(super) async fn send_over(&self, line: &mut Line, envelope: &Envelope, bytes: &[u8]) -> Outcome {
        let (from, to) = match (envelope.from.parse::<Address>(), envelope.to.parse::<Address>()) {
            (Ok(from), Ok(to)) => (from, to),
            (Err(error), _) | (_, Err(error)) => return refused(Trouble::BadAddress, error.to_string()),
        };
        let kept = line.cleared().await;
        let was_open = kept.is_some();
        let mut connection = match self.open(kept).await {
            Ok(connection) => connection,
            Err(outcome) => return outcome,
        };
        let mut outcome = self.offer(&mut connection, from.clone(), to.clone(), bytes).await;
        if was_open && hung_up(&outcome) {
            end(connection).await;
            connection = match self.open(None).await {
                Ok(connection) => connection,
                Err(outcome) => return outcome,
            };
            outcome = self.offer(&mut connection, from, to, bytes).await;
        }
        line.keep(connection, &outcome).await;
        outcome
    }

    /// The connection there is, or a new one.
    async fn open(&self, kept: Option<AsyncSmtpConnection>) -> Result<AsyncSmtpConnection, Outcome> {
        match kept {
            Some(connection) => Ok(connection),
            None => self.connected().await.map_err(|(why, server_text)| deferred(why, server_text)),
        }
    }

    /// A connection that is secured and signed in, or what went wrong: nothing of the message has gone.
    async fn connected(&self) -> Result<AsyncSmtpConnection, (Trouble, String)> {
        match timeout(self.waits.connect, self.connect()).await {
            Ok(done) => done,
            Err(_) => Err((Trouble::NoReply, format!("{}:{} did not answer", self.host, self.port))),
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, (Trouble, String)> {
        let parameters = || TlsParameters::new(self.host.clone()).map_err(|error| said(&error, Trouble::Tls));
        let address = (self.host.as_str(), self.port);
        let greeted = if self.secure == Secure::Wrapped {
            let (wait, wrapped) = (Some(self.waits.connect), Some(parameters()?));
            AsyncSmtpConnection::connect_tokio1(address, wait, &self.hello, wrapped, None).await
        } else {
            // The end of a message must not wait until the server has confirmed its beginning.
            let stream = TcpStream::connect(address).await.and_then(|stream| {
                stream.set_nodelay(true)?;
                Ok(stream)
            });
            let stream = stream.map_err(|error| (Trouble::Unreachable, error.to_string()))?;
            AsyncSmtpConnection::connect_with_transport(Box::new(stream), &self.hello).await
        };
        let mut connection = greeted.map_err(|error| said(&error, Trouble::Unreachable))?;
        let upgrade = match self.secure {
            Secure::Required => true,
            Secure::Opportunistic => connection.can_starttls(),
            Secure::Wrapped | Secure::Plain => false,
        };
        if upgrade {
            let done = connection.starttls(parameters()?, &self.hello).await;
            done.map_err(|error| (Trouble::Tls, error.to_string()))?;
        }
        if let Some(credentials) = &self.credentials {
            let done = connection.auth(DEFAULT_MECHANISMS, credentials).await;
            done.map_err(|error| {
                if error.is_permanent() || error.is_client() {
                    (Trouble::SignIn, error.to_string())
                } else {
                    said(&error, Trouble::ConnectionLost)
                }
            })?;
        }
        Ok(connection)
    }

    /// The transaction: who, to whom, and the message.
    async fn offer(
        &self,
        to: &mut AsyncSmtpConnection,
        from: Address,
        reader: Address,
        bytes: &[u8],
    ) -> Outcome {
        let mut wishes = Vec::new();
        if !bytes.is_ascii() && to.server_info().supports_feature(Extension::EightBitMime) {
            wishes.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let wait = self.waits.command;
        let from = timeout(wait, to.command(Mail::new(Some(from), wishes))).await;
        if let Err(outcome) = step(from, Trouble::SenderRefused) {
            return outcome;
        }
        let reader = timeout(wait, to.command(Rcpt::new(reader, Vec::new()))).await;
        if let Err(outcome) = step(reader, Trouble::ReaderRefused) {
            return outcome;
        }
        let data = timeout(wait, to.command(Data)).await;
        if let Err(outcome) = step(data, Trouble::MessageRefused) {
            return outcome;
        }
        match timeout(self.waits.message, to.message(bytes)).await {
            Err(_) => {
                let server_text = "the message was sent, and no answer came".to_owned();
                Outcome::Uncertain { why: Trouble::NoReply, server_text }
            }
            Ok(Ok(response)) => Outcome::Accepted { server_text: words(&response) },
            Ok(Err(error)) if error.is_transient() => deferred(Trouble::NotNow, error.to_string()),
            Ok(Err(error)) if error.is_permanent() => refused(Trouble::MessageRefused, error.to_string()),
            Ok(Err(error)) => {
                let why = if error.is_response() { Trouble::Garbled } else { Trouble::ConnectionLost };
                Outcome::Uncertain { why, server_text: error.to_string() }
            }
        }
    }
}

/// A line to a mail server, open from one message to the next.
#[derive(Default)]
pub struct Line {
    connection: Option<AsyncSmtpConnection>,
    /// The last message was not taken, and the server still has its envelope.
    unfinished: bool,
}

impl Line {
    /// The connection for the next message, where it is open and the server lets go of the last.
    async fn cleared(&mut self) -> Option<AsyncSmtpConnection> {
        let mut connection = self.connection.take()?;
        if !std::mem::take(&mut self.unfinished) {
            return Some(connection);
        }
        match timeout(GOODBYE, connection.command(Rset)).await {
            Ok(Ok(_)) => Some(connection),
            Ok(Err(_)) | Err(_) => {
                end(connection).await;
                None
            }
        }
    }

    /// Keeps the connection for the next message, unless it is not known how the server stands.
    async fn keep(&mut self, connection: AsyncSmtpConnection, outcome: &Outcome) {
        let (known, unfinished) = match outcome {
            Outcome::Accepted { .. } => (true, false),
            Outcome::Refused { .. } | Outcome::Deferred { why: Trouble::NotNow, .. } => (true, true),
            Outcome::Deferred { .. } | Outcome::Uncertain { .. } => (false, false),
        };
        if known {
            self.connection = Some(connection);
            self.unfinished = unfinished;
        } else {
            end(connection).await;
        }
    }

    /// Says goodbye, where the line is open.
    pub async fn close(self) {
        let Some(mut connection) = self.connection else { return };
        match timeout(GOODBYE, connection.quit()).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::debug!(%error, "the mail server did not say goodbye"),
            Err(_) => tracing::debug!("the mail server did not say goodbye in time"),
        }
    }
}

/// How long a server may take over what no message hangs on.
const GOODBYE: Duration = Duration::from_secs(5);

/// Did the server end the connection before it heard of this message, or say that it will (421)?
fn hung_up(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Deferred { why: Trouble::ConnectionLost | Trouble::Garbled, .. } => true,
        Outcome::Deferred { why: Trouble::NotNow, server_text } => server_text.contains("421"),
        _ => false,
    }
}

/// Ends a connection without a word.
async fn end(mut connection: AsyncSmtpConnection) {
    if timeout(GOODBYE, connection.abort()).await.is_err() {
        tracing::debug!("the connection to the mail server did not end in time");
    }
}

/// A step before the message itself: whatever goes wrong, nothing has been handed over.
fn step(
    answer: Result<Result<Response, Error>, tokio::time::error::Elapsed>,
    refusal: Trouble,
) -> Result<(), Outcome> {
    match answer {
        Err(_) => Err(deferred(Trouble::NoReply, "the server did not answer in time".to_owned())),
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) if error.is_permanent() => Err(refused(refusal, error.to_string())),
        Ok(Err(error)) => {
            let (why, server_text) = said(&error, Trouble::ConnectionLost);
            Err(deferred(why, server_text))
        }
    }
}

/// What an error before the message means; `otherwise` where it is of the network.
fn said(error: &Error, otherwise: Trouble) -> (Trouble, String) {
    let why = if error.is_transient() || error.is_permanent() {
        Trouble::NotNow
    } else if error.is_tls() {
        Trouble::Tls
    } else if error.is_timeout() {
        Trouble::NoReply
    } else if error.is_response() {
        Trouble::Garbled
    } else {
        otherwise
    };
    (why, error.to_string())
}

fn words(response: &Response) -> String {
    let lines: Vec<_> = response.message().collect();
    format!("{} {}", response.code(), lines.join(" "))
}

fn deferred(why: Trouble, server_text: String) -> Outcome {
    Outcome::Deferred { why, server_text }
}

fn refused(why: Trouble, server_text: String) -> Outcome {
    Outcome::Refused { why, server_text }
}
