//! Where a database is, as an operator writes it: a file, or a server's address.

use std::{
    fmt,
    net::IpAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use tokio_postgres::config::{Host, SslMode};

use crate::error::{Result, StoreError};

/// How long a server may take to answer the first knock.
const FIRST_ANSWER: Duration = Duration::from_secs(5);

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// In a file of this machine, kept by the engine that is built in.
    File(PathBuf),
    /// On a PostgreSQL server.
    Server(Box<Server>),
}

/// The address of a server, with the name and the password for it. Shown without the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    pub(super) config: tokio_postgres::Config,
    /// A file with the certificates that are trusted for it, instead of those this machine trusts.
    pub(super) roots: Option<PathBuf>,
    shown: String,
}

impl Place {
    /// Reads `postgres://user:password@host:port/database`, `sqlite:/path/to/file`, or a plain path.
    ///
    /// A server elsewhere is reached by TLS, and must show a certificate for its name that this machine trusts;
    /// `?sslmode=disable` says otherwise. One on this machine is not, unless `?sslmode=verify-full` says so.
    /// `?sslrootcert=FILE` names the certificates to trust instead.
    pub fn parse(text: &str) -> Result<Self> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            return file(text, path.strip_prefix("//").unwrap_or(path));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Server::parse(text).map(|server| Self::Server(Box::new(server)));
        }
        if let Some((kind, _)) = text.split_once("://") {
            let what = format!("{kind}:// is no kind of database this program knows");
            return Err(StoreError::BadAddress { what });
        }
        // One slash too few is a slip, and would make a file of that name beside the office's.
        if let Some(kind) = ["postgres:", "postgresql:"].iter().find(|kind| text.starts_with(**kind)) {
            let what = format!("{kind} is followed by two slashes, then user, host and database");
            return Err(StoreError::BadAddress { what });
        }
        file(text, text)
    }
}

fn file(text: &str, path: &str) -> Result<Place> {
    if path.is_empty() {
        return Err(StoreError::BadAddress { what: format!("{text:?} names no file") });
    }
    Ok(Place::File(PathBuf::from(path)))
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Server(server) => server.fmt(f),
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shown.fmt(f)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shown.fmt(f)
    }
}

impl Server {
    fn parse(text: &str) -> Result<Self> {
        let (text, roots) = without_trust(text);
        let text = text.as_str();
        let mut config: tokio_postgres::Config = text.parse().map_err(|error: tokio_postgres::Error| {
            // The engine's words may hold a piece of the address, and so of the password: only the kind is kept.
            let why = std::error::Error::source(&error).map_or_else(String::new, |why| format!(" ({why})"));
            let what = format!("the address after postgres:// does not read{}", without(&why, text));
            StoreError::BadAddress { what }
        })?;
        if config.get_dbname().is_none() {
            let what = "it names no database: end it with /name".to_owned();
            return Err(StoreError::BadAddress { what });
        }
        if config.get_hosts().is_empty() {
            let what = "it names no host: write postgres://user@host/database".to_owned();
            return Err(StoreError::BadAddress { what });
        }
        if config.get_ssl_mode() == SslMode::Prefer {
            let near = roots.is_none() && config.get_hosts().iter().all(is_this_machine);
            config.ssl_mode(if near { SslMode::Disable } else { SslMode::Require });
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(FIRST_ANSWER);
        }
        if config.get_application_name().is_none() {
            config.application_name("amends");
        }
        config.tcp_user_timeout(Duration::from_secs(10));
        config.keepalives_idle(Duration::from_secs(30));
        let shown = shown(&config);
        Ok(Self { config, roots, shown })
    }
}

/// The address without what it says of trust, in words the driver knows: every certificate is verified in full, so the
/// lesser ways of `sslmode` are that one too. And the file of certificates it names.
fn without_trust(text: &str) -> (String, Option<PathBuf>) {
    let Some((before, query)) = text.split_once('?') else { return (text.to_owned(), None) };
    let (mut kept, mut roots) = (Vec::new(), None);
    for pair in query.split('&') {
        match pair.split_once('=') {
            Some(("sslmode", "verify-full" | "verify-ca")) => kept.push("sslmode=require".to_owned()),
            Some(("sslrootcert", "system")) => {}
            Some(("sslrootcert", _)) => {
                // A plus is a plus here, as in the driver's own reading of an address.
                let pair = pair.replace('+', "%2B");
                let read = url::form_urlencoded::parse(pair.as_bytes()).next();
                roots = read.map(|(_, file)| PathBuf::from(file.into_owned()));
            }
            _ => kept.push(pair.to_owned()),
        }
    }
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    (format!("{before}{query}"), roots)
}

