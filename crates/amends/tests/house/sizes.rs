//! Files of at most 400 lines and functions of at most 70: what is larger today stands in `docs/ratchet.toml` with its
//! size, and may only become smaller.

use std::collections::BTreeMap;
use std::fmt::Write;

use syn::spanned::Spanned;
use syn::visit::Visit;

use crate::tree::{expect_none, root, sources};

const FILE_LINES: usize = 400;
const FILE_LINES_NEVER: usize = 700;
const FUNCTION_LINES: usize = 70;
const RATCHET: &str = "docs/ratchet.toml";

type Sizes = BTreeMap<String, usize>;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Ratchet {
    files: Sizes,
    functions: Sizes,
}

/// The functions of a file with their lengths in lines.
struct Functions<'a> {
    path: &'a str,
    large: Sizes,
}

impl Functions<'_> {
    fn note(&mut self, name: &syn::Ident, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.span().start().line;
        let last = block.span().end().line;
        let lines = last - first + 1;
        if lines > FUNCTION_LINES {
            let name = format!("{}::{name}", self.path);
            let known = self.large.entry(name).or_default();
            *known = lines.max(*known);
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.note(&item.sig.ident, &item.sig, &item.block);
        syn::visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.note(&item.sig.ident, &item.sig, &item.block);
        syn::visit::visit_impl_item_fn(self, item);
    }
}

fn large_files() -> Sizes {
    sources()
        .into_iter()
        .map(|(path, source)| (path, source.lines().count()))
        .filter(|(_, lines)| *lines > FILE_LINES)
        .collect()
}

fn large_functions() -> Sizes {
    let mut large = Sizes::new();
    for (path, source) in sources() {
        let file = syn::parse_file(&source).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let mut functions = Functions { path: &path, large: Sizes::new() };
        functions.visit_file(&file);
        large.append(&mut functions.large);
    }
    large
}

/// What is larger than the ratchet says, or smaller, so that it has to be turned.
fn against(ratchet: &Sizes, today: &Sizes, limit: usize) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, lines) in today {
        match ratchet.get(name) {
            None => faults.push(format!("{name} has {lines} lines; the limit is {limit}")),
            Some(known) if lines > known => faults.push(format!("{name} grew from {known} to {lines} lines")),
            Some(known) if lines < known => {
                faults.push(format!(
                    "{name} shrank from {known} to {lines} lines: write {lines} into {RATCHET}"
                ));
            }
            Some(_) => {}
        }
    }
    for name in ratchet.keys().filter(|name| !today.contains_key(*name)) {
        faults.push(format!("{name} is within the limit now: take it out of {RATCHET}"));
    }
    faults
}

fn write_ratchet(files: &Sizes, functions: &Sizes) {
    let mut text = "# What is larger than it should be (files over 400 lines, functions over 70), with its lines today.\n\
        # The numbers only go down: split what stands here when you work on it.\n"
        .to_owned();
    for (heading, sizes) in [("files", files), ("functions", functions)] {
        writeln!(text, "\n[{heading}]").unwrap();
        for (name, lines) in sizes {
            writeln!(text, "\"{name}\" = {lines}").unwrap();
        }
    }
    std::fs::write(root().join(RATCHET), text).unwrap();
}

#[test]
fn files_and_functions_keep_their_sizes() {
    let (files, functions) = (large_files(), large_functions());
    if std::env::var_os("AMENDS_RATCHET").is_some_and(|word| word == "write") {
        write_ratchet(&files, &functions);
    }
    let text = std::fs::read_to_string(root().join(RATCHET)).unwrap();
    let ratchet: Ratchet = toml::from_str(&text).unwrap();
    let mut faults = against(&ratchet.files, &files, FILE_LINES);
    faults.extend(against(&ratchet.functions, &functions, FUNCTION_LINES));
    let never = files.iter().filter(|(_, lines)| **lines > FILE_LINES_NEVER);
    faults.extend(
        never.map(|(path, lines)| format!("{path} has {lines} lines; {FILE_LINES_NEVER} is never right")),
    );
    expect_none(&faults, "Split what is too large into rooms of their own.");
}

#[test]
fn the_ratchet_turns_one_way_only() {
    let sizes =
        |list: &[(&str, usize)]| list.iter().map(|(name, lines)| ((*name).to_owned(), *lines)).collect();
    let ratchet: Sizes = sizes(&[("same", 500), ("grew", 500), ("shrank", 500), ("split", 500)]);
    let today: Sizes = sizes(&[("same", 500), ("grew", 501), ("shrank", 499), ("new", 401)]);
    let faults = against(&ratchet, &today, FILE_LINES).join("\n");
    for name in ["grew from 500 to 501", "shrank from 500 to 499", "new has 401", "split is within"] {
        assert!(faults.contains(name), "{name}: {faults}");
    }
    assert!(!faults.contains("same"));
}

#[test]
fn a_long_function_is_measured_from_its_name_to_its_last_brace() {
    let body = "    let _x = 1;\n".repeat(70);
    let source = format!("/// Words.\n#[must_use]\nfn long() {{\n{body}}}\nfn short() {{}}\n");
    let mut functions = Functions { path: "a.rs", large: Sizes::new() };
    functions.visit_file(&syn::parse_file(&source).unwrap());
    assert_eq!(functions.large, Sizes::from([("a.rs::long".to_owned(), 72)]));
}
