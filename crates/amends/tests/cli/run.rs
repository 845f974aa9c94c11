//! Runs the binary in a folder of its own.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// A folder in which commands are given, with nothing of the machine's own settings.
pub(crate) struct Place {
    folder: TempDir,
    day: Option<&'static str>,
}

/// What a command answered.
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Answer {
    /// The JSON on standard output.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    /// Fails the test unless the command did what was asked.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}\n{}", self.out, self.err);
        self
    }

    /// Fails the test unless the command was refused with this code, and said these words on standard error alone.
    #[track_caller]
    pub(crate) fn refused(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not in {:?}", self.err);
        }
        assert!(self.out.is_empty(), "{}", self.out);
    }
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), day: None }
    }

    /// A place where it is always this day.
    pub(crate) fn on(day: &'static str) -> Self {
        Self { day: Some(day), ..Self::new() }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path().join(name), bytes).unwrap();
    }

    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
        command.current_dir(self.path()).env_clear().env("AMENDS_ALLOW_SET_DAY", "1");
        if let Some(day) = self.day {
            command.args(["--today", day]);
        }
        command.args(words).stdin(Stdio::null());
        command
    }

    pub(crate) fn give(&self, words: &[&str]) -> Answer {
        self.command(words).output().unwrap().into()
    }

    /// With something on standard input.
    pub(crate) fn give_with(&self, words: &[&str], input: &[u8]) -> Answer {
        let mut command = self.command(words);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A command that needs no more of its input may close it early.
        drop(stdin.write_all(input));
        drop(stdin);
        child.wait_with_output().unwrap().into()
    }

    /// An office with a caseworker, a manager and two bodies, one of them merged into the other.
    pub(crate) fn office(day: &'static str) -> Self {
        let place = Self::on(day);
        let table = "slug,name_en,name_cy,kind,language,contact_name,contact_email,contact_language,merged_into\n\
                     ynys-council,Ynys Council,Cyngor Ynys,council,en,Nia Parry,nia@ynys.example,en,\n\
                     old-council,Old Council,Hen Gyngor,council,en,,,,ynys-council\n";
        place.write("bodies.csv", table);
        place.give(&["import", "from-csv", "bodies.csv"]).done();
        for (email, role) in [("sian@ombudsman.example", "caseworker"), ("rhys@ombudsman.example", "manager")]
        {
            let words = ["user", "add", email, "--name", "Somebody", "--role", role];
            place.give_with(&words, b"a password that is long enough\n").done();
        }
        place
    }

    /// As Siân, a caseworker.
    pub(crate) fn sian(&self, words: &[&str]) -> Answer {
        let mut all = words.to_vec();
        all.extend(["--as", "sian@ombudsman.example"]);
        self.give(&all)
    }

    /// Opens a case against Ynys Council, and gives its reference.
    pub(crate) fn open_case(&self) -> String {
        let words = ["case", "open", "--title", "Repairs", "--body", "ynys-council", "--complainant", "Mr K"];
        let mut words = words.to_vec();
        words.extend(["--email", "mr.k@example.org", "--complainant-lang", "cy", "--json"]);
        let answer = self.sian(&words).done().json();
        answer["reference"].as_str().unwrap().to_owned()
    }
}
