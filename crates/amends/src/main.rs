//! The office: the `amends` binary. What it does stands in `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    amends::cli::run(std::env::args_os().collect())
}
