//! Where the house stands, and how chores speak and run programs.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The repository and the folder of its built programs.
pub(crate) struct House {
    /// The repository's root.
    pub(crate) root: PathBuf,
    /// Where cargo puts the programs it builds.
    pub(crate) built: PathBuf,
}

impl House {
    /// The house this chore was started in.
    ///
    /// # Errors
    /// The words for a person when cargo did not start the chore.
    pub(crate) fn here() -> Result<Self, String> {
        let root = std::env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .and_then(|folder| folder.parent().map(Path::to_owned))
            .ok_or("Start the chores with `cargo xtask` in the repository: they need to know where it is.")?;
        let built = std::env::current_exe()
            .ok()
            .and_then(|program| program.parent().map(Path::to_owned))
            .ok_or("The folder of built programs cannot be found: start the chores with `cargo xtask`.")?;
        Ok(Self { root, built })
    }

    /// A file or folder of the repository.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// Whether the repository has this file or folder.
    pub(crate) fn has(&self, below: &str) -> bool {
        self.path(below).exists()
    }

    /// A program to be run at the root of the repository.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// Runs a program with everything it says shown.
    ///
    /// # Errors
    /// The words for a person when it cannot be started or ends with another code than 0.
    pub(crate) fn run(&self, line: &[&str]) -> Result<(), String> {
        let Some((program, words)) = line.split_first() else {
            return Err("There is nothing to run.".to_owned());
        };
        say(&format!("$ {}", line.join(" ")));
        let status = self
            .command(program)
            .args(words)
            .stdin(Stdio::null())
            .status()
            .map_err(|fault| format!("`{program}` could not be started: {fault}."))?;
        if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}.", line.join(" "))) }
    }
}

/// Says a line to the person at the terminal; a closed pipe is no reason to stop a chore.
pub(crate) fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{words}").and_then(|()| out.flush());
}
