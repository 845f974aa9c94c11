//! One commented TOML file, every key with a safe default; the environment wins over it.

mod keys;
mod proxies;
mod storage;

use std::{
    net::SocketAddr,
    num::NonZeroU32,
    path::{Path, PathBuf},
};

use amends_core::text::Bilingual;
use amends_store::{blobs::Place, error::StoreError};
use serde::{Deserialize, Serialize};

pub use keys::keys;
pub use proxies::Proxies;
pub use storage::Storage;

/// Everything an office can set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Who the office is, and where its pages are.
    pub site: Site,
    /// Where the program listens.
    pub server: Server,
    /// Where things are kept.
    pub storage: Storage,
    /// Mail out and in.
    pub mail: Mail,
    /// Which law and practice.
    pub profile: ProfileChoice,
    /// Signing in.
    pub auth: Auth,
    /// Logs.
    pub log: Log,
}

/// Who the office is, and where its pages are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Site {
    /// The address people see, without a slash at its end.
    pub public_url: String,
    /// The office's name in English.
    pub office_name_en: String,
    /// The office's name in Welsh.
    pub office_name_cy: String,
    /// The telephone number in letters and on pages.
    pub telephone: String,
}

impl Site {
    /// The office's name in both languages.
    pub fn office_name(&self) -> Bilingual {
        Bilingual::new(&self.office_name_en, &self.office_name_cy)
    }
}

impl Default for Site {
    fn default() -> Self {
        Self {
            public_url: "http://127.0.0.1:8080".to_owned(),
            office_name_en: "Office of the Ombudsman".to_owned(),
            office_name_cy: "Swyddfa'r Ombwdsmon".to_owned(),
            telephone: "0300 000 0000".to_owned(),
        }
    }
}

/// Where the program listens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Server {
    /// Address and port.
    pub listen: SocketAddr,
    /// Seconds between two looks at what is owed, at mail that came and at letters that wait.
    pub round_seconds: NonZeroU32,
    /// Seconds for which one of several nodes leads without being heard of, before another goes on.
    pub lease_seconds: NonZeroU32,
    /// Whether this node does the machinery's work beside its pages; one that does not leaves it to others.
    pub machinery: bool,
    /// Proxies before the office, whose word is taken for the id of a request.
    pub trusted_proxies: Proxies,
    /// Where figures about the running office can be fetched; nowhere unless an address is given.
    #[serde(deserialize_with = "address_or_none")]
    pub metrics: Option<SocketAddr>,
    /// Whether that may be an address others than this computer can reach.
    pub metrics_for_others: bool,
}

impl Default for Server {
    fn default() -> Self {
        let round_seconds = NonZeroU32::MIN.saturating_add(59);
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            round_seconds,
            lease_seconds: NonZeroU32::MIN.saturating_add(14),
            machinery: true,
            trusted_proxies: Proxies::default(),
            metrics: None,
            metrics_for_others: false,
        }
    }
}

/// Mail out and in. Nothing leaves until a server is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// Where letters are handed over: `smtp://`, `smtps://`, or none to hold them.
    pub smtp: Option<String>,
    /// The address letters come from and replies go to; the profile's where none is given (R29).
    pub address: Option<String>,
    /// A folder from which messages are taken in as `.eml` files.
    pub inbound_dir: Option<PathBuf>,
}

/// Which law and practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProfileChoice {
    /// `psow`, `lgsco`, `lgsco-part3a` or `generic`.
    pub name: String,
    /// A profile file of the office's own, instead.
    pub file: Option<PathBuf>,
}

impl Default for ProfileChoice {
    fn default() -> Self {
        Self { name: "psow".to_owned(), file: None }
    }
}

/// Signing in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Auth {
    /// Minutes without a request after which a sign-in ends.
    pub idle_minutes: u32,
    /// Hours after which a sign-in ends in any case.
    pub absolute_hours: u32,
    /// Days for which a link to a body or complainant works; longer than the three months many actions have.
    pub link_days: u32,
}

impl Default for Auth {
    fn default() -> Self {
        Self { idle_minutes: 30, absolute_hours: 12, link_days: 120 }
    }
}

/// Logs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// `pretty` or `json`.
    pub format: LogFormat,
    /// `error`, `warn`, `info` or `debug`.
    pub level: String,
}

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::Pretty, level: "info".to_owned() }
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Pretty,
    /// For machines, a JSON object a line.
    Json,
}

