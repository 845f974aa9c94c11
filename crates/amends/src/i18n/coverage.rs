//! Tests that every message asked for is there and gets its variables, and that none is spare.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use amends_core::text::Language;
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

use super::{Catalogue, SOURCES};

/// Each message of one language with the names of its variables.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (name, text) in SOURCES.iter().filter(|(name, _)| name.starts_with(language.tag())) {
        let resource = parser::parse(*text).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                variables_of(message.value.as_ref().expect("a value"), &mut variables);
                let key = message.id.name.to_owned();
                assert!(found.insert(key, variables).is_none(), "{name}: {} stands twice", message.id.name);
            }
        }
    }
    found
}

fn variables_of(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, into);
        }
    }
}

fn of_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, into),
        Expression::Select { selector, variants } => {
            of_inline(selector, into);
            for variant in variants {
                variables_of(&variant.value, into);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, into),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|one| of_inline(one, into));
        }
        _ => {}
    }
}

/// Every source and template of this crate that may name a message.
fn texts() -> Vec<(PathBuf, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![here.join("src"), here.join("templates"), here.join("../core/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|kind| ["rs", "html", "txt"].iter().any(|one| kind == *one))
            {
                let text = fs::read_to_string(&path).expect("a text");
                found.push((path, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()));
            }
        }
    }
    found
}

/// The keys and argument lists of `t("…", …)` and `tr(language, "…", …)`.
fn calls(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for opening in ["t(", "tr("] {
        for (at, _) in text.match_indices(opening) {
            let before = text[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || before == '_' {
                continue;
            }
            let arguments = &text[at + opening.len()..];
            let Some((first, rest)) = arguments.split_once('"') else { continue };
            if !first.chars().all(|sign| sign.is_alphanumeric() || "_,.&: \n".contains(sign)) {
                continue;
            }
            if let Some((key, rest)) = rest.split_once('"') {
                found.push((key.to_owned(), to_closing_bracket(rest).to_owned()));
            }
        }
    }
    found
}

fn to_closing_bracket(text: &str) -> &str {
    let mut depth = 1;
    for (at, sign) in text.char_indices() {
        depth += match sign {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}

#[test]
fn every_message_asked_for_exists_and_is_given_its_variables() {
    let known = messages(Language::En);
    assert!(known.len() > 100, "the catalogues were found");
    let mut faults = Vec::new();
    for (path, text) in texts() {
        let page = path.extension().is_some_and(|kind| kind != "rs");
        for (key, arguments) in calls(&text) {
            let Some(variables) = known.get(&key) else {
                faults.push(format!("{}: there is no message {key}", path.display()));
                continue;
            };
            for variable in variables.iter().filter(|_| page) {
                if !arguments.contains(&format!("{variable}=")) {
                    faults.push(format!("{}: {key} is not given {variable}", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_message_is_spare() {
    let texts = texts();
    let quoted: BTreeSet<&str> = texts.iter().flat_map(|(_, text)| text.split('"')).collect();
    // A key put together from a beginning, as `month-{}` or `status-{}-{}`, is used by that beginning.
    let beginnings: Vec<&str> = quoted
        .iter()
        .filter_map(|text| text.split_once('{').map(|(beginning, _)| beginning).or(Some(text)))
        .filter(|text| text.len() > 3 && text.ends_with('-') && !text.contains(char::is_whitespace))
        .collect();
    // One with an ending, as `{key}-mend`, is used where the key before the ending is.
    let endings: Vec<&str> = quoted
        .iter()
        .filter_map(|text| text.strip_prefix('{')?.split_once('}').map(|(_, ending)| ending))
        .collect();
    let ended = |key: &str| {
        endings
            .iter()
            .filter(|ending| ending.starts_with('-'))
            .any(|ending| key.strip_suffix(ending).is_some_and(|stem| quoted.contains(stem)))
    };
    let mut spare: Vec<String> = messages(Language::En).into_keys().collect();
    spare.retain(|key| {
        !quoted.contains(key.as_str())
            && !ended(key)
            && !beginnings.iter().any(|start| key.starts_with(start))
    });
    assert!(spare.is_empty(), "used nowhere: {spare:?}");
}

#[test]
fn every_status_has_words_for_staff_and_public_in_both_languages() {
    for look in &crate::render::status::STATUSES {
        for language in Language::ALL {
            for audience in ["staff", "public"] {
                let key = format!("status-{audience}-{}", look.state);
                assert!(Catalogue::get().has(language, &key), "{key} in {}", language.tag());
            }
        }
    }
}
