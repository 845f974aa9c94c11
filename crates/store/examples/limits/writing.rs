//! What the disk allows where one writes for all: commits in groups, and files each with a row.

use std::{
    io::Write as _,
    path::Path,
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
};

use anyhow::Result;
use rusqlite::{Connection, params};
use serde_json::Value;

use super::{Asked, question::open, together};

/// What a client asks the one writer for: a row, and word when it is on the disk.
struct Job {
    bytes: Vec<u8>,
    done: SyncSender<()>,
}

/// The writer alone: takes what waits, up to a batch, writes it in one transaction, and answers after the commit.
fn write(sqlite: &mut Connection, waiting: &Receiver<Job>, batch: usize) -> Result<()> {
    let mut leaf = 0_i64;
    while let Ok(first) = waiting.recv() {
        let mut jobs = vec![first];
        jobs.extend(waiting.try_iter().take(batch.saturating_sub(1)));
        let tx = sqlite.transaction()?;
        for job in &jobs {
            leaf += 1;
            tx.prepare_cached("INSERT INTO entry (leaf, body) VALUES (?1, ?2)")?
                .execute(params![leaf, job.bytes])?;
        }
        tx.commit()?;
        for job in jobs {
            // Whoever asked may be gone: the time is over.
            let _ = job.done.send(());
        }
    }
    Ok(())
}

fn new_database(folder: &Path) -> Result<Connection> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join("limits.sqlite");
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.clone().into_os_string();
        name.push(ending);
        // Not there the first time.
        drop(std::fs::remove_file(name));
    }
    let sqlite = open(&path)?;
    sqlite
        .execute_batch("CREATE TABLE entry (leaf INTEGER NOT NULL PRIMARY KEY, body BLOB NOT NULL) STRICT")?;
    Ok(sqlite)
}

/// Group commit alone: clients that wait for the disk, one writer, one row of so many bytes for each.
pub(crate) fn commit(asked: &Asked) -> Result<Value> {
    let mut sqlite = new_database(&asked.path())?;
    let (jobs, waiting) = sync_channel::<Job>(1024);
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || write(&mut sqlite, &waiting, asked.batch));
        let found = together(asked, || {
            let (jobs, bytes) = (jobs.clone(), vec![7_u8; asked.bytes]);
            Ok(Box::new(move || {
                let (done, told) = sync_channel(1);
                jobs.send(Job { bytes: bytes.clone(), done })?;
                Ok(told.recv()?)
            }))
        });
        drop(jobs);
        writer.join().map_err(|_| anyhow::anyhow!("the writer broke off"))??;
        found
    })
}

/// Files kept safely: written, on the disk under their names, and one row for each committed by the one writer.
pub(crate) fn files(asked: &Asked) -> Result<Value> {
    let mut sqlite = new_database(&asked.path())?;
    let folder = asked.path().join("files");
    std::fs::create_dir_all(&folder)?;
    let (jobs, waiting) = sync_channel::<Job>(1024);
    let nth = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || write(&mut sqlite, &waiting, asked.batch));
        let (folder, nth) = (&folder, &nth);
        let found = together(asked, || {
            let (jobs, bytes, folder) = (jobs.clone(), vec![7_u8; asked.bytes], folder.clone());
            let first = nth.fetch_add(1 << 32, Ordering::Relaxed);
            let mut next = first;
            Ok(Box::new(move || {
                next += 1;
                let (unfinished, path) = (folder.join(format!("{next}.part")), folder.join(next.to_string()));
                let mut file = std::fs::File::create(&unfinished)?;
                file.write_all(&bytes)?;
                file.sync_all()?;
                std::fs::rename(&unfinished, &path)?;
                std::fs::File::open(&folder)?.sync_all()?;
                let (done, told) = sync_channel(1);
                jobs.send(Job { bytes: next.to_le_bytes().to_vec(), done })?;
                Ok(told.recv()?)
            }))
        });
        drop(jobs);
        writer.join().map_err(|_| anyhow::anyhow!("the writer broke off"))??;
        found
    })
}
