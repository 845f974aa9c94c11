//! With what it keeps in its folder, the only file that tells database engines apart. There are two: SQLite, built
//! in, over one file; and a PostgreSQL server, which several nodes of one office can share.
//!
//! One thread writes. Changes that wait at the same time share one transaction, and each is answered only after it is on
//! the disk; decisions among them are recorded together. Where one fails, all are run again, each in a savepoint of its
//! own. Reads go beside it, each on one snapshot. SQL says `$1`, `$2` …, bound by their numbers, and keeps to what both
//! engines know; where they differ there is one named function each, in [`fulltext`] and here.

pub(crate) mod fulltext;
pub(crate) mod layout;
mod line;
pub(crate) mod log;
mod place;
mod postgres;
mod row;
mod said;
mod several;
mod sqlite;

use std::{ops::Deref, path::Path, sync::Arc};

use jiff::Timestamp;

use crate::{
    copy,
    door::{self, Door},
    error::{Result, StoreError},
    ledger::{Appended, Commit, append_all},
    migrate,
    nodes::{self, Lease},
    readers::Readers,
    value::Value,
    writer::Writer,
};

use line::{Engine, readers};
use log::{Log, Turns};

pub use crate::options::Options;
pub(crate) use line::{Line, Order, Use};
pub use place::{Place, Server};
pub use row::Row;
use row::RowOf;
pub(crate) use several::{Insert, Question};
pub(crate) use sqlite::for_sqlite;

/// The database. Cheap to clone; the last one dropped closes it.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
    // What every change on this handle is made under, if anything.
    lease: Option<Lease>,
}

struct Inner {
    // None where the database was opened for reading alone.
    writer: Option<Writer>,
    readers: Readers,
    place: Place,
    turns: Arc<Turns>,
    // Dropped last: nobody else comes in before the connections are closed.
    _door: Option<Door>,
}

impl Db {
    /// Opens the database in the file at `path`, makes it if it is not there, and brings its tables up to date.
    /// `now` is when that is, for the note of what was done.
    pub fn open(path: &Path, options: &Options, now: Timestamp) -> Result<Self> {
        Self::at(&Place::File(path.to_owned()), options, now)
    }

    /// Opens a database wherever it is, and brings its tables up to date. A file is made if it is not there; a
    /// server must have the database already.
    pub fn at(place: &Place, options: &Options, now: Timestamp) -> Result<Self> {
        let door = match place {
            Place::File(path) => {
                sqlite::assert_sound()?;
                Some(Door::before(path)?)
            }
            Place::Server(_) => None,
        };
        let line = Line::open(place, options, Use::Write)?;
        migrate::run(&line, place, now)?;
        copy::refuse_half(&line.conn(), place)?;
        let readers = readers(place, options)?;
        let turns = Arc::default();
        let log = match place {
            Place::File(path) => Some(Log::keep(path, options, &line, &turns)?),
            Place::Server(_) => None,
        };
        let writer =
            Writer::start(line, log, options.queue).map_err(|error| StoreError::io("writer", &error))?;
        let inner = Inner { writer: Some(writer), readers, place: place.clone(), turns, _door: door };
        Ok(Self { inner: Arc::new(inner), lease: None })
    }

    /// Opens a database for reading alone, beside a process that has it: for an audit while the office works.
    /// Every [`Db::write`] on it fails with [`StoreError::InUse`].
    pub fn open_for_reading(path: &Path, options: &Options) -> Result<Self> {
        Self::at_for_reading(&Place::File(path.to_owned()), options)
    }

    /// Opens a database for reading alone, wherever it is.
    pub fn at_for_reading(place: &Place, options: &Options) -> Result<Self> {
        if let Place::File(path) = place {
            sqlite::assert_sound()?;
            if !path.is_file() {
                return Err(StoreError::not_found("database at", path.display()));
            }
        }
        let readers = readers(place, options)?;
        readers.read(|c| migrate::check(c).and_then(|()| copy::refuse_half(c, place)))?;
        let inner = Inner { writer: None, readers, place: place.clone(), turns: Arc::default(), _door: None };
        Ok(Self { inner: Arc::new(inner), lease: None })
    }

    /// Whether there is a database with tables at a place.
    pub fn is_made(place: &Place, options: &Options) -> Result<bool> {
        match place {
            Place::File(path) => Ok(path.is_file()),
            Place::Server(_) => {
                let line = Line::open(place, options, Use::Read)?;
                Ok(line.conn().tables()?.iter().any(|name| name == "schema_migration"))
            }
        }
    }

