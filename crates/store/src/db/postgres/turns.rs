//! Taking turns at writing: how a transaction begins, and how it is known to have come to its end.

use std::time::{Duration, Instant};

use uuid::Uuid;

use super::{Failed, Session, State, connect::Link, puts, said::After};
use crate::{
    db::Order,
    error::{Result, StoreError},
};

/// Between two knocks at a server that does not answer.
const KNOCK: Duration = Duration::from_millis(100);

const BEGIN_READING: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;";
const BEGIN_WRITING: &str =
    "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT only_row FROM turn WHERE only_row = 1 FOR UPDATE;";

impl Session {
    /// Begins, ends or undoes a transaction or a part of one.
    pub(in crate::db) fn order(&self, order: Order) -> Result<()> {
        match order {
            Order::BeginReading => {
                self.begin();
                self.later(BEGIN_READING);
                Ok(())
            }
            Order::BeginWriting => self.begin_writing(),
            Order::BeginPart => {
                self.later("SAVEPOINT part;");
                Ok(())
            }
            Order::KeepPart => {
                self.later("RELEASE SAVEPOINT part;");
                Ok(())
            }
            Order::UndoPart => {
                self.forget_puts();
                self.later("ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part;");
                Ok(())
            }
            Order::Commit => self.commit(),
            Order::Undo => self.undo(),
            Order::Close => Ok(()),
        }
    }

    fn begin(&self) {
        let mut state = self.state.borrow_mut();
        if state.lost == Some(After::Gone) {
            state.link = None;
        }
        state.puts.clear();
        state.pending.clear();
        (state.open, state.begun, state.lost) = (true, false, None);
    }

    /// Waits for the turn. A server that does not answer is asked again for a while.
    fn begin_writing(&self) -> Result<()> {
        self.begin();
        let until = Instant::now() + self.options.patience;
        loop {
            let mut state = self.state.borrow_mut();
            let outcome = match state.link {
                Some(_) => self.send(&mut state, BEGIN_WRITING),
                None => Link::open(&self.server, &self.options).map(|link| state.link = Some(link)).and_then(
                    |()| {
                        state.lost = None;
                        self.send(&mut state, BEGIN_WRITING)
                    },
                ),
            };
            match outcome {
                Ok(()) => {
                    state.begun = true;
                    return Ok(());
                }
                Err(error) => {
                    let gone = matches!(error, StoreError::Unreachable { .. });
                    state.link = if gone { None } else { state.link.take() };
                    if !gone || Instant::now() >= until {
                        state.open = false;
                        return Err(error);
                    }
                    state.lost = None;
                }
            }
            drop(state);
            std::thread::sleep(KNOCK);
        }
    }

    /// Brings it to the disk, with what was kept back. Where the connection is lost on the way, the mark of the transaction tells whether it
    /// arrived.
    fn commit(&self) -> Result<()> {
        let mut state = self.state.borrow_mut();
        if !state.begun && state.pending == BEGIN_READING {
            state.pending.clear();
            state.open = false;
            return Ok(());
        }
        let mark = state.mark + 1;
        let node = hex(self.options.node);
        let orders = std::mem::take(&mut state.pending)
            + &format!(
                "INSERT INTO node_mark (node, mark) VALUES ('\\x{node}', {mark})
                 ON CONFLICT (node) DO UPDATE SET mark = excluded.mark; COMMIT;"
            );
        match self.end(&mut state, &orders) {
            Ok(()) => {
                (state.mark, state.open) = (mark, false);
                Ok(())
            }
            Err(error) if state.lost == Some(After::Gone) => {
                drop(state);
                self.find_out(mark, error)
            }
            Err(error) => Err(error),
        }
    }

    fn end(&self, state: &mut State, orders: &str) -> Result<()> {
        if let Some(lost) = state.lost {
            return Err(self.said_again(lost));
        }
        let puts = std::mem::take(&mut state.puts);
        let Some(link) = &state.link else { return Err(self.said_again(After::Gone)) };
        let ended = link
            .runtime
            .wait(async { puts::with_the_end(link, &puts, orders).await.map_err(Failed::Engine) });
        ended.map_err(|failed| self.note(state, failed))
    }

    fn find_out(&self, mark: i64, error: StoreError) -> Result<()> {
        let StoreError::Unreachable { place, .. } = error else { return Err(error) };
        // Waiting for the turn is waiting for the end of the transaction nobody knows the end of.
        let found = self.begin_writing().and_then(|()| self.last_mark());
        match found {
            Ok(Some(found)) if found == mark => {
                self.undo()?;
                self.state.borrow_mut().mark = mark;
                Ok(())
            }
            Ok(_) => {
                self.undo()?;
                let mut state = self.state.borrow_mut();
                (state.open, state.lost) = (true, Some(After::Again));
                Err(StoreError::Busy)
            }
            Err(_) => {
                let mut state = self.state.borrow_mut();
                (state.open, state.lost, state.link) = (false, None, None);
                Err(StoreError::Unknown { place })
            }
        }
    }

    fn undo(&self) -> Result<()> {
        let mut state = self.state.borrow_mut();
        let begun = state.begun;
        state.puts.clear();
        state.pending.clear();
        let gone = state.lost == Some(After::Gone);
        (state.open, state.begun, state.lost) = (false, false, None);
        if gone {
            state.link = None;
            return Ok(());
        }
        if begun { self.send(&mut state, "ROLLBACK") } else { Ok(()) }
    }
}

fn hex(id: Uuid) -> String {
    id.simple().to_string()
}
