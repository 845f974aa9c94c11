//! `amends version`: which build this is.

use serde_json::json;

use super::{call::Call, fail::Outcome};

/// The commit the binary was built from, where the build names one.
pub(super) const COMMIT: Option<&str> = option_env!("AMENDS_COMMIT");

pub(super) fn run(call: &mut Call) -> Outcome {
    let version = env!("CARGO_PKG_VERSION");
    if call.manner.json {
        return call.out.json(&json!({ "name": "amends", "version": version, "commit": COMMIT }));
    }
    let line = match COMMIT {
        Some(commit) => format!("amends {version} ({commit})"),
        None => format!("amends {version}"),
    };
    call.out.line(&line)
}
