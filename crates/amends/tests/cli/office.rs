//! What needs an office: who may act, what is held, what changed meanwhile, and that the record is whole.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
};

use crate::run::Place;

/// A server that is stopped with the test.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(place: &Place) -> Self {
        let mut command = place.command(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            let at = line.find("http://")?;
            line[at..].split_whitespace().next().map(|word| word.trim_end_matches('.').to_owned())
        });
        // The rest of what it says is read away, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address: address.unwrap() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[test]
fn a_database_held_by_another_process_says_by_whom() {
    let place = Place::office("2026-03-02");
    let server = Server::start(&place);
    let holder = server.child.id().to_string();
    place.give(&["case", "list"]).refused(5, &["held by another process", &holder, "Stop that one first"]);
    place.give(&["healthcheck", &server.address]).done();
    drop(server);
    place.give(&["case", "list"]).done();
}

#[test]
fn accounts_are_made_with_a_password_from_a_file_or_standard_input_only() {
    let place = Place::office("2026-03-02");
    let add = ["user", "add", "x@ombudsman.example", "--name", "X", "--role", "caseworker"];
    place.give_with(&add, b"short\n").refused(2, &["fewer than 15 characters"]);
    place.give(&[&add[..], &["--password", "a password that is long"]].concat()).refused(2, &["--password"]);
    place.write("password.txt", "a password that is long enough\n");
    place.give(&[&add[..], &["--password-file", "password.txt"]].concat()).done();
    place.give(&["user", "disable", "x@ombudsman.example"]).done();
    let words = ["case", "finding", "26-0001", "--fault", "x", "--as", "x@ombudsman.example"];
    place.give(&words).refused(5, &["x@ombudsman.example", "shut"]);
    place
        .give(&["chase", "pause", "--as", "nobody@ombudsman.example"])
        .refused(5, &["nobody@ombudsman.example"]);
    assert_eq!(place.give(&["user", "list", "--json"]).done().json().as_array().unwrap().len(), 3);
}

#[test]
fn e13_a_body_that_is_unknown_or_merged_is_refused() {
    let place = Place::office("2026-03-02");
    let open = |body: &str| {
        let words =
            ["case", "open", "--title", "T", "--body", body, "--complainant", "K", "--email", "k@x.example"];
        place.sian(&words)
    };
    open("ynys-concil").refused(1, &["ynys-concil", "ynys-council"]);
    open("old-council").refused(1, &["Ynys Council"]);
}

#[test]
fn a_change_made_meanwhile_is_shown_and_not_overwritten() {
    let place = Place::office("2026-03-02");
    let case = place.open_case();
    let finding = r#"{"command": "record_finding", "body": "ynys-council", "fault": "It took too long",
                      "injustice": "Nobody could sleep there", "systemic": false}"#;
    place.write("finding.json", finding);
    place.sian(&["act", &case, "finding.json", "--seen", "1"]).done();
    let again = place.sian(&["act", &case, "finding.json", "--seen", "1"]);
    again.refused(1, &["nothing was overwritten", "2 finding_recorded"]);
    assert_eq!(place.give(&["case", "show", &case, "--json"]).done().json()["findings"], 1);
    place.write("broken.json", "{\"command\": \"fly\"}");
    place.sian(&["act", &case, "broken.json"]).refused(2, &["broken.json", "fly"]);
}

#[test]
fn r24_a_decision_is_taken_in_only_when_somebody_confirms_it() {
    let place = Place::office("2026-03-02");
    let case = place.open_case();
    let decision = "Within one month of my final decision the Council should:\na) apologise to Mr K in writing; and\n\
                    b) pay Mr K £250 for his distress.\n";
    place.write("decision.txt", decision);
    let import = ["import", "decision", "decision.txt", "--case", &case];
    let unconfirmed = place.sian(&import);
    assert_eq!(unconfirmed.code, 2, "{}", unconfirmed.err);
    assert!(unconfirmed.err.contains("nobody is here to confirm") && unconfirmed.out.contains("£250"));
    place.sian(&[&import[..], &["--accept", "1,3"]].concat()).refused(2, &["1,3", "2"]);
    place.sian(&[&import[..], &["--accept", "none"]].concat()).refused(1, &["Nothing was accepted"]);
    let json = place.sian(&[&import[..], &["--accept", "2", "--json"]].concat()).done().json();
    assert_eq!((&json["found"], &json["accepted"]), (&2.into(), &1.into()));
    assert_eq!(json["recommendations"][0]["wording"], "Pay Mr K £250 for his distress.");
    assert_eq!(json["recommendations"][0]["amount_pence"], 25_000);
}

