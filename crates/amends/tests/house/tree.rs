//! The files of the repository, without what is built or fetched.

use std::path::{Path, PathBuf};

/// One file.
pub(crate) struct File {
    /// Its path below the root, with `/` between the parts.
    pub(crate) path: String,
    bytes: Vec<u8>,
}

impl File {
    /// Its text, if it is text.
    pub(crate) fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// Whether its name ends in `.ending`.
    pub(crate) fn is(&self, ending: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, end)| end == ending)
    }

    /// The name without its folders.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below the root, in order.
pub(crate) fn files() -> Vec<File> {
    let root = root();
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !matches!(name.as_str(), ".git" | "target" | "node_modules" | "__pycache__") {
                    folders.push(path);
                }
            } else if name != ".git" {
                let below = path.strip_prefix(&root).unwrap();
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                files.push(File { path: parts.join("/"), bytes: std::fs::read(&path).unwrap() });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(files.len() > 20, "the repository was not found at {}", root.display());
    files
}

/// The Rust sources with their text.
pub(crate) fn sources() -> Vec<(String, String)> {
    files()
        .into_iter()
        .filter(|file| file.is("rs"))
        .map(|file| (file.path.clone(), file.text().unwrap().to_owned()))
        .collect()
}

/// Fails with the faults, one a line, and what to do about them.
#[track_caller]
pub(crate) fn expect_none(faults: &[String], mend: &str) {
    assert!(faults.is_empty(), "{mend}\n  {}\n", faults.join("\n  "));
}
