//! A mail server: Postfix's own `smtp-sink`, which takes mail, puts it off or breaks off, as it is told.

use std::{
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use crate::running::wait_for;

/// Where Debian puts it; it need not be on the path.
const PLACES: [&str; 3] = ["/usr/sbin/smtp-sink", "/usr/local/sbin/smtp-sink", "smtp-sink"];

/// A running server; dropped, it ends.
pub(crate) struct Sink {
    child: Child,
    folder: PathBuf,
}

impl Drop for Sink {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Sink {
    /// Takes mail on a port of this computer, and keeps each message in a file of the folder.
    #[track_caller]
    pub(crate) fn start(port: u16, folder: &Path, more: &[&str]) -> Self {
        let folder = folder.join("taken");
        std::fs::create_dir_all(&folder).unwrap();
        let start = |program: &&str| {
            let mut command = Command::new(program);
            // It will not run as root unless it is told as whom; the files are the test's own.
            if is_root() {
                command.args(["-u", "root"]);
            }
            command.current_dir(&folder).args(more).args(["-d", "%Y%m%d%H%M%S."]);
            command.args([&format!("127.0.0.1:{port}"), "100"]);
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
        };
        let child = PLACES.iter().find_map(start);
        let child = child.unwrap_or_else(|| panic!("smtp-sink is missing: apt-get install postfix"));
        let sink = Self { child, folder };
        wait_for("the mail server opens", || TcpStream::connect(("127.0.0.1", port)).ok());
        sink
    }

    /// The messages it took, by their Message-ID.
    pub(crate) fn taken(&self) -> Vec<String> {
        taken(&self.folder)
    }
}

fn is_root() -> bool {
    let said = Command::new("id").arg("-u").output().unwrap();
    said.stdout == b"0\n"
}

/// The messages in a folder, by their Message-ID.
fn taken(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter_map(|path| message_id(&String::from_utf8_lossy(&std::fs::read(path).unwrap()))).collect()
}

/// The Message-ID of a whole message; the server writes its files as the message comes in.
fn message_id(text: &str) -> Option<String> {
    let line = text.lines().find(|line| line.to_lowercase().starts_with("message-id:"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
