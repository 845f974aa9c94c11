//! A connection to a PostgreSQL server.
//!
//! All writers of an office take turns: every changing transaction begins by locking the one row of `turn`, so that
//! what is decided in it stands on everything committed before, whatever the engine's isolation and however many
//! nodes there are. Orders that answer nothing are kept back and go out together with the next statement.

mod connect;
mod ddl;
mod puts;
mod said;
mod together;
mod turns;
mod value;

use std::cell::{Cell, RefCell};

use futures_util::{TryStreamExt as _, future::join, pin_mut};
use tokio_postgres::{Row, Statement};

use self::{
    connect::Link,
    puts::Put,
    said::{After, after, said},
    value::{Bound, Come},
};
use super::{Use, place::Server};
use crate::{
    error::{Result, StoreError},
    options::Options,
    value::Value,
};

/// How many rows are fetched at a time where an answer may be long.
const FETCH: usize = 1_000;
/// How many prepared statements a connection keeps.
const STATEMENTS_MOST: usize = 1_024;

/// A connection, which is made anew where it was lost between two transactions.
pub(super) struct Session {
    server: Server,
    options: Options,
    state: RefCell<State>,
    // How many answers are being read row by row at this moment.
    reading: Cell<u32>,
}

#[derive(Default)]
struct State {
    link: Option<Link>,
    /// Changes that go out with the next question, in order, and before the pending orders.
    puts: Vec<Put>,
    /// Orders that go out with the next statement.
    pending: String,
    /// A transaction is open, or will be with the pending orders.
    open: bool,
    /// Something of the open transaction has gone out.
    begun: bool,
    lost: Option<After>,
    /// The number of the last transaction this node tried to commit on this connection.
    mark: i64,
}

impl Session {
    pub(super) fn open(server: &Server, options: &Options, purpose: Use) -> Result<Self> {
        let link = Link::open(server, options)?;
        let session = Self {
            server: server.clone(),
            options: options.clone(),
            state: RefCell::new(State { link: Some(link), ..State::default() }),
            reading: Cell::new(0),
        };
        if purpose == Use::Write {
            if options.node.is_nil() {
                let what = "a node of an office on a server needs an id of its own".to_owned();
                return Err(StoreError::Engine { what });
            }
            session.prepare_ground()?;
            session.state.borrow_mut().mark = session.last_mark()?.unwrap_or(0);
        }
        Ok(session)
    }

    /// The rows by which writers take turns, and know whether they came to the end of theirs.
    fn prepare_ground(&self) -> Result<()> {
        let sql =
            "CREATE TABLE IF NOT EXISTS turn (only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1));
          INSERT INTO turn (only_row) VALUES (1) ON CONFLICT (only_row) DO NOTHING;
          CREATE TABLE IF NOT EXISTS node_mark (node BYTEA NOT NULL PRIMARY KEY, mark BIGINT NOT NULL);";
        let mut outcome = self.batch(sql);
        // Two nodes that make the tables at one moment: the second is told so, and finds them made.
        for _ in 0..3 {
            match &outcome {
                Err(StoreError::Taken { .. } | StoreError::Busy | StoreError::Engine { .. }) => {
                    outcome = self.batch(sql);
                }
                Ok(()) | Err(_) => break,
            }
        }
        outcome
    }

    fn last_mark(&self) -> Result<Option<i64>> {
        let sql = "SELECT mark FROM node_mark WHERE node = $1";
        let rows = self.query(sql, &[Value::Bytes(self.options.node.as_bytes().to_vec())])?;
        rows.first().map(|row| get(row, 0).and_then(crate::value::FromValue::from_value)).transpose()
    }

    /// Every row of the answer.
    pub(super) fn query(&self, sql: &str, with: &[Value]) -> Result<Vec<Row>> {
        self.run(sql, with, rows)
    }

    /// How many values a statement takes, and how many columns it answers.
    pub(super) fn shape(&self, sql: &str) -> Result<(usize, usize)> {
        let mut state = self.state.borrow_mut();
        let pending = std::mem::take(&mut state.pending);
        state.begun = true;
        let Some(link) = &state.link else { return Err(self.said_again(After::Gone)) };
        let statement = link.runtime.wait(async {
            // A statement the engine does not understand must not spoil the transaction for the next.
            let orders = format!("{pending} SAVEPOINT shape;");
            link.client.batch_execute(&orders).await.map_err(Failed::Engine)?;
            let prepared = link.client.prepare(sql).await;
            link.client.batch_execute("ROLLBACK TO SAVEPOINT shape").await.map_err(Failed::Engine)?;
            prepared.map_err(Failed::Engine)
        });
        match statement {
            Ok(statement) => Ok((statement.params().len(), statement.columns().len())),
            Err(failed) => Err(self.note(&mut state, failed)),
        }
    }