#[test]
fn a_caseworker_is_told_what_is_missing() {
    let place = Place::office("2026-03-02");
    let case = place.open_case();
    place.give(&["case", "show", "99-0001"]).refused(1, &["99-0001", "case list"]);
    place.give(&["rec", "show", &format!("{case}-7")]).refused(1, &["-7"]);
    let draft = ["case", "draft", &case, "--bodies-by", "2026-03-23"];
    let refused = place.sian(&draft);
    assert_eq!(refused.code, 1, "{}", refused.err);
    let json = place.sian(&[&draft[..], &["--json"]].concat());
    let error: serde_json::Value = serde_json::from_str(&json.err).unwrap();
    assert!(error["error"]["code"].as_str().unwrap().starts_with("refusal-"), "{error}");
}

#[test]
fn a_file_of_evidence_that_went_missing_breaks_the_audit() {
    let place = Place::office("2026-03-02");
    let case = place.open_case();
    let whole = place.give(&["audit", "verify", "--json"]).done().json();
    assert_eq!((&whole["whole"], &whole["cases"]), (&true.into(), &1.into()));
    place.give(&["rebuild", "--check"]).done();
    assert!(place.give(&["audit", "head"]).done().out.starts_with('1'));

    let database = place.path().join("amends-data/amends.sqlite");
    let mut bytes = std::fs::read(&database).unwrap();
    let title = bytes.windows(7).position(|found| found == b"Repairs").unwrap();
    bytes[title] = b'P';
    std::fs::write(&database, bytes).unwrap();
    let broken = place.give(&["audit", "verify", "--json"]);
    assert_eq!(broken.code, 4, "{}\n{}", broken.out, broken.err);
    assert_eq!(broken.json()["whole"], false, "the text of {case} was changed behind the office's back");
}

#[test]
fn the_doctor_says_what_is_wrong_and_how_to_mend_it() {
    let place = Place::office("2026-03-02");
    let report = place.give(&["doctor", "--json"]).done().json();
    assert_eq!(report["problems"], 0, "{report:#}");
    place.write("amends.toml", "[storage]\noverride_dir = \"nowhere\"\n[mail]\nsmtp = \"mail.example\"\n");
    let ill = place.give(&["doctor", "--json"]);
    assert_eq!(ill.code, 4, "{}", ill.err);
    let found = ill.json();
    let of = |check: &str| {
        let all = found["findings"].as_array().unwrap().iter();
        all.clone().find(|one| one["check"] == check).unwrap().clone()
    };
    for check in ["templates", "mail"] {
        assert_eq!(of(check)["severity"], "problem", "{check}");
        assert!(of(check)["fix"].as_str().unwrap().starts_with("Fix: "), "{check}");
    }
    assert_eq!(of("database")["severity"], "ok");
    let only = place.give(&["doctor", "--only", "clock,disk", "--json"]).done().json();
    assert_eq!(only["findings"].as_array().unwrap().len(), 2);
}

#[test]
fn r31_chases_can_be_foreseen_and_stopped_for_a_body() {
    let place = Place::office("2026-03-02");
    place.open_case();
    assert_eq!(
        place.give(&["chase", "preview", "--on", "2026-06-01", "--json"]).done().json(),
        serde_json::json!([])
    );
    place.give(&["chase", "preview", "--on", "2026-06-31"]).refused(2, &["--on", "June has 30 days"]);
    place.sian(&["chase", "pause", "--body", "ynys-council"]).done();
    let body = place.give(&["body", "show", "ynys-council", "--json"]).done().json();
    assert_eq!(body["body"]["chases_stopped"], true);
    place.sian(&["chase", "resume", "--body", "ynys-council"]).done();
    assert_eq!(place.give(&["chase", "run", "--json"]).done().json()["chases"], serde_json::json!([]));
}

#[test]
fn r29_a_message_is_kept_before_it_is_read_and_held_where_nobody_knows_it() {
    let place = Place::office("2026-03-02");
    let message =
        b"From: somebody@nobody.example\nTo: caseinfo@ombudsman.example\nSubject: 26-0001\n\nIt is done.\n";
    let taken = place.give_with(&["mail", "deliver", "--json"], message).done().json();
    assert_eq!((&taken["state"], &taken["again"]), (&"held".into(), &false.into()));
    assert_eq!(place.give_with(&["mail", "deliver", "--json"], message).done().json()["again"], true);
    assert_eq!(
        place.give_with(&["mail", "deliver", "--json"], b"no message at all").done().json()["state"],
        "held"
    );
    assert_eq!(place.give(&["mail", "held", "--json"]).done().json().as_array().unwrap().len(), 2);

    place.give(&["mail", "fetch", "--once"]).refused(3, &["mail.inbound_dir"]);
    std::fs::create_dir(place.path().join("in")).unwrap();
    place.write("amends.toml", "[mail]\ninbound_dir = \"in\"\n");
    place.write("in/one.eml", [message, &b"Once more.\n"[..]].concat());
    assert_eq!(place.give(&["mail", "fetch", "--once", "--json"]).done().json().as_array().unwrap().len(), 1);
    assert!(place.path().join("in/taken-in/one.eml").is_file(), "what is safe leaves the folder");
    assert_eq!(place.give(&["mail", "fetch", "--once", "--json"]).done().json(), serde_json::json!([]));
}

