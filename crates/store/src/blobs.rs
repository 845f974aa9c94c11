//! Files, each known by the digest of its bytes, in a folder of their own beside the database.
//!
//! A file is whole on the disk, under its final name, before any row names it. So a crash can leave a file
//! that no row names, never a row whose file is missing; [`Blobs::sweep`] takes the former away.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use amends_core::text::Digest;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::{
    db::{Conn, Tx},
    error::{Result, StoreError},
};

/// The folder with the files.
#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
}

/// A file that is safely in the folder; no row names it yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredBlob {
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Its length in bytes.
    pub size: u64,
}

/// Where unfinished files stand.
const UNFINISHED: &str = "unfinished";

impl Blobs {
    /// Opens the folder, and makes it if it is not there.
    pub fn open(folder: &Path) -> Result<Self> {
        let unfinished = folder.join(UNFINISHED);
        fs::create_dir_all(&unfinished).map_err(|error| StoreError::io(&unfinished, &error))?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Whether files can be read and, as far as can be told without writing one, kept.
    pub fn is_reachable(&self) -> bool {
        rustix::fs::access(self.folder.join(UNFINISHED), rustix::fs::Access::WRITE_OK).is_ok()
    }

    /// Where the bytes with this digest stand: `ab/cd/abcd…`, never with an extension, never executable.
    fn path(&self, digest: Digest) -> PathBuf {
        let name = digest.to_string();
        self.folder.join(&name[..2]).join(&name[2..4]).join(name)
    }

    /// Begins a file of at most `limit` bytes. `name` keeps it apart from others being written: a fresh id.
    pub fn writer(&self, name: uuid::Uuid, limit: u64) -> Result<BlobWriter<'_>> {
        let path = self.folder.join(UNFINISHED).join(name.to_string());
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .map_err(|error| StoreError::io(&path, &error))?;
        Ok(BlobWriter { blobs: self, file, path, hash: Sha256::new(), size: 0, limit, finished: false })
    }

    /// Keeps bytes that are all at hand.
    pub fn put(&self, name: uuid::Uuid, bytes: &[u8]) -> Result<StoredBlob> {
        let mut writer = self.writer(name, bytes.len() as u64)?;
        writer.add(bytes)?;
        writer.finish()
    }

    /// The bytes with this digest, checked against it.
    pub fn read(&self, digest: Digest) -> Result<Vec<u8>> {
        let path = self.path(digest);
        let bytes = fs::read(&path).map_err(|error| missing_or(&path, digest, &error))?;
        if Digest::of(&bytes) == digest { Ok(bytes) } else { Err(StoreError::FileDamaged { digest }) }
    }

    /// The file with this digest, open at its beginning, after its bytes were checked against it.
    pub fn open_checked(&self, digest: Digest) -> Result<File> {
        self.check(digest)?;
        let path = self.path(digest);
        File::open(&path).map_err(|error| missing_or(&path, digest, &error))
    }

    /// Checks that the file is there and its bytes have this digest, without holding them all.
    pub fn check(&self, digest: Digest) -> Result<()> {
        let path = self.path(digest);
        let mut file = File::open(&path).map_err(|error| missing_or(&path, digest, &error))?;
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let read = file.read(&mut buffer).map_err(|error| StoreError::io(&path, &error))?;
            if read == 0 {
                break;
            }
            hash.update(&buffer[..read]);
        }
        let found = Digest(hash.finalize().into());
        if found == digest { Ok(()) } else { Err(StoreError::FileDamaged { digest }) }
    }

    /// Takes a file out of the folder for good. Its row goes first: [`forget`].
    pub fn remove(&self, digest: Digest) -> Result<()> {
        let path = self.path(digest);
        match fs::remove_file(&path) {
            Ok(()) => sync_folder_of(&path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(StoreError::io(&path, &error)),
        }
    }

    /// Takes away what a crash left: files that no row names (`named` says), and unfinished ones, where they
    /// are older than `before`. Returns how many.
    pub fn sweep(&self, before: Timestamp, named: &dyn Fn(Digest) -> Result<bool>) -> Result<u64> {
        let before = SystemTime::from(before);
        let mut swept = 0;
        for path in files_under(&self.folder)? {
            let changed = fs::metadata(&path)
                .and_then(|metadata| metadata.modified())
                .map_err(|error| StoreError::io(&path, &error))?;
            if changed >= before {
                continue;
            }
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let unfinished = path.parent().is_some_and(|folder| folder.ends_with(UNFINISHED));
            let orphan = match name.parse::<Digest>() {
                Ok(digest) => !named(digest)?,
                // Nothing else is ours to take away.
                Err(_) => unfinished,
            };
            if orphan {
                fs::remove_file(&path).map_err(|error| StoreError::io(&path, &error))?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}

fn missing_or(path: &Path, digest: Digest, error: &io::Error) -> StoreError {
    if error.kind() == io::ErrorKind::NotFound {
        StoreError::not_found("file", digest)
    } else {
        StoreError::io(path, error)
    }
}

fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| StoreError::io(&folder, &error))? {
            let entry = entry.map_err(|error| StoreError::io(&folder, &error))?;
            let kind = entry.file_type().map_err(|error| StoreError::io(entry.path(), &error))?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    Ok(files)
}

/// Makes sure the disk knows of a name in a folder.
fn sync_folder_of(path: &Path) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| StoreError::io(folder, &error))
}

