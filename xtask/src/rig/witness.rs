//! What the database itself saw of leases, for a rig of nodes: every change of hands, and every write that only a leader
//! may do, each with the node that made it. Who led when a write was committed is told by the server's own times of
//! commits, so that this does not rest on what is under trial.

use super::Outcome;
use super::postgres::Server;

/// Kept beside the office's own tables, whose names the store knows: so its text stands there.
const TABLES: &str = include_str!("../../../crates/store/witness/tables.sql");

/// What they tell.
const ASKED: &str = include_str!("../../../crates/store/witness/asked.sql");

/// The server must keep the times of commits.
pub(crate) const SETTINGS: &[&str] = &["track_commit_timestamp=on"];

/// What was seen.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Writes that only a leader may do.
    pub(crate) writes: usize,
    /// Those of them by a node after another had taken its lease.
    pub(crate) stale: usize,
    /// How often a lease changed hands.
    pub(crate) hands: usize,
    /// Epochs of a lease that two nodes had.
    pub(crate) shared: usize,
}

/// Lets a database watch.
pub(crate) fn begin(server: &Server, database: &str) -> Outcome {
    server.ask(database, TABLES).map(drop)
}

/// What a database saw.
pub(crate) fn seen(server: &Server, database: &str) -> Outcome<Seen> {
    let said = server.ask(database, ASKED)?;
    let numbers: Vec<usize> = said.trim().split('|').filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [writes, stale, hands, shared] => Ok(Seen { writes, stale, hands, shared }),
        _ => Err(format!("the database does not tell what it saw: {said}")),
    }
}
