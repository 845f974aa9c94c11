//! Files, each known by the digest of its bytes: in a folder beside the database, or in a bucket of an S3-compatible
//! store.
//!
//! A file is whole where it is kept, under its final name, before any row names it. So a crash can leave a file that no
//! row names, never a row whose file is missing; [`Blobs::sweep`] takes the former away.

mod bucket;
mod copy;
mod folder;
mod place;
mod trouble;

use std::{
    fmt,
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use amends_core::text::Digest;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::{
    db::{Conn, Tx},
    error::{Result, StoreError},
};
use bucket::{Bucket, Incoming, Spool};
pub use copy::{Copied, Copying, copy};
use folder::{Folder, Unfinished};
pub use place::{BucketPlace, Keys, PATIENCE, Place};
pub use trouble::FileTrouble;

/// Where the files are. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Blobs {
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Folder(Folder),
    Bucket(Arc<Bucket>),
}

/// A file that is safely kept; no row names it yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredBlob {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Its length in bytes.
    pub size: u64,
}

/// A file as a list tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// SHA-256 its bytes should have.
    pub digest: Digest,
    /// Its length in bytes.
    pub size: u64,
    /// When it was put there.
    pub changed: Timestamp,
}

/// What a place of files turned out to do, beyond keeping them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probed {
    /// It refuses to overwrite where it is asked to. Without that files are safe all the same, as equal names hold equal bytes.
    pub conditional: bool,
    /// It keeps old versions: what is destroyed would stay there.
    pub keeps_old: bool,
}

/// Where unfinished files stand.
const UNFINISHED: &str = "unfinished";

/// Where the bytes with a digest stand below their place, of either kind: `ab/cd/abcd…`.
fn below(digest: Digest) -> String {
    let name = digest.to_string();
    format!("{}/{}/{name}", &name[..2], &name[2..4])
}

impl Blobs {
    /// Opens a folder, and makes it if it is not there.
    pub fn open(folder: &Path) -> Result<Self> {
        Ok(Self { kind: Kind::Folder(Folder::open(folder)?) })
    }

    /// Opens a place of either kind. A bucket is not asked anything yet, so that an office can open while it is away;
    /// what is on its way there is gathered in the folder `spool`.
    pub fn at(place: &Place, keys: Option<&Keys>, spool: &Path) -> Result<Self> {
        match place {
            Place::Folder(folder) => Self::open(folder),
            Place::Bucket(place) => {
                Ok(Self { kind: Kind::Bucket(Arc::new(Bucket::open(place, keys, spool)?)) })
            }
        }
    }

    /// Where the files are, for people: without any secret.
    pub fn shown(&self) -> String {
        match &self.kind {
            Kind::Folder(folder) => folder.shown(),
            Kind::Bucket(bucket) => bucket.shown(),
        }
    }

    /// Whether files can be read and, as far as can be told without writing one, kept. A store on the network is given a
    /// second to answer.
    pub fn is_reachable(&self) -> bool {
        match &self.kind {
            Kind::Folder(folder) => folder.is_writable(),
            Kind::Bucket(bucket) => bucket.answers(),
        }
    }

    /// Whether files are kept on the network, where another computer can be at fault.
    pub fn is_elsewhere(&self) -> bool {
        matches!(self.kind, Kind::Bucket(_))
    }

