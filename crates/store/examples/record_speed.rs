//! How many decisions a second are recorded, with nothing before it: evidence received and the letter about it, as an office
//! hands them over, by many clients at once, each on cases of its own:
//! `cargo run --release -p amends-store --example record_speed -- FOLDER|postgres://… [--clients 64] [--seconds 5] [--cases 2000]`.
//!
//! Writes a line `RATE /s p50 MS ms p99 MS ms decisions recorded`, on a file with how much was written for each, and then
//! audits the record.

use std::{
    io::Write as _,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use amends_core::{
    actor::Actor,
    case::{Compliance, Route, Stage},
    event::Event,
    evidence::{FileRef, Submission, Target, Via},
    id::{
        BodyId, CaseId, CaseReference, EvidenceId, LinkId, ParticularId, PostId, RecommendationNumber,
        StaffId,
    },
    index::{CaseRow, KeepingRow, RecommendationRow, Rows},
    recommendation::{Kind, Scope, State},
    text::{Digest, Language, Salt},
};
use amends_store::{
    Db, Options, Place,
    ledger::{Commit, Letters, RebuildMode, recount, verify},
    particulars::NewParticular,
    people::{Audience, NewLink},
    post::{Channel, MadeFrom, NewPost, ReplyTo},
    search::EvidenceChange,
};
use anyhow::{Context as _, Result, ensure};
use jiff::{Timestamp, civil::date};
use uuid::Uuid;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let at = words.first().context("name a folder, or a database on a server")?;
    let number = |name: &str, otherwise: u64| {
        let place = words.iter().position(|word| word == name);
        place.and_then(|place| words.get(place + 1)).map_or(Ok(otherwise), |text| text.parse())
    };
    let (clients, cases) = (number("--clients", 64)?, number("--cases", 2_000)?);
    let length = Duration::from_secs(number("--seconds", 5)?);
    let place = match at.starts_with("postgres://") {
        true => Place::parse(at)?,
        false => {
            std::fs::create_dir_all(at)?;
            Place::File(Path::new(at).join("record.sqlite"))
        }
    };
    let db = Db::at(&place, &Options { node: Uuid::from_u128(1), ..Options::default() }, now()?)?;
    open_cases(&db, cases)?;
    let before = written();
    let took = together(&db, clients, cases, length)?;
    let bytes = (written() - before) / took.len().max(1) as u64;
    let mut out = std::io::stdout();
    writeln!(out, "{}", line(took, length))?;
    writeln!(out, "{bytes} bytes were written for each")?;
    out.flush()?;
    let report = db.read(|conn| verify(conn, None, None, &mut |_| {}))?;
    ensure!(report.is_whole(), "the record is broken: {:?}", report.breaks);
    ensure!(recount(&db, RebuildMode::Check)?, "the numbers are not what counting gives");
    Ok(writeln!(out, "the record of {} entries holds", report.entries)?)
}

fn now() -> Result<Timestamp> {
    Ok("2026-11-27T09:00:00Z".parse()?)
}

/// How many bytes this process has written to disks, where the machine tells.
fn written() -> u64 {
    let told = std::fs::read_to_string("/proc/self/io").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("wchar: "));
    line.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
}

fn case(n: u64) -> CaseId {
    // In no order of theirs, as those of an office that are worked on.
    CaseId(Uuid::from_u128(u128::from(n.wrapping_mul(0x9E37_79B9_7F4A_7C15)) << 64 | u128::from(n)))
}

fn body(n: u64) -> BodyId {
    BodyId(Uuid::from_u128(0xB0_0000 + u128::from(n % 150)))
}

fn rows(n: u64, received: bool) -> Rows {
    let recommendation = |number: u16| {
        let now = received && number == 1;
        RecommendationRow {
            case: case(n),
            number: RecommendationNumber(number),
            body: body(n),
            kind: Kind::Apology,
            scope: Scope::Personal,
            state: if now { State::EvidenceReceived } else { State::Due },
            awaits_body: !now,
            evidence_due_on: Some(date(2026, 12, 1)),
            original_due_on: Some(date(2026, 12, 1)),
            extension_open: false,
            extended: false,
            last_evidence_on: now.then(|| date(2026, 11, 27)),
            days_late: None,
            ended_on: None,
            last_chase_step: None,
            undelivered: false,
            themes: Vec::new(),
            taken_over_from: None,
        }
    };
    let case = CaseRow {
        case: case(n),
        reference: CaseReference(format!("26-{n:06}")),
        profile: "psow".to_owned(),
        route: Route::Investigation,
        stage: Stage::FinalIssued,
        compliance: Compliance::Monitoring,
        handler: StaffId(Uuid::from_u128(0xCA + u128::from(n % 24))),
        bodies: vec![body(n)],
        received_on: date(2026, 1, 12),
        decided_on: Some(date(2026, 10, 1)),
        closed_on: None,
        look_again_on: Some(date(2026, 12, 2)),
    };
    let keeping = KeepingRow { dispose_on: Some(date(2027, 10, 1)), ..KeepingRow::default() };
    Rows { case, recommendations: (1..=3).map(recommendation).collect(), handling: Vec::new(), keeping }
}

