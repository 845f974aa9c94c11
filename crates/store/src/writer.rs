//! The one thread that writes. Changes that wait at the same time share a transaction; where one of them fails, all are run
//! again, each in a part of its own. Decisions to be recorded are recorded together, as one round of
//! [`append_all`], so that what they have in common is read and written once.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use crate::{
    db::{Line, Order, Tx, log::Log},
    error::{Result, StoreError},
    ledger::{Appended, Commit, append_all},
};

/// How many changes at most share one transaction.
const BATCH_MOST: usize = 64;

/// The writer; dropped, it ends after what was asked before.
pub(crate) struct Writer {
    jobs: Option<SyncSender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
    // Only told of, never decided by.
    queued: Arc<AtomicUsize>,
}

impl Writer {
    /// Starts the thread on its connection, with the log that it makes longer where there is one. At most `queue` changes
    /// may wait.
    pub(crate) fn start(line: Line, log: Option<Log>, queue: usize) -> io::Result<Self> {
        let (jobs, waiting) = sync_channel(queue.max(1));
        let queued = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&queued);
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || write_until_closed(&line, log.as_ref(), &waiting, &count))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread), queued })
    }

    /// Has a change made, and waits until it is on the disk or was undone.
    pub(crate) fn write<T, E, F>(&self, make: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnMut(&Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let (answer, outcome) = sync_channel(1);
        self.hand_over(Box::new(Change { make, outcome: None, answer }))?;
        outcome.recv().unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    /// Has decisions recorded, all or none, and waits until they are on the disk. Those that wait at the same time are
    /// recorded together.
    pub(crate) fn record(&self, commits: Vec<Commit>) -> Result<Vec<Appended>> {
        let (answer, outcome) = sync_channel(1);
        self.hand_over(Box::new(Recording { commits, outcome: None, answer }))?;
        // The decisions come back with the answer, so that it is not the writer that takes them apart.
        outcome.recv().map_or(Err(StoreError::Closed), |(recorded, _)| recorded)
    }

    fn hand_over(&self, job: Box<dyn Job>) -> Result<()> {
        if self.is_this_thread() {
            let what = "a change was asked for within a change; it would wait for itself".to_owned();
            return Err(StoreError::Engine { what });
        }
        let Some(jobs) = &self.jobs else { return Err(StoreError::Closed) };
        self.queued.fetch_add(1, Ordering::Relaxed);
        jobs.try_send(job).map_err(|refused| {
            self.queued.fetch_sub(1, Ordering::Relaxed);
            match refused {
                TrySendError::Full(_) => StoreError::Overloaded,
                TrySendError::Disconnected(_) => StoreError::Closed,
            }
        })
    }

    fn is_this_thread(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| thread.thread().id() == std::thread::current().id())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.jobs = None;
        if self.is_this_thread() {
            return;
        }
        if let Some(thread) = self.thread.take() {
            // The thread catches every panic of a change; there is nothing to hear from it here.
            drop(thread.join());
        }
    }
}

/// A change that waits for the writer.
trait Job: Send {
    /// Makes the change; says whether it is to stay.
    fn run(&mut self, tx: &Tx<'_>) -> bool;
    /// It was made and is not to stay after all, for a reason that was told later.
    fn fail(&mut self, error: StoreError);
    /// The decisions it records, where it does that alone and may be done together with others.
    fn commits(&self) -> &[Commit] {
        &[]
    }
    /// Its decisions were recorded together with those of others.
    fn recorded(&mut self, _: Vec<Appended>) {}
    /// Answers whoever waits, once it is known whether the transaction is on the disk.
    fn answer(self: Box<Self>, committed: Result<()>);
}

struct Change<F, T, E> {
    make: F,
    outcome: Option<Result<T, E>>,
    answer: SyncSender<Result<T, E>>,
}

impl<F, T, E> Job for Change<F, T, E>
where
    F: FnMut(&Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, tx: &Tx<'_>) -> bool {
        let make = &mut self.make;
        let outcome = catch_unwind(AssertUnwindSafe(|| make(tx)))
            .unwrap_or_else(|panic| Err(StoreError::Panicked { what: panic_text(panic.as_ref()) }.into()));
        self.outcome.insert(outcome).is_ok()
    }