/// A text in which nothing of the address stands that could be a password.
fn without(why: &str, address: &str) -> String {
    let secret = address.split_once("://").and_then(|(_, rest)| rest.rsplit_once('@')).map(|(who, _)| who);
    match secret.and_then(|who| who.split_once(':')).map(|(_, password)| password) {
        Some(password) if !password.is_empty() => why.replace(password, "…"),
        _ => why.to_owned(),
    }
}

fn is_this_machine(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn shown(config: &tokio_postgres::Config) -> String {
    let host = config.get_hosts().first().map_or_else(String::new, |host| match host {
        Host::Tcp(name) => name.clone(),
        #[cfg(unix)]
        Host::Unix(folder) => folder.display().to_string(),
    });
    let port = config.get_ports().first().map_or_else(String::new, |port| format!(":{port}"));
    let user = config.get_user().map_or_else(String::new, |user| format!("{user}@"));
    format!("postgres://{user}{host}{port}/{}", config.get_dbname().unwrap_or_default())
}

/// How many bytes a file of a database takes, with its log.
pub(super) fn length_with_log(path: &Path) -> u64 {
    let length = |ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        std::fs::metadata(Path::new(&name)).map_or(0, |found| found.len())
    };
    ["", "-wal"].into_iter().map(length).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_server_a_file_or_refused_with_the_mend() {
        assert_eq!(Place::parse("/srv/amends.sqlite").unwrap(), Place::File("/srv/amends.sqlite".into()));
        assert_eq!(Place::parse("sqlite:///srv/a.sqlite").unwrap(), Place::File("/srv/a.sqlite".into()));
        assert_eq!(Place::parse("sqlite:a.sqlite").unwrap(), Place::File("a.sqlite".into()));
        let server = Place::parse("postgres://amends:s3cret@db.example:6432/office").unwrap();
        assert_eq!(server.to_string(), "postgres://amends@db.example:6432/office");
        assert!(!format!("{server:?}").contains("s3cret"));
        for (bad, mend) in [
            ("mysql://x/y", "mysql://"),
            ("postgres:/u:s3cret@host/db", "two slashes"),
            ("postgresql:host/db", "two slashes"),
            ("sqlite:", "names no file"),
            ("postgres://u:s3cret@host", "names no database"),
            ("postgres://u:s3cret@host:port/db", "does not read"),
        ] {
            let error = Place::parse(bad).unwrap_err().to_string();
            assert!(error.contains(mend), "{error}");
            assert!(!error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn a_server_elsewhere_is_reached_by_tls_unless_the_address_says_otherwise() {
        let mode = |text: &str| match Place::parse(text).unwrap() {
            Place::Server(server) => server.config.get_ssl_mode(),
            Place::File(path) => panic!("{path:?}"),
        };
        assert_eq!(mode("postgres://u@db.example/office"), SslMode::Require);
        assert_eq!(mode("postgres://u@127.0.0.1/office"), SslMode::Disable);
        assert_eq!(mode("postgres://u@localhost/office?sslmode=require"), SslMode::Require);
        assert_eq!(mode("postgres://u@db.example/office?sslmode=disable"), SslMode::Disable);
        assert_eq!(mode("postgres://u@localhost/office?sslmode=verify-full"), SslMode::Require);
    }

    #[test]
    fn the_certificates_to_trust_may_be_named() {
        let server = |text: &str| match Place::parse(text).unwrap() {
            Place::Server(server) => server,
            Place::File(path) => panic!("{path:?}"),
        };
        let named =
            server("postgres://u@localhost/office?sslrootcert=%2Fetc%2Four+own.pem&connect_timeout=3");
        assert_eq!(named.roots, Some(PathBuf::from("/etc/our+own.pem")));
        assert_eq!(named.config.get_ssl_mode(), SslMode::Require);
        assert_eq!(named.config.get_connect_timeout(), Some(&Duration::from_secs(3)));
        assert_eq!(server("postgres://u@db.example/office?sslrootcert=system").roots, None);
    }
}
