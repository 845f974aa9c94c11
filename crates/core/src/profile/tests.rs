//! The profiles that ship: complete, agreeing with the table of clocks, and refused when broken.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::*;
use crate::period::Trigger;

mod law;
mod overlay;

fn profile(name: &str) -> Profile {
    Profile::built_in(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The generic profile with one piece of its text replaced, and the refusal that follows.
fn broken(old: &str, new: &str) -> ProfileError {
    let text = Profile::built_in_text("generic").unwrap();
    assert!(text.contains(old), "{old} stands in the profile");
    Profile::parse(&text.replacen(old, new, 1)).unwrap_err()
}

/// The line of a piece of text in the generic profile, counted from 1.
fn line_of(piece: &str) -> usize {
    let text = Profile::built_in_text("generic").unwrap();
    1 + text.lines().position(|line| line.contains(piece)).unwrap()
}

#[test]
fn every_profile_that_ships_reads_and_is_named_as_it_is_called() {
    for name in Profile::NAMES {
        assert_eq!(profile(name).id, name);
    }
    for name in Profile::EXAMPLES {
        assert_eq!(profile(name).id, name);
    }
    let error = Profile::built_in("somewhere").unwrap_err();
    assert!(error.mend.contains("lgsco-part3a"));
}

#[test]
fn every_clock_of_the_table_has_its_row() {
    let ids = |name: &str| profile(name).clocks.into_iter().map(|rule| rule.id).collect::<Vec<_>>();
    let rows = [
        ("psow", "W-26 W-26b W-27 W-6 W-24n W-24i W-24s W-57 W-8 W-9"),
        ("lgsco", "L-31(2) L-31(2A)(c) L-31(2C) L-31(2G)b L-31(2F) L-30(5) L-30(4)"),
        ("lgsco-part3a", "A-34I(2) A-34I(3)c A-34I(6)b A-34D"),
    ];
    for (name, wanted) in rows {
        let have = ids(name);
        for id in wanted.split(' ') {
            assert!(have.iter().any(|rule| rule == id), "{name} has {id}");
        }
    }
}

#[test]
fn every_clock_says_the_same_as_the_table() {
    // Id, length and start as the table of clocks has them.
    let table = [
        ("W-26", "1 month", Start::Inclusive),
        ("W-24n", "2 weeks", Start::Exclusive),
        ("W-24i", "3 weeks", Start::Inclusive),
        ("W-57", "1 month", Start::Inclusive),
        ("W-8", "1 year", Start::Inclusive),
        ("W-9", "1 year", Start::Inclusive),
        ("L-31(2)", "3 months", Start::Inclusive),
        ("L-31(2A)(c)", "3 months", Start::AfterPeriod),
        ("L-31(2C)", "3 months", Start::Inclusive),
        ("L-31(2G)b", "1 month", Start::Inclusive),
        ("L-30(5)", "2 weeks", Start::Exclusive),
        ("L-30(4)", "3 weeks", Start::Inclusive),
        ("A-34I(2)", "1 month", Start::Inclusive),
        ("A-34I(3)c", "1 month", Start::AfterPeriod),
        ("A-34I(6)b", "1 month", Start::Inclusive),
        ("A-34D", "12 months", Start::Inclusive),
    ];
    for (id, length, start) in table {
        let (_, rule) = Profile::with_rule(id).unwrap();
        let count = rule.count().unwrap();
        assert_eq!((count.length, count.start), (length.parse().unwrap(), start), "{id}");
        assert!(rule.is_statutory(), "{id}");
    }
    assert_eq!(profile("psow").agreed_clocks().collect::<Vec<_>>(), ["W-26b", "W-27", "W-6"]);
    assert!(Profile::with_rule("W-99").unwrap_err().mend.contains("W-26"));
}

#[test]
fn i3_response_periods_run_from_receipt() {
    for id in
        ["W-26", "W-57", "L-31(2)", "L-31(2C)", "L-31(2G)b", "A-34I(2)", "A-34I(6)b", "W-24n", "L-30(5)"]
    {
        assert_eq!(Profile::with_rule(id).unwrap().1.trigger, Trigger::Receipt, "{id}");
    }
}

#[test]
fn the_same_clock_in_two_profiles_is_the_same() {
    let mut seen: BTreeMap<String, PeriodRule> = BTreeMap::new();
    for name in Profile::NAMES {
        for rule in profile(name).rules() {
            let first = seen.entry(rule.id.clone()).or_insert_with(|| rule.clone());
            assert_eq!(first, rule);
        }
    }
}

#[test]
fn r58_a_public_report_gives_three_months_from_receipt() {
    let calendar = Calendar::built_in(Division::EnglandAndWales).unwrap();
    let earliest = profile("lgsco").earliest_due_after_report(date(2025, 3, 3), &calendar).unwrap().unwrap();
    assert_eq!(earliest.date, date(2025, 6, 2));
    assert_eq!(profile("psow").earliest_due_after_report(date(2025, 3, 3), &calendar), Ok(None));
}

#[test]
fn e18_lateness_is_judged_by_what_was_granted_in_time() {
    let original = date(2026, 5, 1);
    let in_time = Grant { granted_on: date(2026, 5, 1), until: date(2026, 6, 1) };
    let too_late = Grant { granted_on: date(2026, 6, 2), until: date(2026, 7, 1) };
    let rule = profile("psow").lateness;
    assert_eq!(rule.measured_against(original, &[]), original);
    assert_eq!(rule.measured_against(original, &[in_time]), date(2026, 6, 1));
    assert_eq!(rule.measured_against(original, &[in_time, too_late]), date(2026, 6, 1));
    assert_eq!(rule.measured_against(original, &[too_late]), original);
    assert_eq!(Lateness::Original.measured_against(original, &[in_time]), original);
}

#[test]
fn r30_a_second_or_a_long_extension_needs_a_manager() {
    let rule = profile("psow").extension;
    assert!(!rule.needs_manager(1, 20));
    assert!(rule.needs_manager(2, 5));
    assert!(rule.needs_manager(1, 21));
}

#[test]
fn r31_the_ladder_chases_the_body_then_goes_up() {
    let ladder = profile("psow").chase;
    let steps: Vec<_> = ladder.iter().map(|step| (step.working_days_after, step.to, step.enabled)).collect();
    assert_eq!(
        steps,
        [
            (-10, ChaseTo::Body, false),
            (1, ChaseTo::Body, true),
            (7, ChaseTo::Body, true),
            (12, ChaseTo::Manager, true),
            (20, ChaseTo::ChiefExecutive, true),
        ]
    );
}

#[test]
fn r27_every_kind_has_its_usual_evidence() {
    let profile = profile("generic");
    for kind in KINDS {
        assert!(!profile.evidence[kind].items.is_empty(), "{kind}");
    }
    // A policy change wants the policy and proof of approval, by committee or by officer.
    let needs: Vec<_> = profile.evidence["policy_procedure"].items.iter().map(|item| &item.need).collect();
    let approval = Need::AnyOf("approval".into());
    assert_eq!(needs, [&Need::Required, &approval, &approval]);
}

#[test]
fn r46_every_outcome_has_a_word_in_both_languages() {
    for name in Profile::NAMES {
        let profile = profile(name);
        for (outcome, word) in profile.outcomes.all() {
            assert!(!word.en.is_empty() && !word.cy.is_empty(), "{name}: {outcome}");
            assert_eq!(profile.outcomes.word(outcome), Some(word));
        }
        assert_eq!(profile.outcomes.word("done"), None);
    }
    let word = profile("lgsco").outcomes.not_met.en;
    assert_eq!(word, "Remedy not complete and not satisfied");
}

#[test]
fn the_offices_differ_where_the_sources_do() {
    let (wales, england, care) = (profile("psow"), profile("lgsco"), profile("lgsco-part3a"));
    assert_eq!(wales.clock_label.meaning, ClockMeaning::TellUsBy);
    assert_eq!(england.clock_label.meaning, ClockMeaning::DoThisBy);
    assert_eq!(wales.mail_address, "caseinfo@ombudsman.wales");
    assert_eq!(england.guidance_on_remedies.version.as_deref(), Some("3 November 2025"));
    assert_eq!(wales.guidance_on_remedies.version, None, "no source gives an edition");
    assert!(wales.requires_injustice_finding && !england.requires_injustice_finding);
    assert!(care.afn_requires_expiry && !wales.afn_requires_expiry);
    assert_eq!(wales.non_compliance.obligation, Obligation::May);
    assert_eq!(england.non_compliance.obligation, Obligation::Must);
    for profile in [&wales, &england, &care] {
        assert!(!profile.public_summary_may_state_timescale);
    }
}

#[test]
fn a_misspelt_key_is_named_with_its_line() {
    let error = broken("further_drafts_soft_limit", "further_draft_soft_limit");
    assert_eq!(error.key, "further_draft_soft_limit");
    assert_eq!(error.line, Some(line_of("further_drafts_soft_limit")));
    assert!(error.mend.contains("spelling"), "{error}");
}

#[test]
fn a_missing_key_is_named() {
    let error = broken("version = \"1\"", "");
    assert_eq!(error.key, "version");
    assert!(error.problem.contains("missing field"), "{error}");
}

#[test]
fn a_wrong_length_is_named_with_its_line_and_mend() {
    let error = broken("within = \"1 month\"", "within = \"1 moon\"");
    assert_eq!((error.key.as_str(), error.line), ("within", Some(line_of("within = \"1 month\""))));
    assert!(error.mend.contains("months"), "{error}");
}

#[test]
fn a_wrong_ladder_is_refused() {
    let zero = broken("working_days_after = 1\n", "working_days_after = 0\n");
    assert_eq!(zero.key, "working_days_after");
    let order = broken("working_days_after = 7", "working_days_after = 13");
    assert!(order.problem.contains("order"), "{order}");
    let twice = broken("id = \"chase-2\"", "id = \"chase-1\"");
    assert!(twice.problem.contains("chase-1"), "{twice}");
    assert!(twice.line.is_some());
}

#[test]
fn a_wrong_clock_is_refused() {
    let both = broken("within = \"1 month\"", "within = \"1 month\"\nat_least = \"2 weeks\"");
    assert!(both.problem.contains("exactly one"), "{both}");
    let twice = broken("id = \"G-personal\"", "id = \"G-response\"");
    assert!(twice.problem.contains("twice"), "{twice}");
    let nothing = broken("trigger = \"receipt\"", "trigger = \"end_of\"\nafter = \"G-none\"");
    assert_eq!(nothing.key, "after");
    let half = broken("trigger = \"receipt\"", "trigger = \"end_of\"\nafter = \"G-personal\"");
    assert_eq!(half.key, "start");
    let trigger = broken("trigger = \"receipt\"", "trigger = \"post\"");
    assert!(trigger.problem.contains("receipt"), "the triggers are listed: {trigger}");
}

#[test]
fn evidence_for_a_fine_is_refused() {
    let text = Profile::built_in_text("generic").unwrap();
    let own = "\n[[evidence]]\nkind = \"financial_penalty\"\nitems = []\n";
    let error = Profile::parse(&format!("{text}{own}")).unwrap_err();
    assert_eq!(error.key, "kind");
    assert_eq!(error.line, Some(text.lines().count() + 3));
    let own = own.replace("financial_penalty", "apology");
    assert_eq!(Profile::parse(&format!("{text}{own}")).unwrap_err().key, "items");
}

#[test]
fn a_profile_s_own_evidence_replaces_the_usual() {
    let text = Profile::built_in_text("generic").unwrap();
    let own = "\n[[evidence]]\nkind = \"apology\"\nitems = [{ id = \"note\", what = { en = \"Note\", cy = \"Nodyn\" } }]\n";
    let profile = Profile::parse(&format!("{text}{own}")).unwrap();
    assert_eq!(profile.evidence["apology"].items.len(), 1);
    assert_eq!(profile.evidence.len(), KINDS.len());
}

#[test]
fn text_that_is_no_toml_is_refused_with_its_line() {
    let error = Profile::parse("id = \"x\"\nversion = \n").unwrap_err();
    assert_eq!(error.line, Some(2));
    assert!(error.mend.contains("TOML"), "{error}");
}
