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
        futures_util::try_join!(link.client.batch_execute(&self.before), changed).map(|_| ())
    }
}

/// What was sent, or could not be, and its answer once that has come.
type Sent<T> = Pin<Box<MaybeDone<T>>>;

/// Sends everything in this order without waiting for an answer.
fn sent<F: Future>(all: impl Iterator<Item = F>) -> Vec<Sent<F>> {
    all.map(|one| Box::pin(maybe_done(one))).collect()
}

/// What it sends goes out at the first look at it.
async fn send<F: Future>(all: &mut [Sent<F>]) {
    for one in all {
        _ = poll!(one.as_mut());
    }
}

/// Sends everything in this order without waiting between, then waits for all answers. The first fault there is comes
/// back: those after it are only told that the transaction is spoilt.
pub(super) async fn in_order<T>(
    all: impl Iterator<Item = impl Future<Output = Result<T, Error>>>,
) -> Result<Vec<T>, Error> {
    let mut all = sent(all);
    send(&mut all).await;
    answers(all).await
}

async fn answers<T>(mut all: Vec<Sent<impl Future<Output = Result<T, Error>>>>) -> Result<Vec<T>, Error> {
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

/// Sends what was kept back, and right after it the orders that bring the transaction to the disk. Where one change cannot be
/// sent at all, for its values are none for its places, the server would not know of it and commit the others: the orders
/// are then not sent.
pub(super) async fn with_the_end(link: &Link, puts: &[Put], orders: &str) -> Result<(), Error> {
    let mut all = sent(puts.iter().map(|put| put.go(link)));
    send(&mut all).await;
    if all.iter().any(|one| matches!(**one, MaybeDone::Done(Err(_)))) {
        return answers(all).await.map(|_| ());
    }
    let mut end = Box::pin(maybe_done(link.client.batch_execute(orders)));
    _ = poll!(end.as_mut());
    let changed = answers(all).await;
    end.as_mut().await;
    changed.and(end.as_mut().take_output().unwrap_or(Ok(())))
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

    /// Whether something was kept back.
    pub(in crate::db) fn keeps_back(&self) -> bool {
        !self.state.borrow().puts.is_empty()
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
