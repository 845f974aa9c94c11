//! Words that may not stand in the repository: paths of one machine, addresses of registries, and other people's marks.

use crate::tree::{expect_none, files};

/// The words, why they may not stand anywhere, and the files that have to name them to keep them out.
fn barred() -> Vec<(&'static str, &'static str, &'static [&'static str])> {
    vec![
        (concat!("/wo", "rk/"), "a path of one machine", &[]),
        (concat!("<<<<", "<<< "), "a merge that is not finished", &[]),
        (concat!(">>>>", ">>> "), "a merge that is not finished", &[]),
        (concat!("/tmp", "/wt"), "a path of one machine", &[]),
        (concat!("registry.", "npmjs"), "an address of a registry", &[]),
        (concat!("index.", "crates.io"), "an address of a registry", &[]),
        (
            concat!("GDS ", "Transport"),
            "a typeface that may be used on gov.uk alone",
            &["crates/amends/build.rs", "crates/amends/build/", "crates/amends/src/render/tests.rs"],
        ),
    ]
}

#[test]
fn no_file_has_a_barred_word() {
    let mut faults = Vec::new();
    for file in files() {
        let Some(text) = file.text() else { continue };
        for (words, why, excused) in barred() {
            if excused.iter().any(|path| file.path.starts_with(path)) {
                continue;
            }
            for (nth, _) in text.lines().enumerate().filter(|(_, line)| line.contains(words)) {
                faults.push(format!("{}:{}: {words}: {why}", file.path, nth + 1));
            }
        }
    }
    expect_none(&faults, "Take these words out.");
}

#[test]
fn no_crown_crest_or_wordmark_is_in_the_tree() {
    let marks = ["crown", "crest", "royal-arms", "govuk-logo", "govuk-opengraph"];
    let faults: Vec<String> = files()
        .into_iter()
        .filter(|file| !file.is("rs") && marks.iter().any(|mark| file.name().to_lowercase().contains(mark)))
        .map(|file| file.path)
        .collect();
    expect_none(
        &faults,
        "These marks belong to the Crown and may be used on gov.uk alone: take the files out.",
    );
}
