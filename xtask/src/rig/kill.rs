//! The office under load is killed at any moment and started again: nothing acknowledged may be lost.

use std::time::Instant;

use super::chance::Chance;
use super::clients::Load;
use super::compare::{self, TODAY};
use super::history::History;
use super::place::{Folder, Place};
use super::postgres::{Server, run as command};
use super::running::Running;
use super::{Engine, Outcome, Wanted, bound};
use crate::house::say;

/// After so many kills it goes on with a fresh office: what is compared each time stays small.
const FRESH: u32 = 25;

/// The offices of a rig: one to begin with, and copies of it.
struct Offices<'a> {
    wanted: &'a Wanted,
    folder: &'a Folder,
    server: Option<Server>,
    cases: Vec<String>,
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
    let (mut acknowledged, mut unanswered, mut refused) = (0, 0, 0);
    let mut cycle = 0;
    while cycle < wanted.rounds {
        let (place, history) = offices.fresh(cycle)?;
        let until = wanted.rounds.min(cycle + FRESH);
        let mut cookie = None;
        while cycle < until {
            let office = Running::start(&place, TODAY, "serve")?;
            let cookie = match &cookie {
                Some(cookie) => cookie,
                None => cookie.insert(office.sign_in()?),
            };
            let load = Load {
                address: office.address,
                cookie,
                cases: &offices.cases,
                inbound: &place.inbound(),
                history: &history,
                cycle,
            };
            load.until(|| {
                std::thread::sleep(chance.millis(5, 2_000));
                office.signal("KILL");
            });
            drop(office);
            cycle += 1;
            let found = compare::with_the_record(&place, &offices.cases, &history);
            if !found.is_good() {
                let kept = place.keep(wanted.seed);
                return Err(format!("kill {cycle} of seed {}: {}; {kept}", wanted.seed, found.told()));
            }
        }
        let (not_done, first) = history.all_refused();
        acknowledged += history.count();
        unanswered += history.all_sent().len() - history.count() - not_done;
        refused += not_done;
        let first = first.unwrap_or_default();
        say(&format!("  {cycle} kills, {acknowledged} acknowledged, 0 lost; {refused} not done {first}"));
    }
    say(&format!(
        "kill: {engine}, seed {}: {cycle} kills, {acknowledged} acknowledged, 0 lost, 0 twice, record whole after each; \
         {unanswered} sent without an answer, {refused} answered and not done; \
         at 95 % fewer than {} of kills lose anything; {} s",
        wanted.seed,
        bound(cycle),
        began.elapsed().as_secs()
    ));
    if acknowledged == 0 { Err("nothing was acknowledged".to_owned()) } else { Ok(()) }
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
        place.begin(2)?;
        offices.cases = vec![place.decided_case(0, "2026-03-30")?, place.decided_case(1, "2026-03-30")?];
        Ok(offices)
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
