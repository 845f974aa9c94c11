//! With what it keeps in its folder, the only file that tells database engines apart. Today there is one, SQLite, built in.
//!
//! One thread writes. Changes that wait at the same time share one transaction, each in a savepoint of its
//! own, and each is answered only after the shared transaction is on the disk. Reads go beside it, each on
//! one snapshot. SQL says `$1`, `$2` …, bound by name, and keeps to what SQLite and PostgreSQL both know.

mod said;

use std::{
    ops::Deref,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, types::ValueRef};

use crate::{
    door::{self, Door},
    error::{Result, StoreError},
    migrate,
    readers::Readers,
    value::{FromValue, Value},
    writer::Writer,
};

pub use crate::options::Options;
use said::said;

/// The oldest SQLite without the defect that could damage a write-ahead log on reset.
const OLDEST_SQLITE: i32 = 3_051_003;

/// The database. Cheap to clone; the last one dropped closes it.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    // None where the database was opened for reading alone.
    writer: Option<Writer>,
    readers: Readers,
    path: PathBuf,
    // Dropped last: nobody else comes in before the connections are closed.
    _door: Option<Door>,
}

impl Db {
    /// Opens the database at `path`, makes it if it is not there, and brings its tables up to date.
    /// `now` is when that is, for the note of what was done.
    pub fn open(path: &Path, options: &Options, now: Timestamp) -> Result<Self> {
        assert_sqlite_is_sound()?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(|error| StoreError::io(folder, &error))?;
        door::refuse_network_disk(folder)?;
        let door = Door::shut_behind(path)?;

        let line = Line::open(path, options, Use::Write)?;
        migrate::run(&line.tx(), now)?;
        let readers = readers(path, options)?;
        let writer = Writer::start(line, options.queue).map_err(|error| StoreError::io(path, &error))?;
        let inner = Inner { writer: Some(writer), readers, path: path.to_owned(), _door: Some(door) };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Opens a database for reading alone, beside a process that has it: for an audit while the office works.
    /// Every [`Db::write`] on it fails with [`StoreError::InUse`].
    pub fn open_for_reading(path: &Path, options: &Options) -> Result<Self> {
        assert_sqlite_is_sound()?;
        if !path.is_file() {
            return Err(StoreError::not_found("database at", path.display()));
        }
        let readers = readers(path, options)?;
        readers.read(migrate::check)?;
        Ok(Self { inner: Arc::new(Inner { writer: None, readers, path: path.to_owned(), _door: None }) })
    }

    /// Reads, on one snapshot of everything committed so far. Blocks; call it off the async threads.
    pub fn read<T, E: From<StoreError>>(&self, look: impl FnOnce(&Conn<'_>) -> Result<T, E>) -> Result<T, E> {
        self.inner.readers.read(look)
    }

    /// Changes, all or nothing; returns after what was changed is on the disk. Blocks.
    ///
    /// `change` may be run again where a shared transaction was lost, so it must do nothing but change the
    /// database. If it fails, nothing of it stays. A change within a change is refused: use the `tx` at hand.
    pub fn write<T, E, F>(&self, change: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnMut(&Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        match &self.inner.writer {
            Some(writer) => writer.write(change),
            None => Err(StoreError::InUse {
                path: self.inner.path.clone(),
                holder: door::holder_of(&self.inner.path),
            }
            .into()),
        }
    }

    /// Where the database is.
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Brings everything in the write-ahead log into the file and empties the log. After an erasure: then the
    /// text is gone from the disk, not only from the tables. Fails with [`StoreError::Busy`] while a long read goes on.
    pub fn empty_log(&self) -> Result<()> {
        let line = Line::open(&self.inner.path, &Options::default(), Use::Write)?;
        let blocked = line.conn().one("PRAGMA wal_checkpoint(TRUNCATE)", &[], |row| row.get::<bool>(0))?;
        if blocked == Some(false) { Ok(()) } else { Err(StoreError::Busy) }
    }

    /// Writes a whole and consistent copy to a new file, while work goes on.
    pub fn copy_to(&self, target: &Path) -> Result<()> {
        let text = target.to_str().ok_or_else(|| StoreError::damaged("the path is no text"))?;
        let line = Line::open(&self.inner.path, &Options::default(), Use::Write)?;
        line.tx().execute("VACUUM INTO $1", &[text.into()]).map(|_| ())
    }
}

/// A view of the database for reading.
pub struct Conn<'a> {
    sqlite: &'a Connection,
}

/// A transaction: reads, and changes.
pub struct Tx<'a>(Conn<'a>);

impl<'a> Deref for Tx<'a> {
    type Target = Conn<'a>;
    fn deref(&self) -> &Conn<'a> {
        &self.0
    }
}

