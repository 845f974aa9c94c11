//! Another program holds the database: the page says so, reading goes on, and nothing is lost.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
};

use crate::running::{DAY, Place};

/// Another program that holds the database for writing until it is told to let go.
struct Holder(Child);

impl Holder {
    fn of(database: &Path) -> Self {
        let script = "import sqlite3, sys\n\
                      held = sqlite3.connect(sys.argv[1], isolation_level=None)\n\
                      held.execute('BEGIN IMMEDIATE')\n\
                      print('held', flush=True)\n\
                      sys.stdin.readline()\n";
        let mut command = Command::new("python3");
        command.args(["-c", script]).arg(database).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line, "held\n");
        Self(child)
    }

    fn let_go(mut self) {
        self.0.stdin.take().unwrap().write_all(b"\n").unwrap();
        assert!(self.0.wait().unwrap().success());
    }
}

#[test]
fn a_locked_database_is_told_of_loses_nothing_and_is_got_over() {
    let place = Place::new(None);
    let mut office = place.serve(DAY);
    office.sign_in();
    let known = office.known();
    assert!(office.open_case(&known, "Before").unwrap().opened().is_some());

    let holder = Holder::of(&place.database());
    let answer = office.open_case(&known, "While locked").unwrap();
    assert_eq!(answer.status, 503, "{}", place.log());
    for words in ["Another program", "was not saved", "send them again"] {
        assert!(answer.html.contains(words), "{words}: {}", answer.html);
    }
    assert_eq!(office.get("/en/cases").status, 200, "reading goes on");
    assert_eq!(office.get("/cy/cases").status, 200);
    holder.let_go();

    assert!(office.open_case(&known, "After").unwrap().opened().is_some());
    office.stop();
    let mut found = place.titles();
    found.sort();
    assert_eq!(found, ["After", "Before"]);
    place.is_whole();
}

#[test]
fn a_second_office_on_the_same_records_does_not_open() {
    let place = Place::new(None);
    let office = place.serve(DAY);
    let answer = place.ask(DAY, &["serve", "--listen", "127.0.0.1:0"]);
    let said = String::from_utf8(answer.stderr).unwrap();
    assert_eq!(answer.status.code(), Some(5), "{said}");
    assert!(said.contains("held by another process"), "{said}");
    assert_eq!(office.get("/healthz").status, 200);
    office.stop();
}
