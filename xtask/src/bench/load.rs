//! A small client of HTTP that keeps its connections, for measuring pages: every client has one connection on which one
//! request follows the other.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use super::row::Found;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// A request as it goes over the wire, and what its answer must hold.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    bytes: Vec<u8>,
    expected: String,
}

impl Request {
    /// A page that is asked for, with a cookie; `expected` must stand in it.
    pub(crate) fn get(path: &str, cookie: &str, expected: &str) -> Self {
        let text = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n");
        Self { bytes: text.into_bytes(), expected: expected.to_owned() }
    }

    /// A form that is sent.
    pub(crate) fn post(path: &str, cookie: &str, origin: &str, form: &str) -> Self {
        let text = format!(
            "POST {path} HTTP/1.1\r\nHost: {origin}\r\nOrigin: http://{origin}\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            form.len()
        );
        Self { bytes: text.into_bytes(), expected: String::new() }
    }

    /// What is asked for.
    fn first_line(&self) -> String {
        String::from_utf8_lossy(&self.bytes).lines().next().unwrap_or_default().to_owned()
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Its status.
    pub(crate) status: u16,
    /// Its head.
    pub(crate) head: String,
    /// What it holds.
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A line of its head.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
}

/// A connection that is kept.
pub(crate) struct Line {
    stream: TcpStream,
    read: Vec<u8>,
    buffer: Vec<u8>,
}

impl Line {
    /// Connects.
    pub(crate) fn to(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, read: Vec::with_capacity(128 * 1024), buffer: vec![0; 64 * 1024] })
    }

    /// Asks, and waits for the whole answer.
    pub(crate) fn ask(&mut self, request: &Request) -> Result<Answer> {
        self.stream.write_all(&request.bytes)?;
        self.read.clear();
        let end = loop {
            if let Some(end) = self.read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                break end + 4;
            }
            self.more()?;
        };
        let head = String::from_utf8_lossy(&self.read[..end]).into_owned();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|word| word.parse().ok())
            .context("an answer without a status")?;
        let length = match (header(&head, "content-length"), status) {
            (Some(length), _) => length.parse::<usize>()?,
            (None, 204 | 304) => 0,
            (None, _) => return Ok(Answer { status, body: self.in_chunks(end)?, head }),
        };
        while self.read.len() < end + length {
            self.more()?;
        }
        let body = self.read[end..end + length].to_vec();
        Ok(Answer { status, head, body })
    }

    fn more(&mut self) -> Result<()> {
        let count = self.stream.read(&mut self.buffer)?;
        if count == 0 {
            bail!("the connection was closed in the middle of an answer");
        }
        self.read.extend_from_slice(&self.buffer[..count]);
        Ok(())
    }

    /// A body in pieces, each with its length before it.
    fn in_chunks(&mut self, mut at: usize) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let line = loop {
                if let Some(length) = self.read[at..].windows(2).position(|bytes| bytes == b"\r\n") {
                    break length;
                }
                self.more()?;
            };
            let length = usize::from_str_radix(std::str::from_utf8(&self.read[at..at + line])?.trim(), 16)?;
            at += line + 2;
            while self.read.len() < at + length + 2 {
                self.more()?;
            }
            if length == 0 {
                return Ok(body);
            }
            body.extend_from_slice(&self.read[at..at + length]);
            at += length + 2;
        }
    }
}

/// What one kind of page did under load.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loaded {
    /// How many a second, and how long they took.
    pub(crate) found: Found,
    /// How much of a core the clients took; where it comes near one, they were measured.
    pub(crate) clients_cores: f64,
}

/// Several clients ask the same requests in turn, each from another place in the row, until the time is over. All of them
/// live on one thread, which waits for the system to say whose answer came: they share the cores with the server.
pub(crate) fn load(
    address: SocketAddr,
    requests: &[Request],
    clients: usize,
    length: Duration,
) -> Result<Loaded> {
    // What is asked for must be there, before anything is counted.
    let mut line = Line::to(address)?;
    for request in requests.iter().take(50) {
        look(request, &line.ask(request)?)?;
    }
    let requests: Arc<[Request]> = requests.into();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (before, began) = (own_cpu(), Instant::now());
    let took = runtime.block_on(async {
        let until = began + length;
        let all: Vec<_> = (0..clients)
            .map(|nth| {
                let first = nth * requests.len() / clients.max(1);
                tokio::spawn(client(address, Arc::clone(&requests), first, until))
            })
            .collect();
        let mut took = Vec::new();
        for one in all {
            took.extend(one.await.map_err(|_| anyhow::anyhow!("a client broke off"))??);
        }
        anyhow::Ok(took)
    })?;
    let whole = began.elapsed();
    let cores = own_cpu().saturating_sub(before).as_secs_f64() / whole.as_secs_f64();
    Ok(Loaded { found: summed(took, whole), clients_cores: cores })
}

/// How much time this process has had on the cores. The system counts in hundredths of a second.
fn own_cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let ticks: u64 = after_name.split(' ').skip(11).take(2).filter_map(|word| word.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * ticks)
}

