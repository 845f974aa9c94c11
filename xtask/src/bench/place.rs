//! Where things are measured: the programs as they are released, the office they work on, and what is in it.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::PathBuf,
    process::Command,
    time::Duration,
};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::{
    Wanted,
    child::{self, Kept, Ran, Server},
    mail,
    row::Found,
};
use crate::{
    files_below,
    house::{House, say},
    servers::Postgres,
};

/// Who signs in where pages are measured.
const WHO: &str = "bench@office.example";
const PASSWORD: &str = "a password for the bench";

/// The programs, the folder of the measurement, and what is in the office.
pub(crate) struct Place<'a> {
    house: &'a House,
    /// What is asked.
    pub(crate) wanted: &'a Wanted,
    /// The folder of this measurement.
    pub(crate) folder: PathBuf,
    built: PathBuf,
    server: Option<Postgres>,
    facts: Value,
}

impl<'a> Place<'a> {
    /// Builds the programs, and the office at the size wanted, where it is not there from today.
    ///
    /// # Errors
    /// Where either cannot be built.
    pub(crate) fn make(house: &'a House, wanted: &'a Wanted) -> Result<Self> {
        let built = build(house)?;
        let target = built.parent().context("the folder of built programs has none around it")?;
        let folder = target.join("bench").join(format!("{}-{}", wanted.engine, wanted.size));
        std::fs::create_dir_all(&folder)?;
        // As Debian has it, but for more room in memory; what it acknowledges is on the disk.
        let settings = ["shared_buffers=512MB", "max_wal_size=2GB"];
        let server = (wanted.engine == "postgres").then(|| Postgres::with(&settings)).transpose();
        let server = server.map_err(anyhow::Error::msg)?;
        let mut place = Self { house, wanted, folder, built, server, facts: Value::Null };
        place.office()?;
        Ok(place)
    }

    /// Where the office is. What is measured on it may change it only where the next measurement does not mind.
    pub(crate) fn kept(&self) -> Kept {
        self.kept_as("office")
    }

    /// Where an office of this name is kept.
    pub(crate) fn kept_as(&self, name: &str) -> Kept {
        let database = self.server.as_ref().map(|server| server.address(name));
        Kept { folder: self.folder.join(name), database }
    }

    /// The address of an empty database of this name, where there is a server.
    ///
    /// # Errors
    /// Where the server refuses.
    pub(crate) fn empty_database(&self, name: &str) -> Result<Option<String>> {
        let Some(server) = &self.server else { return Ok(None) };
        server.drop_database(name);
        server.new_database(name).map(Some).map_err(anyhow::Error::msg)
    }