#[test]
fn e14_contacts_of_a_body_are_entered_by_role_and_taken_away() {
    let place = Place::office("2026-03-02");
    let add = |email, role| {
        let words = ["body", "contact", "add", "ynys-council", email, "--role", role, "--name", "Somebody"];
        place.sian(&words)
    };
    add("chief@ynys.example", "chief_executive").done();
    add("second@ynys.example", "link_officer").done();
    add("third@ynys.example", "link_officer").refused(1, &["has 2 link officers already"]);
    add("other.chief@ynys.example", "chief_executive").refused(1, &["has a chief executive already"]);
    add("third@ynys.example", "clerk").refused(2, &["clerk"]);
    let shown = place.give(&["body", "show", "ynys-council", "--json"]).done().json();
    let roles: Vec<_> = shown["contacts"].as_array().unwrap().iter().map(|one| &one["role"]).collect();
    assert_eq!(roles, ["chief_executive", "link_officer", "link_officer"]);
    place.sian(&["body", "contact", "remove", "ynys-council", "second@ynys.example"]).done();
    let gone = place.sian(&["body", "contact", "remove", "ynys-council", "second@ynys.example"]);
    gone.refused(1, &["Nobody at ynys-council", "amends body show"]);

    let head = "slug,name_en,name_cy,kind,contact_name,contact_email,contact_role\n";
    let line = |who: &str, role| {
        format!("ynys-council,Ynys Council,Cyngor Ynys,council,{who},{who}@ynys.example,{role}\n")
    };
    place.write("more.csv", [head, &line("second", "link_officer"), &line("third", "link_officer")].concat());
    place.give(&["import", "from-csv", "more.csv"]).refused(1, &["line 3", "contact_role", "too many"]);
    place.write("more.csv", [head, &line("second", "link_officer"), &line("clerk", "other")].concat());
    place.give(&["import", "from-csv", "more.csv"]).done();
    let shown = place.give(&["body", "show", "ynys-council", "--json"]).done().json();
    assert_eq!(shown["contacts"].as_array().unwrap().len(), 4);
}

#[test]
fn r53_service_improvements_are_reported_from_the_command_line() {
    let place = Place::office("2026-03-02");
    let case = place.open_case();
    let wording = "The Council will train its housing officers in answering reports of damp.";
    let write = |theme: &str| {
        let words = ["rec", "write", &case, "--kind", "training", "--scope", "service", "--wording", wording];
        place.sian(&[&words[..], &["--within", "20 working days", "--theme", theme]].concat())
    };
    write("astrology").refused(1, &["astrology"]);
    write("delay").done();
    // Nothing is decided yet: the report is of decisions.
    let json = place.give(&["report", "service-improvements", "--json"]).done().json();
    assert_eq!(json["rows"].as_array().unwrap().len(), 0, "{json}");
    let csv = place.give(&["report", "service-improvements", "--csv", "--theme", "delay"]).done();
    assert!(csv.out.starts_with("reference,case,body,themes,kind,wording"), "{}", csv.out);
    place
        .give(&["report", "service-improvements", "--from", "yesterday"])
        .refused(2, &["--from", "yesterday"]);
}

#[test]
fn r50_earlier_improvements_are_judged_from_the_command_line() {
    let place = Place::office("2026-03-02");
    let case = place.open_case();
    let other = place.open_case();
    let earlier = place.give(&["case", "earlier", &case, "--json"]).done().json();
    assert_eq!(earlier, serde_json::json!([]));
    let judge = |rec: &str| {
        let words = ["case", "judge-earlier", &case, "--earlier", rec, "--conclusion", "recurs"];
        place.sian(&[&words[..], &["--reasons", "A year has passed."]].concat())
    };
    judge(&format!("{other}-9")).refused(1, &["-9"]);
    judge("nonsense").refused(2, &["nonsense"]);
    place.sian(&["case", "refer-to-earlier", &case]).refused(1, &["earlier recommendations"]);
}

#[test]
fn r56_handling_is_noted_and_counted_from_the_command_line() {
    let place = Place::office("2026-03-02");
    let case = place.open_case();
    let note = |code: &str| {
        place.sian(&["case", "handling", &case, "--code", code, "--note", "It sent nobody to us."])
    };
    note("astrology").refused(1, &["astrology"]);
    note("not_signposted").done();
    let json = place.give(&["report", "handling", "--json"]).done().json();
    assert_eq!(
        (&json["counts"][0]["code"], &json["counts"][0]["count"]),
        (&"not_signposted".into(), &1.into())
    );
    assert_eq!(json["entries"][0]["comment"], "It sent nobody to us.");
    let csv = place.give(&["report", "handling", "--csv"]).done();
    assert!(csv.out.contains("2026-Q1,") && csv.out.contains(",note,not_signposted,1"), "{}", csv.out);
}