    /// Begins a file of at most `limit` bytes. `name` keeps it apart from others being written: a fresh id.
    pub fn writer(&self, name: uuid::Uuid, limit: u64) -> Result<BlobWriter<'_>> {
        let way = match &self.kind {
            Kind::Folder(folder) => Way::Folder(folder.begin(name)?),
            Kind::Bucket(bucket) => Way::Bucket(Spool::begin(bucket)?),
        };
        Ok(BlobWriter { way, hash: Sha256::new(), size: 0, limit })
    }

    /// Keeps bytes that are all at hand.
    pub fn put(&self, name: uuid::Uuid, bytes: &[u8]) -> Result<StoredBlob> {
        let mut writer = self.writer(name, bytes.len() as u64)?;
        writer.add(bytes)?;
        writer.finish()
    }

    /// The bytes with this digest, checked against it.
    pub fn read(&self, digest: Digest) -> Result<Vec<u8>> {
        let mut source = self.source(digest)?;
        let mut bytes = Vec::with_capacity(usize::try_from(source.size()).unwrap_or(0).min(AT_HAND));
        while let Some(some) = source.next()? {
            bytes.extend_from_slice(&some);
        }
        if Digest::of(&bytes) == digest { Ok(bytes) } else { Err(StoreError::FileDamaged { digest }) }
    }

    /// The file with this digest, open at its beginning, after its bytes were checked against it: one in a bucket is
    /// fetched first. Whoever reads it holds no more of it than they want to.
    pub fn open_checked(&self, digest: Digest) -> Result<File> {
        match &self.kind {
            Kind::Folder(folder) => {
                self.check(digest)?;
                Ok(folder.open_file(digest)?.0)
            }
            Kind::Bucket(bucket) => {
                let mut incoming = bucket.open_file(digest)?;
                let mut spool = Spool::begin(bucket)?;
                let found = digest_of_all(|| {
                    let some = incoming.next()?;
                    some.as_deref().map_or(Ok(()), |some| spool.add(some))?;
                    Ok(some)
                })?;
                if found == digest { spool.rewound() } else { Err(StoreError::FileDamaged { digest }) }
            }
        }
    }

    /// Checks that the file is there and its bytes have this digest, without holding them all.
    pub fn check(&self, digest: Digest) -> Result<()> {
        let mut source = self.source(digest)?;
        let found = digest_of_all(|| source.next())?;
        if found == digest { Ok(()) } else { Err(StoreError::FileDamaged { digest }) }
    }

    /// How many bytes the file has, where it is there. Its bytes are not looked at.
    pub fn size(&self, digest: Digest) -> Result<Option<u64>> {
        match &self.kind {
            Kind::Folder(folder) => folder.size(digest),
            Kind::Bucket(bucket) => bucket.size(digest),
        }
    }

    /// Asked once a row names the file, and before anybody is told that it was taken: whether it is still there. A
    /// sweep or a disposal of the same bytes may have come between.
    pub fn confirm(&self, stored: StoredBlob) -> Result<()> {
        match self.size(stored.digest)? {
            Some(size) if size == stored.size => Ok(()),
            Some(_) => Err(StoreError::FileDamaged { digest: stored.digest }),
            None => Err(StoreError::not_found("file", stored.digest)),
        }
    }

    /// Takes a file away for good. Its row goes first: [`forget`].
    pub fn remove(&self, digest: Digest) -> Result<()> {
        match &self.kind {
            Kind::Folder(folder) => folder.remove(digest),
            Kind::Bucket(bucket) => bucket.remove(digest),
        }
    }

    /// Takes away what a crash left: files that no row names (`named` says), and unfinished ones, where they
    /// are older than `before`. Returns how many.
    pub fn sweep(&self, before: Timestamp, named: &dyn Fn(Digest) -> Result<bool>) -> Result<u64> {
        match &self.kind {
            Kind::Folder(folder) => folder.sweep(before, named),
            Kind::Bucket(bucket) => bucket.sweep(before, named),
        }
    }

    /// Every file that is there, in no order that matters. Whether its bytes are whole, [`Self::check`] tells.
    pub fn list(&self, each: &mut dyn FnMut(Listed) -> Result<()>) -> Result<()> {
        match &self.kind {
            Kind::Folder(folder) => folder.list(each),
            Kind::Bucket(bucket) => bucket.list(each),
        }
    }

    /// Tries what the office needs: a file of no account, named by a fresh id, is put there, not overwritten, read,
    /// listed and taken away.
    pub fn probe(&self, name: uuid::Uuid) -> Result<Probed> {
        match &self.kind {
            Kind::Folder(folder) => {
                let mut unfinished = folder.begin(name)?;
                unfinished.add(name.as_bytes())?;
                Ok(Probed { conditional: true, keeps_old: false })
            }
            Kind::Bucket(bucket) => bucket.probe(name),
        }
    }

    fn source(&self, digest: Digest) -> Result<Source<'_>> {
        Ok(match &self.kind {
            Kind::Folder(folder) => {
                let (file, size) = folder.open_file(digest)?;
                Source::Folder { file, size, path: folder.path(digest) }
            }
            Kind::Bucket(bucket) => Source::Bucket(bucket.open_file(digest)?),
        })
    }
}

