//! Reading beside the writer: a few connections, each lent for one read.

use std::{
    sync::{Condvar, Mutex, PoisonError},
    time::Duration,
};

use crate::{
    db::{Conn, Line, Order},
    error::{Result, StoreError},
};

/// The connections for reading that are free.
pub(crate) struct Readers {
    free: Mutex<Vec<Line>>,
    freed: Condvar,
    patience: Duration,
}

impl Readers {
    pub(crate) fn new(connections: Vec<Line>, patience: Duration) -> Self {
        Self { free: Mutex::new(connections), freed: Condvar::new(), patience }
    }

    /// Lends a connection for one read, which sees one moment.
    pub(crate) fn read<T, E: From<StoreError>>(
        &self,
        look: impl FnOnce(&Conn<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let reader = self.take()?;
        reader.line()?.order(Order::BeginReading)?;
        look(&reader.line()?.conn())
    }

    fn take(&self) -> Result<Reader<'_>> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut free, _) = self
            .freed
            .wait_timeout_while(free, self.patience, |free| free.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
        let line = free.pop().ok_or(StoreError::Overloaded)?;
        Ok(Reader { line: Some(line), home: self })
    }
}

/// A connection lent for one read; it goes home when dropped, even out of a panic.
struct Reader<'a> {
    line: Option<Line>,
    home: &'a Readers,
}

impl Reader<'_> {
    fn line(&self) -> Result<&Line> {
        self.line.as_ref().ok_or(StoreError::Closed)
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        let Some(line) = self.line.take() else { return };
        if line.in_transaction() || line.may_run_again() {
            // Nothing was changed on it; should even this fail, the next BEGIN on it says so.
            drop(line.order(Order::Undo));
        }
        self.home.free.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        self.home.freed.notify_one();
    }
}
