//! What this machine could do at most: the same rows, commits and files as the office's, without the office. `cargo xtask
//! bench` measures each workload beside the limit it has here.
//!
//! `limits facts DB` tells what is in a database; `limits worklist|case DB …`, `limits commit|files FOLDER …` measure.
//! Each prints one JSON object.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use rusqlite::{Connection, params};
use serde_json::{Value, json};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = Asked::of(&words)?;
    let found = match asked.what.as_str() {
        "facts" => facts(&asked)?,
        "worklist" => worklist(&asked)?,
        "case" => case(&asked)?,
        "commit" => commit(&asked)?,
        "files" => files(&asked)?,
        other => bail!("{other} is none of facts, worklist, case, commit, files"),
    };
    Ok(writeln!(std::io::stdout(), "{found}")?)
}

/// What is measured, on what, and for how long.
struct Asked {
    what: String,
    at: PathBuf,
    clients: usize,
    seconds: f64,
    bytes: usize,
    batch: usize,
    of: String,
}

impl Asked {
    fn of(words: &[String]) -> Result<Self> {
        let [what, at, rest @ ..] = words else { bail!("say what is to be measured, and where") };
        let given = |name: &str| {
            let place = rest.iter().position(|word| word == name)?;
            rest.get(place + 1).cloned()
        };
        let number = |name, otherwise| given(name).map_or(Ok(otherwise), |text| text.parse());
        Ok(Self {
            what: what.clone(),
            at: at.into(),
            clients: number("--clients", 8)?,
            seconds: given("--seconds").map_or(Ok(5.0), |text| text.parse())?,
            bytes: number("--bytes", 135_000)?,
            batch: number("--batch", 64)?,
            of: given("--case").unwrap_or_default(),
        })
    }

    fn length(&self) -> Duration {
        Duration::from_secs_f64(self.seconds)
    }
}

fn open(path: &Path) -> Result<Connection> {
    let sqlite = Connection::open(path).with_context(|| path.display().to_string())?;
    for (name, value) in [("journal_mode", "wal"), ("synchronous", "full"), ("temp_store", "memory")] {
        sqlite.pragma_update(None, name, value)?;
    }
    sqlite.busy_timeout(Duration::from_secs(10))?;
    Ok(sqlite)
}

/// Several clients do the same until the time is over; how often, and how long each time took.
fn together(
    asked: &Asked,
    one: impl Fn(usize) -> Result<Box<dyn FnMut() -> Result<()>>> + Sync,
) -> Result<Value> {
    let over = AtomicBool::new(false);
    let began = Instant::now();
    let mut took: Vec<Duration> = Vec::new();
    std::thread::scope(|scope| -> Result<()> {
        let clients: Vec<_> = (0..asked.clients)
            .map(|nth| {
                let (over, one) = (&over, &one);
                scope.spawn(move || -> Result<Vec<Duration>> {
                    let mut act = one(nth)?;
                    let mut took = Vec::new();
                    while !over.load(Ordering::Relaxed) {
                        let began = Instant::now();
                        act()?;
                        took.push(began.elapsed());
                    }
                    Ok(took)
                })
            })
            .collect();
        std::thread::sleep(asked.length());
        over.store(true, Ordering::Relaxed);
        for client in clients {
            took.extend(client.join().map_err(|_| anyhow::anyhow!("a client broke off"))??);
        }
        Ok(())
    })?;
    Ok(summed(took, began.elapsed()))
}

fn summed(mut took: Vec<Duration>, whole: Duration) -> Value {
    took.sort();
    let at = |part: usize| took.get((took.len() * part / 100).min(took.len().saturating_sub(1)));
    let ms = |found: Option<&Duration>| found.map(|it| it.as_secs_f64() * 1000.0);
    let count = u32::try_from(took.len()).unwrap_or(u32::MAX);
    json!({ "count": count, "rate": f64::from(count) / whole.as_secs_f64(), "p50_ms": ms(at(50)), "p99_ms": ms(at(99)) })
}

