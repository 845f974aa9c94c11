//! `amends demo`: an invented office on this computer alone, gone when it stops.

use std::{io::IsTerminal as _, path::Path};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    logs,
    out::Out,
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
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let options = Options {
        port: args.port,
        seed: args.seed,
        today: call.today.unwrap_or(demo::TODAY),
        size: if args.size == "small" { Size::SMALL } else { Size::FULL },
        profile: args.profile.clone(),
        keep: args.keep,
    };
    // What the machinery does is told on the pages; here only what goes wrong.
    let log = crate::config::Log { level: "error".to_owned(), ..crate::config::Log::default() };
    logs::begin(&log, call.manner.verbose);
    let mut progress = Progress::new(call.manner.quiet);
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

/// How far the history is: a bar for people, a line now and then for logs.
struct Progress {
    bar: Option<ProgressBar>,
    told: u64,
}

impl Progress {
    fn new(quiet: bool) -> Self {
        let bar = (!quiet && std::io::stderr().is_terminal()).then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            match ProgressStyle::with_template("{msg} {bar:40} {percent} %") {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        Self { bar, told: 0 }
    }

    fn made(&mut self, out: &Out, done: u64, of: u64) {
        if let Some(bar) = &self.bar {
            if bar.length() != Some(of) {
                bar.set_message(out.t("demo-cli-making"));
                bar.set_length(of);
            }
            bar.set_position(done);
            return;
        }
        let quarters = done * 4 / of.max(1);
        if done == 0 || quarters > self.told {
            self.told = quarters;
            let percent = (quarters * 25).to_string();
            out.note(&format!("{} {percent} %", out.t("demo-cli-making")));
        }
    }

    fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
