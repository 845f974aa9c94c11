//! The office: the `amends` binary. What it does stands in `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    // One provider of encryption for every client, chosen before the first is made; nobody can have chosen before.
    drop(rustls::crypto::ring::default_provider().install_default());
    amends::cli::run(std::env::args_os().collect())
}
