//! What this machine could do at most: the same questions, commits and files as the office's, without the office. `cargo
//! xtask bench` measures each workload beside the limit it has here.
//!
//! `limits facts DATABASE` tells what is in a database, which is a file or the address of a PostgreSQL server;
//! `limits worklist|case DATABASE …` ask it the office's own questions by prepared statements; `limits commit|files PLACE …`
//! write. Each prints one JSON object.

mod facts;
mod question;
mod server;
mod writing;

use std::{
    io::Write as _,
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use serde_json::{Value, json};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = Asked::of(&words)?;
    let found = match asked.what.as_str() {
        "facts" => facts::tell(&asked)?,
        "worklist" => question::worklist(&asked)?,
        "case" => question::case(&asked)?,
        "commit" if asked.is_server() => server::commit(&asked)?,
        "commit" => writing::commit(&asked)?,
        "files" if asked.is_server() => bail!("files are measured in a folder"),
        "files" => writing::files(&asked)?,
        other => bail!("{other} is none of facts, worklist, case, commit, files"),
    };
    Ok(writeln!(std::io::stdout(), "{found}")?)
}

/// What is measured, on what, and for how long.
struct Asked {
    what: String,
    at: String,
    clients: usize,
    seconds: f64,
    bytes: usize,
    batch: usize,
    of: String,
    today: String,
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
            at: at.clone(),
            clients: number("--clients", 8)?,
            seconds: given("--seconds").map_or(Ok(5.0), |text| text.parse())?,
            bytes: number("--bytes", 135_000)?,
            batch: number("--batch", 64)?,
            of: given("--case").unwrap_or_default(),
            today: given("--today").unwrap_or_default(),
        })
    }

    fn is_server(&self) -> bool {
        self.at.starts_with("postgres")
    }

    fn path(&self) -> PathBuf {
        self.at.clone().into()
    }

    fn length(&self) -> Duration {
        Duration::from_secs_f64(self.seconds)
    }
}

/// What one client does again and again.
type Act = Box<dyn FnMut() -> Result<()>>;

/// Several clients do the same until the time is over; how often, and how long each time took.
fn together(asked: &Asked, one: impl Fn() -> Result<Act> + Sync) -> Result<Value> {
    let over = AtomicBool::new(false);
    let began = Instant::now();
    let mut took: Vec<Duration> = Vec::new();
    std::thread::scope(|scope| -> Result<()> {
        let clients: Vec<_> = (0..asked.clients)
            .map(|_| {
                let (over, one) = (&over, &one);
                scope.spawn(move || -> Result<Vec<Duration>> {
                    let mut act = one()?;
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
