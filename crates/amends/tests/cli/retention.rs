//! How long cases are kept, from the command line: holds, what is to go, and certificates.

use crate::run::Place;

#[test]
fn r54_nothing_is_to_go_while_nothing_is_decided_and_a_hold_is_placed_and_lifted() {
    let place = Place::office("2026-03-02");
    let reference = place.open_case();
    assert_eq!(
        place.give(&["retention", "due", "--by", "2040-01-01", "--json"]).done().json(),
        serde_json::json!([])
    );
    place.give(&["retention", "certificate", "D-2027-0001"]).refused(1, &["D-2027-0001"]);
    let hold = ["retention", "hold", &reference, "--for", "information_request", "--reason", "A request"];
    place.sian(&hold).refused(1, &["last day"]);
    place.sian(&[&hold[..], &["--until", "2026-08-02"]].concat()).refused(1, &["2026-07-02"]);
    place.sian(&[&hold[..], &["--until", "2026-07-02"]].concat()).done();
    let lift = ["retention", "hold", &reference, "--lift", "1", "--reason", "It is over"];
    place.sian(&lift).refused(5, &["role"]);
    place.give(&[&lift[..], &["--as", "rhys@ombudsman.example"]].concat()).done();
    let run = ["retention", "run", "--dry-run", "--json", "--as", "rhys@ombudsman.example"];
    assert_eq!(place.give(&run).done().json()["steps"], serde_json::json!([]));
    place.give(&["retention", "reapply", "nowhere.log"]).refused(1, &["nowhere.log"]);
    place.write("old.log", "");
    let again = place.give(&["retention", "reapply", "old.log", "--json"]).done().json();
    assert_eq!(again["again"], serde_json::json!([]));
}

#[test]
fn e26_a_review_is_recorded_by_act_and_refused_before_a_decision() {
    let place = Place::office("2026-03-02");
    let reference = place.open_case();
    let act = r#"{"command":"record_post_decision_review","outcome":"stands","reasons":"Nothing new","on":"2026-03-02"}"#;
    place.write("review.json", act);
    place
        .give(&["act", &reference, "review.json", "--as", "rhys@ombudsman.example"])
        .refused(1, &["no decision to review"]);
}
