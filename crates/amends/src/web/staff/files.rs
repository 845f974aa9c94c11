//! Files of evidence, handed to staff for downloading only: the browser neither opens nor runs them.

use std::fs::File;

use amends_core::text::Digest;
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Path, State},
    http::header,
    response::IntoResponse as _,
    routing::get,
};
use futures_util::stream;
use tokio::io::AsyncReadExt as _;

use crate::{
    office::{ActError, Fault},
    web::{
        app::{Answer, App},
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/files/{digest}", get(download))
}

/// Types a browser is told of; anything else is bytes. None of them is ever shown in the browser itself.
const KNOWN: [&str; 8] = [
    "application/pdf",
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/tiff",
    "application/zip",
    "application/rtf",
    "text/plain",
];

/// A file that may do nothing, should a browser open it all the same.
const SEALED_OFF: &str = "default-src 'none'; sandbox";

async fn download(
    State(app): State<App>,
    _: Staff,
    Path((reference, digest)): Path<(String, String)>,
) -> Answer {
    let digest: Digest = digest.parse().map_err(|_| Problem::NotFound)?;
    let (name, media_type, file) = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            let file = case.file(digest).ok_or(ActError::NotFound("file"))?;
            let opened = office.blobs().open_checked(digest).map_err(Fault::from)?;
            Ok::<_, ActError>((file.name.as_str().to_owned(), file.media_type.clone(), opened))
        })
        .await?;
    handed_over(&name, &media_type, file)
}

/// So many bytes of a file are held at a time while it is handed over.
const PIECE: usize = 256 * 1024;

/// A file as it is handed over: to be saved, neither opened nor run. Its bytes were checked when it was opened.
///
/// # Errors
/// Where its length cannot be told.
pub fn handed_over(name: &str, media_type: &str, file: File) -> Answer {
    let length =
        file.metadata().map_err(|error| Fault::Broken(format!("a file on its way out: {error}")))?.len();
    let media_type = KNOWN.iter().find(|known| **known == media_type).unwrap_or(&"application/octet-stream");
    let headers = [
        (header::CONTENT_TYPE, (*media_type).to_owned()),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CONTENT_DISPOSITION, attachment(name)),
        (header::CONTENT_SECURITY_POLICY, SEALED_OFF.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, in_pieces(file)).into_response())
}

/// The bytes of a file as they are wanted. Where the disk fails on the way, the answer breaks off short of its length.
fn in_pieces(file: File) -> Body {
    let pieces = stream::try_unfold(tokio::fs::File::from_std(file), |mut file| async move {
        let mut piece = Vec::with_capacity(PIECE);
        let read = (&mut file).take(PIECE as u64).read_to_end(&mut piece).await?;
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(piece), file)))
    });
    Body::from_stream(pieces)
}

/// The header that makes a browser save a file, with its name in plain letters and in full (RFC 6266).
fn attachment(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|sign| if sign.is_ascii_alphanumeric() || ".-_ ".contains(sign) { sign } else { '_' })
        .collect();
    let mut full = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
            full.push(char::from(byte));
        } else {
            full.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        assert_eq!(
            attachment("tŷ \"a\"\r\n.pdf"),
            "attachment; filename=\"t_ _a___.pdf\"; filename*=UTF-8''t%C5%B7%20%22a%22%0D%0A.pdf"
        );
    }
}
