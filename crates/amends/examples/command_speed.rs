//! How many commands a second the office takes: evidence received, each answered once it is in the record on the disk.
//!
//! It makes an office of its own, lets many clients send evidence at once, each on cases of its own, and then audits the
//! record and compares the lists with it: `cargo run --release --example command_speed -- --clients 64 --seconds 10`.
//! With `--database postgres://…` the office is in that database, which must be empty; with `--nodes N` it has several
//! nodes there, which share the clients.

use std::{
    io::Write as _,
    ops::ControlFlow,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use amends::{
    clock::{Chance, Clock},
    config::Config,
    generate::{self, Load, Plan, Size},
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

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = Asked::of(&words)?;
    let folder = tempfile::Builder::new().prefix("command-speed-").tempdir()?;
    let config = asked.config(folder.path());
    make(&config, asked.recommendations)?;
    let nodes = (0..asked.nodes).map(|_| open(&config)).collect::<Result<Vec<_>>>()?;
    let office = nodes.first().context("at least one node is needed")?;
    let targets = targets(office)?;
    let file = office.keep_file("evidence.txt", b"What was done.")?;
    let took = together(&asked, &nodes, &targets, &file)?;
    let mut out = std::io::stdout();
    writeln!(out, "{}", line(took, asked.length))?;
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
    fn of(words: &[String]) -> Result<Self> {
        let given = |name: &str| {
            let place = words.iter().position(|word| word == name)?;
            words.get(place + 1).cloned()
        };
        let number = |name, otherwise: usize| given(name).map_or(Ok(otherwise), |text| text.parse());
        if words.iter().any(|word| word == "--help") {
            bail!(
                "command_speed [--clients 64] [--seconds 10] [--recommendations 6000] [--nodes 1]
                 [--database postgres://…] [--without-audit]"
            );
        }
        Ok(Self {
            clients: number("--clients", 64)?.max(1),
            nodes: number("--nodes", 1)?,
            length: Duration::from_secs(u64::try_from(number("--seconds", 10)?)?),
            recommendations: u64::try_from(number("--recommendations", 6_000)?)?,
            database: given("--database"),
            audit: !words.iter().any(|word| word == "--without-audit"),
        })
    }

    fn config(&self, folder: &std::path::Path) -> Config {
        let mut config = Config::default();
        folder.clone_into(&mut config.storage.data_dir);
        config.storage.database.clone_from(&self.database);
        config
    }
}

/// An office with so many recommendations that wait for evidence.
fn make(config: &Config, recommendations: u64) -> Result<()> {
    let today = Clock::of_the_machine()?.today();
    let office = Office::open(config.clone(), Clock::standing_at(today)?, Chance::seeded(42))?;
    let size = Size::of(recommendations);
    let plan = Plan { size, load: Load::Live { owed: 0 }, seed: 42, today, letters_months: 0 };
    generate::make(&office, &plan, &mut |_, _| ControlFlow::Continue(()))?;
    Ok(())
}

fn open(config: &Config) -> Result<Office> {
    Ok(Office::open(config.clone(), Clock::of_the_machine()?, Chance::of_the_machine())?)
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

/// The clients send evidence until the time is over; how long each sending took.
fn together(asked: &Asked, nodes: &[Office], targets: &[Wanted], file: &StoredFile) -> Result<Vec<Duration>> {
    ensure!(targets.len() >= asked.clients, "there are fewer cases than clients");
    let over = AtomicBool::new(false);
    let mut took = Vec::new();
    std::thread::scope(|scope| -> Result<()> {
        let clients: Vec<_> = (0..asked.clients)
            .map(|nth| {
                let own = targets.iter().copied().skip(nth).step_by(asked.clients);
                let (own, over): (Vec<_>, _) = (own.collect(), &over);
                let office = &nodes[nth % nodes.len()];
                scope.spawn(move || -> Result<Vec<Duration>> {
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
                })
            })
            .collect();
        std::thread::sleep(asked.length);
        over.store(true, Ordering::Relaxed);
        for client in clients {
            took.extend(client.join().map_err(|_| anyhow::anyhow!("a client broke off"))??);
        }
        Ok(())
    })?;
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

/// What was measured, in the form the bench reads.
fn line(mut took: Vec<Duration>, length: Duration) -> String {
    took.sort();
    let at = |part: usize| took.get(took.len() * part / 100).map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    let rate = f64::from(u32::try_from(took.len()).unwrap_or(u32::MAX)) / length.as_secs_f64();
    format!("{rate:.0} /s p50 {:.2} ms p99 {:.2} ms evidence received", at(50), at(99))
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
