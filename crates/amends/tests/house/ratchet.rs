//! What is out of bounds today stands in `docs/ratchet.toml` with its number, and may only become less.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::tree::{expect_none, root};
use crate::{sizes, source};

const PATH: &str = "docs/ratchet.toml";

/// Numbers by the file or function they belong to.
pub(crate) type Numbers = BTreeMap<String, usize>;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Ratchet {
    files: Numbers,
    functions: Numbers,
    catch_alls: Numbers,
}

/// What is more than the ratchet says, or less, so that it has to be turned.
fn against(ratchet: &Numbers, today: &Numbers, what: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, number) in today {
        match ratchet.get(name) {
            None => faults.push(format!("{name} has {number} {what}")),
            Some(known) if number > known => {
                faults.push(format!("{name} went from {known} to {number} {what}"));
            }
            Some(known) if number < known => {
                faults.push(format!(
                    "{name} came down from {known} to {number} {what}: write {number} into {PATH}"
                ));
            }
            Some(_) => {}
        }
    }
    for name in ratchet.keys().filter(|name| !today.contains_key(*name)) {
        faults.push(format!("{name} is within bounds now: take it out of {PATH}"));
    }
    faults
}

fn write(sections: [(&str, &Numbers); 3]) {
    let mut text = "# What is out of bounds today: files of more than 400 lines and functions of more than 70, with their lines;\n\
        # files of the rules that match commands or events with a catch-all arm, with how many.\n\
        # The numbers only go down: mend what stands here when you work on it.\n"
        .to_owned();
    for (heading, numbers) in sections {
        writeln!(text, "\n[{heading}]").unwrap();
        for (name, number) in numbers {
            writeln!(text, "\"{name}\" = {number}").unwrap();
        }
    }
    std::fs::write(root().join(PATH), text).unwrap();
}

#[test]
fn what_is_out_of_bounds_only_becomes_less() {
    let (files, functions, catch_alls) =
        (sizes::large_files(), sizes::large_functions(), source::catch_alls_of_rules());
    if std::env::var_os("AMENDS_RATCHET").is_some_and(|word| word == "write") {
        write([("files", &files), ("functions", &functions), ("catch_alls", &catch_alls)]);
    }
    let text = std::fs::read_to_string(root().join(PATH)).unwrap();
    let ratchet: Ratchet = toml::from_str(&text).unwrap();
    let mut faults = against(&ratchet.files, &files, "lines (split the file)");
    faults.extend(against(&ratchet.functions, &functions, "lines (split the function)"));
    faults.extend(against(&ratchet.catch_alls, &catch_alls, "catch-all arms (name every command or event)"));
    expect_none(&faults, "Bring these within bounds.");
}

#[test]
fn the_ratchet_turns_one_way_only() {
    let numbers =
        |list: &[(&str, usize)]| list.iter().map(|(name, number)| ((*name).to_owned(), *number)).collect();
    let ratchet: Numbers = numbers(&[("same", 500), ("grew", 500), ("shrank", 500), ("split", 500)]);
    let today: Numbers = numbers(&[("same", 500), ("grew", 501), ("shrank", 499), ("new", 401)]);
    let faults = against(&ratchet, &today, "lines").join("\n");
    for name in
        ["grew went from 500 to 501", "shrank came down from 500 to 499", "new has 401", "split is within"]
    {
        assert!(faults.contains(name), "{name}: {faults}");
    }
    assert!(!faults.contains("same"));
}
