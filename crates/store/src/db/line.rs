//! A connection, whatever the engine, and the orders a transaction needs.

use super::{Conn, Options, Place, Tx, postgres, sqlite};
use crate::{error::Result, readers::Readers};

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Reading alone; the engine refuses anything else on it.
    Read,
    /// Reading and changing.
    Write,
}

/// A connection, with the few orders a transaction needs.
pub(crate) struct Line {
    pub(super) engine: Engine,
}

#[expect(clippy::large_enum_variant, reason = "there are a handful of connections, each held by itself")]
pub(super) enum Engine {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Session),
}

impl Line {
    /// Opens a connection, with every safeguard on and asserted.
    pub(crate) fn open(place: &Place, options: &Options, purpose: Use) -> Result<Self> {
        let engine = match place {
            Place::File(path) => Engine::Sqlite(sqlite::connect(path, options, purpose)?),
            Place::Server(server) => Engine::Postgres(postgres::Session::open(server, options, purpose)?),
        };
        Ok(Self { engine })
    }

    /// For reading.
    pub(crate) fn conn(&self) -> Conn<'_> {
        Conn::on(self)
    }

    /// For changing.
    pub(crate) fn tx(&self) -> Tx<'_> {
        Tx::on(self)
    }

    /// Begins, ends or undoes a transaction or a part of one.
    pub(crate) fn order(&self, order: Order) -> Result<()> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite::order(sqlite, order),
            Engine::Postgres(session) => session.order(order),
        }
    }

    /// Has whatever changes were put off ([`Tx::put`]) made; fails for what they fail for.
    pub(crate) fn settle(&self) -> Result<()> {
        match &self.engine {
            Engine::Sqlite(_) => Ok(()),
            Engine::Postgres(session) => session.settle(),
        }
    }

    /// Whether there are changes that were put off and not made yet.
    pub(crate) fn is_unsettled(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(_) => false,
            Engine::Postgres(session) => session.keeps_back(),
        }
    }

    /// Whether a transaction is open. The engine itself may end one, as when the disk is full.
    pub(crate) fn in_transaction(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(sqlite) => !sqlite.is_autocommit(),
            Engine::Postgres(session) => session.in_transaction(),
        }
    }

    /// Whether the transaction that failed would go well if it were run again: it stood in another's way, or the
    /// connection was lost before its end.
    pub(crate) fn may_run_again(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(_) => false,
            Engine::Postgres(session) => session.may_run_again(),
        }
    }
}

/// The orders a transaction needs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Order {
    /// Begin to read one moment.
    BeginReading,
    /// Begin to change.
    BeginWriting,
    /// Bring what was changed to the disk.
    Commit,
    /// Undo all of it.
    Undo,
    /// Begin a part that can be undone by itself.
    BeginPart,
    /// Keep the part.
    KeepPart,
    /// Undo the part.
    UndoPart,
    /// No more will come: note down what makes the next start fast.
    Close,
}

/// The connections for reading.
pub(super) fn readers(place: &Place, options: &Options) -> Result<Readers> {
    let lines = (0..options.readers.max(1))
        .map(|_| Line::open(place, options, Use::Read))
        .collect::<Result<Vec<_>>>()?;
    Ok(Readers::new(lines, options.patience))
}
