//! The log of disposals beside the database: a line for each certificate, each bound to the one before. It is no part of
//! the database, so that a copy from an older backup learns from it what must go again.

use std::{
    fs::{File, OpenOptions},
    io::{Read as _, Seek as _, SeekFrom, Write as _},
    path::PathBuf,
};

use amends_core::text::Digest;
use amends_store::error::StoreError;
use serde::{Deserialize, Serialize};

use super::Certificate;

/// The log.
#[derive(Debug, Clone)]
pub struct Log {
    path: PathBuf,
}

/// One line.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// The digest of the line before; that of nothing in the first.
    previous: Digest,
    certificate: Certificate,
}

impl Log {
    /// The log in a file.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Every certificate in it, the first first. A file that is not there has none; a last line that was not finished
    /// is no line.
    ///
    /// # Errors
    /// Where the file cannot be read, or a line in it was changed or taken away.
    pub fn read(&self) -> Result<Vec<Certificate>, StoreError> {
        let Some(text) = self.text()? else { return Ok(Vec::new()) };
        let mut previous = Digest::of(b"");
        let mut found = Vec::new();
        for (nth, line) in whole(&text).lines().enumerate() {
            let wrong = |why: String| {
                let path = self.path.display();
                StoreError::damaged(format!(
                    "{path} line {}: {why}; put back the copy kept elsewhere",
                    nth + 1
                ))
            };
            let entry: Entry = serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
            if entry.previous != previous {
                return Err(wrong("a line before it was changed or taken away".to_owned()));
            }
            previous = Digest::of(line.as_bytes());
            found.push(entry.certificate);
        }
        Ok(found)
    }

    /// Adds a certificate, and returns once it is on the disk. One that is there already is not added again.
    ///
    /// # Errors
    /// Where the file cannot be written, or was changed.
    pub fn append(&self, certificate: &Certificate) -> Result<(), StoreError> {
        let known = self.read()?;
        if known.iter().any(|one| one.disposal.certificate == certificate.disposal.certificate) {
            return Ok(());
        }
        let text = self.text()?.unwrap_or_default();
        let kept = whole(&text);
        let previous = Digest::of(kept.lines().next_back().unwrap_or_default().as_bytes());
        let entry = Entry { previous, certificate: certificate.clone() };
        let mut line =
            serde_json::to_string(&entry).map_err(|error| StoreError::damaged(error.to_string()))?;
        line.push('\n');
        self.write(kept.len() as u64, &line)
    }

    fn write(&self, at: u64, line: &str) -> Result<(), StoreError> {
        let failed = |error: std::io::Error| StoreError::io(&self.path, &error);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&self.path).map_err(failed)?;
        // What a crash left unfinished goes.
        file.set_len(at).map_err(failed)?;
        file.seek(SeekFrom::Start(at)).map_err(failed)?;
        file.write_all(line.as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        let folder = self.path.parent().unwrap_or(&self.path);
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
    }

    fn text(&self) -> Result<Option<String>, StoreError> {
        let mut text = String::new();
        match File::open(&self.path).and_then(|mut file| file.read_to_string(&mut text)) {
            Ok(_) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::io(&self.path, &error)),
        }
    }
}

/// The lines that were finished.
fn whole(text: &str) -> &str {
    text.rfind('\n').map_or("", |end| &text[..=end])
}
