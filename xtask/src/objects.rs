//! An S3-compatible server for the tests of files: fetched once, started on a free port, ended with the step.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::house::{House, say};
use crate::{steps, tools};

/// The server, in the version that checks signatures of lists rightly; earlier ones of 5.2 do not.
const SERVER: &str = "moto[server]==5.2.5";

/// So long the server may take to start.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server that runs. Dropped, it is ended.
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Server {
    /// A server that takes any signature.
    ///
    /// # Errors
    /// Where it cannot be fetched, or does not start.
    pub(crate) fn start(house: &House) -> Result<Self, String> {
        start(house, &installed(house)?, &[])
    }

    /// Makes a bucket; the place in it as an office is told it.
    ///
    /// # Errors
    /// Where the server does not answer.
    pub(crate) fn bucket(&self, name: &str) -> Result<String, String> {
        make_bucket(self.address, name).map_err(|fault| format!("No bucket could be made: {fault}."))?;
        Ok(format!("s3://{name}/office?endpoint=http://{}&region=us-east-1", self.address))
    }
}

/// Takes the tests that need the server: those of the store, those of a running office, and once more, with the files in
/// a bucket, every journey through the pages and the tour.
///
/// # Errors
/// Where a server does not start, or a test fails.
pub(crate) fn run(house: &House) -> Result<(), String> {
    let program = installed(house)?;
    let server = start(house, &program, &[])?;
    // One that checks signatures and rights, once what it needs for that was made by four requests.
    let strict = start(house, &program, &[("INITIAL_NO_AUTH_ACTION_COUNT", "4")])?;
    let named = format!("AMENDS_TEST_S3=http://{}", server.address);
    let strict_named = format!("AMENDS_TEST_S3_STRICT=http://{}", strict.address);
    let runner: &[&str] = if tools::cargo_has(house, "nextest") {
        &["cargo", "nextest", "run", "--no-fail-fast"]
    } else {
        &["cargo", "test", "--no-fail-fast"]
    };
    // The workspace's own way, so that nothing is compiled that another step has compiled.
    let targets = ["--workspace", "--test", "objects", "--test", "journeys"];
    house.run(&[&["env", &named, &strict_named][..], runner, &targets].concat())?;
    tour(house, server.address)
}

/// The main job from end to end at the command line, with its files in a bucket.
fn tour(house: &House, server: SocketAddr) -> Result<(), String> {
    make_bucket(server, "tour").map_err(|fault| format!("No bucket could be made: {fault}."))?;
    steps::build(house)?;
    let program = format!("AMENDS={}", house.built.join("amends").display());
    let files = format!("AMENDS_FILES=s3://tour/office?endpoint=http://{server}");
    let keys = ["AMENDS_S3_KEY_ID=tour", "AMENDS_S3_SECRET=tour"];
    house.run(&[&["env", &program, &files][..], &keys, &["bash", "docs/tour.sh"]].concat())
}

fn make_bucket(server: SocketAddr, name: &str) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(server)?;
    let scope = "Credential=x/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x";
    write!(
        stream,
        "PUT /{name} HTTP/1.0\r\nHost: {server}\r\nAuthorization: AWS4-HMAC-SHA256 {scope}\r\nContent-Length: 0\r\n\r\n"
    )?;
    stream.read_to_end(&mut Vec::new()).map(drop)
}

/// The server's program, installed beside the built programs.
fn installed(house: &House) -> Result<PathBuf, String> {
    let folder = house.built.join("moto-5.2.5");
    let program = folder.join("bin/moto_server");
    if !program.is_file() {
        say(&format!(
            "Fetching {SERVER} from the Python package index: an S3-compatible server for the tests."
        ));
        let at = folder.to_string_lossy();
        house.run(&["python3", "-m", "venv", &at]).map_err(|why| {
            format!("{why} On Debian, python3 makes such folders with the package python3-venv.")
        })?;
        let pip = folder.join("bin/pip");
        house.run(&[&pip.to_string_lossy(), "install", "--quiet", SERVER])?;
    }
    Ok(program)
}

/// Starts a server on a free port, with this set in its environment.
fn start(house: &House, program: &Path, set: &[(&str, &str)]) -> Result<Server, String> {
    let address = TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|fault| format!("There is no free port: {fault}."))?;
    let port = address.port().to_string();
    let child = house
        .command(&program.to_string_lossy())
        .args(["-H", "127.0.0.1", "-p", &port])
        .envs(set.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|fault| format!("{} could not be started: {fault}.", program.display()))?;
    let mut server = Server { child, address };
    let until = Instant::now() + PATIENCE;
    while TcpStream::connect(address).is_err() {
        if let Ok(Some(status)) = server.child.try_wait() {
            return Err(format!("{} ended with {status}.", program.display()));
        }
        if Instant::now() > until {
            return Err(format!("{} does not answer after {} s.", program.display(), PATIENCE.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(server)
}
