//! What is built into Amends on this computer has licences that `deny.toml` allows, and none of the crates it bars.
//!
//! `cargo deny check` reads the same file and looks at every platform; this needs nothing but cargo.

use std::collections::BTreeSet;
use std::process::Command;

use crate::tree::{expect_none, root};

#[derive(serde::Deserialize)]
struct Policy {
    licenses: Licences,
    bans: Bans,
}

#[derive(serde::Deserialize)]
struct Licences {
    allow: BTreeSet<String>,
}

#[derive(serde::Deserialize)]
struct Bans {
    deny: Vec<Barred>,
}

#[derive(serde::Deserialize)]
struct Barred {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(serde::Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(serde::Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
}

#[derive(serde::Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(serde::Deserialize)]
struct Node {
    id: String,
}

/// Whether an SPDX expression can be met with the allowed licences alone.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut place = 0;
    any(&words, &mut place, allowed) && place == words.len()
}

/// Choices: `A OR B`.
fn any(words: &[&str], place: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut met = all(words, place, allowed);
    while words.get(*place) == Some(&"OR") {
        *place += 1;
        met |= all(words, place, allowed);
    }
    met
}

/// Obligations: `A AND B`, which bind more closely than choices.
fn all(words: &[&str], place: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut met = one(words, place, allowed);
    while words.get(*place) == Some(&"AND") {
        *place += 1;
        met &= one(words, place, allowed);
    }
    met
}

/// A licence, with its exception if it has one, or an expression in brackets.
fn one(words: &[&str], place: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let word = words.get(*place).copied().unwrap_or_default();
    *place += 1;
    if word == "(" {
        let met = any(words, place, allowed);
        *place += 1;
        return met;
    }
    if words.get(*place) == Some(&"WITH") {
        // An exception only takes obligations away.
        *place += 2;
    }
    allowed.contains(word)
}

/// The packages that are part of a build on this computer.
fn packages() -> Vec<Package> {
    let version = Command::new("rustc").arg("-vV").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let said = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(said.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&said.stderr));
    let metadata: Metadata = serde_json::from_slice(&said.stdout).unwrap();
    let built: BTreeSet<String> = metadata.resolve.nodes.into_iter().map(|node| node.id).collect();
    metadata.packages.into_iter().filter(|package| built.contains(&package.id)).collect()
}

#[test]
fn every_dependency_is_allowed() {
    let policy: Policy = toml::from_str(&std::fs::read_to_string(root().join("deny.toml")).unwrap()).unwrap();
    let packages = packages();
    assert!(packages.len() > 50, "only {} packages were found", packages.len());
    let mut faults = Vec::new();
    for package in &packages {
        let licence = package.license.as_deref().unwrap_or("no licence");
        if !is_allowed(licence, &policy.licenses.allow) {
            faults.push(format!("{} {}: {licence}", package.name, package.version));
        }
        if let Some(barred) = policy.bans.deny.iter().find(|barred| barred.name == package.name) {
            faults.push(format!("{} {} is barred: {}", package.name, package.version, barred.reason));
        }
    }
    expect_none(&faults, "Do without these crates, or allow the licence in deny.toml with its reason.");
}

#[test]
fn a_licence_expression_is_met_only_by_what_is_allowed() {
    let allowed: BTreeSet<String> = ["MIT", "Apache-2.0", "BSD-3-Clause"].map(str::to_owned).into();
    for met in [
        "MIT",
        "MIT/GPL-2.0",
        "GPL-3.0 OR MIT",
        "(GPL-3.0 OR Apache-2.0) AND BSD-3-Clause",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(is_allowed(met, &allowed), "{met}");
    }
    for unmet in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND GPL-2.0", "", "no licence"] {
        assert!(!is_allowed(unmet, &allowed), "{unmet}");
    }
}
