//! The chores of the house: `cargo xtask demo | test | trace | rig | bench | corpus`.

use std::path::PathBuf;
use std::process::ExitCode;

mod bench;
mod browser;
mod check;
mod corpus;
mod demo;
mod house;
mod objects;
mod rig;
mod steps;
mod tools;
mod trace;

/// Everything went well.
const DONE: u8 = 0;
/// Something that was checked is not as it should be.
const FAILED: u8 = 1;
/// The command was not understood.
const USAGE: u8 = 2;
/// A requirement has no test.
const UNTESTED: u8 = 4;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  demo [--port N] [...]     build Amends and serve its demo; what follows is handed to `amends demo`
  test [--quick] [--list] [--only=STEP]
                            run every check there is; --quick leaves out the slow ones, --list only names
                            them, --only=STEP takes one
  trace [--list] [--allow-missing]
                            every requirement of docs/requirements.txt has a test of its name
  bench [--quick] [...]     measure every workload beside this machine's limit for it; `bench --help` says more
  rig kill|cut|nodes [--engine sqlite|postgres] [--rounds N] [--seed S]
                            kill the office under load, cut its disk's power, break its nodes off
  corpus DIR                measure the extraction of recommendations on a corpus of decisions
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let house = match house::House::here() {
        Ok(house) => house,
        Err(why) => return say_and_exit(&why, FAILED),
    };
    let code = match words.as_slice() {
        ["demo", rest @ ..] => demo::run(&house, rest),
        ["test", rest @ ..] => check::run(&house, rest),
        ["trace", rest @ ..] => trace::run(&house, rest),
        ["bench", rest @ ..] => bench::run(&house, rest),
        ["rig", rest @ ..] => rig::run(&house, rest),
        ["corpus", rest @ ..] => corpus(rest),
        [] | ["help" | "--help" | "-h"] => {
            house::say(HELP);
            DONE
        }
        [other, ..] => {
            return say_and_exit(&format!("There is no chore called “{other}”.\n\n{HELP}"), USAGE);
        }
    };
    ExitCode::from(code)
}

/// The figures of the extractor on a corpus of decisions with labels.
fn corpus(words: &[&str]) -> u8 {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let dir = words.iter().find(|word| !word.starts_with("--")).map_or("../shared/corpus", String::as_str);
    match corpus::run(std::path::Path::new(dir), corpus::Wanted::from_words(&words)) {
        Ok((report, reached)) => {
            house::say(&report);
            if reached { DONE } else { FAILED }
        }
        Err(error) => {
            house::say(&format!("{error:#}"));
            USAGE
        }
    }
}

fn say_and_exit(words: &str, code: u8) -> ExitCode {
    house::say(words);
    ExitCode::from(code)
}

/// The files below `folder` whose names end in `.ending`, in order; none where there is no such folder.
fn files_below(folder: &std::path::Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name();
            if path.is_dir() && name != "target" && name != "node_modules" {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