/// A file on its way in: hashed and counted as it comes. Dropped before [`finish`](Self::finish), it leaves nothing.
#[derive(Debug)]
pub struct BlobWriter<'a> {
    blobs: &'a Blobs,
    file: File,
    path: PathBuf,
    hash: Sha256,
    size: u64,
    limit: u64,
    finished: bool,
}

impl BlobWriter<'_> {
    /// Adds bytes. Fails with [`StoreError::TooLarge`] beyond the limit; nothing is kept then.
    pub fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > self.limit {
            return Err(StoreError::TooLarge { limit: self.limit });
        }
        self.hash.update(bytes);
        self.file.write_all(bytes).map_err(|error| StoreError::io(&self.path, &error))
    }

    /// Brings the bytes to the disk, gives them their name, and brings that to the disk too.
    pub fn finish(mut self) -> Result<StoredBlob> {
        let failed = |path: &Path, error: io::Error| StoreError::io(path, &error);
        self.file.sync_all().map_err(|error| failed(&self.path, error))?;
        let digest = Digest(self.hash.clone().finalize().into());
        let target = self.blobs.path(digest);
        let folder = target.parent().unwrap_or(&self.blobs.folder);
        fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
        fs::rename(&self.path, &target).map_err(|error| failed(&target, error))?;
        self.finished = true;
        // The names of new folders must last as well as the file's.
        for folder in folder.ancestors().take_while(|folder| folder.starts_with(&self.blobs.folder)) {
            File::open(folder).and_then(|open| open.sync_all()).map_err(|error| failed(folder, error))?;
        }
        Ok(StoredBlob { digest, size: self.size })
    }
}

impl Drop for BlobWriter<'_> {
    fn drop(&mut self) {
        if !self.finished {
            // What stays behind, the sweep takes.
            drop(fs::remove_file(&self.path));
        }
    }
}

/// Notes a file that is safely in the folder. Noting it again changes nothing.
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

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn folder() -> (tempfile::TempDir, Blobs) {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::open(&folder.path().join("blobs")).unwrap();
        (folder, blobs)
    }

    #[test]
    fn a_file_comes_back_as_it_was_and_twice_is_once() {
        let (_folder, blobs) = folder();
        let one = blobs.put(Uuid::from_u128(1), b"%PDF").unwrap();
        let two = blobs.put(Uuid::from_u128(2), b"%PDF").unwrap();
        assert_eq!(one, two);
        assert_eq!(one, StoredBlob { digest: Digest::of(b"%PDF"), size: 4 });
        assert_eq!(blobs.read(one.digest).unwrap(), b"%PDF");
        assert_eq!(files_under(&blobs.folder).unwrap().len(), 1);
    }

    #[test]
    fn a_file_over_the_limit_leaves_nothing() {
        let (_folder, blobs) = folder();
        let mut writer = blobs.writer(Uuid::from_u128(1), 5).unwrap();
        writer.add(b"12345").unwrap();
        assert_eq!(writer.add(b"6"), Err(StoreError::TooLarge { limit: 5 }));
        drop(writer);
        assert!(files_under(&blobs.folder).unwrap().is_empty());
    }

    #[test]
    fn a_damaged_file_is_not_handed_out() {
        let (_folder, blobs) = folder();
        let stored = blobs.put(Uuid::from_u128(1), b"the minutes").unwrap();
        fs::write(blobs.path(stored.digest), b"the minutez").unwrap();
        let damaged = StoreError::FileDamaged { digest: stored.digest };
        assert_eq!(blobs.read(stored.digest), Err(damaged.clone()));
        assert_eq!(blobs.check(stored.digest), Err(damaged.clone()));
        assert_eq!(blobs.open_checked(stored.digest).unwrap_err(), damaged);
    }

    #[cfg(unix)]
    #[test]
    fn no_file_is_executable() {
        use std::os::unix::fs::PermissionsExt as _;
        let (_folder, blobs) = folder();
        let stored = blobs.put(Uuid::from_u128(1), b"#!/bin/sh").unwrap();
        let mode = fs::metadata(blobs.path(stored.digest)).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0);
    }

    #[test]
    fn the_sweep_takes_what_a_crash_left_and_nothing_else() {
        let (_folder, blobs) = folder();
        let named = blobs.put(Uuid::from_u128(1), b"named").unwrap();
        let orphan = blobs.put(Uuid::from_u128(2), b"orphan").unwrap();
        let mut writer = blobs.writer(Uuid::from_u128(3), 10).unwrap();
        writer.add(b"half").unwrap();
        std::mem::forget(writer);
        let early: Timestamp = "2000-01-01T00:00:00Z".parse().unwrap();
        let late: Timestamp = "2200-01-01T00:00:00Z".parse().unwrap();
        let is_named = |digest| Ok(digest == named.digest);
        assert_eq!(blobs.sweep(early, &is_named).unwrap(), 0);
        assert_eq!(blobs.sweep(late, &is_named).unwrap(), 2);
        assert_eq!(blobs.read(named.digest).unwrap(), b"named");
        assert!(matches!(blobs.read(orphan.digest), Err(StoreError::NotFound { .. })));
    }
}
