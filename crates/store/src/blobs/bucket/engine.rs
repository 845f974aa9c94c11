//! The few threads on which requests to an object store run, so that the rest of the store stays plain synchronous code.

use std::{future::Future, io, sync::mpsc};

use tokio::runtime::{Builder, Runtime};

use crate::error::{Result, StoreError};

/// So many threads serve the network of all requests.
const THREADS: usize = 2;

/// Threads of their own, so that nobody's runtime is needed, and none is stood in the way of: it may be asked, and
/// dropped, inside or outside any other.
#[derive(Debug)]
pub(super) struct Engine {
    runtime: Option<Runtime>,
}

/// Something that is under way.
pub(super) struct Pending<T>(mpsc::Receiver<T>);

impl<T> Pending<T> {
    /// Waits for it.
    pub(super) fn wait(self) -> Result<T> {
        let broke =
            || StoreError::Panicked { what: "a request to the store of the files broke off".to_owned() };
        self.0.recv().map_err(|_| broke())
    }
}

impl Engine {
    pub(super) fn start() -> io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(THREADS)
            .thread_name("store-files")
            .enable_all()
            .build()?;
        Ok(Self { runtime: Some(runtime) })
    }

    /// Begins something and does not wait for it.
    pub(super) fn begin<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Pending<T> {
        let (done, waiting) = mpsc::sync_channel(1);
        if let Some(runtime) = &self.runtime {
            // Whoever waited may have gone; then nobody wants the answer.
            runtime.spawn(async move { drop(done.send(work.await)) });
        }
        Pending(waiting)
    }

    /// Does something and waits for it.
    pub(super) fn run<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> Result<T> {
        self.begin(work).wait()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // Waiting here would be a panic inside another runtime; whatever is under way was answered to nobody.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_may_be_asked_and_dropped_inside_another_runtime() {
        let other = Runtime::new().unwrap();
        other.block_on(async {
            let engine = Engine::start().unwrap();
            assert_eq!(engine.run(async { 7 }).unwrap(), 7);
            drop(engine);
        });
    }

    #[test]
    fn what_breaks_off_is_an_error_and_the_next_goes_on() {
        let engine = Engine::start().unwrap();
        let broke = engine.run(async { assert!(std::hint::black_box(false), "on purpose") });
        assert!(matches!(broke, Err(StoreError::Panicked { .. })), "{broke:?}");
        assert_eq!(engine.run(async { 7 }).unwrap(), 7);
    }
}
