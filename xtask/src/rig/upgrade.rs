//! An office is brought up to date while people work: a node of the version before goes on beside one of this version,
//! which opens on the same server and adds its tables; then the older one is told to stop. Nothing acknowledged by
//! either may be lost, and the older program must not open anew on newer tables.

use std::time::{Duration, Instant};

use super::chance::Chance;
use super::clients::Load;
use super::compare::{self, Depth, TODAY};
use super::history::History;
use super::kill::loaded;
use super::place::{Folder, Place};
use super::postgres::Server;
use super::running::Running;
use super::{Outcome, Wanted, bound};
use crate::house::say;

/// How many cases are worked on, each half by the people of one node.
const CASES: usize = 4;
/// So much both nodes acknowledge beside each other.
const LEAST: usize = 5;
/// So long that may take.
const PATIENCE: Duration = Duration::from_mins(2);
/// The steps that were applied to the tables, one a line.
const STEPS: &str = "TABLE schema_migration";

/// What came of the rounds so far.
#[derive(Default)]
struct Sum {
    rounds: u32,
    alone: usize,
    beside: usize,
    newer: usize,
    versions: (usize, usize),
    opened_anew: u32,
}

/// Runs the rig.
///
/// # Errors
/// Where something acknowledged is lost, the older node does not go on, or opens anew on newer tables.
pub(crate) fn run(wanted: &Wanted) -> Outcome {
    let began = Instant::now();
    let before = wanted.before.clone().ok_or("--before names the program of the version before")?;
    say(&format!("upgrade: {} rounds, seed {}", wanted.rounds, wanted.seed));
    let folder = Folder::new("upgrade", wanted)?;
    let server = Server::begin(&folder.path().join("pg"), &folder.path().join("socket"), &[])?;
    server.database("first", "template0")?;
    let data = folder.path().join("data");
    let newer = loaded(Place::new(wanted, folder.path(), data));
    let first = newer.of(&before).on(server.address("first"));
    first.begin(CASES)?;
    let cases: Vec<String> =
        (0..CASES).map(|nth| first.decided_case(nth, "2026-03-30")).collect::<Outcome<_>>()?;
    let newer = newer.on(server.address("office"));
    let older = newer.of(&before);
    let chance = Chance::of(wanted.seed);
    let mut sum = Sum::default();
    while sum.rounds < wanted.rounds {
        server.database("office", "first")?;
        sum.versions.0 = server.ask("office", STEPS)?.lines().count();
        one_round(wanted, (&older, &newer), &cases, &chance, &mut sum)?;
        sum.versions.1 = server.ask("office", STEPS)?.lines().count();
        opens_anew_if_it_may(&older, &mut sum)?;
        say(&format!("  {} after {} s", sum.told(), began.elapsed().as_secs()));
    }
    wanted.row(&[
        "upgrade".to_owned(),
        wanted.commit.clone(),
        wanted.seed.to_string(),
        format!("{} to {}", sum.versions.0, sum.versions.1),
        sum.rounds.to_string(),
        format!("{} and {}", sum.alone, sum.beside),
        sum.newer.to_string(),
        "0".to_owned(),
        bound(sum.rounds),
    ]);
    Ok(())
}

impl Sum {
    fn told(&self) -> String {
        format!(
            "{} rounds, tables from step {} to {}: {} acknowledged by the older node alone, {} beside the newer one, {} by the \
             newer one; 0 lost, 0 twice; the older program opened anew {} times",
            self.rounds,
            self.versions.0,
            self.versions.1,
            self.alone,
            self.beside,
            self.newer,
            self.opened_anew
        )
    }
}

/// The older node works, the newer one comes, both work, the older one is told to stop, the newer one goes on.
fn one_round(
    wanted: &Wanted,
    (older, newer): (&Place, &Place),
    cases: &[String],
    chance: &Chance,
    sum: &mut Sum,
) -> Outcome {
    drop(std::fs::remove_dir_all(older.inbound()));
    std::fs::create_dir_all(older.inbound()).map_err(|fault| fault.to_string())?;
    let history = History::new(&older.log("history"))?;
    let mut old = Running::start(older, TODAY, "older")?;
    let cookie = old.sign_in()?;
    let (old_cases, new_cases) = cases.split_at(CASES / 2);
    let inbound = older.inbound();
    let (first, second) = (sum.rounds * 2, sum.rounds * 2 + 1);
    let load = |address, cases, cycle| Load {
        address,
        cookie: &cookie,
        cases,
        inbound: &inbound,
        history: &history,
        cycle,
    };
    let mut played = Ok(());
    load(old.address, old_cases, first).until(|| {
        played = (|| {
            std::thread::sleep(chance.millis(100, 800));
            let new = Running::start(newer, TODAY, "newer")?;
            sum.alone += history.count_of(first);
            let alone = history.count_of(first);
            let mut ended = Ok(());
            load(new.address, new_cases, second).until(|| {
                let both = history.wait_for_each(&[(first, alone + LEAST), (second, LEAST)], PATIENCE);
                sum.beside += history.count_of(first) - alone;
                ended = if both { stop(&mut old) } else { Err("the two do not both go on".to_owned()) };
                std::thread::sleep(chance.millis(100, 800));
                new.signal("KILL");
            });
            sum.newer += history.count_of(second);
            ended
        })();
        old.signal("KILL");
    });
    sum.rounds += 1;
    played.map_err(|why| format!("round {} of seed {}: {why}", sum.rounds, wanted.seed))?;
    let found = compare::with_the_record(newer, cases, &history, Depth::Full);
    if found.is_good() {
        return Ok(());
    }
    let (seed, kept) = (wanted.seed, newer.keep(wanted.seed));
    Err(format!("round {} of seed {seed}: {}; {kept}", sum.rounds, found.told()))
}

/// Tells the node to stop, and waits until it has.
fn stop(node: &mut Running) -> Outcome {
    node.signal("TERM");
    let until = Instant::now() + PATIENCE;
    while !node.has_ended() {
        if Instant::now() > until {
            return Err("the older node does not stop".to_owned());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// On the tables it knows the older program opens again; on newer ones it says that they are.
fn opens_anew_if_it_may(older: &Place, sum: &mut Sum) -> Outcome {
    let same = sum.versions.0 == sum.versions.1;
    match (Running::start(older, TODAY, "older"), same) {
        (Ok(_), true) => {
            sum.opened_anew += 1;
            Ok(())
        }
        (Ok(_), false) => Err("the older program opened on newer tables".to_owned()),
        (Err(why), true) => Err(why),
        (Err(why), false) if why.contains(&format!("({})", sum.versions.1)) => Ok(()),
        (Err(why), false) => Err(format!("the older program does not say that the tables are newer: {why}")),
    }
}
