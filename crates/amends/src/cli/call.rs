//! One call of the command line: what was set for all commands, and where its words go.

use std::path::{Path, PathBuf};

use amends_core::text::Language;
use jiff::civil::Date;

use super::{
    args::{Arguments, Command},
    fail::{Exit, Failure, Outcome},
    input,
    out::Out,
    words::Manner,
};
use crate::{clock::Clock, config::Config};

/// Allows `--today` on tours and in tests. An office's day is the machine's.
const ALLOW_SET_DAY: &str = "AMENDS_ALLOW_SET_DAY";

/// Where a configuration is looked for when none is named.
const USUAL_PLACES: [&str; 2] = ["amends.toml", "/etc/amends/amends.toml"];

/// One call.
pub(super) struct Call {
    pub(super) manner: Manner,
    pub(super) out: Out,
    config: Option<PathBuf>,
    /// The language of `--lang`, where it was given.
    pub(super) language_asked: Option<Language>,
    /// Dangerous acts were agreed to beforehand.
    pub(super) yes: bool,
    /// The day of `--today`, where it was given.
    pub(super) today: Option<Date>,
}

impl Call {
    pub(super) fn new(manner: Manner) -> Self {
        Self {
            out: Out::new(manner.clone()),
            manner,
            config: None,
            language_asked: None,
            yes: false,
            today: None,
        }
    }

    /// Takes in what was set for all commands.
    pub(super) fn prepare(&mut self, arguments: &Arguments) -> Outcome {
        self.manner.verbose = arguments.verbose;
        self.config.clone_from(&arguments.config);
        self.language_asked = arguments.lang.as_deref().and_then(|tag| tag.parse().ok());
        self.yes = arguments.yes;
        if let Some(typed) = &arguments.today {
            let invented = matches!(arguments.command, Some(Command::Demo(_) | Command::Generate(_)));
            if !invented && std::env::var(ALLOW_SET_DAY).as_deref() != Ok("1") {
                return Err(Failure::new(Exit::Usage, "cli-today-barred", []));
            }
            self.today = Some(input::date("--today", typed)?);
        }
        Ok(())
    }

    /// The clock: the machine's, or one that stands at the day set for a tour.
    pub(super) fn clock(&self) -> Outcome<Clock> {
        let clock = self.today.map_or_else(Clock::of_the_machine, Clock::standing_at);
        clock.map_err(|error| {
            Failure::new(Exit::Failed, "cli-no-time-zone", [("reason", error.to_string().into())])
        })
    }

    /// The configuration file: the one named, else the first found in the usual places.
    pub(super) fn config_path(&self) -> Option<PathBuf> {
        let usual = || USUAL_PLACES.iter().map(Path::new).find(|path| path.is_file()).map(Path::to_owned);
        self.config.clone().or_else(usual)
    }

    /// The configuration.
    pub(super) fn config(&self) -> Outcome<Config> {
        let path = self.config_path();
        Config::load(path.as_deref(), std::env::vars()).map_err(|error| {
            Failure::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
        })
    }
}
