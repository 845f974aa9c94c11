//! Where things are measured: the programs as they are released, the office they work on, and what is in it.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::{
    Wanted,
    child::{self, Ran, Server},
    row::Found,
};
use crate::house::{House, say};

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
        let mut place = Self { house, wanted, folder, built, facts: Value::Null };
        place.office()?;
        Ok(place)
    }

    /// The folder of the office. What is measured on it may change it only where the next measurement does not mind.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.join("office")
    }

    /// How long one load lasts.
    pub(crate) fn length(&self) -> Duration {
        Duration::from_secs(if self.wanted.quick { 3 } else { 15 })
    }

    /// A program of ours as it is released.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        if name == "amends" { self.built.join(name) } else { self.built.join("examples").join(name) }
    }

    /// The program on a folder of data.
    pub(crate) fn amends(&self, data: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(self.program("amends"));
        command
            .args(words)
            .env("AMENDS__STORAGE__DATA_DIR", data)
            .env("AMENDS_AS", WHO)
            .env("AMENDS__LOG__LEVEL", "warn");
        command
    }

    /// The limits of this machine, measured by the small program for it.
    ///
    /// # Errors
    /// Where it fails.
    pub(crate) fn limit(&self, what: &str, at: &Path, clients: usize, more: &[&str]) -> Result<Found> {
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
        let mut server = Server::start(&self.program("amends"), &self.data(), false)?;
        server.sign_in(WHO, PASSWORD)?;
        Ok(server)
    }

    /// Makes an office in a folder, with the words `amends generate` knows.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub(crate) fn generate(&self, data: &Path, words: &[&str]) -> Result<Ran> {
        if data.exists() {
            std::fs::remove_dir_all(data)?;
        }
        std::fs::create_dir_all(data)?;
        child::run(&mut self.amends(data, &[&["generate", "--seed", "42", "--json"], words].concat()))
    }

    /// The office at the size wanted, with somebody who can sign in; made anew where the one that is there is not of today
    /// or of another program.
    fn office(&mut self) -> Result<()> {
        let data = self.data();
        let stamp = self.folder.join("made-by");
        let program = std::fs::metadata(self.program("amends"))?;
        let today = child::run(Command::new("date").arg("+%F"))?.out;
        let now = format!("{} {:?} {}", program.len(), program.modified()?, today.trim());
        if std::fs::read_to_string(&stamp).unwrap_or_default() != now {
            say(&format!("Making an office of size {} …", self.wanted.size));
            let ran = self.generate(&data, &["--size", &self.wanted.size])?;
            say(&format!("Made in {:.0} s: {}", ran.took.as_secs_f64(), ran.out.trim()));
            let password = self.folder.join("password.txt");
            std::fs::write(&password, PASSWORD)?;
            let words = ["user", "add", WHO, "--name", "Bench", "--role", "manager", "--password-file"];
            child::run(self.amends(&data, &words).arg(&password))?;
            std::fs::write(&stamp, now)?;
        }
        let database = data.join("amends.sqlite");
        let ran = child::run(Command::new(self.program("limits")).arg("facts").arg(&database))?;
        self.facts = serde_json::from_str(&ran.out)?;
        say(&format!("In the office: {}", ran.out.trim()));
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

/// Builds what is measured, as it is released; returns the folder of the programs.
fn build(house: &House) -> Result<PathBuf> {
    say("Building Amends as it is released. The first time takes minutes.");
    let run = |words: &[&str]| house.run(words).map_err(anyhow::Error::msg);
    run(&["cargo", "build", "--release", "--quiet", "--package", "amends", "--bin", "amends"])?;
    for (package, names) in [
        ("amends-store", &["limits"][..]),
        ("amends", &["command_speed", "mail_speed"]),
        ("amends-core", &["extract_speed"]),
    ] {
        let folder = if package == "amends" { "amends".to_owned() } else { package.replace("amends-", "") };
        for name in names.iter().filter(|name| house.has(&format!("crates/{folder}/examples/{name}.rs"))) {
            run(&["cargo", "build", "--release", "--quiet", "--package", package, "--example", name])?;
        }
    }
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
