//! What needs no office: extraction, clocks, help, configuration.

use crate::run::Place;

const DECISION: &str = "Argymhellion – Recommendations\n\nWithin one month of my final decision the Council should:\n\
    a) apologise to Mrs A in writing; and\nb) pay Mrs A £250 for her distress.\n";

#[test]
fn r24_extract_says_where_each_recommendation_stands_in_code_points() {
    let place = Place::new();
    let words = ["extract", "--profile", "psow", "--decided", "2026-10-05", "--json", "-"];
    let found = place.give_with(&words, DECISION.as_bytes()).done().json();
    let found = found.as_array().unwrap();
    assert_eq!(found.len(), 2, "{found:#?}");
    let letters: Vec<char> = DECISION.chars().collect();
    for one in found {
        let (start, end) = (one["start"].as_u64().unwrap(), one["end"].as_u64().unwrap());
        let text: String =
            letters[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()].iter().collect();
        assert_eq!(one["text"], text);
        assert_eq!(one["deadline"]["type"], "relative");
        assert_eq!(one["deadline"]["anchor"], "final_decision");
        assert_eq!((&one["deadline"]["amount"], &one["deadline"]["unit"]), (&1.into(), &"month".into()));
        assert!(!one["why"].as_array().unwrap().is_empty());
    }
    assert_eq!((&found[0]["kind"], &found[0]["amount_pence"]), (&"apology".into(), &serde_json::Value::Null));
    assert_eq!((&found[1]["kind"], &found[1]["amount_pence"]), (&"payment".into(), &25_000.into()));
}

#[test]
fn r24_a_file_and_standard_input_give_the_same() {
    let place = Place::new();
    place.write("decision.txt", DECISION);
    let words = ["extract", "--profile", "psow", "--decided", "2026-10-05", "--json"];
    let from_file = place.give(&[&words[..], &["decision.txt"]].concat()).done();
    let from_input = place.give_with(&[&words[..], &["-"]].concat(), DECISION.as_bytes()).done();
    assert_eq!(from_file.out, from_input.out);
}

#[test]
fn r38_extraction_speaks_to_people_in_both_languages() {
    let place = Place::new();
    let english = place.give_with(&["extract", "-"], DECISION.as_bytes()).done().out;
    assert!(english.contains("Apology · for the person") && english.contains("£250"), "{english}");
    let mut command = place.command(&["extract", "-"]);
    command.env("LANG", "cy_GB.UTF-8");
    assert!(String::from_utf8(command.output().unwrap().stderr).unwrap().contains("Mae’r ffeil yn wag"));
}

#[test]
fn e38_a_clock_tells_the_last_day_its_reasons_and_its_source() {
    let place = Place::new();
    let answer = place.give(&["clock", "--rule", "W-26", "--from", "2025-01-31", "--json"]).done().json();
    assert_eq!(answer["due"], "2025-02-28");
    assert_eq!(answer["citation"], "PSOW Act 2019 s.26");
    let steps = answer["explanation"].as_array().unwrap();
    assert!(!steps.is_empty() && steps.iter().all(|step| step["en"].is_string() && step["cy"].is_string()));

    let add = |calendar: &str| {
        let words =
            ["clock", "--add", "20 working days", "--from", "2026-04-01", "--calendar", calendar, "--json"];
        place.give(&words).done().json()["due"].as_str().unwrap().to_owned()
    };
    // Easter Monday is a working day in Scotland.
    assert_eq!(add("england-and-wales"), "2026-05-01");
    assert_eq!(add("scotland"), "2026-04-30");
}

#[test]
fn amends_alone_says_what_to_do_next() {
    let place = Place::new();
    let answer = place.give(&[]).done();
    assert!(answer.out.contains("amends doctor") && answer.err.is_empty(), "{}{}", answer.out, answer.err);
    let welsh = place.give(&["--lang", "cy"]).done().out;
    assert!(welsh.contains("Beth i’w wneud nesaf") && welsh.contains("Enghreifftiau"), "{welsh}");
}

#[test]
fn help_leads_with_examples_and_has_no_colour_where_nobody_looks() {
    let help = Place::new().give(&["clock", "--help"]).done().out;
    let (examples, usage) = (help.find("Examples").unwrap(), help.find("Usage").unwrap());
    assert!(examples < usage && !help.contains('\u{1b}'), "{help}");
}

#[test]
fn the_configuration_shows_where_each_value_comes_from() {
    let place = Place::new();
    place.write(
        "amends.toml",
        "[auth]\nidle_minutes = 20\n[mail]\nsmtp = \"smtps://office:secret@mail.example\"\n",
    );
    let mut command = place.command(&["config", "show", "--json"]);
    let output = command.env("AMENDS__AUTH__LINK_DAYS", "10").output().unwrap();
    let rows: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let row = |key: &str| rows.as_array().unwrap().iter().find(|row| row["key"] == key).unwrap().clone();
    assert_eq!(
        (&row("auth.idle_minutes")["value"], &row("auth.idle_minutes")["origin"]),
        (&20.into(), &"file".into())
    );
    assert_eq!(row("auth.link_days")["origin"], "environment");
    assert_eq!(row("auth.absolute_hours")["origin"], "default");
    assert_eq!(row("mail.smtp")["value"], "smtps://office:***@mail.example");

    let template = place.give(&["config", "template"]).done().out;
    place.write(
        "template.toml",
        template
            .replace("# ", "")
            .lines()
            .filter(|line| line.contains(" = ") || line.starts_with('['))
            .fold(String::new(), |all, line| all + line + "\n"),
    );
    place.give(&["config", "check", "--config", "template.toml"]).done();
}

#[test]
fn every_shell_gets_its_completions() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(place.give(&["completions", shell]).done().out.contains("extract"), "{shell}");
    }
    assert_eq!(place.give(&["version", "--json"]).done().json()["name"], "amends");
}

#[test]
fn every_command_has_a_manual_page_in_both_languages() {
    let place = Place::new();
    let answer = place.give(&["man", "--out", "man", "--json"]).done().json();
    let pages: Vec<&str> =
        answer["pages"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    for page in ["amends.1", "amends-mail-send.1", "amends-body-contact-add.1", "amends-rec-extension-ask.1"]
    {
        assert!(pages.contains(&page), "{page}: {pages:?}");
    }
    let read = |page: &str| std::fs::read_to_string(place.path().join(page)).unwrap();
    let send = read("man/amends-mail-send.1");
    assert!(send.contains("Hands the letters that wait to the mail server."), "{send}");
    assert!(send.contains("EXAMPLES") && send.contains("mail send"), "{send}");
    assert!(read("man/amends.1").contains("EXIT CODES"));
    place.give(&["--lang", "cy", "man", "--out", "cy"]).done();
    assert!(read("cy/amends-mail-send.1").contains("gweinydd post"));
    place.write("file", "in the way");
    place.give(&["man", "--out", "file"]).refused(1, &["file", "cannot be written"]);
}
