//! What is promised of files, held against a folder. `crates/store/tests/objects` holds the same against a bucket.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on breaks off")]

#[macro_use]
mod stories;

use std::path::{Path, PathBuf};

use amends_core::text::Digest;
use amends_store::blobs::Blobs;

/// A folder of files that is gone with the test.
struct Ground {
    folder: tempfile::TempDir,
    blobs: Blobs,
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::open(&folder.path().join("blobs")).unwrap();
        Self { folder, blobs }
    }

    fn path(&self, digest: Digest) -> PathBuf {
        self.folder.path().join("blobs").join(stories::name(digest))
    }
}

impl stories::Ground for Ground {
    fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    fn damage(&self, digest: Digest, bytes: &[u8]) {
        std::fs::write(self.path(digest), bytes).unwrap();
    }

    fn count(&self) -> usize {
        fn under(folder: &Path) -> usize {
            let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            entries.map(|path| if path.is_dir() { under(&path) } else { 1 }).sum()
        }
        under(&self.folder.path().join("blobs"))
    }
}

stories!(Ground::new());

#[cfg(unix)]
#[test]
fn no_file_is_executable() {
    use std::os::unix::fs::PermissionsExt as _;
    let ground = Ground::new();
    let stored = ground.blobs.put(uuid::Uuid::from_u128(1), b"#!/bin/sh").unwrap();
    let mode = std::fs::metadata(ground.path(stored.digest)).unwrap().permissions().mode();
    assert_eq!(mode & 0o111, 0);
}

#[test]
fn what_a_crash_left_half_written_is_swept_when_it_is_old() {
    let ground = Ground::new();
    let mut writer = ground.blobs.writer(uuid::Uuid::from_u128(3), 10).unwrap();
    writer.add(b"half").unwrap();
    std::mem::forget(writer);
    let at = |text: &str| text.parse().unwrap();
    assert_eq!(ground.blobs.sweep(at("2000-01-01T00:00:00Z"), &|_| Ok(false)).unwrap(), 0);
    assert_eq!(ground.blobs.sweep(at("2200-01-01T00:00:00Z"), &|_| Ok(false)).unwrap(), 1);
    assert_eq!(stories::Ground::count(&ground), 0);
}
