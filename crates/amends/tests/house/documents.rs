//! Documents that do not rot: files they name exist, and the records of decisions say what became easier and harder.

use crate::tree::{File, expect_none, files};

const ENDINGS: [&str; 14] =
    ["rs", "toml", "sql", "ftl", "md", "html", "txt", "sh", "py", "mjs", "js", "css", "json", "eml"];

/// The words in `code` marks outside fenced blocks.
fn code_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            words.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    words
}

/// The paths a word stands for (`a/{en,cy}/b.ftl` is two); none where it is no path of the tree.
fn paths(word: &str) -> Vec<String> {
    let pattern = ['*', '<', '>', '…', '$', ' ', '(', '=', '\\', ':'];
    if word.contains(pattern) || word.contains("NNNN") || word.starts_with(['/', '-', '~', '.']) {
        return Vec::new();
    }
    let is_path = word
        .rsplit_once('.')
        .is_some_and(|(before, end)| !before.is_empty() && ENDINGS.contains(&end))
        || ["crates/", "docs/", "xtask/", "scripts/", "tests/"].iter().any(|folder| word.starts_with(folder));
    if !is_path {
        return Vec::new();
    }
    match (word.split_once('{'), word.split_once('}')) {
        (Some((before, rest)), Some((_, after))) => rest
            .split('}')
            .next()
            .unwrap_or_default()
            .split(',')
            .flat_map(|choice| paths(&format!("{before}{}{after}", choice.trim())))
            .collect(),
        _ => vec![word.trim_end_matches('/').to_owned()],
    }
}

/// A path is in the tree when a file is there, in any folder of the crate it is told of, or a folder of that name.
fn exists(path: &str, tree: &[File]) -> bool {
    tree.iter().any(|file| {
        file.path == path
            || file.path.ends_with(&format!("/{path}"))
            || file.path.starts_with(&format!("{path}/"))
            || file.path.contains(&format!("/{path}/"))
    })
}

#[test]
fn files_named_in_documents_exist() {
    let tree = files();
    let mut named = 0;
    let mut faults = Vec::new();
    for document in tree.iter().filter(|file| file.is("md") && !file.path.ends_with("CHANGELOG.md")) {
        for path in code_words(document.text().unwrap()).iter().flat_map(|word| paths(word)) {
            named += 1;
            if !exists(&path, &tree) {
                faults.push(format!("{} names {path}", document.path));
            }
        }
    }
    assert!(named > 10, "the documents name only {named} files: the check has lost its eyes");
    expect_none(&faults, "These files are not in the tree: correct the document.");
}

#[test]
fn a_name_is_told_from_a_command() {
    assert_eq!(paths("locales/{en,cy}/a.ftl"), ["locales/en/a.ftl", "locales/cy/a.ftl"]);
    assert_eq!(paths("crates/core/"), ["crates/core"]);
    for word in ["cargo xtask test", "*.rs", "NNNN_name.sql", "R31", "/healthz", "office.act", "a::b.rs"] {
        assert!(paths(word).is_empty(), "{word}");
    }
    assert_eq!(code_words("a `b` c\n```\n`d`\n```\n`e` `f`"), ["b", "e", "f"]);
}

#[test]
fn every_recorded_decision_says_what_is_easier_and_what_is_harder() {
    let records: Vec<File> = files().into_iter().filter(|file| file.path.starts_with("docs/adr/")).collect();
    assert!(!records.is_empty());
    let faults: Vec<String> = records
        .iter()
        .flat_map(|file| {
            ["## Context", "## Decision", "**Easier**", "**Harder**"]
                .into_iter()
                .filter(|part| !file.text().unwrap().contains(part))
                .map(|part| format!("{} has no {part}", file.path))
                .collect::<Vec<_>>()
        })
        .collect();
    expect_none(&faults, "Complete the record.");
}
