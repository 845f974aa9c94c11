//! Bringing the write-ahead log of a file into the file, beside the one thread that writes.
//!
//! Left to itself the engine does so within the commit that makes the log too long, and whoever waits for that commit waits
//! for tens of megabytes. Here a thread with a connection of its own brings most of it in while the writer goes on, in
//! passes that get shorter and shorter; but as the log never stands still meanwhile, it could so grow without end. Therefore
//! the writer brings in the last few pages itself, between two transactions, and the next of them begins the log anew.
//!
//! What is acknowledged is in the log on the disk before it is acknowledged; when it comes into the file is a matter of speed
//! alone. A pass that fails (a full disk) leaves everything in the log, is counted, and is made again with the next commit.

use std::{
    path::Path,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

use super::{Line, Options, Place, Use};
use crate::error::{Result, StoreError};

/// With so many pages of 4,096 bytes that are only in the log, the thread begins a pass.
const A_PASS: i64 = 8_192;
/// With so many pages the log is to be begun anew. A page that was changed often in between comes into the file once for each
/// pass, so the disk has less to write the longer the log; but whoever opens the file after a crash reads all of it first.
const LONG: i64 = 16_384;
/// So many pages at most are left to the writer, but where the log is [`TOO_LONG`].
const A_REST: i64 = 1_024;
/// With so many the writer helps whatever it costs: the disk does not keep up.
const TOO_LONG: i64 = 4 * LONG;
/// How many passes follow one another while the rest is more than the writer should be left with.
const PASSES: usize = 4;
/// How long the thread is still between two looks at the log.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// The thread that keeps the log short; dropped, it ends after the pass it is in.
pub(crate) struct Log {
    shared: Arc<Shared>,
    turns: Arc<Turns>,
    thread: Option<JoinHandle<()>>,
}

/// Whose turn it is to bring the log into the file: the engine refuses a second who does so beside a first.
#[derive(Default)]
pub(crate) struct Turns(Mutex<()>);

impl Turns {
    /// Waits for a turn, which is over when what is returned is dropped.
    pub(crate) fn take(&self) -> MutexGuard<'_, ()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the thread and the writer say to one another.
#[derive(Default)]
struct Shared {
    said: Mutex<Said>,
    heard: Condvar,
    // The rest of the log is the writer's to bring in.
    rest: AtomicBool,
}

/// What the thread is to know.
#[derive(Default)]
struct Said {
    grew: bool,
    over: bool,
}

impl Shared {
    fn say(&self, what: impl FnOnce(&mut Said)) {
        what(&mut self.said.lock().unwrap_or_else(PoisonError::into_inner));
        self.heard.notify_one();
    }

    /// Waits until the log grew; says whether it is to go on.
    fn wait(&self) -> bool {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let still = |said: &mut Said| !said.grew && !said.over;
        let mut said = self.heard.wait_while(said, still).unwrap_or_else(PoisonError::into_inner);
        said.grew = false;
        !said.over
    }

    /// Is still for a moment, but not once all is over.
    fn rest_a_moment(&self) {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.heard.wait_timeout_while(said, BETWEEN_LOOKS, |said| !said.over));
    }
}

impl Log {
    /// Begins to keep the log of the file at `path` short, to which `writer` writes.
    pub(crate) fn keep(path: &Path, options: &Options, writer: &Line, turns: &Arc<Turns>) -> Result<Self> {
        let own = Line::open(&Place::File(path.to_owned()), options, Use::Write)?;
        for line in [writer, &own] {
            line.conn().one("PRAGMA wal_autocheckpoint = 0", &[], |_| Ok(()))?;
        }
        let (shared, turns) = (Arc::new(Shared::default()), Arc::clone(turns));
        let (of_thread, turns_of_thread) = (Arc::clone(&shared), Arc::clone(&turns));
        let thread = std::thread::Builder::new()
            .name("store-log".to_owned())
            .spawn(move || keep_short(&own, &of_thread, &turns_of_thread))
            .map_err(|error| StoreError::io("log", &error))?;
        Ok(Self { shared, turns, thread: Some(thread) })
    }

    /// The writer committed. Never waits for a pass.
    pub(crate) fn grew(&self) {
        self.shared.say(|said| said.grew = true);
    }

    /// Between two transactions of the writer: brings in the rest where that is its turn.
    pub(crate) fn bring_rest(&self, writer: &Line) {
        if self.shared.rest.swap(false, Ordering::AcqRel) {
            let _turn = self.turns.take();
            told(pass(writer));
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        self.shared.say(|said| said.over = true);
        if let Some(thread) = self.thread.take() {
            // It has nothing to tell at its end; what it did not bring in, the engine does when the file is closed.
            drop(thread.join());
        }
    }
}

fn keep_short(line: &Line, shared: &Shared, turns: &Turns) {
    while shared.wait() {
        if let Some(found) = told(length(line)) {
            shared.rest.store(shorten(line, turns, found), Ordering::Release);
        }
        shared.rest_a_moment();
    }
}

/// Brings in what is worth a pass. Whether the rest is now the writer's.
fn shorten(line: &Line, turns: &Turns, mut found: Length) -> bool {
    for _ in 0..PASSES {
        let wanted = if found.pages < LONG { A_PASS } else { A_REST };
        if found.rest() < wanted {
            break;
        }
        let _turn = turns.take();
        match told(pass(line)) {
            Some(after) => found = after,
            None => return false,
        }
    }
    found.pages >= LONG && (found.rest() < A_REST || found.pages >= TOO_LONG)
}

/// How long the log is, in pages, and how many of them are in the file as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Length {
    pages: i64,
    in_the_file: i64,
}

impl Length {
    fn rest(self) -> i64 {
        self.pages - self.in_the_file
    }
}

fn length(line: &Line) -> Result<Length> {
    asked(line, "PRAGMA wal_checkpoint(NOOP)")
}

/// Brings into the file whatever no reader stands in the way of, and waits for nobody.
fn pass(line: &Line) -> Result<Length> {
    asked(line, "PRAGMA wal_checkpoint(PASSIVE)")
}

fn asked(line: &Line, sql: &str) -> Result<Length> {
    let found =
        line.conn().one(sql, &[], |row| Ok(Length { pages: row.get(1)?, in_the_file: row.get(2)? }))?;
    found.ok_or_else(|| StoreError::damaged("the log does not tell its length"))
}

/// Keeps the figures of the log.
fn told(found: Result<Length>) -> Option<Length> {
    let Ok(found) = found else {
        metrics::counter!("amends_log_failures_total").increment(1);
        return None;
    };
    let pages = u32::try_from(found.rest()).unwrap_or_default();
    metrics::gauge!("amends_log_pages").set(f64::from(pages));
    Some(found)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::db::Db;

    const A_MEGABYTE: usize = 1 << 20;

    fn put(db: &Db, nth: usize, bytes: usize) {
        db.write(move |tx| {
            let name = format!("note {nth}");
            let values = [name.into(), "x".repeat(bytes).into(), "2026-01-01T00:00:00.000000Z".into()];
            tx.execute("INSERT INTO setting (name, value, changed_at) VALUES ($1, $2, $3)", &values)
        })
        .unwrap();
    }

    #[test]
    fn a_long_log_is_begun_anew_while_changes_go_on() {
        let folder = tempfile::tempdir().unwrap();
        let (path, options) = (folder.path().join("amends.db"), Options::default());
        let db = Db::open(&path, &options, Timestamp::UNIX_EPOCH).unwrap();
        let beside = Line::open(&Place::File(path.clone()), &options, Use::Read).unwrap();
        (0..80).for_each(|nth| put(&db, nth, A_MEGABYTE));
        let begun_anew = (80..10_000).find(|nth| {
            put(&db, *nth, 10);
            std::thread::sleep(Duration::from_millis(1));
            length(&beside).unwrap().pages < LONG
        });
        let last = begun_anew.expect("the log goes on growing");
        db.empty_log().unwrap();
        assert_eq!(length(&beside).unwrap().pages, 0);
        drop((beside, db));
        let again = Db::open_for_reading(&path, &options).unwrap();
        let count = "SELECT COUNT(*) FROM setting WHERE name LIKE 'note %'";
        let found: Option<u64> = again.read(|c| c.one(count, &[], |row| row.get(0))).unwrap();
        assert_eq!(found, u64::try_from(last + 1).ok());
    }

    #[test]
    fn an_erasure_empties_the_log_however_many_passes_go_on() {
        let folder = tempfile::tempdir().unwrap();
        let db =
            Db::open(&folder.path().join("amends.db"), &Options::default(), Timestamp::UNIX_EPOCH).unwrap();
        for nth in 0..40 {
            put(&db, nth, A_MEGABYTE);
            db.empty_log().unwrap();
        }
    }
}
