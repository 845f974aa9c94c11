//! What the measuring programs have in common: what was asked, an invented office in a file or on a server, and clients
//! that work side by side until the time is over.

use std::{
    ops::ControlFlow,
    path::Path,
    str::FromStr,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use amends::{
    clock::{Chance, Clock},
    config::Config,
    generate::{self, Load, Plan, Size},
    office::Office,
};
use anyhow::{Context as _, Result};

/// The words behind the name of the program.
pub(crate) struct Words(Vec<String>);

impl Words {
    pub(crate) fn said() -> Self {
        Self(std::env::args().skip(1).collect())
    }

    /// Whether a word is among them.
    pub(crate) fn have(&self, name: &str) -> bool {
        self.0.iter().any(|word| word == name)
    }

    /// The word after this one.
    pub(crate) fn after(&self, name: &str) -> Option<String> {
        let place = self.0.iter().position(|word| word == name)?;
        self.0.get(place + 1).cloned()
    }

    /// The number after this word, or another where it is not there.
    pub(crate) fn number<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(
        &self,
        name: &str,
        otherwise: T,
    ) -> Result<T> {
        self.after(name).map_or(Ok(otherwise), |text| {
            text.parse().with_context(|| format!("{name} is followed by a number, not by {text:?}"))
        })
    }
}

/// An office with a folder of its own, and in it its database, where that is not on a server.
pub(crate) fn config(folder: &Path, database: Option<String>) -> Config {
    let mut config = Config::default();
    folder.clone_into(&mut config.storage.data_dir);
    config.storage.database = database;
    config
}

/// Invents the office, with so many chases owed on its last working day: on others nothing is sent. Its database must be
/// empty.
pub(crate) fn invent(config: &Config, size: Size, owed: u64) -> Result<Office> {
    let on = |day| -> Result<Office> {
        Ok(Office::open(config.clone(), Clock::standing_at(day)?, Chance::seeded(42))?)
    };
    let today = Clock::of_the_machine()?.today();
    let mut office = on(today)?;
    let mut day = today;
    if !office.calendar().is_working_day(today) {
        day = office.calendar().working_day_before(today).context("no working day has been")?;
        drop(office);
        office = on(day)?;
    }
    let plan = Plan { size, load: Load::Live { owed }, seed: 42, today: day, letters_months: 0 };
    generate::make(&office, &plan, &mut |_, _| ControlFlow::Continue(()))?;
    Ok(office)
}

/// Opens it as it is served.
pub(crate) fn open(config: &Config) -> Result<Office> {
    Ok(Office::open(config.clone(), Clock::of_the_machine()?, Chance::of_the_machine())?)
}

/// So many clients, known by their numbers, work side by side; each ends once it sees that the time is over. What they
/// found, and how long all of it took.
pub(crate) fn side_by_side<T: Send>(
    clients: usize,
    length: Duration,
    client: impl Fn(usize, &AtomicBool) -> Result<Vec<T>> + Sync,
) -> Result<(Vec<T>, Duration)> {
    let (over, began) = (AtomicBool::new(false), Instant::now());
    let mut found = Vec::new();
    std::thread::scope(|scope| -> Result<()> {
        let (client, over) = (&client, &over);
        let clients: Vec<_> = (0..clients).map(|nth| scope.spawn(move || client(nth, over))).collect();
        std::thread::sleep(length);
        over.store(true, Ordering::Relaxed);
        for client in clients {
            found.extend(client.join().map_err(|_| anyhow::anyhow!("a client broke off"))??);
        }
        Ok(())
    })?;
    Ok((found, began.elapsed()))
}

/// What was measured, in the form the bench reads.
pub(crate) fn line(mut took: Vec<Duration>, whole: Duration, what: &str) -> String {
    took.sort_unstable();
    let at = |part: usize| {
        let place = (took.len() * part / 100).min(took.len().saturating_sub(1));
        took.get(place).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    };
    let rate = f64::from(u32::try_from(took.len()).unwrap_or(u32::MAX)) / whole.as_secs_f64();
    format!("{rate:.1} /s p50 {:.3} ms p99 {:.3} ms {what}", at(50), at(99))
}
