//! `cargo xtask bench`: the benchmarks that the crates have.

use crate::house::{House, say};
use crate::{DONE, FAILED, files_below};

/// Runs every benchmark in `crates/*/benches` and every `*_speed` example.
pub(crate) fn run(house: &House) -> u8 {
    let files = files_below(&house.path("crates"), "rs");
    let benches =
        files.iter().filter(|file| file.components().any(|part| part.as_os_str() == "benches")).count();
    let speeds: Vec<String> = files
        .iter()
        .filter(|file| file.parent().is_some_and(|folder| folder.ends_with("examples")))
        .filter_map(|file| file.file_stem()?.to_str())
        .filter(|name| name.ends_with("_speed"))
        .map(str::to_owned)
        .collect();
    if benches == 0 && speeds.is_empty() {
        say(
            "No crate has a benchmark yet. The full set, which compares both databases, comes with PostgreSQL.",
        );
        return DONE;
    }
    let mut outcome = Ok(());
    if benches > 0 {
        outcome = house.run(&["cargo", "bench", "--workspace", "--benches"]);
    }
    for speed in &speeds {
        let line = ["cargo", "run", "--workspace", "--release", "--example", speed];
        outcome = outcome.and_then(|()| house.run(&line));
    }
    match outcome {
        Ok(()) => DONE,
        Err(why) => {
            say(&why);
            FAILED
        }
    }
}
