//! Programs that are measured as children: how long they took, how much memory they held, and a server among them that
//! pages are asked of.

use std::{
    ffi::OsStr,
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use super::load::{Line, Request};

/// How long a server may take to open, and a command to end: an office of millions is hours in the making.
const PATIENCE: Duration = Duration::from_hours(6);

/// A port of this computer that nobody listens on.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// What a program did.
#[derive(Debug)]
pub(crate) struct Ran {
    /// What it printed.
    pub(crate) out: String,
    /// How long it took.
    pub(crate) took: Duration,
    /// The most memory it held, in mebibytes.
    pub(crate) peak_mb: Option<f64>,
}

/// Runs a program to its end.
///
/// # Errors
/// Where it cannot be started, or ends with another code than 0: with what it said.
pub(crate) fn run(command: &mut Command) -> Result<Ran> {
    let name = command.get_program().to_string_lossy().into_owned();
    let words: Vec<String> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
    let out = tempfile_for("out");
    let err = tempfile_for("err");
    let began = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(std::fs::File::create(&out)?)
        .stderr(std::fs::File::create(&err)?)
        .spawn()
        .with_context(|| format!("{name} could not be started"))?;
    let mut peak = None;
    let status = loop {
        peak = memory(child.id(), "VmHWM").or(peak);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if began.elapsed() > PATIENCE {
            drop(child.kill());
            bail!("{name} {} did not end", words.join(" "));
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let took = began.elapsed();
    let said = std::fs::read_to_string(&err).unwrap_or_default();
    let printed = String::from_utf8_lossy(&std::fs::read(&out)?).into_owned();
    for file in [out, err] {
        drop(std::fs::remove_file(file));
    }
    if !status.success() {
        bail!("{name} {} ended with {status}: {said}", words.join(" "));
    }
    Ok(Ran { out: printed, took, peak_mb: peak })
}

/// A name for what one program says, which no other has.
fn tempfile_for(what: &str) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let nth = NEXT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("amends-bench-{}-{nth}-{what}", std::process::id()))
}

/// What the system says of a process's memory, in mebibytes: `VmRSS` now, `VmHWM` at its peak.
pub(crate) fn memory(pid: u32, what: &str) -> Option<f64> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = text.lines().find(|line| line.starts_with(what))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}

/// Where an office keeps what it knows: a folder, and a database that is not in it where there is one.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// The folder.
    pub(crate) folder: PathBuf,
    /// The address of the database; none where it is a file in the folder.
    pub(crate) database: Option<String>,
}

impl Kept {
    /// An office whose database is a file in its folder.
    pub(crate) fn in_folder(folder: PathBuf) -> Self {
        Self { folder, database: None }
    }

    /// Where the database is, for a program that is told nothing else.
    pub(crate) fn address(&self) -> String {
        self.database.clone().unwrap_or_else(|| self.folder.join("amends.sqlite").display().to_string())
    }

    /// Tells a program of ours where its office is.
    pub(crate) fn tell(&self, command: &mut Command) {
        command.env("AMENDS__STORAGE__DATA_DIR", &self.folder).env("AMENDS__LOG__LEVEL", "warn");
        if let Some(database) = &self.database {
            command.env("AMENDS_DATABASE", database);
        }
    }
}