/// One row of an answer.
pub struct Row<'a> {
    sqlite: &'a rusqlite::Row<'a>,
}

impl Row<'_> {
    /// What stands in a column, counted from 0.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T> {
        let value = match self.sqlite.get_ref(column).map_err(|error| said(&error))? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => Value::Int(number),
            ValueRef::Text(text) => {
                let text = str::from_utf8(text).map_err(|error| StoreError::damaged(error.to_string()))?;
                Value::Text(text.to_owned())
            }
            ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
            ValueRef::Real(_) => return Err(StoreError::damaged("a column holds a fraction")),
        };
        T::from_value(value)
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
        let mut statement = self.prepared(sql, with)?;
        let mut rows = statement.raw_query();
        while let Some(sqlite) = rows.next().map_err(|error| said(&error))? {
            read(&Row { sqlite })?;
        }
        Ok(())
    }

    /// Every row of the answer.
    pub fn all<T>(
        &self,
        sql: &str,
        with: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, with, |row| -> Result<()> {
            found.push(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The first row of the answer, if there is one.
    pub fn one<T>(
        &self,
        sql: &str,
        with: &[Value],
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.prepared(sql, with)?;
        let mut rows = statement.raw_query();
        match rows.next().map_err(|error| said(&error))? {
            Some(sqlite) => read(&Row { sqlite }).map(Some),
            None => Ok(None),
        }
    }

    /// How the database would go about a query, a line for each step: for tests that a list uses its index.
    pub fn plan(&self, sql: &str, with: &[Value]) -> Result<Vec<String>> {
        self.all(&format!("EXPLAIN QUERY PLAN {sql}"), with, |row| row.get(3))
    }

    /// Every disagreement the database finds within its own file; empty when it is sound.
    pub fn soundness(&self) -> Result<Vec<String>> {
        let found: Vec<String> = self.all("PRAGMA integrity_check", &[], |row| row.get(0))?;
        Ok(found.into_iter().filter(|line| line != "ok").collect())
    }

    fn prepared(&self, sql: &str, with: &[Value]) -> Result<rusqlite::CachedStatement<'_>> {
        let mut statement = self.sqlite.prepare_cached(sql).map_err(|error| said(&error))?;
        for (place, value) in with.iter().enumerate() {
            // SQLite numbers `$n` by first appearance, so binding goes by name.
            let name = format!("${}", place + 1);
            let Some(index) = statement.parameter_index(&name).map_err(|error| said(&error))? else {
                return Err(StoreError::Engine { what: format!("{name} is not in the statement: {sql}") });
            };
            let bound = match value {
                Value::Null => statement.raw_bind_parameter(index, rusqlite::types::Null),
                Value::Int(number) => statement.raw_bind_parameter(index, number),
                Value::Text(text) => statement.raw_bind_parameter(index, text),
                Value::Bytes(bytes) => statement.raw_bind_parameter(index, bytes),
            };
            bound.map_err(|error| said(&error))?;
        }
        if statement.parameter_count() != with.len() {
            let what = format!("{} values for {} places: {sql}", with.len(), statement.parameter_count());
            return Err(StoreError::Engine { what });
        }
        Ok(statement)
    }
}

impl Tx<'_> {
    /// Changes; says how many rows.
    pub fn execute(&self, sql: &str, with: &[Value]) -> Result<usize> {
        self.prepared(sql, with)?.raw_execute().map_err(|error| said(&error))
    }

    /// Runs several statements that take no values and answer nothing.
    pub(crate) fn batch(&self, sql: &str) -> Result<()> {
        self.sqlite.execute_batch(sql).map_err(|error| said(&error))
    }
}