/// One client on one connection: how long each of its requests took.
async fn client(
    address: SocketAddr,
    requests: Arc<[Request]>,
    first: usize,
    until: Instant,
) -> Result<Vec<Duration>> {
    let stream = tokio::net::TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut took = Vec::new();
    let mut read = vec![0; 1024 * 1024];
    let mut next = first;
    while Instant::now() < until {
        let request = &requests[next % requests.len()];
        next += 1;
        let began = Instant::now();
        let patience = tokio::time::Instant::from_std(began + PATIENCE);
        let status = tokio::time::timeout_at(patience, answered(&stream, request, &mut read))
            .await
            .context("an answer took more than a minute")??;
        took.push(began.elapsed());
        if status != 200 {
            bail!("{} was answered {status} under load", request.first_line());
        }
    }
    Ok(took)
}

/// Sends a request and reads its answer whole; its status.
async fn answered(stream: &tokio::net::TcpStream, request: &Request, read: &mut Vec<u8>) -> Result<u16> {
    let mut sent = 0;
    while sent < request.bytes.len() {
        match stream.try_write(&request.bytes[sent..]) {
            Ok(count) => sent += count,
            Err(error) if error.kind() == ErrorKind::WouldBlock => stream.writable().await?,
            Err(error) => return Err(error.into()),
        }
    }
    let (mut have, mut whole) = (0, None);
    loop {
        stream.readable().await?;
        match stream.try_read(&mut read[have..]) {
            Ok(0) => bail!("the connection was closed in the middle of an answer"),
            Ok(count) => have += count,
            Err(error) if error.kind() == ErrorKind::WouldBlock => continue,
            Err(error) => return Err(error.into()),
        }
        if whole.is_none() {
            whole = extent(&read[..have])?;
        }
        let ends = match whole {
            Some((status, Some(length))) => (have >= length).then_some(status),
            Some((status, None)) => read[..have].ends_with(b"\r\n0\r\n\r\n").then_some(status),
            None => None,
        };
        if let Some(status) = ends {
            return Ok(status);
        }
        if have == read.len() {
            read.resize(2 * have, 0);
        }
    }
}

/// The status of an answer, and how long it is with its head where that is told; nothing before the head is there.
fn extent(read: &[u8]) -> Result<Option<(u16, Option<usize>)>> {
    let Some(end) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return Ok(None) };
    let head = std::str::from_utf8(&read[..end]).context("a head that is no text")?;
    let status = head.split(' ').nth(1).and_then(|word| word.parse().ok());
    let status = status.context("an answer without a status")?;
    let length = header(head, "content-length").map(str::parse::<usize>).transpose()?;
    Ok(Some((status, length.map(|length| end + 4 + length))))
}

fn look(request: &Request, answer: &Answer) -> Result<()> {
    let body = String::from_utf8_lossy(&answer.body);
    if answer.status == 200 && body.contains(&request.expected) {
        return Ok(());
    }
    bail!("{} was answered {} without “{}”", request.first_line(), answer.status, request.expected)
}

/// How many a second, and how long they took.
pub(crate) fn summed(mut took: Vec<Duration>, whole: Duration) -> Found {
    took.sort();
    let at = |part: usize| took.get((took.len() * part / 100).min(took.len().saturating_sub(1)));
    let ms = |found: Option<&Duration>| found.map(|it| it.as_secs_f64() * 1000.0);
    let count = f64::from(u32::try_from(took.len()).unwrap_or(u32::MAX));
    Found {
        rate: Some(count / whole.as_secs_f64()),
        p50_ms: ms(at(50)),
        p99_ms: ms(at(99)),
        peak_rss_mb: None,
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn answers_are_read_whole_on_one_connection_whether_their_length_is_told_or_they_come_in_pieces() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let answers = [
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".to_owned(),
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n again\r\n0\r\n\r\n"
                    .to_owned(),
            ];
            for answer in answers {
                let mut read = [0; 1024];
                assert!(stream.read(&mut read).unwrap() > 0);
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        let mut line = Line::to(address).unwrap();
        let request = Request::get("/", "", "hello");
        assert_eq!(line.ask(&request).unwrap().body, b"hello");
        assert_eq!(line.ask(&request).unwrap().body, b"hello again");
        server.join().unwrap();
    }

    #[test]
    fn under_load_an_answer_is_whole_when_all_of_it_came() {
        assert_eq!(extent(b"HTTP/1.1 200 OK\r\nContent-Le").unwrap(), None);
        let told = extent(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhel").unwrap();
        assert_eq!(told, Some((200, Some(43))));
        assert_eq!(extent(b"HTTP/1.1 503 No\r\nX: y\r\n\r\n").unwrap(), Some((503, None)));
        assert!(extent(b"HTTP/1.1\r\n\r\n").is_err());
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            while let Ok((mut stream, _)) = listener.accept() {
                std::thread::spawn(move || {
                    let mut read = [0; 1024];
                    while stream.read(&mut read).is_ok_and(|count| count > 0) {
                        // In two parts, as a long page comes.
                        let parts = ["HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe", "llo"];
                        if parts.iter().any(|part| stream.write_all(part.as_bytes()).is_err()) {
                            break;
                        }
                    }
                });
            }
        });
        let loaded = load(address, &[Request::get("/", "", "hello")], 3, Duration::from_millis(50)).unwrap();
        assert!(loaded.found.rate.unwrap() > 0.0 && loaded.found.p99_ms.is_some());
    }

    #[test]
    fn percentiles_are_of_what_was_measured() {
        let took = (1..=100).map(Duration::from_millis).collect();
        let found = summed(took, Duration::from_secs(2));
        assert_eq!((found.rate, found.p50_ms, found.p99_ms), (Some(50.0), Some(51.0), Some(100.0)));
    }
}
