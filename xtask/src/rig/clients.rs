//! The load: people who send evidence with files, judge it, ask for more time and get or are refused it, and messages
//! that come in. Each act carries a mark of its own.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::history::History;
use super::running::{Answer, FORM, ask};

/// How many people work at once.
const PEOPLE: usize = 4;
/// How many messages come in together.
const TOGETHER: usize = 3;
/// No act waits longer than this for a message to be taken in.
const PATIENCE: Duration = Duration::from_secs(5);

/// The load on one running office.
pub(crate) struct Load<'a> {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// Who is signed in.
    pub(crate) cookie: &'a str,
    /// The cases that are worked on.
    pub(crate) cases: &'a [String],
    /// The folder for messages.
    pub(crate) inbound: &'a Path,
    /// What was told.
    pub(crate) history: &'a History,
    /// Which time this is, so that marks differ.
    pub(crate) cycle: u32,
}

impl Load<'_> {
    /// Works until what ends the office has been done, and until everybody has noticed.
    pub(crate) fn until(&self, end: impl FnOnce()) {
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for person in 0..PEOPLE {
                let over = &over;
                scope.spawn(move || self.work(person, over));
            }
            scope.spawn(|| self.write_in(&over));
            end();
            over.store(true, Ordering::SeqCst);
        });
    }

    fn work(&self, person: usize, over: &AtomicBool) {
        let Some(case) = self.cases.get(person % self.cases.len().max(1)) else { return };
        let number = person + 1;
        let (mut shown, mut nth) = (None, 0);
        while !over.load(Ordering::SeqCst) {
            let mark = |kind: &str| format!("{kind}-{}-{person}-{nth}.", self.cycle);
            let done = match nth % 4 {
                2 => self.judge(case, number, &mark("judged"), &mut shown),
                3 if person == 0 => self.more_time(case, nth, &mark("asked"), &mark("refused")),
                _ => self.send_evidence(case, number, &mark("evidence")),
            };
            if done.is_none() {
                return;
            }
            nth += 1;
        }
    }

    /// Sends a form that carries a mark. Nothing where the office was gone.
    fn act(&self, mark: &str, path: &str, sort: &str, body: &[u8]) -> Option<()> {
        self.history.sent(mark);
        let answer = ask(self.address, self.cookie, "POST", path, sort, body).ok()?;
        if answer.is_done() {
            self.history.acknowledged(mark);
        } else {
            self.history.refused(format!("{mark} {path}: {} {}", answer.status, wrong(&answer)));
        }
        Some(())
    }

    fn get(&self, path: &str) -> Option<Answer> {
        ask(self.address, self.cookie, "GET", path, "", &[]).ok()
    }

    fn send_evidence(&self, case: &str, number: usize, mark: &str) -> Option<()> {
        const EDGE: &str = "an-edge-between-parts";
        let mut body = String::new();
        let fields = [
            ("enter-numbers", number.to_string()),
            ("enter-received_on-day", "20".to_owned()),
            ("enter-received_on-month", "4".to_owned()),
            ("enter-received_on-year", "2026".to_owned()),
            ("enter-statement", mark.to_owned()),
        ];
        for (name, value) in fields {
            body.push_str(&format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str(&format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"enter-files\"; filename=\"proof.txt\"\r\n\
             Content-Type: text/plain\r\n\r\n{}\r\n--{EDGE}--\r\n",
            file_of(mark)
        ));
        let sort = format!("multipart/form-data; boundary={EDGE}");
        self.act(mark, &format!("/en/cases/{case}/evidence"), &sort, body.as_bytes())
    }

    fn judge(&self, case: &str, number: usize, mark: &str, shown: &mut Option<String>) -> Option<()> {
        let page = format!("/en/cases/{case}/evidence/{number}");
        if shown.is_none() {
            *shown = self.get(&page)?.field("item-1-evidence");
        }
        let Some(evidence) = shown else { return Some(()) };
        let form = format!("items=1&item-1-shown=not_shown&item-1-evidence={evidence}&item-1-comment={mark}");
        self.act(mark, &format!("{page}/items"), FORM, form.as_bytes())
    }

    /// Asks for a later date, or answers who asked.
    fn more_time(&self, case: &str, nth: usize, asked: &str, refused: &str) -> Option<()> {
        let page = format!("/en/cases/{case}/extensions/5");
        match self.get(&page)?.field("decide-extension") {
            Some(extension) => {
                let form = format!(
                    "decide-how=refuse&decide-reason={refused}&decide-extension={extension}&confirmed=yes"
                );
                self.act(refused, &format!("{page}/decide"), FORM, form.as_bytes())
            }
            None => {
                let day = nth % 28 + 1;
                let form = format!(
                    "request-asked_on-day=20&request-asked_on-month=4&request-asked_on-year=2026&\
                     request-until-day={day}&request-until-month=9&request-until-year=2026&request-reason={asked}"
                );
                self.act(asked, &format!("{page}/request"), FORM, form.as_bytes())
            }
        }
    }

    /// Puts messages into the folder. One is acknowledged when its file is gone: nobody but the office takes it away.
    fn write_in(&self, over: &AtomicBool) {
        let mut nth = 0;
        while !over.load(Ordering::SeqCst) {
            let mut waiting = Vec::new();
            for _ in 0..TOGETHER {
                let mark = format!("mail-{}-{nth}.", self.cycle);
                nth += 1;
                self.history.sent(&mark);
                if let Ok(seen) = write_one_in(self.inbound, &mark) {
                    waiting.push((mark, seen));
                }
            }
            let until = Instant::now() + PATIENCE;
            while !waiting.is_empty() && Instant::now() < until {
                waiting.retain(|(mark, file)| {
                    let there = file.exists();
                    if !there {
                        self.history.acknowledged(mark);
                    }
                    there
                });
                if over.load(Ordering::SeqCst) {
                    return;
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
    }
}

/// The file that is sent with a piece of evidence: the mark, as often as its letters say.
pub(crate) fn file_of(mark: &str) -> String {
    let often = 1 + mark.bytes().map(usize::from).sum::<usize>() % 400;
    mark.repeat(often)
}

/// Puts a message with a mark into a folder for mail, whole at once: its file.
pub(crate) fn write_one_in(inbound: &Path, mark: &str) -> std::io::Result<PathBuf> {
    let (hidden, seen) = (inbound.join(format!("{mark}tmp")), inbound.join(format!("{mark}eml")));
    fs::write(&hidden, message(mark)).and_then(|()| fs::rename(&hidden, &seen)).map(|()| seen)
}

fn message(mark: &str) -> String {
    format!(
        "From: Someone <someone@nobody.example>\r\nTo: caseinfo@ombudsman.example\r\nSubject: {mark}\r\n\
         Date: Mon, 20 Apr 2026 10:00:00 +0100\r\nMessage-ID: <{mark}rig@nobody.example>\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThis is what I have to say.\r\n"
    )
}

/// What a page says is wrong, in short.
fn wrong(answer: &Answer) -> String {
    let said = answer.html.split_once("error-summary").map_or("", |(_, after)| after);
    let words = said.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, words)| words.trim());
    let words: Vec<&str> = words.filter(|words| !words.is_empty()).take(4).collect();
    format!("{} {}", answer.header("location").unwrap_or_default(), words.join(" "))
}
