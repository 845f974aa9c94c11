//! A database brought to another place, and how the one there is stands.

use crate::run::Place;

const AT: &str = "amends-data/amends.sqlite";

#[test]
fn a_database_is_copied_compared_and_goes_on_in_its_new_place() {
    let place = Place::office("2026-03-02");
    let case = place.open_case();
    let to = ["--to", "sqlite:moved/amends.sqlite"];
    let copied = place.give(&[&["db", "copy", "--from", AT][..], &to, &["--json"]].concat()).done();
    let said = copied.json();
    assert_eq!(said["resumed"], false);
    assert!(said["tables"].as_array().unwrap().iter().all(|table| table["from"] == table["to"]), "{said}");
    let last = copied.err.lines().last().unwrap();
    let far: serde_json::Value = serde_json::from_str(last).unwrap();
    assert!(far["stage"] == "auditing" && far["done"] == far["of"], "{last}");

    std::fs::rename(place.path().join("amends-data"), place.path().join("before")).unwrap();
    std::fs::rename(place.path().join("moved"), place.path().join("amends-data")).unwrap();
    assert_eq!(place.give(&["audit", "verify", "--json"]).done().json()["whole"], true);
    assert_eq!(
        place.give(&["rebuild", "--check", "--json"]).done().json()["differences"],
        serde_json::json!([])
    );
    // What is searched is read anew in the new place.
    place.give(&["rebuild"]).done();
    place.give(&["case", "list", "--text", "repairs"]).done().out.find(&case).unwrap();

    let told = place.give(&["db", "check"]).done();
    assert!(told.out.contains("amends.sqlite") && told.err.contains("No node"), "{}\n{}", told.out, told.err);
    let told = place.give(&["db", "check", "--json"]).done().json();
    assert!(told["empty"] == false && told["entries"] == said["entries"], "{told}");
}

#[test]
fn what_stands_against_a_copy_is_said_with_the_mend() {
    let place = Place::office("2026-03-02");
    let copy = |from: &str, to: &str| place.give(&["db", "copy", "--from", from, "--to", to]);
    copy(AT, AT).refused(2, &["Both places are", "--to"]);
    copy("nothing.sqlite", "new.sqlite").refused(1, &["no database at nothing.sqlite"]);
    copy("mysql://a/b", "new.sqlite").refused(3, &["mysql://"]);
    copy(AT, "new.sqlite").done();
    copy(AT, "new.sqlite").refused(5, &["new.sqlite is not empty", "Name a new, empty one"]);
    let welsh = place.give(&["db", "copy", "--from", AT, "--to", "new.sqlite", "--lang", "cy"]);
    welsh.refused(5, &["Nid yw new.sqlite yn wag"]);
    let told = Place::on("2026-03-02").give(&["db", "check", "--json"]).done().json();
    assert!(told["made"] == false && told["empty"] == true, "{told}");
}

#[test]
fn a_demonstration_does_not_come_among_the_cases_of_an_office() {
    let place = Place::office("2026-03-02");
    let mut named = place.command(&["demo", "--port", "0", "--size", "small"]);
    let answer: crate::run::Answer = named.env("AMENDS_DATABASE", AT).output().unwrap().into();
    answer.refused(5, &["is not empty"]);
    place.give(&["demo", "--port", "0", "--database", AT]).refused(5, &["is not empty"]);
    assert_eq!(place.give(&["case", "list", "--json"]).done().json(), serde_json::json!([]));
}
