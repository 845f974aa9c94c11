//! A small reader and sieve for minified style sheets: keeps the components we use and re-skins them.

use std::fmt::Write as _;

/// One rule of a sheet: a selector list with declarations, or a block around further rules.
pub enum Rule {
    /// `selectors { declarations }`.
    Style(String, String),
    /// `@media … { rules }`.
    Group(String, Vec<Rule>),
}

/// Reads a style sheet whose comments have no braces of meaning in them.
pub fn parse(source: &str) -> Vec<Rule> {
    let source = without_comments(source);
    let source = source.strip_prefix("@charset \"UTF-8\";").unwrap_or(&source).to_owned();
    rules(&source)
}

fn without_comments(source: &str) -> String {
    let mut clean = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(start) = rest.find("/*") {
        clean.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    clean.push_str(rest);
    clean
}

fn rules(source: &str) -> Vec<Rule> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(open) = rest.find('{') {
        let prelude = rest[..open].trim().to_owned();
        let close = matching(rest, open);
        let body = &rest[open + 1..close];
        if prelude.starts_with("@media") || prelude.starts_with("@supports") {
            found.push(Rule::Group(prelude, rules(body)));
        } else {
            found.push(Rule::Style(prelude, body.to_owned()));
        }
        rest = rest.get(close + 1..).unwrap_or("");
    }
    found
}

/// The place of the brace that closes the one at `open`.
fn matching(source: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (place, byte) in source.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return place,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    source.len()
}

/// Splits at commas (or another sign) that stand outside brackets and quotes.
pub fn split(source: &str, at: char) -> Vec<&str> {
    let (mut parts, mut depth, mut start, mut quote) = (Vec::new(), 0_i32, 0, None);
    for (place, sign) in source.char_indices() {
        match (quote, sign) {
            (Some(open), _) if sign == open => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            (None, _) if sign == at && depth == 0 => {
                parts.push(&source[start..place]);
                start = place + sign.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&source[start..]);
    parts
}

/// What a sheet keeps of the components.
pub struct Sieve<'a> {
    /// Names of blocks that stay: `govuk-button`.
    pub blocks: &'a [&'a str],
    /// Beginnings of class names that go all the same: `govuk-button--start`.
    pub without: &'a [&'a str],
}

impl Sieve<'_> {
    /// The kept rules as text, re-skinned.
    pub fn apply(&self, rules: &[Rule]) -> String {
        self.write(rules, "")
    }

    fn write(&self, rules: &[Rule], within: &str) -> String {
        let mut out = String::new();
        for rule in rules {
            match rule {
                Rule::Group(condition, inner) => {
                    if skipped_condition(condition) {
                        continue;
                    }
                    let kept = self.write(inner, condition);
                    if !kept.is_empty() {
                        let _ = write!(out, "{condition}{{{kept}}}");
                    }
                }
                Rule::Style(selectors, body) => {
                    let kept: Vec<&str> =
                        split(selectors, ',').into_iter().filter(|selector| self.keeps(selector)).collect();
                    let declarations = reskin(body, within.contains("min-width"));
                    if !kept.is_empty() && !declarations.is_empty() {
                        let _ = write!(out, "{}{{{declarations}}}", kept.join(","));
                    }
                }
            }
        }
        out
    }

    fn keeps(&self, selector: &str) -> bool {
        let classes = classes(selector);
        !classes.is_empty()
            && !selector.contains(":-ms")
            && classes.iter().all(|class| {
                let block = class.split("__").next().unwrap_or(class);
                let block = block.split("--").next().unwrap_or(block);
                self.blocks.contains(&block) && !self.without.iter().any(|gone| class.starts_with(gone))
            })
    }
}

/// Print is ours alone; the others speak to browsers that no longer get updates.
fn skipped_condition(condition: &str) -> bool {
    ["print", "-ms-", "\\0", "not (text-wrap", "not (caret-color", "not (-ms"]
        .iter()
        .any(|gone| condition.contains(gone))
}

fn classes(selector: &str) -> Vec<&str> {
    selector
        .split('.')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-' || sign == '_'));
            &rest[..end.unwrap_or(rest.len())]
        })
        .filter(|class| class.starts_with(|first: char| first.is_ascii_alphabetic()))
        .collect()
}

/// Declarations with our tokens for colours, our scale for sizes, and logical instead of physical sides.
fn reskin(body: &str, wide: bool) -> String {
    let mut kept = Vec::new();
    for declaration in split(body, ';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let (property, value) = (property.trim(), value.trim());
        let vendor = property.starts_with("-webkit-")
            || property.starts_with("-moz-")
            || value.starts_with("-webkit-");
        if vendor || value.contains("url(") || (property.starts_with("--") && !property.starts_with("--_")) {
            continue;
        }
        let value = match property {
            "font-family" => "var(--font)".to_owned(),
            "font-size" => size(value, wide).to_owned(),
            "line-height" => leading(value).to_owned(),
            "text-align" | "float" | "clear" => side(property, value).to_owned(),
            _ => colours(value),
        };
        kept.push(format!("{}:{value}", logical(property)));
    }
    kept.join(";")
}

