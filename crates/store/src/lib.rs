//! The memory.

pub mod blobs;
pub mod db;
mod door;
pub mod error;
pub mod ledger;
mod migrate;
pub mod particulars;
pub mod post;
pub mod rows;
pub mod search;
pub mod value;

pub use db::{Conn, Db, Options, Row, Tx};
pub use error::{Later, Result, StoreError};
