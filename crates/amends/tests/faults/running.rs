//! An office in a folder of its own, served by the binary as a child process, and a browser without script.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use amends_store::{
    db::{Db, Options},
    post::{self, Attempt, Post, PostState},
};

/// The day on which the office is opened, unless it is told another.
pub(crate) const DAY: &str = "2026-03-02";

const SIAN: &str = "sian@ombudsman.example";
const PASSWORD: &str = "a password that is long enough";

/// So long anything is waited for.
const PATIENCE: Duration = Duration::from_mins(1);

/// A port of this computer that nobody listens on.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// Waits until `looked` gives something.
#[track_caller]
pub(crate) fn wait_for<T>(what: &str, mut looked: impl FnMut() -> Option<T>) -> T {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        if let Some(found) = looked() {
            return found;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{what}: not after {PATIENCE:?}")
}

/// A data folder, and the settings of its office.
pub(crate) struct Place {
    pub(crate) folder: PathBuf,
    smtp: Option<String>,
    set: Vec<(&'static str, String)>,
    own: tempfile::TempDir,
}

impl Place {
    /// An office with a caseworker and a body. Where a folder is given, its records are kept there.
    pub(crate) fn new(folder: Option<&Path>) -> Self {
        let own = tempfile::tempdir().unwrap();
        let folder = folder.unwrap_or(own.path()).to_owned();
        let place = Self { folder, smtp: None, set: Vec::new(), own };
        let table = place.write("bodies.csv", "slug,name_en,name_cy,kind,language,contact_name,contact_email,contact_language,merged_into\nynys-council,Ynys Council,Cyngor Ynys,council,en,Nia Parry,complaints@ynys.example,en,\n");
        place.give(DAY, &["import", "from-csv", &table]);
        let password = place.write("password.txt", PASSWORD);
        let words = ["user", "add", SIAN, "--name", "Siân Rees", "--role", "caseworker"];
        place.give(DAY, &[&words[..], &["--password-file", &password]].concat());
        place
    }

    /// Letters go to a mail server on this port.
    pub(crate) fn mail_to(mut self, port: u16) -> Self {
        self.smtp = Some(format!("smtp://127.0.0.1:{port}"));
        self
    }

    /// A key of the configuration is set, by its variable.
    pub(crate) fn set(mut self, name: &'static str, value: impl ToString) -> Self {
        self.set.push((name, value.to_string()));
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.own.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn command(&self, day: &str, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
        command.current_dir(self.path()).env_clear().stdin(Stdio::null());
        command.args(["--today", day]).args(words);
        let data = self.folder.join("data");
        command.env("AMENDS_ALLOW_SET_DAY", "1").env("AMENDS_AS", SIAN);
        command.env("AMENDS__STORAGE__DATA_DIR", data).env("AMENDS__SERVER__ROUND_SECONDS", "1");
        command.envs(self.set.iter().map(|(name, value)| (*name, value)));
        if let Some(smtp) = &self.smtp {
            command.env("AMENDS__MAIL__SMTP", smtp);
        }
        command
    }

    /// Gives a command on a day, whatever comes of it.
    pub(crate) fn ask(&self, day: &str, words: &[&str]) -> Output {
        self.command(day, words).output().unwrap()
    }

    /// Gives a command on a day, and what it printed.
    #[track_caller]
    pub(crate) fn give(&self, day: &str, words: &[&str]) -> String {
        let output = self.ask(day, words);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{words:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// As [`Self::give`], where JSON is printed.
    #[track_caller]
    pub(crate) fn json(&self, words: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.give(DAY, &[words, &["--json"]].concat())).unwrap()
    }

    /// A case whose draft has gone to both parties: two letters in the outbox.
    pub(crate) fn drafted_case(&self, title: &str) {
        let people = ["--complainant", title, "--email", "mr.k@example.org", "--complainant-lang", "cy"];
        let opening =
            ["case", "open", "--title", title, "--body", "ynys-council", "--received", "2025-10-01"];
        let opened = self.json(&[&opening[..], &people[..]].concat());
        let case = opened["reference"].as_str().unwrap();
        let fault = ["--fault", "It took 14 months", "--injustice", "A bedroom could not be used"];
        self.give(DAY, &[&["case", "finding", case][..], &fault].concat());
        let decision = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/tour/decision.txt");
        let decision = decision.to_str().unwrap();
        let accepted = ["--case", case, "--finding", "1", "--accept", "1,2"];
        self.give(DAY, &[&["import", "decision", decision][..], &accepted].concat());
        self.give(
            DAY,
            &["case", "check", case, "--edition", "2025", "--note", "The sum follows the guidance"],
        );
        let until = ["--bodies-by", "2026-03-23", "--complainant-by", "2026-03-23"];
        self.give(DAY, &[&["case", "draft", case][..], &until].concat());
    }

    /// Every letter with the attempts to send it, read beside the office that may be running.
    pub(crate) fn letters(&self) -> Vec<(Post, Vec<Attempt>)> {
        let db = Db::open_for_reading(&self.database(), &Options::default()).unwrap();
        let states = [PostState::Queued, PostState::Claimed, PostState::Deferred, PostState::Accepted];
        let others = [PostState::Held, PostState::Refused, PostState::Bounced];
        let mut all = Vec::new();
        for state in states.into_iter().chain(others) {
            for letter in db.read(|conn| post::post_in(conn, state, 1000)).unwrap() {
                let attempts = db.read(|conn| post::attempts(conn, letter.post)).unwrap();
                all.push((letter, attempts));
            }
        }
        all
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join("data/amends.sqlite")
    }

    /// The record is whole, and the lists are what it says.
    #[track_caller]
    pub(crate) fn is_whole(&self) {
        assert_eq!(self.json(&["audit", "verify"])["whole"], true);
        self.give(DAY, &["rebuild", "--check"]);
    }

    /// The titles of all cases.
    pub(crate) fn titles(&self) -> Vec<String> {
        let all = self.json(&["case", "list"]);
        let titles = all.as_array().unwrap().iter();
        titles.map(|one| one["title"].as_str().unwrap().to_owned()).collect()
    }

    /// Opens the office to the network on a day.
    #[track_caller]
    pub(crate) fn serve(&self, day: &str) -> Running {
        let port = free_port();
        let listen = format!("127.0.0.1:{port}");
        let log = std::fs::File::create(self.path().join("serve.log")).unwrap();
        let mut command = self.command(day, &["serve", "--listen", &listen]);
        let child = command.stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let mut running = Running { child, address: listen.parse().unwrap(), cookie: String::new() };
        wait_for("the office opens", || {
            assert!(running.child.try_wait().unwrap().is_none(), "the office did not open: {}", self.log());
            running.try_ask("GET", "/healthz", &[]).ok().filter(|answer| answer.status == 200)
        });
        running
    }

    /// What the running office said.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.path().join("serve.log")).unwrap_or_default()
    }
}

/// A running office, and a browser at its door. Dropped, it is killed.
pub(crate) struct Running {
    child: Child,
    pub(crate) address: SocketAddr,
    cookie: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// What a page answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) html: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = self.head.lines().filter_map(|line| line.split_once(": "));
        named.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    /// The case that was opened, where one was.
    pub(crate) fn opened(&self) -> Option<String> {
        let to = self.header("location").filter(|_| self.status == 303)?;
        Some(to.strip_prefix("/en/cases/")?.split('?').next()?.to_owned())
    }
}

impl Running {
    /// Ends it at once, as a power cut would. What is asked of it afterwards gets no answer.
    pub(crate) fn kill(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-KILL", &pid]).status().unwrap().success());
    }

    /// Asks it to stop, and waits until it has.
    #[track_caller]
    pub(crate) fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        let status = wait_for("the office stops", || self.child.try_wait().unwrap());
        assert!(status.success(), "{status}");
    }

    /// Signs Siân in.
    #[track_caller]
    pub(crate) fn sign_in(&mut self) {
        let answer = self.post("/en/sign-in", &[("email", SIAN), ("password", PASSWORD)]);
        let cookie = answer.header("set-cookie").and_then(|set| set.split(';').next());
        self.cookie = cookie.unwrap_or_else(|| panic!("not signed in: {answer:?}")).to_owned();
    }

    /// Opens a page.
    #[track_caller]
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.try_ask("GET", path, &[]).unwrap()
    }

    /// Sends a form.
    #[track_caller]
    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.try_ask("POST", path, fields).unwrap()
    }

    /// Sends the form by which a case is opened. Nothing where the office was gone before it answered.
    pub(crate) fn open_case(&self, known: &Known, title: &str) -> Option<Answer> {
        let fields = [
            ("title", title),
            ("body", &known.body),
            ("route", "investigation"),
            ("received-day", "2"),
            ("received-month", "3"),
            ("received-year", "2026"),
            ("handler", &known.handler),
            ("name", title),
            ("channel", "email"),
            ("email", "someone@example.org"),
            ("language", "en"),
            ("not_alike", "yes"),
        ];
        self.try_ask("POST", "/en/cases/new", &fields).ok()
    }

    /// The body there is, and the handler the form for a new case offers.
    #[track_caller]
    pub(crate) fn known(&self) -> Known {
        let page = self.get("/en/cases/new").html;
        let first = |name: &str, after: &str| {
            let from = page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name}: {page}"));
            let options = page[from..].split(after).skip(1);
            let values = options.filter_map(|rest| rest.split('"').next());
            values.filter(|value| value.len() == 36).map(str::to_owned).next().unwrap()
        };
        Known { body: "ynys-council".to_owned(), handler: first("handler", "value=\"") }
    }

    fn try_ask(&self, method: &str, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Answer> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.send(method, path, "application/x-www-form-urlencoded", form.finish().as_bytes())
    }

    /// Sends something of a sort.
    pub(crate) fn send(&self, method: &str, path: &str, sort: &str, body: &[u8]) -> std::io::Result<Answer> {
        let (address, cookie) = (self.address, &self.cookie);
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "{method} {path} HTTP/1.0\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {cookie}\r\n\
             Content-Type: {sort}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        )?;
        stream.write_all(body)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let cut_off = || std::io::Error::other("the answer was cut off");
        let (head, html) = answer.split_once("\r\n\r\n").ok_or_else(cut_off)?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(cut_off)?;
        Ok(Answer { status, head: head.to_owned(), html: html.to_owned() })
    }
}

/// What a form for a new case is filled with.
#[derive(Clone)]
pub(crate) struct Known {
    body: String,
    handler: String,
}

/// How often each thing is there.
pub(crate) fn counted<T: Ord>(all: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    counts
}
