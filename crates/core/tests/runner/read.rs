//! Reads a scenario into its setting and its steps.

use jiff::civil::Date;

/// What is given before the first step.
#[derive(Debug, Default)]
pub struct Setting {
    pub profile: String,
    pub early_resolution: bool,
    pub own_initiative: bool,
    pub bodies: Vec<(String, String, String)>,
    pub complainant: Option<(String, String, String)>,
    pub lateness_original: bool,
    pub ladder: Vec<(String, bool)>,
    pub without_findings: bool,
    pub without_checks: bool,
}

/// One step.
#[derive(Debug)]
pub struct Step {
    pub line: usize,
    pub on: Date,
    pub what: String,
    pub expected: Vec<String>,
}

/// A scenario.
#[derive(Debug)]
pub struct Scenario {
    pub setting: Setting,
    pub steps: Vec<Step>,
}

/// Why a line cannot be read, with its number.
type Problem = (usize, String);

pub fn read(text: &str) -> Result<Scenario, Problem> {
    let mut scenario = Scenario { setting: Setting::default(), steps: Vec::new() };
    if !text.starts_with("# ") {
        return Err((1, "the first line says what is shown: `# R31 …`".to_owned()));
    }
    for (place, raw) in text.lines().enumerate() {
        let line = place + 1;
        let content = raw.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if let Some(more) = content.strip_prefix('>') {
            let Some(step) = scenario.steps.last_mut() else {
                return Err((line, "nothing has happened yet of which this could hold".to_owned()));
            };
            step.expected.extend(listed(more));
        } else if content.starts_with(|first: char| first.is_ascii_digit()) {
            scenario.steps.push(step(content, line)?);
        } else if scenario.steps.is_empty() {
            set(&mut scenario.setting, content).map_err(|why| (line, why))?;
        } else {
            return Err((line, format!("a step begins with its date, not with {content:?}")));
        }
    }
    if scenario.steps.is_empty() {
        return Err((1, "nothing happens in it".to_owned()));
    }
    if scenario.steps.windows(2).any(|pair| pair[1].on < pair[0].on) {
        return Err((1, "the steps are not in order of their dates".to_owned()));
    }
    Ok(scenario)
}

fn listed(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn step(content: &str, line: usize) -> Result<Step, Problem> {
    let (happened, expected) = content.split_once('>').unwrap_or((content, ""));
    let Some((date, what)) = happened.trim().split_once(char::is_whitespace) else {
        return Err((line, "a date and nothing else".to_owned()));
    };
    let on = date.parse().map_err(|_| (line, format!("{date:?} is no date like 2026-03-02")))?;
    Ok(Step { line, on, what: what.trim().to_owned(), expected: listed(expected) })
}

fn set(setting: &mut Setting, line: &str) -> Result<(), String> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let rest = rest.trim();
    match (word, rest) {
        ("profile", name) => name.clone_into(&mut setting.profile),
        ("route", "early resolution") => setting.early_resolution = true,
        ("own", "initiative") => setting.own_initiative = true,
        ("lateness", "original") => setting.lateness_original = true,
        ("without", "findings") => setting.without_findings = true,
        ("without", "checks") => setting.without_checks = true,
        ("body", described) => setting.bodies.push(named(described)?),
        ("complainant", described) => setting.complainant = Some(named(described)?),
        ("ladder", described) => match described.rsplit_once(' ') {
            Some((step, "on")) => setting.ladder.push((step.to_owned(), true)),
            Some((step, "off")) => setting.ladder.push((step.to_owned(), false)),
            _ => return Err("say `ladder STEP on` or `ladder STEP off`".to_owned()),
        },
        _ => return Err(format!("{line:?} is no part of a setting")),
    }
    Ok(())
}

/// `Ynys Council (council, cy)`.
fn named(text: &str) -> Result<(String, String, String), String> {
    let wrong = || format!("{text:?} should read `NAME (KIND, LANGUAGE)`");
    let (name, rest) = text.split_once('(').ok_or_else(wrong)?;
    let inside = rest.strip_suffix(')').ok_or_else(wrong)?;
    let (first, second) = inside.split_once(',').ok_or_else(wrong)?;
    Ok((name.trim().to_owned(), first.trim().to_owned(), second.trim().to_owned()))
}
