//! The command line: what is asked, said with the same words as the pages, in both languages.
//!
//! Data goes to standard output, everything else to standard error. Nothing here decides: a command becomes a
//! question to the core or one act at the office's door, and what comes back is printed.

mod act;
mod args;
mod audit;
mod body;
mod call;
mod case;
mod chase;
mod clock;
mod completions;
mod config;
mod db;
mod demo;
mod desk;
mod doctor;
mod escalation;
mod examples;
mod extract;
mod fail;
mod files;
mod generate;
mod healthcheck;
mod import;
mod input;
mod instrument;
mod logs;
mod mail;
mod man;
mod out;
mod profile;
mod progress;
mod rec;
mod report;
mod retention;
mod serve;
mod trouble;
mod usage;
mod user;
mod version;
mod words;

use std::{ffi::OsString, process::ExitCode};

use clap::FromArgMatches as _;

use args::{Arguments, Command};
use call::Call;
use fail::Outcome;

/// Does what a command line asks, and answers with its exit code.
///
/// 0 done · 1 failed · 2 not understood · 3 configuration invalid · 4 checks failed · 5 not permitted or locked ·
/// 75 try again later.
pub fn run(words: Vec<OsString>) -> ExitCode {
    let manner = words::Manner::of(&words, |name| std::env::var(name).ok());
    let matches = match usage::command(manner.language, manner.colour).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return usage::tell(&error, &manner),
    };
    let mut call = Call::new(manner);
    let outcome = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => call.prepare(&arguments).and_then(|()| dispatch(&mut call, arguments.command)),
        Err(error) => return usage::tell(&error, &call.manner),
    };
    match outcome.and_then(|()| call.out.finish()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(&call.manner),
    }
}

fn dispatch(call: &mut Call, command: Option<Command>) -> Outcome {
    match command {
        None => usage::introduce(call),
        Some(Command::Demo(args)) => demo::run(call, &args),
        Some(Command::Generate(args)) => generate::run(call, &args),
        Some(Command::Serve(args)) => serve::run(call, &args),
        Some(Command::Case(command)) => case::run(call, &command),
        Some(Command::Rec(command)) => rec::run(call, &command),
        Some(Command::Instrument(command)) => instrument::run(call, &command),
        Some(Command::Escalation(command)) => escalation::run(call, &command),
        Some(Command::Act(args)) => act::run(call, &args),
        Some(Command::Import(command)) => import::run(call, &command),
        Some(Command::Chase(command)) => chase::run(call, &command),
        Some(Command::Mail(command)) => mail::run(call, &command),
        Some(Command::Body(command)) => body::run(call, &command),
        Some(Command::Report(command)) => report::run(call, &command),
        Some(Command::User(command)) => user::run(call, &command),
        Some(Command::Audit(command)) => audit::run(call, &command),
        Some(Command::Db(command)) => db::run(call, &command),
        Some(Command::Files(command)) => files::run(call, &command),
        Some(Command::Retention(command)) => retention::run(call, &command),
        Some(Command::Rebuild(args)) => audit::rebuild(call, &args),
        Some(Command::Doctor(args)) => doctor::run(call, &args),
        Some(Command::Extract(args)) => extract::run(call, &args),
        Some(Command::Clock(args)) => clock::run(call, &args),
        Some(Command::Profile(command)) => profile::run(call, &command),
        Some(Command::Config(command)) => config::run(call, &command),
        Some(Command::Healthcheck(args)) => healthcheck::run(call, &args),
        Some(Command::Version) => version::run(call),
        Some(Command::Completions(args)) => completions::run(call, &args),
        Some(Command::Man(args)) => man::run(call, &args),
    }
}