    /// Changes; says how many rows.
    pub(super) fn execute(&self, sql: &str, with: &[Value]) -> Result<usize> {
        self.run(sql, with, changed).and_then(counted)
    }

    /// Calls `read` on every row of the answer, fetching some at a time.
    pub(super) fn each<E: From<StoreError>>(
        &self,
        sql: &str,
        with: &[Value],
        mut read: impl FnMut(&Row) -> Result<(), E>,
    ) -> Result<(), E> {
        let depth = self.reading.get();
        self.execute(&format!("DECLARE each{depth} NO SCROLL CURSOR FOR {sql}"), with)?;
        self.reading.set(depth + 1);
        let outcome = self.fetch_all(depth, &mut read);
        self.reading.set(depth);
        if self.in_transaction() {
            self.later(&format!("CLOSE each{depth};"));
        }
        outcome
    }

    fn fetch_all<E: From<StoreError>>(
        &self,
        depth: u32,
        read: &mut impl FnMut(&Row) -> Result<(), E>,
    ) -> Result<(), E> {
        loop {
            // Never kept prepared: another answer will have other columns.
            let rows = self.once(&format!("FETCH {FETCH} FROM each{depth}"))?;
            rows.iter().try_for_each(&mut *read)?;
            if rows.len() < FETCH {
                return Ok(());
            }
        }
    }

    /// Runs statements that take no values and answer nothing.
    pub(super) fn batch(&self, sql: &str) -> Result<()> {
        self.settle()?;
        let mut state = self.state.borrow_mut();
        let orders = std::mem::take(&mut state.pending) + sql;
        self.send(&mut state, &orders)
    }

    /// The same, with the words of the one text there is put into this engine's.
    pub(super) fn batch_translated(&self, sql: &str) -> Result<()> {
        self.batch(&ddl::for_postgres(sql))
    }

    fn once(&self, sql: &str) -> Result<Vec<Row>> {
        let rows = self.query(sql, &[]);
        if let Some(link) = &mut self.state.borrow_mut().link {
            link.statements.remove(sql);
        }
        rows
    }

