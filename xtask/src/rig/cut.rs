//! The disk of the office under load loses power: nothing acknowledged may be lost, no file of evidence neither. The
//! control does the same with an office that does not wait for its disk. It must lose, or the rig is no good.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::chance::Chance;
use super::clients::Load;
use super::compare::{self, Depth, Found, TODAY};
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
/// So often the control loses its power, at most; it does so no more often than the office under trial.
const CONTROL: u32 = 5;
/// How many cases are worked on: each person has one of their own.
const CASES: usize = 4;
/// Before the power goes so much is acknowledged.
const LEAST: usize = 5;
/// So long that may take.
const PATIENCE: Duration = Duration::from_mins(2);
/// How large the disk is, in MiB.
const SIZE: u64 = 700;
/// A library under which no program waits for its disk.
const CARELESS: &str = "/usr/lib/x86_64-linux-gnu/libeatmydata.so";
/// A server that does not wait for its disk.
const CARELESS_SERVER: &[&str] = &["synchronous_commit=off", "wal_writer_delay=10000ms"];

/// An office on a disk of its own.
struct Ground<'a> {
    wanted: &'a Wanted,
    folder: &'a Folder,
    disk: Disk,
    server: Option<Server>,
    data: PathBuf,
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
}

/// Runs the rig, then its control.
///
/// # Errors
/// Where something acknowledged is lost, or the control loses nothing.
pub(crate) fn run(wanted: &Wanted) -> Outcome {
    let began = Instant::now();
    let (engine, on) = (wanted.engine.name(), wanted.format.name());
    say(&format!("cut: {engine} on {on}, {} cuts, seed {}", wanted.rounds, wanted.seed));
    let folder = Folder::new("cut", wanted)?;
    let mut ground = Ground::begin(wanted, &folder)?;
    let chance = Chance::of(wanted.seed);
    let mut sum = Sum::default();
    while sum.cuts < wanted.rounds {
        ground.some_cuts(&chance, &mut sum)?;
        say(&format!("  {} after {} s", sum.told(), began.elapsed().as_secs()));
    }
    ground.careless = true;
    let mut control = Sum::default();
    while control.cuts < CONTROL.min(wanted.rounds) {
        ground.control(&chance, &mut control)?;
    }
    let took = began.elapsed().as_secs();
    say(&format!(
        "cut: {engine} on {on}, seed {}: {}; no file missing, record whole; at 95 % fewer than {} of cuts lose anything; \
         control: {}; {took} s",
        wanted.seed,
        sum.told(),
        bound(sum.cuts),
        control.told()
    ));
    wanted.row(&sum.cells(wanted, "cut", &bound(sum.cuts)));
    wanted.row(&control.cells(wanted, "cut, control", ""));
    if control.lost == 0 {
        return Err("the control lost nothing: this rig would not see a loss".to_owned());
    }
    Ok(())
}

impl Sum {
    fn told(&self) -> String {
        format!(
            "{} cuts, {} acknowledged, {} lost in {} cuts, {} answers after the power had gone which do not count",
            self.cuts, self.acknowledged, self.lost, self.cuts_that_lost, self.unheard
        )
    }

    fn cells(&self, wanted: &Wanted, rig: &str, bound: &str) -> [String; 8] {
        let lost = match self.cuts_that_lost {
            0 => "0".to_owned(),
            cuts => format!("{} in {cuts} cuts", self.lost),
        };
        [
            format!("{rig}, {}", wanted.format.name()),
            wanted.engine.name().to_owned(),
            wanted.commit.clone(),
            wanted.seed.to_string(),
            format!("{} cuts", self.cuts),
            self.acknowledged.to_string(),
            lost,
            bound.to_owned(),
        ]
    }
}

impl<'a> Ground<'a> {
    /// An office nothing has been done to, kept for every fresh start.
    fn begin(wanted: &'a Wanted, folder: &'a Folder) -> Outcome<Self> {
        let disk = Disk::new(folder.path(), SIZE, wanted.format)?;
        let mut server = None;
        if wanted.engine == Engine::Postgres {
            let begun = Server::begin(&disk.path().join("pg"), &folder.path().join("socket"), &[])?;
            begun.database("office", "template0")?;
            server = Some(begun);
        }
        let data = disk.path().join("data");
        let mut ground = Self { wanted, folder, disk, server, data, cases: Vec::new(), careless: false };
        let place = ground.place();
        place.begin(CASES)?;
        ground.cases = (0..CASES).map(|nth| place.decided_case(nth, "2026-03-30")).collect::<Outcome<_>>()?;
        if let Some(server) = &mut ground.server {
            server.break_off("INT");
        }
        ground.disk.keep()?;
        Ok(ground)
    }

