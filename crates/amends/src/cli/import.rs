//! `amends import`: a decision becomes a case with recommendations; a list of bodies becomes the register.

mod bodies;
mod decision;
mod proposal;

use super::{call::Call, fail::Outcome};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Decision(Box<decision::Args>),
    FromCsv(bodies::Args),
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Decision(args) => decision::run(call, args),
        Command::FromCsv(args) => bodies::run(call, args),
    }
}