    fn fail(&mut self, error: StoreError) {
        self.outcome = Some(Err(error.into()));
    }

    fn answer(self: Box<Self>, committed: Result<()>) {
        // Whoever asked may have gone; the change stays all the same.
        drop(self.answer.send(answer_of(self.outcome, committed)));
    }
}

fn answer_of<T, E: From<StoreError>>(outcome: Option<Result<T, E>>, committed: Result<()>) -> Result<T, E> {
    match (outcome, committed) {
        (Some(Err(error)), _) => Err(error),
        (Some(Ok(value)), Ok(())) => Ok(value),
        (_, Err(error)) => Err(error.into()),
        (None, Ok(())) => Err(StoreError::Closed.into()),
    }
}

/// Decisions to be recorded, all or none.
struct Recording {
    commits: Vec<Commit>,
    outcome: Option<Result<Vec<Appended>>>,
    answer: SyncSender<(Result<Vec<Appended>>, Vec<Commit>)>,
}

impl Job for Recording {
    fn run(&mut self, tx: &Tx<'_>) -> bool {
        let recorded = record_all(tx, &self.commits.iter().collect::<Vec<_>>());
        self.outcome.insert(recorded).is_ok()
    }

    fn fail(&mut self, error: StoreError) {
        self.outcome = Some(Err(error));
    }

    fn commits(&self) -> &[Commit] {
        &self.commits
    }

    fn recorded(&mut self, appended: Vec<Appended>) {
        self.outcome = Some(Ok(appended));
    }

    fn answer(self: Box<Self>, committed: Result<()>) {
        // Whoever asked may have gone; what was recorded stays all the same.
        drop(self.answer.send((answer_of(self.outcome, committed), self.commits)));
    }
}

fn record_all(tx: &Tx<'_>, commits: &[&Commit]) -> Result<Vec<Appended>> {
    catch_unwind(AssertUnwindSafe(|| append_all(tx, commits.iter().copied())))
        .unwrap_or_else(|panic| Err(StoreError::Panicked { what: panic_text(panic.as_ref()) }))
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic".to_owned())
}

fn write_until_closed(
    line: &Line,
    log: Option<&Log>,
    waiting: &Receiver<Box<dyn Job>>,
    queued: &AtomicUsize,
) {
    while let Ok(first) = waiting.recv() {
        let mut batch = vec![first];
        batch.extend(waiting.try_iter().take(BATCH_MOST - 1));
        let left = queued.fetch_sub(batch.len(), Ordering::Relaxed).saturating_sub(batch.len());
        tell_of_batch(batch.len(), left);
        let began = Instant::now();
        write_batch(line, batch);
        metrics::histogram!("amends_write_batch_seconds").record(began.elapsed());
        if let Some(log) = log {
            log.grew();
            log.bring_rest(line);
        }
    }
    // What it notes only makes the next start faster; nothing depends on it.
    drop(line.order(Order::Close));
}

/// How often a transaction that stood in another's way is run again before its askers are told.
const TRIES_MOST: u32 = 5;
/// How long to wait before the first of these; the next waits are longer.
const PAUSE: Duration = Duration::from_millis(5);

/// How many changes share the transaction, and how many wait for the next.
fn tell_of_batch(size: usize, left: usize) {
    let number = |size: usize| f64::from(u32::try_from(size).unwrap_or(u32::MAX));
    metrics::histogram!("amends_write_batch_size").record(number(size));
    metrics::gauge!("amends_write_queue").set(number(left));
}

/// Runs a batch in one transaction. At first none has a part of its own, which costs the engine more the longer the
/// transaction is; where one fails all are run again, each in a part. Where a change costs the whole transaction, as a
/// full disk can, each is tried again alone, so that none fails for another's sake.
fn write_batch(line: &Line, mut batch: Vec<Box<dyn Job>>) {
    let mut parts = false;
    for tried in 1.. {
        match run_batch(line, &mut batch, parts) {
            Ran::Committed => return answer_all(batch, &Ok(())),
            Ran::Refused if batch.len() == 1 => return answer_all(batch, &Ok(())),
            Ran::Refused => parts = true,
            Ran::Lost(_) if batch.len() > 1 => {
                for job in batch {
                    write_batch(line, vec![job]);
                }
                return;
            }
            Ran::Again(_) if tried < TRIES_MOST => std::thread::sleep(PAUSE * tried * tried),
            Ran::Lost(error) | Ran::Again(error) | Ran::NotCommitted(error) => {
                return answer_all(batch, &Err(error));
            }
        }
    }
}

