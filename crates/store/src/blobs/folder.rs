//! Files in a folder of a disk of this computer: whole on the disk, under their final name, before anybody is told.
//!
//! A file lasts once its bytes and its name are on the disk, and the names of the folders above it. Folders are never
//! taken away, so those whose names this process has seen to the disk are not looked at again; what another process did or
//! left undone is not relied on.

use std::{
    collections::HashSet,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
    time::SystemTime,
};

use amends_core::text::Digest;
use jiff::Timestamp;

use super::{Listed, UNFINISHED, below};
use crate::error::{Result, StoreError};

/// The folder with the files.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    folder: PathBuf,
    lasting: Arc<Lasting>,
}

/// The folders of files whose names, and those of all above them, are on the disk: at most 65,792 of them.
#[derive(Debug, Default)]
struct Lasting(RwLock<HashSet<PathBuf>>);

impl Lasting {
    fn has(&self, folder: &Path) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).contains(folder)
    }

    fn add(&self, folder: PathBuf) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(folder);
    }
}

impl Folder {
    /// Opens the folder, and makes it if it is not there.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let unfinished = folder.join(UNFINISHED);
        fs::create_dir_all(&unfinished).map_err(|error| StoreError::io(&unfinished, &error))?;
        Ok(Self { folder: folder.to_owned(), lasting: Arc::default() })
    }

    pub(super) fn is_writable(&self) -> bool {
        rustix::fs::access(self.folder.join(UNFINISHED), rustix::fs::Access::WRITE_OK).is_ok()
    }

    /// Where it stands, for people.
    pub(super) fn shown(&self) -> String {
        self.folder.display().to_string()
    }

    /// Where the bytes with this digest stand: never with an extension, never executable.
    pub(super) fn path(&self, digest: Digest) -> PathBuf {
        self.folder.join(below(digest))
    }

    /// Those of a folder for files and the one above it whose names this process has not seen to the disk, the upper
    /// first; both where the folder is not there.
    fn not_lasting<'a>(&self, folder: &'a Path) -> Vec<&'a Path> {
        let is_there = folder.is_dir();
        let mut new: Vec<&Path> = folder
            .ancestors()
            .take_while(|above| *above != self.folder)
            .filter(|above| !is_there || !self.lasting.has(above))
            .collect();
        new.reverse();
        new
    }

    /// Begins a file under a name of its own.
    pub(super) fn begin(&self, name: uuid::Uuid) -> Result<Unfinished<'_>> {
        let path = self.folder.join(UNFINISHED).join(name.to_string());
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .map_err(|error| StoreError::io(&path, &error))?;
        Ok(Unfinished { whole: self, file, path, finished: false })
    }

    /// The file with this digest, open at its beginning, and how long it is.
    pub(super) fn open_file(&self, digest: Digest) -> Result<(File, u64)> {
        let path = self.path(digest);
        let opened = File::open(&path).and_then(|file| Ok((file.metadata()?.len(), file)));
        opened.map(|(size, file)| (file, size)).map_err(|error| missing_or(&path, digest, &error))
    }

    /// How long the file is, where it is there.
    pub(super) fn size(&self, digest: Digest) -> Result<Option<u64>> {
        let path = self.path(digest);
        match fs::metadata(&path) {
            Ok(metadata) => Ok(Some(metadata.len())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::io(path, &error)),
        }
    }

    /// Takes a file away for good.
    pub(super) fn remove(&self, digest: Digest) -> Result<()> {
        let path = self.path(digest);
        match fs::remove_file(&path) {
            Ok(()) => sync_folder_of(&path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(StoreError::io(&path, &error)),
        }
    }

    /// Takes away what a crash left: see [`super::Blobs::sweep`].
    pub(super) fn sweep(&self, before: Timestamp, named: &dyn Fn(Digest) -> Result<bool>) -> Result<u64> {
        let before = SystemTime::from(before);
        let mut swept = 0;
        for path in files_under(&self.folder)? {
            let (_, changed) = size_and_time(&path)?;
            if changed >= before {
                continue;
            }
            let unfinished = path.parent().is_some_and(|folder| folder.ends_with(UNFINISHED));
            let orphan = match digest_of(&path) {
                Some(digest) => !named(digest)?,
                // Nothing else is ours to take away.
                None => unfinished,
            };
            if orphan {
                fs::remove_file(&path).map_err(|error| StoreError::io(&path, &error))?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    /// Every file that is finished.
    pub(super) fn list(&self, each: &mut dyn FnMut(Listed) -> Result<()>) -> Result<()> {
        for path in files_under(&self.folder)? {
            let Some(digest) = digest_of(&path).filter(|digest| self.path(*digest) == path) else { continue };
            let (size, changed) = size_and_time(&path)?;
            let changed = Timestamp::try_from(changed).unwrap_or(Timestamp::MIN);
            each(Listed { digest, size, changed })?;
        }
        Ok(())
    }
}

fn digest_of(path: &Path) -> Option<Digest> {
    path.file_name().and_then(|name| name.to_str())?.parse().ok()
}

fn size_and_time(path: &Path) -> Result<(u64, SystemTime)> {
    fs::metadata(path)
        .and_then(|metadata| Ok((metadata.len(), metadata.modified()?)))
        .map_err(|error| StoreError::io(path, &error))
}

fn missing_or(path: &Path, digest: Digest, error: &io::Error) -> StoreError {
    if error.kind() == io::ErrorKind::NotFound {
        StoreError::not_found("file", digest)
    } else {
        StoreError::io(path, error)
    }
}

pub(super) fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
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
    sync(path.parent().unwrap_or(path))
}

/// Brings the names in a folder to the disk.
fn sync(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|open| open.sync_all()).map_err(|error| StoreError::io(folder, &error))
}

/// A file that is not whole yet. Dropped before [`keep`](Self::keep), it leaves nothing.
#[derive(Debug)]
pub(super) struct Unfinished<'a> {
    whole: &'a Folder,
    file: File,
    path: PathBuf,
    finished: bool,
}

