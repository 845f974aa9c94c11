//! Files in a bucket of an S3-compatible store.
//!
//! A file's digest is known before its first byte goes there: it is gathered in a file without a name on this
//! computer's disk, then put under its final name, whole or not at all. So nothing is copied or renamed over there, a
//! request whose answer was lost is simply made again, and what a crash leaves is not in the bucket.

mod engine;
mod probe;
mod sending;
mod told;

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use amends_core::text::Digest;
use bytes::Bytes;
use futures_util::{StreamExt as _, stream::BoxStream};
use jiff::Timestamp;
use object_store::{
    ClientOptions, Error, ObjectMeta, ObjectStore as _, ObjectStoreExt as _, PutMode, PutOptions, PutPayload,
    RetryConfig,
    aws::{AmazonS3, AmazonS3Builder},
    path::Path as Key,
};

use super::{BucketPlace, FileTrouble, Keys, Listed, UNFINISHED, below};
use crate::error::{Result, StoreError};
use engine::Engine;
pub(super) use sending::Spool;
use told::Told;

/// The bucket with the files.
pub(super) struct Bucket {
    store: AmazonS3,
    prefix: String,
    shown: String,
    spool: PathBuf,
    patience: Duration,
    /// The store knows puts on condition; assumed until it says otherwise.
    knows_conditions: AtomicBool,
    engine: Engine,
}

impl fmt::Debug for Bucket {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Bucket({})", self.shown)
    }
}

/// So many bytes are handed over at once where a file is read.
const GATHERED: usize = 256 * 1024;

/// So many names are looked at between two waits.
const NAMES: usize = 500;

impl Bucket {
    /// Makes ready. The store is not asked anything yet: it may be away for a while.
    pub(super) fn open(place: &BucketPlace, keys: Option<&Keys>, spool: &Path) -> Result<Self> {
        fs::create_dir_all(spool).map_err(|error| StoreError::io(spool, &error))?;
        // The first TLS client panics where no provider was chosen; the program has chosen long before.
        drop(rustls::crypto::ring::default_provider().install_default());
        let engine = Engine::start().map_err(|error| StoreError::io(spool, &error))?;
        let store = client(place, keys)?;
        Ok(Self {
            store,
            prefix: place.prefix.clone(),
            shown: place.to_string(),
            spool: spool.to_owned(),
            patience: place.patience,
            knows_conditions: AtomicBool::new(true),
            engine,
        })
    }

    /// Where it stands, for people.
    pub(super) fn shown(&self) -> String {
        self.shown.clone()
    }

    /// The folder on this computer for what is on its way.
    pub(super) fn spool(&self) -> &Path {
        &self.spool
    }

    fn key_of(&self, name: &str) -> Key {
        Key::from(format!("{}/{name}", self.prefix))
    }

    /// Where the bytes with this digest stand, under the same name as in a folder.
    fn key(&self, digest: Digest) -> Key {
        self.key_of(&below(digest))
    }

