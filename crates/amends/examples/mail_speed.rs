//! How fast messages are taken in: `cargo run --release -p amends --example mail_speed -- --clients 4 --seconds 10 --bytes
//! 135000`.
//!
//! Invents an office in a folder of its own, or with `--database postgres://…` in that database, which must be empty; then has
//! several take in messages at once through the door the folder of
//! messages uses. Each message has a PDF of its own; every second one answers a letter by its reply address and is filed
//! as evidence, the others belong nowhere and are held for a person. Whatever was taken in must be there afterwards.

mod measuring;

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::Write as _,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use amends::{config::Config, generate::Size, office::Office};
use amends_store::{
    error::StoreError,
    post::{self, MailState, PostState},
};
use anyhow::{Context as _, Result, bail};
use measuring::Words;

fn main() -> Result<()> {
    let asked = Asked::of(&Words::said())?;
    let folder = tempfile::Builder::new().prefix("mail-speed").tempdir()?;
    let config = measuring::config(folder.path(), asked.database.clone());
    let letters = invent(&config)?;
    let office = measuring::open(&config)?;
    let (found, whole) = measuring::side_by_side(asked.clients, asked.length, |client, over| {
        take_in_until(&office, &asked, &letters, client, over)
    })?;
    let mut states = BTreeMap::new();
    for (_, state) in &found {
        *states.entry(*state).or_default() += 1;
    }
    hold_against(&office, &states)?;
    let took = found.into_iter().map(|(time, _)| time).collect();
    tell(measuring::line(took, whole, "messages taken in"), &states)
}

/// How many take in how large messages for how long.
struct Asked {
    clients: usize,
    length: Duration,
    bytes: usize,
    database: Option<String>,
}

impl Asked {
    fn of(words: &Words) -> Result<Self> {
        if words.have("--help") {
            bail!("mail_speed [--clients 4] [--seconds 5] [--bytes 135000] [--database postgres://…]");
        }
        Ok(Self {
            clients: words.number("--clients", 4)?,
            length: Duration::from_secs_f64(words.number("--seconds", 5.0)?),
            bytes: words.number("--bytes", 135_000)?,
            database: words.after("--database"),
        })
    }
}

/// A letter that was sent to a body: from where an answer comes, and to which address.
struct Sent {
    from: String,
    token: String,
}

/// So many recommendations are live in the office, and so many are owed a chase, which is a letter to answer.
const LIVE: u64 = 1200;
const OWED: u64 = 400;

/// An office with letters, each about one case, so that an answer can be filed by its address.
fn invent(config: &Config) -> Result<Vec<Sent>> {
    let size = Size { bodies: 400, ..Size::of(LIVE) };
    let office = measuring::invent(config, size, OWED)?;
    office.pay_chases()?;
    let letters = office.db().read(|conn| {
        let mut letters = Vec::new();
        for letter in post::post_in(conn, PostState::Queued, 1000)? {
            if post::reply_to(conn, &letter.thread)?.len() == 1 {
                letters.push(Sent { from: letter.address, token: letter.thread });
            }
        }
        Ok::<_, StoreError>(letters)
    })?;
    if letters.is_empty() {
        bail!("the office wrote no letter that can be answered");
    }
    Ok(letters)
}

/// Takes in messages until the time is over: how long each took, and what became of it.
fn take_in_until(
    office: &Office,
    asked: &Asked,
    letters: &[Sent],
    client: usize,
    over: &AtomicBool,
) -> Result<Vec<(Duration, MailState)>> {
    let address = &office.own_profile()?.mail_address;
    let file = File::of(asked.bytes);
    let mut taken = Vec::new();
    for nth in 0_usize.. {
        if over.load(Ordering::Relaxed) {
            break;
        }
        let serial = nth * asked.clients + client;
        let letter = || letters.get(serial / 2 % letters.len());
        let answers = nth.is_multiple_of(2).then(letter).flatten();
        let raw = message(address, serial, answers, &file)?;
        let began = Instant::now();
        let one = office.take_in(raw.as_bytes())?;
        taken.push((began.elapsed(), one.state));
    }
    Ok(taken)
}

/// So many letters stand in a line of an encoded file.
const LINE: usize = 76;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// An encoded PDF without its first lines, which differ from message to message.
struct File(String);

impl File {
    /// One that makes a message of about so many bytes.
    fn of(bytes: usize) -> Self {
        let mut dice = 42_u64;
        let mut text = String::with_capacity(bytes);
        while text.len() + LINE + 1500 < bytes {
            for _ in 0..LINE {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let letter = usize::try_from(dice >> 58).ok().and_then(|place| ALPHABET.get(place));
                text.push(char::from(*letter.unwrap_or(&b'A')));
            }
            text.push_str("\r\n");
        }
        Self(text)
    }
}

/// A message as mail programs write them, unlike every other.
fn message(address: &str, serial: usize, answers: Option<&Sent>, file: &File) -> Result<String> {
    let (local, domain) = address.rsplit_once('@').context("the office has no address")?;
    let (from, to, subject) = match answers {
        Some(sent) => (sent.from.clone(), format!("{local}+{}@{domain}", sent.token), "Re: your letter"),
        None => (format!("writer-{serial}@elsewhere.example"), address.to_owned(), "A question"),
    };
    let mut text = String::with_capacity(file.0.len() + 2000);
    write!(
        text,
        "Return-Path: <{from}>\r\nReceived: from mx.elsewhere.example by mx.{domain}; Wed, 2 Dec 2026 10:14:05 +0000\r\n\
         From: Somebody <{from}>\r\nTo: <{to}>\r\nSubject: {subject}\r\nDate: Wed, 2 Dec 2026 10:14:00 +0000\r\n\
         Message-ID: <{serial}@elsewhere.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"mixed-1\"\r\n\r\n--mixed-1\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n\
         Dear Sian\r\n\r\nPlease find attached the minute of the meeting at which this was agreed, and the letter that \
         was sent.\r\n\r\nRegards\r\nNia\r\n\r\n-- \r\nNia Hughes\r\nComplaints Manager\r\n\r\n\
         On Fri, 6 Nov 2026 at 09:00, the office wrote:\r\n> Please send us:\r\n> - The minute that approved it\r\n\r\n\
         --mixed-1\r\nContent-Type: application/pdf; name=\"minute-{serial}.pdf\"\r\n\
         Content-Disposition: attachment; filename=\"minute-{serial}.pdf\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK{serial:064}\r\n{}--mixed-1--\r\n",
        file.0
    )?;
    Ok(text)
}

/// What was said to be safe must be there, and half of it on its case.
fn hold_against(office: &Office, taken: &BTreeMap<MailState, u64>) -> Result<()> {
    let kept = office.db().read(post::mail_counts)?;
    let kept: BTreeMap<_, _> = kept.into_iter().filter(|(_, count)| *count > 0).collect();
    if kept != *taken {
        bail!("taken in: {taken:?}; there: {kept:?}");
    }
    if !kept.contains_key(&MailState::Filed) || !kept.contains_key(&MailState::Held) {
        bail!("some should be filed and some held, and they are {kept:?}");
    }
    Ok(())
}

fn tell(line: String, states: &BTreeMap<MailState, u64>) -> Result<()> {
    let of = |state| states.get(&state).copied().unwrap_or(0);
    let (filed, held) = (of(MailState::Filed), of(MailState::Held));
    let mut out = std::io::stdout();
    writeln!(out, "{line}")?;
    Ok(writeln!(out, "{filed} filed, {held} held")?)
}
