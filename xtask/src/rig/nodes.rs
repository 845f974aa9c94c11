//! Three nodes over one PostgreSQL server, each with sweep and mailer. In each round nodes stand still for longer than
//! their lease, are killed and started again, or the server is broken off; often several at once. No letter may go
//! twice, no chase be made twice, nothing be recorded under a lease that was lost.

mod afterwards;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use super::chance::Chance;
use super::clients::write_one_in;
use super::place::{Folder, Place};
use super::postgres::Server;
use super::running::Running;
use super::sink::Sink;
use super::{Outcome, Wanted, bound, witness};
use crate::house::say;

/// How many nodes.
const NODES: usize = 3;
/// How many cases, each about a body of its own.
const CASES: usize = 18;
/// So many do where only some rounds are played.
const FEW: usize = 6;
/// On these days the cases are decided, in turn, so that chases are owed on many days.
const DECIDED: [&str; 6] =
    ["2026-03-30", "2026-03-31", "2026-04-01", "2026-04-02", "2026-04-07", "2026-04-08"];
/// The days that are played: on each of them some bodies are owed a chase.
const DAYS: [&str; 12] = [
    "2026-04-30",
    "2026-05-01",
    "2026-05-05",
    "2026-05-06",
    "2026-05-07",
    "2026-05-08",
    "2026-05-11",
    "2026-05-12",
    "2026-05-13",
    "2026-05-14",
    "2026-05-15",
    "2026-05-18",
];
/// So many rounds on each day: while what is owed is being made, and while it is taken up by another.
const ROUNDS_A_DAY: u32 = 4;
/// So many rounds are all the days of an office.
const A_WHOLE_OFFICE: u32 = 12 * ROUNDS_A_DAY;
/// So many messages come in with each round.
const MESSAGES: u32 = 2;

/// What came of all the rounds.
#[derive(Default)]
struct Sum {
    rounds: u32,
    stood_still: u32,
    killed: u32,
    broken_off: u32,
    chases: usize,
    accepted: usize,
    held: usize,
    late: usize,
    writes: usize,
    hands: usize,
    offices: u32,
    messages: usize,
    // Where the time goes: starting nodes, the server, and looking after an office has been played.
    spent_on_nodes: Duration,
    spent_on_server: Duration,
    spent_at_ends: Duration,
}

/// Runs the rig.
///
/// # Errors
/// Where something was done twice or late, or something still waits at the end.
pub(crate) fn run(wanted: &Wanted) -> Outcome {
    let began = Instant::now();
    say(&format!("nodes: {NODES} nodes, {} rounds, seed {}", wanted.rounds, wanted.seed));
    let folder = Folder::new("nodes", wanted)?;
    // A server that comes up again flushes every file it has, which takes longer than a round. Here no power goes.
    let memory = Folder::in_memory("nodes-server", wanted)?;
    let (data, socket) = (memory.path().join("pg"), folder.path().join("socket"));
    let mut server = Server::begin(&data, &socket, witness::SETTINGS)?;
    server.database("first", "template0")?;
    let first = place(wanted, &folder, &server, "first", None);
    let count = if wanted.rounds < A_WHOLE_OFFICE { FEW } else { CASES };
    first.begin(count)?;
    let cases = decided_cases(&first, count)?;
    witness::begin(&server, "first")?;
    say(&format!("  {count} cases are decided, after {} s", began.elapsed().as_secs()));
    let chance = Chance::of(wanted.seed);
    let mut sum = Sum::default();
    let started = Instant::now();
    while sum.rounds < wanted.rounds {
        server.database("office", "first")?;
        let sink = Sink::start()?;
        let place = place(wanted, &folder, &server, "office", Some(&sink));
        (0..NODES).for_each(|nth| drop(std::fs::remove_file(place.log(&format!("node-{nth}")))));
        let played = play(wanted, &place, &mut server, &chance, &mut sum)
            .and_then(|written| {
                let ending = Instant::now();
                afterwards::at_the_end(&place, &sink, &cases, written, &mut sum)?;
                sum.spent_at_ends += ending.elapsed();
                Ok(())
            })
            .and_then(|()| nothing_stale(&server, &mut sum));
        if let Err(why) = played {
            return Err(format!(
                "round {} of seed {}: {why}; {}",
                sum.rounds,
                wanted.seed,
                place.keep(wanted.seed)
            ));
        }
        say(&format!("  {}", sum.told(started.elapsed())));
    }
    say(&format!(
        "nodes: seed {}: {}; at 95 % fewer than {} of rounds do anything twice",
        wanted.seed,
        sum.told(started.elapsed()),
        bound(sum.rounds)
    ));
    wanted.row(&[
        NODES.to_string(),
        wanted.commit.clone(),
        wanted.seed.to_string(),
        format!("{} in {} s", sum.rounds, started.elapsed().as_secs()),
        sum.faults(),
        sum.accepted.to_string(),
        sum.chases.to_string(),
        sum.messages.to_string(),
        "0".to_owned(),
        format!("0 of {}, {} changes of hands", sum.writes, sum.hands),
        sum.late.to_string(),
        sum.held.to_string(),
        bound(sum.rounds),
    ]);
    if sum.chases == 0 || sum.writes == 0 {
        return Err("no chase was made: this rig tried nothing".to_owned());
    }
    Ok(())
}

impl Sum {
    fn faults(&self) -> String {
        format!(
            "{} stood still, {} killed, {} times the server broken off",
            self.stood_still, self.killed, self.broken_off
        )
    }