    /// The file with this digest, from its first byte.
    pub(super) fn open_file(&self, digest: Digest) -> Result<Incoming<'_>> {
        let (store, key) = (self.store.clone(), self.key(digest));
        let got = self.engine.run(async move { store.get(&key).await })?;
        let got = got.map_err(|error| self.explain(Some(digest), &error))?;
        let size = got.meta.size;
        Ok(Incoming { bucket: self, digest, size, stream: Some(got.into_stream()) })
    }

    /// How long the file is, where it is there.
    pub(super) fn size(&self, digest: Digest) -> Result<Option<u64>> {
        Ok(self.meta(digest)?.map(|meta| meta.size))
    }

    fn meta(&self, digest: Digest) -> Result<Option<ObjectMeta>> {
        let (store, key) = (self.store.clone(), self.key(digest));
        match self.engine.run(async move { store.head(&key).await })? {
            Ok(meta) => Ok(Some(meta)),
            Err(error) => match self.explain(Some(digest), &error) {
                StoreError::NotFound { .. } => Ok(None),
                other => Err(other),
            },
        }
    }

    /// Takes a file away for good.
    pub(super) fn remove(&self, digest: Digest) -> Result<()> {
        match self.remove_key(&self.key(digest)) {
            Err(error) if matches!(error, Error::NotFound { .. }) => {
                match self.explain(Some(digest), &error) {
                    StoreError::NotFound { .. } => Ok(()),
                    other => Err(other),
                }
            }
            Err(error) => Err(self.explain(None, &error)),
            Ok(()) => Ok(()),
        }
    }

    fn remove_key(&self, key: &Key) -> Result<(), Error> {
        // Taking away twice is the same as once, so an answer that was lost is no harm.
        self.again(|| {
            let (store, key) = (self.store.clone(), key.clone());
            async move { store.delete(&key).await }
        })
    }

    /// Takes away what no row names: see [`super::Blobs::sweep`].
    pub(super) fn sweep(&self, before: Timestamp, named: &dyn Fn(Digest) -> Result<bool>) -> Result<u64> {
        let mut swept = 0;
        let mut orphans = Vec::new();
        let mut unfinished = Vec::new();
        self.each("", &mut |meta| {
            if changed(&meta) < before {
                match self.digest_of(&meta.location) {
                    Some(digest) => orphans.push(digest),
                    None if self.is_unfinished(&meta.location) => unfinished.push(meta.location),
                    // Nothing else is ours to take away.
                    None => {}
                }
            }
            Ok(())
        })?;
        for digest in orphans {
            // Somebody may have sent the same file since.
            if !named(digest)? && self.meta(digest)?.is_some_and(|meta| changed(&meta) < before) {
                self.remove(digest)?;
                swept += 1;
            }
        }
        for key in unfinished {
            self.remove_key(&key).map_err(|error| self.explain(None, &error))?;
            swept += 1;
        }
        Ok(swept)
    }

    /// Every file.
    pub(super) fn list(&self, each: &mut dyn FnMut(Listed) -> Result<()>) -> Result<()> {
        self.each("", &mut |meta| match self.digest_of(&meta.location) {
            Some(digest) => each(Listed { digest, size: meta.size, changed: changed(&meta) }),
            None => Ok(()),
        })
    }

    /// Every object below a name; below the empty one, every object of ours.
    fn each(&self, below: &str, each: &mut dyn FnMut(ObjectMeta) -> Result<()>) -> Result<()> {
        let prefix = self.key_of(below);
        let mut names = self.store.list(Some(&prefix)).fuse();
        loop {
            let (rest, some) = self.engine.run(async move {
                let some: Vec<_> = names.by_ref().take(NAMES).collect().await;
                (names, some)
            })?;
            if some.is_empty() {
                return Ok(());
            }
            for one in some {
                each(one.map_err(|error| self.explain(None, &error))?)?;
            }
            names = rest;
        }
    }

    /// The digest a name stands for, where it is the name this program would give.
    fn digest_of(&self, key: &Key) -> Option<Digest> {
        let digest = key.filename()?.parse().ok()?;
        (self.key(digest) == *key).then_some(digest)
    }

    fn is_unfinished(&self, key: &Key) -> bool {
        key.prefix_matches(&self.key_of(UNFINISHED))
    }

    /// Puts an object where none is; tells its version, where the bucket keeps versions. Made again where its answer was
    /// lost, it finds its own work there.
    fn put_new(&self, key: &Key, bytes: &Bytes) -> Result<Option<String>, Error> {
        let put = self.again(|| {
            let (store, key, payload) = (self.store.clone(), key.clone(), PutPayload::from(bytes.clone()));
            async move { store.put_opts(&key, payload, PutOptions::from(PutMode::Create)).await }
        });
        put.map(|put| put.version)
    }

    /// Puts an object, whatever was there.
    fn put_over(&self, key: &Key, bytes: &Bytes) -> Result<(), Error> {
        let (store, key, payload) = (self.store.clone(), key.clone(), PutPayload::from(bytes.clone()));
        self.engine.run(async move { store.put(&key, payload).await }).map_err(lost)?.map(drop)
    }

    /// Makes a request again whose answer was lost, while there is patience. The library does so itself for those it
    /// knows to be harmless.
    fn again<T: Send + 'static, F>(&self, mut request: impl FnMut() -> F) -> Result<T, Error>
    where
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let until = Instant::now() + self.patience;
        loop {
            match self.engine.run(request()).map_err(lost)? {
                Err(error) if Instant::now() < until && Told::by(&error).may_have_gone() => {}
                done => return done,
            }
        }
    }

    /// What an error means. Where the store gave no reason, as it gives none for a look at a name alone, it is asked a
    /// question to which it does: a file is missing only where the bucket is there and answers.
    fn explain(&self, digest: Option<Digest>, error: &Error) -> StoreError {
        let mut told = Told::by(error);
        if !told.is_plain() {
            let (store, prefix) = (self.store.clone(), self.key_of(UNFINISHED));
            let asked = self.engine.run(async move { store.list_with_delimiter(Some(&prefix)).await });
            match (asked, digest, error) {
                (Ok(Ok(_)), Some(digest), Error::NotFound { .. }) => {
                    return StoreError::not_found("file", digest);
                }
                (Ok(Ok(_)), ..) => {}
                (Ok(Err(other)), ..) => told = Told::by(&other),
                (Err(error), ..) => return error,
            }
        } else if told.is_code("NoSuchKey")
            && let Some(digest) = digest
        {
            return StoreError::not_found("file", digest);
        }
        self.files_error(told.trouble(), told.said())
    }

    fn files_error(&self, trouble: FileTrouble, said: String) -> StoreError {
        StoreError::Files { place: self.shown.clone(), trouble, said }
    }

    fn takes_conditions(&self) -> bool {
        self.knows_conditions.load(Ordering::Relaxed)
    }

    fn knows_no_conditions(&self) {
        self.knows_conditions.store(false, Ordering::Relaxed);
    }
}

