//! `amends files`: files from one place to another, and those no row names taken away.

use std::{cell::RefCell, path::Path};

use amends_store::{
    blobs::{self, Blobs, Copied, Place},
    error::StoreError,
};
use jiff::SignedDuration;
use serde_json::json;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    out::Style,
    progress::Progress,
};
use crate::{clock::Chance, config};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Copy {
        #[arg(long, value_name = "PLACE")]
        from: String,
        #[arg(long, value_name = "PLACE")]
        to: String,
    },
    Sweep {
        #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..))]
        older_than: u32,
    },
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Copy { from, to } => copy(call, from, to),
        Command::Sweep { older_than } => sweep(call, *older_than),
    }
}

fn copy(call: &mut Call, from: &str, to: &str) -> Outcome {
    let (from, to) = (Place::parse(from)?, Place::parse(to)?);
    if from == to {
        return Err(Failure::new(Exit::Usage, "cli-files-same", [("place", from.to_string().into())]));
    }
    if let Place::Folder(folder) = &from
        && !folder.is_dir()
    {
        let values = [("folder", folder.display().to_string().into())];
        return Err(Failure::new(Exit::Failed, "cli-files-no-folder", values));
    }
    let spool = tempfile::tempdir().map_err(|error| StoreError::io(std::env::temp_dir(), &error))?;
    let (from, to) = (open(&from, spool.path())?, open(&to, spool.path())?);
    let (chance, clock) = (Chance::of_the_machine(), call.clock()?);
    let fresh_id = || {
        let id = chance.id(clock.now());
        id.map_err(|error| StoreError::Io { path: "/dev/urandom".into(), what: error.to_string() })
    };
    let progress = RefCell::new(Progress::new("cli-files-copying", call.manner.quiet));
    let copied = blobs::copy(&from, &to, &fresh_id, &mut |far| {
        // An empty file has no bytes to show: files count where there is nothing else.
        let (done, of) = if far.of_bytes > 0 { (far.bytes, far.of_bytes) } else { (far.done, far.of) };
        progress.borrow_mut().made(&call.out, done, of);
    });
    progress.borrow().end();
    tell(call, &to, &copied?)
}

fn open(place: &Place, spool: &Path) -> Outcome<Blobs> {
    let keys = match place {
        Place::Folder(_) => None,
        Place::Bucket(_) => config::keys(std::env::vars()).map_err(|error| {
            Failure::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
        })?,
    };
    Ok(Blobs::at(place, keys.as_ref(), spool)?)
}

fn tell(call: &mut Call, to: &Blobs, copied: &Copied) -> Outcome {
    let damaged: Vec<String> = copied.damaged.iter().map(ToString::to_string).collect();
    if call.manner.json {
        call.out.json(&json!({
            "to": to.shown(), "copied": copied.copied, "bytes": copied.bytes, "there": copied.there,
            "damaged": damaged,
        }))?;
    } else {
        let mark = if damaged.is_empty() {
            call.out.styled(Style::Good, "✔")
        } else {
            call.out.styled(Style::Bad, "✖")
        };
        let values = vec![
            ("copied", copied.copied.into()),
            ("there", copied.there.into()),
            ("mib", (copied.bytes / (1024 * 1024)).into()),
            ("place", to.shown().into()),
        ];
        let words = call.out.tr("cli-files-copied", values);
        call.out.line(&format!("{mark} {words}"))?;
        for digest in &damaged {
            call.out.line(&format!("  {digest}"))?;
        }
    }
    if damaged.is_empty() {
        return Ok(());
    }
    call.out.finish()?;
    Err(Failure::new(Exit::Checks, "cli-files-damaged", [("count", damaged.len().into())]))
}

fn sweep(call: &mut Call, hours: u32) -> Outcome {
    let office = call.office()?;
    let swept = office.sweep_files(SignedDuration::from_hours(hours.into()))?;
    if call.manner.json {
        return call.out.json(&json!({ "place": office.blobs().shown(), "swept": swept }));
    }
    let words = call.out.tr("cli-files-swept", vec![("count", swept.into())]);
    call.out.line(&words)
}
