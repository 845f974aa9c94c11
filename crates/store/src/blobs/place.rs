//! Where files are kept: a folder, or a bucket of an S3-compatible store, and with which keys.

use std::{fmt, path::PathBuf, time::Duration};

use url::{Host, Url};

use crate::error::{Result, StoreError};

/// So long one request is tried, with pauses that grow, unless the address says otherwise.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Where files are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder on a disk of this computer.
    Folder(PathBuf),
    /// A bucket of an S3-compatible store.
    Bucket(BucketPlace),
}

/// A bucket of an S3-compatible store, as an address says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BucketPlace {
    /// Its name.
    pub bucket: String,
    /// What every name in it begins with, without slashes at its ends; may be empty.
    pub prefix: String,
    /// The store's own address; that of Amazon where there is none.
    pub endpoint: Option<String>,
    /// The region the store is asked under.
    pub region: String,
    /// The bucket's name stands in the host (`true`) or in the path of a request.
    pub by_host: bool,
    /// So long one request is tried, with pauses that grow.
    pub patience: Duration,
}

/// The keys of an S3-compatible store. They show in no log and in no error.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    /// Which key.
    pub id: String,
    /// Its secret.
    pub secret: String,
    /// The token that goes with keys of short life.
    pub token: Option<String>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Keys(not shown)")
    }
}

/// What may stand behind the question mark of an address.
const PARAMETERS: &str = "endpoint, region, style and patience";

impl Place {
    /// Reads `s3://BUCKET/PREFIX?endpoint=URL&region=REGION`, else a folder. `style=host` puts the bucket's name into
    /// the host, `patience=SECONDS` sets how long a request is tried. Plain http is used only where the endpoint says so.
    ///
    /// # Errors
    /// [`StoreError::BadPlace`] with what is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = |what: &str| StoreError::BadPlace { what: what.to_owned() };
        if text.trim().is_empty() {
            return Err(bad("it is empty"));
        }
        match text.split_once("://") {
            None => Ok(Self::Folder(PathBuf::from(text))),
            Some(("file", path)) if path.starts_with('/') => Ok(Self::Folder(PathBuf::from(path))),
            Some(("s3", _)) => bucket(text).map(Self::Bucket),
            // What stands before the colon may be a password: it is not repeated.
            Some(_) => Err(bad("it begins with neither s3:// nor a folder")),
        }
    }
}

fn bucket(text: &str) -> Result<BucketPlace> {
    let bad = |what: String| StoreError::BadPlace { what };
    let url = Url::parse(text).map_err(|error| bad(error.to_string()))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(bad(
            "keys do not stand in the address: set AMENDS_S3_KEY_ID and AMENDS_S3_SECRET".to_owned()
        ));
    }
    let name = url.host_str().filter(|_| url.port().is_none()).unwrap_or_default();
    if name.is_empty() {
        return Err(bad("it names no bucket; an address of a server goes into endpoint=".to_owned()));
    }
    let mut place = BucketPlace {
        bucket: name.to_owned(),
        prefix: url.path().trim_matches('/').to_owned(),
        endpoint: None,
        region: String::new(),
        by_host: false,
        patience: PATIENCE,
    };
    let mut style = None;
    for (name, value) in url.query_pairs() {
        match name.as_ref() {
            "endpoint" => place.endpoint = Some(endpoint(&value)?),
            "region" => place.region = value.into_owned(),
            "style" => style = Some(value.into_owned()),
            "patience" => {
                let seconds = value.parse().ok().filter(|seconds| (1..=600).contains(seconds));
                let seconds =
                    seconds.ok_or_else(|| bad("patience is in seconds, from 1 to 600".to_owned()))?;
                place.patience = Duration::from_secs(seconds);
            }
            other => return Err(bad(format!("it does not know {other}, only {PARAMETERS}"))),
        }
    }
    place.by_host = match style.as_deref() {
        None => place.endpoint.is_none(),
        Some("host") => true,
        Some("path") => false,
        Some(other) => return Err(bad(format!("style is host or path, not {other}"))),
    };
    if place.region.is_empty() {
        if place.endpoint.is_none() {
            return Err(bad("it names no region; add region=".to_owned()));
        }
        // Stores of one's own mostly do not care, and know this one.
        "us-east-1".clone_into(&mut place.region);
    }
    Ok(place)
}

