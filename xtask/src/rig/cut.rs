//! The disk of the office under load loses power: nothing acknowledged may be lost, no file of evidence neither. The
//! control does the same with an office that does not wait for its disk. It must lose, or the rig is no good.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use super::chance::Chance;
use super::clients::Load;
use super::compare::{self, Found, TODAY};
use super::disk::Disk;
use super::history::History;
use super::kill::loaded;
use super::place::{Folder, Place};
use super::postgres::{Server, run as command};
use super::running::Running;
use super::{Engine, Outcome, Wanted, bound};
use crate::house::say;

/// After so many cuts it goes on with a fresh office.
const FRESH: u32 = 10;
/// In so many cuts the control must have lost something.
const CONTROL: u32 = 10;
/// A library under which no program waits for its disk.
const CARELESS: &str = "/usr/lib/x86_64-linux-gnu/libeatmydata.so";

/// An office on a disk of its own.
struct Ground<'a> {
    wanted: &'a Wanted,
    folder: &'a Folder,
    disk: Disk,
    server: Option<Server>,
    first: PathBuf,
    cases: Vec<String>,
    careless: bool,
}

/// What came of some cuts.
#[derive(Default)]
struct Sum {
    cuts: u32,
    acknowledged: usize,
    unheard: usize,
    lost: usize,
    cuts_that_lost: u32,
    worst: Option<Found>,
}

/// Runs the rig, then its control.
///
/// # Errors
/// Where something acknowledged is lost, or the control loses nothing.
pub(crate) fn run(wanted: &Wanted) -> Outcome {
    let began = Instant::now();
    let engine = wanted.engine.name();
    say(&format!("cut: {engine}, {} cuts, seed {}", wanted.rounds, wanted.seed));
    let sum = cuts(wanted, false)?;
    if let Some(found) = sum.worst {
        return Err(format!("cut {} of seed {}: {}", sum.cuts, wanted.seed, found.told()));
    }
    say(&format!(
        "cut: {engine}, seed {}: {} cuts, {} acknowledged, 0 lost, no file missing, record whole after each; \
         {} answers came after the power had gone and do not count; at 95 % fewer than {} of cuts lose anything; {} s",
        wanted.seed,
        sum.cuts,
        sum.acknowledged,
        sum.unheard,
        bound(sum.cuts),
        began.elapsed().as_secs()
    ));
    let control = cuts(wanted, true)?;
    say(&format!(
        "control: {engine} that does not wait for its disk, seed {}: {} cuts, {} acknowledged, {} lost in {} cuts",
        wanted.seed, control.cuts, control.acknowledged, control.lost, control.cuts_that_lost
    ));
    if sum.acknowledged == 0 {
        return Err("nothing was acknowledged".to_owned());
    }
    if control.lost == 0 {
        return Err("the control lost nothing: this rig would not see a loss".to_owned());
    }
    Ok(())
}

/// Cuts until something is lost, or as often as is wanted.
fn cuts(wanted: &Wanted, careless: bool) -> Outcome<Sum> {
    let folder = Folder::new(if careless { "control" } else { "cut" }, wanted)?;
    let chance = Chance::of(wanted.seed);
    let rounds = if careless { CONTROL } else { wanted.rounds };
    let mut sum = Sum::default();
    while sum.cuts < rounds && sum.worst.is_none() {
        let mut ground = Ground::begin(wanted, &folder, careless)?;
        ground.some_cuts(rounds.min(sum.cuts + FRESH), &chance, &mut sum)?;
        if !careless {
            say(&format!("  {} cuts, {} acknowledged, {} lost", sum.cuts, sum.acknowledged, sum.lost));
        }
    }
    Ok(sum)
}

impl<'a> Ground<'a> {
    fn begin(wanted: &'a Wanted, folder: &'a Folder, careless: bool) -> Outcome<Self> {
        let disk = Disk::new(folder.path(), 700)?;
        let mut server = None;
        if wanted.engine == Engine::Postgres {
            let (data, socket) = (disk.path().join("pg"), folder.path().join("socket"));
            let more: &[&str] =
                if careless { &["synchronous_commit=off", "wal_writer_delay=10000ms"] } else { &[] };
            let begun = Server::begin(&data, &socket, more)?;
            begun.database("office", "template0")?;
            server = Some(begun);
        }
        let first = disk.path().join("data");
        let mut ground = Self { wanted, folder, disk, server, first, cases: Vec::new(), careless };
        let place = ground.place();
        // What came in for the office before this one is not for this one.
        drop(std::fs::remove_dir_all(place.inbound()));
        place.begin(2)?;
        ground.cases = vec![place.decided_case(0, "2026-03-30")?, place.decided_case(1, "2026-03-30")?];
        std::fs::create_dir_all(place.inbound()).map_err(|fault| fault.to_string())?;
        command(&mut Command::new("sync"))?;
        Ok(ground)
    }

    fn place(&self) -> Place {
        let place = loaded(Place::new(self.wanted, self.folder.path(), self.first.clone()));
        match &self.server {
            Some(server) => place.on(server.address("office")),
            None if self.careless => place.preload(Path::new(CARELESS).to_owned()),
            None => place,
        }
    }

    fn some_cuts(&mut self, until: u32, chance: &Chance, sum: &mut Sum) -> Outcome {
        let place = self.place();
        let history = History::new(&self.folder.path().join(format!("history-{}", sum.cuts)))?;
        let mut cookie = None;
        while sum.cuts < until {
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
                cycle: sum.cuts,
            };
            let mut cut = Ok(());
            load.until(|| {
                std::thread::sleep(chance.millis(300, 1_800));
                history.dark(true);
                cut = self.disk.cut();
                office.signal("KILL");
            });
            drop(office);
            history.dark(false);
            cut?;
            let begun = self.power_returns();
            sum.cuts += 1;
            let found = match begun {
                Ok(()) => compare::with_the_record(&place, &self.cases, &history),
                Err(why) => Found { lost: history.all_acknowledged(), broken: vec![why], ..Found::default() },
            };
            if !found.is_good() {
                sum.lost += found.lost.len();
                sum.cuts_that_lost += 1;
                sum.acknowledged += history.count();
                if !self.careless {
                    say(&format!("  {}", place.keep(self.wanted.seed)));
                }
                sum.worst = Some(found);
                return Ok(());
            }
        }
        sum.acknowledged += history.count();
        sum.unheard += history.unheard();
        Ok(())
    }

    fn power_returns(&mut self) -> Outcome {
        if let Some(server) = &mut self.server {
            server.kill();
        }
        self.disk.back()?;
        if let Some(server) = &mut self.server {
            server.forget();
            server.start()?;
        }
        Ok(())
    }
}

impl Drop for Ground<'_> {
    fn drop(&mut self) {
        // The server goes before its disk does.
        drop(self.server.take());
    }
}
