//! `amends demo`: an invented office on this computer alone, gone when it stops.

use std::path::Path;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    logs,
    out::Out,
    progress::Progress,
};
use crate::demo::{self, DemoError, Options, Telling, world::Size};

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
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    // Not from the configuration: an invented office must not come among the files of a real one.
    let files = match &args.files {
        None => None,
        Some(place) => {
            amends_store::blobs::Place::parse(place)?;
            let keys = crate::config::keys(std::env::vars()).map_err(|error| {
                Failure::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
            })?;
            Some((place.clone(), keys))
        }
    };
    let options = Options {
        port: args.port,
        seed: args.seed,
        today: call.today.unwrap_or(demo::TODAY),
        size: if args.size == "small" { Size::SMALL } else { Size::FULL },
        profile: args.profile.clone(),
        keep: args.keep,
        files,
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
    call.out.note(&call.out.t(if args.keep { "demo-cli-kept" } else { "demo-cli-deleted" }));
    Ok(())
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
