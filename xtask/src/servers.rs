//! A PostgreSQL server and a tour through it: started in a folder of its own, ended with the step.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::house::{House, say};
use crate::{objects, steps};

/// So long the server, or the demo, may take to start.
const PATIENCE: Duration = Duration::from_mins(5);

/// A PostgreSQL server that runs. Dropped, it is ended, and its folder goes.
pub(crate) struct Postgres {
    child: Child,
    folder: PathBuf,
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // It ends on an interrupt without waiting for those who are connected.
        drop(Command::new("kill").args(["-INT", &self.child.id().to_string()]).status());
        drop(self.child.wait());
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Postgres {
    /// Starts a server that forgets what it acknowledged when the machine fails: for tests alone.
    ///
    /// # Errors
    /// Where it is not installed, or does not start.
    pub(crate) fn start() -> Result<Self, String> {
        Self::with(&["fsync=off", "full_page_writes=off", "shared_buffers=64MB"])
    }

    /// Starts a server with more settings than those of Debian; without any it keeps what it acknowledged.
    ///
    /// # Errors
    /// Where it is not installed, or does not start.
    pub(crate) fn with(settings: &[&str]) -> Result<Self, String> {
        let programs =
            programs().ok_or("PostgreSQL is not installed; on Debian: apt-get install postgresql-15.")?;
        let folder = std::env::temp_dir().join(format!("amends-postgres-{}", std::process::id()));
        let failed = |what: &str, fault: &dyn std::fmt::Display| format!("{what}: {fault}.");
        // What an earlier process of this number left.
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).map_err(|fault| failed(&folder.to_string_lossy(), &fault))?;
        if is_root() {
            let owned = Command::new("chown").arg("postgres:").arg(&folder).status();
            owned.map_err(|fault| failed("chown", &fault))?;
        }
        let data = folder.join("data");
        let made = as_postgres(&programs.join("initdb"))
            .arg("-D")
            .arg(&data)
            .args(["-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"])
            .stdout(Stdio::null())
            .output()
            .map_err(|fault| failed("initdb", &fault))?;
        if !made.status.success() {
            return Err(format!("initdb: {}", String::from_utf8_lossy(&made.stderr)));
        }
        let child = as_postgres(&programs.join("postgres"))
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(&folder)
            .args(["-c", "listen_addresses=", "-c", "max_connections=200"])
            .args(settings.iter().flat_map(|setting| ["-c", setting]))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|fault| failed("postgres", &fault))?;
        let server = Self { child, folder };
        server.wait(&programs)?;
        Ok(server)
    }

    /// Takes a database away, where there is one.
    pub(crate) fn drop_database(&self, name: &str) {
        if let Some(programs) = programs() {
            self.told(&programs.join("dropdb"), &["--if-exists", "--force", name]);
        }
    }

    fn wait(&self, programs: &Path) -> Result<(), String> {
        let until = Instant::now() + PATIENCE;
        while !self.told(&programs.join("pg_isready"), &["-q"]) {
            if Instant::now() > until {
                return Err(format!("PostgreSQL does not answer after {} s.", PATIENCE.as_secs()));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }

    /// Gives the server an order by one of its programs; whether it was done.
    fn told(&self, program: &Path, words: &[&str]) -> bool {
        let mut command = Command::new(program);
        command.args(words).args(["-U", "postgres", "-h"]).arg(&self.folder).current_dir("/");
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        quiet.is_ok_and(|status| status.success())
    }

    /// The address of a database of this name.
    pub(crate) fn address(&self, name: &str) -> String {
        format!("postgres://postgres@{}/{name}", self.folder.to_string_lossy().replace('/', "%2F"))
    }

    /// Makes an empty database; its address.
    ///
    /// # Errors
    /// Where the server refuses.
    pub(crate) fn new_database(&self, name: &str) -> Result<String, String> {
        let programs = programs().ok_or("PostgreSQL has gone.")?;
        let made = self.told(&programs.join("createdb"), &["-T", "template0", name]);
        if made { Ok(self.address(name)) } else { Err(format!("The database {name} could not be made.")) }
    }
}

/// Where Debian keeps the programs of the newest server there is; they are not on the path.
pub(crate) fn programs() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| folder.join("postgres").is_file() && folder.join("initdb").is_file())
        .collect();
    found.sort();
    found.pop().map(|(_, folder)| folder)
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout == b"0\n")
}

/// The server will not run as root, and ends with whoever began it.
fn as_postgres(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]);
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command.arg(program).current_dir("/").stdin(Stdio::null());
    command
}

