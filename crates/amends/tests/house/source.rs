//! What holds for every Rust source: its first sentence, no SQL outside the store, no catch-all arm over commands and events.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::Visit;

use crate::ratchet::Numbers;
use crate::tree::{expect_none, files, sources};

#[test]
fn every_source_begins_with_a_sentence_about_itself() {
    let faults: Vec<String> = sources()
        .into_iter()
        .filter(|(_, source)| {
            let first = source.lines().next().unwrap_or_default();
            first.strip_prefix("//! ").is_none_or(|sentence| sentence.len() <= 10)
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
    let texts = files().into_iter().filter(|file| file.is("sql") && !file.path.starts_with("crates/store/"));
    let texts: Vec<String> = texts.map(|file| file.path).collect();
    expect_none(&texts, "Move the file into crates/store.");
}

#[test]
fn a_statement_is_told_from_a_sentence() {
    assert_eq!(sql_lines("fn f() {\n run!(\"\n  SELECT \n a\");\n}"), [2]);
    assert!(
        sql_lines("/// SELECTED words\nfn f() { g(\"Update the policy\", \"DELETED\", b'x', 1.5) }")
            .is_empty()
    );
}

/// Catch-all arms of matches over commands or events, outside tests.
#[derive(Default)]
struct CatchAlls {
    lines: Vec<usize>,
}

/// Whether the pattern names a command or an event.
fn names_what_happens(pattern: &syn::Pat) -> bool {
    let words = pattern.to_token_stream().to_string();
    ["Command ::", "Event ::", "CommandKind ::", "EventKind ::"].iter().any(|name| words.contains(name))
}

impl<'ast> Visit<'ast> for CatchAlls {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            syn::visit::visit_item_mod(self, module);
        }
    }

    fn visit_expr_match(&mut self, matched: &'ast syn::ExprMatch) {
        if matched.arms.iter().any(|arm| names_what_happens(&arm.pat)) {
            for arm in &matched.arms {
                if let syn::Pat::Wild(wild) = &arm.pat {
                    self.lines.push(wild.underscore_token.span.start().line);
                }
            }
        }
        syn::visit::visit_expr_match(self, matched);
    }
}

fn catch_alls(source: &str) -> Vec<usize> {
    let mut found = CatchAlls::default();
    found.visit_file(&syn::parse_file(source).unwrap());
    found.lines
}

/// The files of the core that match commands or events with a catch-all arm, and how many such arms they have: a new
/// command or event would fall through them unseen.
pub(crate) fn catch_alls_of_rules() -> Numbers {
    sources()
        .into_iter()
        .filter(|(path, _)| path.starts_with("crates/core/src/"))
        .map(|(path, source)| (path, catch_alls(&source).len()))
        .filter(|(_, arms)| *arms > 0)
        .collect()
}

#[test]
fn a_catch_all_arm_is_found_and_others_are_let_be() {
    let source = "fn f(x: &Command) {\n match (x, 1) {\n (Command::Open { .. }, _) => (),\n _ => (),\n }\n}\n\
        fn g(x: u8) { match x { 1 => (), _ => () } }\n\
        mod tests { fn h(x: Event) { match x { Event::Opened => (), _ => () } } }";
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
