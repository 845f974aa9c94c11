//! Log lines on standard error, for commands that run on.

use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};

/// Begins to log. `-v` and `-vv` say more than the configuration does.
pub(super) fn begin(log: &Log, verbose: u8) {
    let level = match verbose {
        0 => log.level.as_str(),
        1 => "debug",
        _ => "trace",
    };
    let filter = EnvFilter::try_new(level).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt().with_writer(std::io::stderr).with_env_filter(filter);
    // Where something logs already, as in a test, it goes on doing so.
    drop(match log.format {
        LogFormat::Json => lines.json().try_init(),
        LogFormat::Pretty => lines.with_ansi(false).try_init(),
    });
}
