//! A small client of HTTP that keeps its connections, for measuring pages: as many threads as clients, each with one
//! connection on which one request follows the other.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    sync::atomic::{AtomicBool, Ordering},
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

/// Several clients ask the same requests in turn, each from another place in the row, until the time is over.
pub(crate) fn load(
    address: SocketAddr,
    requests: &[Request],
    clients: usize,
    length: Duration,
) -> Result<Found> {
    // What is asked for must be there, before anything is counted.
    let mut line = Line::to(address)?;
    for request in requests.iter().take(50) {
        look(request, &line.ask(request)?)?;
    }
    let over = AtomicBool::new(false);
    let began = Instant::now();
    let mut took: Vec<Duration> = Vec::new();
    std::thread::scope(|scope| -> Result<()> {
        let threads: Vec<_> = (0..clients)
            .map(|nth| {
                let over = &over;
                scope.spawn(move || -> Result<Vec<Duration>> {
                    let mut line = Line::to(address)?;
                    let mut took = Vec::new();
                    let mut next = nth * requests.len() / clients.max(1);
                    while !over.load(Ordering::Relaxed) {
                        let request = &requests[next % requests.len()];
                        next += 1;
                        let began = Instant::now();
                        let answer = line.ask(request)?;
                        took.push(began.elapsed());
                        if answer.status != 200 {
                            look(request, &answer)?;
                        }
                    }
                    Ok(took)
                })
            })
            .collect();
        std::thread::sleep(length);
        over.store(true, Ordering::Relaxed);
        for thread in threads {
            took.extend(thread.join().map_err(|_| anyhow::anyhow!("a client broke off"))??);
        }
        Ok(())
    })?;
    Ok(summed(took, began.elapsed()))
}

fn look(request: &Request, answer: &Answer) -> Result<()> {
    let body = String::from_utf8_lossy(&answer.body);
    if answer.status == 200 && body.contains(&request.expected) {
        return Ok(());
    }
    let first = String::from_utf8_lossy(&request.bytes);
    bail!(
        "{} was answered {} without “{}”",
        first.lines().next().unwrap_or_default(),
        answer.status,
        request.expected
    )
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
    fn percentiles_are_of_what_was_measured() {
        let took = (1..=100).map(Duration::from_millis).collect();
        let found = summed(took, Duration::from_secs(2));
        assert_eq!((found.rate, found.p50_ms, found.p99_ms), (Some(50.0), Some(51.0), Some(100.0)));
    }
}
