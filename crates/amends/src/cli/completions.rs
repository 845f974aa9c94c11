//! `amends completions SHELL`: what a shell needs to finish words for people.

use clap_complete::Shell;
use serde_json::json;

use super::{call::Call, fail::Outcome, usage};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let mut script = Vec::new();
    let mut command = usage::command(call.manner.language, false);
    clap_complete::generate(args.shell, &mut command, "amends", &mut script);
    if call.manner.json {
        let script = String::from_utf8_lossy(&script);
        return call.out.json(&json!({ "shell": args.shell.to_string(), "script": script }));
    }
    call.out.bytes(&script)
}
