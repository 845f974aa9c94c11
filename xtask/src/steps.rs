//! The steps of `cargo xtask test`. A step stands in the run only when all of its files are in the tree, so that
//! nothing that is not there can pass.

use std::path::PathBuf;
use std::process::Stdio;

use crate::browser;
use crate::house::{House, say};
use crate::objects;
use crate::rig;
use crate::servers::{self, Postgres};
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

const BUILDING: &[Tool] = &[tools::CC, tools::MAKE, tools::NODE, tools::NPM];
const TESTING: &[Tool] = &[tools::CC, tools::MAKE, tools::NODE, tools::NPM, tools::POSTGRES, tools::OPENSSL];

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
        tools: TESTING,
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
        tools: &[tools::CC, tools::MAKE, tools::NODE, tools::NPM, tools::CURL],
        slow: true,
        skipped_because: always,
        run: |house, _| {
            build(house)?;
            let program = format!("AMENDS={}", house.built.join("amends").display());
            house.run(&["env", &program, "bash", "docs/tour.sh"])
        },
    },
    Step {
        name: "law tour",
        what: "the law of Wales, England and care providers, followed day by day at the command line",
        files: &["docs/law-tour.sh"],
        tools: &[tools::CC, tools::MAKE, tools::NODE, tools::NPM],
        slow: true,
        skipped_because: always,
        run: |house, _| {
            build(house)?;
            let program = format!("AMENDS={}", house.built.join("amends").display());
            house.run(&["env", &program, "bash", "docs/law-tour.sh"])
        },
    },
    Step {
        name: "server tour",
        what: "both tours and the demo on PostgreSQL, with the files in an S3-compatible store",
        files: &["docs/tour.sh", "docs/law-tour.sh", "xtask/src/servers.rs"],
        tools: &[
            tools::CC,
            tools::MAKE,
            tools::NODE,
            tools::NPM,
            tools::CURL,
            tools::PYTHON,
            tools::POSTGRES,
        ],
        slow: true,
        skipped_because: always,
        run: |house, _| servers::tour(house),
    },
    Step {
        name: "faults",
        what: "nothing acknowledged is lost and no letter goes twice when mail server, disk, database or office fail",
        files: &["crates/amends/tests/faults/main.rs"],
        tools: &[tools::CC, tools::MAKE, tools::NODE, tools::NPM, tools::PYTHON],
        slow: true,
        skipped_because: |house| {
            tools::install_missing(house, &[tools::SMTP_SINK, tools::MOUNT]);
            if let Err(why) = tools::require(house, &[tools::SMTP_SINK, tools::MOUNT]) {
                return Some(why);
            }
            (!tools::may_mount(house))
                .then(|| "a small disk cannot be mounted here: that takes root".to_owned())
        },
        run: |house, _| faults(house),
    },
    Step {
        name: "objects",
        what: "files are kept in an S3-compatible store as in a folder, and nothing acknowledged is lost while it fails",
        files: &["crates/store/tests/objects/main.rs", "crates/amends/tests/objects/main.rs", "docs/tour.sh"],
        tools: &[tools::CC, tools::MAKE, tools::NODE, tools::NPM, tools::PYTHON, tools::CURL],
        slow: true,
        skipped_because: always,
        run: |house, _| objects::run(house),
    },
    Step {
        name: "rigs",
        what: "nothing acknowledged is lost to kills and power cuts, and nodes that stand still do nothing twice",
        files: &["xtask/src/rig.rs"],
        tools: &[tools::CC, tools::MAKE, tools::NODE, tools::NPM],
        slow: true,
        skipped_because: rig::cannot,
        run: |house, _| rig::quick(house),
    },
    Step {
        name: "specimen",
        what: "every component of the look is accessible in both languages, light and dark, and its script works",
        files: &["tests/browser/axe.mjs", "tests/browser/enhance.mjs", "crates/amends/examples/specimen.rs"],
        tools: &[tools::CC, tools::MAKE, tools::NODE, tools::NPM, tools::CHROMIUM, tools::PYTHON],
        slow: true,
        skipped_because: always,
        run: |house, _| browser::specimen(house),
    },
    Step {
        name: "browser",
        what: "no page has an accessibility fault, in either language, wide or narrow",
        files: &["tests/browser/axe.mjs", "tests/browser/package-lock.json", "tests/browser/pages.txt"],
        tools: &[tools::CC, tools::MAKE, tools::NODE, tools::NPM, tools::CHROMIUM],
        slow: true,
        skipped_because: always,
        run: |house, _| browser::demo(house),
    },
    Step {
        name: "browser job",
        what: "the main job from end to end in a browser, without script",
        files: &["tests/browser/main_job.mjs", "tests/browser/walker.mjs", "tests/browser/package-lock.json"],
        tools: &[tools::CC, tools::MAKE, tools::NODE, tools::NPM, tools::CHROMIUM],
        slow: true,
        skipped_because: always,
        run: |house, _| browser::main_job(house),
    },
];

/// A step that can be taken anywhere.
fn always(_: &House) -> Option<String> {
    None
}

/// Builds every program the workspace's own way, so that no step compiles what another has compiled.
pub(crate) fn build(house: &House) -> Result<(), String> {
    house.run(&["cargo", "build", "--workspace", "--bins", "--quiet"])
}

/// Every test, with one database server for all of them.
fn workspace_tests(house: &House) -> Result<(), String> {
    let server = Postgres::start()?;
    let given = format!("AMENDS_TEST_POSTGRES={}", server.address("postgres"));
    let words: &[&str] = if tools::cargo_has(house, "nextest") {
        &["cargo", "nextest", "run", "--workspace", "--no-fail-fast"]
    } else {
        &["cargo", "test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]
    };
    house.run(&[&["env", given.as_str()], words].concat())
}

/// The tests that break a running office, of which each has its own folder, port and disk.
fn faults(house: &House) -> Result<(), String> {
    let target = ["--package", "amends", "--test", "faults"];
    if tools::cargo_has(house, "nextest") {
        house.run(&[&["cargo", "nextest", "run", "--no-fail-fast"][..], &target].concat())
    } else {
        house.run(&[&["cargo", "test", "--no-fail-fast"][..], &target].concat())
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
