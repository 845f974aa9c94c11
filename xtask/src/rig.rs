//! `cargo xtask rig`: the office under kills, power cuts, nodes that stand still and programs of two versions, and what
//! it had acknowledged compared with what is there afterwards.

mod chance;
mod clients;
mod compare;
mod cut;
mod disk;
mod history;
mod kill;
mod nodes;
mod outbox;
mod place;
mod postgres;
mod running;
mod sink;
mod upgrade;
mod witness;

use std::path::PathBuf;

use crate::house::{House, say};
use crate::{DONE, FAILED, USAGE, steps, tools};

/// What goes wrong, in words for a person.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// On which database the office is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// What it is called in a report.
    fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// What was asked for.
pub(crate) struct Wanted {
    /// On which database.
    pub(crate) engine: Engine,
    /// How often.
    pub(crate) rounds: u32,
    /// From which everything that is left to chance follows.
    pub(crate) seed: u64,
    /// The program under trial.
    pub(crate) program: PathBuf,
    /// The commit it was built from, for the table.
    pub(crate) commit: String,
    /// The program of the version before.
    pub(crate) before: Option<PathBuf>,
    /// What is on the disk that loses power.
    pub(crate) format: disk::Format,
}

impl Wanted {
    /// Says what came of it as a row of the table in `docs/assurance.md`.
    fn row(&self, cells: &[String]) {
        say(&format!("| {} |", cells.join(" | ")));
    }
}

const HELP: &str = "\
Usage: cargo xtask rig kill|cut|nodes|upgrade [--engine sqlite|postgres] [--rounds N] [--seed S] [--program FILE]
                                       [--commit WORD] [--disk ext4|xfs] [--before FILE]

  kill    the office under load is killed and started again, N times
  cut     the disk of the office under load loses power, N times; then the control, which must lose
  nodes   three nodes over one PostgreSQL server; nodes stand still or are killed, the server is broken off
  upgrade a node of the version before (--before) works on while one of this version opens beside it

The last line is a row for docs/assurance.md; --commit says what the program was built from where that is not HEAD.
Ends with 1 where anything acknowledged is lost, done twice or done late.
";

/// Runs a rig.
pub(crate) fn run(house: &House, words: &[&str]) -> u8 {
    let Some((kind, rest)) = words.split_first() else {
        say(HELP);
        return USAGE;
    };
    let wanted = match wanted(house, kind, rest) {
        Ok(wanted) => wanted,
        Err(why) => {
            say(&format!("{why}\n\n{HELP}"));
            return USAGE;
        }
    };
    match one(kind, &wanted) {
        Ok(()) => DONE,
        Err(why) => {
            say(&format!("FAILED: {why}"));
            FAILED
        }
    }
}

fn one(kind: &str, wanted: &Wanted) -> Outcome {
    match kind {
        "kill" => kill::run(wanted),
        "cut" => cut::run(wanted),
        "upgrade" => upgrade::run(wanted),
        _ => nodes::run(wanted),
    }
}

fn wanted(house: &House, kind: &str, words: &[&str]) -> Outcome<Wanted> {
    if !["kill", "cut", "nodes", "upgrade"].contains(&kind) {
        return Err(format!("There is no rig called “{kind}”."));
    }
    let mut wanted = Wanted {
        engine: if ["nodes", "upgrade"].contains(&kind) { Engine::Postgres } else { Engine::Sqlite },
        rounds: if kind == "kill" { 100 } else { 20 },
        seed: chance::seed(),
        program: house.built.join("amends"),
        commit: head(),
        before: None,
        format: disk::Format::Ext4,
    };
    for pair in words.chunks(2) {
        let [key, value] = pair else { return Err(format!("“{}” needs a value.", pair.concat())) };
        let number = || value.parse::<u64>().map_err(|_| format!("{key} takes a number, not “{value}”."));
        match *key {
            "--engine" if *value == "sqlite" && ["kill", "cut"].contains(&kind) => {
                wanted.engine = Engine::Sqlite
            }
            "--engine" if *value == "postgres" => wanted.engine = Engine::Postgres,
            "--rounds" => wanted.rounds = u32::try_from(number()?).unwrap_or(u32::MAX),
            "--seed" => wanted.seed = number()?,
            "--commit" => (*value).clone_into(&mut wanted.commit),
            "--disk" if *value == "ext4" && kind == "cut" => wanted.format = disk::Format::Ext4,
            "--disk" if *value == "xfs" && kind == "cut" => wanted.format = disk::Format::Xfs,
            "--before" if kind == "upgrade" => wanted.before = Some(PathBuf::from(value)),
            "--program" => wanted.program = PathBuf::from(value),
            _ => return Err(format!("“{key} {value}” is not understood.")),
        }
    }
    if !wanted.program.is_file() {
        steps::build(house)?;
    }
    Ok(wanted)
}

/// The commit that is checked out, as far as that can be told.
fn head() -> String {
    let asked = std::process::Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    asked.map_or_else(|_| String::new(), |said| String::from_utf8_lossy(&said.stdout).trim().to_owned())
}

/// Why the quick form cannot be taken here.
pub(crate) fn cannot(house: &House) -> Option<String> {
    let needed = [tools::MOUNT, tools::XFS_IO, tools::POSTGRES, tools::EATMYDATA];
    tools::install_missing(house, &needed);
    if let Err(why) = tools::require(house, &needed) {
        return Some(why);
    }
    (!disk::may_be_cut()).then(|| "a disk in a file cannot be mounted here: that takes root".to_owned())
}

/// The quick form of every rig, for `cargo xtask test`.
///
/// # Errors
/// Where one of them fails.
pub(crate) fn quick(house: &House) -> Outcome {
    steps::build(house)?;
    let rounds = [
        ("kill", Engine::Sqlite, 10),
        ("kill", Engine::Postgres, 5),
        ("cut", Engine::Sqlite, 5),
        ("cut", Engine::Postgres, 2),
        ("nodes", Engine::Postgres, 10),
    ];
    for (kind, engine, rounds) in rounds {
        let program = house.built.join("amends");
        let (seed, commit, format) = (chance::seed(), head(), disk::Format::Ext4);
        one(kind, &Wanted { engine, rounds, seed, program, commit, before: None, format })?;
    }
    Ok(())
}

/// The upper bound of a rate of which nothing was seen in so many tries, at 95 %.
fn bound(tries: u32) -> String {
    format!("{:.2} %", 300.0 / f64::from(tries.max(1)))
}
