//! Reports, notices, routes and links of cases on the command line.

use crate::run::Place;

/// A case whose actions were agreed and is followed up; its one promise falls due on 16 February 2026.
fn promised(place: &Place) -> String {
    let case = place.open_case();
    let finding = ["case", "finding", &case, "--fault", "A long wait", "--injustice", "He lived with damp"];
    place.sian(&finding).done();
    place.sian(&["case", "check", &case, "--edition", "2025", "--note", "Looked at"]).done();
    let terms = ["--kind", "apology", "--scope", "personal", "--finding", "1", "--due", "2026-02-16"];
    let wording = ["--wording", "The Council should apologise to Mr K in writing."];
    place.sian(&[&["rec", "write", &case][..], &terms, &wording].concat()).done();
    case
}

#[test]
fn r37_a_route_that_is_not_met_names_the_fact_and_where_it_is_recorded() {
    let place = Place::office("2026-01-12");
    let case = promised(&place);
    place.give(&["escalation", "routes", &case, "--json"]).done();
    let route = ["escalation", "routes", &case, "--ground", "s28(9)"];
    place.give(&route).refused(1, &["s28(9)", "s28(2)(a)"]);
    let notice = ["case", "notice", &case, "--reasons", "The fault recurs", "--as", "rhys@ombudsman.example"];
    place.give(&notice).refused(1, &["(R52)", "amends case criterion"]);
    let told = place.give(&[&notice[..], &["--json"]].concat());
    let error: serde_json::Value = serde_json::from_str(&told.err).unwrap();
    let error = &error["error"];
    assert_eq!((told.code, &error["rule"]), (1, &"R52".into()));
    assert_eq!(error["values"]["fact"], "criterion_recorded");
    assert_eq!(error["values"]["place"], "public_report");
    let prepare = ["escalation", "prepare", &case, "--ground", "s28(6)", "--facts", "It did not do it"];
    let prepare = [&prepare[..], &["--as", "rhys@ombudsman.example"]].concat();
    place.give(&prepare).refused(1, &["s.28(6)"]);
    place.give(&[&prepare[..], &["--kind", "apology"]].concat()).refused(2, &["--scope", "--wording"]);
    place.give(&["instrument", "show", &case, "2"]).refused(1, &["no instrument 2"]);
}

#[test]
fn r37_a_link_stands_in_both_cases_or_in_neither() {
    let place = Place::office("2026-01-12");
    let (first, second) = (promised(&place), place.open_case());
    let linked = |case: &str| {
        let shown = place.give(&["case", "show", case, "--json"]).done().json();
        shown["linked_cases"].as_array().unwrap().len()
    };
    // Nothing was agreed yet in the first, so nothing can have followed it; the second records nothing either.
    let link =
        ["escalation", "link-case", &second, "--to", &first, "--relation", "arises_from", "--reason", "R"];
    place.sian(&link).refused(1, &["R37"]);
    assert_eq!((linked(&first), linked(&second)), (0, 0));
    let about = ["--about", &first, "--reason", "What was agreed was not done"];
    let open = ["case", "open", "--title", "The apology", "--body", "ynys-council", "--own-initiative"];
    place.sian(&[&open[..], &about].concat()).refused(1, &["R37"]);
    assert_eq!(place.give(&["case", "list", "--json"]).done().json().as_array().unwrap().len(), 2);
    place.sian(&[&open[..], &about[..2]].concat()).refused(2, &["--reason"]);
}

#[test]
fn e30_a_version_that_names_somebody_is_told_with_exit_code_4() {
    let place = Place::office("2026-01-12");
    let case = promised(&place);
    place.write("version.txt", "Mr K waited, and Elin Wyn wrote twice.");
    let check = ["instrument", "check-version", &case, "version.txt", "--instrument", "special_report"];
    let found = place.give(&[&check[..], &["--name", "Elin Wyn", "--json"]].concat());
    assert_eq!((found.code, found.json()["found"].as_array().unwrap().len()), (4, 2));
    place.give(&[&check[..], &["--necessary", "complainant"]].concat()).done();
    let unruled =
        ["instrument", "check-version", &case, "version.txt", "--instrument", "published_statement"];
    place.give(&unruled).refused(1, &["published_statement"]);
}