/// A thread of the engine was lost: an error like any other of the library.
fn lost(error: StoreError) -> Error {
    Error::Generic { store: "S3", source: error.into() }
}

fn changed(meta: &ObjectMeta) -> Timestamp {
    Timestamp::from_millisecond(meta.last_modified.timestamp_millis()).unwrap_or(Timestamp::MIN)
}

fn client(place: &BucketPlace, keys: Option<&Keys>) -> Result<AmazonS3> {
    let patience = place.patience;
    // A connection on which nothing moves is given up early enough for a second one.
    let silent = patience / 2;
    let options = ClientOptions::new()
        .with_allow_http(place.is_plain())
        .with_connect_timeout(silent.min(Duration::from_secs(5)))
        .with_timeout_disabled()
        .with_read_timeout(silent);
    let mut retry = RetryConfig { max_retries: 1000, retry_timeout: patience, ..RetryConfig::default() };
    retry.backoff.max_backoff = (patience / 6).max(retry.backoff.init_backoff);
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&place.bucket)
        .with_region(&place.region)
        .with_virtual_hosted_style_request(place.by_host)
        // One request for each: not every store knows the other.
        .with_disable_bulk_delete(true)
        .with_client_options(options)
        .with_retry(retry);
    if let Some(endpoint) = &place.endpoint {
        builder = builder.with_endpoint(match endpoint.split_once("://") {
            Some((scheme, host)) if place.by_host => format!("{scheme}://{}.{host}", place.bucket),
            _ => endpoint.clone(),
        });
    }
    match keys {
        Some(keys) => {
            builder = builder.with_access_key_id(&keys.id).with_secret_access_key(&keys.secret);
            if let Some(token) = &keys.token {
                builder = builder.with_token(token);
            }
        }
        // A machine of Amazon's has keys of its own.
        None if place.endpoint.is_none() => {}
        None => {
            let what = "there are no keys for it: set AMENDS_S3_KEY_ID and AMENDS_S3_SECRET";
            return Err(StoreError::BadPlace { what: what.to_owned() });
        }
    }
    builder.build().map_err(|error| StoreError::BadPlace { what: error.to_string() })
}

/// A file on its way here.
pub(super) struct Incoming<'a> {
    bucket: &'a Bucket,
    digest: Digest,
    size: u64,
    stream: Option<BoxStream<'static, object_store::Result<Bytes>>>,
}

impl Incoming<'_> {
    /// How long it is said to be.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// The next bytes; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Vec<u8>>> {
        let Some(mut stream) = self.stream.take() else { return Ok(None) };
        let (stream, gathered, failed) = self.bucket.engine.run(async move {
            let mut gathered = Vec::new();
            while gathered.len() < GATHERED {
                match stream.next().await {
                    Some(Ok(bytes)) => gathered.extend_from_slice(&bytes),
                    Some(Err(error)) => return (None, gathered, Some(error)),
                    None => return (None, gathered, None),
                }
            }
            (Some(stream), gathered, None)
        })?;
        if let Some(error) = failed {
            return Err(self.bucket.explain(Some(self.digest), &error));
        }
        self.stream = stream;
        Ok((!gathered.is_empty()).then_some(gathered))
    }
}
