//! An S3-compatible server for the tests of files: fetched once, started on a free port, ended with the step.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::house::{House, say};
use crate::tools;

/// The server, and the one version of it that is tried.
const SERVER: &str = "moto[server]==5.2.0";

/// So long the server may take to start.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server that runs. Dropped, it is ended.
struct Server {
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

/// Takes the tests that need the server: those of the store, those of a running office, and every journey through the
/// pages once more with the files in a bucket.
///
/// # Errors
/// Where the server does not start, or a test fails.
pub(crate) fn run(house: &House) -> Result<(), String> {
    let server = start(house)?;
    let named = format!("AMENDS_TEST_S3=http://{}", server.address);
    let store = ["--package", "amends-store", "--test", "objects"];
    let office = ["--package", "amends", "--test", "objects", "--test", "journeys"];
    for target in [&store[..], &office[..]] {
        let runner: &[&str] = if tools::cargo_has(house, "nextest") {
            &["cargo", "nextest", "run", "--no-fail-fast"]
        } else {
            &["cargo", "test", "--no-fail-fast"]
        };
        house.run(&[&["env", &named][..], runner, target].concat())?;
    }
    Ok(())
}

/// The server, installed beside the built programs.
fn start(house: &House) -> Result<Server, String> {
    let folder = house.built.join("moto");
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
    let address = TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|fault| format!("There is no free port: {fault}."))?;
    let port = address.port().to_string();
    let child = house
        .command(&program.to_string_lossy())
        .args(["-H", "127.0.0.1", "-p", &port])
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
