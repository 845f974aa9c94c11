//! The keys of an S3-compatible store: from the environment, or from files it names, never from the configuration, which
//! is shown, copied and kept with backups.

use std::collections::BTreeMap;

use amends_store::blobs::Keys;

use super::ConfigError;

/// Our own names first, then those every S3 client knows.
const NAMES: [[&str; 3]; 2] = [
    ["AMENDS_S3_KEY_ID", "AMENDS_S3_SECRET", "AMENDS_S3_TOKEN"],
    ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
];

/// The keys, where there are any. Each may stand in a file instead, named by the variable with `_FILE` at its end.
///
/// # Errors
/// Where one is given without the other, or a file cannot be read.
pub fn keys(environment: impl Iterator<Item = (String, String)>) -> Result<Option<Keys>, ConfigError> {
    let environment: BTreeMap<String, String> = environment.collect();
    for [id, secret, token] in NAMES {
        match (value(&environment, id)?, value(&environment, secret)?) {
            (None, None) => {}
            (Some(id), Some(secret)) => {
                return Ok(Some(Keys { id, secret, token: value(&environment, token)? }));
            }
            (Some(_), None) => return Err(missing(secret, id)),
            (None, Some(_)) => return Err(missing(id, secret)),
        }
    }
    Ok(None)
}

fn missing(name: &str, beside: &str) -> ConfigError {
    ConfigError::Environment { name: name.to_owned(), detail: format!("it is missing; {beside} is set") }
}

fn value(environment: &BTreeMap<String, String>, name: &str) -> Result<Option<String>, ConfigError> {
    let set = |name: &str| environment.get(name).filter(|value| !value.is_empty());
    if let Some(value) = set(name) {
        return Ok(Some(value.clone()));
    }
    let in_file = format!("{name}_FILE");
    let Some(path) = set(&in_file) else { return Ok(None) };
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text.trim().to_owned())),
        Err(error) => Err(ConfigError::Environment { name: in_file, detail: format!("{path}: {error}") }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(set: &[(&str, &str)]) -> Result<Option<Keys>, ConfigError> {
        keys(set.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn our_own_names_come_first_and_a_file_will_do() {
        let folder = tempfile::tempdir().unwrap();
        let secret = folder.path().join("secret");
        std::fs::write(&secret, "from a file\n").unwrap();
        let secret = secret.to_str().unwrap();
        let others = [("AWS_ACCESS_KEY_ID", "other"), ("AWS_SECRET_ACCESS_KEY", "other")];
        let ours = [("AMENDS_S3_KEY_ID", "ours"), ("AMENDS_S3_SECRET_FILE", secret)];
        let keys = from(&[&others[..], &ours[..]].concat()).unwrap().unwrap();
        assert_eq!((keys.id.as_str(), keys.secret.as_str(), keys.token), ("ours", "from a file", None));
        assert_eq!(from(&others).unwrap().unwrap().id, "other");
        assert_eq!(from(&[]).unwrap(), None);
    }

    #[test]
    fn one_without_the_other_is_refused_and_neither_is_repeated() {
        let error = from(&[("AMENDS_S3_SECRET", "hidden")]).unwrap_err().to_string();
        assert!(error.contains("AMENDS_S3_KEY_ID") && !error.contains("hidden"), "{error}");
        let error = from(&[("AWS_ACCESS_KEY_ID", "hidden")]).unwrap_err().to_string();
        assert!(error.contains("AWS_SECRET_ACCESS_KEY") && !error.contains("hidden"), "{error}");
        let error = from(&[("AMENDS_S3_KEY_ID_FILE", "/no/such/file")]).unwrap_err().to_string();
        assert!(error.contains("AMENDS_S3_KEY_ID_FILE") && error.contains("/no/such/file"), "{error}");
    }
}
