//! How many commands a second the office takes: evidence received, each answered once it is in the record on the disk.
//!
//! It makes an office of its own, lets many clients send evidence at once, each on cases of its own, and then audits the
//! record and compares the lists with it: `cargo run --release --example command_speed -- --clients 64 --seconds 10`.
//! With `--database postgres://…` the office is in that database, which must be empty; with `--nodes N` it has several
//! nodes there, which share the clients.

mod measuring;

use std::{
    io::Write as _,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use amends::{
    generate::Size,
    office::{Ask, Office, StoredFile},
};
use amends_core::{
    actor::Actor,
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    evolve::fold,
    id::{BodyId, CaseId, EvidenceId, RecommendationNumber},
    index::index,
};
use amends_store::{
    ledger::{self, RebuildMode},
    lists::{self, View, WorkFilter},
};
use anyhow::{Context as _, Result, bail, ensure};
use measuring::Words;

fn main() -> Result<()> {
    let asked = Asked::of(&Words::said())?;
    let folder = tempfile::Builder::new().prefix("command-speed-").tempdir()?;
    let config = measuring::config(folder.path(), asked.database.clone());
    drop(measuring::invent(&config, Size::of(asked.recommendations), 0)?);
    let nodes = (0..asked.nodes).map(|_| measuring::open(&config)).collect::<Result<Vec<_>>>()?;
    let office = nodes.first().context("at least one node is needed")?;
    let targets = targets(office)?;
    let file = office.keep_file("evidence.txt", b"What was done.")?;
    ensure!(targets.len() >= asked.clients, "there are fewer cases than clients");
    let (took, whole) = measuring::side_by_side(asked.clients, asked.length, |nth, over| {
        let own: Vec<_> = targets.iter().copied().skip(nth).step_by(asked.clients).collect();
        send_until(&nodes[nth % nodes.len()], &own, &file, over)
    })?;
    let mut out = std::io::stdout();
    writeln!(out, "{}", measuring::line(took, whole, "evidence received"))?;
    out.flush()?;
    if asked.audit {
        writeln!(out, "{}", audit(office)?)?;
    }
    Ok(())
}

/// What is measured, and for how long.
struct Asked {
    clients: usize,
    nodes: usize,
    length: Duration,
    recommendations: u64,
    database: Option<String>,
    audit: bool,
}

impl Asked {
    fn of(words: &Words) -> Result<Self> {
        if words.have("--help") {
            bail!(
                "command_speed [--clients 64] [--seconds 10] [--recommendations 6000] [--nodes 1]
                 [--database postgres://…] [--without-audit]"
            );
        }
        Ok(Self {
            clients: words.number("--clients", 64)?.max(1),
            nodes: words.number("--nodes", 1)?,
            length: Duration::from_secs(words.number("--seconds", 10)?),
            recommendations: words.number("--recommendations", 6_000)?,
            database: words.after("--database"),
            audit: !words.have("--without-audit"),
        })
    }
}

/// A recommendation that waits for evidence.
#[derive(Clone, Copy)]
struct Wanted {
    case: CaseId,
    number: RecommendationNumber,
    body: BodyId,
}

/// One recommendation of each case, the cases in no order of theirs.
fn targets(office: &Office) -> Result<Vec<Wanted>> {
    let filter = WorkFilter::on(office.today());
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = office.db().read(|conn| lists::work(conn, View::All, &filter, after))?;
        let live = page.items.iter().map(|item| &item.row).filter(|row| !row.state.is_terminal());
        all.extend(live.map(|row| Wanted { case: row.case, number: row.number, body: row.body }));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    // The last bytes of an id are chance.
    all.sort_by_key(|one| (one.case.0.as_u128().reverse_bits(), one.number));
    all.dedup_by_key(|one| one.case);
    Ok(all)
}

/// A client sends evidence until the time is over; how long each sending took.
fn send_until(
    office: &Office,
    own: &[Wanted],
    file: &StoredFile,
    over: &AtomicBool,
) -> Result<Vec<Duration>> {
    let mut took = Vec::new();
    for wanted in own.iter().cycle() {
        if over.load(Ordering::Relaxed) {
            break;
        }
        let began = Instant::now();
        send(office, *wanted, file)?;
        took.push(began.elapsed());
    }
    Ok(took)
}

/// Evidence comes, as the page of a body takes it.
fn send(office: &Office, wanted: Wanted, file: &StoredFile) -> Result<()> {
    let mut sealer = office.sealer();
    let name = sealer.words(&file.name)?;
    let submission = Submission {
        evidence: EvidenceId(office.fresh_id()?),
        body: wanted.body,
        targets: vec![Target { number: wanted.number, items: Vec::new() }],
        via: Via::Portal,
        received_on: office.today(),
        dated_on: None,
        done_on: None,
        statement: sealer.optional("Please find our evidence.")?,
        files: vec![FileRef {
            digest: file.digest,
            name,
            media_type: file.media_type.clone(),
            size: file.size,
        }],
        paid: None,
        language: None,
    };
    let actor = Actor::LinkOfficer { body: wanted.body, link: None };
    let command = Command::ReceiveEvidence(Box::new(submission));
    office.act(&Ask::new(&actor, wanted.case), &[command], &sealer.into_kept())?;
    Ok(())
}

/// Chain, tree and every text verified; every case folded anew and held against its rows; every number counted anew.
fn audit(office: &Office) -> Result<String> {
    let report = office.db().read(|conn| ledger::verify(conn, None, None, &mut |_| {}))?;
    ensure!(report.is_whole(), "the record is broken: {:?}", report.breaks);
    let fresh = |events: &[amends_core::event::Event]| {
        let case = fold(events).ok_or("no case")?;
        let profile = office.profile_of(&case).map_err(|error| error.to_string())?;
        Ok(index(&case, profile, office.calendar()))
    };
    let rows = ledger::rebuild(office.db(), RebuildMode::Check, &fresh)?;
    ensure!(rows.differences.is_empty(), "rows differ from the record: {:?}", rows.differences);
    ensure!(ledger::recount(office.db(), RebuildMode::Check)?, "the numbers are not what counting gives");
    Ok(format!("the record of {} entries and the rows of {} cases hold", rows.events, rows.cases))
}
