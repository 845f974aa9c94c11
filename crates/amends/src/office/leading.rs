//! Leading: of several nodes over one database one at a time pays what is owed, signs checkpoints, takes mail in.

use std::{
    sync::mpsc::{self, RecvTimeoutError},
    time::Duration,
};

use amends_store::{
    error::StoreError,
    nodes::{self, Lease},
};
use jiff::{SignedDuration, Timestamp};

use super::{ActError, Fault, Office};

/// A clock that differs more than this from the database's is told of.
const NOTABLE: SignedDuration = SignedDuration::from_secs(5);
/// With a clock that differs more than this nothing is done that depends on the time.
const TOO_MUCH: SignedDuration = SignedDuration::from_secs(60);

/// What came of asking to lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Led<T> {
    /// This node led, and did it.
    Did(T),
    /// Another node leads.
    Another,
}

impl Office {
    /// Does something as the one node that leads in it. The lease is prolonged while it goes on; where it is lost all the
    /// same, as when the machine stood still, what is recorded from then on is refused.
    ///
    /// # Errors
    /// Where the memory fails, or the work does.
    pub fn lead<T>(
        &self,
        name: &'static str,
        work: impl FnOnce(&Self) -> Result<T, ActError>,
    ) -> Result<Led<T>, ActError> {
        let length = SignedDuration::from_secs(i64::from(self.config().server.lease_seconds.get()));
        let (node, wanted) = (self.node(), name.to_owned());
        let taken = self.db().write(move |tx| nodes::take(tx, &wanted, node, length))?;
        crate::observe::figures::lease(name, taken.is_some());
        let Some(lease) = taken else { return Ok(Led::Another) };
        let done = self.prolonging(&lease, length, || work(&self.under(lease.clone())));
        if let Err(ActError::Fault(Fault::Store(StoreError::LeaseLost { name }))) = &done {
            tracing::warn!(lease = name, "this node stood still for too long; another goes on");
            return Ok(Led::Another);
        }
        self.db().write(move |tx| nodes::give_back(tx, &lease))?;
        done.map(Led::Did)
    }

    /// Prolongs a lease beside the work, three times in its length.
    fn prolonging<T>(&self, lease: &Lease, length: SignedDuration, work: impl FnOnce() -> T) -> T {
        let pause = Duration::try_from(length).unwrap_or(Duration::from_secs(1)) / 3;
        // Dropped when the work is over, however it ends.
        let (working, over) = mpsc::channel::<()>();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                while over.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                    let mine = lease.clone();
                    // If it is lost, the work hears so itself with the next thing it records.
                    if self.db().write(move |tx| nodes::prolong(tx, &mine, length)).is_err() {
                        return;
                    }
                }
            });
            let done = work();
            drop(working);
            done
        })
    }

    /// Tells the other nodes that this one is there. Fails where the clock of this machine is so far from the database's
    /// that nothing should be done that depends on the time.
    ///
    /// # Errors
    /// Where the memory fails, or the clocks are too far apart.
    pub fn show_myself(&self, machine: Timestamp) -> Result<(), ActError> {
        let (node, name) = (self.node(), machine_name());
        let database = self.db().write(move |tx| {
            nodes::heard_of(tx, node, &name, env!("CARGO_PKG_VERSION"))?;
            tx.database_time()
        })?;
        let apart = machine.duration_since(database).abs();
        if apart > TOO_MUCH {
            return Err(Fault::Broken(format!(
                "the clock of this machine is {} seconds from the database's; set it right: until then nothing goes out",
                apart.as_secs()
            ))
            .into());
        }
        if apart > NOTABLE {
            tracing::warn!(seconds = apart.as_secs(), "the clock of this machine is not the database's");
        }
        Ok(())
    }

    /// Tells the other nodes that this one stops, so that nobody waits for it.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn take_leave(&self) -> Result<(), ActError> {
        let node = self.node();
        Ok(self.db().write(move |tx| nodes::gone(tx, node))?)
    }
}

fn machine_name() -> String {
    std::fs::read_to_string("/proc/sys/kernel/hostname")
        .map_or_else(|_| "node".to_owned(), |name| name.trim().to_owned())
}