/// Both tours and a short demo, on a PostgreSQL server and with the files in a bucket.
///
/// # Errors
/// Where a server does not start, or a claim of a tour does not hold.
pub(crate) fn tour(house: &House) -> Result<(), String> {
    steps::build(house)?;
    let postgres = Postgres::start()?;
    let store = objects::Server::start(house)?;
    let program = house.built.join("amends");
    let surroundings = |database: &str, files: &str| {
        [
            format!("AMENDS={}", program.display()),
            format!("AMENDS_DATABASE={database}"),
            format!("AMENDS_FILES={files}"),
            "AMENDS_S3_KEY_ID=key".to_owned(),
            "AMENDS_S3_SECRET=secret".to_owned(),
            // Nothing of it is to outlive the step.
            "AMENDS__STORAGE__ACCEPT_UNSAFE_SERVER=true".to_owned(),
        ]
    };
    for (script, name, databases) in [
        ("docs/tour.sh", "tour", &["tour"][..]),
        ("docs/law-tour.sh", "law", &["law_wales", "law_england", "law_care"][..]),
    ] {
        for database in databases {
            postgres.new_database(database)?;
        }
        let set = surroundings(&postgres.address(name), &store.bucket(name)?);
        let set: Vec<&str> = set.iter().map(String::as_str).collect();
        house.run(&[&["env"], &set[..], &["bash", script]].concat())?;
    }
    copied(house, &postgres)?;
    let (database, files) = (postgres.new_database("demo")?, store.bucket("demo")?);
    demo(house, &surroundings(&database, &files))
}

/// What the tour left is copied to a file and back to the server; each copy compares both sides and audits.
fn copied(house: &House, postgres: &Postgres) -> Result<(), String> {
    let program = house.built.join("amends").display().to_string();
    let file = format!("sqlite:{}", house.built.join("server-tour.sqlite").display());
    for ending in ["", "-wal", "-shm", ".lock"] {
        // What an earlier step left; mostly there is nothing.
        drop(std::fs::remove_file(house.built.join(format!("server-tour.sqlite{ending}"))));
    }
    let accepted = "AMENDS__STORAGE__ACCEPT_UNSAFE_SERVER=true";
    for (from, to) in [(&postgres.address("tour"), &file), (&file, &postgres.new_database("back")?)] {
        house.run(&["env", accepted, &program, "db", "copy", "--from", from, "--to", to])?;
    }
    Ok(())
}

/// The demo opens on an empty database, is looked at, stops, and is refused on the same database again.
fn demo(house: &House, surroundings: &[String]) -> Result<(), String> {
    let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    let port = port.map_err(|fault| format!("There is no free port: {fault}."))?.port().to_string();
    let program = house.built.join("amends");
    let command = || {
        let mut command = house.command("env");
        command
            .args(surroundings)
            .arg(&program)
            .args(["demo", "--size", "small", "--port", &port, "--quiet"]);
        command.stdin(Stdio::null());
        command
    };
    say("$ amends demo --size small");
    let mut running =
        command().spawn().map_err(|fault| format!("The demo could not be started: {fault}."))?;
    let looked = look(house, &port, &mut running);
    drop(Command::new("kill").args(["-INT", &running.id().to_string()]).status());
    let ended = running.wait().map_err(|fault| format!("The demo was lost: {fault}."))?;
    looked?;
    if !ended.success() {
        return Err(format!("The demo ended with {ended}."));
    }
    let again = command().stderr(Stdio::piped()).output();
    let again = again.map_err(|fault| format!("The demo could not be started: {fault}."))?;
    let said = String::from_utf8_lossy(&again.stderr).into_owned();
    if again.status.code() == Some(5) && said.contains("not empty") {
        return Ok(());
    }
    Err(format!("The demo is not refused where the database is not empty: {}: {said}", again.status))
}

/// A page of everybody, and the first page of a member of staff.
fn look(house: &House, port: &str, running: &mut Child) -> Result<(), String> {
    let until = Instant::now() + PATIENCE;
    let url = format!("http://127.0.0.1:{port}");
    let page = |more: &[&str], path: &str| {
        let address = format!("{url}{path}");
        let words = ["--silent", "--fail", "--location", "--cookie", "", "--output", "/dev/null", &address];
        house.command("curl").args(words).args(more).status().is_ok_and(|status| status.success())
    };
    while !page(&[], "/en/demo") {
        if let Ok(Some(status)) = running.try_wait() {
            return Err(format!("The demo ended with {status}."));
        }
        if Instant::now() > until {
            return Err(format!("The demo does not answer after {} s.", PATIENCE.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(300));
    }
    let origin = format!("Origin: {url}");
    if page(&["--header", &origin, "--data", ""], "/en/demo/as/sian") {
        Ok(())
    } else {
        Err("Siân's first page does not open.".to_owned())
    }
}
