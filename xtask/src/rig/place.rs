//! An office under trial: its folder, its database, and what it is told at the command line.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Outcome, Wanted};

/// Whose account the acts are done with.
pub(crate) const SIAN: &str = "sian@ombudsman.example";
/// The password of that account.
pub(crate) const PASSWORD: &str = "a password that is long enough";

/// A case is opened and its draft sent on this day.
const OPENED: &str = "2026-03-02";
/// The comments are closed on this day.
const CLOSED: &str = "2026-03-24";

/// A folder of this rig's own, gone with it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A new folder.
    pub(crate) fn new(kind: &str, wanted: &Wanted) -> Outcome<Self> {
        Self::below(&std::env::temp_dir(), kind, wanted)
    }

    /// A new folder in memory, where the machine has such: for what must outlive processes and nothing else.
    pub(crate) fn in_memory(kind: &str, wanted: &Wanted) -> Outcome<Self> {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { Self::below(memory, kind, wanted) } else { Self::new(kind, wanted) }
    }

    fn below(folder: &Path, kind: &str, wanted: &Wanted) -> Outcome<Self> {
        let name = format!("amends-rig-{kind}-{}-{}", wanted.seed, std::process::id());
        let path = folder.join(name);
        std::fs::create_dir_all(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left of it is in the way of nobody.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Where one office is, and how its program is started.
#[derive(Clone)]
pub(crate) struct Place {
    program: PathBuf,
    outside: PathBuf,
    /// The folder of its data.
    pub(crate) data: PathBuf,
    database: Option<String>,
    set: Vec<(String, String)>,
    preload: Option<PathBuf>,
}

impl Place {
    /// An office whose data will be in a folder; what is only the rig's own is kept in another.
    pub(crate) fn new(wanted: &Wanted, outside: &Path, data: PathBuf) -> Self {
        let program = wanted.program.clone();
        Self { program, outside: outside.to_owned(), data, database: None, set: Vec::new(), preload: None }
    }

    /// Its database is on a server.
    pub(crate) fn on(mut self, database: String) -> Self {
        self.database = Some(database);
        self
    }

    /// The same office, under another program.
    pub(crate) fn of(&self, program: &Path) -> Self {
        Self { program: program.to_owned(), ..self.clone() }
    }

    /// Its connections to the server carry a name.
    pub(crate) fn named(&self, name: &str) -> Self {
        let database = self.database.as_ref().map(|database| format!("{database}?application_name={name}"));
        Self { database, ..self.clone() }
    }

    /// A key of the configuration is set, by its variable.
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self.set.push((name.to_owned(), value.to_owned()));
        self
    }

    /// It works on a server that can lose what it acknowledges: for the control.
    pub(crate) fn accepts_loss(self) -> Self {
        self.set("AMENDS__STORAGE__ACCEPT_UNSAFE_SERVER", "true")
    }

    /// When it serves, a library is laid under the program: for the control, in which the disk is never waited for.
    pub(crate) fn preload(mut self, library: PathBuf) -> Self {
        self.preload = Some(library);
        self
    }

    /// Lays the library under a command.
    pub(crate) fn preloaded(&self, command: &mut Command) {
        if let Some(library) = &self.preload {
            command.env("LD_PRELOAD", library);
        }
    }

    /// The folder of messages that come in; outside the office's own disk.
    pub(crate) fn inbound(&self) -> PathBuf {
        self.outside.join("inbound")
    }

    /// What a running office says.
    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.outside.join(format!("{name}.log"))
    }

    /// The program, about to be given a command on a day.
    pub(crate) fn command(&self, day: &str, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.outside).env_clear().stdin(Stdio::null());
        command.args(["--today", day]).args(words);
        command.env("AMENDS_ALLOW_SET_DAY", "1").env("AMENDS_AS", SIAN);
        command.env("AMENDS__STORAGE__DATA_DIR", &self.data);
        if let Some(database) = &self.database {
            command.env("AMENDS_DATABASE", database);
        }
        command.envs(self.set.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Gives a command on a day: what it printed.
    ///
    /// # Errors
    /// What it said, where it did not end well.
    pub(crate) fn give(&self, day: &str, words: &[&str]) -> Outcome<String> {
        let output = self.command(day, words).output().map_err(|fault| format!("amends: {fault}"))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        Err(format!("`amends {}` ended with {}: {said}{shown}", words.join(" "), output.status))
    }

    /// As [`Self::give`], where JSON is printed.
    pub(crate) fn json(&self, day: &str, words: &[&str]) -> Outcome<serde_json::Value> {
        let printed = self.give(day, &[words, &["--json"]].concat())?;
        serde_json::from_str(&printed).map_err(|fault| format!("{}: {fault}", words.join(" ")))
    }

    /// Keeps what is there for whoever looks into it: where it is kept, in words.
    pub(crate) fn keep(&self, seed: u64) -> String {
        let to = std::env::temp_dir().join(format!("amends-rig-failed-{seed}"));
        let copied = Command::new("cp").arg("-a").arg(&self.outside).arg(&to).status();
        match copied {
            Ok(_) => format!("what was there is kept in {}", to.display()),
            Err(fault) => format!("what was there could not be kept: {fault}"),
        }
    }

    fn write(&self, name: &str, text: &str) -> Outcome<String> {
        let path = self.outside.join(name);
        std::fs::write(&path, text).map_err(|fault| format!("{}: {fault}", path.display()))?;
        Ok(path.to_string_lossy().into_owned())
    }

    /// An office with an account and so many bodies.
    pub(crate) fn begin(&self, bodies: usize) -> Outcome {
        let password = self.write("password.txt", PASSWORD)?;
        let words = ["user", "add", SIAN, "--name", "Siân Rees", "--role", "manager"];
        self.give(OPENED, &[&words[..], &["--password-file", &password]].concat())?;
        let mut table =
            "slug,name_en,name_cy,kind,language,contact_name,contact_email,contact_language,merged_into\n"
                .to_owned();
        for nth in 0..bodies {
            table.push_str(&format!(
                "body-{nth},Body {nth},Corff {nth},council,en,Officer {nth},officer@body-{nth}.example,en,\n"
            ));
        }
        let table = self.write("bodies.csv", &table)?;
        self.give(OPENED, &["import", "from-csv", &table])?;
        self.write("decision.txt", DECISION).map(drop)
    }

    /// A case about a body with five recommendations, decided on a day: its reference.
    pub(crate) fn decided_case(&self, body: usize, decided: &str) -> Outcome<String> {
        let body = format!("body-{body}");
        let title = format!("Repairs, {body}");
        let opening = ["case", "open", "--title", &title, "--body", &body, "--received", "2025-10-01"];
        let people = ["--complainant", "Mr K", "--email", "mr.k@example.org", "--complainant-lang", "cy"];
        let opened = self.json(OPENED, &[&opening[..], &people].concat())?;
        let case = opened["reference"].as_str().ok_or("a case without a reference")?.to_owned();
        let fault = ["--fault", "It took 14 months", "--injustice", "A bedroom could not be used"];
        self.give(OPENED, &[&["case", "finding", &case][..], &fault].concat())?;
        let decision = self.outside.join("decision.txt").to_string_lossy().into_owned();
        let accepted = ["--case", &case, "--finding", "1", "--accept", "1,2,3,4,5"];
        self.give(OPENED, &[&["import", "decision", &decision][..], &accepted].concat())?;
        self.give(OPENED, &["case", "check", &case, "--edition", "2025", "--note", "The sum follows it"])?;
        let until = ["--bodies-by", "2026-03-23", "--complainant-by", "2026-03-23"];
        self.give(OPENED, &[&["case", "draft", &case][..], &until].concat())?;
        for number in 1..=5 {
            self.give(CLOSED, &["case", "answer", &format!("{case}-{number}"), "--agree"])?;
        }
        self.give(CLOSED, &["case", "close-comments", &case])?;
        let note = ["--check", "public_interest", "--note", "One house, put right"];
        self.give(decided, &[&["case", "check", &case][..], &note].concat())?;
        self.give(decided, &["case", "period", &case, "--agreed", "Mr K's comment on the draft"])?;
        self.give(decided, &["case", "decide", &case, "--instrument", "report_without_publicity"])?;
        Ok(case)
    }
}

/// The decision every case is about.
const DECISION: &str = include_str!("../../../docs/tour/decision.txt");
