//! `amends config`: what is set, where it comes from, and what may be set.

use std::{fmt::Write as _, path::Path};

use serde_json::json;
use toml::Value;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    out::Style,
};
use crate::config::{self, Config};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Show,
    Check,
    Template,
    Explain {
        #[arg(value_name = "KEY")]
        key: String,
    },
}

/// Every key, in the order of the file. A test holds it against the configuration itself.
const KEYS: &[&str] = &[
    "site.public_url",
    "site.office_name_en",
    "site.office_name_cy",
    "site.telephone",
    "server.listen",
    "server.round_seconds",
    "server.lease_seconds",
    "server.machinery",
    "server.trusted_proxies",
    "server.metrics",
    "server.metrics_for_others",
    "storage.data_dir",
    "storage.database",
    "storage.accept_unsafe_server",
    "storage.files",
    "storage.max_upload_mib",
    "storage.least_room_mib",
    "storage.override_dir",
    "mail.smtp",
    "mail.address",
    "mail.inbound_dir",
    "profile.name",
    "profile.file",
    "auth.idle_minutes",
    "auth.absolute_hours",
    "auth.link_days",
    "log.format",
    "log.level",
];

/// A key with its value and where that comes from.
struct Setting {
    key: &'static str,
    value: Option<Value>,
    origin: Origin,
}

#[derive(Clone, Copy)]
enum Origin {
    Default,
    File,
    Environment,
}

impl Origin {
    fn code(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
        }
    }
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Show => show(call),
        Command::Check => check(call),
        Command::Template => template(call),
        Command::Explain { key } => explain(call, key),
    }
}

fn settings(call: &Call) -> Outcome<Vec<Setting>> {
    let config = table(&call.config()?)?;
    // The file was read a moment ago by `config`; here only whether it names a key matters.
    let file: Option<Value> = call
        .config_path()
        .and_then(|path| std::fs::read_to_string(path).ok())
        .and_then(|text| text.parse::<toml::Table>().ok())
        .map(Value::Table);
    let settings = KEYS.iter().map(|key| {
        let origin = if config::variables(key).iter().any(|name| std::env::var_os(name).is_some()) {
            Origin::Environment
        } else if file.as_ref().is_some_and(|file| at(file, key).is_some()) {
            Origin::File
        } else {
            Origin::Default
        };
        Setting { key, value: at(&config, key).map(masked), origin }
    });
    Ok(settings.collect())
}

fn table(config: &Config) -> Outcome<Value> {
    Value::try_from(config).map_err(|error| {
        Failure::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
    })
}

fn at<'a>(table: &'a Value, key: &str) -> Option<&'a Value> {
    key.split('.').try_fold(table, |table, part| table.get(part))
}

/// A value without the password an address may carry.
fn masked(value: &Value) -> Value {
    let Some((scheme, rest)) = value.as_str().and_then(|text| text.split_once("://")) else {
        return value.clone();
    };
    match rest.rsplit_once('@') {
        Some((who, server)) => {
            let name = who.split(':').next().unwrap_or_default();
            Value::String(format!("{scheme}://{name}:***@{server}"))
        }
        None => value.clone(),
    }
}