    /// Reads, on one snapshot of everything committed so far. Blocks; call it off the async threads.
    pub fn read<T, E: From<StoreError>>(&self, look: impl FnOnce(&Conn<'_>) -> Result<T, E>) -> Result<T, E> {
        self.inner.readers.read(look)
    }

    /// Changes, all or nothing; returns after what was changed is on the disk. Blocks.
    ///
    /// `change` may be run again where a shared transaction was lost, so it must do nothing but change the
    /// database. If it fails, nothing of it stays. A change within a change is refused: use the `tx` at hand.
    pub fn write<T, E, F>(&self, mut change: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnMut(&Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        match (&self.inner.writer, &self.inner.place) {
            (Some(writer), _) => match self.lease.clone() {
                None => writer.write(change),
                Some(lease) => writer.write(move |tx| {
                    nodes::still_held(tx, &lease)?;
                    change(tx)
                }),
            },
            (None, Place::File(path)) => {
                Err(StoreError::InUse { path: path.clone(), holder: door::holder_of(path) }.into())
            }
            (None, Place::Server(server)) => Err(StoreError::ReadOnly { place: server.to_string() }.into()),
        }
    }

    /// Records decisions, all or none; returns after they are on the disk. Blocks. Those that wait at the same time are
    /// recorded together.
    pub fn record(&self, commits: Vec<Commit>) -> Result<Vec<Appended>> {
        match (&self.inner.writer, &self.lease) {
            (Some(writer), None) => writer.record(commits),
            _ => self.write(move |tx| append_all(tx, &commits)),
        }
    }

    /// The same database for one who leads: every change on this handle is refused with [`StoreError::LeaseLost`] once
    /// the lease is not its own any more.
    #[must_use]
    pub fn under(&self, lease: Lease) -> Self {
        Self { inner: Arc::clone(&self.inner), lease: Some(lease) }
    }

    /// Where the database is.
    pub fn place(&self) -> &Place {
        &self.inner.place
    }

    /// After an erasure: brings what was erased out of what the engine keeps beside its tables. On a file, everything
    /// in the write-ahead log goes into the file and the log is emptied; fails with [`StoreError::Busy`] while a long
    /// read goes on. A server is asked to clear away dead rows; its own log and its backups are its keeper's.
    pub fn empty_log(&self) -> Result<()> {
        let line = Line::open(&self.inner.place, &self.beside(), Use::Write)?;
        match &line.engine {
            Engine::Sqlite(_) => {
                let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
                let _turn = self.inner.turns.take();
                let blocked = line.conn().one(sql, &[], |row| row.get::<bool>(0))?;
                if blocked == Some(false) { Ok(()) } else { Err(StoreError::Busy) }
            }
            Engine::Postgres(session) => session.batch("VACUUM"),
        }
    }

    /// Writes a whole and consistent copy to a new file, while work goes on. A server is copied by its own means.
    pub fn copy_to(&self, target: &Path) -> Result<()> {
        let text = target.to_str().ok_or_else(|| StoreError::damaged("the path is no text"))?;
        let line = Line::open(&self.inner.place, &self.beside(), Use::Write)?;
        match &line.engine {
            Engine::Sqlite(_) => line.tx().execute("VACUUM INTO $1", &[text.into()]).map(|_| ()),
            Engine::Postgres(_) => {
                let what = "a database on a server is copied by pg_dump or pg_basebackup".to_owned();
                Err(StoreError::Engine { what })
            }
        }
    }

    /// How many bytes it takes on its disk: a file with its log, or what the server says.
    pub fn size(&self) -> Result<u64> {
        match &self.inner.place {
            Place::File(path) => Ok(place::length_with_log(path)),
            Place::Server(_) => {
                let sql = "SELECT pg_database_size(current_database())";
                let found: Option<u64> = self.read(|c| c.one(sql, &[], |row| row.get(0)))?;
                found.ok_or_else(|| StoreError::damaged("the server does not tell a size"))
            }
        }
    }

    /// For a connection of a moment beside the others.
    fn beside(&self) -> Options {
        Options { node: uuid::Uuid::max(), accept_unsafe_server: true, ..Options::default() }
    }
}

/// A view of the database for reading.
pub struct Conn<'a> {
    line: &'a Line,
}

/// A transaction: reads, and changes.
pub struct Tx<'a>(Conn<'a>);

impl<'a> Deref for Tx<'a> {
    type Target = Conn<'a>;
    fn deref(&self) -> &Conn<'a> {
        &self.0
    }
}

impl<'a> Conn<'a> {
    fn on(line: &'a Line) -> Self {
        Self { line }
    }
}

impl<'a> Tx<'a> {
    fn on(line: &'a Line) -> Self {
        Self(Conn::on(line))
    }
}