    /// Prepares the statement if need be and runs it, after whatever orders wait; all in one journey where it can be.
    fn run<T>(
        &self,
        sql: &str,
        with: &[Value],
        work: impl AsyncFn(&Link, &Statement, &[Value]) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T> {
        let mut state = self.state.borrow_mut();
        if let Some(lost) = state.lost {
            return Err(self.said_again(lost));
        }
        let waiting =
            Waiting { puts: std::mem::take(&mut state.puts), orders: std::mem::take(&mut state.pending) };
        let first = !state.begun;
        state.begun = true;
        let outcome = self.attempt(&mut state, &waiting, sql, with, &work);
        match outcome {
            // A server that was restarted since the last transaction: nothing of this one has gone out yet.
            Err(Failed::Engine(error)) if first && state.open && after(&error) == After::Gone => {
                state.link = Some(Link::open(&self.server, &self.options)?);
                let again = self.attempt(&mut state, &waiting, sql, with, &work);
                again.map_err(|failed| self.note(&mut state, failed))
            }
            outcome => outcome.map_err(|failed| match self.note(&mut state, failed) {
                StoreError::Engine { what } if waiting.puts.is_empty() => {
                    StoreError::Engine { what: format!("{what} in {sql}") }
                }
                other => other,
            }),
        }
    }

    fn attempt<T>(
        &self,
        state: &mut State,
        waiting: &Waiting,
        sql: &str,
        with: &[Value],
        work: &impl AsyncFn(&Link, &Statement, &[Value]) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, Failed> {
        if state.link.is_none() {
            state.link = Some(Link::open(&self.server, &self.options).map_err(Failed::Ours)?);
        }
        let link = state.link.as_mut().ok_or(Failed::Ours(StoreError::Closed))?;
        let known = link.statements.get(sql).cloned();
        if let Some(statement) = known {
            fits(&statement, sql, with)?;
            let link = &*link;
            let made = link.runtime.wait(async {
                let made = puts::with(link, &waiting.puts, async {
                    if waiting.orders.is_empty() {
                        return work(link, &statement, with).await;
                    }
                    let ordered = link.client.batch_execute(&waiting.orders);
                    let (ordered, made) = join(ordered, work(link, &statement, with)).await;
                    ordered.and(made)
                });
                made.await.map_err(Failed::Engine)
            });
            return made;
        }
        let statement = link.runtime.wait(async {
            let ordered = puts::with(link, &waiting.puts, async {
                if waiting.orders.is_empty() {
                    return Ok(());
                }
                link.client.batch_execute(&waiting.orders).await
            });
            ordered.await.map_err(Failed::Engine)?;
            link.client.prepare(sql).await.map_err(Failed::Engine)
        })?;
        fits(&statement, sql, with)?;
        if link.statements.len() >= STATEMENTS_MOST {
            link.statements.clear();
        }
        link.statements.insert(sql.to_owned(), statement.clone());
        let link = &*link;
        link.runtime.wait(async { work(link, &statement, with).await.map_err(Failed::Engine) })
    }

    fn send(&self, state: &mut State, orders: &str) -> Result<()> {
        if let Some(lost) = state.lost {
            return Err(self.said_again(lost));
        }
        let Some(link) = &state.link else { return Err(self.said_again(After::Gone)) };
        let sent =
            link.runtime.wait(async { link.client.batch_execute(orders).await.map_err(Failed::Engine) });
        sent.map_err(|failed| self.note(state, failed))
    }

    /// Notes what an error means for the transaction, and says it in our words.
    fn note(&self, state: &mut State, failed: Failed) -> StoreError {
        match failed {
            Failed::Ours(error) => error,
            Failed::Engine(error) => {
                match after(&error) {
                    After::Goes => {}
                    lost => state.lost = Some(lost),
                }
                said(&error, &self.server.to_string())
            }
        }
    }

    fn said_again(&self, lost: After) -> StoreError {
        match lost {
            After::Gone => said::unreachable(&self.server.to_string(), "the connection was lost"),
            After::Again | After::Goes => StoreError::Busy,
        }
    }

    fn later(&self, order: &str) {
        self.state.borrow_mut().pending.push_str(order);
    }

    /// Whether a transaction is open and can go on.
    pub(super) fn in_transaction(&self) -> bool {
        let state = self.state.borrow();
        state.open && state.lost.is_none()
    }

    /// Whether the transaction was undone by the engine or with the connection, so that it may be run again.
    pub(super) fn may_run_again(&self) -> bool {
        self.state.borrow().lost.is_some()
    }
}

/// What goes out before a statement.
struct Waiting {
    puts: Vec<Put>,
    orders: String,
}

/// What went wrong, before it is known what it means for the transaction.
enum Failed {
    Engine(tokio_postgres::Error),
    Ours(StoreError),
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Ours(error)
    }
}

/// Every row a statement answers.
async fn rows(link: &Link, statement: &Statement, with: &[Value]) -> Result<Vec<Row>, tokio_postgres::Error> {
    let rows = link.client.query_raw(statement, with.iter().map(Bound)).await?;
    pin_mut!(rows);
    let mut all = Vec::new();
    while let Some(row) = rows.try_next().await? {
        all.push(row);
    }
    Ok(all)
}

/// How many rows a statement changes.
async fn changed(link: &Link, statement: &Statement, with: &[Value]) -> Result<u64, tokio_postgres::Error> {
    link.client.execute_raw(statement, with.iter().map(Bound)).await
}

fn counted(changed: u64) -> Result<usize> {
    usize::try_from(changed).map_err(|_| StoreError::damaged("more rows than can be counted"))
}

/// What stands in a column.
pub(super) fn get(row: &Row, column: usize) -> Result<Value> {
    row.try_get::<_, Come>(column).map(|Come(value)| value).map_err(|error| {
        let why = std::error::Error::source(&error).map_or_else(|| error.to_string(), |why| why.to_string());
        StoreError::damaged(why)
    })
}

fn fits(statement: &Statement, sql: &str, with: &[Value]) -> Result<(), Failed> {
    let places = statement.params().len();
    if places == with.len() {
        return Ok(());
    }
    let what = format!("{} values for {places} places: {sql}", with.len());
    Err(Failed::Ours(StoreError::Engine { what }))
}