/// Why a configuration cannot be used. The program does not start half-configured.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{}: {source}. Name another file with --config.", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file says something that is not understood.
    #[error("{}: {detail}\nMend the key, or remove the line to use the default.", path.display())]
    Invalid {
        /// Which.
        path: PathBuf,
        /// What the reader says, with the line.
        detail: String,
    },
    /// Figures about the office would be there for everybody on the network.
    #[error(
        "server.metrics is an address that others can reach. Use one of this computer such as 127.0.0.1:9464, or \
         say server.metrics_for_others = true where a firewall keeps strangers out."
    )]
    FiguresForAll,
    /// An environment variable names no key, or holds no fitting value.
    #[error("the environment variable {name}: {detail}")]
    Environment {
        /// Which.
        name: String,
        /// What is wrong.
        detail: String,
    },
    /// The place of the files is not written as it must be.
    #[error("storage.files: {0}")]
    Files(StoreError),
}

/// The beginning of the names of environment variables that set a key: `AMENDS__MAIL__SMTP`.
const PREFIX: &str = "AMENDS__";

/// Shorter names of variables that are set often, and the longer ones they stand for.
const SHORTER: [(&str, &str); 2] =
    [("AMENDS_FILES", "AMENDS__STORAGE__FILES"), ("AMENDS_DATABASE", "AMENDS__STORAGE__DATABASE")];

/// The names of the environment variables that set a key, such as `storage.files`: the one that wins comes first.
pub fn variables(key: &str) -> Vec<String> {
    let long = format!("{PREFIX}{}", key.to_uppercase().replace('.', "__"));
    let short = SHORTER.iter().filter(|(_, stands_for)| *stands_for == long);
    let short: Vec<String> = short.map(|(short, _)| (*short).to_owned()).collect();
    [vec![long], short].concat()
}

impl Config {
    /// The file, then the environment. Without a file, the defaults.
    ///
    /// # Errors
    /// Where either says something that is not understood.
    pub fn load(
        path: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut table = match path {
            None => toml::Table::new(),
            Some(path) => read(path)?,
        };
        let environment: Vec<_> = environment.collect();
        let named = environment.iter().filter(|(name, _)| name.starts_with(PREFIX)).cloned();
        let shorter = environment.iter().filter_map(|(name, value)| {
            let (_, long) = SHORTER.iter().find(|(short, _)| short == name)?;
            Some(((*long).to_owned(), value.clone()))
        });
        // The longer name is set later and wins.
        let mut named: Vec<_> = named.collect();
        named.sort();
        for (name, value) in shorter.chain(named) {
            set(&mut table, &name, &value)?;
        }
        let source = path.map_or_else(|| PathBuf::from("(environment)"), Path::to_path_buf);
        let invalid =
            |error: toml::de::Error| ConfigError::Invalid { path: source, detail: error.to_string() };
        let mut config: Self = toml::Value::Table(table).try_into().map_err(invalid)?;
        if let Place::Bucket(_) = config.storage.files_place().map_err(ConfigError::Files)? {
            config.storage.keys = keys(environment.into_iter())?;
        }
        config.server.keeps_its_figures_in().then_some(config).ok_or(ConfigError::FiguresForAll)
    }
}

/// An address and port, or an empty text for none.
fn address_or_none<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<SocketAddr>, D::Error> {
    let text = String::deserialize(from)?;
    if text.is_empty() {
        return Ok(None);
    }
    let unreadable =
        |_| serde::de::Error::custom(format!("{text} is no address with a port; write 127.0.0.1:9464"));
    text.parse().map(Some).map_err(unreadable)
}

impl Server {
    /// Figures are for this computer alone unless somebody said otherwise.
    fn keeps_its_figures_in(&self) -> bool {
        self.metrics_for_others || self.metrics.is_none_or(|address| address.ip().is_loopback())
    }
}

fn read(path: &Path) -> Result<toml::Table, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
    // Read twice: as the configuration, for errors that name the line, and as a table, to lay the environment over.
    let invalid =
        |error: toml::de::Error| ConfigError::Invalid { path: path.to_owned(), detail: error.to_string() };
    toml::from_str::<Config>(&text).map_err(invalid)?;
    toml::from_str(&text).map_err(invalid)
}

