//! Writes the custom properties of the look from `static/tokens.toml`.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// The tokens as the file has them.
#[derive(Deserialize)]
struct Tokens {
    /// Colours on light paper.
    light: BTreeMap<String, String>,
    /// Colours on dark paper.
    dark: BTreeMap<String, String>,
    /// Sizes for the public, the portal and people who ask for room.
    comfortable: BTreeMap<String, String>,
    /// Sizes for staff who live in lists.
    compact: BTreeMap<String, String>,
}

/// The style sheet that declares every token, light and dark, comfortable and compact.
pub fn css(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let tokens: Tokens = toml::from_str(&text).with_context(|| format!("reading {}", file.display()))?;
    let (light, dark) = (properties(&tokens.light), properties(&tokens.dark));
    let comfortable = properties(&tokens.comfortable);
    let compact = properties(&tokens.compact);
    let mut out = format!(":root{{color-scheme:light dark;{light}{comfortable}}}");
    write!(out, "@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}")?;
    write!(out, "@media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}")?;
    write!(out, ":root[data-theme=light]{{color-scheme:light}}:root[data-density=compact]{{{compact}}}")?;
    Ok(out)
}

fn properties(values: &BTreeMap<String, String>) -> String {
    values.iter().fold(String::new(), |mut out, (name, value)| {
        let _ = write!(out, "--{name}:{value};");
        out
    })
}
