//! One text for both engines: every statement there is can be prepared on each, and none uses what compatible engines
//! lack.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use amends_store::Options;

use crate::ground::{Office, office_in_a_file, office_on_a_server};

/// Rooms in which an engine's own words may stand.
const OWN_ROOMS: &[&str] = &["src/db.rs", "src/db/"];

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

/// The texts in quotes of a source file, before its tests begin.
fn quoted(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    let mut text: Option<String> = None;
    let mut letters = source.chars().peekable();
    while let Some(letter) = letters.next() {
        match (&mut text, letter) {
            (None, '/') if letters.peek() == Some(&'/') => {
                while letters.next_if(|letter| *letter != '\n').is_some() {}
            }
            (None, '\'') => {
                // A letter in quotes of its own, or a lifetime.
                let mut ahead = letters.clone();
                let first = ahead.next();
                if first == Some('\\') || ahead.next() == Some('\'') {
                    if first == Some('\\') {
                        letters.next();
                    }
                    letters.next();
                    letters.next_if_eq(&'\'');
                }
            }
            (None, '"') => text = Some(String::new()),
            (Some(_), '"') => found.extend(text.take()),
            (Some(text), '\\') => match letters.next() {
                Some('\n') => while letters.next_if(|letter| letter.is_whitespace()).is_some() {},
                Some(other) => text.push(other),
                None => {}
            },
            (Some(text), other) => text.push(other),
            (None, _) => {}
        }
    }
    found
}

/// Named texts, by their names: `const NAME: &str = "…"`.
fn named(source: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut rest = source;
    while let Some(at) = rest.find("const ") {
        rest = &rest[at + 6..];
        let Some((name, after)) = rest.split_once(": &str =") else { break };
        if name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_') {
            found.extend(quoted(after).into_iter().next().map(|text| (name.to_owned(), text)));
        }
    }
    found
}

fn is_statement(text: &str) -> bool {
    ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "]
        .iter()
        .any(|word| text.trim_start().starts_with(word))
}

/// Every statement in the source that is not made of pieces while it runs, with the file it stands in.
fn statements() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    files(&root.join("src"), ".rs", &mut paths);
    let sources: Vec<(String, String)> = paths
        .iter()
        .map(|path| {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .filter(|(name, _)| !OWN_ROOMS.iter().any(|room| name.starts_with(room)))
        .collect();
    let everywhere: BTreeMap<String, String> = sources.iter().flat_map(|(_, source)| named(source)).collect();
    let mut found = Vec::new();
    for (file, source) in &sources {
        let here = named(source);
        for text in quoted(source).into_iter().filter(|text| is_statement(text)) {
            let mut whole = text;
            for names in [&here, &everywhere] {
                for (name, words) in names {
                    whole = whole.replace(&format!("{{{name}}}"), words);
                }
            }
            if !whole.contains('{') {
                found.push((file.clone(), whole));
            }
        }
    }
    found
}

#[test]
fn every_statement_is_understood_by_both_engines_and_means_the_same_shape() {
    let statements = statements();
    assert!(statements.len() > 120, "only {} statements were found", statements.len());
    let (file, server) = (office_in_a_file(&Options::default()), office_on_a_server(&Options::default()));
    let shape = |office: &Office, sql: &str| office.db.read(|c| c.shape(sql));
    let mut faults = Vec::new();
    // The note of a copy has a table only while the copy goes on; the stories of copies ask it on both engines.
    for (place, sql) in statements.iter().filter(|(_, sql)| !sql.contains("copy_note")) {
        match (shape(&file, sql), shape(&server, sql)) {
            (Ok(one), Ok(other)) if one == other => {}
            (one, other) => faults.push(format!("{place}: {one:?} and {other:?}: {sql}")),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What engines compatible with PostgreSQL lack or do otherwise, and what SQLite lacks.
const BARRED: &[&str] = &[
    "ADVISORY",
    "LISTEN ",
    "NOTIFY",
    "SERIAL",
    "::",
    "ILIKE",
    "INSERT OR ",
    "ROWID",
    "MERGE INTO",
    "EXCLUDE ",
    "DEFERRABLE",
    "TRIGGER",
    "TEMP TABLE",
    "TEMPORARY",
    "CTID",
    "XMIN",
    "NOW()",
    "CURRENT_TIMESTAMP",
    "DATE_TRUNC",
    "STRFTIME",
    "LOCK TABLE",
    "SKIP LOCKED",
    "UNLOGGED",
    "AUTOINCREMENT",
    "GENERATED ",
    "ARRAY[",
    "JSONB",
    "PRAGMA",
    "GROUP_CONCAT",
    "STRING_AGG",
    " IS NOT $",
    "TOTAL(",
    "IFNULL",
    "GLOB ",
];

fn barred(text: &str) -> Vec<&'static str> {
    let upper = text.to_uppercase();
    BARRED.iter().copied().filter(|word| upper.contains(word)).collect()
}

#[test]
fn nothing_is_asked_that_a_compatible_engine_lacks() {
    let mut faults: Vec<String> = statements()
        .into_iter()
        .filter_map(|(file, sql)| {
            let found = barred(&sql);
            (!found.is_empty()).then(|| format!("{file}: {found:?} in {sql}"))
        })
        .collect();
    let mut migrations = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations"), ".sql", &mut migrations);
    for path in migrations.iter().filter(|path| !path.to_string_lossy().ends_with(".sample.sql")) {
        let mut engine = false;
        for line in fs::read_to_string(path).unwrap().lines() {
            match line.trim() {
                "--@sqlite" | "--@postgres" => engine = true,
                "--@end" => engine = false,
                text if engine || text.starts_with("--") => {}
                text => faults.extend(
                    barred(text).into_iter().map(|word| format!("{}: {word} in {text}", path.display())),
                ),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(barred("SELECT pg_advisory_lock(1)"), ["ADVISORY"]);
}