impl fmt::Display for Blobs {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.shown())
    }
}

/// So many bytes are read at once from a folder.
const PIECE: u64 = 256 * 1024;

/// A size somebody else tells is believed up to so many bytes before they are there.
const AT_HAND: usize = 64 * 1024 * 1024;

/// A file being read from either kind of place.
enum Source<'a> {
    Folder { file: File, size: u64, path: PathBuf },
    Bucket(Incoming<'a>),
}

impl Source<'_> {
    /// How long it is said to be.
    fn size(&self) -> u64 {
        match self {
            Self::Folder { size, .. } => *size,
            Self::Bucket(incoming) => incoming.size(),
        }
    }

    /// The next bytes; nothing at the end.
    fn next(&mut self) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Folder { file, path, .. } => {
                let mut bytes = Vec::new();
                let read = file.by_ref().take(PIECE).read_to_end(&mut bytes);
                read.map_err(|error: io::Error| StoreError::io(path.as_path(), &error))?;
                Ok((!bytes.is_empty()).then_some(bytes))
            }
            Self::Bucket(incoming) => incoming.next(),
        }
    }
}

/// The digest of everything that comes.
fn digest_of_all(mut next: impl FnMut() -> Result<Option<Vec<u8>>>) -> Result<Digest> {
    let mut hash = Sha256::new();
    while let Some(some) = next()? {
        hash.update(&some);
    }
    Ok(Digest(hash.finalize().into()))
}

/// A file on its way in: hashed and counted as it comes. Dropped before [`finish`](Self::finish), it leaves nothing.
#[derive(Debug)]
pub struct BlobWriter<'a> {
    way: Way<'a>,
    hash: Sha256,
    size: u64,
    limit: u64,
}

#[derive(Debug)]
enum Way<'a> {
    Folder(Unfinished<'a>),
    Bucket(Spool<'a>),
}

impl BlobWriter<'_> {
    /// Adds bytes. Fails with [`StoreError::TooLarge`] beyond the limit; nothing is kept then.
    pub fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > self.limit {
            return Err(StoreError::TooLarge { limit: self.limit });
        }
        self.hash.update(bytes);
        match &mut self.way {
            Way::Folder(unfinished) => unfinished.add(bytes),
            Way::Bucket(spool) => spool.add(bytes),
        }
    }

    /// Brings the bytes where they are kept, under their final name, and comes back once they are safe there.
    pub fn finish(self) -> Result<StoredBlob> {
        let digest = Digest(self.hash.finalize().into());
        match self.way {
            Way::Folder(unfinished) => unfinished.keep(digest)?,
            Way::Bucket(spool) => spool.keep(digest, self.size)?,
        }
        Ok(StoredBlob { digest, size: self.size })
    }

    /// As [`finish`](Self::finish), where the bytes must have this digest; nothing is kept where they have not.
    pub fn finish_as(self, digest: Digest) -> Result<StoredBlob> {
        let found = Digest(self.hash.clone().finalize().into());
        if found == digest { self.finish() } else { Err(StoreError::FileDamaged { digest }) }
    }
}

/// Notes a file that is safely kept. Noting it again changes nothing.
pub fn record(tx: &Tx<'_>, stored: StoredBlob, media_type: &str, at: Timestamp) -> Result<()> {
    let size =
        i64::try_from(stored.size).map_err(|_| StoreError::TooLarge { limit: i64::MAX.unsigned_abs() })?;
    let sql = "INSERT INTO blob (digest, size, media_type, stored_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (digest) DO NOTHING";
    tx.execute(sql, &[stored.digest.into(), size.into(), media_type.into(), at.into()]).map(|_| ())
}

/// Whether a row names this file.
pub fn is_recorded(c: &Conn<'_>, digest: Digest) -> Result<bool> {
    let found =
        c.one("SELECT size FROM blob WHERE digest = $1", &[digest.into()], |row| row.get::<i64>(0))?;
    Ok(found.is_some())
}

/// Forgets the row of a file; the file itself goes with [`Blobs::remove`] after the commit.
pub fn forget(tx: &Tx<'_>, digest: Digest) -> Result<()> {
    tx.execute("DELETE FROM blob WHERE digest = $1", &[digest.into()]).map(|_| ())
}