    fn told(&self, took: Duration) -> String {
        format!(
            "{} rounds in {} s, of which {} to start nodes, {} to break the server off, {} at the ends ({}), {} offices: \
             {} letters taken, {} chases on the record, 0 twice; {} messages taken in, 0 lost, 0 twice; {} writes of \
             leaders, {} changes of hands, 0 writes late; {} held for a person; {} times a node was told that its lease \
             was lost",
            self.rounds,
            took.as_secs(),
            self.spent_on_nodes.as_secs(),
            self.spent_on_server.as_secs(),
            self.spent_at_ends.as_secs(),
            self.faults(),
            self.offices,
            self.accepted,
            self.chases,
            self.messages,
            self.writes,
            self.hands,
            self.held,
            self.late
        )
    }
}

fn place(wanted: &Wanted, folder: &Folder, server: &Server, name: &str, sink: Option<&Sink>) -> Place {
    let place = Place::new(wanted, folder.path(), folder.path().join("data"))
        .on(server.address(name))
        .set("AMENDS__SERVER__ROUND_SECONDS", "1")
        .set("AMENDS__SERVER__LEASE_SECONDS", "1");
    let inbound = place.inbound().to_string_lossy().into_owned();
    match sink {
        Some(sink) => place
            .set("AMENDS__MAIL__SMTP", &format!("smtp://{}", sink.address))
            .set("AMENDS__MAIL__INBOUND_DIR", &inbound),
        None => place,
    }
}

/// The cases, two at a time.
fn decided_cases(place: &Place, count: usize) -> Outcome<Vec<String>> {
    let some = |from: usize| -> Outcome<Vec<String>> {
        let mine = (from..count).step_by(2);
        mine.map(|nth| place.decided_case(nth, DECIDED[nth % DECIDED.len()])).collect()
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| some(1));
        let mut cases = some(0)?;
        cases.extend(other.join().map_err(|_| "a case was not made")??);
        Ok(cases)
    })
}

/// Plays the days, with their faults: the marks of the messages that came in meanwhile.
fn play(
    wanted: &Wanted,
    place: &Place,
    server: &mut Server,
    chance: &Chance,
    sum: &mut Sum,
) -> Outcome<BTreeSet<String>> {
    let (inbound, mut written) = (place.inbound(), BTreeSet::new());
    let fault = |fault: std::io::Error| format!("{}: {fault}", inbound.display());
    drop(std::fs::remove_dir_all(&inbound));
    std::fs::create_dir_all(&inbound).map_err(fault)?;
    for day in DAYS {
        if sum.rounds >= wanted.rounds {
            break;
        }
        let starting = Instant::now();
        let mut nodes = start_all(place, day)?;
        sum.spent_on_nodes += starting.elapsed();
        for _ in 0..ROUNDS_A_DAY {
            for nth in 0..MESSAGES {
                let mark = format!("mail-{}-{nth}.", sum.rounds);
                write_one_in(&inbound, &mark).map_err(fault)?;
                written.insert(mark);
            }
            one_round(place, day, server, &mut nodes, chance, sum)?;
            sum.rounds += 1;
        }
    }
    Ok(written)
}

/// Starts a node. Each has a name of its own at the database, also one that takes another's place.
fn start(place: &Place, day: &str, nth: usize) -> Outcome<Running> {
    static STARTED: AtomicU32 = AtomicU32::new(0);
    let started = STARTED.fetch_add(1, Ordering::Relaxed);
    Running::start(&place.named(&format!("node-{nth}-{started}")), day, &format!("node-{nth}"))
}

fn start_all(place: &Place, day: &str) -> Outcome<Vec<Running>> {
    std::thread::scope(|scope| {
        let starting: Vec<_> = (0..NODES).map(|nth| scope.spawn(move || start(place, day, nth))).collect();
        starting.into_iter().map(|one| one.join().map_err(|_| "a node did not start")?).collect()
    })
}

/// One round: one node stands still beyond its lease, and while it does another may be killed and the server broken off.
fn one_round(
    place: &Place,
    day: &str,
    server: &mut Server,
    nodes: &mut [Running],
    chance: &Chance,
    sum: &mut Sum,
) -> Outcome {
    std::thread::sleep(chance.millis(0, 400));
    let still = usize::try_from(chance.below(NODES as u64)).unwrap_or_default();
    let killed = (still + 1) % NODES;
    let (stop, kill, break_off) = match chance.below(6) {
        0 | 1 => (true, false, false),
        2 => (false, true, false),
        3 => (false, false, true),
        4 => (true, true, false),
        _ => (true, true, true),
    };
    let began = Instant::now();
    if stop {
        nodes[still].signal("STOP");
        sum.stood_still += 1;
    }
    if kill {
        nodes[killed].signal("KILL");
        sum.killed += 1;
    }
    if break_off {
        std::thread::sleep(chance.millis(0, 200));
        let breaking = Instant::now();
        server.break_off("QUIT");
        server.start()?;
        sum.spent_on_server += breaking.elapsed();
        sum.broken_off += 1;
    }
    if kill {
        let starting = Instant::now();
        nodes[killed] = start(place, day, killed)?;
        sum.spent_on_nodes += starting.elapsed();
    }
    if stop {
        // Longer than the lease of a second.
        let still_for = Duration::from_millis(1_100 + chance.below(700));
        std::thread::sleep(still_for.saturating_sub(began.elapsed()));
        nodes[still].signal("CONT");
    }
    match nodes.iter_mut().position(Running::has_ended) {
        Some(ended) => Err(format!("the node {ended} ended by itself")),
        None => Ok(()),
    }
}

/// What the database saw: nobody wrote under a lease that another had taken.
fn nothing_stale(server: &Server, sum: &mut Sum) -> Outcome {
    let seen = witness::seen(server, "office")?;
    sum.writes += seen.writes;
    sum.hands += seen.hands;
    if seen.stale > 0 || seen.shared > 0 {
        return Err(format!("writes under a lease of another, or an epoch of two nodes: {seen:?}"));
    }
    Ok(())
}
