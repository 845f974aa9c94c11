//! Every migration has sample data, so that the next one is tried on tables with rows in them.

use crate::tree::{expect_none, files};

/// What is wrong with a folder of migrations: names without the four figures, gaps in the numbers, missing samples.
fn faults_of(names: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let is_migration =
        |name: &str| name.strip_suffix(".sql").is_some_and(|stem| stem.strip_suffix(".sample").is_none());
    let migrations = names.iter().filter(|name| is_migration(name));
    for (nth, name) in migrations.enumerate() {
        let number = name
            .split_once('_')
            .and_then(|(figures, _)| (figures.len() == 4).then(|| figures.parse().ok())?);
        if number != Some(nth + 1) {
            faults.push(format!("{name} should begin with {:04}_", nth + 1));
        }
        let sample = name.replace(".sql", ".sample.sql");
        if !names.contains(&sample) {
            faults.push(format!("{name} has no {sample}"));
        }
    }
    for name in names.iter().filter(|name| name.ends_with(".sample.sql")) {
        if !names.contains(&name.replace(".sample.sql", ".sql")) {
            faults.push(format!("{name} belongs to no migration"));
        }
    }
    faults
}

#[test]
fn every_migration_has_its_number_and_its_sample_data() {
    let names: Vec<String> = files()
        .iter()
        .filter(|file| file.path.starts_with("crates/store/migrations/"))
        .map(|file| {
            assert!(file.text().is_some_and(|text| !text.trim().is_empty()), "{} is empty", file.path);
            file.name().to_owned()
        })
        .collect();
    expect_none(
        &faults_of(&names),
        "Number migrations one after another and give each NNNN_name.sample.sql.",
    );
}

#[test]
fn a_gap_or_a_missing_sample_is_found() {
    let names: Vec<String> =
        ["0001_cases.sql", "0001_cases.sample.sql", "0003_mail.sql", "0004_old.sample.sql"]
            .iter()
            .map(ToString::to_string)
            .collect();
    let faults = faults_of(&names).join("\n");
    for fault in [
        "0003_mail.sql should begin with 0002_",
        "has no 0003_mail.sample.sql",
        "0004_old.sample.sql belongs",
    ] {
        assert!(faults.contains(fault), "{fault}: {faults}");
    }
    assert!(faults_of(&names[..2]).is_empty());
}
