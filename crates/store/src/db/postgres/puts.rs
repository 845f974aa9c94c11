//! Changes whose answer nobody waits for: they are kept back and go out one after the other without a journey for each,
//! with the next question or the end of their part. What one of them fails for is said there.

use std::pin::Pin;

use futures_util::{
    future::{MaybeDone, maybe_done},
    poll,
};
use tokio_postgres::{Error, Statement};

use super::{Session, connect::Link, fits, said::After, value::Bound};
use crate::{error::Result, value::Value};

/// So many are kept back at most: a change of many thousand rows is not held in memory twice.
const MOST: usize = 128;

/// A change that is kept back, with the orders that come before it.
pub(super) struct Put {
    before: String,
    statement: Statement,
    with: Vec<Value>,
}

impl Put {
    async fn go(&self, link: &Link) -> Result<(), Error> {
        let changed = link.client.execute_raw(&self.statement, self.with.iter().map(Bound));
        if self.before.is_empty() {
            return changed.await.map(|_| ());
        }
        let (ordered, changed) = futures_util::join!(link.client.batch_execute(&self.before), changed);
        ordered.and(changed.map(|_| ()))
    }
}

/// Sends everything in this order without waiting between, then waits for all answers. The first fault there is comes
/// back: those after it are only told that the transaction is spoilt.
pub(super) async fn in_order<T>(
    all: impl Iterator<Item = impl Future<Output = Result<T, Error>>>,
) -> Result<Vec<T>, Error> {
    let mut all: Vec<Pin<Box<MaybeDone<_>>>> = all.map(|one| Box::pin(maybe_done(one))).collect();
    for one in &mut all {
        // What it sends goes out at the first look at it.
        _ = poll!(one.as_mut());
    }
    let mut answers = Vec::with_capacity(all.len());
    let mut fault = None;
    for one in &mut all {
        one.as_mut().await;
        match one.as_mut().take_output() {
            Some(Ok(answer)) => answers.push(answer),
            Some(Err(error)) => fault = fault.or(Some(error)),
            None => {}
        }
    }
    fault.map_or(Ok(answers), Err)
}

/// Sends what was kept back, and right after it what else there is; the fault of the first comes first.
pub(super) async fn with<T>(
    link: &Link,
    puts: &[Put],
    then: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    if puts.is_empty() {
        return then.await;
    }
    let mut earlier = Box::pin(maybe_done(in_order(puts.iter().map(|put| put.go(link)))));
    _ = poll!(earlier.as_mut());
    let outcome = then.await;
    earlier.as_mut().await;
    match earlier.as_mut().take_output() {
        Some(Err(error)) => Err(error),
        Some(Ok(_)) | None => outcome,
    }
}

impl Session {
    /// Changes, and waits for no answer; [`Self::settle`] does.
    pub(in crate::db) fn put(&self, sql: &str, with: &[Value]) -> Result<()> {
        let mut state = self.state.borrow_mut();
        if let Some(lost) = state.lost {
            return Err(self.said_again(lost));
        }
        let known = state.link.as_ref().and_then(|link| link.statements.get(sql)).cloned();
        let Some(statement) = known.filter(|_| state.open) else {
            drop(state);
            // The first time it must be prepared anyhow.
            return self.execute(sql, with).map(|_| ());
        };
        fits(&statement, sql, with).map_err(|failed| self.note(&mut state, failed))?;
        state.begun = true;
        let before = std::mem::take(&mut state.pending);
        state.puts.push(Put { before, statement, with: with.to_vec() });
        let enough = state.puts.len() >= MOST;
        drop(state);
        if enough { self.settle() } else { Ok(()) }
    }

    /// Has what was kept back made; fails for what it fails for.
    pub(in crate::db) fn settle(&self) -> Result<()> {
        let mut state = self.state.borrow_mut();
        let puts = std::mem::take(&mut state.puts);
        if puts.is_empty() {
            return Ok(());
        }
        if let Some(lost) = state.lost {
            return Err(self.said_again(lost));
        }
        let Some(link) = &state.link else { return Err(self.said_again(After::Gone)) };
        let sent = link.runtime.wait(async {
            let nothing = std::future::ready(Ok(()));
            self::with(link, &puts, nothing).await.map_err(super::Failed::Engine)
        });
        sent.map_err(|failed| self.note(&mut state, failed))
    }

    /// Lets go of what was kept back and is not to be made; the orders between stay.
    pub(super) fn forget_puts(&self) {
        let mut state = self.state.borrow_mut();
        let orders: String = std::mem::take(&mut state.puts).into_iter().map(|put| put.before).collect();
        let pending = std::mem::take(&mut state.pending);
        state.pending = orders + &pending;
    }
}
