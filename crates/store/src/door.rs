//! What must be so before the data folder is opened: nobody else has it, and it is on a local disk.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read as _, Seek as _, Write as _},
    path::{Path, PathBuf},
};

use crate::error::{Result, StoreError};

/// Holds the data folder for this process alone, until it is dropped. The operating system lets go of it
/// when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct Door {
    _file: File,
}

impl Door {
    /// Makes the folder of a database where there is none, refuses one on a network disk, and shuts the door.
    pub(crate) fn before(database: &Path) -> Result<Self> {
        let folder =
            database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(|error| StoreError::io(folder, &error))?;
        refuse_network_disk(folder)?;
        Self::shut_behind(database)
    }

    /// Takes the lock file beside the database, and writes this process into it.
    pub(crate) fn shut_behind(database: &Path) -> Result<Self> {
        let path = lock_path(database);
        let failed = |error: &std::io::Error| StoreError::io(&path, error);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::InUse { path: database.to_owned(), holder: holder(&mut file) });
            }
            Err(TryLockError::Error(error)) => return Err(failed(&error)),
        }
        file.set_len(0).map_err(|error| failed(&error))?;
        writeln!(file, "process {}", std::process::id()).map_err(|error| failed(&error))?;
        Ok(Self { _file: file })
    }
}

fn holder(file: &mut File) -> String {
    let mut text = String::new();
    let read = file.rewind().and_then(|()| file.read_to_string(&mut text));
    match read {
        Ok(_) if !text.trim().is_empty() => text.trim().to_owned(),
        Ok(_) | Err(_) => "another process".to_owned(),
    }
}

/// Who has a database, as the lock file says.
pub(crate) fn holder_of(database: &Path) -> String {
    match File::open(lock_path(database)) {
        Ok(mut file) => holder(&mut file),
        Err(_) => "another process".to_owned(),
    }
}

/// Where the lock of a database is.
fn lock_path(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

/// Refuses a folder on a network file system, where locks and write order cannot be relied on.
#[cfg(target_os = "linux")]
pub(crate) fn refuse_network_disk(folder: &Path) -> Result<()> {
    let found = rustix::fs::statfs(folder).map_err(|error| StoreError::io(folder, &error.into()))?;
    match network_file_system(found.f_type.cast_unsigned() & 0xffff_ffff) {
        Some(kind) => Err(StoreError::NetworkDisk { path: folder.to_owned(), kind: kind.to_owned() }),
        None => Ok(()),
    }
}

/// Refuses a folder on a network file system. This system does not tell; the manual does.
#[cfg(not(target_os = "linux"))]
pub(crate) fn refuse_network_disk(_folder: &Path) -> Result<()> {
    Ok(())
}

/// The network file systems known by their number in `statfs(2)`.
#[cfg(target_os = "linux")]
fn network_file_system(number: impl Into<u64>) -> Option<&'static str> {
    match number.into() {
        0x6969 => Some("NFS"),
        0x517b | 0xff53_4d42 | 0xfe53_4d42 => Some("SMB"),
        0x5346_414f => Some("AFS"),
        0x00c3_6400 => Some("Ceph"),
        0x564c => Some("NCP"),
        0x7375_7245 => Some("Coda"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_to_come_hears_who_is_inside() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("amends.db");
        let first = Door::shut_behind(&database).unwrap();
        let error = Door::shut_behind(&database).unwrap_err();
        let StoreError::InUse { holder, .. } = &error else { panic!("{error}") };
        assert_eq!(*holder, format!("process {}", std::process::id()));
        assert!(error.to_string().contains("stop that one first"));
        drop(first);
        Door::shut_behind(&database).unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn network_disks_are_known_by_name() {
        assert_eq!(network_file_system(0x6969_u32), Some("NFS"));
        assert_eq!(network_file_system(0xfe53_4d42_u32), Some("SMB"));
        assert_eq!(network_file_system(0xef53_u32), None);
        refuse_network_disk(tempfile::tempdir().unwrap().path()).unwrap();
    }
}
