//! `amends demo`: an invented office on this computer alone, gone when it stops.

use std::path::Path;

use amends_store::{
    blobs::{Blobs, Keys},
    error::StoreError,
};

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    logs,
    out::Out,
    progress::Progress,
};
use crate::{
    config::{Config, Storage},
    demo::{self, DemoError, Options, Telling, world::Size},
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "PORT", default_value_t = demo::PORT)]
    port: u16,
    #[arg(long, value_name = "NUMBER", default_value_t = demo::SEED)]
    seed: u64,
    #[arg(long, value_name = "SIZE", value_parser = ["full", "small"], default_value = "full")]
    size: String,
    #[arg(long, value_name = "PROFILE", default_value = "psow")]
    profile: String,
    #[arg(long)]
    keep: bool,
    #[arg(long, value_name = "PLACE")]
    files: Option<String>,
    #[arg(long, value_name = "PLACE")]
    database: Option<String>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    // Not from a file of configuration: an invented office must not come among the cases of a real one. Where the
    // environment names a place, it must be empty.
    let named = Config::load(None, std::env::vars())
        .map_err(|error| {
            Failure::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
        })?
        .storage;
    let files = files(args, &named)?;
    let database = args.database.clone().or_else(|| named.database.clone()).filter(|place| !place.is_empty());
    let stays = database.is_some() || files.is_some();
    let options = Options {
        port: args.port,
        seed: args.seed,
        today: call.today.unwrap_or(demo::TODAY),
        size: if args.size == "small" { Size::SMALL } else { Size::FULL },
        profile: args.profile.clone(),
        keep: args.keep,
        files,
        database: database.map(|place| (place, named.accept_unsafe_server)),
    };
    // What the machinery does is told on the pages; here only what goes wrong.
    let log = crate::config::Log { level: "error".to_owned(), ..crate::config::Log::default() };
    logs::begin(&log, call.manner.verbose);
    let mut progress = Progress::new("demo-cli-making", call.manner.quiet);
    demo::run(&options, &mut |telling| match telling {
        Telling::Made(done, of) => progress.made(&call.out, done, of),
        Telling::Open(url, folder) => {
            progress.end();
            welcome(&call.out, &url, &folder);
        }
    })
    .map_err(failure)?;
    let end = match (args.keep, stays) {
        (true, _) => "demo-cli-kept",
        (false, true) => "cli-db-demo-stays",
        (false, false) => "demo-cli-deleted",
    };
    call.out.note(&call.out.t(end));
    Ok(())
}

/// The place for its files, with the keys; where the environment names it, only an empty one.
fn files(args: &Args, named: &Storage) -> Outcome<Option<(String, Option<Keys>)>> {
    let from_environment = named.files.clone().filter(|place| !place.is_empty());
    let Some(place) = args.files.clone().or_else(|| from_environment.clone()) else { return Ok(None) };
    let parsed = amends_store::blobs::Place::parse(&place)?;
    if args.files.is_none() {
        let spool = tempfile::tempdir().map_err(|error| StoreError::io(std::env::temp_dir(), &error))?;
        let blobs = Blobs::at(&parsed, named.keys.as_ref(), spool.path())?;
        blobs.list(&mut |_| Err(StoreError::NotEmpty { place: blobs.shown() }))?;
    }
    Ok(Some((place, named.keys.clone())))
}

fn welcome(out: &Out, url: &str, folder: &Path) {
    let values = vec![("url", url.to_owned().into()), ("folder", folder.display().to_string().into())];
    out.note(&out.tr("demo-cli-open", values));
}

fn failure(error: DemoError) -> Failure {
    match error {
        DemoError::Port { address, source } => {
            let values = [("address", address.to_string().into()), ("reason", source.to_string().into())];
            Failure::new(Exit::Barred, "demo-cli-port", values)
        }
        DemoError::Open(error) => Failure::of_opening(&error),
        DemoError::Act(error) => Failure::from(error),
        other => Failure::new(Exit::Failed, "demo-cli-failed", [("reason", other.to_string().into())]),
    }
}