fn open_cases(db: &Db, cases: u64) -> Result<()> {
    let all: Vec<u64> = (0..cases).collect();
    for some in all.chunks(200) {
        let commit = |n: &u64| -> Result<Commit> {
            let events = vec![Event::ChasesResumed; 20];
            Ok(Commit::new(Actor::System, now()?, date(2026, 11, 1), 0, events, rows(*n, false)))
        };
        db.record(some.iter().map(commit).collect::<Result<_>>()?)?;
    }
    Ok(())
}

/// Chance enough to tell things apart.
struct Ids(u64);

impl Ids {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 ^ (self.0 >> 29)
    }

    /// Ids grow with time, as those of an office.
    fn id(&mut self, began: Instant) -> Uuid {
        let time = u128::from(u64::try_from(began.elapsed().as_millis()).unwrap_or_default());
        let chance = u128::from(self.next()) << 16 | u128::from(self.next() & 0xFFFF);
        Uuid::from_u128(time << 80 | chance)
    }

    fn digest(&mut self) -> Digest {
        Digest::of(&self.next().to_le_bytes())
    }
}

/// The letters a decision owes.
fn letters(n: u64, at: Timestamp, ids: &mut Ids, began: Instant) -> Letters {
    let post = PostId(ids.id(began));
    let token = ids.next().to_string();
    Letters {
        posts: vec![NewPost {
            post,
            owed: vec![(case(n), format!("receipt/{}", post.0))],
            channel: Channel::Email,
            address: "complaints@ynys.example".to_owned(),
            language: Language::En,
            thread: token.clone(),
            subject: "We have your evidence".to_owned(),
            text: "What you sent has come. ".repeat(60),
            html: Some("<p>What you sent has come.</p>".repeat(100)),
            next_at: at,
        }],
        links: vec![NewLink {
            id: LinkId(ids.id(began)),
            token: ids.digest(),
            case: case(n),
            audience: Audience::Complainant(amends_core::id::PersonId(ids.id(began))),
            numbers: Vec::new(),
            sent_to: "complaints@ynys.example".to_owned(),
            made_at: at,
            ends_at: at,
        }],
        replies: vec![(token, ReplyTo { case: case(n), body: Some(body(n)), numbers: Vec::new() })],
        held: Vec::new(),
        made: vec![(
            post,
            MadeFrom {
                version: Digest::of(b"template"),
                template: "template".to_owned(),
                data: "{\"of\":\"what it was made\"}".repeat(60),
            },
        )],
    }
}

fn decision(n: u64, seq: u32, ids: &mut Ids, began: Instant) -> Result<Commit> {
    let at = now()?;
    let mut kept = Vec::new();
    let mut words = |ids: &mut Ids, text: &str| {
        let (words, new) = NewParticular::seal(ParticularId(ids.id(began)), Salt(ids.digest().0), text);
        kept.push(new);
        words
    };
    let submission = Submission {
        evidence: EvidenceId(ids.id(began)),
        body: body(n),
        targets: vec![Target { number: RecommendationNumber(1), items: Vec::new() }],
        via: Via::Portal,
        received_on: date(2026, 11, 27),
        dated_on: None,
        done_on: None,
        statement: Some(words(ids, "Please find our evidence.")),
        files: vec![FileRef {
            digest: Digest::of(b"file"),
            name: words(ids, "evidence.txt"),
            media_type: "text/plain".to_owned(),
            size: 14,
        }],
        paid: None,
        language: None,
    };
    let events = vec![
        Event::EvidenceReceived { submission: Box::new(submission), warnings: Vec::new() },
        Event::ChasesResumed,
    ];
    let letters = letters(n, at, ids, began);
    let actor = Actor::LinkOfficer { body: body(n), link: None };
    Ok(Commit::new(actor, at, date(2026, 11, 27), seq, events, rows(n, true))
        .particulars(kept)
        .letters(letters)
        .evidence(EvidenceChange::default()))
}

fn together(db: &Db, clients: u64, cases: u64, length: Duration) -> Result<Vec<Duration>> {
    let over = AtomicBool::new(false);
    let began = Instant::now();
    let mut took = Vec::new();
    std::thread::scope(|scope| -> Result<()> {
        let all: Vec<_> = (0..clients)
            .map(|client| {
                let over = &over;
                scope.spawn(move || -> Result<Vec<Duration>> {
                    let mut ids = Ids(client + 1);
                    let own: Vec<u64> = (client..cases).step_by(usize::try_from(clients)?).collect();
                    let mut took = Vec::new();
                    for round in 0.. {
                        for n in &own {
                            if over.load(Ordering::Relaxed) {
                                return Ok(took);
                            }
                            let sent = Instant::now();
                            db.record(vec![decision(*n, 20 + 2 * round, &mut ids, began)?])?;
                            took.push(sent.elapsed());
                        }
                    }
                    Ok(took)
                })
            })
            .collect();
        std::thread::sleep(length);
        over.store(true, Ordering::Relaxed);
        for one in all {
            took.extend(one.join().map_err(|_| anyhow::anyhow!("a client broke off"))??);
        }
        Ok(())
    })?;
    Ok(took)
}

fn line(mut took: Vec<Duration>, length: Duration) -> String {
    took.sort();
    let at = |part: usize| took.get(took.len() * part / 100).map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    let rate = f64::from(u32::try_from(took.len()).unwrap_or(u32::MAX)) / length.as_secs_f64();
    format!("{rate:.0} /s p50 {:.2} ms p99 {:.2} ms decisions recorded", at(50), at(99))
}
