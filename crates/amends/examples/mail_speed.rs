//! How fast messages are taken in: `cargo run --release -p amends --example mail_speed -- --clients 4 --seconds 10 --bytes
//! 135000`.
//!
//! Invents an office in a folder of its own, then has several take in messages at once through the door the folder of
//! messages uses. Each message has a PDF of its own; every second one answers a letter by its reply address and is filed
//! as evidence, the others belong nowhere and are held for a person. Whatever was taken in must be there afterwards.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::Write as _,
    ops::ControlFlow,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use amends::{
    clock::{Chance, Clock},
    config::Config,
    generate::{self, Load, Plan, Size},
    office::Office,
};
use amends_store::{
    error::StoreError,
    post::{self, MailState, PostState},
};
use anyhow::{Context as _, Result, bail};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = Asked::of(&words)?;
    let folder = tempfile::Builder::new().prefix("mail-speed").tempdir()?;
    let mut config = Config::default();
    folder.path().clone_into(&mut config.storage.data_dir);
    let letters = invent(&config)?;
    let office = Office::open(config, Clock::of_the_machine()?, Chance::of_the_machine())?;
    let found = take_in(&office, &asked, &letters)?;
    hold_against(&office, &found)?;
    found.tell()
}

/// How many take in how large messages for how long.
struct Asked {
    clients: u64,
    length: Duration,
    bytes: usize,
}

impl Asked {
    fn of(words: &[String]) -> Result<Self> {
        let given = |name: &str| {
            let place = words.iter().position(|word| word == name)?;
            words.get(place + 1)
        };
        let seconds = given("--seconds").map_or(Ok(5.0), |text| text.parse())?;
        Ok(Self {
            clients: given("--clients").map_or(Ok(4), |text| text.parse())?,
            length: Duration::from_secs_f64(seconds),
            bytes: given("--bytes").map_or(Ok(135_000), |text| text.parse())?,
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
    let today = Clock::of_the_machine()?.today();
    let office = Office::open(config.clone(), Clock::standing_at(today)?, Chance::seeded(42))?;
    let size = Size { bodies: 400, ..Size::of(LIVE) };
    let plan = Plan { size, load: Load::Live { owed: OWED }, seed: 42, today, letters_months: 0 };
    generate::make(&office, &plan, &mut |_, _| ControlFlow::Continue(()))?;
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

/// What was taken in, and how long each message took.
struct Found {
    took: Vec<Duration>,
    whole: Duration,
    states: BTreeMap<MailState, u64>,
}

fn take_in(office: &Office, asked: &Asked, letters: &[Sent]) -> Result<Found> {
    let over = AtomicBool::new(false);
    let began = Instant::now();
    let (mut took, mut states) = (Vec::new(), BTreeMap::new());
    std::thread::scope(|scope| -> Result<()> {
        let over = &over;
        let client = |nth| scope.spawn(move || take_in_until(office, asked, letters, nth, over));
        let clients: Vec<_> = (0..asked.clients).map(client).collect();
        std::thread::sleep(asked.length);
        over.store(true, Ordering::Relaxed);
        for client in clients {
            for (time, state) in client.join().map_err(|_| anyhow::anyhow!("a client broke off"))?? {
                took.push(time);
                *states.entry(state).or_default() += 1;
            }
        }
        Ok(())
    })?;
    took.sort_unstable();
    Ok(Found { took, whole: began.elapsed(), states })
}

fn take_in_until(
    office: &Office,
    asked: &Asked,
    letters: &[Sent],
    client: u64,
    over: &AtomicBool,
) -> Result<Vec<(Duration, MailState)>> {
    let address = &office.own_profile()?.mail_address;
    let file = File::of(asked.bytes);
    let mut taken = Vec::new();
    for nth in 0_u64.. {
        if over.load(Ordering::Relaxed) {
            break;
        }
        let serial = nth * asked.clients + client;
        let answers = nth.is_multiple_of(2).then_some(serial / 2);
        let answers = answers
            .and_then(|place| letters.iter().cycle().nth(usize::try_from(place).ok()? % letters.len()));
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
fn message(address: &str, serial: u64, answers: Option<&Sent>, file: &File) -> Result<String> {
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
fn hold_against(office: &Office, found: &Found) -> Result<()> {
    let kept = office.db().read(post::mail_counts)?;
    let kept: BTreeMap<_, _> = kept.into_iter().filter(|(_, count)| *count > 0).collect();
    if kept != found.states {
        bail!("taken in: {:?}; there: {kept:?}", found.states);
    }
    if !kept.contains_key(&MailState::Filed) || !kept.contains_key(&MailState::Held) {
        bail!("some should be filed and some held, and they are {kept:?}");
    }
    Ok(())
}

impl Found {
    fn tell(&self) -> Result<()> {
        let count = u32::try_from(self.took.len())?;
        let rate = f64::from(count) / self.whole.as_secs_f64();
        let at = |part: usize| {
            let place = (self.took.len() * part / 100).min(self.took.len().saturating_sub(1));
            self.took.get(place).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
        };
        let of = |state| self.states.get(&state).copied().unwrap_or(0);
        let (filed, held) = (of(MailState::Filed), of(MailState::Held));
        let mut out = std::io::stdout();
        writeln!(out, "{rate:.1} /s p50 {:.3} ms p99 {:.3} ms messages taken in", at(50), at(99))?;
        Ok(writeln!(out, "{filed} filed, {held} held")?)
    }
}
