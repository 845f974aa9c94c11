//! `amends generate`: an invented office of any size, in a database of its own.

use std::{ops::ControlFlow, path::PathBuf};

use serde_json::json;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    progress::Progress,
};
use crate::{
    clock::{Chance, Clock},
    demo,
    generate::{self, GenerateError, Load, Made, Plan, Size},
    office::Office,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "SIZE", value_parser = ["S", "M", "L", "W"], default_value = "S")]
    size: String,
    #[arg(long, value_name = "COUNT", conflicts_with = "size", value_parser = clap::value_parser!(u64).range(1..))]
    recommendations: Option<u64>,
    #[arg(
        long,
        value_name = "COUNT",
        conflicts_with_all = ["size", "recommendations"],
        value_parser = clap::value_parser!(u64).range(1..)
    )]
    live: Option<u64>,
    #[arg(long, value_name = "COUNT", requires = "live", default_value_t = 0)]
    owed: u64,
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    bodies: Option<u32>,
    #[arg(long, value_name = "MONTHS", default_value_t = 3, value_parser = clap::value_parser!(i32).range(0..=120))]
    letters: i32,
    #[arg(long, value_name = "NUMBER", default_value_t = demo::SEED)]
    seed: u64,
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let mut config = call.config()?;
    if let Some(folder) = &args.into {
        folder.clone_into(&mut config.storage.data_dir);
        // All of it stands there, and nothing in the database or the store of another office.
        config.storage.database = None;
        config.storage.files = None;
    }
    let folder = config.storage.data_dir.clone();
    let today = call.clock()?.today();
    let clock = Clock::standing_at(today).map_err(|error| {
        Failure::new(Exit::Failed, "cli-no-time-zone", [("reason", error.to_string().into())])
    })?;
    let office = Office::open(config, clock, Chance::seeded(args.seed))
        .map_err(|error| Failure::of_opening(&error))?;
    let (mut size, load) = match (args.live, args.recommendations) {
        (Some(live), _) => (Size::of(live), Load::Live { owed: args.owed.min(live) }),
        (None, Some(count)) => (Size::of(count), Load::History),
        (None, None) => (Size::of_letter(&args.size).unwrap_or(Size::S), Load::History),
    };
    size.bodies = args.bodies.unwrap_or(size.bodies);
    let plan = Plan { size, load, seed: args.seed, today, letters_months: args.letters };
    let mut progress = Progress::new("generate-making", call.manner.quiet);
    let made = generate::make(&office, &plan, &mut |done, of| {
        progress.made(&call.out, done, of);
        ControlFlow::Continue(())
    });
    progress.end();
    let place = folder.display().to_string();
    told(call, &made.map_err(|error| failure(error, &place))?, &place)
}

fn told(call: &mut Call, made: &Made, folder: &str) -> Outcome {
    if call.manner.json {
        let mut all = json!(made);
        all["folder"] = json!(folder);
        return call.out.json(&all);
    }
    let values = vec![
        ("recommendations", made.recommendations.into()),
        ("cases", made.cases.into()),
        ("entries", made.entries.into()),
        ("bodies", made.bodies.into()),
        ("folder", folder.to_owned().into()),
    ];
    let words = call.out.tr("generate-made", values);
    call.out.line(&words)
}

fn failure(error: GenerateError, folder: &str) -> Failure {
    match error {
        GenerateError::NotEmpty => {
            Failure::new(Exit::Barred, "generate-not-empty", [("folder", folder.to_owned().into())])
        }
        GenerateError::Stopped => Failure::new(Exit::Failed, "generate-stopped", []),
        GenerateError::Act(error) => Failure::from(error),
    }
}
