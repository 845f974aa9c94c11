//! A PostgreSQL server of a rig's own, in a folder, which may be broken off and started again.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::Outcome;

/// So long it may take to come up, with what it has to mend.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server; dropped, it is ended.
pub(crate) struct Server {
    data: PathBuf,
    socket: PathBuf,
    more: &'static [&'static str],
    process: Option<Child>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.break_off("INT");
    }
}

impl Server {
    /// Makes a server whose data are in one folder and whose socket is in another, and starts it with more settings.
    pub(crate) fn begin(data: &Path, socket: &Path, more: &'static [&'static str]) -> Outcome<Self> {
        for folder in [data, socket] {
            fs::create_dir_all(folder).map_err(|fault| format!("{}: {fault}", folder.display()))?;
            run(Command::new("chown").arg("postgres:").arg(folder))?;
        }
        let words = ["-A", "trust", "-U", "postgres", "-k", "-E", "UTF8", "--locale=C.UTF-8"];
        run(as_postgres("initdb").arg("-D").arg(data).args(words))?;
        let mut server = Self { data: data.to_owned(), socket: socket.to_owned(), more, process: None };
        server.start()?;
        Ok(server)
    }

    /// Is started with other settings from now on.
    pub(crate) fn set(&mut self, more: &'static [&'static str]) {
        self.more = more;
    }

    /// Starts it on what is on the disk, and waits until it answers.
    pub(crate) fn start(&mut self) -> Outcome {
        let until = Instant::now() + PATIENCE;
        let log = self.socket.join("server.log");
        loop {
            let said = File::options().create(true).append(true).open(&log);
            let said = said.map_err(|fault| format!("{}: {fault}", log.display()))?;
            let mut command = as_postgres("postgres");
            command.arg("-D").arg(&self.data).arg("-k").arg(&self.socket);
            command.args([
                "-c",
                "listen_addresses=",
                "-c",
                "shared_buffers=32MB",
                "-c",
                "max_wal_size=128MB",
            ]);
            for setting in self.more {
                command.args(["-c", setting]);
            }
            let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said).spawn();
            let mut process = started.map_err(|fault| format!("postgres: {fault}"))?;
            loop {
                if self.client("pg_isready", &["-q"]).is_ok() {
                    self.process = Some(process);
                    return Ok(());
                }
                if matches!(process.try_wait(), Ok(Some(_))) {
                    break;
                }
                if Instant::now() > until {
                    drop(process.kill());
                    return Err(format!("the database server does not come up: {}", log.display()));
                }
                std::thread::sleep(Duration::from_millis(50));
            }
            if Instant::now() > until {
                let said = fs::read_to_string(&log).unwrap_or_default();
                let last: Vec<&str> = said.lines().rev().take(3).collect();
                return Err(format!("the database server ends: {}", last.join(" / ")));
            }
            // Children of the last one may still be about to go.
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Ends it: `QUIT` at once without a word on the disk, `INT` in order.
    pub(crate) fn break_off(&mut self, signal: &str) {
        if let Some(mut process) = self.process.take() {
            signal_to(signal, &[process.id()]);
            drop(process.wait());
        }
    }

    /// Kills it with its children, whose disk has gone.
    pub(crate) fn kill(&mut self) {
        let Some(mut process) = self.process.take() else { return };
        let children = children(process.id());
        signal_to("KILL", &[process.id()]);
        signal_to("KILL", &children);
        drop(process.wait());
        let until = Instant::now() + Duration::from_secs(10);
        while children.iter().any(|child| Path::new(&format!("/proc/{child}/fd/0")).exists())
            && Instant::now() < until
        {
            std::thread::sleep(Duration::from_millis(20));
        }
        // The socket is not on the disk that is gone.
        for entry in fs::read_dir(&self.socket).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(".s.PGSQL") {
                drop(fs::remove_file(entry.path()));
            }
        }
    }

    /// The note of a process that is gone, which stands in the way of the next.
    pub(crate) fn forget(&self) {
        drop(fs::remove_file(self.data.join("postmaster.pid")));
    }

    /// The address of a database.
    pub(crate) fn address(&self, name: &str) -> String {
        let host = self.socket.display().to_string().replace('/', "%2F");
        format!("postgres://postgres@{host}/{name}")
    }

    /// Makes a database anew: empty, or as another is.
    pub(crate) fn database(&self, name: &str, like: &str) -> Outcome {
        self.client("dropdb", &["--if-exists", "--force", name])?;
        self.client("createdb", &["-T", like, name])
    }

    /// Gives an order on a database: what it answers, column by column between bars.
    pub(crate) fn ask(&self, name: &str, sql: &str) -> Outcome<String> {
        self.said("psql", &["-d", name, "-v", "ON_ERROR_STOP=1", "-X", "-qAt", "-c", sql])
    }

    fn client(&self, name: &str, words: &[&str]) -> Outcome {
        self.said(name, words).map(drop)
    }

    fn said(&self, name: &str, words: &[&str]) -> Outcome<String> {
        let mut command = Command::new(program(name));
        run(command.arg("-h").arg(&self.socket).args(["-U", "postgres"]).args(words).stdin(Stdio::null()))
    }
}

fn children(parent: u32) -> Vec<u32> {
    let listed = fs::read_to_string(format!("/proc/{parent}/task/{parent}/children")).unwrap_or_default();
    listed.split_whitespace().filter_map(|pid| pid.parse().ok()).collect()
}

fn signal_to(name: &str, processes: &[u32]) {
    if !processes.is_empty() {
        let all = processes.iter().map(u32::to_string);
        // One that is gone already needs no signal.
        drop(Command::new("kill").arg(format!("-{name}")).args(all).stderr(Stdio::null()).status());
    }
}

/// Debian keeps the server's programs off the path.
pub(crate) fn program(name: &str) -> PathBuf {
    let folders = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        folders.map(|entry| entry.path().join("bin").join(name)).filter(|path| path.is_file()).collect();
    found.sort();
    found.pop().unwrap_or_else(|| PathBuf::from(name))
}

/// The server will not run as root, and ends with whoever began it.
fn as_postgres(name: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT", "--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    command.arg(program(name)).current_dir("/tmp");
    command
}

/// Runs a program: what it printed.
///
/// # Errors
/// What it said, where it did not end well.
pub(crate) fn run(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|fault| format!("{}: {fault}", command.get_program().display()))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("{}: {}", command.get_program().display(), said.trim()))
}
