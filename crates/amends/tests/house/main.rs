//! The house kept tidy: what holds for every file of the repository, checked as a test.
//!
//! `AMENDS_RATCHET=write cargo test -p amends --test house ratchet` writes the numbers of today to `docs/ratchet.toml`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says by panicking what is wrong")]

mod catalogues;
mod documents;
mod licences;
mod migrations;
mod ratchet;
mod sizes;
mod source;
mod tree;
mod words;
