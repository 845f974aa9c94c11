//! What can be known of a running office from outside: figures, readiness, and an id for each request. Nothing here says
//! anything about a person: labels and log lines are made of routes, kinds and codes, never of what somebody typed.

pub mod figures;
pub mod health;
pub mod pulse;
pub mod request;

pub use pulse::Pulse;
