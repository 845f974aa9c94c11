//! A mail server of a rig's own. A message counts as taken the moment its last line is read, whatever becomes of the
//! answer: that is when its reader may have it.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::Outcome;

/// So long a message takes: a node can be stopped while it waits for the answer.
const SLOWNESS: Duration = Duration::from_millis(60);

/// The server.
pub(crate) struct Sink {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    taken: Arc<Mutex<BTreeMap<String, usize>>>,
}

impl Sink {
    /// Listens on a free port, for as long as the program runs.
    pub(crate) fn start() -> Outcome<Self> {
        let listener =
            TcpListener::bind(("127.0.0.1", 0)).map_err(|fault| format!("a mail server: {fault}"))?;
        let address = listener.local_addr().map_err(|fault| format!("a mail server: {fault}"))?;
        let taken = Arc::new(Mutex::new(BTreeMap::new()));
        let kept = Arc::clone(&taken);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = Arc::clone(&kept);
                // A connection that breaks off is the sender's affair.
                std::thread::spawn(move || drop(talk(&stream, &kept)));
            }
        });
        Ok(Self { address, taken })
    }

    /// How often each message was taken, by its Message-ID.
    pub(crate) fn taken(&self) -> BTreeMap<String, usize> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn talk(stream: &TcpStream, taken: &Mutex<BTreeMap<String, usize>>) -> std::io::Result<()> {
    let mut out = stream;
    let mut lines = BufReader::new(stream).lines();
    out.write_all(b"220 rig ESMTP\r\n")?;
    while let Some(line) = lines.next() {
        let line = line?;
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        match word.as_str() {
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                let mut id = String::new();
                for line in lines.by_ref() {
                    let line = line?;
                    if line == "." {
                        *taken
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .entry(id.clone())
                            .or_default() += 1;
                        break;
                    }
                    if let Some((_, value)) = line.split_once(": ").filter(|_| id.is_empty())
                        && line.to_lowercase().starts_with("message-id:")
                    {
                        value.trim().clone_into(&mut id);
                    }
                }
                std::thread::sleep(SLOWNESS);
                out.write_all(b"250 taken\r\n")?;
            }
            "QUIT" => return out.write_all(b"221 farewell\r\n"),
            "EHLO" => out.write_all(b"250-rig\r\n250 8BITMIME\r\n")?,
            _ => out.write_all(b"250 good\r\n")?,
        }
    }
    Ok(())
}