fn answer_all(batch: Vec<Box<dyn Job>>, committed: &Result<()>) {
    for job in batch {
        job.answer(committed.clone());
    }
}

enum Ran {
    Committed,
    /// A change without a part of its own failed, and with it all were undone. It knows why itself.
    Refused,
    /// The transaction was undone before its end.
    Lost(StoreError),
    /// It was undone for no fault of its own, and may go well if it is run once more.
    Again(StoreError),
    /// It could not be begun or ended.
    NotCommitted(StoreError),
}

fn run_batch(line: &Line, batch: &mut [Box<dyn Job>], parts: bool) -> Ran {
    if let Err(error) = line.order(Order::BeginWriting) {
        return Ran::NotCommitted(error);
    }
    let ran = if parts {
        batch.iter_mut().try_for_each(|job| run_part(line, job.as_mut())).map(|()| true)
    } else {
        run_bare(line, batch)
    };
    match ran {
        Ok(true) => {}
        Ok(false) => return refused(line),
        Err(error) if line.may_run_again() => return Ran::Again(undone(line, error)),
        Err(error) => return Ran::Lost(undone(line, error)),
    }
    let unsettled = line.is_unsettled();
    match line.order(Order::Commit) {
        Ok(()) => Ran::Committed,
        Err(error) if line.may_run_again() => Ran::Again(undone(line, error)),
        // A change that went out with the end failed, it is not known which.
        Err(error) if unsettled && line.in_transaction() => {
            fail_all(batch, &error);
            refused(line)
        }
        Err(error) => Ran::NotCommitted(undone(line, error)),
    }
}

/// Where there are others, each is run again and hears of its own fault alone.
fn fail_all(batch: &mut [Box<dyn Job>], error: &StoreError) {
    for job in batch {
        job.fail(error.clone());
    }
}

fn refused(line: &Line) -> Ran {
    match line.order(Order::Undo) {
        Ok(()) => Ran::Refused,
        Err(error) => Ran::NotCommitted(error),
    }
}

/// Runs changes that have no parts of their own: first those that are more than decisions to be recorded, then all
/// decisions together. Nobody who waits was told of another's change yet, so their order is free. Whether they are to stay.
fn run_bare(line: &Line, batch: &mut [Box<dyn Job>]) -> Result<bool> {
    for job in batch.iter_mut().filter(|job| job.commits().is_empty()) {
        let stays = job.run(&line.tx());
        assert_open(line)?;
        if !stays {
            return Ok(false);
        }
    }
    let commits: Vec<&Commit> = batch.iter().flat_map(|job| job.commits()).collect();
    let recorded = if commits.is_empty() { Ok(Vec::new()) } else { record_all(&line.tx(), &commits) };
    assert_open(line)?;
    match recorded {
        Ok(recorded) => {
            let mut recorded = recorded.into_iter();
            for job in batch.iter_mut().filter(|job| !job.commits().is_empty()) {
                let own = job.commits().len();
                job.recorded(recorded.by_ref().take(own).collect());
            }
            Ok(true)
        }
        Err(error) => {
            fail_all(batch, &error);
            Ok(false)
        }
    }
}

fn assert_open(line: &Line) -> Result<()> {
    if line.in_transaction() {
        return Ok(());
    }
    Err(StoreError::Engine { what: "the engine undid the transaction".to_owned() })
}

fn run_part(line: &Line, job: &mut dyn Job) -> Result<()> {
    line.order(Order::BeginPart)?;
    let mut stays = job.run(&line.tx());
    assert_open(line)?;
    if stays && let Err(error) = line.settle() {
        assert_open(line)?;
        job.fail(error);
        stays = false;
    }
    line.order(if stays { Order::KeepPart } else { Order::UndoPart })
}

fn undone(line: &Line, error: StoreError) -> StoreError {
    if line.in_transaction() || line.may_run_again() {
        // If this fails too, the next beginning says so, and nobody is answered with success.
        drop(line.order(Order::Undo));
    }
    error
}