fn set(table: &mut toml::Table, name: &str, value: &str) -> Result<(), ConfigError> {
    let bad = |detail: &str| ConfigError::Environment { name: name.to_owned(), detail: detail.to_owned() };
    let lower = name[PREFIX.len()..].to_lowercase();
    let Some((section, key)) = lower.split_once("__") else {
        return Err(bad("write it as AMENDS__SECTION__KEY, such as AMENDS__MAIL__SMTP"));
    };
    let section = table.entry(section).or_insert_with(|| toml::Value::Table(toml::Table::new()));
    let Some(section) = section.as_table_mut() else {
        return Err(bad("the file holds a value where this names a section"));
    };
    let value = match (value.parse::<i64>(), value.parse::<bool>()) {
        (Ok(number), _) => toml::Value::Integer(number),
        (_, Ok(yes)) => toml::Value::Boolean(yes),
        _ => toml::Value::String(value.to_owned()),
    };
    section.insert(key.to_owned(), value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(text: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("amends.toml");
        std::fs::write(&path, text).unwrap();
        Config::load(
            Some(&path),
            environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
    }

    #[test]
    fn a_database_on_a_server_is_named_by_the_environment() {
        let address = "postgres://amends:s3cret@db.example/office";
        let config = from("", &[("AMENDS_DATABASE", address)]).unwrap();
        assert_eq!(config.storage.database_place().unwrap(), amends_store::Place::parse(address).unwrap());
        assert!(
            from("", &[("AMENDS__STORAGE__ACCEPT_UNSAFE_SERVER", "true")])
                .unwrap()
                .storage
                .accept_unsafe_server
        );
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let config = from("[auth]\nidle_minutes = 20\n", &[("AMENDS__AUTH__IDLE_MINUTES", "10")]).unwrap();
        assert_eq!(config.auth.idle_minutes, 10);
        assert_eq!(config.auth.absolute_hours, 12);
    }

    #[test]
    fn the_place_of_files_has_a_short_name_and_is_checked() {
        let folder = from("", &[]).unwrap();
        assert_eq!(folder.storage.files_place().unwrap().to_string(), "amends-data/files");
        let at = "s3://evidence?endpoint=http://127.0.0.1:9000";
        let bucket = [("AMENDS_FILES", at), ("AMENDS_S3_KEY_ID", "AKIA"), ("AMENDS_S3_SECRET", "hidden")];
        let config = from("[storage]\nfiles = \"/srv/files\"\n", &bucket).unwrap();
        assert_eq!(
            config.storage.files_place().unwrap().to_string(),
            "s3://evidence on http://127.0.0.1:9000"
        );
        assert!(config.storage.keys.is_some());
        let told = format!("{config:?}{}", toml::to_string(&config).unwrap());
        assert!(!told.contains("hidden") && !told.contains("AKIA"), "{told}");
        let error = from("", &[("AMENDS_FILES", "s3://evidence")]).unwrap_err().to_string();
        assert!(error.contains("storage.files") && error.contains("region="), "{error}");
        assert_eq!(variables("storage.files"), ["AMENDS__STORAGE__FILES", "AMENDS_FILES"]);
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let error = from("[auth]\nidle_minuts = 20\n", &[]).unwrap_err().to_string();
        assert!(error.contains("idle_minuts") && error.contains("line 2"), "{error}");
        let error = from("", &[("AMENDS__MAILSMTP", "x")]).unwrap_err().to_string();
        assert!(error.contains("AMENDS__SECTION__KEY"), "{error}");
    }

    #[test]
    fn figures_are_for_this_computer_alone_unless_somebody_said_otherwise() {
        let listening = |address| [("AMENDS__SERVER__METRICS", address)];
        assert!(from("", &listening("127.0.0.1:9464")).is_ok() && from("", &listening("[::1]:9464")).is_ok());
        for open in ["0.0.0.0:9464", "192.0.2.1:9464", "[::]:9464"] {
            let error = from("", &listening(open)).unwrap_err().to_string();
            assert!(error.contains("metrics_for_others"), "{error}");
            let told = [listening(open)[0], ("AMENDS__SERVER__METRICS_FOR_OTHERS", "true")];
            assert_eq!(from("", &told).unwrap().server.metrics, open.parse().ok());
        }
    }
}