    /// An office of this name made by these words, where it is not there from today and made as it would be made now.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub(crate) fn made(&self, name: &str, words: &[&str]) -> Result<Kept> {
        let kept = self.kept_as(name);
        let stamp = self.folder.join(format!("{name}.made-by"));
        let now = format!("{} {} {words:?}", today()?, self.generator());
        let is_there = self.server.is_none() && std::fs::read_to_string(&stamp).is_ok_and(|made| made == now);
        if is_there {
            say(&format!("The office `{name}` of today is there already."));
            return Ok(kept);
        }
        drop(std::fs::remove_file(&stamp));
        say(&format!("Making an office: amends generate {} …", words.join(" ")));
        let ran = self.generate(name, words)?;
        say(&format!("Made in {:.0} s: {}", ran.took.as_secs_f64(), ran.out.trim()));
        if name == "office" {
            let password = self.folder.join("password.txt");
            std::fs::write(&password, PASSWORD)?;
            let words = ["user", "add", WHO, "--name", "Bench", "--role", "manager", "--password-file"];
            child::run(self.amends(&kept, &words).arg(&password))?;
        }
        std::fs::write(&stamp, now)?;
        Ok(kept)
    }

    /// What makes an office what it is: the generator, the stories it tells, and the tables.
    fn generator(&self) -> String {
        let mut hasher = DefaultHasher::new();
        for (folder, ending) in [
            ("crates/amends/src/generate", "rs"),
            ("crates/amends/src/demo", "rs"),
            ("crates/store/migrations", "sql"),
        ] {
            for file in files_below(&self.house.path(folder), ending) {
                std::fs::read(file).unwrap_or_default().hash(&mut hasher);
            }
        }
        format!("{:016x}", hasher.finish())
    }

    /// How long one load lasts.
    pub(crate) fn length(&self) -> Duration {
        Duration::from_secs(if self.wanted.quick { 3 } else { 15 })
    }

    /// A program of ours as it is released.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        if name == "amends" { self.built.join(name) } else { self.built.join("examples").join(name) }
    }

    /// The program on an office.
    pub(crate) fn amends(&self, kept: &Kept, words: &[&str]) -> Command {
        let mut command = Command::new(self.program("amends"));
        kept.tell(&mut command);
        // A day other than the machine's is for a weekend, on which nobody is chased.
        command.args(words).env("AMENDS_AS", WHO).env("AMENDS_ALLOW_SET_DAY", "1");
        command
    }

    /// The limits of this machine, measured by the small program for it.
    ///
    /// # Errors
    /// Where it fails.
    pub(crate) fn limit(&self, what: &str, at: &str, clients: usize, more: &[&str]) -> Result<Found> {
        let mut command = Command::new(self.program("limits"));
        command.arg(what).arg(at).args(["--clients", &clients.to_string()]);
        let ran = child::run(command.args(["--seconds", &self.length().as_secs().to_string()]).args(more))?;
        let json: Value = serde_json::from_str(&ran.out)?;
        Ok(Found {
            rate: json["rate"].as_f64(),
            p50_ms: json["p50_ms"].as_f64(),
            p99_ms: json["p99_ms"].as_f64(),
            peak_rss_mb: None,
        })
    }

    /// What is in the office.
    pub(crate) fn fact(&self, name: &str) -> String {
        match &self.facts[name] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// How many of something are in the office.
    pub(crate) fn count(&self, name: &str) -> f64 {
        self.facts[name].as_f64().unwrap_or(0.0)
    }

    /// Some words that stand in recommendations of the office, one after the other.
    pub(crate) fn phrases(&self) -> Vec<String> {
        let all = self.facts["phrases"].as_array().cloned().unwrap_or_default();
        all.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Serves the office, with somebody signed in and without the machinery, so that it does not work beside what is measured.
    ///
    /// # Errors
    /// Where it does not open.
    pub(crate) fn serve(&self) -> Result<Server> {
        let mut server = Server::start(&self.program("amends"), &self.kept(), false)?;
        server.sign_in(WHO, PASSWORD)?;
        Ok(server)
    }

    fn generate(&self, name: &str, words: &[&str]) -> Result<Ran> {
        let kept = self.kept_as(name);
        if kept.folder.exists() {
            std::fs::remove_dir_all(&kept.folder)?;
        }
        std::fs::create_dir_all(&kept.folder)?;
        self.empty_database(name)?;
        child::run(&mut self.amends(&kept, &[&["generate", "--seed", "42", "--json"], words].concat()))
    }

    /// Makes the office, and beside it that of the sweep, which is large and made by another core.
    fn offices(&self) -> Result<Kept> {
        std::thread::scope(|scope| {
            let is_wanted = self.server.is_none() && self.wanted.has("chase sweep");
            let sweep = is_wanted.then(|| scope.spawn(|| mail::office(self)));
            let size = self.wanted.size.as_str();
            let is_count = size.starts_with(|letter: char| letter.is_ascii_digit());
            let kept = self.made("office", &[if is_count { "--recommendations" } else { "--size" }, size]);
            if let Some(Ok(Err(why))) = sweep.map(std::thread::ScopedJoinHandle::join) {
                // The sweep tries once more, and tells it in its row.
                say(&format!("The office of the sweep could not be made: {why:#}"));
            }
            kept
        })
    }

    /// The office at the size wanted, with somebody who can sign in, all its texts read for the search; and what is in it.
    fn office(&mut self) -> Result<()> {
        let kept = self.offices()?;
        let ran = child::run(Command::new(self.program("limits")).arg("facts").arg(kept.address()))?;
        self.facts = serde_json::from_str(&ran.out)?;
        let mut shown = self.facts.clone();
        shown.as_object_mut().map(|facts| facts.remove("phrases"));
        say(&format!("In the office: {shown}"));
        Ok(())
    }

    /// Runs a measuring program of ours that prints lines of `RATE /s p50 MS ms p99 MS ms WHAT`; what the line about
    /// `wanted` says, with the memory the program came to.
    ///
    /// # Errors
    /// Where it is not there, fails, or has no such line.
    pub(crate) fn line(&self, name: &str, words: &[&str], wanted: &str) -> Result<Found> {
        let program = self.program(name);
        if !program.is_file() {
            bail!("there is no program {name}");
        }
        let ran = child::run(Command::new(program).args(words).current_dir(&self.house.root))?;
        let about = ran.out.lines().filter_map(line).find(|(what, _)| what.contains(wanted));
        let (_, found) = about.with_context(|| format!("{name} has no line about {wanted}"))?;
        Ok(Found { peak_rss_mb: ran.peak_mb, ..found })
    }
}

/// The day of today.
pub(crate) fn today() -> Result<String> {
    Ok(child::run(Command::new("date").arg("+%F"))?.out.trim().to_owned())
}

/// `RATE /s  p50 MS ms  p99 MS ms  WHAT`.
fn line(text: &str) -> Option<(String, Found)> {
    let mut words = text.split_whitespace();
    let rate = words.next()?.parse().ok()?;
    let mut number = |before: &[&str]| {
        before
            .iter()
            .all(|word| words.next() == Some(*word))
            .then(|| words.next()?.parse::<f64>().ok())
            .flatten()
    };
    let p50 = number(&["/s", "p50"])?;
    let p99 = number(&["ms", "p99"])?;
    let rest: Vec<&str> = words.skip(1).collect();
    Some((
        rest.join(" "),
        Found { rate: Some(rate), p50_ms: Some(p50), p99_ms: Some(p99), peak_rss_mb: None },
    ))
}

/// The measuring programs of ours, by the package they are examples of.
const EXAMPLES: [(&str, &str); 4] = [
    ("store", "limits/main.rs"),
    ("core", "extract_speed.rs"),
    ("amends", "command_speed.rs"),
    ("amends", "mail_speed.rs"),
];

/// Builds what is measured, as it is released, all of it in one go; returns the folder of the programs.
fn build(house: &House) -> Result<PathBuf> {
    say("Building Amends as it is released. The first time takes minutes.");
    let mut words = vec!["cargo", "build", "--release", "--quiet", "--workspace", "--bin", "amends"];
    for (folder, file) in EXAMPLES {
        if house.has(&format!("crates/{folder}/examples/{file}")) {
            let name = file.split(['/', '.']).next().unwrap_or_default();
            words.extend(["--example", name]);
        }
    }
    house.run(&words).map_err(anyhow::Error::msg)?;
    let target = house.built.parent().context("the folder of built programs has none around it")?;
    Ok(target.join("release"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_measuring_program_is_read() {
        let (what, found) = line("    1234 /s  p50   0.81 ms  p99  12.50 ms  evidence received").unwrap();
        assert_eq!(what, "evidence received");
        assert_eq!((found.rate, found.p50_ms, found.p99_ms), (Some(1234.0), Some(0.81), Some(12.5)));
        assert!(line("640 letters can be answered").is_none());
    }
}
