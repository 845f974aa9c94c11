//! The office under load is killed at any moment and started again: nothing acknowledged may be lost.

use std::time::Instant;

use super::chance::Chance;
use super::clients::Load;
use super::compare::{self, Depth, TODAY};
use super::history::History;
use super::place::{Folder, Place};
use super::postgres::{Server, run as command};
use super::running::Running;
use super::{Engine, Outcome, Wanted, bound};
use crate::house::say;

/// After so many kills it goes on with a fresh office: what is compared each time stays small.
const FRESH: u32 = 20;
/// How many cases are worked on: each person has one of their own.
const CASES: usize = 4;

/// The offices of a rig: one to begin with, and copies of it.
struct Offices<'a> {
    wanted: &'a Wanted,
    folder: &'a Folder,
    server: Option<Server>,
    cases: Vec<String>,
}

/// What came of the kills so far.
#[derive(Default)]
struct Sum {
    kills: u32,
    at_work: u32,
    acknowledged: usize,
    unanswered: usize,
    refused: usize,
    first_refused: Option<String>,
}

/// Runs the rig.
///
/// # Errors
/// Where something acknowledged is lost, or the record is not whole.
pub(crate) fn run(wanted: &Wanted) -> Outcome {
    let began = Instant::now();
    let folder = Folder::new("kill", wanted)?;
    let engine = wanted.engine.name();
    say(&format!("kill: {engine}, {} kills, seed {}", wanted.rounds, wanted.seed));
    let chance = Chance::of(wanted.seed);
    let offices = Offices::begin(wanted, &folder)?;
    let mut sum = Sum::default();
    while sum.kills < wanted.rounds {
        offices.some_kills(&chance, &mut sum)?;
        say(&format!("  {} after {} s", sum.told(), began.elapsed().as_secs()));
    }
    let took = began.elapsed().as_secs();
    say(&format!(
        "kill: {engine}, seed {}: {}; record whole; at 95 % fewer than {} of kills lose anything; {took} s",
        wanted.seed,
        sum.told(),
        bound(sum.kills)
    ));
    wanted.row(&[
        "kill".to_owned(),
        engine.to_owned(),
        wanted.commit.clone(),
        wanted.seed.to_string(),
        format!("{} kills", sum.kills),
        sum.acknowledged.to_string(),
        "0".to_owned(),
        bound(sum.kills),
    ]);
    if sum.acknowledged == 0 { Err("nothing was acknowledged".to_owned()) } else { Ok(()) }
}

impl Sum {
    fn told(&self) -> String {
        let first =
            self.first_refused.as_ref().map_or_else(String::new, |first| format!(", the first {first}"));
        format!(
            "{} kills, {} of them after something was acknowledged since the start; {} acknowledged, 0 lost, 0 twice; \
             {} sent without an answer, {} answered and not done{first}",
            self.kills, self.at_work, self.acknowledged, self.unanswered, self.refused
        )
    }
}

impl<'a> Offices<'a> {
    fn begin(wanted: &'a Wanted, folder: &'a Folder) -> Outcome<Self> {
        let server = match wanted.engine {
            Engine::Sqlite => None,
            Engine::Postgres => {
                let server = Server::begin(&folder.path().join("pg"), &folder.path().join("socket"), &[])?;
                server.database("first", "template0")?;
                Some(server)
            }
        };
        let mut offices = Self { wanted, folder, server, cases: Vec::new() };
        let place = offices.place("first");
        place.begin(CASES)?;
        offices.cases =
            (0..CASES).map(|nth| place.decided_case(nth, "2026-03-30")).collect::<Outcome<_>>()?;
        Ok(offices)
    }

    /// Kills a fresh office so often, and looks after each.
    fn some_kills(&self, chance: &Chance, sum: &mut Sum) -> Outcome {
        let (place, history) = self.fresh(sum.kills)?;
        let until = self.wanted.rounds.min(sum.kills + FRESH);
        let mut cookie = None;
        while sum.kills < until {
            let before = history.count();
            let office = Running::start(&place, TODAY, "serve")?;
            let cookie = match &cookie {
                Some(cookie) => cookie,
                None => cookie.insert(office.sign_in()?),
            };
            let load = Load {
                address: office.address,
                cookie,
                cases: &self.cases,
                inbound: &place.inbound(),
                history: &history,
                cycle: sum.kills,
            };
            load.until(|| {
                std::thread::sleep(chance.millis(5, 2_000));
                office.signal("KILL");
            });
            drop(office);
            sum.kills += 1;
            sum.at_work += u32::from(history.count() > before);
            let depth = Depth::after(sum.kills, sum.kills == until);
            let found = compare::with_the_record(&place, &self.cases, &history, depth);
            if !found.is_good() {
                let (seed, kept) = (self.wanted.seed, place.keep(self.wanted.seed));
                return Err(format!("kill {} of seed {seed}: {}; {kept}", sum.kills, found.told()));
            }
        }
        let (not_done, first) = history.all_refused();
        sum.acknowledged += history.count();
        sum.unanswered += history.all_sent().len() - history.count() - not_done;
        sum.refused += not_done;
        sum.first_refused = sum.first_refused.take().or(first);
        Ok(())
    }

    fn place(&self, name: &str) -> Place {
        let outside = self.folder.path();
        let place = loaded(Place::new(self.wanted, outside, outside.join(name)));
        match &self.server {
            Some(server) => place.on(server.address(name)),
            None => place,
        }
    }

    /// A copy of the first office, which nothing has been done to.
    fn fresh(&self, cycle: u32) -> Outcome<(Place, History)> {
        let (place, from) = (self.place("copy"), self.folder.path().join("first"));
        drop(std::fs::remove_dir_all(&place.data));
        drop(std::fs::remove_dir_all(place.inbound()));
        command(std::process::Command::new("cp").arg("-a").arg(&from).arg(&place.data))?;
        std::fs::create_dir_all(place.inbound()).map_err(|fault| fault.to_string())?;
        if let Some(server) = &self.server {
            server.database("copy", "first")?;
        }
        Ok((place, History::new(&self.folder.path().join(format!("history-{cycle}")))?))
    }
}

/// What an office under load is told: mail comes in, and sessions last.
pub(crate) fn loaded(place: Place) -> Place {
    let inbound = place.inbound().to_string_lossy().into_owned();
    place
        .set("AMENDS__MAIL__INBOUND_DIR", &inbound)
        .set("AMENDS__SERVER__ROUND_SECONDS", "1")
        .set("AMENDS__AUTH__IDLE_MINUTES", "480")
}
