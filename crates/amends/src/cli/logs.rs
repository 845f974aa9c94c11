//! Log lines on standard error, for commands that run on.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};

/// Our own crates. Libraries stay silent unless they are named: what they say may hold somebody's words.
const OURS: [&str; 3] = ["amends", "amends_store", "amends_core"];

/// Begins to log. `-v` and `-vv` say more than the configuration does.
///
/// From here on a panic is told of by its place alone, for what it says may hold somebody's words.
pub(super) fn begin(log: &Log, verbose: u8) {
    let level = match verbose {
        0 => log.level.as_str(),
        1 => "debug",
        _ => "trace",
    };
    let lines = tracing_subscriber::fmt().with_writer(std::io::stderr).with_env_filter(filter(level));
    // Where something logs already, as in a test, it goes on doing so.
    drop(match log.format {
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).try_init(),
        LogFormat::Pretty => lines.with_ansi(is_for_people()).try_init(),
    });
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a mistake in the program; what was being done was broken off");
    }));
}

fn is_for_people() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// A plain level is that of our own crates. Whoever writes directives of `tracing` has them as they are.
fn filter(level: &str) -> EnvFilter {
    let plain = level.trim().to_lowercase();
    let directives = if ["error", "warn", "info", "debug", "trace", "off"].contains(&plain.as_str()) {
        OURS.map(|name| format!("{name}={plain}")).join(",")
    } else {
        level.to_owned()
    };
    EnvFilter::try_new(directives).unwrap_or_else(|_| filter("info"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_level_is_that_of_our_own_crates() {
        let said = filter("Debug").to_string();
        assert!(OURS.iter().all(|name| said.contains(&format!("{name}=debug"))), "{said}");
        assert_eq!(filter("warn,hyper=debug").to_string(), "hyper=debug,warn");
        assert_eq!(filter("=nonsense=").to_string(), filter("info").to_string());
    }
}
