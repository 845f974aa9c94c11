//! An office's own file laid over a profile that ships.

use super::*;

fn laid(own: &str) -> Result<Profile, ProfileError> {
    Profile::from_file("office.toml", own)
}

fn refused(own: &str) -> ProfileError {
    laid(own).unwrap_err()
}

#[test]
fn what_a_file_does_not_say_stays_as_it_was() {
    let own = laid("extends = \"psow\"\nversion = \"office 1\"\n").unwrap();
    let mut psow = profile("psow");
    assert_ne!(own.edition, psow.edition, "another text is another edition");
    psow.version = "office 1".to_owned();
    psow.edition = own.edition.clone();
    assert_eq!(own, psow);
}

#[test]
fn a_step_of_the_ladder_is_changed_added_and_taken_away_by_its_name() {
    let own = laid(
        r#"extends = "psow"
version = "2"
[[chase]]
id = "chase-1"
working_days_after = 3
[[chase]]
id = "telephone"
name = { en = "Telephone call", cy = "Galwad ffôn" }
working_days_after = 5
to = "manager"
enabled = true
[[chase]]
id = "chief-executive"
remove = true
"#,
    )
    .unwrap();
    let steps: Vec<_> = own.chase.iter().map(|step| (step.id.as_str(), step.working_days_after)).collect();
    assert_eq!(steps, [("reminder", -10), ("chase-1", 3), ("telephone", 5), ("chase-2", 7), ("manager", 12)]);
    assert_eq!(own.chase[1].name, profile("psow").chase[1].name, "its name stays");
}

#[test]
fn one_word_of_a_table_can_be_changed() {
    let own = laid(
        "extends = \"lgsco\"\nversion = \"2\"\n[outcomes]\nceased = { en = \"Stopped\", cy = \"Stopiwyd\" }\n",
    );
    let own = own.unwrap();
    assert_eq!(own.outcomes.ceased.en, "Stopped");
    assert_eq!(own.outcomes.not_met, profile("lgsco").outcomes.not_met);
}

#[test]
fn a_fault_in_the_office_s_file_is_told_with_file_line_key_and_mend() {
    let error =
        refused("extends = \"psow\"\nversion = \"2\"\n\n[[clock]]\nid = \"W-26\"\nwithin = \"1 moon\"\n");
    assert_eq!(
        (error.file.as_deref(), error.line, error.key.as_str()),
        (Some("office.toml"), Some(6), "within")
    );
    assert!(error.to_string().starts_with("office.toml, line 6: `within`"), "{error}");
    let error = refused("extends = \"psow\"\nversion = \"2\"\ncalender = \"scotland\"\n");
    assert_eq!((error.line, error.key.as_str()), (Some(3), "calender"));
    let error = refused("extends = \"psow\"\nversion = \"2\"\nfurther_drafts_soft_limit = \"one\"\n");
    assert_eq!((error.file.as_deref(), error.line), (Some("office.toml"), Some(3)), "{error}");
}

#[test]
fn a_step_that_was_changed_wrongly_is_told_in_the_office_s_file() {
    let error =
        refused("extends = \"psow\"\nversion = \"2\"\n[[chase]]\nid = \"chase-1\"\nworking_days_after = 0\n");
    assert_eq!((error.file.as_deref(), error.line), (Some("office.toml"), Some(3)), "{error}");
}

#[test]
fn a_fault_that_shows_in_what_ships_is_told_there() {
    // The further clock follows one that the office took away.
    let error = refused("extends = \"lgsco\"\nversion = \"2\"\n[[clock]]\nid = \"L-31(2)\"\nremove = true\n");
    assert_eq!(error.file.as_deref(), Some("lgsco.toml"), "{error}");
    assert!(error.problem.contains("L-31(2)"), "{error}");
}

#[test]
fn what_is_not_there_cannot_be_taken_away() {
    let error = refused("extends = \"psow\"\nversion = \"2\"\n[[chase]]\nid = \"chase-9\"\nremove = true\n");
    assert_eq!(error.key, "remove");
    assert!(error.problem.contains("chase-9"), "{error}");
}

#[test]
fn a_name_twice_in_one_file_is_refused() {
    let twice = "[[criterion]]\nid = \"local\"\nwhat = { en = \"A\", cy = \"A\" }\n";
    let error = refused(&format!("extends = \"psow\"\nversion = \"2\"\n{twice}{twice}"));
    assert!(error.problem.contains("local stands twice"), "{error}");
}

#[test]
fn a_base_must_be_known_and_a_changed_profile_has_an_edition_of_its_own() {
    let error = refused("extends = \"wales\"\nversion = \"2\"\n");
    assert_eq!((error.file.as_deref(), error.key.as_str()), (Some("office.toml"), "extends"));
    assert!(error.mend.contains("psow-part5") && error.mend.contains("nipso"), "{error}");
    assert_eq!(refused("extends = \"psow\"\n").key, "version");
    assert_eq!(refused("extends = 7\nversion = \"2\"\n").key, "extends");
}

#[test]
fn an_office_may_build_on_an_example_that_builds_on_another() {
    let own = laid("extends = \"spso\"\nid = \"mine\"\nversion = \"2\"\n").unwrap();
    assert_eq!(own.id, "mine");
    assert_eq!(own.calendar, Division::Scotland);
    assert!(own.rule("S-15(4)").is_some() && own.rule("G-response").is_some());
}

#[test]
fn an_edition_that_was_kept_reads_as_the_same_profile() {
    let text = "extends = \"psow-part5\"\nversion = \"2\"\n[[chase]]\nid = \"chase-1\"\nremove = true\n";
    let kept = Profile::layers(text).unwrap();
    assert_eq!(kept.len(), 3, "the office's file, and the two it builds on");
    assert_eq!(Profile::from_layers(&kept).unwrap(), laid(text).unwrap());
}
