//! English and Welsh are equals: every message stands in both, with the same variables, and in its own words.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::tree::{expect_none, files};

/// What a message holds.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    variables: BTreeSet<String>,
    text: String,
}

type Catalogue = BTreeMap<String, Message>;

impl Message {
    fn take(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.take(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::TermReference { arguments, .. } => {
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        for argument in &arguments.named {
            self.inline(&argument.value);
        }
    }
}

/// Adds the messages of one file; what cannot be read or stands twice is a fault.
fn read(path: &str, source: &str, catalogue: &mut Catalogue, faults: &mut Vec<String>) {
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = source.get(..error.pos.start).map_or(0, |before| before.lines().count());
                faults.push(format!("{path}:{line}: {error}"));
            }
            resource
        }
    };
    for entry in &resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {
                continue;
            }
        };
        let values = value.into_iter().map(|value| (id.clone(), value));
        let attributes =
            attributes.iter().map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
        for (key, pattern) in values.chain(attributes) {
            let mut message = Message::default();
            message.take(pattern);
            if catalogue.insert(key.clone(), message).is_some() {
                faults.push(format!("{path}: {key} stands here a second time"));
            }
        }
    }
}

/// What keeps the two from being equals.
fn differences(english: &Catalogue, welsh: &Catalogue) -> Vec<String> {
    let mut faults = Vec::new();
    for key in english.keys().filter(|key| !welsh.contains_key(*key)) {
        faults.push(format!("{key} is missing in Welsh"));
    }
    for (key, message) in welsh {
        let Some(other) = english.get(key) else {
            faults.push(format!("{key} is missing in English"));
            continue;
        };
        // A term may need a grammatical case or gender that its twin does not.
        if !key.starts_with('-') && message.variables != other.variables {
            faults.push(format!("{key}: {:?} in English, {:?} in Welsh", other.variables, message.variables));
        }
        let words =
            other.text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
        if words >= 3 && message.text == other.text {
            faults.push(format!("{key} has the English words in Welsh: {}", other.text));
        }
    }
    faults
}

#[test]
fn every_message_stands_in_both_languages_with_the_same_variables() {
    let mut faults = Vec::new();
    let mut catalogues = [Catalogue::new(), Catalogue::new()];
    for (language, catalogue) in ["en", "cy"].iter().zip(&mut catalogues) {
        let folder = format!("crates/amends/locales/{language}/");
        for file in files().iter().filter(|file| file.is("ftl") && file.path.starts_with(&folder)) {
            read(&file.path, file.text().unwrap(), catalogue, &mut faults);
        }
    }
    let [english, welsh] = &catalogues;
    assert!(!english.is_empty(), "no English catalogue was found");
    faults.extend(differences(english, welsh));
    expect_none(&faults, "Write both languages.");
}

#[test]
fn a_message_of_one_language_alone_is_found() {
    let mut faults = Vec::new();
    let (mut english, mut welsh) = (Catalogue::new(), Catalogue::new());
    read(
        "en",
        "a = one { $n }\nb = b\nc = just the same words\nd = d\n    .e = e\n",
        &mut english,
        &mut faults,
    );
    read("cy", "a = un\nc = just the same words\nd = d\nf = f\na = dau\ng = { $\n", &mut welsh, &mut faults);
    assert_eq!(faults.len(), 2, "{faults:?}");
    let found = differences(&english, &welsh).join("\n");
    for key in [
        "b is missing in Welsh",
        "d.e is missing in Welsh",
        "f is missing in English",
        "a: ",
        "c has the English",
    ] {
        assert!(found.contains(key), "{key}: {found}");
    }
}
