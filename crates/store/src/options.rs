//! How the database is opened.

use std::time::Duration;

use uuid::Uuid;

/// How the database is opened. The defaults are right for an office.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many reads go at once.
    pub readers: usize,
    /// How many changes may wait; the next is answered with [`StoreError::Overloaded`].
    pub queue: usize,
    /// How long to wait for a program outside that has locked the database, or for a free reader.
    pub patience: Duration,
    /// The most pages of 4,096 bytes the database may grow to; none for as many as the disk holds.
    pub pages_most: Option<u32>,
    /// Which of the nodes of an office this is, where its database is on a server; no two may have the same.
    pub node: Uuid,
    /// A server is served from though what it acknowledges can be lost (`fsync = off`): for tests, and for whoever
    /// has decided so.
    pub accept_unsafe_server: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            readers: 4,
            queue: 1024,
            patience: Duration::from_secs(5),
            pages_most: None,
            node: Uuid::nil(),
            accept_unsafe_server: false,
        }
    }
}
