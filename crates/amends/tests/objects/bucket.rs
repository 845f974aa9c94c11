//! A bucket of the test's own on the server that `AMENDS_TEST_S3` names, and a way to it that can be shut.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};

use crate::running::Place;

fn server() -> SocketAddr {
    let named = std::env::var("AMENDS_TEST_S3");
    let url =
        named.unwrap_or_else(|_| panic!("no server: take these tests with cargo xtask test --only=objects"));
    url.strip_prefix("http://").unwrap().parse().unwrap()
}

/// A new bucket, by its name.
pub(crate) fn bucket() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("office-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    assert_eq!(ask("PUT", &format!("/{name}")).0, 200);
    name
}

/// How many objects a bucket has.
pub(crate) fn objects(bucket: &str) -> usize {
    let (status, said) = ask("GET", &format!("/{bucket}?list-type=2"));
    assert_eq!(status, 200, "{said}");
    said.matches("<Key>").count()
}

fn ask(method: &str, path: &str) -> (u16, String) {
    let server = server();
    let mut stream = TcpStream::connect(server).unwrap();
    let signed =
        "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x";
    write!(
        stream,
        "{method} {path} HTTP/1.0\r\nHost: {server}\r\nAuthorization: {signed}\r\nContent-Length: 0\r\n\r\n"
    )
    .unwrap();
    let mut said = Vec::new();
    stream.read_to_end(&mut said).unwrap();
    let said = String::from_utf8_lossy(&said).into_owned();
    (said.split(' ').nth(1).unwrap().parse().unwrap(), said)
}

/// A way to the server, which a test shuts and opens. Shut, it drops whoever comes.
pub(crate) struct Way {
    address: SocketAddr,
    open: Arc<AtomicBool>,
}

impl Way {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let open = Arc::new(AtomicBool::new(true));
        let is_open = Arc::clone(&open);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                if is_open.load(Ordering::SeqCst) {
                    // What either side does when the other goes is their own business.
                    std::thread::spawn(move || drop(join(client.unwrap())));
                }
            }
        });
        Self { address, open }
    }

    pub(crate) fn set_open(&self, open: bool) {
        self.open.store(open, Ordering::SeqCst);
    }

    /// The place of an office's files in a bucket, by this way, and with little patience.
    pub(crate) fn to(&self, bucket: &str) -> String {
        format!("s3://{bucket}/office?endpoint=http://{}&patience=4", self.address)
    }
}

fn join(client: TcpStream) -> std::io::Result<()> {
    let server = TcpStream::connect(server())?;
    let (mut from_client, mut to_server) = (client.try_clone()?, server.try_clone()?);
    std::thread::spawn(move || {
        drop(std::io::copy(&mut from_client, &mut to_server));
        drop(to_server.shutdown(std::net::Shutdown::Write));
    });
    let (mut from_server, mut to_client) = (server, client);
    std::io::copy(&mut from_server, &mut to_client)?;
    to_client.shutdown(std::net::Shutdown::Both)
}

/// An office whose files are at a place.
pub(crate) fn office_at(files: &str) -> Place {
    let place = Place::new(None);
    place
        .set("AMENDS_FILES", files)
        .set("AMENDS_S3_KEY_ID", "AKIATEST")
        .set("AMENDS_S3_SECRET", "not a secret")
}
