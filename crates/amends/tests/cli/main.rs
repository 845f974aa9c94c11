//! The command line as people and scripts meet it: the binary is run, and what it prints and answers is looked at.

mod answers;
mod bad_input;
mod office;
mod run;