fn endpoint(text: &str) -> Result<String> {
    let bad = |what: &str| StoreError::BadPlace { what: format!("endpoint: {what}") };
    let url = Url::parse(text).map_err(|_| bad("write it like https://s3.example.org"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(bad("write it like https://s3.example.org"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(bad("keys do not stand in the address"));
    }
    Ok(text.trim_end_matches('/').to_owned())
}

impl BucketPlace {
    /// The connection is not encrypted, because the endpoint says http.
    pub fn is_plain(&self) -> bool {
        self.endpoint.as_deref().is_some_and(|endpoint| endpoint.starts_with("http://"))
    }

    /// The connection is not encrypted, and leaves this computer.
    pub fn can_be_overheard(&self) -> bool {
        let url = self.endpoint.as_deref().and_then(|endpoint| Url::parse(endpoint).ok());
        let near = url.as_ref().and_then(Url::host).is_some_and(|host| match host {
            Host::Domain(name) => name == "localhost",
            Host::Ipv4(address) => address.is_loopback(),
            Host::Ipv6(address) => address.is_loopback(),
        });
        self.is_plain() && !near
    }
}

impl fmt::Display for BucketPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "s3://{}", self.bucket)?;
        if !self.prefix.is_empty() {
            write!(out, "/{}", self.prefix)?;
        }
        match &self.endpoint {
            Some(endpoint) => write!(out, " on {endpoint}"),
            None => write!(out, " in {}", self.region),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(out),
            Self::Bucket(bucket) => bucket.fmt(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> BucketPlace {
        match Place::parse(text).unwrap() {
            Place::Bucket(bucket) => bucket,
            Place::Folder(folder) => panic!("{}", folder.display()),
        }
    }

    #[test]
    fn an_address_says_bucket_prefix_endpoint_and_region() {
        let place =
            parsed("s3://evidence/amends/live/?endpoint=http://127.0.0.1:9000/&region=eu-west-2&patience=5");
        assert_eq!(place.to_string(), "s3://evidence/amends/live on http://127.0.0.1:9000");
        assert_eq!((place.region.as_str(), place.by_host), ("eu-west-2", false));
        assert_eq!(place.patience, Duration::from_secs(5));
        assert!(place.is_plain() && !place.can_be_overheard());
        assert!(parsed("s3://evidence?endpoint=http://s3.example.org").can_be_overheard());
        assert!(!parsed("s3://evidence?endpoint=https://s3.example.org").can_be_overheard());
        let of_amazon = parsed("s3://evidence?region=eu-west-2");
        assert!(of_amazon.by_host && !of_amazon.is_plain() && of_amazon.prefix.is_empty());
        assert_eq!(of_amazon.patience, PATIENCE);
    }

    #[test]
    fn what_is_no_address_is_a_folder() {
        assert_eq!(Place::parse("/srv/files").unwrap(), Place::Folder("/srv/files".into()));
        assert_eq!(Place::parse("file:///srv/files").unwrap(), Place::Folder("/srv/files".into()));
    }

    #[test]
    fn what_is_wrong_with_an_address_is_said_and_no_key_is_repeated() {
        let wrong = [
            ("", "empty"),
            ("s3://", "bucket"),
            ("s3://evidence", "region="),
            ("s3://evidence:9000/a?region=x", "endpoint="),
            ("s3://AKIA:hidden@evidence?region=x", "AMENDS_S3_KEY_ID"),
            ("s3://evidence?endpoint=http://me:hidden@host", "keys do not stand"),
            ("s3://evidence?endpoint=127.0.0.1:9000", "https://s3.example.org"),
            ("s3://evidence?region=x&colour=blue", "colour"),
            ("s3://evidence?region=x&patience=0", "seconds"),
            ("s3://evidence?region=x&style=both", "host or path"),
            ("https://hidden@evidence", "s3://"),
        ];
        for (text, says) in wrong {
            let error = Place::parse(text).unwrap_err().to_string();
            assert!(error.contains(says) && !error.contains("hidden"), "{text}: {error}");
        }
    }

    #[test]
    fn keys_are_not_shown() {
        let keys = Keys { id: "AKIA".to_owned(), secret: "hidden".to_owned(), token: None };
        assert_eq!(format!("{keys:?}"), "Keys(not shown)");
    }
}