impl Conn<'_> {
    /// Calls `read` on every row of the answer, without holding them all.
    pub fn each<E: From<StoreError>>(
        &self,
        sql: &str,
        with: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => sqlite::each(sqlite, sql, with, |row| read(&Row(RowOf::Sqlite(row)))),
            Engine::Postgres(session) => session.each(sql, with, |row| read(&Row(RowOf::Postgres(row)))),
        }
    }

    /// Every row of the answer.
    pub fn all<T>(
        &self,
        sql: &str,
        with: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => {
                let mut found = Vec::new();
                sqlite::each(sqlite, sql, with, |row| -> Result<()> {
                    found.push(read(&Row(RowOf::Sqlite(row)))?);
                    Ok(())
                })?;
                Ok(found)
            }
            Engine::Postgres(session) => {
                session.query(sql, with)?.iter().map(|row| read(&Row(RowOf::Postgres(row)))).collect()
            }
        }
    }

    /// The first row of the answer, if there is one.
    pub fn one<T>(
        &self,
        sql: &str,
        with: &[Value],
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => sqlite::one(sqlite, sql, with, |row| read(&Row(RowOf::Sqlite(row)))),
            Engine::Postgres(session) => {
                session.query(sql, with)?.first().map(|row| read(&Row(RowOf::Postgres(row)))).transpose()
            }
        }
    }

    /// How many values a statement takes and how many columns it answers, as the engine understands it: for tests that
    /// both engines understand it alike.
    pub fn shape(&self, sql: &str) -> Result<(usize, usize)> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => sqlite::shape(sqlite, sql),
            Engine::Postgres(session) => session.shape(sql),
        }
    }

    /// How the database would go about a query, a line for each step: for tests that a list uses its index.
    pub fn plan(&self, sql: &str, with: &[Value]) -> Result<Vec<String>> {
        match &self.line.engine {
            Engine::Sqlite(_) => self.all(&format!("EXPLAIN QUERY PLAN {sql}"), with, |row| row.get(3)),
            Engine::Postgres(_) => self.all(&format!("EXPLAIN {sql}"), with, |row| row.get(0)),
        }
    }

    /// Every disagreement the database finds within its own file; empty when it is sound. A server looks after its own.
    pub fn soundness(&self) -> Result<Vec<String>> {
        match &self.line.engine {
            Engine::Sqlite(_) => {
                let found: Vec<String> = self.all("PRAGMA integrity_check", &[], |row| row.get(0))?;
                Ok(found.into_iter().filter(|line| line != "ok").collect())
            }
            Engine::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// What time it is for the database: the one clock all nodes of an office share.
    pub fn database_time(&self) -> Result<Timestamp> {
        let sql = match &self.line.engine {
            Engine::Sqlite(_) => "SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER)",
            Engine::Postgres(_) => "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)",
        };
        let milliseconds: Option<i64> = self.one(sql, &[], |row| row.get(0))?;
        milliseconds
            .and_then(|number| Timestamp::from_millisecond(number).ok())
            .ok_or_else(|| StoreError::damaged("the database does not tell the time"))
    }

    /// The names of the tables that migrations made, in the order of the alphabet.
    pub fn tables(&self) -> Result<Vec<String>> {
        let sql = match &self.line.engine {
            Engine::Sqlite(_) => {
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            }
            Engine::Postgres(_) => {
                "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
                 WHERE table_schema = current_schema() ORDER BY 1"
            }
        };
        self.all(sql, &[], |row| row.get(0))
    }

    /// Whether the database is on a server, and not in a file of this process alone.
    pub fn is_shared(&self) -> bool {
        matches!(self.line.engine, Engine::Postgres(_))
    }
}

impl Tx<'_> {
    /// Changes; says how many rows.
    pub fn execute(&self, sql: &str, with: &[Value]) -> Result<usize> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => sqlite::execute(sqlite, sql, with),
            Engine::Postgres(session) => session.execute(sql, with),
        }
    }

    /// Changes, where nobody waits to hear how many rows. On a server the statement goes out with the next question, or
    /// with the end of the transaction, and what it fails for is said then; whoever asked for the change hears it.
    pub(crate) fn put(&self, sql: &str, with: &[Value]) -> Result<()> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => sqlite::execute(sqlite, sql, with).map(|_| ()),
            Engine::Postgres(session) => session.put(sql, with),
        }
    }

    /// Runs several statements of a migration, which take no values and answer nothing.
    pub(crate) fn batch(&self, sql: &str) -> Result<()> {
        match &self.line.engine {
            Engine::Sqlite(sqlite) => sqlite::batch(sqlite, sql),
            Engine::Postgres(session) => session.batch_translated(sql),
        }
    }
}