impl Unfinished<'_> {
    /// Adds bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(|error| StoreError::io(&self.path, &error))
    }

    /// Gives the bytes their name and brings both to the disk.
    ///
    /// A new name is given first, as a disk that is told of a file's bytes writes its name, and new folders above it, along
    /// with them. Where the machine stops in between, a part may stand under the name; no row names it, and whoever brings
    /// the bytes again puts them in its place. A file that has the name already may be one that a row names: it gives way
    /// only to bytes that are on the disk.
    pub(super) fn keep(mut self, digest: Digest) -> Result<()> {
        let target = self.whole.path(digest);
        let folder = target.parent().unwrap_or(&self.whole.folder);
        let new = self.whole.not_lasting(folder);
        if !new.is_empty() {
            fs::create_dir_all(folder).map_err(|error| StoreError::io(folder, &error))?;
        }
        self.finished = self.named_anew(&target);
        self.file.sync_all().map_err(|error| StoreError::io(&self.path, &error))?;
        if !self.finished {
            fs::rename(&self.path, &target).map_err(|error| StoreError::io(&target, &error))?;
            self.finished = true;
        }
        sync(folder)?;
        for new in new {
            // Its own name stands in the folder above it.
            sync(new.parent().unwrap_or(&self.whole.folder))?;
            self.whole.lasting.add(new.to_owned());
        }
        Ok(())
    }

    /// Gives the file its name where none has it, as far as this disk can do that; tells whether it has it now.
    fn named_anew(&self, target: &Path) -> bool {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, &self.path, CWD, target, RenameFlags::NOREPLACE).is_ok()
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if !self.finished {
            // What stays behind, the sweep takes.
            drop(fs::remove_file(&self.path));
        }
    }
}
