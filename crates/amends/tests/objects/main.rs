//! A running office whose files are in a bucket of an S3-compatible server, also while that server is away. `cargo xtask
//! test --only=objects` starts the server and takes it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on breaks off")]

mod bucket;
mod kept;
mod killed;
#[expect(dead_code, reason = "what breaks here is the store of the files; the rest is for other tests")]
#[path = "../faults/running.rs"]
mod running;
