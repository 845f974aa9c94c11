//! A running office and a browser at its door.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::Outcome;
use super::place::{PASSWORD, Place, SIAN};

/// So long an office may take to open.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running office; dropped, it is killed.
pub(crate) struct Running {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// What a page answered.
pub(crate) struct Answer {
    /// The code.
    pub(crate) status: u16,
    head: String,
    /// The page.
    pub(crate) html: String,
}

impl Answer {
    /// A line of its head.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = self.head.lines().filter_map(|line| line.split_once(": "));
        named.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    /// Whether the form was taken: the browser is sent on to a page that says so.
    pub(crate) fn is_done(&self) -> bool {
        self.status == 303 && self.header("location").is_some_and(|to| to.contains("?done="))
    }

    /// The value of a field, where the page has one of the name.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let (_, after) = self.html.split_once(&format!("name=\"{name}\""))?;
        let values = after.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next());
        values.filter(|value| value.len() == 36).map(str::to_owned).next()
    }
}

/// A port nobody listens on.
pub(crate) fn free_port() -> Outcome<u16> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|fault| format!("There is no free port: {fault}."))
}

impl Running {
    /// Opens an office on a day, and waits until its door answers. What it says goes to the end of a file.
    pub(crate) fn start(place: &Place, day: &str, name: &str) -> Outcome<Self> {
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let log = File::options().create(true).append(true).open(place.log(name));
        let log = log.map_err(|fault| format!("{}: {fault}", place.log(name).display()))?;
        let mut command = place.command(day, &["serve", "--listen", &address.to_string()]);
        place.preloaded(&mut command);
        command.stdout(Stdio::null()).stderr(log);
        let child = command.spawn().map_err(|fault| format!("The office does not start: {fault}."))?;
        let mut running = Self { child, address };
        let until = Instant::now() + PATIENCE;
        while !ask(address, "", "GET", "/healthz", "", &[]).is_ok_and(|answer| answer.status == 200) {
            if let Ok(Some(status)) = running.child.try_wait() {
                let said = std::fs::read_to_string(place.log(name)).unwrap_or_default();
                let last: Vec<&str> = said.lines().rev().take(5).collect();
                return Err(format!("The office ended with {status}: {}", last.join(" / ")));
            }
            if Instant::now() > until {
                return Err(format!("The office does not answer after {} s.", PATIENCE.as_secs()));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(running)
    }

    /// Sends it a signal: `KILL`, `STOP`, `CONT`.
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        // A process that is gone needs no signal.
        drop(Command::new("kill").args([&format!("-{name}"), &pid]).stderr(Stdio::null()).status());
    }

    /// Whether it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }

    /// Signs the caseworker in: the cookie of the session.
    pub(crate) fn sign_in(&self) -> Outcome<String> {
        let form = format!("email={}&password={}", SIAN.replace('@', "%40"), PASSWORD.replace(' ', "+"));
        let answer = ask(self.address, "", "POST", "/en/sign-in", FORM, form.as_bytes())
            .map_err(|fault| format!("Nobody answers at the door: {fault}."))?;
        let cookie = answer.header("set-cookie").and_then(|set| set.split(';').next());
        cookie.map(str::to_owned).ok_or_else(|| format!("The caseworker is not let in: {}.", answer.status))
    }
}

/// The sort of a form without files.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// Asks for a page, or sends a form.
///
/// # Errors
/// Where the office is gone before it has answered in full.
pub(crate) fn ask(
    address: SocketAddr,
    cookie: &str,
    method: &str,
    path: &str,
    sort: &str,
    body: &[u8],
) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
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
