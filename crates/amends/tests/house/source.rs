//! What holds for every Rust source: its first sentence, no SQL outside the store, no catch-all arm where rules are.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

use crate::tree::{expect_none, files, sources};

#[test]
fn every_source_begins_with_a_sentence_about_itself() {
    let faults: Vec<String> = sources()
        .into_iter()
        .filter(|(_, source)| {
            let first = source.lines().next().unwrap_or_default();
            !first.strip_prefix("//! ").is_some_and(|sentence| sentence.len() > 10)
        })
        .map(|(path, _)| path)
        .collect();
    expect_none(&faults, "Begin the file with a line `//! …` that says in a sentence what stands in it.");
}

#[test]
fn no_room_is_named_for_odds_and_ends() {
    let names = ["utils", "util", "common", "helpers", "helper", "misc"];
    let faults: Vec<String> = files()
        .into_iter()
        .filter(|file| file.is("rs"))
        .flat_map(|file| {
            let parts: Vec<String> =
                file.path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            parts.into_iter().filter(|part| names.contains(&part.as_str())).map(move |_| file.path.clone())
        })
        .collect();
    expect_none(&faults, "Name the file for what stands in it.");
}

/// Whether a literal is a statement of SQL: the keyword in capitals and a blank.
fn is_sql(literal: &str) -> bool {
    let words = literal.trim_start();
    ["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE TABLE", "PRAGMA"]
        .iter()
        .any(|keyword| words.strip_prefix(keyword).is_some_and(|rest| rest.starts_with(char::is_whitespace)))
}

/// The string literals of a file, in macros too.
fn literals(tokens: TokenStream, found: &mut Vec<(usize, String)>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => literals(group.stream(), found),
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                    found.push((text.span().start().line, text.value()));
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

fn sql_lines(source: &str) -> Vec<usize> {
    let mut found = Vec::new();
    literals(source.parse().unwrap(), &mut found);
    found.into_iter().filter(|(_, text)| is_sql(text)).map(|(line, _)| line).collect()
}

#[test]
fn sql_stands_in_the_store_alone() {
    let faults: Vec<String> = sources()
        .into_iter()
        .filter(|(path, _)| !path.starts_with("crates/store/"))
        .flat_map(|(path, source)| {
            sql_lines(&source).into_iter().map(move |line| format!("{path}:{line}")).collect::<Vec<_>>()
        })
        .collect();
    expect_none(&faults, "Move the statement into crates/store and give it a function there.");
}

#[test]
fn a_statement_is_told_from_a_sentence() {
    assert_eq!(sql_lines("fn f() {\n run!(\"\n  SELECT \n a\");\n}"), [2]);
    assert!(
        sql_lines("/// SELECTED words\nfn f() { g(\"Update the policy\", \"DELETED\", b'x', 1.5) }")
            .is_empty()
    );
}

/// Catch-all arms outside tests.
#[derive(Default)]
struct CatchAlls {
    lines: Vec<usize>,
}

impl<'ast> Visit<'ast> for CatchAlls {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            syn::visit::visit_item_mod(self, module);
        }
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if let syn::Pat::Wild(wild) = &arm.pat {
            self.lines.push(wild.underscore_token.span.start().line);
        }
        syn::visit::visit_arm(self, arm);
    }
}

fn catch_alls(source: &str) -> Vec<usize> {
    let mut found = CatchAlls::default();
    found.visit_file(&syn::parse_file(source).unwrap());
    found.lines
}

#[test]
fn commands_and_events_are_matched_one_by_one() {
    let rooms = ["decide", "evolve"];
    let faults: Vec<String> = sources()
        .into_iter()
        .filter(|(path, _)| {
            path.strip_prefix("crates/core/src/").is_some_and(|below| {
                rooms
                    .iter()
                    .any(|room| below == format!("{room}.rs") || below.starts_with(&format!("{room}/")))
            })
        })
        .flat_map(|(path, source)| {
            catch_alls(&source).into_iter().map(move |line| format!("{path}:{line}")).collect::<Vec<_>>()
        })
        .collect();
    expect_none(
        &faults,
        "Name every command or event in place of `_`, so that a new one has to be thought about.",
    );
}

#[test]
fn a_catch_all_arm_is_found_and_a_test_is_let_be() {
    let source = "fn f(x: u8) {\n match x {\n 1 => (),\n _ => (),\n }\n}\nmod tests { fn g(x: u8) { match x { _ => () } } }";
    assert_eq!(catch_alls(source), [4]);
}

#[test]
fn lints_are_expected_with_a_reason_and_no_test_is_left_out() {
    let barred = [
        (
            concat!("#[all", "ow("),
            "`#[expect(…, reason = \"…\")]` says why and complains when it is no longer needed",
        ),
        (
            concat!("#![all", "ow("),
            "`#![expect(…, reason = \"…\")]` says why and complains when it is no longer needed",
        ),
        (concat!("#[ign", "ore"), "a test that does not run holds nothing"),
        (concat!("#[should_", "panic"), "say which error is expected"),
        (concat!("unimpl", "emented!("), "leave out what is not there yet"),
    ];
    let mut faults = Vec::new();
    for (path, source) in sources() {
        for (nth, line) in source.lines().enumerate() {
            for (words, why) in barred.iter().filter(|(words, _)| line.trim_start().starts_with(words)) {
                faults.push(format!("{path}:{}: {words}: {why}", nth + 1));
            }
        }
    }
    expect_none(&faults, "Change these lines.");
}