fn show(call: &mut Call) -> Outcome {
    let settings = settings(call)?;
    if call.manner.json {
        let rows: Vec<_> = settings
            .iter()
            .map(|set| json!({ "key": set.key, "value": set.value, "origin": set.origin.code() }))
            .collect();
        return call.out.json(&rows);
    }
    let heads = ["cli-config-key", "cli-config-value", "cli-config-origin"].map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = settings
        .iter()
        .map(|set| {
            let value = set.value.as_ref().map_or_else(|| "–".to_owned(), Value::to_string);
            vec![set.key.to_owned(), value, call.out.t(&format!("cli-config-origin-{}", set.origin.code()))]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn check(call: &mut Call) -> Outcome {
    call.config()?;
    let path = call.config_path();
    if call.manner.json {
        return call.out.json(&json!({ "valid": true, "path": path }));
    }
    let words = match &path {
        Some(path) => call.out.tr("cli-config-valid", vec![("path", shown(path).into())]),
        None => call.out.t("cli-config-defaults"),
    };
    let line = format!("{} {words}", call.out.styled(Style::Good, "✔"));
    call.out.line(&line)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The whole file with every key explained and commented out, so that each line can be used as it stands.
fn template(call: &mut Call) -> Outcome {
    let defaults = table(&Config::default())?;
    let mut text = format!("# {}\n", call.out.t("cli-config-template"));
    let mut section = "";
    for key in KEYS {
        let (this, name) = key.split_once('.').unwrap_or((key, ""));
        if this != section {
            let _ = writeln!(text, "\n[{this}]");
            section = this;
        }
        let about = call.out.t(&message(key));
        let value = at(&defaults, key).map_or_else(|| "\"\"".to_owned(), Value::to_string);
        let _ = writeln!(text, "# {about}\n# {name} = {value}");
    }
    if call.manner.json {
        return call.out.json(&json!({ "template": text }));
    }
    call.out.bytes(text.as_bytes())
}

fn explain(call: &mut Call, key: &str) -> Outcome {
    let Some(set) = settings(call)?.into_iter().find(|set| set.key == key) else {
        let near = KEYS.iter().filter(|known| near(known, key)).copied().collect::<Vec<_>>();
        let known = if near.is_empty() { KEYS.join(", ") } else { near.join(", ") };
        let values = [("typed", key.to_owned().into()), ("known", known.into())];
        return Err(Failure::new(Exit::Usage, "cli-config-unknown-key", values));
    };
    let about = call.out.t(&message(key));
    let default = at(&table(&Config::default())?, key).cloned();
    let variable = config::variables(key).join(", ");
    if call.manner.json {
        return call.out.json(&json!({
            "key": key, "about": about, "value": set.value, "default": default,
            "origin": set.origin.code(), "variable": variable,
        }));
    }
    let origin = call.out.t(&format!("cli-config-origin-{}", set.origin.code()));
    let said = |value: Option<Value>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let head = call.out.styled(Style::Strong, key);
    call.out.line(&format!("{head}: {about}"))?;
    let values = vec![
        ("value", said(set.value).into()),
        ("origin", origin.into()),
        ("default", said(default).into()),
        ("variable", variable.into()),
    ];
    let more = call.out.tr("cli-config-explained", values);
    call.out.line(&more)
}

fn message(key: &str) -> String {
    format!("cli-key-{}", key.replace('.', "-"))
}

/// Whether a known key is likely meant: the same last part, or it begins alike.
fn near(known: &str, typed: &str) -> bool {
    let last = |key: &str| key.rsplit('.').next().map(str::to_owned);
    let begins: String = typed.chars().take(typed.chars().count().saturating_sub(2).max(3)).collect();
    last(known) == last(typed) || known.starts_with(&begins)
}

#[cfg(test)]
mod tests {
    use amends_core::text::Language;

    use super::*;
    use crate::i18n::Catalogue;

    #[test]
    fn every_key_is_listed_and_explained_in_both_languages() {
        let mut config = Config::default();
        config.server.metrics = Some(config.server.listen);
        config.storage.override_dir = Some("o".into());
        config.storage.files = Some("f".into());
        config.storage.database = Some("d".to_owned());
        config.mail.smtp = Some("s".to_owned());
        config.mail.address = Some("a".to_owned());
        config.mail.inbound_dir = Some("i".into());
        config.profile.file = Some("f".into());
        let Value::Table(sections) = table(&config).unwrap() else { panic!("a table") };
        let mut keys: Vec<String> = Vec::new();
        for (section, values) in &sections {
            keys.extend(values.as_table().unwrap().keys().map(|key| format!("{section}.{key}")));
        }
        keys.sort();
        let mut listed: Vec<String> = KEYS.iter().map(|key| (*key).to_owned()).collect();
        listed.sort();
        assert_eq!(keys, listed);
        for key in KEYS {
            for language in Language::ALL {
                assert!(Catalogue::get().has(language, &message(key)), "{key} in {}", language.tag());
            }
        }
    }

    #[test]
    fn a_password_in_an_address_is_not_shown() {
        let shown = masked(&Value::String("smtps://office:secret@mail.example:465".to_owned()));
        assert_eq!(shown.as_str(), Some("smtps://office:***@mail.example:465"));
        assert_eq!(
            masked(&Value::String("smtp://mail.example".to_owned())).as_str(),
            Some("smtp://mail.example")
        );
    }
}
