//! The memory.

pub mod blobs;
pub mod changed;
pub mod closures;
pub mod db;
mod door;
pub mod error;
pub mod ledger;
mod migrate;
pub mod lists;
pub mod particulars;
pub mod people;
pub mod post;
pub mod rows;
pub mod search;
pub mod settings;
pub mod value;

pub use db::{Conn, Db, Options, Row, Tx};
pub use error::{Later, Result, StoreError};
