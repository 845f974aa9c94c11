//! The contract of the store: every story, on a database of its own, on both engines.

#![expect(clippy::duplicate_mod, reason = "each story is told once for each engine")]

#[cfg(test)]
mod copy;
#[cfg(test)]
mod ground;
#[cfg(test)]
mod many;
#[cfg(test)]
mod on_postgres;
#[cfg(test)]
mod on_sqlite;
#[cfg(test)]
mod over_tls;
#[cfg(test)]
mod server;
#[cfg(test)]
mod statements;
