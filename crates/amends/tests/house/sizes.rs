//! Files of at most 400 lines and functions of at most 70.

use syn::spanned::Spanned;
use syn::visit::Visit;

use crate::ratchet::Numbers;
use crate::tree::{expect_none, sources};

const FILE_LINES: usize = 400;
const FILE_LINES_NEVER: usize = 700;
const FUNCTION_LINES: usize = 70;

/// The functions of a file with their lengths in lines.
struct Functions<'a> {
    path: &'a str,
    large: Numbers,
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

/// Files over the limit with their lines.
pub(crate) fn large_files() -> Numbers {
    sources()
        .into_iter()
        .map(|(path, source)| (path, source.lines().count()))
        .filter(|(_, lines)| *lines > FILE_LINES)
        .collect()
}

/// Functions over the limit with their lines.
pub(crate) fn large_functions() -> Numbers {
    let mut large = Numbers::new();
    for (path, source) in sources() {
        let file = syn::parse_file(&source).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        let mut functions = Functions { path: &path, large: Numbers::new() };
        functions.visit_file(&file);
        large.append(&mut functions.large);
    }
    large
}

#[test]
fn no_file_is_larger_than_700_lines() {
    let faults: Vec<String> = large_files()
        .into_iter()
        .filter(|(_, lines)| *lines > FILE_LINES_NEVER)
        .map(|(path, lines)| format!("{path} has {lines} lines"))
        .collect();
    expect_none(&faults, "Split these files.");
}

#[test]
fn a_long_function_is_measured_from_its_name_to_its_last_brace() {
    let body = "    let _x = 1;\n".repeat(70);
    let source = format!("/// Words.\n#[must_use]\nfn long() {{\n{body}}}\nfn short() {{}}\n");
    let mut functions = Functions { path: "a.rs", large: Numbers::new() };
    functions.visit_file(&syn::parse_file(&source).unwrap());
    assert_eq!(functions.large, Numbers::from([("a.rs::long".to_owned(), 72)]));
}