/// An office that is served, and somebody signed in there. Dropped, it ends.
pub(crate) struct Server {
    child: Child,
    /// Where its pages are.
    pub(crate) address: SocketAddr,
    metrics: SocketAddr,
    /// The cookie of somebody signed in; empty before.
    pub(crate) cookie: String,
    /// From starting the process to the first page.
    pub(crate) first_page: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Server {
    /// Starts the program on a folder of data, with its machinery or without, and waits for its first page.
    ///
    /// # Errors
    /// Where it does not open.
    pub(crate) fn start(program: &Path, kept: &Kept, works: bool) -> Result<Self> {
        let (pages, figures) = (free_port()?, free_port()?);
        let (listen, metrics) = (format!("127.0.0.1:{pages}"), format!("127.0.0.1:{figures}"));
        let log = kept.folder.join("serve.log");
        let mut command = Command::new(program);
        kept.tell(&mut command);
        let began = Instant::now();
        let mut child = command
            .arg("serve")
            .env("AMENDS__SERVER__LISTEN", &listen)
            .env("AMENDS__SERVER__METRICS", &metrics)
            .env("AMENDS__SERVER__ROUND_SECONDS", "86400")
            .env("AMENDS__STORAGE__LEAST_ROOM_MIB", "1")
            .env("AMENDS__SERVER__MACHINERY", works.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(&log)?)
            .spawn()
            .with_context(|| program.display().to_string())?;
        let address: SocketAddr = listen.parse()?;
        let request = Request::get("/en/sign-in", "", "");
        loop {
            if let Some(status) = child.try_wait()? {
                bail!(
                    "the office did not open ({status}): {}",
                    std::fs::read_to_string(&log).unwrap_or_default()
                );
            }
            if TcpStream::connect(address).is_ok() && Line::to(address)?.ask(&request)?.status == 200 {
                break;
            }
            if began.elapsed() > PATIENCE {
                drop(child.kill());
                bail!("the office did not open");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let first_page = began.elapsed();
        Ok(Self { child, address, metrics: metrics.parse()?, cookie: String::new(), first_page })
    }

    /// Signs a member of staff in.
    ///
    /// # Errors
    /// Where they may not come in.
    pub(crate) fn sign_in(&mut self, email: &str, password: &str) -> Result<()> {
        let at_sign = email.replace('@', "%40");
        let form = format!("email={at_sign}&password={}", password.replace(' ', "+"));
        let request = Request::post("/en/sign-in", "", &self.address.to_string(), &form);
        let answer = Line::to(self.address)?.ask(&request)?;
        let cookie = answer.header("set-cookie").and_then(|set| set.split(';').next());
        let cookie = cookie.with_context(|| format!("not signed in: {}", answer.status))?;
        cookie.clone_into(&mut self.cookie);
        Ok(())
    }

    /// Waits until the machinery has had its first round.
    ///
    /// # Errors
    /// Where the figures cannot be read.
    pub(crate) fn settle(&self) -> Result<()> {
        let request = Request::get("/metrics", "", "");
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            let answer = Line::to(self.metrics)?.ask(&request)?;
            if String::from_utf8_lossy(&answer.body)
                .lines()
                .any(|line| line.starts_with("amends_rounds_total{"))
            {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        bail!("the machinery had no round")
    }

    /// From here on the peak of its memory is counted anew, where the system lets us.
    pub(crate) fn forget_peak(&self) {
        drop(std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5"));
    }

    /// Its memory now, or at its peak, in mebibytes.
    pub(crate) fn memory(&self, what: &str) -> Option<f64> {
        memory(self.child.id(), what)
    }
}

/// A mail server that takes everything: Postfix's `smtp-sink`. Dropped, it ends.
pub(crate) struct Sink {
    child: Child,
    /// Its port.
    pub(crate) port: u16,
}

impl Drop for Sink {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Sink {
    /// Starts one; none where Postfix is not installed.
    pub(crate) fn start() -> Result<Option<Self>> {
        let Some(program) = postfix("smtp-sink") else { return Ok(None) };
        let port = free_port()?;
        let mut command = Command::new(program);
        if is_root() {
            command.args(["-u", "root"]);
        }
        command.arg(format!("127.0.0.1:{port}")).arg("100");
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if began.elapsed() > Duration::from_secs(20) {
                bail!("smtp-sink did not open");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(Some(Self { child, port }))
    }

    /// How many messages of so many bytes a second Postfix's own client hands to it, over so many lines at once.
    pub(crate) fn rate(&self, lines: usize, bytes: usize, messages: usize) -> Result<Option<f64>> {
        let Some(program) = postfix("smtp-source") else { return Ok(None) };
        let (lines, bytes, count) = (lines.to_string(), bytes.to_string(), messages.to_string());
        let to = format!("127.0.0.1:{}", self.port);
        let ran = run(Command::new(program).args(["-d", "-s", &lines, "-l", &bytes, "-m", &count, &to]))?;
        Ok(Some(super::times(messages) / ran.took.as_secs_f64()))
    }
}

/// Where Debian puts Postfix's programs; they need not be on the path.
fn postfix(name: &str) -> Option<PathBuf> {
    ["/usr/sbin", "/usr/local/sbin", "/usr/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.is_file())
}

/// Are we the system's administrator?
pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout == b"0\n")
}

/// A copy of a folder, sharing blocks where the file system can.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    let words: [&OsStr; 4] = ["-a".as_ref(), "--reflink=auto".as_ref(), from.as_os_str(), to.as_os_str()];
    run(Command::new("cp").args(words)).map(drop)
}
