//! Files coming in: streamed into the folder of files, counted, sniffed, and known by their digest.

use amends_core::text::Digest;
use amends_store::blobs::StoredBlob;
use axum::body::Bytes;
use tokio::sync::mpsc;

use super::{Fault, Office};
use crate::web::problem::Problem;

/// A file that is safely kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// The name it came with, without any path.
    pub name: String,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Its length in bytes.
    pub size: u64,
    /// Its type, sniffed from its first bytes.
    pub media_type: String,
}

impl StoredFile {
    /// As the memory names it.
    pub(super) fn as_blob(&self) -> StoredBlob {
        StoredBlob { digest: self.digest, size: self.size }
    }
}

/// A file on its way in. The bytes go straight to the disk, on a thread of their own.
pub struct Upload {
    chunks: Option<mpsc::Sender<Bytes>>,
    done: tokio::task::JoinHandle<Result<Option<StoredFile>, Fault>>,
    left: u64,
}

impl Upload {
    /// Takes some bytes. `false` once there are more than the office takes.
    ///
    /// # Errors
    /// Where the disk fails.
    pub async fn add(&mut self, bytes: Bytes) -> Result<bool, Problem> {
        let size = bytes.len() as u64;
        if size > self.left {
            self.chunks = None;
            return Ok(false);
        }
        self.left -= size;
        if let Some(chunks) = &self.chunks
            && chunks.send(bytes).await.is_err()
        {
            self.chunks = None;
        }
        Ok(true)
    }

    /// All bytes are in. Nothing for an empty file.
    ///
    /// # Errors
    /// Where the disk fails; nothing is kept then.
    pub async fn finish(mut self) -> Result<Option<StoredFile>, Problem> {
        self.chunks = None;
        match self.done.await {
            Ok(stored) => Ok(stored?),
            Err(error) => Err(Fault::Broken(format!("an upload broke off: {error}")).into()),
        }
    }
}

impl Office {
    /// Begins to take a file.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub async fn begin_upload(&self, name: &str) -> Result<Upload, Problem> {
        let limit = self.config().storage.max_upload_mib.saturating_mul(1024 * 1024);
        let temporary = self.chance().id(self.clock().now()).map_err(Fault::from)?;
        let (chunks, mut incoming) = mpsc::channel::<Bytes>(4);
        let (office, name) = (self.clone(), plain_name(name));
        let done = tokio::task::spawn_blocking(move || {
            let mut writer = office.blobs().writer(temporary, limit)?;
            let mut head = Vec::new();
            while let Some(bytes) = incoming.blocking_recv() {
                if head.len() < HEAD {
                    head.extend_from_slice(&bytes[..bytes.len().min(HEAD - head.len())]);
                }
                writer.add(&bytes)?;
            }
            if head.is_empty() {
                return Ok(None);
            }
            let stored = writer.finish()?;
            let media_type = sniff(&head).to_owned();
            let (at, kind) = (office.clock().now(), media_type.clone());
            office.db().write(move |tx| amends_store::blobs::record(tx, stored, &kind, at))?;
            office.blobs().confirm(stored)?;
            Ok(Some(StoredFile { name, digest: stored.digest, size: stored.size, media_type }))
        });
        Ok(Upload { chunks: Some(chunks), done, left: limit })
    }

    /// Keeps a file whose bytes are at hand, such as an attachment.
    ///
    /// # Errors
    /// Where the disk fails.
    pub fn keep_file(&self, name: &str, bytes: &[u8]) -> Result<StoredFile, Fault> {
        let file = self.put_file(name, bytes)?;
        let (stored, kind, at) = (file.as_blob(), file.media_type.clone(), self.clock().now());
        self.db().write(move |tx| amends_store::blobs::record(tx, stored, &kind, at))?;
        self.blobs().confirm(stored)?;
        Ok(file)
    }

    /// Brings a file whose bytes are at hand to where files are. No row names it yet: that is for the transaction in
    /// which it is needed ([`record`](amends_store::blobs::record)).
    ///
    /// # Errors
    /// Where the disk fails.
    pub(super) fn put_file(&self, name: &str, bytes: &[u8]) -> Result<StoredFile, Fault> {
        let temporary = self.chance().id(self.clock().now())?;
        let stored = self.blobs().put(temporary, bytes)?;
        let media_type = sniff(&bytes[..bytes.len().min(HEAD)]).to_owned();
        Ok(StoredFile { name: plain_name(name), digest: stored.digest, size: stored.size, media_type })
    }
}

/// So many bytes are enough to tell a file's type.
const HEAD: usize = 512;

/// The type of a file from its first bytes; what is not known is bytes and nothing more.
pub fn sniff(head: &[u8]) -> &'static str {
    const KNOWN: &[(&[u8], &str)] = &[
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"PK\x03\x04", "application/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (b"{\\rtf", "application/rtf"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
    ];
    if let Some((_, kind)) = KNOWN.iter().find(|(magic, _)| head.starts_with(magic)) {
        return kind;
    }
    let text =
        !head.is_empty() && !head.contains(&0) && std::str::from_utf8(&head[..head.len().min(400)]).is_ok();
    if text { "text/plain" } else { "application/octet-stream" }
}

/// A name without path and control characters.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|letter| !letter.is_control()).take(200).collect();
    if plain.is_empty() { "file".to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_what_the_bytes_say() {
        assert_eq!(sniff(b"%PDF-1.7 ..."), "application/pdf");
        assert_eq!(sniff("Annwyl Mrs A".as_bytes()), "text/plain");
        assert_eq!(sniff(b"MZ\x90\0"), "application/octet-stream");
    }

    #[test]
    fn a_name_has_no_path() {
        assert_eq!(plain_name("C:\\letters\\ymddiheuriad.pdf"), "ymddiheuriad.pdf");
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("\u{7}"), "file");
    }
}
