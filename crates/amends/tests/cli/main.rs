//! The command line as people and scripts meet it: the binary is run, and what it prints and answers is looked at.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on breaks off")]

mod answers;
mod bad_input;
mod db;
mod law;
mod office;
mod over_time;
mod retention;
mod run;
