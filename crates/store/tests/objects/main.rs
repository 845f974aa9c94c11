//! What is promised of files, held against a real S3-compatible server, also while it fails. `cargo xtask test
//! --only=objects` starts the server and takes it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on breaks off")]

mod bucket;
mod failing;
mod large;
mod proxy;
mod strict;
#[path = "../files/stories.rs"]
#[macro_use]
mod stories;

use bucket::Bucket;

stories!(Bucket::new());
