//! Bodies over time and disclosure on the command line.

use crate::run::Place;

#[test]
fn e13_a_body_is_renamed_merged_and_followed_only_after_a_look() {
    let place = Place::office("2026-03-02");
    let manager = |words: &[&str]| place.give(&[words, &["--as", "rhys@ombudsman.example"]].concat());
    let shown_by = ["--shown-by", "Order 2026/1"];
    let names = ["--name-en", "Ynys and Mon Council", "--name-cy", "Cyngor Ynys a Môn"];
    let rename = [&["body", "rename", "ynys-council", "--on", "2026-03-01"][..], &names, &shown_by].concat();
    place.sian(&rename).refused(5, &[]);
    let renamed = manager(&[&rename[..], &["--json"]].concat()).done().json();
    assert_eq!(renamed["body"]["over_time"]["names"][0]["name"]["en"], "Ynys Council");
    let found = place.give(&["body", "show", "Ynys Council", "--json"]).done().json();
    assert_eq!(found["slug"], "ynys-council", "an old name still finds it");
    manager(&rename).refused(1, &["the name it has already"]);
    let freeze = ["body", "freeze", "ynys-council", "--from", "2026-01-05", "--until", "2026-09-30"];
    manager(&freeze).refused(1, &["Say what shows this"]);
    manager(&[&freeze[..], &["--notice", "s.114 notice"]].concat()).done();
    let split = ["body", "split", "ynys-council", "--functions-to", "nobody-knows"];
    manager(&[&split[..], &shown_by].concat()).refused(1, &["nobody-knows"]);
    let follow = ["body", "follow", "ynys-council", "--successor", "ynys-council", "--json"];
    let foreseen = manager(&follow).done().json();
    assert_eq!((&foreseen["done"], foreseen["cases"].as_array().unwrap().len()), (&false.into(), 0));
}

#[test]
fn e34_a_disclosure_needs_a_ground_and_a_share_pack_a_decision() {
    let place = Place::office("2026-03-02");
    let words = [
        "case",
        "open",
        "--title",
        "T",
        "--body",
        "ynys-council",
        "--complainant",
        "K",
        "--email",
        "k@x.example",
    ];
    place.sian(&words).done();
    place.give(&["case", "share", "26-0001"]).refused(1, &["is not decided"]);
    let disclose =
        ["case", "disclose", "26-0001", "--to", "The duty social worker", "--what", "A child is at risk"];
    let after = place.sian(&[&disclose[..], &["--json"]].concat()).done().json();
    assert!(!after.is_null());
    let shown = place.give(&["case", "show", "26-0001", "--json"]).done().json();
    assert_eq!(shown["disclosed"], 1);
    place.sian(&[&disclose[..], &["--ground", "curiosity"]].concat()).refused(1, &["no such ground"]);
    place.sian(&[&disclose[..], &["--ground", "functions"]].concat()).refused(1, &["Ask a manager"]);
    let bar = ["case", "bar", "26-0001", "00000000", "--by", "A minister", "--notice", "Of 3 May"];
    place.sian(&bar).refused(1, &["00000000"]);
    let apart = ["case", "quarantine", "26-0001", "nothing", "--wrong", "case", "--reason", "R"];
    place.sian(&apart).refused(2, &["nothing"]);
}