    fn place(&self) -> Place {
        let place = loaded(Place::new(self.wanted, self.folder.path(), self.data.clone()));
        match &self.server {
            Some(server) if self.careless => place.on(server.address("office")).accepts_loss(),
            Some(server) => place.on(server.address("office")),
            None if self.careless => place.preload(Path::new(CARELESS).to_owned()),
            None => place,
        }
    }

    /// The office as it was first, with nothing that came in for the one before it.
    fn fresh(&mut self, cut: u32) -> Outcome<(Place, History)> {
        if let Some(server) = &mut self.server {
            server.kill();
        }
        self.disk.again()?;
        if let Some(server) = &mut self.server {
            server.set(if self.careless { CARELESS_SERVER } else { &[] });
            server.forget();
            server.start()?;
        }
        let place = self.place();
        drop(std::fs::remove_dir_all(place.inbound()));
        std::fs::create_dir_all(place.inbound()).map_err(|fault| fault.to_string())?;
        command(&mut Command::new("sync"))?;
        let name = format!("history-{cut}-{}", if self.careless { "control" } else { "cut" });
        Ok((place, History::new(&self.folder.path().join(name))?))
    }

    /// Cuts the power of a fresh office so often, and looks after each.
    fn some_cuts(&mut self, chance: &Chance, sum: &mut Sum) -> Outcome {
        let (place, history) = self.fresh(sum.cuts)?;
        let until = self.wanted.rounds.min(sum.cuts + FRESH);
        let mut cookie = None;
        while sum.cuts < until {
            let back = self.one_cut(&place, &history, sum.cuts, &mut cookie, chance)?;
            sum.cuts += 1;
            let depth = Depth::after(sum.cuts, sum.cuts == until);
            let found = self.look(back, &place, &history, depth);
            if !found.is_good() {
                let (seed, kept) = (self.wanted.seed, place.keep(self.wanted.seed));
                return Err(format!("cut {} of seed {seed}: {}; {kept}", sum.cuts, found.told()));
            }
        }
        sum.acknowledged += history.count();
        sum.unheard += history.unheard();
        Ok(())
    }

    /// Cuts the power of a fresh office that does not wait for its disk.
    fn control(&mut self, chance: &Chance, sum: &mut Sum) -> Outcome {
        let (place, history) = self.fresh(sum.cuts)?;
        let back = self.one_cut(&place, &history, sum.cuts, &mut None, chance)?;
        let found = self.look(back, &place, &history, Depth::Full);
        sum.cuts += 1;
        sum.acknowledged += history.count();
        sum.unheard += history.unheard();
        sum.lost += found.lost.len();
        sum.cuts_that_lost += u32::from(!found.lost.is_empty());
        say(&format!("  control: of {} acknowledged {}", history.count(), found.told()));
        Ok(())
    }

    /// Lets the office work until enough is acknowledged and some time more, then cuts: whether everything came up again.
    fn one_cut(
        &mut self,
        place: &Place,
        history: &History,
        cycle: u32,
        cookie: &mut Option<String>,
        chance: &Chance,
    ) -> Outcome<Outcome> {
        let office = Running::start(place, TODAY, "serve")?;
        let cookie = match cookie {
            Some(cookie) => cookie,
            None => cookie.insert(office.sign_in()?),
        };
        let load = Load {
            address: office.address,
            cookie,
            cases: &self.cases,
            inbound: &place.inbound(),
            history,
            cycle,
        };
        let (mut enough, mut cut) = (false, Ok(()));
        let wanted = history.count() + LEAST;
        load.until(|| {
            enough = history.wait_for(wanted, PATIENCE);
            std::thread::sleep(chance.millis(0, 1_000));
            history.dark(true);
            cut = self.disk.cut();
            office.signal("KILL");
        });
        drop(office);
        history.dark(false);
        cut?;
        if enough {
            Ok(self.power_returns())
        } else {
            Err("too little was acknowledged before a cut".to_owned())
        }
    }

    fn look(&self, back: Outcome, place: &Place, history: &History, depth: Depth) -> Found {
        match back {
            Ok(()) => compare::with_the_record(place, &self.cases, history, depth),
            Err(why) => Found { lost: history.all_acknowledged(), broken: vec![why], ..Found::default() },
        }
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
