//! Documents that the code writes, and lists that must equal the code.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use amends_core::{command::CommandKind, permit::who_may, refusal, timeline};

use crate::{FILES, runner};

fn source_files(folder: &Path, into: &mut Vec<PathBuf>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            source_files(&path, into)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
    Ok(())
}

/// Every literal that follows `before` in the sources.
fn literals(folder: &str, before: &str) -> Result<BTreeSet<String>, String> {
    let mut files = Vec::new();
    source_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files)?;
    let mut found = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        for part in text.split(before).skip(1) {
            let literal = part.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
            found.extend(literal.map(|(literal, _)| literal.to_owned()));
        }
    }
    Ok(found)
}

#[test]
fn every_refusal_is_listed_and_every_listed_one_is_made() -> Result<(), String> {
    let mut made = literals("src/decide", "Refusal::new(")?;
    made.extend(literals("src", "Refusal::new(")?);
    let checks = amends_core::case::Check::ALL;
    made.extend(checks.map(|check| format!("check-missing-{}", check.code().replace('_', "-"))));
    let listed: BTreeSet<_> = refusal::CODES.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(made, listed);
    assert_eq!(listed.len(), refusal::CODES.len(), "a code is listed twice");
    Ok(())
}

#[test]
fn every_timeline_key_is_listed() -> Result<(), String> {
    let mut files = Vec::new();
    source_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/timeline"), &mut files)?;
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/timeline.rs"));
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        for part in text.split("\"timeline-").skip(1) {
            let key = format!("timeline-{}", part.split('"').next().unwrap_or_default());
            *used.entry(key).or_default() += 1;
        }
    }
    for key in timeline::KEYS {
        // Once in the list, and at least once where it is made.
        assert!(used.get(*key).is_some_and(|times| *times > 1), "{key} is listed and never made");
    }
    assert_eq!(used.len(), timeline::KEYS.len(), "a key is made and not listed: {used:?}");
    Ok(())
}

/// The catalogues of the office: the lines of one message, by its key.
fn catalogue(language: &str, file: &str) -> Result<BTreeMap<String, String>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../amends/locales").join(language).join(file);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    Ok(lines
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect())
}

/// What a message names: `number` of `{ $number }`.
fn variables(message: &str) -> BTreeSet<String> {
    let parts = message.split("{ $").skip(1);
    parts.filter_map(|part| part.split_once(" }")).map(|(name, _)| name.to_owned()).collect()
}

/// The sentence of every refusal the scenarios meet names only what that refusal gives.
#[test]
fn r38_every_refusal_has_a_sentence_in_both_languages_that_names_only_what_is_known() -> Result<(), String> {
    for language in ["en", "cy"] {
        let sentences = catalogue(language, "refusal.ftl")?;
        for code in refusal::CODES {
            assert!(sentences.contains_key(&format!("refusal-{code}")), "refusal-{code} in {language}");
        }
        for file in FILES {
            for refusal in runner::play(file)?.log.into_iter().filter_map(|(_, outcome)| outcome.err()) {
                let sentence =
                    sentences.get(&format!("refusal-{}", refusal.code)).cloned().unwrap_or_default();
                for name in variables(&sentence) {
                    assert!(
                        refusal.args.contains_key(&name),
                        "{language} {}: no {name}: {refusal:?}",
                        refusal.code
                    );
                }
            }
        }
    }
    Ok(())
}

/// `docs/RULES.md` tells who may ask what, what comes of it and which rules refuse, as the scenarios show it.
/// `UPDATE=1` writes it anew.
#[test]
fn the_rules_are_told_as_the_code_has_them() -> Result<(), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/RULES.md");
    let told = rules()?;
    if std::env::var_os("UPDATE").is_some() {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        return fs::write(&path, told).map_err(|error| error.to_string());
    }
    let written =
        fs::read_to_string(&path).map_err(|error| format!("docs/RULES.md: {error}; UPDATE=1 writes it"))?;
    assert_eq!(written, told, "docs/RULES.md is not what the code says; UPDATE=1 writes it anew");
    Ok(())
}

fn rules() -> Result<String, String> {
    let mut events: BTreeMap<CommandKind, BTreeSet<String>> = BTreeMap::new();
    let mut refusals: BTreeMap<CommandKind, BTreeSet<String>> = BTreeMap::new();
    for file in FILES {
        for (kind, outcome) in runner::play(file)?.log {
            match outcome {
                Ok(kinds) => events.entry(kind).or_default().extend(kinds),
                Err(refusal) => {
                    let said = format!("{} ({})", refusal.code, refusal.source_of_rule);
                    refusals.entry(kind).or_default().insert(said);
                }
            }
        }
    }
    let mut text = String::from(
        "# The rules, as the code has them\n\n\
         Written by a test from the code; do not edit. A rule is cited as in the requirements (R31, E18, I2) or by its Act.\n\n\
         ## Who may ask what\n\n\
         | Command | caseworker | coordinator | manager | ombudsman | administrator | link officer | colleague | complainant | machinery |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    let everybody = [
        "caseworker",
        "coordinator",
        "manager",
        "ombudsman",
        "administrator",
        "link officer",
        "colleague",
        "complainant",
        "machinery",
    ];
    for kind in CommandKind::ALL {
        let may = who_may(*kind);
        let cells: Vec<_> = everybody.iter().map(|who| if may.contains(who) { "yes" } else { "" }).collect();
        writeln!(text, "| {} | {} |", kind.name(), cells.join(" | ")).map_err(|error| error.to_string())?;
    }
    text.push_str(
        "\nLink officers, colleagues and complainants may ask only of their own case, and bodies only of what is \
         recommended to them.\n\n## What comes of it, and what refuses\n\n\
         As the scenarios in `crates/core/tests/scenarios` show it.\n\n\
         | Command | Events | Refused by (rule) |\n| --- | --- | --- |\n",
    );
    let joined = |all: Option<&BTreeSet<String>>| {
        all.map_or(String::new(), |all| all.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
    };
    for kind in CommandKind::ALL {
        let (events, refusals) = (joined(events.get(kind)), joined(refusals.get(kind)));
        writeln!(text, "| {} | {events} | {refusals} |", kind.name()).map_err(|error| error.to_string())?;
    }
    Ok(text)
}
