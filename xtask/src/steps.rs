//! The steps of `cargo xtask test`. A step stands in the run only when all of its files are in the tree, so that
//! nothing that is not there can pass.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::house::{House, say};
use crate::tools::{self, Tool};
use crate::trace;

/// One step.
pub(crate) struct Step {
    /// A short name.
    pub(crate) name: &'static str,
    /// What passing it means.
    pub(crate) what: &'static str,
    /// The files without which there is no such step.
    pub(crate) files: &'static [&'static str],
    /// The programs it needs beside cargo.
    pub(crate) tools: &'static [Tool],
    /// Whether `--quick` leaves it out.
    pub(crate) slow: bool,
    /// Why it cannot be taken here, where something outside the repository is absent.
    pub(crate) skipped_because: fn(&House) -> Option<String>,
    /// Takes the step; the second word is whether the run is a quick one.
    pub(crate) run: fn(&House, bool) -> Result<(), String>,
}

const BUILDING: &[Tool] = &[tools::CC, tools::NODE, tools::NPM];

/// All steps, in the order they are taken.
pub(crate) const ALL: &[Step] = &[
    Step {
        name: "format",
        what: "every file is formatted",
        files: &["rustfmt.toml"],
        tools: &[],
        slow: false,
        skipped_because: always,
        run: |house, _| house.run(&["cargo", "fmt", "--all", "--check"]),
    },
    Step {
        name: "lints",
        what: "clippy finds nothing",
        files: &["clippy.toml"],
        tools: BUILDING,
        slow: false,
        skipped_because: always,
        run: |house, _| {
            house.run(&["cargo", "clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])
        },
    },
    Step {
        name: "licences",
        what: "every dependency's licence is allowed, and no barred crate is in the tree",
        files: &["deny.toml"],
        tools: &[],
        slow: false,
        skipped_because: |house| {
            (!tools::cargo_has(house, "deny"))
                .then(|| "cargo-deny is not installed (cargo install cargo-deny)".to_owned())
        },
        run: |house, _| house.run(&["cargo", "deny", "check", "licenses", "bans", "sources"]),
    },
    Step {
        name: "tests",
        what: "every test of every crate passes",
        files: &["Cargo.toml"],
        tools: BUILDING,
        slow: false,
        skipped_because: always,
        run: |house, _| workspace_tests(house),
    },
    Step {
        name: "doc tests",
        what: "every example in the documentation holds",
        files: &["Cargo.toml"],
        tools: BUILDING,
        slow: false,
        skipped_because: always,
        run: |house, _| house.run(&["cargo", "test", "--workspace", "--doc"]),
    },
    Step {
        name: "trace",
        what: "every requirement has a test of its name",
        files: &["docs/requirements.txt"],
        tools: &[],
        slow: false,
        skipped_because: always,
        run: |house, _| match trace::run(house, &[]) {
            0 => Ok(()),
            _ => Err("Some requirements have no test.".to_owned()),
        },
    },
    Step {
        name: "corpus",
        what: "recommendations are found in real decisions as well as promised",
        files: &["xtask/src/corpus.rs"],
        tools: &[],
        slow: true,
        skipped_because: |house| {
            corpus(house).is_none().then(|| "no corpus: set AMENDS_CORPUS to the folder of one".to_owned())
        },
        run: |house, _| run_corpus(house),
    },
    Step {
        name: "clock oracle",
        what: "a second implementation counts every period to the same day",
        files: &["scripts/clock_oracle.py", "crates/core/examples/clock_cases.rs"],
        tools: &[tools::PYTHON],
        slow: false,
        skipped_because: always,
        run: clock_oracle,
    },
    Step {
        name: "tour",
        what: "the main job from end to end at the command line",
        files: &["docs/tour.sh"],
        tools: &[tools::CC, tools::NODE, tools::NPM, tools::CURL],
        slow: true,
        skipped_because: always,
        run: |house, _| {
            build(house)?;
            let program = format!("AMENDS={}", house.built.join("amends").display());
            house.run(&["env", &program, "bash", "docs/tour.sh"])
        },
    },
    Step {
        name: "browser",
        what: "no page has an accessibility fault, in either language, wide or narrow",
        files: &["tests/browser/axe.mjs", "tests/browser/package-lock.json", "tests/browser/pages.txt"],
        tools: &[tools::CC, tools::NODE, tools::NPM, tools::CHROMIUM],
        slow: true,
        skipped_because: always,
        run: |house, _| browser(house),
    },
];

/// A step that can be taken anywhere.
fn always(_: &House) -> Option<String> {
    None
}

/// Builds everything the workspace's own way, so that no step compiles what another has compiled.
fn build(house: &House) -> Result<(), String> {
    house.run(&["cargo", "build", "--workspace", "--bins", "--quiet"])
}

fn workspace_tests(house: &House) -> Result<(), String> {
    if tools::cargo_has(house, "nextest") {
        house.run(&["cargo", "nextest", "run", "--workspace", "--no-fail-fast"])
    } else {
        house.run(&["cargo", "test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"])
    }
}

/// The corpus named by `AMENDS_CORPUS`, else the one laid beside the repository.
fn corpus(house: &House) -> Option<PathBuf> {
    let named = std::env::var_os("AMENDS_CORPUS").map(PathBuf::from);
    named.or_else(|| Some(house.path("../shared/corpus"))).filter(|folder| folder.is_dir())
}

fn run_corpus(house: &House) -> Result<(), String> {
    let folder = corpus(house).ok_or("The corpus has gone.")?;
    let chores = house.built.join("xtask");
    house.run(&[&chores.to_string_lossy(), "corpus", &folder.to_string_lossy()])
}

/// Random cases from our own counting, checked by the script: 100,000 per rule, a thousand in a quick run.
fn clock_oracle(house: &House, quick: bool) -> Result<(), String> {
    house.run(&["cargo", "build", "--workspace", "--examples", "--quiet"])?;
    let cases = if quick { "1000" } else { "100000" };
    say(&format!("$ clock_cases {cases} 7 | python3 scripts/clock_oracle.py --every-clock"));
    let program = house.built.join("examples/clock_cases");
    let mut ours = house
        .command(&program.to_string_lossy())
        .args([cases, "7"])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|fault| format!("clock_cases could not be started: {fault}."))?;
    let out = ours.stdout.take().ok_or("clock_cases has no output.")?;
    let theirs =
        house.command("python3").args(["scripts/clock_oracle.py", "--every-clock"]).stdin(out).status();
    let ours = ours.wait().map_err(|fault| format!("clock_cases was lost: {fault}."))?;
    let theirs = theirs.map_err(|fault| format!("python3 could not be started: {fault}."))?;
    if !theirs.success() {
        return Err("The two implementations disagree on the dates listed above.".to_owned());
    }
    if ours.success() { Ok(()) } else { Err(format!("clock_cases ended with {ours}.")) }
}

/// A demo that is stopped when the step is over, however it ends.
struct Demo(Child);

impl Drop for Demo {
    fn drop(&mut self) {
        // It may have stopped by itself; then there is nothing to stop.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Opens the pages of `pages.txt` in a demo; `roles.txt` says how each role signs in there (`caseworker=/path`).
fn browser(house: &House) -> Result<(), String> {
    build(house)?;
    house.run(&["npm", "ci", "--prefix", "tests/browser", "--ignore-scripts", "--no-audit", "--no-fund"])?;
    let port = free_port()?;
    say(&format!("$ amends demo --port {port}"));
    let program = house.built.join("amends");
    let child = house
        .command(&program.to_string_lossy())
        .args(["demo", "--port", &port.to_string()])
        .stdin(Stdio::null())
        .spawn()
        .map_err(|fault| format!("The demo could not be started: {fault}."))?;
    let mut demo = Demo(child);
    wait_until_ready(&mut demo, port)?;
    let base = format!("http://127.0.0.1:{port}");
    let roles = std::fs::read_to_string(house.path("tests/browser/roles.txt")).unwrap_or_default();
    let mut line = vec!["node", "tests/browser/axe.mjs", &base, "--list", "tests/browser/pages.txt"];
    for role in roles.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        line.extend(["--login", role]);
    }
    house.run(&line)
}

/// A port that nobody listens on; the demo is told to take it.
fn free_port() -> Result<u16, String> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|fault| format!("No port of this computer is free: {fault}."))
}

/// Asks /healthz until it answers 200, for at most two minutes.
fn wait_until_ready(demo: &mut Demo, port: u16) -> Result<(), String> {
    let until = Instant::now() + Duration::from_mins(2);
    while Instant::now() < until {
        if let Ok(Some(status)) = demo.0.try_wait() {
            return Err(format!("The demo stopped before it was ready, with {status}."));
        }
        if is_healthy(port).unwrap_or(false) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    Err("The demo was not ready after two minutes.".to_owned())
}

fn is_healthy(port: u16) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    stream.write_all(b"GET /healthz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
    let mut answer = [0_u8; 16];
    let read = stream.read(&mut answer)?;
    Ok(answer.get(..read).is_some_and(|head| String::from_utf8_lossy(head).contains(" 200")))
}