// ---- connections ----

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
    sqlite: Connection,
}

impl Line {
    /// Opens a connection, with every safeguard on and asserted.
    pub(crate) fn open(path: &Path, options: &Options, purpose: Use) -> Result<Self> {
        connect(path, options, purpose).map(|sqlite| Self { sqlite })
    }

    /// For reading.
    pub(crate) fn conn(&self) -> Conn<'_> {
        Conn { sqlite: &self.sqlite }
    }

    /// For changing.
    pub(crate) fn tx(&self) -> Tx<'_> {
        Tx(self.conn())
    }

    /// Begins, ends or undoes a transaction or a part of one.
    pub(crate) fn order(&self, order: Order) -> Result<()> {
        let sql = match order {
            Order::BeginReading => "BEGIN DEFERRED",
            Order::BeginWriting => "BEGIN IMMEDIATE",
            Order::Commit => "COMMIT",
            Order::Undo => "ROLLBACK",
            Order::BeginPart => "SAVEPOINT part",
            Order::KeepPart => "RELEASE part",
            Order::UndoPart => "ROLLBACK TO part; RELEASE part",
            Order::Close => "PRAGMA optimize",
        };
        self.sqlite.execute_batch(sql).map_err(|error| said(&error))
    }

    /// Whether a transaction is open. The engine itself may end one, as when the disk is full.
    pub(crate) fn in_transaction(&self) -> bool {
        !self.sqlite.is_autocommit()
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

fn readers(path: &Path, options: &Options) -> Result<Readers> {
    let lines = (0..options.readers.max(1))
        .map(|_| Line::open(path, options, Use::Read))
        .collect::<Result<Vec<_>>>()?;
    Ok(Readers::new(lines, options.patience))
}

fn assert_sqlite_is_sound() -> Result<()> {
    let found = rusqlite::version_number();
    if found < OLDEST_SQLITE {
        let what = format!("SQLite {} can damage its log; 3.51.3 or newer is needed", rusqlite::version());
        return Err(StoreError::Engine { what });
    }
    Ok(())
}

fn connect(path: &Path, options: &Options, purpose: Use) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sqlite = Connection::open_with_flags(path, flags).map_err(|error| said(&error))?;
    let set = |name: &str, value: &str| sqlite.pragma_update(None, name, value).map_err(|error| said(&error));
    sqlite.busy_timeout(options.patience).map_err(|error| said(&error))?;
    set("journal_mode", "wal")?;
    set("synchronous", "full")?;
    set("foreign_keys", "on")?;
    set("trusted_schema", "off")?;
    set("cell_size_check", "on")?;
    set("secure_delete", "on")?;
    set("temp_store", "memory")?;
    if purpose == Use::Read {
        set("query_only", "on")?;
    }
    if let Some(pages) = options.pages_most {
        set("max_page_count", &pages.to_string())?;
    }
    sqlite.set_prepared_statement_cache_capacity(256);
    for (name, right) in [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1")] {
        let found = setting(&sqlite, name)?;
        if found != right {
            let what = format!("{name} is {found} and should be {right}; what is acknowledged might be lost");
            return Err(StoreError::Engine { what });
        }
    }
    Ok(sqlite)
}

fn setting(sqlite: &Connection, name: &str) -> Result<String> {
    sqlite
        .pragma_query_value(None, name, |row| {
            Ok(match row.get_ref(0)? {
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => String::new(),
            })
        })
        .map_err(|error| said(&error))
}
