//! A proxy before the server that does to each request what a test tells it.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    time::Duration,
};

use crate::bucket::server;

/// What becomes of a request.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    /// It goes to the server, and the answer back.
    Pass,
    /// It is answered with a status and a code of S3 here; without a code, with nothing else.
    Say(u16, &'static str),
    /// It is answered with a page of somebody else's.
    Page(u16),
    /// Nothing comes of it for so long.
    Silence(Duration),
    /// The server does it, and the answer is lost.
    Lose,
    /// The answer breaks off after so many bytes.
    CutAfter(usize),
}

/// A request: its method, its path with what is asked, and which of all it is, from none.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) nth: usize,
}

type Rule = Box<dyn FnMut(&Asked) -> Deed + Send>;

/// The proxy. It goes on until the test ends.
pub(crate) struct Proxy {
    pub(crate) address: SocketAddr,
    rule: Arc<Mutex<Rule>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Proxy {
    pub(crate) fn new(rule: impl FnMut(&Asked) -> Deed + Send + 'static) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").unwrap(), rule)
    }

    pub(crate) fn on(listener: TcpListener, rule: impl FnMut(&Asked) -> Deed + Send + 'static) -> Self {
        let address = listener.local_addr().unwrap();
        let rule: Arc<Mutex<Rule>> = Arc::new(Mutex::new(Box::new(rule)));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (rules, all) = (Arc::clone(&rule), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (rules, all) = (Arc::clone(&rules), Arc::clone(&all));
                // A client that goes away is a client's business.
                std::thread::spawn(move || drop(serve(stream.unwrap(), &rules, &all)));
            }
        });
        Self { address, rule, asked }
    }

    /// From now on another rule.
    pub(crate) fn now(&self, rule: impl FnMut(&Asked) -> Deed + Send + 'static) {
        *self.rule.lock().unwrap() = Box::new(rule);
    }

    /// What was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

/// Serves one request; the next comes on a connection of its own.
fn serve(mut client: TcpStream, rule: &Mutex<Rule>, all: &Mutex<Vec<Asked>>) -> std::io::Result<()> {
    let (head, body) = request(&mut client)?;
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap().to_owned(), words.next().unwrap().to_owned());
    let asked = {
        let mut all = all.lock().unwrap();
        let asked = Asked { method, path, nth: all.len() };
        all.push(asked.clone());
        asked
    };
    let deed = (rule.lock().unwrap())(&asked);
    match deed {
        Deed::Pass => client.write_all(&answer(&head, &body)?),
        Deed::Lose => answer(&head, &body).map(drop),
        Deed::CutAfter(0) => Ok(()),
        Deed::CutAfter(bytes) => {
            let answer = answer(&head, &body)?;
            client.write_all(&answer[..bytes.min(answer.len())])
        }
        Deed::Silence(long) => {
            std::thread::sleep(long);
            Ok(())
        }
        Deed::Say(status, "") => say(&mut client, status, ""),
        Deed::Say(status, code) => say(
            &mut client,
            status,
            &format!("<Error><Code>{code}</Code><AWSAccessKeyId>AKIATEST</AWSAccessKeyId></Error>"),
        ),
        Deed::Page(status) => say(&mut client, status, "<html><body>Welcome</body></html>"),
    }
}

fn say(client: &mut TcpStream, status: u16, body: &str) -> std::io::Result<()> {
    let length = body.len();
    write!(client, "HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}

fn request(client: &mut impl Read) -> std::io::Result<(String, Vec<u8>)> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        client.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap();
    let length =
        head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    client.read_exact(&mut body)?;
    Ok((head, body))
}

/// What the server answers, whole. It closes the connection after each.
fn answer(head: &str, body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut upstream = TcpStream::connect(server())?;
    upstream.write_all(head.replacen("\r\n", "\r\nConnection: close\r\n", 1).as_bytes())?;
    upstream.write_all(body)?;
    let mut answer = Vec::new();
    upstream.read_to_end(&mut answer)?;
    Ok(answer)
}