/// What a measurement needs to know of a database: how much is in it, and a case with a long history.
fn facts(asked: &Asked) -> Result<Value> {
    let sqlite = open(&asked.at)?;
    let count = |sql: &str| sqlite.query_row(sql, [], |row| row.get::<_, i64>(0));
    let near_sixty = "SELECT c.reference, h.entries FROM case_row c JOIN
        (SELECT case_id, count(*) AS entries FROM ledger GROUP BY case_id ORDER BY abs(count(*) - 60), case_id LIMIT 1) h
        ON h.case_id = c.case_id";
    let (case, entries) =
        sqlite.query_row(near_sixty, [], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let most_asked = "SELECT b.slug FROM body b JOIN
        (SELECT body_id FROM recommendation_row GROUP BY body_id ORDER BY count(*) DESC LIMIT 1) m ON m.body_id = b.id";
    let body: String = sqlite.query_row(most_asked, [], |row| row.get(0))?;
    let last: Option<String> =
        sqlite.query_row("SELECT max(substr(recorded_at, 1, 10)) FROM ledger", [], |row| row.get(0))?;
    Ok(json!({
        "cases": count("SELECT count(*) FROM case_row")?,
        "recommendations": count("SELECT count(*) FROM recommendation_row")?,
        "live": count("SELECT count(*) FROM recommendation_row WHERE ended_on IS NULL")?,
        "entries": count("SELECT count(*) FROM ledger")?,
        "letters": count("SELECT count(*) FROM post")?,
        "case": case, "case_entries": entries, "body": body, "last_day": last, "phrases": phrases(&sqlite)?,
    }))
}

/// Three words that follow one another in a recommendation, for each of some dozens of recommendations.
fn phrases(sqlite: &Connection) -> Result<Vec<String>> {
    let mut all = Vec::new();
    let mut statement =
        sqlite.prepare("SELECT wording FROM recommendation_text ORDER BY case_id LIMIT 4000")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let wording: String = row.get(0)?;
        let plain = |word: &&str| word.chars().all(|letter| letter.is_ascii_lowercase());
        let words: Vec<&str> = wording.split_whitespace().collect();
        let found = words.windows(3).find(|three| three.iter().all(&plain) && three.concat().len() > 12);
        all.extend(found.map(|three| three.join(" ")));
    }
    all.sort();
    all.dedup();
    all.truncate(64);
    Ok(all)
}

/// The rows of the fifty recommendations overdue longest, with what a page shows of them, by one prepared statement that
/// is told their keys: what it takes to read what the page says, and nothing to find it.
fn worklist(asked: &Asked) -> Result<Value> {
    let overdue = "SELECT case_id, number FROM recommendation_row WHERE awaits_body = 1 AND sort_on < '9999' ORDER BY sort_on LIMIT 50";
    let sqlite = open(&asked.at)?;
    let keys = sqlite
        .prepare(overdue)?
        .query_map([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, i64>(1)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    drop(sqlite);
    let places: Vec<String> =
        (0..keys.len()).map(|nth| format!("(?{}, ?{})", 2 * nth + 1, 2 * nth + 2)).collect();
    let sql = format!(
        "WITH page (case_id, number) AS (VALUES {})
        SELECT r.case_id, r.number, r.body_id, r.kind, r.state, r.evidence_due_on, r.sort_on, c.reference, c.handler,
        COALESCE(t.title, ''), COALESCE(w.wording, ''), b.name_en, b.name_cy
        FROM page p JOIN recommendation_row r ON r.case_id = p.case_id AND r.number = p.number
        JOIN case_row c ON c.case_id = r.case_id
        LEFT JOIN case_text t ON t.case_id = r.case_id
        LEFT JOIN recommendation_text w ON w.case_id = r.case_id AND w.number = r.number
        LEFT JOIN body b ON b.id = r.body_id
        ORDER BY r.sort_on, r.case_id, r.number",
        places.join(", ")
    );
    together(asked, |_| {
        let (sqlite, sql, keys) = (open(&asked.at)?, sql.clone(), keys.clone());
        Ok(Box::new(move || {
            let mut statement = sqlite.prepare_cached(&sql)?;
            for (nth, (case, number)) in keys.iter().enumerate() {
                statement.raw_bind_parameter(2 * nth + 1, case)?;
                statement.raw_bind_parameter(2 * nth + 2, number)?;
            }
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                read_all(row, 13)?;
            }
            Ok(())
        }))
    })
}

/// Every entry and every text of one case, by two prepared statements.
fn case(asked: &Asked) -> Result<Value> {
    let entries = "SELECT seq, recorded_at, effective_on, actor, kind, v, body, hash FROM ledger
        WHERE case_id = (SELECT case_id FROM case_row WHERE reference = ?1) ORDER BY seq";
    let texts =
        "SELECT * FROM particular WHERE case_id = (SELECT case_id FROM case_row WHERE reference = ?1)";
    together(asked, |_| {
        let (sqlite, of) = (open(&asked.at)?, asked.of.clone());
        Ok(Box::new(move || {
            for sql in [entries, texts] {
                let mut statement = sqlite.prepare_cached(sql)?;
                let columns = statement.column_count();
                let mut rows = statement.query([&of])?;
                while let Some(row) = rows.next()? {
                    read_all(row, columns)?;
                }
            }
            Ok(())
        }))
    })
}

fn read_all(row: &rusqlite::Row<'_>, columns: usize) -> Result<()> {
    for column in 0..columns {
        std::hint::black_box(row.get::<_, rusqlite::types::Value>(column)?);
    }
    Ok(())
}

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
fn commit(asked: &Asked) -> Result<Value> {
    let mut sqlite = new_database(&asked.at)?;
    let (jobs, waiting) = sync_channel::<Job>(1024);
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || write(&mut sqlite, &waiting, asked.batch));
        let found = together(asked, |_| {
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
fn files(asked: &Asked) -> Result<Value> {
    let mut sqlite = new_database(&asked.at)?;
    let folder = asked.at.join("files");
    std::fs::create_dir_all(&folder)?;
    let (jobs, waiting) = sync_channel::<Job>(1024);
    let nth = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || write(&mut sqlite, &waiting, asked.batch));
        let (folder, nth) = (&folder, &nth);
        let found = together(asked, |_| {
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
