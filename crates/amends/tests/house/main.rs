//! The house kept tidy: what holds for every file of the repository, checked as a test.
//!
//! `AMENDS_RATCHET=write cargo test -p amends --test house sizes` writes the sizes of today to `docs/ratchet.toml`.

mod catalogues;
mod documents;
mod migrations;
mod sizes;
mod source;
mod tree;
mod words;
