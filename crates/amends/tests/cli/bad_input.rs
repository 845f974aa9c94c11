//! Bad input: what is wrong, where, how to mend it, and the exit code scripts go by.

use std::{fs::File, process::Stdio};

use crate::run::{Answer, Place};

#[test]
fn a_date_that_does_not_exist_is_named_with_its_argument() {
    let place = Place::new();
    let clock = |from: &str| place.give(&["clock", "--rule", "W-26", "--from", from]);
    clock("2026-02-30").refused(2, &["--from", "2026-02-30", "February has 28 days"]);
    clock("5/10/2026").refused(2, &["--from", "“5/10/2026” is not a date", "2026-10-05"]);
    let welsh = place.give(&["clock", "--rule", "W-26", "--from", "2026-02-30", "--lang", "cy"]);
    welsh.refused(2, &["mae gan fis Chwefror 28 diwrnod"]);
}

#[test]
fn e38_a_clock_without_a_length_and_a_length_without_a_unit_say_what_to_do() {
    let place = Place::new();
    place.give(&["clock", "--rule", "W-27", "--from", "2026-01-05"]).refused(1, &["W-27", "agreed"]);
    place.give(&["clock", "--rule", "W-99", "--from", "2026-01-05"]).refused(2, &["W-99", "W-26"]);
    place
        .give(&["clock", "--add", "20 moons", "--from", "2026-01-05"])
        .refused(2, &["20 moons", "working days"]);
    let words = ["clock", "--add", "1 month", "--from", "2026-01-05", "--calendar", "wales"];
    place.give(&words).refused(2, &["wales", "england-and-wales"]);
}

#[test]
fn an_amount_that_could_mean_two_is_refused() {
    let place = Place::new();
    let words =
        ["rec", "write", "26-0001", "--as", "x@y.example", "--kind", "payment", "--scope", "personal"];
    let mut words = words.to_vec();
    words.extend(["--wording", "Pay", "--amount", "£1,50"]);
    place.give(&words).refused(2, &["--amount", "£1,50", "two amounts", "1250.50"]);
}

#[test]
fn a_word_that_is_nearly_a_command_is_guessed() {
    let place = Place::new();
    place.give(&["extrct"]).refused(2, &["extrct", "Did you mean extract?"]);
    place.give(&["clock", "--rul", "W-26"]).refused(2, &["--rul", "Did you mean --rule?"]);
    place.give(&["clock"]).refused(2, &["--from <DATE>", "--help"]);
    place.give(&["version", "--lang", "fr"]).refused(2, &["fr", "en, cy"]);
    place.give(&["clock", "--json"]).refused(2, &["\"code\":\"cli-usage-missing\"", "\"exit\":2"]);
}

#[test]
fn a_decision_that_gives_no_text_says_why() {
    let place = Place::new();
    let extract = |file: &str| place.give(&["extract", "--profile", "psow", file]);
    extract("nowhere.pdf").refused(1, &["nowhere.pdf", "Check its name"]);
    extract(".").refused(1, &["is a folder"]);
    place.write("empty.txt", "");
    extract("empty.txt").refused(1, &["empty"]);
    // The size is known from the folder: nothing of it is read.
    File::create(place.path().join("large.txt")).unwrap().set_len(200 * 1024 * 1024).unwrap();
    extract("large.txt").refused(1, &["200 MB", "50 MB"]);
    // What both kinds of the older container hold is the name of a stream, in UTF-16.
    let container = |stream: &str| {
        let name = stream.bytes().flat_map(|letter| [letter, 0]);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(name).collect::<Vec<u8>>()
    };
    place.write("letter.doc", container("WordDocument"));
    extract("letter.doc").refused(1, &["before 2007", "save it as"]);
    place.write("locked.docx", container("EncryptedPackage"));
    extract("locked.docx").refused(1, &["only with a password", "remove the password"]);
    place.write("picture.png", b"\x89PNG\r\n\x1a\n0000");
    extract("picture.png").refused(1, &["picture"]);
    place.give(&["extract", "--profile", "pso", "empty.txt"]).refused(2, &["pso", "psow, psow-part5, lgsco"]);
}

#[test]
fn a_configuration_with_an_unknown_key_is_not_used() {
    let place = Place::new();
    place.write("amends.toml", "[auth]\nidle_minuts = 20\n");
    place.give(&["config", "check"]).refused(3, &["idle_minuts", "line 2", "config template"]);
    place.give(&["config", "check", "--config", "nowhere.toml"]).refused(3, &["nowhere.toml"]);
    place.write("amends.toml", "[profile]\nname = \"nowhere\"\n");
    place
        .give_with(
            &["user", "add", "a@b.example", "--name", "A", "--role", "manager"],
            b"long enough, surely\n",
        )
        .refused(3, &["nowhere", "psow"]);
}

#[test]
fn a_full_disk_is_told_from_success() {
    let place = Place::new();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = place.command(&["version"]).stdout(Stdio::from(full)).output().unwrap();
    Answer::from(output).refused(75, &["disk is full"]);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::new();
    let mut child = place
        .command(&["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn an_offices_day_cannot_be_moved() {
    let place = Place::new();
    let mut command = place.command(&["--today", "2026-01-01", "version"]);
    let output = command.env_remove("AMENDS_ALLOW_SET_DAY").output().unwrap();
    Answer::from(output).refused(2, &["--today", "cannot be moved"]);
}

#[test]
fn an_office_that_is_not_there_is_not_made_by_asking() {
    let place = Place::new();
    place.give(&["case", "list"]).refused(1, &["amends-data", "amends user add"]);
    assert!(!place.path().join("amends-data").exists());
    place.give(&["serve"]).refused(5, &["Nobody could sign in", "amends user add"]);
    place.give(&["healthcheck", "http://127.0.0.1:1"]).refused(1, &["127.0.0.1:1", "amends serve"]);
}

#[test]
fn a_table_of_bodies_is_refused_by_line_and_column() {
    let place = Place::new();
    let head = "slug,name_en,name_cy,kind,contact_email,merged_into\n";
    let import = |line: &str| {
        place.write("bodies.csv", format!("{head}a,A,A,council,,\n{line}\n"));
        place.give(&["import", "from-csv", "bodies.csv"])
    };
    import("b,B,,council,,").refused(1, &["line 3", "column name_cy", "nothing stands here"]);
    import("B b,B,B,council,,").refused(1, &["line 3", "column slug", "B b"]);
    import("b,B,B,parish,,").refused(1, &["column kind", "parish", "health_board"]);
    import("b,B,B,council,nobody,").refused(1, &["column contact_email", "nobody"]);
    import("b,B,B,council,,c").refused(1, &["column merged_into", "no body “c”"]);
    place.write("bodies.csv", "slug,name\n");
    place.give(&["import", "from-csv", "bodies.csv"]).refused(1, &["line 1", "column name", "name_en"]);
    assert!(!place.path().join("amends-data").exists(), "nothing was changed");
}
