//! A PostgreSQL server for the stories: the one `AMENDS_TEST_POSTGRES` names, or one of this test's own in a folder.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use amends_store::Place;
use tempfile::TempDir;

/// The address of a server that is there already, with the right to make databases.
const GIVEN: &str = "AMENDS_TEST_POSTGRES";

pub struct Server {
    /// Up to and with the slash before the name of the database, and what comes after it.
    before: String,
    after: String,
    own: Option<Own>,
}

struct Own {
    process: Mutex<Child>,
    folder: TempDir,
}

impl Server {
    /// The server of this process; begun for the first, ended after the last.
    pub fn running() -> Arc<Self> {
        static RUNNING: Mutex<Weak<Server>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(server) = running.upgrade() {
            return server;
        }
        let server = Arc::new(match std::env::var(GIVEN) {
            Ok(address) => Self::given(&address),
            Err(_) => Self::own(),
        });
        *running = Arc::downgrade(&server);
        server
    }

    fn given(address: &str) -> Self {
        let (address, after) =
            address.split_once('?').map_or((address, String::new()), |(a, b)| (a, format!("?{b}")));
        let (before, _) = address.rsplit_once('/').unwrap();
        Self { before: format!("{before}/"), after, own: None }
    }

    /// A server of this process alone, which a story may break.
    pub fn own() -> Self {
        Self::prepared(&|_| {})
    }

    /// As [`Self::own`]; what is in its folder of data is prepared before it starts.
    pub fn prepared(prepare: &dyn Fn(&Path)) -> Self {
        let folder = tempfile::Builder::new().prefix("amends-pg-").tempdir_in("/tmp").unwrap();
        give_away(folder.path());
        let data = folder.path().join("data");
        let made = as_postgres(&program("initdb"))
            .arg("-D")
            .arg(&data)
            .args(["-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"])
            .stdout(Stdio::null())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        // It listens on its socket alone, unless more is prepared.
        let settings = data.join("postgresql.conf");
        let written = fs::read_to_string(&settings).unwrap();
        fs::write(&settings, format!("{written}\nlisten_addresses = ''\n")).unwrap();
        prepare(&data);
        let written = fs::read_to_string(&settings).unwrap();
        let port = written.lines().find_map(|line| line.strip_prefix("port = ")).unwrap_or("5432");
        let process = start(folder.path());
        let host = folder.path().display().to_string().replace('/', "%2F");
        let own = Own { process: Mutex::new(process), folder };
        let before = format!("postgres://postgres@{host}:{port}/");
        let server = Self { before, after: String::new(), own: Some(own) };
        server.wait();
        server
    }

    fn wait(&self) {
        let until = Instant::now() + Duration::from_secs(30);
        while run(&self.address("postgres"), "SELECT 1").is_err() {
            assert!(Instant::now() < until, "the server does not come up");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The address of a database.
    pub fn address(&self, name: &str) -> String {
        format!("{}{name}{}", self.before, self.after)
    }

    /// Makes an empty database.
    pub fn new_database(&self) -> Place {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("story_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        run(&self.address("postgres"), &format!("CREATE DATABASE {name} TEMPLATE template0")).unwrap();
        Place::parse(&self.address(&name)).unwrap()
    }

    /// Gives an order on a database, in words of the other engine that this one has too or another for.
    pub fn order(&self, place: &Place, sql: &str) {
        let (_, name) =
            place.to_string().rsplit_once('/').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let sql = sql
            .replace("hex(id)", "upper(encode(id, 'hex'))")
            .replace("hex(case_id)", "upper(encode(case_id, 'hex'))")
            .replace("zeroblob(16)", "decode(repeat('00', 16), 'hex')")
            .replace(" x'", " '\\x")
            .replace("(x'", "('\\x");
        run(&self.address(&name), &sql).unwrap();
    }

    /// Ends the server at once, without a farewell to anybody.
    pub fn kill(&self) {
        let own = self.own.as_ref().unwrap();
        let mut process = own.process.lock().unwrap();
        let group = fs::read_to_string(own.folder.path().join("data/postmaster.pid")).unwrap();
        let postmaster = group.lines().next().unwrap().to_owned();
        assert!(Command::new("kill").args(["-9", &postmaster]).status().unwrap().success());
        process.wait().unwrap();
        // Its children see that it is gone and go too; the next start waits for that.
    }

    /// Starts it again on what is on the disk.
    pub fn start_again(&self) {
        let own = self.own.as_ref().unwrap();
        let until = Instant::now() + Duration::from_secs(30);
        loop {
            let mut process = start(own.folder.path());
            std::thread::sleep(Duration::from_millis(200));
            if process.try_wait().unwrap().is_none() {
                *own.process.lock().unwrap() = process;
                break;
            }
            assert!(Instant::now() < until, "the server does not come up again");
        }
        self.wait();
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let process = self.process.get_mut().unwrap_or_else(PoisonError::into_inner);
        let pid = process.id().to_string();
        drop(Command::new("kill").args(["-INT", &pid]).status());
        drop(process.wait());
    }
}

fn start(folder: &Path) -> Child {
    as_postgres(&program("postgres"))
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(folder)
        .args(["-c", "fsync=off", "-c", "full_page_writes=off"])
        .args(["-c", "max_connections=60", "-c", "shared_buffers=32MB"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Debian keeps the server's programs off the path.
fn program(name: &str) -> PathBuf {
    let mut found: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin").join(name)))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop().unwrap_or_else(|| PathBuf::from(name))
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
    command.arg(program);
    command.current_dir("/tmp");
    command
}

/// Gives a file or folder to the user the server runs as.
pub fn give_away(folder: &Path) {
    if is_root() {
        let owner = Command::new("chown").arg("postgres:").arg(folder).status().unwrap();
        assert!(owner.success(), "the folder of the server cannot be given to its user");
    }
}

fn run(address: &str, sql: &str) -> Result<(), tokio_postgres::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(address, tokio_postgres::NoTls).await?;
        let driven = tokio::spawn(connection);
        let outcome = client.batch_execute(sql).await;
        driven.abort();
        outcome
    })
}
