//! The text of a file of evidence, shown as text and nothing else; what cannot be read says so.

use std::time::Duration;

use amends_core::{case::Evidence, evidence::FileRef, text::Digest};
use serde::Serialize;

use crate::{
    document::{self, Limits},
    office::Office,
    web::staff::matter::Matter,
};

/// Of a file's text so many characters are shown on the page; the rest is in the file.
const PREVIEW_CHARACTERS: usize = 20_000;

/// A larger file is for downloading, not for looking at here.
const PREVIEW_BYTES: u64 = 10 * 1024 * 1024;

/// The text of the file that is looked at.
#[derive(Serialize)]
pub(super) struct Preview {
    name: String,
    lines: Vec<String>,
    cut: bool,
    problem: Option<String>,
}

/// A size as people write it; the same in both languages.
pub(super) fn size_words(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{} MB", bytes.div_ceil(1_048_576)),
    }
}

/// Text and PDF are shown as text, and office files as far as they have any; pictures are for downloading.
pub(super) fn is_readable(file: &FileRef) -> bool {
    matches!(file.media_type.as_str(), "text/plain" | "application/pdf" | "application/zip")
        && file.size <= PREVIEW_BYTES
}

/// The text of the file asked for, or of the first that has any.
pub(super) fn of(
    office: &Office,
    matter: &Matter,
    submissions: &[&Evidence],
    wanted: &str,
) -> Option<Preview> {
    let mut files =
        submissions.iter().flat_map(|found| &found.submission.files).filter(|file| is_readable(file));
    let file = match wanted.parse::<Digest>() {
        Ok(digest) => files.find(|file| file.digest == digest)?,
        Err(_) => files.next()?,
    };
    let limits = Limits { file_bytes: PREVIEW_BYTES, pdf_time: Duration::from_secs(5), ..Limits::default() };
    let name = file.name.as_str().to_owned();
    let bytes = match office.blobs().read(file.digest) {
        Ok(bytes) => bytes,
        Err(error) => {
            tracing::error!(%error, digest = %file.digest, "a file of evidence cannot be read");
            let problem = Some(matter.t("review-file-unreadable"));
            return Some(Preview { name, lines: Vec::new(), cut: false, problem });
        }
    };
    Some(match document::text_of(&name, &bytes, &limits) {
        Ok(document) => {
            let text: String = document.text.chars().take(PREVIEW_CHARACTERS).collect();
            let cut = text.len() < document.text.len();
            Preview { name, lines: text.lines().map(str::to_owned).collect(), cut, problem: None }
        }
        Err(error) => Preview { name, lines: Vec::new(), cut: false, problem: Some(told_of(matter, &error)) },
    })
}

fn told_of(matter: &Matter, error: &document::DocumentError) -> String {
    // By its kind alone: the error may name the file.
    tracing::info!(error = error.key(), "a file of evidence has no text to show");
    matter.t("review-file-no-text")
}
