//! The steps that need a browser: the specimen of the look, and every page of a running demo.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::house::{House, say};
use crate::{files_below, steps};

/// Fetches the browser's driver and axe, as the lock file names them.
fn install(house: &House) -> Result<(), String> {
    house.run(&["npm", "ci", "--prefix", "tests/browser", "--ignore-scripts", "--no-audit", "--no-fund"])
}

/// Starts a server of this computer alone.
fn serve(house: &House, program: &str, words: &[&str]) -> Result<Server, String> {
    let child = house.command(program).args(words).stdin(Stdio::null()).spawn();
    child.map(Server).map_err(|fault| format!("`{program}` could not be started: {fault}."))
}

/// Writes the specimen pages, serves them and looks at each, then tries the script on one.
pub(crate) fn specimen(house: &House) -> Result<(), String> {
    house.run(&["cargo", "build", "--workspace", "--examples", "--quiet"])?;
    install(house)?;
    let folder = house.built.join("specimen");
    // Pages of an earlier look must not be looked at again.
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|fault| format!("{}: {fault}.", folder.display()))?;
    }
    let pages = folder.to_string_lossy();
    house.run(&[&house.built.join("examples/specimen").to_string_lossy(), &pages])?;
    let port = free_port()?;
    let words = ["-m", "http.server", "--bind", "127.0.0.1", "--directory", &pages, &port.to_string()];
    let mut server = serve(house, "python3", &words)?;
    wait_until_ready(&mut server, port, "/")?;
    let base = format!("http://127.0.0.1:{port}");
    // The runner puts the language in front: the English pages name the paths of both.
    let english = folder.join("en");
    let mut paths: Vec<String> = files_below(&english, "html")
        .iter()
        .filter_map(|file| file.parent()?.strip_prefix(&english).ok())
        .map(|below| format!("/{}/", below.display()).replace("//", "/"))
        .collect();
    paths.sort();
    let mut line = vec!["node", "tests/browser/axe.mjs", &base, "--schemes", "light,dark"];
    line.extend(paths.iter().map(String::as_str));
    house.run(&line)?;
    house.run(&["node", "tests/browser/enhance.mjs", &base])
}

/// A server that is stopped when the step is over, however it ends.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have stopped by itself; then there is nothing to stop.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Opens the pages of `pages.txt` in a demo; `roles.txt` says how each role signs in there (`caseworker=/path`).
pub(crate) fn demo(house: &House) -> Result<(), String> {
    let (_demo, base) = begin_demo(house, &[])?;
    let roles = std::fs::read_to_string(house.path("tests/browser/roles.txt")).unwrap_or_default();
    let mut line = vec!["node", "tests/browser/axe.mjs", &base, "--list", "tests/browser/pages.txt"];
    for role in roles.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        line.extend(["--login", role]);
    }
    house.run(&line)
}

/// Takes a decision through to its end in a demo of its own: the walk moves its day.
pub(crate) fn main_job(house: &House) -> Result<(), String> {
    let (_demo, base) = begin_demo(house, &["--size", "small"])?;
    house.run(&["node", "tests/browser/main_job.mjs", &base])
}

/// Builds and starts a demo on a free port; its address is the second word.
fn begin_demo(house: &House, more: &[&str]) -> Result<(Server, String), String> {
    steps::build(house)?;
    install(house)?;
    let port = free_port()?;
    let number = port.to_string();
    let mut words = vec!["demo", "--port", &number];
    words.extend(more);
    say(&format!("$ amends {}", words.join(" ")));
    let program = house.built.join("amends");
    let mut demo = serve(house, &program.to_string_lossy(), &words)?;
    wait_until_ready(&mut demo, port, "/healthz")?;
    Ok((demo, format!("http://127.0.0.1:{port}")))
}

/// A port that nobody listens on; the demo is told to take it.
fn free_port() -> Result<u16, String> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|fault| format!("No port of this computer is free: {fault}."))
}

/// Asks for a path until it answers 200, for at most two minutes.
fn wait_until_ready(server: &mut Server, port: u16, path: &str) -> Result<(), String> {
    let until = Instant::now() + Duration::from_mins(2);
    while Instant::now() < until {
        if let Ok(Some(status)) = server.0.try_wait() {
            return Err(format!("The server stopped before it was ready, with {status}."));
        }
        if answers(port, path).unwrap_or(false) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    Err("The server was not ready after two minutes.".to_owned())
}

fn answers(port: u16, path: &str) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    stream.write_all(format!("GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").as_bytes())?;
    let mut answer = [0_u8; 16];
    let read = stream.read(&mut answer)?;
    Ok(answer.get(..read).is_some_and(|head| String::from_utf8_lossy(head).contains(" 200")))
}
