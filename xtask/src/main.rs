//! The chores of the house: `cargo xtask demo | test | trace | bench | corpus`.

mod corpus;

use std::{io::Write as _, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.first().map(String::as_str) {
        Some("corpus") => corpus(&words[1..]),
        _ => ExitCode::from(2),
    }
}

/// Prints the figures of the extractor; 1 where a target is missed, 2 where the corpus cannot be read.
fn corpus(words: &[String]) -> ExitCode {
    let dir = words.iter().find(|word| !word.starts_with("--")).map_or("../shared/corpus", String::as_str);
    let mut out = std::io::stdout().lock();
    let outcome = corpus::run(Path::new(dir), corpus::Wanted::from_words(words));
    let (text, code) = match outcome {
        Ok((report, true)) => (report, ExitCode::SUCCESS),
        Ok((report, false)) => (report, ExitCode::from(1)),
        Err(error) => (format!("{error:#}\n"), ExitCode::from(2)),
    };
    if out.write_all(text.as_bytes()).is_err() { ExitCode::from(2) } else { code }
}
