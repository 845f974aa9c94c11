//! A bucket of the test's own on the server that `AMENDS_TEST_S3` names, and a way into it behind the program's back.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use amends_core::text::Digest;
use amends_store::blobs::{Blobs, Keys, Place};

use crate::stories;

/// The address of the server.
pub(crate) fn server() -> SocketAddr {
    named("AMENDS_TEST_S3")
}

/// The address of a server, by the variable that names it.
pub(crate) fn named(variable: &str) -> SocketAddr {
    let named = std::env::var(variable);
    let url =
        named.unwrap_or_else(|_| panic!("no server: take these tests with cargo xtask test --only=objects"));
    url.strip_prefix("http://").unwrap().parse().unwrap()
}

/// Keys the server has never seen: it takes any.
pub(crate) fn keys() -> Keys {
    Keys { id: "AKIATEST".to_owned(), secret: "not a secret".to_owned(), token: None }
}

/// A bucket of the test's own.
pub(crate) struct Bucket {
    pub(crate) name: String,
    pub(crate) folder: tempfile::TempDir,
    blobs: Blobs,
}

impl Bucket {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("files-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(ask(server(), "PUT", &format!("/{name}"), b"").0, 200);
        let blobs = at(&name, server(), "&patience=60", &folder);
        Self { name, folder, blobs }
    }

    /// The same bucket through another address, with more said in the address.
    pub(crate) fn through(&self, server: SocketAddr, more: &str) -> Blobs {
        at(&self.name, server, more, &self.folder)
    }

    /// The same bucket, straight.
    pub(crate) fn straight(&self) -> &Blobs {
        &self.blobs
    }

    /// How many uploads in parts are under way.
    pub(crate) fn uploads(&self) -> usize {
        let (status, said) = ask(server(), "GET", &format!("/{}?uploads", self.name), b"");
        assert_eq!(status, 200, "{said}");
        said.matches("<UploadId>").count()
    }

    /// From now on the bucket keeps old versions.
    pub(crate) fn keep_versions(&self) {
        let said = b"<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
            <Status>Enabled</Status></VersioningConfiguration>";
        assert_eq!(ask(server(), "PUT", &format!("/{}?versioning", self.name), said).0, 200);
    }

    /// What is gathered on this computer, by name: nothing ever, as it has none.
    pub(crate) fn spooled(&self) -> usize {
        std::fs::read_dir(spool(&self.folder)).unwrap().count()
    }
}

fn spool(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("spool")
}

fn at(bucket: &str, server: SocketAddr, more: &str, folder: &tempfile::TempDir) -> Blobs {
    let place = Place::parse(&format!("s3://{bucket}/office/live?endpoint=http://{server}{more}")).unwrap();
    Blobs::at(&place, Some(&keys()), &spool(folder)).unwrap()
}

impl stories::Ground for Bucket {
    fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    fn damage(&self, digest: Digest, bytes: &[u8]) {
        let path = format!("/{}/office/live/{}", self.name, stories::name(digest));
        assert_eq!(ask(server(), "PUT", &path, bytes).0, 200);
    }

    fn count(&self) -> usize {
        assert_eq!(self.spooled(), 0);
        let (status, said) = ask(server(), "GET", &format!("/{}?list-type=2", self.name), b"");
        assert_eq!(status, 200, "{said}");
        said.matches("<Key>").count() + self.uploads()
    }
}

/// Asks the server for something of S3, unsigned in all but looks.
pub(crate) fn ask(server: SocketAddr, method: &str, path: &str, body: &[u8]) -> (u16, String) {
    ask_for(server, "s3", method, path, body)
}

/// Asks the server for something of a service.
pub(crate) fn ask_for(
    server: SocketAddr,
    service: &str,
    method: &str,
    path: &str,
    body: &[u8],
) -> (u16, String) {
    let mut stream = TcpStream::connect(server).unwrap();
    let scope = format!("x/20260101/us-east-1/{service}/aws4_request");
    let signed = format!("AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=x");
    let sort = if service == "s3" { "application/octet-stream" } else { "application/x-www-form-urlencoded" };
    write!(
        stream,
        "{method} {path} HTTP/1.0\r\nHost: {server}\r\nAuthorization: {signed}\r\n\
         Content-Type: {sort}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )
    .unwrap();
    stream.write_all(body).unwrap();
    let mut said = Vec::new();
    stream.read_to_end(&mut said).unwrap();
    let said = String::from_utf8_lossy(&said).into_owned();
    let status = said.split(' ').nth(1).and_then(|status| status.parse().ok());
    (status.unwrap_or_else(|| panic!("{method} {path}: {said}")), said)
}