/// The type scale: GOV.UK's steps on narrow and wide screens become one custom property each.
fn size(value: &str, wide: bool) -> &str {
    match (value, wide) {
        ("1.1875rem", _) | ("1rem", false) => "var(--type-body)",
        ("1rem", true) | ("0.875rem" | ".875rem", _) => "var(--type-small)",
        ("1.5rem", true) | ("1.125rem", false) | ("1.3125rem", _) => "var(--type-m)",
        ("2.25rem", true) | ("1.6875rem", false) => "var(--type-l)",
        ("3rem", true) | ("2rem", false) => "var(--type-xl)",
        _ => value,
    }
}

fn leading(value: &str) -> &str {
    match value {
        "1.25" | "1.3157894737" | "1.4285714286" => "var(--leading)",
        _ => value,
    }
}

fn side<'a>(property: &str, value: &'a str) -> &'a str {
    match (property, value) {
        ("text-align", "left") => "start",
        ("text-align", "right") => "end",
        (_, "left") => "inline-start",
        (_, "right") => "inline-end",
        _ => value,
    }
}

fn logical(property: &str) -> String {
    match property {
        "left" => "inset-inline-start".to_owned(),
        "right" => "inset-inline-end".to_owned(),
        _ => property.replace("-left", "-inline-start").replace("-right", "-inline-end"),
    }
}

/// Their custom properties (`--govuk-…`), with the token each becomes.
const NAMED: [(&str, &str); 20] = [
    ("brand-colour", "--brand"),
    ("text-colour", "--ink"),
    ("inverse-text-colour", "--on-brand"),
    ("template-background-colour", "--paper"),
    ("body-background-colour", "--paper"),
    ("print-text-colour", "--ink"),
    ("secondary-text-colour", "--ink-2"),
    ("focus-colour", "--focus"),
    ("focus-text-colour", "--focus-ink"),
    ("error-colour", "--not"),
    ("success-colour", "--met"),
    ("border-colour", "--hair"),
    ("input-border-colour", "--line"),
    ("hover-colour", "--hair"),
    ("link-colour", "--link"),
    ("link-visited-colour", "--visited"),
    ("link-hover-colour", "--link-hover"),
    ("link-active-colour", "--ink"),
    ("surface-background-colour", "--surface"),
    ("surface-border-colour", "--hair"),
];

/// Colours they write out, with the token each becomes.
const WRITTEN: [(&str, &str); 16] = [
    ("#0b0c0c", "--ink"),
    ("#fd0", "--focus"),
    ("#cecece", "--hair"),
    ("#fff", "--paper"),
    ("#f3f3f3", "--sunken"),
    ("#1a65a6", "--link"),
    ("#ca3535", "--not"),
    ("#484949", "--ink-2"),
    ("#0f385c", "--link-hover"),
    ("#1d70b8", "--brand"),
    ("#f4f8fb", "--surface"),
    ("#0f7a52", "--brand"),
    ("#8eb8dc", "--hair"),
    ("#54319f", "--visited"),
    ("#083d29", "--brand-strong"),
    ("#b1b4b6", "--hair"),
];

fn colours(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(start) = rest.find("var(--govuk-") {
        out.push_str(&written_out(&rest[..start]));
        let inner = &rest[start + "var(--govuk-".len()..];
        let end = closing(inner);
        let name = inner[..end].split(',').next().unwrap_or_default();
        match NAMED.iter().find(|(theirs, _)| *theirs == name) {
            Some((_, ours)) => {
                let _ = write!(out, "var({ours})");
            }
            None => {
                let _ = write!(out, "var(--govuk-{})", &inner[..end]);
            }
        }
        rest = inner.get(end + 1..).unwrap_or("");
    }
    out.push_str(&written_out(rest));
    out
}

/// The place of the bracket that closes one already opened.
fn closing(source: &str) -> usize {
    let mut depth = 1;
    for (place, byte) in source.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place;
        }
    }
    source.len()
}

fn written_out(value: &str) -> String {
    WRITTEN
        .iter()
        .fold(value.to_owned(), |value, (theirs, ours)| value.replace(theirs, &format!("var({ours})")))
}

/// Our own sheets without comments and spare white space.
pub fn minify(source: &str) -> String {
    let source = without_comments(source);
    let mut out = String::with_capacity(source.len());
    for sign in source.split_whitespace().flat_map(|word| word.chars().chain([' '])) {
        if sign == ' ' && out.ends_with(['{', '}', ';', ',', ':', '>', ' ']) {
            continue;
        }
        if matches!(sign, '{' | '}' | ';' | ',' | '>') {
            out.truncate(out.trim_end().len());
        }
        if sign == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push(sign);
    }
    out
}
