//! The stories on a PostgreSQL server, and those that only a server has.

/// What the stories stand on here.
mod ground {
    pub use crate::ground::*;

    pub fn office() -> Office {
        office_with(&Options::default())
    }

    pub fn office_with(options: &Options) -> Office {
        office_on_a_server(options)
    }
}

#[path = "audit.rs"]
mod audit;
#[path = "counts.rs"]
mod counts;
#[path = "disposal.rs"]
mod disposal;
#[path = "editions.rs"]
mod editions;
#[path = "found.rs"]
mod found;
#[path = "improvements.rs"]
mod improvements;
#[path = "ledger.rs"]
mod ledger;
#[path = "lists.rs"]
mod lists;
#[path = "nodes.rs"]
mod nodes;
#[path = "on_server.rs"]
mod on_server;
#[path = "over_time.rs"]
mod over_time;
#[path = "people.rs"]
mod people;
#[path = "plans_on_server.rs"]
mod plans_on_server;
#[path = "post.rs"]
mod post;
#[path = "safety.rs"]
mod safety;
#[path = "stamps.rs"]
mod stamps;
#[path = "together.rs"]
mod together;
