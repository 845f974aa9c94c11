//! A running office when things break: its mail server, its disk, its database, itself. The binary is run as a child
//! process against real servers and a real disk of little room. `cargo xtask test --only=faults` takes it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on breaks off")]

mod disk;
mod kill;
mod lock;
mod mail;
mod running;
mod sink;
