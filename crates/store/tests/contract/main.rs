//! The contract of the store: every story, on a database of its own in a folder of its own.

mod audit;
mod ground;
mod ledger;
mod lists;
mod people;
mod post;
mod safety;
